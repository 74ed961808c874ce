"""Polarity and modality of a clause: is it asserted, denied, planned, possible, conditional, owed or asked for?

The signs are read where English puts them: in the clause itself, in how it is attached, in the verbs, adjectives and
nouns that govern it. Factive governors ("confirmed that") leave a clause as it is, the others mark it, after Karttunen
(1971), "Implicative verbs"; the readings are those of FactBank (Sauri and Pustejovsky, 2009). Each sign keeps its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import WISHING
from ..english.word_classes import word_class
from ..syntax.conjuncts import first_conjunct, is_contrast
from ..syntax.control import succeeds
from ..syntax.negation import is_scant
from ..syntax.predicates import base_form, finite_word, is_gerund, makes_sure, merges
from ..syntax.rules import Rule, RuleTable, asked
from ..syntax.tree import CLIMB
from .adjunct_rules import ADJUNCTS, ATTACHED
from .clause_rules import AUXILIARIES, CLAUSE
from .content_rules import CONTENTS
from .deed_rules import DEEDS
from .embedding import Embedding, EmbeddingRule, wants
from .nominal_rules import NOMINALS
from .noun_rules import NOUNS
from .participants import PARTICIPANTS as PARTICIPANTS
from .participants import with_participants as with_participants
from .signs import NEGATIVE, Factuality, Sign, combine

if TYPE_CHECKING:
    from ..syntax.tree import Tree

__all__ = ["Factuality", "Sign", "find_factuality", "nominal_factuality", "with_participants"]

_CLOSED = frozenset({"parataxis", "acl:relcl", "advcl:relcl", "appos", "acl", "ccomp"})
"""Relations past which no sign reaches."""
_SEEMING = frozenset({"appear", "seem"})
_MANNERS = frozenset(
    {"", "on", "by", "to", "at", "of", "with", "into", "toward", "towards", "against", "in", "from", "out of"}
)
"""What may stand before a gerund that shares the modality of its governor."""


def find_factuality(tree: Tree, head: int, shared: int | None = None) -> Factuality:
    """Read the polarity and modality of the clause around ``head``.

    ``shared`` is a conjunct whose auxiliaries the clause shares ("will" in "will come and speak").
    """
    return combine((*_own(tree, head), *_shared(tree, head, shared), *_context(tree, head)))


def nominal_factuality(tree: Tree, noun: int) -> Factuality:
    """Polarity and modality of an event named by a noun: "fears of an attack on", "denied its role in"."""
    embedding = Embedding.of(tree, noun, nominal=True)
    return combine((*_apply(NOMINALS, tree, embedding), *_apply(NOUNS, tree, embedding)))


def _own(tree: Tree, verb: int) -> Iterator[Sign]:
    """The signs inside a clause, and the conditions attached to it."""
    for rule in (*CLAUSE.active(), *ATTACHED.active()):
        for sign in rule.apply(tree, verb):
            rule.fire(verb, sign.effect)
            yield sign


def _shared(tree: Tree, head: int, lender: int | None) -> Iterator[Sign]:
    """The auxiliaries that a conjunct shares; not its negation behind a "but", nor twice behind a "nor"."""
    if lender is None:
        return
    contrast = is_contrast(tree, head) or any(tree.lower[kid] == "nor" for kid in tree.children(head, "cc"))
    for rule in CLAUSE.active():
        if rule.name in AUXILIARIES:
            yield from (s for s in rule.apply(tree, lender) if not (contrast and s.effect == NEGATIVE))


def _context(tree: Tree, token: int) -> Iterator[Sign]:
    """Climb to what governs the clause, as far as its force reaches."""
    bare = opened = False
    for _ in range(CLIMB):
        linked = tree.dep[token] == "xcomp" and merges(tree, token)
        embedding = Embedding.of(tree, token, linked=linked)
        for table in (ADJUNCTS, DEEDS, CONTENTS, NOUNS):
            signs = (s for s in _apply(table, tree, embedding) if not (bare and s.effect == NEGATIVE))
            yield from map(_open, signs) if opened else signs
        if embedding.dep == "ccomp" and UNPROVEN.is_on:
            yield from _unproven(tree, embedding)
        if embedding.is_root or embedding.dep in _CLOSED:
            return
        if embedding.linked:
            governor = embedding.governor
            shared = _shared(tree, governor, _lender(tree, governor))
            yield from (s for s in (*_own(tree, governor), *shared) if not (bare and s.effect == NEGATIVE))
        elif embedding.dep in ("advcl", "xcomp"):
            if embedding.dep == "advcl" and not _shares_modality(tree, embedding):
                return
            yield from _inherited(tree, embedding)
            if embedding.dep == "advcl" and not succeeds(tree, embedding.clause, embedding.governor):
                bare = True  # what a gerund shares is its likelihood, no denial
            opened = opened or embedding.dep == "xcomp"
        token = embedding.governor


def _open(sign: Sign) -> Sign:
    """ "Denied that she forced him to resign" leaves it open whether he did."""
    return Sign("possible", sign.tokens) if sign.effect == NEGATIVE else sign


def _shares_modality(tree: Tree, embedding: Embedding) -> bool:
    """ "Would focus on writing", "may crash, killing nine": the gerund is as likely as its governor."""
    return INHERITED.is_on and is_gerund(tree, embedding.clause) and embedding.marks in _MANNERS


def _inherited(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """The modality of the governor's own clause; what it denies of itself leaves the gerund open."""
    if not INHERITED.is_on:
        return
    follows = succeeds(tree, embedding.clause, embedding.governor)  # who is not appointed succeeds nobody
    lender = _lender(tree, embedding.governor)
    if lender is not None:  # "would build a wall and make them pay"
        for sign in _shared(tree, embedding.governor, lender):
            if sign.effect != NEGATIVE or embedding.dep == "xcomp":
                shared = _open(sign)
                INHERITED.fire(embedding.clause, shared.effect)
                yield shared
    for rule in CLAUSE.active():
        for sign in rule.apply(tree, embedding.governor):
            if sign.effect != NEGATIVE:
                INHERITED.fire(embedding.clause, sign.effect)
                yield sign
            elif follows:
                INHERITED.fire(embedding.clause, NEGATIVE)
                yield sign
            elif rule.name == "negator" and embedding.dep == "xcomp" and not wants(tree, embedding.governor):
                INHERITED.fire(embedding.clause, "possible")
                yield Sign("possible", sign.tokens)


def _lender(tree: Tree, verb: int) -> int | None:
    """The first of the joined verbs, where it lends a bare infinitive its modal or "did"."""
    first = first_conjunct(tree, verb)
    bare = first != verb and tree.tag[verb] == "VB" and base_form(tree, verb) == "VB" and not tree.marks(verb)
    return (
        first
        if bare
        and any(tree.tag[kid] == "MD" or tree.lemma[kid] == "do" for kid in tree.children(first, "aux"))
        else None
    )


def _unproven(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Must prove that she paid", "want to see that it is safe", "will make sure that": what is yet to be shown is open.

    So is what only seems to be shown: "the emails appear to show that she paid".
    """
    wished = tree.lemma[embedding.governor] == "see" and tree.lemma[tree.head[embedding.governor]] in WISHING
    shows = wished or tree.lemma[embedding.governor] in word_class("showing")
    if makes_sure(tree, embedding.governor):
        yield from _unsure(tree, embedding)
    elif shows and (
        _seems(tree, embedding.governor)
        or find_factuality(tree, embedding.governor).modality not in ("actual", "possible")
    ):
        UNPROVEN.fire(embedding.clause, "possible")
        yield Sign("possible", (embedding.governor,))


def _seems(tree: Tree, verb: int) -> bool:
    return tree.dep[verb] == "xcomp" and tree.lemma[tree.head[verb]] in _SEEMING


def _unsure(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Will make sure that", "make sure that", "never made sure that": only what somebody did make sure of is so."""
    making = tree.head[embedding.governor]
    made = find_factuality(tree, making)
    if _is_imperative(tree, making):
        effect = "requested"
    elif made.modality == "actual":
        effect = "possible" if made.polarity == NEGATIVE or is_scant(tree, making) else ""
    else:
        finite = finite_word(tree, embedding.clause)
        past = finite is not None and tree.tag[finite] == "VBD"  # "wants to make sure that it was paid"
        open_ = past or made.polarity == NEGATIVE or made.modality == "possible"
        effect = "possible" if open_ else "planned"
    if effect:
        UNPROVEN.fire(embedding.clause, effect)
        yield Sign(effect, (embedding.governor,))


def _is_imperative(tree: Tree, verb: int) -> bool:
    """ "Make sure": a bare verb that nothing leads and that has no subject."""
    led = tree.child(verb, "aux", "nsubj", "mark") is not None
    return tree.tag[verb] == "VB" and not led and tree.dep[verb] in ("ROOT", "ccomp", "parataxis")


def _apply(table: RuleTable[EmbeddingRule], tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    for rule in asked(table, embedding.dep):
        for sign in rule.apply(tree, embedding):
            rule.fire(embedding.clause, sign.effect)
            yield sign


INHERITED = Rule("governor-modality", _inherited, cites="UD: xcomp, advcl")
UNPROVEN = Rule("unproven-content", _unproven, cites="Karttunen (1971): implicatives")
TABLES = (
    CLAUSE,
    ATTACHED,
    ADJUNCTS,
    DEEDS,
    CONTENTS,
    NOUNS,
    NOMINALS,
    PARTICIPANTS,
    RuleTable("factuality", INHERITED, UNPROVEN),
)
"""All rules of factuality, in the order in which a clause passes them."""
