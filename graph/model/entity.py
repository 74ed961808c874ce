"""Entities: the nodes of the graph, with every place that mentions them."""

from __future__ import annotations

from dataclasses import dataclass

CONCEPT = "CONCEPT"
"""Label of a node that stands for a phrase ("the talks"), not for a participant with a label of its own."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place in a document that refers to an entity; ``sentence`` is an index, -1 outside all sentences."""

    start: int
    end: int
    text: str
    label: str
    kind: str  # name, nominal or pronoun
    sentence: int


def member_key(document: str, entity: str) -> str:
    """Return the key of a member, which no other member has, whatever ids consist of.

    >>> member_key("article-3", "e4")
    'article-3#e4'
    """
    return f"{document.replace('%', '%25').replace('#', '%23')}#{entity}"


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """An entity as one document knows it: what resolution joins. ``entity`` is its id in that document."""

    document: str
    entity: str
    name: str
    label: str
    mentions: tuple[Mention, ...] = ()

    @property
    def key(self) -> str:
        """Name of this member in judgements: document and local id."""
        return member_key(self.document, self.entity)


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A node. ``aliases`` are its other names; ``links`` are IRIs of the same thing elsewhere.

    ``named=False`` is an unnamed participant of one document ("a foreign leader"); ``concept=True`` a phrase
    that statements are about but that names no participant ("the talks"). Neither merges across documents.
    """

    id: str
    name: str
    label: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    concept: bool = False
    links: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
