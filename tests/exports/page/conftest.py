"""The page in a real browser: Chromium, driven by playwright."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsgraph.exports.page import write_page
from newsgraph.graph.knowledge_graph import KnowledgeGraph

sys.path.insert(0, str(Path(__file__).parent))  # for synthetic.py

import synthetic

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def said() -> list[str]:
    """Collect what the console says and what is asked of a network."""
    return []


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path, said: list[str]) -> Iterator[Callable[..., Page]]:
    """Open HTML from a file; fail in the end if the console said anything or a request was made."""
    contexts = []

    def opened(html: str, fragment: str = "", watch: str = "", **options: Any) -> Page:
        path = tmp_path / "graph.html"
        path.write_text(html, encoding="utf-8")
        usual = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", "offline": True}
        context = browser.new_context(**{**usual, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.add_init_script(watch)
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("request", lambda request: said.append(request.url) if "://" in request.url[:8] else None)
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("body.ready")
        said[:] = [line for line in said if not line.startswith("file:")]
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


@pytest.fixture(scope="session")
def strike() -> KnowledgeGraph:
    """Return the graph of an invented article."""
    return synthetic.port_strike()


@pytest.fixture(scope="session")
def strike_html(strike: KnowledgeGraph) -> str:
    """Return its page."""
    return write_page(strike)


@pytest.fixture
def strike_page(strike_html: str, open_page: Callable[..., Page]) -> Page:
    """Open its page with all statements, also those below the bound of interest."""
    return open_page(strike_html, "#all=1")


@pytest.fixture(scope="session")
def newsroom() -> KnowledgeGraph:
    """Return the graph of many invented articles: 400 entities."""
    return synthetic.newsroom(400, 900)


@pytest.fixture(scope="session")
def newsroom_html(newsroom: KnowledgeGraph) -> str:
    """Return its page, which opens with 40 of them."""
    return write_page(newsroom, max_visible=40)
