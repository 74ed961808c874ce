"""Clauses: a verb or predicate with its subjects, its auxiliaries and the verbs that lead to it.

Subjects are found where English leaves them out: coordinated verbs, open complements, participles and
relative clauses take theirs from the verb or noun they hang on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct

from ..english.lexicon import (
    ACCUSING,
    APPEALING,
    NO_GAP,
    NO_SUBJECT,
    POSSIBLE_NOUNS,
    SPEAKING,
)
from ..english.word_classes import word_class
from .control import Control, controller, has_for, noun_controller
from .negation import negators
from .phrases import Phrase, conjunct_phrases, noun_phrase
from .predicates import base_form, calls_on, is_command, is_needed, is_passive, lent_words, merges, own_words
from .relative_pronouns import antecedent_of, has_relative, has_wh_word, is_asked, resolved
from .subjects import own_subjects
from .tree import CLIMB, SUBJECT_DEPS

if TYPE_CHECKING:
    from .tree import Tree

_RELATIVE_CLAUSES = frozenset({"acl:relcl", "acl"})
_US = frozenset({"'s", "’s", "us"})


class Clause(Struct, frozen=True):
    """What surrounds the predicate ``head``.

    ``prefix`` are the words of the open complements before it ("plans to"), ``links`` their verbs;
    ``antecedent`` is the noun a relative clause hangs on and ``gap`` whether it can fill an open object;
    ``borrowed`` the conjunct that lends its auxiliaries.
    """

    head: int
    subjects: tuple[Phrase, ...] = ()
    passive: bool = False
    prefix: tuple[int, ...] = ()
    links: tuple[int, ...] = ()
    governors: tuple[int, ...] = ()
    antecedent: tuple[Phrase, ...] = ()
    gap: bool = False
    borrowed: int | None = None
    method: str = "active"


@dataclass(slots=True)
class Clauses:
    """The clauses of a document, made when first asked for."""

    tree: Tree
    _known: dict[int, Clause] = field(default_factory=dict)

    def clause(self, head: int, depth: int = CLIMB) -> Clause:
        """The clause of a predicate; one embedded too deeply has no subject."""
        known = self._known.get(head)
        if known is None:
            known = self._make(head, depth) if depth else Clause(head)
            self._known[head] = known
        return known

    def words(self, clause: Clause) -> tuple[int, ...]:
        """Prefix, auxiliaries, negation, verb and particle, in text order."""
        lent = _lent_words(self.tree, clause)
        return tuple(sorted({*clause.prefix, *lent, *own_words(self.tree, clause.head)}))

    def is_link(self, head: int) -> bool:
        """Does the predicate only lead to an open complement ("plans to call")?"""
        return any(merges(self.tree, kid) for kid in self.tree.children(head, "xcomp"))

    def _make(self, head: int, depth: int) -> Clause:
        tree = self.tree
        own = own_subjects(tree, head)
        passive = is_passive(tree, head)
        dep = tree.dep[head]
        asked = any(is_asked(tree, kid) for kid in tree.children(head, *SUBJECT_DEPS))
        if not own and (asked or tree.child(head, "expl") is not None):
            return Clause(head, (), passive)
        if dep == "conj":
            return self._conjunct(head, own, passive, depth)
        if dep == "xcomp":
            return self._complement(head, own, passive, depth)
        if dep in ("advcl", "ccomp", "parataxis", "dep") and not own:
            return self._participle(head, passive, depth)
        if dep in _RELATIVE_CLAUSES:
            return _noun_clause(tree, head, own, passive) or self._infinitive(head, passive, depth)
        return Clause(head, own, passive)

    def _conjunct(self, head: int, own: tuple[Phrase, ...], passive: bool, depth: int) -> Clause:
        tree = self.tree
        first = self.clause(tree.head[head], depth - 1)
        if own:
            relative = first.antecedent if has_relative(tree, head) else ()
            return Clause(
                head,
                own,
                passive,
                antecedent=relative or first.antecedent,
                gap=first.gap,
                method=first.method,
            )
        lender = first.head if first.borrowed is None else first.borrowed
        borrowed = lender if _borrows(tree, lender, head) else None
        lent_passive = borrowed is not None and tree.tag[head] == "VBN" and first.passive
        bare = tree.tag[head] == "VBN" and not tree.children(head, "aux", "aux:pass") and first.passive
        return Clause(
            head, first.subjects, passive or lent_passive or bare, first.prefix, first.links, first.governors,
            first.antecedent, first.gap, borrowed, first.method,
        )  # fmt: skip

    def _complement(self, head: int, own: tuple[Phrase, ...], passive: bool, depth: int) -> Clause:
        tree = self.tree
        governor = tree.head[head]
        outer = self.clause(governor, depth - 1)
        if merges(tree, head) and not own:
            prefix = tuple(
                sorted(
                    {*outer.prefix, *_lent_words(tree, outer), *own_words(tree, governor), *tree.marks(head)}
                )
            )
            return Clause(
                head, outer.subjects, passive, prefix, (*outer.links, governor), outer.governors,
                outer.antecedent, outer.gap, None, _method(outer, "open_complement"),
            )  # fmt: skip
        item = tree.child(governor, "iobj", "obj")
        result = tree.lemma[governor] in word_class("result_infinitive") and tree.tag[head] != "VBN"
        gerund = result and not tree.marks(head)
        if not own and (
            calls_on(tree, governor) or is_needed(tree, governor) or (gerund and item is not None)
        ):
            control = controller(tree, head, governor)
            subjects = outer.subjects if control is None else self._controlled(control, depth)
        elif (
            own
            or item is None
            or tree.lemma[governor] in word_class("subject_control")
            or has_for(tree, head, item)
            or tree.lemma[governor] in APPEALING
            or result
        ):
            subjects = own or outer.subjects
        elif _is_exhorted(tree, governor, item):
            subjects = ()
        else:
            subjects = tuple(conjunct_phrases(tree, resolved(tree, item)))
            passive = passive or (tree.tag[head] == "VBN" and not tree.children(head, "aux"))
        return Clause(head, subjects, passive, governors=(governor,), method="open_complement")

    def _participle(self, head: int, passive: bool, depth: int) -> Clause:
        tree = self.tree
        governor = tree.head[head]
        if tree.dep[governor] == "advmod" and tree.pos[governor] in ("ADJ", "ADV"):
            governor = tree.head[governor]  # "stopped short of"
        outer = self.clause(_speaking_before(tree, head, governor), depth - 1)
        finite = tree.tag[head] in ("VBD", "VBZ", "VBP") or tree.child(head, "cop") is not None
        if finite and tree.dep[head] != "parataxis":
            return Clause(head, (), passive)
        if finite and tree.child(head, "obj", "obl", "ccomp") is None:
            return Clause(head, (), passive)
        if is_command(tree, head) or _follows_other_clause(tree, head, governor):
            return Clause(head, (), passive)
        control = controller(tree, head, governor)
        subjects = outer.subjects if control is None else self._controlled(control, depth)
        passive = passive or (tree.tag[head] == "VBN" and not tree.children(head, "aux"))
        return Clause(head, subjects, passive, governors=(governor,), method="participle")

    def _controlled(self, control: Control, depth: int) -> tuple[Phrase, ...]:
        if control.clause is not None:
            return self.clause(control.clause, depth - 1).subjects
        if control.token is None:
            return ()
        return tuple(conjunct_phrases(self.tree, resolved(self.tree, control.token)))

    def _infinitive(self, head: int, passive: bool, depth: int) -> Clause:
        """An infinitive under a noun ("the decision to leave", "the first to leave")."""
        noun = self.tree.head[head]
        control = noun_controller(self.tree, head, noun)
        subjects = () if control is None else self._controlled(control, depth)
        if control is not None and control.token == noun:
            subjects = (noun_phrase(self.tree, noun, without=head),)
        return Clause(head, subjects, passive, governors=(noun,), method="infinitive")


def _is_exhorted(tree: Tree, verb: int, item: int) -> bool:
    """ "Let's be patient": nobody is said to be; in "she let us in" somebody is let."""
    return tree.lemma[verb] == "let" and tree.lower[item] in _US and tree.child(verb, *SUBJECT_DEPS) is None


def _follows_other_clause(tree: Tree, participle: int, governor: int) -> bool:
    """ "Nine died when the ship sank, taking the cargo with it": whose doing it is the tree does not tell."""
    if tree.tag[participle] != "VBG" or tree.marks(participle) or participle < governor:
        return False
    if (
        tree.lemma[participle] in SPEAKING and tree.lemma[governor] in SPEAKING
    ):  # "said that ..., adding that ..."
        return False
    before = [kid for kid in tree.children(governor, "advcl", "ccomp") if governor < kid < participle]
    return any(tree.child(kid, *SUBJECT_DEPS) is not None for kid in before)


def _speaking_before(tree: Tree, participle: int, governor: int) -> int:
    """In "..., Lund said, adding that" it is Lund who adds: the reporting verb set in before, else the governor."""
    if tree.tag[participle] != "VBG" or tree.lemma[participle] not in SPEAKING:
        return governor
    inserted = [kid for kid in tree.children(governor, "parataxis") if tree.lemma[kid] in SPEAKING]
    return next((kid for kid in reversed(inserted) if kid < participle), governor)


def _noun_clause(tree: Tree, head: int, own: tuple[Phrase, ...], passive: bool) -> Clause | None:
    """Relative clause or participle: the noun is the subject of one, or fills what is missing in the other.

    None for an infinitive.
    """
    noun = tree.head[head]
    if tree.tag[noun] in ("WP", "WDT"):
        return Clause(head, own, passive, method="relative")
    antecedent = (antecedent_of(tree, noun, head),)
    if own:
        relative = tree.dep[head] == "acl:relcl"
        gap = relative and not has_wh_word(tree, head) and tree.lemma[noun] not in NO_GAP | POSSIBLE_NOUNS
        return Clause(
            head, own, passive, antecedent=antecedent, gap=gap, method="relative" if relative else "active"
        )
    if tree.tag[head] == "VBG":
        if tree.child(noun, "cop") is not None and tree.lower[noun] in word_class("verge"):
            return Clause(head, own_subjects(tree, noun), passive, method="participle")
        accused = tree.dep[noun] == "obj" and tree.lemma[tree.head[noun]] in ACCUSING
        if accused:
            return Clause(head, antecedent, passive, governors=(tree.head[noun],), method="participle")
        if tree.marks(head) or tree.cases(head) or tree.lemma[noun] in NO_SUBJECT:
            return Clause(head, (), passive)
        control = controller(tree, head, noun)
        if control is not None:
            shown = () if control.token is None else tuple(conjunct_phrases(tree, control.token))
            return Clause(head, shown, passive, method="participle")
        return Clause(head, antecedent, passive, method="participle")
    if tree.tag[head] == "VBN":
        marks = tree.marks(head)
        if marks and tree.words(marks) != "to":  # "the weeks after being elected"
            return Clause(head, (), passive=True)
        in_state = marks and tree.cases(noun) and tree.child(noun, "cop") is not None
        sold = own_subjects(tree, noun) if in_state else antecedent  # "the yard is in talks to be sold"
        return Clause(head, sold, passive=True, method="participle")
    if tree.dep[head] == "acl:relcl" and not any(tree.lower[mark] == "to" for mark in tree.marks(head)):
        return Clause(head, (), passive, antecedent=antecedent, method="relative")
    return None


def _borrows(tree: Tree, first: int, head: int) -> bool:
    if tree.pos[head] == tree.pos[first] == "ADJ":  # "was vague and hard to enforce"
        return tree.child(head, "cop") is None and tree.child(first, "cop") is not None
    form = base_form(tree, head)
    if form not in ("VB", "VBN", "VBG"):
        return False
    if negators(tree, first) and any(
        tree.lower[kid] in word_class("by_now") for kid in tree.children(head, "advmod")
    ):
        return False  # "cannot borrow and now face a crisis"
    helpers = tree.children(first, "aux", "aux:pass")
    if form == "VB":  # "will be based in Oslo and employ 300 people"
        return (tree.tag[first] == "VB" and bool(helpers)) or any(
            tree.tag[helper] == "MD" for helper in helpers
        )
    return tree.tag[first] == tree.tag[head] and bool(helpers)


def _lent_words(tree: Tree, clause: Clause) -> tuple[int, ...]:
    if clause.borrowed is None:
        return ()
    return lent_words(tree, clause.borrowed, clause.head)


def _method(clause: Clause, method: str) -> str:
    return clause.method if clause.method in ("relative", "participle") else method
