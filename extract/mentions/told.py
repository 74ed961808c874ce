"""What a text tells a name to be by the words beside it, wherever it stands: "a builder, Otto Lund", "Lund's goalkeeper".

Each sign (``signs.py``) gives points to a label; those of all places where the name stands are added up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from newsgraph.graph.knowledge import gazetteer

from ..english.name_words import PUBLIC_BODIES, STORMS
from ..english.semantic_classes import noun_type
from ..syntax.tree import Tree
from .firm_signs import ends_a_body
from .signs import SIGNS, WEAK

if TYPE_CHECKING:
    from .detection import MentionSpan

Words = tuple[str, ...]

ENOUGH = 2
"""Points by which another label must beat the one that a name has."""
SURE = 3
"""Points that make a body of what looks like a place, or a place of a body: clubs and governments are called by their towns."""

_MISTAKEN_FOR: Mapping[str, frozenset[str]] = {
    "PERSON": frozenset({"ORG", "GPE", "NORP", "PRODUCT", "EVENT", "FAC", "LOC"}),
    "ORG": frozenset({"PERSON", "GPE", "NORP", "PRODUCT"}),
    "GPE": frozenset({"PERSON", "ORG", "NORP"}),
    "PRODUCT": frozenset({"PERSON", "GPE", "ORG", "EVENT", "WORK_OF_ART"}),
    "EVENT": frozenset({"PERSON", "GPE", "ORG", "PRODUCT", "LOC"}),
}
"""The labels that are wrong where signs tell another one."""


def kinds_told(tree: Tree, names: Sequence[MentionSpan]) -> Mapping[Words, str]:
    """The label that signs tell of each name in the text, one for all places where it stands; names without are left out."""
    labels: dict[Words, Counter[str]] = defaultdict(Counter)
    for name in names:
        labels[tuple(tree.text[name.start : name.end])][name.label] += 1
    found = {}
    for words, points in _points(tree, names).items():
        if words in labels:
            most = max(labels[words].values())
            label = min(label for label, n in labels[words].items() if n == most)
            told = _kind_told(points, words, label)
            is_full = len(words) > 1 and label == "PERSON" and labels.get(words[-1:], Counter())["PERSON"]
            if told and not (is_full and points[told] < SURE):
                found[words] = told
    return found


def is_mistaken(label: str, told: str) -> bool:
    """Is a label wrong where signs tell the other one?"""
    return label in _MISTAKEN_FOR.get(told, ())


def _points(tree: Tree, names: Sequence[MentionSpan]) -> Mapping[Words, Counter[str]]:
    """The points of each label, by the words of the name."""
    points: dict[Words, Counter[str]] = defaultdict(Counter)
    longer: dict[Words, set[str]] = defaultdict(set)
    for name in names:
        words = tuple(tree.text[name.start : name.end])
        for sign in SIGNS.active():
            label = sign.apply(tree, name)
            if label:
                points[words][label] += WEAK.get(sign.name, ENOUGH)
                if label != name.label:
                    sign.fire(name.head, label)
        if len(words) == 1:
            continue
        if name.label == "EVENT" and words[0].lower() in STORMS:
            points[words[1:]]["EVENT"] += ENOUGH
        elif name.label == "PERSON" and all(word[0].isupper() for word in words):
            longer[words[-1:]].add("PERSON")
            longer[words[:1]].add("PERSON")
        elif name.label == "ORG" and words[1][0].isupper():
            longer[words[:1]].add("ORG")
    for words, labels in longer.items():
        known = points.get(words)
        if known is not None:
            known.update(
                label for label in labels if label == "PERSON" or (known[label] and not known["GPE"])
            )
    return points


def _kind_told(points: Counter[str], words: Sequence[str], label: str) -> str:
    """The label with most points, where it has enough more than the one that a name mostly has; "" where none has."""
    if not points:
        return ""
    (best, most), *rest = points.most_common()
    second = rest[0][1] if rest else 0
    is_known = bool(gazetteer.candidates(" ".join(words)))
    if label == best:
        return best if most - second >= ENOUGH and (best == "GPE" or not is_known) else ""
    if second == most or most - points[label] < ENOUGH or not is_mistaken(label, best):
        return ""
    if best == "GPE":
        return "" if _is_no_place(words) or (label == "ORG" and most < SURE) else best
    if best == "ORG" and label == "GPE" and (points["GPE"] or most < SURE):
        return ""
    is_ship = (best, label) == ("PRODUCT", "ORG")
    return "" if is_known and not is_ship else best


def _is_no_place(words: Sequence[str]) -> bool:
    """Is it in capitals, or is one of the words a noun for bodies or buildings ("the Bank of Norland")?"""
    return words[-1].isupper() or any(
        ends_a_body(word) or word in PUBLIC_BODIES or noun_type(word) in ("ORG", "FAC")
        for word in map(str.lower, words)
    )
