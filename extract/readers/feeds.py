"""Feeds: RSS and Atom, an article for every entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from .article import Article, UnreadableError
from .boilerplate import keep_article
from .content import Content
from .declared_dates import parse_day
from .markup import join_blocks, markup_blocks
from .options import Options

MEDIA_TYPE = "application/rss+xml"
SUMMARY_NOTE = "only the summary is in the feed"
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref|ref_src|source|at_\w+|xtor|partner|rss", re.IGNORECASE
)
_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_CUT_OFF = re.compile(r"\s*(?:\[?(?:…|\.\.\.|&hellip;)\]?|\(more\))\s*$")


def read_feed(content: Content, options: Options) -> Iterator[Article | UnreadableError]:
    """An article for every entry: its full text where it is there, otherwise its summary, with a note that says so."""
    import feedparser

    data = content.read()
    if _ENTITIES.search(data):
        raise UnreadableError("its XML declares entities, which no feed needs.")
    feed = feedparser.parse(data, resolve_relative_uris=False)
    if not feed.entries:
        raise UnreadableError("there are no entries in this feed.")
    language = (feed.feed.get("language") or "")[:2].lower() or None
    for number, entry in enumerate(feed.entries, start=1):
        yield _read_entry(entry, feed.feed, number, language)


def _read_entry(entry: Any, feed: Any, number: int, language: str | None) -> Article | UnreadableError:
    url = plain_address(entry.get("feedburner_origlink") or entry.get("link"))
    part = entry.get("id") or url or str(number)
    title = _line(entry.get("title"))
    full = " ".join(content.get("value", "") for content in entry.get("content", ()))
    summary = entry.get("summary") or ""
    markup = full if len(full) >= len(summary) else summary
    blocks = keep_article(markup_blocks(markup), title)
    if not blocks:
        return UnreadableError("there is no text in this entry.", part=part)
    day = (
        parse_day(entry.get("published"))
        or parse_day(entry.get("created"))
        or parse_day(entry.get("updated"))
    )
    source = entry.get("source") or {}
    return Article(
        _CUT_OFF.sub("", join_blocks(blocks)),
        title,
        day,
        "header" if day else None,
        url,
        _line(source.get("title") or feed.get("title")),
        tuple(name for author in entry.get("authors", ()) if (name := _line(author.get("name")))),
        next((tag.get("term") for tag in entry.get("tags", ()) if tag.get("term")), None),
        language,
        MEDIA_TYPE,
        part,
        notes=() if full else (SUMMARY_NOTE,),
    )


def _line(markup: str | None) -> str | None:
    """A title as one line; feeds escape them once or twice."""
    return " ".join(block.text for block in markup_blocks(markup or "")) or None


def plain_address(url: str | None) -> str | None:
    """An address without the parameters that only count readers.

    >>> plain_address("https://example.org/a?id=7&utm_source=rss")
    'https://example.org/a?id=7'
    """
    try:
        parts = urlsplit((url or "").strip())
        query = [
            (key, value)
            for key, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(key)
        ]
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(query), ""))
