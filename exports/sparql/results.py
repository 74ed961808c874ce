"""What a query gives: rows, an answer or triples, as Python values and as text in standard formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, TypeVar, overload

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from newsgraph.graph.errors import InputError, QueryError

from ..rdf import vocabulary as v
from ..sandbox.limits import Limits
from . import formats
from .syntax import has_word, tokens
from .table import table

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped, unused-ignore]

VALUES_A_ROW = 16
"""Of a result with more columns, so many fewer rows are taken: empty values cost memory and time too."""

Writer = TypeVar("Writer")
Item = TypeVar("Item")
Term = NamedNode | BlankNode | Literal | Triple
Value = str | int | float | bool | Decimal | date | datetime | None
Row = dict[str, Value]

_PYTHON: Mapping[str, Callable[[str], Value]] = {
    "integer": int,
    "int": int,
    "long": int,
    "nonNegativeInteger": int,
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": lambda value: value in {"true", "1"},
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}

_TRIPLE_FORMATS = {
    "table": RdfFormat.TURTLE,
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "json": RdfFormat.JSON_LD,
    "xml": RdfFormat.RDF_XML,
}

_SHOWN = 100
"""Rows that a notebook shows."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a SELECT: a sequence of dicts from variable to Python value, None where it is unbound.

    ``terms`` has the RDF terms themselves, ``notes`` what the reader should know, such as a misspelt
    property. Without ORDER BY the rows are sorted, so that the same query always gives the same rows in the
    same order.
    """

    variables: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    prefixes: Mapping[str, str] = field(default_factory=dict, repr=False)
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self.terms)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, int):
            return self._row(self.terms[index])
        found = self.terms[index]
        return [self._row(row) for row in found]

    def dicts(self) -> list[Row]:
        """Return all rows as dicts."""
        return list(self)

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a pandas frame, one column a variable; needs pandas."""
        try:
            import pandas
        except ImportError as error:
            raise InputError("pandas is not installed; install it with: pip install pandas") from error
        return pandas.DataFrame(self.dicts(), columns=list(self.variables))

    def text(self, format: str = "table") -> str:
        """Return the rows as ``table``, ``json``, ``csv``, ``tsv`` or ``xml`` (SPARQL 1.1 result formats)."""
        if format == "table":
            return table(self.variables, self.terms, self.prefixes)
        return "".join(_writer(format, formats.ROW_FORMATS)(self.variables, iter(self.terms)))

    def _repr_html_(self) -> str:
        """Return the first rows as a table, for notebooks; whatever they hold is shown as text."""
        from .notebook import html_table

        return html_table(self.variables, [list(row.values()) for row in self[:_SHOWN]], len(self))

    def _row(self, row: tuple[Term | None, ...]) -> Row:
        return {name: to_python(term) for name, term in zip(self.variables, row, strict=True)}

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True, slots=True)
class Answer:
    """What an ASK gives: true or false."""

    value: bool
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.value

    def text(self, format: str = "table") -> str:
        """Return the answer as ``table``, ``csv`` or ``tsv`` (true or false), ``json`` or ``xml``."""
        return _writer(format, formats.ANSWER_FORMATS)(self.value)

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True, slots=True)
class Triples:
    """What a CONSTRUCT or DESCRIBE gives, sorted and each once."""

    triples: tuple[Triple, ...]
    prefixes: Mapping[str, str] = field(default_factory=dict, repr=False)
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.triples)

    def __iter__(self) -> Iterator[Triple]:
        return iter(self.triples)

    def text(self, format: str = "ttl") -> str:
        """Return the triples as ``ttl``, ``table`` (the same), ``nt``, ``json`` (JSON-LD) or ``xml``."""
        from ..rdf.text import write_rdf

        used = {p: iri for p, iri in self.prefixes.items() if any(f"<{iri}" in str(t) for t in self.triples)}
        return write_rdf(self.triples, _writer(format, _TRIPLE_FORMATS), used).decode("utf-8")

    def __str__(self) -> str:
        return self.text()


Result = Rows | Answer | Triples

MAX_NESTING = 64
"""Brackets inside brackets of a result, of which a triple inside a triple has two in JSON."""

_BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*"|<[^<>(]*>|<<\(|\)>>|[{}]')


def to_python(term: Term | None) -> Value:
    """Return a term as a Python value: numbers, booleans, dates; IRIs and all else as strings.

    >>> to_python(Literal("0.5", datatype=NamedNode(v.DECIMAL))), to_python(NamedNode("urn:x"))
    (Decimal('0.5'), 'urn:x')
    """
    if term is None or isinstance(term, NamedNode):
        return term and term.value
    if not isinstance(term, Literal):
        return str(term)
    convert = _PYTHON.get(term.datatype.value.removeprefix(v.XSD))
    if convert is not None:
        with suppress(ValueError, InvalidOperation):
            return convert(term.value)
    return term.value


def _writer(format: str, writers: Mapping[str, Writer]) -> Writer:
    try:
        return writers[format]
    except KeyError:
        raise InputError(f"The result has no format {format!r}; it has {', '.join(writers)}.") from None


def values_of(terms: Mapping[str, Term]) -> bytes:
    """Return values of variables as SPARQL JSON of one row, nothing where there are none."""
    rows = iter([tuple(terms.values())])
    return "".join(formats.json_rows(list(terms), rows)).encode() if terms else b""


def read_result(
    head: Mapping[str, Any],
    body: bytes,
    sparql: str,
    prefixes: Mapping[str, str],
    notes: tuple[str, ...],
    limits: Limits,
) -> Result:
    """Return the result that a process has sent as SPARQL JSON or N-Triples. Raises :class:`QueryError`."""
    if head["kind"] == "answer":
        return Answer(body == b"true", notes)
    refuse_nesting(body)
    if head["kind"] == "triples":
        triples = parse(body, format=RdfFormat.N_TRIPLES, lenient=True)  # the process has checked it
        found = {quad.triple for quad in _at_most(limits.rows, triples)}
        return Triples(tuple(sorted(found, key=str)), prefixes, notes)
    chosen = columns(head["variables"], sparql)
    place_of = {name: place for place, name in enumerate(head["variables"])}
    places = [place_of[name] for name in chosen]
    solutions: Any = parse_query_results(body, format=QueryResultsFormat.JSON)
    most = min(limits.rows, VALUES_A_ROW * limits.rows // max(len(places), 1))
    rows = [tuple([row[place] for place in places]) for row in _at_most(most, solutions)]
    return Rows(tuple(chosen), ordered(rows, sparql), prefixes, notes)


def _at_most(limit: int, items: Iterable[Item]) -> Iterator[Item]:
    for number, item in enumerate(items):
        if number >= limit:
            raise QueryError(
                f"The result has more than {limit:,} rows. Ask for less, with LIMIT for example, or allow more."
            )
        yield item


def refuse_nesting(body: bytes) -> None:
    """Raise :class:`QueryError` for triples inside triples so deep that parsing them would end this process."""
    if b"<<(" not in body and b'"triple"' not in body:
        return
    depth = deepest = 0
    for match in _BRACKETS.finditer(body):
        depth += {b"<<(": 1, b"{": 1, b")>>": -1, b"}": -1}.get(match[0], 0)
        deepest = max(deepest, depth)
    if deepest > MAX_NESTING:
        raise QueryError(f"The result has triples inside triples more than {MAX_NESTING // 2} deep.")


def columns(variables: list[str], sparql: str) -> list[str]:
    """Return ``variables`` in the order of a SELECT; those of ``SELECT *`` as they occur in the query.

    >>> columns(["o", "p", "s"], "SELECT * { ?s ?p ?o }")
    ['s', 'p', 'o']
    """
    found = [token for token in tokens(sparql) if token.kind in {"word", "variable", "operator"}]
    start = next((index for index, token in enumerate(found) if token.text.upper() == "SELECT"), len(found))
    if not any(token.text == "*" for token in found[start + 1 : start + 3] if token.kind == "operator"):
        return variables
    occurring = [token.text[1:] for token in found if token.kind == "variable"]
    first = {name: place for place, name in reversed([*enumerate([*occurring, *variables])])}
    return sorted(variables, key=first.__getitem__)


def ordered(rows: list[tuple[Term | None, ...]], sparql: str) -> tuple[tuple[Term | None, ...], ...]:
    """Return ``rows`` sorted, unless the query says in which order it wants them."""
    if not has_word(sparql, "ORDER"):
        rows.sort(key=lambda row: "\n".join(map(str, row)))  # no term has a line break
    return tuple(rows)
