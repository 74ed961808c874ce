"""SPARQL 1.1 result formats, row by row, so that a long result needs no memory: JSON, XML, CSV and TSV."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ..rdf.vocabulary import XSD

Term = NamedNode | BlankNode | Literal | Triple
TermRow = Sequence[Term | None]
RowWriter = Callable[[Sequence[str], Iterator[TermRow]], Iterator[str]]

_XSD_STRING = XSD + "string"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_HEAD = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def json_rows(variables: Sequence[str], rows: Iterator[TermRow]) -> Iterator[str]:
    """Yield SPARQL 1.1 Query Results JSON, a line for each row."""
    yield f'{{"head":{{"vars":{json.dumps(list(variables))}}},"results":{{"bindings":[\n'
    comma = ""
    for row in rows:
        bound = {name: json_term(term) for name, term in zip(variables, row, strict=True) if term is not None}
        yield comma + json.dumps(bound, ensure_ascii=False)
        comma = ",\n"
    yield "\n]}}\n"


def json_term(term: Term) -> Mapping[str, object]:
    """Return the JSON object of a term."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: json_term(part) for name, part in parts.items()}}
    value: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        return value | {"xml:lang": term.language}
    return value if term.datatype.value == _XSD_STRING else value | {"datatype": term.datatype.value}


def csv_rows(variables: Sequence[str], rows: Iterator[TermRow]) -> Iterator[str]:
    """Yield SPARQL 1.1 Query Results CSV: plain values, without their types."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)  # RFC 4180: ends of lines are CR LF
    for row in _with_head(variables, ([_plain(term) for term in row] for row in rows)):
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _with_head(head: Sequence[str], rows: Iterator[list[str]]) -> Iterator[Sequence[str]]:
    yield head
    yield from rows


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, BlankNode | Triple) else term.value


def tsv_rows(variables: Sequence[str], rows: Iterator[TermRow]) -> Iterator[str]:
    """Yield SPARQL 1.1 Query Results TSV: terms as Turtle writes them."""
    yield "\t".join(f"?{name}" for name in variables) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"


def xml_rows(variables: Sequence[str], rows: Iterator[TermRow]) -> Iterator[str]:
    """Yield SPARQL Query Results XML; characters that XML cannot carry become U+FFFD."""
    head = "".join(f"<variable{_attribute('name', name)}/>" for name in variables)
    yield f"{_XML_HEAD}<head>{head}</head><results>\n"
    for row in rows:
        bound = ((name, term) for name, term in zip(variables, row, strict=True) if term is not None)
        cells = "".join(
            f"<binding{_attribute('name', name)}>{xml_term(term)}</binding>" for name, term in bound
        )
        yield f"<result>{cells}</result>\n"
    yield "</results></sparql>\n"


def xml_term(term: Term) -> str:
    """Return the XML element of a term."""
    if isinstance(term, NamedNode):
        return f"<uri>{_xml_text(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        inner = "".join(f"<{name}>{xml_term(part)}</{name}>" for name, part in parts.items())
        return f"<triple>{inner}</triple>"
    kind = ""
    if term.language:
        kind = _attribute("xml:lang", term.language)
    elif term.datatype.value != _XSD_STRING:
        kind = _attribute("datatype", term.datatype.value)
    return f"<literal{kind}>{_xml_text(term.value)}</literal>"


def _attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'


def _xml_text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text)).replace("\r", "&#13;")


def plain_answer(value: bool) -> str:
    """Return true or false on a line."""
    return f"{str(value).lower()}\n"


def json_answer(value: bool) -> str:
    """Return the SPARQL 1.1 Query Results JSON of an ASK."""
    return f'{{"head":{{}},"boolean":{str(value).lower()}}}\n'


def xml_answer(value: bool) -> str:
    """Return the SPARQL Query Results XML of an ASK."""
    return f"{_XML_HEAD}<head/><boolean>{str(value).lower()}</boolean></sparql>\n"


ROW_FORMATS: Mapping[str, RowWriter] = {"json": json_rows, "csv": csv_rows, "tsv": tsv_rows, "xml": xml_rows}
"""Writers of the rows of a SELECT, by format."""

ANSWER_FORMATS: Mapping[str, Callable[[bool], str]] = {
    "table": plain_answer,
    "csv": plain_answer,
    "tsv": plain_answer,
    "json": json_answer,
    "xml": xml_answer,
}
"""Writers of the answer to an ASK, by format."""
