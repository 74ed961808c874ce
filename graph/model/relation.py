"""Relations of the schema as the graph keeps them: what an export needs to explain a statement's relation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class RelationType:
    """A relation that statements of the graph have, or one that such a relation is a kind of or the inverse of.

    ``wikidata`` is a property id and ``schema_org`` a property name, both in the direction of the relation.
    """

    name: str
    label: str
    description: str = ""
    symmetric: bool = False
    inverse: str | None = None
    broader: str | None = None
    wikidata: str | None = None
    schema_org: str | None = None
