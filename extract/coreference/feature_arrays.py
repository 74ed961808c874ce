"""What mentions are compared by: whole numbers, one array over the mentions of a document for each property."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..english import pronouns
from ..english.lexicon import SPEAKING
from ..english.semantic_classes import given_names, guess_gender
from ..mentions.detection import MentionSpan, is_relative
from ..syntax.tree import SUBJECT_DEPS, Tree
from .anaphora import link_by_rules
from .candidates import Candidates
from .names import opens_with_family, plain
from .profiles import MentionProfile
from .structure import clause_of, predicate_of

KINDS = ("name", "nominal", "pronoun")
PRONOUNS = (
    pronouns.ME, pronouns.YOU, pronouns.WE, pronouns.HE, pronouns.SHE, pronouns.IT, pronouns.THEY, {"this", "that"}, {"these", "those"},
)  # fmt: skip
"""Classes of pronouns, numbered from 1."""
ROLES = ("subject", "object", "possessor", "apposition", "conjunct", "oblique")
LABELS = (
    "", "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE",
)  # fmt: skip
NUMBERS = ("", "singular", "plural", "group")
GENDERS = ("", "male", "female")
PLACES = ("", "country", "town")
COARSE = ("", "person", "body", "thing")
DETERMINERS = ("", *"the a an this that these those some any no all every each another other".split())

Columns = dict[str, NDArray[Any]]

_PRONOUN_CLASS = {word: number for number, words in enumerate(PRONOUNS, 1) for word in words}
_MASKS = frozenset({"words", "modifiers", "nouns", "noun"})


def make_columns(draft: Candidates) -> Columns:
    """Number the properties of all mentions; sets of words are masks of 64 bits."""
    tree, mentions, profiles = draft.tree, draft.mentions, draft.profiles
    lists = {
        **_of_mentions(tree, mentions),
        **_of_profiles(mentions, profiles),
        **_of_clusters(draft),
        "quote": draft.quotes,
        "ruled": _by_rules(draft),
    }
    return {
        name: np.array(values, dtype=np.uint64 if name in _MASKS else np.int64)
        for name, values in lists.items()
    }


def _of_mentions(tree: Tree, mentions: list[MentionSpan]) -> dict[str, list[int]]:
    heads = [mention.head for mention in mentions]
    words = [_content_words(tree, mention) for mention in mentions]
    clauses = [clause_of(tree, head) for head in heads]
    predicates = [predicate_of(tree, head) for head in heads]
    verbs = [tree.lemma[token].lower() if token >= 0 else "" for token in predicates]
    return {
        "start": [mention.start for mention in mentions],
        "length": [mention.end - mention.start for mention in mentions],
        "head": heads,
        "left": [tree.left[head] for head in heads],
        "right": [tree.right[head] for head in heads],
        "parent": [tree.head[head] for head in heads],
        "predicate": predicates,
        "verb": [_number(verb) if verb else index for index, verb in enumerate(verbs)],
        "says": [
            verb in SPEAKING and tree.dep[head] in SUBJECT_DEPS
            for verb, head in zip(verbs, heads, strict=True)
        ],
        "clause": clauses,
        "upper": [clause_of(tree, clause) for clause in clauses],
        "kind": [KINDS.index(mention.kind) for mention in mentions],
        "pronoun": [_pronoun_class(tree, mention) for mention in mentions],
        "reflexive": [
            mention.kind == "pronoun" and tree.lower[mention.head] in pronouns.REFLEXIVE
            for mention in mentions
        ],
        "relative": [mention.kind == "pronoun" and is_relative(tree, mention.head) for mention in mentions],
        "label": [LABELS.index(mention.label) if mention.label in LABELS else 0 for mention in mentions],
        "determiner": [_determiner(tree, mention) for mention in mentions],
        "apposed": [tree.dep[head] == "appos" for head in heads],
        "text": [_number(" ".join(sorted(group))) for group in words],
        "words": [_mask(group) for group in words],
    }


def _of_profiles(mentions: list[MentionSpan], profiles: list[MentionProfile]) -> dict[str, list[int]]:
    return {
        "sentence": [profile.sentence for profile in profiles],
        "role": [ROLES.index(profile.role) for profile in profiles],
        "person": [profile.person for profile in profiles],
        "definite": [profile.definite for profile in profiles],
        "possessed": [profile.possessed for profile in profiles],
        "lemma": [_number(profile.lemma) for profile in profiles],
        "modifiers": [_mask(profile.modifiers) for profile in profiles],
        "noun": [
            _mask({profile.lemma}) if mention.kind == "nominal" else 0
            for mention, profile in zip(mentions, profiles, strict=True)
        ],
    }


def _of_clusters(draft: Candidates) -> dict[str, list[int]]:
    """What the sure links have already put together; ``before`` counts earlier mentions of the same cluster."""
    found = [draft.clusters.of(i) for i in range(len(draft.mentions))]
    before, seen = [], dict[int, int]()
    for cluster in found:
        before.append(seen.get(cluster.first, 0))
        seen[cluster.first] = before[-1] + 1
    leanings: dict[int, int] = {}
    for i, name in draft.names.items():
        mention = draft.mentions[i]
        if opens_with_family(draft.tree.text[mention.start : mention.end]):
            leanings.setdefault(found[i].first, GENDERS.index(""))
        elif name.given:
            leanings[found[i].first] = GENDERS.index(guess_gender(name.given))
        elif mention.label == "PERSON":
            leanings.setdefault(found[i].first, GENDERS.index(given_names().get(name.words[0], "")))
    speakers = [draft.speakers.get(i) for i in range(len(found))]
    return {
        "identity": [cluster.first for cluster in found],
        "before": before,
        "total": [seen[cluster.first] for cluster in found],
        "named": [cluster.named for cluster in found],
        "unknown": [cluster.unknown and not cluster.nouns for cluster in found],
        "coarse": [COARSE.index(cluster.kind) for cluster in found],
        "number": [NUMBERS.index(cluster.number) for cluster in found],
        "place": [PLACES.index(cluster.place) for cluster in found],
        "gender": [GENDERS.index(cluster.gender) for cluster in found],
        "leaning": [GENDERS.index(cluster.gender) or leanings.get(cluster.first, 0) for cluster in found],
        "nouns": [_mask(cluster.nouns) for cluster in found],
        "speaker": [-1 if speaker is None else found[speaker].first for speaker in speakers],
    }


def _by_rules(draft: Candidates) -> list[int]:
    """The first mention of the cluster that the rules alone would put each mention in."""
    trial = replace(draft, clusters=draft.clusters.copy())
    link_by_rules(trial, guarded=False)
    return [trial.clusters.of(i).first for i in range(len(draft.mentions))]


def _pronoun_class(tree: Tree, mention: MentionSpan) -> int:
    return _PRONOUN_CLASS.get(tree.lower[mention.head], 0) if mention.kind == "pronoun" else 0


def _determiner(tree: Tree, mention: MentionSpan) -> int:
    word = tree.lower[mention.start]
    return DETERMINERS.index(word) if mention.kind == "nominal" and word in DETERMINERS else 0


def _content_words(tree: Tree, mention: MentionSpan) -> set[str]:
    words = {
        plain(tree.lemma[token] if tree.pos[token] == "NOUN" else tree.lower[token])
        for token in range(mention.start, mention.end)
        if tree.pos[token] not in ("DET", "PUNCT", "SPACE", "PART")
    }
    return words or {tree.lower[mention.head]}


def _number(text: str) -> int:
    return crc32(text.encode("utf8"))


def _mask(words: set[str] | frozenset[str]) -> int:
    bits = 0
    for word in words:
        bits |= 1 << (crc32(word.encode("utf8")) & 63)
    return bits
