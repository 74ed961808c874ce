"""Telling kinds of files by their first bytes; the ending of the name is only a hint."""

from __future__ import annotations

from .content import Content
from .encoding import is_binary


def is_markdown(content: Content) -> bool:
    """Markdown: by its ending."""
    return content.suffix in {".md", ".markdown"} and is_text(content)


def is_text(content: Content) -> bool:
    """Anything that is not binary."""
    return not is_binary(content.head)
