"""Characters that nobody sees, and letters that look like others: what makes one name two, or hides a text in it."""

from __future__ import annotations

import re
import unicodedata

_FORMS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors: an emoji may keep its own
HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
"""Unicode's Default_Ignorable_Code_Point but for joiners and variation selectors, and line ends that are none on a screen, as
the inside of a class of a regular expression."""

_HIDDEN = re.compile(f"[{HIDDEN}]|(?<=[^\\W_])[{_FORMS}]+")

_JOINER = re.compile(
    "[\u200c\u200d](?:(?<![\u0590-\u0dff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff].)|(?![\u0590-\u0dff\u2600-\u27bf\U0001f000-\U0001faff]))"
)
"""Joiners where no script or emoji needs them."""

_COMPATIBLE = re.compile(
    "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\u24b6-\u24e9"
    "\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u212a-\u2131\u2133\u2134]+"
)
"""Full width, mathematical and encircled letters."""

_TWINS = str.maketrans(
    "аеорсухіјѕһԁԛԝӏѵүАВЕЅІЈКМНОРСТУХԌԚԜҮΑΒΕΖΗΙΚΜΝΟΡΤΥΧονօսցհոյɡɑ",
    "aeopcyxijshdqwlvyABESIJKMHOPCTYXGQWYABEZHIKMNOPTYXovoughnjga",
)
"""Letters of other alphabets and of phonetics that look like Latin ones (Unicode Technical Standard 39)."""

_TWIN = re.compile(f"[{''.join(map(chr, _TWINS))}]")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = "\u024f"


def without_hidden(text: str) -> tuple[str, int]:
    r"""Return a text without characters that nobody sees, and how many there were.

    >>> without_hidden("Ann\u200ba \U000e0041Berg")
    ('Anna Berg', 2)
    """
    visible = _JOINER.sub("", _HIDDEN.sub("", text))
    return visible, len(text) - len(visible)


def without_lookalikes(text: str) -> tuple[str, int]:
    r"""Return a text whose Latin words have Latin letters only, and how many letters looked like some.

    Words of other scripts stay as they are, and so do those that mix scripts in the open.

    >>> without_lookalikes("B\u0435rg, \uff2f\uff53lo, Берг")
    ('Berg, Oslo, Берг', 3)
    """
    plain, count = text, 0
    if _COMPATIBLE.search(plain):
        count += sum(map(len, _COMPATIBLE.findall(plain)))
        plain = _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), plain)
    if _TWIN.search(plain):
        words = [match[0] for match in _WORD.finditer(plain) if _is_mixed(match[0])]
        count += sum(len(_TWIN.findall(word)) for word in words)
        plain = _WORD.sub(lambda match: _latin(match[0]), plain)
    return plain, count


def readable_name(name: str) -> str:
    r"""Return a name as a person sees it; one of hidden characters only stays as it is.

    >>> readable_name("B\u0435rg\u202e")
    'Berg'
    """
    if name.isascii():
        return name
    return without_lookalikes(without_hidden(name)[0])[0].strip() or name


def _is_mixed(word: str) -> bool:
    """Whether the word has Latin letters, and all others look like some."""
    others = [letter for letter in word if letter > _LAST_LATIN]
    return 0 < len(others) < len(word) and all(ord(letter) in _TWINS for letter in others)


def _latin(word: str) -> str:
    return word.translate(_TWINS) if not word.isascii() and _is_mixed(word) else word
