"""The layout of PDF pages: columns, paragraphs, head and foot lines."""

from newsgraph.extract.readers.pdf_layout import (
    Character,
    TextLine,
    headline,
    page_lines,
    paragraphs,
    without_running_lines,
)

LEFT = ["The harbour of Ostby has", "been closed since the min-", "ister visited it.", "Ships wait outside."]
RIGHT = [
    "The mayor said on Monday",
    "that the pier would be",
    "open again by the spring.",
    "Nobody believed her.",
]


def draw(x: float, y: float, text: str, size: float = 10.0) -> list[Character]:
    """A line of characters half as wide as they are high."""
    return [
        Character(char, x + i * size / 2, x + (i + 1) * size / 2, y, y + size, size, 842, int(y * 1000) + i)
        for i, char in enumerate(text)
    ]


def columns(*texts: list[str]) -> list[Character]:
    """Lines of columns, drawn row by row."""
    rows = zip(*texts, strict=True)
    return [
        char
        for number, row in enumerate(rows)
        for place, text in enumerate(row)
        for char in draw(50 + 170 * place, 700 - 14 * number, text)
    ]


def test_columns_are_read_one_after_the_other() -> None:
    """However they were drawn; a headline over both comes first."""
    title = draw(50, 760, "Harbour of Ostby stays closed over the whole winter", 14)
    for texts in ((LEFT, RIGHT), (LEFT, RIGHT, LEFT)):
        lines = page_lines([*title, *columns(*texts)])
        assert [line.text for line in lines[1:]] == [line for text in texts for line in text]
        assert lines[0].text.startswith("Harbour of Ostby")


def test_words_broken_at_line_ends_are_whole() -> None:
    """Lines of a paragraph are one; a short line with a full stop ends it."""
    found = list(paragraphs(page_lines(columns(LEFT))))
    assert found == ["The harbour of Ostby has been closed since the minister visited it.", LEFT[3]]


def test_paragraphs_begin_behind_gaps_and_with_indents() -> None:
    """Indents count behind a full stop only."""
    lines = [draw(50, 700, LEFT[2]), draw(62, 686, LEFT[0]), draw(50, 672, LEFT[3]), draw(50, 640, LEFT[3])]
    found = list(paragraphs(page_lines([char for line in lines for char in line])))
    assert found == [LEFT[2], f"{LEFT[0]} {LEFT[3]}", LEFT[3]]


def test_head_and_foot_lines_go() -> None:
    """Those that come back with another number, page numbers, and what a browser prints."""
    pages = [
        [
            *draw(50, 820, f"Ostby Herald, page {n}"),
            *columns(LEFT),
            *draw(50, 20, f"{n}/2"),
            *draw(300, 20, "https://x.example/a"),
        ]
        for n in (1, 2)
    ]
    kept = without_running_lines([page_lines(page) for page in pages])
    assert [[line.text for line in lines] for lines in kept] == [LEFT, LEFT]


def test_the_headline_is_the_largest_line() -> None:
    """Of lines of one size none is."""
    lines = page_lines([*draw(50, 760, "Harbour closed", 20), *columns(LEFT)])
    assert [line.text for line in headline([lines])] == ["Harbour closed"]
    assert headline([page_lines(columns(LEFT))]) == []
    assert headline([list[TextLine]()]) == []
