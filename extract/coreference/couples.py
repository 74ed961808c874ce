"""First names before "and" with somebody's full name: both have the family name ("Per and Ida Lund")."""

from __future__ import annotations

from collections.abc import Collection

from newsgraph.graph.knowledge.lexicon import words

from ..english.semantic_classes import given_names
from ..mentions.detection import MentionSpan
from ..mentions.surnames import family_names
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree


def shared_surname(tree: Tree, first: MentionSpan, names: Collection[MentionSpan]) -> str:
    """The family name that the first mention of somebody has in common with the name behind it, "" where it has none."""
    for rule in COUPLES.active():
        found: str = rule.apply(tree, first, names)
        if found:
            rule.fire(first.head, found)
            return found
    return ""


def _with_the_next(tree: Tree, first: MentionSpan, names: Collection[MentionSpan]) -> str:
    """News gives full names first: a first name without one, joined by "and" to a full name, has that one's family name."""
    word = tree.text[first.start]
    if first.end - first.start > 1 or word.lower() not in given_names() or word in family_names(tree):
        return ""
    before = (
        tree.text[first.start - 1]
        if first.start and tree.sentence[first.start - 1] == tree.sentence[first.start]
        else ""
    )
    if word.lower() in words("top_family_names.txt") or before.istitle():
        return ""
    if tree.lower[first.end : first.end + 1] not in (["and"], ["&"]):
        return ""
    beside = next((name for name in names if name.start == first.end + 1 and name.label == "PERSON"), None)
    if beside is None or beside.end - beside.start != len(("first", "family")):
        return ""
    if tree.head[beside.head] != first.head:
        return ""
    return tree.text[beside.end - 1]


COUPLES = RuleTable("couples", Rule("shared-surname", _with_the_next))
