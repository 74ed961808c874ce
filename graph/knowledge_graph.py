"""The knowledge graph: what a set of documents says, as one value."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from .assembly.interest import interest_of
from .assembly.lines import Line, lines_of
from .assembly.network import to_network
from .identity import normal_key
from .model.document import SourceDocument
from .model.entity import Entity, Member
from .model.judgement import Judgement
from .model.naming import Called, best_called, words_of
from .model.record import ExtractionRecord
from .model.relation import RelationType
from .model.statement import Statement
from .pluralisation import counted

if TYPE_CHECKING:
    import networkx

    from .knowledge.entity_list import KnownEntity
    from .knowledge.outlets import Outlet
    from .knowledge.schema import Schema


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


@dataclass(frozen=True, eq=False)  # no slots: the cached indexes live in __dict__
class KnowledgeGraph:
    """Documents, entities, statements, judgements and relations, each sorted, as ``build_graph`` makes them.

    Two graphs are equal when these five are, wherever they come from. ``records``, ``given``, ``known`` and
    ``schema`` are what the graph was built from, and ``outlets`` whose papers are whose beside those that everybody
    knows; a graph read back from an export has none of these, and cannot be
    taken apart with :func:`~newsgraph.graph.build.without`.
    """

    documents: tuple[SourceDocument, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    records: Sequence[ExtractionRecord] = field(default=(), repr=False)
    given: tuple[Judgement, ...] = field(default=(), repr=False)
    known: tuple[KnownEntity, ...] = field(default=(), repr=False)
    relations: tuple[RelationType, ...] = ()
    schema: Schema | None = field(default=None, repr=False)
    outlets: tuple[Outlet, ...] = field(default=(), repr=False)

    def __eq__(self, other: object) -> bool:
        """Whether both say the same; a subclass with more verbs may equal a plain graph."""
        if not isinstance(other, KnowledgeGraph):
            return NotImplemented
        return self._content == other._content

    def __hash__(self) -> int:
        return hash((self.documents, self.statements))

    @property
    def _content(self) -> tuple[object, ...]:
        return (self.documents, self.entities, self.statements, self.judgements, self.relations)

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

        Case does not matter. A canonical name goes before an alias, and an alias before names that merely
        contain all the words of ``name``; among equals the entity with more statements wins.
        """
        key = normal_key(name)
        found = self._names.get(key) or self._containing(key)
        id = best_called(
            key, (Called(e.id, e.name, e.aliases, e.named, len(self.statements_of(e.id))) for e in found)
        )
        return None if id is None else EntityView(self._entities[id], self.statements_of(id))

    def get(self, name: str) -> EntityView:
        """Return what :meth:`find` finds; raises ``KeyError`` where it finds nothing."""
        view = self.find(name)
        if view is None:
            raise KeyError(f"no entity is called {name!r}")
        return view

    @cached_property
    def graph(self) -> networkx.MultiDiGraph[str]:
        """The graph for networkx; see :mod:`~newsgraph.graph.assembly.network` for its attributes.

        Nodes are entity ids. The key of an edge from subject to object is the id of its statement; further edges
        join others who take part. Statements that end in no entity stand in the node attribute ``facts``.
        """
        return to_network(self)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines between two entities, in the order of the statements."""
        return tuple(line for statement in self.statements for line in lines_of(statement))

    @cached_property
    def interest(self) -> Mapping[str, float]:
        """How much a reader would want each statement, 0 to 1, by its id."""
        return interest_of(self.statements, {entity.id for entity in self.entities if entity.named})

    def strongest(self) -> tuple[Statement, ...]:
        """Return the statements, those that a reader would want first."""
        return tuple(sorted(self.statements, key=lambda s: (-self.interest[s.id], -len(s.evidence), s.id)))

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
        """Entities by their names and aliases."""
        names = ((name, entity) for entity in self.entities for name in (entity.name, *entity.aliases))
        return _index((normal_key(name), entity) for name, entity in names)

    @cached_property
    def _words(self) -> Mapping[str, list[Entity]]:
        return _index(
            (word, entity) for entity in self.entities for word in words_of(entity.name, *entity.aliases)
        )

    def _containing(self, key: str) -> list[Entity]:
        words = key.split()
        counts = Counter(entity for word in set(words) for entity in self._words.get(word, ()))
        return [entity for entity, count in counts.items() if count == len(set(words))]


def _index(pairs: Iterator[tuple[str, Entity]]) -> dict[str, list[Entity]]:
    index: dict[str, list[Entity]] = defaultdict(list)
    for key, entity in pairs:
        index[key].append(entity)
    return dict(index)
