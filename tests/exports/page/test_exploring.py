"""Clicking, expanding, focus, pins and paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import networkx
from synthetic import Article, Line, Told, address, graph_of

from newsgraph.exports.page import generate_page, write_page
from newsgraph.graph.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def find(page: Page, name: str) -> None:
    """Select an entity by its name."""
    page.fill("#search", name)
    page.keyboard.press("Enter")


def shown(page: Page) -> int:
    """Return how many named entities are in view."""
    return int(page.inner_text("#summary").split()[0])


def pair(open_page: Open) -> tuple[Page, list[tuple[float, float]]]:
    """Open a graph of two entities; return the page and where they are drawn in its window."""
    cast = {"Anais": ("Anais", "PERSON"), "Borex": ("Borex", "ORG")}
    line = Line("Anais runs Borex.", (Told("Anais", "runs", "Borex"),))
    network = generate_page(graph_of([Article("Two", "2027-01-01", [line])], cast))
    page = open_page(network.generate_html())
    box, legend = page.locator("#graph").bounding_box(), page.locator("#legend").bounding_box()
    level = box["y"] + (box["height"] - legend["height"]) / 2
    zoom = 1.6  # the largest that fitting gives
    return page, [(box["x"] + box["width"] / 2 - 20 + zoom * node["x"], level) for node in network.nodes]


def test_clicks_in_the_drawing_select(open_page: Open) -> None:
    """A node shows its entity, a line its statement, the ground the overview."""
    page, ((left, level), (right, _)) = pair(open_page)
    page.mouse.click(left, level)
    first = page.inner_text("#panel h2")
    page.mouse.click(right, level)
    assert {first, page.inner_text("#panel h2")} == {"Anais", "Borex"}
    page.mouse.click((left + 3 * right) / 4, level)
    assert page.inner_text("#panel blockquote") == "Anais runs Borex."
    page.mouse.click(left, level + 200)
    assert page.inner_text("#panel h2") == "At a glance"


def test_expanding_brings_in_neighbours(
    newsroom: KnowledgeGraph, newsroom_html: str, open_page: Open
) -> None:
    """All neighbours of an entity come in, as many as the graph has."""
    page = open_page(newsroom_html, "#view=graph")
    name = page.locator("#panel .ranking bdi").first.inner_text()
    find(page, name)
    before = shown(page)
    hidden = int(page.inner_text("#panel .actions .main").split()[2])
    page.focus("#graph")
    page.keyboard.press("Enter")
    assert shown(page) == before + min(hidden, 30)
    assert "brought in" in page.inner_text("#notice")
    page.click("#undo")
    assert shown(page) == before


def test_focus_leaves_an_entity_and_its_neighbours(strike: KnowledgeGraph, strike_page: Page) -> None:
    """Focus shows a neighbourhood; leaving it shows the rest again."""
    find(strike_page, "Mirela Dastan")
    strike_page.click("#panel button:has-text('Focus')")
    dastan = strike.get("Mirela Dastan").id
    around = set(networkx.all_neighbors(strike.graph, dastan))
    assert shown(strike_page) == 1 + len(around)
    strike_page.click("#notice button:has-text('Leave focus')")
    assert shown(strike_page) == 21


def star(points: int) -> KnowledgeGraph:
    """Return a graph of one entity that has visited ``points`` others."""
    others = [f"Firm {number}" for number in range(points)]
    cast = {name: (name, "ORG") for name in others} | {"Anais": ("Anais", "PERSON")}
    lines = [Line(f"Anais visited {other}.", (Told("Anais", "visited", other),)) for other in others]
    return graph_of([Article("Star", "2027-01-01", lines)], cast)


def test_focus_says_what_it_leaves_out(open_page: Open) -> None:
    """Of a very large neighbourhood a part is shown, and the page says which part; a double press brings in more."""
    page = open_page(write_page(star(260), max_visible=20), "#all=1")
    find(page, "Anais")
    page.click("#panel button:has-text('Focus')")
    assert "Only Anais and 40 of 260 neighbours" in page.inner_text("#notice")
    assert shown(page) == 41
    page.focus("#graph")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "document.getElementById('live').textContent === '30 of 220 hidden neighbours brought in'"
    )
    assert shown(page) == 71


def test_more_entities_come_in_by_importance(open_page: Open) -> None:
    """A press brings in the next sixty, until none is left."""
    page = open_page(write_page(star(99), max_visible=10))
    page.click("#notice button:has-text('Show 60 of 90 more')")
    assert shown(page) == 70
    page.click("#notice button:has-text('Show 30 more')")
    assert shown(page) == 100
    assert page.locator("#notice button:has-text('more')").count() == 0


def test_entities_that_nothing_is_said_of_can_be_seen(strike_page: Page) -> None:
    """They are counted among the hidden, and come with the rest."""
    strike_page.click("#notice button:has-text('Show 1 more entity')")
    assert strike_page.inner_text("#summary").startswith("22 of 23 entities")


def test_graph_without_statements_shows_its_entities(open_page: Open) -> None:
    """Nothing to join them is no reason to show nothing."""
    page = open_page(write_page(replace(star(3), statements=())))
    assert page.inner_text("#summary") == "4 of 4 entities · 0 of 0 statements in view"


def test_hundreds_of_statements_of_two(open_page: Open) -> None:
    """Two entities with 300 statements have one line; the panel groups, counts and lists them all."""
    cast = {"Anais": ("Anais", "PERSON"), "Borex": ("Borex", "ORG")}
    lines = [
        Line(f"Anais called{n} Borex.", (Told("Anais", f"called{n}", "Borex", modality=modality),))
        for n, modality in enumerate(["actual", "planned"] * 150)
    ]
    page = open_page(write_page(graph_of([Article("Two", "2027-01-01", lines)], cast)))
    page.click("#panel .claims button")
    page.click("#panel button:text-is('All 300 statements between these two')")
    assert page.inner_text("#panel .kicker") == "300 statements"
    assert page.inner_text("#panel section h3").startswith("Anais → Borex · 300")
    assert page.locator("#panel .card, #panel .claims li").count() == 300


def test_shortest_path_with_its_evidence(strike: KnowledgeGraph, strike_page: Page) -> None:
    """The path is as short as the graph allows; each step shows what is said."""
    find(strike_page, "Halvorsen")
    strike_page.click("#panel button:has-text('Path to')")
    find(strike_page, "Northern Grain Union")
    ends = strike.get("Halvorsen Shipping").id, strike.get("Northern Grain Union").id
    steps = networkx.shortest_path_length(networkx.Graph(strike.graph.to_undirected()), *ends)
    assert f"{steps} steps" in strike_page.inner_text("#panel")
    assert strike_page.locator("#panel article blockquote").count() >= steps
    assert "sel=p" in address(strike_page)


def test_end_of_path_by_name(strike_page: Page) -> None:
    """While a path is picked, letters that are shortcuts elsewhere begin the name of its end."""
    find(strike_page, "Mirela Dastan")
    strike_page.click("#panel >> text=Path")
    strike_page.keyboard.type("the fed")
    assert strike_page.input_value("#search") == "the fed"
    strike_page.keyboard.press("Enter")
    assert "Dockworkers’ Federation" in strike_page.inner_text("#panel")


def test_no_path_is_said(strike_page: Page) -> None:
    """Two entities that nothing joins have no path, and the page says so."""
    find(strike_page, "Halvorsen")
    strike_page.click("#panel button:has-text('Path to')")
    find(strike_page, "Harbour Days")
    assert "No path" in strike_page.inner_text("#panel")


def test_pinned_entities_stay(strike_page: Page) -> None:
    """A pin keeps an entity in view, whatever is filtered; the link has its place."""
    find(strike_page, "Harbour Days")
    strike_page.click("#panel button:text-is('Pin')")
    strike_page.click("#show-filters")
    strike_page.check("#standing-negative")
    assert shown(strike_page) == 4
    assert "pin=" in address(strike_page)
    strike_page.click("#panel button:text-is('Unpin')")
    assert shown(strike_page) == 3


def test_dragging_pins(open_page: Open) -> None:
    """A node that is dragged is pinned where it is dropped."""
    page, ((x, y), _) = pair(open_page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    page.wait_for_function("location.hash.includes('pin=')")
    page.mouse.click(x + 60, y + 40)
    assert page.inner_text("#panel h2") in ("Anais", "Borex")


def test_taking_out(strike_page: Page) -> None:
    """Delete takes the selected entity out of view."""
    find(strike_page, "Pavel Hruby")
    strike_page.focus("#graph")
    strike_page.keyboard.press("Delete")
    assert shown(strike_page) == 20


def test_arrow_keys_walk_the_graph(strike_page: Page) -> None:
    """From entity to entity by direction; n goes through statements."""
    strike_page.focus("#graph")
    strike_page.keyboard.press("ArrowRight")
    first = strike_page.inner_text("#panel h2")
    assert first == "Meridian Ports"
    strike_page.keyboard.press("ArrowRight")
    assert strike_page.inner_text("#panel h2") != first
    strike_page.keyboard.press("n")
    assert strike_page.locator("#panel article").count() >= 1
