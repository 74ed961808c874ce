"""Numbers that are no amounts: they name something, or are a date, a time of day or a year."""

from __future__ import annotations

import re

from newsgraph.graph.model.record import Amount

from ..inflection import is_plural
from .patterns import CLOCK, ORDINAL, UNIT, WORD, WORD_BEFORE
from .vocabulary import FUNCTION_WORDS, LOOSE, NUMBERED, UNITS


def names_something(text: str, match: re.Match[str]) -> bool:
    """Is the number a name, a date or a time of day?"""
    before, after = text[: match.start()], text[match.end() :]
    if re.search(r"\w$|[A-Za-z]-$|\d:$|[/#]$|\d[.,]$", before) and not match["sign"]:
        return True
    if (re.match(r" \d", after) or re.search(r"\d $", before)) and not match[
        "sign"
    ]:  # "nineteen ninety-eight", a telephone number
        return True
    if (
        ORDINAL.match(after)
        or CLOCK.match(after)
        or (re.match(r"/\d|:\d|\w", after) and not _attached_unit(after))
    ):
        return True
    if re.match(r"[ -](?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b", after):
        return True
    word = WORD_BEFORE.search(before)
    if word is None or match["sign"] or match["code"]:
        return False
    return word[1].lower().strip("(,'\"") in NUMBERED or _is_name(before, word)


def _attached_unit(after: str) -> bool:
    return UNIT.match(after) is not None or re.match(r"(?:p|c)\b", after) is not None


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


def is_year(text: str, match: re.Match[str], amount: Amount) -> bool:
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
    behind = WORD.match(text, match.end() + 1)
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
