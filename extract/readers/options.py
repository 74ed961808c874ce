"""What a person may say about the files to read."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from newsgraph.graph.errors import InputError

FIELDS = ("text", "title", "date", "url")
"""What the columns of a table and the fields of JSON can be named for."""

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Options:
    """Names of the fields of tables and JSON, the day of undated documents, and whether any language is read."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    day: datetime.date | None = None
    any_language: bool = False

    @property
    def fields(self) -> dict[str, str]:
        """The fields that were named, by what they hold."""
        named = ((role, getattr(self, role)) for role in FIELDS)
        return {role: name for role, name in named if name is not None}


def make_options(
    *,
    text: str | None = None,
    title: str | None = None,
    date: str | datetime.date | None = None,
    url: str | None = None,
    any_language: bool = False,
) -> Options:
    """Options from arguments; a ``date`` written YYYY-MM-DD is a day, any other word names a field.

    Raises InputError for a day that the calendar does not have.

    >>> make_options(date="published").date, make_options(date="2026-03-02").day
    ('published', datetime.date(2026, 3, 2))
    """
    field, day = _field_or_day(date)
    return Options(text, title, field, url, day, any_language)


def _field_or_day(value: str | datetime.date | None) -> tuple[str | None, datetime.date | None]:
    if not isinstance(value, str):
        return None, value
    if not _ISO.fullmatch(value):
        return value, None
    try:
        return None, datetime.date.fromisoformat(value)
    except ValueError:
        raise InputError(f"{value!r} is not a date; write it as 2026-03-02.") from None
