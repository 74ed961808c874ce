"""Making the views of a folder even where a document breaks them: it is refused, and the others go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Error, connect
from typing import TYPE_CHECKING

from newsgraph.graph.errors import InputError, NewsgraphError
from newsgraph.graph.store.schema import create_schema
from newsgraph.graph.store.tables import write_tables

from .knowledge_graph import KnowledgeGraph
from .views import refresh

if TYPE_CHECKING:
    from newsgraph.graph.model.record import ExtractionRecord
    from newsgraph.graph.store.documents import DocumentStore

    from .tally import Tally


def refresh_sound(
    folder: Path, store: DocumentStore, tally: Tally, *, announce: Callable[[str], None] | None = None
) -> KnowledgeGraph | None:
    """Make the views as :func:`refresh` does, without documents whose records break a stage: those are refused.

    Raises InputError where it fails and no document alone is to blame, WriteError on a full disk.
    """
    try:
        return refresh(folder, store, announce=announce)
    except (NewsgraphError, Error, OSError):
        raise
    except Exception as error:  # any fault of one record must not cost the others
        broken = dict(_broken(store))
        if not broken:
            raise InputError(
                f"{folder}: the graph cannot be put together ({_said(error)}); what was read is kept."
            ) from error
    for row in store.sources():
        if row.document in broken:
            store.add_source(row.name, row.file, reason=broken[row.document])
            tally.refused.append((row.name, broken[row.document]))
            tally.read -= min(tally.read, 1)
    store.sweep()
    return refresh(folder, store, announce=announce) if store.has_documents() else None


def _broken(store: DocumentStore) -> Iterator[tuple[str, str]]:
    """Yield the documents of which no graph can be made, each alone, with the reason."""
    for record in store.records():
        try:
            _try_all_stages(record)
        except Exception as error:
            yield record.document.id, f"no graph can be made of it ({_said(error)})."


def _try_all_stages(record: ExtractionRecord) -> None:
    from newsgraph.exports.rdf.turtle import turtle_pieces
    from newsgraph.graph.build import build_graph

    graph = KnowledgeGraph.of(build_graph([record]))
    for _ in turtle_pieces(graph):
        pass
    graph.to_html()
    with closing(connect(":memory:", isolation_level=None)) as connection:
        create_schema(connection)
        write_tables(connection, graph, "")


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": ")
