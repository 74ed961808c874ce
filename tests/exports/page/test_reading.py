"""What a person reads: every statement with its sentence, its parts marked where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from synthetic import Article, Line, Told, graph_of

from newsgraph.exports.page import write_page
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.statement import EventArgument, Evidence

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
ROLES = ("subject", "predicate", "object", "attribution")
MARKS = """(figure) => [figure.querySelector("blockquote").textContent,
    Object.fromEntries(["subject", "predicate", "object", "attribution"].map((role) =>
        [role, [...figure.querySelectorAll(`mark.${role}`)].map((mark) => mark.textContent).join("")]))]"""


def passages(page: Page) -> list[tuple[str, dict[str, str]]]:
    """Open every statement of the table; return all sentences with what is marked in them."""
    page.click("#show-table")
    found = []
    for number in range(page.locator("#table tbody tr").count()):
        page.locator("#table tbody tr").nth(number).locator("button.text").click()
        first = page.locator("#panel article").first
        found += [tuple(figure.evaluate(MARKS)) for figure in first.locator("figure").all()]
    return found


def told(kg: KnowledgeGraph) -> list[tuple[str, dict[str, str]]]:
    """Return what the page should show, from the graph."""
    return [
        (kg.document(item.document).sentences[item.sentence].text, _marked(item))
        for statement in kg.statements
        for item in statement.evidence
    ]


def _marked(item: Evidence) -> dict[str, str]:
    parts = (item.subject, item.predicate, item.object, item.attribution)
    return {role: part.text.replace(" ", "") if part else "" for role, part in zip(ROLES, parts, strict=True)}


def _plain(passage: tuple[str, dict[str, str]]) -> str:
    text, marks = passage
    return f"{text} {sorted((role, words.replace(' ', '')) for role, words in marks.items())}"


def test_every_statement_shows_its_sentence_marked(strike: KnowledgeGraph, strike_page: Page) -> None:
    """Sentence and marks are the text's, letter by letter."""
    assert sorted(map(_plain, passages(strike_page))) == sorted(map(_plain, told(strike)))


def test_marks_are_exact_beyond_the_basic_plane(open_page: Open) -> None:
    """Letters that JavaScript counts twice, marks that combine, and two ways of writing é shift nothing."""
    cast = {"𝒜va 🦊": ("𝒜va 🦊", "PERSON"), "Zoe\u0301": ("Zoé", "PERSON"), "Çelik": ("Çelik", "ORG")}
    line = Line(
        "🎉🎉 Yes: 𝒜va 🦊 thanked Zoe\u0301 (👩‍👩‍👧), Çelik said.",
        (Told("𝒜va 🦊", "thanked", "Zoe\u0301", "Çelik", "said"),),
    )
    kg = graph_of([Article("🎉", "2027-01-01", [line])], cast)
    assert list(map(_plain, passages(open_page(write_page(kg))))) == list(map(_plain, told(kg)))


def test_statement_says_what_it_is(strike_page: Page) -> None:
    """Standing, source, time, relation and confidence stand beside the words."""
    strike_page.click("#panel .claims button:has-text('scrapped')")
    card = strike_page.inner_text("#panel article")
    for words in (
        "Reported by a source",
        "Coastal Herald",
        "13 Apr 2027",
        "“on Tuesday”",
        "cancelled",
        "94 %",
    ):
        assert words in card


def test_line_shows_what_else_joins_the_two(strike_page: Page) -> None:
    """Parallel lines are told apart, and one leads to the others."""
    strike_page.click("#show-table")
    strike_page.click("#table button.text bdi:text-is('honour')")
    assert "Also between these two" in strike_page.inner_text("#panel")
    assert "breaking" in strike_page.inner_text("#panel .claims")


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("2026-03-02", "2 Mar 2026"),
        ("2026-03", "March 2026"),
        ("2026-03-02/2026-03-05", "2 Mar 2026 – 5 Mar 2026"),
        ("2026-03-02T14:30", "2 Mar 2026, 14:30"),
        ("2026-03~", "about March 2026"),
        ("2026-22", "Summer 2026"),
        ("2026-33", "1st quarter of 2026"),
        ("2026-41", "2nd half of 2026"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("2026-03-02/..", "2 Mar 2026 – …"),
        ("-0044", "-0044"),
        ("T", "T"),
    ],
)
def test_times_are_in_words(open_page: Open, time: str, words: str) -> None:
    """A time of EDTF reads as people write it, beside the statement and above it in the timeline."""
    line = Line("Ana called Bo.", (Told("Ana", "called", "Bo", time=time),))
    cast = {"Ana": ("Ana", "PERSON"), "Bo": ("Bo", "PERSON")}
    page = open_page(write_page(graph_of([Article("T", "2027-01-01", [line])], cast)))
    page.click("#panel .claims button")
    assert page.inner_text("#panel .facts div:has(dt:text-is('When')) dd") == words
    page.click("#panel .claim .entity >> nth=0")
    assert page.inner_text("#panel h4") == words


def test_entity_shows_names_roles_and_timeline(strike_page: Page) -> None:
    """An entity tells its type, other names, roles, and statements by day."""
    strike_page.fill("#search", "Oskar")
    strike_page.keyboard.press("Enter")
    panel = strike_page.inner_text("#panel")
    assert "Person" in panel
    assert "Prime Minister Oskar Lind" in panel
    assert "14 Apr 2027" in panel
    assert "No time given · published 14 Apr 2027" in panel
    strike_page.click("#panel .event summary:has-text('leads')")
    assert strike_page.inner_text("#panel .event[open] blockquote").startswith("Lind, who leads Estmark")


@pytest.mark.parametrize(
    ("url", "links"), [("https://example.org/strike?a=1", 1), ("javascript:alert(1)", 0), (None, 0)]
)
def test_documents_by_headline_outlet_and_link(
    strike: KnowledgeGraph, open_page: Open, url: str | None, links: int
) -> None:
    """Evidence names headline and outlet; only a web address is a link, and it opens in a new tab."""
    documents = tuple(
        replace(document, title="Ports <b>shut", publisher="The <i>Herald", url=url)
        for document in strike.documents
    )
    page = open_page(write_page(replace(strike, documents=documents)))
    page.click("#show-table")
    page.locator("#table tbody tr").first.locator("button.text").click()
    caption = page.locator("#panel article figcaption").first
    assert caption.inner_text().startswith("Ports <b>shut · The <i>Herald")
    link = caption.locator("a")
    assert link.count() == links
    if links:
        assert (link.get_attribute("href") or "").startswith(f"{url}#:~:text=")
        assert link.get_attribute("target") == "_blank"
        assert {"noopener", "noreferrer"} <= set((link.get_attribute("rel") or "").split())


def test_further_participants_with_their_roles(strike: KnowledgeGraph, open_page: Open) -> None:
    """A card names who else takes part, in which role, and what amounts come to."""
    first = strike.statements[0]
    arguments = (
        EventArgument("ARG2", ((0, 1),), "the <b>seller", label="seller", entity=first.subject),
        EventArgument("ARG3", ((0, 1),), "two dozen", label="price", value="24"),
    )
    told = replace(first, evidence=(replace(first.evidence[0], arguments=arguments),))
    page = open_page(write_page(replace(strike, statements=(told,))))
    page.click("#show-table")
    page.locator("#table tbody tr").first.locator("button.text").click()
    facts = page.locator("#panel article dl.facts").first.text_content() or ""
    assert f"Sellerthe <b>seller {strike.entity(first.subject).name}" in facts
    assert "Pricetwo dozen (24)" in facts


def test_all_sources_of_an_article_are_named(strike: KnowledgeGraph, open_page: Open) -> None:
    """One text that lies in several files is one article, which says so where it is read."""
    documents = tuple(
        replace(document, source="a.txt", sources=("old/<b>.txt", "z.txt")) for document in strike.documents
    )
    page = open_page(write_page(replace(strike, documents=documents)), "#view=article")
    assert page.inner_text("#article .copies") == "Same text: old/<b>.txt, z.txt"
    assert page.get_attribute("#panel .documents .title", "title") == "a.txt\nold/<b>.txt\nz.txt"


def test_an_article_without_a_headline_is_called_by_its_first_words(
    strike: KnowledgeGraph, open_page: Open
) -> None:
    """A file's name tells a reader nothing."""
    documents = tuple(replace(document, title=None) for document in strike.documents)
    page = open_page(write_page(replace(strike, documents=documents)))
    first = documents[0].sentences[0].text
    assert first.startswith(page.inner_text("h1").removesuffix(" …"))
    assert first.startswith(page.inner_text("#panel .documents .title").removesuffix("…"))
    assert documents[0].source not in page.inner_text("body")
