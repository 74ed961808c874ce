"""The tokens of a query are found in a time that grows as the query does."""

from __future__ import annotations

import time

import pytest

from newsgraph.exports.sparql.guard import check
from newsgraph.exports.sparql.syntax import tokens
from newsgraph.graph import QueryError

SHAPES = (
    "a-",
    "a.",
    '"a\\',
    "'",
    '"""a\\',
    "'''",
    "a\\u0041-",
    "<a",
    "a:b.",
    "_-",
    "\\",
    ":",
    "?a-",
    "@a-",
    "é.",
)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_is_quadratic(shape: str):
    """A hundred thousand characters take no minutes; those of quadratic time took ten."""
    started = time.monotonic()
    tokens("SELECT * { " + shape * (100_000 // len(shape)))
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "query",
    [
        'ASK { ?x ?y """a" } SERVICE <http://a> { ?s ?p ?o }',
        "ASK { ?x ?y 'open } SERVICE <http://a> { ?s ?p ?o }",
        "ASK { a-b.SERVICE <http://a> { ?s ?p ?o } }",
    ],
)
def test_no_service_hides_behind_an_open_quote(query: str):
    """Engines may read on where a string is never closed."""
    with pytest.raises(QueryError, match="SERVICE asks another server"):
        check(query)


def test_runs_are_taken_apart():
    """Letters, digits, dots and hyphens in a row are words and signs, unless they begin a name."""
    assert [token.text for token in tokens("?a-b c-d.e 1e5.x a-b.c:d-e")] == [
        *("?a", "-", "b", "c", "-", "d", ".", "e", "1e5", ".", "x", "a-b.c:d-e"),
    ]


def test_a_problem_in_a_long_line_is_shown_with_what_stands_beside_it():
    """A message has no line of a megabyte."""
    from newsgraph.exports.sparql.explain import explain

    said = explain("ASK { " + "?s ?p ?o . " * 5_000 + "oops }", "", {})
    assert "no word 'oops'" in said
    assert len(said) < 500
    line, caret = said.splitlines()[1:]
    assert line[caret.index("^") :].startswith("oops")
