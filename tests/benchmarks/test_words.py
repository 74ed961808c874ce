"""The ledger of word classes empties only what answered, finds who changes something, and compares whole records."""

import ast
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.words import READ, Item, _Noted, _without, answering, changes, names, parts
from newsgraph.extract.english import word_classes
from newsgraph.extract.syntax.corrections import titles
from newsgraph.graph.model.record import (
    Amount,
    Cue,
    ExtractionRecord,
    LocalDocument,
    LocalEntity,
    LocalMention,
    LocalQualifier,
    LocalStatement,
    Predicate,
    SpanText,
)

EXTRACT = Path(__file__).parents[2] / "extract"

STATEMENT = LocalStatement(
    "s0", SpanText(((0, 4),), "Lund", "e0"), Predicate(((5, 9),), "sold", "sell"), None, (), "positive", "actual", None, 0.5, 0
)  # fmt: skip
RECORD = ExtractionRecord(
    LocalDocument("d", "d", None, None, "en", "", 10),
    sentences=((0, 10),),
    mentions=(LocalMention("m0", 0, 4, "Lund", "PERSON", "name", "e0"),),
    entities=(LocalEntity("e0", "Lund", "PERSON"),),
    statements=(STATEMENT,),
)


@pytest.fixture
def answers() -> Counter[str]:
    """How often each class answered."""
    return Counter()


def test_a_no_is_what_an_empty_class_would_say(answers: Counter[str]) -> None:
    """Only a word of the class, in whatever way it is asked for, is counted."""
    denying = _Noted("denying", answers)
    assert "mayor" not in denying
    assert denying.isdisjoint({"mayor", "town"})
    assert not denying & {"mayor"}
    assert not denying.issuperset(["mayor"])
    assert not answers
    assert "reject" in denying
    assert denying.issuperset(["reject"])
    assert answers == {"denying": 2}


@pytest.mark.parametrize(
    "joined",
    [lambda c: frozenset({"mayor"}) | c, lambda c: c | {"mayor"}, lambda c: {"mayor", *c}, lambda c: set(c) | {"mayor"}],
)  # fmt: skip
def test_who_takes_all_entries_may_find_any_of_them(answers: Counter[str], joined) -> None:
    """The words are those of the class, and the class is counted."""
    assert joined(_Noted("denying", answers)) == READ("denying") | {"mayor"}
    assert set(answers) == {"denying"}


def test_a_set_of_words_that_is_compared_with_a_class_counts_it(answers: Counter[str]) -> None:
    """Also where the plain set is asked."""
    assert not {"reject"}.isdisjoint(_Noted("denying", answers))
    assert set(answers) == {"denying"}


def test_what_was_worked_out_of_a_class_is_forgotten() -> None:
    """A module that remembers words of a class works them out again while the class is empty, and afterwards."""
    whole = titles._openings()
    with answering(_without(["titles_with_of"])):
        assert titles._openings() == frozenset()
    assert titles._openings() == whole != frozenset()


def test_no_module_takes_a_class_when_it_is_loaded() -> None:
    """What a module took then would stay when the class is emptied."""
    taken = [
        f"{path.relative_to(EXTRACT)}:{node.lineno}"
        for path in sorted(EXTRACT.rglob("*.py"))
        for top in ast.parse(path.read_text(encoding="utf8")).body
        if not isinstance(top, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(top)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "word_class"
    ]
    assert not taken


def test_classes_that_change_a_reading_are_found_among_all() -> None:
    """Each by itself, with what differs, and without a reading for every class."""
    readings = 0

    def read() -> Counter[object]:
        nonlocal readings
        readings += 1
        asked = (("denying", "reject"), ("denying", "deny"), ("weather", "rain"))
        return Counter(word for name, word in asked if word in word_classes.word_class(name))

    item = Item(read, read(), Counter())
    assert list(changes(item, names())) == [("denying", 2), ("weather", 1)]
    assert readings < 40 < len(names())
    assert not list(changes(item, [name for name in names() if name not in ("denying", "weather")]))
    assert not list(changes(item, []))


@pytest.mark.parametrize(
    "changed",
    [
        replace(RECORD, sentences=((0, 5), (5, 10))),
        replace(RECORD, entities=(replace(RECORD.entities[0], aliases=("Anna",)),)),
        replace(RECORD, mentions=(replace(RECORD.mentions[0], kind="pronoun"),)),
        replace(RECORD, mentions=()),
        *(
            replace(RECORD, statements=(replace(STATEMENT, **change),))
            for change in (
                {"factuality": (Cue("planned", ((5, 9),), "sold"),)},
                {"qualifiers": (LocalQualifier("time", ((5, 9),), "then", "2026"),)},
                {"subject": replace(STATEMENT.subject, entity=None)},
                {"subject": replace(STATEMENT.subject, amount=Amount(2))},
                {"rule": "clause"},
            )
        ),
    ],
)
def test_records_differ_by_whatever_they_say(changed: ExtractionRecord) -> None:
    """Sentences, entities, mentions, cues, times and amounts, as well as the words of statements."""
    assert parts(changed) != parts(RECORD)


def test_numbers_and_confidence_are_no_difference() -> None:
    """A new entity moves the ids of those behind it, which say the same."""
    moved = replace(
        RECORD,
        mentions=(replace(RECORD.mentions[0], id="m7", entity="e7"),),
        entities=(LocalEntity("e0", "Elm", "GPE"), LocalEntity("e7", "Lund", "PERSON")),
        statements=(replace(STATEMENT, id="s3", confidence=0.9, subject=replace(STATEMENT.subject, entity="e7")),),
    )  # fmt: skip
    assert (parts(moved) - parts(RECORD)).total() == 1
    assert not parts(RECORD) - parts(moved)
