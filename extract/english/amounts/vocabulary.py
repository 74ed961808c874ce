"""The English words and signs of amounts: scales, currencies, units of measure, and shades of exactness."""

from __future__ import annotations

from ..lexicon import word_set


def _table(entries: str) -> dict[str, str]:
    """Read lines of ``value: key, key``."""
    lines = (line.partition(":") for line in entries.strip().splitlines())
    return {key.strip(): value.strip() for value, _, keys in lines for key in keys.split(",")}


SCALES = {
    "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7, "dozen": 12.0,
}  # fmt: skip
"""Words that multiply the number before them."""

SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
"""Letters that multiply the figure they are attached to; a lone "m" may be metres instead."""

PLURAL_SCALES = {
    "dozens": 24.0, "scores": 40.0, "tens": 20.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "trillions": 2e12, "lakhs": 2e5, "crores": 2e7,
}  # fmt: skip
"""Numbers that are not told: at least two of the scale."""

FRACTIONS = {
    word: 1 / part
    for part, words in enumerate(
        ("half halves", "third thirds", "quarter quarters fourth fourths", "fifth fifths", "sixth sixths",
         "seventh sevenths", "eighth eighths", "ninth ninths", "tenth tenths"), start=2)
    for word in words.split()
}  # fmt: skip

SIGNS = _table(
    """
    USD: $, US$, USD$
    CAD: C$, CA$, CAD$
    AUD: A$, AU$, AUD$
    NZD: NZ$
    HKD: HK$
    TWD: NT$
    SGD: S$
    BRL: R$
    GBP: £
    EUR: €
    JPY: ¥
    INR: ₹, Rs, Rs.
    KRW: ₩
    RUB: ₽
    TRY: ₺
    NGN: ₦
    UAH: ₴
    ILS: ₪
    THB: ฿
    VND: ₫
    PHP: ₱
    """
)
"""Currency by the sign in front of a number; the bare dollar sign is taken as that of the United States."""

CODES = word_set(
    "USD EUR GBP JPY CNY CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN RUB UAH TRY ILS INR PKR BDT LKR KRW TWD "
    "HKD SGD THB VND PHP IDR MYR BRL MXN ARS CLP COP PEN ZAR NGN KES GHS EGP SAR AED QAR KWD RMB"
)
"""Codes of ISO 4217 that stand beside numbers in news, and RMB."""

MONEY_NOUNS = _table(
    """
    USD: dollar, dollars, greenback, greenbacks
    EUR: euro, euros
    GBP: sterling, quid
    JPY: yen
    CNY: yuan, renminbi
    KRW: won
    RUB: rouble, roubles, ruble, rubles
    UAH: hryvnia, hryvnias
    PLN: zloty, zlotys
    HUF: forint, forints
    CZK: koruna, korunas, koruny
    SEK: kronor
    ILS: shekel, shekels
    INR: rupee, rupees
    BRL: real, reais, reals
    ZAR: rand
    NGN: naira
    GHS: cedi, cedis
    THB: baht
    VND: dong
    IDR: rupiah
    MYR: ringgit
    BDT: taka
    PEN: sol, soles
    TRY: lira, liras
    CHF: franc, francs
    """
)
"""Currency by its noun where one country's is meant unless another is named beside it."""

MANY_COUNTRIES = word_set(
    "pound pounds krona krone kroner peso pesos dinar dinars riyal riyals dirham dirhams"
)
"""Nouns of money of several countries: without one beside it the currency is not known."""

MONEY_OF = {
    "dollar": _table("USD: us, u.s., american\nCAD: canadian\nAUD: australian\nNZD: new zealand\nHKD: hong kong\n"
                     "SGD: singapore\nTWD: taiwan, taiwanese\nJMD: jamaican\nFJD: fijian\nZWL: zimbabwean"),
    "pound": _table("GBP: british\nEGP: egyptian\nSYP: syrian\nLBP: lebanese\nSDG: sudanese"),
    "rupee": _table("INR: indian\nPKR: pakistani\nLKR: sri lankan\nNPR: nepalese, nepali\nMUR: mauritian"),
    "peso": _table("MXN: mexican\nPHP: philippine\nARS: argentine\nCLP: chilean\nCOP: colombian\nUYU: uruguayan\nCUP: cuban"),
    "kron": _table("SEK: swedish\nNOK: norwegian\nDKK: danish\nISK: icelandic"),
    "dinar": _table("KWD: kuwaiti\nIQD: iraqi\nRSD: serbian\nTND: tunisian\nDZD: algerian\nJOD: jordanian\nLYD: libyan"),
    "riyal": _table("SAR: saudi\nQAR: qatari\nYER: yemeni\nOMR: omani"),
    "dirham": _table("AED: uae, emirati\nMAD: moroccan"),
    "franc": _table("CHF: swiss\nXAF: cfa\nFRF: french\nBEF: belgian"),
    "lira": _table("TRY: turkish\nITL: italian\nSYP: syrian"),
    "won": _table("KRW: south korean\nKPW: north korean"),
}  # fmt: skip
"""Currency by the stem of its noun and the adjective or country before it."""

CENTS = {"pence": ("GBP", 0.01), "p": ("GBP", 0.01)}
"""Small money whose currency is known."""

UNITS = _table(
    """
    percent: %, percent, per cent, pct, percentage
    percentage point: percentage point, percentage points, pp
    basis point: basis point, basis points, bps
    kilometre: km, kms, kilometre, kilometres, kilometer, kilometers
    metre: metre, metres, meter, meters
    centimetre: cm, centimetre, centimetres, centimeter, centimeters
    millimetre: mm, millimetre, millimetres, millimeter, millimeters
    mile: mile, miles
    yard: yard, yards, yd, yds
    foot: foot, feet, ft
    inch: inch, inches
    square kilometre: square kilometre, square kilometres, square kilometer, square kilometers, sq km, km², km2
    square metre: square metre, square metres, square meter, square meters, sq m, m², m2, sqm
    square mile: square mile, square miles, sq mi
    square foot: square foot, square feet, sq ft
    cubic metre: cubic metre, cubic metres, cubic meter, cubic meters, m³
    cubic foot: cubic foot, cubic feet
    hectare: hectare, hectares, ha
    acre: acre, acres
    kilogram: kg, kgs, kilogram, kilograms, kilo, kilos
    gram: gram, grams, g
    ton: ton, tons
    tonne: tonne, tonnes, metric ton, metric tons
    ounce: ounce, ounces, oz
    pound: lb, lbs
    litre: litre, litres, liter, liters
    gallon: gallon, gallons
    barrel: barrel, barrels, bbl
    megawatt: MW, megawatt, megawatts
    gigawatt: GW, gigawatt, gigawatts
    kilowatt: kW, kilowatt, kilowatts
    kilowatt hour: kWh, kilowatt hour, kilowatt hours
    megawatt hour: MWh, megawatt hour, megawatt hours
    mile per hour: mph, miles per hour, miles an hour
    kilometre per hour: km/h, kph, kmh, kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour
    degree Celsius: °C, degrees Celsius, degrees centigrade, C
    degree Fahrenheit: °F, degrees Fahrenheit, F
    degree: degree, degrees, °
    knot: knots
    cent: cent, cents, ¢
    year: years old, year old, yrs, yr
    gigabyte: GB, gigabyte, gigabytes
    megabyte: MB, megabyte, megabytes
    terabyte: TB, terabyte, terabytes
    megahertz: MHz
    """
)
"""Units of measure by their words and abbreviations."""

LOOSE = _table(
    """
    about: about, around, approximately, roughly, some, circa, c., an estimated, estimated, close to, somewhere around
    over: more than, over, above, at least, no fewer than, no less than, not less than, in excess of, upwards of
    over: well over, exceeding, a minimum of, just over, greater than, not fewer than, a little over
    under: less than, fewer than, under, below, up to, at most, no more than, not more than, a maximum of, as many as
    under: nearly, almost, just under, well under, just below, as much as, as few as, a little under
    """
)
"""Words before a number that say how exact it is."""

LOOSE_AFTER = _table(
    """
    about: or so, or thereabouts, odd
    over: or more, and more, or older, or over, or above, and over, and above, plus, at least, and up, upwards
    under: or less, or fewer, or under, at most, or younger, and under, or below
    """
)
"""Words behind an amount that say how exact it is."""

NUMBERED = word_set(
    """
    no no. number article section chapter part page paragraph clause phase unit room type route flight channel class
    group category level stage grade tier act resolution amendment title rule line item point issue volume episode
    season version model gate platform pier terminal highway motorway interstate freeway exit lot block district ward
    zone sector division platoon squadron regiment brigade battalion apartment apt suite floor formula
    january february march april may june july august september october november december jan jan. feb feb. mar mar.
    apr apr. jun jun. jul jul. aug aug. sept sept. sep sep. oct oct. nov nov. dec dec. covid fiscal
    """
)
"""Words before a number that names something: Article 5, March 3, Flight 370."""

FUNCTION_WORDS = word_set(
    """
    of in on at to for from with by about against between among into onto over under after before during through
    across near off per via than as since until within without along around behind beyond inside outside throughout
    toward towards upon who whom whose which that where when while because if though although but and or nor so
    is are was were be been being am has have had having do does did will would shall should can could may might must
    said says say the a an this these those its his her their our my your it he she they we i you there here not
    each apiece ago later earlier
    """
)
"""Words at which the noun phrase of a count has ended."""

NOT_COUNTED = word_set("other others more further additional extra new such same")
"""Words that are no unit of a count."""

TIME_UNITS = word_set("second minute hour day week month quarter year decade century weekend night fortnight")

CONTESTS = word_set(
    "win victory defeat loss lead draw score vote triumph margin scoreline rout thrashing tie deficit"
)
"""Nouns behind a score: "a 2-1 win"."""
