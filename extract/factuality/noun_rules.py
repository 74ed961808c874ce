"""Signs of the noun that governs a clause or an event: "a threat to", "no evidence that", "dismissed claims that"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import DENIED_NOUNS, PLAN_NOUNS, POSSIBLE_NOUNS, REQUEST_NOUNS, SAYING_NOUNS
from ..english.word_classes import word_class
from ..syntax.negation import negative_words, negators, stays_undone
from ..syntax.predicates import finite_word, is_gerund
from ..syntax.rules import RuleTable
from .embedding import Embedding, EmbeddingRule, denials, governs_content, is_infinitive, is_worded, worded
from .rejections import lost, noun_assessed, rejected, retracted
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_OWED = frozenset({"obligation", "duty", "responsibility"})
"""Nouns of what somebody is bound to do."""
_FINDING = frozenset(
    """
    find see get obtain have produce provide offer present give show supply discover uncover unearth detect gather
    collect identify cite submit come
    """.split()
)
"""What is done to evidence, and without which there may be none."""
_SETTLED = frozenset({"decision", "agreement", "time", "way"})
"""Those among the nouns of plans by which it is also told what is so ("the panel's decision is that he is the owner")."""


def _no_noun(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "No sign that" leaves it open, "no plans to" denies, "no doubt that" affirms."""
    noun = embedding.governor
    if not governs_content(tree, embedding):
        return
    tokens = negative_words(tree, noun) or _scant(tree, noun)
    lemma = tree.lemma[noun]
    if (
        not tokens
        or lemma in word_class("doubt")
        or lemma in word_class("factive_nouns") - word_class("evidence")
    ):
        return
    undone = embedding.nominal or is_infinitive(tree, embedding.clause) or is_gerund(tree, embedding.clause)
    unmade = lemma in PLAN_NOUNS or lemma in word_class("abilities")
    yield Sign(NEGATIVE if undone and unmade else "possible", (*tokens, noun))


def _lets_stand(verb: str) -> bool:
    """Is this a verb by which nobody leaves evidence open: "nobody disputed evidence that"?"""
    kept = verb in ("ignore", "overlook", "hide", "conceal", "destroy")
    return kept or any(verb in word_class(name) for name in ("denying", "doubting"))


def _scant(tree: Tree, noun: int) -> tuple[int, ...]:
    """ "Little evidence", "a lack of evidence", "without evidence", "saw no evidence", "failed to find evidence"."""
    few = [
        kid for kid in tree.children(noun, "amod", "det", "advmod") if tree.lower[kid] in word_class("scant")
    ]
    few += [case for case in tree.cases(noun) if tree.lower[case] == "without"]
    above = tree.head[noun]
    if tree.dep[noun] == "nmod" and tree.lemma[above] in word_class("missing"):
        few.append(above)
    open_ = any(tree.lower[kid] == "any" for kid in tree.children(noun, "det"))  # "never any evidence"
    bare = (
        tree.dep[noun] == "obj" and tree.child(noun, "det", "nmod:poss") is None
    )  # "saw no convincing evidence"
    if open_ or (bare and tree.lemma[noun] in word_class("evidence")):
        few.extend(() if _lets_stand(tree.lemma[above]) else denials(tree, above) or _unfound(tree, above))
    return tuple(few)


def _unfound(tree: Tree, verb: int) -> tuple[int, ...]:
    """ "Failed to find", "was unable to find", "has yet to find", "struggled to find"; what one fails to hide exists."""
    if tree.dep[verb] != "xcomp" or negators(tree, tree.head[verb]) or tree.lemma[verb] not in _FINDING:
        return ()
    short = is_worded(worded(tree, Embedding.of(tree, verb)), "refraining")
    above = tree.head[verb]
    return (above,) if short or tree.lemma[above] == "struggle" or stays_undone(tree, above) else ()


def _doubtless(tree: Tree, noun: int) -> bool:
    """ "There is no doubt that", "there is no disputing that"."""
    return tree.lemma[noun] in word_class("doubt") and bool(negative_words(tree, noun))


def _content_noun(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "A plan to", "the possibility that", "a demand that", "the refusal to", "a false impression that"."""
    if not governs_content(tree, embedding):
        return
    noun = embedding.governor
    lemma = tree.lemma[noun]
    untrue = [kid for kid in tree.children(noun, "amod") if tree.lower[kid] in word_class("falsehoods")]
    if untrue and not embedding.nominal:
        yield Sign("possible", (*untrue, noun))
    if _doubtless(tree, noun) or (embedding.dep == "ccomp" and lemma not in SAYING_NOUNS | POSSIBLE_NOUNS):
        return
    if lemma in DENIED_NOUNS:
        yield Sign(NEGATIVE, (noun,))
    elif _is_settled(tree, embedding):
        return
    elif lemma in word_class("falsehoods") and embedding.marks == "that":
        yield Sign(NEGATIVE, (noun,))
    elif lemma in REQUEST_NOUNS:
        yield Sign("requested", (noun,))
    elif lemma in word_class("reasons") and is_infinitive(tree, embedding.clause):
        yield Sign("possible", (noun,))
    elif lemma in word_class("abilities") and is_infinitive(tree, embedding.clause):
        yield Sign("possible", (noun,))
        yield from lost(tree, embedding)
    elif lemma in POSSIBLE_NOUNS or (lemma in ("sign", "indication", "indicator") and not embedding.nominal):
        yield Sign("possible", (noun,))
    elif lemma in _OWED and is_infinitive(tree, embedding.clause):
        yield Sign("obligatory", (noun,))
    elif lemma in PLAN_NOUNS and embedding.marks != "that" and _may_be_planned(tree, embedding):
        yield Sign("planned", (noun,))


def _may_be_planned(tree: Tree, embedding: Embedding) -> bool:
    """Is it an infinitive, a gerund or an event, and not "the time when she left"?"""
    led = embedding.nominal or is_infinitive(tree, embedding.clause) or embedding.marks in ("for", "of", "by")
    return led or is_gerund(tree, embedding.clause)


def _is_settled(tree: Tree, embedding: Embedding) -> bool:
    """Is it said of the noun itself that it is so, or is not?"""
    return any(
        sign.effect == NEGATIVE for find in (rejected, noun_assessed) for sign in find(tree, embedding)
    )


def _noun_infinitive(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """What an infinitive behind a noun names is not done: "money to build"; but "the first to build" did."""
    noun = embedding.governor
    if embedding.dep != "acl" or not is_infinitive(tree, embedding.clause) or embedding.clause < noun:
        return
    lemma = tree.lemma[noun]
    unique = lemma in word_class("unique") | {"one"} or any(
        tree.lower[kid] in word_class("unique")
        or tree.tag[kid] in ("JJS", "RBS")
        or tree.lower[kid].endswith("est")
        for kid in tree.children(noun, "amod", "nummod", "det")
    )
    classes = (
        DENIED_NOUNS,
        REQUEST_NOUNS,
        POSSIBLE_NOUNS,
        PLAN_NOUNS,
        word_class("abilities"),
        word_class("reasons"),
    )
    known = any(lemma in nouns for nouns in classes)
    if not unique and not known:
        yield Sign("planned", (noun,))


def _verge(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "On the verge of buying"."""
    noun = embedding.governor
    near = tree.pos[noun] == "NOUN" and tree.lemma[noun] in word_class("verge")
    behind = embedding.dep == "acl" and near and embedding.marks == "of"
    if behind and tree.words(tree.cases(noun)) in ("on", "at", "to", "near"):
        yield Sign("planned", (*tree.cases(noun), noun))


def _predicated(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "The rumour is that he left", "fears grew that he would"; "the plan is that he leaves", "the condition was that he leave"."""
    noun = tree.child(embedding.clause, "nsubj:outer")
    if noun is None and embedding.dep == "ccomp" and _tells_of_subject(tree.lemma[embedding.governor]):
        noun = tree.child(embedding.governor, "nsubj")
    if noun is None or "that" not in embedding.marks.split():
        return
    lemma = tree.lemma[noun]
    if lemma in POSSIBLE_NOUNS or lemma in word_class("hearsay") or lemma in word_class("falsehoods"):
        yield Sign("possible", (noun,))
    elif lemma in REQUEST_NOUNS | {"recommendation"} and _is_open(tree, embedding.clause):
        yield Sign("requested", (noun,))
    elif lemma in PLAN_NOUNS - _SETTLED and _is_open(tree, embedding.clause):
        yield Sign("planned", (noun,))


def _is_open(tree: Tree, clause: int) -> bool:
    """May the clause tell what is to be ("the plan is that he leaves", "the condition was that he leave"), and not what was?"""
    finite = finite_word(tree, clause)
    perfect = any(tree.lemma[kid] == "have" for kid in tree.children(clause, "aux"))
    return not perfect and (finite is None or tree.tag[finite] != "VBD")


def _tells_of_subject(lemma: str) -> bool:
    """Is it a verb whose clause tells what its subject is about ("the story goes that", "a rumour spread that")?"""
    return lemma in ("be", "have", "go") or lemma in word_class("emerging")


NOUNS = RuleTable(
    "factuality",
    EmbeddingRule(
        "rejected-claim",
        rejected,
        "Sauri and Pustejovsky (2009), FactBank",
        frozenset({"acl", "ccomp", "nmod"}),
    ),
    EmbeddingRule("retracted-claim", retracted, "UD: acl", frozenset({"acl", "ccomp"})),
    EmbeddingRule("no-noun", _no_noun, "UD: det, acl", frozenset({"acl", "ccomp", "nmod"})),
    EmbeddingRule("content-noun", _content_noun, "UD: acl", frozenset({"acl", "ccomp", "nmod"})),
    EmbeddingRule("noun-infinitive", _noun_infinitive, "UD: acl", frozenset({"acl"})),
    EmbeddingRule("verge-of", _verge, "UD: acl", frozenset({"acl"})),
    EmbeddingRule("predicated-noun", _predicated, cites="UD: nsubj:outer"),
    EmbeddingRule("noun-assessed", noun_assessed, "UD: acl, cop", frozenset({"acl", "ccomp"})),
)
"""Asked of a clause, or a noun that names an event, and the noun it hangs on."""
