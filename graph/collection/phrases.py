"""Phrases as claims compare them: head noun, content words, number, and the names inside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from ..identity import normal_key
from ..model.record import Amount

_WORD = re.compile(r"[\w'’-]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_BREAK = frozenset(
    "of in on at by for from to with about against over under after before between among into during through as than that "
    "which who whom whose where when while because if and or but including such like who's around near despite".split()
)
_EMPTY = _BREAK | frozenset(
    "the a an this that these those his her its their our your my some any all both each other another more most much many "
    "several few very also just only new own not no n't is are was were be been being has have had do does did will would "
    "could should may might must can he she it they we i you him them us there here it's said".split()
)
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million "
    "millions billion billions least nearly almost about around more than over up".split()
)
_ONES = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_COUNTS = {
    **{word: number for number, word in enumerate([*_ONES[1:], *_TEENS], 2)},
    **{ten: 10 * number for number, ten in enumerate(_TENS, 2)},
    **{f"{ten}-{one}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, one in enumerate(_ONES, 1)},
    "a dozen": 12,
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_APPROX = {
    "at least": "over", "more than": "over", "over": "over", "about": "about", "around": "about", "some": "about",
    "nearly": "about", "almost": "about", "up to": "under", "fewer than": "under", "less than": "under",
}  # fmt: skip
_WORDS = "|".join(sorted(_COUNTS, key=len, reverse=True))
_COUNT = re.compile(
    rf"(?:the\s+|all\s+)?(?:(?P<approx>{'|'.join(_APPROX)})\s+)?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)|(?P<word>{_WORDS})|(?:an?|one)(?=\s+(?:{'|'.join(_SCALES)})\b))\b"
    rf"(?:\s+(?P<scale>{'|'.join(_SCALES)})(?:\s+and\s+(?P<rest>{_WORDS})\b)?)?(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?<![\w.-])(?:\d+(?:\.\d+)?|{'|'.join(sorted(set(_COUNTS) - {'a dozen'}, key=len, reverse=True))})(?![\w-])"
)
APPROXIMATE = 0.1
"""Share by which two numbers may differ where one of them is only about right."""


class Named(NamedTuple):
    """What claims know of a named entity: its label, its name in a common spelling, and by which id it is compared.

    Nodes of one name with different labels are mostly one thing and compared as one. ``inside`` is the id by which it is
    compared where a phrase mentions it: "the Russian army" mentions Russia, though Russians are no state.
    """

    label: str
    name: str
    id: str
    inside: str


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """A part of a statement: ``entity`` is the id of the named entity it is, ``names`` those of the ones it mentions.

    ``label`` is the label of the entity ("PERSON"), ``name`` its name in a common spelling; ``content`` are its content words,
    sorted: a graph has many parts, and a set of each would take several times the memory. ``stands_for`` is the id of the
    entity that articles call so ("the mining company").
    """

    text: str
    entity: str | None
    head: str
    content: tuple[str, ...]
    names: frozenset[str] = frozenset()
    amount: Amount | None = None
    label: str | None = None
    name: str | None = None
    stands_for: str | None = None

    @property
    def words(self) -> frozenset[str]:
        """The content words as a set."""
        return frozenset(self.content)

    @property
    def number(self) -> float | None:
        """The number it states, if one."""
        return self.amount.number if self.amount else None


def phrase(text: str, named: Named | None, names: frozenset[str], amount: Amount | None = None) -> ClaimPart:
    """Return a phrase with its head and its content words; without ``amount``, a count is read from its words.

    ``named`` is the named entity that it is, ``names`` are the ids of those that it mentions.
    """
    head = head_of(text)
    label, name, entity = (named.label, named.name, named.id) if named else (None, None, None)
    content = tuple(sorted(content_words(text)))
    return ClaimPart(text, entity, head, content, names, amount or count_in(text, head), label, name)


def count_in(text: str, head: str) -> Amount | None:
    """Return the count that a phrase begins with ("at least 12 miners"), None where it begins with none.

    >>> count_in("At least 1,200 miners", "miner").number, count_in("Twenty-three more bodies", "body").number
    (1200.0, 23.0)
    >>> count_in("A hundred and five people", "people").number, count_in("One of five", "five")
    (105.0, None)
    """
    match = _COUNT.match(text)
    if match is None or not head or re.match(r"\s*(?:%|percent|per cent|-)", text[match.end() :]):
        return None
    digits, word, rest = match["digits"], match["word"] or "", match["rest"] or ""
    number = float(digits.replace(",", "")) if digits else float(_COUNTS.get(word.casefold(), 1))
    number = number * _SCALES.get((match["scale"] or "").casefold(), 1) + _COUNTS.get(rest.casefold(), 0)
    return Amount(number=number, unit=head, approx=_APPROX.get(normal_key(match["approx"] or "")))


def bare_count(text: str) -> Amount | None:
    """Return the count that a text is, None where it says anything else.

    >>> bare_count("at least 22").number, bare_count("22 months")
    (22.0, None)
    """
    return count_in(text, "people") if _COUNT.fullmatch(text) else None


@lru_cache(maxsize=1 << 14)  # statements of one article share their phrases
def head_of(text: str) -> str:
    """Return the head noun of an English noun phrase: the last word before its first complement, in the singular.

    >>> head_of("the two rescued miners of the northern pit"), head_of("about 1,200 miners, all rescued")
    ('miner', 'miner')
    """
    words: list[str] = []
    for word in _WORD.findall(_THOUSANDS.sub("", text).partition(",")[0]):
        lower = word.casefold()
        if lower in _BREAK and words:
            break
        if lower not in _EMPTY:
            words.append(stem(lower))
    return intern(words[-1]) if words else ""


@lru_cache(maxsize=1 << 14)
def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell it from others, in a common form."""
    plain = _THOUSANDS.sub("", normal_key(text))
    words = {stem(word) for word in _WORD.findall(plain) if word not in _EMPTY}
    kept = {intern(word) for word in words if len(word) > 1 and word not in _NUMBER_WORDS}
    return frozenset(kept)  # of a set: half as large as one that has grown


@lru_cache(maxsize=1 << 16)  # articles share their words
def stem(word: str) -> str:
    """Return a word without a possessive ending or the commonest endings, to compare with others.

    >>> stem("miners'"), stem("cities"), stem("killed"), stem("police")
    ('miner', 'city', 'kill', 'police')
    """
    word = word.replace("’", "'").removesuffix("'s").strip("'-")
    if len(word) < 5 or not word.isalpha():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def numerals(words: Iterable[str]) -> frozenset[str]:
    """Return the words that are written in digits: "March 13" is not "March 14"."""
    return frozenset(word for word in words if word.isdecimal())


@lru_cache(maxsize=1 << 14)
def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers in a phrase, words as digits: "two provinces" are not three, "March 13" is not "March 14".

    >>> sorted(numbers_in("2.6 million in twenty-two of 30 provinces"))
    ['2.6', '22', '30']
    """
    words = _NUMBER.findall(_THOUSANDS.sub("", normal_key(text)))
    return frozenset(str(_COUNTS.get(word, word)) for word in words)


_TOTAL = re.compile(
    r"\b(?:it|number|figure|total|toll|count|price|sum|cost|rate)\b[^.]*\b(?:at|is|was|be|been|to|as)$"
)


@lru_cache(maxsize=1 << 10)
def counted_in(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the numbers in a sentence, each with the words for what it counts; "*" where "the number" of anything is told.

    An age between commas counts nothing; what stands alone is known by the word before it.

    >>> [(number, sorted(words)) for number, words in counted_in("It put 20 new mines, in 1989, at $3.")]
    [('20', ['mine']), ('1989', ['in']), ('3', ['$'])]
    >>> counted_in("The mayor, 61, wept")
    (('61', frozenset()),)
    """
    plain = _THOUSANDS.sub("", normal_key(text))
    return tuple(
        (str(_COUNTS.get(m[0], m[0])), _counted(plain[: m.start()], plain[m.end() :]))
        for m in _NUMBER.finditer(plain)
    )


def _counted(before: str, after: str) -> frozenset[str]:
    symbol = before[-1:] if before[-1:] in _MONEY else after[:1] if after[:1] == "%" else ""
    if symbol:
        return frozenset({symbol})
    words: list[str] = []
    for word in (re.match(r"[\w \t'’-]*", after) or [""])[0].split():
        if word in _BREAK or len(words) == 2:
            break
        if word not in _EMPTY and word not in _NUMBER_WORDS:
            words.append(stem(word))
    if words:
        return frozenset(words)
    if _TOTAL.search(before.rstrip()):
        return frozenset({"*"})
    return frozenset(re.findall(r"[\w'’-]+$", before.rstrip()))


_MONEY = frozenset("$€£¥")


def parts_agree(left: ClaimPart, right: ClaimPart) -> bool | None:
    """Return whether two phrases count or measure alike; None where they do not or cannot be compared.

    "At least 14" is what had been counted by then, and 16 is another number; "more than 100" may be 110.
    """
    if left.amount is None or right.amount is None:
        return None
    return same_amount(_as_counted(left.text, left.amount), _as_counted(right.text, right.amount))


def _as_counted(text: str, amount: Amount) -> Amount:
    """Return an amount without "at least", but for hundreds: these are a guess."""
    if amount.approx != "over" or amount.number is None or amount.number % 100 == 0:
        return amount
    return replace(amount, approx=None) if "at least" in normal_key(text) else amount


def same_amount(left: Amount, right: Amount) -> bool | None:
    """Return whether two amounts agree by value; None where they cannot be compared (other units, no number)."""
    if (left.currency, left.unit) != (right.currency, right.unit) and not _units_agree(left, right):
        return None
    if left.number is None or right.number is None:
        return _in_range(left, right) if (left.number is None) != (right.number is None) else None
    return _numbers_agree(left, right)


def _units_agree(left: Amount, right: Amount) -> bool:
    if left.currency != right.currency:
        return False
    return left.unit is None or right.unit is None or stem(left.unit) == stem(right.unit)


def _numbers_agree(left: Amount, right: Amount) -> bool:
    small, large = sorted((left, right), key=lambda amount: amount.number or 0.0)
    low, high = small.number or 0.0, large.number or 0.0
    if low == high:
        return True
    if not (small.approx or large.approx):
        return False
    if high - low <= APPROXIMATE * abs(high):
        return True
    return small.approx == "over" and high <= 1.5 * low


def _in_range(left: Amount, right: Amount) -> bool | None:
    exact, other = (left, right) if left.number is not None else (right, left)
    if other.low is None or other.high is None:
        return None
    return other.low <= (exact.number or 0.0) <= other.high
