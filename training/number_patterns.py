r"""Regular expressions for numbers, amounts of money, percentages, quantities and ordinals in English.

Patterns are written in a small notation that `grow` turns into regular expressions: a blank stands for
the space between words (blanks, or the one line break of a wrapped paragraph), `~` for a hyphen or such a
space. A literal blank is `\x20`. Patterns expect lower-case words (`training.numbers` folds sentence starts).
"""

SPACE = r"(?:[\t\x20\xa0]*\n[\t\x20]*(?!\n)|[\t\x20\xa0]+)"
HYPHEN_OR_SPACE = rf"(?:[-‐‑]|{SPACE})"
DASH = r"[-‐‑–—]"
_CODES = (
    "USD EUR GBP JPY INR CNY RMB CHF CAD AUD NZD HKD SGD KES UGX TZS NGN ZAR GHS PKR BDT LKR NPR PHP IDR "
    "MYR MNT CUP "
    "CRC OMR BHD THB VND KRW AED SAR QAR KWD EGP TRY RUB BRL MXN ARS COP CLP XAF XOF FCFA CFA"
)
_LOCAL_SIGNS = (
    "KSh KSH Ksh KShs Kshs UShs Ushs USh Ush Shs Sh TSh Tsh Rs Re RM Rp Tk Php PhP dlrs Dlrs "
    "DM Dh Dhs QR SR LE KD K N R P Le"
)
_DOLLARS = "US AU A CA C NZ HK SG S NT Z J TT T GH FJ F N R B M Mex BZ Bds EC G COP"


def grow(template: str) -> str:
    """Turn a template into a regular expression (see the notes on top of this module)."""
    return template.replace(" ", SPACE).replace("~", HYPHEN_OR_SPACE)


def word_set(text: str) -> frozenset[str]:
    """Split the space-separated words into a set."""
    return frozenset(text.split())


def words(text: str) -> str:
    """Group the space-separated words as alternatives, longest first so that none hides a longer one."""
    return "(?:" + "|".join(sorted(text.split(), key=lambda word: (-len(word), word))) + ")"


def either(*templates: str) -> str:
    """Group templates as alternatives, in the given order."""
    return "(?:" + "|".join(grow(template) for template in templates) + ")"


# --- numbers ------------------------------------------------------------------------------------------------

_ONES = words("one two three four five six seven eight nine")
_TEENS = words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen zero")
_TENS = grow(rf"{words('twenty thirty forty fourty fifty sixty seventy eighty ninety')}(?:~{_ONES})?")
_SMALL = rf"(?:{_TENS}|{_TEENS}|{_ONES})"
_SCALE = words("hundred thousand million billion trillion lakh crore dozen")
_SCALES = words("hundreds thousands millions billions trillions lakhs crores dozens tens")
_FEW = either(
    "a few", "several", "a couple of", "a couple", "many", "some few", "few", "half an?", "half", "an?"
)
_SCALED = grow(
    rf"(?:{_SMALL}(?: and a half)?|{_FEW})(?:~{_SCALE}){{1,3}}"
    rf"(?:(?: and)? {_SMALL}(?:~{_SCALE}){{0,2}}){{0,5}}"
)
MANY = grow(rf"(?:{_SCALES}(?: of {_SCALES}){{0,3}})")
_PART_NAMES = "half third quarter fourth fifth sixth seventh eighth ninth tenth hundredth"
_FRACTION = either(
    rf"one~{words(_PART_NAMES)}",
    rf"{_ONES}~{words('halves thirds quarters fourths fifths sixths sevenths eighths ninths tenths')}",
    rf"an? {words('third quarter fourth fifth sixth eighth tenth hundredth')}(?= (?:of|were|are|have|said"
    rf"|more|less|as)\b)",
)
_VULGAR = "[½¼¾⅓⅔⅛⅜⅝⅞]"
DIGITS = either(
    r"\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?:\.\d+)?",
    r"\d{1,3},\d{1,2}(?=\x20?(?:%|percent|per cent|million|billion))",
    rf"\d+(?:\.\d+)?[-\x20]?{_VULGAR}",
    r"\d+[-\x20]\d/\d{1,2}(?![\d/])",
    r"\d{1,2}/\d{1,2}(?![\d/])",
    r"\d+(?:\.\d+)?",
    _VULGAR,
)
NUMBER = either(
    rf"{DIGITS}(?:~(?:{_SCALE}|lakhs|crores)\b){{0,3}}",
    rf"(?:{MANY}|{_SCALED}|{_SMALL}(?:~and~a~(?:half|quarter))?)\b",
)
_MODIFIER = either(
    "(?:(?:no|slightly|a little|well|far|much) )?(?:more|less|fewer|greater|higher|lower|better) than",
    "at (?:least|most)",
    "as (?:many|much|few|little|low|high) as",
    "(?:well |just )?(?:over|under)",
    "(?:just )?(?:about|around|nearly|almost|roughly|approximately)",
    "up to",
    "some",
    "close to",
    "an estimated",
    "another",
    "an additional",
    "in excess of",
    "upwards? of",
    "between",
)
MODIFIER = grow(rf"(?:{_MODIFIER} )?")
UP_TO = grow(rf"(?: (?:to|or) |{DASH}(?:to{DASH})?)")  # between the two numbers of a range
BETWEEN = grow(rf"between {NUMBER} and {NUMBER}")
_AMOUNT = rf"{MODIFIER}{NUMBER}(?:{UP_TO}{NUMBER})?"

# --- money and percentages ----------------------------------------------------------------------------------

_SIGN = either(
    rf"{words(_DOLLARS)}?\$",
    "[€£¥₹₦₩₽₺₪₫฿₱₡₲₴₵₸₨]",
    "GH[¢₵]",
    rf"{words(f'{_CODES} {_LOCAL_SIGNS}')}\.?(?=[\x20\t\xa0]?\d)",
)
_SHORT_SCALE = words("million billion trillion m b bn tn mn mil bil Mil k M B K mln bln lakhs crores")
_COUNTRY = r"(?:(?:U\.?S\.?|HK|[A-Z][a-z]+(?:[-\x20][A-Z][a-z]+)?)[-\x20\t\n]+)?"
_CURRENCY = words(
    "dollar dollars euro euros yen yuan renminbi rupee rupees rupiah cent cents pence penny pennies peso "
    "pesos ruble "
    "rubles rouble roubles franc francs krona kronor kroner krone naira kobo shilling shillings baht "
    "rial rials riyal "
    "riyals dirham dirhams dinar dinars shekel shekels lira liras zloty zlotys taka ringgit cedi cedis "
    "kwacha birr "
    "forint forints hryvnia hryvnias tenge reais bitcoins paise bolivars bolivares sol soles kyat dong "
    "bucks ringgits "
    "dlrs colones lempiras quetzales cordobas guaranies soums manats lari leva tugriks"
)
_AMBIGUOUS_CURRENCY = words("pound pounds rand won marks crowns real rands pula som")  # sure after "million"
_SIGNED = (
    rf"{_SIGN}[\x20\t\xa0]?{DIGITS}" + either(rf"[-\x20\t\xa0]?{_SHORT_SCALE}\b", rf"(?:~{_SCALE}\b)+") + "?"
)
MONEY = either(
    rf"(?:between {_SIGNED} and {_SIGNED}"
    rf"|{MODIFIER}{_SIGNED}(?:{UP_TO}(?:{_SIGNED}|{DIGITS}(?:~{_SCALE})\b))?)"
    rf"(?: {_COUNTRY}{_CURRENCY}\b)?",
    rf"{_AMOUNT}(?:\x20?(?:mn|bn|m))?(?: of)?~{_COUNTRY}{_CURRENCY}",
    rf"{BETWEEN} {_CURRENCY}",
    rf"{MODIFIER}(?:(?:{DIGITS}|{_SMALL})~{_SCALE}|{_SCALED}) {_COUNTRY}{_AMBIGUOUS_CURRENCY}",
    rf"{MANY} of {_COUNTRY}(?:{_CURRENCY}|{_AMBIGUOUS_CURRENCY})",
    rf"{DIGITS}(?:bn|mn|m)?\x20?[€£]",
    rf"{MODIFIER}{DIGITS}(?:~{_SCALE})?\x20?{words(_CODES)}",
    rf"(?:multi-?)?(?:million|billion)-{_CURRENCY}",
    rf"{MODIFIER}(?:an?|half a) {_COUNTRY}(?:dollar|euro|penny|rupee|cent)",
)
PERCENT = either(
    rf"(?:{BETWEEN}|{MODIFIER}(?:{_FRACTION} of )?{NUMBER}%?(?:(?: and |{UP_TO}){NUMBER})?"
    rf"|{MODIFIER}an?|{MODIFIER}{_FRACTION} of an?)"
    rf"(?:[\x20\t\xa0]?%|~(?:percent|per cent|pct|percentage points?|percentage~point|basis points?|pc\b))"
)

MONEY_STARTS = word_set(f"{_CODES} {_LOCAL_SIGNS} {_DOLLARS}")

# --- quantities, ordinals, cardinals ------------------------------------------------------------------------

_UNIT = (
    r"(?:(?:square|cubic|metric|nautical|sq\.?|cu\.?|long|short|light)[-\x20\t\n]+)?"
    + words(
        "kilometer kilometers kilometre kilometres meter meters metre metres centimeter centimeters "
        "centimetre "
        "centimetres millimeter millimeters millimetre millimetres mile miles yard yards foot feet inch "
        "inches acre "
        "acres hectare hectares ton tons tonne tonnes kilogram kilograms kilogramme kilogrammes kilo "
        "kilos gram grams "
        "gramme grammes milligram milligrams microgram micrograms pound pounds lb lbs ounce ounces stone "
        "liter liters "
        "litre litres milliliter milliliters millilitre millilitres gallon gallons barrel barrels bushel "
        "bushels pint "
        "pints quart quarts cup cups teaspoon teaspoons tablespoon tablespoons degree degrees watt watts "
        "kilowatt "
        "kilowatts megawatt megawatts gigawatt gigawatts terawatt terawatts kilowatt-hours "
        "megawatt-hours hertz "
        "megahertz gigahertz volt volts byte bytes kilobyte kilobytes megabyte megabytes gigabyte "
        "gigabytes terabyte "
        "terabytes petabyte petabytes carat carats knot knots calorie calories light-year light-years "
        "fathoms "
        "furlongs joules newtons decibels kiloton kilotons megaton megatons km kms km² m² km2 m2 km3 m³ "
        "kg kgs cm mm "
        "mph kph kmh km/h kwh mwh gwh twh kw mw gw mg ml ft sq.ft sqft sq.m sqm bpd teu ha"
    )
    + r"(?:[-\x20\t\n]+(?:celsius|fahrenheit|Celsius|Fahrenheit|long|tall))?"
)
_SYMBOL = words("GB MB TB MW GW kW Mbps Gbps MHz GHz mAh cc MWh GWh kWh")
_RATE = grow(r"(?: (?:an?|per) (?:second|minute|hour|day|week|month|year))?")
QUANTITY = either(
    rf"(?:{BETWEEN}|{_AMOUNT})(?: of| (?:and )?a half)?(?:~|(?<=\d)){_UNIT}{_RATE}",
    rf"(?:several|a few|many) {_UNIT}{_RATE}",
    rf"(?:{MODIFIER}{_FRACTION} of an?|{MODIFIER}half an?) {_UNIT}",
    rf"{MODIFIER}{DIGITS}\x20?°\x20?[CF]?",
    rf"{MODIFIER}{DIGITS}\x20?{_SYMBOL}",
    r"(?:\d,\d{3}|\d{2,4}|\d+\.\d+)m(?! [a-z]+s\b)",
    rf"{MODIFIER}an? (?:mile|kilomet(?:er|re)|tonne|ton|litre|liter|hectare|acre)",
)
ORDINAL_WORD = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth "
    "seventieth eightieth "
    "ninetieth hundredth thousandth millionth"
)
ORDINAL_NUMBER = either(
    r"\d{1,3}(?:,\d{3})+(?:st|nd|rd|th)",
    r"\d+(?:st|nd|rd|th)",
    rf"{words('twenty thirty forty fifty sixty seventy eighty ninety')}~{ORDINAL_WORD}",
    ORDINAL_WORD,
)
ORDINAL = either(ORDINAL_NUMBER, "firstly|secondly|thirdly")
CARDINAL = either(
    BETWEEN,
    MODIFIER
    + either(
        rf"{_FRACTION}(?!\w)",
        r"(?:an?|half a) (?:dozen|hundred|thousand|million|billion)\b",
        rf"one in {NUMBER}",
        rf"{NUMBER}(?:{UP_TO}{NUMBER}){{0,4}}",
        "half",
    ),
    r"scores(?= of (?!the\b))",
)
