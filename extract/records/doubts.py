"""What a careful reader would doubt about a statement: who is behind its words, and whether tree and roles agree.

Features for the confidence of statements, see ``training/train_judged.py``; every one is a number that is 0 where it
does not apply.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Any

from .confidence import content_word

if TYPE_CHECKING:
    from ..coreference import Chain
    from ..statements import Extraction
    from ..syntax.tree import Tree

_CORE = frozenset({"ARG0", "ARG1", "ARG2"})
FAR = 400
"""Tokens beyond which the distance to a name is not counted any more."""


@dataclass(frozen=True, slots=True)
class Reference:
    """How a side of a statement is tied to what it stands for.

    ``kind`` is name, nominal, pronoun or phrase (tied to nothing); ``distance`` counts tokens to the nearest name of its
    chain, ``rivals`` other named chains of the same label between the two.
    """

    kind: str
    distance: int = 0
    rivals: int = 0


class References:
    """How phrases of a document refer: its chains, with their names by place."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        self._chains = chains
        self._names = [sorted(m.head for m in chain.mentions if m.kind == "name") for chain in chains]
        by_label: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, names in enumerate(self._names):
            by_label[chains[number].label] += [(head, number) for head in names]
        self._by_label = {label: sorted(names) for label, names in by_label.items()}
        self._kinds: dict[tuple[int, int], str] = {}
        for number, chain in enumerate(chains):
            for mention in chain.mentions:
                for token in range(mention.start, mention.end):
                    self._kinds.setdefault((number, token), mention.kind)

    def of(self, number: int | None, head: int) -> Reference:
        """How the phrase headed at ``head`` refers, ``number`` being the chain it belongs to."""
        if number is None:
            return Reference("phrase")
        kind, names = self._kinds.get((number, head), "nominal"), self._names[number]
        if kind == "name" or not names:
            return Reference(kind)
        place = bisect_left(names, head)
        nearest = min(names[max(0, place - 1) : place + 1], key=lambda name: abs(name - head))
        low, high = sorted((nearest, head))
        same = self._by_label[self._chains[number].label]
        between = same[bisect_left(same, (low + 1, -1)) : bisect_left(same, (high, -1))]
        rivals = {other for _, other in between} - {number}
        return Reference(kind, min(abs(nearest - head), FAR), len(rivals))


def doubts(
    tree: Tree,
    extraction: Extraction,
    subject: Reference,
    item: Reference | None,
    frames: Mapping[int, Any],
) -> dict[str, float]:
    """Features of a statement by name; ``frames`` has the semantic roles of each predicate token."""
    found: dict[str, float] = {f"subject {subject.kind}": 1.0}
    found.update(_distance("subject", subject))
    if item is not None:
        found[f"object {item.kind}"] = 1.0
        found.update(_distance("object", item))
    found[f"rule {extraction.rule}"] = 1.0
    found.update((f"step {step}", 1.0) for step in extraction.steps)
    found.update(_agreement(tree, extraction, frames))
    found.update(_shape(tree, extraction))
    source = extraction.attribution
    if source is not None:
        found["source"] = 1.0
        found["quoted"] = float(source.quoted)
    return found


def _shape(tree: Tree, extraction: Extraction) -> dict[str, float]:
    """What the parse looks like: whose subject it is, how long the parts are, how they hang together."""
    head = content_word(tree, extraction)
    subject, item = extraction.subject_head, extraction.object_head
    found = {
        f"method {extraction.method}": 1.0,
        f"clause {tree.dep[head].partition(':')[0]}": 1.0,
        "subject words": log2(len(extraction.subject)),
        "predicate words": log2(len(extraction.predicate)),
        "subject away": log2(1 + abs(subject - head)),
        "borrowed subject": float(tree.head[subject] != head),
        "subject behind": float(subject > head),
        "qualifiers": float(min(len(extraction.qualifiers), 4)),
        "negative": float(extraction.polarity == "negative"),
        f"modality {extraction.modality}": 1.0,
        f"subject is {tree.pos[subject]}": 1.0,
        "no object": float(item is None),
    }
    if item is not None and extraction.object:
        found["object words"] = log2(len(extraction.object))
        found["object away"] = log2(1 + abs(item - head))
        found["borrowed object"] = float(tree.head[item] != head)
        found[f"object is {tree.pos[item]}"] = 1.0
        found["joined object"] = float(tree.dep[item] == "conj")
    found["joined subject"] = float(tree.dep[subject] == "conj")
    return found


def _distance(side: str, reference: Reference) -> dict[str, float]:
    if not reference.distance:
        return {}
    return {
        f"{side} far": log2(1 + reference.distance),
        f"{side} rivals": log2(1 + reference.rivals),
    }


def _agreement(tree: Tree, extraction: Extraction, frames: Mapping[int, Any]) -> dict[str, float]:
    """Do the semantic roles name the same subject and object as the tree?"""
    frame = next((frames[token] for token in reversed(extraction.predicate) if token in frames), None)
    if frame is None:
        return {"no frame": 1.0}
    core = [role for role in frame.roles if role.name in _CORE]
    heads = {role.head: role.score for role in core}
    found = {"frame": float(frame.score)}
    for side, tokens in (("subject", extraction.subject), ("object", extraction.object or ())):
        if tokens:
            scores = [heads[token] for token in tokens if token in heads]
            found[f"roles have {side}"] = float(bool(scores))
            found[f"roles doubt {side}"] = 1 - max(scores, default=1.0)
    named = {*extraction.subject, *(extraction.object or ())}
    agents = [role.head for role in core if role.name == "ARG0"]
    found["other agent"] = float(bool(agents) and named.isdisjoint(agents))
    found["other participants"] = float(sum(role.head not in named for role in core))
    return found
