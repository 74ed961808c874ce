"""Resolution across documents: profiles, blocks, scores, judgements, clusters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import log

from rapidfuzz.distance import Levenshtein

from ..knowledge.gazetteer import key
from ..knowledge.spelling import is_alike, words
from ..model.judgement import Judgement, Verdict
from .blocking import candidate_pairs
from .cluster import Clustering, Face, Join, cluster, contradict_each_other, kept_apart
from .context import Weight, everywhere_alike, union
from .label import PLACES, compare_labels
from .organisation import contradict, parse_organisation
from .person import compare_people, parse_person
from .profile import Profile, group_key, identifies, merged
from .score import compare
from .verdict import NONE, MatchEvidence, because

AUTHOR = "newsgraph"
_COMMON_AFTER = 20  # a name in every document tells nothing, one in every 20th or fewer all it can
_RIVAL_MARGIN = 1.0
_FAME = 0.4  # what ten times as many documents are worth: about 0.9
_LOOKS = 0.55  # share of letters in common from which two words look alike
_QUESTIONS = 3  # at most so many undecided judgements per profile


@dataclass(frozen=True, slots=True)
class Resolution:
    """Groups of member keys that are one entity each, and the judgements that were made on the way."""

    groups: tuple[tuple[str, ...], ...]
    judgements: tuple[Judgement, ...]


def resolve(profiles: Iterable[Profile], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Return which of ``profiles``, each of one member of one document, are one entity.

    ``judgements`` by people go before everything that is scored. The result does not depend on any order.
    """
    single = sorted(profiles, key=lambda profile: profile.members)
    weight = _weight(single)
    grouped = _with_ids(_group(single, judgements))
    index = _Names(grouped)
    scored = _score(grouped, weight, _decided_pairs(index, judgements))
    by_hand = [join for judgement in judgements for join in _joins_by_hand(index, judgement)]
    marks = _marks(index, judgements, by_hand)
    clustering, settled = _cluster(grouped, scored, by_hand, marks)
    scored = _score_again(grouped, scored, settled, clustering, weight)
    clustering, settled = _cluster(grouped, scored, by_hand, marks)
    groups = (
        tuple(sorted(key for i in found for key in grouped[i].members)) for found in clustering.clusters
    )
    return Resolution(tuple(sorted(groups)), tuple(sorted(_judgements(grouped, settled, clustering, marks))))


Scored = dict[tuple[int, int], MatchEvidence]


def _cluster(
    profiles: Sequence[Profile], scored: Scored, by_hand: Sequence[Join], marks: Sequence[frozenset[str]]
) -> tuple[Clustering, Scored]:
    """Return the clusters, and the evidence after rivals were settled."""
    settled = _settle_rivals(scored, profiles)
    joins = [Join(left, right, e.weight) for (left, right), e in settled.items() if e.verdict == "same"]
    return cluster([*joins, *by_hand], marks, [_face(profile) for profile in profiles], _conflict), settled


def _weight(profiles: Sequence[Profile]) -> Weight:
    """Return how much a name in two contexts tells: the less, the more documents have it."""
    contexts = {document: profile.context for profile in profiles for document in profile.documents}
    documents = Counter(name for context in contexts.values() for name in context.names)
    total = len(contexts) + _COMMON_AFTER

    @cache
    def weight(name: str) -> int:
        rarity = log(total / max(1, documents[name])) / log(_COMMON_AFTER)
        return round(everywhere_alike(name) * min(1.0, rarity))

    return weight


def _group(profiles: Sequence[Profile], judgements: Sequence[Judgement]) -> list[Profile]:
    """Merge the profiles of one name, except members that somebody has judged one by one."""
    judged = {side for judgement in judgements for side in (judgement.left, judgement.right)}
    groups: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        alone = not judged.isdisjoint(profile.members)
        groups[("member", *profile.members) if alone else group_key(profile)].append(profile)
    return [merged(group) for _, group in sorted(groups.items())]


def _with_ids(profiles: Sequence[Profile]) -> list[Profile]:
    """Name each profile by its name where no other one has it, else by its first member."""
    counts = Counter(key(profile.name) for profile in profiles)
    unique = (counts[key(profile.name)] == 1 for profile in profiles)
    return [replace(p, id=p.name if only else p.members[0]) for p, only in zip(profiles, unique, strict=True)]


class _Names:
    """Which profiles a side of a judgement means: a name, the key of a member, or else another name in a document."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        found: dict[str, list[int]] = defaultdict(list)
        aliases: dict[str, list[int]] = defaultdict(list)
        for index, profile in enumerate(profiles):
            found[key(profile.name)].append(index)
            for member in profile.members:
                found[member].append(index)
            for alias in profile.aliases:
                aliases[alias].append(index)
        self._found: Mapping[str, Sequence[int]] = found
        self._aliases: Mapping[str, Sequence[int]] = aliases
        self.count = len(profiles)

    def __getitem__(self, side: str) -> Sequence[int]:
        return self._found.get(side) or self._found.get(key(side)) or self._aliases.get(key(side)) or ()


def _decided_pairs(index: _Names, judgements: Sequence[Judgement]) -> frozenset[tuple[int, int]]:
    """Return the pairs that a person has decided, or wants left undecided."""
    pairs = ((left, right) for j in judgements for left in index[j.left] for right in index[j.right])
    return frozenset((min(pair), max(pair)) for pair in pairs)


def _joins_by_hand(index: _Names, judgement: Judgement) -> list[Join]:
    if judgement.verdict != "same":
        return []
    left, right = index[judgement.left], index[judgement.right]
    if not left or not right:
        return []
    return [Join(left[0], other, judgement.score, by_hand=True) for other in (*left[1:], *right)]


def _marks(index: _Names, judgements: Sequence[Judgement], by_hand: Sequence[Join]) -> list[frozenset[str]]:
    """Return the marks of each profile: on which side of which negative judgement it is."""
    marks: list[set[str]] = [set() for _ in range(index.count)]
    friends = _components(index.count, ((join.left, join.right) for join in by_hand))
    for number, judgement in enumerate(judgements):
        if judgement.verdict == "different":
            left, right = _parted(set(index[judgement.left]), set(index[judgement.right]), friends)
            for profile in left:
                marks[profile].add(f"{number}:left")
            for profile in right:
                marks[profile].add(f"{number}:right")
    return [frozenset(found) for found in marks]


def _parted(left: set[int], right: set[int], friends: Sequence[int]) -> tuple[set[int], set[int]]:
    """Return both sides without what they have in common.

    A member that is told from its own name is told from the others of that name, except those that a person joins to it.
    """
    if left < right:
        own = {friends[index] for index in left}
        return left, {index for index in right if friends[index] not in own}
    if right < left:
        right, left = _parted(right, left, friends)
        return left, right
    return left - right, right - left


def _score(profiles: Sequence[Profile], weight: Weight, decided: frozenset[tuple[int, int]]) -> Scored:
    """Return the evidence of all pairs that may be one thing."""
    scored: Scored = {}
    for left, right in candidate_pairs(profiles, weight):
        if (left, right) not in decided:
            evidence = compare(profiles[left], profiles[right], weight)
            if evidence.verdict != "different":
                scored[left, right] = evidence
    return scored


def _score_again(
    profiles: Sequence[Profile], scored: Scored, settled: Scored, clustering: Clustering, weight: Weight
) -> Scored:
    """Score what was left undecided with all that the clusters on both sides have around them."""
    cluster_of = clustering.numbers()
    contexts = [
        union([profiles[index].context for index in found]) if len(found) > 1 else None
        for found in clustering.clusters
    ]

    def grown(index: int) -> Profile:
        context = contexts[cluster_of[index]]
        return profiles[index] if context is None else replace(profiles[index], context=context)

    again = dict(scored)
    for left, right in scored:
        grew = contexts[cluster_of[left]] or contexts[cluster_of[right]]
        if grew and settled[left, right].verdict == "undecided" and cluster_of[left] != cluster_of[right]:
            again[left, right] = compare(grown(left), grown(right), weight)
    return again


def _settle_rivals(scored: Scored, profiles: Sequence[Profile]) -> Scored:
    """Decide between several full names that one short name fits.

    A family name or initials that fit one full name only gain by it. Where they fit several, the best has to be
    clearly better, or in clearly more documents; otherwise none is taken.
    """
    full = [identifies(profile.name, profile.label) and not _is_short(profile) for profile in profiles]
    full = [is_full or bool(profile.place) for is_full, profile in zip(full, profiles, strict=True)]
    sure = [pair for pair, e in scored.items() if e.verdict == "same" and full[pair[0]] and full[pair[1]]]
    same = _components(len(profiles), sure)
    settled = dict(scored)
    for short, fits in _fits(scored, full).items():
        best_of: dict[int, float] = {}
        for other, evidence in fits:
            standing = evidence.weight + _FAME * log(len(profiles[other].documents))
            best_of[same[other]] = max(best_of.get(same[other], standing), standing)
        ranked = sorted(best_of.values(), reverse=True)
        for other, evidence in fits:
            pair = (min(short, other), max(short, other))
            settled[pair] = evidence + _rivalry(evidence.weight, best_of[same[other]], ranked)
    return settled


def _is_short(profile: Profile) -> bool:
    return profile.person.bare if profile.label == "PERSON" else bool(profile.organisation.acronym)


def _fits(scored: Scored, full: Sequence[bool]) -> Mapping[int, list[tuple[int, MatchEvidence]]]:
    fits: dict[int, list[tuple[int, MatchEvidence]]] = defaultdict(list)
    for (left, right), evidence in scored.items():
        if full[left] != full[right]:
            short, other = (right, left) if full[left] else (left, right)
            fits[short].append((other, evidence))
    return fits


def _rivalry(weight: float, standing: float, ranked: Sequence[float]) -> MatchEvidence:
    if len(ranked) == 1:
        return because(0.5, "no other name fits")
    rival = ranked[1] if standing == ranked[0] else ranked[0]
    if standing - rival < _RIVAL_MARGIN:
        return because(min(0.0, 1.5 - weight), "another name fits as well")
    return NONE


def _components(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    roots = list(range(count))

    def root(index: int) -> int:
        while roots[index] != index:
            roots[index] = roots[roots[index]]
            index = roots[index]
        return index

    for left, right in pairs:
        roots[max(root(left), root(right))] = min(root(left), root(right))
    return [root(index) for index in range(count)]


def _face(profile: Profile) -> Face:
    place = profile.place.iris if profile.place else ()
    return (profile.label, profile.name, profile.known or "", _state_of(profile), *place)


def _state_of(profile: Profile) -> str:
    """Return the country of a body that every country has, from its name or else its documents."""
    if profile.label == "PERSON" or profile.label in PLACES:
        return ""
    organisation = profile.organisation
    if not organisation.generic:
        return ""
    return " ".join(sorted(organisation.countries)) or profile.context.home or ""


@lru_cache(maxsize=1 << 18)
def _conflict(left: Face, right: Face) -> bool:
    """Return whether two names cannot be in one cluster, however many joins lead from one to the other."""
    labels, names = (left[0], right[0]), (left[1], right[1])
    if compare_labels(*labels) is None or (left[2] and right[2] and left[2] != right[2]):
        return True
    if labels == ("PERSON", "PERSON"):
        return compare_people(parse_person(names[0]), parse_person(names[1])).weight <= -4.0
    if (left[3] and right[3] and left[3] != right[3]) or _only_look_alike(*names):
        return True
    if left[4:] and right[4:]:
        return left[4:] != right[4:]
    if PLACES & set(labels):
        return "ORG" in labels
    return "NORP" not in labels and contradict(*map(parse_organisation, names))


def _only_look_alike(left: str, right: str) -> bool:
    """Return whether two names of as many words look alike word by word and yet are no spellings of one name.

    So a chain of spellings, each like the next, never joins its ends.
    """
    ours, theirs = words(left), words(right)
    if len(ours) != len(theirs) or ours == theirs:
        return False
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return any(not is_alike(a, b) for a, b in pairs) and all(
        Levenshtein.normalized_similarity(a, b) >= _LOOKS for a, b in pairs
    )


def _judgements(
    profiles: Sequence[Profile], scored: Scored, clustering: Clustering, marks: Sequence[frozenset[str]]
) -> Iterator[Judgement]:
    """Yield what joined each cluster, and for each profile the most probable of what was left undecided.

    Clusters that contradict each other or that a person keeps apart are no question.
    """
    for join in clustering.used:
        if not join.by_hand:
            yield _judgement(profiles, join.left, join.right, scored[_pair(join)])
    cluster_of = clustering.numbers()
    looks = [frozenset(_face(profiles[index]) for index in found) for found in clustering.clusters]
    sides = [frozenset().union(*(marks[index] for index in found)) for found in clustering.clusters]

    def settled(one: int, two: int) -> bool:
        return kept_apart(sides[one], sides[two]) or contradict_each_other(looks[one], looks[two], _conflict)

    open_questions: Counter[int] = Counter()
    for (left, right), evidence in sorted(scored.items(), key=lambda item: (-item[1].weight, item[0])):
        if (
            cluster_of[left] == cluster_of[right]
            or max(open_questions[left], open_questions[right]) >= _QUESTIONS
            or settled(cluster_of[left], cluster_of[right])
        ):
            continue
        open_questions.update((left, right))
        yield _judgement(profiles, left, right, evidence, "undecided")


def _pair(join: Join) -> tuple[int, int]:
    return min(join.left, join.right), max(join.left, join.right)


def _judgement(
    profiles: Sequence[Profile], left: int, right: int, evidence: MatchEvidence, verdict: Verdict = "same"
) -> Judgement:
    one, two = sorted((profiles[left].id, profiles[right].id))
    return Judgement(one, two, verdict, evidence.score, evidence.reasons, AUTHOR)
