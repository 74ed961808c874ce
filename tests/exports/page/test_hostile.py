"""Text of documents never becomes markup or script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from synthetic import Article, Line, Told, graph_of

from newsgraph.exports.page import iframe_html, write_page
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.record import Amount, Cue, SpanText
from newsgraph.graph.model.statement import EventArgument, Qualifier, Statement

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]

HOSTILE = [
    "<script>window.attacked=1</script>",
    "</script><script>window.attacked=2</script>",
    "<!--<script>",
    '"><img src=x onerror="window.attacked=3">',
    "' onmouseover='window.attacked=4' x='",
    "javascript:window.attacked=5//href",
    "{{ 7*7 }}{% raw %}{{ self }}",
    "${window.attacked=6}`",
    "\\u003cscript\\u003ewindow.attacked=7\\u003c/script\\u003e",
    "&lt;b&gt;bold&lt;/b&gt;",
    "]]><svg onload=window.attacked=8>",
    "\u202etxet lamron ton\u202c",
    "\u2066isolate\u2069 \u200f right",
    "line\u2028separator\u2029paragraph",
    "__proto__",
    "constructor",
    "W" * 5000,
    "a\u0300\u0301\u0302" * 50,
    "-->\x00\x07\ufeff\ufffe",
]


@pytest.fixture(scope="module")
def hostile() -> KnowledgeGraph:
    """Return a graph in which every text is an attack."""
    cast = {text: (text, "PERSON") for text in HOSTILE} | {"Bo": ("Bo", "ORG")}
    lines = [
        Line(f"{text} met Bo, {text} said.", (Told(text, "met", "Bo", text, text, time=text, relation=text),))
        for text in HOSTILE
    ]
    kg = graph_of([Article("</title></script><script>window.attacked=9</script>", "2027-01-01", lines)], cast)
    statements = tuple(_poisoned(statement) for statement in kg.statements)
    documents = tuple(
        replace(
            document, publisher="<b onmouseover=window.attacked=10>x", url="javascript:window.attacked=11"
        )
        for document in kg.documents
    )
    entities = tuple(replace(e, links=("javascript:window.attacked=12", e.name)) for e in kg.entities)
    return replace(kg, statements=statements, documents=documents, entities=entities)


def _poisoned(statement: Statement) -> Statement:
    """Return a statement with an attack in every part that a card shows."""
    attack = statement.relation or ""
    (piece,) = statement.evidence
    spans = piece.subject.spans
    poisoned = replace(
        piece,
        method=attack,
        rule=attack,
        steps=(attack, attack),
        cues=(Cue(attack, spans, attack),),
        via=SpanText(spans, attack),
        arguments=(EventArgument(attack, spans, attack, label=attack, value=attack),),
    )
    qualifiers = (Qualifier(attack, attack, attack, amount=Amount(number=1, unit=attack, currency=attack)),)
    return replace(
        statement,
        evidence=(poisoned,),
        event_class=attack,
        qualifiers=qualifiers,
        amount=Amount(number=3, unit=attack),
    )


def test_nothing_is_run(hostile: KnowledgeGraph, open_page: Open) -> None:
    """Every view of hostile text shows the text, and only that."""
    page = open_page(write_page(hostile))
    title = "</title></script><script>window.attacked=9</script>"
    assert page.title() == title
    assert page.text_content("h1") == title
    page.click("#show-filters")
    page.click("#show-table")
    names = set(
        page.locator("#table tbody th bdi").evaluate_all("(all) => all.map((each) => each.textContent)")
    )
    assert names == {entity.name for entity in hostile.entities} - {"Bo"}
    for button in page.locator("#table tbody button.text").all():
        button.click()
        assert page.locator("#panel blockquote").count() == 1
        page.click("#panel figcaption summary")
    page.click("#panel figcaption button.text")
    page.locator("#article button.name").first.click()
    page.click("#show-graph")
    page.click("#panel .close")
    page.click("#panel .claims button")
    page.fill("#search", "<script")
    page.wait_for_selector("#matches [role=option]")
    assert page.evaluate("window.attacked ?? null") is None
    assert (
        page.locator("main img, main script, main svg[onload], #matches img, a[href^=javascript]").count()
        == 0
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_is_run_in_a_notebook(hostile: KnowledgeGraph, browser: Browser) -> None:
    """The frame for notebooks holds the same page, shut in a sandbox."""
    page = browser.new_page()
    page.set_content(iframe_html(hostile))
    frame = page.frame_locator("iframe")
    frame.locator("body.ready").wait_for()
    assert frame.locator("h1").text_content().startswith("</title>")
    assert page.evaluate("window.attacked ?? null") is None
    page.close()
