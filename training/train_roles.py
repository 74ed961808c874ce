"""Train the role head on frozen vectors: ``python -m training.train_roles``; two minutes on one core.

The vectors and trees are the pipeline's, so train again whenever the encoder changes. With ``--teachers`` it also learns, on
newswire without gold, to say what larger heads say on average (Hinton, Vinyals & Dean 2015). ``training/README.md`` has the
commands that made the shipped head.
"""

from __future__ import annotations

import argparse
import math
from itertools import islice
from pathlib import Path

import numpy as np
import torch

import newsgraph.extract.pipeline as pipeline
from newsgraph.extract.pipeline.role_files import write_model
from newsgraph.extract.pipeline.roles import RoleModel

from .evaluate_roles import RoleScores, score_model
from .manifest import refresh
from .role_corpus import cached
from .role_examples import batches, example, label_tables, make_tables
from .role_network import RoleNetwork, RoleSizes
from .role_teachers import LAYER, Teachers, news, read_head, taught, widen


def network_of(
    model: RoleModel,
    *,
    dropout: float,
    forget: float,
    noise: float,
    vector: int = 384,
    pair: int = 256,
    embedding: int = 64,
) -> RoleNetwork:
    """A fresh network for a model's tables."""
    functions = model.senses.functions
    sizes = RoleSizes(
        rows=model.bases["end"],
        senses=model.bases["end"] - model.bases["sense"],
        roles=len(model.roles),
        functions=functions.shape[1],
        vector=vector,
        pair=pair,
        embedding=embedding,
    )
    trained = torch.from_numpy(model.senses.trained)
    network = RoleNetwork(
        sizes, trained, torch.from_numpy(functions), dropout=dropout, forget=forget, noise=noise
    )
    network.sense_base = model.bases["sense"]
    return network


def trained_network(model: RoleModel, *, dropout: float, forget: float, noise: float) -> RoleNetwork:
    """A network with the weights of a trained model."""
    vector, pair = model.weights["argument"].shape
    embedding = model.weights["table"].shape[1]
    network = network_of(
        model, dropout=dropout, forget=forget, noise=noise, vector=vector, pair=pair, embedding=embedding
    )
    with torch.no_grad():
        for name, values in network.w.items():
            values.copy_(torch.from_numpy(model.weights[name]))
    return network


def weights_of(network: RoleNetwork, opened: np.ndarray) -> dict[str, np.ndarray]:
    """The network's weights as numpy arrays."""
    return {name: value.detach().numpy() for name, value in network.w.items()} | {"open_paths": opened}


def show(scores: RoleScores, title: str) -> str:
    """One line of figures."""
    return f"{title}: P {scores.precision():.3f} R {scores.recall():.3f} F {scores.f1():.3f} rolesets {scores.sense_accuracy():.3f}"


def install(folder: Path, written: Path) -> None:
    """Make the role head a component of the pipeline folder that it was written into."""
    if written.parent.resolve() == folder.resolve():
        refresh(folder)
        nlp = pipeline.load_pipeline(folder, roles=False)
        nlp.add_pipe("newsgraph_roles").from_disk(written)  # type: ignore[attr-defined]
        nlp.to_disk(folder)
        refresh(folder)


def main() -> None:
    """Train and write the component's files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--pipeline", type=Path, default=pipeline.MODEL)
    parser.add_argument("--out", type=Path, default=pipeline.MODEL / "newsgraph_roles")
    parser.add_argument("--cache", type=Path, help="keep the parsed corpus here between runs")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--forget", type=float, default=0.1)
    parser.add_argument("--noise", type=float, default=0.2, help="standard deviation of noise on vectors")
    parser.add_argument(
        "--pair", type=int, default=256, help="width of the layer that joins predicate and word"
    )
    parser.add_argument("--embedding", type=int, default=64)
    parser.add_argument(
        "--layer", type=int, help="read this layer of the encoder (0 to 5) too: for teachers, not for use"
    )
    parser.add_argument(
        "--teachers", type=Path, nargs="*", default=[], help="folders of heads trained with --layer 3"
    )
    parser.add_argument("--texts", type=int, default=300, help="articles that the teachers label")
    parser.add_argument("--batch", type=int, default=3, help="documents in a batch")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    nlp = pipeline.load_pipeline(options.pipeline, roles=False)
    if options.layer is not None:
        widen(nlp, options.layer)
    train = [d for d in cached(nlp, options.corpora, "train", options.cache) if d.frames]
    dev = cached(nlp, options.corpora, "dev", options.cache)
    tables, opened = make_tables(train, label_tables(options.pipeline))
    model = tables.model({"open_paths": opened})
    examples = [example(document, model) for document in train]
    pairs, roles = (
        sum(len(e.pair_rows) for e in examples),
        sum(int((e.gold_role[:, 0] == 0).sum()) for e in examples),
    )
    print(f"{len(examples)} documents, {pairs} pairs, {roles} with a role", flush=True)
    if options.teachers:
        teachers = Teachers([read_head(folder) for folder in options.teachers])
        wide = pipeline.load_pipeline(options.pipeline, roles=False)
        widen(wide, LAYER)
        examples += list(taught(teachers, model, islice(news(wide, options.corpora), options.texts)))
        print(f"{len(examples)} documents with the teachers'", flush=True)
    network = network_of(
        model, dropout=options.dropout, forget=options.forget, noise=options.noise, pair=options.pair,
        vector=train[0].vectors.shape[1], embedding=options.embedding,
    )  # fmt: skip
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01)
    steps = options.epochs * math.ceil(len(examples) / options.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps, pct_start=0.1)
    rng = np.random.default_rng(options.seed)
    for number in range(options.epochs):
        network.train()
        for batch in batches(examples, options.batch, rng):
            loss = torch.stack(list(network.losses(batch).values())).sum()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            schedule.step()
        trained = tables.model(weights_of(network, opened))
        print(show(score_model(trained, dev, gold=True), f"epoch {number + 1}, gold predicates"), flush=True)
    print(show(score_model(trained, dev, gold=False), "found predicates"))
    options.out.mkdir(parents=True, exist_ok=True)
    for name, content in write_model(tables, weights_of(network, opened)).items():
        (options.out / name).write_bytes(content)
        print(f"{name}: {len(content) / 1e6:.2f} MB")
    install(options.pipeline, options.out)


if __name__ == "__main__":
    main()
