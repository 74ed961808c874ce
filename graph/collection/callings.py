"""What articles call a named entity: "the mining company" stands for the one name that any of them calls so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..knowledge_graph import KnowledgeGraph
from ..model.statement import Statement
from .phrases import ClaimPart, Named, content_words
from .signatures import Signature

_DEFINITE = ("the ", "this ")
"""How a phrase begins that may stand for a name; "her husband" is whoever she is married to."""
_STANDING = frozenset({"title", "apposition", "role", "classifier", "copula"})
"""Rules that read what somebody or something is called."""

Callings = Mapping[frozenset[str], frozenset[str]]
"""Entities by the content words of what they are called."""


def with_callings(
    graph: KnowledgeGraph, named: Mapping[str, Named], signatures: Iterable[Signature]
) -> Iterator[Signature]:
    """Yield signatures whose phrases know the name that they stand for, where articles call one name so and no other."""
    callings = _callings(graph, named)
    for signature in signatures:
        agent, theme = (part and _standing_for(part, callings) for part in (signature.agent, signature.theme))
        changed = agent is not signature.agent or theme is not signature.theme
        yield replace(signature, agent=agent, theme=theme) if changed else signature


def _callings(graph: KnowledgeGraph, named: Mapping[str, Named]) -> Callings:
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for statement in graph.statements:
        if statement.subject in named and _tells_what_it_is(statement):
            found[content_words(statement.predicate)].add(named[statement.subject].id)
    return {words: frozenset(ids) for words, ids in found.items()}


def _tells_what_it_is(statement: Statement) -> bool:
    is_bare = statement.object is None and statement.literal is None
    return is_bare and any(piece.method in _STANDING for piece in statement.evidence)


def _standing_for(part: ClaimPart, callings: Callings) -> ClaimPart:
    """Return a phrase with the name that it stands for, if it is definite, names nobody, and counts nothing."""
    if part.entity is not None or part.names or part.amount or not part.text.casefold().startswith(_DEFINITE):
        return part
    ids = callings.get(part.words, frozenset())
    return replace(part, stands_for=min(ids)) if len(ids) == 1 else part
