"""Claims: what statements of several articles say alike, however they word it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..knowledge_graph import KnowledgeGraph
from ..model.statement import Statement
from .background import Background, article_vectors, name_weights, word_weights
from .matching import THRESHOLD, compare
from .phrases import content_words
from .predicates import is_news
from .signatures import Signature, signature_of
from .union import Sets

WINDOW = 10
"""Statements after it, in order of days, that a statement with one key is compared with: bounds the time."""

KEYS = 12
"""Keys of a statement in one class."""

MEMBERS = 8
"""Statements of a claim that another claim is compared with before both are joined."""


def signatures_of(graph: KnowledgeGraph) -> tuple[Signature, ...]:
    """Return the signatures of what a graph's articles tell as news, sorted by statement."""
    named = {entity.id for entity in graph.entities if entity.named}
    days = {document.id: day for document in graph.documents if (day := day_of(document.date)) is not None}
    told = [statement for statement in graph.statements if is_news(statement)]
    sentences = _sentences(graph, told)
    found = (signature_of(statement, named, days, sentences) for statement in told)
    return tuple(signature for signature in found if signature.anchors)


def background_of(graph: KnowledgeGraph, signatures: Iterable[Signature]) -> Background:
    """Return what statements of a graph are compared against."""
    names = name_weights(graph)
    words = word_weights(signature.sentence for signature in signatures)
    return Background(words, names, article_vectors(graph, names))


def day_of(date: str | None) -> datetime.date | None:
    """Return the day of an ISO 8601 date; None where there is none."""
    try:
        return datetime.date.fromisoformat((date or "")[:10])
    except ValueError:
        return None


def _sentences(graph: KnowledgeGraph, told: Iterable[Statement]) -> dict[tuple[str, int], frozenset[str]]:
    wanted = {(piece.document, piece.sentence) for statement in told for piece in statement.evidence[:1]}
    return {
        (document.id, number): content_words(sentence.text)
        for document in graph.documents
        for number, sentence in enumerate(document.sentences)
        if (document.id, number) in wanted
    }


def claim_groups(signatures: Sequence[Signature], background: Background) -> tuple[tuple[str, ...], ...]:
    """Return the ids of statements that make one claim, in groups of two or more, sorted."""
    pairs = sorted(_scored(signatures, background), key=lambda pair: (-pair[0], pair[1:]))
    known = {signature.id: signature for signature in signatures}
    sets, members = Sets(), {id: [id] for id in known}
    for _, left, right in pairs:
        first, second = sets.root(left), sets.root(right)
        if first != second and _agree(members[first], members[second], known, background):
            root = sets.join(first, second)
            members[root] = sorted([*members[first], *members[second]])
    return tuple(group for group in sets.groups() if len(group) > 1)


def _scored(signatures: Sequence[Signature], background: Background) -> Iterator[tuple[float, str, str]]:
    for left, right in candidates(signatures):
        compared = compare(left, right, background)
        if compared.contradiction is None and compared.score >= THRESHOLD:
            yield compared.score, left.id, right.id


def candidates(signatures: Sequence[Signature]) -> Iterator[tuple[Signature, Signature]]:
    """Yield the pairs of statements of different articles worth comparing: one class, one name, something else."""
    by_class: dict[str, list[Signature]] = defaultdict(list)
    for signature in signatures:
        for name in signature.classes:
            by_class[name].append(signature)
    for name in sorted(by_class):
        if len(by_class[name]) > 1:
            yield from _in_class(name, by_class[name])


def _in_class(name: str, signatures: Iterable[Signature]) -> Iterator[tuple[Signature, Signature]]:
    index: dict[tuple[str, ...], list[Signature]] = defaultdict(list)
    for signature in sorted(signatures, key=lambda s: (s.days[:1], s.id)):
        for key in _keys(signature):
            index[key].append(signature)
    seen: set[tuple[str, str]] = set()
    for key in sorted(index):
        listed = index[key]
        for at, left in enumerate(listed):
            for right in listed[at + 1 : at + 1 + WINDOW]:
                pair = (left.id, right.id)
                if pair not in seen and _is_first(name, left, right) and left.documents != right.documents:
                    seen.add(pair)
                    yield left, right


def _is_first(name: str, left: Signature, right: Signature) -> bool:
    """Return whether a class is the first that both share, so that each pair is compared once."""
    return name == min(left.classes.keys() & right.classes.keys())


def _keys(signature: Signature) -> list[tuple[str, ...]]:
    """Return the keys under which a statement is found: a name, and a name with one more name or head noun."""
    anchors = sorted(signature.anchors)
    heads = sorted({part.head for part in (signature.agent, signature.theme) if part and part.head})
    keys: list[tuple[str, ...]] = [(anchor,) for anchor in anchors]
    keys += [(first, second) for at, first in enumerate(anchors) for second in anchors[at + 1 :]]
    keys += [(anchor, f"head:{head}") for anchor in anchors for head in heads]
    return keys[:KEYS]


def _agree(
    left: Sequence[str], right: Sequence[str], known: Mapping[str, Signature], background: Background
) -> bool:
    """Return whether no statement of one claim contradicts one of the other."""
    pairs = ((known[a], known[b]) for a in left[:MEMBERS] for b in right[:MEMBERS])
    return all(compare(a, b, background).contradiction in (None, "predicate") for a, b in pairs)
