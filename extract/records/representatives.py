"""Whom speakers speak for: the "we" of a spokesperson is the body they represent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..english.word_classes import word_class

if TYPE_CHECKING:
    from ..statements import Extraction
    from ..syntax.tree import Tree


def represented(tree: Tree, extractions: Iterable[Extraction]) -> dict[int, int]:
    """Head words of whom a speaker represents, by the speaker's head word ("Lind, a spokeswoman for the port")."""
    found = {
        extraction.subject_head: extraction.object_head
        for extraction in extractions
        if extraction.lemma in word_class("spokespeople") and extraction.object_head is not None
    }
    for token, lemma in enumerate(tree.lemma):
        if lemma in word_class("spokespeople"):
            for kid in tree.children(token, "compound", "nmod:poss", "nmod", "amod"):
                if tree.is_named(kid):  # "a Lind Lines spokesman"
                    found.setdefault(token, kid)
    return found
