"""From documents to extraction records: batches through the pipeline, and the rules over each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable
from weakref import WeakKeyDictionary

from newsgraph.graph.errors import InputError
from newsgraph.graph.model.record import ExtractionRecord, ExtractorInfo, Span

from .pipeline.blas import one_thread
from .pipeline.garbage import fewer_collections
from .pipeline.vocabulary import renew
from .readers import Document
from .records.builder import RecordBuilder
from .records.chunk import ChunkReader
from .records.confidence import DOUBTED
from .records.trace import Trace, trace_doc

if TYPE_CHECKING:
    from spacy.language import Language

    from newsgraph.graph.knowledge.schema import Schema

    from .relations import Classifier

CHUNK = 100_000
"""Characters that are parsed at once; longer documents are cut at paragraphs, which bounds memory."""

BATCH = 40_000
"""Characters of the documents that are read together."""

VOCABULARY = 50_000
"""Strings that are kept, 30 MB at most: making a word's entry takes five times as long as finding it."""

CHARACTERS_A_WORD = 8
"""At least so many characters of text bring one new string."""

_SOURCES = {".py", ".json", ".txt", ".tsv", ".yaml", ".gz", ".cfg"}
"""Suffixes of what results depend on; weights are in it by the manifest, which has their digests."""
_LOCKS: WeakKeyDictionary[Any, Lock] = WeakKeyDictionary()
_LOCKS_LOCK = Lock()

OnError = Callable[[Document, Exception], None]


@runtime_checkable
class Extractor(Protocol):
    """What reads documents into records: ours, or one of another package in the entry point group ``newsgraph.extractors``.

    ``pipe`` gives a record for each document, in their order; see ``docs/record.md`` for what a record must hold.
    """

    @property
    def info(self) -> ExtractorInfo:
        """Name, version and digest of what reads."""

    def pipe(self, documents: Iterable[Document], /) -> Iterable[ExtractionRecord]:
        """Read documents in their order."""


class PipelineExtractor:
    """Reads with an English spaCy pipeline and our rules.

    Relations are those of ``schema``; ``classifier`` finds more of them than the schema's triggers do. Statements with a
    confidence below ``least``, 0 to 1, are left out; 0 keeps every one. Calls from several threads wait for each other: a
    pipeline reads for one at a time.
    """

    def __init__(
        self,
        nlp: Language,
        *,
        schema: Schema | None = None,
        classifier: Classifier | None = None,
        least: float = DOUBTED,
    ) -> None:
        self.nlp, self.schema, self.classifier, self.least = nlp, schema, classifier, least
        with _LOCKS_LOCK:
            self._lock = _LOCKS.setdefault(nlp, Lock())

    @property
    def info(self) -> ExtractorInfo:
        """Name, version and digest of this package's weights, rules and words."""
        return extractor_info()

    def read(self, document: Document) -> ExtractionRecord:
        """Read one document; every span text in its record is the document's own text."""
        return self._batch([document])[0]

    def pipe(
        self, documents: Iterable[Document], *, on_error: OnError | None = None
    ) -> Iterator[ExtractionRecord]:
        """Read documents in their order, some at a time.

        A document that cannot be read raises what went wrong when its turn comes; with ``on_error`` that is told
        instead, the document is left out, and the others go on.
        """
        for batch in _batches(documents):
            try:
                yield from self._batch(batch)
            except Exception:  # one of them: find it by reading each alone
                yield from self._one_by_one(batch, on_error)

    def trace(self, document: Document) -> Trace:
        """Read one document of at most ``CHUNK`` characters while watching the rules. Raises InputError for a longer one."""
        text = document.readable
        if len(text) > CHUNK:
            raise InputError(f"{document.source}: too long to trace; give a sentence or a paragraph.")
        builder = RecordBuilder(document, self.schema, self.classifier, least=0)
        with self._lock, one_thread(), self._vocabulary(len(text)):
            return trace_doc(builder, self.nlp(text))

    def _one_by_one(self, batch: list[Document], on_error: OnError | None) -> Iterator[ExtractionRecord]:
        for document in batch:
            try:
                record = self.read(document)
            except Exception as error:
                if on_error is None:
                    raise
                on_error(document, error)
            else:
                yield record

    def _vocabulary(self, size: int) -> AbstractContextManager[object]:
        """Where the new words of ``size`` characters go: into the vocabulary, or a fresh one where it has no room.

        In pipelines of others they are forgotten instead.
        """
        has_room = len(self.nlp.vocab.strings) + size // CHARACTERS_A_WORD < VOCABULARY
        return nullcontext() if has_room or renew(self.nlp) else self.nlp.memory_zone()

    def _batch(self, documents: list[Document]) -> list[ExtractionRecord]:
        readable = [document.readable for document in documents]
        pieces = [list(chunks(text, len(text) - len(text.lstrip()))) for text in readable]
        texts = [
            text[start:end] for text, spans in zip(readable, pieces, strict=True) for start, end in spans
        ]
        records = []
        with self._lock, one_thread(), fewer_collections(), self._vocabulary(sum(map(len, texts))):
            docs = self.nlp.pipe(texts)
            for document, spans in zip(documents, pieces, strict=True):
                builder = RecordBuilder(document, self.schema, self.classifier, self.least)
                for start, _ in spans:
                    ChunkReader(builder, next(docs), start).read()
                records.append(builder.finish(self.info))
        return records


def read(
    document: Document,
    nlp: Language,
    *,
    schema: Schema | None = None,
    classifier: Classifier | None = None,
) -> ExtractionRecord:
    """Read one document into its extraction record; see :class:`PipelineExtractor`."""
    return PipelineExtractor(nlp, schema=schema, classifier=classifier).read(document)


@cache
def extractor_info() -> ExtractorInfo:
    """What our records are made by; the digest is over every file of ``extract/`` that a result may depend on."""
    digest, root = hashlib.sha256(), Path(__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in _SOURCES and path.is_file():
            digest.update(
                str(path.relative_to(root)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest()
            )
    return ExtractorInfo("newsgraph", version("newsgraph"), digest.hexdigest()[:16])


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


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
