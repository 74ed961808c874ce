"""Second names that a text gives outright: "Ada Lind, also known as Starling", "Starling, whose real name is Ada Lind"."""

from __future__ import annotations

from collections.abc import Iterator

from ..mentions import Mention
from ..tree import SUBJECT_DEPS, Tree

_RENAMING = frozenset({"know", "dub", "nickname", "bear"})
"""Verbs by which whoever has a name already gets another."""
_NAMING = _RENAMING | {"call", "name"}
"""Verbs by which somebody without a name gets one ("a salesman called Lund")."""
_OWN = frozenset("real birth full given legal original stage pen maiden christian screen".split())
"""What a name of somebody's own is called, besides "name" alone."""
_ROLES = frozenset({"obl", "obj", "xcomp", "obl:unmarked", "advcl"})


def second_names(tree: Tree, mentions: list[Mention], at: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Pairs of a mention and the name it is said to have; ``at`` gives the mention that a token heads."""
    for j, mention in enumerate(mentions):
        if mention.kind != "name":
            continue
        bearer = _called(tree, mention.head, mentions, at)
        if bearer is None:
            bearer = _real_name(tree, mention.head, at)
        if bearer is not None and bearer != j and _may_be(mentions[bearer], mention):
            yield bearer, j


def _may_be(one: Mention, other: Mention) -> bool:
    return one.kind != "pronoun" and one.label == other.label != ""


def _called(tree: Tree, name: int, mentions: list[Mention], at: dict[int, int]) -> int | None:
    """Who is "known as", "nicknamed", "born" with this name, or, having none yet, "called" by it."""
    verb = tree.head[name]
    if tree.dep[name] not in _ROLES or tree.tag[verb] != "VBN" or tree.lemma[verb] not in _NAMING:
        return None
    if (tree.lemma[verb] == "know") != (tree.words(tree.cases(name)) == "as"):
        return None
    if any(tree.lower[kid] in ("not", "never") for kid in tree.kids[verb]):
        return None
    governor = tree.head[verb] if tree.dep[verb] in ("acl", "advcl") else tree.child(verb, "nsubj:pass")
    bearer = at.get(governor) if governor is not None else None
    if bearer is None or (mentions[bearer].kind == "name" and tree.lemma[verb] not in _RENAMING):
        return None
    return bearer if tree.dep[verb] == "acl" or tree.lemma[verb] in _RENAMING else None


def _real_name(tree: Tree, name: int, at: dict[int, int]) -> int | None:
    """Whose "real name is" this."""
    subject = tree.child(name, *SUBJECT_DEPS)
    if subject is None or tree.child(name, "cop") is None or tree.lemma[subject] != "name":
        return None
    whose = tree.child(subject, "nmod:poss")
    before = [tree.lower[kid] for kid in tree.kids[subject] if tree.dep[kid] in ("amod", "compound")]
    if whose is None or tree.lower[whose] != "whose" or not _OWN.issuperset(before):
        return None
    return at.get(tree.head[name]) if tree.head[name] < whose else None
