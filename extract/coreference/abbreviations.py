"""Abbreviations that a text defines in brackets (Schwartz and Hearst 2003): "the World Fishing Office (WFO)"."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.lexicon import ARTICLES
from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan
from ..syntax.tree import Tree
from .names import plain

_LONGEST = 10
_HYPHENS = ("-", "‐", "‑", "–")
_DIGITS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip


def defined_abbreviations(tree: Tree, mentions: list[MentionSpan]) -> Iterator[tuple[int, int]]:
    """Pairs of a mention and its abbreviation in brackets, or of an abbreviation and its long form there."""
    ending: dict[int, list[int]] = {}
    for i, mention in enumerate(mentions):
        if mention.kind != "pronoun":
            ending.setdefault(mention.end, []).append(i)
    for i, mention in enumerate(mentions):
        if not _in_brackets(tree, mention):
            continue
        for j in ending.get(mention.start - 1, ()):
            one, other = _words(tree, mentions[j]), _words(tree, mention)
            bodies = (
                mentions[j].kind == mention.kind == "name" and mentions[j].label == mention.label == "ORG"
            )
            if (
                defines(one, other, loose=bodies)
                or defines(other, one, loose=bodies)
                or (bodies and (_is_foreign(one, other) or _is_translated(one, other)))
                or (bodies and any(defines(one[k:], other, loose=True) for k in range(1, len(one) - 1)))
            ):
                yield j, i
                break


def _is_foreign(long: list[str], letters: list[str]) -> bool:
    """Are these a body's long name and capitals, whose letters may be those of its name in its own language?

    Of a name of two words they begin with its first letter ("Norland Airways (NQ)").
    """
    if len(letters) != 1 or not letters[0].isupper():
        return False
    return len(long) > 2 or (len(long) == 2 and len(letters[0]) > 1 and long[0][0] == letters[0][0])


def _is_translated(one: list[str], other: list[str]) -> bool:
    """Are these the names of a body in two languages, one of them with a small word or a letter that is not English?"""
    return len(one) > 1 and len(other) > 1 and _is_english(one) != _is_english(other)


def _is_english(words: list[str]) -> bool:
    return all(word.isascii() for word in words) and not any(
        word.lower() in word_class("foreign_particles") for word in words
    )


def _in_brackets(tree: Tree, mention: MentionSpan) -> bool:
    before, after = mention.start - 1, mention.end
    return before > 0 and tree.text[before] == "(" and after < len(tree) and tree.text[after] == ")"


def _words(tree: Tree, mention: MentionSpan) -> list[str]:
    """The words of a mention, capitals that hyphens join made one ("RL-B")."""
    words = tree.text[mention.start : mention.end]
    if all(word.isupper() or word in _HYPHENS for word in words):
        return ["".join(words)]
    return [word for word in words if any(map(str.isalnum, word))]


def defines(long: list[str], short: list[str], *, loose: bool = False) -> bool:
    """Can the letters of a short form be found in a long one, in order, the first at its start?

    ``loose`` takes a short form in small letters after its capital ("Sorig") as well.

    >>> defines(["Association", "of", "Southeast", "Asian", "Nations"], ["ASEAN"])
    True
    """
    if len(short) != 1 or len(long) < 2:
        return False
    letters = [letter for letter in plain(short[0]) if letter.isalnum()]
    capitals = sum(letter.isupper() or letter.isdigit() for letter in short[0])
    few = 2 * capitals <= len(letters) and not (loose and capitals and len(letters) > 2)
    if not 2 <= len(letters) <= _LONGEST or few:
        return False
    words = [_DIGITS.get(word, word) for word in map(plain, long)]
    while words and words[0] in ARTICLES:
        words = words[1:]
    return bool(words) and words[0][0] == letters[0] and _read_off(letters[1:], words[0][1:], words[1:])


def _read_off(letters: list[str], rest: str, words: list[str]) -> bool:
    """Read the letters off the words, one after another, each from where the last one was found."""
    if not letters:
        return len(words) < 2
    for number, word in enumerate(words):
        if word[0] == letters[0] and _read_off(letters[1:], word[1:], words[number + 1 :]):
            return True
    found = rest.find(letters[0])
    return found >= 0 and _read_off(letters[1:], rest[found + 1 :], words)
