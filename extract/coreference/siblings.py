"""First names of brothers and sisters before the one with the family name, which both have ("the brothers Per and Otto Lund")."""

from __future__ import annotations

from collections.abc import Collection

from ..english.lexicon import SIBLING_NOUNS
from ..english.titles import is_title
from ..mentions.detection import MentionSpan
from ..mentions.surnames import family_names
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree


def shared_surname(tree: Tree, first: MentionSpan, names: Collection[MentionSpan]) -> str:
    """The family name that the first mention of somebody has in common with the name behind it, "" where it has none."""
    for rule in SIBLINGS.active():
        found: str = rule.apply(tree, first, names)
        if found:
            rule.fire(first.head, found)
            return found
    return ""


def _with_the_next(tree: Tree, first: MentionSpan, names: Collection[MentionSpan]) -> str:
    """A first name between a noun for siblings and "and" with a full name; "Sisters" in capitals may be nuns.

    Couples are none: stars, rulers and their wives have one name or two family names ("Harry and Meghan Markle").
    """
    if first.end - first.start > 1 or first.start == 0 or tree.text[first.start] in family_names(tree):
        return ""
    noun = first.start - 1
    if tree.lower[noun] not in SIBLING_NOUNS or tree.text[noun] == "Sisters":
        return ""
    if tree.lower[first.end : first.end + 1] != ["and"]:
        return ""
    beside = next((name for name in names if name.start == first.end + 1 and name.label == "PERSON"), None)
    if (
        beside is None
        or beside.end - beside.start != len(("first", "family"))
        or is_title(tree.text[beside.start])
    ):
        return ""
    return tree.text[beside.end - 1] if tree.head[beside.head] == first.head else ""


SIBLINGS = RuleTable("siblings", Rule("shared-surname", _with_the_next))
