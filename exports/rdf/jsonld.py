"""JSON-LD 1.1 with a context, an object for each resource."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from newsgraph.graph.errors import InputError

from . import vocabulary as v

_LOCAL_NAME = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})")

Node = dict[str, Any]


def write_jsonld(given: Iterable[Triple] | Iterable[Quad], prefixes: Mapping[str, str]) -> bytes:
    """Return triples or quads as one JSON-LD document: named graphs as graph objects, resources in their order.

    Only prefixes that no IRI could be mistaken to use are in the context.
    """
    statements = list[Triple | Quad](given)
    iris = _iris(statements)
    safe = {p: iri for p, iri in prefixes.items() if not any(used.startswith(f"{p}:") for used in iris)}
    graphs: dict[str, dict[str, Node]] = {}
    for statement in statements:
        graph = getattr(statement, "graph_name", DefaultGraph())
        name = "" if isinstance(graph, DefaultGraph) else _iri(graph, safe)
        subject = _iri(statement.subject, safe)
        node = graphs.setdefault(name, {}).setdefault(subject, {"@id": subject})
        _add(node, statement, safe)
    content = [_compact(node) for node in graphs.pop("", {}).values()]
    content += [{"@id": name, "@graph": [*map(_compact, nodes.values())]} for name, nodes in graphs.items()]
    return (json.dumps({"@context": safe, "@graph": content}, ensure_ascii=False, indent=1) + "\n").encode()


def _compact(node: Node) -> Node:
    """Return a node in which a property with one value has that value, and no list of one."""
    return {
        key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()
    }


def _iris(statements: Iterable[Triple | Quad]) -> set[str]:
    return {
        term.value
        for statement in statements
        for term in (statement.subject, statement.predicate, statement.object)
        if isinstance(term, NamedNode)
    }


def _add(node: Node, statement: Triple | Quad, prefixes: Mapping[str, str]) -> None:
    if statement.predicate == v.TYPE:
        node.setdefault("@type", []).append(_iri(statement.object, prefixes))
    else:
        key = _iri(statement.predicate, prefixes)
        node.setdefault(key, []).append(_value(statement.object, prefixes))


def _iri(term: object, prefixes: Mapping[str, str]) -> str:
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    if not isinstance(term, NamedNode):
        raise InputError(f"JSON-LD has no place for {term}; use Turtle or N-Triples.")
    for prefix, iri in prefixes.items():
        if term.value.startswith(iri) and _LOCAL_NAME.fullmatch(term.value[len(iri) :]):
            return f"{prefix}:{term.value[len(iri) :]}"
    return term.value


def _value(term: object, prefixes: Mapping[str, str]) -> object:
    if not isinstance(term, Literal):
        return {"@id": _iri(term, prefixes)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == v.XSD + "string":
        return term.value
    if term.datatype == v.INTEGER and _NUMBER.fullmatch(term.value):
        return int(term.value)
    return {"@value": term.value, "@type": _iri(term.datatype, prefixes)}
