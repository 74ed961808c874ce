"""Other pipelines and other extractors: what fits is used, what does not is refused in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, EntryPoints

import pytest
import spacy

import newsgraph
from newsgraph import InputError, reading
from newsgraph.extract.readers import Document
from newsgraph.extract.records.builder import RecordBuilder
from newsgraph.graph.knowledge.schema import load_schema
from newsgraph.graph.model.record import ExtractionRecord, ExtractorInfo


class Silent:
    """An extractor that reads nothing from anything."""

    info = ExtractorInfo("silent", "1", "0")

    def pipe(self, documents: Iterable[Document]) -> Iterator[ExtractionRecord]:
        """An empty record for each document."""
        for document in documents:
            yield RecordBuilder(document, load_schema()).finish(self.info)


def test_an_extractor_of_ones_own_reads() -> None:
    """The graph is made of its records."""
    assert len(newsgraph.build("Ada Lind founded Robur.", extractor=Silent()).graph) == 0
    assert len(newsgraph.build("Ada Lind founded Robur.").graph) > 0


def test_an_extractor_is_found_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages give theirs by entry point; an unknown name is told with those there are."""
    point = EntryPoint("silent", f"{__name__}:Silent", "newsgraph.extractors")
    monkeypatch.setattr(reading, "entry_points", lambda group: EntryPoints([point]))
    (record,) = newsgraph.extract_records("Ada Lind founded Robur.", extractor="silent")
    assert record.statements == ()
    with pytest.raises(InputError, match="no extractor 'loud'; there are silent"):
        list(newsgraph.extract_records("Ada Lind founded Robur.", extractor="loud"))


def test_what_cannot_read_is_no_extractor() -> None:
    """An object without the two things an extractor has is refused, and so is one beside a pipeline."""
    with pytest.raises(InputError, match="no extractor"):
        list(newsgraph.extract_records("Ada Lind founded Robur.", extractor=object()))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="give it alone"):
        list(newsgraph.extract_records("Text.", extractor=Silent(), pipeline=spacy.blank("en")))


def test_a_pipeline_of_another_kind_is_refused_in_one_sentence() -> None:
    """A pipeline without our parse and vectors is told what it lacks, rather than failing inside a matrix product."""
    with pytest.raises(InputError, match=r"does not fit: it parses nothing; .*no vectors"):
        newsgraph.build("Ada Lind founded Robur.", pipeline=spacy.blank("en"))


def test_our_own_pipeline_fits() -> None:
    """Passing the shipped pipeline by hand changes nothing."""
    text = "Ada Lind founded Robur in Oslo."
    assert list(newsgraph.extract_records(text, pipeline=newsgraph.load_pipeline())) == list(
        newsgraph.extract_records(text)
    )


SURE_AND_UNSURE = "Anna Lund met Mia Holm. She had a crane built by Vardo, her sister Eva said, and the yard that it owns, sold in May."


def test_statements_too_unsure_are_told_only_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    (everything,) = newsgraph.extract_records(SURE_AND_UNSURE, doubtful=True)
    bound = max(statement.confidence for statement in everything.statements)
    monkeypatch.setattr("newsgraph.extract.records.confidence.DOUBTED", bound)
    (told,) = newsgraph.extract_records(SURE_AND_UNSURE)
    assert 0 < len(told.statements) < len(everything.statements)
    assert {statement.confidence for statement in told.statements} == {bound}


def test_trace_marks_what_is_too_unsure_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "too unsure" not in str(newsgraph.trace("Anna Lund met Mia Holm."))
    monkeypatch.setattr("newsgraph.extract.records.trace.DOUBTED", 1.0)
    assert "too unsure to tell" in str(newsgraph.trace("Anna Lund met Mia Holm."))


def test_an_extractor_brings_its_own_bound_of_confidence() -> None:
    with pytest.raises(InputError, match="its own"):
        list(newsgraph.extract_records("Anna Lund left.", extractor="any", doubtful=True))
