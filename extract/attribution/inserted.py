"""Reporting clauses set into what they report: "the ferry, Lund said, sank", "..., as the paper wrote"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import SPEAKING, THINKING
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from .cues import Attribution, attribute, inverted, is_somebody, outside

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

_IT = frozenset({"it", "things", "matters"})
_PUTTING = frozenset(
    {"put", "see", "tell", "describe", "understand", "explain", "recall", "remember", "view", "read"}
)
"""Verbs of "the way Lund puts it"."""
_OPINING = frozenset({"put", "see", "tell", "understand", "view", "recall", "remember"})
"""Verbs of "as Lund puts it"; "as Lund read it" tells when."""
_TOPICS = frozenset({"for", "about", "against", "over"})


def insert_report(tree: Tree, clauses: Clauses, cue: int, within: list[int]) -> Iterator[Attribution]:
    """ "..., he said, ..." set into its content, or "as he said"."""
    governor = tree.head[cue]
    if governor == cue or not _is_inserted(tree, cue):
        return
    if tree.dep[cue] == "acl:relcl":
        governor = tree.head[governor]
    spans = outside(tree.left[governor], tree.right[governor], tree.left[cue], tree.right[cue])
    yield from attribute(tree, clauses, cue, governor, spans, within)


def _is_inserted(tree: Tree, cue: int) -> bool:
    if tree.child(cue, "ccomp", "xcomp") is not None:
        return False
    if tree.dep[cue] == "acl:relcl":
        return _cuts_in(tree, cue) or (_tells_its_way(tree, cue) and _puts_it(tree, cue))
    if tree.child(cue, "nsubj") is None:  # "..., noted the mayor", taken for an adverbial clause
        noun = tree.child(cue, "obj", "iobj") if inverted(tree, cue) else None
        return tree.dep[cue] in ("parataxis", "advcl") and noun is not None and is_somebody(tree, noun)
    item = tree.child(cue, "obj")
    puts_it = _puts_it(tree, cue) and tree.lemma[cue] in _OPINING and _is_timeless(tree, cue)
    if item is not None and not is_hearer(tree, cue, item) and not puts_it:
        return False
    if tree.lemma[cue] not in SPEAKING and tree.lemma[cue] not in THINKING and not puts_it:
        return False
    about = (tree.words(tree.cases(kid)) for kid in tree.children(cue, "obl"))
    if not _TOPICS.isdisjoint(about):  # "as she called for a vote"
        return False
    if tree.dep[cue] == "parataxis":
        return tree.text[tree.left[cue]] != ";"  # "Lind advised Krug; Berg told Moss": two deeds
    as_said = tree.dep[cue] == "advcl" and tree.words(tree.marks(cue)) == "as"
    return as_said and (puts_it or tree.lemma[cue] in word_class("stating"))


def _puts_it(tree: Tree, cue: int) -> bool:
    """ "As Lund puts it", "the way she sees things": somebody, and what stands for the content."""
    item = tree.child(cue, "obj", "iobj")
    told = item is not None and tree.lower[item] in _IT and tree.child(cue, "nsubj") is not None
    return told and tree.lemma[cue] in _PUTTING


def _tells_its_way(tree: Tree, cue: int) -> bool:
    """ "The way Lund tells it, Berg fled": at the head or behind a comma; "built it the way Lund described it" tells how."""
    way = tree.head[cue]
    start = tree.left[way]
    apart = "," in (tree.text[start], tree.text[start - 1]) or start <= tree.left[tree.head[way]]
    return tree.lemma[way] == "way" and tree.dep[way] == "obl:unmarked" and apart


def _is_timeless(tree: Tree, cue: int) -> bool:
    """ "As Lund sees it", "as Lund put it"; "as Lund saw it" may tell when."""
    return tree.tag[cue] in ("VBZ", "VBP") or tree.lemma[cue] not in ("see", "view")


def _cuts_in(tree: Tree, cue: int) -> bool:
    """ "The permit, his campaign said, had been hard to get": between commas behind a subject, taken for its relative clause."""
    subject = tree.child(cue, "nsubj")
    if (
        subject is None
        or tree.lemma[cue] not in SPEAKING | THINKING
        or tree.child(cue, "obj", "obl") is not None
    ):
        return False
    start = tree.left[subject]
    relative = tree.tag[start] in ("WP", "WDT", "WP$", "IN")
    return not relative and tree.text[start - 1] == "," and "," in tree.text[cue + 1 : cue + 2]


def is_hearer(tree: Tree, cue: int, noun: int) -> bool:
    """Is it whom somebody tells something?"""
    if tree.dep[noun] not in ("obj", "iobj") or tree.lemma[cue] not in word_class("telling"):
        return False
    somebody = tree.label[noun] in ("PERSON", "ORG", "GPE", "NORP", "WORK_OF_ART") or tree.pos[noun] == "PRON"
    return somebody or noun_type(tree.lemma[noun]) in ("PERSON", "ORG")
