"""How a clause hangs on what governs it, and how that governor is worded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct

from ..english.word_classes import word_class
from ..syntax.negation import negative_words, negators
from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.predicates import is_passive
from ..syntax.rules import PlacedRule
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass"})
"""Relations of what a governor says, wants or does."""
_CLAUSE_OF_VERB = frozenset({"advmod", "xcomp"})
_OPENING = frozenset({"", "that", "to", "for to", "whether", "if", "of", "for", "in", "at", "from", "against", "on", "about", "than"})  # fmt: skip
"""What opens the clause that tells what a noun is about; "as the verdict was read" does not."""


class Embedding(Struct, frozen=True):
    """A clause, or a noun that names an event, as it hangs on its governor.

    ``marks`` are its subordinating words, of a noun its preposition; ``linked`` says that it is one predicate with the
    verb that governs it ("plans to call").
    """

    clause: int
    governor: int
    dep: str
    marks: str
    linked: bool = False
    nominal: bool = False

    @classmethod
    def of(cls, tree: Tree, clause: int, *, linked: bool = False, nominal: bool = False) -> Embedding:
        """The embedding of a clause or a noun."""
        marks = tree.words(tree.cases(clause)) if nominal else _marks(tree, clause)
        return cls(clause, tree.head[clause], tree.dep[clause], marks, linked, nominal)

    @property
    def is_root(self) -> bool:
        """Whether nothing governs it."""
        return self.clause == self.governor

    @property
    def is_complement(self) -> bool:
        """Whether it is what its governor says, wants or does."""
        return self.dep in COMPLEMENTS


@dataclass(frozen=True, slots=True)
class EmbeddingRule(PlacedRule):
    """A rule that reads signs: ``apply(tree, embedding)``; asked of embeddings by its relations."""


def _marks(tree: Tree, clause: int) -> str:
    """The subordinators; the preposition of a gerund that the parser took for a noun's will do as well."""
    return tree.words(tree.marks(clause)) or tree.words(tree.cases(clause))


def verb_of(tree: Tree, governor: int) -> int:
    """The verb of a governor that is the adverb or adjective behind it ("stopped short of", "came close to")."""
    behind = tree.dep[governor] in _CLAUSE_OF_VERB and tree.pos[governor] in ("ADV", "ADJ")
    return tree.head[governor] if behind and tree.head[governor] < governor else governor


def worded(tree: Tree, embedding: Embedding) -> tuple[str, ...]:
    """How the governor may stand in a word class: its lemma, with its particles, with the preposition behind them.

    For "backed away from buying": "back", "back away", "back away from".
    """
    verb = verb_of(tree, embedding.governor)
    found = [tree.lemma[verb]]
    particles = [
        kid
        for kid in tree.kids[verb]
        if verb < kid < embedding.clause
        and tree.dep[kid] in ("compound:prt", "advmod", "xcomp")
        and tree.lower[kid] in word_class("particles")
    ]
    if particles:
        found.append(" ".join([found[0], *(tree.lower[kid] for kid in particles)]))
    if embedding.marks and embedding.marks != "to":
        found.append(f"{found[-1]} {embedding.marks}")
    elif embedding.marks and particles:
        found.append(f"{found[-1]} to")
    return tuple(found)


def is_worded(words: tuple[str, ...], name: str) -> bool:
    """Does one of the wordings stand in a word class?"""
    return not word_class(name).isdisjoint(words)


def cue_tokens(tree: Tree, embedding: Embedding) -> tuple[int, ...]:
    """The governing word with its particles: the cue that a reader is shown."""
    verb = verb_of(tree, embedding.governor)
    kids = (
        kid
        for kid in tree.kids[verb]
        if tree.dep[kid] == "compound:prt" or (verb < kid <= embedding.governor)
        or (tree.dep[kid] == "advmod" and verb < kid < embedding.clause and tree.lower[kid] in word_class("particles"))
    )  # fmt: skip
    return tuple(sorted({verb, *(k for k in kids if tree.dep[k] in ("compound:prt", "advmod", "xcomp"))}))


def denials(tree: Tree, verb: int) -> tuple[int, ...]:
    """The words that negate a governing verb: its negators, and those of its subject, object or the verb above it."""
    found = list(negators(tree, verb))
    for kid in tree.kids[verb]:
        if tree.dep[kid] in ("nsubj", "nsubj:pass", "obj"):
            found.extend(negative_words(tree, kid))
    return tuple(found)


def wants(tree: Tree, verb: int) -> bool:
    """Is it a wish: who does not want them to leave wants them to stay?"""
    return tree.lemma[verb] in ("want", "wish")


def intended(tree: Tree, governor: int) -> Iterator[Sign]:
    """The signs of what somebody has in mind, as the governing word says, or has not ("is not intent on closing it")."""
    yield Sign("planned", (governor,))
    denied = negators(tree, governor)
    if denied:
        yield Sign(NEGATIVE, denied)


def falls_short(tree: Tree, word: int) -> tuple[int, ...]:
    """The words that say that something does not suffice: "too weak", "insufficient"."""
    if tree.lemma[word] in ("insufficient", "inadequate"):
        return (word,)
    if tree.lemma[word] == "do":  # "did nothing to stop it"
        return tuple(kid for kid in tree.children(word, "obj") if tree.lower[kid] in ("nothing", "little"))
    return tuple(
        token
        for kid in tree.children(word, "advmod")
        if tree.lower[kid] == "too" and kid + 1 == word
        for token in (kid, word)
    )


def is_quoted(tree: Tree, clause: int) -> bool:
    """Do quotation marks hang on the clause?"""
    return any(tree.text[kid] in QUOTATION_MARKS for kid in tree.kids[clause])


def is_infinitive(tree: Tree, clause: int) -> bool:
    """Does the clause have its "to"?"""
    return any(tree.lower[mark] == "to" and tree.tag[mark] == "TO" for mark in tree.marks(clause))


def is_extraposed(tree: Tree, embedding: Embedding) -> bool:
    """Is the clause what "it" stands for ("it is not true that")?"""
    governor = embedding.governor
    stands = tree.child(governor, "expl") is not None or any(
        tree.lower[kid] == "it" for kid in tree.children(governor, "nsubj", "nsubj:pass")
    )
    passive = is_passive(tree, governor)
    return stands and embedding.clause > governor and (passive or tree.pos[governor] not in ("VERB", "AUX"))


def governs_content(tree: Tree, embedding: Embedding) -> bool:
    """Is it a noun with a clause or an event that tells what it is about?"""
    if tree.pos[embedding.governor] not in ("NOUN", "PROPN"):
        return False
    if embedding.nominal:
        return embedding.dep == "nmod" and embedding.marks not in ("over", "about", "at", "after")
    if embedding.dep not in ("acl", "ccomp") or embedding.clause < embedding.governor:
        return False
    if embedding.marks not in _OPENING:
        return False
    participle = tree.tag[embedding.clause] in ("VBN", "VBG") and not embedding.marks
    finite = tree.child(embedding.clause, "nsubj", "nsubj:pass", "expl") is not None
    return finite or not participle
