"""RDF gathered by resource: looks properties up, and says plainly which one is missing or wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from newsgraph.graph.errors import InputError

from . import vocabulary as v
from .iri import id_of

Term = NamedNode | BlankNode | Literal | Triple
Properties = dict[NamedNode, dict[Term, None]]  # the inner dict is an ordered set


@dataclass(frozen=True, slots=True)
class Node:
    """A resource with its properties. All raise :class:`InputError` where the graph is not as we write it."""

    iri: NamedNode
    properties: Properties
    source: str

    @property
    def id(self) -> str:
        """The id of the graph that this resource's IRI was minted for."""
        identifier = self.optional_term(v.IDENTIFIER)
        return id_of(self.iri) if identifier is None else self._value(v.IDENTIFIER, identifier)

    def terms(self, predicate: NamedNode) -> tuple[Term, ...]:
        """Return all values of a property."""
        return tuple(self.properties.get(predicate, ()))

    def optional_term(self, predicate: NamedNode) -> Term | None:
        """Return the value of a property that has at most one."""
        found = self.terms(predicate)
        if len(found) > 1:
            raise self.error(f"has more than one {_short(predicate)}")
        return found[0] if found else None

    def term(self, predicate: NamedNode) -> Term:
        """Return the value of a property that has exactly one."""
        found = self.optional_term(predicate)
        if found is None:
            raise self.error(f"has no {_short(predicate)}")
        return found

    def text(self, predicate: NamedNode) -> str:
        """Return the characters of a literal."""
        return self._value(predicate, self.term(predicate))

    def optional_text(self, predicate: NamedNode) -> str | None:
        """Return the characters of a literal that may be absent."""
        found = self.optional_term(predicate)
        return None if found is None else self._value(predicate, found)

    def texts(self, predicate: NamedNode) -> list[str]:
        """Return the characters of several literals, sorted."""
        return sorted(self._value(predicate, term) for term in self.terms(predicate))

    def resource(self, predicate: NamedNode) -> NamedNode:
        """Return the IRI that a property points to."""
        found = self.term(predicate)
        if not isinstance(found, NamedNode):
            raise self.error(f"has the {_short(predicate)} {found}, which is no IRI")
        return found

    def name(self, predicate: NamedNode) -> str:
        """Return the name of an individual of ours, such as ``planned`` for ``ng:planned``."""
        return self.resource(predicate).value.removeprefix(v.NG)

    def integer(self, predicate: NamedNode) -> int:
        """Return a whole number."""
        return int(self._number(predicate))

    def decimal(self, predicate: NamedNode) -> float:
        """Return a number."""
        return self._number(predicate)

    def error(self, problem: str) -> InputError:
        """Return the error that says what is wrong with this resource."""
        return InputError(f"{self.source} is no graph that newsgraph wrote: {self.iri} {problem}.")

    def _number(self, predicate: NamedNode) -> float:
        value = self.text(predicate)
        try:
            return float(value)
        except ValueError as error:
            raise self.error(f"has the {_short(predicate)} {value!r}, which is no number") from error

    def _value(self, predicate: NamedNode, term: Term) -> str:
        if isinstance(term, Literal):
            return term.value
        raise self.error(f"has the {_short(predicate)} {term}, which is no literal")


@dataclass(frozen=True, slots=True)
class Resources:
    """All resources of some RDF."""

    properties: Mapping[NamedNode, Properties]
    source: str

    def get(self, iri: NamedNode) -> Node:
        """Return a resource; one that is not described has no properties."""
        return Node(iri, self.properties.get(iri, {}), self.source)

    def of_type(self, type: NamedNode) -> list[Node]:
        """Return the resources of a class, in the order in which they were met."""
        return [self.get(iri) for iri, found in self.properties.items() if type in found.get(v.TYPE, ())]

    def by(self, predicate: NamedNode, nodes: Iterable[Node]) -> Mapping[NamedNode, Sequence[Node]]:
        """Return ``nodes`` grouped by what their ``predicate`` points to."""
        groups: dict[NamedNode, list[Node]] = defaultdict(list)
        for node in nodes:
            groups[node.resource(predicate)].append(node)
        return groups


def gather(quads: Iterable[Quad], source: str) -> Resources:
    """Return what ``quads`` say of each IRI, in whatever graph; ``source`` is named in errors."""
    found: dict[NamedNode, Properties] = {}
    try:
        for subject, predicate, value, _ in quads:
            found.setdefault(subject, {}).setdefault(predicate, {})[value] = None
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{source} cannot be read as RDF: {error}") from error
    return Resources(found, source)


def _short(predicate: NamedNode) -> str:
    for prefix, iri in v.VOCABULARIES.items():
        if predicate.value.startswith(iri):
            return f"{prefix}:{predicate.value.removeprefix(iri)}"
    return str(predicate)
