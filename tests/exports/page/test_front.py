"""The front page of many articles: stories, shared claims, names and months, and what is disputed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from synthetic import address

from newsgraph.exports.page import write_page
from newsgraph.exports.page.page import title_of
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.record import Amount, ExtractionRecord
from tests.graph.collection.articles import Said, article, graph_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]

BOUGHT = Said(
    "Kelda", "bought", "Vardo Mining", roleset="buy.01", event="acquisition", time="Monday=2026-03-02"
)


def deal(name: str, words: str, date: str) -> ExtractionRecord:
    """Return an article about a deal in Halsund."""
    sentence = f"Kelda bought Vardo Mining on Monday {words}."
    title = f"Kelda buys <i>Vardo Mining {words}"
    return article(
        name,
        (sentence, BOUGHT),
        ("The pits lie near Halsund.",),
        date=date,
        publisher=f"{name} Post",
        title=title,
    )


def toll(name: str, count: int, date: str) -> ExtractionRecord:
    """Return an article that counts the dead of one blast."""
    amount = Amount(number=count, unit="miner")
    said = Said("A blast", "killed", f"{count} miners", roleset="kill.01", event="killing", amount=amount)
    words = f"A blast killed {count} miners in Halsund."
    return article(name, (words, said), date=date, publisher=f"{name} Times", title=f"Blast kills {count}")


@pytest.fixture(scope="module")
def affairs() -> KnowledgeGraph:
    """Return eight articles: a deal, and a blast whose toll moves."""
    deals = [
        deal(name, words, f"2026-03-0{day}")
        for name, words, day in (
            ("a", "for cash", 2),
            ("b", "after talks", 3),
            ("c", "at last", 4),
            ("d", "again", 5),
        )
    ]
    tolls = [
        toll(name, count, f"2026-04-0{day}")
        for name, count, day in (("e", 9, 2), ("f", 11, 3), ("g", 11, 4), ("h", 12, 5))
    ]
    return graph_of(*deals, *tolls)


@pytest.fixture
def front(affairs: KnowledgeGraph, open_page: Open) -> Page:
    """Open the page of the eight articles."""
    return open_page(write_page(affairs))


def test_many_articles_open_on_their_stories(front: Page) -> None:
    """A card names headline, kind of event, articles, days and names; headlines are text."""
    assert front.get_attribute("#show-overview", "aria-pressed") == "true"
    card = front.inner_text(".story:has-text('Kelda') >> nth=0")
    for words in (
        "Kelda buys <i>Vardo Mining",
        "Acquisition",
        "4 articles, 4 independent sources",
        "2 Mar 2026 – 5 Mar 2026",
        "Kelda",
    ):
        assert words in card
    assert front.locator("#overview i").count() == 0


def test_a_story_leads_to_its_graph(affairs: KnowledgeGraph, front: Page) -> None:
    """The graph of a story has its names and no others; the way back leads to the cards."""
    front.click(".story h3 button:has-text('Kelda')")
    assert front.get_attribute("#show-graph", "aria-pressed") == "true"
    assert address(front).count("document=") == 4
    assert "Only 4 of 8 articles" in front.inner_text("#notice")
    names = set(front.locator("#panel .ranking bdi").all_inner_texts())
    assert names == {"Kelda", "Vardo Mining"}
    front.click("#undo")
    assert front.locator(".story").first.is_visible()


def test_a_name_leads_to_its_neighbourhood(front: Page) -> None:
    """Names are ranked by articles; a press shows what surrounds one."""
    rows = front.locator(".ranks section:has-text('Bodies') li").all_inner_texts()
    assert [row.split()[-1] for row in rows] == ["4", "4"]
    front.click(".ranks button.entity:has-text('Vardo Mining')")
    assert front.inner_text("#panel h2") == "Vardo Mining"
    assert "Only Vardo Mining" in front.inner_text("#notice")


def test_a_month_leads_to_what_it_tells(front: Page) -> None:
    """Months count their articles."""
    months = front.locator(".months li")
    assert [" ".join(text.split()) for text in months.all_inner_texts()] == ["4 2026-03", "4 2026-04"]
    months.first.locator("button").click()
    assert "from=2026-03-01&to=2026-03-31" in address(front)


def test_what_several_articles_say_is_counted_by_independent_sources(
    affairs: KnowledgeGraph, front: Page
) -> None:
    """The card says how many, and does not say that it is true."""
    card = front.inner_text(".shared article:has-text('Kelda bought Vardo Mining')")
    assert "Reported by 4 independent sources (4 articles)" in card
    front.click(".shared h3 button >> nth=0")
    assert front.locator("#panel blockquote").count() >= 1


def test_figures_that_move_have_a_chart(front: Page) -> None:
    """Every number stands with its day, its article and its statement."""
    front.click("#show-disputes")
    figure = front.locator(".dispute").first
    assert "from 9 to 12" in figure.inner_text()
    assert figure.locator(".chart circle").count() == 4
    assert figure.locator(".chart .day").all_text_contents() == ["2 Apr 2026", "5 Apr 2026"]
    assert [text.split(" · ")[0] for text in figure.locator(".points li").all_inner_texts()] == [
        "9",
        "11",
        "11",
        "12",
    ]
    figure.locator(".points button").first.click()
    assert "9 miners" in front.inner_text("#panel .claim")


def test_a_denial_is_shown_with_both_sentences(open_page: Open) -> None:
    """Both sides are told in their words; few articles open on the graph."""
    said = {"roleset": "buy.01", "event": "acquisition"}
    denied = Said(
        "Kelda", "bought", "Vardo Mining", by="Tarek Vold", stance="denies", polarity="negative", **said
    )  # type: ignore[arg-type]
    plain = Said("Kelda", "bought", "Vardo Mining", **said)  # type: ignore[arg-type]
    words = ("Kelda bought Vardo Mining.", "Tarek Vold denied that Kelda bought Vardo Mining.")
    kg = graph_of(
        article("a", (words[0], plain), publisher="A"),
        article("b", (words[1], denied), publisher="B", date="2026-03-03"),
    )
    page = open_page(write_page(kg))
    assert page.get_attribute("#show-graph", "aria-pressed") == "true"
    page.click("#show-disputes")
    assert page.locator(".dispute blockquote").all_inner_texts() == list(words)


def test_one_article_has_no_front(strike_page: Page) -> None:
    """It is read, not surveyed."""
    assert strike_page.locator("#show-overview").is_hidden()
    assert strike_page.locator("#show-disputes").is_hidden()


def test_telephone_fits(affairs: KnowledgeGraph, open_page: Open) -> None:
    """Nothing sticks out at 360 pixels, in any view."""
    page = open_page(
        write_page(affairs), viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    for view in ("overview", "graph", "table", "article", "disputes"):
        page.tap(f"#show-{view}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
        inside = "() => [...document.querySelectorAll('#top button, #top summary')].every((e) => !e.offsetParent || e.getBoundingClientRect().right <= innerWidth)"
        assert page.evaluate(inside), view


def test_a_filter_leads_from_the_overview_to_the_graph(front: Page) -> None:
    """The stories are those of all articles; what a filter leaves is seen in the graph."""
    front.click("#show-filters")
    front.locator("#filters input[id^=document-]").first.check()
    assert front.get_attribute("#show-graph", "aria-pressed") == "true"


def test_a_few_articles_are_called_by_whom_they_name() -> None:
    """The names that most of them have in common; one article is called by its headline."""
    few = graph_of(deal("a", "for cash", "2026-03-02"), deal("b", "at last", "2026-03-03"))
    count, _, names = title_of(few).partition(": ")
    assert count == "2 documents"
    assert set(names.split(", ")) <= {entity.name for entity in few.entities}


def test_hostile_headlines_and_claims_are_text(affairs: KnowledgeGraph, open_page: Open) -> None:
    """Whatever stands in titles, outlets and addresses, nothing runs and nothing is a link but web addresses."""
    attack = '"><img src=x onerror="window.attacked=1"><script>window.attacked=2</script>'
    documents = tuple(
        replace(d, title=attack, publisher=attack, url="javascript:window.attacked=3")
        for d in affairs.documents
    )
    page = open_page(write_page(replace(affairs, documents=documents)))
    for view in ("overview", "disputes", "article", "table"):
        page.click(f"#show-{view}")
        assert page.locator("main img, main script, a[href^=javascript]").count() == 0
    assert page.evaluate("window.attacked ?? null") is None


def test_a_name_on_the_front_is_shown_in_all_articles(front: Page) -> None:
    """A story looked at before does not narrow it; a name on the card of a story stays within it."""
    front.click(".story h3 button:has-text('Kelda')")
    front.click("#show-overview")
    front.click(".ranks button.entity:has-text('Vardo Mining')")
    assert "articles" not in front.inner_text("#notice")
    front.click("#undo")
    front.click(".story .names button:has-text('Kelda')")
    assert "Only 4 of 8 articles" in front.inner_text("#notice")
    front.click("#undo")
    assert front.locator(".story").first.is_visible()


def test_the_header_counts_what_the_view_shows(front: Page) -> None:
    """The table and its header agree; where no graph is seen, everything is counted."""
    whole = front.inner_text("#summary")
    assert "in view" not in whole
    front.click("#show-table")
    rows = front.locator("#table tbody tr").count()
    assert front.inner_text("#summary").startswith(f"{rows} of ")
    assert front.inner_text("#table caption").startswith(f"{rows} statement")


def test_months_without_articles_are_seen_as_a_gap(affairs: KnowledgeGraph, open_page: Open) -> None:
    """Two months that follow each other have none between them; a year apart they have."""
    late = graph_of(*affairs.records, deal("z", "anew", "2027-09-02"), deal("y", "anew", ""))
    page = open_page(write_page(late))
    assert [text.split()[-1] for text in page.locator(".months li").all_inner_texts()] == [
        "2026-03",
        "2026-04",
        "…",
        "2027-09",
    ]
    assert "1 without a date" in page.inner_text(".months")


def test_claims_of_one_source_are_no_news_on_the_front(open_page: Open) -> None:
    """Two articles of one outlet that say so are not "several sources"."""
    twice = [replace_publisher(deal(name, "for cash", "2026-03-02")) for name in "ab"]
    tolls = [toll(name, 9, f"2026-04-0{day}") for day, name in enumerate("cdefgh", 1)]
    page = open_page(write_page(graph_of(*twice, *tolls)))
    assert "blast" in page.inner_text(".shared").lower()
    assert "Vardo" not in page.inner_text(".shared")


def replace_publisher(record: ExtractionRecord) -> ExtractionRecord:
    """Return the article as one of the same outlet as all others."""
    return replace(record, document=replace(record.document, publisher="Halsund Courier"))


def test_the_table_fits_a_telephone(affairs: KnowledgeGraph, open_page: Open) -> None:
    """Nothing scrolls sideways; a row shows two sentences and how many more there are."""
    page = open_page(
        write_page(affairs), viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    page.click("#show-table")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    sentences = page.locator("#table .sentence:has-text('more sentence')")
    assert sentences.first.locator("p").count() == 2


def test_a_headline_that_opens_the_text_stands_once(open_page: Open) -> None:
    """Its statements and names are marked where it stands; outlet and day stand under it."""
    sentence = "Kelda bought Vardo Mining on Monday."
    records = [
        article(
            name,
            (sentence, BOUGHT),
            ("The pits lie near Halsund.",),
            publisher="Halsund Courier",
            title=title,
        )
        for name, title in (("a", "Kelda bought Vardo Mining on Monday"), ("b", "A deal in the hills"))
    ]
    page = open_page(write_page(graph_of(*records)))
    page.click("#show-article")
    page.select_option("#pick-article", label="Kelda bought Vardo Mining on Monday")
    assert page.inner_text("#article h2").count("bought") == 1
    assert "bought" not in page.inner_text("#article .text")
    assert page.locator("#article h2 button.name").count() == 2
    assert "Halsund Courier" in page.inner_text("#article header")
    page.select_option("#pick-article", label="A deal in the hills")
    assert page.inner_text("#article .text").count("bought") == 1


def test_numbers_of_one_day_are_no_way_from_one_to_the_other(open_page: Open) -> None:
    """Two counts of one day stand above each other without a line, over their one day."""
    both = [toll("a", 9, "2026-04-02"), toll("b", 11, "2026-04-02")]
    page = open_page(write_page(graph_of(*both)), "#view=disputes")
    assert "L" not in (page.get_attribute(".chart path", "d") or "L")
    assert page.locator(".chart .day").all_text_contents() == ["2 Apr 2026"]
