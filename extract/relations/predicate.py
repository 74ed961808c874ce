"""The words that say a relation: what a statement of the classifier shows as its predicate."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from ..mentions.detection import MentionSpan
from ..syntax.tree import Tree

_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
_WITH_VERB = frozenset({"aux:pass", "cop", "compound:prt"})
_WITH_NOUN = frozenset({"compound", "amod", "flat", "fixed"})
_LEAST = 0.2
"""A word has to add so much to the score, as a logit."""


def strongest_word(
    tree: Tree, subject: MentionSpan, item: MentionSpan, start: int, weights: NDArray[Any]
) -> int | None:
    """Find the word outside both mentions that adds most to the score of a pair, None where none adds anything.

    ``weights`` says how much each token from ``start`` on adds.
    """
    best, most = None, _LEAST
    for token, weight in enumerate(weights.tolist(), start):
        if (
            weight > most
            and tree.pos[token] in _CONTENT
            and not _is_name(tree, token)
            and not _inside(token, subject, item)
        ):
            best, most = token, weight
    return best


def predicate_words(tree: Tree, word: int, subject: MentionSpan, item: MentionSpan) -> tuple[int, ...]:
    """Write out a predicate: the word with its auxiliaries, particle, modifiers and the preposition of the object."""
    words = {word, *_own_words(tree, word), *_preposition(tree, word, item)}
    for part in tuple(words):
        while part > 1 and tree.tag[part - 1] == "HYPH" and not tree.spaced[part - 1]:  # "director-general"
            words.update((part - 1, part - 2))
            part -= 2
    return tuple(sorted(token for token in words if not _inside(token, subject, item)))


def _inside(token: int, subject: MentionSpan, item: MentionSpan) -> bool:
    return subject.start <= token < subject.end or item.start <= token < item.end


def _is_name(tree: Tree, token: int) -> bool:
    return tree.label[token] != "" and tree.pos[token] == "PROPN"


def _own_words(tree: Tree, word: int) -> list[int]:
    kept = _WITH_NOUN if tree.pos[word] in ("NOUN", "PROPN") else _WITH_VERB
    return [kid for kid in tree.kids[word] if tree.dep[kid] in kept and not tree.is_named(kid)]


def _preposition(tree: Tree, word: int, item: MentionSpan) -> tuple[int, ...]:
    """The preposition of the object, where the object hangs on the word."""
    return tree.cases(item.head) if tree.head[item.head] == word and item.head > word else ()
