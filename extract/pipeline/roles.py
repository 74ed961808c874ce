"""The role head: which words are predicates, in which sense, and who does what in each; numpy only.

Pure functions of a document's parse arrays and vectors, safe in threads. Predicates and senses are found word by word,
then each word near a predicate in the tree is given a role or none by a small network over both vectors and the path
between them. After Palmer, Gildea & Xue (2010), "Semantic Role Labeling".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .found_frames import FoundFrame, FoundRole, pair_light_verbs
from .role_features import (
    PAIR_FEATURES,
    WORD_FEATURES,
    Floats,
    Ints,
    Pairs,
    Vocabulary,
    Words,
    candidate_pairs,
    possible_predicates,
    read_words,
    word_features,
)  # fmt: skip
from .senses import Senses

BATCH = 256
"""Predicates whose pairs are scored at a time; bounds memory."""
NOUN_ODDS = 0.5
"""Least log odds of a noun as a predicate; of verbs and adjectives it is 0. Chosen on EWT dev, as the next one is."""
NOUN_ROLES = 0.5
"""What is added to the log odds of all roles of a noun: they are missed more often than invented."""


@dataclass(frozen=True, slots=True)
class RoleModel:
    """Weights and tables. ``bases`` is where each feature's block of rows begins in the embedding table."""

    weights: Mapping[str, Floats]
    vocabularies: Mapping[str, Vocabulary]
    senses: Senses
    roles: tuple[str, ...]  # 0 is none
    bases: Mapping[str, int]

    def frames(self, rows: NDArray[np.uint64], vectors: Floats) -> list[FoundFrame]:
        """The frames of a document in order of their predicates; ``rows`` and ``vectors`` are over its tokens."""
        words = read_words(rows, self.vocabularies)
        hidden = np.asarray(vectors[words.places], dtype=np.float32)
        places = words.places.tolist()
        return [
            _at_tokens(frame, places) for frame in self.label(words, hidden, *self.predicates(words, hidden))
        ]

    def label(self, words: Words, hidden: Floats, predicates: Ints, odds: Floats) -> list[FoundFrame]:
        """The frames of these predicates, given the probability of each; indices are words."""
        found: list[FoundFrame] = []
        for start in range(0, len(predicates), BATCH):
            part = slice(start, start + BATCH)
            found += self._batch(words, hidden, predicates[part], odds[part])
        return pair_light_verbs(found, self.senses.light_verbs(words, predicates))

    def predicates(self, words: Words, hidden: Floats) -> tuple[Ints, Floats]:
        """Words that are predicates, and the probability that each is."""
        possible, odds = self.predicate_odds(words, hidden)
        sure = odds > NOUN_ODDS * (words.kinds[possible] == "n")
        return possible[sure], _sigmoid(odds[sure])

    def predicate_odds(self, words: Words, hidden: Floats) -> tuple[Ints, Floats]:
        """Words that may be predicates, and the log odds that each is."""
        possible = possible_predicates(words)
        numbers, children = word_features(words, possible)
        w = self.weights
        listed = self.senses.listed(words, possible).astype(np.float32)[:, None]
        inner = hidden[possible] @ w["detect"] + self._embed(WORD_FEATURES, numbers) @ w["detect_features"]
        inner += children @ w["detect_children"] + listed @ w["detect_listed"] + w["detect_bias"]
        return possible, (np.maximum(inner, 0) @ w["detect_out"])[:, 0] + w["detect_out_bias"]

    def best_senses(self, words: Words, hidden: Floats, predicates: Ints) -> Ints:
        """The roleset of each predicate, -1 where the inventory has none for it."""
        rows, senses, odds = self.senses.candidates(words, predicates)
        best = np.full(len(predicates), -1)
        if len(rows):
            w = self.weights
            numbers, _ = word_features(words, predicates)
            inner = (
                hidden[predicates] @ w["sense"] + self._embed(WORD_FEATURES, numbers) @ w["sense_features"]
            )
            inner = np.tanh(inner + w["sense_bias"])
            scores = odds + (inner[rows] * w["sense_rows"][self.senses.trained[senses]]).sum(1)
            # by row, then best score last; the first roleset wins among equals
            order = np.lexsort((-senses, scores, rows))
            last = np.append(np.flatnonzero(np.diff(rows[order])), len(order) - 1)
            best[rows[order[last]]] = senses[order[last]]
        return best

    def role_scores(
        self, words: Words, hidden: Floats, predicates: Ints, senses: Ints
    ) -> tuple[Pairs, Floats]:
        """Candidate pairs and the logits of every role for each."""
        w = self.weights
        pairs = self.pairs(words, predicates)
        numbers, children = word_features(words, predicates)
        known = (senses >= 0).astype(np.float32)[:, None]
        own = (
            hidden[predicates] @ w["predicate"]
            + self._embed(WORD_FEATURES, numbers) @ w["predicate_features"]
        )
        own += (
            w["table"][self.bases["sense"] + self.senses.trained[senses] * (senses >= 0)]
            @ w["predicate_sense"]
        )
        own += (
            children @ w["predicate_children"]
            + (self.senses.functions[senses] * known) @ w["functions"]
            + w["bias"]
        )
        needed, place = np.unique(pairs.words, return_inverse=True)
        inner = (hidden[needed] @ w["argument"])[place]
        inner += own[pairs.rows]
        inner += self._embed(PAIR_FEATURES, self.pair_numbers(pairs)) @ w["pair_features"]
        inner = np.maximum(np.maximum(inner, 0, out=inner) @ w["middle"] + w["middle_bias"], 0)
        return pairs, inner @ w["out"] + w["out_bias"]

    def pairs(self, words: Words, predicates: Ints) -> Pairs:
        """Candidates with their paths numbered, less those joined by a path that hardly ever carries a role."""
        pairs = candidate_pairs(words, predicates)
        path = self.vocabularies["path"].look_up(pairs.features["path"].astype(np.uint64))
        kept = np.flatnonzero(np.where(path > 0, self.weights["open_paths"][path] > 0, pairs.near))
        features = {name: column[kept] for name, column in {**pairs.features, "path": path}.items()}
        return Pairs(pairs.rows[kept], pairs.words[kept], pairs.near[kept], features)

    def pair_numbers(self, pairs: Pairs) -> Ints:
        """Numbers of PAIR_FEATURES, pairs x features, of what ``pairs`` gives."""
        marked = self.vocabularies["marked_path"].look_up(pairs.features["marked_path"].astype(np.uint64))
        columns = {**pairs.features, "marked_path": marked}
        return np.stack([columns[name] for name in PAIR_FEATURES], axis=1)

    def _embed(self, features: Mapping[str, str], numbers: Ints) -> Floats:
        """The sum of the features' embeddings."""
        table = self.weights["table"]
        total = np.zeros((len(numbers), table.shape[1]), dtype=np.float32)
        for i, name in enumerate(features):
            total += table.take(numbers[:, i] + self.bases[name], axis=0)
        return total

    def _batch(self, words: Words, hidden: Floats, predicates: Ints, odds: Floats) -> Iterator[FoundFrame]:
        senses = self.best_senses(words, hidden, predicates)
        pairs, scores = self.role_scores(words, hidden, predicates, senses)
        scores[:, 0] -= NOUN_ROLES * (words.kinds[predicates] == "n")[pairs.rows]
        chosen, roles, sure = best_roles(pairs.rows, scores, self.roles)
        found: list[list[FoundRole]] = [[] for _ in predicates]
        rows, heads = pairs.rows[chosen].tolist(), pairs.words[chosen].tolist()
        for row, head, role, score in zip(rows, heads, roles.tolist(), sure.tolist(), strict=True):
            found[row].append(FoundRole(self.roles[role], head, round(score, 3)))
        for predicate, sense, odd, own in zip(
            predicates.tolist(), senses.tolist(), odds.tolist(), found, strict=True
        ):
            name = self.senses.names[sense] if sense >= 0 else ""
            own.sort(key=lambda role: role.head)
            yield FoundFrame(predicate, name, round(odd, 3), tuple(own))


def _at_tokens(frame: FoundFrame, places: Sequence[int]) -> FoundFrame:
    """The same with indices of tokens; ``places`` has that of each word."""
    roles = tuple(FoundRole(role.name, places[role.head], role.score) for role in frame.roles)
    return FoundFrame(places[frame.predicate], frame.roleset, frame.score, roles)


def best_roles(rows: Ints, scores: Floats, roles: tuple[str, ...]) -> tuple[Ints, Ints, Floats]:
    """Pairs that have a role, the role, and its probability; of a numbered role each predicate has one, the likeliest."""
    probabilities = np.exp(scores - scores.max(1, keepdims=True))
    probabilities /= probabilities.sum(1, keepdims=True)
    role = scores.argmax(1)
    chosen = np.flatnonzero(role)
    score = probabilities[chosen, role[chosen]]
    single = np.array([name.startswith("ARG") and name[3:].isdigit() for name in roles])
    order = np.argsort(-score, kind="stable")
    codes = rows[chosen] * len(roles) + role[chosen]
    codes = np.where(single[role[chosen]], codes, -1 - np.arange(len(chosen)))
    _, first = np.unique(codes[order], return_index=True)
    kept = np.sort(order[first])
    return chosen[kept], role[chosen[kept]], score[kept]


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-values)), dtype=np.float32)
