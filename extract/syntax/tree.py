"""A parsed document as plain lists: what the rules read instead of asking spaCy token by token.

One pass over a ``Doc`` fills the lists, so every rule afterwards costs list look-ups only and statement
extraction stays linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, ORTH, POS, SENT_START, SPACY, TAG

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.name_words import visible
from .corrections import Columns, mend

if TYPE_CHECKING:
    from spacy.tokens import Doc

CLIMB = 24
"""How many steps a rule climbs towards the root; deeper embedding than this is not read."""

CLAUSE_DEPS = frozenset(
    {"ROOT", "root", "ccomp", "xcomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass",
     "csubj:outer", "conj", "appos", "list", "dep"}
)  # fmt: skip
"""Relations that may head a clause in Universal Dependencies v2."""

SUBJECT_DEPS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Words and Universal Dependencies of a document; every list is indexed by token.

    A tree equals itself only, so that what is computed of it can be remembered by it.

    ``kids`` are the dependents of each token in text order; ``left`` and ``right`` the first and last token
    of its subtree; ``entity`` the number of the named entity a token is in, or -1, and ``label`` its label,
    or ""; ``sentence`` the number of its sentence.
    """

    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    kids: list[list[int]]
    left: list[int]
    right: list[int]
    sentence: list[int]
    entity: list[int]
    label: list[str]
    entities: list[tuple[int, int, str]]
    spaced: list[bool]
    """Is there white space right after the token?"""

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.text)

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent with one of these relations."""
        dep = self.dep
        for kid in self.kids[token]:
            if dep[kid] in deps:
                return kid
        return None

    def children(self, token: int, *deps: str) -> list[int]:
        """All dependents with one of these relations, in text order."""
        found, dep = [], self.dep
        for kid in self.kids[token]:  # Python 3.11 calls a function for a comprehension
            if dep[kid] in deps:
                found.append(kid)
        return found

    def is_named(self, token: int) -> bool:
        """Does the token head a name? Values (dates, amounts) are none; without entities a proper noun will do."""
        label = self.label[token]
        if label:
            return label not in VALUE_LABELS
        return not self.entities and self.pos[token] == "PROPN"

    def cases(self, token: int) -> tuple[int, ...]:
        """The preposition of a noun with its fixed parts: "because of", "according to", "in front of"."""
        found = self.children(token, "case")
        if not found:
            return ()
        return self._with_fixed([kid for kid in found if self.pos[kid] != "PART" and self.tag[kid] != "POS"])

    def marks(self, token: int) -> tuple[int, ...]:
        """The subordinating words of a clause with their fixed parts: "if", "so that", "to"."""
        return self._with_fixed(self.children(token, "mark"))

    def _with_fixed(self, words: list[int]) -> tuple[int, ...]:
        if not words:
            return ()
        fixed = [part for word in words for part in self.children(word, "fixed")]
        return tuple(sorted([*words, *fixed]) if fixed else words)

    def words(self, tokens: tuple[int, ...]) -> str:
        """Lower-cased words joined by one space."""
        return " ".join([self.lower[token] for token in tokens])

    def contains(self, token: int, other: int) -> bool:
        """Does the subtree of ``token`` span ``other``?"""
        return self.left[token] <= other <= self.right[token]


def ancestors(tree: Tree, token: int, most: int = CLIMB) -> list[int]:
    """A token and the words above it, nearest first, ``most`` words in all."""
    found = [token]
    while tree.head[token] != token and len(found) < most:
        token = tree.head[token]
        found.append(token)
    return found


def climb(tree: Tree, token: int, deps: Container[str]) -> int:
    """The first word at or above a token that hangs by none of these relations."""
    while tree.dep[token] in deps and tree.head[token] != token:
        token = tree.head[token]
    return token


def read_tree(doc: Doc) -> Tree:
    """Read a parsed ``Doc`` into plain lists, likely slips of the parser mended."""
    entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    entity, label = _entities(len(doc), entities)
    text = [visible(word) for word in column(doc, ORTH)]
    columns = Columns(
        text=text,
        head=_heads(doc),
        dep=column(doc, DEP),
        tag=column(doc, TAG),
        pos=column(doc, POS),
        lemma=[lemma.lower() or word.lower() for lemma, word in zip(column(doc, LEMMA), text, strict=True)],
        label=label,
        entities=entities,
    )
    mend(columns)
    kids = _kids(columns.head)
    left, right = _edges(columns.head, kids)
    return Tree(
        text=text,
        lower=[word.lower() for word in text],
        lemma=columns.lemma,
        pos=columns.pos,
        tag=columns.tag,
        dep=columns.dep,
        head=columns.head,
        kids=kids,
        left=left,
        right=right,
        sentence=_sentences(doc),
        entity=entity,
        label=label,
        entities=entities,
        spaced=_numbers(doc, SPACY).astype(np.bool_).tolist(),
    )


def column(doc: Doc, attribute: int) -> list[str]:
    """An attribute of all tokens in words; each value is looked up once, and no Token is made."""
    numbers = _numbers(doc, attribute).tolist()
    words = {number: doc.vocab.strings[number] for number in set(numbers)}
    return [words[number] for number in numbers]


def _numbers(doc: Doc, attribute: int) -> NDArray[np.uint64]:
    return np.asarray(doc.to_array([attribute]), dtype=np.uint64).reshape(-1)


def _heads(doc: Doc) -> list[int]:
    away = _numbers(doc, HEAD).astype(np.int64)
    heads: list[int] = (np.arange(len(doc)) + away).tolist()
    return heads


def _kids(head: list[int]) -> list[list[int]]:
    kids: list[list[int]] = [[] for _ in head]
    for token, parent in enumerate(head):
        if parent != token:
            kids[parent].append(token)
    return kids


def _edges(head: list[int], kids: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token of each subtree, children before parents, without recursion."""
    left, right = list(range(len(head))), list(range(len(head)))
    order = [token for token, parent in enumerate(head) if parent == token]
    for token in order:
        order.extend(kids[token])
    for token in reversed(order):
        parent = head[token]
        left[parent] = min(left[parent], left[token])
        right[parent] = max(right[parent], right[token])
    return left, right


def _sentences(doc: Doc) -> list[int]:
    starts = _numbers(doc, SENT_START) == 1
    starts[:1] = True
    numbers: list[int] = (np.cumsum(starts) - 1).tolist()
    return numbers


def _entities(length: int, entities: list[tuple[int, int, str]]) -> tuple[list[int], list[str]]:
    entity, label = [-1] * length, [""] * length
    for number, (start, end, name) in enumerate(entities):
        entity[start:end] = [number] * (end - start)
        label[start:end] = [name] * (end - start)
    return entity, label
