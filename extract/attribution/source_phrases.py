"""Prepositional phrases that name a source: "according to the police", "per Reuters", "in Lund's view"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import SAYING_NOUNS
from ..english.word_classes import word_class

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_SOURCE_PREPOSITIONS = frozenset(
    {"according to", "per", "in the view of", "in the words of", "in the opinion of"}
)
_FIGURES = frozenset({"result", "number", "instruction"})
"""Measures that tell something where words say which ("preliminary results", "the numbers released on Monday")."""
_POLLS = frozenset({"poll", "survey"})


def is_source(tree: Tree, noun: int) -> bool:
    """ "According to the report", "per Reuters", "in Lund's view"; but "per head" tells of amounts."""
    return source_noun(tree, noun) is not None


def source_noun(tree: Tree, noun: int) -> int | None:
    """The head of the source that a prepositional phrase names, None where it names none."""
    preposition = tree.words(tree.cases(noun))
    if preposition in _SOURCE_PREPOSITIONS:
        named = (
            preposition != "per" or tree.label[noun] in ("PERSON", "ORG") or tree.lemma[noun] in SAYING_NOUNS
        )
        return noun if named and not (preposition == "according to" and _measures(tree, noun)) else None
    if tree.lemma[noun] == "mind" and _is_remembered(tree, noun):
        return None
    if preposition == "in" and tree.lemma[noun] in _POLLS:
        return noun if _opens_sentence(tree, noun) else None
    if preposition == "to":
        return noun if tree.label[noun] == "PERSON" and _is_judged(tree, noun) else None
    if f"{preposition} {tree.lemma[noun]}" in word_class("views"):
        if tree.lemma[noun] == "eye" and tree.lemma[tree.head[noun]] in word_class("perceiving"):
            return None  # "you see it in their eyes"
        owner = tree.child(noun, "nmod:poss")
        if owner is not None:
            return None if tree.lower[owner] in ("my", "our", "your") else owner
        behind = (kid for kid in tree.children(noun, "nmod") if tree.words(tree.cases(kid)) == "of")
        told = tree.lemma[noun] in ("view", "opinion", "word") and not _is_sight(tree, noun)
        return next(behind, None) if told else None
    return None


def _measures(tree: Tree, noun: int) -> bool:
    """ "Went according to plan", "paid according to need": what something goes by; "according to the plan" has a source."""
    bare = tree.child(noun, "det", "nmod:poss", "nmod", "compound") is None
    made_known = tree.lemma[noun] in _FIGURES and tree.child(noun, "amod", "acl", "acl:relcl") is not None
    by = bare or not _is_set_off(tree, noun)
    return tree.lemma[noun] in word_class("measures") and by and not made_known


def _is_set_off(tree: Tree, noun: int) -> bool:
    """Does a comma part the phrase from what it is said of, or does it open the sentence? "Handled according to the rules" does neither."""
    start = tree.cases(noun)[0]
    return begins_sentence(tree, start) or tree.text[start - 1] == ","


def begins_sentence(tree: Tree, start: int) -> bool:
    """Is it the first token of a sentence or a paragraph?"""
    return start == 0 or tree.sentence[start - 1] != tree.sentence[start] or tree.text[start - 1].isspace()


def _is_remembered(tree: Tree, mind: int) -> bool:
    """ "A verse came to her mind", "nobody in their right mind"."""
    right = any(tree.lower[kid] == "right" for kid in tree.children(mind, "amod"))
    return right or tree.lemma[tree.head[mind]] in ("come", "bring", "spring", "call")


def _is_sight(tree: Tree, noun: int) -> bool:
    """ "In full view of the guards": who sees it says nothing."""
    return any(tree.lower[kid] in ("full", "plain", "clear") for kid in tree.children(noun, "amod"))


def _is_judged(tree: Tree, noun: int) -> bool:
    """ "To Lund, the ship is a ruin": what something is to somebody; "to Lund, the king gave a medal" has a receiver."""
    copula = tree.child(tree.head[noun], "cop")
    return copula is not None and tree.tag[copula] in ("VBZ", "VBP", "VBD") and _opens_sentence(tree, noun)


def _opens_sentence(tree: Tree, noun: int) -> bool:
    """ "In a poll of voters, most said no": a phrase that opens the sentence and is closed by a comma."""
    start, end = tree.left[noun], tree.right[noun]
    return begins_sentence(tree, start) and "," in tree.text[end : end + 2]
