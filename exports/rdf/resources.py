"""RDF gathered by resource: looks properties up, and says plainly which one is missing or wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from newsgraph.graph.errors import InputError

from . import vocabulary as v
from .iri import id_of
from .vocabulary import NG, REL, VOCABULARIES

_ITEMS = [v.item(number) for number in range(1, 1_000)]

Term = NamedNode | BlankNode | Literal | Triple
Properties = dict[str, list[Term]]  # by the IRI of the property


class Node(NamedTuple):
    """A resource with its properties. All raise :class:`InputError` where the graph is not as we write it."""

    iri: str
    properties: Properties
    source: str

    @property
    def id(self) -> str:
        """The id of the graph that this resource's IRI was minted for."""
        return self.optional_text(v.IDENTIFIER) or id_of(self.iri)

    def terms(self, predicate: str) -> Sequence[Term]:
        """Return all values of a property."""
        return self.properties.get(predicate, ())

    def optional_term(self, predicate: str) -> Term | None:
        """Return the value of a property that has at most one."""
        found = self.properties.get(predicate)
        if found is None:
            return None
        if len(found) > 1:
            raise self.error(f"has more than one {_short(predicate)}")
        return found[0]

    def optional_text(self, predicate: str) -> str | None:
        """Return the characters of a literal that may be absent."""
        found = self.optional_term(predicate)
        return None if found is None else self._characters(predicate, found)

    def text(self, predicate: str) -> str:
        """Return the characters of a literal."""
        found = self.optional_term(predicate)
        if found is None:
            raise self.error(f"has no {_short(predicate)}")
        return self._characters(predicate, found)

    def texts(self, predicate: str) -> list[str]:
        """Return the characters of several literals, sorted."""
        return sorted(self._characters(predicate, term) for term in self.terms(predicate))

    def optional_value(self, predicate: str) -> str | None:
        """Return a literal's characters or an IRI, whichever a property that may be absent has."""
        found = self.optional_term(predicate)
        return found.value if isinstance(found, NamedNode | Literal) else None

    def items(self) -> list[str]:
        """Return the literals of this resource as an ``rdf:Seq``, in order."""
        found: list[str] = []
        while found_more := self.properties.get(_ITEMS[len(found)]):
            found.append(self._characters(_ITEMS[len(found)], found_more[0]))
        return found

    def resource(self, predicate: str) -> str:
        """Return the IRI that a property points to."""
        found = self.optional_term(predicate)
        if not isinstance(found, NamedNode):
            raise self.error(f"has no {_short(predicate)} that is an IRI")
        return found.value

    def resources(self, predicate: str) -> list[str]:
        """Return the IRIs that a property points to."""
        return [term.value for term in self.terms(predicate) if isinstance(term, NamedNode)]

    def name(self, predicate: str) -> str:
        """Return the name of an individual of ours, such as ``planned`` for ``ng:planned``."""
        return self.resource(predicate).removeprefix(NG)

    def integer(self, predicate: str) -> int:
        """Return a whole number."""
        value = self.text(predicate)
        try:
            return int(value)
        except ValueError as error:
            raise self.error(f"has the {_short(predicate)} {value!r}, no whole number") from error

    def optional_decimal(self, predicate: str) -> float | None:
        """Return a number that may be absent."""
        return self.decimal(predicate) if self.terms(predicate) else None

    def decimal(self, predicate: str) -> float:
        """Return a number."""
        value = self.text(predicate)
        try:
            return float(value)
        except ValueError as error:
            raise self.error(f"has the {_short(predicate)} {value!r}, no number") from error

    def error(self, problem: str) -> InputError:
        """Return the error that says what is wrong with this resource."""
        return InputError(f"{self.source} is no graph that newsgraph wrote: <{self.iri}> {problem}.")

    def _characters(self, predicate: str, term: Term) -> str:
        if isinstance(term, Literal):
            return term.value
        raise self.error(f"has the {_short(predicate)} {term}, which is no literal")


@dataclass(frozen=True, slots=True)
class Resources:
    """All resources of some RDF."""

    properties: Mapping[str, Properties]
    source: str

    def get(self, iri: str) -> Node:
        """Return a resource; one that is not described has no properties."""
        return Node(iri, self.properties.get(iri, {}), self.source)

    def optional_id(self, node: Node, predicate: str) -> str | None:
        """Return the id of the resource that a property of ``node`` points to, if it has that property."""
        return self.get(node.resource(predicate)).id if node.terms(predicate) else None

    def by_type(self) -> Mapping[str, Sequence[Node]]:
        """Return the resources of each class, in the order in which they were met."""
        groups: dict[str, list[Node]] = defaultdict(list)
        for iri, found in self.properties.items():
            for type in found.get(v.TYPE, ()):
                if isinstance(type, NamedNode):
                    groups[type.value].append(self.get(iri))
        return groups

    def by(self, predicate: str, nodes: Iterable[Node]) -> Mapping[str, Sequence[Node]]:
        """Return ``nodes`` grouped by what their ``predicate`` points to."""
        groups: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            groups[node.resource(predicate)].append(node)
        return groups


def gather(quads: Iterable[Quad], source: str) -> Resources:
    """Return what ``quads`` say of each IRI, in whatever graph; ``source`` is named in errors."""
    found: dict[str, Properties] = {}
    current, properties = None, Properties()
    try:
        for subject, predicate, value, _ in quads:
            if subject != current:  # files are grouped by resource, mostly
                current, properties = subject, found.setdefault(subject.value, {})
            property = predicate.value
            if property.startswith(REL):  # the direct layer is for queries; claims say all of it
                continue
            values = properties.get(property)
            if values is None:
                properties[property] = [value]
            else:
                values.append(value)
    except InputError:
        raise
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{source} cannot be read as RDF: {error}") from error
    for properties in found.values():
        for property, values in properties.items():
            if len(values) > 1:  # a statement in two graphs is one
                properties[property] = list(dict.fromkeys(values))
    return Resources(found, source)


def _short(predicate: str) -> str:
    for prefix, iri in VOCABULARIES.items():
        if predicate.startswith(iri):
            return f"{prefix}:{predicate.removeprefix(iri)}"
    return f"<{predicate}>"
