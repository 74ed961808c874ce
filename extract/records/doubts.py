"""What a careful reader would doubt about a statement: who is behind its words, and whether tree and roles agree.

Features for the confidence of statements, see ``training/train_judged.py``; every one is a number that is 0 where it
does not apply.
"""

from __future__ import annotations

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


def reference(chains: Sequence[Chain], number: int | None, head: int) -> Reference:
    """How the phrase headed at ``head`` refers, ``number`` being the chain it belongs to."""
    if number is None:
        return Reference("phrase")
    chain = chains[number]
    own = next((m for m in chain.mentions if m.start <= head < m.end), None)
    kind = own.kind if own is not None else "nominal"
    if kind == "name":
        return Reference(kind)
    names = [m.head for m in chain.mentions if m.kind == "name"]
    if not names:
        return Reference(kind)
    nearest = min(names, key=lambda place: abs(place - head))
    low, high = sorted((nearest, head))
    rivals = sum(
        other is not chain and other.label == chain.label and any(low < m.head < high for m in other.mentions if m.kind == "name")
        for other in chains
    )  # fmt: skip
    return Reference(kind, min(abs(nearest - head), FAR), rivals)


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
