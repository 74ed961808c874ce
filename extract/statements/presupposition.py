"""What a sentence takes for granted: did the event happen that a noun names?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..attribution.verb_cues import makes_clear
from ..english.lexicon import DEFINITE, SAYING_NOUNS
from ..english.word_classes import word_class
from ..factuality.modality import find_factuality
from ..syntax.conjuncts import first_conjunct

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_AFTER = frozenset({"after", "during", "since", "following", "because of", "due to", "despite", "amid"})
"""Prepositions before an event that has happened, whatever the event and the verb."""
_AT = frozenset({"before", "over", "in", "for", "by", "from", "with", "through", "upon"})
"""Prepositions before one that has, where it has an article or an owner."""
_BYGONE = frozenset({"since", "following", "despite", "because of", "due to"})
"""Prepositions before one that has, where a noun governs it ("an opening following the resignation of Karl Moss")."""
_CHAINED = frozenset({"of", "in", "after", "during", "since", "following", "from", "by"})
"""The same, where a noun governs it ("the anniversary of the death of Karl Moss")."""
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


def is_presupposed(tree: Tree, noun: int, *, done: bool) -> bool:
    """Does the sentence take it for granted that the event happened?

    ``done`` says that the noun is owned by who does it: "Moss's remarks" have been made, "Moss's release" may be to come.
    """
    noun = first_conjunct(tree, noun)
    governor, dep, preposition = tree.head[noun], tree.dep[noun], tree.words(tree.cases(noun))
    definite = is_definite(tree, noun)
    opaque = tree.lemma[governor] in word_class("opaque_objects")
    shown = dep == "obj" and makes_clear(tree, governor)
    if dep == "nmod":
        chained = definite and preposition in _CHAINED and is_presupposed(tree, governor, done=False)
        return done or chained or preposition in _BYGONE
    if dep == "obj" and not shown and (opaque or tree.lemma[governor] in word_class("event_verbs")):
        return False  # but "made her support clear"
    if done and dep == "obj" and tree.lemma[noun] in SAYING_NOUNS:
        return True  # remarks that nobody should repeat have been made
    if not _is_fact(tree, governor):
        return False
    if dep in ("obl", "obl:unmarked"):
        part = preposition == "at" and tree.lemma[noun] in word_class(
            "parts_of_time"
        )  # "at the end of the visit"
        at = definite and (preposition in _AT or part)
        return preposition in _AFTER or ((done or at) and not opaque)
    if dep == "nsubj" and tree.tag[governor] == "VBD":
        return True
    return definite and not opaque and (dep == "obj" or dep in _SUBJECTS)


def is_definite(tree: Tree, noun: int) -> bool:
    """Has it an owner or a definite article?"""
    return any(
        tree.dep[kid] == "nmod:poss" or tree.lower[kid] in DEFINITE
        for kid in tree.children(noun, "det", "nmod:poss")
    )


def _is_fact(tree: Tree, governor: int) -> bool:
    """Is it a verb, or what a copula says of its subject, that is told as a fact?"""
    verbal = tree.pos[governor] in ("VERB", "AUX") or tree.child(governor, "cop") is not None
    return verbal and find_factuality(tree, governor).modality == "actual"
