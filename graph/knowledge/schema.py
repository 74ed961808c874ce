"""The schema: relations with their types, inverses, counterparts elsewhere, and the words that say them.

``data/schema.yaml`` is ours and explains its own fields; a user's file of the same form is merged over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

from ..bounded import read_text
from ..errors import InputError, NewsgraphError
from ..model.record import LABELS
from .yaml_file import YamlError, read_yaml

TEXT = "TEXT"
"""Stands in a domain or range for any phrase that is no name."""

RELATION_LABELS = frozenset({*LABELS, TEXT})
"""What a domain or range may list."""

OURS = "schema.yaml"
"""The file of our own schema, in ``data/``."""

MOST_BYTES = 4 << 20
"""A schema file has so many bytes at most."""

MOST_READINGS = 2000
"""One trigger may stand for so many word sequences at most."""

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_WIKIDATA = re.compile(r"P[1-9]\d*")
_SCHEMA_ORG = re.compile(r"[a-z]\w*")
_OWN_FIELDS = frozenset({"label", "wikidata", "schema_org", "triggers"})
_FIELDS = _OWN_FIELDS | {"description", "domain", "range", "symmetric", "inverse", "broader"}
_INVERSE_FIELDS = _OWN_FIELDS | {"name"}


class SchemaError(NewsgraphError):
    """A mistake in a schema file; the message says where."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that say a relation, as lemmas; ``passive`` where a form of "be" goes before them."""

    words: tuple[str, ...]
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the schema: it reads "subject label object".

    ``domain`` and ``range`` are the labels its subject and object may have; ``broader`` is the relation it is
    a kind of. ``wikidata`` (a property id) and
    ``schema_org`` (a property name) have the same direction as the relation.
    """

    name: str
    label: str
    description: str
    domain: frozenset[str]
    range: frozenset[str]
    symmetric: bool = False
    inverse: str | None = None
    broader: str | None = None
    wikidata: str | None = None
    schema_org: str | None = None
    triggers: tuple[Trigger, ...] = ()


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
        for relation in _relations(name, fields, f"{place}, relation '{name}'"):
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
        raise SchemaError(f"{place}: expected relations by name, found {_kind(content)}")
    for name, fields in content.items():
        _check_entry(name, fields, place)
    return {name: fields for name, fields in content.items() if not name.startswith("_")}


def _check_entry(name: object, fields: object, place: str) -> None:
    if isinstance(name, str) and name.startswith("_"):
        return
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise SchemaError(f"{place}: '{name}' is no name for a relation; use lower case and underscores")
    if fields is not None and not isinstance(fields, dict):
        raise SchemaError(f"{place}, relation '{name}': expected fields by name, found {_kind(fields)}")


def _merge(fields: dict[str, Any], change: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if change is None else fields | change


def _relations(name: str, fields: dict[str, Any], place: str) -> Iterator[Relation]:
    """Make the relation of an entry, then its inverse."""
    _check_fields(fields, _FIELDS, place)
    symmetric = fields.get("symmetric", False)
    if not isinstance(symmetric, bool):
        raise SchemaError(f"{place}: 'symmetric' is true or false, not {symmetric!r}")
    inverse = _inverse(fields, place)
    if symmetric and inverse:
        raise SchemaError(f"{place}: a symmetric relation is its own inverse; leave one of the two out")
    relation = Relation(
        name=name,
        description=_text_of(fields, "description", place),
        domain=_labels(fields, "domain", place),
        range=_labels(fields, "range", place),
        symmetric=symmetric,
        inverse=name if symmetric else inverse.get("name"),
        broader=_matching(fields, "broader", _NAME, "the name of a relation", place),
        **_own(name, fields, place),
    )
    yield relation
    if relation.inverse and not symmetric:
        yield Relation(
            name=relation.inverse,
            description=f"Inverse of {name}: {relation.description}",
            domain=relation.range,
            range=relation.domain,
            inverse=name,
            **_own(relation.inverse, inverse, place),
        )


def _inverse(fields: dict[str, Any], place: str) -> dict[str, Any]:
    inverse = fields.get("inverse") or {}
    if not isinstance(inverse, dict) or (inverse and "name" not in inverse):
        raise SchemaError(f"{place}: 'inverse' needs fields, a name among them: inverse: {{name: has_part}}")
    _check_fields(inverse, _INVERSE_FIELDS, f"{place}, inverse")
    if inverse:
        _check_entry(inverse["name"], {}, f"{place}, inverse")
    return inverse


def _check_broader(relation: Relation, relations: Mapping[str, Relation], place: str) -> None:
    """Follow a relation upwards: everything has to be there, and nothing twice."""
    passed = {relation.name}
    while relation.broader is not None:
        if relation.broader not in relations or relation.broader in passed:
            known = "is no relation" if relation.broader not in relations else "leads back to it"
            raise SchemaError(f"{place}, relation '{relation.name}': 'broader' {relation.broader!r} {known}")
        passed.add(relation.broader)
        relation = relations[relation.broader]


def _check_fields(fields: dict[str, Any], known: frozenset[str], place: str) -> None:
    for field in fields:
        if field not in known:
            raise SchemaError(f"{place}: unknown field '{field}'; known are {', '.join(sorted(known))}")


def _labels(fields: dict[str, Any], field: str, place: str) -> frozenset[str]:
    given = fields.get(field)
    if not isinstance(given, list) or not given:
        raise SchemaError(f"{place}: '{field}' must list labels, such as [PERSON, ORG]")
    for label in given:
        if not isinstance(label, str) or label not in RELATION_LABELS:
            known = ", ".join((*LABELS, TEXT))
            raise SchemaError(f"{place}: '{field}' has the unknown label {label!r}; known are {known}")
    return frozenset(given)


def _own(name: str, fields: dict[str, Any], place: str) -> dict[str, Any]:
    """Read what a relation and its inverse each have of their own."""
    lines = fields.get("triggers") or []
    if not isinstance(lines, list) or not all(isinstance(line, str) and line.strip() for line in lines):
        raise SchemaError(f"{place}: 'triggers' must be a list of texts")
    return {
        "label": _text_of(fields, "label", place) or name.replace("_", " "),
        "wikidata": _matching(fields, "wikidata", _WIKIDATA, "a property id such as P39", place),
        "schema_org": _matching(fields, "schema_org", _SCHEMA_ORG, "a property name such as worksFor", place),
        "triggers": tuple(trigger for line in lines for trigger in parse_trigger(line, place)),
    }


def _text_of(fields: dict[str, Any], field: str, place: str) -> str:
    value = fields.get(field)
    if not isinstance(value, str | int | float | None):
        raise SchemaError(f"{place}: '{field}' must be a text, not {_kind(value)}")
    return "" if value is None else str(value)


def _matching(fields: dict[str, Any], field: str, form: re.Pattern[str], what: str, place: str) -> str | None:
    value = fields.get(field)
    if value is None:
        return None
    if not isinstance(value, str) or not form.fullmatch(value):
        raise SchemaError(f"{place}: '{field}' must be {what}, not {value!r}")
    return value


def parse_trigger(line: str, place: str = "trigger") -> tuple[Trigger, ...]:
    """Write out all word sequences a trigger stands for.

    >>> [" ".join(trigger.words) for trigger in parse_trigger("spokesman (of|for)")]
    ['spokesman of', 'spokesman for', 'spokesman']

    Raises SchemaError when brackets or alternatives are not closed, or there are too many.
    """
    choices = [_choices(part, line, place) for part in line.lower().split()]
    passive = choices[0] == ["be"]
    if prod(map(len, choices)) > MOST_READINGS:
        raise SchemaError(f"{place}: the trigger '{line}' stands for more than {MOST_READINGS} sequences")
    sequences = (tuple(filter(None, words)) for words in product(*choices[passive:]))
    return tuple(Trigger(words, passive) for words in sequences if words)


def _choices(part: str, line: str, place: str) -> list[str]:
    optional = part.startswith("(") and part.endswith(")")
    words = (part[1:-1] if optional else part).split("|")
    if any(not word or "(" in word or ")" in word for word in words):
        raise SchemaError(f"{place}: cannot read '{part}' in the trigger '{line}'; write 'a|b' or '(a|b)'")
    return [*words, ""] if optional else words


def _meanings(relations: Mapping[str, Relation]) -> dict[Trigger, tuple[Relation, ...]]:
    found: dict[Trigger, list[Relation]] = {}
    for relation in relations.values():
        for trigger in dict.fromkeys(relation.triggers):
            found.setdefault(trigger, []).append(relation)
    return {trigger: tuple(meant) for trigger, meant in found.items()}


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return "a text" if isinstance(value, str) else repr(value)
