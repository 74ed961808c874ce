"""Bylines and agencies in datelines: names of who wrote a text, not of what it is about."""

from __future__ import annotations

from ..syntax.tree import Tree
from .quotations import number_paragraphs

_CREDITS = frozenset(
    {"by", "reporting", "editing", "writing", "written", "compiled", "edited", "photo", "photograph"}
)
_EDGE = 3
"""A byline stands in one of so many first paragraphs, or in the last."""
_LONGEST = 12
"""A byline has at most so many words."""
_DATELINE = 16
"""A dateline ends within so many words."""
_DASHES = frozenset({"-", "–", "—", "--"})


def credit_lines(tree: Tree) -> frozenset[int]:
    """The tokens of bylines and of the agencies in datelines.

    A byline is a short paragraph at the beginning or the end that is nothing but a person's name, or a line that opens
    with "By", "Reporting by" and the like; an agency stands in brackets before the dash of the dateline.
    """
    paragraphs = _paragraphs(tree)
    edge = [*paragraphs[:_EDGE], *paragraphs[_EDGE:][-1:]]
    found = {token for tokens in edge if _is_byline(tree, tokens) for token in tokens}
    for tokens in paragraphs[:_EDGE]:
        found.update(_agency(tree, tokens))
    return frozenset(found)


def _paragraphs(tree: Tree) -> list[list[int]]:
    """The tokens of each paragraph, white space left out."""
    found: dict[int, list[int]] = {}
    for token, number in enumerate(number_paragraphs(tree)):
        if not tree.text[token].isspace():
            found.setdefault(number, []).append(token)
    return list(found.values())


def _is_byline(tree: Tree, tokens: list[int]) -> bool:
    if len(tokens) > _LONGEST or any(tree.pos[token] in ("VERB", "AUX") for token in tokens[1:]):
        return False
    if tree.lower[tokens[0]] in _CREDITS:
        return any(tree.label[token] == "PERSON" for token in tokens[1:])
    words = [token for token in tokens if tree.pos[token] != "PUNCT"]
    return len(words) > 1 and all(tree.label[token] == "PERSON" for token in words)


def _agency(tree: Tree, tokens: list[int]) -> list[int]:
    """What stands in brackets right before the first dash of a paragraph."""
    dash = next((token for token in tokens[:_DATELINE] if tree.text[token] in _DASHES), None)
    if dash is None or dash < 2 or tree.text[dash - 1] != ")":
        return []
    start = next((token for token in range(dash - 2, tokens[0] - 1, -1) if tree.text[token] == "("), None)
    inside = range(start + 1, dash - 1) if start is not None else range(0)
    return [token for token in inside if tree.label[token] == "ORG"]
