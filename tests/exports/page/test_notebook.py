"""The page in notebooks and in the browser of the system."""

from __future__ import annotations

import re
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsgraph.api import KnowledgeGraph
from newsgraph.exports.page import iframe_html
from newsgraph.exports.page.notebook import FRAME_LIMIT, strongest_part
from newsgraph.graph import knowledge_graph as core
from newsgraph.graph.assembly.interest import CREDIBLE, WANTED

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
    wanted = sum(strike.interest[s.id] >= WANTED and s.confidence >= CREDIBLE for s in strike.statements)
    assert frame.locator("#table tbody tr").count() == wanted
    with page.expect_download() as download:
        frame.locator("summary[aria-label=Save]").click()
        frame.locator("#save-csv").click()
    assert download.value.suggested_filename == "statements.csv"
    page.close()


def test_a_displayed_graph_is_small(strike: core.KnowledgeGraph, newsroom: core.KnowledgeGraph) -> None:
    """A notebook grows by less than 300 kB; of a larger graph the frame has what is wanted first, and says so."""
    assert len(iframe_html(strike)) < FRAME_LIMIT
    html = iframe_html(newsroom)
    assert len(html) < FRAME_LIMIT
    assert "<iframe" in html
    assert re.match(rf"<p>The \d+ most wanted of {len(newsroom)} statements; <code>kg.show\(\)</code>", html)


def test_the_strongest_part_is_a_graph_of_its_own(newsroom: core.KnowledgeGraph) -> None:
    """It has the statements that the terminal lists first, all whom they involve, and where they stand."""
    part = strongest_part(newsroom, 20)
    assert {s.id for s in part} == {s.id for s in newsroom.strongest()[:20]}
    assert {id for s in part for id in s.involved} == {entity.id for entity in part.entities}
    assert all(part.document(piece.document) for s in part for piece in s.evidence)


def test_the_strongest_part_keeps_the_mentions_of_its_documents(strike: core.KnowledgeGraph) -> None:
    """Names are counted by the articles that the part has."""
    part = strongest_part(strike, 5)
    members = [member for entity in part.entities for member in entity.members]
    assert members
    assert {member.document for member in members} <= {document.id for document in part.documents}


def test_show_opens_the_browser(strike: core.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """``kg.show()`` writes the page to a file and opens it."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    graph = KnowledgeGraph.of(strike)
    path = graph.show()
    assert opened == [path.as_uri()]
    assert Path(path).read_text(encoding="utf-8") == graph.to_html()
