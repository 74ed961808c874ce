"""A folder that a graph lives in: build, add, remove, sync, list. ``graph.db`` is the truth, all else is made from it."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path

from newsgraph.graph.errors import InputError
from newsgraph.graph.files import printable, sweep
from newsgraph.graph.store.database import FILE, connect, require_store, start_anew
from newsgraph.graph.store.documents import DocumentStore, SourceRow
from newsgraph.graph.store.lock import write_lock

from .api import load
from .choices import Choices, checked, keep
from .index import make_index, may_fail
from .intake import put_records, read_files
from .knowledge_graph import KnowledgeGraph
from .places import files_of, matching, refuse_nothing, refuse_old_graph, refuse_other_graph
from .quarantine import refresh_sound
from .tally import Progress, Report, Tally
from .views import TURTLE, is_small_change, leave, state_of


def build_folder(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    choices: Choices | None = None,
    date: str | datetime.date | None = None,
    fresh: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
    announce: Callable[[str], None] | None = None,
) -> Report:
    """Read files and folders into the graph at ``out``, which is made where there is none.

    Only what is new or changed is read. ``fresh`` forgets the graph that was there; without it, a graph of other
    places is left alone and InputError raised.
    """
    given, folder, paths = checked(choices, date), Path(out), list(paths)
    files, others = files_of(paths, folder)
    if fresh:
        refuse_nothing(folder, files)
    with _written(folder, create=True, fresh=fresh) as store:
        if not fresh:
            refuse_other_graph(store, folder, paths, files)
        keep(store, given, roots=paths)
        return _read(folder, store, files, date, jobs, progress, announce, others=others, always=True)


def add(
    kg: str | Path,
    *files: str | Path,
    choices: Choices | None = None,
    date: str | datetime.date | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    announce: Callable[[str], None] | None = None,
) -> Report:
    """Read files and folders into the graph at ``kg``; a file that has changed replaces what was read of it."""
    given, folder = checked(choices, date), Path(kg)
    found, others = files_of(files, folder)
    with _written(folder) as store:
        keep(store, given, roots=files)
        return _read(folder, store, found, date, jobs, progress, announce, others=others)


def remove(kg: str | Path, *documents: str, announce: Callable[[str], None] | None = None) -> Report:
    """Take documents out of the graph at ``kg``: ids, sources, or patterns of sources such as ``news/2024*``.

    The graph is as if they had never been read. Raises InputError for a name that fits nothing.
    """
    folder, tally = Path(kg), Tally()
    with _written(folder) as store:
        rows = store.sources()
        chosen = {row.name: row for name in documents for row in matching(rows, name, folder)}
        store.remove_sources(list(chosen))
        if announce is not None:
            _say_copies(store, {row.document for row in chosen.values()}, announce)
        return _finish(folder, store, tally, announce, len(chosen))


def _say_copies(store: DocumentStore, documents: Set[str | None], announce: Callable[[str], None]) -> None:
    """Say which documents stay although a source of theirs went, as other files hold the same text."""
    copies = [row.name for row in store.sources() if row.document is not None and row.document in documents]
    if copies:
        more = f" and {len(copies) - 1:,} more" if len(copies) > 1 else ""
        announce(f"{copies[0]}{more}: the same text, which therefore stays in the graph.")


def sync(
    kg: str | Path,
    source: str | Path,
    *,
    choices: Choices | None = None,
    date: str | datetime.date | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    announce: Callable[[str], None] | None = None,
) -> Report:
    """Make the graph at ``kg`` what the folder ``source`` holds: read new and changed files, forget all others."""
    given, folder = checked(choices, date), Path(kg)
    if not Path(source).is_dir():
        raise InputError(
            f"{source}: this is not a folder; name the folder whose articles the graph should hold."
        )
    files, others = files_of([source], folder)
    with _written(folder) as store:
        keep(store, given, roots=[source])
        kept = {*map(printable, files), *(name for name, _ in others)}
        gone = [row.name for row in store.sources() if row.file not in kept]
        store.remove_sources(gone)
        return _read(folder, store, files, date, jobs, progress, announce, others=others, removed=len(gone))


def assemble_folder(
    records: Iterable[str | Path],
    out: str | Path,
    *,
    choices: Choices | None = None,
    fresh: bool = False,
    progress: Progress | None = None,
    announce: Callable[[str], None] | None = None,
) -> Report:
    """Put files of records that were read elsewhere (JSON Lines or Parquet) into the graph at ``out``.

    Of ``choices`` those count that a graph is put together with. Raises InputError for a file that cannot be read.
    """
    given, folder = checked(choices, None), Path(out)
    paths = sorted(Path(os.path.normpath(path)) for path in records)
    for path in paths:
        if not path.is_file():
            raise InputError(f"{path}: there is no such file.")
    with _written(folder, create=True, fresh=fresh) as store:
        keep(store, given, roots=())
        return _finish(folder, store, put_records(store, paths, progress), announce, always=True)


def refresh_folder(kg: str | Path, announce: Callable[[str], None] | None = None) -> None:
    """Make the views of the graph at ``kg`` show what people decided. Raises InputError."""
    folder = Path(kg)
    with _written(folder) as store:
        _finish(folder, store, Tally(), announce)


def list_documents(kg: str | Path) -> tuple[SourceRow, ...]:
    """Return the sources of the graph at ``kg``: document, title, date, statements, or why it was refused.

    A file of RDF or of records lists what it describes. Raises InputError.
    """
    if os.path.isfile(kg):  # noqa: PTH113 - of a name that no system takes pathlib raises
        return tuple(sorted(_described(load(kg)), key=lambda row: row.name))
    with connect(Path(kg)) as connection:
        return tuple(DocumentStore(connection).sources())


def _described(graph: KnowledgeGraph) -> Iterator[SourceRow]:
    said = Counter(document for s in graph.statements for document in {e.document for e in s.evidence})
    for document in graph.documents:
        about = (document.id, document.title, document.date, said[document.id], None)
        yield from (SourceRow(name, name, *about) for name in (document.source, *document.sources))


@contextmanager
def _written(folder: Path, *, create: bool = False, fresh: bool = False) -> Iterator[DocumentStore]:
    """Open a folder to write, ``fresh`` without what it held; a folder made in vain is taken away again."""
    try:
        made = create and not folder.exists()
    except OSError as error:  # a name that no system takes
        raise InputError(f"{printable(folder)}: this cannot be a folder ({error.strerror}).") from None
    if not create:
        require_store(folder)
    refuse_old_graph(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise InputError(f"{folder}: this is a file; name a folder.") from None
    except OSError as error:
        raise InputError(f"{folder}: this folder cannot be made ({error.strerror}).") from None
    empty = False
    try:
        with write_lock(folder):
            sweep(folder)
            if fresh:
                start_anew(folder)
            with connect(folder, create=create) as connection:
                store = DocumentStore(connection)
                try:
                    yield store
                finally:
                    empty = create and not store.has_documents()
    finally:
        if empty and not (folder / TURTLE).exists():
            _take_away(folder, made)


def _take_away(folder: Path, made: bool) -> None:
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        (folder / name).unlink(missing_ok=True)
    if made:
        with suppress(OSError):
            folder.rmdir()


def _read(
    folder: Path,
    store: DocumentStore,
    files: list[Path],
    date: str | datetime.date | None,
    jobs: int,
    progress: Progress | None,
    announce: Callable[[str], None] | None,
    removed: int = 0,
    *,
    others: Iterable[tuple[str, str]] = (),
    always: bool = False,
) -> Report:
    """Read ``files``; ``others`` were passed over, each with the reason."""
    told = list(others)
    store.pass_over((name, reason) for name, reason in told if not os.path.isdir(name))  # noqa: PTH112
    tally = read_files(store, files, date=date, jobs=jobs, progress=progress)
    tally.others += told
    return _finish(folder, store, tally, announce, removed, always=always)


def _finish(
    folder: Path,
    store: DocumentStore,
    tally: Tally,
    announce: Callable[[str], None] | None,
    removed: int = 0,
    *,
    always: bool = False,
) -> Report:
    """Make the views anew; those of a large graph after a small change only ``always``, and otherwise say so."""
    view = folder / TURTLE
    if not store.has_documents() and not view.exists():
        return tally.report(store, removed=removed)
    if not always and view.exists() and is_small_change(store, tally.read + removed):
        leave(folder, store, announce)
        return tally.report(store, removed=removed)
    graph = refresh_sound(folder, store, tally, announce=announce)
    if always and view.exists():
        with may_fail(announce):
            make_index(view, state_of(store), graph)
    return tally.report(store, graph, removed=removed)
