"""Reading files into a folder's database: only what is new or changed, each document committed as it is read."""

from __future__ import annotations

import datetime
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.graph.bounded import Bounded, open_plain
from newsgraph.graph.errors import InputError
from newsgraph.graph.files import printable
from newsgraph.graph.identity import digest
from newsgraph.graph.store.documents import FOREIGN, DocumentStore, bare_line, reading_of

from .recordfiles import read_record_file
from .tally import Progress, Tally
from .workers import FEW, Read, read_each

if TYPE_CHECKING:
    from newsgraph.extract.readers import Document, Refusal
    from newsgraph.graph.model.record import ExtractionRecord


def found_files(paths: Iterable[str | Path], out: Path) -> Iterator[Path | Refusal]:
    """Yield the files of files and folders, recursively, without those of the folder ``out`` itself."""
    from newsgraph.extract.readers.files import find_files

    try:
        own = out.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a link to itself
        raise InputError(f"{printable(out)}: this cannot be a folder ({error}).") from None
    for path in paths:
        if str(path) == "-":
            yield Path("-")
            continue
        for found in find_files(os.path.normpath(path)):
            if not isinstance(found, Path) or own not in found.resolve().parents:
                yield found


def read_files(
    store: DocumentStore,
    files: Sequence[Path],
    *,
    date: str | datetime.date | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Tally:
    """Read files that are new or changed, and texts that an older extractor has read; each is committed at once."""
    tally = Tally()
    job = _Job(store, tally, len(files), progress or (lambda *_: None))
    tasks = job.tasks(files, date)
    first = list(islice(tasks, FEW)) if jobs > 1 else []
    many = len(first) == FEW
    for result in read_each(chain(first, tasks), schema=job.schema, jobs=jobs if many else 1, threads=jobs):
        job.keep(result)
    store.sweep()
    return tally


def put_records(store: DocumentStore, files: Sequence[Path], progress: Progress | None = None) -> Tally:
    """Keep the records of files that are new or changed; each is committed at once."""
    tally, known = Tally(), store.files()
    for number, path in enumerate(files, 1):
        found = _digest_of(path)
        file = printable(path)
        if known.get(file) == found:
            tally.unchanged += 1
        else:
            rows = read_record_file(path)
            names = [source for name, row in rows for source in _put_record(store, tally, file, name, row)]
            store.finish_file(file, found, names)
        if progress:
            progress(number, len(files), file)
    store.sweep()
    return tally


def _put_record(
    store: DocumentStore, tally: Tally, file: str, name: str, found: ExtractionRecord | str
) -> tuple[str, ...]:
    if isinstance(found, str):
        store.add_source(name, file, reason=found)
        tally.refused.append((name, found))
        return (name,)
    names = (name, *found.document.sources)
    key = digest("record", bare_line(found), found.document.text or "")
    store.add_reading(reading_of(found, key, None, FOREIGN), [(source, file) for source in names])
    tally.read += len(names)
    return names


def extractor_digest(schema: str) -> str:
    """Return a digest of what reads: weights, rules and words of this version, and the user's schema."""
    from newsgraph.extract.extractor import extractor_info

    info = extractor_info()
    return digest("extractor", info.name, info.version, info.digest, schema)


@dataclass(slots=True)
class _File:
    """A file whose documents are being read."""

    path: str
    digest: str
    names: list[str] = field(default_factory=list)
    waiting: set[str] = field(default_factory=set)  # keys of documents that are out
    listed: bool = False  # whether all its documents are known


@dataclass(slots=True)
class _Job:
    """The reading of many files: hands out documents, keeps what comes back."""

    store: DocumentStore
    tally: Tally
    total: int
    progress: Progress
    schema: str = ""
    extractor: str = ""
    options: dict[str, Any] = field(default_factory=dict)  # of the readers
    inputs: dict[str, str] = field(default_factory=dict)
    wanted: dict[str, list[tuple[str, _File]]] = field(default_factory=lambda: defaultdict(list))
    anew: set[str] = field(default_factory=set)  # files whose texts another extractor read
    done: int = 0

    def __post_init__(self) -> None:
        self.schema = self.store.setting("schema")
        self.extractor = extractor_digest(self.schema)
        named = {name: self.store.setting(f"read_{name}") for name in ("text", "title", "date", "url")}
        self.options = {name: value for name, value in named.items() if value}
        self.options["any_language"] = self.store.setting("read_any_language") == "True"

    def tasks(
        self, files: Sequence[Path], date: str | datetime.date | None
    ) -> Iterator[tuple[str, Document]]:
        """Yield each document that has to be read, once, with its key."""
        yield from self._outdated()
        known = self.store.files()
        failed = {row.file for row in self.store.sources() if row.reason is not None}
        for path in files:
            name = printable(path)
            found = _digest_of(path)
            if found and known.get(name) == found and name not in failed:
                self.tally.unchanged += name not in self.anew
                self._finished(name)
            else:
                yield from self._documents(path, _File(name, found), date)

    def _outdated(self) -> Iterator[tuple[str, Document]]:
        for _, input, text, sources in self.store.outdated(self.extractor):
            document = document_of(input, text)
            key = self._key(document)
            for name, file in sources:
                self.anew.add(file)
                self.wanted[key].append((name, _File(file, "")))
            yield key, document

    def _documents(
        self, path: Path, file: _File, date: str | datetime.date | None
    ) -> Iterator[tuple[str, Document]]:
        from newsgraph.extract.readers import Refusal, read_documents

        if file.path != "-" and not os.path.lexists(path):  # a slip of the pen; what was read of it stays
            self.tally.refused.append((file.path, "there is no such file."))
            return
        options = self.options if date is None else {**self.options, "date": date}
        for found in read_documents(path, **options):
            if not isinstance(found, Refusal):
                yield from self._document(found, file)
            else:
                self._refuse(found.source, file, f"{found.reason} {found.advice}".strip())
        file.listed = True
        self._finish(file)

    def _document(self, document: Document, file: _File) -> Iterator[tuple[str, Document]]:
        file.names.append(document.source)
        self.tally.hidden += document.hidden
        if document.unclear_date is not None:
            self.tally.unclear.append((document.source, document.unclear_date))
        key = self._key(document)
        if key in self.wanted:
            file.waiting.add(key)
            self.wanted[key].append((document.source, file))
        elif self.store.has_reading(key):
            self.store.add_source(document.source, file.path, reading=key)
            self.tally.read += 1
        else:
            file.waiting.add(key)
            self.wanted[key].append((document.source, file))
            yield key, document

    def _key(self, document: Document) -> str:
        input = input_of(document)
        key = digest("reading", input, document.text, self.extractor)
        self.inputs[key] = input
        return key

    def keep(self, result: Read) -> None:
        """Commit what came of a document, for all sources that hold it."""
        wanted = self.wanted.pop(result.key)
        input = self.inputs.pop(result.key)
        if result.record is None:
            for name, file in wanted:
                self._refuse(name, file, result.reason or "reading failed.")
        else:
            self._add(result.key, result.record, input, wanted)
        for _, file in wanted:
            file.waiting.discard(result.key)
            self._finish(file)

    def _add(self, key: str, line: str, input: str, wanted: Sequence[tuple[str, _File]]) -> None:
        try:
            (record,) = _records_of(line)
            reading = reading_of(record, key, input, self.extractor)
        except Exception as error:  # one record must never stop the others
            for name, file in wanted:
                self._refuse(name, file, f"its record cannot be kept ({type(error).__name__}: {error}).")
            return
        self.store.add_reading(reading, [(name, file.path) for name, file in wanted])
        self.tally.read += len(wanted)
        self.tally.undated += len(wanted) if record.document.date is None else 0

    def _refuse(self, name: str, file: _File, reason: str) -> None:
        name, reason = printable(name), printable(reason)  # an address may hold what no text can
        file.names.append(name)
        self.store.add_source(name, file.path, reason=reason)
        self.tally.refused.append((name, reason))

    def _finish(self, file: _File) -> None:
        if file.listed and not file.waiting:
            self.store.finish_file(file.path, file.digest, file.names)
            self._finished(file.path)

    def _finished(self, name: str) -> None:
        self.done += 1
        self.progress(self.done, self.total, name)


def input_of(document: Document) -> str:
    """Return all that is known of a document but its text and its source, as JSON."""
    import msgspec

    fields = msgspec.to_builtins(replace(document, text="", source=""))
    kept = {name: value for name, value in fields.items() if name not in ("text", "source") and value}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def document_of(input: str, text: str) -> Document:
    """Return the document that :func:`input_of` described."""
    import msgspec

    from newsgraph.extract.readers import Document

    return msgspec.convert({**json.loads(input), "text": text}, Document)


def _digest_of(path: Path) -> str:
    """Return a digest of a file's bytes, empty for standard input and what cannot be read."""
    if str(path) == "-":
        return ""
    try:
        with open_plain(path) as file:
            whole = Bounded(file)
            return _hash(iter(lambda: whole.read(1 << 20), b""))
    except (OSError, InputError):
        return ""


def _hash(blocks: Iterable[bytes]) -> str:
    state = sha256()
    for block in blocks:
        state.update(block)
    return state.hexdigest()


def _records_of(line: str) -> list[ExtractionRecord]:
    from newsgraph.graph.model.record_io import read_records

    return list(read_records([line]))
