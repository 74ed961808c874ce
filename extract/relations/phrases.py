"""Relations that a preposition or a possessive states between two names of one noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.schema import Schema

    from ..statements import Extraction

_RULES = frozenset({"name-with-preposition", "owner-of-name", "place-in-place"})
_RELATIONS = {
    ("PERSON", "ORG"): ("affiliated_with", frozenset({"of", "from", "at", "with"})),
    ("ORG", "GPE"): ("located_in", frozenset({"in", "at", "near"})),
    ("ORG", "LOC"): ("located_in", frozenset({"in", "at", "near"})),
    ("GPE", "GPE"): ("located_in", frozenset({"in"})),
    ("LOC", "GPE"): ("located_in", frozenset({"in"})),
    ("FAC", "GPE"): ("located_in", frozenset({"in", "at", "near"})),
    ("FAC", "LOC"): ("located_in", frozenset({"in", "at", "near"})),
}
"""Relations by the labels of the two names, with the words that state them."""


def phrase_relation(
    schema: Schema, extraction: Extraction, subject_label: str | None, object_label: str | None
) -> str | None:
    """The relation of a statement made inside a noun phrase, None for all others."""
    if extraction.rule not in _RULES:
        return None
    name, words = _RELATIONS.get((subject_label or "", object_label or ""), ("", frozenset()))
    return name if extraction.lemma in words and name in schema else None
