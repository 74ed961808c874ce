"""Words of two parts that a tokenizer has taken apart at a hyphen."""

from __future__ import annotations

from ...english.lexicon import ARTICLES
from ..ages import years_in
from .arrays import Columns

_AGE = 5
"""Words before "old" in "the 54-year-old"."""
_ARGUMENTS = frozenset(
    {"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj"}
)
_REACH = 40
"""How many words away what hangs on the first part is looked for."""
_WITHIN = frozenset({"amod", "compound", "flat"})
_PARTS = frozenset({"NOUN", "ADJ", "ADV", "VERB", "AUX", "ADP", "X", "PART"})
"""What the first part may be; "and" and "the" stand in longer ones ("up-and-coming")."""


def name_by_age(columns: Columns) -> None:
    """ "The 54-year-old resigned": somebody called by an age alone is a noun, and no date."""
    for old in range(_AGE, len(columns.text)):
        if columns.text[old].lower() != "old" or columns.dep[old] not in _ARGUMENTS:
            continue
        article, *words = (word.lower() for word in columns.text[old - _AGE : old + 1])
        if article in ARTICLES and years_in(words):
            columns.pos[old], columns.tag[old], columns.label[old] = "NOUN", "NN", ""
            columns.head[old - 2], columns.dep[old - 2] = old, "compound"
            columns.head[old - _AGE], columns.dep[old - _AGE] = old, "det"


def join_hyphens(columns: Columns) -> None:
    """ "Was short-lived", "co-founded", "is non-binding": what a hyphen joins to a verb or an adjective is a part of that word."""
    for hyphen in range(1, len(columns.text) - 1):
        if columns.tag[hyphen] == "HYPH":
            _join(columns, hyphen - 1, hyphen + 1)


def _join(columns: Columns, part: int, word: int) -> None:
    predicate = columns.pos[word] in ("VERB", "ADJ") and columns.dep[word] not in _WITHIN
    longer = part > 0 and columns.tag[part - 1] == "HYPH"
    if not predicate or longer or columns.pos[part] not in _PARTS or columns.label[part]:
        return
    if columns.head[word] == part:
        root = columns.head[part] == part
        columns.head[word], columns.dep[word] = word if root else columns.head[part], columns.dep[part]
    for token in range(max(0, part - _REACH), min(len(columns.head), word + _REACH)):
        if columns.head[token] == part and token != part:
            columns.head[token] = word
    columns.head[part], columns.dep[part] = word, "compound"
    columns.pos[part], columns.tag[part] = "X", "AFX"
