"""Vetoes of binding: what the other arguments of its predicate say of a mention."""

from __future__ import annotations

from collections.abc import Iterator

from ..syntax.tree import Tree
from .candidates import Candidates
from .structure import understood_subject

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
_NEAR = 2
"""Sentences back in which a person is looked for whom a pronoun means."""


def second_argument(draft: Candidates, root: int, mention: int) -> bool:
    """An argument of a predicate that has another one in the cluster ("the trader met Holt")."""
    tree, head = draft.tree, draft.mentions[mention].head
    if tree.dep[head] not in _ARGUMENTS or tree.lower[head].endswith(("self", "selves")):
        return False
    beside = (kid for kid in tree.kids[tree.head[head]] if kid != head and tree.dep[kid] in _ARGUMENTS)
    found = (draft.at.get(kid) for kid in (*beside, *_controlled(tree, head)))
    return any(i is not None and draft.clusters.same(i, root) for i in found)


def _controlled(tree: Tree, head: int) -> Iterator[int]:
    """Who is asked to do something, whom that is to be done to ("urged the mayor to fire Holt"), or who does it unnamed."""
    verb = tree.head[head]
    if tree.dep[head] in ("obj", "iobj"):
        subject = understood_subject(tree, verb)
        if subject is not None:
            yield subject
        for infinitive in tree.children(verb, "xcomp"):
            yield from tree.children(infinitive, "obj")
    if tree.dep[head] == "obj" and tree.dep[verb] == "xcomp":
        yield from tree.children(tree.head[verb], "obj", "iobj")


def meant_beside(draft: Candidates, root: int, mention: int) -> bool:
    """The one person whom "him" beside a noun can mean ("Holt left. The mayor met him").

    Behind a preposition it may be the noun itself ("the mayor took the aides with him").
    """
    tree, head = draft.tree, draft.mentions[mention].head
    if draft.mentions[mention].kind != "nominal" or tree.dep[head] not in _ARGUMENTS:
        return False
    beside = (draft.at.get(kid) for kid in tree.children(tree.head[head], "obj", "iobj"))
    return any(
        i is not None
        and draft.mentions[i].kind == "pronoun"
        and draft.profiles[i].gender != ""
        and not draft.profiles[i].word.endswith("self")
        and _persons_before(draft, i, mention) == {root}
        for i in beside
    )


def _persons_before(draft: Candidates, pronoun: int, mention: int) -> set[int]:
    """Whom a pronoun can mean of the persons of its sentence and the few before, other than the noun beside it."""
    clusters, sentence = draft.clusters, draft.profiles[pronoun].sentence
    return {
        clusters.of(i).first
        for i in range(mention)
        if clusters.of(i).kind == "person"
        and sentence - draft.profiles[i].sentence <= _NEAR
        and clusters.can_merge(i, pronoun)
    }
