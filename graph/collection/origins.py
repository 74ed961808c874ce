"""Origins: whom an article is from. Near copies and the outlets of one family are one origin, however many print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..knowledge.outlets import Outlets
from ..knowledge_graph import KnowledgeGraph
from ..model.document import SourceDocument
from ..pluralisation import counted
from .credits import credited_agency
from .near_copies import NearCopy, copy_groups, near_copies


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Whom articles are from: ``key`` tells origins apart, ``name`` is for people, ``why`` says how it is known.

    ``why`` is "credit line", "near copy", "publisher", or "unknown" for an article that tells nothing: one of its own.
    """

    key: str
    name: str
    why: str

    @property
    def known(self) -> bool:
        """Whether an outlet is known; two articles that name none may be of one."""
        return not self.key.startswith(_UNKNOWN)


_UNKNOWN = "article "
"""How the keys of articles begin that tell of no outlet."""


@dataclass(frozen=True, slots=True)
class Origins:
    """The origin of each article by id, the near copies among them, and the table of outlets that was used."""

    of: Mapping[str, Origin]
    copies: tuple[NearCopy, ...]
    outlets: Outlets

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Groups of articles that are one text in parts."""
        return copy_groups(self.copies)


def origins_of(graph: KnowledgeGraph, outlets: Outlets) -> Origins:
    """Return the origins of a graph's articles.

    An article is from the agency that it credits; a near copy from the agency that one of its group credits, else from
    the publisher that had it first; any other from its own publisher's family.
    """
    documents = {document.id: document for document in graph.documents}
    families = {id: outlets.family_of(d.publisher, d.url) for id, d in documents.items()}
    copies = near_copies(graph.documents, families, outlets)
    own = {id: _own(document, families[id], outlets) for id, document in documents.items()}
    found = dict(own)
    for group in copy_groups(copies):
        first = _first([documents[id] for id in group], own)
        for id in group:
            found[id] = Origin(first.key, first.name, own[id].why if own[id] == first else "near copy")
    return Origins(found, copies, outlets)


def _own(document: SourceDocument, family: str | None, outlets: Outlets) -> Origin:
    agency = credited_agency(document, outlets)
    if agency is not None:
        return Origin(agency.family, agency.name, "credit line")
    if family is not None:
        return Origin(family, document.publisher or family, "publisher")
    return Origin(
        f"{_UNKNOWN}{document.id}", f"unknown origin ({document.title or document.source})", "unknown"
    )


def _first(group: Sequence[SourceDocument], own: Mapping[str, Origin]) -> Origin:
    """Return the origin of the article that the others of a group are from."""
    credited = sorted(own[d.id] for d in group if own[d.id].why == "credit line")
    if credited:
        return credited[0]
    return own[min(group, key=lambda d: (d.date or "9999", -d.length, d.id)).id]


def families_in(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return one origin for each key, sorted: how many independent ones there are."""
    found: dict[str, Origin] = {}
    for origin in sorted(origins):
        found.setdefault(origin.key, origin)
    return tuple(found[key] for key in sorted(found))


def sources_in_words(origins: Sequence[Origin]) -> str:
    """Return how many sources there are: "independent" are only those whose outlets are known."""
    unknown = sum(not origin.known for origin in origins)
    if unknown == len(origins):
        return f"{counted(unknown, 'article')} of unknown origin"
    if unknown:
        return f"{len(origins)} sources, {unknown} of unknown origin"
    return "one source" if len(origins) == 1 else f"{len(origins)} independent sources"


def articles_in_words(count: int, origins: Sequence[Origin]) -> str:
    """Return how many articles there are and from how many sources: "4 articles, 2 independent sources"."""
    articles, sources = counted(count, "article"), sources_in_words(origins)
    return sources if sources.startswith(f"{articles} ") else f"{articles}, {sources}"
