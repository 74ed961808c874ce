"""Base forms of regular verbs: what a lemmatizer gets wrong is put right where the base form is a verb the rules know."""

from __future__ import annotations

from collections.abc import Iterator

from . import lexicon

_ENDINGS = {"VBZ": ("s", "es"), "VBD": ("ed", "d"), "VBN": ("ed", "d"), "VBG": ("ing",)}
KNOWN_VERBS = frozenset(
    lexicon.SPEAKING | lexicon.THINKING | lexicon.FAILING | lexicon.PLANNING | lexicon.REQUESTING | lexicon.DENYING
    | lexicon.BELIEVING | lexicon.WISHING | lexicon.ACCUSING
)  # fmt: skip
"""Verbs that change how a clause is read."""


def verb_lemma(form: str, tag: str, lemma: str) -> str:
    """Return ``lemma``, or the known verb that ``form`` is a regular form of where ``lemma`` is none.

    >>> verb_lemma("criticized", "VBD", "criticiz")
    'criticize'
    >>> verb_lemma("referring", "VBG", "referr")
    'refer'
    """
    if lemma in KNOWN_VERBS or tag not in _ENDINGS:
        return lemma
    return next((base for base in base_forms(form, tag) if base in KNOWN_VERBS), lemma)


def base_forms(form: str, tag: str) -> Iterator[str]:
    """Base forms that may be inflected like this: "tried" of "try", "planned" of "plan", "hoping" of "hope"."""
    for ending in _ENDINGS.get(tag, ()):
        stem = form.removesuffix(ending)
        if stem == form:
            continue
        yield stem
        if tag != "VBZ":
            yield stem + "e"
        if stem.endswith("i"):
            yield stem[:-1] + "y"
        if stem[-1:] == stem[-2:-1]:
            yield stem[:-1]
