"""How far a report reaches: to the marks of the sentence it quotes, and not into the writer's brackets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..syntax.rules import Rule
from .quoted_speech import is_speech, merged, root_of

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from .cues import Attribution
    from .quotations import Quote

_OPENINGS, _CLOSINGS = frozenset({"(", "-LRB-"}), frozenset({")", "-RRB-"})
_LINKS = frozenset({"PUNCT", "SPACE", "ADV"})
_LEADING = frozenset({":", ",", ".", "?", "!", "”", '"', "''", ";"})
_FIRST_PERSON = frozenset({"I", "I'm", "I’m"})


def confine(tree: Tree, attribution: Attribution, quotes: list[Quote], within: list[int]) -> Attribution:
    """ "Berg was late. “We sold it,” he said when asked about the yard": the report is what stands in the marks."""
    cue = attribution.cue
    if cue is None or within[cue] >= 0 or tree.pos[cue] != "VERB":
        return attribution
    number = _quote_before(tree, min(cue, attribution.source.tokens[0]), quotes, within)
    if number is None or not is_speech(tree, quotes[number]):
        return attribution
    quote = quotes[number]
    if not any(start <= quote.end and end >= quote.start for start, end in attribution.content):
        return attribution  # what is said stands behind the cue
    first = quote.start if _begins_sentence(tree, quote) else attribution.content[0][0]
    said = {t for start, end in attribution.content for t in range(start, end + 1) if t >= first}
    said = {t for t in said if within[t] >= 0 or t < quote.start} | set(range(quote.start, quote.end + 1))
    content = merged([(t, t) for t in sorted(said)])
    if content == attribution.content:
        return attribution
    head = attribution.head if attribution.head in said else root_of(tree, quote)
    CONFINED.fire(head, tree.words(attribution.source.tokens))
    return replace(attribution, content=content, head=head, quoted=True)


def _quote_before(tree: Tree, edge: int, quotes: list[Quote], within: list[int]) -> int | None:
    """The quotation that ends right before a token, or before the adverb and comma that lead up to it."""
    token = edge - 1
    while token >= 0 and within[token] < 0 and tree.pos[token] in _LINKS:
        token -= 1
    return within[token] if token >= 0 and within[token] >= 0 else None


def _begins_sentence(tree: Tree, quote: Quote) -> bool:
    """Does a sentence begin with the quotation, or is it the rest of the writer's ("it was late, “and nobody came,” he said")?"""
    before, first = quote.start - 1, quote.start + 1
    if before < 0 or tree.text[before].isspace() or tree.text[before] in ":.?!":
        return True
    proper = tree.text[first] in _FIRST_PERSON or tree.entity[first] >= 0 or tree.pos[first] == "PROPN"
    return tree.text[before] in _LEADING and tree.text[first][:1].isupper() and not proper


CONFINED = Rule("quoted-sentence", confine, cites="typography of quotations")
