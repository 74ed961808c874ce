"""Nouns whose content is rejected, retracted, lost or found false: "dismissed claims that", "lost its licence to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..attribution.stance import carrier, is_cast, is_ground
from ..english.word_classes import word_class
from ..syntax.negation import negative_words, negators
from ..syntax.predicates import is_gerund
from .assessment import assessed
from .embedding import Embedding, denials, governs_content, is_infinitive, worded
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def rejected(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Dismissed claims that", "laughed off reports that", "poured cold water on suggestions that"."""
    embedding = _at_text(tree, embedding)
    verb = _handling_verb(tree, embedding)
    if verb is None:
        yield from _untrue(tree, embedding)
    if verb is None or not governs_content(tree, embedding):
        return
    tokens = _denying(tree, verb, embedding.governor)
    if not tokens or embedding.nominal:
        return
    if tree.lemma[embedding.governor] in word_class("reasons"):
        return  # who rejects the reason for a deed says nothing of the deed
    yield Sign("possible" if denials(tree, verb) else NEGATIVE, tokens)


def _untrue(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "There is no truth to the rumour that"."""
    above = tree.head[embedding.governor]
    if tree.dep[embedding.governor] != "nmod" or tree.lemma[above] not in word_class("substance"):
        return
    tokens = negative_words(tree, above)
    if tokens and governs_content(tree, embedding) and not embedding.nominal:
        yield Sign(NEGATIVE, (*tokens, above))


def _denying(tree: Tree, verb: int, noun: int) -> tuple[int, ...]:
    """The words by which a verb, an idiom or a predicate of the object denies: "called the reports false"."""
    words = worded(tree, Embedding(noun, verb, tree.dep[noun], ""))
    cleared = tree.lemma[verb] in word_class("exonerating") and tree.dep[noun] == "obl"
    if cleared or not word_class("denying").isdisjoint(words):
        return (verb, *(kid for kid in tree.kids[verb] if tree.dep[kid] == "compound:prt"))
    for kid in tree.children(verb, "obj", "obl", "xcomp"):
        if kid == noun:
            continue
        false = {tree.lemma[kid], tree.lower[kid]} & word_class("falsehoods")
        if (false and tree.dep[noun] == "obj") or is_cast(tree, kid):
            return (verb, kid)
    return ()


def retracted(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Withdrew its claim that": nobody vouches for it any more; "dropped its plan to": it will not be."""
    embedding = _at_text(tree, embedding)
    verb = _handling_verb(tree, embedding)
    if verb is None or embedding.nominal or not governs_content(tree, embedding):
        return
    words = worded(tree, Embedding(embedding.governor, verb, "obj", ""))
    dropped = not word_class("retracting").isdisjoint(words)
    if is_infinitive(tree, embedding.clause) or is_gerund(tree, embedding.clause):
        if tree.words(tree.cases(embedding.governor)) == "for":
            return  # who apologises for a plan may still have it
        if dropped or not word_class("refraining").isdisjoint(words):
            yield Sign(NEGATIVE, (verb,))
    elif dropped:
        yield Sign("possible", (verb,))


def lost(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Lost its licence to operate", "was denied the right to speak"."""
    verb = _handling_verb(tree, embedding)
    if verb is not None and tree.lemma[verb] in word_class("taking") and not negators(tree, verb):
        yield Sign(NEGATIVE, (verb,))


def noun_assessed(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Reports that he left are false", "the claim that he left was dismissed"."""
    noun = embedding.governor
    if embedding.nominal or not governs_content(tree, embedding):
        return
    if tree.dep[noun] in ("nsubj", "nsubj:pass"):
        yield from assessed(tree, tree.head[noun])


def _at_text(tree: Tree, embedding: Embedding) -> Embedding:
    """ "Denied a report claiming that he left": the clause tells what the report is about, as behind "a report that"."""
    text = carrier(tree, embedding.governor) if embedding.dep == "ccomp" else None
    return embedding if text is None else Embedding(embedding.clause, text, "acl", embedding.marks)


def _handling_verb(tree: Tree, embedding: Embedding) -> int | None:
    """The verb that does something to a noun: its object, prepositional object or passive subject."""
    noun = embedding.governor
    if tree.dep[noun] == "conj":
        noun = tree.head[noun]
    acted_on = tree.dep[noun] in ("obj", "obl", "nsubj:pass") and tree.pos[tree.head[noun]] == "VERB"
    return tree.head[noun] if acted_on and not is_ground(tree, noun) else None
