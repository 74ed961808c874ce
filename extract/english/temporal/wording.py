"""Bring a time expression into one wording, so that the grammar has few forms to know.

"Two-and-a-half years ago" becomes "2.5 years ago", "the night of Sun., March 3rd" "sunday march 3rd".
"""

from __future__ import annotations

import re
from functools import lru_cache

from .vocabulary import (
    MONTH_PATTERN,
    MONTHS,
    NUMBERS,
    ORDINALS,
    UNIT_PATTERN,
    WEEKDAY_PATTERN,
    WEEKDAYS,
    month_number,
    weekday_number,
)

_NUMBER_WORD = rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|hundred|thousand)"
_NUMBER_RUN = re.compile(rf"\b(?:a )?{_NUMBER_WORD}(?:(?: and)? {_NUMBER_WORD})*\b")
_ORDINAL = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(word for word in NUMBERS if word.endswith('ty'))}) )?"
    rf"(?P<unit>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b"
    r"(?! (?:later|earlier|ago))"
)
_NAMES = rf"(?:{MONTH_PATTERN}|{WEEKDAY_PATTERN})"
_DAYTIME = r"(?:morning|afternoon|evening|night|noon|midnight|midday|lunchtime|dawn|dusk|sunrise|sunset)s?"
_ZONE = r"(?:gmt|utc|bst|cet|cest|est|edt|et|pst|pdt|pt|ist|local time)"

_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[‘’ʼ`]", "'"),
        (r"[‐‑‒–—−]", "-"),
        (r"\b(\d{1,2})(?:[:.]\d\d)?(?::\d\d)? ?(?:a\.m\.|p\.m\.|[ap]m\b)", " clock "),
        (r"(?<![\d-])(?:[01]?\d|2[0-3]):[0-5]\d(?::\d\d)?(?: ?(?:hrs|hours|h)\b)?", " clock "),
        (rf"(?<![\d-])(?:[01]\d|2[0-3])[0-5]\d (?:{_ZONE}|hours|hrs)\b", " clock "),
        (r"\bat (?:about |around )?(?:[01]\d|2[0-3])[0-5]\d\b", " clock "),  # a year takes "in"
        (r"\b\w+ o'clock\b", " clock "),
        (r"\b(?:close|end|start|opening|beginning) of (?:trading|trade|business|play)(?: on)? ", " "),
        (r"\b(\d{3}0|[2-9]0) ?'s\b", r"\1s"),
        (r"(?<!\w)' ?([4-9]\d)(?![\ds'])", r"19\1"),
        (r"(?<!\w)' ?([0-3]\d)(?![\ds'])", r"20\1"),
        (r"\b([1-4])q\b", r"q\1"),
        (r"\bfy ?(\d\d)\b(?!\d)", r"fy 20\1"),
        (r"\b(?:h1|1h)\b", "1st half"),
        (r"\b(?:h2|2h)\b", "2nd half"),
        (r"[,\s]+", " "),
        (r"(?<=\d) ?½", ".5"),
        (r"(?<!\d)(\d{4})/(?=\d{4}(?!\d))", r"\1 to "),
        (r"\byear[ -]end\b", "end of year"),
        (r"^((?:by |at |since )?end)[ -](?=\d{4})", r"\1 of "),
        (r"\b(?:night|morning|evening) (before|after)$", r"day \1"),
        (r"\bthat (?=same|next|following|previous)", ""),
        (r"^(by )?the next (?=(?:week|month|quarter|year)$)", r"\1following "),
        (r"\bthis (?=past|last|coming|next)\b", ""),
        (r"\b9/11\b", "11 september 2001"),
        (r"\ba (?:little|bit) (?:more|less) than\b", "about"),
        (r"\blatter half\b", "second half"),
        (rf"\b(?:each|every) {_DAYTIME}$", "daily"),
        (rf"\b({_NAMES}|\d+) ?- ?(?={_NAMES}\b)", r"\1 to "),
        (r"(?<=[a-z])-(?=[a-z0-9])|(?<=[0-9])-(?=[a-z])", " "),
        (r"(?<![\d-])(?!\d{4}-\d\d(?!\d))(\d{1,4}(?:st|nd|rd|th|s)?) ?- ?(?=\d)", r"\1 to "),
        (r" - ", " to "),
        (r"^[\s\"'().;:]+|[\s\"'();:]+$", ""),
        (r"(?<!new year)'s$|(?<=s)'$", ""),
        (r"'(?=\d0s\b)", ""),
        (r"\b(?:a|an|one)? ?half (?:a|an) ", "0.5 "),
        (r"\bhalf century\b", "50 years"),
        (r"\b0\.5 century\b", "50 years"),
        (r"\b0\.5 decade\b", "5 years"),
        (r"\b(?:a )?quarter (?:of a )?century\b", "25 years"),
        (r"\b(?:a )?(?:good |great )?(?:few|several|some|many|number of|dozens of|hundreds of|thousands of)"
         rf" (?:more )?(?={UNIT_PATTERN}s\b)", "few "),
        (r"\b(?:a )?couple (?:of )?(?:more )?", "2 "),
        (r"\bfortnight\b", "2 weeks"),
        (r"\b(?:a|an|1|one) 2 weeks\b", "2 weeks"),
        (r"\b(?:in|within) (?:a|one) single (?=(?:day|week|month|year|decade|hour|minute)\b)", "1 "),
        (r"\b(?:a |one )?(?:single|full|whole) (?=day|week|month|year|decade|hour|minute|century)", "1 "),
        (r"\b(?:an?|one) (?=(?:second|minute|hour|day|week|month|quarter|year|decade|century)\b)", "1 "),
        (r"\btwenties\b", "20s"),
        (r"\b(thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", r"\1y-s"),
    )
)  # fmt: skip
_FILLERS = re.compile(
    r"\b(?:the|only|just|exactly|precisely|itself|alone|respectively|sometime|some time|shortly|soon|right"
    r"|very|full|straight|consecutive|successive|whole|entire|calendar)\b(?= )"
    r"|\bas (?:early|recently|late|far back|long ago) as\b"
)
_PART_OF_DAY: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\b(?:at|around|about|by|before|after|until|from|since) (?:noon|midnight|midday|dawn|dusk)"
         rf" (?:on )?(?={_NAMES})", ""),
        (rf"\b(?:early |small |wee )?hours of (?={_NAMES}|{_DAYTIME}|yesterday|today)", ""),
        (rf"\b(?:this|today) {_DAYTIME}\b|\btonight\b", "today"),
        (r"\blast (?:night|evening)\b", "yesterday"),
        (rf"\b(that|same|next|following|previous) {_DAYTIME}\b", r"\1 day"),
        (rf"\b(?:(?:early|late|later|mid) )?(?:in |on |during )?{_DAYTIME} (?:of |on )?(?={_NAMES}|\d)", ""),
        (rf"\b({_NAMES}|yesterday|today|tomorrow|day|\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?)"
         rf" (?:in |at |around )?(?:early |late |mid )?{_DAYTIME}\b", r"\1"),
        (rf"(?:\b(?:at|by|around|about|after|before|until|from|shortly|just|between) )*clock(?: {_ZONE}\b)?"
         r"(?: (?:to|and|until) clock)?(?: (?:on|in|at)\b)?", " "),
        (rf" {_ZONE}$", ""),
        (rf"^(?:(?:in|at|on|by|around|until|before|after|early|late) )*{_DAYTIME}$", ""),
        (r"(?<=\d) (?:season|(?:fiscal|financial|academic|school) year)$", ""),
    )
)  # fmt: skip
_COUNTED = re.compile(r" (?:quarter|half|week|month|day|year|century|of)\b")
_AFTER_MONTH = re.compile(rf"\b{MONTH_PATTERN} $")
_FROM_YEARS = re.compile(r"\bfrom (?P<century>\d\d)(?P<first>\d\d) ?[-–—/] ?(?P<last>\d\d)(?![\d-])")
_DECADES = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


@lru_cache(maxsize=1 << 10)
def canonical(text: str) -> str:
    """Return the one wording of a time expression; "clock" words and parts of a day are dropped."""
    wording = _FROM_YEARS.sub(_from_years, text.casefold())
    for pattern, replacement in _REWRITES:
        wording = pattern.sub(replacement, wording)
    wording = re.sub(r"\b(\w+)-s\b", _decade, wording)
    wording = _ORDINAL.sub(_ordinal, wording)
    wording = _NUMBER_RUN.sub(_number, wording)
    wording = re.sub(
        r"\b(\d+) (\w+) and a half\b", r"\1.5 \2", re.sub(r"\b(\d+) and a half\b", r"\1.5", wording)
    )
    wording = re.sub(rf"\b{MONTH_PATTERN}\b\.?(?!')", _month, wording)
    wording = re.sub(rf"\b{WEEKDAY_PATTERN}(s?)\b\.?(?!')", _weekday, wording)
    wording = _squeeze(_FILLERS.sub(" ", wording))
    for pattern, replacement in _PART_OF_DAY:
        wording = _squeeze(pattern.sub(replacement, wording))
    return wording


def _from_years(match: re.Match[str]) -> str:
    """Read "from 1998-04" as years: no month stands behind "from" in figures."""
    century = int(match["century"]) + (match["last"] <= match["first"])
    return f"from {match['century']}{match['first']} to {century}{match['last']}"


def _squeeze(wording: str) -> str:
    return " ".join(wording.split()).strip(" .")


def _decade(match: re.Match[str]) -> str:
    return f"{_DECADES[match[1]]}s" if match[1] in _DECADES else match[0]


def _ordinal(match: re.Match[str]) -> str:
    following = match.string[match.end() :]
    if match["unit"] == "second" and not (
        _COUNTED.match(following) or _AFTER_MONTH.search(match.string[: match.start()])
    ):
        return match[0]
    number = NUMBERS.get(match["tens"] or "", 0) + ORDINALS[match["unit"]]
    return f"{number}{_suffix(number)}"


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _number(match: re.Match[str]) -> str:
    total = group = 0
    for word in match[0].replace(" and ", " ").removeprefix("a ").split():
        if word == "thousand":
            total, group = total + max(group, 1) * 1000, 0
        elif word == "hundred":
            group = max(group, 1) * 100
        else:
            group += NUMBERS[word]
    return str(total + group)


def _month(match: re.Match[str]) -> str:
    return MONTHS[month_number(match[0]) - 1]


def _weekday(match: re.Match[str]) -> str:
    plural = match[1] if match[0].rstrip(".").endswith("days") else ""
    return WEEKDAYS[weekday_number(match[0])] + plural
