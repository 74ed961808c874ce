"""Whose a thing is where its words say so: "Lund and his sister", "Lund criticised Berg for his speech"."""

from __future__ import annotations

from ..english.word_classes import word_class
from .candidates import Candidates

_FOR = frozenset({"for", "over"})
_NOT_MEANT = frozenset({"know", "pay", "target", "hit"})


def joined_owner(draft: Candidates, i: int) -> int | None:
    """The person by name to whom what a pronoun owns is joined ("Otto Lund and his sister")."""
    tree, noun = draft.tree, _owned(draft, i)
    if noun is None or tree.dep[noun] != "conj" or i == 0 or tree.lower[draft.mentions[i].start - 1] != "and":
        return None
    first = tree.head[noun]
    person = draft.at.get([first, *(kid for kid in tree.children(first, "conj") if kid < noun)][-1])
    return person if person is not None and draft.mentions[person].kind == "name" else None


def judged_owner(draft: Candidates, i: int) -> int | None:
    """The person whom somebody praises, blames or punishes for what a pronoun owns."""
    tree, noun = draft.tree, _owned(draft, i)
    if noun is None or tree.dep[noun] != "obl" or tree.words(tree.cases(noun)) not in _FOR:
        return None
    verb = tree.head[noun]
    told = (
        tree.child(verb, "nsubj:pass")
        if tree.child(verb, "aux:pass") is not None
        else tree.child(verb, "obj")
    )
    is_meant = tree.lemma[verb] in (word_class("judging") | word_class("criticising")) - _NOT_MEANT
    return draft.at.get(told) if told is not None and is_meant else None


def _owned(draft: Candidates, i: int) -> int | None:
    """The noun behind "his" or "her"."""
    head = draft.mentions[i].head
    return draft.tree.head[head] if draft.tree.dep[head] == "nmod:poss" else None
