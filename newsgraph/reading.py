"""Reading: texts, files and Documents become extraction records. Heavy packages load where they are used."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from newsgraph.graph.errors import InputError, NewsgraphError
from newsgraph.graph.model.record import ExtractionRecord

if TYPE_CHECKING:
    from spacy.language import Language

    from newsgraph.extract.extractor import PipelineExtractor
    from newsgraph.extract.readers import Document
    from newsgraph.extract.records.trace import Trace

Input: TypeAlias = "str | Path | Document | ExtractionRecord"
"""A text (``str``), a file or folder (``Path``), a Document, or the record of a document that was read before."""


@cache
def load_pipeline(path: str | Path | None = None) -> Language:
    """Return the English spaCy pipeline, loaded once; ``path`` names another pipeline folder of the same kind."""
    from newsgraph.extract import pipeline

    return pipeline.load_pipeline(path or pipeline.MODEL)


def to_date(value: str | datetime.date | None) -> datetime.date | None:
    """Return the date of ISO 8601 text such as ``2026-03-02``. Raises InputError."""
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise InputError(f"{value!r} is not a date; use YYYY-MM-DD, such as 2026-03-02.") from None


def documents_of(
    source: Input | Iterable[Input], *, date: datetime.date | None = None
) -> Iterator[Document | ExtractionRecord]:
    """Yield the documents of texts, files and folders, in the order given; records pass through.

    Raises InputError for what cannot be read.
    """
    from newsgraph.extract.readers import Document, Refusal, read_documents

    items = [source] if isinstance(source, str | Path) or not isinstance(source, Iterable) else source
    for item in items:
        if isinstance(item, Path):
            for path in files_of([item]):
                for found in read_documents(path, date=date):
                    if isinstance(found, Refusal):
                        raise InputError(str(found))
                    yield found
        elif isinstance(item, str):
            _warn_of_file_name(item)
            yield Document.from_text(item, date=date)
        else:
            yield item


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that ``paths`` name; a folder gives the text files in it."""
    from newsgraph.extract.readers import expand_paths

    yield from (Path(name) for name in expand_paths(str(path) for path in paths))


def _warn_of_file_name(text: str) -> None:
    if len(text) < 260 and not text.endswith(".") and len(text.split()) == 1 and Path(text).suffix:
        warnings.warn(f"{text!r} was read as a text; to read a file pass Path({text!r}).", stacklevel=4)


def extract_records(
    source: Input | Iterable[Input],
    *,
    date: str | datetime.date | None = None,
    schema: str | Path | None = None,
    pipeline: Language | None = None,
) -> Iterator[ExtractionRecord]:
    """Yield the extraction record of each document, in the order given.

    ``date`` is the publication date of documents that do not state one; ``schema`` names a file of relations;
    ``pipeline`` is another spaCy pipeline of the same kind. Raises InputError.
    """
    items = documents_of(source, date=to_date(date))
    for is_read, group in groupby(items, key=lambda item: isinstance(item, ExtractionRecord)):
        if is_read:
            yield from cast("Iterable[ExtractionRecord]", group)
        else:
            extractor = load_extractor(schema=schema, pipeline=pipeline)
            yield from extractor.pipe(cast("Iterable[Document]", group))


def load_extractor(
    *, schema: str | Path | None = None, pipeline: Language | None = None
) -> PipelineExtractor:
    """Return what reads documents into records, with the relations of a schema and a pipeline of the shipped kind."""
    from newsgraph.extract.extractor import PipelineExtractor
    from newsgraph.extract.relations import shipped_classifier
    from newsgraph.graph.knowledge.schema import load_schema

    relations = load_schema(schema)
    return PipelineExtractor(pipeline or load_pipeline(), schema=relations, classifier=shipped_classifier())


def trace(text: str, *, date: str | datetime.date | None = None, schema: str | Path | None = None) -> Trace:
    """Return how a sentence or paragraph is read: parse, roles, rules that fired, statements; ``str`` of it prints.

    Raises InputError for a text without a letter or a long one.
    """
    from newsgraph.extract.readers import Document

    return load_extractor(schema=schema).trace(Document.from_text(text, date=to_date(date)))


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, and why."""

    source: str
    reason: str


def read_all(
    paths: Iterable[Path], *, date: str | None = None, schema: str | None = None
) -> Iterator[ExtractionRecord | Failure]:
    """Read files one by one; one that cannot be read gives a Failure and the others go on."""
    from newsgraph.extract.readers import Refusal, read_documents

    for path in paths:
        for found in read_documents(path, date=date):
            if isinstance(found, Refusal):
                yield Failure(found.source, str(found))
                continue
            try:
                yield from extract_records(found, schema=schema)
            except NewsgraphError as error:
                yield Failure(found.source, str(error))
