"""Noun phrases: whole and readable, without the clauses and appositions that become statements of their own."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from ..english.adjuncts import TIME_ADVERBS
from ..english.lexicon import FOCUS, NEGATORS
from ..english.word_classes import word_class
from .conjuncts import coordinated, has_own_case, same_entity
from .negation import negators
from .possessors import shared_possessor
from .restrictive import (
    LONG_NESTED,
    LONGEST,
    extent,
    is_bare,
    is_open_head,
    is_partitive,
    is_restrictive,
    is_within,
)
from .roles import named_head
from .shared_modifiers import shared_modifier

if TYPE_CHECKING:
    from .tree import Tree

DEPTH = 12
"""Modifiers nested deeper than this are left out, which keeps collecting phrases linear."""

_EDGES = frozenset({"PUNCT", "CCONJ"})

LONGEST_QUESTION = 24
"""A noun keeps the question that tells what it is about ("views on how banks work") up to this many words."""

_NEVER = frozenset(
    {"acl:relcl", "appos", "conj", "cc", "cc:preconj", "parataxis", "mark", "cop", "aux", "aux:pass", "nsubj", "nsubj:pass",
     "nsubj:outer", "csubj", "csubj:pass", "csubj:outer", "expl", "advcl", "advcl:relcl", "ccomp", "reparandum",
     "discourse", "vocative", "list", "dislocated", "obl:agent"}
)  # fmt: skip
_CLAUSAL = frozenset({"obl", "obl:unmarked"})
QUOTATION_MARKS = frozenset("\"“”‘’'`") | {"``", "''"}
"""Marks that open or close a quotation."""
_RELATIVE = frozenset({"whose"})
_LOOSE = frozenset(
    {"including", "excluding", "amid", "despite", "due to", "because of", "according to", "ahead of", "following", "in addition to",
     "as well as", "thanks to", "owing to"}
)  # fmt: skip
"""Prepositions that begin an afterthought, not a part of a name."""
_FLOATING = frozenset({"all", "both", "each"})
"""Quantifiers that may stand behind a verb, far from the subject that they count."""
_CLAUSES = frozenset({"advcl", "advcl:relcl", "ccomp", "parataxis", "reparandum", "acl:relcl", "appos"})
_ASIDES = _CLAUSES - {"advcl", "ccomp"}
"""The same in a clause that a noun needs, whose own clauses it needs too ("the claim that he paid to win")."""


class Phrase(Struct, frozen=True):
    """The tokens of a phrase in text order, and the one that heads it."""

    tokens: tuple[int, ...]
    head: int


@lru_cache(maxsize=2048)
def noun_phrase(tree: Tree, head: int, *, titles: bool = True, without: int | None = None) -> Phrase:
    """The phrase a noun heads, without its preposition, relative clauses, appositions and conjuncts.

    A role with a name in apposition ("his brother, Philip") is the name: the role is a statement of its own.
    ``titles=False`` leaves out roles that stand before a name; ``without`` is a dependent to leave out. What was asked
    last is remembered: many statements share their phrases.
    """
    head = named_head(tree, head)
    predicate = any(tree.dep[kid] in ("cop", "nsubj", "nsubj:outer") for kid in tree.kids[head])
    kept = [head, *shared_possessor(tree, head), *shared_modifier(tree, head)]
    for kid in tree.kids[head]:
        if kid == without or _is_foreign_name(tree, head, kid) or (not titles and _is_title(tree, head, kid)):
            continue
        if tree.lower[kid] in _FLOATING and any(case > kid for case in tree.cases(head)):
            continue  # "they are all on the hill"
        if tree.lower[kid] not in _RELATIVE and (
            same_entity(tree, head, kid) or _belongs(tree, head, kid, predicate=predicate)
        ):
            _collect(tree, kid, kept, DEPTH, _ASIDES if _is_short(tree, head, kid) else _CLAUSES)
    for kid in tree.children(head, "cc"):  # "research and development centres"
        if kid - 1 in kept and kid + 1 in kept and kid < head and tree.text[kid - 1] != ",":
            kept.append(kid)
    return _phrase(tree, head, kept)


def _is_short(tree: Tree, head: int, clause: int) -> bool:
    """Is the clause one that the noun needs, and short enough to be kept with all that hangs on it?"""
    return tree.right[clause] - tree.left[clause] <= LONGEST and is_restrictive(tree, head, clause)


def question_clause(tree: Tree, word: int) -> int | None:
    """The clause that a question word opens, where the parse has hung it on that word ("power over what they eat")."""
    if tree.tag[word] not in ("WP", "WRB"):
        return None
    clause = tree.child(word, "acl:relcl", "advcl:relcl", "acl", "ccomp")
    return clause if clause is not None and word < clause else None


def _is_foreign_name(tree: Tree, head: int, kid: int) -> bool:
    """Is it part of another name? Names are told apart better by their labels than by the parse."""
    return (
        tree.dep[kid] == "flat" and tree.entity[head] >= 0 and tree.entity[kid] not in (-1, tree.entity[head])
    )


def _is_title(tree: Tree, head: int, kid: int) -> bool:
    """A role before a name, or whose role it is ("France's President X")."""
    if same_entity(tree, head, kid):
        return False
    return tree.dep[kid] == "nmod:desc" or (
        tree.dep[kid] in ("nmod:poss", "nmod") and tree.child(head, "nmod:desc") is not None
    )


def clause_phrase(tree: Tree, head: int) -> Phrase:
    """Everything a clause spans, without marks of punctuation at its edges."""
    tokens = range(tree.left[head], min(tree.right[head], tree.left[head] + 80) + 1)
    return _phrase(tree, head, list(tokens))


def conjunct_phrases(tree: Tree, head: int) -> list[Phrase]:
    """Each conjunct of a coordination as a phrase of its own; a group that a list of names spells out is these."""
    return [noun_phrase(tree, item) for token in coordinated(tree, head) for item in _listed(tree, token)]


def by_preposition(tree: Tree, head: int) -> list[tuple[int, tuple[int, ...], tuple[Phrase, ...]]]:
    """Joined nouns by the preposition before them, each with the first noun ("for the plan but against the tax")."""
    parts: list[tuple[int, tuple[int, ...], list[Phrase]]] = [(head, tree.cases(head), [])]
    for token in coordinated(tree, head):
        if has_own_case(tree, head, token):
            parts.append((token, tree.cases(token), []))
        parts[-1][2].extend(noun_phrase(tree, item) for item in _listed(tree, token))
    return [(first, cases, tuple(phrases)) for first, cases, phrases in parts]


def _listed(tree: Tree, noun: int) -> list[int]:
    """ "The main cities, Tirana and Durres", "the duo, Ada Lind and Lars Lund"."""
    if tree.tag[noun] != "NNS" and tree.lemma[noun] not in word_class("groups"):
        return [noun]
    first = named_head(tree, noun)
    members = [noun] if first == noun else coordinated(tree, first)
    return members if len(members) > 1 else [noun]


def joined(tree: Tree, phrases: tuple[Phrase, ...]) -> tuple[int, ...]:
    """The phrases of a coordination as one, with the words that join them."""
    tokens = {token for phrase in phrases for token in phrase.tokens}
    ordered = sorted(tokens)
    for before, after in pairwise(ordered):
        between = range(before + 1, after)
        if all(tree.dep[token] in ("cc", "cc:preconj", "punct", "case", "advmod") for token in between):
            tokens.update(between)
    for first, second in pairwise(phrases):  # "Ada Lind, 41, and her son"
        words = [t for t in range(first.tokens[-1], second.tokens[0]) if tree.dep[t] == "cc"]
        tokens.update(token for word in words[-1:] for token in (word, *tree.children(word, "fixed")))
    return tuple(sorted(tokens))


def _belongs(tree: Tree, head: int, kid: int, *, predicate: bool) -> bool:
    dep = tree.dep[kid]
    if is_restrictive(tree, head, kid) or (dep == "advcl" and _is_standard(tree, head, kid)):
        return True
    if dep in _NEVER or (predicate and dep in _CLAUSAL):
        return False
    if (
        dep in ("obl:unmarked", "obl")
        and tree.pos[head] in ("NOUN", "PROPN")
        and tree.pos[kid] in ("NOUN", "PROPN")
    ):
        return False
    if dep == "case" or (tree.lower[kid] in FOCUS and tree.pos[kid] != "ADJ"):
        return False
    if predicate and kid < _last_copula(tree, head) < head:
        return False
    if kid > head and "(" in (tree.text[tree.left[kid]], tree.text[tree.left[kid] - 1]):
        return False
    if tree.pos[kid] == "NUM" and kid > head and tree.text[kid - 1] == ",":  # an age
        return False
    if dep == "acl" and tree.label[head] in ("DATE", "TIME"):
        return False
    if dep == "acl":
        return kid > head and is_within(tree, kid)
    if predicate and dep == "advmod":
        close = kid < head or tree.lower[kid] == "enough"
        own = tree.lower[kid] not in TIME_ADVERBS and tree.lower[kid] not in NEGATORS
        own = own and kid not in negators(tree, head)
        return close and own and tree.left[kid] > _last_copula(tree, head)
    return dep != "nmod" or tree.words(tree.cases(kid)) not in _LOOSE


def _is_standard(tree: Tree, head: int, clause: int) -> bool:
    """ "Achieve more than they thought": with what something is compared."""
    short = tree.right[clause] - tree.left[clause] < LONGEST
    return head < clause and short and tree.words(tree.marks(clause)) == "than"


def _last_copula(tree: Tree, head: int) -> int:
    copula = tree.child(head, "cop")
    return -1 if copula is None else copula


def _collect(tree: Tree, token: int, kept: list[int], depth: int, asides: frozenset[str]) -> None:
    kept.append(token)
    question = question_clause(tree, token)
    if question is not None and tree.right[question] - token <= LONGEST_QUESTION:
        kept.extend(range(tree.left[token], tree.right[question] + 1))
    elif depth:
        for kid in tree.kids[token]:
            if same_entity(tree, token, kid) or not _is_aside(tree, token, kid, asides):
                _collect(tree, kid, kept, depth - 1, asides)


def _is_aside(tree: Tree, noun: int, kid: int, asides: frozenset[str]) -> bool:
    """Is it a clause or an afterthought, which would only make the phrase longer? Not in "the lives of those who fought"."""
    dep = tree.dep[kid]
    needed = is_open_head(tree, noun) or is_partitive(tree, noun) or is_bare(tree, noun, kid)
    if needed and is_restrictive(tree, noun, kid):
        return False
    if dep == "acl":
        return tree.right[kid] - tree.left[kid] >= LONG_NESTED and not is_within(tree, kid)
    if dep == "ccomp" and tree.pos[noun] == "VERB":
        return extent(tree, kid) > LONGEST
    if dep == "advcl" and tree.text[tree.left[kid] - 1] == ",":
        return True
    return dep in asides or (dep == "nmod" and tree.words(tree.cases(kid)) in _LOOSE)


def _phrase(tree: Tree, head: int, tokens: list[int]) -> Phrase:
    tidy = _tidy(tree, tokens)
    return Phrase(tidy if head in tidy else tuple(sorted({*tidy, head})), head)


def _tidy(tree: Tree, tokens: list[int]) -> tuple[int, ...]:
    """Sort, and drop the punctuation left hanging at the edges of what was cut out."""
    tokens = sorted(token for token in set(tokens) if tree.pos[token] != "SPACE")
    kept = set(tokens)
    tidy = [
        token
        for token in tokens
        if tree.pos[token] != "PUNCT"
        or tree.tag[token] == "POS"
        or tree.entity[token] >= 0
        or (_present(tree, token - 1, kept) and _present(tree, token + 1, kept))
    ]
    while tidy and tree.pos[tidy[0]] in _EDGES and tree.entity[tidy[0]] < 0:
        tidy.pop(0)
    while tidy and tree.pos[tidy[-1]] in _EDGES and tree.entity[tidy[-1]] < 0:
        tidy.pop()
    marks = [token for token in tidy if tree.text[token] in QUOTATION_MARKS and tree.tag[token] != "POS"]
    if len(marks) == 1:
        tidy.remove(marks[0])
    return tuple(tidy)


def _present(tree: Tree, token: int, kept: set[int]) -> bool:
    return token in kept and tree.pos[token] != "PUNCT"
