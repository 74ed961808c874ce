"""What the nouns beside the names of a text call them: "the ferry Lund", "Lund, a mobile app"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..english.name_words import BROADCASTS
from ..english.semantic_classes import noun_type
from ..syntax.tree import Tree

if TYPE_CHECKING:
    from .detection import MentionSpan

MISTAKEN_FOR: Mapping[str, frozenset[str]] = {
    "PRODUCT": frozenset({"ORG", "WORK_OF_ART", "GPE", "EVENT", "FAC", "LOC"}),
    "LAW": frozenset({"WORK_OF_ART", "EVENT", "GPE"}),
    "FAC": frozenset({"GPE", "LOC", "WORK_OF_ART"}),
    "EVENT": frozenset({"WORK_OF_ART"}),
    "ORG": frozenset({"GPE", "WORK_OF_ART"}),
}
"""Labels that are wrong where a name is called by a noun of another one; of the other pairs most are metaphors or misread."""


def kinds_called(tree: Tree, names: Sequence[MentionSpan]) -> Mapping[tuple[str, ...], str]:
    """The label of the first noun beside each name, by the words of the name."""
    found: dict[tuple[str, ...], str] = {}
    for name in names:
        kind = _noun_beside(tree, name)
        if kind:
            found.setdefault(tuple(tree.text[name.start : name.end]), kind)
    return found


def _noun_beside(tree: Tree, name: MentionSpan) -> str:
    """The label of the noun that a name stands in apposition to, "" where it tells none."""
    above = tree.head[name.head]
    nouns = [kid for kid in tree.kids[name.head] if tree.dep[kid] == "appos" and kid >= name.end]
    if tree.dep[name.head] in ("appos", "flat", "nmod:desc") and above < name.start:
        nouns.append(above)
    if name.start and tree.head[name.start - 1] == name.head:
        nouns.append(name.start - 1)
    lemmas = [tree.lemma[noun] for noun in nouns if tree.pos[noun] == "NOUN"]
    return "" if BROADCASTS.issuperset(lemmas) else noun_type(lemmas[0])
