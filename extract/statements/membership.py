"""Statements of who is among whom, who does the same with another amount, and who are something to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..english.word_classes import word_class
from ..syntax.phrases import Phrase, conjunct_phrases, noun_phrase
from ..syntax.roles import named_head
from ..syntax.tree import SUBJECT_DEPS
from .extraction import Argument, Extraction
from .verbal import AMONG, clause_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

_OF_OTHERS = frozenset({"of", "to", "with", "for"})
"""Prepositions of somebody else to whom the subjects are friends."""


def among_statements(tree: Tree, clauses: Clauses, token: int) -> Iterator[Extraction]:
    """ "Among those who attended were Ada Lind and Lars Lund": what the group did, they did."""
    if tree.lower[token] not in AMONG or tree.dep[token] != "case":
        return
    group = tree.head[token]
    copula, members = _members(tree, group)
    if copula is None or not members:
        return
    told = list(_deeds(tree, clauses, group))
    for member in members:
        for deed in told:
            yield replace(deed, subject=member.tokens, subject_head=member.head)
        if not told and copula > token:
            yield Extraction(
                member.tokens, member.head, (token, copula), "be", tuple(range(token + 1, copula)), group, (),
                "positive", "actual", None, tree.sentence[token], "copula",
            )  # fmt: skip


def _members(tree: Tree, group: int) -> tuple[int | None, list[Phrase]]:
    """The copula, and the names that are said to be among the group."""
    above = tree.head[group]
    named = tree.is_named(named_head(tree, above))
    if tree.dep[group] in ("nmod", "obl") and tree.child(above, "cop") is not None and named:
        return tree.child(above, "cop"), conjunct_phrases(tree, above)
    copula = tree.child(group, "cop")
    subject = tree.child(group, *SUBJECT_DEPS)
    if subject is None and copula is not None:  # "among the guests were the painter ..."
        subject = next((kid for kid in tree.children(group, "appos") if kid > copula), None)
    if subject is None or not tree.is_named(named_head(tree, subject)):
        return None, []
    return copula if copula is not None else tree.child(subject, "cop"), conjunct_phrases(tree, subject)


def _deeds(tree: Tree, clauses: Clauses, group: int) -> Iterator[Extraction]:
    for verb in tree.children(group, "acl", "acl:relcl"):
        for extraction in clause_statements(tree, clauses, verb):
            if extraction.subject_head == group:
                yield extraction
            elif extraction.object_head == group and extraction.object is not None:
                continue
        if tree.tag[verb] == "VBN" and tree.child(verb, "aux:pass", "obl:agent", "obj") is None:
            item = noun_phrase(tree, group, without=verb)
            yield Extraction(
                item.tokens, item.head, (verb,), tree.lemma[verb], None, None, (), "positive", "actual", None,
                tree.sentence[verb], "participle",
            )  # fmt: skip


def gap_statements(tree: Tree, clauses: Clauses, name: int) -> Iterator[Extraction]:
    """ "Chile sold 40 tonnes and Peru 12 tonnes", "gave Malawi $3 million and Zambia $2 million": the verb holds for both."""
    amount = tree.child(name, "orphan")
    if amount is None:
        return
    verb, item = tree.head[name], noun_phrase(tree, amount)
    own = noun_phrase(tree, name, without=amount)
    if tree.words(tree.cases(amount)) == "by":
        yield from _done_by(tree, clauses, verb, own, item)
        return
    first, recipient = tree.child(verb, "obj"), tree.child(verb, "iobj")
    for deed in clause_statements(tree, clauses, verb):
        if deed.object_head != first:
            continue
        others = tuple(q for q in deed.qualifiers if q.head not in (recipient, name))
        told = replace(deed, object=item.tokens, object_head=item.head, qualifiers=others, method="gap")
        if recipient is None:
            yield replace(told, subject=own.tokens, subject_head=own.head)
        else:
            beneficiary = Argument("beneficiary", own.tokens, own.head)
            yield replace(told, qualifiers=(*others, beneficiary))
            given = Argument("manner", item.tokens, item.head)
            yield replace(told, object=own.tokens, object_head=own.head, qualifiers=(*others, given))
        return


def _done_by(tree: Tree, clauses: Clauses, verb: int, own: Phrase, agent: Phrase) -> Iterator[Extraction]:
    """ "Lund was advised by Berg, Dahl by Kos": Kos did it to Dahl."""
    undergone = tree.child(verb, "nsubj:pass")
    for deed in clause_statements(tree, clauses, verb):
        if deed.object_head == undergone and deed.subject_head == tree.child(verb, "obl:agent"):
            yield replace(
                deed,
                subject=agent.tokens,
                subject_head=agent.head,
                object=own.tokens,
                object_head=own.head,
                qualifiers=tuple(q for q in deed.qualifiers if q.head != own.head),
                method="gap",
            )
            return


def is_reciprocal(tree: Tree, clauses: Clauses, noun: int) -> bool:
    """Are several said to be friends, and not somebody else's?"""
    noun_of_both = tree.tag[noun] == "NNS" and tree.lemma[noun] in word_class("reciprocal")
    noun_of_both = noun_of_both or (tree.lemma[noun] == "husband" and _is_couple(tree, noun))
    state_of_both = tree.pos[noun] == "ADJ" and tree.lower[noun] in word_class("mutual_states")
    if not (noun_of_both or state_of_both) or tree.child(noun, "cop") is None:
        return False
    if tree.child(noun, "nmod:poss") is not None or any(
        tree.words(tree.cases(kid)) in _OF_OTHERS for kid in tree.children(noun, "nmod", "obl")
    ):
        return False
    return len(clauses.clause(noun).subjects) > 1


def _is_couple(tree: Tree, noun: int) -> bool:
    """ "Husband and wife"."""
    return any(tree.lemma[kid] == "wife" for kid in tree.children(noun, "conj"))


def reciprocal_statements(tree: Tree, clauses: Clauses, noun: int) -> Iterator[Extraction]:
    """ "Anna Bell and Carl Dee are siblings": each is that to the other."""
    if not is_reciprocal(tree, clauses, noun):
        return
    subjects = clauses.clause(noun).subjects
    for extraction in clause_statements(tree, clauses, noun):
        if extraction.subject_head == subjects[0].head:
            own = (
                t
                for t in range(tree.left[noun], noun)
                if tree.dep[t] in ("amod", "compound") and tree.head[t] == noun
            )
            words = tuple(sorted({*extraction.predicate, *own, noun}))
            for other in subjects[1:]:
                yield replace(
                    extraction,
                    predicate=words,
                    lemma=tree.lemma[noun],
                    object=other.tokens,
                    object_head=other.head,
                )
            return
