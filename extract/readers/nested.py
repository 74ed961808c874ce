"""Files inside files: attachments, and the responses of web archives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from .article import Article, UnreadableError
from .content import Content
from .options import Options

DEEPEST = 5
"""Files inside files inside files; deeper ones are refused."""


def read_nested(
    content: Content, options: Options, part: str, *, day: date | None = None, day_from: str | None = None
) -> Iterator[Article | UnreadableError]:
    """The articles of a file in a file, under the name ``part``; ``day`` is for those that state none.

    What no reader knows is passed over, as pictures are.
    """
    from .registry import find_reader

    reader = find_reader(content)
    if reader is None:
        return
    if content.depth > DEEPEST:
        yield UnreadableError("files are nested too deeply.", part=part)
        return
    try:
        for found in reader.load()(content, options):
            inner = f"{part}/{found.part}" if found.part else part
            if isinstance(found, UnreadableError):
                yield UnreadableError(found.reason, found.advice, part=inner)
            elif found.date is None:
                yield replace(found, part=inner, fallback=day, fallback_from=day_from)
            else:
                yield replace(found, part=inner)
    except UnreadableError as refused:
        yield UnreadableError(refused.reason, refused.advice, part=part)
