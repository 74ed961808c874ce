"""Find number and date expressions in English text by rule, with OntoNotes labels.

No training corpus of ours has gold for relative dates, times, percentages, quantities, ordinals and cardinals,
so these rules write them into the training text and the model learns all labels at once. The labels and span
conventions are those of OntoNotes 5 (modifiers such as "about" belong to the expression, a preposition does not).

How it works: words that can start such an expression are looked up in a set; at each of them one pattern per label
is tried, and the longest match wins (on a tie, the earlier label in `_PATTERNS`). Small checks in Python then
refuse numbers that are part of a name ("F-16", "Boeing 747") and the pronoun "one".
"""

import re

from training.date_patterns import DATES, SHORT_MONTHS, TIMES
from training.number_patterns import CARDINAL, MONEY, MONEY_STARTS, ORDINAL, PERCENT, QUANTITY

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

# --- finding ---------------------------------------------------------------------------------------------------------------

_MODIFIER_STARTS = (
    "no slightly well far much more less fewer greater higher lower at as just over under about around nearly almost "
    "roughly approximately up some close another additional in upward upwards between"
)
_DATE_STARTS = (
    "early late mid middle later earlier spring summer autumn fall winter last next past previous following coming "
    "preceding recent final first today yesterday tomorrow tonight overnight each every this that these those day days "
    "week weeks month months year years decade decades century centuries quarters weekends weekdays annual annually "
    "yearly monthly quarterly weekly daily biweekly biannual midweek the his her its their our his fiscal financial "
    "calendar school academic current hours minutes seconds hourly nightly half noon midnight midday sunset sunrise "
    "sundown nightfall dawn morning afternoon wee small all midmorning midafternoon aged age firstly secondly thirdly"
)
_NUMBER_STARTS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen zero twenty thirty forty fourty fifty sixty seventy eighty ninety hundreds thousands millions "
    "billions trillions lakhs crores dozens tens a an several many few couple scores second third fourth fifth sixth "
    "seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth"
)
_STARTS = frozenset(f"{_MODIFIER_STARTS} {_DATE_STARTS} {_NUMBER_STARTS}".split())
_INNER = frozenset(
    "hundred thousand million billion trillion lakh crore dozen percent cent per dollars euros pounds rupees shillings "
    "to and or of than least most estimated ago old from now quarter quarters hour minute".split()
)
_CAPITALISED_STARTS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays "
    "Sundays monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February March April May June July August "
    "September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas New Thanksgiving "
    "Easter Good Ash Palm Halloween Ramadan Eid Diwali Hanukkah Passover Yom Rosh Boxing Pentecost Lent Nowruz Lunar "
    "Labor Labour Memorial Independence Valentine Mother Father Veterans Columbus Canada Australia Bastille Victory "
    "Republic Election Inauguration Earth St International Super AD FY Q1 Q2 Q3 Q4 H1 H2".split()
)
_UPPER_STARTS = frozenset(word.upper() for word in _CAPITALISED_STARTS if word[0].isupper() and len(word) > 5)
_MONEY_STARTS = frozenset(
    "US AU A CA C NZ HK SG S NT Z J TT T GH FJ F N R B M Mex BZ Bds EC G USD EUR GBP JPY INR CNY RMB CHF CAD AUD NZD "
    "HKD SGD KES UGX TZS NGN ZAR GHS PKR BDT LKR NPR PHP IDR MYR THB VND KRW AED SAR QAR KWD EGP TRY RUB BRL MXN ARS "
    "COP CLP XAF XOF FCFA CFA KSh KSH Ksh KShs Kshs UShs Ushs USh Ush Shs Sh TSh Tsh Rs Re RM Rp Tk Php PhP dlrs Dlrs "
    "DM K N R P Le MNT CUP CRC Dh Dhs QR SR LE KD OMR BHD".split()
)
_WORD = re.compile(r"[^\W\d_]+|[$€£¥₹₦₩₽₺₪₫฿₱₡₲₴₵₸₨½¼¾⅓⅔⅛⅜⅝⅞]|\d|['’](?=\d0s)")
_GLUED_MONEY = re.compile(r"[A-Za-z]{1,4}(?=\d)")
_OPAQUE = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\+\d[\d ()-]{6,}\d|\(\d{3}\)[ ]?\d{3}-\d{4}|\b\d{3}[- .]\d{3}[- .]\d{4}\b"
    r"|\b0\d{2,4}[- ]\d{3,}[- ]?\d{3,}\b|\b\d+(?:\.\d+){2,}\b|#\d+|\b24/7\b|\b\d{9,}\b"
)
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;…\n][\"'”’)\]]*\s*|[-–—_•*(]\s*)[\"'“‘`(\[]*\Z")
_PREVIOUS_WORD = re.compile(r"([^\W_][\w.’'&/-]*)[ \t\xa0\n]+\Z")
_NEXT_WORD = re.compile(r"[ \t\xa0]+([^\W\d_][\w-]*)")


def _sentence_start(text: str, start: int) -> bool:
    return _SENTENCE_START.search(text, max(0, start - 12), start) is not None


def _previous_word(text: str, start: int) -> str:
    found = _PREVIOUS_WORD.search(text, max(0, start - 40), start)
    return found.group(1) if found else ""


def _next_word(text: str, end: int) -> str:
    found = _NEXT_WORD.match(text, end)
    return found.group(1) if found else ""


_FUNCTION_WORDS = frozenset(
    "the a an of in on at by for to from with and or but about over under after before since until between than as is "
    "are was were be been has have had that this these those some all any only just nearly almost around another other "
    "its his her their our your my it he she they we you who which when where while if because so more most least up "
    "down into out off only even also both each every not no per versus vs total aged plus".split()
)
_YEAR_CONTEXT = frozenset(
    "in since by until till from of to between and during before after early late mid the year for through around "
    "circa throughout or about".split()
)
_MONTH_CONTEXT = frozenset(
    "in since by until till from of between and during before after early late mid the last next this through to "
    "previous following on for or every each around past".split()
)
_SEASON_CONTEXT = frozenset("in by since until during before after through early late mid for of".split())
_MONTH_AS_NAME = frozenset("May March April June August".split())
_ROAD = frozenset("Street St Road Rd Avenue Ave Boulevard Blvd Lane Drive Downing Square Way Place".split())
_PRONOUN_ONE_NEXT = frozenset(
    "another can must should could would may might will has is was does who that which another's cannot".split()
)
_PRONOUN_ONE_PREVIOUS = frozenset(
    "no any some every the this that which another each other such a an good new big great better bad old "
    "important main first second third last next little young loved".split()
)
_DESIGNATORS = frozenset("section sections article resolution flight route channel paragraph clause".split())
_SCORE = re.compile(r"\d[-–]\d")
_LIST_NUMBER = re.compile(r"(?:\A|\n)[ \t]*\d{1,2}\Z")
_MODIFIED_YEAR = re.compile(r"(?:[Aa]round|[Aa]bout|[Bb]etween|[Uu]p\sto|[Oo]ver|[Oo]ne\sin)\s(?:1[5-9]|20)\d\d\Z")
_YEAR_TO = re.compile(r"(?:19|20)\d\d(?:[-–]\d\d)?\s(?:to|and|or)\s")
_SHORT_MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split())
_AGE_BEFORE = re.compile(r"[A-Z][\w’'.-]+,\s\Z")
_BARE_YEAR = re.compile(r"(?:1\d\d\d|20\d\d|2100)\Z")
_PLURAL_NEXT = re.compile(r"[ \t\xa0]+(?:[a-z]+ly )?(?:[a-z]+[^s\W]s|people|men|women|children|police|troops)\b")


def _inside_name(text: str, start: int, end: int) -> bool:
    """Whether a bare number is part of a name or of a code: "F-16", "Boeing 747", "10 Downing Street"."""
    before = text[max(0, start - 2) : start]
    if len(before) == 2 and before[1] in "-–/." and before[0].isalpha():
        return text[start].isdigit() or before[1] == "-"
    if before and (before[-1].isalnum() or before[-1] in "_#@$€£"):
        return True
    if end + 1 < len(text) and text[end] == "-" and text[end + 1].isupper():
        return True
    following = _next_word(text, end)
    if text[start].isdigit() and following[:1].isupper() and (
        following in _ROAD or _next_word(text, end + 1 + len(following)) in _ROAD
    ):
        return True
    if not text[start].isdigit():
        return text[start].isupper() and not _sentence_start(text, start)
    previous = _previous_word(text, start)
    if previous.lower() in _DESIGNATORS:
        return True
    if not previous[:1].isupper() or previous.lower() in _FUNCTION_WORDS or _SCORE.search(text, start, end):
        return False
    if previous.endswith(("'s", "’s", "s'", "s’")):
        return False
    return not (previous.endswith(".") or previous.isdigit())


def _pronoun_one(text: str, start: int, end: int) -> bool:
    following = _next_word(text, end).lower()
    previous = _previous_word(text, start).lower()
    if text[end : end + 2] in ("'s", "’s", "'d", "’d") or following in _PRONOUN_ONE_NEXT:
        return True
    if text[end : end + 1] == "-" or following == "of":
        return text[end : end + 4] in ("-on-", "-sid", "-tim", "-off")
    if previous in _PRONOUN_ONE_PREVIOUS:
        return True
    before = text[max(0, start - 40) : start].split()
    return len(before) > 1 and before[-2].lower() in ("a", "an", "the") and (
        not following or following in _FUNCTION_WORDS
    )


def _plausible_date(text: str, start: int, end: int) -> bool:
    """Refuse bare years, months and seasons whose context makes them something else."""
    matched = text[start:end]
    previous = _previous_word(text, start).lower()
    if _BARE_YEAR.match(matched):
        strong = previous in _YEAR_CONTEXT or text[start - 1 : start] in ("(", ",", "-", "–", "/", "'", "’")
        if text[max(0, start - 5) : start].lower().endswith(("post-", "pre-")):
            return True
        if start and text[start - 1] == "-":
            return False
        if _PLURAL_NEXT.match(text, end) and (matched.endswith("00") or int(matched) < 1900):
            return False
        if int(matched) < 1900 or int(matched) > 2060:
            return strong and previous not in ("the", "to", "of", "and", "about", "or", "for") or (
                int(matched) >= 1500 and previous in ("the", "his") and _next_word(text, end).islower()
            )
        return not _inside_name(text, start, end) and previous not in ("no.", "no")
    if matched in _SHORT_MONTHS:
        return previous.isdigit() or text[end : end + 2].strip().isdigit()
    if matched in _MONTH_AS_NAME:
        if previous.endswith(("'s", "’s", "s'", "s’")):
            return True
        if previous in _MONTH_CONTEXT:
            return not (_next_word(text, end)[:1].isupper() and previous in ("and", "for", "to", "of", "by", "from"))
        return matched != "May" and not _next_word(text, end)[:1].isupper() and not (
            previous and _previous_word(text, start)[:1].isupper() and not _sentence_start(text, start)
        )
    if matched in ("spring", "fall", "winter", "summer", "autumn", "the fall", "the spring"):
        if matched.endswith(("fall", "spring")):
            return previous in _SEASON_CONTEXT and _next_word(text, end) != "of"
        return True
    return True


def _accept(text: str, start: int, end: int, label: str) -> bool:
    if label not in ("DATE", "TIME") and _YEAR_TO.match(text, start, end) and _previous_word(text, start) in _YEAR_CONTEXT:
        return False
    if label == "CARDINAL":
        if text[start:end].lower() == "one" and _pronoun_one(text, start, end):
            return False
        if _LIST_NUMBER.search(text, max(0, start - 8), end) and text[end : end + 2] in (". ", ") ", ".\n"):
            return False
        if _MODIFIED_YEAR.match(text, start, end) and not _PLURAL_NEXT.match(text, end):
            return False
        return not _inside_name(text, start, end)
    if label == "ORDINAL":
        following = _next_word(text, end)
        return not _inside_name(text, start, end) and not (
            following[:1].isupper() and (text[start].isdigit() or text[start].isupper())
        )
    if label == "DATE":
        if start and text[start - 1].isalnum():
            return False
        return _plausible_date(text, start, end)
    if label == "TIME" and text[start:end] in ("minutes", "the night", "seconds"):
        if text[end : end + 1] == "-" or (_previous_word(text, start) == "the" and _next_word(text, end) == "of"):
            return False
    if label in ("QUANTITY", "TIME"):
        return not (start and (text[start - 1].isalnum() or text[start - 1] in "-$€£" and text[start].isdigit()))
    return not (start and text[start - 1].isalnum())


def _age(text: str, start: int, end: int) -> bool:
    """Whether a bare number is somebody's age: "Ms. Doe, 45, said"."""
    return (
        text[start:end].isdigit()
        and end - start <= 3
        and text[end : end + 1] == ","
        and _AGE_BEFORE.search(text, max(0, start - 30), start) is not None
    )


def _lower_known(match: re.Match[str]) -> str:
    lowered = match.group().lower()
    return lowered if lowered in _STARTS or lowered in _INNER else match.group()


_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]*\b")


def _is_start(word: str, text: str, start: int) -> bool:
    first = word[0]
    if first.isdigit() or not first.isalpha():
        return True
    if word in _STARTS or word in _CAPITALISED_STARTS or word in _UPPER_STARTS:
        return True
    return word in _MONEY_STARTS and start + len(word) < len(text) and text[start + len(word)] in "$.¢₵ \xa00123456789"


def _longest(text: str, folded: str, start: int) -> tuple[int, str] | None:
    """The end and label of the longest acceptable match at `start`, or None."""
    best: tuple[int, str] | None = None
    named = text[start] != folded[start] and not _sentence_start(text, start)  # "the Sunset Hotel"
    for label, pattern in _PATTERNS:
        found = pattern.match(folded, start)
        if found is None or (best is not None and found.end() <= best[0]):
            continue
        if named and label not in ("MONEY", "PERCENT"):
            continue
        if _accept(text, start, found.end(), label):
            best = (found.end(), label)
    return best


def find_numbers(text: str) -> list[tuple[int, int, str]]:
    """All number and date expressions of `text` as (start, end, label), in order, not overlapping.

    Offsets are character offsets, end exclusive; labels are those of `LABELS`.

    >>> find_numbers("About 300 people met on Monday.")
    [(0, 9, 'CARDINAL'), (24, 30, 'DATE')]
    """
    folded = _CAPITALISED.sub(_lower_known, text)
    opaque = [match.span() for match in _OPAQUE.finditer(text)]
    found: list[tuple[int, int, str]] = []
    reached = 0
    for word in _WORD.finditer(folded):
        start = word.start()
        while opaque and opaque[0][1] <= start:
            opaque.pop(0)
        if start < reached or (opaque and opaque[0][0] <= start):
            continue
        if word.group().isdigit() and start and text[start - 1].isdigit():
            continue
        if not _is_start(word.group(), folded, start):
            continue
        best = _longest(text, folded, start)
        if best is not None:
            reached = best[0]
            label = "DATE" if best[1] == "CARDINAL" and _age(text, start, reached) else best[1]
            found.append((start, reached, label))
    return found
