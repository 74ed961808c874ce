"""Train the relation classifier on KnowledgeNet, Re-DocRED and FewRel, cross-validated on KnowledgeNet's folds.

    python -m training.train_relations MODEL --cache DIR --out relations.npz [--corpora ../shared/corpora]

Each fold of KnowledgeNet (and a third of Re-DocRED) is scored by a network that has not seen it; thresholds are chosen on
these scores, then one network is trained on everything and written with them. One thread.
"""

from __future__ import annotations

import argparse
import copy
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.relations.pairs import KINDS, SentencePairs

from .relation_corpora import KNOWLEDGENET, WIKIDATA, Span
from .relation_examples import Corpus, Example, read_corpora
from .relation_network import PairNetwork, Shape
from .relation_scores import Count, Prediction, text_scores, total, write_scores

CORPORA = Path("../shared/corpora")
SCORED = ("knowledgenet", "redocred")
RELATIONS = tuple(sorted({name.lstrip("^") for name in (*KNOWLEDGENET.values(), *WIKIDATA.values())}))
LEAST_LIKELY = 0.1
"""Predictions below this probability are not looked at."""
STEPS = range(20, 95, 5)
"""Thresholds that are tried, in hundredths."""
NEVER = 1.1
LEAST_PRECISION, LEAST_RIGHT = 0.6, 20
"""A relation is given when it is right so often, and so many times, on held-out passages."""
LEAST_SEEN = 3
"""Two kinds may be joined by a relation when the training data does so as often as this."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How long and how fast to train."""

    epochs: int
    batch: int = 48
    rate: float = 2e-3
    decay: float = 1e-2
    auxiliary: float = 0.5  # weight of a pair outside KnowledgeNet
    average: float = 0.99  # of the running mean of weights, which is what is kept


def main(arguments: Sequence[str] | None = None) -> None:
    """Cross-validate, then train on everything and write the classifier."""
    parser = argparse.ArgumentParser(description="Train the relation classifier.")
    parser.add_argument("model", type=Path)
    parser.add_argument(
        "--cache", type=Path, required=True, help="folder for what the pipeline makes of the corpora"
    )
    parser.add_argument(
        "--out", type=Path, help="where the classifier is written; only cross-validated when not given"
    )
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--folds", default="123")
    parser.add_argument("--epochs", type=int, default=12)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    corpora = read_corpora(load_pipeline(options.model), options.corpora, RELATIONS, options.cache)
    recipe = Recipe(epochs=options.epochs)
    found: dict[str, list[Prediction]] = {name: [] for name in SCORED}
    for fold in map(int, options.folds):
        network, allowed = train(corpora, fold, recipe)
        for name in SCORED:
            found[name] += predict(network, allowed, corpora[name], fold)
        print(f"fold {fold} done", flush=True)
    folds = set(map(int, options.folds))
    thresholds = choose_thresholds(corpora, found, folds)
    for name in SCORED:
        kept = [p for p in found[name] if p.probability >= thresholds[RELATIONS.index(p.relation)]]
        print(name, write_scores(text_scores(corpora[name].passages, kept, folds)), sep="\n")
    if options.out:
        network, allowed = train(corpora, None, recipe)
        export(network, allowed, thresholds, options.out)


def train(
    corpora: dict[str, Corpus], fold: int | None, recipe: Recipe
) -> tuple[PairNetwork, NDArray[np.bool_]]:
    """Train on all that is not in this fold; the network and which kinds each relation may join."""
    torch.manual_seed(0)
    order = np.random.default_rng(0)
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
    steps = recipe.epochs * -(-len(kept) // recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 50) * (1 - step / steps)
    )
    average = EMA(network, recipe.average)
    network.train()
    for _ in range(recipe.epochs):
        shuffled = order.permutation(len(kept))
        for start in range(0, len(kept), recipe.batch):
            batch = [kept[place] for place in shuffled[start : start + recipe.batch]]
            optimizer.zero_grad()
            _loss(network, batch).backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update()
    return average.network.eval(), allowed


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


Batch = list[tuple[SentencePairs, NDArray[Any], NDArray[Any], NDArray[Any], float]]


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
        name: getattr(pairs, name)[rows]
        for name in ("subject_kind", "object_kind", "subject_span", "object_span", "distance", "way", "steps")
    }
    return replace(pairs, pairs=tuple(pairs.pairs[row] for row in rows), **arrays)


def _loss(network: PairNetwork, batch: Batch) -> torch.Tensor:
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

    What holds between two mentions holds between all mentions of the same two things in the passage, as the corpora say.
    """
    likely: dict[tuple[int, str, int, int], float] = defaultdict(float)
    places: dict[tuple[int, int, int], list[tuple[Span, Span]]] = defaultdict(list)
    for example in corpus.examples:
        if corpus.passages[example.passage].group != fold:
            continue
        for entities, spans in zip(example.entities, example.spans, strict=True):
            places[example.passage, *entities].append(spans)
        for row, column, probability in _likely(network, allowed, example):
            key = (example.passage, RELATIONS[column], *example.entities[row])
            likely[key] = max(likely[key], probability)
    return [
        Prediction(passage, relation, *spans, probability)
        for (passage, relation, one, other), probability in likely.items()
        for spans in places[passage, one, other]
    ]


def _likely(
    network: PairNetwork, allowed: NDArray[np.bool_], example: Example
) -> Iterator[tuple[int, int, float]]:
    pairs = example.pairs
    possible = allowed[:, pairs.subject_kind, pairs.object_kind].T
    if possible.any():
        with torch.no_grad():
            probabilities = torch.sigmoid(network([(pairs, example.vectors)])).numpy()
        for row, column in np.argwhere(possible & (probabilities > LEAST_LIKELY)):
            yield int(row), int(column), float(probabilities[row, column])


def choose_thresholds(
    corpora: dict[str, Corpus], found: dict[str, list[Prediction]], groups: set[int]
) -> NDArray[np.float32]:
    """The threshold with the best F1 on KnowledgeNet, higher for relations that would be wrong too often.

    Relations that KnowledgeNet does not have are judged by Re-DocRED; one that is never right often enough, or found too
    seldom to tell, gets a threshold that nothing reaches.
    """
    scores = {step: _scores_at(corpora, found, groups, step / 100) for step in STEPS}
    for step, counts in scores.items():
        count = total(counts["knowledgenet"])
        print(
            f"{step / 100:.2f}: precision {count.precision:.3f} recall {count.recall:.3f} F1 {count.f1:.4f}"
        )
    best = max(scores, key=lambda step: total(scores[step]["knowledgenet"]).f1)
    thresholds = np.full(len(RELATIONS), NEVER, dtype=np.float32)
    for column, relation in enumerate(RELATIONS):
        corpus = "knowledgenet" if relation in scores[best]["knowledgenet"] else "redocred"
        for step in (step for step in STEPS if step >= best):
            count = scores[step][corpus].get(relation, Count())
            if count.precision >= LEAST_PRECISION and count.right >= LEAST_RIGHT:
                thresholds[column] = step / 100
                break
    return thresholds


def _scores_at(
    corpora: dict[str, Corpus], found: dict[str, list[Prediction]], groups: set[int], threshold: float
) -> dict[str, dict[str, Count]]:
    return {
        name: text_scores(
            corpora[name].passages, [p for p in found[name] if p.probability >= threshold], groups
        )
        for name in SCORED
    }


def export(
    network: PairNetwork, allowed: NDArray[np.bool_], thresholds: NDArray[np.float32], path: Path
) -> None:
    """Write the classifier for ``load_classifier``: weights in half precision."""
    weights = {
        name: value.detach().numpy().astype(np.float16) for name, value in network.state_dict().items()
    }
    np.savez_compressed(
        path, relations=np.array(RELATIONS), heads=np.array(network.shape.heads), allowed=allowed, thresholds=thresholds,
        **weights,
    )  # fmt: skip


if __name__ == "__main__":
    main()
