"""What the page opens with: what most readers want, joined, and the switch to all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from synthetic import Article, Line, Told, address, entity_id, graph_of

from newsgraph.exports.page import generate_page, write_page
from newsgraph.exports.page.opening import LEAST, bound_of, wanted_statements
from newsgraph.graph.assembly.interest import CREDIBLE, WANTED
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.record import Cue, SpanText
from newsgraph.graph.model.statement import EventArgument

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def told(kg: KnowledgeGraph, predicate: str) -> str:
    """Return the id of the statement with a predicate."""
    return next(s.id for s in kg.statements if s.predicate == predicate)


def opening(kg: KnowledgeGraph) -> set[str]:
    """Return the names that a page opens with."""
    return {node["label"] for node in generate_page(kg).nodes if node["x"] is not None}


def sale() -> KnowledgeGraph:
    """Return a graph in which a third firm takes part in what one does, and a phrase stands between two."""
    cast = {
        "Vardo": ("Vardo", "ORG"),
        "Kelda": ("Kelda", "ORG"),
        "Robur": ("Robur", "ORG"),
        "Oslo": ("Oslo", "GPE"),
        "the talks": ("a talks", "CONCEPT"),
        "the mood": ("a mood", "CONCEPT"),
    }
    lines = [
        Line("Vardo bought Kelda from Robur.", (Told("Vardo", "bought", "Kelda"),)),
        Line("Vardo left the talks.", (Told("Vardo", "left", "the talks", relation="left"),)),
        Line("Oslo hosted the talks.", (Told("Oslo", "hosted", "the talks", relation="hosted"),)),
        Line("Oslo shaped the mood.", (Told("Oslo", "shaped", "the mood", relation="shaped"),)),
    ]
    kg = graph_of([Article("Sale", "2027-01-01", lines)], cast)
    entities = tuple(replace(e, concept=e.label == "CONCEPT") for e in kg.entities)
    bought = kg.statement(told(kg, "bought"))
    seller = EventArgument("ARG2", ((24, 29),), "Robur", label="seller", entity=entity_id("Robur", "ORG"))
    piece = replace(bought.evidence[0], arguments=(seller,))
    statements = [replace(s, evidence=(piece,)) if s.id == bought.id else s for s in kg.statements]
    return replace(kg, entities=entities, statements=tuple(statements))


def test_participants_are_joined_and_idle_phrases_are_no_nodes() -> None:
    """The seller has its line; a phrase between two names is a node, one that nothing else needs is not."""
    assert opening(sale()) == {"Vardo", "Kelda", "Robur", "Oslo", "a talks"}


def test_what_is_hardly_credible_waits_to_be_asked_for() -> None:
    """A statement of low confidence is not among those shown first, however much a reader would want it."""
    cast = {"Vardo": ("Vardo", "ORG"), "Kelda": ("Kelda", "ORG")}
    lines = [
        Line("Vardo bought Kelda.", (Told("Vardo", "bought", "Kelda", relation="acquired"),)),
        Line(
            "Kelda sued Vardo.",
            (Told("Kelda", "sued", "Vardo", relation="sued", confidence=CREDIBLE - 0.01),),
        ),
    ]
    kg = graph_of([Article("Sale", "2027-01-01", lines)], cast)
    assert kg.interest[told(kg, "sued")] >= WANTED
    assert wanted_statements(kg) == {told(kg, "bought")}


def test_little_that_is_wanted_is_no_reason_to_show_little(open_page: Open) -> None:
    """The bound is lowered until a dozen statements are shown, and the page states it; no name stands loose."""
    cast = {"Ana": ("Ana", "PERSON"), **{f"t{n}": (f"a task {n}", "CONCEPT") for n in range(LEAST + 3)}}
    lines = [
        Line(f"Ana did t{n}.", (Told("Ana", "did", f"t{n}", confidence=0.99 - n / 100),))
        for n in range(LEAST + 3)
    ]
    kg = graph_of([Article("Tasks", "2027-01-01", lines)], cast)
    assert all(kg.interest[s.id] < WANTED for s in kg.statements)
    assert LEAST <= len(wanted_statements(kg)) < LEAST + 3
    page = open_page(write_page(kg))
    assert f"interest {round(100 * bound_of(kg))} % or more" in page.inner_text("#panel .bound")
    assert not page.inner_text("#summary").startswith("1 of")


def test_nothing_wanted_is_no_reason_to_show_nothing(open_page: Open) -> None:
    """Where no statement reaches the bound, all are shown, and there is no switch."""
    cast = {"Ana": ("Ana", "PERSON"), "the mood": ("a mood", "CONCEPT")}
    line = Line(
        "Ana may like the mood.", (Told("Ana", "like", "the mood", modality="possible", confidence=0.3),)
    )
    page = open_page(write_page(graph_of([Article("T", "2027-01-01", [line])], cast)))
    assert page.inner_text("#summary").endswith("1 of 1 statement in view")
    assert page.locator("#panel .bound").count() == 0


def test_the_page_opens_with_what_is_wanted(
    strike: KnowledgeGraph, strike_html: str, open_page: Open
) -> None:
    """The bound is stated, one press shows the rest, and counts are those of the graph."""
    page = open_page(strike_html)
    wanted = [s for s in strike.statements if strike.interest[s.id] >= WANTED and s.confidence >= CREDIBLE]
    assert 0 < len(wanted) < len(strike)
    entities = len(strike.entities)
    assert f"{entities} entities" in page.inner_text("#panel .totals")
    assert page.inner_text("#panel .bound").startswith(f"{len(wanted)} of {len(strike)} are shown")
    assert f"{WANTED:.0%}".replace("%", " %") in page.inner_text("#panel .bound")
    page.click("#panel .bound button")
    assert "all=1" in address(page)
    page.click("#show-table")
    assert page.inner_text("#table caption") == f"{len(strike)} statements"


def test_strongest_statements_are_those_of_the_terminal(
    strike: KnowledgeGraph, strike_html: str, open_page: Open
) -> None:
    """Page and terminal list the same first statements."""
    page = open_page(strike_html)
    shown = page.locator("#panel .claims li bdi:nth-of-type(2)").all_inner_texts()
    assert shown == [s.predicate for s in strike.strongest()[: len(shown)]]


def test_a_head_sorts(strike_page: Page) -> None:
    """Up, down, and back to the order of interest; a reader of the link sees the same order."""
    strike_page.click("#show-table")

    def subjects() -> list[str]:
        return strike_page.locator("#table tbody th bdi").all_inner_texts()

    before = subjects()
    strike_page.click("#sort-subject")
    assert subjects() == sorted(before, key=str.casefold)
    assert strike_page.get_attribute("#table th >> nth=0", "aria-sort") == "ascending"
    strike_page.click("#sort-subject")
    assert subjects() == sorted(before, key=str.casefold, reverse=True)
    assert "sort=-subject" in address(strike_page)
    strike_page.click("#sort-subject")
    assert subjects() == before


def test_a_long_list_has_a_search_box(strike_page: Page) -> None:
    """Letters in it find choices and are no shortcuts."""
    strike_page.click("#show-filters")
    strike_page.click("#find-relation")
    strike_page.keyboard.type("fin")
    names = strike_page.locator("fieldset:has-text('Relation') label .name").all_inner_texts()
    assert names
    assert all("fin" in name for name in names)
    assert strike_page.input_value("#find-relation") == "fin"
    assert strike_page.locator("#filters").is_visible()


def doubtful(kg: KnowledgeGraph) -> KnowledgeGraph:
    """Return a graph of one statement that its source denies, with cue, relay and rule."""
    first = next(s for s in kg.statements if s.attributed_to and s.object)
    piece = replace(
        first.evidence[0],
        cues=(Cue("planned", first.evidence[0].predicate.spans, "<i>plans to"),),
        via=SpanText(first.evidence[0].subject.spans, "Port <Gazette"),
        stance="denies",
        rule="passive-agent",
        steps=("shared-object",),
    )
    one = replace(first, stance="denies", modality="planned", event_class="acquisition", evidence=(piece,))
    return replace(kg, statements=(one,))


def test_a_card_says_why_it_is_no_plain_fact(strike: KnowledgeGraph, open_page: Open) -> None:
    """Stance, modality, cue words, who relays it, class of event, and how it was found."""
    page = open_page(write_page(doubtful(strike)), "#all=1")
    page.click("#panel .claims button")
    card = page.inner_text("#panel article")
    for words in (
        "Denied by a source, planned: “<i>plans to”",
        "(denies it)",
        "Port <Gazette",
        "Acquisition",
    ):
        assert words in card
    page.click("#panel figcaption summary")
    reasons = page.inner_text("#panel figcaption ul")
    assert "passive-agent" in reasons
    assert "shared-object" in reasons
    assert page.locator("#panel mark.cue").count() >= 1


@pytest.mark.parametrize("size", [(1280, 800), (390, 780)])
def test_the_article_is_read_beside_its_statements(
    strike: KnowledgeGraph, strike_html: str, open_page: Open, size: tuple[int, int]
) -> None:
    """Every sentence stands in order; a statement's sentence is in view and marked; names lead to entities."""
    page = open_page(strike_html, "#all=1", viewport={"width": size[0], "height": size[1]})
    page.click("#show-table")
    page.locator("#table tbody button.text").last.click()
    page.locator("#panel figcaption button.text").first.click()
    (document,) = strike.documents
    text = " ".join(page.text_content("#article .text").split())  # type: ignore[union-attr]
    position = 0
    for sentence in document.sentences:
        position = text.index(" ".join(sentence.text.split()), position)
    marked = page.locator("#article .marked")
    assert marked.locator("mark.subject").count() >= 1
    top, bottom = page.evaluate(
        "() => { const box = document.querySelector('#article .marked').getBoundingClientRect(); return [box.top, box.bottom]; }"
    )
    assert 0 < top < bottom < size[1]
    page.locator("#article button.name").first.click()
    assert page.locator("#panel h2").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
