r"""Train the coreference ranker on GUM train (free texts), LitBank, GAP development and marked news; keep the last epoch.

    python -m training.train_coref --output extract/pipeline/model/ranker.npz
    python -m training.train_coref --init extract/pipeline/model/ranker.npz --output extract/pipeline/model/ranker.npz \
        --passages 1 --epochs 3 --rate 6e-4

The second goes on from weights and keeps the mean of those and its own. The vectors are the pipeline's, so train again
whenever the pipeline changes: about a quarter of an hour on one core.
"""

from __future__ import annotations

import argparse
import copy
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn

from newsgraph.extract.coreference.ranker import Ranker

from .coref_examples import Example, read_batches
from .coref_network import Network, loss_of
from .manifest import refresh_shipped

DECAY = 0.995
"""How much of the average of the weights each step keeps."""


def begin(batches: list[list[Example]], *, width: int, deep: int, dropout: float, seed: int) -> Network:
    """A network without training, its inputs scaled to those of the examples."""
    torch.manual_seed(seed)
    sample = batches[0][0]
    sizes = sample.vectors.shape[1], sample.mentions.shape[1], sample.pairs.shape[1]
    network = Network(*sizes, width=width, deep=deep, dropout=dropout)
    every = torch.cat([example.vectors for batch in batches for example in batch])
    network.mean.data, network.scale.data = every.mean(0), every.std(0) + 1e-3
    return network


def train(
    network: Network, batches: list[list[Example]], *, epochs: int, rate: float, seed: int
) -> Iterator[Network]:
    """Train a network, yielding the running average of its weights after each epoch."""
    optimizer = torch.optim.AdamW(
        [p for p in network.parameters() if p.requires_grad], lr=rate, weight_decay=0.02
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=epochs * len(batches), pct_start=0.1
    )
    average = copy.deepcopy(network).eval()
    for epoch in range(epochs):
        network.train()
        order = torch.randperm(len(batches), generator=torch.Generator().manual_seed(seed + epoch))
        for k in order.tolist():
            optimizer.zero_grad()
            count = sum(len(example.trained) for example in batches[k])
            loss = torch.stack([loss_of(network, example) for example in batches[k]]).sum() / count**0.5
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            with torch.no_grad():
                for kept, new in zip(average.parameters(), network.parameters(), strict=True):
                    kept.lerp_(new, 1 - DECAY)
        yield average


def write_weights(path: Path, weights: dict[str, np.ndarray]) -> None:
    """Write a ranker's weights, the same bytes for the same weights."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, values in sorted(weights.items()):
            buffer = io.BytesIO()
            np.save(buffer, values)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue(), zipfile.ZIP_DEFLATED)
    refresh_shipped(path)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pipeline", type=Path, default=Path("extract/pipeline/model"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--output", type=Path, default=Path("extract/pipeline/model/ranker.npz"))
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--deep", type=int, default=48)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--books", type=float, default=0.3, help="weight of LitBank, 0 leaves it out")
    parser.add_argument("--gap", type=float, default=4.0, help="weight of GAP, 0 leaves it out")
    parser.add_argument(
        "--news", type=float, default=1.0, help="weight of marked articles, 0 leaves them out"
    )
    parser.add_argument(
        "--passages", type=float, default=0.0, help="weight of marked passages, 0 leaves them out"
    )
    parser.add_argument("--init", type=Path, help="weights to go on from; the mean of both is kept")
    parser.add_argument("--seed", type=int, default=3)
    return parser.parse_args()


def main() -> None:
    """Train, score the last epochs on GUM dev and GAP validation, write the weights of the last."""
    from newsgraph.extract.pipeline import load_pipeline

    from .evaluate_coref import Scorer

    options = _options()
    torch.set_num_threads(1)
    nlp = load_pipeline(options.pipeline)
    given = {name: getattr(options, name) for name in ("books", "gap", "news", "passages")}
    batches = list(read_batches(options.corpora, nlp, **given))
    examples = [example for batch in batches for example in batch]
    print(len(examples), "texts,", sum(len(example.trained) for example in examples), "mentions", flush=True)
    scorer = Scorer(options.corpora, nlp)
    network = begin(
        batches, **{name: getattr(options, name) for name in ("width", "deep", "dropout", "seed")}
    )
    before: dict[str, np.ndarray] = {}
    if options.init:
        with np.load(options.init) as archive:
            before = dict(archive)
        network.take(before)
    weights: dict[str, np.ndarray] = {}
    trained = train(network, batches, **{name: getattr(options, name) for name in ("epochs", "rate", "seed")})
    for epoch, average in enumerate(trained, 1):
        if epoch <= options.epochs - 3:
            continue
        weights = average.export()
        if before:
            weights = {name: _mean(values, before[name]) for name, values in weights.items()}
        figures = scorer.score(Ranker({name: values.astype(np.float32) for name, values in weights.items()}))
        shown = "  ".join(f"{name} {figure:.3f}" for name, figure in figures.items())
        print(f"epoch {epoch:2}  {shown}", flush=True)
    write_weights(options.output, weights)


def _mean(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    mean: np.ndarray = ((one.astype(np.float64) + other) / 2).astype(one.dtype)
    return mean


if __name__ == "__main__":
    main()
