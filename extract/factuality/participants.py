"""Signs of single participants of a coordination: "Norland, not Tarvia", "either Norland or Tarvia"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..syntax.negation import is_scalar, negators
from ..syntax.rules import Rule, RuleTable
from .signs import NEGATIVE, Factuality, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_REPLACED = frozenset({"rather than", "instead of", "as opposed to", "not", "but not", "and not"})


def with_participants(tree: Tree, factuality: Factuality, *heads: int | None) -> Factuality:
    """The factuality of a clause as it holds for these participants, None for one that is not there."""
    signs = [
        sign
        for head in heads
        if head is not None
        for rule in PARTICIPANTS.active()
        for sign in _fired(rule, tree, head, factuality)
    ]
    return factuality.with_signs(signs)


def _fired(rule: Rule, tree: Tree, head: int, factuality: Factuality) -> Iterator[Sign]:
    for sign in rule.apply(tree, head, factuality):
        rule.fire(head, sign.effect)
        yield sign


def is_contrasted(tree: Tree, head: int) -> tuple[int, ...]:
    """The words that set a participant against another: "not", "rather than"; none for most."""
    joined = tree.dep[head] == "conj" or tree.child(head, "conj") is not None
    if not joined:
        return ()
    for kid in tree.kids[head]:
        if kid < head and tree.dep[kid] in ("cc", "advmod", "case", "cc:preconj", "mark"):
            words = (kid, *tree.children(kid, "fixed"))
            if tree.words(words) in _REPLACED and not is_scalar(tree, kid):
                return words
    return ()


def _contrasted(tree: Tree, head: int, factuality: Factuality) -> Iterator[Sign]:
    """ "Norland, not Tarvia, attacked": Tarvia did not; "nobody came, not even Lund": nor did Lund."""
    tokens = is_contrasted(tree, head)
    even = tokens and tree.lower[tokens[-1] + 1] == "even"
    if even and factuality.polarity == NEGATIVE:
        return
    if tree.dep[head] == "xcomp":  # "found her not guilty"
        tokens = negators(tree, head)
    if tokens:
        yield Sign(NEGATIVE, tokens)


def _alternative(tree: Tree, head: int, factuality: Factuality) -> Iterator[Sign]:
    """ "Norland or Tarvia attacked": either may have; "will play Norland or Tarvia": either may be; "did not meet Berg or Lund": neither."""
    if factuality.polarity == NEGATIVE or factuality.modality not in ("actual", "planned"):
        return
    if tree.child(head, "cop") is not None:  # a clause beside clauses
        return
    first = tree.head[head] if tree.dep[head] == "conj" else head
    members = tree.children(first, "conj")
    if not any(_is_particular(tree, noun) for noun in (first, *members)):
        return
    for member in members:
        for kid in tree.children(member, "cc"):
            if tree.lower[kid] == "or" and not _renames(tree, first, members, kid):
                either = (k for k in tree.kids[first] if tree.lower[k] in ("either", "whether") and k < first)
                yield Sign("possible", (*either, kid))
                return


def _is_particular(tree: Tree, noun: int) -> bool:
    """Is it somebody or something told apart from others, and not "nets or traps", "any comments or questions"?"""
    if any(tree.lower[kid] in ("any", "no", "every", "all") for kid in tree.kids[noun]):
        return False
    marked = any(tree.lower[kid] == "either" for kid in tree.kids[noun])
    return marked or tree.is_named(noun) or tree.child(noun, "det", "nmod:poss") is not None


def _renames(tree: Tree, first: int, members: list[int], cc: int) -> bool:
    """ "The Riksdag, or parliament, voted": another name for the same."""
    return len(members) == 1 and tree.text[cc - 1] == "," and members[0] > first


PARTICIPANTS = RuleTable(
    "factuality",
    Rule("contrasted-participant", _contrasted, cites="UD: conj, cc"),
    Rule("alternative-participant", _alternative, cites="UD: conj, cc"),
)
"""Asked of each participant of a statement."""
