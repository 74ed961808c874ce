"""Further participants of a statement: semantic roles of its predicate, and named or counted things in its adjuncts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.rolesets import roleset
from ..syntax.conjuncts import is_agent
from ..syntax.phrases import noun_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..pipeline.frames import Frame
    from ..syntax.tree import Tree
    from .analysis import Analysis
    from .extraction import Extraction

LEAST_SURE = 0.5
"""Probability from which a role of the role head is believed."""

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM"})
_NUMBERED = frozenset({"ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARG5"})
_ADJUNCTS = frozenset({"ARGM-LOC", "ARGM-COM", "ARGM-GOL", "ARGM-DIR"})
_AMOUNTS = VALUE_LABELS - {"DATE", "TIME", "ORDINAL"}
_TIMES = frozenset({"DATE", "TIME"})
_CLAUSES = frozenset({"time", "manner", "if", "unless", "cause", "purpose", "without", "although", "though"})
_LONGEST_LABEL = 32
_MONEY = re.compile(r"\b(price|money|sum|payment|cost)\b")
_GIVEN = re.compile(r"\b(price|money|sum|payment|cost|fine|thing)\b")
"""In what people call a role: it is a sum, or what changes hands."""


class Participant(Struct, frozen=True):
    """A participant: its role ("ARG3", "LOC", or a preposition), what people call it there, its tokens and head."""

    role: str
    label: str | None
    tokens: tuple[int, ...]
    head: int


def predicate_frame(analysis: Analysis, extraction: Extraction) -> Frame | None:
    """The frame of the word that carries a statement: an event in its predicate before a light verb."""
    tree = analysis.tree
    found = [analysis.frames[token] for token in extraction.predicate if token in analysis.frames]
    found = [frame for frame in found if frame.score >= LEAST_SURE]
    own = [frame for frame in found if tree.lemma[frame.predicate] == extraction.lemma]
    light = [frame for frame in own if frame.roleset.endswith(".LV") or not frame.roleset]
    if light:
        return next((frame for frame in reversed(found) if tree.pos[frame.predicate] == "NOUN"), light[-1])
    return own[-1] if own else None


def participants(analysis: Analysis, extraction: Extraction, frame: Frame | None) -> list[Participant]:
    """Everything that takes part beside subject and object, in text order; ``frame`` is its :func:`predicate_frame`."""
    taken = {*extraction.subject, *(extraction.object or ()), *extraction.predicate}
    found: dict[int, Participant] = {}
    if frame is not None and extraction.method != "gap":  # the verb's others are those of the first
        for participant in _of_frame(analysis, frame):
            if participant.head not in taken and not _is_said(analysis, extraction, frame, participant):
                found.setdefault(participant.head, participant)
    for participant in (*_given(analysis, extraction, frame), *_of_adjuncts(analysis, extraction, frame)):
        if participant.head not in taken and not any(
            participant.head in other.tokens for other in found.values()
        ):
            found.setdefault(participant.head, participant)
    return sorted(found.values(), key=lambda participant: participant.tokens[0])


def _is_said(analysis: Analysis, extraction: Extraction, frame: Frame, participant: Participant) -> bool:
    """Is it what subject or object stand for, by its place in the tree or by a role that one of them fills?"""
    tree = analysis.tree
    for head in (extraction.subject_head, extraction.object_head):
        if head is not None and (
            tree.contains(participant.head, head) or tree.contains(head, participant.head)
        ):
            return True
    filled = {
        role.name for role in frame.roles if role.head in (extraction.subject_head, extraction.object_head)
    }
    if participant.role in filled:
        return True
    passive = extraction.method == "passive" and not is_agent(tree, extraction.subject_head)
    return participant.role == ("ARG1" if passive else "ARG0")


def _of_frame(analysis: Analysis, frame: Frame) -> Iterator[Participant]:
    tree, sense = analysis.tree, roleset(frame.roleset) if frame.roleset else None
    for role in frame.roles:
        numbered = role.name in _NUMBERED
        if role.score < LEAST_SURE or tree.pos[role.head] not in _NOMINAL or tree.label[role.head] in _TIMES:
            continue
        named = tree.is_named(role.head) or tree.label[role.head] in _AMOUNTS
        if numbered or (role.name in _ADJUNCTS and named):
            kind = sense.role(role.name) if sense is not None else None
            if numbered:
                label = None if kind is None else _plain(kind.description)
            else:  # "in Oslo": people say the preposition
                label = tree.words(tree.cases(role.head)) or None
            if label == "utterance":  # a statement of its own
                continue
            head = _named_by(tree, role.head)
            if label is not None and tree.dep[head] == "iobj" and _GIVEN.search(label):
                continue  # who receives something is not what is given
            yield Participant(role.name.removeprefix("ARGM-"), label, noun_phrase(tree, head).tokens, head)


def _named_by(tree: Tree, noun: int) -> int:
    """The name that a noun before it says something of ("the mining company Tessel"), or the noun behind "in favour of"."""
    if tree.dep[noun] == "fixed":
        noun = tree.head[tree.head[noun]]
    is_title = tree.dep[noun] == "nmod:desc" and tree.pos[tree.head[noun]] == "PROPN"
    return tree.head[noun] if is_title else noun


@lru_cache(maxsize=2048)
def _plain(description: str) -> str | None:
    """What people call a role: the first of PropBank's wordings, without its remarks.

    >>> _plain("buyer, agent"), _plain("EXT, amount fallen"), _plain("police, etc.")
    ('buyer', 'amount fallen', 'police')
    """
    for part in re.split(r"[,;/(]|\s--|\sor\s", description):
        words = part.strip().rstrip("?.").casefold()
        if words and words not in ("ext", "agent", "entity", "etc") and len(words) <= _LONGEST_LABEL:
            return words
    return None


def _price(frame: Frame | None) -> tuple[str, str] | None:
    """The role of a roleset that is an amount of money, with what people call it."""
    sense = roleset(frame.roleset) if frame is not None and frame.roleset else None
    for role in sense.roles if sense is not None else ():
        label = _plain(role.description)
        if label is not None and _MONEY.search(label):
            return role.name, label
    return None


def _given(analysis: Analysis, extraction: Extraction, frame: Frame | None) -> Iterator[Participant]:
    """The amount that the object receives ("paid Lund 3 million euros"), whatever the role head says of it."""
    tree, item = analysis.tree, extraction.object_head
    if item is None or tree.dep[item] != "iobj":
        return
    role, label = _price(frame) or ("ARG1", None)
    for kid in tree.children(tree.head[item], "obj"):
        if tree.label[kid] in _AMOUNTS:
            yield Participant(role, label, noun_phrase(tree, kid).tokens, kid)


def _of_adjuncts(analysis: Analysis, extraction: Extraction, frame: Frame | None) -> Iterator[Participant]:
    tree, price = analysis.tree, _price(frame)
    for adjunct in extraction.qualifiers:
        head = adjunct.head
        if adjunct.role in _CLAUSES or tree.pos[head] not in _NOMINAL or tree.label[head] in _TIMES:
            continue
        if tree.is_named(head) or tree.label[head] in _AMOUNTS:
            tokens = tuple(token for token in adjunct.tokens if token not in tree.cases(head))
            role, label = tree.words(tree.cases(head)) or adjunct.role, None
            if tree.label[head] == "MONEY" and role == "for" and price is not None:
                role, label = price
            yield Participant(role, label, tokens or (head,), head)
