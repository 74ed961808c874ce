"""The page in notebooks and in the browser of the system."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsgraph.api import KnowledgeGraph
from newsgraph.exports.page import iframe_html
from newsgraph.exports.page.notebook import MODERATE
from newsgraph.graph import knowledge_graph as core

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_a_notebook_shows_the_graph(strike: core.KnowledgeGraph, browser: Browser) -> None:
    """What IPython displays is the page in a frame, with a line of plain text for other places."""
    formatters = pytest.importorskip("IPython.core.formatters")
    shown, _ = formatters.DisplayFormatter().format(KnowledgeGraph.of(strike))
    assert shown["text/plain"] == repr(KnowledgeGraph.of(strike))
    page = browser.new_page(viewport={"width": 900, "height": 700}, reduced_motion="reduce")
    page.set_content(f"<h1>Notebook</h1>{shown['text/html']}")
    frame = page.frame_locator("iframe")
    frame.locator("body.ready").wait_for()
    frame.locator("#panel .claims button").first.click()
    assert frame.locator("#panel blockquote mark").count() >= 2
    frame.locator("#show-table").click()
    assert frame.locator("#table tbody tr").count() == 35
    with page.expect_download() as download:
        frame.locator("summary[aria-label=Save]").click()
        frame.locator("#save-csv").click()
    assert download.value.suggested_filename == "statements.csv"
    page.close()


def test_a_large_graph_is_told_of_instead(strike: core.KnowledgeGraph) -> None:
    """A notebook does not swallow a graph of thousands of statements."""
    (one, *_) = strike.statements
    large = core.KnowledgeGraph(strike.documents, strike.entities, (one,) * (MODERATE + 1))
    html = iframe_html(large)
    assert "<iframe" not in html
    assert "kg.show()" in html


def test_show_opens_the_browser(strike: core.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """``kg.show()`` writes the page to a file and opens it."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    graph = KnowledgeGraph.of(strike)
    path = graph.show()
    assert opened == [path.as_uri()]
    assert Path(path).read_text(encoding="utf-8") == graph.to_html()
