"""Constants that Python and JavaScript share; they stand in ``script/constants.json``."""

from __future__ import annotations

import json
from importlib.resources import files

_SHARED = json.loads((files(__package__) / "script" / "constants.json").read_text(encoding="utf-8"))

LINE_KINDS: tuple[str, ...] = tuple(_SHARED["lineKinds"])
"""How a line joins two nodes, see :mod:`newsgraph.graph.assembly.lines`; the page counts them in this order."""

ROLES: tuple[str, ...] = tuple(_SHARED["roles"])
"""Parts of a statement that are marked: cues are the words that make it denied, planned, or somebody's."""

LEADS: tuple[int, ...] = tuple(_SHARED["leads"])
"""How many characters of the alphabet begin a number of one, two, three and four characters."""

FRONT: int = _SHARED["front"]
"""Articles from which the page opens on a survey of them."""

NAME_SENTENCES: int = _SHARED["nameSentences"]
"""Sentences at the beginning of an article of which one stands in for its headline."""

NAME_WORDS: int = _SHARED["nameWords"]
"""Words that this one has at least: a dateline is none."""

NAME_LETTERS: int = _SHARED["nameLetters"]
"""Letters of a name in one of the two lines that it is set in."""

LETTER_WIDTH: float = _SHARED["letterWidth"]
"""Pixels that a letter of a name takes."""

LINE_HEIGHT: float = _SHARED["lineHeight"]
"""Pixels that a line of a name takes."""
