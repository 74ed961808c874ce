"""Rows with named fields (tables, JSON): which field holds what, and the article they make."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .article import Article, UnreadableError
from .boilerplate import keep_article
from .declared_dates import UNCLEAR_NOTE, parse_day
from .markup import is_markup, join_blocks, markup_blocks
from .options import Options

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "articlebody", "fulltext", "bodytext", "contenttext", "maintext", "articletext",
             "story", "plaintext", "rawtext", "contenthtml", "html", "description", "summary", "abstract"),
    "title": ("title", "headline", "heading", "name", "subject"),
    "date": ("date", "published", "publisheddate", "publisheddt", "publishedat", "datepublished", "publicationdate", "publishdate", "pubdate",
             "publishedon", "publicationday", "day", "datetime", "timestamp", "created", "createdat", "time"),
    "url": ("url", "link", "permalink", "canonicalurl", "sourceurl", "uri", "href", "address", "weburl", "webaddress", "articleurl", "pageurl", "storyurl"),
    "publisher": ("publisher", "publication", "outlet", "source", "sitename", "newspaper", "media", "domain"),
    "authors": ("authors", "author", "byline", "creator", "writer"),
    "section": ("section", "category"),
    "language": ("language", "lang"),
    "id": ("id", "guid", "key", "uuid", "articleid"),
}  # fmt: skip
"""Names of fields as newsrooms and tools have them, by what they hold, the usual ones first."""

WORDS: dict[str, frozenset[str]] = {
    "title": frozenset({"title", "headline", "heading"}),
    "date": frozenset({"date", "published", "publication", "pubdate", "day"}),
    "url": frozenset({"url", "link", "address", "permalink"}),
    "authors": frozenset({"author", "authors", "byline"}),
    "text": frozenset({"text", "body", "content", "fulltext", "article", "story"}),
}
"""Words inside names of fields ("Story headline", "headline.main") that say what they hold, the surest roles first."""

_COUNTS = frozenset("id count length number size words chars type language lang html".split())
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Layout:
    """The field that holds the text, and those that hold what is known about it."""

    fields: Mapping[str, str]

    def value(self, row: Row, role: str) -> Any:
        """What a row holds in a role; None for nothing."""
        value = row.get(self.fields.get(role, ""))
        return value if value not in ("", [], {}) else None

    def text(self, row: Row, role: str) -> str | None:
        """A value as one line of text."""
        return next(iter(_texts(self.value(row, role))), None)


def find_layout(names: Iterable[str], options: Options) -> Layout:
    """Which field holds what: those that were named, and the usual names for the others.

    Raises UnreadableError with the fields there are for a named field that is not among them, or without a text.
    """
    there = list(dict.fromkeys(name for name in names if name))
    fields: dict[str, str] = {}
    for role, name in options.fields.items():
        if name not in there:
            raise UnreadableError(f"there is no field {name!r};", f"there are {_listed(there)}.")
        fields[role] = name
    taken = set(fields.values())
    plain = {_plain(name): name for name in reversed(there) if name not in taken}
    for role, usual in NAMES.items():
        found = next(
            (plain[name] for name in usual if name in plain and plain[name] not in fields.values()), None
        )
        if role not in fields and found is not None:
            fields[role] = found
    for role, telling in WORDS.items():
        if role not in fields:
            found = next(
                (name for name in there if name not in fields.values() and _tells(name, telling)), None
            )
            fields |= {role: found} if found is not None else {}
    if "text" not in fields:
        raise UnreadableError(
            "no field is known to hold the text;", f"name it with --text; there are {_listed(there)}."
        )
    return Layout(fields)


def _listed(names: list[str]) -> str:
    return ", ".join(map(repr, names[:20])) + (" and more" if len(names) > 20 else "") if names else "none"


def _plain(name: str) -> str:
    """The last part of a name in small letters, without signs."""
    return "".join(char for char in name.rpartition(".")[2].casefold() if char.isalnum())


def _tells(name: str, telling: frozenset[str]) -> bool:
    words = {word.casefold() for word in _NAME_WORD.findall(name)}
    return bool(words & telling) and not words & _COUNTS


def read_row(row: Row, layout: Layout, number: int, media_type: str) -> Article:
    """The article of a row. Raises UnreadableError for one without a text; ``number`` counts from 1."""
    part = layout.text(row, "url") or layout.text(row, "id") or str(number)
    body = layout.value(row, "text")
    if not isinstance(body, str | list) or not (text := "\n\n".join(_texts(body))):
        raise UnreadableError("there is no text in this row.", part=part)
    title = layout.text(row, "title")
    if is_markup(text):
        text = join_blocks(keep_article(markup_blocks(text), title))
    written = layout.text(row, "date")
    day = parse_day(layout.value(row, "date"))
    return Article(
        text,
        title,
        day,
        "given" if day else None,
        layout.text(row, "url"),
        layout.text(row, "publisher"),
        tuple(_texts(layout.value(row, "authors"))),
        layout.text(row, "section"),
        layout.text(row, "language"),
        media_type,
        part,
        notes=(f"the date {written!r} {UNCLEAR_NOTE}",) if written and day is None else (),
    )


def _texts(value: object) -> list[str]:
    """Strings of a value of JSON: itself, those of a list, names in objects."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, int | float):
        return [json.dumps(value)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, dict):
        return _texts(value.get("name") or value.get("text"))
    return []
