"""A relation of a schema, and how it is made of an entry of a schema file, or refused with a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from ..errors import NewsgraphError
from ..model.record import LABELS

TEXT = "TEXT"
"""Stands in a domain or range for any phrase that is no name."""

RELATION_LABELS = frozenset({*LABELS, TEXT})
"""What a domain or range may list."""

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
    a kind of. ``wikidata`` (a property id) and ``schema_org`` (a property name) have its direction.
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


def relations_of(name: str, fields: dict[str, Any], place: str) -> Iterator[Relation]:
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
        check_entry(inverse["name"], {}, f"{place}, inverse")
    return inverse


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
        raise SchemaError(f"{place}: '{field}' must be a text, not {kind_of(value)}")
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


def check_entry(name: object, fields: object, place: str) -> None:
    """Refuse an entry that is not fields by the name of a relation. Raises SchemaError."""
    if isinstance(name, str) and name.startswith("_"):
        return
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise SchemaError(f"{place}: '{name}' is no name for a relation; use lower case and underscores")
    if fields is not None and not isinstance(fields, dict):
        raise SchemaError(f"{place}, relation '{name}': expected fields by name, found {kind_of(fields)}")


def kind_of(value: object) -> str:
    """Say what was found instead of what was expected."""
    if isinstance(value, list):
        return "a list"
    return "a text" if isinstance(value, str) else repr(value)
