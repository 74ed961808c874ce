"""Statements from relations between mentions: one for each relation of two entities that no rule has found."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING

from ..modality import find_stance, nominal_stance
from ..statements import Proposition

if TYPE_CHECKING:
    from newsgraph.graph.schema import Schema

    from ..mentions import Mention
    from ..tree import Tree
    from .classifier import PairRelation

METHOD = "classifier"
"""The method of statements made here."""

EntityAt = Callable[[int], "Hashable | None"]
"""What the phrase with this head refers to, None where that is not known."""

Key = tuple[Hashable, str, Hashable]


def pair_statements(
    schema: Schema,
    tree: Tree,
    pairs: Iterable[PairRelation],
    found: Iterable[tuple[Proposition, str | None]],
    entity_at: EntityAt,
) -> list[tuple[Proposition, str, float]]:
    """Make statements of pairs: proposition, relation and probability, in text order.

    ``found`` are the propositions of the rules with their relations: what they say of the same two entities in the same
    sentence, or more exactly, is left out. So is a pair without words for its predicate, or whose mentions refer to nothing
    known (a date needs no reference). Of several mentions, names go before pronouns, then the more probable pair.
    """
    given = [
        (proposition, relation) for proposition, relation in found if proposition.object_head is not None
    ]
    known = {
        key
        for proposition, relation in given
        if relation
        for key in _said(schema, proposition, relation, entity_at)
    }
    best: dict[Key, PairRelation] = {}
    for pair in pairs:
        key = _key(tree, pair, entity_at)
        if key is None or pair.word is None or key in known:
            continue
        if key not in best or _rank(pair) > _rank(best[key]):
            best[key] = pair
            relation = schema.find(pair.relation)
            if relation is not None and relation.symmetric:
                known.add((key[2], key[1], key[0]))
    covering = {token: proposition for proposition, _ in given for token in proposition.predicate}
    chosen = sorted(best.values(), key=lambda pair: (pair.subject.start, pair.object.start, pair.relation))
    return [
        (_proposition(tree, pair, pair.word, covering), pair.relation, pair.probability)
        for pair in chosen
        if pair.word is not None
    ]


def _said(schema: Schema, proposition: Proposition, name: str, entity_at: EntityAt) -> list[Key]:
    """Everything a relation says: itself, broader ones, inverses; an entity is told apart by its sentence, too."""
    ends = [
        _entity(proposition.sentence, head, entity_at)
        for head in (proposition.subject_head, proposition.object_head)
    ]
    keys = []
    relation = schema.find(name)
    while relation is not None:
        keys.append((ends[0], relation.name, ends[1]))
        if relation.inverse:
            keys.append((ends[1], relation.inverse, ends[0]))
        relation = schema.find(relation.broader) if relation.broader else None
    return keys


def _entity(sentence: int, head: int | None, entity_at: EntityAt) -> Hashable:
    entity = None if head is None else entity_at(head)
    return (sentence, head) if entity is None else (sentence, "entity", entity)


def _key(tree: Tree, pair: PairRelation, entity_at: EntityAt) -> Key | None:
    sentence = tree.sentence[pair.subject.head]
    if entity_at(pair.subject.head) is None or (
        pair.object.kind != "value" and entity_at(pair.object.head) is None
    ):
        return None
    subject, item = (_entity(sentence, mention.head, entity_at) for mention in (pair.subject, pair.object))
    return None if subject == item else (subject, pair.relation, item)


def _rank(pair: PairRelation) -> tuple[int, float]:
    return sum(mention.kind != "pronoun" for mention in (pair.subject, pair.object)), pair.probability


def _proposition(tree: Tree, pair: PairRelation, word: int, covering: dict[int, Proposition]) -> Proposition:
    """Polarity, modality and source are those of the statement that uses the same word, if there is one."""
    same = covering.get(word)
    stance = same or (find_stance if tree.pos[word] in ("VERB", "AUX", "ADJ") else nominal_stance)(tree, word)
    return Proposition(
        _tokens(pair.subject), pair.subject.head, pair.predicate, tree.lemma[word], _tokens(pair.object),
        pair.object.head, (), stance.polarity, stance.modality, same.attribution if same else None,
        tree.sentence[word], METHOD,
    )  # fmt: skip


def _tokens(mention: Mention) -> tuple[int, ...]:
    return tuple(range(mention.start, mention.end))
