"""The language of a text: what is not English is refused by name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

NAMES = {
    "af": "Afrikaans", "am": "Amharic", "an": "Aragonese", "ar": "Arabic", "as": "Assamese", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "br": "Breton", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh",
    "da": "Danish", "de": "German", "dz": "Dzongkha", "el": "Greek", "en": "English", "eo": "Esperanto", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fo": "Faroese", "fr": "French", "ga": "Irish",
    "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "ht": "Haitian Creole",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "jv": "Javanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish",
    "ky": "Kyrgyz", "la": "Latin", "lb": "Luxembourgish", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mg": "Malagasy",
    "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "nb": "Norwegian",
    "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "oc": "Occitan", "or": "Odia", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "qu": "Quechua", "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda",
    "se": "Northern Sami", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "ug": "Uyghur",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "vo": "Volapük", "wa": "Walloon", "xh": "Xhosa", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip
"""English names of the languages that are told apart, by ISO 639-1 code."""

_FUNCTION_WORDS = frozenset(
    "the of and to in is that for was on with it at by from his be are an were this which has had not but have or "
    "they who their been its will would said he she after we you i there when what about more than one all if up out "
    "so can into over could also him her them some new other".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH_SHARE = 0.2
"""Running English has about twice as many function words, no other language has as many of these."""
_ENOUGH_WORDS = 12
"""Names and headlines with fewer words are not judged by their letters alone."""
_LEAST_LEAD, _LEAD_PER_WORD = 40.0, 1.5
"""Running text of another language leads by about ten a word; lists of foreign names in English by one at most."""
_LATIN_SHARE = 0.25
"""Of letters; with fewer a text is not English, whatever names it has."""
_SAMPLE = 5_000


def foreign_language(text: str, declared: str | None = None) -> str | None:
    """The English name of the language of a text that is not English; None for English and for what nobody can tell.

    The text decides, as pages often declare a wrong language; ``declared`` (an ISO 639 code) decides where a text is short.

    >>> foreign_language("Der Rat hat gestern mit neun zu vier Stimmen beschlossen, dass die Brücke gebaut wird.")
    'German'
    >>> foreign_language("Nokia sued Intel.") is None
    True
    """
    sample = text[:_SAMPLE]
    words = [word.casefold() for word in _WORD.findall(sample)]
    if not words:
        return None
    english = sum(word in _FUNCTION_WORDS for word in words) / len(words)
    if english >= _ENGLISH_SHARE:
        return None
    if _latin_share(sample) < _LATIN_SHARE:
        return NAMES.get(_detect(sample)[0], "another language")
    if len(words) < _ENOUGH_WORDS or (english > _ENGLISH_SHARE / 2 and declared in (None, "en")):
        return None
    found, lead = _detect(sample)
    if found == "en" or lead < max(_LEAST_LEAD, _LEAD_PER_WORD * len(words)):
        return None
    return NAMES.get(found)


def _latin_share(text: str) -> float:
    letters = [char for char in text[:2000] if char.isalpha()]
    return sum(_is_latin(char) for char in letters) / len(letters) if letters else 1.0


@cache
def _is_latin(char: str) -> bool:
    return "LATIN" in unicodedata.name(char, "")


def _detect(text: str) -> tuple[str, float]:
    """The likeliest language by character n-grams (Lui and Baldwin 2012), and its lead on English in log likelihood."""
    import py3langid

    scores = dict(py3langid.rank(text))
    best = max(sorted(scores), key=lambda code: scores[code])
    return str(best), float(scores[best] - scores["en"])
