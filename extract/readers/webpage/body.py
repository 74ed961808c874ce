"""The body of a page's article: trafilatura's choice, completed by the paragraphs that stand in the same place.

An extractor takes the best block of a page. Where an article lies in several blocks (adverts part them), the others have
paragraphs of the same form: same classes on the paragraph and around it.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..boilerplate import Block
from .pruning import prune

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_LINKED = 600
"""Characters; of longer blocks nobody asks how much of them is links."""
SHORTEST_BODY = 300
"""Letters; with less the page is tried again with looser rules."""
_FORM_SEEN = 2
_SHORTEST_PARAGRAPH = 30
_FAMILIAR = 0.3

_HOLDING = frozenset({"p", "div", "list", "table", "quote", "head", "cell"})
"""Elements that are blocks of their own in whatever holds them."""

Form = tuple[str | None, ...]


def find_blocks(tree: HtmlElement) -> list[Block]:
    """The blocks of the page's main text, in order; headings and boilerplate still among them."""
    pruned = copy.deepcopy(tree)
    prune(pruned)
    best: list[Block] = []
    for candidate, precise in ((pruned, True), (pruned, False), (tree, True), (tree, False)):
        found = _complete(_extract(candidate, precise=precise), candidate)
        if _size(found) > _size(best):
            best = found
        if _size(best) >= SHORTEST_BODY:
            break
    return best


def letters(text: str) -> str:
    """The letters and digits of a text, by which it is found again."""
    return "".join(char for char in text if char.isalnum())


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(letters(block.text)) for block in blocks)


def _extract(tree: HtmlElement, *, precise: bool) -> list[Block]:
    from trafilatura import bare_extraction

    found = bare_extraction(
        copy.deepcopy(tree), favor_precision=precise, include_comments=False, include_tables=True
    )
    body = getattr(found, "body", None)
    if body is None:
        return []
    linked = _linked_shares(tree)
    return [Block(b.text, b.kind, linked.get(letters(b.text), 0.0)) for b in _blocks(body)]


def _linked_shares(tree: HtmlElement) -> dict[str, float]:
    """The share of link text in every block of a page, by its letters."""
    shares: dict[str, float] = {}
    for element in tree.iter(
        "p", "li", "div", "h2", "h3", "h4", "h5", "h6", "td", "strong", "b", "em", "span", "a"
    ):
        key = letters(element.text_content()[:LONGEST_LINKED])
        if key and key not in shares:
            links = [element] if element.tag == "a" else element.iter("a")
            shares[key] = sum(len(letters(link.text_content())) for link in links) / len(key)
    return shares


def _blocks(element: HtmlElement, kind: str = "paragraph") -> Iterator[Block]:
    """Blocks of trafilatura's simple XML: p, head, list, item, quote, table, row and cell, and what holds several."""
    for child in element:
        if child.tag in {"list", "table"}:
            yield from _blocks(child)
        elif child.tag == "row" and len(child) > 1:
            cells = [" ".join(" ".join(cell.itertext()).split()) for cell in child.iter("cell")]
            yield Block(" | ".join(cell for cell in cells if cell), "row")
        elif any(part.tag in _HOLDING for part in child):
            yield from _parts(child, "quote" if child.tag == "quote" else kind)
        else:
            name = {"head": "heading", "item": "item", "quote": "quote"}.get(child.tag, kind)
            yield from (Block(line, name) for line in _lines(child))


def _parts(element: HtmlElement, kind: str) -> Iterator[Block]:
    """The blocks in an element, and its own text before the first of them."""
    yield from (Block(line, kind) for line in (element.text or "").split("\n") if line.strip())
    yield from _blocks(element, kind)


def _lines(element: HtmlElement) -> Iterator[str]:
    """The text of a block, cut at its line breaks."""
    for part in element.iter("lb"):
        part.tail = "\n" + (part.tail or "")
    for line in "".join(element.itertext()).split("\n"):
        if line.strip():
            yield " ".join(line.split())


def _complete(blocks: list[Block], tree: HtmlElement) -> list[Block]:
    """The blocks with those paragraphs of the page put in that have the form of paragraphs that were found."""
    position = {letters(block.text): number for number, block in enumerate(blocks)}
    paragraphs = [(element, letters(element.text_content())) for element in tree.iter("p")]
    seen = Counter(form for element, key in paragraphs if key in position and (form := _form(element)))
    known = {run for block in blocks for run in _runs(block.text)}
    completed, last = {-1: list[Block]()} | {number: [block] for number, block in enumerate(blocks)}, -1
    for element, key in paragraphs:
        if key in position:
            last = position[key]
        elif seen[_form(element) or ()] >= _FORM_SEEN and len(key) >= _SHORTEST_PARAGRAPH:
            runs = _runs(element.text_content())
            if sum(run in known for run in runs) <= len(runs) * _FAMILIAR:
                completed[last].append(_paragraph(element, key))
            position[key] = last
    return [block for number in sorted(completed) for block in completed[number]]


def _runs(text: str, size: int = 3) -> list[tuple[str, ...]]:
    """Runs of words, by which a paragraph is known again that was cut or trimmed."""
    words = text.split()
    return [tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1))]


def _form(element: HtmlElement) -> Form | None:
    """The classes of a paragraph and of what is around it; None where there are none."""
    around = [element, *list(element.iterancestors())[:2]]
    classes = tuple(part.get("class") for part in around)
    return (*classes, around[1].tag) if len(around) == 3 and any(classes) else None


def _paragraph(element: HtmlElement, key: str) -> Block:
    links = sum(len(letters(link.text_content())) for link in element.iter("a"))
    return Block(" ".join(element.text_content().split()), "paragraph", links / len(key))
