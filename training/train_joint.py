"""Train the encoder on with all heads together: ``python -m training.train_joint --init ../build/restored --out ../build/joint``.

Three kinds of batches take turns: EWT with semantic roles and everything else it has; any training text, with noise, for
the present heads; GUM and GAP for coreference. The role head and the ranker begin as shipped; they only steer the encoder
and are trained anew on its frozen vectors afterwards (``training.train_roles``, ``training.train_coref``).
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

import newsgraph.extract.pipeline as pipeline
from newsgraph.extract.pipeline.breaks import breaks_before
from newsgraph.extract.pipeline.pieces import PieceTable, shape
from newsgraph.extract.pipeline.role_files import FILES, read_model
from newsgraph.extract.pipeline.windows import plan_windows

from . import batches
from .batches import Batch, Encoded, Window, collate, epoch
from .coref_examples import Example, gap_example, gum_example
from .coref_network import Network as Ranker
from .coref_network import loss_of
from .export import load_network
from .model import Network
from .role_corpus import Annotated, cached
from .role_examples import example, joined
from .role_network import RoleExample, RoleNetwork
from .train import WEIGHTS, losses, prepare
from .train_roles import trained_network

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FROZEN = ("encoder.pieces", "encoder.positions", "encoder.shapes", "encoder.breaks", "encoder.norm", "encoder.layers.0", "encoder.layers.1")  # fmt: skip
"""What stays as it is: little is gained there, and a third of the time is saved."""

SHARES = {"roles": 0.5, "replay": 0.27, "coref": 0.23}
"""How often each kind of batch is drawn."""

FACTORS = {"roles": 0.5, "coref": 0.5}
"""Weights of the new losses beside the present heads' (``train.WEIGHTS``)."""


@dataclass(slots=True)
class RoleWindow:
    """A stretch of whole sentences of EWT: what the encoder reads, and its frames."""

    window: Window
    roles: RoleExample


@dataclass(slots=True)
class CorefText:
    """A text as windows, and its coreference example without vectors; ``heads`` and ``spans`` locate the mentions."""

    windows: list[Window]
    kept: list[tuple[int, int]]  # of each window's words, those that are kept
    example: Example
    heads: Tensor
    spans: Tensor


def role_windows(
    annotated: Sequence[Annotated], encoded: Sequence[Encoded], tables: object, longest: int = 254
) -> Iterator[RoleWindow]:
    """Windows at sentence ends over the documents of EWT."""
    for document, text in zip(annotated, encoded, strict=True):
        if len(document.rows) != len(text.words):
            raise ValueError(
                "the parsed corpus and the training texts have different words: delete the cache"
            )
        starts = [*np.flatnonzero(text.columns["starts"] == 1).tolist(), len(text.words)]
        counts = np.cumsum([0, *(len(pieces) for pieces in text.pieces)])
        start = 0
        while start < len(starts) - 1:
            end = start + 1
            while end < len(starts) - 1 and counts[starts[end + 1]] - counts[starts[start]] <= longest:
                end += 1
            part = slice(starts[start], starts[end])
            if counts[part.stop] - counts[part.start] <= longest:
                yield RoleWindow(_window_of(text, part), example(_part(document, part), tables))  # type: ignore[arg-type]
            start = end


def _part(document: Annotated, part: slice) -> Annotated:
    frames = [
        (place - part.start, sense, tuple((role, head - part.start) for role, head in roles))
        for place, sense, roles in document.frames
        if part.start <= place < part.stop
    ]
    return Annotated(document.rows[part], document.vectors[part], frames, document.judged[part])


def _window_of(text: Encoded, part: slice) -> Window:
    columns = {name: values[part].copy() for name, values in text.columns.items()}
    heads = columns["heads"]
    columns["heads"] = np.where(heads >= 0, heads - part.start, heads)
    return Window(text.pieces[part], [shape(word) for word in text.words[part]], text.breaks[part], columns)


def coref_texts(corpora: Path, nlp: Language, table: PieceTable) -> Iterator[CorefText]:
    """GUM's free texts and GAP's."""
    from .coref_corpora import read_gap, read_ontogum

    captured: list[Doc] = []

    def read(text: str) -> Doc:
        captured[:] = [nlp(text)]
        return captured[0]

    for document in read_ontogum(corpora / "gum", "train"):
        if found := gum_example(document, read):  # type: ignore[arg-type]
            yield coref_text(captured[0], found, table)
    for text in read_gap(corpora / "gap" / "gap-development.tsv.gz"):
        if found := gap_example(text, read, weight=4.0):  # type: ignore[arg-type]
            yield coref_text(captured[0], found, table)


def coref_text(doc: Doc, found: Example, table: PieceTable) -> CorefText:
    """The windows that the pipeline reads of a Doc."""
    from .coref_examples import draft_of

    places = [token.i for token in doc if not token.is_space]
    words, breaks = [doc[i].text for i in places], breaks_before(doc, places)
    number = {place: i for i, place in enumerate(places)}
    pieces = table.encode(words)
    ends = [False, *(word in {".", "!", "?"} for word in words[:-1])]
    cuts = [2 if gap == 4 else 1 if end else 0 for gap, end in zip(breaks, ends, strict=True)]
    plan = plan_windows([len(ids) for ids in pieces], cuts)
    mentions = draft_of(doc).mentions
    columns = {"heads": np.full(0, batches.MISSING), "starts": np.zeros(0)}
    windows = [
        Window(pieces[w.start : w.end], [shape(word) for word in words[w.start : w.end]], np.array(breaks[w.start : w.end]),
               {name: np.full(w.end - w.start, batches.MISSING) for name in columns})
        for w in plan
    ]  # fmt: skip
    spans = [(number[m.start], bisect_left(places, m.end)) for m in mentions]
    kept = [(w.keep_start - w.start, w.keep_end - w.start) for w in plan]
    return CorefText(
        windows, kept, found, torch.tensor([number[m.head] for m in mentions]), torch.tensor(spans)
    )


def vectors_of(network: Network, batch: Batch) -> Tensor:
    """The vectors of a batch's words."""
    hidden = network.encoder(batch.pieces, batch.shapes, batch.breaks)
    return hidden.reshape(-1, hidden.shape[-1])[batch.words]


def role_loss(
    network: Network, head: RoleNetwork, group: list[RoleWindow], table: PieceTable, masks: Tensor
) -> Tensor:
    """All losses of windows with roles; the encoder runs once."""
    batch = collate([one.window for one in group], table)
    vectors = vectors_of(network, batch)
    found = losses(network, batch, masks, network.dropout(vectors))
    total = sum((WEIGHTS[name] * value for name, value in found.items()), torch.zeros(()))
    roles = [one.roles for one in group]
    whole = dataclasses.replace(joined(roles), vectors=vectors)
    if not len(whole.predicates):
        return total
    return total + FACTORS["roles"] * sum(head.losses(whole).values())


def coref_loss(network: Network, ranker: Ranker, group: list[CorefText], table: PieceTable) -> Tensor:
    """Coreference loss of some texts."""
    batch = collate([window for text in group for window in text.windows], table)
    words = vectors_of(network, batch)
    total, mentions, base = torch.zeros(()), 0, 0
    for text in group:
        parts = []
        for window, (start, end) in zip(text.windows, text.kept, strict=True):
            parts.append(words[base + start : base + end])
            base += len(window.pieces)
        own = torch.cat(parts)
        sums = torch.cat([torch.zeros(1, own.shape[1]), own.cumsum(0)])
        start, end = text.spans[:, 0], text.spans[:, 1]
        means = (sums[end] - sums[start]) / (end - start)[:, None]
        live = dataclasses.replace(text.example, vectors=torch.cat([own[text.heads], means], 1))
        total = total + loss_of(ranker, live)
        mentions += len(text.example.trained)
    return FACTORS["coref"] * total / mentions


def load_ranker(path: Path, sample: Example) -> Ranker:
    """The shipped ranker, in torch."""
    with np.load(path) as weights:
        width, deep = weights["mention"].shape[1], weights["deep"].shape[1]
        sizes = weights["mean"].shape[0], sample.mentions.shape[1], sample.pairs.shape[1]
        network = Ranker(*sizes, width=width, deep=deep, dropout=0.3)
        network.take(weights)
    return network


def forever(items: Sequence, size: object, budget: int, rng: random.Random) -> Iterator[list]:  # type: ignore[type-arg]
    """Random groups of items of about ``budget`` pieces, without end."""
    while True:
        order = list(range(len(items)))
        rng.shuffle(order)
        group: list = []  # type: ignore[type-arg]
        used = 0
        for i in order:
            pieces = size(items[i])  # type: ignore[operator]
            if group and used + pieces > budget:
                yield group
                group, used = [], 0
            group.append(items[i])
            used += pieces


def replay(
    documents: list[Encoded], table: PieceTable, names: object, budget: int, rng: random.Random
) -> Iterator[Batch]:
    """Batches of the stored recipe, without end."""
    while True:
        yield from epoch(documents, table, names, budget=budget, rng=rng)  # type: ignore[arg-type]


def optimizer_of(parts: dict[str, torch.nn.Module], rate: float) -> torch.optim.AdamW:
    """AdamW; the present heads learn twice as fast as the encoder, the new ones four times."""
    groups: dict[float, list[torch.nn.Parameter]] = defaultdict(list)
    for part, module in parts.items():
        for name, parameter in module.named_parameters():
            if part == "network" and name.startswith(FROZEN):
                parameter.requires_grad = False
            elif parameter.requires_grad:
                groups[
                    4 * rate if part != "network" else rate if name.startswith("encoder") else 2 * rate
                ].append(parameter)
    return torch.optim.AdamW(
        [{"params": found, "lr": r, "base": r} for r, found in groups.items()], weight_decay=0.01
    )


def main() -> None:
    """Train for a number of steps, with checkpoints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--pipeline", type=Path, default=pipeline.MODEL)
    parser.add_argument("--init", type=Path, required=True, help="folder of final.pt and labels.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="keep the parsed corpus here between runs")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--budget", type=int, default=2000, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--every", type=int, default=600)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "labels.json").write_bytes((options.init / "labels.json").read_bytes())
    network, tables = load_network(options.init)
    nlp = pipeline.load_pipeline(options.pipeline)
    table = PieceTable.from_file(options.pipeline / "newsgraph_english/tokenizer.json")
    labels, documents, masks, names = prepare(options.corpora, table, options.out / "data.pickle")
    if dataclasses.asdict(labels) != tables["labels"]:
        raise ValueError("the corpora give other labels than the weights have")
    print(f"{len(documents)} documents", flush=True)
    contents = {name: (options.pipeline / "newsgraph_roles" / name).read_bytes() for name in FILES}
    model = read_model(contents)
    annotated = cached(nlp, options.corpora, "train", options.cache)
    ewt = [document for document in documents if document.corpus == "ewt"]
    windows = list(role_windows(annotated, ewt[::3], model))
    print(f"{len(windows)} windows with roles", flush=True)
    texts = list(coref_texts(options.corpora, nlp, table))
    print(f"{len(texts)} texts with coreference", flush=True)
    head = trained_network(model, dropout=0.25, forget=0.1, noise=0.05)
    ranker = load_ranker(options.pipeline / "ranker.npz", texts[0].example)
    run(
        {"network": network, "roles": head, "ranker": ranker},
        windows,
        documents,
        texts,
        table,
        masks,
        names,
        options,
    )


def run(
    parts: dict[str, torch.nn.Module],
    windows: list[RoleWindow],
    documents: list[Encoded],
    texts: list[CorefText],
    table: PieceTable,
    masks: Tensor,
    names: object,
    options: argparse.Namespace,
) -> None:
    """The loop: linear warm-up over 8 % of the steps, then linear decay."""
    network, head, ranker = parts["network"], parts["roles"], parts["ranker"]
    optimizer = optimizer_of(parts, options.rate)
    for module in parts.values():
        module.train()
    rng = random.Random(options.seed)

    def pieces(window: Window) -> int:
        return sum(map(len, window.pieces)) + 2

    role_groups = forever(windows, lambda one: pieces(one.window), options.budget, rng)
    coref_groups = forever(texts, lambda one: sum(map(pieces, one.windows)), options.budget, rng)
    replayed = replay(documents, table, names, options.budget, rng)
    sums: dict[str, float] = {}
    began = saved = time.time()
    for step in range(options.steps):
        kind = rng.choices(list(SHARES), list(SHARES.values()))[0]
        factor = min((step + 1) / (0.08 * options.steps), (options.steps - step) / (0.92 * options.steps))
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * factor
        if kind == "roles":
            loss = role_loss(network, head, next(role_groups), table, masks)  # type: ignore[arg-type]
        elif kind == "coref":
            loss = coref_loss(network, ranker, next(coref_groups), table)  # type: ignore[arg-type]
        else:
            loss = sum(
                WEIGHTS[name] * value for name, value in losses(network, next(replayed), masks).items()
            )  # type: ignore[arg-type, assignment]
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
        optimizer.step()
        sums[kind] = sums.get(kind, loss.item()) * 0.95 + 0.05 * loss.item()
        if step % 20 == 19:
            shown = " ".join(f"{name} {value:.3f}" for name, value in sorted(sums.items()))
            left = (time.time() - began) / (step + 1) * (options.steps - step - 1) / 60
            print(f"step {step + 1}/{options.steps} {left:.0f} min left  {shown}", flush=True)
        if time.time() - saved > options.every or step == options.steps - 1:
            torch.save(network.state_dict(), options.out / f"step{step + 1}.pt")
            saved = time.time()
    torch.save(network.state_dict(), options.out / "final.pt")


if __name__ == "__main__":
    main()
