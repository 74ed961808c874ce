"""Lemmas as edit scripts: how many letters to cut from the end of a word, and what to put there.

After Chrupała (2006), "Simple data-driven context-sensitive lemmatization": a classifier picks the script.
"""

from __future__ import annotations


def edit_script(word: str, lemma: str) -> str:
    """The script that turns a word into its lemma: ``case|cut|add``, case ``=`` (kept) or ``l`` (lowered first).

    >>> edit_script("Spokesmen", "spokesman")
    'l|2|an'
    >>> edit_script("Putin", "Putin")
    '=|0|'
    """
    kept, lowered = _suffix(word, lemma), _suffix(word.lower(), lemma)
    case, (cut, add) = ("=", kept) if kept[0] <= lowered[0] else ("l", lowered)
    return f"{case}|{cut}|{add}"


def _suffix(word: str, lemma: str) -> tuple[int, str]:
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return len(word) - shared, lemma[shared:]


def apply_script(word: str, script: str) -> str:
    """The lemma a script gives for a word; the word itself where the script does not fit it.

    >>> apply_script("envoys", "=|1|")
    'envoy'
    >>> apply_script("a", "=|3|x")
    'a'
    """
    case, cut, add = script.split("|", 2)
    base = word.lower() if case == "l" else word
    if int(cut) > len(base):
        return word
    return (base[: len(base) - int(cut)] + add) or word
