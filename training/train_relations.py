"""Train the relation classifier on KnowledgeNet and Re-DocRED, cross-validated on KnowledgeNet's folds.

    python -m training.train_relations [MODEL] [--corpora ../shared/corpora] [--cache DIR] [--out FILE] [--jobs 2]

Without arguments the shipped pipeline's vectors are used and the classifier is written beside it. Each fold of KnowledgeNet
(and a third of Re-DocRED) is scored by a network that has not seen it; thresholds are chosen on these scores and printed
beside those of the triggers alone and of both; then one network is trained on everything and written with them. Each job
uses one thread.
"""

from __future__ import annotations

import argparse
import copy
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from newsgraph.extract.pipeline import MODEL
from newsgraph.extract.relations.classifier import WEIGHTS
from newsgraph.extract.relations.pairs import KINDS, SentencePairs

from .manifest import refresh_shipped
from .relation_corpora import KNOWLEDGENET, WIKIDATA, Span
from .relation_examples import Corpus, Example, read_corpora
from .relation_network import PairNetwork, Shape, merged
from .relation_scores import Prediction, text_scores, total, write_scores
from .relation_thresholds import choose_thresholds, reliability

CORPORA = Path("../shared/corpora")
CACHE = Path("../build/relations")
FOLDS = (1, 2, 3)
SCORED = ("knowledgenet", "redocred")
RELATIONS = tuple(sorted({name.lstrip("^") for name in (*KNOWLEDGENET.values(), *WIKIDATA.values())}))
LEAST_LIKELY = 0.1
"""Predictions below this probability are not looked at."""
ALIKE = 12
"""So many batches are drawn together and parted by length."""
LEAST_SEEN = 3
"""Two kinds may be joined by a relation when the training data does so as often as this."""


Weights = dict[str, NDArray[Any]]
"""Weights of a network by name, and how many heads it has."""

Labelled = tuple[SentencePairs, NDArray[Any], NDArray[Any], NDArray[Any], float]
"""The pairs of a sentence, its vectors, gold, what of it is known, and what a pair weighs."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How long and how fast to train, and how many networks."""

    epochs: int
    networks: int = 1
    batch: int = 48
    rate: float = 3e-3
    decay: float = 1e-2
    auxiliary: float = 0.5  # weight of a pair outside KnowledgeNet
    average: float = 0.99  # of the running mean of weights, which is what is kept


def main(arguments: Sequence[str] | None = None) -> None:
    """Cross-validate, then train on everything and write the classifier."""
    parser = argparse.ArgumentParser(description="Train the relation classifier.")
    parser.add_argument("model", type=Path, nargs="?", default=MODEL)
    parser.add_argument("--cache", type=Path, default=CACHE, help="what the pipeline makes of the corpora")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the classifier is written")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument(
        "--networks", type=int, default=1, help="networks that are made one, with the mean of their logits"
    )
    parser.add_argument("--jobs", type=int, default=2, help="folds trained at the same time")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    corpora = read_corpora(options.model, options.corpora, RELATIONS, options.cache)
    print(f"corpora read, {time.monotonic() - started:.0f} s", flush=True)
    work = partial(
        _fold, options.model, options.corpora, options.cache, Recipe(options.epochs, options.networks)
    )
    found: dict[str, list[Prediction]] = {name: [] for name in SCORED}
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        *folds, (weights, allowed, _) = pool.map(work, (*FOLDS, None))
    print(f"networks trained, {time.monotonic() - started:.0f} s", flush=True)
    for _, _, predictions in folds:
        for name in SCORED:
            found[name] += predictions[name]
    thresholds = choose_thresholds(corpora, found, RELATIONS, FOLDS)
    for line in report(corpora, found, thresholds):
        print(line)
    shares = reliability(corpora["knowledgenet"], found["knowledgenet"], FOLDS)
    export(weights, allowed, thresholds, shares, options.out)
    refresh_shipped(options.out)


def _fold(
    model: Path, folder: Path, cache: Path, recipe: Recipe, fold: int | None
) -> tuple[Weights, NDArray[np.bool_], dict[str, list[Prediction]]]:
    """Train without one fold and read it; without none, train on everything."""
    torch.set_num_threads(1)
    corpora = read_corpora(model, folder, RELATIONS, cache)
    networks, (allowed, *_) = zip(
        *(train(corpora, fold, recipe, seed) for seed in range(recipe.networks)), strict=True
    )
    network = merged(networks)
    weights: Weights = {
        name: value.detach().numpy().astype(np.float16) for name, value in network.state_dict().items()
    }
    weights["heads"] = np.array(network.shape.heads)
    if fold is None:
        return weights, allowed, {}
    return weights, allowed, {name: predict(network, allowed, corpora[name], fold) for name in SCORED}


def report(
    corpora: dict[str, Corpus], found: dict[str, list[Prediction]], thresholds: NDArray[np.float32]
) -> Iterator[str]:
    """Scores of the triggers, of the classifier on what it has not seen, and of both."""
    for name in SCORED:
        kept = [p for p in found[name] if p.probability >= thresholds[RELATIONS.index(p.relation)]]
        by_rule = corpora[name].by_rule
        ways = {"classifier": kept}
        if (
            name == "knowledgenet"
        ):  # the others' facts lie in one sentence each, unlike what triggers and chains yield
            ways = {"triggers": by_rule, **ways, "both": [*by_rule, *kept]}
        for way, predictions in ways.items():
            count = total(text_scores(corpora[name].passages, predictions, FOLDS))
            yield (
                f"{name}, {way}: text precision {count.precision:.3f} recall {count.recall:.3f} F1 {count.f1:.3f}"
            )
        *_, last = ways.values()
        yield write_scores(text_scores(corpora[name].passages, last, FOLDS))


def train(
    corpora: dict[str, Corpus], fold: int | None, recipe: Recipe, seed: int = 0
) -> tuple[PairNetwork, NDArray[np.bool_]]:
    """Train on all that is not in this fold; the network and which kinds each relation may join."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    examples = [
        (example, 1.0 if name == "knowledgenet" else recipe.auxiliary)
        for name, corpus in corpora.items()
        for example in corpus.examples
        if fold is None or corpus.passages[example.passage].group != fold
    ]
    allowed = _allowed(example for example, _ in examples)
    kept = [(*lean, weight) for example, weight in examples if (lean := _lean(example, allowed)) is not None]
    network = PairNetwork(len(RELATIONS), Shape())
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    steps = recipe.epochs * (-(-len(kept) // recipe.batch) + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 50) * (1 - step / steps)
    )
    average = EMA(network, recipe.average)
    network.train()
    for _ in range(recipe.epochs):
        for batch in _batches(kept, order, recipe.batch):
            optimizer.zero_grad()
            _loss(network, batch).backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update()
    return average.network.eval(), allowed


def _batches(kept: list[Labelled], order: np.random.Generator, size: int) -> Iterator[list[Labelled]]:
    """All sentences in random batches, each of sentences that are about as long as one another."""
    shuffled = order.permutation(len(kept))
    parts = [
        sorted(shuffled[start : start + ALIKE * size], key=lambda place: len(kept[place][1]))
        for start in range(0, len(kept), ALIKE * size)
    ]
    batches = [part[start : start + size] for part in parts for start in range(0, len(part), size)]
    for number in order.permutation(len(batches)):
        yield [kept[place] for place in batches[number]]


class EMA:
    """The running mean of a network's weights, which generalises better than the last ones."""

    def __init__(self, network: PairNetwork, decay: float) -> None:
        self.source, self.decay, self.network, self.steps = network, decay, copy.deepcopy(network), 0

    @torch.no_grad()
    def update(self) -> None:
        """Take in the weights of now; the first steps count for more."""
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for mean, weight in zip(self.network.parameters(), self.source.parameters(), strict=True):
            mean.lerp_(weight, 1 - decay)


def _allowed(examples: Iterator[Example]) -> NDArray[np.bool_]:
    """Which kinds each relation joins often enough."""
    counts = np.zeros((len(RELATIONS), len(KINDS), len(KINDS)), dtype=int)
    for example in examples:
        rows, columns = np.nonzero(example.gold)
        np.add.at(counts, (columns, example.pairs.subject_kind[rows], example.pairs.object_kind[rows]), 1)
    allowed: NDArray[np.bool_] = counts >= LEAST_SEEN
    return allowed


def _lean(
    example: Example, allowed: NDArray[np.bool_]
) -> tuple[SentencePairs, NDArray[Any], Any, Any] | None:
    """The pairs of a sentence that can have a known relation; None where there are none."""
    pairs = example.pairs
    known = example.known & (allowed[:, pairs.subject_kind, pairs.object_kind].T | example.gold)
    rows = np.flatnonzero(known.any(1))
    if not len(rows):
        return None
    return select(pairs, rows), example.vectors, example.gold[rows], known[rows]


def select(pairs: SentencePairs, rows: NDArray[Any]) -> SentencePairs:
    """Keep some of the pairs of a sentence."""
    arrays = {
        name: getattr(pairs, name)[rows] for name in ("subjects", "objects", "distance", "way", "steps")
    }
    return replace(pairs, pairs=tuple(pairs.pairs[row] for row in rows), **arrays)


def _loss(network: PairNetwork, batch: list[Labelled]) -> torch.Tensor:
    logits = network([(pairs, vectors) for pairs, vectors, *_ in batch])
    gold = torch.from_numpy(np.concatenate([gold for *_, gold, _, _ in batch]).astype(np.float32))
    weight = torch.from_numpy(
        np.concatenate([known * weight for *_, known, weight in batch]).astype(np.float32)
    )
    losses = functional.binary_cross_entropy_with_logits(logits, gold, reduction="none")
    mean: torch.Tensor = (losses * weight).sum() / weight.sum()
    return mean


def predict(network: PairNetwork, allowed: NDArray[np.bool_], corpus: Corpus, fold: int) -> list[Prediction]:
    """Find everything that is a little likely in the passages of a fold.

    What holds between two mentions holds between all mentions of the same two things in the passage, as the corpora say,
    if the relation can join mentions of their kinds. Nothing is related to itself.
    """
    likely: dict[tuple[int, int, int, int], float] = defaultdict(float)
    places: dict[tuple[int, int, int], list[tuple[Span, Span, NDArray[np.bool_]]]] = defaultdict(list)
    for example in corpus.examples:
        if corpus.passages[example.passage].group != fold:
            continue
        possible = allowed[:, example.pairs.subject_kind, example.pairs.object_kind].T
        for entities, spans, joins in zip(example.entities, example.spans, possible, strict=True):
            places[example.passage, *entities].append((*spans, joins))
        for row, column, probability in _likely(network, possible, example):
            one, other = example.entities[row]
            key = (example.passage, column, one, other)
            if one != other:
                likely[key] = max(likely[key], probability)
    return [
        Prediction(passage, RELATIONS[column], subject, item, probability)
        for (passage, column, one, other), probability in likely.items()
        for subject, item, joins in places[passage, one, other]
        if joins[column]
    ]


def _likely(
    network: PairNetwork, possible: NDArray[np.bool_], example: Example
) -> Iterator[tuple[int, int, float]]:
    if possible.any():
        with torch.no_grad():
            probabilities = torch.sigmoid(network([(example.pairs, example.vectors)])).numpy()
        for row, column in np.argwhere(possible & (probabilities > LEAST_LIKELY)):
            yield int(row), int(column), float(probabilities[row, column])


def export(
    weights: Weights,
    allowed: NDArray[np.bool_],
    thresholds: NDArray[np.float32],
    shares: NDArray[np.float32],
    path: Path,
) -> None:
    """Write the classifier for ``load_classifier``: weights in half precision."""
    arrays: dict[str, Any] = {
        "relations": np.array(RELATIONS),
        "allowed": allowed,
        "thresholds": thresholds,
        "reliability": shares,
    }
    np.savez_compressed(path, **(arrays | weights))


if __name__ == "__main__":
    main()
