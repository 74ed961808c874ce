"""Numbers in figures and words as plain figures: "two and a half million" becomes "2500000"."""

from __future__ import annotations

import re

from ..inflection import is_plural
from ..temporal.vocabulary import NUMBERS
from .vocabulary import FRACTIONS, FUNCTION_WORDS, PLURAL_SCALES, SCALES, SHORT_SCALES

FIGURE = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_DIGIT = "|".join(word for word, number in NUMBERS.items() if 0 < number < 10)
_TEEN = "|".join(word for word, number in NUMBERS.items() if number == 0 or 10 <= number < 20)
_TENS = "|".join(word for word, number in NUMBERS.items() if number >= 20)
_SMALL = rf"(?:(?:{_TENS})(?:[- ](?:{_DIGIT}))?|{_TEEN}|{_DIGIT})"
_SCALE = rf"(?:{'|'.join(SCALES)})"
_AND_PART = r"(?:[- ]and[- ](?:a|one)[- ](?:half|quarter|third))"
_GROUP = rf"(?:{FIGURE}|{_SMALL}){_AND_PART}?"
_SHORT = rf"(?:{'|'.join(sorted(SHORT_SCALES.keys() - {'m'}, key=len, reverse=True))})"
_PART_OF_SCALE = (
    rf"(?:half|(?:(?:a |three[- ])quarters?|(?:a|two)[- ]thirds?)(?: of)?)[- ](?:an?[- ])?{_SCALE}"
)
_NUMBER = re.compile(
    rf"(?<![\w.,:])(?:{_PART_OF_SCALE}"
    rf"|(?:{_GROUP}|an?)(?:[- ]{_SCALE}\b)+(?:(?:,? and |[ ,]+){_GROUP}(?:[- ]{_SCALE}\b)*)*{_AND_PART}?"
    rf"|(?:{FIGURE})(?:[- ]?{_SHORT}|m)(?![\w²³/])"
    rf"|{_GROUP})(?![a-z]*\d)(?:(?<=\d)|(?!\w))",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"(?<!\w)(?:(?:(?:many|several|literally|the)\s)?(?P<times>(?:tens|hundreds|thousands|dozens) of )?(?P<plural>{'|'.join(PLURAL_SCALES)})"
    rf"|(?:a few|several|a couple(?: of)?|many|some|few)[- ](?P<scale>{_SCALE}))\b(?: of(?= ))?",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?<![\w.-])(?:(?P<one>an?|one|1)[- ](?P<part>{'|'.join(FRACTIONS)})(?=\s+of (?!an?[- ](?:million|billion|trillion|dozen|hundred))|\s*$)"
    rf"|(?P<many>{_SMALL}|\d)[- ](?P<parts>{'|'.join(word for word in FRACTIONS if word.endswith('s'))})\b(?! of an?[- ](?:million|billion|trillion))"
    r"|(?P<half>half)(?=\s+(?:of|the|its|his|her|their|our|all|these|those)\b|\s*$)"
    r"|(?P<over>[1-9])/(?P<under>[2-9]|10)(?![/\d]))",
    re.IGNORECASE,
)
_HALF_A = re.compile(r"(?<![\w-])half[- ]an?[- ](?=[a-z])", re.IGNORECASE)
_GLYPHS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
_OF_EVERY = re.compile(
    rf"(?<![\w.])(?P<part>{_GROUP}) (?P<joint>in|out of|of)(?P<every> every| each)? (?P<whole>{_GROUP})\b(?![,.]?\d)",
    re.IGNORECASE,
)
_SAYS_NUMBER = re.compile(rf"\d|[{''.join(_GLYPHS)}]")
_NUMBER_WORDS = frozenset(
    word
    for table in (NUMBERS, SCALES, PLURAL_SCALES, FRACTIONS, ("half", "quarter", "third", "couple"))
    for phrase in table
    for word in re.findall("[a-z]+", phrase)
)
SHARE = "÷"
"""What marks a figure as a fraction of something."""

VAGUE = "≥"
"""What marks a figure as the least that an untold number can be."""


def says_number(text: str) -> bool:
    """Is there a figure or a word for a number? Where there is none, ``figures`` finds nothing to write.

    >>> says_number("two-thirds of voters"), says_number("the voters of Leeds")
    (True, False)
    """
    if _SAYS_NUMBER.search(text):
        return True
    return not _NUMBER_WORDS.isdisjoint(re.findall("[a-z]+", text.lower()))


def figures(text: str) -> str:
    """Write all numbers of a text as figures without separators, fractions marked as shares.

    >>> figures("nearly two dozen of 1,200 men")
    'nearly 24 of 1200 men'
    >>> figures("two-thirds of voters"), figures("one in five"), figures("tens of thousands of people")
    ('0.6667÷ of voters', '0.2÷', '≥20000 people')
    """
    for glyph, written in _GLYPHS.items():
        text = re.sub(rf"(\d){glyph}", rf"\1 and {written}", text).replace(glyph, written)
    text = re.sub(r"(\d+) and ([1-3])/([234])", lambda m: _plain(int(m[1]) + int(m[2]) / int(m[3])), text)
    text = re.sub(r"\ba couple (?:of )?(?=\w)", "2 ", text, flags=re.IGNORECASE)
    text = _OF_EVERY.sub(_of_every, text)
    text = _VAGUE.sub(_vague, text)
    text = _FRACTION.sub(_fraction, text)
    text = _NUMBER.sub(_number, text)
    return _HALF_A.sub("0.5 ", text)


def _plain(number: float) -> str:
    return f"{round(number, 4):f}".rstrip("0").rstrip(".")


def _number(match: re.Match[str]) -> str:
    """Write a number as a figure; "100m" before a singular noun, and without money, are metres."""
    if re.fullmatch(rf"(?:{FIGURE})m", match[0]):
        before, after = match.string[: match.start()], re.match(r"[- ]([a-z]+)", match.string[match.end() :])
        singular_noun = after and after[1] not in FUNCTION_WORDS and not is_plural(after[1])
        if singular_noun and not re.search(r"[^\w\s.,(]$", before):
            return match[0]
    parts = re.split(" and ", match[0])
    scales = [_scale(part) for part in parts]
    if len(parts) == 2 and 0 < scales[0] <= scales[1]:  # "between 1.1 million and 2.25 million"
        return " and ".join(_plain(_value(part)) for part in parts)
    return _plain(_value(match[0]))


def _scale(words: str) -> float:
    """The last scale of some words from a thousand up, 0 where there is none."""
    found = [SCALES.get(item, 0.0) for item in re.findall("[a-z]+", words.lower())]
    return found[-1] if found and found[-1] >= 1000 else 0.0


def _value(words: str) -> float:
    """Return the number that a run of number words, figures and scales says."""
    total = group = 0.0
    items = re.findall(rf"{FIGURE}|[a-z]+", words.lower().replace("three-quarter", "three quarter"))
    for at, item in enumerate(items):
        if item[0].isdigit():
            group += float(re.sub("[,\u00a0\u202f]", "", item))
        elif item in NUMBERS:
            group += NUMBERS[item]
        elif item in SCALES or item in SHORT_SCALES:
            scale = SCALES.get(item) or SHORT_SCALES[item]
            if scale == 100:
                group = (group or 1) * 100
            elif group or not total:
                total, group = total + (group or 1) * scale, 0
            else:  # "ten thousand million"
                total *= scale
        elif item in FRACTIONS:
            group = _with_part(group, total, items, at)
            if total and at == len(items) - 1:  # "a million and a half"
                return total + group
    return total + group


def _with_part(group: float, total: float, items: list[str], at: int) -> float:
    """Add "and a half"; "half a million" and "three quarters of a million" have nothing before it."""
    part = FRACTIONS[items[at]]
    if "and" not in items[:at]:
        return part * (group or 1)
    if at == len(items) - 1 and total:
        scales = [SCALES[item] for item in items if item in SCALES]
        return part * scales[-1]
    return group + part


def _vague(match: re.Match[str]) -> str:
    if match["scale"]:
        return f"{VAGUE}{_plain(2 * SCALES[match['scale'].lower()])}"
    least = PLURAL_SCALES[match["plural"].lower()]
    if match["times"]:
        least *= PLURAL_SCALES[match["times"].split()[0].lower()] / 2
    return f"{VAGUE}{_plain(least)}"


def _fraction(match: re.Match[str]) -> str:
    if match["half"]:
        ordinal = re.search(
            r"\b(?:first|second|1st|2nd|latter|other|last|final)[- ]$", match.string[: match.start()], re.I
        )
        return match[0] if ordinal else f"0.5{SHARE}"
    if match["over"]:
        number = int(match["over"]) / int(match["under"])
        return f"{_plain(number)}{SHARE}" if number < 1 else match[0]
    count = _value(match["many"]) if match["many"] else 1
    number = count * FRACTIONS[(match["part"] or match["parts"]).lower()]
    return f"{_plain(number)}{SHARE}" if number <= 1 else match[0]


def _of_every(match: re.Match[str]) -> str:
    """Read "one in five"; "12 in 2015" and "two of 30" are no shares, "nine out of ten" is."""
    part, whole = _value(match["part"]), _value(match["whole"])
    known = match["every"] or match["joint"] == "out of"
    known = known or (match["joint"] == "of" and whole in (10, 100) and part < whole)
    told = match["joint"] == "in" and (whole <= 10 or (whole in (12, 20, 25, 50, 100, 1000, 10000)))
    if not (0 < part < whole and (known or told)) or _counts_time(match.string[match.end() :]):
        return match[0]
    return f"{_plain(part / whole)}{SHARE}"


def _counts_time(following: str) -> bool:
    return (
        re.match(
            r"[- ](?:second|minute|hour|day|week|month|year|decade|game|match|race|start)s?\b", following
        )
        is not None
    )
