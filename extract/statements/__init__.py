"""Statements: who did what to whom, read from a parsed ``Doc`` by one small rule for each construction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..english.lexicon import ACCUSING, REQUESTING, SPEAKING, THINKING
from ..syntax.negation import is_negated
from .analysis import Analysis, analyse
from .events import compound_participle_statements, event_statements
from .extraction import Argument, Extraction
from .roles import ROLE_METHODS, apposition_statements, copula_role_statements, title_statements
from .verbal import clause_statements, is_predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from ..attribution.sources import Source
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

__all__ = ["Analysis", "Argument", "Extraction", "analyse", "find_extractions"]


def find_extractions(doc: Doc, *, analysis: Analysis | None = None) -> list[Extraction]:
    """Find the statements of a parsed document, in text order; ``analysis`` is ``analyse(doc)`` where there is one."""
    analysis = analysis or analyse(doc)
    tree, clauses, sources = analysis.tree, analysis.clauses, analysis.sources
    cues = {attribution.cue for attribution in analysis.attributions if attribution.cue is not None}
    found: dict[tuple[object, ...], Extraction] = {}
    for token in range(len(tree)):
        for extraction in _at(tree, clauses, token, cues):
            key = (extraction.subject, extraction.predicate, extraction.object)
            if key not in found:
                source = sources[token]
                if source is None and extraction.method == "nominal":
                    source = analysis.views.get(token)
                found[key] = replace(extraction, attribution=_source(tree, token, extraction, source))
    return list(found.values())


def _source(tree: Tree, token: int, extraction: Extraction, source: Source | None) -> Source | None:
    """Roles beside names and clauses between commas are the writer's own words, unless they are quoted."""
    if source is None or source.quoted:
        return source
    aside = tree.dep[token] == "acl:relcl" and tree.lower[max(0, tree.left[token] - 1)] == ","
    aside = aside or (tree.dep[token] == "acl:relcl" and tree.lower[tree.left[token]] == ",")
    return None if aside or extraction.method in ROLE_METHODS else source


def _at(tree: Tree, clauses: Clauses, token: int, cues: set[int]) -> Iterator[Extraction]:
    """The statements whose predicate stands at this token."""
    if is_predicate(tree, token):
        if token in cues and _only_tells(tree, token):
            yield from _told(tree, clauses, token)
        else:
            yield from clause_statements(tree, clauses, token)
            if tree.child(token, "cop") is not None:
                yield from copula_role_statements(tree, clauses.clause(token).subjects, token)
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


def _told(tree: Tree, clauses: Clauses, cue: int) -> Iterator[Extraction]:
    """Of a reporting verb only this is a statement: that someone told someone named."""
    for extraction in clause_statements(tree, clauses, cue):
        if extraction.object_head is not None and tree.is_named(extraction.object_head):
            yield extraction
