"""Words of two parts that a tokenizer has taken apart at a hyphen."""

from __future__ import annotations

from .arrays import Columns

_REACH = 40
"""How many words away what hangs on the first part is looked for."""
_WITHIN = frozenset({"amod", "compound", "flat"})
_PARTS = frozenset({"NOUN", "ADJ", "ADV", "VERB", "AUX", "ADP", "X", "PART"})
"""What the first part may be; "and" and "the" stand in longer ones ("up-and-coming")."""


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
