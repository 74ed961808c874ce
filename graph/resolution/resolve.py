"""Resolution across documents: profiles, blocks, scores, judgements, clusters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log

from ..model.judgement import Judgement, Verdict
from .blocking import candidate_pairs
from .by_hand import JudgedSides, decided_pairs, joins_by_hand, marks_of
from .cluster import Clustering, Face, Join, cluster, contradict_each_other, kept_apart
from .conflict import conflict, face_of
from .context import Weight, everywhere_alike, union
from .crowds import settle_crowds
from .open_names import open_names
from .profile import ComparedProfile, Profile, group_key, merged
from .rivals import Scored, settle_rivals
from .score import compare
from .verdict import MatchEvidence

AUTHOR = "newsgraph"
_COMMON_AFTER = 20  # a name in every document tells nothing, one in every 20th or fewer all it can
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
    single = sorted(profiles, key=lambda profile: (profile.name, profile.members))  # looks a name up once
    weight = _weight(single)
    grouped = _with_ids(_group(single, judgements))
    index = JudgedSides(grouped)
    scored = _score(grouped, weight, decided_pairs(index, judgements))
    by_hand = [join for judgement in judgements for join in joins_by_hand(index, judgement)]
    marks = marks_of(index, judgements, by_hand)
    faces = [face_of(profile) for profile in grouped]
    clustering, settled = _cluster(grouped, scored, by_hand, marks, faces)
    scored = _score_again(grouped, scored, settled, clustering, weight)
    clustering, settled = _cluster(grouped, scored, by_hand, marks, faces)
    groups = (
        tuple(sorted(key for i in found for key in grouped[i].members)) for found in clustering.clusters
    )
    judged = _judgements(grouped, settled, clustering, marks, faces)
    return Resolution(tuple(sorted(groups)), tuple(sorted(judged)))


def _cluster(
    profiles: Sequence[Profile],
    scored: Scored,
    by_hand: Sequence[Join],
    marks: Sequence[frozenset[str]],
    faces: Sequence[Face],
) -> tuple[Clustering, Scored]:
    """Return the clusters, and the evidence after rivals were settled."""
    settled = settle_crowds(settle_rivals(scored, profiles), profiles)
    joins = [Join(left, right, e.weight) for (left, right), e in settled.items() if e.verdict == "same"]
    return cluster([*joins, *by_hand], marks, faces, conflict), settled


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


def _with_ids(profiles: Sequence[Profile]) -> list[ComparedProfile]:
    """Name each profile by its name where no other one has it, else by its first member."""
    counts = Counter(profile.key for profile in profiles)
    unique = (counts[profile.key] == 1 for profile in profiles)
    ids = (p.name if only else p.members[0] for p, only in zip(profiles, unique, strict=True))
    return [ComparedProfile.of(profile, id) for profile, id in zip(profiles, ids, strict=True)]


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


def _judgements(
    profiles: Sequence[Profile],
    scored: Scored,
    clustering: Clustering,
    marks: Sequence[frozenset[str]],
    faces: Sequence[Face],
) -> Iterator[Judgement]:
    """Yield what joined each cluster, and for each profile the most probable of what was left undecided.

    Clusters that contradict each other or that a person keeps apart are no question, but for names of which only a
    person can tell (:mod:`.open_names`).
    """
    for join in clustering.used:
        if not join.by_hand:
            yield _judgement(profiles, join.left, join.right, scored[_pair(join)])
    cluster_of = clustering.numbers()
    looks = [frozenset(faces[index] for index in found) for found in clustering.clusters]
    sides = [frozenset().union(*(marks[index] for index in found)) for found in clustering.clusters]

    def settled(one: int, two: int) -> bool:
        return kept_apart(sides[one], sides[two]) or contradict_each_other(looks[one], looks[two], conflict)

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
    for (left, right), evidence in open_names(profiles, cluster_of):
        one, two = cluster_of[left], cluster_of[right]
        if one != two and (left, right) not in scored and not kept_apart(sides[one], sides[two]):
            yield _judgement(profiles, left, right, evidence, "undecided")


def _pair(join: Join) -> tuple[int, int]:
    return min(join.left, join.right), max(join.left, join.right)


def _judgement(
    profiles: Sequence[Profile], left: int, right: int, evidence: MatchEvidence, verdict: Verdict = "same"
) -> Judgement:
    one, two = sorted((profiles[left].id, profiles[right].id))
    return Judgement(one, two, verdict, evidence.score, evidence.reasons, AUTHOR)
