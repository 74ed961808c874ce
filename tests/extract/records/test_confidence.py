"""Confidence: a probability that falls with what makes readings go wrong, and that people can ask for."""

from __future__ import annotations

import pytest
from spacy.language import Language

import newsgraph
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.records.confidence import ConfidenceTable, confidence, load_table
from newsgraph.extract.records.margins import Margins
from newsgraph.extract.statements import analyse, find_extractions

PLAIN = "Anna Berg visited Oslo."
LONG = (
    "Anna Berg, whom the council of the small town had asked in vain to lead the talks that were to end the strike, in spite "
    "of all the warnings of sailors who knew what had happened there before, and though nobody had sent for her, visited Oslo."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The shipped pipeline."""
    return load_pipeline()


def test_long_ways_are_less_sure(nlp: Language) -> None:
    """The same statement far apart in a long sentence is less sure, and both are probabilities."""
    values = []
    for text in (PLAIN, LONG):
        doc = nlp(text)
        analysis = analyse(doc)
        found = find_extractions(doc, analysis=analysis)
        visit = next(p for p in found if p.lemma == "visit")
        values.append(confidence(analysis.tree, visit, Margins(doc, analysis.tree)))
    assert 0 < values[1] < values[0] < 1


def test_a_classifiers_probability_is_kept(nlp: Language) -> None:
    """Where a classifier named the relation its own probability counts."""
    doc = nlp(PLAIN)
    analysis = analyse(doc)
    extraction = find_extractions(doc, analysis=analysis)[0]
    assert confidence(analysis.tree, extraction, Margins(doc, analysis.tree), 0.618) == 0.62


def test_no_statement_is_surer_than_a_reading_can_be() -> None:
    """However good the tree, the rules are right only so often."""
    assert ConfidenceTable({"constant": 50.0}, 0.9).probability({"constant": 1.0}) == pytest.approx(0.9)
    assert 0.5 < load_table().right_reading < 1


def test_statements_can_be_asked_for_by_confidence() -> None:
    """A least confidence leaves out the others and changes nothing else."""
    text = f"{PLAIN} {LONG}"
    every = {s.id: s for s in newsgraph.build(text).statements}
    least = sorted(s.confidence for s in every.values())[-1]
    sure = {s.id: s for s in newsgraph.build(text, min_confidence=least).statements}
    assert 0 < len(sure) < len(every)
    assert all(s.confidence >= least for s in sure.values())
    assert sure.keys() <= every.keys()
