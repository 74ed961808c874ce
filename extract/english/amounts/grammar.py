"""From a phrase to its amount: the first number in it that counts or measures, with its unit and exactness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from newsgraph.graph.model.record import Amount

from ..inflection import is_plural, singular
from .numbers import SHARE, VAGUE, figures, says_number
from .vocabulary import (
    CENTS,
    CODES,
    CONTESTS,
    FUNCTION_WORDS,
    LOOSE,
    LOOSE_AFTER,
    MANY_COUNTRIES,
    MONEY_NOUNS,
    MONEY_OF,
    NOT_COUNTED,
    NUMBERED,
    SIGNS,
    TIME_UNITS,
    UNITS,
)

MOST_POUNDS = 10_000
"""Pounds from here on are money, where nothing tells."""

LONGEST = 300
"""Characters that are looked at; a longer phrase is read up to there."""


def _any(words: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUMBER = r"(?P<number>\d+(?:\.\d+)?)"
_SIGN = rf"(?:(?P<sign>{_any(list(SIGNS))}) ?|(?<!\w)(?P<code>{_any(list(CODES))}) ?)"
_AT_NUMBER = re.compile(
    rf"(?:(?<!\w){_SIGN})?(?P<minus>(?<!\w)[-−])?(?P<vague>{VAGUE}?){_NUMBER}(?P<share>{SHARE}?)(?P<plus>\+?)(?![\d:])"
)
_LOOSE = re.compile(rf"(?<!\w)(?P<shade>{_any(list(LOOSE))})(?: (?:a|an|the))? $", re.IGNORECASE)
_LOOSE_AFTER = re.compile(rf"[ -](?P<shade>{_any(list(LOOSE_AFTER))})\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w.'’&-]*")
_OF_THEM = re.compile(r" of (?:the|those|these|its|his|her|their|our|my|your|all) (?:\d+ )?(?=[A-Za-z])")
_WORD_BEFORE = re.compile(r"(\S+?)[ -]$")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_CLOCK = re.compile(r" ?(?:a\.m\b|p\.m\b|[ap]m\b|o'clock|hours? GMT|GMT|UTC)", re.IGNORECASE)
_UNIT = re.compile(rf"[ -]?(?P<unit>{_any(list(UNITS))})(?![\w²³])", re.IGNORECASE)
_COUNTRIES = sorted(
    {country for countries in MONEY_OF.values() for country in countries}, key=len, reverse=True
)
_MONEY = re.compile(
    rf"[ -]?(?:(?:in|of) )?(?P<code>{'|'.join((*sorted(CODES), *CENTS))})\b"
    rf"|[ -](?:in )?(?:(?P<country>(?i:{_any(_COUNTRIES)})) )?"
    rf"(?P<noun>(?i:{_any([*MONEY_NOUNS, *MANY_COUNTRIES, 'pound', 'peso'])}))(?P<sterling> sterling)?\b"
)
_MONEY_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<country>(?i:{_any(_COUNTRIES)})) )(?P<noun>(?i:{_any(list(MONEY_NOUNS))})) $"
)
_CODE_NAMES = {"RMB": "CNY"}
_PER = re.compile(
    r"(?: (?:per|an?|each|every) |/)(?P<per>[a-z]+)(?: (?:per|an?) (?P<period>day|year|month|week|hour))?"
)
_JOINT = re.compile(r" ?(?P<joint>to|and|or|-|–) ?")


@dataclass(frozen=True, slots=True)
class _Quantity:
    """One number with what stands right at it; ``end`` is where the text goes on."""

    amount: Amount
    end: int
    plain: bool  # nothing but a number


@dataclass(frozen=True, slots=True)
class _Money:
    """The currency or unit of a noun of money, where it ends, and how much of the currency one is."""

    amount: Amount
    end: int
    factor: float = 1.0


@lru_cache(maxsize=1 << 12)
def amount_of(text: str, label: str | None = None) -> Amount | None:
    """Return the amount that a phrase says, or None where it says none.

    The first number that counts or measures is taken: "a fine of $3m" is three million US dollars. Numbers that
    name something (Article 5, March 3, Boeing 737), clock times and bare years are no amounts. ``label`` is the
    entity label of the number where one is known: a DATE is an amount only of units of time, and a
    CARDINAL of four digits is no year.

    >>> amount_of("nearly two dozen people")
    Amount(number=24.0, unit='person', currency=None, approx='under', low=None, high=None)
    >>> amount_of("between 40 and 60 million euros")
    Amount(number=None, unit=None, currency='EUR', approx=None, low=40000000.0, high=60000000.0)
    """
    if not says_number(text):
        return None
    plain = _clean(text[:LONGEST])
    written = figures(plain)
    for match in _AT_NUMBER.finditer(written):
        if _names_something(written, match):
            continue
        first = _quantity(written, match)
        if first is None:
            continue
        found = _score(written, match) or _range(written, match, first) or first.amount
        if label == "DATE" and found.unit not in TIME_UNITS:
            return None
        if label in (None, "DATE", "TIME") and _is_year(written, match, found):
            continue
        if found.number == 1 and found.unit is None and found.currency is None:  # "one of the men"
            return None
        return _shaded(written, match, _weight_or_money(found, label))
    return None


def _weight_or_money(amount: Amount, label: str | None) -> Amount:
    """Take pounds as sterling where the label says money, or where they are too many to be a weight."""
    number = amount.number or amount.high or 0
    if amount.unit == "pound" and label != "QUANTITY" and (label == "MONEY" or number >= MOST_POUNDS):
        return replace(amount, unit=None, currency="GBP")
    return amount


def _clean(text: str) -> str:
    """Bring blanks, dashes and quotes into one form."""
    text = re.sub(r"[‐‑‒–—]", "-", re.sub(r"[‘’ʼ`]", "'", text))
    return re.sub(r"[ \t\n\u2009]+", " ", text).strip()


# --- one quantity -----------------------------------------------------------------------------------


def _quantity(text: str, match: re.Match[str]) -> _Quantity | None:
    """Read a number with the unit beside it."""
    number = float(match["number"]) * (-1 if match["minus"] else 1)
    end = match.end()
    if match["share"]:
        return _Quantity(Amount(number=number, unit="share"), end, plain=False)
    if match["sign"] or match["code"]:
        currency = SIGNS.get(match["sign"] or "") or _CODE_NAMES.get(match["code"], match["code"])
        return _priced(Amount(number=number, currency=currency), text, end)
    if money := _money_behind(text, end):
        return _priced(replace(money.amount, number=round(number * money.factor, 4)), text, money.end)
    if before := _MONEY_BEFORE.search(text[: match.start()]):
        return _Quantity(Amount(number=number, currency=_currency(before)), end, plain=False)
    unit_match = _unit_at(text, end)
    if unit_match:
        measure = _unit_name(unit_match["unit"])
        end = unit_match.end()
        per = _PER.match(text, end)
        if (
            per
            and measure != "percent"
            and per["per"] in ("day", "hour", "year", "second", "minute", "week", "month")
        ):
            measure, end = f"{measure} per {per['per']}", per.end()
        return _Quantity(Amount(number=number, unit=measure), end, plain=False)
    if re.search(r"\b(?:aged?|age of) $", text[: match.start()], re.IGNORECASE):
        return _Quantity(Amount(number=number, unit="year"), end, plain=False)
    unit, end = _counted(text, end, one=number == 1)
    return _Quantity(Amount(number=number, unit=unit), end, plain=unit is None)


def _unit_at(text: str, start: int) -> re.Match[str] | None:
    """Match a unit of measure behind a number; one of a letter or two must be written as it is listed."""
    match = _UNIT.match(text, start)
    if match is None:
        return None
    unit = match["unit"]
    if unit in UNITS or (len(unit) > 2 and unit.lower() in UNITS):
        follows = text[match.end() : match.end() + 2]
        short = len(unit) == 1 and unit.isalpha()  # "5 C"; "12 F-16 jets"
        return (
            None
            if short and (follows[:1] == "-" or text[start : start + 1] != " ") and unit not in "g"
            else match
        )
    return None


def _unit_name(unit: str) -> str:
    return UNITS.get(unit) or UNITS[unit.lower()]


def _money_behind(text: str, start: int) -> _Money | None:
    """Return the currency of a noun or code of money behind a number; its unit where several have the noun."""
    match = _MONEY.match(text, start)
    if match is None:
        return None
    noun = match["code"] or match["noun"]
    if noun in CENTS:
        currency, factor = CENTS[noun]
        return _Money(Amount(currency=currency), match.end(), factor)
    if noun in CODES:
        return _Money(Amount(currency=_CODE_NAMES.get(noun, noun)), match.end())
    known = "GBP" if match["sterling"] else _currency(match)
    return _Money(Amount(currency=known, unit=None if known else singular(noun.lower())), match.end())


def _currency(match: re.Match[str]) -> str | None:
    """Return the currency of a noun of money, with the country before it where one is named."""
    word, country = match["noun"].lower(), (match["country"] or "").lower()
    stem = next((stem for stem in MONEY_OF if word.startswith(stem)), "")
    return MONEY_OF.get(stem, {}).get(country) if country else MONEY_NOUNS.get(word)


def _priced(amount: Amount, text: str, end: int) -> _Quantity:
    """Add "a barrel" to a price."""
    per = _PER.match(text, end)
    if per and amount.unit is None and per["per"] not in FUNCTION_WORDS:
        after = text[end : per.end()].split()
        if after[:1] and (after[0] in ("per", "a", "an", "each", "every") or after[0].startswith("/")):
            return _Quantity(replace(amount, unit=f"per {singular(per['per'])}"), per.end(), plain=False)
    return _Quantity(amount, end, plain=False)


def _counted(text: str, start: int, *, one: bool) -> tuple[str | None, int]:
    """Return the noun that a number counts, in the singular, and where it ends.

    The noun phrase goes up to a function word or mark; of its words the first plural is counted, else the last.
    """
    words: list[tuple[str, int]] = []
    at = start
    if not one and (whole := _OF_THEM.match(text, at)):  # "nine million of those people", "two of her sons"
        at = whole.end() - 1
    if (shade := _LOOSE_AFTER.match(text, at)) and shade["shade"] in ("or so", "odd"):
        at = shade.end()
    while len(words) < 6:
        gap = re.match(r"[ -]" if not words else r" ", text[at:])
        found = _WORD.match(text, at + 1) if gap else None
        if found is None or found[0].lower() in FUNCTION_WORDS or (words and text[at] == "-"):
            break
        hyphenated = not words and text[at] == "-"
        words.append((found[0], found.end()))
        at = found.end()
        if hyphenated:
            head = found[0].split("-")[0]
            return (
                (None, at)
                if head in ("strong", "plus", "odd", "fold")
                else (singular(head), start + 1 + len(head))
            )
    if not words:
        return None, start
    plural = next(
        (pair for pair in words if singular(pair[0]) != pair[0] and pair[0].lower() not in NOT_COUNTED), None
    )
    word, end = plural if plural and not one else words[-1]
    if word.lower() in NOT_COUNTED or word.endswith("ly"):
        return None, words[-1][1]
    return singular(word.rstrip(".'")) if not word[0].isupper() or plural else word, end


# --- ranges and scores ------------------------------------------------------------------------------


def _range(text: str, match: re.Match[str], first: _Quantity) -> Amount | None:
    """Read "between 40 and 60", "$1.2-1.4 billion", "from 3 to 5 tons", "two or three people"."""
    joint = _JOINT.match(text, first.end)
    other = _AT_NUMBER.match(text, joint.end()) if joint else None
    if joint is None or other is None or other["share"] or match["share"]:
        return None
    between = re.search(r"\bbetween (?:the )?$", text[: match.start()], re.IGNORECASE)
    if joint["joint"] == "and" and not between:
        return None
    second = _quantity(text, other)
    if second is None or second.amount.number is None or first.amount.number is None:
        return None
    low, high = first.amount.number, second.amount.number
    if first.plain or (first.amount.currency and second.amount.currency in (first.amount.currency, None)):
        low = _scaled(low, high)
    unit = second.amount.unit or first.amount.unit
    currency = second.amount.currency or first.amount.currency
    if first.amount.currency != currency and first.amount.unit:  # "6 percent to 12.40 euros"
        return None
    if low >= high or (
        not first.plain and first.amount.unit != unit and first.amount.unit and second.amount.unit
    ):
        return None
    if first.amount.currency and not second.amount.currency:
        unit = first.amount.unit
    return Amount(unit=unit, currency=currency, low=low, high=high)


def _scaled(low: float, high: float) -> float:
    """Give the first number the scale of the second: "40 to 60 million", "$1.2-1.4 billion"."""
    for scale in (1e12, 1e9, 1e6, 1e3):
        if high >= scale and low < 1000 and low * scale <= high:
            return low * scale
    return low


def _score(text: str, match: re.Match[str]) -> Amount | None:
    """Read "a 2-1 win", "3-0", "by 52 votes to 48" as a score."""
    score = re.compile(
        r"(?P<one>\d+)(?P<what> votes)?(?: ?- ?| to )(?P<two>\d+)(?! ?(?:-|%|percent|per cent)|\.?\d)(?P<noun> [a-z]+)?"
    ).match(text, match.start())
    if score is None or match["sign"] or match["code"]:
        return None
    one, two = int(score["one"]), int(score["two"])
    noun = (score["noun"] or "").strip()
    contest = noun in CONTESTS
    bare = not noun or noun in FUNCTION_WORDS
    hyphen = "-" in score[0].replace(score["noun"] or "", "")
    if one > 1000 or two > 1000 or not (contest or score["what"] or (bare and hyphen and one >= two)):
        return None
    return Amount(
        unit="vote" if score["what"] or noun == "vote" else "score",
        low=float(min(one, two)),
        high=float(max(one, two)),
    )


# --- what is no amount, and how exact one is --------------------------------------------------------


def _names_something(text: str, match: re.Match[str]) -> bool:
    """Is the number a name, a date or a time of day?"""
    before, after = text[: match.start()], text[match.end() :]
    if re.search(r"\w$|[A-Za-z]-$|\d:$|[/#]$|\d[.,]$", before) and not match["sign"]:
        return True
    if (re.match(r" \d", after) or re.search(r"\d $", before)) and not match[
        "sign"
    ]:  # "nineteen ninety-eight", a telephone number
        return True
    if (
        _ORDINAL.match(after)
        or _CLOCK.match(after)
        or (re.match(r"/\d|:\d|\w", after) and not _attached_unit(after))
    ):
        return True
    if re.match(r"[ -](?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b", after):
        return True
    word = _WORD_BEFORE.search(before)
    if word is None or match["sign"] or match["code"]:
        return False
    return word[1].lower().strip("(,'\"") in NUMBERED or _is_name(before, word)


def _attached_unit(after: str) -> bool:
    return _UNIT.match(after) is not None or re.match(r"(?:p|c)\b", after) is not None


def _is_name(before: str, word: re.Match[str]) -> bool:
    """Does the number follow a capitalised word that does not open the phrase?"""
    first = word.start() == 0 or before[: word.start()].strip() == ""
    capital = word[1][:1].isupper() and word[1].lower() not in FUNCTION_WORDS | {
        "some",
        "over",
        "nearly",
        "almost",
    }
    loose = any(word[1].lower() == shade.split()[-1] for shade in LOOSE)
    return (
        capital
        and not loose
        and not (first and word[1].lower() in FUNCTION_WORDS)
        and not word[1].endswith(("'s", "s'"))
    )


def _is_year(text: str, match: re.Match[str], amount: Amount) -> bool:
    """Is the number a bare year of four digits?"""
    number = match["number"]
    if len(number) != 4 or not 1500 <= int(float(number)) <= 2100 or amount.currency or match["vague"]:
        return False
    if amount.unit in UNITS.values():
        return False
    before = re.search(r"(\w+) $", text[: match.start()])
    dated = before is not None and before[1].lower() in (
        "in",
        "since",
        "by",
        "until",
        "the",
        "of",
        "from",
        "during",
        "late",
        "early",
        "mid",
    )
    behind = _WORD.match(text, match.end() + 1)
    counted = (behind is not None and is_plural(behind[0])) or (
        amount.unit is not None and _counts_plural(text, match)
    )
    return dated or not counted


def _counts_plural(text: str, match: re.Match[str]) -> bool:
    """Does a plural stand among the words behind the number?"""
    following = re.match(r"(?: [A-Za-z.'-]+){1,4}", text[match.end() :])
    return following is not None and any(
        is_plural(word) for word in following[0].split() if word.lower() not in FUNCTION_WORDS
    )


def _shaded(text: str, match: re.Match[str], amount: Amount) -> Amount:
    """Add how exact the amount is."""
    if match["vague"]:
        return replace(amount, number=None, low=amount.number, approx="over")
    if match["plus"]:
        return replace(amount, approx="over")
    before = _LOOSE.search(text[: match.start()])
    if before:
        return replace(amount, approx=LOOSE[before["shade"].lower()])
    behind = _LOOSE_AFTER.search(text[match.end() : match.end() + 60])
    return replace(amount, approx=LOOSE_AFTER[behind["shade"].lower()]) if behind else amount
