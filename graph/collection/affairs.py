"""What a story is about, in a word: what its headlines and openings name most, else the events that are told of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ..knowledge.lexicon import table
from ..model.document import SourceDocument
from ..model.statement import Statement

OPENING = 2
"""Sentences that an article tells what it is about in, after its headline."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_AFFAIR = frozenset(
    {
        "birth",
        "conflict",
        "contest",
        "founding",
        "investment",
        "movement",
        "payment",
        "publication",
        "statement",
    }
)
"""Classes of events that are told in articles about anything, or mostly in a figure: candidates win, fight and beat."""
_AFTERMATH = ("release", "arrest", "investigation", "injury", "meeting", "death")
"""Classes of events that follow from others or go with them: they name a story where nothing else does, the last one least."""


def affair_of(
    documents: Sequence[SourceDocument], statements: Mapping[str, Sequence[Statement]], central: Iterable[str]
) -> str | None:
    """Return what ``documents`` are about: at least two have to tell it, the headlines count twice."""
    return _named(documents) or _told([document.id for document in documents], statements, central)


def _named(documents: Sequence[SourceDocument]) -> str | None:
    articles: Counter[str] = Counter()
    headlines: Counter[str] = Counter()
    for document in documents:
        in_headline = set(affairs_in(document.title or ""))
        opening = (sentence.text for sentence in document.sentences[: OPENING + 1])
        articles.update(in_headline.union(*map(affairs_in, opening)))
        headlines.update(in_headline)
    order = {row[0]: place for place, row in enumerate(table("affairs.tsv"))}
    common = [name for name, count in articles.items() if count > 1 and 2 * count > len(documents)]
    return min(common, key=lambda name: (-articles[name] - headlines[name], order[name]), default=None)


def affairs_in(sentence: str) -> Iterator[str]:
    """Yield the affairs that a sentence names."""
    words = set(map(str.lower, _WORD.findall(sentence)))
    beside = words | {word.removesuffix("s") for word in words}
    for word in sorted(words):
        for name, others in _tellers().get(word, ()):
            if beside.issuperset(others):
                yield name


@cache
def _tellers() -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
    """Return the affairs that each word tells, with the words that have to stand beside it."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for name, words in table("affairs.tsv"):
        for told in words.split():
            word, *others = told.split("+")
            found[word].append((name, tuple(others)))
    return found


def _told(
    documents: Iterable[str], statements: Mapping[str, Sequence[Statement]], central: Iterable[str]
) -> str | None:
    """Return the class of event that most is said of, of those whom the story is about."""
    about = {*central}
    told = {
        (id, s.event_class)
        for id in documents
        for s in statements.get(id, ())
        if s.event_class and s.event_class not in _NO_AFFAIR and about.intersection(s.participants)
    }
    classes = Counter(kind for _, kind in told)
    common = [kind for kind, count in classes.items() if count > 1]
    return min(common, key=lambda kind: (_rank(kind), -classes[kind], kind), default=None)


def _rank(kind: str) -> int:
    return _AFTERMATH.index(kind) + 1 if kind in _AFTERMATH else 0
