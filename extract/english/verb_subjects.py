"""How often it is somebody who does what a verb says, or to whom it is done; counted by ``training/verb_subjects.py``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data/verb_subjects.txt"
_DOERS, _OTHERS = 0.8, 0.22
"""The shares of somebody among the subjects of all verbs: of those who do it, and of those it is done to."""
_DOUBT = 3.0
"""So many subjects of all verbs are added to those of one."""


@cache
def _counts() -> dict[str, list[int]]:
    """By lemma: subjects that do it, somebody among them, what it is done to, somebody among that."""
    lines = (line.split() for line in _DATA.read_text("utf8").splitlines() if not line.startswith("#"))
    return {lemma: [int(count) for count in counts] for lemma, *counts in lines}


def share_of_somebody(lemma: str, *, passive: bool = False) -> float:
    """The share of persons and bodies among those who do what a verb says, or among what it is done to.

    >>> share_of_somebody("wonder") > 0.9 > share_of_somebody("contain")
    True
    """
    doers, somebody, others, somebody_else = _counts().get(lemma, [0, 0, 0, 0])
    if passive:
        return (somebody_else + _OTHERS * _DOUBT) / (others + _DOUBT)
    return (somebody + _DOERS * _DOUBT) / (doers + _DOUBT)
