"""Roles that somebody holds, and of whom: "the leader of the council", "Holt's son-in-law"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import FORMS_OF_ADDRESS, KINSHIP, ROLE_NOUNS
from ..english.role_classes import OTHER_ROLE
from ..english.titles import is_one_office
from ..factuality.modality import Factuality, find_factuality
from ..syntax.conjuncts import coordinated
from ..syntax.phrases import Phrase, conjunct_phrases, noun_phrase
from ..syntax.restrictive import is_ranked, is_restrictive
from ..syntax.roles import is_role
from .adjuncts import is_time
from .extraction import Extraction
from .holders import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

ROLE_METHODS = frozenset({"title", "apposition", "possessive", "phrase"})
"""Constructions that set a role beside a name without a verb."""
_ROLE_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "with", "from", "on", "under", "by"})
LONGEST_COMPLETION = 3
"""Words behind a role that belong to it ("maker of frozen meals"), whoever it is held for."""
_MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod", "nmod:unmarked", "nmod:desc", "flat"})


def holders(tree: Tree, name: int, role: int) -> Iterator[int]:
    """The names that a role in the plural is said of: "Judges Lund and Dahl" are two judges."""
    yield name
    if tree.tag[role] not in ("NNS", "NNPS") or tree.label[name] != "PERSON":
        return
    first = tree.head[name] if tree.dep[name] == "conj" else name
    for other in coordinated(tree, first):
        ahead = other < name < role or name < other
        if ahead and tree.label[other] == "PERSON" and not tree.children(other, "nmod:desc", "appos"):
            yield other


def is_second_title(tree: Tree, kid: int) -> bool:
    """Is it a role by itself ("spokeswoman Colonel Petrak")? "Deputy Mayor Ivo Dahl" is no mayor."""
    title = tree.head[kid]
    if tree.lower[kid] in OTHER_ROLE or is_one_office(tree.lower[kid], tree.lower[title]):
        return False
    role = tree.pos[kid] == "NOUN" and tree.lemma[kid] in ROLE_NOUNS and tree.pos[title] == "PROPN"
    return tree.dep[kid] == "nmod:desc" or (tree.dep[kid] == "compound" and role)


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
    words = role_words(tree, role)
    found = owner is not None
    if owner is not None:
        for phrase in conjunct_phrases(tree, _owner(tree, owner)):
            yield role_extraction(tree, holder, words, role, phrase, factuality, method)
    made = () if tree.label[holder.head] == "PERSON" else _completion(tree, role)
    for predicate, item in _role_arguments(tree, role, words, made, verb=verb):
        found = True
        yield role_extraction(tree, holder, predicate, role, item, factuality, method)
    if not found and not verb and tree.lemma[role] not in KINSHIP:  # "with wife Ada Lind": whose?
        yield role_extraction(tree, holder, words, role, None, factuality, method)


def role_extraction(
    tree: Tree,
    holder: Phrase,
    predicate: tuple[int, ...],
    role: int,
    item: Phrase | None,
    factuality: Factuality,
    method: str,
) -> Extraction:
    """The statement that somebody holds a role, of ``item`` if it is anybody's."""
    return Extraction(
        holder.tokens, holder.head, predicate, tree.lemma[role],
        None if item is None else item.tokens, None if item is None else item.head,
        (), factuality.polarity, factuality.modality, None, tree.sentence[role], method,
        signs=factuality.signs,
    )  # fmt: skip


def role_words(tree: Tree, role: int) -> tuple[int, ...]:
    """The role's own words, without article, without whoever it is held for or of."""
    words = {role, *(kid for kid in tree.children(role, "fixed") if kid > role)}  # "chief of staff"
    for kid in tree.kids[role]:
        if (
            kid < role
            and tree.dep[kid] in _MODIFIERS
            and tree.label[kid] != "DATE"  # "54-year-old"
            and tree.lower[kid] not in FORMS_OF_ADDRESS  # "HRH Prince"
            and not tree.cases(kid)  # "among them the director"
            and not holds(tree, role, kid)
            and not is_second_title(tree, kid)
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
