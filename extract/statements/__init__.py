"""Statements: who did what to whom, read from a parsed ``Doc`` by one small rule for each construction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..attribution.sources import vouching
from ..attribution.verb_cues import makes_clear, passes_verdict, reports
from ..english.lexicon import ACCUSING, REQUESTING
from ..english.word_classes import word_class
from ..syntax.negation import is_negated
from ..syntax.rules import Rule, RuleTable
from .analysis import Analysis, analyse
from .events import compound_participle_statements, event_statements
from .extraction import Argument, Extraction
from .membership import among_statements, is_reciprocal, reciprocal_statements
from .noun_events import noun_event_statements
from .noun_phrases import (
    age_of_name,
    constituency,
    name_with_preposition,
    owner_of_name,
    place_in_place,
    place_of_participle,
)
from .roles import ROLE_METHODS, apposition_statements, copula_role_statements, title_statements
from .table_rows import row_statements
from .verbal import clause_statements, is_predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Doc

    from ..attribution.sources import Source
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

    Construction = Callable[[Analysis, int], Iterator[Extraction]]

__all__ = ["Analysis", "Argument", "Extraction", "analyse", "find_extractions"]


_FUNCTION_WORDS = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ", "PART"})
"""Parts of speech that never head a predicate; rules are not asked at them."""


def find_extractions(doc: Doc, *, analysis: Analysis | None = None) -> list[Extraction]:
    """Find the statements of a parsed document, in text order; ``analysis`` is ``analyse(doc)`` where there is one."""
    analysis = analysis or analyse(doc)
    tree, sources, rules = analysis.tree, analysis.sources, CONSTRUCTIONS.active()
    found: dict[tuple[object, ...], Extraction] = {}
    for token in range(len(tree)):
        if tree.pos[token] in _FUNCTION_WORDS and not tree.label[token]:
            continue
        for rule, extraction in _at(analysis, rules, token):
            key = (extraction.subject, extraction.predicate, extraction.object)
            if key not in found:
                source = vouching(sources[token])
                if source is None and extraction.method == "nominal":
                    source = analysis.views.get(token)
                rule.fire(token, " ".join(tree.text[word] for word in extraction.predicate))
                attribution = _source(tree, token, extraction, source)
                found[key] = replace(extraction, attribution=attribution, rule=rule.name)
    return list(found.values())


def _at(analysis: Analysis, rules: Sequence[Rule], token: int) -> Iterator[tuple[Rule, Extraction]]:
    for rule in rules:
        for extraction in rule.apply(analysis, token):
            yield rule, extraction


def _source(tree: Tree, token: int, extraction: Extraction, source: Source | None) -> Source | None:
    """Roles beside names and clauses between commas are the writer's own words, unless they are quoted."""
    if source is None or source.quoted or (source.cue is not None and tree.text[source.cue] == ":"):
        return source
    while tree.dep[token] == "conj" and tree.head[token] < token:
        token = tree.head[token]
    aside = tree.dep[token] == "acl:relcl" and tree.lower[max(0, tree.left[token] - 1)] == ","
    aside = aside or (tree.dep[token] == "acl:relcl" and tree.lower[tree.left[token]] == ",")
    return None if aside or extraction.method in ROLE_METHODS else source


def _clause(analysis: Analysis, token: int) -> Iterator[Extraction]:
    tree, clauses = analysis.tree, analysis.clauses
    if not is_predicate(tree, token) or _is_idiom(tree, token) or is_reciprocal(tree, clauses, token):
        return
    if token in analysis.cues and _only_tells(tree, token):
        yield from _told(tree, clauses, token)
    else:
        yield from clause_statements(tree, clauses, token)


def _copula_role(analysis: Analysis, token: int) -> Iterator[Extraction]:
    tree = analysis.tree
    tells = token in analysis.cues and _only_tells(tree, token)
    if is_predicate(tree, token) and not tells and tree.child(token, "cop") is not None:
        yield from copula_role_statements(tree, analysis.clauses.clause(token).subjects, token)


def _of_noun(read: Callable[[Tree, int], Iterator[Extraction]]) -> Construction:
    def construction(analysis: Analysis, token: int) -> Iterator[Extraction]:
        if analysis.tree.pos[token] in ("PROPN", "NOUN"):
            yield from read(analysis.tree, token)

    return construction


def _of_name(read: Callable[[Tree, int], Iterator[Extraction]]) -> Construction:
    def construction(analysis: Analysis, token: int) -> Iterator[Extraction]:
        if analysis.tree.label[token]:
            yield from read(analysis.tree, token)

    return construction


def _among(analysis: Analysis, token: int) -> Iterator[Extraction]:
    yield from among_statements(analysis.tree, analysis.clauses, token)


def _reciprocal(analysis: Analysis, token: int) -> Iterator[Extraction]:
    if analysis.tree.pos[token] in ("NOUN", "ADJ"):
        yield from reciprocal_statements(analysis.tree, analysis.clauses, token)


def _settled(analysis: Analysis, token: int) -> Iterator[Extraction]:
    if analysis.tree.tag[token] == "VBN":
        yield from place_of_participle(analysis.tree, token)


def _event(analysis: Analysis, token: int) -> Iterator[Extraction]:
    if analysis.tree.pos[token] == "NOUN":
        yield from event_statements(analysis, token)


def _event_roles(analysis: Analysis, token: int) -> Iterator[Extraction]:
    found = list(noun_event_statements(analysis, token))
    if found and not any(event_statements(analysis, token)):
        yield from found


def _compound_participle(analysis: Analysis, token: int) -> Iterator[Extraction]:
    if analysis.tree.pos[token] in ("VERB", "ADJ"):
        yield from compound_participle_statements(analysis.tree, token)


CONSTRUCTIONS = RuleTable(
    "statements",
    Rule("clause", _clause, cites="UD: clauses and their core arguments"),
    Rule("copula-role", _copula_role, cites="UD: cop"),
    Rule("title", _of_noun(title_statements), cites="UD: nmod:desc"),
    Rule("apposition", _of_noun(apposition_statements), cites="UD: appos"),
    Rule("nominal-event", _event, cites="NomBank: ARG0 and ARG1 of nouns"),
    Rule("nominal-event-roles", _event_roles, cites="PropBank: numbered roles of nouns"),
    Rule("name-with-preposition", _of_name(name_with_preposition), cites="UD: nmod of a name"),
    Rule("owner-of-name", _of_name(owner_of_name), cites="UD: nmod:poss of a name"),
    Rule("place-in-place", _of_name(place_in_place), cites="UD: nmod, appos of a place"),
    Rule("place-of-participle", _settled, cites="UD: amod with a hyphenated place"),
    Rule("constituency", _of_name(constituency), cites="house style: (Leeds East), D-Ohio"),
    Rule("age-of-name", _of_name(age_of_name), cites="house style: Jane Moss, 54,"),
    Rule("row-of-table", _of_name(row_statements), cites="UD: list"),
    Rule("among", _among, cites="UD: case of an inverted copula"),
    Rule("reciprocal", _reciprocal, cites="UD: cop; reciprocal nouns"),
    Rule("compound-participle", _compound_participle, cites="UD: amod with a hyphenated agent"),
)
"""What makes statements: each is asked at every token for the statements whose predicate stands there."""


def _is_idiom(tree: Tree, token: int) -> bool:
    """In "made it clear that" the adjective says nothing of its own."""
    cue = tree.head[token]
    if tree.dep[token] != "xcomp" or not makes_clear(tree, cue):
        return False
    return tree.child(cue, "ccomp") is not None or tree.child(token, "ccomp") is not None


def _only_tells(tree: Tree, cue: int) -> bool:
    """Is there nothing in the reporting clause but that somebody said or thought it?"""
    return reports(tree, cue) and not _is_request(tree, cue) and not is_negated(tree, cue)


def _is_request(tree: Tree, cue: int) -> bool:
    """ "Urged them to leave" says what was done to them as well as what they should do."""
    judged = tree.lemma[cue] in REQUESTING | ACCUSING | word_class("reported") | word_class("exonerating")
    return (judged or passes_verdict(tree, cue)) and tree.child(cue, "ccomp") is None


def _told(tree: Tree, clauses: Clauses, cue: int) -> Iterator[Extraction]:
    """Of a reporting verb only this is a statement: that someone told someone named."""
    for extraction in clause_statements(tree, clauses, cue):
        if extraction.object_head is not None and tree.is_named(extraction.object_head):
            yield extraction
