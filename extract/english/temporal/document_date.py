"""The date of a document, and the place of its dateline, read from its first lines.

News opens with a headline, then lines that say when and by whom ("By NAME, Staff Writer | Mar 2, 2026", "Updated 10:15
GMT, 2 Mar 2026"), then a dateline before the first sentence ("ADDIS ABABA (Agency), Feb 21 -"). None of them but the
headline is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from newsgraph.graph.knowledge.gazetteer import is_on_the_map

from .vocabulary import MONTH_PATTERN, WEEKDAY_PATTERN, month_number

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?:(?P<iso>\d{{4}}[-/]\d{{2}}[-/]\d{{2}})(?:[T ][\d:.]+(?:Z|[ ]?[+-]\d{{2}}:?\d{{2}})?)?"
    r"|(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})"
    rf"|(?:{WEEKDAY_PATTERN}\.?,?\s+)?(?:the\s+)?(?:"
    rf"(?P<month1>{MONTH_PATTERN})\.?\s+(?P<day1>{_DAY}),?(?:\s+(?P<year1>\d{{4}}))?"
    rf"|(?P<day2>{_DAY})(?:\s+of)?[ -](?P<month2>{MONTH_PATTERN})\.?,?(?:[ -](?P<year2>\d{{4}}))?))"
    r"(?![\w-]|[.:]\d)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:first|last|originally)[ \t]+)?(?:date|dated|published|posted|updated|issued|released|modified|created|written|filed)"
    r"(?:[ \t]+(?:date|on|at))?[ \t]*:?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:at[ \t]+)?\d{1,2}(?:[:.]\d{2}){1,2}(?:[ \t]?[ap]\.?m\.?)?(?:[ \t]*\(?[A-Z]{2,4}\b\)?)?|\d{1,2}[ \t]?[ap]\.?m\.?\b(?:[ \t]*[A-Z]{2,4}\b)?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY)[ \t]+(?P<author>[A-Z][\w.'’-]*(?:[ \t]+(?:(?:de|da|van|von|der|den|bin|al|el|la|le)[ \t]+)*[A-Z][\w.'’-]*){0,4}"
    r"(?:(?:,[ \t]*|[ \t]+and[ \t]+|[ \t]*&[ \t]*)[A-Z][\w.'’-]*(?:[ \t]+[A-Z][\w.'’-]*){0,3})*?)(?=[ \t]*(?:[,|·•–—\n]|[ \t]-[ \t]|$)"
    r"|[ \t]+(?i:published|updated|posted|on)\b|[ \t]+\d|[ \t]+(?i:" + MONTH_PATTERN + r")\b)",
)
_NAME_WORD = rf"(?!(?i:{MONTH_PATTERN}|{WEEKDAY_PATTERN})\b)[A-Z][\w.'’/&-]*"
_NAME = re.compile(rf"{_NAME_WORD}(?:,?[ \t]+(?:(?:of|the|and|de|al|el)[ \t]+)?{_NAME_WORD}){{0,5}}")
_WEEKDAY = re.compile(rf"{WEEKDAY_PATTERN}\b\.?", re.IGNORECASE)
_READING = re.compile(r"\d+[ \t]*-?min(?:ute)?s?(?:[ \t]+read)?", re.IGNORECASE)
_AGO = re.compile(r"(?:\d{1,2}|an?)[ \t]+(?:min(?:ute)?|hour|hr|day|week|month)s?[ \t]+ago\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[ \t,|·•/–—-]+|:$")
_PAREN = re.compile(r"[(\[][^()\[\]\n]{1,40}[)\]]|/[^/\n]{2,40}/")
_DASH = re.compile(r"[ \t]*(?:[-–—―_]+|--)[ \t]+|[ \t]*:[ \t]+|(?<=[A-Z)])(?:—|--)(?=[A-Z\"“‘])")
_LONE_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ \t][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3})(?P<region>,[ \t]*[A-Z][\w.]*(?:[ \t][A-Z][\w.]*){0,2})?"
    r"(?P<agency>[ \t]*\([A-Z][\w .&-]{1,30}\))?(?:(?P<dash>[ \t]*(?:[-–—]|--))|:)?"
    r"|\([A-Z]\w{1,20}\)(?:[ \t]*(?:[-–—]|--))?"
)
"""A dateline that states no date, alone in its line."""
_LINES, _CHARACTERS, _LONGEST, _SHORTEST_LEAD = 8, 1500, 130, 60
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class DateLines:
    """What the head of a document states of when and where it was written.

    ``spans`` are the characters that state it and are not prose, in order; ``authors`` are named in the same lines.
    """

    date: date | None = None
    spans: tuple[tuple[int, int], ...] = ()
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """One line or dateline; ``rank`` is lower for a surer statement of the day of publication."""

    date: date | None
    rank: int
    spans: tuple[tuple[int, int], ...]
    authors: tuple[str, ...] = ()


def find_date_lines(text: str, *, reference: date | None = None) -> DateLines:
    r"""Find the lines and the dateline in which a document states its date; a date inside a sentence is not one.

    A day and month without a year are of the last such day up to ``reference``, and of no date without it.

    >>> find_date_lines("date 2024-05-15 It rained.")
    DateLines(date=datetime.date(2024, 5, 15), spans=((0, 16),), authors=())
    >>> find_date_lines("Rain in Ostby\nBy Ann Lee | Mar 2, 2026\n\nIt rained.")
    DateLines(date=datetime.date(2026, 3, 2), spans=((14, 40),), authors=('Ann Lee',))
    """
    found = list(_find(text, reference))
    dated = sorted((item.rank, number) for number, item in enumerate(found) if item.date)
    return DateLines(
        found[dated[0][1]].date if dated else None,
        tuple(span for item in found for span in item.spans),
        tuple(dict.fromkeys(author for item in found for author in item.authors)),
    )


def _find(text: str, reference: date | None) -> Iterator[_Found]:
    for start in _line_starts(text):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        found = _head_line(text, line, start, reference)
        if found is not None:
            yield found
            continue
        found = _labelled_start(text, line, start, reference) or _dateline(text, line, start, reference)
        if found is not None:
            yield found
            return  # prose has begun
        if len(line) > _LONGEST:
            return


def _line_starts(text: str) -> list[int]:
    """Offsets of the first lines that hold anything."""
    return [match.start() for match in re.finditer(r"(?m)^[^\S\n]*(?=\S)", text[:_CHARACTERS])][:_LINES]


def _head_line(text: str, line: str, start: int, reference: date | None) -> _Found | None:
    """A line of nothing but a date and labels, clocks, a byline and names beside it."""
    if len(line.strip()) > _LONGEST:
        return None
    if _is_lone_dateline(line.strip()):
        return _Found(None, 9, ((start, _skip_space(text, start + len(line))),))
    place = _SPACE.match(line).end()  # type: ignore[union-attr]
    day: date | None = None
    authors: tuple[str, ...] = ()
    updated, labelled, names = False, False, 0
    while place < len(line.rstrip()):
        if (day is None and (match := _DATE.match(line, place)) and (day := _to_date(match, None))) or (
            match := _CLOCK.match(line, place) or _READING.match(line, place) or _AGO.match(line, place)
        ):
            pass
        elif match := _LABEL.match(line, place):
            labelled, updated = True, updated or match[0].lower().startswith(("updated", "last", "modified"))
        elif match := _BYLINE.match(line, place):
            authors = (*authors, *_authors(match["author"]))
        elif match := _PAREN.match(line, place):
            inner = _DATE.fullmatch(match[0][1:-1].strip()) if line[:place].isupper() else None
            day = day or (_to_date(inner, reference) if inner else None)
        elif match := _WEEKDAY.match(line, place) or _SEPARATOR.match(line, place):
            pass
        elif match := _NAME.match(line, place):
            names += 1
        else:
            return None
        place = match.end()
    if day is None and (authors or labelled) and not names and start:
        return _Found(None, 9, ((start, _skip_space(text, start + len(line))),), authors)
    if day is None or names > 2 or (names and not _is_beside(line)):
        return None
    return _Found(day, 2 if updated else 1, ((start, _skip_space(text, start + len(line))),), authors)


def _is_lone_dateline(line: str) -> bool:
    """Is it an agency, or a place in capitals with a dash, with its region and an agency, or known to the gazetteer?"""
    match = _LONE_DATELINE.fullmatch(line)
    if match is None or match["place"] is None:
        return match is not None
    return bool(match["dash"] or (match["region"] and match["agency"]) or is_on_the_map(match["place"]))


def _is_beside(line: str) -> bool:
    """Do signs or a comma part the date from the names in its line? In a headline nothing does."""
    return bool(
        re.search(
            r"(?i)[|·•]|\bby\b|\)|[ \t][-–—][ \t]|,[ \t]*(?:\d{1,2}[ \t]|"
            + MONTH_PATTERN
            + r"\b|"
            + WEEKDAY_PATTERN
            + r"\b)|\d{4},",
            line,
        )
    )


def _authors(names: str) -> Iterator[str]:
    return (name.strip() for name in re.split(r",|\band\b|&", names)[:3] if len(name.split()) > 1)


def _labelled_start(text: str, line: str, start: int, reference: date | None) -> _Found | None:
    """A label with a date before the prose in the same line ("date 2024-05-15 It rained.")."""
    label = re.compile(
        r"[ \t]*(?:date[ \t]+|" + _LABEL.pattern.removesuffix("?") + r"[ \t]*)", re.IGNORECASE
    ).match(line)
    match = _DATE.match(line, label.end()) if label else None
    day = _to_date(match, None) if match else None
    if match is None or day is None:
        return None
    end = match.end()
    clock = re.compile(r"[ \t,]*(?:" + _CLOCK.pattern + r")", re.IGNORECASE).match(line, end)
    end = clock.end() if clock else end
    dash = re.compile(r"[ \t]*[-–—|][ \t]+").match(line, end)
    return _Found(day, 1, ((start, _skip_space(text, start + (dash.end() if dash else end))),))


def _dateline(text: str, line: str, start: int, reference: date | None) -> _Found | None:
    """Place, agency and date in any order before a dash or colon; the place stays to be read, by itself."""
    place = _SPACE.match(line).end()  # type: ignore[union-attr]
    day: date | None = None
    name: tuple[int, int] | None = None
    signs = end = 0
    closed = False
    while True:
        if (match := _DATE.match(line, place)) and (name is None or line[place - 1] in " ,(-–—"):
            day = day or _to_date(match, reference)
            signs += 1
        elif match := _PAREN.match(line, place):
            inner = _DATE.fullmatch(match[0][1:-1].strip())
            day = day or (_to_date(inner, reference) if inner else None)
            signs += 1
        elif match := _WEEKDAY.match(line, place):
            pass
        elif name is None and not end and (match := _NAME.match(line, place)):
            name = match.span()
        elif (match := _DASH.match(line, place)) and match.end() < len(line):
            end = match.end()
            closed = not _goes_on(line, end)
            if closed:
                break
        elif match := re.compile(r"[ \t]*,?[ \t]+").match(line, place):
            pass
        else:
            break
        place = match.end()
    if not closed or not (signs or _is_capitals(line, name)):
        return None
    if name and not signs and ":" in line[name[1] : end]:
        return None
    if day is None and (_is_life(line[:end]) or line[end:].lstrip()[:1].islower()):
        return None
    return _Found(day, 1, _unread(text, start, end, name))


def _is_life(head: str) -> bool:
    """Are there years in brackets, as behind the name of a person who died?"""
    return bool(re.search(r"\([^()]*\b\d{4}\b", head)) and not head[: head.find("(")].strip().isupper()


def _goes_on(line: str, place: int) -> bool:
    """Does the dateline go on after a dash ("LYON, France - 3 February 2026 -")?"""
    return bool(_DATE.match(line, place) or _PAREN.match(line, place))


def _is_capitals(line: str, name: tuple[int, int] | None) -> bool:
    """Is it a place in capitals, whatever region follows it ("HALSUND, Norway -")?"""
    if name is None or len(line) <= _SHORTEST_LEAD:
        return False
    place = line[slice(*name)].partition(",")[0]
    return len(place) > 2 and place.isupper()


def _unread(text: str, start: int, end: int, name: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
    """What of a dateline is not read: all but the name of the place."""
    stop = _skip_space(text, start + end)
    if name is None:
        return ((start, stop),)
    before = ((start, start + name[0]),) if name[0] else ()
    return (*before, (start + name[1], stop))


def _to_date(match: re.Match[str], reference: date | None) -> date | None:
    """The day of a match; without a year the last such day up to the reference."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"].replace("/", "-"))
        if match["year"]:
            return _unambiguous(int(match["first"]), int(match["second"]), int(match["year"]))
        form = "1" if match["month1"] else "2"
        month, day = month_number(match[f"month{form}"]), int(re.sub(r"\D", "", match[f"day{form}"]))
        if match[f"year{form}"]:
            return date(int(match[f"year{form}"]), month, day)
        if reference is None:
            return None
        found = date(reference.year, month, day)
        return found if found <= reference + timedelta(days=1) else date(reference.year - 1, month, day)
    except ValueError:
        return None


def _unambiguous(first: int, second: int, year: int) -> date | None:
    """The day of two numbers of which only one can be the month; None where nobody knows."""
    if first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None


def _skip_space(text: str, start: int) -> int:
    return _SPACE.match(text, start).end()  # type: ignore[union-attr]
