"""Vetoes of speech: who speaks, and whom something is told to, is not who is spoken of."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..attribution.relays import is_outlet
from ..english.lexicon import SPEAKING
from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan
from ..syntax.predicates import by_phrase, is_passive
from ..syntax.tree import SUBJECT_DEPS, ancestors
from .candidates import Candidates

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def speaker_and_listener(draft: Candidates, root: int, mention: int) -> bool:
    """Whoever speaks is not spoken of by name or as "he" in the same quotation."""
    speaker = draft.speakers.get(mention)
    if speaker is not None and _is_spoken_of(draft, mention) and draft.clusters.same(speaker, root):
        return True
    spoken = (i for i in draft.spoken.get(mention, ()) if _is_spoken_of(draft, i))
    return any(draft.clusters.same(i, root) for i in spoken)


def asker_and_asked(draft: Candidates, root: int, mention: int) -> bool:
    """Who asks is not "he" or "she" of the question where the one asked may be ("Holt asked Ruiz what she had seen")."""
    tree, pronoun = draft.tree, draft.mentions[mention]
    if pronoun.kind != "pronoun" or not draft.profiles[mention].gender:
        return False
    for below, verb in pairwise(ancestors(tree, pronoun.head)):
        if tree.lemma[verb] in word_class("questioning") and _is_question(tree, verb, below):
            asker, asked = (None if side is None else draft.at.get(side) for side in _sides(tree, verb))
            if asker is None or asked is None:
                return False
            return draft.clusters.same(asker, root) and draft.clusters.can_merge(asked, mention)
    return False


def _is_question(tree: Tree, verb: int, below: int) -> bool:
    """What is asked behind a verb, other than for leave ("asked Ruiz if she could go")?"""
    start = tree.left[below]
    if below < verb or start < verb:
        return False
    opening = tree.lower[start : start + 2]
    if "if" in opening or "whether" in opening:
        return not any(
            tree.lower[kid] in ("can", "could", "may", "might") for kid in tree.children(below, "aux")
        )
    return opening[0] == "about" or any(tag.startswith("W") for tag in tree.tag[start : start + 2])


def _sides(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Who asks and who is asked, of a participle in front ("asked by Holt if") the subject behind it."""
    if tree.tag[verb] == "VBN" and (is_passive(tree, verb) or tree.dep[verb] == "advcl"):
        asked = tree.child(verb, "nsubj:pass")
        return by_phrase(tree, verb), tree.child(tree.head[verb], *SUBJECT_DEPS) if asked is None else asked
    return tree.child(verb, *SUBJECT_DEPS), tree.child(verb, "obj", "iobj")


def outlet_and_body(draft: Candidates, root: int, mention: int) -> bool:
    """An outlet that has done nothing but report is no other body ("Reuters reported ... The ministry")."""
    noun = draft.mentions[mention]
    if (
        noun.kind != "nominal"
        or noun.label != "ORG"
        or draft.profiles[mention].lemma in word_class("news_words")
    ):
        return False
    cluster = draft.clusters.of(root)
    return cluster.named and all(_only_reports(draft.tree, draft.mentions[i].head) for i in cluster.members)


def _only_reports(tree: Tree, noun: int) -> bool:
    reports = tree.dep[noun] in ("nsubj", "obj", "obl") and tree.lemma[tree.head[noun]] in SPEAKING
    return reports and is_outlet(tree, noun)


def _is_spoken_of(draft: Candidates, i: int) -> bool:
    mention = draft.mentions[i]
    return (mention.kind == "pronoun" and draft.profiles[i].person == 3) or _is_person(mention)


def _is_person(mention: MentionSpan) -> bool:
    return mention.kind == "name" and mention.label == "PERSON"
