"""Which amount a phrase of a statement says: the one that belongs to its head, not to a clause inside it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsgraph.graph.model.record import VALUE_LABELS, Amount

from ..english.amounts import amount_of, says_number
from ..english.amounts.vocabulary import FRACTIONS
from ..english.word_classes import word_class
from ..syntax.tree import CLIMB

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from ..syntax.tree import Tree

_ASIDE = frozenset(
    {
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "appos",
        "conj",
        "parataxis",
        "nmod:poss",
        "ccomp",
        "xcomp",
        "csubj",
    }
)
"""Relations whose amounts are somebody else's."""

_AMOUNT_LABELS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_HEADS = frozenset({"NOUN", "NUM", "SYM", "PROPN", "ADJ", "PRON", "DET"})

_says_number = lru_cache(maxsize=1 << 13)(says_number)


def amount_at(doc: Doc, tree: Tree, tokens: Sequence[int], head: int) -> Amount | None:
    """Return the amount of a phrase, None where its head is a name or a verb or where it says no amount.

    An amount of the head comes first; else that of a noun inside the phrase is taken, if its unit is told.
    """
    label = tree.label[head]
    if not any(_says_number(tree.lower[token]) for token in tokens):
        return None
    if tree.pos[head] not in _HEADS or (label and label not in VALUE_LABELS):
        return None
    if label in ("DATE", "TIME", "ORDINAL") and not _is_share(tree, head):
        return None
    own = _read(doc, tree, [token for token in tokens if _belongs(tree, token, head, inside=False)])
    if own is not None or label:
        return own
    inner = _read(doc, tree, [token for token in tokens if _belongs(tree, token, head, inside=True)])
    return inner if inner is not None and (inner.unit or inner.currency) else None


def _read(doc: Doc, tree: Tree, tokens: Sequence[int]) -> Amount | None:
    label = next((tree.label[token] for token in tokens if tree.label[token] in _AMOUNT_LABELS), None)
    return amount_of("".join(doc[token].text_with_ws for token in tokens), label)


def _is_share(tree: Tree, head: int) -> bool:
    """Is it a part of something ("a quarter of the firm") rather than of a year?"""
    kid = tree.child(head, "nmod")
    whole = (
        kid is not None and tree.words(tree.cases(kid)) == "of" and tree.label[kid] not in ("DATE", "TIME")
    )
    return whole and tree.lemma[head] in FRACTIONS


def _belongs(tree: Tree, token: int, head: int, *, inside: bool) -> bool:
    """Does the way from a word up to the head lead through nothing that has amounts of its own?

    ``inside`` takes those of nouns behind prepositions as well: "the systems of 20 states".
    """
    for _ in range(CLIMB):
        if token == head:
            return True
        aside = tree.dep[token] in _ASIDE and not (tree.dep[token] == "conj" and tree.pos[token] == "NUM")
        apart = tree.dep[token] == "nmod" and not (inside or _measures(tree, token) or _shades(tree, token))
        if aside or apart:
            return False
        if tree.head[token] == token:
            return True  # a word outside the head's subtree that the phrase took in
        token = tree.head[token]
    return True


def _shades(tree: Tree, word: int) -> bool:
    """Does a phrase before a number say how exact it is: "at least nine"?"""
    number = tree.head[word]
    return word < number and tree.pos[number] == "NUM"


def _measures(tree: Tree, noun: int) -> bool:
    """Does a noun behind "of" say how much its head is: "a fine of 3 million euros", "a crowd of 300"?"""
    if tree.words(tree.cases(noun)) not in ("of", ""):
        return False
    governor = tree.head[noun]
    counts = tree.label[noun] in ("MONEY", "PERCENT", "QUANTITY") or tree.lemma[governor] in word_class(
        "counted"
    )
    return counts or tree.pos[governor] in ("NUM", "SYM") or tree.label[governor] in _AMOUNT_LABELS
