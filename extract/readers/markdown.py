"""Markdown: front matter, and the text without its marks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .article import Article
from .content import Content
from .declared_dates import parse_day
from .encoding import decode
from .fields import find_layout
from .options import Options

MEDIA_TYPE = "text/markdown"
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_ALIAS = re.compile(r"(?m)(?:^|[\s\[,:-])[&*]\w")
LONGEST_FRONT_MATTER = 20_000
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^ {0,3}(\S.{0,300}?)[ \t]*\n {0,3}={3,}[ \t]*$", re.MULTILINE)
_INLINE = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t]*$", re.DOTALL | re.MULTILINE), ""),
    (re.compile(r"!\[[^\]\n]{0,500}\]\([^()\s]{0,1000}(?:[ \t]+\"[^\"\n]*\")?\)"), ""),
    (
        re.compile(
            r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,1000}(?:\([^()\s]*\)[^()\s]{0,500})?(?:[ \t]+[\"'(][^\"\n]*[\"')])?\)"
        ),
        r"\1",
    ),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,100}\]"), r"\1"),
    (re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+.*$", re.MULTILINE), ""),
    (re.compile(r"\[\^[^\]\s]{1,50}\]"), ""),
    (re.compile(r"<(https?://[^\s<>]+)>"), r"\1"),
    (re.compile(r"(?<![\w*\\])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_\\])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"~~(?=\S)[^~\n]{1,2000}~~"), ""),
    (re.compile(r"(?<!`)`([^`\n]{1,500})`(?!`)"), r"\1"),
)
"""What marks words inside a line; deleted words, pictures and comments are not read."""
_LINE_MARKS = (
    (re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:[*+-]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:[*_-][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^ {0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*\|[ \t]*|[ \t]*\|[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!~|<>-])"), r"\1"),
)
_ITEM = re.compile(r"(?<=\S)\n(?=[ \t]*(?:[*+-]|\d{1,3}[.)])[ \t]+\S)")


def read_markdown(content: Content, options: Options) -> Iterator[Article]:
    """The one article of a Markdown file; front matter says what is known about it."""
    text, notes = decode(content.read(), content.charset)
    front = _FRONT.match(text) or _TOML.match(text)
    declared = _front_matter(front[1], is_toml=text.startswith("+++")) if front else {}
    body = text[front.end() :] if front else text
    title = declared.get("title") or _first_heading(body)
    day = parse_day(declared.get("date"))
    yield Article(
        undo_markdown(body),
        undo_inline(title) if title else None,
        day,
        "given" if day else None,
        declared.get("url"),
        declared.get("publisher"),
        tuple(filter(None, (declared.get("authors"),))),
        declared.get("section"),
        declared.get("language"),
        MEDIA_TYPE,
        notes=notes,
    )


def _first_heading(body: str) -> str | None:
    """The first heading if it is of the first rank."""
    marked, underlined = _HEADING.search(body), _UNDERLINED.search(body)
    if underlined and (marked is None or underlined.start() < marked.start()):
        return underlined[1]
    return marked[2].strip() if marked and len(marked[1]) == 1 else None


def _front_matter(source: str, *, is_toml: bool) -> Mapping[str, str | None]:
    """What front matter says, by role; nothing where it is not valid YAML or TOML."""
    import tomllib

    import yaml

    if len(source) > LONGEST_FRONT_MATTER or (_ALIAS.search(source) and not is_toml):
        return {}
    try:
        values = tomllib.loads(source) if is_toml else yaml.load(source, yaml.BaseLoader)  # noqa: S506 - makes no objects
    except (tomllib.TOMLDecodeError, yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    row: dict[str, Any] = {str(key): _plain(value) for key, value in values.items()}
    layout = find_layout(["", *row, "text"], Options())
    return {
        role: layout.text(row, role)
        for role in ("title", "date", "url", "publisher", "authors", "section", "language")
    }


def _plain(value: object) -> object:
    """TOML has dates; all else stays."""
    return value.isoformat() if isinstance(value, datetime.date) else value


def undo_markdown(text: str) -> str:
    """The text without marks: headings and items are lines of their own, links are their words.

    >>> undo_markdown("**Ann Lee** visited [Rome](https://example.org/rome).")
    'Ann Lee visited Rome.'
    """
    parted = _HEADING.sub(r"\n\2\n", text)
    parted = _ITEM.sub("\n\n", parted)
    plain = undo_inline(parted)
    for pattern, replacement in _LINE_MARKS:
        plain = pattern.sub(replacement, plain)
    return re.sub(r"\n{3,}", "\n\n", plain).strip()


def undo_inline(text: str) -> str:
    """A text without marks inside lines."""
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text


_MARKED = re.compile(
    r"\]\(https?://|^ {0,3}#{1,6}[ \t]+\S|(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,500}(?<=[^\s*])\*\*(?![\w*])",
    re.MULTILINE,
)


def is_markdown_text(text: str) -> bool:
    """Are there links, headings or bold words of Markdown in this text?"""
    return bool(_MARKED.search(text) or _UNDERLINED.search(text))
