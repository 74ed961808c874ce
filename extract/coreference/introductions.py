"""Who the first sentence of a text is about, before the next ones name them: "A sailor was fined. Otto Lund sank a boat"."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.lexicon import INDEFINITE, QUANTIFIERS, SPEAKING
from ..english.role_classes import ACCUSING, HARMING, are_akin, is_anybody
from ..mentions.detection import MentionSpan
from ..mentions.likeness import in_headline
from ..syntax.tree import SUBJECT_DEPS, Tree
from .clusters import Clusters
from .descriptions import age_of
from .named_kinds import is_bare
from .profiles import MentionProfile
from .roles import is_of_other_term, leaves

_AHEAD = 3
"""Sentences behind the first in which the name stands."""
_BESIDES = frozenset({"also", "another", "fellow", "same"})
"""Words that tell of somebody beside one who was spoken of."""


def people_introduced(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """The pair of the first person named behind the first sentence, and its subject, which is before any name.

    The name has a role like the subject's; where that is "a woman", an age stands beside the name or the same is done to both.
    Nobody for a bare "the teacher", no successor of one who leaves, and no second one ("also a nurse", "at the same hospital").
    """
    named = [i for i, m in enumerate(mentions) if m.kind == "name" and m.label == "PERSON"]
    first = int(in_headline(tree, 0))
    ahead = next((i for i in named if profiles[i].sentence > first), None)
    if ahead is None or profiles[ahead].sentence > first + _AHEAD:
        return
    is_other = is_of_other_term(tree, mentions[ahead].head) or _is_second(tree, mentions[ahead])
    for i, mention in enumerate(mentions):
        if profiles[i].sentence > first or any(
            j < i and not _holds(tree, mention, mentions[j]) for j in named
        ):
            return
        if clusters.of(i).named or not _is_subject(tree, mention) or profiles[i].number != "singular":
            continue
        if is_bare(tree, mention, profiles[i]) or leaves(tree, mention.head):
            continue
        has_role = not is_other and _has_role_of(profiles[i].lemma, clusters.of(ahead).nouns)
        near = profiles[ahead].sentence - profiles[i].sentence == 1
        accused = _is_accused(tree, mention)
        is_any = near if accused else _is_any(tree, mention, profiles[i])
        is_one = is_any and (
            not accused or _undergoes(tree, mentions[ahead], ACCUSING)
        )  # "Eva Dahl, 20, died"
        if has_role or (is_one and _is_told_again(tree, mention, mentions[ahead])):
            yield ahead, i
            return


def _holds(tree: Tree, mention: MentionSpan, name: MentionSpan) -> bool:
    return tree.contains(mention.head, name.head)


def _is_subject(tree: Tree, mention: MentionSpan) -> bool:
    """Is it one person in particular, whom the sentence tells something of?"""
    head = mention.head
    is_one = mention.kind == "nominal" and mention.label == "PERSON" and tree.dep[head] in SUBJECT_DEPS
    return is_one and tree.lower[mention.start] not in QUANTIFIERS and tree.child(head, "conj") is None


def _has_role_of(lemma: str, nouns: frozenset[str]) -> bool:
    return any(lemma == noun or are_akin(lemma, noun) for noun in nouns)


def _is_any(tree: Tree, mention: MentionSpan, profile: MentionProfile) -> bool:
    return is_anybody(profile.lemma) and tree.lower[mention.start] in INDEFINITE


def _is_accused(tree: Tree, mention: MentionSpan) -> bool:
    """Is it anybody whom a crime is laid to ("a teacher was jailed")?"""
    return _undergoes(tree, mention, ACCUSING) and tree.lower[mention.start] in INDEFINITE


def _undergoes(tree: Tree, mention: MentionSpan, deeds: frozenset[str]) -> bool:
    """Is one of these deeds done to somebody ("was jailed")?"""
    return tree.dep[mention.head] == "nsubj:pass" and tree.lemma[tree.head[mention.head]] in deeds


def _is_second(tree: Tree, name: MentionSpan) -> bool:
    """Do words beside a name say that somebody else was spoken of ("Otto Lund, also a singer")?"""
    return any(tree.lower[token] in _BESIDES for token in range(name.start, tree.right[name.head] + 1))


def _is_told_again(tree: Tree, noun: MentionSpan, name: MentionSpan) -> bool:
    """Is the name the subject of a deed but no report, with an age beside it, or of the deed told of the noun?"""
    if tree.dep[name.head] not in SUBJECT_DEPS or tree.child(name.head, "nmod:desc") is not None:
        return False  # "owner Otto Lund was fined"
    if _undergoes(tree, name, HARMING):
        return False
    deeds = {tree.lemma[tree.head[mention.head]] for mention in (noun, name)}
    if not deeds.isdisjoint(SPEAKING):
        return False
    alike = tree.dep[noun.head] == tree.dep[name.head] and (len(deeds) == 1 or deeds <= ACCUSING)
    return alike or bool(age_of(tree, name))
