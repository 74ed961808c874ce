"""Two numbers that are one amount: ranges, and the scores of games and votes."""

from __future__ import annotations

import re

from newsgraph.graph.model.record import Amount

from .patterns import AT_NUMBER, JOINT
from .quantities import Quantity, quantity_at
from .vocabulary import CONTESTS, FUNCTION_WORDS


def range_at(text: str, match: re.Match[str], first: Quantity) -> Amount | None:
    """Read "between 40 and 60", "$1.2-1.4 billion", "from 3 to 5 tons", "two or three people"."""
    joint = JOINT.match(text, first.end)
    other = AT_NUMBER.match(text, joint.end()) if joint else None
    if joint is None or other is None or other["share"] or match["share"]:
        return None
    between = re.search(r"\bbetween (?:the )?$", text[: match.start()], re.IGNORECASE)
    if joint["joint"] == "and" and not between:
        return None
    second = quantity_at(text, other)
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


def score_at(text: str, match: re.Match[str]) -> Amount | None:
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
