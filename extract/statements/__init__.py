"""Statements: who did what to whom, read from a parsed ``Doc`` by one small rule for each construction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..attribution.sources import vouching
from ..attribution.verb_cues import makes_clear, passes_verdict, reports
from ..english.lexicon import ACCUSING, REQUESTING
from ..english.word_classes import word_class
from ..syntax.conjuncts import first_conjunct
from ..syntax.negation import is_negated
from ..syntax.rules import PlacedRule, Rule, RuleTable, asked
from ..syntax.tree import CLAUSE_DEPS
from .adjunct_events import RULE as BESIDE
from .adjunct_events import adjunct_event_statements
from .adjuncts import opening_time
from .analysis import Analysis, analyse
from .complements import is_seen_as
from .events import compound_participle_statements, event_statements
from .extraction import Argument, Extraction
from .membership import among_statements, gap_statements, is_reciprocal, reciprocal_statements
from .noun_events import noun_event_statements
from .noun_phrases import (
    JOINING,
    OWNED,
    age_of_name,
    constituency,
    name_with_preposition,
    owner_of_name,
    place_in_place,
    place_of_participle,
)
from .role_appositions import apposition_statements
from .roles import ROLE_METHODS, copula_role_statements
from .speech_venues import venue_statements
from .table_rows import row_statements
from .titles import title_statements
from .verbal import clause_statements, is_predicate, only_restricts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc

    from ..attribution.sources import Source
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

__all__ = ["Analysis", "Argument", "Extraction", "analyse", "find_extractions"]


@dataclass(frozen=True, slots=True)
class Construction(PlacedRule):
    """A rule that makes statements: ``apply(analysis, token)``."""


_FUNCTION_WORDS = frozenset({"PUNCT", "SPACE", "CCONJ", "SCONJ", "PART"})
"""Parts of speech that never head a predicate; rules are not asked at them."""


def find_extractions(doc: Doc, *, analysis: Analysis | None = None) -> list[Extraction]:
    """Find the statements of a parsed document, in text order; ``analysis`` is ``analyse(doc)`` where there is one."""
    analysis = analysis or analyse(doc)
    tree, sources = analysis.tree, analysis.sources
    found: dict[tuple[object, ...], Extraction] = {}
    for token in range(len(tree)):
        for rule, extraction in _at(analysis, token):
            key = (extraction.subject, extraction.predicate, extraction.object)
            if key not in found:
                source = vouching(sources[token])
                if source is None and extraction.method == "nominal":
                    source = analysis.views.get(token)
                rule.fire(token, " ".join(tree.text[word] for word in extraction.predicate))
                attribution = _source(tree, token, extraction, source)
                found[key] = replace(extraction, attribution=attribution, rule=rule.name)
    return list(found.values())


def _at(analysis: Analysis, token: int) -> Iterator[tuple[Rule, Extraction]]:
    tree = analysis.tree
    pos, label = tree.pos[token], tree.label[token]
    if pos in _FUNCTION_WORDS and not label:
        return
    for rule in asked(CONSTRUCTIONS, tree.dep[token], pos, label):
        for extraction in rule.apply(analysis, token):
            yield rule, extraction


def _source(tree: Tree, token: int, extraction: Extraction, source: Source | None) -> Source | None:
    """Roles beside names, and clauses between commas that tell of names, are the writer's own words, unless they are quoted."""
    if source is None or source.quoted or (source.cue is not None and tree.text[source.cue] == ":"):
        return source
    token = first_conjunct(tree, token)
    start = tree.left[token]
    behind_comma = "," in (tree.text[max(0, start - 1)], tree.text[start])
    aside = tree.dep[token] == "acl:relcl" and behind_comma and tree.is_named(tree.head[token])
    return None if aside or extraction.method in ROLE_METHODS else source


def _clause(analysis: Analysis, token: int) -> Iterator[Extraction]:
    tree, clauses = analysis.tree, analysis.clauses
    if not is_predicate(tree, token) or _is_idiom(tree, token) or is_reciprocal(tree, clauses, token):
        return
    if only_restricts(tree, clauses.clause(token)):
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


def _in_tree(
    read: Callable[[Tree, int], Iterator[Extraction]],
) -> Callable[[Analysis, int], Iterator[Extraction]]:
    """A construction that asks nothing but the tree."""
    return lambda analysis, token: read(analysis.tree, token)


def _among(analysis: Analysis, token: int) -> Iterator[Extraction]:
    yield from among_statements(analysis.tree, analysis.clauses, token)


def _gap(analysis: Analysis, token: int) -> Iterator[Extraction]:
    yield from gap_statements(analysis.tree, analysis.clauses, token)


def _reciprocal(analysis: Analysis, token: int) -> Iterator[Extraction]:
    yield from reciprocal_statements(analysis.tree, analysis.clauses, token)


def _settled(analysis: Analysis, token: int) -> Iterator[Extraction]:
    if analysis.tree.tag[token] == "VBN":
        yield from place_of_participle(analysis.tree, token)


def _event(analysis: Analysis, token: int) -> Iterator[Extraction]:
    yield from event_statements(analysis, token)


def _event_roles(analysis: Analysis, token: int) -> Iterator[Extraction]:
    found = list(noun_event_statements(analysis, token))
    if found and not any(event_statements(analysis, token)):
        yield from found


_NOUN, _NOMINAL = frozenset({"NOUN"}), frozenset({"NOUN", "PROPN"})
_ADJECTIVAL = frozenset({"amod"})
_PERSON = frozenset({"PERSON"})

CONSTRUCTIONS: RuleTable[Construction] = RuleTable(
    "statements",
    Construction("clause", _clause, "UD: clauses and their core arguments", deps=CLAUSE_DEPS),
    Construction("venue-of-speech", venue_statements, "PropBank: ARGM-LOC of say", deps=CLAUSE_DEPS),
    Construction("copula-role", _copula_role, "UD: cop", deps=CLAUSE_DEPS),
    Construction("title", _in_tree(title_statements), "UD: nmod:desc", pos=frozenset({"PROPN"})),
    Construction("apposition", _in_tree(apposition_statements), "UD: appos", pos=_NOMINAL),
    Construction("nominal-event", _event, "NomBank: ARG0 and ARG1 of nouns", pos=_NOUN),
    Construction("nominal-event-roles", _event_roles, "PropBank: numbered roles of nouns", pos=_NOUN),
    Construction(BESIDE, adjunct_event_statements, "UD: obl with nmod", frozenset({"obl"}), _NOUN),
    Construction(
        "name-with-preposition",
        _in_tree(name_with_preposition),
        "UD: nmod of a name",
        labels=frozenset(JOINING),
    ),
    Construction("owner-of-name", _in_tree(owner_of_name), "UD: nmod:poss of a name", labels=OWNED),
    Construction(
        "place-in-place",
        _in_tree(place_in_place),
        "UD: nmod, appos of a place",
        labels=frozenset({"GPE", "LOC"}),
    ),
    Construction("place-of-participle", _settled, "UD: amod with a hyphenated place", deps=_ADJECTIVAL),
    Construction("constituency", _in_tree(constituency), "house style: (Leeds East), D-Ohio", labels=_PERSON),
    Construction("age-of-name", _in_tree(age_of_name), "house style: Jane Moss, 54,", labels=_PERSON),
    Construction("row-of-table", _in_tree(row_statements), "UD: list", labels=_PERSON),
    Construction("gap", _gap, "UD: orphan", deps=frozenset({"conj"})),
    Construction("among", _among, "UD: case of an inverted copula", deps=frozenset({"case"})),
    Construction("reciprocal", _reciprocal, "UD: cop; reciprocal nouns", pos=frozenset({"NOUN", "ADJ"})),
    Construction(
        "compound-participle",
        _in_tree(compound_participle_statements),
        "UD: amod with a hyphenated agent",
        _ADJECTIVAL,
        frozenset({"VERB", "ADJ"}),
    ),
)
"""What makes statements: each is asked at every token for the statements whose predicate stands there."""


def _is_idiom(tree: Tree, token: int) -> bool:
    """In "made it clear that" the adjective says nothing of its own, "when it comes to taxes" is about taxes.

    "As far as the bank is concerned" does not tell that it is, "starting Monday" not that somebody starts.
    """
    if opening_time(tree, token) is not None:
        return True
    if tree.lower[token] == "concerned" and "far" in tree.lower[max(0, tree.left[token] - 3) : token]:
        return True
    if tree.lemma[token] == "come" and any(
        tree.lower[kid] == "it" for kid in tree.children(token, "nsubj", "expl")
    ):
        return tree.child(token, "advmod", "mark") is not None
    cue = tree.head[token]
    if tree.dep[token] != "xcomp" or not makes_clear(tree, cue):
        return False
    return tree.child(cue, "ccomp") is not None or tree.child(token, "ccomp") is not None


def _only_tells(tree: Tree, cue: int) -> bool:
    """Is there nothing in the reporting clause but that somebody said or thought it?"""
    how = any(tree.lower[kid] in ("how", "why") for kid in tree.children(cue, "obj"))  # "shows how bees fly"
    return reports(tree, cue) and not _is_request(tree, cue) and not is_negated(tree, cue) and not how


def _is_request(tree: Tree, cue: int) -> bool:
    """ "Urged them to leave", "slammed them for leaving": says what was done to them as well as what they should do or did."""
    lemma = tree.lemma[cue]
    judged = lemma in REQUESTING or lemma in ACCUSING or lemma in word_class("reported")
    judged = judged or lemma in word_class("foreseeing")
    judged = judged or lemma in word_class("exonerating") or lemma in word_class("criticising")
    judged = judged or any(is_seen_as(tree, kid) for kid in tree.children(cue, "advcl"))
    return (judged or passes_verdict(tree, cue)) and tree.child(cue, "ccomp") is None


def _told(tree: Tree, clauses: Clauses, cue: int) -> Iterator[Extraction]:
    """Of a reporting verb only this is a statement: that someone told someone named."""
    for extraction in clause_statements(tree, clauses, cue):
        if extraction.object_head is not None and tree.is_named(extraction.object_head):
            yield extraction
