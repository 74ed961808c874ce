"""Claims: what statements of several articles say alike, however they word it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, combinations, product

from ..knowledge_graph import KnowledgeGraph
from . import tolls
from .background import Background, Squares, article_vectors, day_of, name_weights, word_weights
from .callings import with_callings
from .holdings import both_hold
from .matching import THRESHOLD, compare
from .namesakes import namesakes
from .phrases import Named, content_words
from .predicates import is_news
from .signatures import WHOLE, SharedParts, Signature, signature_of
from .times import FAR, gap_between, of_one_length, same_time
from .toll_times import dated_tolls

WINDOW = 10
"""Statements after it, in order of days, that a statement with one key is compared with: bounds the time."""

KEYS = 16
"""Keys of a statement in one class."""

FEW = 1_000
"""Statements of a collection in which all of one class are compared, whatever they name: what some 30 articles tell."""

CENTRAL = 2
"""Names that an article is most about."""


def signatures_of(graph: KnowledgeGraph) -> tuple[Signature, ...]:
    """Return the signatures of what a graph's articles tell as news, sorted by statement."""
    named = namesakes(graph.entities)
    phrases = {entity.id: entity.name for entity in graph.entities if not entity.named}
    days = {document.id: day for document in graph.documents if (day := day_of(document.date)) is not None}
    told = [s for s in graph.statements if is_news(s)]
    wanted = {(piece.document, piece.sentence) for statement in told for piece in statement.evidence[:1]}
    sentences, mentioned = _sentences(graph, wanted), _mentioned(graph, wanted, named)
    parts = (named, phrases, days, sentences, mentioned, SharedParts())
    found = [signature_of(statement, *parts) for statement in told]
    return tuple(filter(_is_telling, with_callings(graph, named, dated_tolls(graph, found))))


def _is_telling(signature: Signature) -> bool:
    """Return whether a statement can be told from others: by a name, or by what is done in an article about one."""
    if signature.anchors:
        return True
    part = signature.theme or signature.agent
    return bool(signature.about and part and (part.head or tolls.is_toll(signature.classes)))


def background_of(graph: KnowledgeGraph, signatures: Iterable[Signature]) -> Background:
    """Return what statements of a graph are compared against."""
    names = name_weights(graph)
    words = word_weights(signature.sentence for signature in signatures)
    return Background(words, names, article_vectors(graph, names), Squares.of(words))


def _sentences(graph: KnowledgeGraph, wanted: Set[tuple[str, int]]) -> dict[tuple[str, int], tuple[str, ...]]:
    """Return the content words of each sentence that is ``wanted``, sorted."""
    return {
        (document.id, number): tuple(sorted(content_words(sentence.text)))
        for document in graph.documents
        for number, sentence in enumerate(document.sentences)
        if (document.id, number) in wanted
    }


def _mentioned(
    graph: KnowledgeGraph, wanted: Set[tuple[str, int]], named: Mapping[str, Named]
) -> dict[tuple[str, int], tuple[str, ...]]:
    """Return the named entities that each sentence ``wanted`` mentions by name, and those that each article is most about."""
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for entity in graph.entities:
        if entity.named:
            for member in entity.members:
                for mention in member.mentions:
                    place = (member.document, mention.sentence)
                    known = found.get(place, ())
                    id = named[entity.id].inside
                    if mention.kind == "name" and place in wanted and id not in known:
                        found[place] = (*known, id)
    for document, vector in article_vectors(graph, name_weights(graph)).items():
        central = sorted(vector, key=lambda id: (-vector[id], id))[:CENTRAL]
        found[document, WHOLE] = tuple(dict.fromkeys(named[id].inside for id in central))
    return found


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Two statements that have much in common, by id; ``contradiction`` is None, "number" or "time"."""

    score: float
    left: str
    right: str
    contradiction: str | None = None


def likenesses(signatures: Sequence[Signature], background: Background) -> tuple[Likeness, ...]:
    """Return the pairs of statements that are one claim but for a number or a time, the most alike first."""
    found = []
    for left, right in candidates(signatures):
        compared = compare(left, right, background)
        least = THRESHOLD
        if compared.contradiction == "number":
            least = _least_of_numbers(left, right)
        if compared.score >= least:
            found.append(Likeness(compared.score, left.id, right.id, compared.contradiction))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.left, pair.right)))


def _least_of_numbers(left: Signature, right: Signature) -> float:
    """Return the score from which two numbers that differ are worth keeping; :mod:`.figures` asks for more of most."""
    if tolls.both_toll(left.classes.keys(), right.classes.keys()):
        return tolls.LEAST if _may_be_one_toll(left, right) else math.inf
    return -math.inf if both_hold(left, right) else THRESHOLD


def _may_be_one_toll(left: Signature, right: Signature) -> bool:
    """Return whether two numbers may be of one event: of one place, one time and the same people."""
    places = [{*one.anchors, *one.about} for one in (left, right)]
    return (
        tolls.of_the_same(left.theme, right.theme)
        and not places[0].isdisjoint(places[1])
        and gap_between(left, right) <= FAR
        and same_time(left, right)
        and of_one_length(left, right)
    )


def candidates(signatures: Sequence[Signature]) -> Iterator[tuple[Signature, Signature]]:
    """Yield the pairs of statements of different articles worth comparing: one class, one name, something else.

    Whichever comes first by day is the left of a pair; the pairs themselves are in no order.
    """
    by_class: dict[str, list[Signature]] = defaultdict(list)
    for signature in sorted(signatures, key=lambda s: (s.days[:1], s.id)):
        for name in filter(None, (*signature.classes, signature.pair)):
            by_class[name].append(signature)
    for name, listed in by_class.items():
        if len(listed) > 1:
            yield from _all(name, listed) if len(signatures) <= FEW else _in_class(name, listed)


def _all(name: str, signatures: Sequence[Signature]) -> Iterator[tuple[Signature, Signature]]:
    return (pair for pair in combinations(signatures, 2) if _is_worth_comparing(name, *pair))


def _in_class(name: str, signatures: Sequence[Signature]) -> Iterator[tuple[Signature, Signature]]:
    names = list(map(_names, signatures))
    shared = {name for name, count in Counter(chain.from_iterable(names)).items() if count > 1}
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(names):
        if not shared.isdisjoint(own):
            for key in _keys(signatures[number], own):
                index[key].append(number)
    pairs = {
        (left, right)
        for listed in index.values()
        if len(listed) > 1
        for at, left in enumerate(listed, 1)
        for right in listed[at : at + WINDOW]
    }
    for first, second in pairs:
        left, right = signatures[first], signatures[second]
        if _is_worth_comparing(name, left, right):
            yield left, right


def _is_worth_comparing(name: str, left: Signature, right: Signature) -> bool:
    """Return whether two statements are of different articles, or of one that has both sides, and the class is their first."""
    return (left.documents != right.documents or left.denied != right.denied) and _is_first(name, left, right)


def _is_first(name: str, left: Signature, right: Signature) -> bool:
    """Return whether a class is the first that both share, so that each pair is compared once."""
    for shared in left.classes:
        if shared in right.classes:
            return name == shared
    return name == left.pair


def _names(signature: Signature) -> tuple[str, ...]:
    """Return the names of a statement's keys, each once: who takes part, and whom its sentence or article is about."""
    anchors = signature.anchors
    return (*anchors, *[name for name in signature.about if name not in anchors])


def _keys(signature: Signature, names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the keys under which a statement is found: a name, and a name with one more name or head noun.

    Who or what it is done to also goes with the ``names`` that its sentence or article is about; whoever is counted in a
    toll is people.
    """
    heads = {f"head:{part.head}" for part in (signature.agent, signature.theme) if part and part.head}
    if tolls.is_toll(signature.classes):
        heads = {"head:people"}
    keys: list[tuple[str, ...]] = [*zip(signature.anchors), *combinations(signature.anchors, 2)]
    keys += product(sorted(heads), names)
    return keys[:KEYS]
