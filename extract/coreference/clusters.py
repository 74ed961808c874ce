"""Mentions grown together: merging keeps number, gender and kind of thing consistent, and refuses where they clash."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ..mentions.detection import MentionSpan
from .profiles import MentionProfile

_THINGS = frozenset({"PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})


class Cluster(Struct, frozen=True):
    """What is known of one thing so far; ``nouns`` are the common nouns it was called, roles included.

    ``unknown`` says that it has only names that no list knows: they may be a person's whatever their label.
    """

    members: tuple[int, ...]
    first: int
    kind: str
    number: str
    gender: str
    person: int
    place: str
    nouns: frozenset[str]
    named: bool
    unknown: bool


class Clusters:
    """A partition of mentions that starts with each alone."""

    def __init__(self, mentions: list[MentionSpan], profiles: list[MentionProfile]) -> None:
        self._of = [_single(i, mention, profiles[i]) for i, mention in enumerate(mentions)]

    def copy(self) -> Clusters:
        """The same partition, to be merged on without changing this one."""
        twin = Clusters([], [])
        twin._of = self._of.copy()
        return twin

    def add_noun(self, mention: int, noun: str) -> None:
        """Record a common noun that the cluster of a mention is called by."""
        known = self._of[mention]
        self._put(replace(known, nouns=known.nouns | {noun}))

    def of(self, mention: int) -> Cluster:
        """The cluster a mention is in."""
        return self._of[mention]

    def same(self, one: int, other: int) -> bool:
        """Are two mentions in one cluster?"""
        return self._of[one] is self._of[other]

    def can_merge(self, one: int, other: int) -> bool:
        """Do number, gender and kind of thing agree, and has at most one of the two a name?"""
        return self.same(one, other) or (
            not self.named_apart(one, other) and agree(self._of[one], self._of[other])
        )

    def named_apart(self, one: int, other: int) -> bool:
        """Do both clusters have names that ``merge_names`` has not made one?"""
        return not self.same(one, other) and self._of[one].named and self._of[other].named

    def merge(self, one: int, other: int, *, checked: bool = True) -> bool:
        """Put two mentions' clusters together; False, and nothing done, where ``checked`` finds a clash."""
        if checked and not self.can_merge(one, other):
            return False
        self._unite(self._of[one], self._of[other])
        return True

    def merge_names(self, one: int, other: int) -> bool:
        """Put two names together that agree in gender; whether they are one name is for the caller to know."""
        a, b = self._of[one], self._of[other]
        if {a.gender, b.gender} == {"male", "female"}:
            return False
        self._unite(a, b)
        return True

    def _unite(self, one: Cluster, other: Cluster) -> None:
        if one is not other:
            self._put(_joined(one, other) if one.first < other.first else _joined(other, one))

    def _put(self, cluster: Cluster) -> None:
        for mention in cluster.members:
            self._of[mention] = cluster

    def groups(self) -> list[list[int]]:
        """All clusters as sorted lists of mentions, in order of first mention."""
        return [sorted(cluster.members) for i, cluster in enumerate(self._of) if cluster.first == i]


def agree(one: Cluster, other: Cluster) -> bool:
    """Do two clusters agree in kind of thing, number and gender?"""
    return (
        (kinds_agree(one.kind, other.kind) or _makes_person(one, other) or _makes_person(other, one))
        and not (one.gender and other.gender and one.gender != other.gender)
        and not (one.place and other.place and one.place != other.place)
        and {one.number, other.number} != {"singular", "plural"}
    )


def kind_of(label: str) -> str:
    """The coarse kind behind a label: person, place or body, thing, or "" for unknown.

    Places and bodies are one kind, since news calls a country "it" and "they" alike and labels waver between them.
    """
    if label in ("PERSON", ""):
        return label.lower()
    return "thing" if label in _THINGS else "body"


def kinds_agree(one: str, other: str) -> bool:
    """Can two coarse kinds be one thing's? An unknown kind can be any."""
    return not one or not other or one == other


def _makes_person(one: Cluster, other: Cluster) -> bool:
    """Does "he" or "she" make a person of what has only names that no list knows ("Velt resigned. She ...")?"""
    is_pronoun = one.gender != "" and one.kind == "person" and not one.named and not one.nouns
    return is_pronoun and other.unknown and not other.nouns


def _single(index: int, mention: MentionSpan, profile: MentionProfile) -> Cluster:
    return Cluster(
        members=(index,),
        first=index,
        kind=kind_of(mention.label),
        number=profile.number,
        gender=profile.gender,
        person=profile.person,
        place=profile.place,
        nouns=frozenset({profile.lemma}) if mention.kind == "nominal" else frozenset(),
        named=mention.kind == "name",
        unknown=profile.unknown,
    )


def _joined(one: Cluster, other: Cluster) -> Cluster:
    specific = one.number not in ("", "group")
    is_person = _makes_person(one, other) or _makes_person(other, one)
    named = [cluster for cluster in (one, other) if cluster.named]
    return Cluster(
        members=one.members + other.members,
        first=one.first,
        kind="person" if is_person else one.kind or other.kind,
        number=one.number if specific else other.number or one.number,
        gender=one.gender or other.gender,
        person=max(one.person, other.person),
        place=one.place or other.place,
        nouns=one.nouns | other.nouns,
        named=bool(named),
        unknown=bool(named) and all(cluster.unknown for cluster in named),
    )
