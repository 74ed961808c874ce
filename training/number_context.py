"""Which of the matched numbers and dates really are some, judged by the words around them.

Refuses numbers inside names and codes ("F-16", "Boeing 747", "10 Downing Street"), the pronoun "one", and
years, months and seasons that are something else ("2000 troops", "May I", "the fall of").
"""

import re

from training.date_patterns import SHORT_MONTHS
from training.number_patterns import word_set

_SENTENCE_START = re.compile(r"(?:\A|[.!?:;…\n][\"'”’)\]]*\s*|[-–—_•*(]\s*)[\"'“‘`(\[]*\Z")
_PREVIOUS_WORD = re.compile(r"([^\W_][\w.’'&/-]*)[ \t\xa0\n]+\Z")
_NEXT_WORD = re.compile(r"[ \t\xa0]+([^\W\d_][\w-]*)")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_FUNCTION_WORDS = word_set(
    "the a an of in on at by for to from with and or but about over under after before since until between "
    "than as is are was were be been has have had that this these those some all any only just nearly "
    "almost around another other its his her their our your my it he she they we you who which when where "
    "while if because so more most least up down into out off even also both each every not no per versus "
    "vs total aged plus"
)
_DESIGNATORS = word_set("section sections article resolution flight route channel paragraph clause")
_ROADS = word_set("Street St Road Rd Avenue Ave Boulevard Blvd Lane Drive Downing Square Way Place")
_SCORE = re.compile(r"\d[-–]\d")
_LIST_NUMBER = re.compile(r"(?:\A|\n)[ \t]*\d{1,2}\Z")
_AGE_BEFORE = re.compile(r"[A-Z][\w’'.-]+,\s\Z")
_PLURAL_NEXT = re.compile(
    r"[ \t\xa0]+(?:[a-z]+ly )?(?:[a-z]+[^s\W]s|people|men|women|children|police|troops)\b"
)


def sentence_start(text: str, start: int) -> bool:
    """Whether a capital at `start` says nothing, as after a full stop, a line break or an opening quote."""
    return _SENTENCE_START.search(text, max(0, start - 12), start) is not None


def previous_word(text: str, start: int) -> str:
    """Return the word before `start`, punctuation inside it included; empty when something else is there."""
    found = _PREVIOUS_WORD.search(text, max(0, start - 40), start)
    return found.group(1) if found else ""


def next_word(text: str, end: int) -> str:
    """Return the word after `end` on the same line; empty when something else is there."""
    found = _NEXT_WORD.match(text, end)
    return found.group(1) if found else ""


# --- names and codes ----------------------------------------------------------------------------------------


def _in_code(text: str, start: int, end: int) -> bool:
    """Glued to other letters or digits: "F-16", "#5", "7-Eleven", "x.53"."""
    before = text[max(0, start - 2) : start]
    if before and (before[-1].isalnum() or before[-1] in "_#@$€£"):
        return True
    if len(before) == 2 and before[1] in "-–/." and before[0].isalpha():
        return text[start].isdigit() or before[1] == "-"
    if len(before) == 2 and before[1] in ".," and before[0].isdigit():
        return True
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()


def _in_address(text: str, start: int, end: int) -> bool:
    following = next_word(text, end)
    if not text[start].isdigit() or not following[:1].isupper():
        return False
    return following in _ROADS or next_word(text, end + 1 + len(following)) in _ROADS


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a bare number is part of a name, a code or an address."""
    if _in_code(text, start, end) or _in_address(text, start, end):
        return True
    if not text[start].isdigit():
        return text[start].isupper() and not sentence_start(text, start)
    previous = previous_word(text, start)
    if previous.lower() in _DESIGNATORS:
        return True
    if not previous[:1].isupper() or previous.lower() in _FUNCTION_WORDS or _SCORE.search(text, start, end):
        return False
    return not previous.endswith((".", *_POSSESSIVE))


# --- cardinals and ordinals ---------------------------------------------------------------------------------

_PRONOUN_NEXT = word_set(
    "another can must should could would may might will has is was does who that which cannot"
)
_PRONOUN_PREVIOUS = word_set(
    "no any some every the this that which another each other such a an good new big great better bad old "
    "important main first second third last next little young loved"
)
_MODIFIED_YEAR = re.compile(
    r"(?:[Aa]round|[Aa]bout|[Bb]etween|[Uu]p\sto|[Oo]ver|[Oo]ne\sin)\s(?:1[5-9]|20)\d\d\Z"
)
_YEAR_TO = re.compile(r"(?:19|20)\d\d(?:[-–]\d\d)?\s(?:to|and|or)\s")


def pronoun_one(text: str, start: int, end: int) -> bool:
    """Whether the word "one" at `start` is a pronoun: "no one", "one must", "a good one"."""
    following = next_word(text, end).lower()
    previous = previous_word(text, start).lower()
    if text[end : end + 2] in ("'s", "’s", "'d", "’d") or following in _PRONOUN_NEXT:
        return True
    if text[end : end + 1] == "-":
        return text[end : end + 4] in ("-on-", "-sid", "-tim", "-off")
    if following == "of":
        return False
    before = text[max(0, start - 40) : start].split()
    after_article = len(before) > 1 and before[-2].lower() in ("a", "an", "the")
    return previous in _PRONOUN_PREVIOUS or (
        after_article and (not following or following in _FUNCTION_WORDS)
    )


def is_cardinal(text: str, start: int, end: int) -> bool:
    """Whether a number is a count and not a name, a list number ("2. Stir"), a year or the pronoun "one"."""
    if text[start:end].lower() == "one" and pronoun_one(text, start, end):
        return False
    if _LIST_NUMBER.search(text, max(0, start - 8), end) and text[end : end + 2] in (". ", ") ", ".\n"):
        return False
    if _starts_with_year(text, start, end):
        return False
    if _MODIFIED_YEAR.match(text, start, end) and not _PLURAL_NEXT.match(text, end):
        return False
    return not _in_name(text, start, end)


def is_ordinal(text: str, start: int, end: int) -> bool:
    """Whether the ordinal is not part of a name ("20th Century Fox", "First Lady")."""
    before_name = next_word(text, end)[:1].isupper() and (text[start].isdigit() or text[start].isupper())
    return not before_name and not _in_name(text, start, end)


def is_age(text: str, start: int, end: int) -> bool:
    """Whether a bare number is somebody's age: "Ms. Doe, 45, said"."""
    bare = text[start:end].isdigit() and end - start <= 3 and text[end : end + 1] == ","
    return bare and _AGE_BEFORE.search(text, max(0, start - 30), start) is not None


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether money, a percentage, a quantity or a time does not begin inside a word, number or year."""
    if _starts_with_year(text, start, end):
        return False
    before = text[max(0, start - 2) : start]
    if before[-1:].isalnum() or (before[-1:] in (".", ",") and before[:1].isdigit()):
        return False
    glued = before[-1:] in ("$", "€", "£") or (before[-1:] == "-" and before[:1].isalnum())
    return not (glued and text[start].isdigit())


def _starts_with_year(text: str, start: int, end: int) -> bool:
    """Whether a range is none: "in [2007 to 19.6] percent"."""
    return bool(_YEAR_TO.match(text, start, end)) and previous_word(text, start) in _YEAR_CONTEXT


# --- dates --------------------------------------------------------------------------------------------------

_YEAR_CONTEXT = word_set(
    "in since by until till from of to between and during before after early late mid the year for through "
    "around circa throughout or about"
)
_MONTH_CONTEXT = word_set(
    "in since by until till from of between and during before after early late mid the last next this "
    "through to previous following on for or every each around past"
)
_SEASON_CONTEXT = word_set("in by since until during before after through early late mid for of")
_NAMELIKE_MONTHS = word_set("May March April June August")
_NAMELIKE_SEASONS = word_set("spring fall")
_BARE_YEAR = re.compile(r"(?:1\d\d\d|20\d\d|2100)\Z")


def is_date(text: str, start: int, end: int) -> bool:
    """Whether a year, month or season by itself is one; longer dates always are."""
    matched = text[start:end]
    if start and text[start - 1].isalnum():
        return False
    if matched.endswith("Century") and next_word(text, end)[:1].isupper():  # "20th Century Fox"
        return False
    if _BARE_YEAR.match(matched):
        return _is_year(text, start, end)
    if matched in SHORT_MONTHS:  # "Mar del Plata"
        return previous_word(text, start).isdigit() or text[end : end + 2].strip().isdigit()
    if matched in _NAMELIKE_MONTHS:
        return _is_month(text, start, end)
    if matched.lower().removeprefix("the ") in _NAMELIKE_SEASONS:
        return previous_word(text, start).lower() in _SEASON_CONTEXT and next_word(text, end) != "of"
    return True


def _is_year(text: str, start: int, end: int) -> bool:
    year = int(text[start:end])
    previous = previous_word(text, start).lower()
    if text[max(0, start - 5) : start].lower().endswith(("post-", "pre-")):
        return True
    if text[start - 1 : start] == "-":
        return False
    if _PLURAL_NEXT.match(text, end) and (year % 100 == 0 or year < 1900):
        return False
    if 1900 <= year <= 2060:
        return previous != "no." and not _in_name(text, start, end)
    if previous in ("the", "his"):
        return year >= 1500 and next_word(text, end).islower()
    bracketed = text[start - 1 : start] in ("(", ",", "–", "/", "'", "’")
    return bracketed or (
        previous in _YEAR_CONTEXT and previous not in ("to", "of", "and", "about", "or", "for")
    )


def _is_month(text: str, start: int, end: int) -> bool:
    """Months that are also names or words: "in May" and "March sales", but not "May I" or "April Jones"."""
    previous = previous_word(text, start)
    before_name = next_word(text, end)[:1].isupper()
    if previous.endswith(_POSSESSIVE):
        return True
    if previous.lower() in _MONTH_CONTEXT:
        return not (before_name and previous.lower() in ("and", "for", "to", "of", "by", "from"))
    if text[start:end] == "May" or before_name:
        return False
    return not previous[:1].isupper() or sentence_start(text, start)


def is_time(text: str, start: int, end: int) -> bool:
    """Whether a time is not "the minutes of the meeting" or the first half of "the night-time"."""
    if text[start:end] in ("minutes", "seconds") and previous_word(text, start) == "the":
        return next_word(text, end) != "of" and is_amount(text, start, end)
    if text[start:end] in ("minutes", "seconds", "the night") and text[end : end + 1] == "-":
        return False
    return is_amount(text, start, end)
