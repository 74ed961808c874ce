"""Vetoes of speech: who speaks, and whom something is told to, is not who is spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..attribution.relays import is_outlet
from ..english.lexicon import SPEAKING
from ..english.pronouns import IT
from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan
from ..syntax.tree import SUBJECT_DEPS
from .binding_vetoes import is_told_of
from .candidates import Candidates

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def speaker_and_listener(draft: Candidates, root: int, mention: int) -> bool:
    """Whoever speaks is not spoken of by name, by a noun or as "he" in the same quotation."""
    speaker = draft.speakers.get(mention)
    if speaker is not None and _is_spoken_of(draft, mention) and draft.clusters.same(speaker, root):
        return True
    spoken = (i for i in draft.spoken.get(mention, ()) if _is_spoken_of(draft, i))
    return any(draft.clusters.same(i, root) for i in spoken)


def orderer_and_patient(draft: Candidates, root: int, mention: int) -> bool:
    """Whoever orders or recommends that "it be sold" speaks of another; who instructs that "he be buried", perhaps of himself."""
    tree, pronoun = draft.tree, draft.mentions[mention]
    deed = tree.head[pronoun.head]
    verb = tree.head[deed]
    helper = tree.child(deed, "aux:pass")
    if (
        tree.lower[pronoun.head] not in IT
        or tree.dep[pronoun.head] != "nsubj:pass"
        or tree.dep[deed] != "ccomp"
    ):
        return False
    if tree.lemma[verb] not in word_class("ordering") or helper is None or tree.lower[helper] != "be":
        return False
    if tree.child(deed, "aux") is not None:
        return False
    orderer = _orderer(tree, verb)
    found = None if orderer is None else draft.at.get(orderer)
    return found is not None and draft.clusters.same(found, root)


def _orderer(tree: Tree, verb: int) -> int | None:
    """Who orders: the subject of the verb, or of the one that it is joined to."""
    first = tree.head[verb] if tree.dep[verb] == "conj" else verb
    subjects = (tree.child(one, *SUBJECT_DEPS) for one in (verb, first))
    return next((subject for subject in subjects if subject is not None), None)


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
    is_they = mention.kind == "pronoun" and draft.profiles[i].person == 3
    return is_they or _is_person(mention) or is_told_of(draft, i)


def _is_person(mention: MentionSpan) -> bool:
    return mention.kind == "name" and mention.label == "PERSON"
