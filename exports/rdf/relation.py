"""Names relations: predicates that differ only in tense or auxiliaries share one, and a plan has its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from newsgraph.graph.identity import normal_key
from newsgraph.graph.model.statement import Statement

from ..sandbox.namespaces import MODAL_PREFIXES


@dataclass(frozen=True, slots=True)
class RelationTerm:
    """A relation by its words; ``base`` is the relation that a modal one plans, allows or asks for."""

    key: str
    base: str
    modality: str = "actual"


def relation_of(statement: Statement) -> RelationTerm:
    """Return the relation of ``statement``: the schema's where there is one, else the predicate's own words.

    A negative or conditional statement has the relation of the statement it denies or supposes. A modal
    relation of the schema starts with its modality (``planned attacked``), one in the text's words with what
    people say (``plan to attack``), so that the two are never mixed up. The words are the predicate's plain wording,
    which is read off the record: a record without it gives the predicate as the text has it.
    """
    return _term(statement.relation, statement.base or statement.predicate, statement.modality)


@lru_cache(maxsize=65_536)  # a graph says the same of many
def _term(name: str | None, words: str, modality: str) -> RelationTerm:
    if name:
        base, prefix = " ".join(normal_key(name).split("_")), modality
    else:
        base, prefix = normal_key(words), MODAL_PREFIXES.get(modality, "")
    modal = modality in MODAL_PREFIXES
    return RelationTerm(f"{prefix} {base}", base, modality) if modal else RelationTerm(base, base)
