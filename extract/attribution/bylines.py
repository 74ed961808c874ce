"""Bylines and agencies in datelines: names of who wrote a text, not of what it is about."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from newsgraph.graph.knowledge.gazetteer import candidates
from newsgraph.graph.resolution.bodies import bodies_called

from ..english.word_classes import word_class
from ..syntax.tree import SUBJECT_DEPS, Tree
from .quotations import find_quotes, number_paragraphs

_EDGE = 3
"""A byline stands in one of so many first paragraphs, or in the last."""
_LEAD = 8
"""First paragraphs that may open with a dateline: titles, subtitles and summaries stand above it."""
_LONGEST = 12
"""A byline has at most so many words."""
_CLOSING = 3
"""Who wrote a letter stands in one of its last paragraphs."""
_DATELINE = 16
"""A dateline ends within so many words."""
_INITIALS = 5
"""Capitals of fewer letters may be the initials of a body; of places on the map there may be one less."""
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


def dateline_places(tree: Tree) -> frozenset[int]:
    """The tokens of where a report was written: capitals that open one of the first paragraphs, up to a dash.

    "HALSUND (WNS) -" and "HALSUND, Norway -"; not initials, for a heading may open with them. Below several headlines
    it has to be a place on the map, and so it has where it stands alone: the reader has taken the day and the dash.
    """
    return frozenset(
        token
        for number, tokens in enumerate(_paragraphs(tree)[:_LEAD])
        for token in _capitals(tree, tokens, is_early=number < _EDGE)
    )


def _dash(tree: Tree, tokens: list[int]) -> int | None:
    return next((token for token in tokens[:_DATELINE] if tree.text[token] in _DASHES), None)


def _capitals(tree: Tree, tokens: list[int], *, is_early: bool) -> list[int]:
    opening = list(takewhile(lambda token: tree.text[token].isalpha() and tree.text[token].isupper(), tokens))
    rest = tokens[len(opening) :]
    words = " ".join(tree.text[token] for token in opening)
    has_dash = _dash(tree, tokens) is not None
    known = not (is_early and has_dash)
    closed = not rest or (has_dash and (tree.text[rest[0]] in _DASHES or tree.text[rest[0]] in ("(", ",")))
    if not closed or len(words) < _INITIALS - known or bodies_called(words):
        return []
    return opening if not known or candidates(words) else []


def author(tree: Tree) -> tuple[int, int] | None:
    """The name, as first token and token after the last, of the one person who writes of himself, None for nobody.

    The text must say "I" outside quotations and have a byline of one person, or end with a name as letters do.
    """
    name = _signed_by(tree)
    return name if name is not None and _narrates(tree) else None


def _signed_by(tree: Tree) -> tuple[int, int] | None:
    """The one person of the first byline, or else of the last line that looks like a signature."""
    paragraphs = _paragraphs(tree)
    for tokens in paragraphs[:_EDGE]:
        if _is_byline(tree, tokens):
            return _only_person(tree, tokens)
    for tokens in reversed(paragraphs[-_CLOSING:]):
        if _is_signature(tree, tokens):
            return _only_person(tree, tokens)
    return None


def _narrates(tree: Tree) -> bool:
    """Is "I" the subject of two verbs outside quotations?"""
    quoted = {token for quote in find_quotes(tree) for token in range(quote.start, quote.end + 1)}
    said = (
        t for t in range(len(tree)) if tree.text[t] == "I" and tree.dep[t] in SUBJECT_DEPS and t not in quoted
    )
    return sum(1 for _ in said) > 1


def _is_signature(tree: Tree, tokens: list[int]) -> bool:
    """Is it a few words without a verb or full stop that begin with a person's name, or with it behind a comma?"""
    if len(tokens) > _LONGEST or tree.text[tokens[-1]] in ".?!" or "." in tree.text[tokens[-1]][-1:]:
        return False
    start = next((k for k, token in enumerate(tokens) if tree.text[token] in ",-–—"), -1) + 1
    begins = any(tree.label[tokens[k]] == "PERSON" for k in (0, start) if k < len(tokens))
    return begins and not any(tree.pos[token] in ("VERB", "AUX") for token in tokens)


def _only_person(tree: Tree, tokens: list[int]) -> tuple[int, int] | None:
    inside = set(tokens)
    people = [(a, b) for a, b, label in tree.entities if a in inside and label == "PERSON"]
    return people[0] if len(people) == 1 else None


@lru_cache(maxsize=2)
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
    if tree.lower[tokens[0]] in word_class("credits"):
        return any(tree.label[token] == "PERSON" for token in tokens[1:])
    words = [token for token in tokens if tree.pos[token] != "PUNCT"]
    return len(words) > 1 and all(tree.label[token] == "PERSON" for token in words)


def _agency(tree: Tree, tokens: list[int]) -> list[int]:
    """What stands in brackets right before the first dash of a paragraph."""
    dash = _dash(tree, tokens)
    if dash is None or dash < 2 or tree.text[dash - 1] != ")":
        return []
    start = next((token for token in range(dash - 2, tokens[0] - 1, -1) if tree.text[token] == "("), None)
    inside = range(start + 1, dash - 1) if start is not None else range(0)
    return [token for token in inside if tree.label[token] == "ORG"]
