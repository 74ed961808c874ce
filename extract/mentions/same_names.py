"""The names of a document by the words that they share."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..english.titles import is_title
from ..english.word_classes import word_class
from ..syntax.tree import Tree
from .called import kinds_called
from .told import kinds_told

if TYPE_CHECKING:
    from .detection import MentionSpan


@dataclass(slots=True)
class Namesakes:
    """The names of a document that have one word in common, as places in its list of names, in text order."""

    longer: list[int] = field(default_factory=list)  # names of several words that it opens or ends
    event: int | None = None  # the first event among them that it opens
    person: int | None = None  # the first person among them
    has_others: bool = False  # whether any of them is not a person's
    single: list[int] = field(default_factory=list)  # names that are the word alone
    founded: list[int] = field(default_factory=list)  # of these, those that somebody founded


class Names:
    """The names of a document in text order, with their words."""

    def __init__(self, tree: Tree, names: Sequence[MentionSpan]) -> None:
        self.tree, self.names = tree, names
        self.called = kinds_called(tree, names)
        self.told = kinds_told(tree, names)
        self._by_word: dict[str, Namesakes] = defaultdict(Namesakes)
        self._by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for j, name in enumerate(names):
            self._add(j, name)

    def _add(self, j: int, name: MentionSpan) -> None:
        words = self.words(name)
        self._by_words[tuple(words)].append(j)
        if len(words) == 1:
            same = self._by_word[words[0]]
            same.single.append(j)
            if is_founded(self.tree, name.head):
                same.founded.append(j)
            return
        for word in {words[0], words[-1]}:
            found = self._by_word[word]
            found.longer.append(j)
            found.has_others |= name.label != "PERSON"
            if name.label == "EVENT" and word == words[0] and found.event is None:
                found.event = j
            if name.label == "PERSON":
                found.person = j if found.person is None else found.person

    def words(self, name: MentionSpan) -> list[str]:
        """A name's words as they stand."""
        return self.tree.text[name.start : name.end]

    def namesakes(self, i: int) -> Namesakes:
        """The names that have the first word of a name in common with it."""
        return self._by_word[self.tree.text[self.names[i].start]]

    def called_alike(self, i: int) -> list[int]:
        """The names that are the same words as a name, itself among them."""
        return self._by_words[tuple(self.words(self.names[i]))]

    def last_name_alone(self, word: str) -> bool:
        """Does a person go by this word alone?"""
        return any(self.names[j].label == "PERSON" for j in self._by_words.get((word,), ()))

    def longer_before(self, i: int) -> int | None:
        """The nearest name of several words before a single one that the single one opens or ends."""
        longer = self.namesakes(i).longer
        place = bisect_left(longer, i)
        return longer[place - 1] if place else None


def is_founded(tree: Tree, head: int) -> bool:
    """Is a name what somebody is said to have founded?"""
    verb = tree.head[head]
    return tree.lemma[verb] in word_class("founding") and (
        (tree.dep[head] == "obj" and tree.child(verb, "nsubj") is not None)
        or (tree.dep[head] == "nsubj:pass" and tree.child(verb, "aux:pass") is not None)
    )


def has_title(known: Names, i: int) -> bool:
    """Does a title stand right before the name of a place in the list?"""
    start = known.names[i].start
    return start > 0 and is_title(known.tree.text[start - 1])
