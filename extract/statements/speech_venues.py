"""Where somebody says something: "said at a rally in Oslo", "told viewers in an interview with Alden TV"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..english.lexicon import SAYING_NOUNS, SPEAKING
from ..english.word_classes import word_class
from ..factuality.modality import find_factuality
from ..syntax.predicates import own_words
from .adjuncts import is_time
from .arguments import Oblique, obliques
from .coordination import Sharing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree
    from .analysis import Analysis
    from .extraction import Extraction

_WHERE = frozenset({"in", "at", "during", "before", "on"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG", "EVENT", "WORK_OF_ART"})


def venue_statements(analysis: Analysis, verb: int) -> Iterator[Extraction]:
    """A statement of where somebody says what a statement of its own tells: at which gathering, in which place or medium.

    A gathering or place behind the verb is its object ("said at | a rally in Oslo"), one before it a circumstance.
    """
    tree = analysis.tree
    if verb not in analysis.cues or tree.pos[verb] != "VERB" or tree.lemma[verb] not in SPEAKING:
        return
    clause = analysis.clauses.clause(verb)
    around = [] if clause.passive or not clause.subjects else obliques(tree, clause)
    venue = next((oblique for oblique in around if _is_venue(tree, verb, oblique)), None)
    if venue is None:
        return
    sharing = Sharing(tree, clause, find_factuality(tree, verb, clause.borrowed), clause.method, around)
    words, place = own_words(tree, verb), venue.phrases[0]
    behind = venue.head > verb
    for extraction in sharing.make(
        clause.subjects, (*words, *venue.preposition) if behind else words, place, venue if behind else None
    ):
        if not behind:
            before = (venue.argument(tree), *extraction.qualifiers)
            extraction = replace(extraction, object=None, object_head=None, qualifiers=before)
        yield extraction


def _is_venue(tree: Tree, verb: int, oblique: Oblique) -> bool:
    """Is it a gathering, or a place, medium or text with a name or date ("in Oslo", "in a letter to Alden TV")?"""
    head, tokens = oblique.phrases[0].head, oblique.phrases[0].tokens
    if tree.words(oblique.preposition) not in _WHERE or is_time(tree, head):
        return False
    if tree.lemma[head] in word_class("gatherings"):
        return True
    written = tree.lemma[head] in SAYING_NOUNS | word_class("texts") | word_class("talks")
    if written:
        return any(tree.label[t] for t in tokens)
    return (
        tree.label[head] in _PLACES and oblique.head > verb
    )  # before it, "in Oslo" may be where the content is so
