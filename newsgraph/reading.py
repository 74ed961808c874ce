"""Reading: texts, files and Documents become extraction records. Heavy packages load where they are used."""

from __future__ import annotations

import datetime
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from newsgraph.graph.errors import InputError
from newsgraph.graph.model.record import ExtractionRecord

if TYPE_CHECKING:
    from spacy.language import Language

    from newsgraph.extract.extractor import Extractor, PipelineExtractor
    from newsgraph.extract.readers import Document, Refusal
    from newsgraph.extract.records.trace import Trace

Input: TypeAlias = "str | Path | Document | ExtractionRecord"
"""A text (``str``), a file or folder (``Path``), a Document, or the record of a document that was read before."""


_LOADING = threading.Lock()


def load_pipeline(path: str | Path | None = None) -> Language:
    """Return the English spaCy pipeline, loaded once; ``path`` names another pipeline folder of the same kind."""
    with _LOADING:
        return _load_pipeline(None if path is None else str(path))


@cache
def _load_pipeline(path: str | None) -> Language:
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


def day_or_field(
    value: str | datetime.date | None, fields: Mapping[str, object]
) -> str | datetime.date | None:
    """Return a day, or the name of the field that holds it where other fields are named too. Raises InputError."""
    is_field = bool(fields) and isinstance(value, str) and not value[:4].isdigit()
    return value if is_field else to_date(value)


def documents_of(
    source: Input | Iterable[Input], *, date: datetime.date | None = None
) -> Iterator[Document | ExtractionRecord]:
    """Yield the documents of texts, files and folders, in the order given; records pass through.

    Raises InputError for what cannot be read.
    """
    from newsgraph.extract.readers import Document

    items = [source] if isinstance(source, str | Path) or not isinstance(source, Iterable) else source
    for item in items:
        if isinstance(item, Path):
            yield from _documents_at(item, date)
        elif isinstance(item, str):
            _warn_of_file_name(item)
            yield Document.from_text(item, date=date)
        else:
            yield item


def _documents_at(path: Path, date: datetime.date | None) -> Iterator[Document]:
    from newsgraph.extract.readers import Refusal, read_documents

    found = False
    for result in read_documents(path, date=date):
        if not isinstance(result, Refusal):
            found = True
            yield result
        elif not result.passed_over:
            raise InputError(str(result))
    if not found:
        raise InputError(f"{path}: there is nothing in it that newsgraph reads.")


def _warn_of_file_name(text: str) -> None:
    if len(text) < 260 and not text.endswith(".") and len(text.split()) == 1 and Path(text).suffix:
        warnings.warn(f"{text!r} was read as a text; to read a file pass Path({text!r}).", stacklevel=4)


def extract_records(
    source: Input | Iterable[Input],
    *,
    date: str | datetime.date | None = None,
    schema: str | Path | None = None,
    pipeline: Language | None = None,
    extractor: Extractor | str | None = None,
    doubtful: bool = False,
) -> Iterator[ExtractionRecord]:
    """Yield the extraction record of each document, in the order given.

    Statements that are more likely wrong than right are left out unless ``doubtful``.

    ``date`` is the publication date of documents that do not state one; ``schema`` names a file of relations;
    ``pipeline`` is another spaCy pipeline of the same kind, ``extractor`` something else that reads (an object with
    ``pipe(documents)`` and ``info``) or its name in the entry point group ``newsgraph.extractors``. Raises InputError.
    """
    items = documents_of(source, date=to_date(date))
    for is_read, group in groupby(items, key=lambda item: isinstance(item, ExtractionRecord)):
        if is_read:
            yield from cast("Iterable[ExtractionRecord]", group)
        else:
            reader = load_extractor(extractor, schema=schema, pipeline=pipeline, doubtful=doubtful)
            yield from reader.pipe(cast("Iterable[Document]", group))


def load_extractor(
    extractor: Extractor | str | None = None,
    *,
    schema: str | Path | None = None,
    pipeline: Language | None = None,
    doubtful: bool = False,
) -> Extractor:
    """Return what reads documents into records: the one given or named, else ours.

    Ours takes the relations of ``schema`` and a ``pipeline`` of the shipped kind, and tells statements of any confidence
    where ``doubtful``. Raises InputError for a name that no package gives, for an object that cannot read, for a pipeline
    that does not fit, and for an extractor with any of the others.
    """
    if extractor is None:
        return own_extractor(schema=schema, pipeline=pipeline, doubtful=doubtful)
    if pipeline is not None or schema is not None or doubtful:
        raise InputError(
            "An extractor brings its own pipeline, schema and bound of confidence; give it alone."
        )
    from newsgraph.extract.extractor import Extractor

    found = _plugged_extractor(extractor) if isinstance(extractor, str) else extractor
    if not isinstance(found, Extractor):
        raise InputError(
            f"{extractor!r} is no extractor: it needs a method pipe(documents) and an attribute info."
        )
    return found


def own_extractor(
    *,
    schema: str | Path | None = None,
    pipeline: Language | None = None,
    doubtful: bool = False,
) -> PipelineExtractor:
    """Return our extractor, with the relations of a schema and a pipeline of the shipped kind.

    With ``doubtful`` it tells statements of any confidence. Raises InputError.
    """
    from newsgraph.extract.extractor import PipelineExtractor
    from newsgraph.extract.pipeline.fit import check
    from newsgraph.extract.records.confidence import DOUBTED
    from newsgraph.extract.relations import shipped_classifier
    from newsgraph.graph.knowledge.schema import load_schema

    relations, classifier = load_schema(schema), shipped_classifier()
    if pipeline is not None:
        check(pipeline, None if classifier is None else classifier.width)
    return PipelineExtractor(
        pipeline or load_pipeline(),
        schema=relations,
        classifier=classifier,
        least=0 if doubtful else DOUBTED,
    )


def _plugged_extractor(name: str) -> object:
    points = entry_points(group="newsgraph.extractors")
    if name not in points.names:
        known = f"there are {', '.join(sorted(points.names))}" if points.names else "no package gives one"
        raise InputError(f"There is no extractor {name!r}; {known}.")
    factory: Callable[[], object] = points[name].load()
    return factory()


def trace(text: str, *, date: str | datetime.date | None = None, schema: str | Path | None = None) -> Trace:
    """Return how a sentence or paragraph is read: parse, roles, rules that fired, statements; ``str`` of it prints.

    Raises InputError for a text without a letter or a long one.
    """
    from newsgraph.extract.readers import Document

    return own_extractor(schema=schema).trace(Document.from_text(text, date=to_date(date)))


def read_all(
    paths: Iterable[str | Path],
    *,
    date: str | datetime.date | None = None,
    schema: str | Path | None = None,
    fields: Mapping[str, str | bool | None] | None = None,
    doubtful: bool = False,
) -> Iterator[ExtractionRecord | Refusal]:
    """Yield what came of all documents in files and folders; one that cannot be read never stops the others.

    With ``doubtful`` statements of any confidence are told.
    ``fields`` are further options of :func:`newsgraph.read_documents`: names of columns, and ``any_language``.
    """
    from newsgraph.extract.readers import Refusal, read_documents

    given: dict[str, Any] = {name: value for name, value in (fields or {}).items() if value is not None}
    day, extractor = day_or_field(date, given), own_extractor(schema=schema, doubtful=doubtful)
    for path in paths:
        for found in read_documents(path, date=day, **given):
            if isinstance(found, Refusal):
                yield found
                continue
            try:
                yield extractor.read(found)
            except Exception as error:  # any fault of one document, however deep
                yield Refusal(found.source, f"reading failed ({type(error).__name__}: {error}).")


def read_batch(
    rows: Iterable[Mapping[str, Any]], *, schema: str | Path | None = None
) -> list[dict[str, Any]]:
    """Read rows ``{"id", "text", ...}`` into rows ``{"id", "record", "error"}``, in the same order; never raise.

    ``title``, ``date`` (YYYY-MM-DD), ``url``, ``publisher``, ``media_type`` and ``source`` may be given; without ``source`` the id
    is the source. ``record`` is the extraction record as a line of JSON, ``error`` why there is none; one of
    the two is None. The pipeline is loaded once a process: a map over batches needs nothing else.
    """
    try:
        extractor = own_extractor(schema=schema)
    except Exception as error:  # a map over batches must not die, whatever is wrong
        return [{"id": row.get("id"), "record": None, "error": _said(error)} for row in rows]
    return [_read_row(row, extractor) for row in rows]


def _read_row(row: Mapping[str, Any], extractor: PipelineExtractor) -> dict[str, Any]:
    try:
        return {"id": row["id"], "record": _row_record(row, extractor), "error": None}
    except KeyError as error:
        return {"id": row.get("id"), "record": None, "error": f"the row has no {error.args[0]!r}"}
    except Exception as error:  # nor of one row
        return {"id": row.get("id"), "record": None, "error": _said(error)}


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__


def _row_record(row: Mapping[str, Any], extractor: PipelineExtractor) -> str:
    from newsgraph.extract.readers import Document
    from newsgraph.graph.model.record_io import write_records

    date = to_date(row.get("date") or None)
    source = str(row.get("source") or row["id"])
    document = Document.from_text(row["text"], source, title=row.get("title"), date=date)
    given = {name: row[name] for name in ("url", "publisher", "media_type") if row.get(name)}
    (line,) = write_records([extractor.read(replace(document, **given))])
    return line.rstrip("\n")
