"""JSON Lines, and JSON that holds a list of articles or one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .article import Article, UnreadableError
from .content import LARGEST_ARTICLE, Content
from .encoding import decode
from .fields import Layout, Row, find_layout, read_row
from .options import Options

MEDIA_TYPE = "application/json"
_LISTS = (
    "articles",
    "items",
    "documents",
    "data",
    "results",
    "docs",
    "records",
    "entries",
    "stories",
    "news",
    "hits",
    "rows",
)
"""Keys under which programs put their list."""

_DEEPEST_LIST = 2
OWN = frozenset({"document", "sentences", "mentions", "entities", "statements"})
"""Keys of our own extraction records."""


def read_json_lines(content: Content, options: Options) -> Iterator[Article | UnreadableError]:
    """An article for every line, as lines are read; a broken line is refused and the others go on."""
    layout: Layout | None = None
    with content.open() as stream:
        number = 0
        while line := stream.readline(LARGEST_ARTICLE + 1):
            number += 1
            if not line.strip():
                continue
            if len(line) > LARGEST_ARTICLE:
                raise UnreadableError(f"line {number} is larger than {LARGEST_ARTICLE // 1_000_000} MB.")
            try:
                row = _object(_parse(decode(line)[0]))
                layout = _layout_for(row, layout, options)
                yield read_row(row, layout, number, MEDIA_TYPE)
            except UnreadableError as refused:
                if options.fields and layout is None:
                    raise
                yield UnreadableError(refused.reason, refused.advice, part=refused.part or str(number))


def read_json(content: Content, options: Options) -> Iterator[Article | UnreadableError]:
    """An article for every object of the list that a file holds, or for the one object it is."""
    text, _ = decode(content.read())
    layout: Layout | None = None
    for number, item in enumerate(_articles(_parse(text)), start=1):
        try:
            row = _object(item)
            layout = _layout_for(row, layout, options)
            yield read_row(row, layout, number, MEDIA_TYPE)
        except UnreadableError as refused:
            if options.fields and layout is None:
                raise
            yield UnreadableError(refused.reason, refused.advice, part=refused.part or str(number))


def _parse(text: str) -> Any:
    try:
        return json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        raise UnreadableError("this is not valid JSON.") from None


def _articles(value: Any) -> Iterable[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        return _listed(value) or [value]
    raise UnreadableError("this JSON holds neither an object nor a list of them.")


def _listed(value: dict[str, Any], depth: int = 0) -> list[Any] | None:
    """The list of objects under a usual key, here or in the objects of an answer ("response.docs")."""
    for key in _LISTS:
        items = value.get(key)
        if isinstance(items, list) and items and all(isinstance(item, dict) for item in items):
            return items
    inner = (item for item in value.values() if isinstance(item, dict) and depth < _DEEPEST_LIST)
    return next((found for item in inner if (found := _listed(item, depth + 1))), None)


def _object(value: Any) -> Row:
    if not isinstance(value, dict):
        raise UnreadableError("this is not an object with fields.")
    if value.keys() >= OWN:
        raise UnreadableError(
            "this is an extraction record of newsgraph, not an article.", "Assemble it instead."
        )
    return _flat(value)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """The fields of an object, those of its objects as "outer.inner" beside them."""
    inner = {
        f"{name}.{key}": item
        for name, value in row.items()
        if isinstance(value, dict)
        for key, item in value.items()
    }
    return {**inner, **row}


def _layout_for(row: Row, layout: Layout | None, options: Options) -> Layout:
    """The layout so far with what only this row has, such as a date; another one if its text is elsewhere."""
    names = [name for name, value in row.items() if not isinstance(value, dict)]
    if layout is None or layout.fields["text"] not in row:
        return find_layout(names, options)
    known = {role: name for role, name in layout.fields.items() if name in row}
    found = find_layout(names, Options(text=layout.fields["text"]))
    return Layout({**layout.fields, **found.fields, **known})
