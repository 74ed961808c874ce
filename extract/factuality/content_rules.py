"""Signs of the verb or adjective that tells what is so: "denied that", "believes that", "it is not true that"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..attribution.stance import is_assumption, is_unsaid, stays_unsaid
from ..english.lexicon import BELIEVING, SPEAKING, THINKING, WISHING
from ..english.word_classes import word_class
from ..syntax.conjuncts import first_conjunct
from ..syntax.negation import negative_words, negators
from ..syntax.predicates import is_gerund, is_passive
from ..syntax.rules import RuleTable
from .assessment import assessed
from .embedding import (
    COMPLEMENTS,
    Embedding,
    EmbeddingRule,
    cue_tokens,
    denials,
    is_extraposed,
    is_infinitive,
    is_quoted,
    is_worded,
    wants,
    worded,
)
from .judgements import inconceivable, is_hard, judged, necessary, unwarranted
from .requests import requested
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def _denied(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Denied that he had met", "denied meeting"; what is not denied is possible."""
    gerund = embedding.dep == "advcl" and not embedding.marks and is_gerund(tree, embedding.clause)
    if not (embedding.is_complement or gerund) or not is_worded(worded(tree, embedding), "denying"):
        return
    if gerund and any(tree.text[t] == "," for t in range(embedding.governor, embedding.clause)):
        return
    if (
        negative_words(tree, embedding.governor)
        or _is_spoken(tree, embedding)
        or is_hard(tree, embedding.governor)
    ):
        return  # "there is no denying that he left", "“he left,” she scoffed", "it is hard to deny that he left"
    tokens = cue_tokens(tree, embedding)
    if _stops_short(tree, embedding.governor):
        yield Sign("possible", tokens)
    elif embedding.linked or not denials(tree, embedding.governor):
        yield Sign(NEGATIVE, tokens)
    elif negators(tree, embedding.governor):  # what nobody denies is so
        yield Sign("possible", tokens)


def _stops_short(tree: Tree, verb: int) -> bool:
    """Is it what somebody will not or does not quite do ("stopped short of denying that", "refused to deny that")?"""
    verb = first_conjunct(tree, verb)  # "declined to confirm or deny that"
    kept = tree.dep[verb] in ("xcomp", "advcl") and not negators(tree, tree.head[verb])
    return kept and is_worded(worded(tree, Embedding.of(tree, verb)), "refraining")


def _is_spoken(tree: Tree, embedding: Embedding) -> bool:
    """Is it what somebody says in so many words before the verb?"""
    return embedding.clause < embedding.governor and is_quoted(tree, embedding.clause)


def _falsely(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Falsely claimed that": the writer denies what somebody else says."""
    governor = embedding.governor
    if embedding.dep == "ccomp" and tree.lemma[governor] in SPEAKING | THINKING:
        wrong = tuple(
            kid for kid in tree.children(governor, "advmod") if tree.lower[kid] in word_class("wrongly")
        )
        if wrong and not denials(tree, governor):
            yield Sign(NEGATIVE, (*wrong, governor))


def _doubted(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Doubts that": rather not; "nobody doubts that": yes."""
    doubts = embedding.dep == "ccomp" and tree.lemma[embedding.governor] in word_class("doubting")
    wh = any(tree.tag[kid] in ("WP", "WDT", "WRB") for kid in (tree.left[embedding.clause], embedding.clause))
    if not doubts or wh or denials(tree, embedding.governor):
        return
    tokens = cue_tokens(tree, embedding)
    yield Sign("possible", tokens)
    if embedding.marks not in ("whether", "if"):
        yield Sign(NEGATIVE, tokens)


def _uncommitted(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Did not say that", "nothing suggests that", "refused to say that": neither said nor denied."""
    governor = embedding.governor
    lemma = tree.lemma[governor]
    if embedding.linked or embedding.dep not in ("ccomp", "xcomp", "csubj:pass"):
        return
    extraposed = is_extraposed(tree, embedding)
    surmised = lemma in SPEAKING | word_class("neg_raising")
    if not surmised if extraposed else embedding.dep == "csubj:pass":
        return  # "it is not clear that"; but "it is not suggested that"
    if _comes_late(tree, governor):
        return
    if (
        lemma in word_class("denying")
        or lemma in word_class("doubting")
        or lemma in word_class("refraining")
        or lemma in word_class("factive")
    ):
        return
    tokens = denials(tree, governor) or _refused(tree, governor)
    if not tokens:
        return
    if embedding.dep == "xcomp" and wants(tree, governor) and negators(tree, governor):
        yield Sign(NEGATIVE, negators(tree, governor))  # "did not want them to leave": they were to stay
        return
    yield Sign("possible", tokens)
    rather_not = lemma in word_class("neg_raising") and embedding.dep == "ccomp"
    if (rather_not or (extraposed and lemma in word_class("surmising"))) and negators(tree, governor):
        yield Sign(NEGATIVE, tokens)


def _comes_late(tree: Tree, verb: int) -> bool:
    """ "Was not announced until Monday that", "not immediately announced": it was told in the end, or may well be so."""
    until = tree.lower[verb + 1 : verb + 2] in (["until"], ["till"])
    at_once = any(tree.lower[kid] in word_class("at_first") for kid in tree.children(verb, "advmod"))
    return until or (at_once and is_passive(tree, verb))


def _refused(tree: Tree, verb: int) -> tuple[int, ...]:
    """The verb that keeps somebody from saying it, or only asks for it: "refused to confirm that", "asked if he thought that"."""
    above = tree.head[verb]
    conditions = tuple(mark for mark in tree.marks(verb) if tree.lower[mark] in ("if", "whether"))
    if is_unsaid(tree, verb):
        return (above,)
    if tree.dep[verb] != "xcomp":
        return conditions
    short = tree.lemma[above] in word_class("refraining") or stays_unsaid(tree, verb)
    return (above,) if short and not negators(tree, above) else ()


def _unsupported(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Nothing to suggest that": the clause hangs on a verb that hangs on a word of nothing."""
    governor = embedding.governor
    if embedding.dep in ("csubj", "csubj:pass"):  # "no proof has been found that"
        for noun in tree.children(governor, "nsubj", "nsubj:pass"):
            if tree.lemma[noun] in word_class("evidence") and negative_words(tree, noun):
                yield Sign("possible", (*negative_words(tree, noun), noun))
        return
    if embedding.dep != "ccomp" or tree.dep[governor] not in ("acl", "acl:relcl"):
        return
    tokens = negative_words(tree, tree.head[governor])
    if tokens and tree.lemma[governor] not in word_class("doubting") | word_class("denying"):
        yield Sign("possible", tokens)


def _reported(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Is believed to have fled", "are feared dead", "considers it to be a danger": told, not vouched for."""
    governor = embedding.governor
    if embedding.dep != "xcomp" or tree.lemma[governor] not in word_class("reported"):
        return
    reduced = tree.dep[governor] in ("acl", "appos") and tree.child(governor, "nsubj") is None
    told = is_passive(tree, governor) or tree.child(governor, "obj") is not None or reduced
    told = told or tree.tag[governor] == "VBN"
    bare = tree.lemma[governor] in word_class("feared") and (
        tree.pos[embedding.clause] == "ADJ" or tree.tag[embedding.clause] == "VBN"
    )
    if told and (is_infinitive(tree, embedding.clause) or bare):
        yield Sign("possible", (governor,))


def _taken_for(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Sees Lund as posing a risk", "is seen as a firm seeking profit": how somebody sees it."""
    if embedding.dep == "acl":  # the participle of what it is seen as
        noun = embedding.governor
        verb = tree.head[noun]
        seen = tree.words(tree.cases(noun)) == "as" and tree.lemma[verb] in word_class("seeing_as")
        whose = is_passive(tree, verb) or tree.child(verb, "obj") is not None
        if seen and whose and is_gerund(tree, embedding.clause):
            yield Sign("possible", (verb,))
        return
    seen = embedding.marks == "as" and tree.lemma[embedding.governor] in word_class("seeing_as")
    taken = is_gerund(tree, embedding.clause) or tree.tag[embedding.clause] == "VBN"
    whose = tree.child(embedding.clause, "nsubj") is not None or is_passive(tree, embedding.governor)
    whose = whose or tree.child(embedding.governor, "obj") is not None
    if seen and whose and taken:
        yield Sign("possible", (embedding.governor,))


def _believed(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Believes that", "suggests that": somebody's opinion."""
    governor, lemma = embedding.governor, tree.lemma[embedding.governor]
    if embedding.linked or not embedding.is_complement or lemma not in BELIEVING:
        return
    if lemma in WISHING or lemma in word_class("doubting") or denials(tree, governor):
        return  # other rules' business
    yield Sign("possible", (governor,))


def _imagined(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Imagine that", "assuming that", "pretended that": another world."""
    governor = embedding.governor
    if embedding.is_complement and (_imagines(tree, governor) or is_assumption(tree, governor)):
        yield Sign("conditional", (governor,))


def _imagines(tree: Tree, verb: int) -> bool:
    lemma, above = tree.lemma[verb], tree.head[verb]
    if lemma == "say":  # "let's say that"
        return tree.dep[verb] in ("xcomp", "ccomp") and tree.lemma[above] == "let" and above + 2 >= verb
    if lemma not in word_class("imagining"):
        return False
    asked = tree.tag[verb] in ("VB", "VBP") and tree.child(verb, "nsubj", "aux") is None
    return asked or lemma in word_class("pretending")


def _assessed(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "It is not true that", "it is unclear whether", "that he left is a lie"."""
    subject = embedding.dep in ("csubj", "csubj:pass")
    behind = embedding.dep in ("ccomp", "acl", "acl:relcl", "advcl", "advcl:relcl")
    if subject or (behind and is_extraposed(tree, embedding)):
        yield from assessed(tree, embedding.governor, asked=embedding.marks in ("whether", "if"))


CONTENTS = RuleTable(
    "factuality",
    EmbeddingRule("denied-content", _denied, "Karttunen (1971)", COMPLEMENTS | {"advcl"}),
    EmbeddingRule("falsely-said", _falsely, "Karttunen (1971)", frozenset({"ccomp"})),
    EmbeddingRule(
        "doubted-content", _doubted, "Sauri and Pustejovsky (2009), FactBank", frozenset({"ccomp"})
    ),
    EmbeddingRule(
        "uncommitted-content",
        _uncommitted,
        "Sauri and Pustejovsky (2009), FactBank",
        frozenset({"ccomp", "xcomp", "csubj:pass"}),
    ),
    EmbeddingRule(
        "unsupported-content", _unsupported, "UD: acl", frozenset({"ccomp", "csubj", "csubj:pass"})
    ),
    EmbeddingRule("reported-passive", _reported, "Huddleston and Pullum (2002), 16.10", frozenset({"xcomp"})),
    EmbeddingRule("taken-for", _taken_for, "UD: mark 'as'", frozenset({"advcl", "acl"})),
    EmbeddingRule(
        "requested-content",
        requested,
        "Huddleston and Pullum (2002), 11.1.1",
        COMPLEMENTS | {"acl", "advcl"},
    ),
    EmbeddingRule("believing-verb", _believed, "Sauri and Pustejovsky (2009), FactBank", COMPLEMENTS),
    EmbeddingRule("imagined-content", _imagined, "UD: ccomp", COMPLEMENTS),
    EmbeddingRule(
        "necessary-content", necessary, "Huddleston and Pullum (2002), 11.1.1", frozenset({"ccomp", "csubj"})
    ),
    EmbeddingRule("inconceivable", inconceivable, "Huddleston and Pullum (2002), 14.6.3", COMPLEMENTS),
    EmbeddingRule("unwarranted", unwarranted, "UD: xcomp, ccomp", frozenset({"ccomp"})),
    EmbeddingRule("judged-deed", judged, "Huddleston and Pullum (2002), 11.4.1"),
    EmbeddingRule(
        "assessed-content",
        _assessed,
        "UD: csubj, expl",
        frozenset({"csubj", "csubj:pass", "ccomp", "acl", "acl:relcl", "advcl", "advcl:relcl"}),
    ),
)
"""Asked of a clause that tells what is so and the verb or adjective it hangs on."""
