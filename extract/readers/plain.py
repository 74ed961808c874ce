"""Plain text."""

from __future__ import annotations

from collections.abc import Iterator

from .article import Article
from .content import Content
from .encoding import decode
from .options import Options


def read_text(content: Content, options: Options) -> Iterator[Article]:
    """The one article of a text file."""
    text, notes = decode(content.read(), content.charset)
    yield Article(text, media_type="text/plain", notes=notes)
