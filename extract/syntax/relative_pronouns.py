"""Relative pronouns and words that ask: the noun that "who", "which" and "that" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english import pronouns
from .phrases import Phrase, noun_phrase
from .roles import is_role_beside
from .tree import CLIMB

if TYPE_CHECKING:
    from .tree import Tree


_INSIDE = frozenset({"conj", "xcomp", "ccomp", "nmod", "obl", "obj", "nsubj", "nsubj:pass"})
"""Relations between a relative pronoun and the clause that it opens."""


def _is_relative(tree: Tree, token: int) -> bool:
    return tree.lower[token] in pronouns.RELATIVE and tree.tag[token] in ("WDT", "WP", "IN")


def relative_head(tree: Tree, token: int) -> int | None:
    """The noun a relative pronoun stands for, or None."""
    if not _is_relative(tree, token):
        return None
    clause = tree.head[token]
    for _ in range(CLIMB):
        if tree.dep[clause] == "acl:relcl":
            holder = _role_holder(tree, tree.head[clause])
            return None if tree.lower[token] == "which" and tree.label[holder] == "PERSON" else holder
        if tree.dep[clause] not in _INSIDE or tree.head[clause] == clause:
            return None
        clause = tree.head[clause]
    return None


def antecedent_phrase(tree: Tree, noun: int, pronoun: int) -> Phrase:
    """What a relative pronoun stands for, without the clause it stands in."""
    clauses = tree.children(noun, "acl:relcl")
    inside = next((clause for clause in clauses if tree.left[clause] <= pronoun <= tree.right[clause]), None)
    return noun_phrase(tree, noun, without=inside)


def resolved(tree: Tree, token: int) -> int:
    """What a relative pronoun stands for, any other word itself."""
    antecedent = relative_head(tree, token)
    return token if antecedent is None else antecedent


def whole_of(tree: Tree, word: int) -> int:
    """ "Two senators, both of whom left": the pronoun where all are meant, any other word itself."""
    pronoun = tree.child(word, "nmod") if tree.lower[word] in ("all", "both", "each") else None
    return word if pronoun is None or relative_head(tree, pronoun) is None else pronoun


def has_relative(tree: Tree, clause: int) -> bool:
    """Has the clause a relative pronoun of its own?"""
    return any(_is_relative(tree, kid) for kid in tree.kids[clause])


def antecedent_of(tree: Tree, noun: int, clause: int) -> Phrase:
    """The noun a clause hangs on, without that clause; of a role set beside a name, the name."""
    name = _role_holder(tree, noun)
    return noun_phrase(tree, noun, without=clause) if name == noun else noun_phrase(tree, name)


def _role_holder(tree: Tree, noun: int) -> int:
    """The name a role is set beside, else the noun itself; of several no one name tells."""
    above = tree.head[noun]
    beside = tree.dep[noun] == "appos" and is_role_beside(tree, noun, above)
    several = tree.tag[noun] == "NNS" and tree.child(above, "conj") is None and tree.tag[above] != "NNPS"
    return above if beside and not several else noun


def has_wh_word(tree: Tree, clause: int) -> bool:
    """Does the clause carry its own relative word, so that no object is missing?"""
    left = tree.left[clause]
    return any(tree.tag[token] in ("WDT", "WP", "WRB", "WP$") for token in range(left, min(left + 4, clause)))


def is_asked(tree: Tree, subject: int) -> bool:
    """ "Who", "how many people", "which firms": nobody is told of."""
    words = [subject, *(kid for kid in tree.children(subject, "det", "amod", "advmod") if kid < subject)]
    words += [kid for word in words[1:] for kid in tree.children(word, "advmod")]
    return any(tree.tag[word] in ("WP", "WDT", "WRB") for word in words)
