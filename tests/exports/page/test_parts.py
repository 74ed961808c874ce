"""What the page is made of: coding, columns, days, lanes, layout, the pyvis network."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyvis.network import Network
from synthetic import Article, Line, Told, graph_of

from newsgraph.exports.page import generate_page, write_page
from newsgraph.exports.page.bundles import bundles_of
from newsgraph.exports.page.coding import ALPHABET, coded_number, coded_numbers, coded_texts
from newsgraph.exports.page.columns import packed, zigzag
from newsgraph.exports.page.constants import LEADS
from newsgraph.exports.page.dates import days
from newsgraph.exports.page.layout import Box, layout
from newsgraph.exports.page.network import PageNetwork
from newsgraph.exports.page.theme import kind_of
from newsgraph.graph.knowledge_graph import KnowledgeGraph


def decoded(coded: str) -> list[int]:
    """Read numbers back: the first character tells how many follow."""
    starts = list(itertools.accumulate(LEADS, initial=0))
    firsts = list(itertools.accumulate((n * len(ALPHABET) ** k for k, n in enumerate(LEADS)), initial=0))
    numbers, at = [], 0
    while at < len(coded):
        lead = ALPHABET.index(coded[at])
        length = next(k for k in range(len(LEADS)) if lead < starts[k + 1])
        rest = lead - starts[length]
        for character in coded[at + 1 : at + 1 + length]:
            rest = rest * len(ALPHABET) + ALPHABET.index(character)
        numbers.append(firsts[length] + rest)
        at += 1 + length
    return numbers


@given(st.lists(st.integers(0, 1_600_000)))
def test_numbers_are_read_back(numbers: list[int]) -> None:
    """Every list of numbers has a string of its own."""
    assert decoded(coded_numbers(numbers)) == numbers


@given(st.integers(0, 1_600_000), st.integers(0, 1_600_000))
def test_small_numbers_are_short(one: int, two: int) -> None:
    """A smaller number never takes more characters."""
    assert len(coded_number(min(one, two))) <= len(coded_number(max(one, two)))


@given(st.lists(st.text(max_size=30), max_size=5), st.lists(st.text(max_size=60), max_size=5))
def test_texts_are_read_back(names: list[str], texts: list[str]) -> None:
    """The words of a coded text are the text, spaces and all; names in it are words."""
    coded = coded_texts(names, texts)
    for text, code in zip((*names, *texts), (*coded.names, *coded.texts), strict=True):
        assert "".join(coded.words[word] for word in decoded(code))[1:] == text


@given(
    st.lists(st.one_of(st.none(), st.text(max_size=2), st.lists(st.integers(0, 3), max_size=2)), max_size=40)
)
def test_columns_are_read_back(values: list[object]) -> None:
    """A packed column holds the values, in order."""
    column = packed(values)
    plain = column if isinstance(column, list) else [column["values"][at] for at in decoded(column["at"])]
    assert plain == values


def test_zigzag_counts_both_ways() -> None:
    """Numbers near zero stay small."""
    assert [zigzag(number) for number in (0, -1, 1, -2, 2)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2026-03-02", "2026-03-02", "2026-03-02"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-02-27/2026-03-01", "2026-02-27", "2026-03-01"),
        ("2026-03~", "2026-03-01", "2026-03-31"),
        ("2026-03-01/..", "2026-03-01", "2026-03-01"),
        ("2026-03-02T14:30", "2026-03-02", "2026-03-02"),
        ("1945-05-08", "1945-05-08", "1945-05-08"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2026-22", "2026-06-01", "2026-08-31"),
        ("2026-34", "2026-04-01", "2026-06-30"),
        ("2024-02/2024-03-05~", "2024-02-01", "2024-03-05"),
    ],
)
def test_days_of_edtf(edtf: str, first: str, last: str) -> None:
    """Days, months, years and intervals cover what they cover."""
    from datetime import date

    assert days(edtf) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize("edtf", ["", "XXXX", "soon", "2026-02-31", "2026-13", "0000", "-0044", "20260302"])
def test_no_days_where_there_is_no_date(edtf: str) -> None:
    """What names no day that exists gives none."""
    assert days(edtf) is None


def between(count: int) -> KnowledgeGraph:
    """Return a graph with ``count`` statements between two entities, in both directions in turn."""
    cast = {"Ana": ("Ana", "PERSON"), "Bo": ("Bo", "PERSON")}
    lines = []
    for number in range(count):
        one, two = ("Ana", "Bo") if number % 2 else ("Bo", "Ana")
        lines.append(Line(f"{one} called{number} {two}.", (Told(one, f"called{number}", two),)))
    return graph_of([Article("T", "2027-01-01", lines)], cast)


@pytest.mark.parametrize("count", [1, 2, 30])
def test_one_line_between_two_nodes_carries_all(count: int) -> None:
    """However many statements join two entities, in whatever direction, one line is drawn, and none is lost."""
    kg = between(count)
    (bundle,) = bundles_of(kg.lines, {entity.id: n for n, entity in enumerate(kg.entities)})
    assert (bundle.source, bundle.target) == (0, 1)
    assert sorted(line.statement for line in bundle.lines) == [s.id for s in kg.statements]


edge_lists = st.integers(1, 30).flatmap(
    lambda n: st.tuples(
        st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=40)
    )
)


@settings(deadline=None, max_examples=25)
@given(edge_lists)
def test_layout_gives_every_box_its_room(graph: tuple[int, list[tuple[int, int]]]) -> None:
    """Boxes do not overlap, and the same graph gives the same places."""
    count, edges = graph
    boxes = [Box(60 + 5 * (n % 9), 40) for n in range(count)]
    places = layout(boxes, edges)
    assert layout(boxes, edges) == places
    for (left, one), (right, two) in itertools.combinations(zip(places, boxes, strict=True), 2):
        across = (one.width + two.width) / 2 - abs(left[0] - right[0])
        down = (one.height + two.height) / 2 - abs(left[1] - right[1])
        assert min(across, down) <= 1


def test_layout_of_nothing() -> None:
    """No boxes have no places."""
    assert layout([], []) == []


def test_page_is_a_pyvis_network(strike: KnowledgeGraph, tmp_path: Path) -> None:
    """Nodes, edges and options are pyvis'; a node is added once; the file is written in UTF-8, alone."""
    network = generate_page(strike, title="Grüße")
    assert isinstance(network, Network)
    assert isinstance(network, PageNetwork)
    assert network.num_nodes() == len(strike.entities)
    assert network.num_edges() == len({frozenset((line.source, line.target)) for line in strike.lines})
    network.add_node(0, label="again")
    assert network.num_nodes() == len(strike.entities)
    with pytest.raises(AssertionError):
        network.add_edge(0, 10_000)
    network.write_html(str(tmp_path / "page.html"))
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert '<h1 dir="auto">Grüße</h1>' in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_parts_make_the_page_that_the_network_makes(strike: KnowledgeGraph) -> None:
    """A page that is written part by part has the bytes of one whose network is at hand, as often as it is asked for."""
    network = generate_page(strike)
    assert network.generate_html() == network.generate_html() == write_page(strike)
    assert [name for name, _ in network.parts()][-4:] == ["sentences", "words", "nodes", "edges"]


def test_a_condition_that_something_does_not_happen_is_no_denial() -> None:
    told = {
        "Holm": Told("Holm", "pays", "Lund", polarity="negative", modality="conditional"),
        "Berg": Told("Berg", "pays", "Lund", polarity="negative"),
    }
    cast = {name: (name, "PERSON") for name in ("Holm", "Berg", "Lund")}
    lines = [Line(f"{name} pays Lund.", (one,)) for name, one in told.items()]
    graph = graph_of([Article("Harbour", "2031-05-02", lines)], cast)
    kinds = {graph.entity(s.subject).name: kind_of(s) for s in graph.statements}
    assert kinds == {"Holm": "possible", "Berg": "denied"}
