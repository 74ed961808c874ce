"""The relations of the schema that a graph speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..knowledge.relation import Relation
from ..knowledge.schema import Schema, load_schema
from ..model.relation import RelationType
from ..model.statement import Statement


def relations_of(statements: Iterable[Statement], schema: Schema | None) -> tuple[RelationType, ...]:
    """Return the relations of ``statements``, with those that they are a kind or the inverse of, sorted by name.

    A relation that the schema does not have is left out. Without ``schema`` ours is taken.
    """
    used = {statement.relation for statement in statements if statement.relation}
    if not used:
        return ()
    known = schema or load_schema()
    found: dict[str, Relation] = {}
    for name in used:
        for relation in _with_broader(known, name):
            found[relation.name] = relation
            inverse = known.find(relation.inverse or "")
            if inverse is not None:
                found[inverse.name] = inverse
    return tuple(_relation_type(found[name]) for name in sorted(found))


def _with_broader(schema: Schema, name: str) -> Iterator[Relation]:
    relation = schema.find(name)
    while relation is not None:
        yield relation
        relation = schema.find(relation.broader or "")


def _relation_type(relation: Relation) -> RelationType:
    return RelationType(
        name=relation.name,
        label=relation.label,
        description=relation.description,
        symmetric=relation.symmetric,
        inverse=relation.inverse,
        broader=relation.broader,
        wikidata=relation.wikidata,
        schema_org=relation.schema_org,
    )
