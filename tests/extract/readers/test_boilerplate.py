"""Lines around articles: what goes and, as important, what stays."""

import pytest

from newsgraph.extract.readers.boilerplate import Block, keep_article


def kept(*texts: str, linked: float = 0.0, kind: str = "paragraph") -> list[str]:
    """Texts of the blocks that stay."""
    return [block.text for block in keep_article([Block(text, kind, linked) for text in texts])]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ten storms that shook the coast",
        "RELATED: Mayor resigns",
        "Follow us on Facebook and Instagram.",
        "Follow @ostbyherald on Twitter",
        "Sign up for our morning briefing.",
        "Subscribe to the Herald today.",
        "We use cookies to improve your experience.",
        "All rights reserved.",
        "© 2026 Ostby Herald",
        "The post Harbour reopens appeared first on Coast News.",
        "Photo: Kari Moen / Agency",
        "Additional reporting by Per Dahl",
        "Per Dahl contributed to this report.",
        "desk@ostby.example",
        "Share this article",
        "You may also like",
        "This article was originally published on Coast News.",
    ],
)
def test_furniture_goes(line: str) -> None:
    """A line of it between paragraphs is left out."""
    assert kept("The harbour reopened.", line, "Ships came in.") == [
        "The harbour reopened.",
        "Ships came in.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by four per cent after the news.",
        "Related parties sold the harbour to the state for four million crowns last year.",
        "Follow-up talks are planned for March.",
        "Subscribers left the network in droves last year.",
        "The company uses cookies made of oats.",
        "Read Montague, the poet, died on Friday.",
        "“Follow me,” the mayor told the crowd.",
        "“Sign up now,” he urged the volunteers.",
        "Watch makers met in Bern on Tuesday.",
        "More than forty people were hurt.",
        "Contact between the two armies was lost.",
        "Photographs of the wreck were shown in court.",
        "Most people left the town.",
        "Get-togethers were banned in the spring.",
        "Advertisement sales rose, the paper said in its report.",
        "Join ventures failed, she said, and Solheim left for Facebook.",
    ],
)
def test_prose_stays(line: str) -> None:
    """Sentences that only begin alike are news."""
    assert kept(line) == [line]


def test_requests_at_the_edge_of_a_paragraph_go() -> None:
    """The sentence before them stays whole."""
    assert kept("He said “we won.” Sign up for our newsletter.") == ["He said “we won.”"]


def test_lists_of_links_go() -> None:
    """One link in a list of prose stays."""
    assert kept("First story here", "Second story here", linked=1.0, kind="item") == []
    blocks = [
        Block("Ostby has a harbour.", "item"),
        Block("The pier, closed since 2020, is open.", "item", 0.4),
    ]
    assert len(keep_article(blocks)) == 2


def test_headings_without_text_go() -> None:
    """Those over text stay; the headline itself is not body."""
    blocks = [
        Block("Storm", "heading"),
        Block("The harbour reopened."),
        Block("Storm damage", "heading"),
        Block("It rained."),
        Block("Comments", "heading"),
    ]
    assert [block.text for block in keep_article(blocks, "Storm")] == [
        "The harbour reopened.",
        "Storm damage",
        "It rained.",
    ]
