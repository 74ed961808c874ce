"""Reading, writing and validating extraction records."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from newsgraph.graph import RecordError, read_records, write_records
from newsgraph.graph.model.record import FORMAT, Amount, LocalStatement, Predicate, SpanText
from tests.graph.strategies import mentioning

Record = dict[str, Any]


def written() -> Record:
    """Return a small valid record as JSON."""
    (line,) = write_records([mentioning("a", ("Tarn", "PERSON"), ("Oslo", "GPE"))])
    record: Record = json.loads(line)
    record["statements"].append(
        {
            "id": "s0",
            "subject": {"spans": [[0, 4]], "text": "Tarn", "entity": "e0"},
            "predicate": {"spans": [[4, 5]], "text": " ", "lemma": "go", "relation": None},
            "object": {"spans": [[5, 9]], "text": "Oslo", "entity": "e1"},
            "qualifiers": [],
            "polarity": "positive",
            "modality": "actual",
            "attribution": None,
            "confidence": 1,
            "sentence": 0,
        }
    )
    return record


def test_a_record_as_the_document_describes_it_is_read():
    """Method and named may be left out, text too."""
    record = written()
    del record["document"]["text"]
    for entity in record["entities"]:
        del entity["named"]
    (read,) = read_records([json.dumps(record)])
    assert read.document.text is None
    assert read.statements[0].method == "pattern"
    assert all(entity.named for entity in read.entities)


Change = Callable[[Record], object]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda r: r["document"].update(length=3), "length is 3"),
        (lambda r: r["document"].update(text="Bern Oslo "), "sha256"),
        (lambda r: r["mentions"][0].update(end=3), "not what the document has"),
        (lambda r: r["mentions"][0].update(end=99), "outside the document"),
        (lambda r: r["mentions"][0].update(entity="e9"), "no entity 'e9'"),
        (lambda r: r["mentions"][0].update(label="HERO"), "unknown label 'HERO'"),
        (lambda r: r["mentions"][0].update(kind="verb"), "unknown kind"),
        (lambda r: r["mentions"][1].update(id="m0"), "mention id 'm0' is used twice"),
        (lambda r: r["mentions"].reverse(), "not in text order"),
        (lambda r: r["entities"][0].update(name=" "), "the name is empty"),
        (lambda r: r["sentences"].append([0, 2]), "out of order"),
        (lambda r: r["statements"][0].update(polarity="perhaps"), "unknown polarity"),
        (lambda r: r["statements"][0].update(modality="perhaps"), "unknown modality"),
        (lambda r: r["statements"][0].update(confidence=1.5), "not between 0 and 1"),
        (lambda r: r["statements"][0].update(sentence=4), "no sentence 4"),
        (lambda r: r["statements"][0]["object"].update(entity="e9"), "object: there is no entity"),
        (lambda r: r["statements"][0]["subject"].update(spans=[]), "there is no span"),
        (lambda r: r["document"].update(length="long"), r"\$.document.length"),
        (lambda r: r.pop("document"), "document"),
    ],
)
def test_broken_laws_are_told_with_their_place(change: Change, message: str):
    """Each law of the record is checked, and the message says where and what."""
    record = written()
    change(record)
    with pytest.raises(RecordError, match=message) as caught:
        list(read_records(["", json.dumps(record)], "my.jsonl"))
    assert "my.jsonl, line 2" in str(caught.value)


def test_what_is_no_json_is_told():
    """A line that is no JSON gives a message, not a traceback."""
    with pytest.raises(RecordError, match="line 1: this is no extraction record"):
        list(read_records(["{"]))


def test_a_record_of_the_first_format_is_read() -> None:
    """It lacks the fields that came later, and is the same record."""
    first = json.loads(next(write_records([mentioning("d", ("Ada Voss", "PERSON"))])))
    del first["format"]
    (read,) = read_records([json.dumps({**first, "format": 1})])
    assert read == mentioning("d", ("Ada Voss", "PERSON"))


def test_a_record_of_a_newer_format_is_refused_with_a_sentence() -> None:
    """Fields that are not known would be lost without a word."""
    line = json.loads(next(write_records([mentioning("d", ("Ada Voss", "PERSON"))])))
    with pytest.raises(RecordError, match="newer than this newsgraph reads"):
        list(read_records([json.dumps({**line, "format": FORMAT + 1})]))


def test_fields_that_say_nothing_are_left_out() -> None:
    """Those of the first format are always written, later ones only where they say something."""
    line = json.loads(next(write_records([mentioning("d", ("Ada Voss", "PERSON"))])))
    assert "title" in line["document"]
    assert "url" not in line["document"]


def test_an_amount_of_nothing_is_an_amount() -> None:
    """ "0 votes" has a number, which is not the same as none."""
    record = mentioning("a", ("Ada Voss", "PERSON"))
    text = record.document.text or ""
    subject = SpanText(((0, 1),), text[:1], amount=Amount(number=0.0, unit="vote"))
    predicate = Predicate(((0, 1),), text[:1], "be")
    statement = LocalStatement("s0", subject, predicate, None, (), "positive", "actual", None, 0.5, 0)
    counted = replace(record, statements=(statement,))
    assert list(read_records(write_records([counted]))) == [counted]
