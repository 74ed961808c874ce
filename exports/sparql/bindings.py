"""Values for the variables of a query, given beside it and never pasted into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from newsgraph.graph.errors import InputError, QueryError

from .syntax import tokens

Value = str | int | float | bool | NamedNode | BlankNode | Literal
Bindings = Mapping[str, Value]
BoundTerm = NamedNode | BlankNode | Literal

_TERMS = {"iri", "name", "number", "string"}  # kinds of tokens


def read_bindings(pairs: Iterable[str], prefixes: Mapping[str, str]) -> dict[str, BoundTerm]:
    """Return the bindings that ``NAME=VALUE`` texts of a command line stand for.

    A value that SPARQL would read as a term is that term (``<http://example.com/a>``, ``ent:a``, ``0.9``,
    ``"0.9"``); anything else is a text, so names need no quotes. Raises :class:`InputError` for what has no
    name.
    """
    return {name: _term(value, prefixes) for name, value in split_bindings(pairs).items()}


def split_bindings(pairs: Iterable[str]) -> dict[str, str]:
    """Return the names and values of ``NAME=VALUE`` texts. Raises :class:`InputError` for what has no name."""
    found = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        name = name.strip().lstrip("?$")
        if not sign or not name.isidentifier():
            raise InputError(f"{pair!r} binds nothing; write NAME=VALUE, such as name=Putin.")
        found[name] = value
    return found


def _term(value: str, prefixes: Mapping[str, str]) -> BoundTerm:
    """Return the term that Turtle reads in ``value``, or its text where it is none, or more than one."""
    if not any(token.kind in _TERMS for token in tokens(value)[:1]):
        return _to_term(value)
    header = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items())
    try:
        (quad,) = parse(f"{header}<a:s> <a:p> {value} .".encode(), format=RdfFormat.TURTLE)
    except (SyntaxError, ValueError):
        return _to_term(value)
    return quad.object if isinstance(quad.object, NamedNode | Literal) else _to_term(value)


def to_terms(bindings: Bindings, sparql: str) -> dict[str, BoundTerm]:
    """Return Python values as terms; a string is a plain literal, so write ``NamedNode(iri)`` for an IRI.

    Raises :class:`QueryError` for a variable that ``sparql`` does not have, :class:`InputError` for a value that
    RDF has no literal for.
    """
    variables = {token.text[1:] for token in tokens(sparql) if token.kind == "variable"}
    for name in bindings:
        if name not in variables:
            there = ", ".join(f"?{variable}" for variable in sorted(variables)) or "none"
            raise QueryError(f"The query has no variable ?{name} to bind; it has {there}.")
    return {name: _to_term(value) for name, value in bindings.items()}


def _to_term(value: Value) -> BoundTerm:
    if isinstance(value, NamedNode | BlankNode | Literal):
        return value
    try:
        return Literal(value)
    except (TypeError, ValueError) as error:
        raise InputError(f"{value!r} cannot be bound to a variable: {error}") from error
