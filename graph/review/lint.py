"""A linter for nodes: finds named entities that are no entities, and what cannot all be so of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..knowledge.lexicon import mapping, titles
from ..knowledge.spelling import words
from ..knowledge_graph import KnowledgeGraph
from ..model.document import SourceDocument
from ..model.entity import Entity
from .contradictions import contradictions

_LONGEST = 12  # words; longer "names" are clauses
_DATELINE = 120  # code points from the start of a document
_BYLINE = re.compile(
    r"(?:by|reporting by|editing by|written by|additional reporting by|compiled by)\s+\S", re.I
)
_DATELINE_END = re.compile(r"\s*\)?\s*[-\u2013\u2014]+\s")
_EDGES = re.compile(r"^[\W_]|['’]s$|[,;:?\-\u2013\u2014]$")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A node that is probably junk or of which the graph says two things that exclude each other, and why."""

    entity: str
    name: str
    problem: str


def lint(graph: KnowledgeGraph) -> tuple[Finding, ...]:
    """Return what is wrong with the nodes of ``graph``, sorted by entity: why one is junk, and all contradictions."""
    found = {Finding(entity.id, entity.name, problem) for entity, problem in contradictions(graph)}
    for entity in graph.entities:
        problem = next(_problems(graph, entity), None) if entity.named else None
        if problem:
            found.add(Finding(entity.id, entity.name, problem))
    return tuple(sorted(found))


def _problems(graph: KnowledgeGraph, entity: Entity) -> Iterator[str]:
    for rule in _RULES:
        problem = rule(entity)
        if problem:
            yield problem
    if entity.label == "ORG" and entity.members and _only_in_datelines(graph, entity):
        yield "an agency in a dateline"


def _letters(entity: Entity) -> str | None:
    letters = [char for char in entity.name if char.isalpha()]
    if len(letters) == 0:
        return "no letters"
    return "a single letter" if len(entity.name.strip(" .'’\"")) == 1 and entity.name.isascii() else None


def _no_name(entity: Entity) -> str | None:
    kinds = [mapping("not_names.tsv").get(word) for word in words(entity.name)]
    acronym = (
        entity.name.isupper() and len(entity.name) < 4 and entity.name not in ("THE", "AND", "HE", "SHE")
    )
    return None if not kinds or None in kinds or acronym else kinds[-1]


def _bare_title(entity: Entity) -> str | None:
    found = words(entity.name)
    bare = entity.label == "PERSON" and all(word in titles() and not titles()[word][1] for word in found)
    return "a bare title" if bare and found else None


def _byline(entity: Entity) -> str | None:
    return "a byline" if _BYLINE.match(entity.name) else None


def _no_capitals(entity: Entity) -> str | None:
    common = (
        entity.label in ("PERSON", "GPE", "ORG")
        and entity.name.isascii()
        and entity.name == entity.name.lower()
    )
    return "no capital letter" if common and not any(char.isdigit() for char in entity.name) else None


def _stray_edges(entity: Entity) -> str | None:
    opens_name = entity.name[:1] in "\"'‘“«([#@.‘ʻ" and len(entity.name) > 2
    return None if opens_name or not _EDGES.search(entity.name) else "punctuation at its edge"


def _too_long(entity: Entity) -> str | None:
    long = len(entity.name.split()) > _LONGEST and entity.label not in ("WORK_OF_ART", "LAW", "EVENT")
    return "a clause" if long else None


_RULES: tuple[Callable[[Entity], str | None], ...] = (
    _letters, _no_name, _bare_title, _byline, _no_capitals, _stray_edges, _too_long,
)  # fmt: skip


def _only_in_datelines(graph: KnowledgeGraph, entity: Entity) -> bool:
    places = [
        (graph.document(member.document), mention) for member in entity.members for mention in member.mentions
    ]
    return bool(places) and all(_in_dateline(document, mention.end) for document, mention in places)


def _in_dateline(document: SourceDocument, end: int) -> bool:
    if end > _DATELINE:
        return False
    sentence = next((s for s in document.sentences if s.start <= end <= s.end), None)
    return sentence is not None and bool(_DATELINE_END.match(sentence.text, end - sentence.start))
