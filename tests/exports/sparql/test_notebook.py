"""Rows in a notebook."""

from __future__ import annotations

from newsgraph.exports.sparql import Rows, open_store, query
from newsgraph.exports.sparql.notebook import html_table
from newsgraph.graph import KnowledgeGraph
from tests.exports.sample import sample_graph


def test_rows_show_themselves_as_a_table() -> None:
    """A notebook shows variables as heads and every row; the text for other places stays."""
    rows = query(open_store(sample_graph()), "SELECT ?label { ?entity rdfs:label ?label } ORDER BY ?label")
    assert isinstance(rows, Rows)
    html = rows._repr_html_()
    assert html.startswith("<table><thead><tr><th>label</th>")
    assert html.count("<tr>") == 1 + len(rows)
    assert "<p>" not in html


def test_an_empty_result_is_a_table_without_rows() -> None:
    """No rows are no error."""
    rows = query(open_store(KnowledgeGraph()), "SELECT ?s { ?s a ?none }")
    assert rows._repr_html_() == "<table><thead><tr><th>s</th></tr></thead><tbody></tbody></table>"


def test_what_rows_hold_is_never_markup() -> None:
    """Text is escaped; only a whole web address is a link; what is not shown is counted."""
    hostile = ["<img src=x onerror=alert(1)>", "javascript:alert(1)", 'https://example.org/"onclick="x']
    html = html_table(["<b>"], [[text] for text in hostile], 250)
    assert "<img" not in html
    assert "<b>" not in html
    assert html.count("<a ") == 1
    assert 'href="https://example.org/&quot;onclick=&quot;x"' in html
    assert html.endswith("<p>3 of 250 rows</p>")
