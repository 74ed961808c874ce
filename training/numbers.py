"""Find number and date expressions in English text by rule, with OntoNotes labels.

No training corpus of ours has gold for relative dates, times, percentages, quantities, ordinals and
cardinals, so these rules write them into the training text and the model learns all labels at once. The
labels and span conventions are those of OntoNotes 5 (modifiers such as "about" belong to the expression, a
preposition does not).

How it works: words that can start such an expression are looked up in a set; at each of them the patterns of
every label are tried, and the longest match that its context allows wins (on a tie, the earlier pattern).
"""

import re
from collections.abc import Callable

from training.date_patterns import DATES, TIMES
from training.number_context import (
    is_age,
    is_amount,
    is_cardinal,
    is_date,
    is_ordinal,
    is_time,
    sentence_start,
)
from training.number_patterns import CARDINAL, MONEY, MONEY_STARTS, ORDINAL, PERCENT, QUANTITY, word_set

LABELS = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL")

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (label, re.compile(rf"(?:{pattern})(?!\w)"))
    for label, patterns in (
        ("MONEY", (MONEY,)),
        ("PERCENT", (PERCENT,)),
        ("DATE", DATES),
        ("TIME", TIMES),
        ("QUANTITY", (QUANTITY,)),
        ("ORDINAL", (ORDINAL,)),
        ("CARDINAL", (CARDINAL,)),
    )
    for pattern in patterns
)

_MODIFIER_STARTS = word_set(
    "no slightly well far much more less fewer greater higher lower at as just over under about around "
    "nearly almost roughly approximately up some close another additional in upward upwards between"
)
_DATE_STARTS = word_set(
    "early late mid middle later earlier spring summer autumn fall winter last next past previous "
    "following coming preceding recent final first today yesterday tomorrow tonight overnight each every "
    "this that these those day days week weeks month months year years decade decades century centuries "
    "quarters weekends weekdays annual annually yearly monthly quarterly weekly daily biweekly biannual "
    "midweek the his her its their our fiscal financial calendar school academic current hours minutes "
    "seconds hourly nightly half noon midnight midday sunset sunrise sundown nightfall dawn morning "
    "afternoon wee small all midmorning midafternoon aged age firstly secondly thirdly"
)
_NUMBER_STARTS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen zero twenty thirty forty fourty fifty sixty seventy eighty ninety "
    "hundreds thousands millions billions trillions lakhs crores dozens tens a an several many few couple "
    "scores second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth "
    "fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth"
)
_STARTS = _MODIFIER_STARTS | _DATE_STARTS | _NUMBER_STARTS
_INNER = word_set(
    "hundred thousand million billion trillion lakh crore dozen percent cent per dollars euros pounds "
    "rupees shillings to and or of than least most estimated ago old from now quarter quarters hour minute"
)
_CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays "
    "Fridays Saturdays Sundays monday tuesday wednesday thursday friday saturday sunday mondays tuesdays "
    "wednesdays thursdays fridays saturdays sundays Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January "
    "February March April May June July August September October November December Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec Christmas New Thanksgiving Easter Good Ash Palm Halloween Ramadan Eid Diwali "
    "Hanukkah Passover Yom Rosh Boxing Pentecost Lent Nowruz Lunar Labor Labour Memorial Independence "
    "Valentine Mother Father Veterans Columbus Canada Australia Bastille Victory Republic Election "
    "Inauguration Earth St International Super AD FY Q1 Q2 Q3 Q4 H1 H2"
)
_CALENDAR_UPPER = frozenset(word.upper() for word in _CALENDAR if word[0].isupper() and len(word) > 5)
_WORD = re.compile(r"[^\W\d_]+|[$€£¥₹₦₩₽₺₪₫฿₱₡₲₴₵₸₨½¼¾⅓⅔⅛⅜⅝⅞]|\d|['’](?=\d0s)")
_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]*\b")
_OPAQUE = re.compile(  # addresses of the web, telephone and serial numbers
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,255}\w|\+\d[\d ()-]{6,20}\d|\(\d{3}\)[ ]?\d{3}-\d{4}"
    r"|\b\d{3}[- .]\d{3}[- .]\d{4}\b|\b0\d{2,4}[- ]\d{3,}[- ]?\d{3,}\b"
    r"|(?<![:\w])(?!\d\d?\.\d\d?\.(?:19|20)\d\d\b)\d+(?:\.\d+){2,}\b|#\d+|\b24/7\b|\b\d{9,}\b"
)
_CHECKS: dict[str, Callable[[str, int, int], bool]] = {
    "DATE": is_date,
    "TIME": is_time,
    "ORDINAL": is_ordinal,
    "CARDINAL": is_cardinal,
}


def find_numbers(text: str) -> list[tuple[int, int, str]]:
    """All number and date expressions of `text` as (start, end, label), in order, not overlapping.

    Offsets are character offsets, end exclusive; labels are those of `LABELS`.

    >>> find_numbers("About 300 people met on Monday.")
    [(0, 9, 'CARDINAL'), (24, 30, 'DATE')]
    """
    folded = _OPAQUE.sub(_blot, _CAPITALISED.sub(_fold, text))
    found: list[tuple[int, int, str]] = []
    reached = 0
    for word in _WORD.finditer(folded):
        start = word.start()
        if start < reached or not _may_start(word.group(), folded, start):
            continue
        best = _longest(text, folded, start)
        if best is not None:
            reached, label = best
            if label == "CARDINAL" and is_age(text, start, reached):
                label = "DATE"
            found.append((start, reached, label))
    return found


def _fold(match: re.Match[str]) -> str:
    """Lower the words that the patterns know so ("About", "TWO"); names, months and weekdays stay."""
    lowered = match.group().lower()
    return lowered if lowered in _STARTS or lowered in _INNER else match.group()


def _blot(match: re.Match[str]) -> str:
    return "\0" * len(match.group())


def _may_start(word: str, folded: str, start: int) -> bool:
    if word.isdigit():
        return not (start and folded[start - 1].isdigit())
    if not word[0].isalpha() or word in _STARTS or word in _CALENDAR or word in _CALENDAR_UPPER:
        return True
    return word in MONEY_STARTS and folded[start + len(word) : start + len(word) + 1] in tuple(
        "$.¢₵ \xa00123456789"
    )


def _longest(text: str, folded: str, start: int) -> tuple[int, str] | None:
    """Return the end and label of the longest acceptable match at `start`, or None."""
    best: tuple[int, str] | None = None
    named = text[start] != folded[start] and not sentence_start(text, start)  # "the Sunset Hotel"
    for label, pattern in _PATTERNS:
        found = pattern.match(folded, start)
        if found is None or (best is not None and found.end() <= best[0]):
            continue
        if named and label not in ("MONEY", "PERCENT"):
            continue
        if _CHECKS.get(label, is_amount)(text, start, found.end()):
            best = (found.end(), label)
    return best
