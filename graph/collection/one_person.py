"""Phrases that cannot mean the one person whom another article names: several people, bodies of them, "her husband"."""

from __future__ import annotations

import re
from functools import lru_cache

from .phrases import head_of, stem


def means_others(text: str) -> bool:
    """Return whether a phrase means several, or somebody who is known only by whose he is.

    >>> means_others("undeclared voters"), means_others("her husband"), means_others("the engineer")
    (True, True, False)
    """
    return is_several(text) or text.casefold().startswith(_WHOSE)


_WHOSE = ("his ", "her ", "their ", "my ", "our ", "your ")
"""How a phrase begins that means another in every text: "her husband"."""


@lru_cache(maxsize=1 << 14)
def is_several(text: str) -> bool:
    """Return whether an English noun phrase means more than one person, or a body of them.

    >>> is_several("undeclared voters"), is_several("a group of donors"), is_several("the boss of the miners")
    (True, True, False)
    """
    head = head_of(text)
    words = (word.casefold() for word in re.findall(r"[\w'’-]+", text))
    return head in _BODIES or any(
        word != head and word.endswith("s") and stem(word) == head for word in words
    )


_BODIES = frozenset(
    "group party company firm team committee crowd government ministry court council union agency department campaign "
    "administration everybody everyone nobody people men women children police family majority".split()
)
"""Nouns that no single person is called by."""
