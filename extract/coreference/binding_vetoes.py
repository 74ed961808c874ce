"""Vetoes of binding: what the other arguments of its predicate say of a mention."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.lexicon import SPEAKING, THINKING
from ..syntax.tree import CLIMB, SUBJECT_DEPS, Tree
from .candidates import Candidates
from .structure import understood_subject

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
_SPOKEN_OF = _ARGUMENTS | {"nmod", "nmod:poss"}
_REPORTING = SPEAKING | THINKING
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


def told_by_another(draft: Candidates, root: int, mention: int) -> bool:
    """Whoever says or thinks something is nobody whom a noun in it means ("the coach said the captain had left")."""
    own = draft.clusters.of(root).members
    sentence = draft.profiles[mention].sentence
    if any(draft.clusters.same(i, root) for i in _tellers(draft, mention)):
        return True
    return any(draft.profiles[i].sentence == sentence and mention in _tellers(draft, i) for i in own)


def is_told_of(draft: Candidates, i: int) -> bool:
    """Is it a noun for a person of whom something is told, and not what one is said to be ("as mayor", "I am the mayor")?"""
    tree, mention = draft.tree, draft.mentions[i]
    is_argument = mention.kind == "nominal" and tree.dep[mention.head] in _SPOKEN_OF
    return is_argument and mention.label == "PERSON" and tree.words(tree.cases(mention.head)) != "as"


def _tellers(draft: Candidates, i: int) -> Iterator[int]:
    """Who says, thinks or asks what tells something of a person."""
    if not is_told_of(draft, i):
        return
    tree, token = draft.tree, draft.mentions[i].head
    for _ in range(CLIMB):
        above = tree.head[token]
        if above == token:
            return
        if tree.dep[token] == "ccomp" and tree.lemma[above] in _REPORTING:
            yield from (draft.at[kid] for kid in tree.children(above, *SUBJECT_DEPS) if kid in draft.at)
        token = above
