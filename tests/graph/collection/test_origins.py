"""Whom articles are from: credit lines, near copies, publishers."""

import random
from collections.abc import Sequence

import pytest

from newsgraph.graph.collection.collection import Collection
from newsgraph.graph.collection.credits import credited_agency, dateline
from newsgraph.graph.collection.origins import articles_in_words, families_in
from newsgraph.graph.knowledge.outlets import built_in_outlets
from tests.graph.collection.articles import article, graph_of

NOUNS = "harbour council miner ferry bridge strike report judge engineer river school tunnel market port union".split()
VERBS = "closed opened warned visited praised delayed rebuilt blamed counted joined".split()


def made_up(seed: int, count: int = 14) -> list[str]:
    """Return sentences that no other seed gives."""
    pick = random.Random(seed)
    return [
        f"The {pick.choice(NOUNS)} {pick.choice(VERBS)} the {pick.choice(NOUNS)} after {pick.randrange(10_000)} "
        f"{pick.choice(NOUNS)}s {pick.choice(VERBS)} {pick.randrange(10_000)} others near the {pick.choice(NOUNS)}."
        for _ in range(count)
    ]


def collection(*articles: tuple[str, Sequence[str], str | None, str | None]) -> Collection:
    """Return a collection of (id, sentences, publisher, date)."""
    records = [
        article(id, *((sentence,) for sentence in sentences), publisher=publisher, date=date)
        for id, sentences, publisher, date in articles
    ]
    return Collection(graph_of(*records))


def test_an_abridged_reprint_is_a_near_copy_of_the_first() -> None:
    """A third of an article under a lead of its own has the origin of the whole."""
    whole = made_up(1)
    reprint = [*made_up(2, 1), *whole[2:7]]
    found = collection(
        ("a", whole, "Halsund Courier", "2026-03-01"),
        ("b", reprint, "Brinmark Daily", "2026-03-02"),
        ("c", made_up(3), "Kelda Post", "2026-03-02"),
    ).origins
    assert [(pair.left, pair.right) for pair in found.copies] == [("a", "b")]
    assert found.of["b"].key == found.of["a"].key == "halsundcourier"
    assert found.of["b"].why == "near copy"
    assert found.of["c"].key == "keldapost"


def test_articles_that_share_quotations_only_are_no_copies() -> None:
    """Two reporters heard the same speech."""
    speech = " ".join(made_up(4, 4))
    found = collection(
        ("a", [*made_up(5, 8), f'"{speech}" she said.'], "Halsund Courier", None),
        ("b", [*made_up(6, 8), f'"{speech}" she said.'], "Brinmark Daily", None),
    ).origins
    assert found.copies == ()


def test_the_footer_of_an_outlet_is_no_copy() -> None:
    """A sentence that many articles of a publisher end with is boilerplate."""
    footer = made_up(7, 4)
    found = collection(
        *((f"a{n}", [*made_up(20 + n, 3), *footer], "Halsund Courier", None) for n in range(4))
    )
    assert found.origins.copies == ()


@pytest.mark.parametrize(
    ("sentences", "agency"),
    [
        (["HALSUND (Reuters) - The harbour closed on Monday."], "Reuters"),
        (["BRINMARK, March 2 (AP) — The harbour closed."], "Associated Press"),
        (["The harbour closed on Monday.", "It opened on Tuesday. - AFP"], "Agence France-Presse"),
        (["The harbour closed on Monday.", "Source: Xinhua"], "Xinhua"),
        (["The harbour closed on Monday, Reuters reported."], None),
        (["The harbour (the largest) - closed on Monday."], None),
        (["The harbour closed.", "The Times said so."], None),
    ],
)
def test_credit_lines_name_agencies(sentences: list[str], agency: str | None) -> None:
    """Only a line that stands where credits stand is one."""
    graph = graph_of(article("a", *((sentence,) for sentence in sentences)))
    found = credited_agency(graph.documents[0], built_in_outlets())
    assert (found.name if found else None) == agency


def test_a_dateline_is_a_place_before_a_dash() -> None:
    """A first word in capitals with a colon is none."""
    opening = {
        "HALSUND (Reuters) - The harbour closed.": "halsund",
        "OSTRAVA BAY — The harbour closed.": "ostrava bay",
        "EXCLUSIVE: The harbour closed.": None,
        "The harbour closed - again.": None,
    }
    for text, place in opening.items():
        assert dateline(graph_of(article("a", (text,))).documents[0]) == place


def test_articles_that_tell_nothing_are_each_their_own_origin() -> None:
    """Without publisher and credit nothing is assumed."""
    found = collection(("a", made_up(8), None, None), ("b", made_up(9), None, None)).origins
    assert found.of["a"].key != found.of["b"].key
    assert found.of["a"].why == "unknown"
    assert not found.of["a"].known
    assert found.of["a"].name.startswith("unknown origin (")


@pytest.mark.parametrize(
    ("publishers", "words"),
    [
        (("Halsund Courier", "Ostby Times"), "2 articles, 2 independent sources"),
        (("Halsund Courier", "Halsund Courier"), "2 articles, one source"),
        (("Halsund Courier", None), "2 articles, 2 sources, 1 of unknown origin"),
        ((None, None), "2 articles of unknown origin"),
    ],
)
def test_articles_and_their_sources_are_told_in_one_way(
    publishers: tuple[str | None, ...], words: str
) -> None:
    """On the page and in the terminal; the numbers are those of the RDF."""
    rows = [(f"a{at}", made_up(at), publisher, None) for at, publisher in enumerate(publishers)]
    found = families_in(collection(*rows).origins.of.values())
    assert articles_in_words(len(rows), found) == words
