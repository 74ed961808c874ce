"""Statements from relations between mentions: one for each relation of two entities that no rule has found."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..attribution.sources import vouching
from ..factuality.modality import Factuality, find_factuality, nominal_factuality, with_participants
from ..factuality.participants import is_contrasted
from ..statements import Extraction
from ..syntax.phrases import noun_phrase
from ..syntax.relative_pronouns import relative_head
from ..syntax.roles import is_labelled_bracket

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.schema import Schema

    from ..attribution.sources import Source
    from ..mentions.detection import MentionSpan
    from ..syntax.tree import Tree
    from .classifier import PairRelation

WEAKEST = "affiliated_with"
"""What goes without saying where another relation joins the same two."""

METHOD = "classifier"
"""The method of statements made here."""

RULE = "pair-classifier"

EntityAt = Callable[[int], "Hashable | None"]
"""What the phrase with this head refers to, None where that is not known."""

Key = tuple[Hashable, str, Hashable]


def pair_statements(
    schema: Schema,
    tree: Tree,
    pairs: Iterable[PairRelation],
    found: Iterable[tuple[Extraction, str | None]],
    entity_at: EntityAt,
    sources: Sequence[Source | None] = (),
) -> list[tuple[Extraction, str, float]]:
    """Make statements of pairs: extraction, relation and probability, in text order.

    ``found`` are the extractions of the rules with their relations: what they say of the same two entities in the same
    sentence, or more exactly, is left out. So is a pair without words for its predicate, or whose mentions refer to
    nothing known (a date needs no reference). Of several mentions, names go before pronouns, then the more probable
    pair.
    ``sources`` has for each token who vouches for it.
    """
    given = [(p, relation) for p, relation in found if p.object_head is not None]
    known = {key for p, name in given if name for key in _said(schema, p, name, entity_at)}
    joined = [{key[0], key[2]} for key in known]
    best: dict[Key, PairRelation] = {}
    for pair in (_referring(tree, pair) for pair in pairs):
        key = _key(tree, pair, entity_at)
        if key is None or pair.word is None or key in known:
            continue
        if _are_opposed(tree, pair) or _is_torn(tree, pair, sources):
            continue
        if pair.relation == WEAKEST and {key[0], key[2]} in joined:
            continue
        if key not in best or _rank(pair) > _rank(best[key]):
            best[key] = pair
            relation = schema.find(pair.relation)
            if relation is not None and relation.symmetric:
                known.add((key[2], key[1], key[0]))
    covering: dict[int, list[Extraction]] = {}
    for extraction, _ in given:
        for token in extraction.predicate:
            covering.setdefault(token, []).append(extraction)
    stronger = [{key[0], key[2]} for key in best if key[1] != WEAKEST]
    best = {key: pair for key, pair in best.items() if key[1] != WEAKEST or {key[0], key[2]} not in stronger}
    chosen = sorted(best.values(), key=lambda pair: (pair.subject.start, pair.object.start, pair.relation))
    return [
        (_extraction(tree, pair, pair.word, covering, sources), pair.relation, pair.probability)
        for pair in chosen
        if pair.word is not None
    ]


def ends(extraction: Extraction, entity_at: EntityAt) -> tuple[Hashable, Hashable]:
    """What subject and object of an extraction refer to, told apart by its sentence."""
    subject, item = (
        _entity(extraction.sentence, head, entity_at)
        for head in (extraction.subject_head, extraction.object_head)
    )
    return subject, item


def _referring(tree: Tree, pair: PairRelation) -> PairRelation:
    """The same pair with "who" replaced by what it stands for."""
    return replace(pair, subject=_antecedent(tree, pair.subject), object=_antecedent(tree, pair.object))


def _antecedent(tree: Tree, mention: MentionSpan) -> MentionSpan:
    noun = relative_head(tree, mention.head)
    if noun is None:
        return mention
    tokens = noun_phrase(tree, noun, titles=False).tokens
    unbroken = tokens[-1] - tokens[0] + 1 == len(tokens)
    start, end = (tokens[0], tokens[-1] + 1) if unbroken else (noun, noun + 1)
    return replace(mention, start=start, end=end, head=noun)


def _said(schema: Schema, extraction: Extraction, name: str, entity_at: EntityAt) -> list[Key]:
    """Everything a relation says: itself, broader ones, inverses; an entity is told apart by its sentence, too."""
    subject, item = ends(extraction, entity_at)
    keys: list[Key] = []
    relation = schema.find(name)
    while relation is not None:
        keys.append((subject, relation.name, item))
        if relation.inverse:
            keys.append((item, relation.inverse, subject))
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


def _extraction(
    tree: Tree,
    pair: PairRelation,
    word: int,
    covering: dict[int, list[Extraction]],
    sources: Sequence[Source | None],
) -> Extraction:
    """Polarity, modality, time and source are those of the statement that uses the same word, if there is one."""
    heads = {pair.subject.head, pair.object.head}
    same = max(
        covering.get(word, ()), key=lambda e: len(heads & {e.subject_head, e.object_head}), default=None
    )
    if same is not None:
        factuality = Factuality(same.polarity, same.modality, same.signs)
    elif tree.pos[word] in ("VERB", "AUX", "ADJ"):
        factuality = find_factuality(tree, word)
    else:
        factuality = nominal_factuality(tree, word)
    factuality = with_participants(tree, factuality, pair.subject.head, pair.object.head)
    source = same.attribution if same else (vouching(sources[word]) if sources else None)
    times = (a for a in (same.qualifiers if same else ()) if a.role == "time")
    return Extraction(
        _tokens(pair.subject), pair.subject.head, pair.predicate, tree.lemma[word], _tokens(pair.object),
        pair.object.head, tuple(a for a in times if pair.object.head not in a.tokens), factuality.polarity, factuality.modality,
        source, tree.sentence[word], METHOD, RULE, signs=factuality.signs,
    )  # fmt: skip


def _are_opposed(tree: Tree, pair: PairRelation) -> bool:
    """Are the two set against each other ("sued not Dee but Fox")? That joins them by nothing."""
    one, other = (
        tree.head[head] if tree.dep[head] == "conj" else head
        for head in (pair.subject.head, pair.object.head)
    )
    return one == other and bool(
        is_contrasted(tree, pair.subject.head) or is_contrasted(tree, pair.object.head)
    )


def _is_torn(tree: Tree, pair: PairRelation, sources: Sequence[Source | None]) -> bool:
    """Is one of the two outside what somebody says and the other inside, or in a bracket such as "(NYSE: F)"?"""
    heads = pair.subject.head, pair.object.head
    if any(is_labelled_bracket(tree, head) for head in heads):
        return True
    if not sources or pair.word is None:
        return False
    return (
        len({None if s is None else (s.head, s.cue) for s in (sources[t] for t in (*heads, pair.word))}) > 1
    )


def _tokens(mention: MentionSpan) -> tuple[int, ...]:
    return tuple(range(mention.start, mention.end))
