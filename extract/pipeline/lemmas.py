"""Lemmas as edit scripts: how many letters to cut from the end of a word, and what to put there.

After Chrupała (2006), "Simple data-driven context-sensitive lemmatization": a classifier picks the script.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import lru_cache


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


@lru_cache(maxsize=8192)
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


UNKNOWN_WORD_COST = 4.0
"""Logits that a script loses for giving a word nobody has seen; tuned on the development set of EWT."""


def best_lemma(word: str, scripts: Iterable[str], scores: Iterable[float], known: Container[str]) -> str:
    """The lemma of the best of the likeliest ``scripts``, best first; one that gives a ``known`` word goes before others.

    >>> best_lemma("closing", ["=|3|", "=|3|e"], [2.0, 1.0], {"close"})
    'close'
    """
    best, best_score = word, float("-inf")
    for script, score in zip(scripts, scores, strict=True):
        lemma = apply_script(word, script)
        if lemma.lower() in known:
            if score > best_score:
                return lemma
        elif score - UNKNOWN_WORD_COST > best_score:
            best, best_score = lemma, score - UNKNOWN_WORD_COST
        if score <= best_score:
            break
    return best
