"""Antecedents of nominals and pronouns, one mention at a time from left to right."""

from __future__ import annotations

from collections import defaultdict
from math import exp

from ..english import pronouns
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan, is_relative
from .candidates import Candidates
from .clusters import Cluster, kind_of, kinds_agree
from .profiles import MentionProfile
from .salience import Focus
from .structure import bound, same_clause_subject
from .vetoes import is_vetoed

PRONOUN_SENTENCES = 3
"""How many sentences back a pronoun of the third person finds its antecedent."""
TYPE_SENTENCES = 3
"""How many sentences back "the country" finds a name."""
NOUN_SENTENCES = 12
"""How many sentences back "the deal" finds another deal."""
CANDIDATES = 40
"""How many mentions back are looked at, which keeps the work linear."""

_ROLE_WEIGHT = {
    "subject": 1.0,
    "object": 0.45,
    "possessor": 0.4,
    "apposition": 0.2,
    "conjunct": 0.2,
    "oblique": 0.15,
}


def link_by_rules(draft: Candidates, *, guarded: bool = True) -> None:
    """Merge each nominal and pronoun with its antecedent, from left to right, in place.

    ``guarded`` asks the rules of salience and the vetoes, as where the model links; without it this is a feature of
    the model, which has them behind it.
    """
    _Resolver(draft, guarded=guarded).resolve_all(draft.speakers)


class _Resolver:
    def __init__(self, draft: Candidates, *, guarded: bool) -> None:
        self.draft, self.focus = draft, Focus.of(draft) if guarded else None
        self.tree, self.mentions = draft.tree, draft.mentions
        self.profiles, self.clusters = draft.profiles, draft.clusters
        self.at = {mention.head: i for i, mention in enumerate(draft.mentions)}
        self.by_noun: dict[str, list[int]] = defaultdict(list)

    def resolve_all(self, speakers: dict[int, int | None]) -> None:
        """Link every nominal and pronoun that has an antecedent."""
        for i, mention in enumerate(self.mentions):
            if mention.kind == "nominal":
                self._link(i, self.nominal_antecedent(i))
                for noun in self.clusters.of(i).nouns:
                    self.by_noun[noun].append(i)
            elif mention.kind == "name":
                for noun in self.clusters.of(i).nouns | {self.profiles[i].lemma}:
                    self.by_noun[noun].append(i)
            elif self._is_third_person(i):
                self._link(i, self.pronoun_antecedent(i, speakers))

    def _is_third_person(self, i: int) -> bool:
        """A pronoun that may find its antecedent here: "this" and "that" are left alone, they mostly stand for clauses."""
        head = self.mentions[i].head
        if self.profiles[i].person < 3 or is_relative(self.tree, head):
            return False
        return self.tree.lower[head] not in pronouns.DEMONSTRATIVE

    def _link(self, i: int, antecedent: int | None) -> None:
        if antecedent is not None:
            self.clusters.merge(antecedent, i)

    def nominal_antecedent(self, i: int) -> int | None:
        """The mention a definite description takes up: same noun, a role, or the kind of thing a name is."""
        profile = self.profiles[i]
        if not profile.definite or profile.number == "":
            return None
        found = self._same_noun(i)
        return found if found is not None else self._same_type(i)

    def _same_noun(self, i: int) -> int | None:
        profile = self.profiles[i]
        for j in reversed(self.by_noun[profile.lemma][-CANDIDATES:]):
            other = self.profiles[j]
            if profile.sentence - other.sentence > NOUN_SENTENCES and not self.clusters.of(j).named:
                break
            if not self._nests(i, j) and self._may_merge(i, j) and self._modifiers_fit(i, j):
                return j
        return None

    def _may_merge(self, i: int, j: int) -> bool:
        """Do the two agree, and does no veto object?"""
        vetoed = self.focus is not None and is_vetoed(self.draft, self.clusters.of(j).first, i)
        return not vetoed and self.clusters.can_merge(i, j)

    def _modifiers_fit(self, i: int, j: int) -> bool:
        """Nothing new is said of the thing, or it is a name whose role the noun is."""
        new = self.profiles[i].modifiers
        if not new:
            return True
        known = self.profiles[j].modifiers | set(
            self.tree.lower[self.mentions[j].start : self.mentions[j].end]
        )
        return new <= known

    def _same_type(self, i: int) -> int | None:
        profile = self.profiles[i]
        if profile.lemma not in word_class("bare_kinds") or profile.modifiers or profile.number == "plural":
            return None
        label = noun_type(profile.lemma)
        best, best_score = None, 0.0
        for j in range(i - 1, max(i - CANDIDATES, -1), -1):
            distance = profile.sentence - self.profiles[j].sentence
            if distance > TYPE_SENTENCES:
                break
            other = self.mentions[j]
            if other.kind != "name" or other.label != label or self._nests(i, j) or not self._may_merge(i, j):
                continue
            score = 2.0 - 0.5 * distance + _ROLE_WEIGHT[self.profiles[j].role]
            if score > best_score:
                best, best_score = j, score
        return best

    def _nests(self, i: int, j: int) -> bool:
        """Is one mention inside the other's phrase?"""
        a, b = self.mentions[i].head, self.mentions[j].head
        return self.tree.contains(a, b) or self.tree.contains(b, a)

    def pronoun_antecedent(self, i: int, speakers: dict[int, int | None]) -> int | None:
        """The most salient mention that agrees: subjects, names, things much spoken of and near ones first."""
        mention, profile = self.mentions[i], self.profiles[i]
        if self.tree.lower[mention.head] in pronouns.REFLEXIVE:
            subject = same_clause_subject(self.tree, mention.head)
            found = self.at.get(subject) if subject is not None else None
            if found is not None and self.clusters.can_merge(i, found):
                return found
        scores: dict[int, float] = {}
        for j in range(i - 1, max(i - CANDIDATES, -1), -1):
            distance = profile.sentence - self.profiles[j].sentence
            if distance > PRONOUN_SENTENCES:
                break
            score = self._salience(i, j, distance) if self._eligible(i, j, speakers) else -1.0
            if score > -1.0:
                root = self.clusters.of(j).first
                scores[root] = max(scores.get(root, score), score)
        if self.focus is not None:
            odds = {root: exp(score) for root, score in scores.items()}
            scores = self.focus.weigh(i, odds)
        return max(scores, key=lambda root: scores[root], default=None)

    def _eligible(self, i: int, j: int, speakers: dict[int, int | None]) -> bool:
        other = self.profiles[j]
        if other.person < 3 or is_relative(self.tree, self.mentions[j].head):
            return False
        cluster = self.clusters.of(j)
        if not _fits(self.profiles[i], self.mentions[i], cluster, self.mentions[j]):
            return False
        if speakers.get(i) is not None and self.clusters.same(speakers[i] or 0, j):
            return False
        return not bound(
            self.tree, self.mentions[i].head, self.mentions[j].head, self.profiles[i]
        ) and self._may_merge(i, j)

    def _salience(self, i: int, j: int, distance: int) -> float:
        cluster = self.clusters.of(j)
        other = self.profiles[j]
        score = _ROLE_WEIGHT[other.role] - 0.8 * distance
        score += 0.3 if other.role == self.profiles[i].role else 0.0
        score += {"name": 0.5, "pronoun": 0.6, "nominal": 0.1}[self.mentions[j].kind]
        score += min(len(cluster.members), 6) * 0.08
        score -= 0.004 * (self.mentions[i].start - self.mentions[j].start)
        if not cluster.kind and kind_of(self.mentions[i].label):
            score -= 0.8
        return score


def _fits(profile: MentionProfile, mention: MentionSpan, cluster: Cluster, other: MentionSpan) -> bool:
    """Can the pronoun's word stand for the cluster at all?"""
    if mention.label == "PERSON":
        return (
            kinds_agree("person", cluster.kind)
            and cluster.number != "plural"
            and (cluster.kind != "" or cluster.named)
        )
    if profile.number == "plural":
        return cluster.number in ("plural", "group", "") and not (
            other.kind == "name" and other.label in ("GPE", "NORP") and cluster.number != "plural"
        )
    return (
        cluster.kind != "person"
        and cluster.number != "plural"
        and not (other.kind == "name" and other.label == "NORP")
    )
