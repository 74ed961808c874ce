"""What an editor wants each morning: new stories, claims, denials, and figures that moved."""

from dataclasses import replace

from newsgraph.graph import ExtractionRecord
from newsgraph.graph.model.record import Amount
from newsgraph.graph.review.news import news
from tests.graph.collection.articles import BOUGHT, DENIED, Said, article, graph_of

STORY = "Kelda, Vardo Mining: acquisition (2026-03-02)"


def deal(
    name: str, words: str = "Kelda bought Vardo Mining on Monday.", said: Said = BOUGHT
) -> ExtractionRecord:
    """Return an article about a deal by a publisher of its own."""
    return article(name, (words, said), publisher=f"{name} Post", title="Kelda and Vardo Mining")


def toll(name: str, number: int) -> ExtractionRecord:
    """Return an article that counts the dead."""
    amount = Amount(number=number, unit="miner")
    said = Said("A blast", "killed", f"{number} miners", roleset="kill.01", event="killing", amount=amount)
    words = f"A blast killed {number} miners in Halsund."
    return article(name, (words, said), date=f"2026-03-0{number % 9 + 1}", publisher=name)


def told(old: list[ExtractionRecord], new: list[ExtractionRecord]) -> list[tuple[str, str, str]]:
    """Return the news from the graph of ``old`` articles to that of ``new`` ones too."""
    return told_between(old, [*old, *new])


def told_between(old: list[ExtractionRecord], new: list[ExtractionRecord]) -> list[tuple[str, str, str]]:
    """Return the news from the graph of ``old`` articles to that of ``new`` ones."""
    return [(c.what, c.kind, c.text) for c in news(graph_of(*old), graph_of(*new))]


def test_nothing_new_is_no_news() -> None:
    """The same articles tell nothing."""
    assert told([deal("a"), deal("b")], []) == []


def test_an_article_of_no_story_is_told_by_itself() -> None:
    """One article about something new is news, too, though nobody else reports it yet."""
    assert told([deal("a"), deal("b")], [toll("c", 9)]) == [("article", "gained", "c.txt (c, 2026-03-01)")]


def test_an_article_that_goes_is_told_with_its_story() -> None:
    """Of two articles one goes, and with it the story; one of three is told alone, and one with a new text has not gone."""
    a, b, c = deal("a"), deal("b"), deal("c")
    gone = ("article", "lost", "Kelda and Vardo Mining (c Post, 2026-03-02)")
    assert told_between([a, b, c], [a, b]) == [gone]
    assert told_between([a, c], [a]) == [gone, ("story", "lost", f"{STORY} (2 articles)")]
    again = replace(c, document=replace(c.document, id="of another text"))
    assert told_between([a, b, c], [a, b, again]) == [("story", "changed", f"{STORY}: 1 more article")]


def test_a_second_source_makes_a_claim_and_a_story() -> None:
    """What one article says is no claim yet."""
    found = told([deal("a")], [deal("b")])
    assert [(what, kind) for what, kind, _ in found] == [("story", "gained"), ("claim", "gained")]


def test_more_sources_and_a_denial_change_a_claim() -> None:
    """The story grows, the claim is reported by more, and somebody denies it."""
    words = "Tarek Vold denied that Kelda bought Vardo Mining."
    found = told([deal("a"), deal("b")], [deal("c"), deal("d", words, DENIED)])
    assert [(what, kind) for what, kind, _ in found] == [
        ("story", "changed"),
        ("claim", "changed"),
        ("denial", "gained"),
    ]
    assert found[1][2] == "Kelda bought Vardo Mining: from 2 to 3 independent sources"
    assert found[2][2] == "Kelda bought Vardo Mining: denied by Tarek Vold"


def test_a_figure_that_moves_is_told() -> None:
    """From two numbers on it is a figure; a third one changes it, told against what it last was."""
    first = [toll("a", 9), toll("b", 11)]
    assert ("figure", "gained") in {(what, kind) for what, kind, _ in told(first[:1], first[1:])}
    moved = [
        text for what, kind, text in told(first, [toll("c", 14)]) if (what, kind) == ("figure", "changed")
    ]
    assert moved == ["A blast killed 14 miners: from 11 to 14 (3 articles)"]


def test_a_number_corrected_in_an_article_is_told() -> None:
    """Nobody else gives the number, and the article now gives another one."""
    first, again = toll("a", 9), toll("a", 11)
    again = replace(
        again, document=replace(again.document, id="a of today", date=first.document.date, source="a.txt")
    )
    assert (
        "figure",
        "changed",
        'a.txt (a, 2026-03-01): from 9 to 11 in "A blast killed 11 miners in Halsund."',
    ) in told_between([first], [again])
    assert not [what for what, *_ in told_between([first], [toll("b", 11)]) if what == "figure"]
