"""Roles that take a person up: "the prime minister" after "Prime Minister Ana Ruiz"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from ..english.lexicon import ROLE_NOUNS
from ..english.role_classes import (
    ACCUSED,
    ACCUSING,
    DEPUTIES,
    HARMING,
    HELD_BY_ONE,
    VICTIMS,
    are_akin,
)
from ..english.semantic_classes import noun_type
from ..english.titles import HONORIFICS, bare, is_title, spelt_out
from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan, is_bare_predicate, left_edge
from ..syntax.negation import is_negated
from ..syntax.tree import SUBJECT_DEPS, Tree
from .clusters import Cluster, Clusters
from .profiles import MentionProfile, is_narrowed

Role = tuple[str, ...]
_LONGEST = 5
_BEFORE = 3
"""Words before a name in which its title stands."""
_NEAR, _FAR = 2, 6
"""Sentences back in which a victim, and whoever has a like role, is looked for."""
_AHEAD = 12
"""Sentences ahead in which the name of whoever has a role stands."""
_ADDRESS = HONORIFICS - ROLE_NOUNS


def roles_taken_up(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Pairs of a person and a role in words that only this person was introduced with before, or said to have.

    "A foreign leader" is somebody else who was introduced as a leader.
    """
    holders: dict[Role, set[int]] = defaultdict(set)
    said = _roles_said(tree)
    for i, mention in enumerate(mentions):
        if mention.label != "PERSON" or mention.kind == "pronoun" or profiles[i].number == "plural":
            continue
        if mention.kind == "nominal" and not clusters.of(i).named:
            role = _role(tree, mention.start, mention.head)
            found = {clusters.of(j).first for j in holders[role]} if role else set()
            if len(found) == 1 and _is_bare(tree, mention):
                yield next(iter(sorted(holders[role]))), i
            if profiles[i].definite:
                continue
        role = _title(tree, mention) if mention.kind == "name" else _role(tree, mention.start, mention.head)
        for known in (role, *said.get(mention.head, ())):
            for start in range(len(known)):
                if not start or known[start - 1] not in DEPUTIES:
                    holders[known[start:]].add(i)


def roles_ahead(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Pairs of a person and "the" role before the name ("The fire chief wept. ... Fire Chief Ivo Lund said").

    Only an office that one person has at a time, that nobody had before and one person alone has behind; "new coach Ivo Lund" is
    not the coach of before, nor is whoever follows one who died or was dismissed. A headline leaves out "the".
    """
    holders: dict[Role, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        if mention.label == "PERSON" and mention.kind != "pronoun" and clusters.of(i).named:
            role = (
                _title(tree, mention) if mention.kind == "name" else _role(tree, mention.start, mention.head)
            )
            for start in range(len(role)):
                if not start or role[start - 1] not in DEPUTIES:
                    holders[role[start:]].append(i)
    for i, mention in enumerate(mentions):
        if mention.kind != "nominal" or mention.label != "PERSON" or profiles[i].number != "singular":
            continue
        if clusters.of(i).named or not (_is_bare(tree, mention) or _is_in_headline(tree, mention)):
            continue
        if profiles[i].lemma not in HELD_BY_ONE or leaves(tree, mention.head):
            continue
        found = holders.get(_role(tree, mention.start, mention.head), [])
        is_near = (
            bool(found) and i < found[0] and profiles[found[0]].sentence - profiles[i].sentence <= _AHEAD
        )
        is_another = any(is_of_other_term(tree, mentions[j].head) for j in found)
        if is_near and not is_another and len({clusters.of(j).first for j in found}) == 1:
            yield found[0], i


def is_of_other_term(tree: Tree, head: int) -> bool:
    """Does a word before a name or role say that its holder came later or earlier ("new coach Ivo Lund")?"""
    other = word_class("apart") | word_class("loose_modifiers") | {"interim"}
    return not other.isdisjoint(tree.lower[max(tree.left[head], head - _LONGEST) : head])


def leaves(tree: Tree, head: int) -> bool:
    """Does somebody lose office or life ("the coach was fired", "left office", "the death of the coach")?"""
    word, dep = tree.lemma[tree.head[head]], tree.dep[head]
    if dep in ("obj", "nsubj:pass") and word in HARMING:
        return True
    if dep == "nsubj":
        lost = tree.child(tree.head[head], "obj")
        if lost is not None:
            return word in word_class("giving_up") and tree.lemma[lost] in word_class("held_places")
    return dep in ("obj", "nsubj", "nsubj:pass", "nmod", "nmod:poss") and word in word_class("losing_roles")


def _is_in_headline(tree: Tree, mention: MentionSpan) -> bool:
    """Is it the subject of the first sentence, without a determiner?"""
    head = mention.head
    is_subject = tree.sentence[head] == 0 and tree.dep[head] in SUBJECT_DEPS
    return (
        is_subject and tree.child(head, "det", "nmod:poss") is None and not is_narrowed(tree, head, "appos")
    )


def _roles_said(tree: Tree) -> dict[int, list[Role]]:
    """Roles that the head of a subject is said to have: "Ana Ruiz is mayor of Oslo", "became mayor", "was elected mayor"."""
    said: dict[int, list[Role]] = defaultdict(list)
    for noun in range(len(tree)):
        if not is_bare_predicate(tree, noun) or noun_type(tree.lemma[noun]) != "PERSON":
            continue
        verb = tree.head[noun] if tree.dep[noun] == "xcomp" else noun
        subject = tree.child(verb, "nsubj", "nsubj:pass")
        gives = verb == noun or tree.lemma[verb] in word_class("role_giving") | word_class("becoming")
        if subject is not None and gives and not tree.marks(verb) and not is_negated(tree, verb):
            said[subject].append(_role(tree, left_edge(tree, noun), noun))
    return said


def _title(tree: Tree, mention: MentionSpan) -> Role:
    """The office or role right before a name; a form of address between the two is no part of it ("Prime Minister Sir Ivo Holm")."""
    start = mention.start
    while start > max(0, mention.start - _LONGEST) and (
        _in_title(tree, start - 1, mention) or _describes(tree, start - 1, start, mention)
    ):
        start -= 1
    words = [word for token in range(start, mention.start) for word in spelt_out(tree.text[token])]
    title = [word for word in words if word not in word_class("loose_modifiers")]
    while len(title) > 1 and bare(title[-1]) in _ADDRESS:
        title.pop()
    return tuple(title)


def _describes(tree: Tree, token: int, start: int, mention: MentionSpan) -> bool:
    """Is this a noun for a person that describes the name, or a word before one ("police chief", "star striker")?"""
    head = tree.head[token]
    if tree.dep[token] == "nmod:desc":
        return mention.start <= head < mention.end and noun_type(tree.lemma[token].lower()) == "PERSON"
    return tree.dep[token] in ("compound", "amod") and start <= head < mention.start


def _in_title(tree: Tree, token: int, mention: MentionSpan) -> bool:
    return (
        tree.sentence[token] == tree.sentence[mention.start]
        and tree.pos[token] in ("NOUN", "PROPN", "ADJ")
        and is_title(tree.text[token])
    )


def _role(tree: Tree, start: int, head: int) -> Role:
    """The words of a role without article and possessor."""
    words = range(start, head + 1)
    if any(tree.pos[token] in ("PART", "PRON", "PUNCT") for token in words):
        return ()
    return tuple(tree.lower[token] for token in words if tree.pos[token] != "DET")


def _is_bare(tree: Tree, mention: MentionSpan) -> bool:
    """Does "the" open the role, and does nothing behind it say of what?"""
    return tree.lower[mention.start] == "the" and not is_narrowed(tree, mention.head, "appos", "conj")


def roles_akin(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> Iterator[tuple[int, int]]:
    """Pairs of a person and a role like the one that only this person was given ("the lawmaker" for a senator).

    "The victim" is the one person who was harmed just before, "the attacker" the one who was blamed.
    """
    for i, mention in enumerate(mentions):
        if mention.kind != "nominal" or mention.label != "PERSON" or profiles[i].number != "singular":
            continue
        if not _is_bare(tree, mention) or profiles[i].modifiers or clusters.of(i).first < i:
            continue
        lemma, near = profiles[i].lemma, _NEAR if profiles[i].lemma in VICTIMS | ACCUSED else _FAR
        within = takewhile(
            lambda j: profiles[i].sentence - profiles[j].sentence <= near,  # noqa: B023 - used up in this turn
            reversed(range(i)),
        )
        earlier = (clusters.of(j).first for j in within if mentions[j].label == "PERSON")
        fitting = [
            root
            for root in dict.fromkeys(earlier)
            if _has_role_like(tree, mentions, clusters.of(root), lemma)
        ]
        if len(fitting) == 1:
            yield fitting[0], i


def _has_role_like(tree: Tree, mentions: list[MentionSpan], cluster: Cluster, lemma: str) -> bool:
    if not cluster.named or cluster.number == "plural":
        return False
    if any(is_deputy(tree, mentions[i]) for i in cluster.members):
        return False
    if lemma in VICTIMS | ACCUSED:
        accused, harmed = fate(tree, mentions, cluster)
        return harmed and not accused if lemma in VICTIMS else accused and not harmed
    return any(are_akin(lemma, noun) for noun in cluster.nouns)


def is_deputy(tree: Tree, mention: MentionSpan) -> bool:
    """Is a role the second one ("the vice president"), or a name behind such a title ("Vice President Lund")?"""
    start = mention.start - _BEFORE if mention.kind == "name" else mention.start
    return not DEPUTIES.isdisjoint(tree.lower[max(start, 0) : mention.head])


def fate(tree: Tree, mentions: list[MentionSpan], cluster: Cluster) -> tuple[bool, bool]:
    """Is a cluster's person said to be accused or to attack, and to be harmed?"""
    accused = harmed = False
    for i in cluster.members:
        head = mentions[i].head
        verb = tree.lemma[tree.head[head]]
        undergoes = tree.dep[head] in ("obj", "nsubj:pass")
        accused |= (undergoes and verb in ACCUSING) or (tree.dep[head] == "nsubj" and verb in HARMING)
        harmed |= undergoes and verb in HARMING
    return accused, harmed


def name_behind_role(tree: Tree, mention: MentionSpan, governor: int) -> int | None:
    """The name behind a role that stands between two people ("Ivo Lund, coach Per Holt"), whose it is.

    With an article and a comma only in a list in which the one before has a title ("Mayor Ivo Lund, the head of the choir, Per
    Holt, and the cook").
    """
    if mention.kind != "nominal" or governor > mention.start or tree.label[governor] != "PERSON":
        return None
    if tree.child(mention.head, "det", "nmod:poss") is None:
        is_next = mention.end < len(tree) and tree.label[mention.end] == "PERSON"
        return mention.end if is_next else None
    after = tree.right[mention.head] + 1
    if tree.child(governor, "nmod:desc") is None or tree.text[after : after + 1] != [","]:
        return None
    for k in tree.children(governor, "conj"):
        if after <= tree.left[k] <= after + 1 and tree.label[k] == "PERSON" and tree.child(k, "cc") is None:
            return k
    return None
