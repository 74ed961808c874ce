"""Pronouns before their name: "After his victory, Lund thanked the crowd"."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.word_classes import word_class
from ..syntax.tree import SUBJECT_DEPS
from .candidates import Candidates
from .salience import leaning

_FRONTED = frozenset({"obl", "advcl"})
_DEPTH = 6
"""Words between a pronoun and the verb before whose subject it stands."""


def fronted_links(draft: Candidates) -> Iterator[tuple[int, int]]:
    """Pairs of a subject by name, and "he", "she" or whose it is in the phrase or clause that opens its sentence.

    Not where a person was named in that phrase before it. "In his absence", and in a clause ("when he resigned, Lund ...")
    after another person, it may be whom the sentence before was about. Without these two conditions 185 of 191 such
    pronouns of GAP development were the subject behind them, where the model alone is right in five of six.
    """
    for i, mention in enumerate(draft.mentions):
        if mention.kind != "pronoun" or draft.profiles[i].person < 3 or not draft.profiles[i].gender:
            continue
        found = _subject_behind(draft, i)
        if found is not None:
            yield found, i


def _subject_behind(draft: Candidates, i: int) -> int | None:
    tree, token = draft.tree, draft.mentions[i].head
    is_owner, is_subject = tree.tag[token] == "PRP$", tree.dep[token] in SUBJECT_DEPS
    if is_owner and tree.lemma[tree.head[token]] in word_class("replacing"):
        return None
    if not (is_owner or is_subject):
        return None
    part = token
    for _ in range(_DEPTH):
        above = tree.head[part]
        if above == part:
            return None
        if tree.dep[part] in _FRONTED and above > part:
            subject = tree.child(above, *SUBJECT_DEPS)
            if subject is not None and subject > part:
                person = _named(draft, i, subject, part)
                is_doubtful = person is not None and is_subject and _has_rival(draft, i, person)
                return None if is_doubtful else person
        part = above
    return None


def _named(draft: Candidates, i: int, subject: int, part: int) -> int | None:
    """The subject, where it is one person by name, and nobody is named in ``part`` before the pronoun."""
    tree, mentions = draft.tree, draft.mentions
    person = draft.at.get(subject)
    if person is None or mentions[person].kind != "name" or tree.child(subject, "conj") is not None:
        return None
    if mentions[person].label != "PERSON" or draft.quotes[person] != draft.quotes[i]:
        return None
    before = (j for j in range(i) if mentions[j].head >= tree.left[part])
    return None if any(mentions[j].label == "PERSON" for j in before) else person


def _has_rival(draft: Candidates, i: int, person: int) -> bool:
    """Does the sentence before mention another person whom the pronoun may mean?"""
    known = draft.profiles[i]
    return any(
        known.sentence - draft.profiles[j].sentence == 1
        and draft.mentions[j].label == "PERSON"
        and not draft.clusters.same(j, person)
        and leaning(draft, draft.clusters.of(j).first) in ("", known.gender)
        for j in range(i)
    )
