"""Regular expressions for English dates and times, absolute and relative, in the notation of `grow`."""

from training.number_patterns import (
    BETWEEN,
    DASH,
    DIGITS,
    MANY,
    MODIFIER,
    NUMBER,
    ORDINAL_NUMBER,
    UP_TO,
    either,
    grow,
    word_set,
    words,
)

# --- calendar words -----------------------------------------------------------------------------------------

_MONTH_NAMES = "January February March April May June July August September October November December"
SHORT_MONTHS = word_set("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec")
_MONTH_SHORT = rf"(?:{words(' '.join(SHORT_MONTHS))}\b\.?)"
_MONTH = rf"(?:{words(_MONTH_NAMES)}\b|{words(_MONTH_NAMES.upper())}\b|{_MONTH_SHORT})"
_WEEKDAY = (
    r"(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)days?\b"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b)"
)
_WEEKDAY_SHORT = r"(?:(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])(?![.,]\d)"
_YEAR = r"(?:1\d\d\d|20\d\d|2100)(?![\d%]|[.,]\d)"
_YEARS = rf"{_YEAR}(?:[-–/](?:{_YEAR}|\d\d(?!\d)(?!-\d)))?"
_SEASON = "(?:spring|summer|autumn|fall|winter)"
HOLIDAY = (
    either(
        "Christmas(?: (?:Day|Eve))?",
        "New Year(?:['’]s(?: (?:Day|Eve))?)?",
        "Lunar New Year",
        "Thanksgiving(?: Day)?",
        "Easter(?: (?:Sunday|Monday))?",
        "Good Friday|Ash Wednesday|Palm Sunday|Boxing Day|Yom Kippur|Rosh Hashanah",
        "Halloween|Ramadan|Diwali|Hanukkah|Passover|Pentecost|Lent|Nowruz",
        r"Eid(?:[-\x20][aeu]l[-\x20][A-Z][a-z]+)?",
        "(?:Labor|Labour|Memorial|Independence|Valentine['’]s|Mother['’]s|Father['’]s|Veterans|Columbus"
        "|Canada|Australia"
        r"|Bastille|Victory|Republic|Election|Inauguration|Earth|St\.? Patrick['’]s"
        r"|International Women['’]s|May) [Dd]ay",
    )
    + r"\b"
)
_PART = grow("(?:(?:early|late|mid|middle|later|earlier)(?:~(?:in|on|of)~(?:the )?|~))")
_PARTLY = f"{_PART}?"
_THE = grow("(?:the )?")

# --- absolute dates -----------------------------------------------------------------------------------------

_TO = grow(rf"(?:[\x20\t]?{DASH}[\x20\t]?| (?:to|through|until|and|or) )")
_OF_YEAR = grow(rf"(?:,? (?:of )?{_YEARS})?")
_MONTH_DAY = either(rf"{_MONTH} {_THE}{_DAY}", rf"{_MONTH_SHORT}(?<=\.){_DAY}")
_DAY_MONTH = grow(rf"{_THE}{_DAY}(?: of)? {_MONTH}")
ABSOLUTE = either(
    rf"(?:(?:this|last|next) )?(?:(?:{_WEEKDAY}|{_WEEKDAY_SHORT}),? {_THE})?"
    + either(
        rf"{_MONTH_DAY}(?:{_TO}(?:{_MONTH_DAY}|{_DAY}))?{_OF_YEAR}",
        rf"{_DAY}{_TO}{_DAY_MONTH}{_OF_YEAR}",
        rf"{_DAY_MONTH}(?:{_TO}{_DAY_MONTH})?{_OF_YEAR}",
    ),
    rf"{_MONTH}(?:{_TO}{_MONTH})?(?:,? (?:of )?{_YEAR}(?:{_TO}{_MONTH} {_YEAR})?| ['’]\d\d)",
    rf"{_MONTH}{DASH}{_MONTH}",
    r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])",
    r"\d{1,2}(?:/\d{1,2}/|-\d{1,2}-|\.\d{1,2}\.)(?:19|20)\d\d",
    "9/11",
)
_NAMED = rf"(?:{ABSOLUTE}|{_MONTH}|{_WEEKDAY}|{HOLIDAY}|{_YEAR})"

# --- relative dates and durations ---------------------------------------------------------------------------

_UNIT = "(?:day|week|month|year|decade|century|quarter|fortnight|weekend|semester)"
_UNITS = "(?:days|weeks|months|years|seasons|decades|centuries|quarters|fortnights|weekends|weekdays)"
_SHIFT = grow("(?: (?:ago|earlier|later|old|prior|from now|beforehand|hence))")
_POINT = words(
    "last next past previous following coming preceding upcoming current same ensuing closing final "
    "entire whole"
)
_COUNT = MODIFIER + either(
    BETWEEN,
    rf"{NUMBER}(?:{UP_TO}{NUMBER})?",
    "several|many|(?:a |the )?(?:good )?few|a couple(?: of)?|couple of|a number of|half an?|an? half",
    rf"{MANY} of",
)
_EXTRA = words(
    "full straight consecutive working business fiscal calendar whole long successive more additional"
)
DURATION = either(
    rf"(?:(?:the|this|these|those|his|her|its|their|our) )?(?:(?:{_POINT}|first) )?{_COUNT}~(?:{_EXTRA}~)?"
    rf"(?:{_UNITS}|{_UNIT})(?:['’]s?)?(?:~(?:long|olds?))?"
    rf"(?: (?:and )?(?:a half|(?:{NUMBER}|an?) (?:days?|weeks?|months?)))?{_SHIFT}?(?: (?:of"
    rf"|in) {_THE}(?:{_YEAR}|year))?",
    rf"{MODIFIER}(?:an?|one) (?:(?:single|full|whole|further|good) )?{_UNIT}(?: and a half)?{_SHIFT}?",
    rf"{_THE}(?:past|last|next|recent|coming|previous|following|preceding|early|later|final|these"
    rf"|those) (?:few )?{_UNITS}",
    rf"{_UNITS}{_SHIFT}?",
)
AGE = either(
    rf"{NUMBER}~(?:year|month|week|day)s?(?:{DASH}| )olds?",
    rf"{MODIFIER}{NUMBER} (?:year|month|week|day)s? of age",
    rf"{NUMBER}-? ?(?:to|and|or) {NUMBER}{DASH}year{DASH}olds?",
    rf"aged? {DIGITS}(?: (?:to|and) {DIGITS})?",
)
RELATIVE = either(
    rf"{_PARTLY}(?:the day (?:before yesterday|after tomorrow)|today|yesterday|tomorrow)",
    rf"{_PARTLY}(?:this|last|next|that|past|each|every) (?:{_POINT} )?(?:(?:fiscal|calendar|school"
    rf"|academic|election|other) )?"
    rf"(?:{_UNIT}|season|{_SEASON}|{_WEEKDAY}|{_MONTH}(?: {_YEAR})?|{HOLIDAY})",
    rf"{_PARTLY}the (?:(?:very )?{_POINT} |(?:fiscal|calendar) )?{_UNIT}(?: {_YEAR}| ahead| to date)?",
    rf"{_PARTLY}{_THE}(?:following|previous|preceding) (?:{_UNIT}|{_WEEKDAY}|{_MONTH}|{_SEASON})",
    rf"these days|all~(?:day|week|month|year|summer|winter)|year-end|year-to-date|one day|(?:a"
    rf"|one) {_WEEKDAY}",
    words("annual annually yearly monthly quarterly weekly daily biweekly biannual midweek day-to-day"),
    rf"{MODIFIER}(?:an?|one)~(?:year|quarter|month|week|day)-(?:ago|earlier)|year-(?:ago|earlier)",
)

# --- periods ------------------------------------------------------------------------------------------------

_DECADE = r"(?:(?:1\d|20)\d0['’]?s)"
_DECADE_WORD = words("twenties thirties forties fifties sixties seventies eighties nineties")
_NTH = "(?:first|second|third|fourth|last|final|previous|current|latest|1st|2nd|3rd|4th)"
_BOOK_YEAR = "(?:fiscal|financial|calendar|school|academic)"
_EDGE = words("end beginning start middle rest course turn close remainder first second latter half eve")
_ERA = r"(?:BC|B\.C\.|AD|A\.D\.|BCE|CE)"
_QUARTER = either(
    rf"{_NTH}~(?:{_BOOK_YEAR} )?(?:quarter|half|trimester|semester) of {_THE}(?:(?:this|last|next"
    rf"|{_BOOK_YEAR}) ){{0,3}}(?:year|{_NAMED})",
    rf"(?:first|second|third|fourth|1st|2nd|3rd|4th)~quarter(?: {_YEAR})?",
)
PERIOD = either(
    rf"{_THE}{_PARTLY}{_DECADE}(?: (?:and|to|or) {_THE}{_PARTLY}(?:{_DECADE}|['’]?\d0s))?",
    rf"(?:the {_PARTLY}|{_PARTLY})['’]?[2-9]0s",
    rf"the {_PARTLY}{_DECADE_WORD}",
    rf"{_THE}{_PARTLY}{ORDINAL_NUMBER}~(?:centur(?:y|ies)|Century)(?: {_ERA})?",
    rf"{_THE}(?:{_BOOK_YEAR} )?{_QUARTER}",
    rf"(?:Q[1-4]|H[12]) (?:of )?(?:FY)?{_YEAR}",
    rf"FY ?(?:{_YEAR}|\d\d\b)(?:[-/–]\d{{2,4}})?",
    rf"{_THE}{_BOOK_YEAR} (?:year ?)?{_YEARS}",
    rf"{_THE}years? {_YEARS}",
    rf"{_THE}{_PARTLY}{_SEASON} (?:of )?{_YEARS}",
    rf"(?:this|last|next|the|that) {_PARTLY}{_SEASON}",
    rf"{_PART}{_SEASON}",
    rf"the (?:very )?{_EDGE}(?: (?:half|part|quarter|days?|weeks?|months?))? of (?:{RELATIVE}|{_NAMED}"
    rf"|the (?:{_DECADE}|{_UNIT})|{_SEASON})",
    rf"{_PART}{_NAMED}",
    rf"mid{DASH}?(?:{_YEAR}|{_MONTH}|week|year|{_SEASON})",
    rf"(?:circa|c\.) ?{_YEAR}",
    rf"{_YEAR}[-–/](?:{_YEAR}|\d\d(?!\d)(?!-\d))",
    rf"{_YEAR}(?:\x20[-–]\x20| (?:to|through|until) ){_YEAR}",
    rf"between {_YEARS} and {_YEARS}",
    rf"between {_YEAR}[-–](?:{_YEAR}|\d\d(?!\d))",
    rf"between {_DAY} and {_DAY_MONTH}{_OF_YEAR}",
    rf"between {_PARTLY}{_NAMED} and {_PARTLY}{_NAMED}",
    r"(?:Thurs|Tues|Wed|Fri|Mon)\.",
    rf"\d{{1,4}} {_ERA}|AD \d{{1,4}}",
    rf"{_WEEKDAY} (?:to|through) {_WEEKDAY}",
    rf"{_WEEKDAY}(?: (?:last )?week\b)?",
)
DATES = (AGE, PERIOD, ABSOLUTE, DURATION, RELATIVE, HOLIDAY, _MONTH, _SEASON, _YEAR)

# --- times --------------------------------------------------------------------------------------------------

_ZONE = r"(?:GMT|UTC|BST|CET|EST|EDT|ET|PST|PDT|PT|IST|WAT|EAT|CAT|JST|AEST|Eastern|Pacific|local time)(?!\w)"
_MERIDIEM = r"(?:[ap]\.m\.|[ap]m\b|[AP]\.?M\.?(?!\w)|[ap]\.m\b)"
_HOUR = r"\d{1,2}(?:[:.][0-5]\d)?"
_CLOCK_TO = grow(rf"(?: (?:to|and) | ?{DASH} ?)")
_CLOCK_24 = r"(?:[01]?\d|2[0-3]):[0-5]\d"
_CLOCK_POINT = either(
    rf"{_HOUR}(?:{_CLOCK_TO}{_HOUR})? ?{_MERIDIEM}(?:{_CLOCK_TO}{_HOUR} ?{_MERIDIEM})?",
    rf"{_CLOCK_24}(?::[0-5]\d)?(?:\.\d+)?(?: ?{DASH} ?{_CLOCK_24})?(?:hrs|h\b)?",
    r"\d{4} ?(?:hrs|hours|GMT|UTC)",
    rf"{NUMBER} o['’]clock",
)
_DAYTIME = words(
    "morning afternoon evening night nights mornings evenings afternoons dawn dusk sunset sunrise "
    "midnight noon midday "
    "lunchtime nightfall"
)
CLOCK = grow(
    rf"{MODIFIER}(?:early |late )?(?:{_CLOCK_POINT}(?: ?\(?{_ZONE}\)?)?"
    rf"|{words('noon midnight midday sunset sunrise sundown nightfall')}\b)"
    rf"(?: (?:on )?(?:{_WEEKDAY}|today|yesterday|tomorrow) {_DAYTIME})?"
    r"(?: (?:in the|this|that) (?:morning|afternoon|evening)| at night)?"
)
DAYPART = either(
    rf"(?:{_PART}{_THE})?(?:(?:(?:this|last|next) )?{_WEEKDAY}|yesterday|tomorrow|{HOLIDAY}) (?:(?:early"
    rf"|late) )?{_DAYTIME}",
    rf"(?:{_PART}{_THE})?(?:this|last|that|the|each|every|one|a|next|the (?:previous|following|next|same)) "
    rf"(?:(?:early|late|mid)~)?{_DAYTIME}",
    rf"{_PART}{_THE}(?:hours of {_THE})?(?:{_WEEKDAY} )?{_DAYTIME}",
    rf"{_THE}(?:early|late|wee|small) hours(?: of {_THE}(?:{_WEEKDAY}|{_DAYTIME}))?",
    "tonight|overnight|mid-?(?:morning|afternoon)|dawn",
)
_SHORT_UNIT = words(
    "hour hours minute minutes seconds min mins sec secs hr hrs nights millisecond milliseconds half-hour"
)
_HOURS = either(
    rf"{_THE}(?:(?:{_POINT}|first) )?{_COUNT}(?:~(?:{_SHORT_UNIT}|(?<=-)second(?!s))|(?<=\d)(?:mins?|secs?"
    rf"|hrs?))"
    r"(?: \d[\d.]*(?:mins?|secs?)){0,3}(?:['’]|~long)?"
    rf"(?:,? (?:and )?(?:{NUMBER}~(?:minutes?|seconds?)|a half)){{0,3}}",
    rf"{MODIFIER}(?:an?|one|half an|every|each|per) (?:(?:full|single|whole) )?(?:half-hour|half hour|hour"
    rf"|minute)"
    rf"(?: and (?:a half|{NUMBER} minutes))?",
    "(?:a few |several |many |the (?:past|last|next) (?:few )?)?(?:hours|minutes|seconds)",
)
SPAN = either(rf"{_HOURS}{_SHIFT}?", rf"one night|all~night|{NUMBER} nights?", "half-hour|hourly|nightly")
TIMES = (CLOCK, DAYPART, SPAN)
