"""Search, filters, links and undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsgraph.graph.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def filtered(page: Page) -> str:
    """Return how many statements pass, as the filters say."""
    return page.inner_text("#filters [role=status]")


def test_search_by_keyboard_alone(strike_page: Page) -> None:
    """Slash, letters of an alias, arrows, Enter, Escape."""
    strike_page.keyboard.press("/")
    strike_page.keyboard.type("the ")
    options = strike_page.locator("#matches [role=option] .name")
    assert options.all_inner_texts()[:2] == [
        "European Commission the Commission",
        "Dockworkers’ Federation the federation",
    ]
    assert strike_page.get_attribute("#search", "aria-activedescendant") == "match-0"
    strike_page.keyboard.press("ArrowDown")
    assert strike_page.get_attribute("#search", "aria-activedescendant") == "match-1"
    strike_page.keyboard.press("Enter")
    assert strike_page.inner_text("#panel h2") == "Dockworkers’ Federation"
    strike_page.keyboard.press("Escape")
    strike_page.keyboard.press("Escape")
    assert strike_page.inner_text("#panel h2") == "At a glance"


def test_search_folds_case_and_accents(strike_page: Page) -> None:
    """What a keyboard cannot type is found all the same."""
    strike_page.fill("#search", "MIRÉLA")
    assert strike_page.locator("#matches [role=option] .name").first.inner_text() == "Mirela Dastan"


def test_search_brings_in_what_is_hidden(
    newsroom: KnowledgeGraph, newsroom_html: str, open_page: Open
) -> None:
    """An entity that the page did not open with comes into view with a search."""
    page = open_page(newsroom_html)
    page.click("#show-table")
    shown = set(page.locator("#panel .ranking bdi").all_inner_texts())
    hidden = next(entity.name for entity in newsroom.entities if len(newsroom.statements_of(entity.id)) == 1)
    assert hidden not in shown
    page.click("#show-graph")
    page.fill("#search", hidden)
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == hidden
    assert page.inner_text("#summary").startswith("41 of 400")


def test_words_find_statements(strike_page: Page) -> None:
    """What is no name is looked for in the sentences."""
    strike_page.fill("#search", "eleven vessels")
    strike_page.keyboard.press("Enter")
    strike_page.click("#show-table")
    assert strike_page.inner_text("#table caption") == "2 statements pass the filters"


def test_counts_beside_filters_are_right(strike: KnowledgeGraph, strike_page: Page) -> None:
    """Each choice says how many statements it would leave."""
    strike_page.click("#show-filters")
    for standing, words in {"planned": "Planned", "possible": "Possible", "requested": "Requested"}.items():
        count = sum(s.modality == standing and s.polarity == "positive" for s in strike.statements)
        assert strike_page.inner_text(f"label:has-text('{words}') .count") == str(count)
    dastan = sum(s.attribution_text == "Mirela Dastan" for s in strike.statements)
    assert strike_page.inner_text("fieldset:has-text('Who says it') label:has-text('Dastan') .count") == str(
        dastan
    )


def test_filters_combine_and_reset(strike: KnowledgeGraph, strike_page: Page) -> None:
    """Choices of one kind add up, kinds narrow each other down."""
    strike_page.click("#show-filters")
    strike_page.check("#standing-planned")
    strike_page.check("#standing-denied")
    both = [s for s in strike.statements if s.polarity == "negative" or s.modality == "planned"]
    assert filtered(strike_page) == f"{len(both)} statements of 35"
    strike_page.locator("label:has-text('Tomas Aune') input").check()
    assert filtered(strike_page) == "2 statements of 35"
    assert strike_page.inner_text("#filter-count") == "2"
    strike_page.click("#reset")
    assert filtered(strike_page) == "35 statements of 35"


def test_types_filter_both_ends(strike_page: Page) -> None:
    """With persons alone, what is said between persons is left."""
    strike_page.click("#show-filters")
    strike_page.check("#type-PERSON")
    strike_page.click("#show-table")
    shapes = strike_page.locator("#table tbody th .shape, #table tbody td:nth-child(3) .shape")
    assert shapes.count() > 4
    assert all("person" in (shape.get_attribute("class") or "") for shape in shapes.all())


def test_confidence_and_time(strike: KnowledgeGraph, strike_page: Page) -> None:
    """Sliders leave what is sure enough, and what lies in the range."""
    strike_page.click("#show-filters")
    strike_page.locator("#sure").evaluate("(e) => { e.value = 90; e.dispatchEvent(new Event('change')); }")
    sure = sum(round(s.confidence * 100) >= 90 for s in strike.statements)
    assert filtered(strike_page) == f"{sure} statements of 35"
    strike_page.click("#reset")
    strike_page.locator("#from").evaluate("(e) => { e.value = e.max; e.dispatchEvent(new Event('change')); }")
    assert filtered(strike_page) == "1 statement of 35"
    assert "from=2027-04-25" in strike_page.url


def test_link_gives_the_same_view(strike_html: str, open_page: Open) -> None:
    """Filters, selection and view travel in the link."""
    page = open_page(strike_html)
    page.click("#show-filters")
    page.check("#standing-planned")
    page.fill("#search", "Hruby")
    page.keyboard.press("Enter")
    fragment = "#" + page.url.partition("#")[2]
    again = open_page(strike_html, fragment)
    assert again.inner_text("#panel h2") == "Pavel Hruby"
    assert again.inner_text("#summary") == page.inner_text("#summary")
    assert again.inner_text("#filter-count") == "1"


def test_broken_links_do_no_harm(strike_html: str, open_page: Open) -> None:
    """A link that means nothing opens the page as it is."""
    page = open_page(strike_html, "#sel=e:zzz&add=q.w&pin=a,b,c&from=x&sure=-7&type=%F0&view=<script>")
    assert "entities" in page.inner_text("#summary")


def test_undo_and_redo(strike_page: Page) -> None:
    """Every change can be taken back, and made again."""
    before = strike_page.inner_text("#summary")
    strike_page.click("#show-filters")
    strike_page.check("#standing-planned")
    after = strike_page.inner_text("#summary")
    assert after != before
    strike_page.click("#undo")
    assert strike_page.inner_text("#summary") == before
    strike_page.keyboard.press("Control+Shift+Z")
    assert strike_page.inner_text("#summary") == after


def test_unnamed_participants_are_there_when_asked_for(strike_page: Page) -> None:
    """Hidden at first, said so, and brought in on demand."""
    strike_page.click("#notice button:has-text('1 unnamed participant')")
    strike_page.click("#show-table")
    assert strike_page.locator("#notice").is_hidden()
    assert "unnamed=1" in strike_page.url
