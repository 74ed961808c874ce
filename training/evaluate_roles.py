"""Score semantic roles against PropBank over EWT: ``python -m training.evaluate_roles``.

A role counts as right if predicate, role and head word are. Gold words; sentences are gold or the pipeline's own. Documents
that nobody annotated are left out. Figures for rolesets and predicates leave out auxiliaries, which the head does not look for.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import newsgraph.extract.pipeline as pipeline
from newsgraph.extract.pipeline.role_features import read_words
from newsgraph.extract.pipeline.roles import RoleModel

from .role_corpus import Annotated, cached

if TYPE_CHECKING:
    from newsgraph.extract.pipeline.role_features import Words

AUXILIARIES = frozenset({"be.03", "have.01", "do.01", "get.03"})

Role = tuple[int, str, int]


@dataclass
class RoleScores:
    """Counts by role and, under "v", "n", "j", by kind of predicate; "all" is everything."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    senses: list[bool] = field(default_factory=list)
    predicates: Counter[str] = field(default_factory=Counter)

    def precision(self, name: str = "all") -> float:
        """Share of what was found that is right."""
        return self.right[name] / max(1, self.found[name])

    def recall(self, name: str = "all") -> float:
        """Share of gold that was found."""
        return self.right[name] / max(1, self.gold[name])

    def f1(self, name: str = "all") -> float:
        """Their harmonic mean."""
        return 2 * self.right[name] / max(1, self.found[name] + self.gold[name])

    def sense_accuracy(self) -> float:
        """Share of found predicates whose roleset is right."""
        return sum(self.senses) / max(1, len(self.senses))

    def add(
        self, words: Words, found: Iterable[tuple[int, str, Iterable[tuple[str, int]]]], document: Annotated
    ) -> None:
        """Count one document."""
        gold = {place: (sense, roles) for place, sense, roles in document.frames}
        frames = {place: (sense, tuple(roles)) for place, sense, roles in found if document.judged[place]}
        mine = {(p, role, head) for p, (_, roles) in frames.items() for role, head in roles}
        theirs = {(p, role, head) for p, (_, roles) in gold.items() for role, head in roles}
        for counts, triples in ((self.right, mine & theirs), (self.found, mine), (self.gold, theirs)):
            for place, role, _ in triples:
                counts.update(("all", role, _kind(words, place)))
        main = {place for place, (sense, _) in gold.items() if sense not in AUXILIARIES}
        seen = {place for place in frames if gold.get(place, ("",))[0] not in AUXILIARIES}
        self.predicates.update(right=len(main & seen), found=len(seen), gold=len(main))
        self.senses += [frames[place][0] == gold[place][0] for place in sorted(main & seen)]


def _kind(words: Words, place: int) -> str:
    return str(words.kinds[place]).strip() or "v"


def score_model(model: RoleModel, documents: Sequence[Annotated], *, gold: bool) -> RoleScores:
    """Scores of a model, its predicates given or found."""
    scores = RoleScores()
    for document in documents:
        words = read_words(document.rows, model.vocabularies)
        hidden = document.vectors.astype(np.float32)
        if gold:
            predicates = np.array(sorted({place for place, _, _ in document.frames}), dtype=np.int64)
        else:
            predicates, _ = model.predicates(words, hidden)
        found = model.label(words, hidden, predicates, np.ones(len(predicates), dtype=np.float32))
        frames = [(f.predicate, f.roleset, [(role.name, role.head) for role in f.roles]) for f in found]
        scores.add(words, frames, document)
    return scores


def show_scores(title: str, scores: RoleScores) -> None:
    """Print the figures of all, of kinds of predicates, and of roles."""
    from rich.console import Console
    from rich.table import Table

    counts = scores.predicates
    precision, recall = counts["right"] / max(1, counts["found"]), counts["right"] / max(1, counts["gold"])
    table = Table(
        "",
        "P",
        "R",
        "F1",
        "gold",
        title=f"{title}; rolesets {scores.sense_accuracy():.3f}; predicates P {precision:.3f} R {recall:.3f}",
    )
    kinds = ["all", "v", "n", "j"]
    roles = sorted(scores.gold.keys() - set(kinds), key=lambda role: (-scores.gold[role], role))
    for name in [*kinds, *roles]:
        figures = (scores.precision(name), scores.recall(name), scores.f1(name))
        table.add_row(name, *(f"{figure:.3f}" for figure in figures), str(scores.gold[name]))
    Console().print(table)


def main() -> None:
    """Score the role head of a pipeline folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--pipeline", type=Path, default=pipeline.MODEL)
    parser.add_argument("--split", default="dev", choices=["dev", "test"])
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    nlp = pipeline.load_pipeline(options.pipeline)
    model = nlp.get_pipe("newsgraph_roles").model  # type: ignore[attr-defined]
    given = cached(nlp, options.corpora, options.split, options.cache)
    own = cached(nlp, options.corpora, options.split, options.cache, with_starts=False)
    show_scores(f"EWT {options.split}, gold predicates and sentences", score_model(model, given, gold=True))
    show_scores(
        f"EWT {options.split}, found predicates, gold sentences", score_model(model, given, gold=False)
    )
    show_scores(f"EWT {options.split}, found predicates and sentences", score_model(model, own, gold=False))


if __name__ == "__main__":
    main()
