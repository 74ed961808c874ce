"""Statements: who did what to whom, read from a parsed ``Doc`` by one small rule for each construction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..lexicon import ACCUSING, REQUESTING, SPEAKING, THINKING
from ..negation import is_negated
from .analysis import Analysis, analyse
from .clauses import clause_statements, is_predicate
from .events import compound_participle_statements, event_statements
from .proposition import Argument, Proposition
from .roles import ROLE_METHODS, apposition_statements, copula_role_statements, title_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from ..attribution import Source
    from ..tree import Tree
    from .frames import Frames

__all__ = ["Analysis", "Argument", "Proposition", "analyse", "find_propositions"]


def find_propositions(doc: Doc, *, analysis: Analysis | None = None) -> list[Proposition]:
    """Find the statements of a parsed document, in text order; ``analysis`` is ``analyse(doc)`` where there is one."""
    analysis = analysis or analyse(doc)
    tree, frames, sources = analysis.tree, analysis.frames, analysis.sources
    cues = {attribution.cue for attribution in analysis.attributions if attribution.cue is not None}
    found: dict[tuple[object, ...], Proposition] = {}
    for token in range(len(tree)):
        for proposition in _at(tree, frames, token, cues):
            key = (proposition.subject, proposition.predicate, proposition.object)
            if key not in found:
                source = sources[token]
                if source is None and proposition.method == "nominal":
                    source = analysis.views.get(token)
                found[key] = replace(proposition, attribution=_source(tree, token, proposition, source))
    return list(found.values())


def _source(tree: Tree, token: int, proposition: Proposition, source: Source | None) -> Source | None:
    """Roles beside names and clauses between commas are the writer's own words, unless they are quoted."""
    if source is None or source.quoted:
        return source
    aside = tree.dep[token] == "acl:relcl" and tree.lower[max(0, tree.left[token] - 1)] == ","
    aside = aside or (tree.dep[token] == "acl:relcl" and tree.lower[tree.left[token]] == ",")
    return None if aside or proposition.method in ROLE_METHODS else source


def _at(tree: Tree, frames: Frames, token: int, cues: set[int]) -> Iterator[Proposition]:
    """The statements whose predicate stands at this token."""
    if is_predicate(tree, token):
        if token in cues and _only_tells(tree, token):
            yield from _told(tree, frames, token)
        else:
            yield from clause_statements(tree, frames, token)
            if tree.child(token, "cop") is not None:
                yield from copula_role_statements(tree, frames.frame(token).subjects, token)
    pos = tree.pos[token]
    if pos in ("PROPN", "NOUN"):
        yield from title_statements(tree, token)
        yield from apposition_statements(tree, token)
        yield from event_statements(tree, token)
    elif pos in ("VERB", "ADJ"):
        yield from compound_participle_statements(tree, token)


def _only_tells(tree: Tree, cue: int) -> bool:
    """Is there nothing in the reporting clause but that somebody said or thought it?"""
    reports = tree.lemma[cue] in SPEAKING or tree.lemma[cue] in THINKING
    return reports and not _is_request(tree, cue) and not is_negated(tree, cue)


def _is_request(tree: Tree, cue: int) -> bool:
    """ "Urged them to leave" says what was done to them as well as what they should do."""
    return tree.lemma[cue] in REQUESTING | ACCUSING and tree.child(cue, "ccomp") is None


def _told(tree: Tree, frames: Frames, cue: int) -> Iterator[Proposition]:
    """Of a reporting verb only this is a statement: that someone told someone named."""
    for proposition in clause_statements(tree, frames, cue):
        if proposition.object_head is not None and tree.is_named(proposition.object_head):
            yield proposition
