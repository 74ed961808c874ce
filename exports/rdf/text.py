"""Triples and quads as text in the standard RDF formats: the same characters in every run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

from newsgraph.graph.bulk import collection_paused

from .jsonld import write_jsonld

Statements = Iterable[Triple] | Iterable[Quad]

_PREFIX_LINES = re.compile(rb"(?:@prefix [^\n]*\n)*")
_END_OF_RESOURCE = re.compile(rb" \.\n(?=\t?[^\s}])")
_XML_ROOT = re.compile(rb"<rdf:RDF ([^>]*)>")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_rdf(statements: Statements, format: RdfFormat, prefixes: Mapping[str, str]) -> bytes:
    """Return ``statements`` in ``format``, in their order; the line formats are sorted.

    RDF/XML cannot carry most control characters: there they become U+FFFD.
    """
    with collection_paused():
        return _WRITERS[format](statements, dict(sorted(prefixes.items())))


def _turtle(statements: Statements, prefixes: dict[str, str], format: RdfFormat = RdfFormat.TURTLE) -> bytes:
    """Return Turtle with sorted prefixes and an empty line between resources.

    Line breaks inside literals are escaped, so a line that ends in a full stop ends a resource.
    """
    header = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items())
    lines = _serialize(statements, format, prefixes)
    body = _PREFIX_LINES.sub(b"", lines, count=1)
    return header.encode() + b"\n" * bool(body) + _END_OF_RESOURCE.sub(b" .\n\n", body)


def _trig(statements: Statements, prefixes: dict[str, str]) -> bytes:
    return _turtle(statements, prefixes, RdfFormat.TRIG)


def _lines(statements: Statements, format: RdfFormat) -> bytes:
    return b"".join(sorted(_serialize(statements, format, {}).splitlines(keepends=True)))


def _rdf_xml(statements: Statements, prefixes: dict[str, str]) -> bytes:
    """Return RDF/XML with sorted namespaces; a carriage return in a text is escaped, or XML would drop it."""
    lines = _serialize((_xml_safe(triple) for triple in statements), RdfFormat.RDF_XML, prefixes)
    return _XML_ROOT.sub(_sorted_namespaces, lines, count=1).replace(b"\r", b"&#13;")


def _sorted_namespaces(root: re.Match[bytes]) -> bytes:
    return b"<rdf:RDF " + b" ".join(sorted(root[1].split())) + b">"


def _xml_safe(statement: Triple | Quad) -> Triple:
    value = statement.object
    if isinstance(value, Literal) and _NO_XML.search(value.value):
        clean = _NO_XML.sub("\ufffd", value.value)
        kind = {"language": value.language} if value.language else {"datatype": value.datatype}
        value = Literal(clean, **kind)
    return Triple(statement.subject, statement.predicate, value)


def _serialize(statements: Statements, format: RdfFormat, prefixes: dict[str, str]) -> bytes:
    return serialize(statements, format=format, prefixes=prefixes) or b""


_WRITERS: Mapping[RdfFormat, Callable[[Statements, dict[str, str]], bytes]] = {
    RdfFormat.TURTLE: _turtle,
    RdfFormat.TRIG: _trig,
    RdfFormat.N_TRIPLES: lambda statements, _: _lines(statements, RdfFormat.N_TRIPLES),
    RdfFormat.N_QUADS: lambda statements, _: _lines(statements, RdfFormat.N_QUADS),
    RdfFormat.JSON_LD: write_jsonld,
    RdfFormat.RDF_XML: _rdf_xml,
}
