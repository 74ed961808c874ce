"""Oddities of the parse of one statement: a verb with two objects, a colon or another verb between its parts, a plural that "is"."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from ..statements.roles import ROLE_METHODS

if TYPE_CHECKING:
    from ..statements import Extraction
    from ..syntax.tree import Tree
    from .margins import Margins

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NUMBERS = {"VBZ": "singular", "VBP": "plural"}
_SUBJECTS = frozenset({"NN", "NNP"})
_COLONS = frozenset({":", ";"})
_OTHERS = ROLE_METHODS | {"nominal", "relative"}
"""Methods whose subject and verb need not agree by their form."""


def oddities(tree: Tree, margins: Margins, extraction: Extraction, content: int) -> dict[str, float]:
    """Features of confidence; ``content`` is the main word of the predicate."""
    subject, item = extraction.subject_head, extraction.object_head
    found = {
        "two subjects": float(len(tree.children(content, "nsubj", "nsubj:pass")) > 1),
        "two objects": float(len(tree.children(content, "obj")) > 1),
        "unlike number": float(_disagree(tree, extraction, content)),
    }
    for side, head in (("subject", subject), ("object", item)):
        if head is not None:
            between = range(min(head, content) + 1, max(head, content))
            tags = _FINITE if side == "subject" else _FINITE | {"VB", "VBG", "VBN"}
            verbs = sum(tree.pos[t] == "VERB" and tree.tag[t] in tags for t in between)
            found[f"{side} verbs between"] = log2(1 + verbs)
            found[f"{side} colon between"] = float(any(tree.text[t] in _COLONS for t in between))
    for part, head in (("subject", subject), ("verb", content), ("object", item)):
        if head is not None and tree.dep[head] == "conj":
            found[f"joined {part} doubted"] = margins.arc(head)
    return found


def _disagree(tree: Tree, extraction: Extraction, content: int) -> bool:
    """Is the subject a plural with a singular verb, or the other way round?"""
    subject = extraction.subject_head
    joined = tree.dep[subject] == "conj" or tree.child(subject, "conj") is not None
    if joined or extraction.method in _OTHERS:
        return False
    words = (*tree.children(content, "aux", "aux:pass", "cop"), content)
    numbers = {"was": "singular", "were": "plural"}
    told = (numbers.get(tree.lower[t]) or _NUMBERS.get(tree.tag[t]) for t in words)
    number = next((one for one in told if one is not None), None)
    if tree.tag[subject] == "NNS" and not tree.label[subject]:
        return number == "singular"
    return tree.tag[subject] in _SUBJECTS and number == "plural"
