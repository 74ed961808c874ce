"""The words that can state a relation: its triggers, those of its kin, and some that only the pair classifier hears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..english.lexicon import KINSHIP, ROLE_NOUNS
from ..english.semantic_classes import noun_type

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.relation import Relation
    from newsgraph.graph.knowledge.schema import Schema

    from ..syntax.tree import Tree

_PREPOSITIONS = frozenset(
    "of for at to in on by with from against near into as over under between upon about after away up off out".split()
)

_WORDS = "relation_words.tsv"
_LOOSE = frozenset({"obl:unmarked", "obl:agent", "dep", "parataxis", "list", "appos"})
_BOUND = frozenset({"conj", "nsubj", "nsubj:pass", "nmod:poss"})
"""Dependents of a verb that no preposition tells from others."""


@dataclass(frozen=True, slots=True)
class Licence:
    """What may state a relation: lemmas, each with the prepositions that may follow it; "" for a direct object.

    ``turned`` are those that state it from the other side: who is the owner of a firm is no subsidiary of it.
    """

    relation: str
    words: Mapping[str, frozenset[str]]
    turned: Set[str] = frozenset()

    def is_turned(self, tree: Tree, word: int, item: int) -> bool:
        """Does the word say that the object stands in the relation, as "owner of Kelda" says it of Kelda?"""
        role = tree.pos[word] == "NOUN" and tree.lemma[word] in self.turned
        return role and tree.head[item] == word and tree.dep[item] in ("nmod", "nmod:poss")

    def may_say(self, tree: Tree, token: int) -> bool:
        """Can this word state the relation?"""
        lemma = tree.lemma[token]
        if (
            lemma in self.words
            or tree.lower[token] in self.words
            or lemma in _heard_words().get(self.relation, ())
        ):
            return True
        if tree.pos[token] not in ("NOUN", "PROPN") or self.relation not in (
            "affiliated_with",
            "nationality",
        ):
            return False
        return lemma in ROLE_NOUNS or noun_type(lemma) == "PERSON"

    def takes(self, tree: Tree, item: int, governor: int) -> bool:
        """Does the preposition fit? "Fled Oslo" gives nobody a home in Oslo, "fled to Oslo" does."""
        prepositions = tree.words(tree.cases(item))
        if tree.pos[governor] not in ("VERB", "AUX"):
            return prepositions != "by"
        lemma, preposition = tree.lemma[governor], prepositions.rpartition(" ")[2]
        allowed = self.words.get(lemma)
        if tree.dep[item] in _BOUND or not allowed:
            return True
        if preposition == "from" not in allowed:  # "joined from Kelda"
            return False
        if lemma in _heard_words().get(self.relation, ()) or tree.dep[item] in _LOOSE:
            return True
        return preposition in allowed or (not preposition and "" in allowed)


@cache
def _heard_words() -> Mapping[str, frozenset[str]]:
    """Words that state a relation beside its triggers, and only where the classifier hears it."""
    lines = (files("newsgraph.extract.english") / "data" / _WORDS).read_text("utf8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {relation: frozenset(words.split()) for relation, words in rows}


def licence_of(schema: Schema, relation: str) -> Licence:
    """What may state a relation of this schema."""
    return _licence(relation, _Family(schema))


class _Family:
    """The schema, hashable by identity, so that licences are made once."""

    __slots__ = ("schema",)

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def __hash__(self) -> int:
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Family) and other.schema is self.schema


@lru_cache(maxsize=512)
def _licence(name: str, family: _Family) -> Licence:
    """The words that say a relation: its triggers, those of what is broader or narrower, and their inverses'."""
    schema = family.schema
    found: dict[str, set[str]] = defaultdict(set)
    own: set[str] = set()
    for relation, turned in _family(schema, name):
        for trigger in relation.triggers:
            words = [word for word in trigger.words if word not in _PREPOSITIONS]
            last = trigger.words[-1]
            for word in words[-1:]:  # of "receive a degree from" the degree
                found[word].add(last if last in _PREPOSITIONS else "")
                own.update(() if turned else (word,))
    if name == "spouse_of":
        found.update({word: set() for word in KINSHIP})
        own |= KINSHIP
    return Licence(
        name, {word: frozenset(prepositions) for word, prepositions in found.items()}, found.keys() - own
    )


def _family(schema: Schema, name: str) -> list[tuple[Relation, bool]]:
    """The relation with its kin, each with whether it says the same from the other side."""
    names = {name, *(relation.name for relation in schema if _is_kind_of(schema, relation, name))}
    if name == "affiliated_with":
        names.add("leader_of")
    own = [(relation, False) for relation in schema if relation.name in names]
    turned = [r for r in schema if r.inverse in names and r.name not in names]
    return [*own, *((relation, True) for relation in turned)]


def _is_kind_of(schema: Schema, relation: Relation, name: str) -> bool:
    above: Relation | None = relation
    while above is not None and above.broader:
        if above.broader == name:
            return True
        above = schema.find(above.broader)
    return False
