"""The page opens in a real browser, without a network, and shows the graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from synthetic import port_strike

from newsgraph.exports.page import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def html() -> str:
    """The page of an invented article."""
    return write_page(port_strike())


def test_page_opens_drawn_from_one_file(html: str, open_page: Open) -> None:
    """No network, nothing on the console, and the title of the article above the graph."""
    page = open_page(html)
    assert page.inner_text("h1") == "Dockers shut the Port of Valmera as Meridian drops wage accord"
    assert "21 of 23 entities" in page.inner_text("#summary")
    assert page.locator("#graph canvas").count() == 1


def test_same_graph_gives_same_bytes(html: str) -> None:
    """Two pages of one graph are equal."""
    assert write_page(port_strike()) == html
