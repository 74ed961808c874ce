"""The page is one file that opens from anywhere, and opens drawn."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from synthetic import WATCH_TEXT

from newsgraph.exports.page import write_page
from newsgraph.graph.assembly.interest import CREDIBLE, WANTED
from newsgraph.graph.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def test_page_opens_drawn_from_one_file(strike_page: Page) -> None:
    """No network, nothing on the console, the title of the article above a graph that is drawn."""
    assert strike_page.inner_text("h1") == "Dockers shut the Port of Valmera as Meridian drops wage accord"
    assert strike_page.inner_text("#summary") == "21 of 23 entities · 34 of 35 statements in view"
    ink = """() => { const canvas = document.querySelector("#graph canvas");
        const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels.reduce((sum, value, at) => sum + (at % 4 === 3 && value > 0), 0); }"""
    assert strike_page.evaluate(ink) > 10_000


def test_names_and_predicates_are_drawn(strike: KnowledgeGraph, strike_html: str, open_page: Open) -> None:
    """All names of a small graph are drawn, and most predicates; no text lies on another."""
    page = open_page(strike_html, "#all=1", watch=WATCH_TEXT)
    page.wait_for_function("window.drawn.length > 40")
    drawn = page.evaluate("window.drawn")
    words = {text for text, *_ in drawn}
    named = {
        entity.name.split()[0]
        for entity in strike.entities
        if entity.named and strike.statements_of(entity.id)
    }
    assert named <= {text.split()[0] for text in words}
    lines = Counter(frozenset((line.source, line.target)) for line in strike.lines)
    alone = [line for line in strike.lines if lines[frozenset((line.source, line.target))] == 1]
    predicates = {line.label for line in alone if len(line.label) < 18}
    assert len(predicates & words) > 0.8 * len(predicates)
    for (text, left, top, right, bottom), other in itertools.combinations(drawn, 2):
        apart = right <= other[1] or other[3] <= left or bottom <= other[2] or other[4] <= top
        assert apart or text == other[0], (text, other[0])


def test_same_graph_gives_same_bytes(strike: KnowledgeGraph, strike_html: str) -> None:
    """Two pages of one graph are equal."""
    assert write_page(strike) == strike_html


def test_a_character_of_a_page_takes_a_byte(strike_html: str) -> None:
    """One other than ASCII would make each of them two, in memory: a page of 10,000 articles has 60 million."""
    assert strike_html.isascii()


def test_policy_allows_nothing_but_our_scripts(strike_html: str, open_page: Open, said: list[str]) -> None:
    """No wildcard, no unsafe word; fetching, foreign scripts and inline handlers are refused."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', strike_html)[1]
    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    page = open_page(strike_html, offline=False)
    attack = """async () => {
        const tried = document.createElement("div");
        document.body.append(tried);
        tried.innerHTML = `<img src="data:," onerror="window.attacked = 'handler'"><p style="color: red">x</p>`;
        const script = document.createElement("script");
        script.textContent = "window.attacked = 'script'";
        document.body.append(script);
        await new Promise((done) => setTimeout(done, 200));
        return [window.attacked ?? null, await fetch("data:text/plain,x").then(() => "fetched", () => "refused")];
    }"""
    assert page.evaluate(attack) == [None, "refused"]
    assert any("Content Security Policy" in line for line in said)
    said.clear()


def test_large_graph_opens_with_the_most_important(
    newsroom: KnowledgeGraph, newsroom_html: str, open_page: Open
) -> None:
    """The page says how much it hides, and carries all of it."""
    page = open_page(newsroom_html, "#view=graph")
    assert page.inner_text("#summary").startswith("40 of 400 entities · ")
    page.click("#show-table")
    wanted = sum(newsroom.interest[s.id] >= WANTED and s.confidence >= CREDIBLE for s in newsroom.statements)
    assert 0 < wanted < len(newsroom)
    assert page.inner_text("#table caption").startswith(f"{wanted} statements of {len(newsroom)}")
    page.click("#table caption button")
    assert page.inner_text("#table caption") == f"{len(newsroom)} statements"


def test_empty_graph_has_a_page(open_page: Open) -> None:
    """A graph without documents is no error."""
    page = open_page(write_page(KnowledgeGraph(), title="Nothing"))
    assert page.inner_text("h1") == "Nothing"
    assert page.inner_text("#summary") == "0 of 0 entities · 0 of 0 statements in view"
