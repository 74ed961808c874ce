"""From a document to its extraction record: parse it chunk by chunk and put the record together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgraph.graph.model.record import ExtractionRecord, Span

from .readers import Document
from .records.builder import RecordBuilder
from .records.chunk import ChunkReader

if TYPE_CHECKING:
    from spacy.language import Language

    from newsgraph.graph.knowledge.schema import Schema

    from .relations import Classifier

CHUNK = 100_000
"""Characters that are parsed at once; longer documents are cut at paragraphs, which bounds memory."""


def read(
    document: Document,
    nlp: Language,
    *,
    schema: Schema | None = None,
    classifier: Classifier | None = None,
) -> ExtractionRecord:
    """Read one document into its extraction record; every span text in it is the document's own text.

    Relations are those of ``schema``; ``classifier`` finds more of them than the schema's triggers do.
    """
    record = RecordBuilder(document, schema, classifier)
    with nlp.memory_zone():
        text = document.readable
        for start, end in chunks(text, len(text) - len(text.lstrip())):
            ChunkReader(record, nlp(text[start:end]), start).read()
    return record.finish()


def chunks(text: str, start: int = 0, *, size: int = CHUNK) -> Iterator[Span]:
    """Cut a text into pieces of at most ``size`` characters, at a blank line, a line or a space where there is one.

    >>> list(chunks("one two", size=5))
    [(0, 4), (4, 7)]
    """
    while len(text) - start > size:
        window = text[start : start + size]
        cut = next((found for mark in ("\n\n", "\n", " ") if (found := window.rfind(mark)) > size // 2), -1)
        end = start + (cut + 1 if cut >= 0 else size)
        yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)
