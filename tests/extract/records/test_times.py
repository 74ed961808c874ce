"""The tense that decides which year a month without one belongs to."""

import pytest

import newsgraph
from newsgraph.extract.records.times import tense_of
from newsgraph.extract.statements import find_extractions
from newsgraph.extract.syntax.tree import read_tree

PAID = """
    If IN mark 3
    Lund NNP nsubj 3
    {verb} root 0 {lemma}
    . . punct 3
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "tense"), [("pays VBZ", "pay", "future"), ("paid VBD", "pay", "past")]
)
def test_a_condition_in_the_present_lies_ahead(parse, verb, lemma, tense):
    """ "If he pays in December"."""
    doc = parse(PAID.format(verb=verb, lemma=lemma))
    (extraction,) = find_extractions(doc)
    assert (extraction.modality, tense_of(read_tree(doc), extraction)) == ("conditional", tense)


ARRANGED = """
    The DT det 2
    vote NN nsubj:pass 4
    {be} aux:pass 4 be
    scheduled VBN root 0 schedule
    . . punct 4
"""


@pytest.mark.parametrize(("be", "tense"), [("is VBZ", "future"), ("was VBD", "past")])
def test_what_is_scheduled_lies_ahead(parse, be, tense):
    """ "Is scheduled for November"."""
    doc = parse(ARRANGED.format(be=be))
    (extraction,) = find_extractions(doc)
    assert tense_of(read_tree(doc), extraction) == tense


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The vote was set for June 12.", "2026-06-12"),
        ("The hearing planned for February 10 was cancelled.", "2026-02-10"),
        ("The trial was scheduled for January 7 but began late.", "2026-01-07"),
    ],
)
def test_what_was_set_for_a_day_is_set_for_the_nearest(text, day):
    """The day is not that of the deed ("set sentencing for June 12"), and may have gone by."""
    (record,) = newsgraph.extract_records([text], date="2026-03-02")
    times = {q.value for s in record.statements for q in s.qualifiers if q.role == "time"}
    assert day in times
    assert times <= {day, None}


BESIDE = """
    Lund NNP nsubj 2
    {verb} root 0 {lemma}
    after IN mark 4
    selling VBG advcl 2 sell
    ships NNS obj 4
    . . punct 2
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "tense"), [("retired VBD", "retire", "past"), ("retires VBZ", "retire", None)]
)
def test_a_gerund_is_as_past_as_its_verb(parse, verb, lemma, tense):
    """ "Retired after selling ships in a day"."""
    doc = parse(BESIDE.format(verb=verb, lemma=lemma))
    sold = next(e for e in find_extractions(doc) if doc[e.predicate[-1]].lower_ == "selling")
    assert tense_of(read_tree(doc), sold) == tense


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The trial continues on Thursday.", "2026-03-05"),
        ("The trial continued on Thursday.", "2026-02-26"),
        ("Arsenal beat Chelsea on Thursday.", "2026-02-26"),  # of one form in the present and the past
        ("Oslo loses a bridge on Thursday", "2026-02-26"),  # a headline
    ],
)
def test_a_weekday_in_the_present_lies_ahead(text, day):
    """But a headline tells of the past in the present."""
    (record,) = newsgraph.extract_records([text], date="2026-03-02")
    times = [q.value for s in record.statements for q in s.qualifiers if q.role == "time"]
    assert times == [day]
