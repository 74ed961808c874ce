"""A user's own list of entities: ids, names, aliases and types that resolution and linking go by."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..bounded import read_text
from ..errors import InputError
from ..model.record import LABELS
from .gazetteer import key


@dataclass(frozen=True, slots=True, order=True)
class KnownEntity:
    """An entity somebody keeps a list of; ``label`` restricts it to mentions of that label, if given."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    label: str | None = None

    @property
    def iri(self) -> str:
        """The id if it is an IRI, else a URN made of it."""
        is_iri = ":" in self.id and not any(char in self.id for char in ' <>"{}|\\^`\n\t')
        return self.id if is_iri else f"urn:x-entity:{quote(self.id, safe='')}"


@dataclass(frozen=True, slots=True)
class KnownEntities:
    """Known entities by name. A name that two of them share identifies neither."""

    entities: tuple[KnownEntity, ...]
    by_name: Mapping[str, tuple[KnownEntity, ...]]
    by_id: Mapping[str, KnownEntity]

    def find(self, name: str, label: str) -> KnownEntity | None:
        """Return the one known entity of this name that can have this label, or None."""
        found = [known for known in self.by_name.get(key(name), ()) if known.label in (None, label)]
        return found[0] if len(found) == 1 else None


def known_entities(entities: Iterable[KnownEntity]) -> KnownEntities:
    """Return ``entities`` ready to be looked up."""
    unique = tuple(sorted(set(entities), key=lambda known: (known.id, known.name)))
    names: dict[str, set[KnownEntity]] = defaultdict(set)
    for known in unique:
        for name in (known.name, *known.aliases):
            names[key(name)].add(known)
    by_name = {name: tuple(sorted(found, key=lambda known: known.id)) for name, found in names.items()}
    return KnownEntities(unique, by_name, {known.id: known for known in unique})


def read_entities(path: Path) -> tuple[KnownEntity, ...]:
    """Read a list of entities from a CSV file (columns id, name, aliases, type) or a JSON Lines file with such keys.

    Aliases are separated by ``|`` in CSV and a list in JSON. Raises :class:`InputError` that says where.
    """
    text = read_text(path)
    rows = _json_rows(text, path) if path.suffix in (".jsonl", ".json", ".ndjson") else _csv_rows(text, path)
    try:
        return tuple(_entity(row, f"{path}, line {number}") for number, row in rows)
    except csv.Error as error:
        raise InputError(f"{path}: this is no CSV: {error}") from None


def _csv_rows(text: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(text.splitlines())
    if not {"id", "name"} <= set(reader.fieldnames or ()):
        raise InputError(
            f"{path}: the first line must name the columns id and name (and may name aliases and type)"
        )
    for row in reader:
        aliases = [alias.strip() for alias in (row.get("aliases") or "").split("|") if alias.strip()]
        yield reader.line_num, {**row, "aliases": aliases}


def _json_rows(text: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise InputError(f"{path}, line {number}: this is no JSON: {error}") from error
            if not isinstance(row, dict):
                raise InputError(f"{path}, line {number}: an object with id and name is expected")
            yield number, row


def _entity(row: dict[str, Any], place: str) -> KnownEntity:
    id, name, label, aliases = (row.get(column) for column in ("id", "name", "type", "aliases"))
    if not (isinstance(id, str | int) and str(id).strip() and isinstance(name, str) and name.strip()):
        raise InputError(f"{place}: an id and a name are needed")
    if label and label not in LABELS:
        raise InputError(f"{place}: the type {label!r} is none of {', '.join(LABELS)}")
    if not isinstance(aliases or [], list) or not all(isinstance(alias, str) for alias in aliases or ()):
        raise InputError(f"{place}: aliases must be a list of names")
    if not all(_is_text(part) for part in (str(id), name, *(aliases or ()))):
        raise InputError(f"{place}: half a character stands in it (an escape from \\ud800 to \\udfff)")
    return KnownEntity(str(id).strip(), name.strip(), tuple(aliases or ()), label or None)


def _is_text(part: str) -> bool:
    """Return whether UTF-8 can hold it: JSON may escape half a character."""
    return part.isascii() or not any("\ud800" <= char <= "\udfff" for char in part)
