"""Attitudes: not what is said, but what is praised, wanted, feared, promised, called for.

PolNeAR (Newell, Margolin and Ruths, 2018) counts these as attributions too. "She endorsed the bill" is a statement
already; what a phrase of the content tells ("he proposed a withdrawal of troops by Norway") is the view of whoever has the
attitude, unless the cue takes it for granted, as praise and blame do. The verbs are classes of English: judgement,
communication about something, wish and commitment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import SPEAKING, THINKING
from ..english.word_classes import word_class
from ..syntax.phrases import Phrase, conjunct_phrases
from .cues import Attribution, source_of

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree


def takes_for_granted(tree: Tree, attitude: Attribution) -> bool:
    """Does the attitude judge what it takes for a fact?"""
    return attitude.cue is None or tree.lemma[attitude.cue] in word_class("presupposing")


def find_attitudes(tree: Tree, clauses: Clauses, said: Iterable[Attribution]) -> list[Attribution]:
    """Find the attitudes of a document that stand outside what is ``said`` in it, in text order."""
    taken = {attribution.cue for attribution in said}
    for attribution in said:
        for start, end in attribution.content:
            taken.update(range(start, end + 1))
    found: list[Attribution] = []
    for token in range(len(tree)):
        if token in taken:
            continue
        if tree.pos[token] in ("VERB", "ADJ"):
            found.extend(_of_verb(tree, clauses, token))
        elif tree.pos[token] == "NOUN":
            found.extend(_of_noun(tree, token))
    return found


def _of_verb(tree: Tree, clauses: Clauses, cue: int) -> Iterator[Attribution]:
    source = source_of(tree, clauses, cue)
    if source is None or tree.lower[source.head] == "you" or is_brought_about(tree, cue):
        return
    if clauses.clause(cue).passive:
        patient = tree.child(cue, "nsubj:pass")
        if patient is not None and tree.lemma[cue] in word_class("attitudes"):
            yield _attribution(tree, source, cue, patient, patient)
        return
    for kid in tree.kids[cue]:
        if _is_content(tree, cue, kid):
            yield _attribution(tree, source, cue, kid, _last(tree, cue, kid))
            return


def is_brought_about(tree: Tree, cue: int) -> bool:
    """ "Make sure", "left them fearful": what somebody does, not what somebody thinks."""
    return tree.dep[cue] == "xcomp" and tree.lemma[tree.head[cue]] in ("make", "leave", "keep")


def _last(tree: Tree, cue: int, item: int) -> int:
    """What is said of the object belongs to the content: "wants them to leave", "called him a liar"."""
    if tree.dep[item] != "obj":
        return item
    return next((kid for kid in tree.children(cue, "xcomp") if kid > item), item)


def _is_content(tree: Tree, cue: int, kid: int) -> bool:
    lemma, dep = tree.lemma[cue], tree.dep[kid]
    if dep == "obj":
        return lemma in word_class("attitudes") or (
            lemma == "raise" and tree.lemma[kid] in word_class("raised")
        )
    if dep == "xcomp":
        return lemma in word_class("committing") and tree.pos[kid] in ("VERB", "AUX")
    if dep == "obl":
        return f"{lemma} {tree.words(tree.cases(kid))}" in word_class("attitudes_to")
    if dep == "ccomp":
        return lemma in word_class("states_of_mind") or lemma in SPEAKING or lemma in THINKING
    return False


def _of_noun(tree: Tree, cue: int) -> Iterator[Attribution]:
    owner = tree.child(cue, "nmod:poss")
    if owner is None:
        return
    for kid in tree.children(cue, "nmod", "acl"):
        preposition = tree.words(tree.cases(kid)) if tree.dep[kid] == "nmod" else ""
        if kid > cue and f"{tree.lemma[cue]} {preposition}".rstrip() in word_class("attitude_nouns"):
            yield _attribution(tree, conjunct_phrases(tree, owner)[0], cue, kid, kid)
            return


def _attribution(tree: Tree, source: Phrase, cue: int, content: int, last: int) -> Attribution:
    return Attribution(source, cue, ((tree.left[content], tree.right[last]),), content)
