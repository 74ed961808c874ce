"""Which names of one document are one person's: full names, family names and first names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ..english.lexicon import KINSHIP
from ..mentions.detection import MentionSpan
from ..syntax.conjuncts import first_conjunct
from ..syntax.tree import Tree
from .clusters import Clusters
from .names import Name, core, is_part_of_person, is_short_person, person_keys, same_person
from .profiles import MentionProfile

MANY = 60
"""People of one family name that are kept apart."""


@dataclass(slots=True)
class _Person:
    """A person with a full name; ``shorts`` counts the times a single name was used for them, ``firsts`` first names."""

    first: int
    last: int
    name: Name
    shorts: int = 0
    firsts: int = 0
    relative: bool = False
    subject: bool = True


@dataclass(slots=True)
class _State:
    people: dict[str, list[_Person]] = field(default_factory=lambda: defaultdict(list))
    unclaimed: dict[tuple[tuple[str, ...], str], list[int]] = field(default_factory=lambda: defaultdict(list))
    middles: dict[tuple[str, tuple[str, ...]], set[str]] = field(default_factory=lambda: defaultdict(set))
    """The first letters of the middle names that a first and a family name have in the document."""

    def add(self, key: str, person: _Person) -> None:
        """Keep a person under a key; of very many the one named longest ago is forgotten, which bounds the time."""
        people = self.people[key]
        people.append(person)
        if len(people) > MANY:
            people.remove(min(people, key=lambda known: known.last))

    def is_ambiguous(self, one: Name, other: Name) -> bool:
        """Is one of the two without the middle name that tells two people of the document apart?"""
        middles = self.middles[other.given, other.family]
        return len(middles) > 1 and bool(one.middle) != bool(other.middle)


def link_people(
    tree: Tree,
    mentions: list[MentionSpan],
    profiles: list[MentionProfile],
    names: dict[int, Name],
    clusters: Clusters,
) -> None:
    """Merge the names of people in place: full names of one person, then single names with the full name they fit."""
    state = _State()
    for name in names.values():
        if name.given and name.middle:
            state.middles[name.given, name.family].add(name.middle[0][0])
    for i, name in names.items():
        if mentions[i].label != "PERSON":
            continue
        if name.given:
            _full_person(tree, mentions[i], i, name, profiles, clusters, state)
        else:
            _short_person(i, name, profiles[i].gender, clusters, state)
    _claim(state, clusters)


def _full_person(
    tree: Tree,
    mention: MentionSpan,
    i: int,
    name: Name,
    profiles: list[MentionProfile],
    clusters: Clusters,
    state: _State,
) -> None:
    """A full name joins the person who has it; another with the same family name stays another person."""
    known = {person.first: person for key in sorted(person_keys(name)) for person in state.people[key]}
    for person in sorted(known.values(), key=lambda person: person.last, reverse=True):
        if state.is_ambiguous(person.name, name):
            continue
        if _one_person(person.name, name) and clusters.merge_names(person.first, i):
            person.last = i
            if len(known) == 1 and not _is_relative(tree, mention):
                person.relative = False  # "Widow Ana Ruiz sues": whose widow is told of nobody else
            if len(name.words) > len(person.name.words):
                person.name = name
            return
    person = _Person(i, i, name, relative=_is_relative(tree, mention), subject=profiles[i].role == "subject")
    if not known and not person.relative:
        person.shorts = len(state.unclaimed.get((name.family, name.suffix), ()))  # as in a headline
    for key in person_keys(name):
        state.add(key, person)


def _one_person(known: Name, name: Name) -> bool:
    return same_person(known, name) or is_part_of_person(known, name) or is_part_of_person(name, known)


def _short_person(i: int, name: Name, gender: str, clusters: Clusters, state: _State) -> None:
    """A single name goes to the full name nearest before it that it fits."""
    key = min(person_keys(name), default=name.words[-1]) if len(name.words) == 1 else name.words[-1]
    candidates = [person for person in state.people[key] if is_short_person(name, person.name)]
    if _unclaimed_key(name, state) in state.unclaimed and all(person.relative for person in candidates):
        candidates = []  # the father was called by it before the child was named
    by_family = [person for person in candidates if person.name.given != name.words[0]]
    candidates = (
        [person for person in by_family if not _goes_by_first_name(person)] or by_family or candidates
    )
    if name.suffix:
        candidates = [person for person in candidates if person.name.suffix == name.suffix]
    if gender:
        candidates = [person for person in candidates if clusters.of(person.first).gender in ("", gender)]
    person = _nearest(candidates)
    if person is not None and clusters.merge_names(person.first, i):
        person.last = i
        person.shorts += 1
        person.firsts += person.name.given == name.words[0]
    else:
        waiting = state.unclaimed[_unclaimed_key(name, state)]
        waiting.append(i)
        clusters.merge_names(waiting[0], i)


def _goes_by_first_name(person: _Person) -> bool:
    """Is the person called by the first name alone, as the wife or child is of whom the family name stands for?"""
    return bool(person.firsts) and person.firsts == person.shorts


def _unclaimed_key(name: Name, state: _State) -> tuple[tuple[str, ...], str]:
    """Single names that are one: a king without number is the only king of that name, where there is one."""
    own = core(name.words)  # "Al Gore" is Gore
    numbers = [suffix for words, suffix in state.unclaimed if words == own and suffix]
    return own, name.suffix or (numbers[0] if len(numbers) == 1 else "")


def _nearest(people: list[_Person]) -> _Person | None:
    """The person named last; whoever was brought in as a relative, or in passing, does not take a name over."""
    ranked = sorted(people, key=lambda person: person.last, reverse=True)
    ranked = [person for person in ranked if not person.relative or person.shorts] or ranked
    owner = max(ranked, key=lambda person: person.shorts, default=None)
    for person in ranked:
        in_passing = person.relative or (person.first == person.last and not person.subject)
        if person is owner or person.shorts or not (in_passing and owner and owner.shorts):
            return person
    return owner


def _claim(state: _State, clusters: Clusters) -> None:
    """A single name before any full one belongs to the only person of the document who fits."""
    for (words, suffix), waiting in state.unclaimed.items():
        fitting = {
            person.first: person
            for person in state.people.get(words[-1], [])
            if is_short_person(Name(words, family=words), person.name) and suffix in ("", person.name.suffix)
        }
        by_family = [person for person in fitting.values() if person.name.given != words[0]]
        later = [person for person in by_family or fitting.values() if person.first > waiting[0]]
        known = [person for person in later if not person.relative]
        if len(known) == 1 or (known and known[0].shorts):
            clusters.merge_names(waiting[0], known[0].first)


def _is_relative(tree: Tree, mention: MentionSpan) -> bool:
    """Is the person introduced by kinship to somebody ("his wife, the former mayor Ana Ruiz", "born to Karl Brandt")?"""
    kin = KINSHIP | {"lady"}
    if _is_kin(tree, mention.head, kin):
        return True
    start = mention.start
    while start > max(0, mention.start - 8) and tree.pos[start - 1] in (
        "NOUN",
        "PROPN",
        "ADJ",
        "PUNCT",
        "DET",
    ):
        start -= 1
    near = set(tree.lower[start : mention.start])
    return bool(near & kin) or (
        tree.dep[mention.head] == "appos" and tree.lower[tree.head[mention.head]] in kin
    )


def _is_kin(tree: Tree, name: int, kin: frozenset[str]) -> bool:
    """ "Was born to Ana Ruiz and Karl Brandt", "married Karl Brandt", "a niece of Karl and Ana Brandt"."""
    name = first_conjunct(tree, name)
    top = tree.head[name]
    if tree.dep[name] == "nmod":
        return tree.lower[top] in kin
    if tree.lemma[top] == "marry" and tree.dep[name] in ("obj", "obl"):
        return tree.dep[name] == "obj" or tree.words(tree.cases(name)) == "to"
    return tree.lemma[top] in ("bear", "born") and tree.words(tree.cases(name)) == "to"
