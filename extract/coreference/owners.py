"""Whom "he" means where the words around say so: "Lund and his sister", "Lund criticised Berg for his speech"."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.lexicon import SPEAKING, THINKING
from ..english.word_classes import word_class
from ..syntax.tree import CLIMB, SUBJECT_DEPS, Tree
from .candidates import Candidates

_FOR = frozenset({"for", "over"})
_MEANT = (word_class("judging") | word_class("criticising")) - {"know", "pay", "target", "hit"}

_LAWYERS = frozenset({"lawyer", "attorney", "barrister", "solicitor", "counsel"})
_OWN_DEEDS = (
    SPEAKING
    | THINKING
    | word_class("states_of_mind")
    | frozenset(
        "argue ask file prepare read receive represent review see seek speak study talk visit meet win write".split()
    )
)
"""What a lawyer says of himself: "his lawyer said he had filed an appeal"."""


def joined_owner(draft: Candidates, i: int) -> int | None:
    """The person by name to whom what a pronoun owns is joined ("Otto Lund and his sister")."""
    tree, noun = draft.tree, _owned(draft, i)
    if noun is None or tree.dep[noun] != "conj" or i == 0 or tree.lower[draft.mentions[i].start - 1] != "and":
        return None
    first = tree.head[noun]
    person = draft.at.get([first, *(kid for kid in tree.children(first, "conj") if kid < noun)][-1])
    return person if person is not None and draft.mentions[person].kind == "name" else None


def judged_owner(draft: Candidates, i: int) -> int | None:
    """The person whom somebody praises, blames or punishes for what a pronoun owns."""
    tree, noun = draft.tree, _owned(draft, i)
    if noun is None or tree.dep[noun] != "obl" or tree.words(tree.cases(noun)) not in _FOR:
        return None
    verb = tree.head[noun]
    told = (
        tree.child(verb, "nsubj:pass")
        if tree.child(verb, "aux:pass") is not None
        else tree.child(verb, "obj")
    )
    return draft.at.get(told) if told is not None and tree.lemma[verb] in _MEANT else None


def spoken_for(draft: Candidates, i: int) -> int | None:
    """The client of whom a lawyer or spokesman tells something ("Krug's lawyer, Ivo Dahl, said he had been deceived")."""
    tree, token = draft.tree, draft.mentions[i].head
    for _ in range(CLIMB):
        above = tree.head[token]
        if above == token:
            return None
        if tree.dep[token] == "ccomp" and token > above:
            break
        token = above
    is_own = tree.head[draft.mentions[i].head] == token and tree.dep[draft.mentions[i].head] in SUBJECT_DEPS
    words = {tree.lemma[t] for t in range(tree.left[token], tree.right[token] + 1)}
    told = tree.dep[token] == "ccomp" and tree.lemma[above] in SPEAKING
    if not told or "client" in words or (is_own and tree.lemma[token] in _OWN_DEEDS):
        return None
    speaker = tree.child(above, "nsubj")
    clients = () if speaker is None else _clients(tree, speaker)
    named = (draft.mentions[other] for other in reversed(range(i)) if draft.mentions[other].kind == "name")
    if any(name.start > above and name.label == "PERSON" for name in named):
        return None  # "Krug's lawyer said Berg lied when he spoke to the police"
    found = (draft.at.get(client) for client in clients)
    return next((client for client in found if client is not None), None)


def _clients(tree: Tree, speaker: int) -> Iterator[int]:
    """For whom somebody speaks by trade: "Krug's lawyer", "a spokeswoman for Krug"."""
    for noun in (speaker, *tree.children(speaker, "appos", "nmod:desc")):
        if tree.lemma[noun] in _LAWYERS or tree.lemma[noun] in word_class("spokespeople"):
            yield from tree.children(noun, "nmod:poss")
            yield from (k for k in tree.children(noun, "nmod") if tree.words(tree.cases(k)) in ("for", "of"))


def _owned(draft: Candidates, i: int) -> int | None:
    """The noun behind "his" or "her"."""
    head = draft.mentions[i].head
    return draft.tree.head[head] if draft.tree.dep[head] == "nmod:poss" else None
