"""Statements of roles: titles, appositions, kinship ("palace envoy Anna Berg", "Holt's son-in-law Lars Lund")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.model.record import VALUE_LABELS

from ..coreference.appositions import is_no_person
from ..english.lexicon import FORMS_OF_ADDRESS, KINSHIP, ROLE_NOUNS
from ..english.role_classes import OTHER_ROLE
from ..english.semantic_classes import noun_type
from ..english.titles import GENERATIONS, bare
from ..english.word_classes import word_class
from ..factuality.modality import Factuality, find_factuality
from ..syntax.lists_of_people import holder_beside
from ..syntax.phrases import (
    Phrase,
    conjunct_phrases,
    coordinated,
    is_labelled_bracket,
    is_role,
    is_role_beside,
    named_head,
    noun_phrase,
)
from ..syntax.possessors import is_style
from ..syntax.restrictive import is_ranked, is_restrictive
from ..syntax.tree import climb
from .adjuncts import is_time
from .extraction import Extraction
from .holders import had_by, holds, is_no_holder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

_NAMES = frozenset({"PROPN", "PRON"})
ROLE_METHODS = frozenset({"title", "apposition", "possessive", "phrase"})
"""Constructions that set a role beside a name without a verb."""
_ROLE_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "with", "from", "on", "under", "by"})
LONGEST_COMPLETION = 3
"""Words behind a role that belong to it ("maker of frozen meals"), whoever it is held for."""
_PICKING = frozenset({"especially", "particularly", "notably", "mainly", "mostly", "chiefly", "primarily"})
"""What stands before one of those that the noun before it is about."""
_MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod", "nmod:unmarked", "nmod:desc", "flat"})


def title_statements(tree: Tree, name: int) -> Iterator[Extraction]:
    """Roles that stand before a name."""
    if tree.pos[name] != "PROPN":
        return
    holder = noun_phrase(tree, name, titles=False)
    for role in titles_of(tree, name):
        owner = tree.child(name, "nmod:poss")
        for one in _holders(tree, name, role):
            shared = holder if one == name else noun_phrase(tree, one, titles=False)
            yield from role_statements(tree, shared, role, Factuality(), "title", owner=owner)
        for kid in tree.children(name, "nmod"):
            preposition = tree.cases(kid)
            if tree.words(preposition) in ("of", "for"):
                words = tuple(sorted({*_role_words(tree, role), *preposition}))
                for phrase in conjunct_phrases(tree, kid):
                    yield _extraction(tree, holder, words, role, phrase, Factuality(), "title")


def _holders(tree: Tree, name: int, role: int) -> Iterator[int]:
    """The names that a role in the plural is said of: "Judges Lund and Dahl" are two judges."""
    yield name
    if tree.tag[role] not in ("NNS", "NNPS") or tree.label[name] != "PERSON":
        return
    first = tree.head[name] if tree.dep[name] == "conj" else name
    for other in coordinated(tree, first):
        ahead = other < name < role or name < other
        if ahead and tree.label[other] == "PERSON" and not tree.children(other, "nmod:desc", "appos"):
            yield other


def titles_of(tree: Tree, name: int) -> list[int]:
    """The roles before a name, also one before another ("ministry spokeswoman Colonel Petrak")."""
    titles = tree.children(name, "nmod:desc")
    for title in titles:
        titles.extend(kid for kid in tree.kids[title] if kid < title and _is_second_title(tree, kid))
    return [
        title
        for title in sorted(titles)
        if _says_a_role(tree, title)
        and not _is_of_several(tree, title, name)
        and not is_no_holder(tree, title, name)
    ]


def _is_of_several(tree: Tree, title: int, name: int) -> bool:
    """A role in the plural beside one name is a slip of the parse ("the candidates' estimates Lund will accept")."""
    joined = tree.dep[name] == "conj" or tree.child(name, "conj") is not None
    return tree.tag[title] in ("NNS", "NNPS") and not joined


def _says_a_role(tree: Tree, title: int) -> bool:
    """Neither "Mr" nor "Jr." nor "His Highness" says what somebody is."""
    return (
        tree.lower[title] not in FORMS_OF_ADDRESS
        and bare(tree.lower[title]) not in GENERATIONS
        and not is_style(tree, title)
    )


def _is_second_title(tree: Tree, kid: int) -> bool:
    if (
        tree.lower[kid] in OTHER_ROLE or tree.lower[tree.head[kid]] == "general"
    ):  # "Deputy Mayor Ivo Dahl" is no mayor
        return False
    if tree.dep[kid] == "compound":
        if tree.lower[kid] == "justice":  # "Justice Minister Eva Holm": her field, and no judge
            return False
        return (
            tree.pos[kid] == "NOUN" and tree.lemma[kid] in ROLE_NOUNS and tree.pos[tree.head[kid]] == "PROPN"
        )
    return tree.dep[kid] == "nmod:desc"


def apposition_statements(tree: Tree, head: int) -> Iterator[Extraction]:
    """Roles set beside a name, whichever of the two comes first."""
    for kid in tree.children(head, "appos"):
        role, name = (kid, head) if is_role_beside(tree, kid, head) else (head, named_head(tree, kid))
        if (not is_role(tree, role) and role != kid) or is_labelled_bracket(tree, kid):
            continue
        if _is_of_another(tree, role, name) or is_style(tree, role) or is_no_holder(tree, role, name):
            continue
        if tree.dep[head] == "nmod:desc" and tree.label[kid] in (
            "GPE",
            "LOC",
        ):  # "MP Lucy Berger (Leeds East)"
            continue
        alone = tree.tag[role] == "NNS" and tree.child(name, "conj") is None
        single = tree.label[name] == "PERSON" and tree.dep[name] != "conj"
        if alone and (role == head or (single and name < role)):
            continue
        if role < name and tree.label[name] == "PERSON" and is_no_person(tree, role):
            continue  # "on Yapster, the platform, Ivo Dahl wrote"
        if role > name and tree.label[name] == "PERSON" and _is_thing(tree, role):
            continue  # "Lund of the Vardo Institute, a body that"
        if role == head and not _PICKING.isdisjoint(tree.lower[t] for t in tree.children(kid, "advmod")):
            continue  # "the banks, particularly Kelda"
        if role == head and tree.lemma[role] in word_class("groups"):  # "the couple, Ada and Lars"
            continue
        if (tree.pos[name] not in _NAMES and not tree.is_named(name)) or _is_value(tree, name):
            continue
        if tree.pos[name] == "PRON" and tree.tag[name] != "PRP":  # "an association, nothing more"
            continue
        for item in coordinated(tree, role) if role == kid else [role]:
            method = "possessive" if tree.child(item, "nmod:poss") else "apposition"
            for one in _holders(tree, name, item):
                holder = noun_phrase(tree, one, titles=False)
                yield from role_statements(tree, holder, item, Factuality(), method, owner=had_by(tree, item))


def _is_thing(tree: Tree, role: int) -> bool:
    """Is it a noun for a body, a place or a thing?"""
    return noun_type(tree.lemma[role]) not in ("", "PERSON")


def _is_of_another(tree: Tree, role: int, name: int) -> bool:
    """Does a role stand beside somebody else's name, as where the next of a list hangs on it or is passed over?"""
    holder = holder_beside(tree, role) if tree.label[name] == "PERSON" else None
    if holder is None or tree.entity[holder] == tree.entity[name]:
        return False
    holder = climb(tree, holder, ("flat",))
    if tree.tag[role] == "NNS" and tree.head[holder] == name:
        return False  # "Ada and Lars Lind, the parents"
    return role < name or tree.dep[holder] in ("appos", "conj", "list")


def _is_value(tree: Tree, token: int) -> bool:
    return tree.label[token] in VALUE_LABELS or tree.pos[token] in ("NUM", "SYM")


def copula_role_statements(tree: Tree, subjects: tuple[Phrase, ...], head: int) -> Iterator[Extraction]:
    """The roles a copula gives its subject ("Berg is the leader of the council")."""
    factuality = find_factuality(tree, head)
    for role in coordinated(tree, head):
        if tree.pos[role] == "NOUN" and not tree.cases(role) and not tree.cases(head):
            for subject in subjects:
                if tree.lower[subject.head] not in ("it", "this", "that", "there"):
                    yield from role_statements(tree, subject, role, factuality, "copula", verb=True)
    if tree.label[head] == "PERSON" and not tree.cases(head):  # "the coach of Eva Holm is Marco Bellini"
        for subject in subjects:
            if is_role(tree, subject.head):
                told = role_statements(tree, noun_phrase(tree, head), subject.head, factuality, "copula")
                yield from (extraction for extraction in told if extraction.object is not None)


def role_statements(
    tree: Tree,
    holder: Phrase,
    role: int,
    factuality: Factuality,
    method: str,
    *,
    verb: bool = False,
    owner: int | None = None,
) -> Iterator[Extraction]:
    """Who holds a role, and of whom: one statement for each name that the role is of.

    ``owner`` is whose role it is where the parse hangs that on the name; ``verb`` says that a verb has
    already stated the role and what follows it.
    """
    if any(is_ranked(tree, role) and is_restrictive(tree, role, kid) for kid in tree.kids[role]):
        return  # "the last prime minister to visit Vardo" is not the last one
    words = _role_words(tree, role)
    found = owner is not None
    if owner is not None:
        for phrase in conjunct_phrases(tree, _owner(tree, owner)):
            yield _extraction(tree, holder, words, role, phrase, factuality, method)
    made = () if tree.label[holder.head] == "PERSON" else _completion(tree, role)
    for predicate, item in _role_arguments(tree, role, words, made, verb=verb):
        found = True
        yield _extraction(tree, holder, predicate, role, item, factuality, method)
    if not found and not verb and tree.lemma[role] not in KINSHIP:  # "with wife Ada Lind": whose?
        yield _extraction(tree, holder, words, role, None, factuality, method)


def _extraction(
    tree: Tree,
    holder: Phrase,
    predicate: tuple[int, ...],
    role: int,
    item: Phrase | None,
    factuality: Factuality,
    method: str,
) -> Extraction:
    return Extraction(
        holder.tokens, holder.head, predicate, tree.lemma[role],
        None if item is None else item.tokens, None if item is None else item.head,
        (), factuality.polarity, factuality.modality, None, tree.sentence[role], method,
        signs=factuality.signs,
    )  # fmt: skip


def _role_words(tree: Tree, role: int) -> tuple[int, ...]:
    """The role's own words, without article, without whoever it is held for or of."""
    words = {role, *(kid for kid in tree.children(role, "fixed") if kid > role)}  # "chief of staff"
    for kid in tree.kids[role]:
        if (
            kid < role
            and tree.dep[kid] in _MODIFIERS
            and tree.label[kid] != "DATE"  # "54-year-old"
            and not tree.cases(kid)  # "among them the director"
            and not holds(tree, role, kid)
            and not _is_second_title(tree, kid)
        ):
            words.update(
                token for token in range(tree.left[kid], tree.right[kid] + 1) if tree.pos[token] not in ("PUNCT", "SPACE")
                or tree.tag[token] == "HYPH"
            )  # fmt: skip
    last = role  # "son-in-law" is several tokens
    while (
        last + 1 < len(tree)
        and not tree.spaced[last]
        and tree.tag[last + 1] in ("HYPH", "IN", "NN")
        and tree.pos[last + 1] != "SPACE"
    ):
        last += 1
        words.add(last)
    return tuple(sorted(words))


def _owner(tree: Tree, kid: int) -> int:
    """Whom "whose" stands for, else the word itself."""
    above = kid
    for _ in range(4):
        if tree.lower[kid] != "whose" or tree.head[above] == above:
            return kid
        above = tree.head[above]
        if tree.dep[above] == "acl:relcl":
            return tree.head[above]
    return kid


def _shared(tree: Tree, role: int) -> list[int]:
    """ "Founder and head of the clinic": what stands behind the second of joined roles and hangs on the first."""
    alone = tree.dep[role] == "conj" and tree.child(role, "nmod", "nmod:poss", "compound") is None
    return [kid for kid in tree.children(tree.head[role], "nmod") if alone and kid > role]


def _completion(tree: Tree, role: int) -> tuple[int, ...]:
    """ "Britain's largest maker of tiles": what it makes belongs to the role that it has for Britain."""
    for kid in tree.children(role, "nmod"):
        bare = tree.words(tree.cases(kid)) == "of" and not tree.is_named(kid) and role < kid
        if bare and tree.right[kid] - role <= LONGEST_COMPLETION and tree.child(kid, "conj") is None:
            return tuple(range(tree.left[kid], tree.right[kid] + 1))
    return ()


def _role_arguments(
    tree: Tree, role: int, words: tuple[int, ...], made: tuple[int, ...], *, verb: bool
) -> Iterator[tuple[tuple[int, ...], Phrase]]:
    for kid in (*tree.kids[role], *_shared(tree, role)):
        if kid < role and holds(tree, role, kid):
            for phrase in conjunct_phrases(tree, _owner(tree, kid)):
                yield (*words, *made), phrase
        elif kid > role and kid not in words and tree.dep[kid] == "nmod" and not verb:
            preposition = tree.cases(kid)
            allowed = ("of", "to") if tree.lemma[role] in KINSHIP else _ROLE_PREPOSITIONS
            if tree.words(preposition) in allowed and not is_time(tree, kid):
                for phrase in conjunct_phrases(tree, kid):
                    yield tuple(sorted({*words, *preposition})), phrase
