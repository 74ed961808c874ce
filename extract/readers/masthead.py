"""Which outlet an article is from, as its head says: a line of its own, a part of a date line, a dateline's brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.graph.knowledge.gazetteer import is_on_the_map
from newsgraph.graph.knowledge.outlets import Outlet, built_in_outlets
from newsgraph.graph.model.record import Span

from ..english.semantic_classes import given_names
from ..english.temporal import DateLines
from ..english.word_classes import word_class

_IN_BRACKETS = re.compile(r"[(/\[]([A-Z][\w.' &-]{1,40})[)/\]]")
_PART = re.compile(r"\s*(?:[|·•\n,]|\s(?:[-–—]|--)\s)\s*")
_NAME = re.compile(r"(?:The )?[A-Z][\w.'’&-]*(?: (?:of |and |& )?[A-Z][\w.'’&-]*){0,4}")
_HEAD_LINE = re.compile(r"(?m)^[^\S\n]*(?P<line>\S.*?)[^\S\n]*$\s*")
_LINES, _CHARACTERS, _LONGEST = 8, 1500, 130
"""Of a head: what is longer, or ends in a full stop, is prose."""

_EDITIONS = frozenset("daily sunday saturday evening morning weekly free".split())
"""Words before the last of a title that make a paper's of "News" or "Press": "Ostby Evening News"."""
_SECTIONS = frozenset(
    "world local national international breaking latest top sport sports politics political regional uk us europe staff "
    "senior chief our more all health science business company football crime court education election military police weather travel news press".split()
)
"""Words that make no title of the word behind them: those of sections and of jobs."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The outlet of an article; ``lines`` are the lines that hold nothing else, ``credits`` the agencies it has it from."""

    publisher: str | None = None
    lines: tuple[Span, ...] = ()
    credits: tuple[str, ...] = ()


def read_masthead(text: str, dated: DateLines, *, titled: bool = False) -> Masthead:
    """Return the outlet that the head of a text names: "BBC News, Santiago", "The Sunday Beacon, 17 April 2026".

    An agency is the outlet of an article that names no other. A headline, a place, a section, a byline is none;
    ``titled`` tells that the first line is known to be the headline.
    """
    alone = list(_alone(text, dated, titled=titled))
    bracketed = [name for start, end in dated.spans for name in _IN_BRACKETS.findall(text[start:end])]
    named = [*_beside_dates(text, dated), *(name for name, _ in alone)]
    own = [name for name in (*bracketed, *named) if not _is_agency(name) and _is_outlet(name, bracketed)]
    agencies = [name for name in named if _is_agency(name)]
    publisher = next(iter((*own, *agencies)), None)
    credited = [name for name in (*bracketed, *agencies) if _is_agency(name) and name != publisher]
    return Masthead(publisher, tuple(span for _, span in alone), tuple(dict.fromkeys(credited)))


def _beside_dates(text: str, dated: DateLines) -> Iterator[str]:
    for start, end in dated.spans:
        for part in _PART.split(text[start:end].strip()):
            if _known(part) or _is_paper(part):
                yield part


def _alone(text: str, dated: DateLines, *, titled: bool) -> Iterator[tuple[str, Span]]:
    """Yield the outlets that have lines of their own, with these lines; of several outlets nobody knows which it is."""
    head = list(_head(text, dated))
    found: list[tuple[str, Span]] = []
    for number, (line, span, is_dated) in enumerate(head):
        name, *places = _PART.split(line)
        if is_dated or (titled and not number) or not all(map(is_on_the_map, places)):
            continue
        others = [at for at in range(len(head)) if at != number]
        beside = any(head[at][2] for at in others if abs(at - number) == 1)
        is_below = number > 0 and not head[0][2]
        has_headline = is_below or any(not head[at][2] for at in others)
        if (_known(name) and (has_headline or beside)) or (_is_paper(name) and has_headline and beside):
            found.append((name, span))
    outlets = {name for name, _ in found if not _is_agency(name)}
    return iter(found if len(outlets) <= 1 else ())


def _head(text: str, dated: DateLines) -> Iterator[tuple[str, Span, bool]]:
    """Yield the lines before the prose, with their place and whether they are date lines."""
    for number, match in enumerate(_HEAD_LINE.finditer(text[:_CHARACTERS])):
        line, span = match["line"], match.span()
        is_dated = any(start <= match.start("line") < end for start, end in dated.spans)
        if number == _LINES or (
            not is_dated and (len(line) > _LONGEST or line.endswith((".", "…", '."', ".”")))
        ):
            return
        yield line, span, is_dated


def _is_outlet(name: str, bracketed: list[str]) -> bool:
    """Return whether a name is an outlet's; what stands in brackets has not been asked."""
    return name not in bracketed or bool(built_in_outlets().named(name)) or _is_paper(name)


def _is_agency(name: str) -> bool:
    outlet = built_in_outlets().named(name)
    return outlet is not None and outlet.kind == "agency"


def _known(name: str) -> Outlet | None:
    """Return the outlet of a name; one of a single word that is also a section's or a thing's ("Metro", "Dawn") is none."""
    if " " not in name and name.casefold() not in word_class("news_outlets"):
        return None
    return built_in_outlets().named(name) if name[:1].isupper() else None


def _is_paper(name: str) -> bool:
    """Return whether a name is made as those of newspapers are: "Velland Courier", "Ostby Evening News", "The Lima Post"."""
    if not _NAME.fullmatch(name):
        return False
    *others, last = name.casefold().removeprefix("the ").split()
    if not others or _SECTIONS.intersection(others) or _is_of_person(others):
        return False
    if others[-1].endswith("ing") and others[-1] not in _EDITIONS and not is_on_the_map(" ".join(others)):
        return False  # "Opening Times"
    if last in word_class("papers"):
        return True
    if last not in word_class("news_words"):
        return False
    is_edition = others[-1] in _EDITIONS and len(others) > 1
    return is_edition or (last not in _SECTIONS and is_on_the_map(" ".join(others)))


def _is_of_person(words: list[str]) -> bool:
    """Return whether a given name stands in it: "Emily Post". Towns may be called like people."""
    return not given_names().keys().isdisjoint(words) and not is_on_the_map(" ".join(words))
