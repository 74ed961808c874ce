"""Word classes kept as files under ``words/``, one file a class, read on first use.

Entries are lemmas or short phrases of lemmas, parted by commas and line ends; ``#`` opens a comment. A phrase such as
"back away from" is a verb with its particles and the preposition of its gerund.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .lexicon import PLANNING, SPEAKING, THINKING

WORDS = Path(__file__).parent / "words"


@cache
def word_class(name: str) -> frozenset[str]:
    """The entries of a class. Raises FileNotFoundError for one that has no file.

    >>> "reject" in word_class("denying")
    True
    """
    lines = (WORDS / f"{name}.txt").read_text("utf8").splitlines()
    entries = (entry.strip() for line in lines for entry in line.partition("#")[0].split(","))
    return frozenset(entry for entry in entries if entry)


_VERBS = (
    "denying", "doubting", "retracting", "refraining", "holding_back", "exonerating", "accusing", "reported", "telling",
    "needing_objects",
)  # fmt: skip


@cache
def listed_verbs() -> frozenset[str]:
    """The verbs of the classes of verbs, of saying, thinking and planning, which a lemmatiser may not have seen ("recant", "shy").

    >>> "recant" in listed_verbs()
    True
    """
    return (
        SPEAKING | THINKING | PLANNING | {entry.split()[0] for name in _VERBS for entry in word_class(name)}
    )
