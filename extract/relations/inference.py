"""Statements inside statements that the schema knows: "was born in Leeds on 4 May", "served as chief of the bank"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..syntax.conjuncts import coordinated, is_contrast
from ..syntax.negation import is_negated
from ..syntax.phrases import Phrase, conjunct_phrases
from ..syntax.rules import Rule, RuleTable
from .triggers import find_relation

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.schema import Schema

    from ..statements import Argument, Extraction
    from ..syntax.tree import Tree

LabelAt = Callable[[int], "str | None"]
"""The label of what the phrase with this head refers to."""

_HELPERS = frozenset({"aux", "aux:pass"})
_ROLE_PREPOSITIONS = frozenset({"of", "for", "at", "in", "to", "with"})
_MODIFIERS = frozenset({"amod", "compound", "flat", "fixed"})


def derived_relations(
    schema: Schema, tree: Tree, extractions: Iterable[Extraction], label_at: LabelAt
) -> Iterator[tuple[Extraction, str]]:
    """Read relations from the circumstances of statements and from the roles they give, each as a statement.

    What an extraction of the input says already is left out. ``label_at`` gives the label of a phrase by its head.
    """
    given = list(extractions)
    known = {(p.subject_head, p.object_head, p.lemma) for p in given}
    for extraction in given:
        for rule, candidate in _candidates(tree, extraction):
            key = (candidate.subject_head, candidate.object_head, candidate.lemma)
            if candidate.object_head is None or key in known:
                continue
            labels = label_at(candidate.subject_head), label_at(candidate.object_head)
            relation = find_relation(schema, tree, candidate, *labels)
            if relation is not None:
                known.add(key)
                rule.fire(candidate.predicate[-1], relation)
                yield replace(candidate, steps=(*candidate.steps, rule.name)), relation


def _candidates(tree: Tree, extraction: Extraction) -> Iterator[tuple[Rule, Extraction]]:
    for rule in INFERENCES.active():
        for candidate in rule.apply(tree, extraction):
            yield rule, candidate


def _of_subject(tree: Tree, extraction: Extraction) -> Iterator[Extraction]:
    """What is said of a predicate noun is said of its subject: "Bolt is a maker of nails based in Leeds"."""
    noun = extraction.subject_head
    subject = tree.child(noun, "nsubj")
    held = tree.child(noun, "cop") is not None and not is_negated(tree, noun)
    if subject is not None and held and not tree.is_named(noun):
        for phrase in conjunct_phrases(tree, subject):
            yield replace(extraction, subject=phrase.tokens, subject_head=phrase.head)


def _circumstances(tree: Tree, extraction: Extraction) -> Iterator[Extraction]:
    """Each circumstance of an intransitive statement as its object."""
    words = _without_preposition(tree, extraction)
    if words is None:
        return
    for argument in extraction.qualifiers:
        preposition, rest = _split(tree, argument)
        if rest and preposition is not None:
            others = tuple(other for other in extraction.qualifiers if other is not argument)
            yield replace(
                extraction, predicate=tuple(sorted({*words, *preposition})), object=rest, object_head=argument.head,
                qualifiers=others,
            )  # fmt: skip


def _without_preposition(tree: Tree, extraction: Extraction) -> tuple[int, ...] | None:
    """The predicate without the preposition of its object; None where the object is a direct one."""
    if extraction.object_head is None:
        return extraction.predicate
    preposition = set(tree.cases(extraction.object_head))
    if not preposition or not preposition <= set(extraction.predicate):
        return None
    return tuple(token for token in extraction.predicate if token not in preposition)


def _split(tree: Tree, argument: Argument) -> tuple[tuple[int, ...] | None, tuple[int, ...]]:
    """The preposition of a circumstance and the rest; None for the preposition of a clause or an adverb."""
    if tree.pos[argument.head] not in ("NOUN", "PROPN", "NUM", "PRON"):
        return None, ()
    preposition = tuple(token for token in tree.cases(argument.head) if token in argument.tokens)
    return preposition, tuple(token for token in argument.tokens if token not in preposition)


def _roles(tree: Tree, extraction: Extraction) -> Iterator[Extraction]:
    """The roles that a statement gives its subject, each with whom it is held for."""
    if not _gives_role(tree, extraction):
        yield from _given_roles(tree, extraction)
        return
    for head, words in _role_nouns(tree, extraction):
        nouns = coordinated(tree, head)
        for noun in nouns:
            for preposition, phrase in _held_for(tree, noun, nouns):
                own = _modifiers(tree, noun)
                predicate = tuple(sorted({*words, *own, noun, *preposition}))
                yield replace(
                    extraction, predicate=predicate, lemma=tree.lemma[noun], object=phrase.tokens,
                    object_head=phrase.head, qualifiers=(), method="role",
                )  # fmt: skip


def _given_roles(tree: Tree, extraction: Extraction) -> Iterator[Extraction]:
    """ "The bank named Ada Lind its chief economist": hers is the role, at the bank where nobody else is named for it."""
    holder = extraction.object_head
    if holder is None or extraction.object is None or tree.label[holder] != "PERSON":
        return
    if extraction.lemma not in word_class("role_giving") or _is_thwarted(tree, extraction.lemma, holder):
        return
    for argument in extraction.qualifiers:
        noun = argument.head
        if argument.role != "as" or tree.pos[noun] != "NOUN":
            continue
        own = (*_modifiers(tree, noun), noun)
        told = replace(
            extraction, subject=extraction.object, subject_head=holder, lemma=tree.lemma[noun], qualifiers=(), method="apposition"
        )  # fmt: skip
        others = list(_held_for(tree, noun, [noun]))
        for preposition, phrase in others:
            yield replace(
                told,
                predicate=tuple(sorted((*own, *preposition))),
                object=phrase.tokens,
                object_head=phrase.head,
            )
        owner = tree.child(noun, "nmod:poss")
        body = (
            tree.label[extraction.subject_head] == "ORG"
            or noun_type(tree.lemma[extraction.subject_head]) == "ORG"
        )
        if not others and body and (owner is None or tree.tag[owner] == "PRP$"):
            yield replace(
                told,
                predicate=tuple(sorted(own)),
                object=extraction.subject,
                object_head=extraction.subject_head,
            )


def _is_thwarted(tree: Tree, verb: str, holder: int) -> bool:
    """ "Elected her director, but she declined", "nominated her": the office may not have been taken."""
    later = (kid for kid in tree.children(tree.head[holder], "conj") if kid > holder)
    return verb == "nominate" or any(is_contrast(tree, kid) for kid in later)


def _modifiers(tree: Tree, noun: int) -> list[int]:
    """The words before a role that are part of it, with what a hyphen joins to them: "non-executive", "co-opted"."""
    kids = (kid for kid in tree.children(noun, *_MODIFIERS) if not tree.is_named(kid))
    return [
        token
        for kid in kids
        for token in range(tree.left[kid], tree.right[kid] + 1)
        if token == kid or tree.tag[token] in ("HYPH", "AFX") or _is_hyphenated(tree, token)
    ]


def _is_hyphenated(tree: Tree, token: int) -> bool:
    return any(0 <= beside < len(tree) and tree.tag[beside] == "HYPH" for beside in (token - 1, token + 1))


def _gives_role(tree: Tree, extraction: Extraction) -> bool:
    verbs = (
        t for t in extraction.predicate if tree.pos[t] in ("VERB", "AUX") and tree.dep[t] not in _HELPERS
    )
    lemmas = {tree.lemma[token] for token in verbs}
    passive = any(tree.dep[token] == "aux:pass" for token in extraction.predicate)
    return bool(lemmas & word_class("becoming")) or (passive and bool(lemmas & word_class("role_giving")))


def _role_nouns(tree: Tree, extraction: Extraction) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The object and what follows "as", with the words before them."""
    heads = [
        argument.head
        for argument in extraction.qualifiers
        if argument.role == "as"
        and tree.child(argument.head, "cop") is None  # no clause: "as she is the heir"
    ]
    if extraction.object_head is not None:
        heads.append(extraction.object_head)
    for head in heads:
        if tree.pos[head] == "NOUN" or (tree.pos[head] == "PROPN" and not tree.is_named(head)):
            yield head, (*extraction.predicate, *tree.cases(head))


def _held_for(tree: Tree, noun: int, nouns: list[int]) -> Iterator[tuple[tuple[int, ...], Phrase]]:
    """Whom a role is held for; coordinated roles share what follows the last."""
    for owner in (noun, *(other for other in nouns if other > noun)):
        found = False
        for kid in tree.children(owner, "nmod"):
            preposition = tree.cases(kid)
            if kid > owner and tree.words(preposition) in _ROLE_PREPOSITIONS:
                for phrase in conjunct_phrases(tree, kid):
                    found = True
                    yield preposition, phrase
        if found:
            return


def _successors(tree: Tree, extraction: Extraction) -> Iterator[Extraction]:
    """ "The board replaced Hill with Cole": Cole replaced Hill."""
    if extraction.lemma != "replace":
        return
    for argument in extraction.qualifiers:
        if argument.role == "with" and tree.is_named(argument.head):
            verb = tuple(t for t in extraction.predicate if tree.lemma[t] == "replace")
            for phrase in conjunct_phrases(tree, argument.head):
                yield replace(
                    extraction, subject=phrase.tokens, subject_head=phrase.head, predicate=verb, qualifiers=()
                )


INFERENCES = RuleTable(
    "relations",
    Rule("predicate-noun-subject", _of_subject, cites="UD: cop"),
    Rule("adjunct-as-object", _circumstances, cites="UD: obl"),
    Rule("replaced-with", _successors, cites="PropBank: replace.01 ARG2"),
    Rule("role-given", _roles, cites="UD: xcomp, obl with 'as'"),
)
"""What is read inside a statement: each gives candidates, of which those that the schema knows are kept."""
