"""How sure the statements of joined names are: what is told of one of a list is told of the others ("Moss, Lund and Berg sang")."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..syntax.conjuncts import first_conjunct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..statements import Extraction
    from ..syntax.tree import Tree

SHARE = 0.9
"""Of how sure the surest of joined names is, so much goes to the others: a list may end earlier than the parse says."""


def as_sure_as_joined(
    tree: Tree, extractions: Sequence[Extraction], confidences: Sequence[float]
) -> list[float]:
    """Lift the statements of names that are joined to a surer one of the same kind."""
    surest: dict[object, float] = defaultdict(float)
    keys = [list(_lists(tree, extraction)) for extraction in extractions]
    for own, sure in zip(keys, confidences, strict=True):
        for key in own:
            surest[key] = max(surest[key], sure)
    return [
        max(sure, *(SHARE * surest[key] for key in own)) if own else sure
        for own, sure in zip(keys, confidences, strict=True)
    ]


def _lists(tree: Tree, extraction: Extraction) -> Iterator[tuple[object, ...]]:
    """The list that subject or object is in, if it is a name, with what else the statement says.

    None where both are in lists: "Moss and Lund play Hamlet and Horatio" gives each a part of his own.
    """
    subject, item = extraction.subject_head, extraction.object_head
    told = (extraction.method, extraction.predicate, extraction.polarity, extraction.modality)
    if tree.is_named(subject) and (item is None or not _is_joined(tree, item)):
        yield "subject", first_conjunct(tree, subject), tree.label[subject], extraction.object, told
    if item is not None and tree.is_named(item) and not _is_joined(tree, subject):
        yield "object", first_conjunct(tree, item), tree.label[item], extraction.subject, told


def _is_joined(tree: Tree, token: int) -> bool:
    return tree.dep[token] == "conj" or tree.child(token, "conj") is not None
