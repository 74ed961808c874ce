"""Second names that a text gives outright: "Ada Lind, also known as Starling", "Starling, whose real name is Ada Lind"."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan
from ..syntax.negation import is_negated
from ..syntax.tree import SUBJECT_DEPS, Tree

_NAMING = ("call", "name", "identify")
"""Verbs by which somebody without a name gets one ("a salesman called Lund")."""
_AS = ("know", "identify")
"""Those with "as"."""
_AUTHORITIES = frozenset("police authority prosecutor investigator coroner sheriff".split())
_FOR_SURE = frozenset("later now since officially formally publicly positively".split())
_ROLES = frozenset({"obl", "obj", "xcomp", "obl:unmarked", "advcl"})


def second_names(tree: Tree, mentions: list[MentionSpan], at: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Pairs of a mention and the name it is said to have; ``at`` gives the mention that a token heads."""
    ending = {mention.end: i for i, mention in enumerate(mentions) if mention.kind != "pronoun"}
    for j, mention in enumerate(mentions):
        if mention.kind != "name" or not mention.label:
            continue
        if (bearer := _beside(tree, mention, ending)) is not None:
            if mentions[bearer].label == mention.label and mentions[bearer].kind == "name":
                yield bearer, j
            continue
        whose = _whose(tree, mention.head)
        if whose is not None:
            bearer, named = _before(tree, whose, ending), True
        else:
            bearer, named = _called(tree, mention.head, at, ending)
        if bearer is None or mentions[bearer].label != mention.label:
            continue
        if bearer != j and (named or mentions[bearer].kind != "name"):
            yield bearer, j


def _beside(tree: Tree, mention: MentionSpan, ending: dict[int, int]) -> int | None:
    """The name that a marker of another name follows: "Ada Lind, née Holt", "Ada Lind (later Ada Holt)"."""
    marker = mention.start - 1
    if marker < 1:
        return None
    sets_off = tree.text[marker - 1] in (",", "(")
    sure = tree.lower[marker] in word_class("other_name_marks")
    if not sure and not (sets_off and tree.lower[marker] in word_class("name_adverbs")):
        return None
    return ending.get(marker - 1 if sets_off else marker)


def _before(tree: Tree, start: int, ending: dict[int, int]) -> int | None:
    """The mention right before a word, or before the comma there: a parser may hang what follows on another one."""
    comma = start > 0 and tree.text[start - 1] == ","
    return ending.get(start, ending.get(start - 1) if comma else None)


def _called(tree: Tree, name: int, at: dict[int, int], ending: dict[int, int]) -> tuple[int | None, bool]:
    """Who is "known as", "nicknamed", "born" with this name, or "called" by it; and may who it is have a name already?"""
    verb = tree.head[name]
    lemma = tree.lemma[verb]
    if tree.dep[name] not in _ROLES:
        return None, False
    case = tree.words(tree.cases(name))
    if (lemma in _AS) != (case == "as") or case not in ("", "as"):  # "born to Ann Lee" is no name
        return None, False
    if any(tree.lower[kid] in ("not", "never") for kid in tree.kids[verb]):
        return None, False
    if lemma == "identify" and (tree.child(name, "conj") is not None or not _is_found_out(tree, verb)):
        return None, False  # "the two men were identified as Ivo Lund and Per Holt"
    told = tree.child(verb, "obj") if lemma == "identify" else None
    if told is not None:
        own = tree.child(verb, "nsubj") if tree.lower[told].endswith("self") else told
        return (at.get(own) if own is not None and tree.pos[own] != "PRON" else None), False
    renamed = lemma in word_class("renaming")
    if tree.tag[verb] != "VBN" or (not renamed and lemma not in _NAMING):
        return None, False
    if tree.dep[verb] in ("acl", "advcl"):
        return _before(tree, tree.left[verb], ending), renamed
    subject = tree.child(verb, "nsubj:pass") if renamed or lemma == "identify" else None
    return (at.get(subject) if subject is not None else None), renamed


def _is_found_out(tree: Tree, verb: int) -> bool:
    """Do police or other authorities, or nobody else in particular, say for sure who somebody is?"""
    end = verb
    while end + 1 < len(tree) and tree.sentence[end + 1] == tree.sentence[verb]:
        end += 1
    if tree.tag[verb] not in ("VBD", "VBN") or "?" in tree.text[verb : end + 1] or is_negated(tree, verb):
        return False
    kids = tree.kids[verb]
    if any(tree.tag[kid] == "MD" or (tree.dep[kid] == "mark" and tree.lower[kid] != "that") for kid in kids):
        return False
    if any(tree.dep[kid] == "advmod" and tree.lower[kid] not in _FOR_SURE for kid in kids):
        return False
    told = tree.child(verb, "obj")
    own = told is not None and tree.lower[told].endswith("self")
    if told is not None and any(tree.lower[kid] in ("wrong", "no") for kid in tree.kids[told]):
        return False  # "the wrong man"
    who = [kid for kid in kids if tree.dep[kid] == "nsubj" or tree.words(tree.cases(kid)) == "by"]
    return own or all(tree.lemma[kid].lower() in _AUTHORITIES for kid in who)


def _whose(tree: Tree, name: int) -> int | None:
    """The "whose" of "whose real name is" this."""
    subject = tree.child(name, *SUBJECT_DEPS)
    if subject is None or tree.child(name, "cop") is None or tree.lemma[subject] != "name":
        return None
    before = [tree.lower[kid] for kid in tree.kids[subject] if tree.dep[kid] in ("amod", "compound")]
    whose = tree.child(subject, "nmod:poss")
    is_own = whose is not None and tree.lower[whose] == "whose" and word_class("own_names").issuperset(before)
    return whose if is_own else None
