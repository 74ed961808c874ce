"""From characters with boxes to lines in reading order, and from lines to paragraphs.

Rows are cut where a gap is wider than a word space. If a page has a gutter that few rows cross, the rows left of it are
read before those right of it, between the full-width rows (as in recursive XY-cut, Nagy and Seth 1984).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Character:
    """A character, its box in points, the height of its page, and its number in the order of drawing."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page_height: float
    index: int

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of one column. ``column`` numbers runs of lines that are read together."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page_height: float
    column: int = 0

    @property
    def margin(self) -> float:
        """Distance from the nearer edge, top or bottom, as a share of the page."""
        return min(self.bottom, self.page_height - self.top) / self.page_height


_HYPHENS = "-\x02\u00ad\u2010\ufffe"
_COLUMN_GAP, _WIDE_GAP, _WORD_GAP = 1.1, 0.4, 0.17
"""In font sizes: gaps that part columns, that part words whatever else is known, and that part words otherwise."""
_MARGIN, _EDGE = 0.12, 0.06
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*|[ivxlc]{1,6}", re.IGNORECASE)
_PRINTED = re.compile(
    r"^(?:https?://|file:/|www\.|[\w.-]+\.\w{2,}/|localhost|\d{1,3}(?:\.\d{1,3}){3})\S*|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? +\d{1,2}:\d{2}"
)
_END = re.compile(r"[.!?:][\"'”’)\]]*$")


def page_lines(characters: Sequence[Character]) -> list[TextLine]:
    """The lines of a page in reading order."""
    return _in_reading_order([line for row in _rows(characters) for line in _segments(row)])


def _rows(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Characters whose middles lie at one height, from the top of the page."""
    row: list[Character] = []
    for char in sorted(characters, key=lambda char: (-char.middle, char.left)):
        if row and abs(row[0].middle - char.middle) > 0.4 * min(row[0].size, char.size):
            yield sorted(row, key=lambda char: char.left)
            row = []
        row.append(char)
    if row:
        yield sorted(row, key=lambda char: char.left)


def _segments(row: list[Character]) -> Iterator[TextLine]:
    """A row cut at gaps that are too wide for a space."""
    segment: list[Character] = []
    for char in row:
        inked = [other for other in segment if not other.text.isspace()]
        if inked and not char.text.isspace() and char.left - inked[-1].right > _COLUMN_GAP * char.size:
            yield from _line(segment)
            segment = []
        segment.append(char)
    yield from _line(segment)


def _line(segment: list[Character]) -> Iterator[TextLine]:
    inked = [char for char in segment if not char.text.isspace()]
    if not inked:
        return
    pieces = [inked[0].text]
    for before, char in pairwise(inked):
        pieces.append(" " + char.text if _is_spaced(before, char) else char.text)
    yield TextLine(
        "".join(pieces),
        inked[0].left,
        inked[-1].right,
        min(char.bottom for char in inked),
        max(char.top for char in inked),
        median(char.size for char in inked),
        inked[0].page_height,
    )


def _is_spaced(before: Character, char: Character) -> bool:
    """Is there a space between two neighbours? Of those drawn one after the other, the drawing says so."""
    gap = (char.left - before.right) / char.size
    step = char.index - before.index
    return gap > (_WIDE_GAP if step == 1 else -_WORD_GAP if step == 2 else _WORD_GAP)


def _in_reading_order(lines: list[TextLine]) -> list[TextLine]:
    return [
        TextLine(*_values(line), column=number)
        for number, group in enumerate(_columns(lines))
        for line in group
    ]


def _columns(lines: list[TextLine]) -> Iterator[list[TextLine]]:
    """Runs of lines that are read together: of a page cut at its gutter, each side cut again."""
    gutter = _gutter(lines)
    if gutter is None:
        yield lines
        return
    for crosses, band in groupby(lines, key=lambda line: line.left < gutter < line.right):
        group = list(band)
        if crosses:
            yield group
        else:
            yield from _columns([line for line in group if line.right <= gutter])
            yield from _columns([line for line in group if line.right > gutter])


def _values(line: TextLine) -> tuple[str, float, float, float, float, float, float]:
    return line.text, line.left, line.right, line.bottom, line.top, line.size, line.page_height


def _gutter(lines: list[TextLine]) -> float | None:
    """The x of a vertical gap with lines on both sides that few lines cross; None for one column."""
    if len(lines) < 6:
        return None
    candidates = sorted({round(line.left - 1, 1) for line in lines})
    best, score = None, 0.0
    for x in candidates:
        left = sum(line.right <= x for line in lines)
        right = sum(line.left >= x for line in lines)
        crossing = len(lines) - left - right
        if min(left, right) >= max(3, 0.2 * len(lines)) and crossing < 0.35 * len(lines):
            value = min(left, right) - crossing
            if value > score:
                best, score = x, value
    return best


def without_running_lines(pages: list[list[TextLine]]) -> list[list[TextLine]]:
    """The pages without head and foot lines: those that come back on other pages, page numbers, marks of a browser."""
    keys = Counter(
        key for lines in pages for key in {_running_key(line) for line in lines if line.margin < _MARGIN}
    )
    usual = median(line.size for lines in pages for line in lines) if any(pages) else 0.0
    return [[line for line in lines if not _is_running(line, keys, usual)] for lines in pages]


def _running_key(line: TextLine) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _is_running(line: TextLine, keys: Counter[str], usual: float) -> bool:
    if line.margin >= _MARGIN:
        return False
    is_small = line.margin < _EDGE and line.size < 0.92 * usual
    again = keys[_running_key(line)] > 1
    return bool(is_small or again or _PAGE_NUMBER.fullmatch(line.text) or _PRINTED.match(line.text))


def headline(pages: list[list[TextLine]]) -> list[TextLine]:
    """The lines of the largest letters on the first page, if they are larger than the others'."""
    first = next((lines for lines in pages if lines), [])
    usual = median(line.size for line in first) if first else 0.0
    largest = max((line.size for line in first), default=0.0)
    if not first or largest < 1.15 * usual:
        return []
    start = next(number for number, line in enumerate(first) if line.size == largest)
    lines = []
    for line in first[start:]:
        if line.size < 0.97 * largest:
            break
        lines.append(line)
    return lines if sum(len(line.text) for line in lines) < 300 else []


def paragraphs(lines: Sequence[TextLine]) -> Iterator[str]:
    """Paragraphs of lines in reading order."""
    text = ""
    spacing = _usual_spacing(lines)
    widths = {column: max(line.right for line in group) for column, group in _by_column(lines)}
    for before, line in pairwise([None, *lines]):
        if before is not None and _begins(before, line, spacing, widths):
            yield text
            text = ""
        text = _append(text, line.text) if line is not None else text
    if text:
        yield text


def _by_column(lines: Sequence[TextLine]) -> list[tuple[int, list[TextLine]]]:
    columns: dict[int, list[TextLine]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    return list(columns.items())


def _usual_spacing(lines: Sequence[TextLine]) -> float:
    steps = [before.bottom - line.bottom for before, line in pairwise(lines) if before.bottom > line.bottom]
    return median(steps) if steps else 0.0


def _begins(before: TextLine, line: TextLine | None, spacing: float, widths: dict[int, float]) -> bool:
    """Does a paragraph begin with this line?"""
    if line is None:
        return True
    if abs(line.size - before.size) > 0.12 * before.size:
        return True
    ends = bool(_END.search(before.text))
    if line.column != before.column or line.bottom > before.bottom:
        return ends
    step = before.bottom - line.bottom
    if step > 1.3 * max(spacing, line.size):
        return True
    is_short = before.right < widths[before.column] - 0.15 * (widths[before.column] - before.left)
    is_indented = line.left - before.left > 0.8 * line.size
    return ends and (is_short or is_indented)


def _append(text: str, line: str) -> str:
    """A line behind the text so far; a word that the line end broke is whole again."""
    if not text:
        return line
    if text[-1] in _HYPHENS and text[-2:-1].isalpha() and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}"
