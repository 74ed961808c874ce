"""Days as headers, metadata and columns write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from ..english.temporal.vocabulary import MONTH_PATTERN, month_number

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}\w*)?\s*")
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?(?:\.\d+)?\s*")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+({MONTH_PATTERN})\.?,?[\s-]+(\d{{4}})\b", re.I)
_MONTH_FIRST = re.compile(rf"\b({MONTH_PATTERN})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_YEAR_LAST = re.compile(rf"\b({MONTH_PATTERN})\s+(\d{{1,2}})\s+[\d:]+\s+(?:\w+\s+)?(\d{{4}})\b", re.I)
_SLASHES = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
UNCLEAR_NOTE = "is not clearly a day; write YYYY-MM-DD"
"""End of what is noted of a date that cannot be read."""

EARLIEST = 1800
"""No news is older; a year before it is a placeholder."""


def parse_day(value: object) -> date | None:
    """The day of a date as metadata has it, in the time zone it is written in; None for what is not clearly a day.

    ISO 8601, RFC 5322, Unix time, and English dates are read; of 03/04/2025 nobody knows the month.

    >>> parse_day("2026-03-02T23:10:00-05:00"), parse_day("Mon, 02 Mar 2026 10:00:00 GMT"), parse_day("03/04/2025")
    (datetime.date(2026, 3, 2), datetime.date(2026, 3, 2), None)
    """
    text = str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    try:
        found = _numeric(text) or _english(text) or _mail(text)
    except (ValueError, OverflowError, OSError, TypeError, IndexError):
        return None
    return found if found is not None and found.year >= EARLIEST else None


def _numeric(text: str) -> date | None:
    if match := _ISO.match(text) or _COMPACT.fullmatch(text):
        return date(*map(int, match.groups()))
    if match := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(match[1]), UTC).date()
    if match := _SLASHES.match(text):
        first, second, year = map(int, match.groups())
        if first > 12 or first == second:
            return date(year, second, first)
        return date(year, first, second) if second > 12 else None
    return None


def _english(text: str) -> date | None:
    if match := _DAY_FIRST.search(text):
        return date(int(match[3]), month_number(match[2]), int(match[1]))
    if match := _MONTH_FIRST.search(text) or _YEAR_LAST.search(text):
        return date(int(match[3]), month_number(match[1]), int(match[2]))
    return None


def _mail(text: str) -> date | None:
    return parsedate_to_datetime(text).date() if text.strip() else None


_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d{2})([/_-])(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)")
_IN_ADDRESS_COMPACT = re.compile(r"/((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_-]|$)")
_IN_ADDRESS_NAMED = re.compile(
    r"/((?:19|20)\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\d{1,2})/", re.I
)


def day_in_address(url: str) -> date | None:
    """The day in the path of an address.

    >>> day_in_address("https://example.org/news/2026/03/02/harbour.html")
    datetime.date(2026, 3, 2)
    """
    path = url.split("?")[0].split("#")[0]
    try:
        if match := _IN_ADDRESS.search(path):
            return date(int(match[1]), int(match[3]), int(match[4]))
        if match := _IN_ADDRESS_COMPACT.search(path):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _IN_ADDRESS_NAMED.search(path):
            return date(int(match[1]), month_number(match[2]), int(match[3]))
    except ValueError:
        pass
    return None


_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?([0-3]\d)(?!\d)")


def day_in_file_name(name: str) -> date | None:
    """The day that a file name states: "2022-07-22-title.txt".

    >>> day_in_file_name("2022-07-22-title.txt"), day_in_file_name("report-20220722123.txt")
    (datetime.date(2022, 7, 22), None)
    """
    match = _IN_NAME.search(name)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


_MONTH_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.](0[1-9]|1[0-2])(?![-_.]?\d)")


def month_in_file_name(name: str) -> date | None:
    """The last day of the month that a file name states: "2026-03-harbour.txt".

    >>> month_in_file_name("2026-03-harbour.txt"), month_in_file_name("2026-03-02.txt")
    (datetime.date(2026, 3, 31), None)
    """
    match = _MONTH_IN_NAME.search(name)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    return date(year, month, monthrange(year, month)[1])
