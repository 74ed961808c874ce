"""The SQLite file: its version, what is refused, and what SQL finds in it."""

import sqlite3
from dataclasses import astuple, replace
from itertools import pairwise
from pathlib import Path

import pytest

from newsgraph.graph import InputError, Judgement, KnownEntity, build_graph
from newsgraph.graph.model.record import ExtractionRecord
from newsgraph.graph.store import database
from newsgraph.graph.store.database import FILE, connect
from newsgraph.graph.store.documents import FOREIGN, DocumentStore, reading_of, unpack
from newsgraph.graph.store.schema import VERSION, transaction
from newsgraph.graph.store.tables import write_tables
from tests.graph.strategies import mentioning

ANA = mentioning("a", ("Ana Ruiz", "PERSON"), ("Oslo", "GPE"))
BEN = mentioning("b", ("Ben Okri", "PERSON"), ("Oslo", "GPE"))


def put(store: DocumentStore, record: ExtractionRecord, *names: str) -> None:
    """Keep a record as if it had been read from these files."""
    store.add_reading(reading_of(record, record.document.id, None, FOREIGN), [(name, name) for name in names])
    for name in names:
        store.finish_file(name, "digest", [name])


def test_what_was_put_is_there_again(tmp_path: Path) -> None:
    """Records with their sources, judgements, the entity list and settings, after the file was closed."""
    decided = Judgement("Ana Ruiz", "Ben Okri", "different", 1.0, ("two people",), "me")
    listed = KnownEntity("Q1", "Ana Ruiz", ("A. Ruiz",), "PERSON")
    with connect(tmp_path, create=True) as connection:
        store = DocumentStore(connection)
        put(store, BEN, "ben.txt")
        put(store, ANA, "z.txt", "ana.txt")
        store.add_judgements([Judgement("Ben Okri", "Ana Ruiz", "same"), decided])
        store.set_known_entities([listed])
        store.set(min_confidence="0.5")
    with connect(tmp_path) as connection:
        store = DocumentStore(connection)
        ana, ben = store.records()
        assert (ana.document.source, ana.document.sources) == ("ana.txt", ("z.txt",))
        assert (ana.mentions, ana.entities, ana.sentences) == (ANA.mentions, ANA.entities, ANA.sentences)
        assert ben.document == BEN.document.__class__(**{**_fields(BEN), "source": "ben.txt"})
        assert store.judgements() == (decided,)
        assert store.known_entities() == (listed,)
        assert store.setting("min_confidence") == "0.5"
        assert store.files() == {"ana.txt": "digest", "ben.txt": "digest", "z.txt": "digest"}


def _fields(record: ExtractionRecord) -> dict[str, object]:
    return {name: getattr(record.document, name) for name in record.document.__dataclass_fields__}


def test_the_state_depends_on_content_not_on_history(tmp_path: Path) -> None:
    """Whatever came and went; every ingredient counts."""
    with connect(tmp_path, create=True) as connection:
        store = DocumentStore(connection)
        states = [store.state()]
        put(store, ANA, "ana.txt")
        states.append(store.state())
        put(store, BEN, "ben.txt")
        states.append(store.state())
        store.remove_sources(["ben.txt"])
        assert store.state() == states[1]
        assert store.connection.execute("SELECT count(*) FROM text").fetchone() == (1,)
        put(store, ANA, "copy.txt")
        states.append(store.state())
        store.add_judgements([Judgement("Ana", "Ben", "same")])
        states.append(store.state())
        store.set_known_entities([KnownEntity("Q1", "Ana Ruiz")])
        states.append(store.state())
        store.set(min_confidence="0.5")
        states.append(store.state())
        assert len(set(states)) == len(states)


def test_a_failing_change_leaves_no_trace(tmp_path: Path) -> None:
    """Whole or not at all."""
    with connect(tmp_path, create=True) as connection:
        store = DocumentStore(connection)
        put(store, ANA, "ana.txt")
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            _delete_and_fail(connection)
        assert [row.name for row in store.sources()] == ["ana.txt"]


def _delete_and_fail(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("DELETE FROM source")
        connection.execute("DELETE FROM nowhere")


def test_a_database_that_is_broken_off_leaves_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By Ctrl-C in the middle of its schema."""

    def interrupted(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (made)")
        raise KeyboardInterrupt

    monkeypatch.setattr(database, "create_schema", interrupted)
    with pytest.raises(KeyboardInterrupt), connect(tmp_path, create=True):
        pass
    assert list(tmp_path.iterdir()) == []


def test_other_files_and_newer_versions_are_refused(tmp_path: Path) -> None:
    """With a sentence that says what to do, and without touching them."""
    with pytest.raises(InputError, match="newsgraph build"), connect(tmp_path):
        pass
    (tmp_path / FILE).write_bytes(b"no database at all" * 300)
    with pytest.raises(InputError, match="not a graph of newsgraph"), connect(tmp_path):
        pass
    (tmp_path / FILE).unlink()
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(InputError, match="not a graph of newsgraph"), connect(tmp_path):
        pass
    (tmp_path / FILE).unlink()
    with connect(tmp_path, create=True) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(InputError, match="update newsgraph"), connect(tmp_path):
        pass


def test_the_first_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    """With all that was read; the tables of the graph wait for whoever asks next."""
    old = sqlite3.connect(tmp_path / FILE)
    old.executescript(Path(__file__).with_name("schema1.sql").read_text())
    old.execute("PRAGMA application_id = 0x6E677261")
    old.execute("PRAGMA user_version = 1")
    reading = reading_of(ANA, "r1", None, FOREIGN)
    old.execute("INSERT INTO text VALUES ('digest', ?)", (reading.text,))
    row = (*astuple(replace(reading, text="digest")),)
    old.execute(f"INSERT INTO reading VALUES ({', '.join('?' * len(row))})", row)
    old.execute("INSERT INTO source VALUES ('ana.txt', 'ana.txt', 'r1', NULL)")
    old.execute("INSERT INTO setting VALUES ('graph', 'some state')")
    old.commit()
    old.close()
    for _ in range(2):
        with connect(tmp_path) as connection:
            store = DocumentStore(connection)
            (found,) = store.records()
            assert (found.document.text, found.document.source) == (reading.text, "ana.txt")
            assert store.setting("graph") == ""
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            write_tables(connection, build_graph(store.records()), "now")
            store.set(graph="")


def test_tables_show_the_graph(tmp_path: Path) -> None:
    """As many rows as the graph has parts, found by words as well."""
    with connect(tmp_path, create=True) as connection:
        store = DocumentStore(connection)
        put(store, ANA, "ana.txt")
        put(store, BEN, "ben.txt", "copy.txt")
        graph = build_graph(store.records())
        write_tables(connection, graph, "now")
        write_tables(connection, graph, "now")
        count = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("document", "entity", "mention", "sentence")
        }
        assert count == {"document": 2, "entity": 3, "mention": 4, "sentence": 2}
        found = connection.execute("SELECT name, documents FROM entity WHERE label = 'GPE'").fetchall()
        assert found == [("Oslo", 2)]
        assert connection.execute("SELECT sources FROM document ORDER BY id").fetchall() == [
            ('["ana.txt"]',),
            ('["ben.txt", "copy.txt"]',),
        ]
        search = "SELECT entity.name FROM entity JOIN name_search ON entity.key = name_search.rowid WHERE name_search MATCH 'ruiz'"
        assert connection.execute(search).fetchall() == [("Ana Ruiz",)]
        assert connection.execute(
            "SELECT count(*) FROM sentence_search WHERE sentence_search MATCH 'oslo'"
        ).fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_packing_keeps_everything() -> None:
    """But the source, which is told apart from the text."""
    reading = reading_of(ANA, "x", None, FOREIGN)
    assert unpack(reading.record, reading.text, [ANA.document.source]) == ANA


def test_many_judgements_take_time_by_their_number(tmp_path: Path) -> None:
    """Each finds what it replaces by the key: twice as many take twice the steps of the database, not four times."""

    def steps(count: int) -> int:
        taken = 0

        def step() -> None:
            nonlocal taken
            taken += 1

        folder = tmp_path / str(count)
        folder.mkdir()
        with connect(folder, create=True) as connection:
            connection.set_progress_handler(step, 100)
            names = [f"Ana {number:05}" for number in range(count + 1)]
            DocumentStore(connection).add_judgements(Judgement(a, b, "different") for a, b in pairwise(names))
        return taken

    assert steps(2000) < 3 * steps(1000)
