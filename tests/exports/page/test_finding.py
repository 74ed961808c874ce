"""Search, filters, links and undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from synthetic import WATCH_TEXT, address

from newsgraph.exports.page.theme import status_of
from newsgraph.graph.assembly.interest import CREDIBLE, WANTED
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.statement import Statement

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def find(page: Page, name: str) -> None:
    """Select an entity by its name."""
    page.fill("#search", name)
    page.press("#search", "Enter")


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
    page = open_page(newsroom_html, "#view=graph")
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


COUNTS = """() => Object.fromEntries([...document.querySelectorAll("#filters fieldset input[type=checkbox]")]
    .map((box) => [box.id, Number(box.closest("label").querySelector(".count").textContent)]))"""


def kind(statement: Statement) -> str:
    """Return what the page calls the standing of a statement."""
    return status_of(statement)


def types(kg: KnowledgeGraph, statement: Statement) -> set[str]:
    """Return the types of both ends."""
    return {kg.entity(end).label for end in (statement.subject, statement.object) if end}


def test_counts_are_right_while_other_filters_are_on(strike: KnowledgeGraph, strike_page: Page) -> None:
    """Beside each choice stands what it would leave of what all other filters let pass."""
    strike_page.click("#show-filters")
    for box in ("#standing-asserted", "#standing-negative", "#type-ORG", "#type-PERSON"):
        strike_page.check(box)
    strike_page.locator("#sure").evaluate("(e) => { e.value = 85; e.dispatchEvent(new Event('change')); }")
    sure = [s for s in strike.statements if round(s.confidence * 100) >= 85]
    chosen = {"ORG", "PERSON"}
    of_type = [s for s in sure if types(strike, s) <= chosen]
    of_standing = [s for s in sure if kind(s) in ("asserted", "negative")]
    assert 0 < len([s for s in of_type if s in of_standing]) < len(of_standing)
    found = strike_page.evaluate(COUNTS)
    for standing in ("asserted", "reported", "negative", "planned", "possible", "requested"):
        expected = sum(kind(s) == standing for s in of_type)
        assert found.get(f"standing-{standing}", 0) == expected, standing
    for label in {entity.label for entity in strike.entities}:
        expected = sum(
            label in types(strike, s) and types(strike, s) <= chosen | {label} for s in of_standing
        )
        assert found.get(f"type-{label}", 0) == expected, label
    passing = [s for s in of_type if s in of_standing]
    assert filtered(strike_page) == f"{len(passing)} statements of 35"
    by_relation = Counter(s.relation or s.lemma for s in passing)
    relations = {key: count for key, count in found.items() if key.startswith("relation-") and count}
    assert all(by_relation[key.removeprefix("relation-")] == count for key, count in relations.items())


def test_values_on_demand(strike: KnowledgeGraph, strike_html: str, open_page: Open) -> None:
    """What names no entity is hidden at first, shown with a press, kept in the link, and hidden again."""
    page = open_page(strike_html, "#all=1", watch=WATCH_TEXT)
    values = [s for s in strike.statements if s.literal is not None]
    page.click(f"#notice button:has-text('Show {len(values)} values')")
    page.wait_for_function("window.drawn.some(([text]) => text === '12 million tonnes')")
    assert "values=1" in address(page)
    again = open_page(strike_html, "#" + address(page).partition("#")[2], watch=WATCH_TEXT)
    again.wait_for_function("window.drawn.some(([text]) => text === '12 million tonnes')")
    again.click("#notice button:has-text('Hide')")
    again.wait_for_function("!window.drawn.some(([text]) => text === '12 million tonnes')")
    assert "values=" not in address(again)


def test_a_value_may_be_selected_and_pinned_in_a_link(strike_html: str, open_page: Open) -> None:
    """The arrow keys pass values by, yet their statements can be selected, and leave the page whole."""
    page = open_page(strike_html, "#all=1")
    page.click("#notice button:has-text('values')")
    page.fill("#search", "12 million")
    page.keyboard.press("Enter")
    page.click("#show-table")
    page.click("#table tbody button.text")
    assert "12 million tonnes" in page.inner_text("#panel")
    again = open_page(strike_html, "#" + address(page).partition("#")[2])
    assert "12 million tonnes" in again.inner_text("#panel")


def test_filters_combine_and_reset(strike: KnowledgeGraph, strike_page: Page) -> None:
    """Choices of one kind add up, kinds narrow each other down."""
    strike_page.click("#show-filters")
    strike_page.check("#standing-planned")
    strike_page.check("#standing-negative")
    both = [s for s in strike.statements if s.polarity == "negative" or s.modality == "planned"]
    assert filtered(strike_page) == f"{len(both)} statements of 35"
    strike_page.locator("label:has-text('Tomas Aune') input").check()
    assert filtered(strike_page) == "2 statements of 35"
    assert strike_page.inner_text("#filter-count") == "2"
    strike_page.click("#reset")
    wanted = sum(strike.interest[s.id] >= WANTED and s.confidence >= CREDIBLE for s in strike.statements)
    assert filtered(strike_page) == f"{wanted} statements of 35"


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
    assert "from=2027-04-19" in address(strike_page)


VIEW = """() => [document.getElementById("summary").textContent, document.getElementById("panel").innerText,
    document.getElementById("notice").innerText, document.getElementById("filter-count").textContent,
    document.getElementById("table").innerText, [...document.querySelectorAll("#filters input")].map((e) => [e.id, e.checked, e.value])]"""


def test_link_gives_the_same_view(strike_html: str, open_page: Open) -> None:
    """Filters of every kind, selection, pins, what is shown, taken out or left of a focus travel in the link."""
    page = open_page(strike_html, "#all=1")
    find(page, "Hruby")
    page.click("#panel button:text-is('Pin')")
    find(page, "Halvorsen")
    page.click("#panel button:text-is('Take out')")
    page.click("#show-filters")
    for box in ("#standing-asserted", "#standing-planned", "#unnamed", "#values", "#phrases"):
        if page.locator(box).count():
            page.check(box)
    page.locator("fieldset:has-text('Who says it') input").first.check()
    page.locator("fieldset:has-text('Relation') input[type=checkbox]").first.check()
    page.locator("fieldset:has-text('Relation') input[type=checkbox]").nth(1).check()
    page.locator("#sure").evaluate("(e) => { e.value = 40; e.dispatchEvent(new Event('change')); }")
    page.locator("#to").evaluate(
        "(e) => { e.value = Number(e.max) - 1; e.dispatchEvent(new Event('change')); }"
    )
    find(page, "Meridian Ports")
    page.keyboard.press("Escape")
    page.keyboard.press("v")
    again = open_page(strike_html, "#" + address(page).partition("#")[2])
    again.click("#show-filters")
    assert again.evaluate(VIEW) == page.evaluate(VIEW)
    assert again.inner_text("#filter-count") == "5"


def test_reset_brings_back_all(strike_page: Page) -> None:
    """After a reset the filters and the link are as at the start; what was selected stays."""
    strike_page.click("#show-filters")
    strike_page.click("#reset")
    before = strike_page.evaluate(COUNTS)
    summary = strike_page.inner_text("#summary")
    strike_page.check("#all")
    for box in ("#values", "#unnamed", "#standing-planned", "#type-ORG", "#type-PERSON"):
        strike_page.check(box)
    strike_page.click("#reset")
    assert strike_page.evaluate(COUNTS) == before
    assert strike_page.inner_text("#summary") == summary
    assert "#" not in address(strike_page)


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
    assert "unnamed=1" in address(strike_page)


DRAWN = "() => window.drawn.map(([text, x, y]) => [text, Math.round(x), Math.round(y)]).sort()"


def focused(html: str, open_page: Open) -> tuple[Page, list[list[object]]]:
    """A page that shows one entity's neighbourhood, and where every name was before."""
    page = open_page(html, watch=WATCH_TEXT)
    page.wait_for_function("window.drawn.length > 40")
    before = page.evaluate(DRAWN)
    find(page, "Mirela Dastan")
    page.click("#panel button:has-text('Focus')")
    return page, before


def test_undo_brings_places_back(strike_html: str, open_page: Open) -> None:
    """After a focus and after tidying up, undo writes every name where it was before."""
    page, before = focused(strike_html, open_page)
    page.click("#undo")
    page.click("#undo")
    page.wait_for_function("window.drawn.length > 40")
    assert page.evaluate(DRAWN) == before
    page.click("#tidy")
    page.wait_for_timeout(300)
    assert page.evaluate(DRAWN) != before
    page.click("#undo")
    page.wait_for_timeout(300)
    assert page.evaluate(DRAWN) == before


def test_leaving_a_focus_brings_places_back(strike_html: str, open_page: Open) -> None:
    """The overview is drawn as it was."""
    page, before = focused(strike_html, open_page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_function("window.drawn.length > 40")
    assert page.evaluate(DRAWN) == before
