"""Names of firms that are called like a person or a place: their founder, their short name, what only firms have."""

from __future__ import annotations

from collections.abc import Sequence

from ..english.name_words import LEGAL_FORMS, TRADES
from ..english.semantic_classes import given_names, noun_type
from ..english.titles import bare
from ..english.word_classes import word_class
from ..syntax.tree import Tree
from .firm_signs import HE_OR_SHE, is_firm, is_free_of_people
from .likeness import acts_like_a_person, is_called_which, is_human
from .same_names import Names, has_title, is_founded

_FOUNDED = frozenset({"brand", "brewery", "bank", "house", "label", "chain", "group"})
"""Nouns, beside those of firms, for what founders of firms are said to have founded."""


def founded(known: Names, i: int) -> str:
    """Whatever somebody founded is not a person ("Henry Lund founded Lund")."""
    name = known.names[i]
    return "ORG" if name.label == "PERSON" and is_founded(known.tree, name.head) else ""


def named_after_founder(known: Names, i: int) -> str:
    """A single name that a founded firm bears is the firm's, where its founder goes by a full name."""
    name = known.names[i]
    if name.label != "PERSON" or name.end - name.start > 1 or has_title(known, i):
        return ""
    return "ORG" if any(j != i for j in known.namesakes(i).founded[:2]) else ""


def short_firm(known: Names, i: int) -> str:
    """The first word of a firm's name with its legal form or trade, where no person of that name was named last."""
    name = known.names[i]
    if name.label in ("ORG", "NORP") or name.end - name.start > 1 or has_title(known, i):
        return ""
    longer = known.longer_before(i)
    if longer is None:
        return ""
    words = known.words(known.names[longer])
    if known.names[longer].label != "ORG" or words[0] != known.words(name)[0]:
        return ""
    if bare(words[-1]) in LEGAL_FORMS:
        return "ORG"
    same = known.namesakes(i)
    if (
        name.label != "PERSON"
        or acts_like_a_person(known.tree, known.names[i].head)
        or _is_human(known, same.single)
    ):
        return ""
    if same.person is None:
        return "ORG" if words[-1].lower() in TRADES or _is_nobody(known, i, words) else ""
    return "ORG" if words[-1].lower() in TRADES and same.person > i else ""


def owner(known: Names, i: int) -> str:
    """A single name of who owns a ship or machine, whom the next sentence calls the company ("its owner, Lund, denied it. The firm said")."""
    name, tree = known.names[i], known.tree
    if name.label != "PERSON" or name.end - name.start > 1 or known.namesakes(i).person is not None:
        return ""
    same = [known.names[j] for j in known.called_alike(i)]
    is_told = any(_owns(tree, other.head) and _goes_on_as_firm(tree, other.head) for other in same)
    return "ORG" if is_told and all(is_free_of_people(tree, other) for other in same) else ""


def _owns(tree: Tree, head: int) -> bool:
    """Does a name, and no age, stand behind "the ship's owner" or "the operator of the ship", who says something?"""
    noun = tree.head[head]
    if tree.dep[head] != "appos" or tree.lemma[noun] not in ("owner", "operator"):
        return False
    things = [tree.lemma[kid] for kid in tree.children(noun, "nmod:poss", "nmod")]
    says = tree.dep[noun] == "nsubj" and tree.lemma[tree.head[noun]] in _SAYS
    is_aged = any(word.isdecimal() for word in tree.text[head + 1 : head + 3])
    return says and not is_aged and any(noun_type(thing) == "PRODUCT" for thing in things)


def _goes_on_as_firm(tree: Tree, head: int) -> bool:
    """Does "the company" say something in the next sentence, without "he" or "she", and no other body in that of the name?"""
    here = tree.sentence[head]
    end = next((t for t in range(head, len(tree)) if tree.sentence[t] != here), len(tree))
    behind = [t for t in range(end, len(tree)) if tree.sentence[t] == here + 1]
    if len(behind) < 3 or tree.lower[end] != "the" or tree.lower[end + 1] not in _COMPANY:
        return False
    says = tree.dep[end + 1] == "nsubj" and tree.lemma[tree.head[end + 1]] in _SAYS
    start = next(t for t in range(head + 1) if tree.sentence[t] == here)
    others = any(tree.label[t] == "ORG" or tree.lower[t] in _COMPANY for t in range(start, end) if t != head)
    return says and not others and HE_OR_SHE.isdisjoint(tree.lower[end : behind[-1] + 1])


_SAYS = frozenset("say deny decline reject insist confirm".split())
_COMPANY = frozenset({"company", "firm", "group"})


def _is_nobody(known: Names, i: int, body: list[str]) -> bool:
    """Does nobody go by the first word of a body's name, be it behind a title, as a first name or as who gave or leads it?"""
    if not all(word[0].isupper() for word in body) or body[0].lower() in given_names():
        return False
    if body[-1].lower() in word_class("endowed"):
        return False
    return not any(has_title(known, j) for j in known.namesakes(i).single)


def firm_of_namesake(known: Names, i: int) -> str:
    """The first word of a firm's name that "which" takes up, though its founder has it too ("Lund Foods ... Otto Lund ... Lund, which")."""
    name, same = known.names[i], known.namesakes(i)
    if name.label != "PERSON" or name.end - name.start > 1 or _is_human(known, same.single):
        return ""
    is_firm = any(_is_firm_called(known, j, known.words(name)[0]) for j in same.longer if j < i)
    if not is_firm or any(has_title(known, j) for j in same.single):
        return ""
    return "ORG" if any(is_called_which(known.tree, known.names[j].head) for j in same.single) else ""


def _is_firm_called(known: Names, j: int, word: str) -> bool:
    """Is this the name of a firm that the word opens, with its legal form or trade?"""
    words = known.words(known.names[j])
    has_tail = bare(words[-1]) in LEGAL_FORMS or words[-1].lower() in TRADES
    return known.names[j].label == "ORG" and words[0] == word and has_tail


def _is_human(known: Names, names: Sequence[int]) -> bool:
    """Does any of these names do what no body does ("Lund smiled")?"""
    return any(is_human(known.tree, known.names[j].head) for j in names)


def of_its_founder(known: Names, i: int) -> str:
    """A name with what only firms have, of whose founder the text tells ("Lund shares fell. The firm, founded by Otto Lund").

    That somebody founded "the firm" does not tell who is meant by the family name: "Lund was jailed. Otto Lund founded the firm".
    """
    name, tree = known.names[i], known.tree
    if name.label != "PERSON" or name.end - name.start > 1 or has_title(known, i):
        return ""
    same = known.namesakes(i)
    if same.person is None or not has_founded_a_firm(tree, known.names[same.person].head):
        return ""
    if known.words(known.names[same.person])[-1] != known.words(name)[0]:
        return ""
    single = [known.names[j] for j in same.single]
    is_one = any(is_firm(tree, other) for other in single)
    return "ORG" if is_one and all(is_free_of_people(tree, other) for other in single) else ""


def founder(known: Names, i: int) -> str:
    """Whoever founded "the firm" is a person, though it has the same name ("Otto Lund, who founded the house")."""
    name = known.names[i]
    is_full = name.end - name.start > 1 and known.words(name)[0].lower() in given_names()
    return "PERSON" if name.label == "ORG" and is_full and has_founded_a_firm(known.tree, name.head) else ""


def has_founded_a_firm(tree: Tree, head: int) -> bool:
    """Is it the name of who founded "the company"?"""
    verb, dep = tree.head[head], tree.dep[head]
    if dep in ("obl:agent", "nsubj") and tree.lemma[verb] in word_class("founding"):
        clauses = [verb]
    else:
        clauses = [
            kid for kid in tree.children(head, "acl:relcl") if tree.lemma[kid] in word_class("founding")
        ]
    return any(
        tree.lemma[noun] in _FOUNDED or tree.lemma[noun] in word_class("firms")
        for clause in clauses
        for noun in (*tree.children(clause, "obj", "nsubj:pass"), *_modified(tree, clause))
    )


def _modified(tree: Tree, clause: int) -> list[int]:
    """The noun that a participle stands behind ("the company, founded by Otto Lund")."""
    return [tree.head[clause]] if tree.dep[clause] == "acl" else []
