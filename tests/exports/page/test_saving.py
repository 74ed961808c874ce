"""Files out of what is in view."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from synthetic import Article, Line, Told, graph_of

from newsgraph.exports.page import write_page
from newsgraph.graph.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def saved(page: Page, button: str) -> bytes:
    """Press a button of the menu and return the file it gives."""
    page.click("summary[aria-label=Save]")
    with page.expect_download() as download:
        page.click(button)
    return Path(download.value.path()).read_bytes()


def rows(page: Page) -> list[dict[str, str]]:
    """Return the saved table."""
    return list(csv.DictReader(io.StringIO(saved(page, "#save-csv").decode("utf-8-sig"), newline="")))


def test_table_holds_the_statements_in_view(strike: KnowledgeGraph, strike_page: Page) -> None:
    """One row for each statement in view, with the ids of the graph."""
    table = rows(strike_page)
    assert len(table) == 34
    assert {row["statement"] for row in table} < {statement.id for statement in strike.statements}
    scrapped = next(row for row in table if row["predicate"] == "scrapped")
    assert (scrapped["subject"], scrapped["object"], scrapped["source"]) == (
        "Meridian Ports",
        "Spring Accord",
        "Coastal Herald",
    )
    assert scrapped["sentence"].startswith("Dockworkers walked out")


def test_table_follows_the_filters(strike: KnowledgeGraph, strike_page: Page) -> None:
    """What is filtered away is not saved; the table view saves all that passes."""
    strike_page.click("#show-filters")
    strike_page.check("#standing-planned")
    strike_page.click("#show-table")
    planned = {s.id for s in strike.statements if s.modality == "planned" and s.polarity == "positive"}
    assert {row["statement"] for row in rows(strike_page)} == planned


def test_table_runs_no_formula(open_page: Open) -> None:
    """A name that a spreadsheet would run is text; quotes and breaks survive."""
    name = '=HYPERLINK("x";"y")'
    text = f'{name} met Bo,\n"the" one.'
    line = Line(text, (Told(name, "met", "Bo"),))
    cast = {name: (name, "ORG"), "Bo": ("Bo", "PERSON")}
    row = rows(open_page(write_page(graph_of([Article("T", "2027-01-01", [line])], cast))))[0]
    assert row["subject"] == "'" + name
    assert row["sentence"] == "'" + text


def test_picture_is_a_picture(strike_page: Page) -> None:
    """The picture is a PNG of the size of the drawing."""
    picture = saved(strike_page, "#save-png")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    assert width > 500
    assert height > 500
