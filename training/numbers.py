"""Find number and date expressions in English text by rule, with OntoNotes labels.

No training corpus of ours has gold for relative dates, times, percentages, quantities, ordinals and cardinals,
so these rules write them into the training text and the model learns all labels at once. The labels and span
conventions are those of OntoNotes 5 (modifiers such as "about" belong to the expression, a preposition does not).

How it works: words that can start such an expression are looked up in a set; at each of them one pattern per label
is tried, and the longest match wins (on a tie, the earlier label in `_PATTERNS`). Small checks in Python then
refuse numbers that are part of a name ("F-16", "Boeing 747") and the pronoun "one".
"""

import re

LABELS = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL")


def _any(words: str) -> str:
    """An alternation of the space-separated words, longest first so that no word hides a longer one."""
    return "(?:" + "|".join(sorted(words.split(), key=lambda word: (-len(word), word))) + ")"


# --- building blocks -------------------------------------------------------------------------------------------

_S = r"(?:[ \t\xa0]*\n[ \t]*(?!\n)|[ \t\xa0]+)"  # between words: blanks, or one line break of a wrapped paragraph
_HS = rf"(?:[-‐‑]|{_S})"  # hyphen or blank
_DASH = r"[-‐‑–—]"
_END = r"(?!\w)"

_ONES = _any("one two three four five six seven eight nine")
_TEENS = _any("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen zero")
_TENS = rf"{_any('twenty thirty forty fourty fifty sixty seventy eighty ninety')}(?:{_HS}{_ONES})?"
_SMALL = rf"(?:{_TENS}|{_TEENS}|{_ONES})"
_SCALE = _any("hundred thousand million billion trillion lakh crore dozen")
_SCALES = _any("hundreds thousands millions billions trillions lakhs crores dozens tens")
_FEW = rf"(?:a{_S}few|several|a{_S}couple{_S}of|a{_S}couple|many|some{_S}few|few|half{_S}an?|half|an?)"
_SCALED = (
    rf"(?:{_SMALL}(?:{_S}and{_S}a{_S}half)?|{_FEW})(?:{_HS}{_SCALE})+"
    rf"(?:(?:{_S}and)?{_S}{_SMALL}(?:{_HS}{_SCALE})*)*"
)
_MANY = rf"(?:{_SCALES}(?:{_S}of{_S}{_SCALES})*)"
_FRACTION = (
    rf"(?:(?:one{_HS}(?:half|third|quarter|fourth|fifth|sixth|eighth|tenth|hundredth)|{_ONES}{_HS}(?:halves|thirds|quarters"
    rf"|fourths|fifths|sixths|sevenths|eighths|ninths|tenths|hundredths))"
    rf"|an?{_S}(?:third|quarter|fourth|fifth|sixth|eighth|tenth|hundredth)(?={_S}(?:of|were|are|have|said|more|less|as)\b))"
)
_WORDS = rf"(?:{_MANY}|{_SCALED}|{_SMALL}(?:{_HS}and{_HS}a{_HS}(?:half|quarter))?)\b"
_VULGAR = r"[½¼¾⅓⅔⅛⅜⅝⅞]"
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?[ -]?" + _VULGAR + r"|\d+[ -]\d/\d{1,2}(?![\d/])"
    r"|\d{1,2}/\d{1,2}(?![\d/])|\d+(?:\.\d+)?|" + _VULGAR + ")"
)
_SHORT_SCALE = r"(?:million|billion|trillion|m|bn|tn|mn|mil|bil|k|M|B|K|mln|bln|lakhs|crores)\b"
_NUMBER = rf"(?:{_DIGITS}(?:{_HS}(?:{_SCALE}|lakhs|crores)\b)*|{_WORDS})"
_MODIFIER = (
    rf"(?:(?:(?:no|slightly|a{_S}little|well|far|much){_S})?(?:more|less|fewer|greater|higher|lower|better){_S}than"
    rf"|at{_S}(?:least|most)|as{_S}(?:many|much|few|little|low|high){_S}as|(?:well{_S}|just{_S})?(?:over|under)"
    rf"|(?:just{_S})?(?:about|around|nearly|almost|roughly|approximately)|up{_S}to|some|close{_S}to"
    rf"|an{_S}estimated|another|an{_S}additional|in{_S}excess{_S}of|upwards?{_S}of|between)"
)
_MOD = rf"(?:{_MODIFIER}{_S})?"
_RANGE = rf"{_NUMBER}(?:(?:{_S}(?:to|or|and){_S}|{_DASH}){_NUMBER})?"
_AMOUNT = rf"{_MOD}{_NUMBER}(?:(?:{_S}(?:to|or){_S}|{_DASH}(?:to{_DASH})?){_NUMBER})?"
_BETWEEN = rf"between{_S}{_NUMBER}{_S}and{_S}{_NUMBER}"

# --- money and percentages ---------------------------------------------------------------------------------------

_SIGN = (
    r"(?:(?:US|AU|A|CA|C|NZ|HK|SG|S|NT|Z|J|TT|T|GH|FJ|F|N|R|B|M|Mex|BZ|Bds|EC|G)?\$|[€£¥₹₦₩₽₺₪₫฿₱₡₲₴₵₸₨]|GH[¢₵]"
    r"|(?:USD|EUR|GBP|JPY|INR|CNY|RMB|CHF|CAD|AUD|NZD|HKD|SGD|KES|UGX|TZS|NGN|ZAR|GHS|PKR|BDT|LKR|NPR|PHP|IDR|MYR"
    r"|MNT|CUP|CRC|Dhs?|QR|SR|LE|KD|OMR|BHD|THB|VND|KRW|AED|SAR|QAR|KWD|EGP|TRY|RUB|BRL|MXN|ARS|COP|CLP|XAF|XOF|FCFA|CFA|KSh|KSH|Ksh|KShs|Kshs|UShs|Ushs"
    r"|USh|Ush|Shs|Sh|TSh|Tsh|Rs|Re|RM|Rp|Tk|Php|PhP|dlrs|Dlrs|DM|Kshs|K|N|R|P|Le)\.?(?=[ \t\xa0]?\d))"
)
_COUNTRY = r"(?:(?:U\.?S\.?|[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)[ \t\n]+)?"
_MONEY_UNIT = _any(
    "dollar dollars euro euros yen yuan renminbi rupee rupees rupiah cent cents pence penny pennies peso pesos ruble "
    "rubles rouble roubles franc francs krona kronor kroner krone naira kobo shilling shillings baht rial rials riyal "
    "riyals dirham dirhams dinar dinars shekel shekels lira liras zloty zlotys taka ringgit cedi cedis kwacha birr "
    "forint forints hryvnia hryvnias tenge reais bitcoins paise bolivars bolivares sol soles kyat dong pound-sterling "
    "bucks ringgits dlrs colones lempiras quetzales cordobas guaranies soums manats lari leva tugriks"
)
_MONEY_UNIT_SCALED = _any("pound pounds rand won marks crowns real rands pula som")  # ambiguous without a scale
_SIGNED = rf"{_SIGN}[ \t\xa0]?{_DIGITS}(?:[- \t\xa0]?(?:{_SHORT_SCALE})|(?:{_HS}(?:{_SCALE})\b)+)?"
_MONEY = (
    rf"(?:{_MOD}(?:between{_S})?{_SIGNED}(?:(?:{_S}(?:to|or|and)(?={_S}{_SIGN}){_S}|{_DASH}|{_S}to{_S})(?:{_SIGNED}"
    rf"|{_DIGITS}(?:{_HS}{_SCALE})\b))?(?:{_S}{_COUNTRY}{_MONEY_UNIT}\b)?"
    rf"|{_AMOUNT}(?:[ ]?(?:mn|bn|m))?(?:{_S}of)?{_HS}{_COUNTRY}{_MONEY_UNIT}"
    rf"|(?:{_BETWEEN}){_S}{_MONEY_UNIT}|{_MOD}(?:(?:{_DIGITS}|{_SMALL}){_HS}{_SCALE}|{_SCALED}){_S}{_COUNTRY}"
    rf"{_MONEY_UNIT_SCALED}|{_MANY}{_S}of{_S}{_COUNTRY}(?:{_MONEY_UNIT}|{_MONEY_UNIT_SCALED})"
    rf"|{_DIGITS}(?:bn|mn|m)?[ ]?[€£]|{_MOD}(?:an?|half{_S}a){_S}(?:{_COUNTRY})(?:dollar|euro|penny|rupee|cent)){_END}"
)
_PERCENT_UNIT = rf"(?:percent|per{_S}cent|pct|percentage{_S}points?|percentage{_HS}point|basis{_S}points?|pc\b)"
_PERCENT = (
    rf"(?:(?:{_BETWEEN}|{_MOD}(?:{_FRACTION}{_S}of{_S})?{_NUMBER}%?(?:(?:{_S}(?:to|or|and){_S}|{_DASH}(?:to{_DASH})?)"
    rf"{_NUMBER})?|{_MOD}an?|{_MOD}{_FRACTION}{_S}of{_S}an?)(?:[ \t\xa0]?%|{_HS}{_PERCENT_UNIT}{_END}))"
)

# --- quantities ----------------------------------------------------------------------------------------------------

_UNIT_WORD = (
    r"(?:(?:square|cubic|metric|nautical|sq\.?|cu\.?|long|short|light)[- \t\n]+)?"
    + _any(
        "kilometer kilometers kilometre kilometres meter meters metre metres centimeter centimeters centimetre "
        "centimetres millimeter millimeters millimetre millimetres mile miles yard yards foot feet inch inches acre "
        "acres hectare hectares ton tons tonne tonnes kilogram kilograms kilogramme kilogrammes kilo kilos gram grams "
        "gramme grammes milligram milligrams microgram micrograms pound pounds lb lbs ounce ounces stone liter liters "
        "litre litres milliliter milliliters millilitre millilitres gallon gallons barrel barrels bushel bushels pint "
        "pints quart quarts cup cups teaspoon teaspoons tablespoon tablespoons degree degrees watt watts kilowatt "
        "kilowatts megawatt megawatts gigawatt gigawatts terawatt terawatts kilowatt-hours megawatt-hours hertz "
        "megahertz gigahertz volt volts byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte "
        "terabytes petabyte petabytes carat carats knot knots calorie calories light-year light-years fathoms "
        "furlongs joules newtons decibels kiloton kilotons megaton megatons km kms km² m² km2 m2 km3 m³ kg kgs cm mm "
        "mph kph kmh km/h kwh mwh gwh twh kw mw gw mg ml ft sq.ft sqft sq.m sqm bpd teu ha"
    )
    + r"(?:[- \t\n]+(?:celsius|fahrenheit|long|tall))?"
)
_RATE = rf"(?:{_S}(?:an?|per)[ \t\n]+(?:second|minute|hour|day|week|month|year))?"
_QUANTITY = (
    rf"(?:(?:{_BETWEEN}|{_AMOUNT})(?:{_S}of|{_S}(?:and{_S})?a{_S}half)?(?:{_HS}|(?<=\d)){_UNIT_WORD}{_RATE}"
    rf"|(?:{_MOD}{_FRACTION}{_S}of{_S}an?|{_MOD}half{_S}an?){_S}{_UNIT_WORD}"
    rf"|{_MOD}{_DIGITS}[ ]?°[ ]?[CF]?|{_MOD}{_DIGITS}(?:GB|MB|TB|MW|GW|kW|Mbps|Gbps|MHz|GHz|mAh|cc)"
    rf"|\d{{2,4}}m(?!{_S}[a-z]+s\b)|{_MOD}an?{_S}(?:mile|kilomet(?:er|re)|tonne|ton|litre|liter|hectare|acre)"
    rf"|{_MOD}{_DIGITS}[ ](?:GB|MB|TB|MW|GW|kW|Mbps|Gbps|MHz|GHz)){_END}"
)

# --- dates -------------------------------------------------------------------------------------------------------------

_MONTH_FULL = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH_FULL_UPPER = r"(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
_MONTH_SHORT = r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_MONTH = rf"(?:{_MONTH_FULL}\b|{_MONTH_FULL_UPPER}\b|{_MONTH_SHORT})"
_WEEKDAY = r"(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)days?\b|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b)"
_WEEKDAY_SHORT = r"(?:(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])(?![.,]\d)"
_YEAR = r"(?:1[0-9]\d\d|20\d\d|2100)(?![\d%]|[.,]\d)"
_YEARS = rf"{_YEAR}(?:[-–/](?:{_YEAR}|\d\d(?!\d)(?!-\d)))?"
_YEAR_SUFFIX = rf"(?:,?{_S}(?:of{_S})?{_YEARS})?"
_TO = rf"(?:{_S}?{_DASH}{_S}?|{_S}(?:to|through|until|and|or){_S})"
_MONTH_DAY = rf"(?:{_MONTH}{_S}(?:the{_S})?|{_MONTH_SHORT}(?<=\.)){_DAY}"
_DAY_MONTH = rf"(?:the{_S})?{_DAY}(?:{_S}of)?{_S}{_MONTH}"
_ABSOLUTE = (
    rf"(?:(?:(?:this|last|next){_S})?(?:(?:{_WEEKDAY}|{_WEEKDAY_SHORT}),?{_S}(?:the{_S})?)?(?:"
    rf"{_MONTH_DAY}(?:{_TO}(?:{_MONTH_DAY}|{_DAY}))?{_YEAR_SUFFIX}"
    rf"|{_DAY}{_TO}{_DAY_MONTH}{_YEAR_SUFFIX}|{_DAY_MONTH}(?:{_TO}{_DAY_MONTH})?{_YEAR_SUFFIX})"
    rf"|{_MONTH}(?:{_TO}{_MONTH})?(?:,?{_S}(?:of{_S})?{_YEAR}(?:{_TO}{_MONTH}{_S}{_YEAR})?|{_S}'\d\d)"
    rf"|{_MONTH}{_DASH}{_MONTH}"
    rf"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])|\d{{1,2}}([/.-])\d{{1,2}}\1(?:19|20)\d\d|9/11)"
)
_PART = rf"(?:(?:early|late|mid|middle|later|earlier)(?:{_HS}(?:in|on|of){_HS}(?:the{_S})?|{_HS}))"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_HOLIDAY = (
    rf"(?:Christmas(?:{_S}(?:Day|Eve))?|New{_S}Year(?:['’]s(?:{_S}(?:Day|Eve))?)?|Thanksgiving(?:{_S}Day)?"
    rf"|Easter(?:{_S}(?:Sunday|Monday))?|Good{_S}Friday|Ash{_S}Wednesday|Palm{_S}Sunday|Halloween|Ramadan|Eid(?:[ -][aeu]l[ -][A-Z][a-z]+)?"
    rf"|Diwali|Hanukkah|Passover|Yom{_S}Kippur|Rosh{_S}Hashanah|Boxing{_S}Day|Pentecost|Lent|Nowruz|Lunar{_S}New{_S}Year"
    rf"|(?:Labor|Labour|Memorial|Independence|Valentine['’]s|Mother['’]s|Father['’]s|Veterans|Columbus|Canada|Australia"
    rf"|Bastille|Victory|Republic|Election|Inauguration|Earth|St\.?{_S}Patrick['’]s|International{_S}Women['’]s|May|Super{_S}Tues)"
    rf"{_S}?[Dd]ay)\b"
)
_UNIT = r"(?:day|week|month|year|decade|century|quarter|fortnight|weekend|semester)"
_UNITS = r"(?:days|weeks|months|years|seasons|decades|centuries|quarters|fortnights|weekends|weekdays)"
_ORDINAL_WORD = _any(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth "
    "ninetieth hundredth thousandth millionth"
)
_ORDINAL_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?:st|nd|rd|th)|\d+(?:st|nd|rd|th)"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]{_ORDINAL_WORD}|{_ORDINAL_WORD})"
)
_SHIFT = rf"(?:{_S}(?:ago|earlier|later|old|prior|from{_S}now|beforehand|hence))"
_POINT = r"(?:last|next|past|previous|following|coming|preceding|upcoming|current|same|ensuing|closing|final|entire|whole)"
_COUNT = (
    rf"(?:{_MOD}(?:{_BETWEEN}|{_NUMBER}(?:(?:{_S}(?:to|or){_S}|{_DASH}(?:to{_DASH})?){_NUMBER})?"
    rf"|several|many|(?:a{_S}|the{_S})?(?:good{_S})?few|a{_S}couple(?:{_S}of)?|couple{_S}of|{_MANY}{_S}of|a{_S}number{_S}of"
    rf"|half{_S}an?|an?{_S}half))"
)
_LONG = rf"(?:{_S}(?:and{_S})?(?:a{_S}half|(?:{_NUMBER}|an?){_S}(?:days?|weeks?|months?)))"
_DURATION = (
    rf"(?:(?:(?:the|this|these|those|his|her|its|their|our){_S})?(?:(?:{_POINT}|first){_S})?{_COUNT}"
    rf"{_HS}(?:(?:full|straight|consecutive|working|business|fiscal|calendar|whole|long|successive|more|additional){_HS})?"
    rf"(?:{_UNITS}|{_UNIT})(?:['’]s?|)(?:{_HS}(?:long|old|olds))?{_LONG}?{_SHIFT}?(?:{_S}(?:of|in){_S}(?:the{_S})?(?:{_YEAR}|year))?"
    rf"|(?:{_MOD})(?:an?|one){_S}(?:(?:single|full|whole|further|good){_S})?{_UNIT}(?:{_S}and{_S}a{_S}half)?{_SHIFT}?"
    rf"|(?:the{_S})?(?:past|last|next|recent|coming|previous|following|preceding|early|later|final|these|those){_S}(?:few{_S})?{_UNITS}"
    rf"|(?:{_UNITS}){_SHIFT}?)"
)
_AGE = (
    rf"(?:{_NUMBER}{_HS}(?:year|month|week|day)s?(?:{_DASH}|{_S})olds?|{_MOD}{_NUMBER}{_S}(?:years?|months?|weeks?|days?)"
    rf"{_S}of{_S}age|{_NUMBER}(?:-{_S}|-)?(?:{_S}?(?:to|and|or){_S}){_NUMBER}{_DASH}year{_DASH}olds?|aged?{_S}{_DIGITS}(?:{_S}(?:to|and){_S}{_DIGITS})?)"
)
_EDGE = r"(?:end|beginning|start|middle|rest|course|turn|close|remainder|first|second|latter|half|eve)"
_NAMED = rf"(?:{_ABSOLUTE.replace(chr(92) + '1', '[/.-]')}|{_MONTH}|{_WEEKDAY}|{_HOLIDAY}|{_YEAR})"
_RELATIVE = (
    rf"(?:(?:{_PART})?(?:the{_S}day{_S}(?:before{_S}yesterday|after{_S}tomorrow)|today|yesterday|tomorrow)"
    rf"|(?:{_PART})?(?:this|last|next|that|past|each|every){_S}(?:{_POINT}{_S})?(?:(?:fiscal|calendar|school|academic|election|other){_S})?"
    rf"(?:{_UNIT}|season|{_SEASON}|{_WEEKDAY}|{_MONTH}(?:{_S}{_YEAR})?|{_HOLIDAY})"
    rf"|(?:{_PART})?the{_S}(?:(?:very{_S})?{_POINT}{_S}|(?:fiscal|calendar){_S})?(?:{_UNIT})(?:{_S}{_YEAR}|{_S}ahead|{_S}to{_S}date)?"
    rf"|(?:{_PART})?(?:the{_S})?(?:following|previous|preceding){_S}(?:{_UNIT}|{_WEEKDAY}|{_MONTH}|{_SEASON})"
    rf"|these{_S}days|all{_HS}(?:day|week|month|year|summer|winter)|year-end|year-to-date|one{_S}day|(?:a|one){_S}{_WEEKDAY}"
    rf"|(?:annual|annually|yearly|monthly|quarterly|weekly|daily|biweekly|biannual|midweek|day-to-day)"
    rf"|(?:{_MOD})?(?:an?|one){_HS}(?:year|quarter|month|week|day)-(?:ago|earlier)|year-(?:ago|earlier))"
)
_PERIOD = (
    rf"(?:(?:the{_S})?(?:{_PART})?(?:1[0-9]|20)\d0['’]?s(?:{_S}(?:and|to|or){_S}(?:the{_S})?(?:{_PART})?(?:(?:1[0-9]|20)\d0['’]?s|['’]?\d0s))?"
    rf"|(?:the{_S}(?:{_PART})?|{_PART})['’]?[2-9]0s|['’]?[2-9]0s|the{_S}(?:{_PART})?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
    rf"|(?:the{_S})?(?:{_PART})?{_ORDINAL_NUMBER}{_HS}(?:centur(?:y|ies)|Century(?!{_S}[A-Z]))(?:{_S}(?:BC|B\.C\.|AD|A\.D\.|BCE|CE))?"
    rf"|(?:the{_S})?(?:(?:fiscal|calendar|financial){_S})?(?:(?:first|second|third|fourth|last|final|previous|current|latest|1st|2nd|3rd|4th){_HS}"
    rf"(?:(?:fiscal|financial|calendar){_S})?(?:quarter|half|trimester|semester)(?:{_S}of{_S}(?:the{_S})?(?:(?:this|last|next|fiscal|calendar|financial){_S})*(?:year|{_YEAR}|{_NAMED}))"
    rf"|(?:first|second|third|fourth|1st|2nd|3rd|4th){_HS}quarter(?:{_S}{_YEAR})?)"
    rf"|(?:Q[1-4]|H[12])(?:{_S}(?:of{_S})?(?:FY)?{_YEAR})|FY{_S}?(?:{_YEAR}|\d\d\b)(?:[-/–]\d\d\d?\d?)?"
    rf"|(?:the{_S})?(?:(?:fiscal|financial|calendar|school|academic){_S})(?:year{_S}?)?{_YEAR}(?:[-/–]\d\d(?:\d\d)?)?"
    rf"|(?:the{_S})?(?:year|years){_S}{_YEARS}|(?:the{_S})?(?:{_PART})?{_SEASON}(?:{_S}(?:of{_S})?{_YEARS})"
    rf"|(?:this|last|next|the|that){_S}(?:{_PART})?{_SEASON}(?:{_S}(?:of{_S})?{_YEAR})?|{_PART}{_SEASON}"
    rf"|the{_S}(?:{_HS}|very{_S})?{_EDGE}(?:{_S}(?:half|part|quarter|days?|weeks?|months?))?{_S}of{_S}(?:{_RELATIVE}|{_NAMED}|the{_S}(?:(?:19|20)\d0s|{_UNIT})|{_SEASON})"
    rf"|{_PART}(?:{_NAMED})|mid{_DASH}?(?:{_YEAR}|{_MONTH}|week|year|{_SEASON})"
    rf"|(?:{_YEAR})(?:[-–/](?:{_YEAR}|\d\d(?!\d)(?!-\d)))|(?:{_YEAR}){_S}(?:to|through|until){_S}{_YEAR}|between{_S}{_YEARS}{_S}and{_S}{_YEARS}"
    rf"|between{_S}{_YEAR}[-–](?:{_YEAR}|\d\d(?!\d))|between{_S}{_DAY}{_S}and{_S}{_DAY_MONTH}{_YEAR_SUFFIX}"
    rf"|between{_S}(?:{_PART})?{_NAMED}{_S}and{_S}(?:{_PART})?{_NAMED}|(?:Thurs|Tues|Wed|Fri|Mon)\."
    rf"|\d{{1,4}}{_S}(?:BC|B\.C\.|BCE|AD|A\.D\.)|AD{_S}\d{{1,4}}|(?:{_WEEKDAY}){_S}(?:to|through){_S}{_WEEKDAY}|{_WEEKDAY}(?:{_S}(?:last{_S})?week\b)?)"
)
_DATE = rf"(?:{_AGE}|{_PERIOD}|{_ABSOLUTE}|{_DURATION}|{_RELATIVE}|{_HOLIDAY}|{_MONTH}|{_SEASON}|{_YEAR})"
_DATES = tuple(
    rf"{part}(?!\w)" for part in (_AGE, _PERIOD, _ABSOLUTE, _DURATION, _RELATIVE, _HOLIDAY, _MONTH, _SEASON, _YEAR)
)

# --- times ------------------------------------------------------------------------------------------------------------

_ZONE = rf"(?:{_S}?\(?(?:GMT|UTC|BST|CET|EST|EDT|ET|PST|PDT|PT|IST|WAT|EAT|CAT|JST|AEST|Eastern|Pacific|local{_S}time)\)?(?!\w))"
_MERIDIEM = r"(?:[ap]\.m\.|[ap]m\b|[AP]\.?M\.?(?!\w)|[ap]\.m\b)"
_CLOCK_POINT = (
    rf"(?:\d{{1,2}}(?:[:.][0-5]\d)?(?:(?:{_S}(?:to|and){_S}|{_S}?{_DASH}{_S}?)\d{{1,2}}(?:[:.][0-5]\d)?)?{_S}?{_MERIDIEM}"
    rf"(?:(?:{_S}(?:to|and){_S}|{_S}?{_DASH}{_S}?)\d{{1,2}}(?:[:.][0-5]\d)?{_S}?{_MERIDIEM})?"
    rf"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?:{_S}?{_DASH}{_S}?(?:[01]?\d|2[0-3]):[0-5]\d)?(?:hrs|h\b)?"
    rf"|\d{{4}}{_S}?(?:hrs|hours|GMT|UTC)|{_NUMBER}{_S}o['’]clock)"
)
_DAYTIME = r"(?:morning|afternoon|evening|night|nights|mornings|evenings|afternoons|dawn|dusk|sunset|sunrise|midnight|noon|midday|lunchtime|nightfall)"
_CLOCK = (
    rf"(?:{_MOD}(?:early{_S}|late{_S})?(?:{_CLOCK_POINT}{_ZONE}?|noon\b|midnight\b|midday\b|sunset\b|sunrise\b|sundown\b|nightfall\b)"
    rf"(?:{_S}(?:on{_S})?(?:{_WEEKDAY}|today|yesterday|tomorrow)(?={_S}(?:morning|night|evening|afternoon)){_S}{_DAYTIME})?"
    rf"(?:{_S}(?:in{_S}the|this|that){_S}(?:morning|afternoon|evening)|{_S}at{_S}night)?)"
)
_DAYPART = (
    rf"(?:(?:{_PART}(?:the{_S})?)?(?:(?:(?:(?:this|last|next){_S})?{_WEEKDAY}|yesterday|tomorrow|{_HOLIDAY}){_S}(?:(?:early|late){_S})?{_DAYTIME}"
    rf"|(?:this|last|that|the|each|every|one|a|next|the{_S}(?:previous|following|next|same)){_S}(?:(?:early|late|mid){_HS})?{_DAYTIME})"
    rf"|{_PART}(?:the{_S})?(?:hours{_S}of{_S}(?:the{_S})?)?(?:{_WEEKDAY}{_S})?{_DAYTIME}|(?:the{_S})?(?:early|late|wee|small){_S}hours(?:{_S}of{_S}(?:the{_S})?(?:{_WEEKDAY}|{_DAYTIME}))?"
    rf"|tonight|overnight|mid-?(?:morning|afternoon)|dawn)"
)
_SHORT_UNIT = r"(?:hours?|minutes?|seconds|mins?|secs?|hrs?|nights|milliseconds?|nanoseconds?|half-hour)"
_SHORT_COUNT = rf"(?:(?:the{_S})?(?:(?:{_POINT}|first){_S})?{_COUNT})"
_SPAN = (
    rf"(?:{_SHORT_COUNT}(?:{_HS}(?:{_SHORT_UNIT}|(?<=-)second(?!s))|(?<=\d)(?:mins?|secs?|hrs?))(?:{_S}\d[\d.]*(?:mins?|secs?))*(?:['’]|{_HS}long)?"
    rf"(?:,?{_S}(?:and{_S})?(?:{_NUMBER}{_HS}(?:minutes?|seconds?)|a{_S}half))*{_SHIFT}?"
    rf"|{_MOD}(?:an?|one|half{_S}an|every|each|per){_S}(?:(?:full|single|whole){_S})?(?:hour|minute|half-hour|half{_S}hour)(?:{_S}and{_S}(?:a{_S}half|{_NUMBER}{_S}minutes))?{_SHIFT}?"
    rf"|one{_S}night|all{_HS}night|{_NUMBER}{_S}nights?|half-hour|(?:a{_S}few{_S}|several{_S}|many{_S}|the{_S}(?:past|last|next){_S}(?:few{_S})?)?(?:hours|minutes|seconds){_SHIFT}?|hourly|nightly)"
)
_TIMES = tuple(rf"{part}(?!\w)" for part in (_CLOCK, _DAYPART, _SPAN))

# --- ordinals and cardinals ------------------------------------------------------------------------------------------------

_ORDINAL = rf"(?:{_ORDINAL_NUMBER}|firstly|secondly|thirdly)(?!\w)"
_CARDINAL = (
    rf"(?:{_BETWEEN}|{_MOD}(?:{_FRACTION}(?!\w)|(?:an?|half{_S}a){_S}(?:dozen|hundred|thousand|million|billion)\b|one{_S}in{_S}{_NUMBER}"
    rf"|{_NUMBER}(?:(?:{_S}(?:to|or){_S}|{_DASH}(?:to{_DASH})?){_NUMBER})*|\d+[-–]\d+(?:[-–]\d+)*|half)|scores(?={_S}of{_S}(?!the\b)))(?!\w)"
)

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (label, re.compile(pattern, re.IGNORECASE if ignore_case else 0))
    for label, parts, ignore_case in (
        ("MONEY", (_MONEY,), False),
        ("PERCENT", (_PERCENT,), False),
        ("DATE", _DATES, False),
        ("TIME", _TIMES, False),
        ("QUANTITY", (_QUANTITY,), False),
        ("ORDINAL", (_ORDINAL,), False),
        ("CARDINAL", (_CARDINAL,), False),
    )
    for pattern in parts
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
