"""Which rolesets a word can have, and how likely each was in training: the lemma table of the role head."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

from ..english.rolesets import Roleset
from .role_features import Floats, Ints, Words

Key = tuple[str, int, int]
"""Kind of word (v, n, j), hash of its lemma, hash of its particle (0 without one)."""

SeenSense = tuple[str, int, int, str, int]
"""A key, the roleset it had in training, and how often."""

OTHER_KIND = 0.3
"""What an example of the same lemma as another kind of word counts."""

UNSEEN = 0.15
"""What a roleset counts that was never seen with the lemma; earlier senses count a little more, as they are commoner."""

IDLE_PARTICLE = -5.0
"""Log odds of a roleset without particle where the verb has one."""


@dataclass(frozen=True, slots=True)
class Senses:
    """Rolesets by key. ``functions`` describes each roleset's roles as a bag, rolesets x role functions."""

    names: tuple[str, ...]
    trained: Ints  # row of each roleset's embedding, 0 where training hardly had it
    functions: Floats
    choices: Mapping[Key, tuple[tuple[int, float], ...]]
    light: Mapping[Key, str]  # of verbs that can be light: the roleset they then have ("take.LV")

    @classmethod
    def of(
        cls,
        inventory: Mapping[str, Roleset],
        seen: Sequence[SeenSense],
        trained: Sequence[str],
        functions: Sequence[str],
    ) -> Senses:
        """Join PropBank's inventory with the counts of the training data."""
        names = tuple(sorted({*inventory, *(name for _, _, _, name, _ in seen)}))
        number = {name: i for i, name in enumerate(names)}
        rows = {name: row for row, name in enumerate(trained, start=1)}
        bags = np.zeros((len(names), len(functions)), dtype=np.float32)
        column = {function: i for i, function in enumerate(functions)}
        for name, i in number.items():
            bags[i, [column[f] for f in role_functions(inventory.get(name), name) if f in column]] = 1
        counts: dict[Key, dict[str, int]] = {}
        for name, entry in inventory.items():
            for key in _keys(entry):
                counts.setdefault(key, {})[name] = 0
        for kind, lemma, particle, name, count in seen:
            counts.setdefault((kind, lemma, particle), {})[name] = count
        choices = {key: tuple(_weighed(key, counts, number)) for key in counts}
        light = {key: name for key, entry in counts.items() for name in sorted(entry) if name.endswith(".LV")}
        return cls(names, np.array([rows.get(name, 0) for name in names]), bags, choices, light)

    def listed(self, words: Words, predicates: Ints) -> NDArray[np.bool_]:
        """Has each word a roleset as what it is, whatever its particle?"""
        return np.array(
            [(k, lemma, 0) in self.choices for k, lemma, _ in _words_keys(words, predicates)], dtype=np.bool_
        )

    def candidates(self, words: Words, predicates: Ints) -> tuple[Ints, Ints, Floats]:
        """Row of the predicate, roleset and log odds of every roleset that each predicate can have."""
        rows, senses, odds = [], [], []
        for row, key in enumerate(_words_keys(words, predicates)):
            for sense, weight in self._choices(key):
                rows.append(row)
                senses.append(sense)
                odds.append(weight)
        return (
            np.array(rows, dtype=np.int64),
            np.array(senses, dtype=np.int64),
            np.array(odds, dtype=np.float32),
        )

    def light_verbs(self, words: Words, predicates: Ints) -> dict[int, str]:
        """The light roleset ("take.LV") of each predicate that has one."""
        keys = zip(predicates.tolist(), _words_keys(words, predicates), strict=True)
        return {place: self.light[key] for place, key in keys if key in self.light}

    def _choices(self, key: Key) -> Iterable[tuple[int, float]]:
        kind, lemma, particle = key
        found = self.choices.get(key, ())
        if particle:
            known = {sense for sense, _ in found}
            plain = self.choices.get((kind, lemma, 0), ())
            found = (*found, *((sense, IDLE_PARTICLE) for sense, _ in plain if sense not in known))
        return found or next(
            (self.choices[other] for k in "vnj" if (other := (k, lemma, particle)) in self.choices), ()
        )


def role_functions(entry: Roleset | None, name: str) -> set[str]:
    """The roles of a roleset, with and without what PropBank says they do: "ARG1", "ARG1-PPT"."""
    if entry is None:
        return {"LV"} if name.endswith(".LV") else {"unlisted"}
    return {role.name for role in entry.roles} | {f"{role.name}-{role.function}" for role in entry.roles}


def _keys(entry: Roleset) -> Iterable[Key]:
    for kind, lemma in entry.aliases:
        word, *particles = lemma.split("_")
        if len(particles) < 2:
            yield kind, get_string_id(word), get_string_id(particles[0]) if particles else 0


def _words_keys(words: Words, predicates: Ints) -> Iterable[Key]:
    columns = (words.kinds[predicates], words.lemmas[predicates], words.particles[predicates])
    kinds, lemmas, particles = (column.tolist() for column in columns)
    return zip([kind if kind != " " else "v" for kind in kinds], lemmas, particles, strict=True)


def _weighed(
    key: Key, counts: Mapping[Key, Mapping[str, int]], number: Mapping[str, int]
) -> Iterable[tuple[int, float]]:
    kind, lemma, particle = key
    others = [counts.get((other, lemma, particle), {}) for other in "vnj" if other != kind]
    for rank, (name, count) in enumerate(sorted(counts[key].items()), start=1):
        elsewhere = sum(other.get(name, 0) for other in others)
        yield number[name], math.log(count + OTHER_KIND * elsewhere + UNSEEN + 0.1 / rank)
