"""Statements of clauses: active, passive, copular, existential, with open complements, relative and participial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lexicon import LIGHT_NOUNS, LIGHT_VERBS, RECIPROCAL
from ..modality import find_stance
from ..phrases import Phrase, conjunct_phrases, included_phrases, noun_phrase
from ..tree import CLAUSE_DEPS
from .arguments import QUESTION_TAGS, agents, objects, obliques
from .frames import Frame
from .predicates import is_adjective_complement
from .sharing import Sharing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..tree import Tree
    from .frames import Frames
    from .proposition import Proposition


def clause_statements(tree: Tree, frames: Frames, head: int) -> Iterator[Proposition]:
    """The statements a predicate makes; none where it only leads to another or has no subject."""
    if not is_predicate(tree, head) or frames.is_link(head):
        return
    frame = frames.frame(head)
    if not frame.subjects or is_impersonal(tree, head):
        return
    if tree.pos[head] not in ("VERB", "AUX"):
        yield from _copular(tree, frames, frame)
    else:
        yield from _verbal(tree, frames, frame)


def is_predicate(tree: Tree, head: int) -> bool:
    """Does the token head a clause?"""
    if tree.dep[head] not in CLAUSE_DEPS:
        return False
    if tree.pos[head] in ("VERB", "AUX"):
        return tree.tag[head] != "MD"
    return tree.child(head, "cop") is not None or is_adjective_complement(tree, head)


def is_impersonal(tree: Tree, head: int) -> bool:
    """Is the subject an "it" that stands for a clause behind ("it is time to go", "it is clear that")?"""
    subject = tree.child(head, "nsubj", "nsubj:pass")
    if subject is None or tree.lower[subject] != "it" or tree.pos[head] in ("VERB", "AUX"):
        return False
    clauses = tree.children(head, "csubj", "ccomp", "xcomp", "advcl", "acl")
    return any(tree.lower[mark] in ("to", "that") for kid in clauses for mark in tree.marks(kid))


def _verbal(tree: Tree, frames: Frames, frame: Frame) -> Iterator[Proposition]:
    head = frame.head
    subjects, words, items = _turned(tree, frame, frames.words(frame))
    sharing = Sharing(
        tree,
        frame,
        find_stance(tree, head, frame.links, frame.borrowed),
        _method(tree, frame),
        obliques(tree, frame),
    )
    if _is_light(tree, head, items):
        words, items = tuple(sorted({*words, *items[0].tokens})), ()
    if items:
        yield from sharing.with_objects(subjects, words, items)
    else:
        yield from sharing.without_object(subjects, words)


def _turned(
    tree: Tree, frame: Frame, words: tuple[int, ...]
) -> tuple[tuple[Phrase, ...], tuple[int, ...], tuple[Phrase, ...]]:
    """Subjects, predicate and objects: a passive with its agent turned active, "they met" with one as the object."""
    items, doers = objects(tree, frame), agents(tree, frame)
    if doers and not items and frame.links:  # "is expected to be led by"
        return frame.subjects, tuple(sorted({*words, *tree.cases(doers[0].head)})), doers
    if doers and not items:
        return doers, _without_be(tree, words), _with_included(tree, frame.subjects)
    if not items and len(frame.subjects) == 2 and tree.lemma[frame.head] in RECIPROCAL:
        return frame.subjects[:1], words, frame.subjects[1:]
    if frame.passive and not items:
        return _with_included(tree, frame.subjects), words, ()
    return frame.subjects, words, _with_included(tree, items)


def _with_included(tree: Tree, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """What is done to several is done to those who are named among them."""
    return (*phrases, *(included for phrase in phrases for included in included_phrases(tree, phrase.head)))


def _method(tree: Tree, frame: Frame) -> str:
    expletive = tree.child(frame.head, "expl")
    if expletive is not None and tree.lower[expletive] == "there":
        return "existential"
    return "passive" if frame.passive and frame.method == "active" else frame.method


def _is_light(tree: Tree, head: int, objects: tuple[Phrase, ...]) -> bool:
    """Is the object part of the verb ("take place", "take part", "lose control")? Then it is a bare singular noun."""
    if len(objects) != 1 or tree.lemma[head] not in LIGHT_VERBS or len(objects[0].tokens) != 1:
        return False
    noun = objects[0].head
    return tree.lower[noun] in LIGHT_NOUNS and not tree.is_named(noun) and not tree.kids[noun]


def _without_be(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """A passive turned active loses its forms of "be"."""
    return tuple(
        word
        for word in words
        if not (tree.lemma[word] in ("be", "get") and tree.dep[word] in ("aux", "aux:pass"))
    )


def _copular(tree: Tree, frames: Frames, frame: Frame) -> Iterator[Proposition]:
    head, words = frame.head, frames.words(frame)
    stance = find_stance(tree, head, frame.links, frame.borrowed)
    method = "copula" if frame.method == "active" else frame.method
    if tree.pos[head] in ("ADJ", "ADV") and not tree.cases(head):
        sharing = Sharing(tree, frame, stance, method, obliques(tree, frame))
        if sharing.target() is not None:
            yield from sharing.without_object(frame.subjects, words)
        else:
            bare = tuple(word for word in words if word != head)
            yield from sharing.with_objects(frame.subjects, bare, (noun_phrase(tree, head),))
        return
    if tree.tag[head] in QUESTION_TAGS:
        return
    sharing = Sharing(tree, frame, stance, method, obliques(tree, frame))
    copula = tree.child(head, "cop")
    cases = (case for case in tree.cases(head) if copula is None or case > copula)
    yield from sharing.with_objects(
        frame.subjects, tuple(sorted({*words, *cases})), tuple(conjunct_phrases(tree, head))
    )
