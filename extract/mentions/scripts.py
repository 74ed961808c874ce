"""Names that a text gives once more in their own letters: "Olena Koval (Ukrainian: Олена Коваль; born 1953)"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..english.name_words import LANGUAGES
from ..syntax.conjuncts import first_conjunct
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree

if TYPE_CHECKING:
    from .detection import MentionSpan

_LONGEST = 60
"""Tokens of a bracket that are looked at."""
_LANGUAGES = frozenset({"NORP", "LANGUAGE", "GPE"})
"""Labels that the names of languages are given."""
_OURS = ("LATIN", "MODIFIER", "MASCULINE", "FEMININE", "MICRO")
"""First words of Unicode's names for letters that English, its marks and phonetic script are written with."""


def own_letters(tree: Tree, name: MentionSpan) -> Iterator[tuple[int, int, int]]:
    """The same name in other letters inside the bracket that opens right behind a name.

    Told are where its language (or it, where none is told) begins, where it begins itself, and where it ends.
    """
    end = name.end
    if end >= len(tree) or tree.text[end] not in ("(", "[") or _ends_another(tree, name):
        return
    place, opened = end + 1, end + 1
    limit = min(len(tree), end + _LONGEST)
    while place < limit and tree.text[place] not in (")", "]"):
        told = tree.text[place - 1] in ("(", "[") or _is_language(tree, opened, place)
        if told and is_foreign(tree.text[place]):
            start = place
            while place < limit and is_foreign(tree.text[place]):
                place += 1
            if place < limit and _may_end(tree, start, place):
                yield opened, start, place
        else:
            place += 1
            if tree.text[place - 1] in (";", ","):
                opened = place


def _ends_another(tree: Tree, name: MentionSpan) -> bool:
    """ "Princess Ada of Norland and Sudland (Greek: ...)": the bracket is not the country's."""
    first = first_conjunct(tree, name.head)
    return tree.dep[first] == "nmod" and tree.label[tree.head[first]] == "PERSON"


def _is_language(tree: Tree, opened: int, place: int) -> bool:
    """Do a language and a colon stand before it? "Photo: Иван Петров" says who took one."""
    return tree.text[place - 1] == ":" and any(
        tree.lower[token] in LANGUAGES or tree.label[token] in _LANGUAGES
        for token in range(opened, place - 1)
    )


def _may_end(tree: Tree, start: int, end: int) -> bool:
    """No single letter, and no words that go on in a sentence; a name spelt in ours may follow ("(青木 里奈 Aoki Rina"))."""
    word = tree.text[end]
    return sum(map(len, tree.text[start:end])) > 1 and (not word[0].isalnum() or word[0].isupper())


@lru_cache(maxsize=4096)
def is_foreign(word: str) -> bool:
    """Is a word written in other letters than Latin ones?

    >>> is_foreign("Олена"), is_foreign("Léa"), is_foreign("1953")
    (True, False, False)
    """
    letters = [character for character in word if character.isalpha()]
    return bool(letters) and not any(unicodedata.name(letter, "").startswith(_OURS) for letter in letters)


def with_own_letters(tree: Tree, names: list[MentionSpan]) -> list[MentionSpan]:
    """The names, with what such brackets hold as one name of the same kind, and without the languages they are in."""
    if not OWN_LETTERS.is_on:
        return names
    again, inside = [], set[int]()
    for name in names:
        for opened, start, end in own_letters(tree, name) if name.kind == "name" else ():
            again.append(replace(name, start=start, end=end, head=start))
            inside.update(range(opened, end))
            OWN_LETTERS.fire(start, " ".join(tree.text[start:end]))
    if not again:
        return names
    kept = [name for name in names if name.start not in inside and name.end - 1 not in inside]
    return sorted([*kept, *again], key=lambda name: name.start)


def written_twice(tree: Tree, mentions: list[MentionSpan]) -> Iterator[tuple[int, int]]:
    """Pairs of a name and the same name in its own letters behind it, as numbers of mentions."""
    names = {mention.start: i for i, mention in enumerate(mentions) if mention.kind == "name"}
    for i in names.values() if OWN_LETTERS.is_on else ():
        yield from ((i, names[start]) for _, start, _ in own_letters(tree, mentions[i]) if start in names)


OWN_LETTERS = Rule(
    "own-letters", with_own_letters, cites="house style of encyclopedias: names in their own script"
)
LETTERS = RuleTable("mentions", OWN_LETTERS)
