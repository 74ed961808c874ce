"""The pages of the server in a real browser: they work under their content security policy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture
def page(browser) -> Iterator:
    """A page whose errors fail the test."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    yield page
    page.close()
    assert [error for error in errors if "400 (Bad Request)" not in error] == []


def run(page, sparql: str) -> str:
    """Run a query in the editor; return what the page says about it."""
    page.fill("#sparql", sparql)
    page.click("#run")
    page.wait_for_function("() => !document.getElementById('state').textContent.startsWith('Running')")
    return page.inner_text("#state")


def test_the_editor_shows_rows(server: str, page):
    """A query gives a table, a recipe fills the field, Ctrl+Enter runs it."""
    page.goto(f"{server}/query")
    state = run(page, "SELECT ?name { ?p a schema:Person ; skos:prefLabel ?name } ORDER BY ?name")
    assert state.startswith("3 rows")
    assert page.inner_text("#result td >> nth=0") == "Ida Holm"
    page.select_option("#recipe", "roles")
    assert "Who is what, and of whom" in page.input_value("#sparql")
    page.press("#sparql", "Control+Enter")
    page.wait_for_function("() => document.getElementById('state').textContent.startsWith('1 rows')")
    assert "spokesman of" in page.inner_text("#result")


def test_the_editor_shows_problems_and_notes(server: str, page):
    """A wrong query gets its line and caret, a misspelt property its suggestion."""
    page.goto(f"{server}/query")
    run(page, "SELECT ?x WHERE {\n ?x a oops }")
    assert "line 2" in page.inner_text("#problem")
    assert page.inner_text("#problem").rstrip().endswith("^")
    assert "Did you mean rel:spokesman_of?" in run(page, "SELECT ?s { ?s rel:spokesmn_of ?o }")
    assert not page.is_visible("#problem")


def test_the_editor_shows_answers_and_triples(server: str, page):
    """ASK gives a truth value, CONSTRUCT gives Turtle."""
    page.goto(f"{server}/query")
    assert run(page, "ASK { ?s rel:open ?o }").startswith("true")
    run(page, "DESCRIBE rel:plan_to_visit")
    assert "ng:baseRelation rel:visit" in page.inner_text("#triples")


def test_values_are_shown_as_text(server: str, page):
    """Markup in a value is not markup in the page."""
    page.goto(f"{server}/query")
    run(page, "SELECT ?x { BIND('<img src=x onerror=alert(1)>' AS ?x) }")
    assert page.inner_text("#result td") == "<img src=x onerror=alert(1)>"
    assert page.locator("#result img").count() == 0


def test_the_graph_and_the_statements(server: str, page):
    """The graph stands below the navigation; a search finds statements."""
    page.goto(server)
    assert page.frame_locator("iframe").locator("body").count() == 1
    page.click("text=Statements")
    page.fill("#q", "velmark")
    page.click("text=Search")
    assert "of 12 statements" in page.inner_text("main")
    assert "plans to visit" in page.inner_text("table")
