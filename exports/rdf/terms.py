"""Terms of RDF as plain values, which become Oxigraph's where that takes them: its own take longer to make and compare."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import pyoxigraph


class Iri(str):
    """An IRI, which nobody checks: see :func:`checked_iri`."""

    __slots__ = ()


class LiteralTerm(NamedTuple):
    """The characters of a literal, with its datatype unless that is ``xsd:string``."""

    value: str
    datatype: Iri | None = None


class TripleTerm(NamedTuple):
    """A triple that something is said of (RDF 1.2)."""

    subject: Iri
    predicate: Iri
    object: Iri | LiteralTerm


Term = Iri | LiteralTerm | TripleTerm

_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)} | {
    ord(char): f"\\{letter}" for char, letter in zip('\b\t\n\f\r"\\', 'btnfr"\\', strict=True)
}
_ESCAPED = re.compile(f"[{re.escape(''.join(map(chr, _ESCAPES)))}]")


def checked_iri(text: str) -> Iri:
    """Return ``text`` as an IRI. Raises ValueError where it is none."""
    return Iri(pyoxigraph.NamedNode(text).value)


def quoted(text: str) -> str:
    r"""Return characters between quotation marks, as N-Triples and Turtle have them.

    >>> print(quoted('He said "no"'))
    "He said \"no\""
    """
    return f'"{text.translate(_ESCAPES)}"' if _ESCAPED.search(text) else f'"{text}"'


def to_ntriples(term: Iri | LiteralTerm) -> str:
    """Return an IRI or a plain literal as N-Triples has it."""
    return f"<{term}>" if isinstance(term, Iri) else quoted(term.value)


def to_oxigraph(term: Term) -> pyoxigraph.NamedNode | pyoxigraph.Literal | pyoxigraph.Triple:
    """Return a term as Oxigraph has it."""
    if isinstance(term, Iri):
        return to_node(term)
    if isinstance(term, LiteralTerm):
        value, datatype = term
        return pyoxigraph.Literal(value, datatype=None if datatype is None else to_node(datatype))
    return pyoxigraph.Triple(to_node(term.subject), to_node(term.predicate), to_oxigraph(term.object))


to_node = lru_cache(maxsize=65_536)(pyoxigraph.NamedNode)  # checking an IRI takes longer than finding it
