"""Cleaning: the text that is stored, without what is no part of its words."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from newsgraph.graph.hidden_text import without_hidden, without_lookalikes
from newsgraph.graph.model.record import Span

from .article import Article, UnreadableError
from .boilerplate import keep_article
from .markdown import is_markdown_text, undo_markdown
from .markup import is_markup, join_blocks, markup_blocks

_UNSAFE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SOFT_BREAK = re.compile("\u00ad[ \t]*\n[ \t]*")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-[ \t]*\n[ \t]*([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HIDDEN_NOTE = "invisible characters left out"
LOOKALIKE_NOTE = "letters of other alphabets read as the Latin ones they look like"
LONGEST_TITLE = 500
"""Characters; what is longer is not a headline."""
_RICH = frozenset({"text/plain", None})

_PREFIXED = frozenset(
    "self well ex non half all cross high low long short old new post pre anti pro co mid vice".split()
)
"""First parts that English writes with a hyphen more often than not."""


def safe(text: str) -> str:
    r"""Control characters, lone surrogates and non-characters become U+FFFD; the length stays.

    >>> safe("a" + chr(0) + "b") == "a\ufffdb"
    True
    """
    return _UNSAFE.sub("\ufffd", text)


def blank(text: str, spans: Iterable[Span]) -> str:
    r"""The text with a paragraph break of the same length in place of each span.

    >>> blank("one two three", [(4, 8)])
    'one \n\n  three'
    """
    for start, end in spans:
        text = text[:start] + "\n\n".ljust(end - start)[: end - start] + text[end:]
    return text


def clean(article: Article) -> Article:
    """The article with its text as it is stored, its headline on top, and notes of what was taken out.

    Raises UnreadableError for a text without a letter.
    """
    if len(article.title or "") > LONGEST_TITLE:
        article = replace(article, title=None)
    text, pages = _on_top(article)
    if article.media_type in _RICH:
        text = _without_marks(text)
    cleaned, notes = clean_text(text)
    if not any(character.isalpha() for character in cleaned):
        raise UnreadableError("there is no text in it.")
    title = clean_text(" ".join(article.title.split()))[0] if article.title else None
    shift = len(cleaned) - len(text)
    return replace(
        article,
        text=safe(cleaned),
        title=safe(title) if title else None,
        pages=tuple(min(len(cleaned), max(0, page + shift)) for page in pages) if shift else pages,
        notes=(*article.notes, *notes),
    )


def _on_top(article: Article) -> tuple[str, tuple[int, ...]]:
    """The text under its headline, unless it begins with it or is plain text, which keeps its own form."""
    title = " ".join((article.title or "").split())
    start = re.sub(r"\W+", " ", article.text[: 2 * len(title) + 40]).strip().casefold()
    if not title or start.startswith(re.sub(r"\W+", " ", title).strip().casefold()):
        return article.text, article.pages
    text = f"{title}\n\n{article.text.lstrip()}"
    added = len(text) - len(article.text)
    return text, tuple(page + added if page else 0 for page in article.pages)


def _without_marks(text: str) -> str:
    """A plain text without the HTML or Markdown that is in it."""
    if is_markup(text):
        text = join_blocks(keep_article(markup_blocks(text)))
    return undo_markdown(text) if is_markdown_text(text) else text


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    r"""A text without invisible characters, with whole words and plain letters; and what to tell about it.

    >>> clean_text("Tom\u00ad Reed &amp; Ann La-\ngarde")[0]
    'Tom Reed & Ann Lagarde'
    """
    joined = _SOFT_BREAK.sub("", text)
    visible, hidden = without_hidden(joined)
    visible, lookalikes = without_lookalikes(visible)
    plain = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), visible)
    undone = _undo_entities(plain)
    if undone != plain:  # entities hide what they stand for
        undone, more = without_hidden(undone)
        undone, looking = without_lookalikes(undone)
        hidden, lookalikes = hidden + more, lookalikes + looking
    whole, broken = _join_broken(undone)
    counts = (
        (hidden + len(text) - len(joined), HIDDEN_NOTE),
        (lookalikes, LOOKALIKE_NOTE),
        (broken, "words joined that line ends had broken"),
    )
    return whole, tuple(f"{count} {what}" for count, what in counts if count)


def _undo_entities(text: str) -> str:
    """Entities as characters, those of twice escaped texts too; a no-break space is a space."""
    for _ in range(2):
        undone = _ENTITY.sub(lambda match: html.unescape(match[0]).replace("\u00a0", " "), text)
        if undone == text:
            break
        text = undone
    return text


def _join_broken(text: str) -> tuple[str, int]:
    """Words that a hyphen at a line end broke, whole again, and their number.

    The second half begins small. Where the text has the word elsewhere, with its hyphen or without, that decides;
    otherwise the hyphen goes, as English seldom breaks a line inside a compound.
    """
    joined = 0
    there = frozenset(map(str.casefold, _WORD.findall(text))) if _BROKEN.search(text) else frozenset()

    def whole(match: re.Match[str]) -> str:
        nonlocal joined
        first, second = match[1], match[2]
        compound, word = f"{first}-{second}", f"{first}{second}"
        if not second[0].islower() or first.casefold() in _PREFIXED:
            return compound
        if compound.casefold() in there and word.casefold() not in there:
            return compound
        joined += 1
        return word

    return _BROKEN.sub(whole, text), joined


def page_of(pages: tuple[int, ...], offset: int) -> int | None:
    """The number of the printed page that an offset lies on, from 1; None where there are no pages.

    >>> page_of((0, 100, 250), 120)
    2
    """
    return bisect_right(pages, offset) or 1 if pages else None
