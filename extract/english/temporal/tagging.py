"""Find time expressions of several words, which a parser may take apart: "Tues., Feb. 24", "from May to July"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from .vocabulary import MONTHS, WEEKDAYS

_WEEKDAY = (
    rf"(?:{'|'.join(day.title() for day in WEEKDAYS)}|(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)(?= ?[.,]))"
)
_MONTH = rf"(?:{'|'.join(month.title() for month in MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) ?\.?)"
_DAY = r"\d{1,2}(?: ?(?:st|nd|rd|th))?(?![\d:])"
_YEAR = r"(?:1[0-9]|20)\d\d(?!\d)"
_SHORT_YEAR = rf"(?:{_YEAR}|['’‘] ?\d\d(?!\d))"
_NTH = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
_ERA = r"(?:BCE?|CE|AD|B ?\. ?C ?\. ?(?:E ?\.)?|A ?\. ?D ?\.)(?!\w)"
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|IST|local time)"
_CLOCK = (
    rf"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?(?:a ?\. ?m ?\.|p ?\. ?m ?\.|[ap]m)(?: {_ZONE})?"
    rf"|(?:[01]?\d|2[0-3]):[0-5]\d(?: (?:{_ZONE}|hours|hrs))?|(?:[01]\d|2[0-3])[0-5]\d (?:{_ZONE}|hours|hrs)"
    r"|(?<=[Aa]t )(?:[01]\d|2[0-3])[0-5]\d(?![\d-])|\w+ o['’] ?clock|noon|midnight|midday|dawn|dusk)"
)
_DATE = (
    rf"(?:(?:{_WEEKDAY} ?\.? ?,? )?(?:the )?(?:{_MONTH} {_DAY}(?:(?: ?,)? {_YEAR})?|{_DAY} (?:of )?{_MONTH}(?:(?: ?,)? {_YEAR})?)"
    rf"|{_MONTH}(?: of)? {_YEAR}|{_WEEKDAY}|{_MONTH}(?![\w-])|{_YEAR})"
)
_OF_YEAR = rf"(?: of)?(?: the)?(?: fiscal| financial)?(?: year)? (?:{_SHORT_YEAR}|(?:this|last|next|that) (?:fiscal |financial )?year)"
_PATTERNS = (
    rf"{_WEEKDAY} ?\.? ?,? (?:the )?(?:{_MONTH} {_DAY}|{_DAY} (?:of )?{_MONTH})(?:(?: ?,)? {_YEAR})?",
    rf"{_DAY} {_MONTH} {_YEAR}|{_MONTH} {_DAY} ?, {_YEAR}",
    rf"{_CLOCK}(?: ?,)? (?:on )?(?:{_DATE}|yesterday|today|tomorrow)",
    rf"(?:Q[1-4]|[1-4]Q|H[12]|[12]H)(?:{_OF_YEAR}| ?{_SHORT_YEAR})",
    r"(?<=[Ii]n )(?:Q[1-4]|[1-4]Q|H[12]|[12]H|FY ?\d\d(?:\d\d)?)\b",
    rf"(?:first|second|third|fourth|final|last)(?:[ -](?:fiscal|financial))?[ -](?:quarter|half|decade){_OF_YEAR}",
    r"(?:early |mid ?-? ?|late )?[12]\d\d0 ?['’] ?s\b",
    r"(?<=[Ii]n )(?:early |mid ?-? ?|late )?['’‘] ?\d\d\b(?! ?s\b)|(?<=[Ss]ince )['’‘] ?\d\d\b(?! ?s\b)",
    rf"(?<=[Ff]rom ){_DATE} (?:to|through|until|till) {_DATE}",
    rf"(?<=[Bb]etween ){_DATE} and {_DATE}",
    rf"{_YEAR} ?[-–—/] ?(?:{_YEAR}|\d\d)(?![\d-])",
    rf"(?:close|end|start|opening|beginning) of (?:trading|trade|business|play)(?: on)? (?:{_DATE})",
    rf"(?:{_NTH} (?:century|centuries|millennium)|\d{{1,4}}) {_ERA}",
    rf"(?:{_MONTH}|{_MONTH} {_DAY}|{_DAY} {_MONTH}) (?:of )?(?:the same|that|last|this|next) year",
)  # fmt: skip
_EXPRESSION = re.compile(rf"(?<!\S)(?:{'|'.join(rf'(?:{pattern})' for pattern in _PATTERNS)})")
"""Only tried where a word begins."""
_CAN_BE = re.compile(
    r"\d|['’‘]|[Qq]uarter|half|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|year|trad|business|play|decade|centur|millenni"
)


_NO_NAME = re.compile(
    rf"{_WEEKDAY}|{_MONTH}|Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun|Q[1-4]|[1-4]Q|H[12]|[12]H|FY ?\d*|['’‘.,]|\d.*|of|on|to|and|{_ERA}|{_NTH}"
)


def can_be_no_name(word: str) -> bool:
    """Return whether a word inside a time expression belongs to it, even where a tagger takes it for a name."""
    return _NO_NAME.fullmatch(word) is not None


def find_expressions(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the first token of each expression and the one behind its last; none overlap.

    >>> find_expressions("He left on Mon. , Feb. 16 , and came back in Q3 2019 .".split())
    [(3, 7), (12, 14)]
    """
    text = " ".join(words)
    if not _CAN_BE.search(text):
        return []
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    at_start = {start: token for token, start in enumerate(starts)}
    at_end = {start - 1: token for token, start in enumerate(starts)}
    found = []
    for match in _EXPRESSION.finditer(text):
        start = at_start.get(match.start())
        end = at_end.get(match.end()) or at_end.get(
            match.end() + 2 if text[match.end() : match.end() + 2] == " ." else -1
        )
        if start is not None and end is not None and end > start:
            found.append((start, end))
    return found


_SIMPLE = re.compile(
    rf"(?:(?:last|next|this) (?:week|month|year|{_WEEKDAY})|yesterday|today|tomorrow"
    rf"|(?:1[5-9]|20)\d\d ?[-–] ?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d-])|{_DATE})"
)


def find_inside(text: str) -> str | None:
    """Return the one date that a phrase about something else holds, None where there are several or none.

    >>> find_inside("during the war of 1994"), find_inside("at a meeting in Oslo on Thursday")
    ('1994', 'Thursday')
    """
    found = [match[0] for match in _SIMPLE.finditer(re.sub(_CLOCK, "", text))]
    return (
        found[0]
        if len(found) == 1
        and not re.search(rf"\b(?:after|before|since|until|by)\b.*{re.escape(found[0])}", text)
        else None
    )
