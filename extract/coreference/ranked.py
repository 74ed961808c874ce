"""Antecedents by the ranking model: each mention joins the cluster that its candidates speak for together."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

import numpy as np

from ..english import pronouns
from ..english.lexicon import INDEFINITE
from ..syntax.possessors import is_style
from .candidates import Candidates
from .features import Floats, make_table
from .noun_evidence import Witness
from .noun_links import NounLinks, shipped_nouns
from .ranker import Ranker
from .role_vetoes import is_any_office
from .salience import Focus
from .vetoes import FIRM, is_vetoed

if TYPE_CHECKING:
    from spacy.tokens import Doc

THRESHOLD = 1.3
"""Odds over having no antecedent that a cluster must reach."""
EASE = 0.27
"""The share of that which is enough for a pronoun, since pronouns mostly have one."""
ADOPTED = 0.1
"""Odds that are enough for a chain of nothing but "he" or "she"."""
SHARE_OF_NAME, SHARE_OF_NOUN = 0.4, 0.2
"""The share of the odds that a thing must have for "it" or "they" to be taken for it, with a name and without; of links
to names below it one in ten was right on GUM train, of those to nouns a third, while of others it is two in three."""
SURE = 0.9
"""The chance from which on "the governor" is a person of whom no role was said: in a short text nobody else competes."""
CLEAR = 0.8
"""The chance from which on what a thing by name was not called so far keeps no noun from it: of such links in marked news,
which the vetoes of words would have kept apart, nine in ten were right."""
NAMELESS = 0.5
"""How much a cluster of pronouns alone counts beside one that has a name or a noun."""
_FAINT = -4.0
"""Candidates below these log odds are passed over."""


Votes = dict[int, dict[int, float]]
"""For each mention the odds of its candidates."""


def link_by_model(
    doc: Doc,
    draft: Candidates,
    ranker: Ranker,
    *,
    threshold: float | None = None,
    settled: Container[int] = (),
    nouns: NounLinks | None = None,
) -> None:
    """Merge each mention that has no earlier one yet with its likeliest cluster, from left to right, in place.

    The odds of a cluster are the sum of those of its mentions; for a noun they are one piece of evidence among others,
    which ``nouns`` weighs. Two names never become one here, and "I", "we" and "you"
    are left as they are, and so are mentions that are ``settled``: both are the business of rules that can be read. "This" and "that" stand for clauses more
    often than for things, so that four in five links of theirs would be wrong (counted on GUM dev). Last, chains of
    nothing but "he" or "she" are given to whoever they speak for most, since hardly anybody stays without a name or a
    noun.
    """
    threshold = THRESHOLD if threshold is None else threshold
    if not draft.mentions:
        return
    count = len(draft.mentions)
    unlinked = {i for i in range(count) if _is_open(draft, i) and i not in settled}
    nameless = {i for i in range(count) if _is_nameless(draft, i)}
    vectors = np.asarray(doc.tensor, dtype=np.float32)
    votes = _votes(vectors, draft, ranker, unlinked | nameless)
    clusters, focus, witness = draft.clusters, Focus.of(draft), Witness.of(vectors, draft)
    nouns = nouns or shipped_nouns()
    for mention in sorted(votes, key=lambda i: draft.mentions[i].head):  # "his" before "his father"
        is_pronoun = draft.mentions[mention].kind == "pronoun"
        if mention not in unlinked or (is_pronoun and _is_linked(draft, mention)):
            continue  # a noun goes on to its own antecedent though a pronoun before it took it up ("it won, the firm said")
        sums = _sums(draft, votes, [mention])
        if draft.mentions[mention].kind == "nominal":
            _take_up(draft, mention, nouns.likely(mention, witness.weigh(mention, sums, votes[mention])))
        else:
            least = threshold * (EASE if is_pronoun else 1.0)
            _join(draft, mention, focus.weigh(mention, sums), least)
    for group in clusters.groups():
        if nameless.issuperset(group):
            _join(draft, group[0], focus.weigh(group[0], _sums(draft, votes, group)), ADOPTED)


def _votes(vectors: Floats, draft: Candidates, ranker: Ranker, asked: set[int]) -> Votes:
    """The votes for the mentions ``asked`` about; candidates that could never be merged with them have none."""
    table = make_table(vectors, draft, asked)
    table = table.of_pairs(table.can_merge())
    scores = ranker.scores(table)
    kept = np.flatnonzero(scores > _FAINT)
    odds = np.exp(np.minimum(scores[kept], 30)).tolist()
    votes: Votes = {}
    for first, second, odd in zip(table.first[kept].tolist(), table.second[kept].tolist(), odds, strict=True):
        votes.setdefault(second, {})[first] = odd
    return votes


def _is_open(draft: Candidates, i: int) -> bool:
    """May it be linked by the model, as far as can be told before it links anything?

    A noun with "a" is for something new; of links that were found for such nouns half were wrong in marked news. "His
    Highness" is whoever the next words say.
    """
    tree, head = draft.tree, draft.mentions[i].head
    word = tree.lower[head]
    is_clause = word in pronouns.DEMONSTRATIVE or word in ("both", "two")
    if draft.profiles[i].person < 3 or is_clause or _is_linked(draft, i):
        return False
    is_new = any(tree.lower[kid] in INDEFINITE for kid in tree.children(head, "det"))
    return not is_new and not is_style(tree, head)


def _is_linked(draft: Candidates, mention: int) -> bool:
    """Has it an earlier mention, other than the "I" of its own words ("“I lost,” he said")?"""
    return any(i < mention and draft.profiles[i].person == 3 for i in draft.clusters.of(mention).members)


def _is_nameless(draft: Candidates, i: int) -> bool:
    known = draft.profiles[i]
    return draft.mentions[i].kind == "pronoun" and known.person == 3 and known.gender != ""


def _sums(draft: Candidates, votes: Votes, group: list[int]) -> dict[int, float]:
    """The odds of each other cluster for a group of mentions together."""
    clusters, own = draft.clusters, draft.clusters.of(group[0]).first
    sums: dict[int, float] = {}
    for mention in group:
        for candidate, odd in votes.get(mention, {}).items():
            cluster = clusters.of(candidate)
            if cluster.first != own:
                weight = odd if cluster.nouns or cluster.named else NAMELESS * odd
                sums[cluster.first] = sums.get(cluster.first, 0.0) + weight
    return sums


def _take_up(draft: Candidates, noun: int, likely: list[tuple[int, float]]) -> None:
    """Merge a noun with the likeliest cluster that no veto keeps it out of.

    Where that has no name but was called so, and one by name is likely as well, all three are one thing: in marked news 22 of
    24 bodies and things were, but 4 of 7 persons.
    """
    clusters = draft.clusters
    for root, chance in likely:
        thing = clusters.of(root)
        if noun in draft.support and (not thing.named or thing.kind == "person"):
            continue
        if chance < SURE and is_any_office(draft, root, noun):
            continue
        among = FIRM if thing.named and chance >= CLEAR else None
        if is_vetoed(draft, root, noun, among) or not clusters.merge(root, noun):
            continue
        draft.support.setdefault(noun, round(chance, 3))
        if thing.named or draft.profiles[noun].lemma not in thing.nouns:
            break


def _join(draft: Candidates, mention: int, sums: dict[int, float], least: float) -> None:
    """Merge with the likeliest cluster that agrees and reaches ``least``."""
    ranked = sorted((root for root in sums if sums[root] > least), key=lambda root: (-sums[root], -root))
    for root in ranked:
        if _is_doubtful(draft, mention, root, sums):
            return
        if not is_vetoed(draft, root, mention) and draft.clusters.merge(root, mention):
            draft.support[mention] = round(sums[root] / (1 + sum(sums.values())), 3)
            break


def _is_doubtful(draft: Candidates, mention: int, root: int, sums: dict[int, float]) -> bool:
    """Do too many others compete with the thing that it would stand for? A person is no rival of "it"."""
    known, cluster = draft.profiles[mention], draft.clusters.of(root)
    if known.word not in pronouns.OF_ANYTHING:
        return False
    least = SHARE_OF_NAME if cluster.named else SHARE_OF_NOUN if cluster.nouns else 0.0
    single = known.number == "singular"
    rivals = (other for other in sums if not (single and draft.clusters.of(other).kind == "person"))
    return sums[root] < least * (1 + sum(sums[other] for other in rivals))
