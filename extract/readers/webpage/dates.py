"""The day of publication as a page declares it; never one from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..declared_dates import day_in_address, parse_day
from .structured import Node, texts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

META_NAMES = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "date_published", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "pubdate",
    "published_time", "published-date", "published", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "rnews:datepublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date", "citation_publication_date", "citation_date", "bt:pubdate", "originalpublicationdate",
    "article_date_original", "article.published", "article.created", "datecreated", "displaydate", "date.published",
    "timestamp", "date",
)  # fmt: skip
"""Names of meta elements that hold the day of publication, the surest first."""

Found = tuple[date | None, str | None]

_PUBLISHED = re.compile(
    r"publi|posted|entry-date|pubdate|dateline|created|timestamp|article.*date|date.*article|story.*date",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updat|modif|edited|last\s", re.IGNORECASE)
_UTC_CLOCK = re.compile(
    r"[T ](\d{2}):(\d{2})(?::(\d{2}))?[\d.]*\s*(?:Z|[+-]00:?00|UTC|GMT)\s*$", re.IGNORECASE
)
_CLOCK = re.compile(r"[T ]\d{2}:(\d{2}):(\d{2})")
_LONG_LINE, _PROSE = 90, 140
_LINES_BELOW, _LEVELS_ABOVE = 14, 3


def find_day(
    tree: HtmlElement, node: Node, meta: Mapping[str, str], url: str | None, headline: str | None
) -> Found:
    """The day and where it came from.

    JSON-LD counts most, then meta elements, microdata, time elements, the address and the line beside the headline.
    """
    addressed = day_in_address(url) if url else None
    declared = [*texts(node.get("datePublished")), *(meta[name] for name in META_NAMES if name in meta)]
    for value in declared:
        if day := parse_day(value):
            return _local_day(day, value, declared, addressed), "metadata"
    if day := _microdata_day(tree) or _time_element_day(tree):
        return day, "metadata"
    if addressed:
        return addressed, "address"
    if day := next(filter(None, map(parse_day, texts(node.get("dateCreated")))), None):
        return day, "metadata"
    day = _day_beside(tree, headline) if headline else None
    return day, "dateline" if day else None


def _local_day(day: date, written: str, declared: list[str], addressed: date | None) -> date:
    """The day where the outlet is, for a moment written in UTC.

    It is the neighbouring day that the address states, or that the same moment has where it is written in local time.
    """
    clock = _UTC_CLOCK.search(written)
    if clock is None:
        return day
    hour, moment = int(clock[1]), (clock[2], clock[3])
    same = (
        parse_day(other) for other in declared if _moment(other) == moment and not _UTC_CLOCK.search(other)
    )
    for other in (addressed, *same):
        if other and (other - day).days in ((-1,) if hour < 9 else (1,) if hour > 10 else ()):
            return other
    return day


def _moment(written: str) -> tuple[str, str] | None:
    clock = _CLOCK.search(written)
    return (clock[1], clock[2]) if clock else None


def _microdata_day(tree: HtmlElement) -> date | None:
    for name in ("datePublished", "dateCreated"):
        for element in tree.xpath(f"//*[@itemprop='{name}' or @property='{name}']"):
            values = (
                element.get("content"),
                element.get("datetime"),
                element.get("title"),
                element.text_content(),
            )
            if day := next(filter(None, map(parse_day, values)), None):
                return day
    return None


def _time_element_day(tree: HtmlElement) -> date | None:
    """The one day of time elements that are marked as the publication's, else the one day of all of them."""
    elements = [element for element in tree.iter("time") if not _is_updated(element)]
    days = [
        (element, parse_day(element.get("datetime")) or parse_day(element.text_content()))
        for element in elements
    ]
    marked = {day for element, day in days if day and _is_marked(element)}
    everywhere = {day for _, day in days if day}
    return _only(marked) or _only(everywhere) or _in_head(tree, days)


def _only(days: set[date]) -> date | None:
    return next(iter(days)) if len(days) == 1 else None


def _in_head(tree: HtmlElement, days: list[tuple[HtmlElement, date | None]]) -> date | None:
    """The one day beside the page's only main heading."""
    headings = list(tree.iter("h1"))
    if len(headings) != 1:
        return None
    for ancestor in list(headings[0].iterancestors())[:_LEVELS_ABOVE]:
        inside = {day for element, day in days if day and ancestor in element.iterancestors()}
        if inside:
            return _only(inside)
    return None


def _is_marked(element: HtmlElement) -> bool:
    return element.get("pubdate") is not None or bool(_PUBLISHED.search(_names(element)))


def _is_updated(element: HtmlElement) -> bool:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        before = previous.tail or previous.text_content()
    else:
        before = (parent.text or "") if parent is not None else ""
    return bool(_UPDATED.search(f"{_names(element)} {before[-30:]} {element.text_content()}"))


def _names(element: HtmlElement) -> str:
    return " ".join(filter(None, (element.get(key) for key in ("class", "itemprop", "id", "property"))))


def _day_beside(tree: HtmlElement, headline: str) -> date | None:
    """The one day in the short lines between the headline and the first paragraph, else in those right above it."""
    plain = re.sub(r"\W+", "", headline)
    for heading in tree.iter("h1", "h2", "h3"):
        if re.sub(r"\W+", "", heading.text_content()) == plain:
            day = _only(set(_days_below(heading))) or _only(set(_days_above(heading)))
            if day:
                return day
    return None


def _days_below(heading: HtmlElement) -> Iterator[date]:
    seen = 0
    for text in heading.xpath("following::text()[not(ancestor::script or ancestor::style or ancestor::nav)]"):
        line = " ".join(text.split())
        if not line:
            continue
        seen += 1
        if len(line) > _PROSE or seen > _LINES_BELOW:
            return
        if day := _day_of(line):
            yield day


def _days_above(heading: HtmlElement) -> Iterator[date]:
    """Days of short lines above the heading in the element that holds both."""
    ancestors = list(heading.iterancestors())[:_LEVELS_ABOVE]
    for text in heading.xpath("preceding::text()[not(ancestor::script or ancestor::style or ancestor::nav)]")[
        -6:
    ]:
        parent = text.getparent()
        if any(ancestor in ancestors for ancestor in parent.iterancestors()) and (day := _day_of(text)):
            yield day


def _day_of(line: str) -> date | None:
    """The day of a short line that is not about an update."""
    if len(line) > _LONG_LINE or _UPDATED.search(line):
        return None
    return parse_day(" ".join(line.split())) or _labelled(line)


def _labelled(line: str) -> date | None:
    """The day behind a label ("Written: 2023-11-07")."""
    return parse_day(line.split(":", 1)[1]) if ":" in line[:20] else None
