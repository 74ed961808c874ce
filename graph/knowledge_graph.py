"""The knowledge graph: what a set of documents says, as one value."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .identity import normal_key
from .model.document import SourceDocument
from .model.entity import Entity, Member
from .model.judgement import Judgement
from .model.record import ExtractionRecord
from .model.statement import Statement
from .pluralisation import counted

if TYPE_CHECKING:
    import networkx

    from .knowledge.entity_list import KnownEntity


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity with what the graph states about it."""

    entity: Entity
    statements: tuple[Statement, ...]

    @property
    def id(self) -> str:
        """The id of the entity."""
        return self.entity.id

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.entity.name

    @property
    def label(self) -> str:
        """The label, as spaCy users know it."""
        return self.entity.label

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names."""
        return self.entity.aliases

    @property
    def links(self) -> tuple[str, ...]:
        """IRIs of the same thing elsewhere."""
        return self.entity.links

    @property
    def members(self) -> tuple[Member, ...]:
        """The entity as each document knows it."""
        return self.entity.members

    def __repr__(self) -> str:
        also = f", also {', '.join(self.aliases)}" if self.aliases else ""
        return f"<{self.name} ({self.label}{also}): {len(self.statements)} statements>"


@dataclass(frozen=True)  # no slots: the cached indexes live in __dict__
class KnowledgeGraph:
    """Documents, entities, statements and judgements, each sorted by id, as ``build_graph`` makes them.

    Two graphs are equal when these four are equal. ``records``, ``given`` and ``known`` are what the graph
    was built from; a graph read back from an export has no records, and cannot be taken apart with :func:`~newsgraph.graph.build.without`.
    """

    documents: tuple[SourceDocument, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    records: tuple[ExtractionRecord, ...] = field(default=(), compare=False, repr=False)
    given: tuple[Judgement, ...] = field(default=(), compare=False, repr=False)
    known: tuple[KnownEntity, ...] = field(default=(), compare=False, repr=False)

    def entity(self, id: str) -> Entity:
        """Return the entity with this id; raises ``KeyError``."""
        return self._entities[id]

    def statement(self, id: str) -> Statement:
        """Return the statement with this id; raises ``KeyError``."""
        return self._statements[id]

    def document(self, id: str) -> SourceDocument:
        """Return the document with this id; raises ``KeyError``."""
        return self._documents[id]

    def statements_of(self, entity_id: str) -> tuple[Statement, ...]:
        """Return the statements that have this entity as subject or object."""
        return self._statements_of.get(entity_id, ())

    def find(self, name: str) -> EntityView | None:
        """Return the entity that ``name`` fits best, or None.

        Case does not matter. A canonical name goes before an alias, and an alias before a name that merely
        contains all the words of ``name``; among equals the entity with more statements wins.
        """
        key = normal_key(name)
        found = self._names.get(key) or self._aliases.get(key) or self._containing(key)
        if not found:
            return None
        best = min(found, key=lambda e: (not e.named, -len(self.statements_of(e.id)), e.id))
        return EntityView(best, self.statements_of(best.id))

    def get(self, name: str) -> EntityView:
        """Return what :meth:`find` finds; raises ``KeyError`` where it finds nothing."""
        view = self.find(name)
        if view is None:
            raise KeyError(f"no entity is called {name!r}")
        return view

    @cached_property
    def graph(self) -> networkx.MultiDiGraph[str]:
        """The graph for networkx: nodes are entity ids, edge keys are statement ids.

        A statement whose object is a literal or absent is no edge; it stands in the node attribute ``facts``.
        """
        import networkx

        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        for entity in self.entities:
            facts = tuple(s for s in self.statements_of(entity.id) if s.object is None)
            graph.add_node(entity.id, **_node_attributes(entity), facts=facts)
        for statement in self.statements:
            if statement.object is not None:
                attributes = _edge_attributes(statement)
                graph.add_edge(statement.subject, statement.object, key=statement.id, **attributes)
        return graph

    def __len__(self) -> int:
        return len(self.statements)

    def __bool__(self) -> bool:
        return bool(self.documents)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __contains__(self, item: object) -> bool:
        """Whether ``item`` is a part of this graph, the id of one, or the name of an entity."""
        if isinstance(item, str):
            known = item in self._entities or item in self._statements or item in self._documents
            return known or self.find(item) is not None
        id = getattr(item, "id", None)
        parts = (self._entities.get(id), self._statements.get(id), self._documents.get(id)) if id else ()
        return item in parts

    def __repr__(self) -> str:
        return (
            f"<KnowledgeGraph: {counted(len(self.documents), 'document')}, "
            f"{counted(len(self.entities), 'entity', 'entities')}, {counted(len(self.statements), 'statement')}>"
        )

    @cached_property
    def _documents(self) -> Mapping[str, SourceDocument]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def _statements(self) -> Mapping[str, Statement]:
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def _statements_of(self) -> Mapping[str, tuple[Statement, ...]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            for id in sorted({statement.subject, statement.object or statement.subject}):
                found[id].append(statement)
        return {id: tuple(statements) for id, statements in found.items()}

    @cached_property
    def _names(self) -> Mapping[str, list[Entity]]:
        return _index((normal_key(entity.name), entity) for entity in self.entities)

    @cached_property
    def _aliases(self) -> Mapping[str, list[Entity]]:
        return _index((normal_key(alias), entity) for entity in self.entities for alias in entity.aliases)

    @cached_property
    def _words(self) -> Mapping[str, list[Entity]]:
        return _index((word, entity) for entity in self.entities for word in _words_of(entity))

    def _containing(self, key: str) -> list[Entity]:
        words = key.split()
        counts = Counter(entity for word in set(words) for entity in self._words.get(word, ()))
        return [entity for entity, count in counts.items() if count == len(set(words))]


def _index(pairs: Iterator[tuple[str, Entity]]) -> dict[str, list[Entity]]:
    index: dict[str, list[Entity]] = defaultdict(list)
    for key, entity in pairs:
        index[key].append(entity)
    return dict(index)


def _words_of(entity: Entity) -> set[str]:
    return {word for name in (entity.name, *entity.aliases) for word in normal_key(name).split()}


def _node_attributes(entity: Entity) -> dict[str, Any]:
    names = ("name", "label", "aliases", "named", "concept", "links")
    return {name: getattr(entity, name) for name in names}


def _edge_attributes(statement: Statement) -> dict[str, Any]:
    names = ("predicate", "lemma", "relation", "polarity", "modality", "attribution", "attributed_to")
    return {name: getattr(statement, name) for name in (*names, "time", "confidence", "evidence")}
