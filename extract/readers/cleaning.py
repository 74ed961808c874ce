"""Cleaning: the text that is stored, without what is no part of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from newsgraph.graph.model.record import Span

from .article import Article, UnreadableError

_UNSAFE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    r"""Control characters, lone surrogates and non-characters become U+FFFD; the length stays.

    >>> safe("a" + chr(0) + "b") == "a\\ufffdb"
    True
    """
    return _UNSAFE.sub("\ufffd", text)


def blank(text: str, spans: Iterable[Span]) -> str:
    r"""The text with a paragraph break of the same length in place of each span.

    >>> blank("one two three", [(4, 8)])
    'one \\n\\n  three'
    """
    for start, end in spans:
        text = text[:start] + "\n\n".ljust(end - start)[: end - start] + text[end:]
    return text


def clean(article: Article) -> Article:
    """The article with its text as it is stored. Raises UnreadableError for a text without a letter."""
    if not any(character.isalpha() for character in article.text):
        raise UnreadableError("there is no text in it.")
    return replace(article, text=safe(article.text))
