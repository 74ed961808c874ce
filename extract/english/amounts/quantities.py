"""One number with the unit, the currency or the counted noun beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsgraph.graph.model.record import Amount

from ..inflection import singular
from .patterns import CODE_NAMES, LOOSE_AFTER_IT, MONEY, MONEY_BEFORE, OF_THEM, PER, UNIT, WORD
from .vocabulary import CENTS, CODES, FUNCTION_WORDS, MONEY_NOUNS, MONEY_OF, NOT_COUNTED, SIGNS, UNITS


@dataclass(frozen=True, slots=True)
class Quantity:
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


def quantity_at(text: str, match: re.Match[str]) -> Quantity | None:
    """Read a number with the unit beside it."""
    number = float(match["number"]) * (-1 if match["minus"] else 1)
    end = match.end()
    if match["share"]:
        return Quantity(Amount(number=number, unit="share"), end, plain=False)
    if match["sign"] or match["code"]:
        currency = SIGNS.get(match["sign"] or "") or CODE_NAMES.get(match["code"], match["code"])
        return _priced(Amount(number=number, currency=currency), text, end)
    if money := _money_behind(text, end):
        return _priced(replace(money.amount, number=round(number * money.factor, 4)), text, money.end)
    if before := MONEY_BEFORE.search(text[: match.start()]):
        return Quantity(Amount(number=number, currency=_currency(before)), end, plain=False)
    unit_match = _unit_at(text, end)
    if unit_match:
        measure = _unit_name(unit_match["unit"])
        end = unit_match.end()
        per = PER.match(text, end)
        if (
            per
            and measure != "percent"
            and per["per"] in ("day", "hour", "year", "second", "minute", "week", "month")
        ):
            measure, end = f"{measure} per {per['per']}", per.end()
        return Quantity(Amount(number=number, unit=measure), end, plain=False)
    if re.search(r"\b(?:aged?|age of) $", text[: match.start()], re.IGNORECASE):
        return Quantity(Amount(number=number, unit="year"), end, plain=False)
    unit, end = _counted(text, end, one=number == 1)
    return Quantity(Amount(number=number, unit=unit), end, plain=unit is None)


def _unit_at(text: str, start: int) -> re.Match[str] | None:
    """Match a unit of measure behind a number; one of a letter or two must be written as it is listed."""
    match = UNIT.match(text, start)
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
    match = MONEY.match(text, start)
    if match is None:
        return None
    noun = match["code"] or match["noun"]
    if noun in CENTS:
        currency, factor = CENTS[noun]
        return _Money(Amount(currency=currency), match.end(), factor)
    if noun in CODES:
        return _Money(Amount(currency=CODE_NAMES.get(noun, noun)), match.end())
    known = "GBP" if match["sterling"] else _currency(match)
    return _Money(Amount(currency=known, unit=None if known else singular(noun.lower())), match.end())


def _currency(match: re.Match[str]) -> str | None:
    """Return the currency of a noun of money, with the country before it where one is named."""
    word, country = match["noun"].lower(), (match["country"] or "").lower()
    stem = next((stem for stem in MONEY_OF if word.startswith(stem)), "")
    return MONEY_OF.get(stem, {}).get(country) if country else MONEY_NOUNS.get(word)


def _priced(amount: Amount, text: str, end: int) -> Quantity:
    """Add "a barrel" to a price."""
    per = PER.match(text, end)
    if per and amount.unit is None and per["per"] not in FUNCTION_WORDS:
        after = text[end : per.end()].split()
        if after[:1] and (after[0] in ("per", "a", "an", "each", "every") or after[0].startswith("/")):
            return Quantity(replace(amount, unit=f"per {singular(per['per'])}"), per.end(), plain=False)
    return Quantity(amount, end, plain=False)


def _counted(text: str, start: int, *, one: bool) -> tuple[str | None, int]:
    """Return the noun that a number counts, in the singular, and where it ends.

    The noun phrase goes up to a function word or mark; of its words the first plural is counted, else the last.
    """
    words: list[tuple[str, int]] = []
    at = start
    if not one and (whole := OF_THEM.match(text, at)):  # "nine million of those people", "two of her sons"
        at = whole.end() - 1
    if (shade := LOOSE_AFTER_IT.match(text, at)) and shade["shade"] in ("or so", "odd"):
        at = shade.end()
    while len(words) < 6:
        gap = re.match(r"[ -]" if not words else r" ", text[at:])
        found = WORD.match(text, at + 1) if gap else None
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
