"""What a folder knows: sources and what was read from them, judgements, the entity list, settings."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, replace
from hashlib import sha256
from sqlite3 import Connection

import msgspec

from ..identity import digest
from ..knowledge.entity_list import KnownEntity
from ..model.judgement import CORRECTIONS, Judgement
from ..model.record import ExtractionRecord
from ..model.record_io import write_records
from .schema import packed_text, text_of, transaction

FOREIGN = ""
"""Extractor of records that were read elsewhere: they are never read anew."""


PASSED_OVER = "passed over:"
"""Start of the reason of a file that nobody would take for an article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that was read: what was known of it, and the record; ``id`` depends on all that the record depends on."""

    id: str
    document: str
    text: str
    title: str | None
    date: str | None
    statements: int
    input: str | None  # JSON of the document without its text and source, None for a record from elsewhere
    extractor: str
    record: bytes  # compressed
    digest: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A place that a document came from; either ``document`` or the ``reason`` of its refusal is given."""

    name: str
    file: str
    document: str | None
    title: str | None
    date: str | None
    statements: int | None
    reason: str | None


def bare_line(record: ExtractionRecord) -> str:
    """Return the record as a line of JSON without its text and sources, which a database keeps apart."""
    bare = replace(record, document=replace(record.document, text=None, source="", sources=()))
    (line,) = write_records([bare])
    return line


def unpack(data: bytes, text: str, sources: Iterable[str]) -> ExtractionRecord:
    """Return the record of :func:`reading_of`, of ``text`` that lies in ``sources``."""
    record = msgspec.json.decode(zlib.decompress(data), type=ExtractionRecord)
    first, *others = sorted(sources)
    return replace(record, document=replace(record.document, text=text, source=first, sources=tuple(others)))


def reading_of(record: ExtractionRecord, id: str, input: str | None, extractor: str) -> Reading:
    """Return the reading of a record that carries its text."""
    line, document = bare_line(record), record.document
    text = document.text or ""
    about = (text, document.title, document.date, len(record.statements))
    packed = zlib.compress(line.encode("utf8"), 9)
    return Reading(id, document.id, *about, input, extractor, packed, digest(line, text))


class DocumentStore:
    """The documents, judgements and settings of an open database; each change is committed at once."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    # sources and readings

    def files(self) -> dict[str, str]:
        """Return the digest of each file that was read whole, by path."""
        return dict(self.connection.execute("SELECT path, sha256 FROM file"))

    def sources(self) -> list[SourceRow]:
        """Return all sources, sorted by name."""
        rows = self.connection.execute(
            "SELECT name, file, document, title, date, statements, reason FROM source "
            "LEFT JOIN reading ON reading.id = source.reading ORDER BY name"
        )
        return [SourceRow(*row) for row in rows]

    def has_documents(self) -> bool:
        """Return whether anything has been read."""
        return (
            self.connection.execute("SELECT 1 FROM source WHERE reading IS NOT NULL").fetchone() is not None
        )

    def count(self) -> int:
        """Return how many sources were read."""
        query = "SELECT count(*) FROM source WHERE reading IS NOT NULL"
        (found,) = self.connection.execute(query).fetchone()
        return int(found)

    def size(self) -> tuple[int, int]:
        """Return how many sources were read, and how many documents they are."""
        query = "SELECT count(*), count(DISTINCT document) FROM source JOIN reading ON reading.id = source.reading"
        sources, documents = self.connection.execute(query).fetchone()
        return int(sources), int(documents)

    def has_reading(self, id: str) -> bool:
        """Return whether this has been read before."""
        return self.connection.execute("SELECT 1 FROM reading WHERE id = ?", (id,)).fetchone() is not None

    def add_reading(self, reading: Reading, sources: Iterable[tuple[str, str]] = ()) -> None:
        """Keep a reading and say which sources, each with its file, it came from."""
        text_digest = sha256(reading.text.encode("utf8", "surrogatepass")).hexdigest()
        with transaction(self.connection):
            self.connection.execute(
                "INSERT OR IGNORE INTO text VALUES (?, ?)", (text_digest, packed_text(reading.text))
            )
            self.connection.execute(
                "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                astuple(replace(reading, text=text_digest)),
            )
            self._put_sources((name, file, reading.id, None) for name, file in sources)

    def add_source(
        self, name: str, file: str, *, reading: str | None = None, reason: str | None = None
    ) -> None:
        """Say that a source holds what was read before, or why it was refused."""
        with transaction(self.connection):
            self._put_sources([(name, file, reading, reason)])

    def pass_over(self, files: Iterable[tuple[str, str]]) -> None:
        """Say that files hold nothing to read, each with the reason; what was read of them before is forgotten."""
        with transaction(self.connection):
            for path, reason in files:
                self.connection.execute("DELETE FROM source WHERE file = ?", (path,))
                self._put_sources([(path, path, None, f"{PASSED_OVER} {reason}")])

    def _put_sources(self, rows: Iterable[tuple[str, str, str | None, str | None]]) -> None:
        self.connection.executemany("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)", rows)

    def finish_file(self, path: str, digest: str, names: Iterable[str]) -> None:
        """Say that a file has been read whole and holds these sources and no others."""
        with transaction(self.connection):
            kept = set(names)
            found = self.connection.execute("SELECT name FROM source WHERE file = ?", (path,)).fetchall()
            self._drop_sources(name for (name,) in found if name not in kept)
            self.connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (path, digest))

    def remove_sources(self, names: Iterable[str]) -> None:
        """Forget sources, files that have none left, and what was read from them."""
        with transaction(self.connection):
            self._drop_sources(names)
            self.connection.execute("DELETE FROM file WHERE path NOT IN (SELECT file FROM source)")
            self._sweep()

    def sweep(self) -> None:
        """Forget readings and texts that no source has any longer."""
        with transaction(self.connection):
            self._sweep()

    def _drop_sources(self, names: Iterable[str]) -> None:
        self.connection.executemany("DELETE FROM source WHERE name = ?", ((name,) for name in names))

    def _sweep(self) -> None:
        for statement in (
            "DELETE FROM reading WHERE id NOT IN (SELECT reading FROM source WHERE reading IS NOT NULL)",
            "DELETE FROM text WHERE sha256 NOT IN (SELECT text FROM reading)",
        ):
            self.connection.execute(statement)

    def outdated(self, extractor: str) -> list[tuple[str, str, str, tuple[tuple[str, str], ...]]]:
        """Return id, input, text and sources of each reading that another extractor made."""
        rows = self.connection.execute(
            "SELECT id, input, packed FROM reading JOIN text ON text.sha256 = reading.text "
            "WHERE extractor NOT IN (?, ?) ORDER BY id",
            (extractor, FOREIGN),
        ).fetchall()
        return [(id, input, text_of(packed), tuple(self._sources_of(id))) for id, input, packed in rows]

    def _sources_of(self, reading: str) -> Iterator[tuple[str, str]]:
        yield from self.connection.execute(
            "SELECT name, file FROM source WHERE reading = ? ORDER BY name", (reading,)
        )

    # the graph's ingredients

    def records(self, *, arrived: bool = False) -> Iterator[ExtractionRecord]:
        """Yield one record a document, by id: that of its first source by name, with all its sources.

        Those that have ``arrived`` are of documents that the tables of the graph do not have yet.
        """
        shown = {id for (id,) in self.connection.execute("SELECT id FROM document")} if arrived else ()
        for document, sources in sorted(self._documents().items()):
            if document in shown:
                continue
            first = min(sources)
            row = self.connection.execute(
                "SELECT record, packed FROM source JOIN reading ON reading.id = source.reading "
                "JOIN text ON text.sha256 = reading.text WHERE source.name = ?",
                (first,),
            ).fetchone()
            yield unpack(row[0], text_of(row[1]), sources)

    def _documents(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        rows = self.connection.execute(
            "SELECT document, name FROM source JOIN reading ON reading.id = source.reading"
        )
        for document, name in rows:
            found[document].append(name)
        return found

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people have judged, sorted."""
        rows = self.connection.execute("SELECT left, right, verdict, score, reasons, author FROM judgement")
        return tuple(
            sorted(
                Judgement(left, right, v, score, tuple(json.loads(r)), a)
                for left, right, v, score, r, a in rows
            )
        )

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Keep judgements; of several that answer one question the last one."""
        with transaction(self.connection):
            for j in judgements:
                self._forget(j)
                row = (j.left, j.right, j.verdict, j.score, json.dumps(j.reasons), j.author)
                self.connection.execute("INSERT OR REPLACE INTO judgement VALUES (?, ?, ?, ?, ?, ?)", row)

    def remove_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Forget judgements, and whatever else answers their questions."""
        with transaction(self.connection):
            for judgement in judgements:
                self._forget(judgement)

    def _forget(self, judgement: Judgement) -> None:
        one, other = judgement.left, judgement.right
        if judgement.verdict in CORRECTIONS:
            question = "DELETE FROM judgement WHERE left = ? AND verdict = ?"
            self.connection.execute(question, (one, judgement.verdict))
            return
        for pair in (
            (one, other),
            (other, one),
        ):  # one after the other, so that each finds its row by the key
            self.connection.execute("DELETE FROM judgement WHERE left = ? AND right = ?", pair)

    def known_entities(self) -> tuple[KnownEntity, ...]:
        """Return the user's list of entities, sorted."""
        rows = self.connection.execute("SELECT id, name, aliases, label FROM known_entity ORDER BY id, name")
        return tuple(KnownEntity(id, name, tuple(json.loads(a)), label) for id, name, a, label in rows)

    def set_known_entities(self, entities: Iterable[KnownEntity]) -> None:
        """Keep this list of entities instead of the one before."""
        rows = [(e.id, e.name, json.dumps(e.aliases), e.label) for e in sorted(set(entities))]
        with transaction(self.connection):
            self.connection.execute("DELETE FROM known_entity")
            self.connection.executemany("INSERT OR REPLACE INTO known_entity VALUES (?, ?, ?, ?)", rows)

    # settings and state

    def setting(self, name: str, default: str = "") -> str:
        """Return a setting, ``default`` where it was never set."""
        row = self.connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return default if row is None else str(row[0])

    def set(self, **settings: str) -> None:
        """Keep settings by name."""
        with transaction(self.connection):
            self.connection.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", settings.items())

    def state(self) -> str:
        """Return a digest of all that the graph is made from: sources, records, judgements, entity list, settings."""
        parts = [
            f"{name} {record}"
            for name, record in self.connection.execute(
                "SELECT name, digest FROM source JOIN reading ON reading.id = source.reading ORDER BY name"
            )
        ]
        parts += [repr(self.judgements()), repr(self.known_entities()), self.setting("min_confidence", "0.0")]
        return digest("state", *parts, self.setting("schema"))
