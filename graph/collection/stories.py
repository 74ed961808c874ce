"""Stories: articles about one event or affair, found by the names and words that they share and the days they are of.

An article is a vector of its named entities and of the words of its opening, rare ones heavier. Alike articles of near
days are joined, the most alike first, where the two groups as wholes are alike too (group-average clustering: Sokal and
Michener 1958). Vectors of articles that each name a dozen people are never close, so rare names in common count by
themselves too. The result is a function of the set of articles: adding one gives what all at once would.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..knowledge_graph import KnowledgeGraph
from ..model.document import SourceDocument
from .affairs import affairs_in
from .background import PRIOR, Background, Vector, cosine, day_of
from .phrases import content_words

NAMES, WORDS = 0.6, 0.4
"""Weights of shared names and of shared words of headline and opening."""

OPENING = 3
"""Sentences that an article opens with."""

LINK = 0.26
"""Likeness from which two articles may be of one story, and two groups of articles are."""

DAYS = 10
"""Days at which likeness counts half; articles of four times as many days apart are never linked directly."""

SHARED = 3
"""Names and words that two articles of one story have in common at least: one name is no affair."""

BESIDE = 0.07
"""What is left of likeness without the heaviest shared name or all places, at least: one person or two countries are no affair."""

TIE = 0.05
"""What each rare name beyond the second adds to likeness; all places together are one, and so is the affair."""

FREE_TIES = 2
"""Ties that articles of different affairs have as well: a town and its mayor."""

NAME, PLACE, AFFAIR = "name", "place", "affair"
"""Kinds of ties."""

MOST_TIES = 3
"""Names that add to likeness, at most."""

UNDATED = 0.75
"""What is left of likeness where a day is not known."""

NEIGHBOURS = 12
"""Articles after it, in order of days, that an article is compared with for one name or word: bounds the time."""

PLACES = frozenset({"GPE", "LOC", "FAC"})

KEYS = 14
"""Names and words of an article by which others are found, the heaviest."""


@dataclass(frozen=True, slots=True)
class ArticleProfile:
    """What an article is compared by; ``day`` is an ordinal, None for an article without a date.

    ``ties`` are by kind what joins articles of one affair: rare names, rare places, and the affair that the opening names.
    """

    id: str
    names: Vector
    words: Vector
    day: int | None
    ties: Mapping[str, frozenset[str]] = field(default_factory=dict)


def profiles_of(graph: KnowledgeGraph, background: Background) -> tuple[ArticleProfile, ...]:
    """Return the profiles of a graph's articles, sorted by id."""
    openings = {
        d.id: content_words(" ".join([d.title or "", *(s.text for s in d.sentences[:OPENING])]))
        for d in graph.documents
    }
    counts = Counter(word for words in openings.values() for word in words)
    total = len(openings) + PRIOR
    return tuple(
        ArticleProfile(
            document.id,
            background.articles.get(document.id, {}),
            _unit({word: math.log(total / counts[word]) for word in sorted(openings[document.id])}),
            day.toordinal() if (day := day_of(document.date)) is not None else None,
            _ties_of(graph, background, document),
        )
        for document in graph.documents
    )


def _ties_of(
    graph: KnowledgeGraph, background: Background, document: SourceDocument
) -> Mapping[str, frozenset[str]]:
    rare = [id for id in background.articles.get(document.id, {}) if background.names[id] == 1]
    places = frozenset(id for id in rare if graph.entity(id).label in PLACES)
    opening = [document.title or "", *(s.text for s in document.sentences[:OPENING])]
    affairs = frozenset(name for text in opening for name in affairs_in(text))
    return {NAME: frozenset(rare) - places, PLACE: places, AFFAIR: affairs}


def _unit(weights: Mapping[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {name: weight / length for name, weight in weights.items()} if length else {}


def story_groups(
    profiles: Iterable[ArticleProfile],
    links: Iterable[ArticleLink],
    copies: Iterable[tuple[str, str]] = (),
) -> tuple[tuple[str, ...], ...]:
    """Return groups of two or more articles about one thing, sorted; near copies are always of one."""
    groups = {profile.id: _Group.of(profile) for profile in profiles}
    for left, right in sorted(copies):
        _join(groups, left, right)
    for _, left, right in links:
        first, second = groups[left], groups[right]
        if first is not second and first.likeness(second) >= LINK:
            _join(groups, left, right)
    distinct = {id(group): group for group in groups.values()}
    return tuple(sorted(tuple(sorted(g.members)) for g in distinct.values() if len(g.members) > 1))


@dataclass(slots=True)
class _Group:
    """Articles joined so far, with the sums of their vectors; private to the clustering."""

    members: list[str]
    names: dict[str, float]
    words: dict[str, float]
    ties: dict[str, Counter[str]]

    @classmethod
    def of(cls, profile: ArticleProfile) -> _Group:
        ties = {kind: Counter(names) for kind, names in profile.ties.items()}
        return cls([profile.id], dict(profile.names), dict(profile.words), ties)

    def likeness(self, other: _Group) -> float:
        """Return the likeness of both groups as wholes: cosines, and the ties that two of their articles have on average."""
        pairs, nothing = len(self.members) * len(other.members), Counter[str]()
        ties = {
            kind: sum(count * other.ties.get(kind, nothing)[name] for name, count in counts.items()) / pairs
            for kind, counts in self.ties.items()
        }
        return (
            NAMES * cosine(_unit(self.names), _unit(other.names))
            + WORDS * cosine(_unit(self.words), _unit(other.words))
            + _tied(ties)
        )

    def add(self, other: _Group) -> None:
        """Take the members of another group in."""
        self.members += other.members
        for kind, counts in other.ties.items():
            self.ties.setdefault(kind, Counter()).update(counts)
        for mine, more in ((self.names, other.names), (self.words, other.words)):
            for name in sorted(more):
                mine[name] = mine.get(name, 0.0) + more[name]


def _tied(ties: Mapping[str, float]) -> float:
    """Return what ties, counted by kind, add to likeness."""
    count = sum(number if kind == NAME else min(number, 1.0) for kind, number in ties.items())
    return TIE * min(max(count - FREE_TIES, 0.0), MOST_TIES)


def _join(groups: dict[str, _Group], left: str, right: str) -> None:
    first, second = groups[left], groups[right]
    if first is second:
        return
    large, small = (first, second) if len(first.members) >= len(second.members) else (second, first)
    large.add(small)
    for id in small.members:
        groups[id] = large


ArticleLink = tuple[float, str, str]
"""How alike two articles are that may be of one story, and their ids."""


def links_of(profiles: Sequence[ArticleProfile]) -> tuple[ArticleLink, ...]:
    """Return the pairs of articles that share a heavy name or word and may be of one story, the most alike first."""
    known = {profile.id: profile for profile in profiles}
    pairs = {(a, b): likeness_of(known[a], known[b]) for a, b in _candidates(profiles)}
    found = [(score, a, b) for (a, b), score in pairs.items() if score >= LINK]
    return tuple(sorted(found, key=lambda link: (-link[0], link[1:])))


def likeness_of(left: ArticleProfile, right: ArticleProfile) -> float:
    """Return how much two articles are of one story: shared names and words, less for days between them."""
    names = left.names.keys() & right.names.keys()
    if len(names) + len(left.words.keys() & right.words.keys()) < SHARED:
        return 0.0
    score = NAMES * cosine(left.names, right.names) + WORDS * cosine(left.words, right.words)
    ties = {kind: own & right.ties.get(kind, frozenset()) for kind, own in left.ties.items()}
    shared = {name: NAMES * left.names[name] * right.names[name] for name in sorted(names)}
    places = sum(shared[name] for name in shared if name in ties.get(PLACE, ()))
    one_place = ties.get(PLACE) and ties.get(AFFAIR)
    if not one_place and score - max([places, *shared.values()]) < BESIDE:
        return 0.0
    score += _tied({kind: len(found) for kind, found in ties.items()})
    if left.day is None or right.day is None:
        return UNDATED * score
    gap = abs(left.day - right.day)
    return 0.0 if gap > 4 * DAYS else score / (1 + (gap / DAYS) ** 2)


def _candidates(profiles: Iterable[ArticleProfile]) -> Iterator[tuple[str, str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: (p.day or 0, p.id)):
        heavy = [(-NAMES * weight, name) for name, weight in profile.names.items()]
        heavy += [(-WORDS * weight, f"word {word}") for word, weight in profile.words.items()]
        for _, key in sorted(heavy)[:KEYS]:
            index[key].append(profile.id)
    seen: set[tuple[str, str]] = set()
    for key in sorted(index):
        listed = index[key]
        for at, left in enumerate(listed):
            for right in listed[at + 1 : at + 1 + NEIGHBOURS]:
                pair = (left, right) if left < right else (right, left)
                if pair not in seen:
                    seen.add(pair)
                    yield pair
