"""The English words of time: months, weekdays, seasons, units, holidays and numbers."""

from __future__ import annotations

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Season codes of EDTF, for either hemisphere."""

HOLIDAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "may day": (5, 1),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Holidays with the same month and day every year and everywhere."""

EASTER_DAYS = {
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "pentecost": 49,
}
"""Holidays by their distance in days from Easter Sunday of the Western church."""

MONTH_PATTERN = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
)
WEEKDAY_PATTERN = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)"
)
UNIT_PATTERN = r"(?:second|minute|hour|day|week|month|quarter|year|decade|century|centurie|time)"

_UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

NUMBERS = {word: number for number, word in enumerate(_UP_TO_NINETEEN.split())} | {
    word: ten * 10 for ten, word in enumerate(_TENS.split(), start=2)
}
"""Numbers that are one word, up to ninety."""

ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)} | {"thirtieth": 30}
"""Ordinals that are one word."""


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation, in any case; ValueError if it is none."""
    for number, month in enumerate(MONTHS, start=1):
        if len(name) >= 3 and month.startswith(name.casefold()[:3]):
            return number
    raise ValueError(f"{name!r} is no month")


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or abbreviation, in any case; ValueError if it is none."""
    for number, weekday in enumerate(WEEKDAYS):
        if len(name) >= 3 and weekday.startswith(name.casefold()[:3]):
            return number
    raise ValueError(f"{name!r} is no weekday")
