"""Which outlet an article is from, as the lines that date it say: a masthead, the brackets of a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgraph.graph.knowledge.gazetteer import is_on_the_map
from newsgraph.graph.knowledge.outlets import built_in_outlets

from ..english.temporal import DateLines
from ..english.word_classes import word_class

_IN_BRACKETS = re.compile(r"[(/\[]([A-Z][\w.' &-]{1,40})[)/\]]")
_PART = re.compile(r"\s*(?:[|·•\n,]|\s[-–—]\s)\s*")
_NAME = re.compile(r"(?:The )?[A-Z][\w.'’&-]*(?: (?:of |and |& )?[A-Z][\w.'’&-]*){0,4}")
_SECTIONS = frozenset(
    "world local national international breaking latest top sports politics political regional uk us europe staff "
    "senior chief our more all morning evening".split()
)
"""Words that make no outlet's name of "news", "press" or "reporter": those of sections and of jobs."""

_LEAST = 2
"""Words of a name that no table has."""


def names_in_brackets(text: str, lines: DateLines) -> Iterator[str]:
    """Yield the names in brackets in a dateline, which is not read: "HALSUND (Reuters) -"."""
    for start, end in lines.spans:
        yield from _IN_BRACKETS.findall(text[start:end])


def publisher_in(text: str, lines: DateLines) -> str | None:
    """Return the outlet of a masthead ("The Sunday Beacon, 17 April 2026") or of a dateline's brackets; agencies are credited.

    A place beside a date is none, nor is the name of a section or a byline.
    """
    for name in names_in_brackets(text, lines):
        if _is_outlet(name):
            return name
    for start, end in lines.spans:
        line = text[start:end]
        parts = [part for part in _PART.split(line) if part]
        for part in parts:
            is_first = line.lstrip().startswith(part)
            if _NAME.fullmatch(part) and (_is_outlet(part) or (is_first and _is_titled(part))):
                return part
    return None


def _is_outlet(name: str) -> bool:
    """Return whether a name is that of an outlet we know, or made of the words of one: "Velland Courier"."""
    known = built_in_outlets().named(name)
    if known is not None:
        return known.kind != "agency"
    words = [word for word in name.casefold().split() if word not in ("the", "of", "and", "&")]
    others = [word for word in words if word not in word_class("news_words")]
    return len(words) >= _LEAST and len(others) < len(words) and not _SECTIONS.issuperset(others)


def _is_titled(name: str) -> bool:
    """Return whether a name opens as titles of papers do and places do not: "The Sunday Beacon"."""
    return name.startswith("The ") and len(name.split()) > _LEAST and not is_on_the_map(name)
