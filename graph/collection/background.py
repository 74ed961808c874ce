"""What statements are compared against: how rare words and names are, and which articles are about one thing."""

from __future__ import annotations

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..knowledge.lexicon import common_words
from ..knowledge_graph import KnowledgeGraph
from .phrases import content_words

Vector = Mapping[str, float]
"""Weights of entities in an article, of length 1."""

RARE = 4.0
"""Inverse document frequency (natural logarithm) from which a name is rare: in one article of 55."""


PRIOR = 50
"""Articles or sentences without a name or word that are assumed beside those there are: in two articles nothing is common."""

LEAST_ARTICLES, LEAST_SENTENCES = 1_000, 2_000
"""Size that a smaller collection is filled up to with news of other things.

Five articles about one affair say nothing about how rare its names and words are: there each of them is in all five. Names
are filled up to the size that weights were fitted on, words to a tenth of it: with more, the words of one affair that two
sentences share outweigh what the sentences say, and two deeds of it become one claim.
"""

OF = 20_000
"""Sentences that the table of common words counts in."""

LENGTH = 30
"""Sentences of an article of usual length."""

RAREST = 10.0
"""Weight of a word that one sentence of 20,000 has."""


class Squares(dict[str, float]):
    """The square of the weight of each word, as a share of the largest there may be; a word without a weight has 0."""

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Squares:
        """Return the squares of ``weights``."""
        most = max([RAREST, *weights.values()])
        return cls((word, (weight / most) ** 2) for word, weight in weights.items())

    def __missing__(self, word: str) -> float:
        return 0.0

    def sum(self, words: Iterable[str]) -> float:
        """Return the sum over ``words``, exact: sets have them in another order in each process."""
        return math.fsum(map(self.__getitem__, words))


@dataclass(frozen=True, slots=True)
class Background:
    """``words`` are the weights of stems, ``names`` how telling each named entity is (0 to 1), ``articles`` their vectors.

    ``squares`` are those of the weights of ``words``.
    """

    words: Mapping[str, float]
    names: Mapping[str, float]
    articles: Mapping[str, Vector]
    squares: Squares

    def kinship(self, left: Iterable[str], right: Iterable[str]) -> float:
        """Return how much two sets of articles are about the same named entities: the best cosine of two, 0 to 1."""
        pairs = [(a, b) for a in left for b in right if a != b]
        return max(
            [cosine(self.articles.get(a, {}), self.articles.get(b, {})) for a, b in pairs], default=0.0
        )


def cosine(left: Vector, right: Vector) -> float:
    """Return the cosine of two vectors of length 1."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return sum([weight * large[name] for name, weight in small.items() if name in large])


def word_weights(sentences: Iterable[frozenset[str] | tuple[str, ...]]) -> dict[str, float]:
    """Return the weight of each word: the inverse of how many sentences have it (Spärck Jones 1972)."""
    distinct = set(sentences)
    counts = Counter(word for sentence in distinct for word in sentence)
    total = max(len(distinct) + PRIOR, LEAST_SENTENCES)
    filled, common = (total - len(distinct) - PRIOR) / OF, common_words()
    return {word: math.log(total / (count + filled * common.get(word, 0))) for word, count in counts.items()}


def name_weights(graph: KnowledgeGraph) -> dict[str, float]:
    """Return how telling each named entity is: its inverse document frequency, up to 1 for rare ones."""
    total = max(len(graph.documents) + PRIOR, LEAST_ARTICLES)
    filled = total - (len(graph.documents) + PRIOR)
    counts = {
        entity.id: max(len({member.document for member in entity.members}), 1) + filled * _share(entity.name)
        for entity in graph.entities
        if entity.named
    }
    return {id: min(math.log(total / count) / RARE, 1.0) for id, count in counts.items()}


def _share(name: str) -> float:
    """Return the share of articles that have a name, by its rarest word: all countries are in many, most people in none."""
    counts = [common_words().get(word, 0) for word in content_words(name)]
    return 1 - (1 - min(counts, default=0) / OF) ** LENGTH


def article_vectors(graph: KnowledgeGraph, names: Mapping[str, float]) -> dict[str, Vector]:
    """Return the vector of each article: its named entities by how often they are mentioned and how rare they are."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for entity in graph.entities:
        if entity.named:
            for member in entity.members:
                count = len(member.mentions)
                weight = names[entity.id] * (1 + math.log(max(count, 1)))
                found[member.document][entity.id] = found[member.document].get(entity.id, 0.0) + weight
    return {document: _unit(weights) for document, weights in found.items()}


def _unit(weights: Mapping[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {name: weight / length for name, weight in weights.items()} if length else {}


def day_of(date: str | None) -> datetime.date | None:
    """Return the day of an ISO 8601 date; None where there is none."""
    try:
        return datetime.date.fromisoformat((date or "")[:10])
    except ValueError:
        return None
