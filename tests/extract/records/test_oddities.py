"""What looks odd in the parse of a statement, as numbers."""

from __future__ import annotations

import pytest

from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.records.margins import Margins
from newsgraph.extract.records.oddities import oddities
from newsgraph.extract.statements import analyse, find_extractions


def odd(text: str, lemma: str) -> set[str]:
    """The names of what is odd about the first statement with a predicate."""
    doc = load_pipeline()(text)
    analysis = analyse(doc)
    told = next(e for e in find_extractions(doc, analysis=analysis) if e.lemma == lemma)
    found = oddities(analysis.tree, Margins(doc, analysis.tree), told, told.predicate[-1])
    return {name for name, value in found.items() if value and not name.endswith("doubted")}


@pytest.mark.parametrize(
    ("text", "lemma", "name"),
    [
        ("The guards gave Ada Lind 300 euros and the town a park.", "give", ""),
        ("The two towns was flooded.", "flood", "unlike number"),
        ("The town was flooded.", "flood", ""),
        ("The mayor of the town that Lund founded sold: the harbour.", "sell", "subject verbs between"),
        ("The mayor sold the harbour.", "sell", ""),
    ],
)
def test_what_is_odd_is_told(text: str, lemma: str, name: str) -> None:
    """A plain sentence has no oddity, one with a slip has that one among its own."""
    found = odd(text, lemma)
    assert name in found if name else not found
