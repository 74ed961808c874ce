"""Interviews and conversations set turn by turn: in the next turn "you" is who "I" was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..attribution.quotations import number_paragraphs
from ..mentions.detection import MentionSpan
from ..syntax.tree import Tree

_REACH = 12
"""Turns back in which a speaker is taken up; farther back a turn that is told in two paragraphs has changed the sides."""
_SHARE = 0.3
"""The share of paragraphs of a dialogue in which somebody says "I" or "you"."""
_QUESTIONS = 0.1
"""The share of paragraphs of a dialogue that end with a question."""


def turn_links(
    tree: Tree, mentions: list[MentionSpan], participants: Iterable[tuple[int, str]]
) -> Iterator[tuple[int, int]] | None:
    """Pairs of mentions that are one speaker; None where the text is no dialogue.

    ``participants`` are the mentions outside quotations, in order, that are "i" or "you". Speakers are taken to
    alternate: "I" two turns before is "I", "I" in the turn before is "you".
    """
    turns = number_paragraphs(tree)
    found = [(i, word, turns[mentions[i].head]) for i, word in participants]
    return _linked(found) if _is_dialogue(tree, turns, found) else None


def _is_dialogue(tree: Tree, turns: list[int], participants: list[tuple[int, str, int]]) -> bool:
    paragraphs = len(set(turns))
    speaking = {turn for _, _, turn in participants}
    both = {word for _, word, _ in participants} == {"i", "you"}
    last = {turn: word for word, turn in zip(tree.text, turns, strict=True) if not word.isspace()}
    asked = sum(word == "?" for word in last.values())
    return both and len(speaking) >= _SHARE * paragraphs and asked >= max(2, _QUESTIONS * paragraphs)


def _linked(participants: list[tuple[int, str, int]]) -> Iterator[tuple[int, int]]:
    for k, (i, word, turn) in enumerate(participants):
        for j, other, before in reversed(participants[:k]):
            if turn - before > _REACH:
                break
            if ((turn - before) % 2 == 0) == (word == other):
                yield j, i
                break
