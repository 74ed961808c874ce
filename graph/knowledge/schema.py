"""The schema: relations with their types, inverses, counterparts elsewhere, and the words that say them.

``data/schema.yaml`` is ours and explains its own fields; a user's file of the same form is merged over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..bounded import read_text
from ..errors import InputError
from .relation import Relation, SchemaError, Trigger, check_entry, kind_of, relations_of
from .yaml_file import YamlError, read_yaml

OURS = "schema.yaml"
"""The file of our own schema, in ``data/``."""

MOST_BYTES = 4 << 20
"""A schema file has so many bytes at most."""


@dataclass(frozen=True, slots=True)
class Schema:
    """Relations by name, and what each trigger may mean, most wanted first."""

    relations: Mapping[str, Relation]
    meanings: Mapping[Trigger, tuple[Relation, ...]]

    def __iter__(self) -> Iterator[Relation]:
        """Go through the relations; inverses follow the relation they belong to."""
        return iter(self.relations.values())

    def __len__(self) -> int:
        """Count the relations, inverses included."""
        return len(self.relations)

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a relation of this name."""
        return name in self.relations

    def find(self, name: str) -> Relation | None:
        """Return the relation of this name, None where there is none."""
        return self.relations.get(name)


def load_schema(path: Path | str | None = None) -> Schema:
    """Load the schema of the package, with the file at ``path`` merged over it.

    A relation the file names is changed field by field, a new one goes before ours where triggers compete,
    and ``name: null`` takes one away.

    Raises SchemaError on a mistake in the file, saying where it is.
    """
    return _shipped() if path is None else load_schema_text(schema_text(path), str(path))


@cache
def _shipped() -> Schema:
    """The schema of the package alone, read once: its file takes as long as the reading of a page."""
    return load_schema_text()


def load_schema_text(text: str = "", place: str = OURS) -> Schema:
    """Load the schema of the package, with the entries of ``text`` merged over it; see :func:`load_schema`."""
    ours = _read(files("newsgraph.graph.knowledge").joinpath("data", OURS).read_text("utf-8"), OURS)
    theirs = _read(text, place)
    own = {name: fields for name, fields in theirs.items() if name not in ours and fields is not None}
    changed = {name: _merge(fields, theirs.get(name, {})) for name, fields in ours.items()}
    entries = {name: fields for name, fields in (own | changed).items() if fields is not None}
    relations: dict[str, Relation] = {}
    for name, fields in entries.items():
        for relation in relations_of(name, fields, f"{place}, relation '{name}'"):
            if relation.name in relations:
                raise SchemaError(f"{place}: two relations are called '{relation.name}'; rename one of them")
            relations[relation.name] = relation
    for relation in relations.values():
        _check_broader(relation, relations, place)
    return Schema(relations, _meanings(relations))


def schema_text(path: Path | str) -> str:
    """Return the text of a file of relations. Raises SchemaError where it cannot be read."""
    try:
        return read_text(path, MOST_BYTES)
    except InputError as error:
        raise SchemaError(f"cannot read the schema {error}") from error


def _read(text: str, place: str) -> dict[str, Any]:
    """Read the entries of a file by name; names that start with ``_`` only hold shared values."""
    try:
        content = read_yaml(text, place)
    except YamlError as error:
        raise SchemaError(str(error)) from error
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise SchemaError(f"{place}: expected relations by name, found {kind_of(content)}")
    for name, fields in content.items():
        check_entry(name, fields, place)
    return {name: fields for name, fields in content.items() if not name.startswith("_")}


def _merge(fields: dict[str, Any], change: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if change is None else fields | change


def _check_broader(relation: Relation, relations: Mapping[str, Relation], place: str) -> None:
    """Follow a relation upwards: everything has to be there, and nothing twice."""
    passed = {relation.name}
    while relation.broader is not None:
        if relation.broader not in relations or relation.broader in passed:
            known = "is no relation" if relation.broader not in relations else "leads back to it"
            raise SchemaError(f"{place}, relation '{relation.name}': 'broader' {relation.broader!r} {known}")
        passed.add(relation.broader)
        relation = relations[relation.broader]


def _meanings(relations: Mapping[str, Relation]) -> dict[Trigger, tuple[Relation, ...]]:
    found: dict[Trigger, list[Relation]] = {}
    for relation in relations.values():
        for trigger in dict.fromkeys(relation.triggers):
            found.setdefault(trigger, []).append(relation)
    return {trigger: tuple(meant) for trigger, meant in found.items()}
