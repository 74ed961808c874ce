"""Mints every IRI of ours: flat, ASCII, bounded in length, stable across builds, one for each id.

An id of :mod:`newsgraph.graph.identity` is its own local name. Any other id (a document may bring its own)
becomes its slug, an underscore and a hash; no id that is its own local name has an underscore, so the two
never collide. Nothing is percent-encoded, because nothing but ``[a-z0-9_-]`` is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsgraph.graph.identity import digest, slug

from .terms import Iri
from .vocabulary import DEFAULT_BASE, REL, check_base

_SAFE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")
_SAFE_RELATION = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_RELATION_LENGTH = 64


@lru_cache(maxsize=65_536)
def local_name(id: str) -> str:
    """Return the last part of the IRI of ``id``.

    >>> local_name("putin-7hk2"), local_name("http://example.com/a b")
    ('putin-7hk2', 'http-example-com-a-b_sayyxuh7t3izeaxy')
    """
    return id if _SAFE_ID.fullmatch(id) else f"{slug(id) or 'id'}_{digest('id', id)}"


@lru_cache(maxsize=65_536)
def relation_iri(key: str) -> Iri:
    """Return the IRI of the relation whose words are ``key``; the same in every graph, whatever its base.

    >>> relation_iri("extend condolences to")
    'https://w3id.org/newsgraph/relation/extend_condolences_to'
    """
    words = key.replace(" ", "_")
    if len(words) <= _RELATION_LENGTH and _SAFE_RELATION.fullmatch(words):
        return Iri(REL + words)
    readable = slug(key)
    if not readable[:1].isalpha():  # relations are predicates: RDF/XML makes them element names
        readable = f"relation-{readable}".strip("-")
    return Iri(f"{REL}{readable}-{digest('relation', words)}")


def id_of(iri: str) -> str:
    """Return the local name of an IRI of ours: what :func:`local_name` made."""
    return iri.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints the IRIs of one graph's resources under ``base``, which ends in a slash.

    Raises :class:`InputError` if ``base`` cannot start an IRI.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        check_base(self.base)

    def entity(self, id: str) -> Iri:
        """Return the IRI of an entity."""
        return Iri(f"{self.base}entity/{local_name(id)}")

    def claim(self, id: str) -> Iri:
        """Return the IRI of a statement."""
        return Iri(f"{self.base}claim/{local_name(id)}")

    def part(self, whole: str, kind: str, *parts: str) -> Iri:
        """Return the IRI of a part of a statement or piece of evidence; ``kind`` is a letter."""
        return Iri(f"{self.base}claim/{kind}_{digest(whole, *parts)}")

    def document(self, id: str) -> Iri:
        """Return the IRI of a document, which is also the name of its graph in TriG and N-Quads."""
        return Iri(f"{self.base}document/{local_name(id)}")

    def sentence(self, document: str, index: int) -> Iri:
        """Return the IRI of a sentence."""
        return Iri(f"{self.base}text/{local_name(document)}_s{index}")

    def evidence(self, id: str) -> Iri:
        """Return the IRI of a piece of evidence."""
        return Iri(f"{self.base}text/{local_name(id)}")

    def member(self, document: str, entity: str) -> Iri:
        """Return the IRI of an entity as one document knows it."""
        return Iri(f"{self.base}text/m_{digest(document, entity)}")

    def mention(self, member: Iri, position: int) -> Iri:
        """Return the IRI of the mention at ``position`` among those of a member."""
        return Iri(f"{member}_{position}")

    def judgement(self, *parts: str) -> Iri:
        """Return the IRI of the judgement that ``parts`` make up."""
        return Iri(f"{self.base}text/judgement_{digest(*parts)}")

    def origin(self, key: str) -> Iri:
        """Return the IRI of an origin of articles."""
        return Iri(f"{self.base}origin/{local_name(key)}")

    def across(self, kind: str, id: str) -> Iri:
        """Return the IRI of a group of claims, a dispute or a story."""
        return Iri(f"{self.base}{kind}/{local_name(id)}")

    @property
    def collection(self) -> Iri:
        """The name of the graph of what articles say together."""
        return Iri(f"{self.base}collection")

    @property
    def judgements(self) -> Iri:
        """The name of the graph of judgements, which belong to no document."""
        return Iri(f"{self.base}judgements")
