"""Statements of who is among whom and who are something to each other: "among the dead was", "are neighbours"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from ..syntax.phrases import Phrase, conjunct_phrases, noun_phrase
from ..syntax.tree import SUBJECT_DEPS
from .extraction import Extraction
from .verbal import clause_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

_STATES = frozenset({"married", "engaged", "divorced", "related", "allied"})
_AMONG = frozenset({"among", "amongst"})


def among_statements(tree: Tree, clauses: Clauses, token: int) -> Iterator[Extraction]:
    """ "Among those who attended were Ada Lind and Lars Lund": what the group did, they did."""
    if tree.lower[token] not in _AMONG or tree.dep[token] != "case":
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
            item = noun_phrase(tree, group)
            yield Extraction(
                member.tokens, member.head, (token, copula), "be", item.tokens, item.head, (),
                "positive", "actual", None, tree.sentence[token], "copula",
            )  # fmt: skip


def _members(tree: Tree, group: int) -> tuple[int | None, list[Phrase]]:
    """The copula, and the names that are said to be among the group."""
    above = tree.head[group]
    if tree.dep[group] in ("nmod", "obl") and tree.child(above, "cop") is not None and tree.is_named(above):
        return tree.child(above, "cop"), conjunct_phrases(tree, above)
    subject = tree.child(group, *SUBJECT_DEPS)
    if subject is None or not tree.is_named(subject):
        return None, []
    copula = tree.child(group, "cop")
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


def is_reciprocal(tree: Tree, clauses: Clauses, noun: int) -> bool:
    """Are several said to be friends, and not somebody else's?"""
    noun_of_both = tree.tag[noun] == "NNS" and tree.lemma[noun] in word_class("reciprocal")
    state_of_both = tree.pos[noun] == "ADJ" and tree.lower[noun] in _STATES
    if not (noun_of_both or state_of_both) or tree.child(noun, "cop") is None:
        return False
    if tree.child(noun, "nmod", "nmod:poss", "advmod", "obl") is not None:
        return False
    return len(clauses.clause(noun).subjects) > 1


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
