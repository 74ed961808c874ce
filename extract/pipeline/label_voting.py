"""One name, one label in a document: occurrences vote, and a name that was missed beside others is found.

After Gale, Church & Yarowsky (1992), "One sense per discourse", and Krishnan & Manning (2006), "An effective two-stage
model for exploiting non-local dependencies in named entity recognition".
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ..english.word_classes import word_class

Floats = NDArray[np.float32]
Named = tuple[int, int, str]
"""Start and end (exclusive) in words, and label."""

NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
CHANGING = frozenset({"NORP", "LANGUAGE"})
"""Labels that one word takes by turns ("Thai" of people and speech, beside a place of that name): they take no part in a vote."""

LEAST_VOTE = -6.0
"""Log odds against a label below which one occurrence is not heard: one odd context must not outvote the others."""
FAMILY = 3.0
"""Log odds that an occurrence of a single name is a person's where it ends a person's longer name; tuned likewise."""
LONGEST_INITIALS = 3
"""Letters in capitals that may be initials; more are a shouted word where the text has it in small letters."""
LONGEST_ARTICLED = 4
"""Words of a name that are looked at behind "the"."""
MISSED = 3.0
"""Log odds by which "no name" may beat the label where a missed occurrence is still taken; tuned on the dev sets of newswire and web text."""


def agree(
    words: Sequence[str],
    spans: Sequence[Named],
    scores: Floats,
    starts: Sequence[bool] | NDArray[np.bool_],
    tags: Sequence[str],
    nouns: Sequence[bool] | NDArray[np.bool_] | None = None,
) -> list[Named]:
    """The names with labels that agree, and those that were missed; in the order of the text.

    ``scores`` is words x tags as the network gives them, ``starts`` says which words start a sentence, ``nouns`` which
    are nouns. A name that ends the longer name of a person, or stands behind "Mr.", rather is a person's; any other one
    that stands behind "the" with no noun after it is no person anywhere.
    """
    table = _Table(tags)
    groups: dict[tuple[str, ...], list[Named]] = {}
    for start, end, label in spans:
        if label not in NUMBERS:
            groups.setdefault(_key(words[start:end]), []).append((start, end, label))
    person = dict.fromkeys(_articled(words, groups, nouns), -np.inf)
    person |= dict.fromkeys(_families(words, groups), FAMILY)
    winners = {
        key: table.winner(scores, members, person=person.get(key, 0.0)) for key, members in groups.items()
    }
    winners |= {key: winners[small] for key in groups if (small := _in_small_letters(key)) in groups}
    named = [
        (start, end, _settled(label, winners.get(_key(words[start:end]), label)))
        for start, end, label in spans
    ]
    taken = np.zeros(len(words), dtype=bool)
    for start, end, _ in spans:
        taken[start:end] = True
    missed = (
        found
        for found in _occurrences(words, winners, taken, starts)
        if table.margin(scores, found) > -MISSED
    )
    return sorted([*named, *missed])


def _key(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(words[1:] if words[0].lower() == "the" and len(words) > 1 else words)


def _in_small_letters(key: tuple[str, ...]) -> tuple[str, ...]:
    """A name in a headline of capitals as the article below writes it; initials stay as they are."""
    return tuple(word.title() if word.isupper() and len(word) > LONGEST_INITIALS else word for word in key)


def _families(words: Sequence[str], names: dict[tuple[str, ...], list[Named]]) -> Iterator[tuple[str, ...]]:
    """The last words of the persons' names of several words, and the names that are addressed like people."""
    for key, members in names.items():
        if len(key) > 1 and any(label == "PERSON" for _, _, label in members):
            yield key[-1:]
        elif any(
            start and words[start - 1].rstrip(".").lower() in word_class("courtesy")
            for start, _, _ in members
        ):
            yield key


def _articled(
    words: Sequence[str], names: Container[tuple[str, ...]], nouns: Sequence[bool] | NDArray[np.bool_] | None
) -> Iterator[tuple[str, ...]]:
    """The names that stand behind "the" somewhere, with no noun after them."""
    for start in (i + 1 for i, word in enumerate(words) if word.lower() == "the"):
        for end in range(start + 1, min(start + LONGEST_ARTICLED, len(words)) + 1):
            key = tuple(words[start:end])
            if key in names and not (nouns is not None and any(nouns[end : end + 1])):
                yield key


def _settled(label: str, winner: str) -> str:
    return label if label in NUMBERS or label in CHANGING or winner in CHANGING else winner


def _occurrences(
    words: Sequence[str],
    names: dict[tuple[str, ...], str],
    taken: NDArray[np.bool_],
    starts: Sequence[bool] | NDArray[np.bool_],
) -> Iterator[Named]:
    """Where else the words of a name stand in the text, in capitals and inside one sentence; longer names first."""
    opening: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(names, key=lambda key: (-len(key), key)):
        if key[0][0].isupper():
            opening.setdefault(key[0], []).append(key)
    for start, word in enumerate(words):
        for key in opening.get(word, ()):
            end = start + len(key)
            if (
                tuple(words[start:end]) == key
                and not taken[start:end].any()
                and not any(starts[start + 1 : end])
            ):
                taken[start:end] = True
                yield start, end, names[key]
                break


class _Table:
    """Which columns of the scores are the marks of which label."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.labels = sorted({tag[2:] for tag in tags if tag != "O"} - NUMBERS)
        number = {tag: i for i, tag in enumerate(tags)}
        self.columns = {mark: [number[f"{mark}-{label}"] for label in self.labels] for mark in "BIES"}
        self.outside = number["O"]

    def winner(self, scores: Floats, members: Sequence[Named], *, person: float = 0.0) -> str:
        """The label that a name's occurrences vote for, each with ``person`` added to the odds of a person.

        The first of the alphabet among equals.
        """
        labels = {label for _, _, label in members}
        if len(labels) == 1 and (person == 0 or (person > 0) == ("PERSON" in labels)):
            return members[0][2]
        total = np.zeros(len(self.labels))
        for start, end, _ in members:
            odds, outside = self._odds(scores[start:end])
            total += np.maximum(odds - max(float(odds.max()), outside), LEAST_VOTE)
        total[self.labels.index("PERSON")] += person * len(members)
        return self.labels[int(total.argmax())]

    def margin(self, scores: Floats, name: Named) -> float:
        """Log odds of the name's label against no name there."""
        start, end, label = name
        odds, outside = self._odds(scores[start:end])
        return float(odds[self.labels.index(label)]) - outside

    def _odds(self, scores: Floats) -> tuple[NDArray[np.float64], float]:
        """Scores of each label over the words of one name, and of no name; both up to the same constant."""
        rows = scores.astype(np.float64)
        marks = "S" if len(rows) == 1 else "B" + "I" * (len(rows) - 2) + "E"
        odds = sum(row[self.columns[mark]] for row, mark in zip(rows, marks, strict=True))
        return np.asarray(odds), float(rows[:, self.outside].sum())
