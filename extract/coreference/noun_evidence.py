"""What speaks for and against that a noun takes up a thing, as named numbers that a logistic regression weighs.

The ranking model compares mentions two by two. This looks at a noun and all that the text has said of a thing by then:
whether it was called so, by how many it could be meant, what its words add, whose it is, how far back it was named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log, log1p

import numpy as np
from numpy.typing import NDArray

from newsgraph.graph.knowledge import gazetteer

from ..attribution.quotations import number_paragraphs
from ..english.lexicon import SPEAKING
from ..english.role_classes import is_anybody, may_take_up
from ..english.titles import spelt_out
from ..syntax.tree import SUBJECT_DEPS
from .candidates import Candidates
from .clusters import Cluster

Evidence = dict[str, float]

MOST = 5
"""How many clusters are looked at for each noun."""
_LITTLE = 1e-4
"""Added to odds before their logarithm is taken."""
_DETERMINERS = {
    "the": "the", "this": "this", "that": "this", "these": "this", "those": "this", "a": "a", "an": "a", "another": "a", "some": "a",
}  # fmt: skip
_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_AROUND, _TITLE, _PREDICATE = 12, 5, 8
"""Words around the head of a mention, before a name and behind a copula that may say something of a thing."""
_LATEST = 40
"""How many of a thing's mentions are asked for what they say of it."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A document on its way to chains, with what is asked of it again and again.

    ``nouns`` are the mentions of each lemma, ``vectors`` those of the mentions' heads, of length one.
    """

    draft: Candidates
    vectors: NDArray[np.float32]
    paragraphs: list[int]
    nouns: dict[str, list[int]]
    _said: dict[int, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, vectors: NDArray[np.float32], draft: Candidates) -> Witness:
        """Read a document once; ``vectors`` has a row for each token."""
        heads = vectors[[mention.head for mention in draft.mentions]]
        heads = heads / np.maximum(np.linalg.norm(heads, axis=1, keepdims=True), 1e-6)
        nouns: dict[str, list[int]] = {}
        for i, mention in enumerate(draft.mentions):
            if mention.kind == "nominal":
                nouns.setdefault(draft.profiles[i].lemma, []).append(i)
        return cls(draft, heads, number_paragraphs(draft.tree), nouns)

    def weigh(self, noun: int, sums: dict[int, float], votes: dict[int, float]) -> dict[int, Evidence]:
        """The evidence for each of the likeliest clusters that a noun may join, by their first mentions.

        ``sums`` are the odds that the ranking model gives the clusters, ``votes`` those of their mentions.
        """
        about = _about_noun(self, noun)
        ranked = sorted(sums, key=lambda root: -sums[root])[:MOST]
        return {
            root: about | _about_odds(self, root, sums, votes) | _about_thing(self, noun, root)
            for root in ranked
            if self.draft.clusters.can_merge(root, noun)
        }

    def said(self, i: int) -> frozenset[str]:
        """Words said of a thing where it is mentioned: in its phrase, before its name, behind "is"; countries by their codes."""
        if i not in self._said:
            self._said[i] = frozenset() if self.draft.mentions[i].kind == "pronoun" else _said(self.draft, i)
        return self._said[i]


def _said(draft: Candidates, i: int) -> frozenset[str]:
    tree, mention = draft.tree, draft.mentions[i]
    head = mention.head
    first, last = max(tree.left[head], head - _AROUND), min(tree.right[head], head + _AROUND)
    if mention.kind == "name":
        least, token = mention.start - _TITLE, mention.start - 1
        while (
            token >= max(least, 0)
            and tree.sentence[token] == tree.sentence[head]
            and tree.pos[token] in _WORDS
        ):
            first, token = min(first, token), token - 1
    words = list(range(first, last + 1))
    above = tree.head[head]
    if tree.dep[head] == "nsubj" and tree.child(above, "cop") is not None:
        behind = range(head + 1, min(tree.right[above], above + _PREDICATE) + 1)
        words.extend(token for token in behind if not tree.contains(head, token))
    return frozenset(form for token in words if tree.pos[token] in _WORDS for form in _forms(draft, token))


def _forms(draft: Candidates, token: int) -> set[str]:
    tree = draft.tree
    forms = {tree.lemma[token].lower(), *spelt_out(tree.text[token])}
    if tree.text[token][:1].isupper() and (country := gazetteer.nationality(tree.text[token])):
        forms.add(country)
    place = gazetteer.candidates(tree.text[token]) if tree.pos[token] == "PROPN" else ()
    return forms | {known.country for known in place if known.rank == "country"}


def _about_noun(witness: Witness, i: int) -> Evidence:
    draft = witness.draft
    tree, mention, known = draft.tree, draft.mentions[i], draft.profiles[i]
    found = {
        f"number {known.number or 'unknown'}": 1.0,
        "modifiers": min(len(known.modifiers), 3),
        "sentence": log1p(known.sentence),
        "often": log1p(len(witness.nouns.get(known.lemma, ()))),
        "for anybody": is_anybody(known.lemma),
        "proper": tree.tag[mention.head] in ("NNP", "NNPS"),
        "quoted": draft.quotes[i] >= 0,
        "speaks": _speaks(draft, i),
    }
    return {name: float(value) for name, value in found.items()}


def _about_odds(witness: Witness, root: int, sums: dict[int, float], votes: dict[int, float]) -> Evidence:
    odds, total = sums[root], sum(sums.values())
    other = max((odd for one, odd in sums.items() if one != root), default=0.0)
    mine = [votes.get(i, 0.0) for i in witness.draft.clusters.of(root).members]
    return {
        "odds": log(odds + _LITTLE),
        "best odds": log(max(mine) + _LITTLE),
        "share": odds / (1 + total),
        "margin": log((odds + 0.02) / (other + 0.02)),
        "voters": log1p(sum(odd > 0.1 for odd in mine)),
    }


def _about_thing(witness: Witness, i: int, root: int) -> Evidence:
    draft = witness.draft
    known, cluster = draft.profiles[i], draft.clusters.of(root)
    before = sorted(j for j in cluster.members if j < i) or sorted(cluster.members)
    nominals = [j for j in before if draft.mentions[j].kind == "nominal"]
    alike = [j for j in nominals if draft.profiles[j].lemma == known.lemma]
    found = _words(witness, i, cluster, before, alike)
    found |= _others(witness, i, root)
    found |= _owners(draft, i, root, alike)
    found |= _places(witness, i, before, alike)
    vector, determiner = witness.vectors[i], _determiner(draft, i)
    found |= {
        "named": cluster.named,
        "size": log1p(len(before)),
        "nothing but pronouns": not nominals and not cluster.named,
        "kind known of one": bool(cluster.kind) != bool(draft.clusters.of(i).kind),
        "may take up": any(may_take_up(known.lemma, noun) for noun in cluster.nouns),
        "other number": bool(nominals) and known.number not in {draft.profiles[j].number for j in nominals},
        f"{determiner}, called {'alike' if alike else 'otherwise'}": True,
        "plural, called alike": bool(alike) and known.number == "plural",
        "bare plural": known.number == "plural" and not known.modifiers and determiner == "none",
        "like its first": float(witness.vectors[before[0]] @ vector),
        "like any": float(np.max(witness.vectors[before[-_AROUND:]] @ vector)),
        "of speaker": draft.speakers.get(i) is not None and draft.clusters.same(draft.speakers[i] or 0, root),
    }
    return {name: float(value) for name, value in found.items() if value}


def _words(
    witness: Witness, i: int, cluster: Cluster, before: list[int], alike: list[int]
) -> dict[str, float | bool]:
    """What the words of the noun share with all that was said of the thing."""
    draft = witness.draft
    known = draft.profiles[i]
    said = frozenset().union(*(witness.said(j) for j in before[-_LATEST:]))
    own = known.modifiers
    names = {word for j in cluster.members if j in draft.names for word in draft.names[j].words}
    places = {form for form in witness.said(i) if form.isupper()}
    theirs = {form for form in said if form.isupper()}
    modifiers = [draft.profiles[j].modifiers for j in alike]
    return {
        "word said": known.lemma in said,
        "word in name": any(known.lemma in word for word in names),
        "no modifiers": not own,
        "all modifiers said": bool(own) and own <= said,
        "modifier said": bool(own & said),
        "modifiers not said": len(own - said),
        "same modifiers": any(own == others for others in modifiers),
        "other modifiers": bool(own and modifiers)
        and all(others and not others & own for others in modifiers),
        "same country": bool(places & theirs),
        "other country": bool(places and theirs) and not places & theirs,
    }


def _others(witness: Witness, i: int, root: int) -> dict[str, float | bool]:
    """What other things were called by the noun."""
    draft = witness.draft
    earlier = [j for j in witness.nouns.get(draft.profiles[i].lemma, ()) if j < i]
    things = {draft.clusters.of(j).first for j in earlier}
    return {
        "the only one called so": things == {root},
        "things called so": log1p(len(things)),
        "last called so": bool(earlier) and draft.clusters.of(earlier[-1]).first == root,
    }


def _owners(draft: Candidates, i: int, root: int, alike: list[int]) -> dict[str, float | bool]:
    """Whose it is, and whose the thing was when it was called so."""
    owner = draft.owner(i)
    theirs = [other for j in alike if (other := draft.owner(j)) is not None]
    same = owner is not None and any(draft.clusters.same(owner, other) for other in theirs)
    return {
        "same owner": same,
        "other owner": owner is not None and bool(theirs) and not same,
        "its own": owner is not None and draft.clusters.of(owner).first == root,
    }


def _places(witness: Witness, i: int, before: list[int], alike: list[int]) -> dict[str, float | bool]:
    """How far back the thing was mentioned, where and how."""
    draft = witness.draft
    known, last = draft.profiles[i], before[-1]
    worded = [j for j in before if draft.mentions[j].kind != "pronoun"] or [last]
    paragraphs = (witness.paragraphs[draft.mentions[j].head] for j in (last, i))
    near = [j for j in before[-4:] if known.sentence - draft.profiles[j].sentence <= 1]
    return {
        f"last called with {_determiner(draft, (alike or worded)[-1])}": True,
        "sentences back to words": log1p(max(known.sentence - draft.profiles[worded[-1]].sentence, 0)),
        "sentences back to noun": log1p(known.sentence - draft.profiles[alike[-1]].sentence)
        if alike
        else 4.0,
        "last by noun": worded[-1] in alike,
        "same paragraph": len(set(paragraphs)) == 1,
        "last quoted": draft.quotes[last] >= 0,
        "spoke just before": _speaks(draft, i) and any(_speaks(draft, j) for j in near),
        "opens the text": before[0] < 4,
    }


def _determiner(draft: Candidates, i: int) -> str:
    mention, tree = draft.mentions[i], draft.tree
    if mention.kind != "nominal":
        return mention.kind
    owner = tree.child(mention.head, "nmod:poss")
    if owner is not None:
        return "pronoun's" if tree.pos[owner] == "PRON" else "name's"
    article = tree.child(mention.head, "det")
    return "none" if article is None else _DETERMINERS.get(tree.lower[article], "none")


def _speaks(draft: Candidates, i: int) -> bool:
    tree, head = draft.tree, draft.mentions[i].head
    return tree.dep[head] in SUBJECT_DEPS and tree.lemma[tree.head[head]] in SPEAKING
