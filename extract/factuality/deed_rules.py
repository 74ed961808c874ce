"""Signs of the verb or adjective that leads to a deed: "plans to", "refused to", "accused of", "too weak to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..attribution.cues import is_somebody
from ..english.lexicon import ALLOWING, OBLIGING_LINKS, PLANNING, REQUESTING, WISHING
from ..english.word_classes import word_class
from ..syntax.negation import is_scant, negators, stays_undone
from ..syntax.predicates import is_gerund, is_past, makes_sure, merges
from ..syntax.rules import RuleTable
from .charges import accused, exonerated
from .embedding import (
    COMPLEMENTS,
    Embedding,
    EmbeddingRule,
    cue_tokens,
    denials,
    falls_short,
    intended,
    is_infinitive,
    is_worded,
    verb_of,
    worded,
)
from .inclinations import dreaded, inclined, pondered
from .purposes import spends
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree
_PERHAPS = frozenset({"may", "might", "could"})
"""Auxiliaries by which a duty is only possible."""


def _refraining(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Refused to sign", "held off buying", "prevented him from leaving", "talked her out of suing"."""
    if embedding.dep not in ("xcomp", "advcl") or not _may_be_undone(tree, embedding):
        return
    words = worded(tree, embedding)
    bound = embedding.linked or embedding.marks in ("", "from", "to")
    undone = words[-1] in word_class("refraining") if not bound else is_worded(words, "refraining")
    kept = embedding.marks in ("from", "out of") and is_worded(words, "holding_back")
    verb = verb_of(tree, embedding.governor)
    if (undone or kept) and (embedding.linked or not _is_undone(tree, verb)):
        yield Sign(NEGATIVE, cue_tokens(tree, embedding))


def _is_undone(tree: Tree, verb: int) -> bool:
    """ "Did not stop her from", "failed to stop her from"."""
    above = tree.head[verb]
    failed = (
        tree.dep[verb] == "xcomp" and merges(tree, verb) and tree.lemma[above] in word_class("refraining")
    )
    return failed or bool(negators(tree, verb))


def _may_be_undone(tree: Tree, embedding: Embedding) -> bool:
    """A gerund right behind its verb, or an infinitive that is no purpose."""
    clause, governor = embedding.clause, embedding.governor
    if is_infinitive(tree, clause):
        return embedding.dep == "xcomp" and tree.lemma[governor] not in word_class("resting")
    parted = any(tree.text[token] == "," for token in range(governor, tree.left[clause] + 1))
    return is_gerund(tree, clause) and clause > governor and not parted


def _against(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Warned against buying", "decided against buying", "guards against losing"."""
    if embedding.dep != "advcl" or embedding.marks != "against" or not is_gerund(tree, embedding.clause):
        return
    tokens = (embedding.governor, *tree.marks(embedding.clause))
    yield Sign(NEGATIVE, tokens)
    if tree.lemma[embedding.governor] not in word_class("resolved"):
        yield Sign("requested", tokens)


def _ruled_out(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """What is ruled out is denied; what is not ruled out is possible."""
    if not embedding.is_complement and embedding.dep != "advcl":
        return
    if embedding.clause < embedding.governor or "rule out" not in worded(tree, embedding):
        return
    tokens = cue_tokens(tree, embedding)
    denied = negators(tree, embedding.governor)
    if denied:
        yield Sign("possible", tokens)
    if embedding.linked or not denied:
        yield Sign(NEGATIVE, tokens)


def _obliged(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Has to sign", "needs to sign", "requires her to sign"."""
    governor = embedding.governor
    lemma = tree.lemma[governor]
    linked = embedding.linked and lemma in OBLIGING_LINKS and not stays_undone(tree, governor)
    if any(tree.lower[kid] in _PERHAPS for kid in tree.children(governor, "aux")):
        linked = False  # "may have to sign": not that she has to
    if lemma == "suppose" and any(
        tree.lemma[kid] == "have" for kid in tree.children(embedding.clause, "aux")
    ):
        linked = False  # "is supposed to have led the riots": so they say
    bound = embedding.is_complement and lemma in ("require", "oblige", "obligate") and not embedding.linked
    free = negators(tree, governor) if bound else ()  # "does not require her to sign": she may
    if free:
        yield Sign("possible", (*free, governor))
    elif linked or bound:
        yield Sign("obligatory", (governor,))


def _yet_to(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Has yet to sign", "is yet to sign", "have still to sign"."""
    governor = embedding.governor
    if embedding.dep in ("xcomp", "advcl") and is_infinitive(tree, embedding.clause):
        left = (governor,) if tree.lower[governor] == "yet" else stays_undone(tree, governor)
        if left and left[-1] < embedding.clause:
            yield Sign(NEGATIVE, tuple(sorted({governor, *left})))


def _planned(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Plans to sign", "hopes that", "is about to sign", "is close to signing"."""
    governor = embedding.governor
    lemma, lower = tree.lemma[governor], tree.lower[governor]
    if embedding.linked:
        opinion = lemma == "consider" and not is_gerund(tree, embedding.clause)  # "consider (to be) mad"
        plans = not opinion and (lemma in PLANNING or lower in PLANNING) and not _becomes(tree, embedding)
        planned = (plans and lemma != "look") or (plans and is_infinitive(tree, embedding.clause))
        planned = planned or lower in word_class("verge")
    elif embedding.is_complement:
        planned = lemma in WISHING and lemma not in REQUESTING
    else:
        gerund = embedding.dep == "advcl" and is_gerund(tree, embedding.clause)
        verge = tree.pos[governor] in ("ADJ", "ADV") and lower in word_class("verge")
        undone = is_worded(worded(tree, embedding), "refraining")  # "came close to winning"
        planned = gerund and verge and embedding.marks == "to" and not undone
        if gerund and lemma in word_class("meaning") and embedding.marks in ("on", "with", "to", "at"):
            yield from intended(tree, governor)
            return
    if planned:
        yield Sign("planned", (governor,))


def _becomes(tree: Tree, embedding: Embedding) -> bool:
    """ "Went on to win": what came next; "went missing": what somebody became; "40 percent goes to pay": what is spent."""
    if tree.lemma[embedding.governor] != "go" or tree.lower[embedding.governor] == "gon":  # "gonna"
        return False
    if spends(tree, embedding.governor):
        return True
    state = tree.pos[embedding.clause] == "ADJ" or tree.tag[embedding.clause] == "VBN"
    return len(worded(tree, embedding)) > 1 or (state and not is_infinitive(tree, embedding.clause))


def _allowed(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Allowed to sign", "able to sign", "seems to sign"; whoever was able to escape escaped."""
    governor = embedding.governor
    if not embedding.is_complement:
        return
    lemma, lower = tree.lemma[governor], tree.lower[governor]
    if lower in ("likely", "unlikely") or lemma in ALLOWING:
        if (lower == "able" and is_past(tree, governor)) or _let_be(tree, embedding):
            return
        if makes_sure(tree, governor):
            return  # "made sure that it was paid": another rule asks whether they did
        yield Sign("possible", (governor,))
        if lower == "unlikely":
            yield Sign(NEGATIVE, (governor,))
        elif lemma in word_class("letting") and not embedding.linked:
            forbidden = _forbidden(tree, governor)
            if forbidden:
                yield Sign(NEGATIVE, forbidden)


def _forbidden(tree: Tree, verb: int) -> tuple[int, ...]:
    """The words that keep somebody from a deed: "did not allow them to drill", "refused to let them sell"."""
    above = tree.head[verb]
    refused = (
        tree.dep[verb] == "xcomp" and merges(tree, verb) and tree.lemma[above] in word_class("refraining")
    )
    if refused:  # who does not hesitate to let them sell lets them
        return () if negators(tree, verb) or negators(tree, above) else (above,)
    return denials(tree, verb)


def _let_be(tree: Tree, embedding: Embedding) -> bool:
    """ "Let the ball slip": what somebody let a thing do it did; who or what is let go, or be sold, may stay."""
    verb, clause = embedding.governor, embedding.clause
    item = tree.child(verb, "obj")
    if tree.lemma[verb] != "let" or tree.tag[verb] != "VBD" or item is None or is_somebody(tree, item):
        return False
    acts = tree.lemma[clause] != "go" and tree.child(clause, "aux:pass", "cop") is None
    acts = acts and tree.tag[clause] != "VBN"
    return acts and not denials(tree, verb) and not is_scant(tree, verb)


def _too(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Too weak to win" did not win."""
    if embedding.dep not in ("advcl", "xcomp", "acl") or not is_infinitive(tree, embedding.clause):
        return
    tokens = falls_short(tree, embedding.governor)
    if tokens:
        yield Sign(NEGATIVE, tokens)


def _far_from(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Far from winning", "nowhere near winning", "nowhere close to winning"."""
    governor = embedding.governor
    if embedding.dep not in ("advcl", "acl", "xcomp") or not is_gerund(tree, embedding.clause):
        return
    lower = tree.lower[governor]
    nowhere = tuple(kid for kid in tree.children(governor, "advmod") if tree.lower[kid] == "nowhere")
    distant = (lower == "far" and embedding.marks == "from") or (
        lower == "nowhere" and embedding.marks.startswith(("near", "close"))
    )
    if distant or (lower in ("near", "close") and nowhere):
        yield Sign(NEGATIVE, (*nowhere, governor))


def _sought(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Needs a leader who listens", "is looking for firms that pay": there may be none."""
    noun = embedding.governor
    verb = tree.head[noun]
    if embedding.dep != "acl:relcl" or tree.dep[noun] not in ("obj", "obl") or not _is_indefinite(tree, noun):
        return
    words = " ".join((tree.lemma[verb], *(tree.lower[case] for case in tree.cases(noun))))
    if words in word_class("seeking"):
        yield Sign("possible", (verb,))
    elif tree.dep[verb] == "xcomp" and tree.lemma[tree.head[verb]] in ("want", "wish", "hope", "need"):
        yield Sign("planned", (tree.head[verb],))  # "wants to live in a country that is safe"


def _is_indefinite(tree: Tree, noun: int) -> bool:
    articles = {tree.lower[kid] for kid in tree.children(noun, "det", "nmod:poss")}
    plural = tree.tag[noun] == "NNS" and not articles
    return not tree.label[noun] and (plural or bool(articles & {"a", "an", "any", "some"}))


DEEDS = RuleTable(
    "factuality",
    EmbeddingRule(
        "refraining", _refraining, "Karttunen (1971): negative implicatives", frozenset({"advcl", "xcomp"})
    ),
    EmbeddingRule("against-gerund", _against, "UD: mark", frozenset({"advcl"})),
    EmbeddingRule("ruled-out", _ruled_out, "UD: compound:prt", COMPLEMENTS | {"advcl"}),
    EmbeddingRule("accusation", accused, "VerbNet: judgment-33", frozenset({"acl", "advcl"})),
    EmbeddingRule("exoneration", exonerated, "VerbNet: clear-10.3", frozenset({"acl", "advcl", "xcomp"})),
    EmbeddingRule("obliging-verb", _obliged, "UD: xcomp", COMPLEMENTS),
    EmbeddingRule("yet-to", _yet_to, "UD: advmod", frozenset({"advcl", "xcomp"})),
    EmbeddingRule("planning-verb", _planned, "UD: xcomp", COMPLEMENTS | {"advcl"}),
    EmbeddingRule("allowing-verb", _allowed, "UD: xcomp", COMPLEMENTS),
    EmbeddingRule("inclined-to", inclined, "UD: mark, advcl", frozenset({"advcl", "acl", "xcomp"})),
    EmbeddingRule(
        "dreaded", dreaded, "Huddleston and Pullum (2002), 14.6", frozenset({"advcl", "acl", "xcomp"})
    ),
    EmbeddingRule("pondered", pondered, "VerbNet: consider-29.9", frozenset({"advcl", "xcomp"})),
    EmbeddingRule("too-to", _too, "Karttunen (1971)", frozenset({"acl", "advcl", "xcomp"})),
    EmbeddingRule(
        "far-from", _far_from, "Huddleston and Pullum (2002), 9.3", frozenset({"acl", "advcl", "xcomp"})
    ),
    EmbeddingRule("sought-thing", _sought, "Montague (1973): objects of seeking", frozenset({"acl:relcl"})),
)
"""Asked of a clause that tells a deed and the verb or adjective it hangs on."""
