"""What a graph is built with: checked before anything is read, kept with the folder once given."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.graph.bounded import read_text
from newsgraph.graph.files import printable

from .reading import day_or_field

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.entity_list import KnownEntity
    from newsgraph.graph.model.judgement import Judgement
    from newsgraph.graph.store.documents import DocumentStore

FIELDS = ("text", "title", "url", "any_language")
"""Choices that go to the readers."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a graph is built with; what is None stays as it was. Once given, it stays with the folder."""

    schema: str | Path | None = None
    judgements: str | Path | None = None
    entities: str | Path | None = None
    outlets: str | Path | None = None
    min_confidence: float | None = None
    max_visible: int | None = None
    text: str | None = None  # fields of tables and JSON, as read_documents takes them
    title: str | None = None
    url: str | None = None
    any_language: bool | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """Choices after they were read and checked."""

    schema: str | None
    judgements: tuple[Judgement, ...]
    entities: tuple[KnownEntity, ...] | None
    settings: dict[str, str]


def checked(choices: Choices | None, date: str | datetime.date | None) -> Given:
    """Read all files that options name before any article is read. Raises NewsgraphError."""
    from newsgraph.graph.knowledge.entity_list import read_entities
    from newsgraph.graph.knowledge.outlets import outlets_in
    from newsgraph.graph.knowledge.schema import load_schema_text, schema_text
    from newsgraph.graph.model.judgement import load_judgements

    given = choices or Choices()
    fields = {name: value for name in FIELDS if (value := getattr(given, name)) is not None}
    day = day_or_field(date, fields)
    if isinstance(day, str):
        fields["date"] = day
    settings = {name: getattr(given, name) for name in ("min_confidence", "max_visible")}
    schema = None if given.schema is None else schema_text(given.schema)
    if schema is not None:
        load_schema_text(schema, str(given.schema))
    tables = {}
    if given.outlets is not None:
        tables["outlets"] = read_text(given.outlets)
        outlets_in(tables["outlets"], str(given.outlets))
    return Given(
        schema,
        load_judgements(Path(given.judgements)) if given.judgements is not None else (),
        read_entities(Path(given.entities)) if given.entities is not None else None,
        {
            **{name: repr(value) for name, value in settings.items() if value is not None},
            **{f"read_{name}": str(value) for name, value in fields.items()},
            **tables,
        },
    )


def keep(store: DocumentStore, given: Given, roots: Iterable[str | Path]) -> None:
    """Let choices stay with the folder, and the paths that it is made of."""
    known = [root for root in store.setting("roots").split("\n") if root]
    settings = {**given.settings, "roots": "\n".join(sorted({*known, *map(normal, roots)}))}
    if given.schema is not None:
        settings["schema"] = given.schema
    store.set(**settings)
    store.add_judgements(given.judgements)
    if given.entities is not None:
        store.set_known_entities(given.entities)


def normal(path: str | Path) -> str:
    """Return what a path is known by: without detours, its bytes that are not UTF-8 written out."""
    return printable(os.path.normpath(path))
