"""Reads, writes and validates extraction records as JSON Lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

import msgspec

from ..errors import RecordError
from .record import (
    EFFECTS,
    FORMAT,
    KINDS,
    LABELS,
    MODALITIES,
    POLARITIES,
    STANCES,
    ExtractionRecord,
    LocalStatement,
    Span,
)

_LINE_BREAKS = re.compile("[\u0085\u2028\u2029\ud800-\udfff]")


def write_records(records: Iterable[ExtractionRecord]) -> Iterator[str]:
    """Yield each record as one line of JSON, line break included; same records, same characters."""
    for record in records:
        fields = _compact(msgspec.to_builtins(record))
        line = json.dumps(fields, ensure_ascii=False, allow_nan=False)
        yield _LINE_BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n"


_REQUIRED = frozenset(
    {
        "id",
        "source",
        "title",
        "date",
        "language",
        "sha256",
        "length",
        "sentences",
        "mentions",
        "entities",
        "statements",
    }
    | {
        "subject",
        "predicate",
        "object",
        "qualifiers",
        "polarity",
        "modality",
        "attribution",
        "confidence",
        "sentence",
    }
    | {
        "method",
        "spans",
        "text",
        "entity",
        "lemma",
        "relation",
        "role",
        "value",
        "cue",
        "quoted",
        "name",
        "label",
    }
    | {"aliases", "named", "start", "end", "kind", "format", "document"}
)
"""Fields of format 1, which are always written; those added since are left out where they say nothing."""


def _compact(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {name: _compact(item) for name, item in value.items()}
        if "sha256" in kept and kept.get("text") is None:
            del kept["text"]
        return {
            name: item for name, item in kept.items() if name in _REQUIRED or not _says_nothing(name, item)
        }
    if isinstance(value, list | tuple):
        return [_compact(item) for item in value]
    return value


def _says_nothing(name: str, item: Any) -> bool:
    return item is None or item is False or item in ([], ()) or (name == "stance" and item == STANCES[0])


def read_records(lines: Iterable[str], source: str = "records") -> Iterator[ExtractionRecord]:
    """Yield the record of each line that is not blank, validated.

    Raises :class:`RecordError` that says where in ``source`` the first mistake is.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read_record(line, f"{source}, line {number}")


def _read_record(line: str, place: str) -> ExtractionRecord:
    try:
        record = msgspec.json.decode(line, type=ExtractionRecord)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise RecordError(f"{place}: this is no extraction record: {error}") from error
    if record.format > FORMAT:
        raise RecordError(
            f"{place}: this record has format {record.format}, newer than this newsgraph reads ({FORMAT}); update newsgraph."
        )
    try:
        return validate(record if record.format == FORMAT else replace(record, format=FORMAT))
    except RecordError as error:
        raise RecordError(f"{place}: {error}") from error


def validate(record: ExtractionRecord) -> ExtractionRecord:
    """Return ``record`` if it keeps the laws of the record; raises :class:`RecordError` that says where not.

    Spans lie inside the document, are in order, and their texts are its slices (as long as these, where the
    record carries no text); ids are unique and resolve; labels and the like are known; text order is kept.
    """
    for problem in _problems(record):
        raise RecordError(f"document {record.document.id!r}: {problem}")
    return record


def _problems(record: ExtractionRecord) -> Iterator[str]:
    yield from _document_problems(record)
    yield from _sentence_problems(record)
    yield from _entity_problems(record)
    yield from _mention_problems(record)
    yield from _repeated([statement.id for statement in record.statements], "statement")
    for statement in record.statements:
        yield from (f"statement {statement.id}: {p}" for p in _statement_problems(record, statement))
    if [s.sentence for s in record.statements] != sorted(s.sentence for s in record.statements):
        yield "the statements are not in text order"


def _document_problems(record: ExtractionRecord) -> Iterator[str]:
    document = record.document
    if not document.id:
        yield "the id of the document is empty"
    if document.text is not None and len(document.text) != document.length:
        yield f"length is {document.length}, but the text has {len(document.text)} code points"
    if document.text is not None:
        actual = sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        if actual != document.sha256:
            yield f"sha256 is {document.sha256!r}, but that of the text is {actual!r}"


def _sentence_problems(record: ExtractionRecord) -> Iterator[str]:
    end = 0
    for index, sentence in enumerate(record.sentences):
        if not end <= sentence[0] < sentence[1] <= record.document.length:
            yield f"sentence {index} at {list(sentence)} is empty, out of order or outside the document"
        end = sentence[1]


def _entity_problems(record: ExtractionRecord) -> Iterator[str]:
    yield from _repeated([entity.id for entity in record.entities], "entity")
    for entity in record.entities:
        if entity.label not in LABELS:
            yield f"entity {entity.id}: unknown label {entity.label!r}"
        if not entity.name.strip():
            yield f"entity {entity.id}: the name is empty"


def _mention_problems(record: ExtractionRecord) -> Iterator[str]:
    entities = {entity.id for entity in record.entities}
    yield from _repeated([mention.id for mention in record.mentions], "mention")
    for mention in record.mentions:
        where = f"mention {mention.id}"
        if mention.entity not in entities:
            yield f"{where}: there is no entity {mention.entity!r}"
        if mention.label not in LABELS:
            yield f"{where}: unknown label {mention.label!r}"
        if mention.kind not in KINDS:
            yield f"{where}: unknown kind {mention.kind!r}"
        yield from _span_problems(record, where, ((mention.start, mention.end),), mention.text)
    if [m.start for m in record.mentions] != sorted(m.start for m in record.mentions):
        yield "the mentions are not in text order"


def _statement_problems(record: ExtractionRecord, statement: LocalStatement) -> Iterator[str]:
    entities = {entity.id for entity in record.entities}
    for where, spans, text, entity in _parts(statement):
        yield from _span_problems(record, where, spans, text)
        if entity is not None and entity not in entities:
            yield f"{where}: there is no entity {entity!r}"
    if statement.polarity not in POLARITIES:
        yield f"unknown polarity {statement.polarity!r}"
    if statement.modality not in MODALITIES:
        yield f"unknown modality {statement.modality!r}"
    for span in _bare_spans(statement):
        if not 0 <= span[0] < span[1] <= record.document.length:
            yield f"the span {list(span)} is empty or outside the document"
    if any(cue.effect not in EFFECTS for cue in statement.factuality):
        yield "unknown effect of a cue"
    if statement.attribution is not None and statement.attribution.stance not in STANCES:
        yield f"unknown stance {statement.attribution.stance!r}"
    if not 0 <= statement.confidence <= 1:
        yield f"confidence {statement.confidence} is not between 0 and 1"
    if not 0 <= statement.sentence < len(record.sentences):
        yield f"there is no sentence {statement.sentence}"


def _parts(statement: LocalStatement) -> Iterator[tuple[str, tuple[Span, ...], str, str | None]]:
    yield "predicate", statement.predicate.spans, statement.predicate.text, None
    yield from (("argument", a.spans, a.text, a.entity) for a in statement.arguments)
    yield from (("cue", cue.spans, cue.text, None) for cue in statement.factuality)
    if statement.attribution is not None and statement.attribution.via is not None:
        via = statement.attribution.via
        yield "via", via.spans, via.text, via.entity
    parts = (statement.subject, statement.object, statement.attribution, *statement.qualifiers)
    names = ("subject", "object", "attribution", *("qualifier" for _ in statement.qualifiers))
    for name, part in zip(names, parts, strict=True):
        if part is not None:
            yield name, part.spans, part.text, part.entity


def _bare_spans(statement: LocalStatement) -> Iterator[Span]:
    """Spans whose words stand in a longer text of the statement."""
    yield from statement.predicate.auxiliaries
    yield from statement.predicate.negation
    yield from statement.attribution.cue_spans if statement.attribution else ()


def _span_problems(record: ExtractionRecord, where: str, spans: Sequence[Span], text: str) -> Iterator[str]:
    end = 0
    for span in spans:
        if not end <= span[0] < span[1] <= record.document.length:
            yield f"{where}: the span {list(span)} is empty, out of order or outside the document"
        end = span[1]
    if not spans:
        yield f"{where}: there is no span"
    elif record.document.text is None:
        if len(text) != sum(end - start for start, end in spans) + len(spans) - 1:
            yield f"{where}: the text {text!r} is not as long as its spans"
    elif text != " ".join(record.document.text[start:end] for start, end in spans):
        yield f"{where}: the text {text!r} is not what the document has at {[list(span) for span in spans]}"


def _repeated(ids: Sequence[str], kind: str) -> Iterator[str]:
    if len(set(ids)) != len(ids):
        repeated = next(id for index, id in enumerate(ids) if id in ids[:index])
        yield f"the {kind} id {repeated!r} is used twice"
