"""Packed records are the records, in the order of their documents, at a tenth of the memory."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from newsgraph.graph import RecordError, build_graph
from newsgraph.graph.model.packed_records import PackedRecords
from newsgraph.graph.model.record import ExtractionRecord
from tests.graph.strategies import corpora, mentioning


@given(corpora())
def test_records_come_back(records: list[ExtractionRecord]):
    """Each comes back equal, once, sorted by the id of its document."""
    packed = PackedRecords(records + records[:1])
    assert list(packed) == sorted(records, key=lambda record: record.document.id)
    assert packed == PackedRecords(records[::-1])
    assert packed[:1] == tuple(packed)[:1]
    assert build_graph(packed) == build_graph(records)
    assert build_graph(records).records == packed


def test_lone_surrogates_come_back():
    """A text that no encoding can carry is kept as it is."""
    tame = mentioning("a", ("Ona", "PERSON"))
    record = replace(tame, entities=(replace(tame.entities[0], name="Ona \ud800"),))
    assert list(PackedRecords([record])) == [record]


def test_two_records_of_one_document_are_refused():
    """The message names the document and both sources."""
    with pytest.raises(RecordError, match=r"'a' \(a\.txt, a\.txt\)"):
        PackedRecords([mentioning("a", ("Oslo", "GPE")), mentioning("a", ("Bergen", "GPE"))])


def test_one_text_in_several_sources_is_one_record():
    """Whatever the order; a record that knows both sources already changes nothing."""
    one = mentioning("a", ("Oslo", "GPE"))
    copies = [replace(one, document=replace(one.document, source=name)) for name in ("c.txt", "b.txt")]
    (record,) = packed = PackedRecords([one, *copies])
    assert (record.document.source, record.document.sources) == ("a.txt", ("b.txt", "c.txt"))
    assert packed == PackedRecords([*reversed(copies), one]) == PackedRecords([record, *copies])
