"""Roles in rows of a table that stands in a text: "Anna Berg | chair | Ostby Port", or with tabs between the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.semantic_classes import noun_type
from ..factuality.signs import Factuality
from .extraction import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

Cell = tuple[int, ...]

_LONGEST_ROW = 40
"""Tokens on either side of the name."""


def row_statements(tree: Tree, name: int) -> Iterator[Extraction]:
    """The role in the cell right behind a person's, and whose it is where the next cell is a name."""
    if tree.label[name] != "PERSON":
        return
    cells = _row(tree, name)
    place = next((place for place, cell in enumerate(cells) if name in cell), len(cells))
    holder, role, body = (*cells[place : place + 3], (), (), ())[:3]
    head = _head(tree, role)
    if head is None or name != _head(tree, holder) or not _is_name(tree, holder):
        return
    if noun_type(tree.lemma[head].lower()) != "PERSON":
        return
    owner = body if body and _is_name(tree, body) else None
    owner_head = None if owner is None else _head(tree, owner)
    certain = Factuality()
    yield Extraction(
        holder, name, role, tree.lemma[head], owner, owner_head, (),
        certain.polarity, certain.modality, None, tree.sentence[name], "apposition",
    )  # fmt: skip


def _row(tree: Tree, token: int) -> list[Cell]:
    """The cells of the line that a token stands in; one cell where the line is not a row."""
    start, end = token, token
    while start and token - start < _LONGEST_ROW and "\n" not in tree.text[start - 1]:
        start -= 1
    while end + 1 < len(tree) and end - token < _LONGEST_ROW and "\n" not in tree.text[end + 1]:
        end += 1
    cells: list[list[int]] = [[]]
    for place in range(start, end + 1):
        if tree.text[place] == "|" or "\t" in tree.text[place]:
            cells.append([])
        elif tree.pos[place] != "SPACE":
            cells[-1].append(place)
    return [tuple(cell) for cell in cells if cell]


def _head(tree: Tree, cell: Cell) -> int | None:
    """The one token of a cell that hangs on none of it; None where there are several."""
    heads = [token for token in cell if tree.head[token] not in cell or tree.head[token] == token]
    return heads[0] if len(heads) == 1 else None


def _is_name(tree: Tree, cell: Cell) -> bool:
    """Is it one name, known as such or in proper nouns throughout, and no date or amount?"""
    first = cell[0]
    if any(tree.label[token] in VALUE_LABELS for token in cell):
        return False
    one = tree.entity[first] >= 0 and {tree.entity[token] for token in cell} == {tree.entity[first]}
    return one or all(tree.pos[token] == "PROPN" for token in cell)
