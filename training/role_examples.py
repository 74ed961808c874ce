"""Tables and tensors of the role head's training: what is known, and each document as an example."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
import torch

from newsgraph.extract.english.rolesets import rolesets
from newsgraph.extract.pipeline.role_features import (
    PAIR_FEATURES,
    WORD_FEATURES,
    Floats,
    Ints,
    Words,
    candidate_pairs,
    possible_predicates,
    read_words,
    word_features,
)  # fmt: skip
from newsgraph.extract.pipeline.role_files import RoleTables, inventory_digest
from newsgraph.extract.pipeline.roles import RoleModel
from newsgraph.extract.pipeline.senses import role_functions

from .role_corpus import Annotated
from .role_network import RoleExample

LEAST = {
    "lemmas": 6,
    "markers": 5,
    "paths": 25,
    "marked_paths": 25,
    "roles": 9,
    "trained": 2,
    "functions": 10,
}
"""How often the training data must have a value for it to be known."""

OPEN = 0.003
"""Share of a path's pairs that must carry a role for it to be looked at."""


def label_tables(folder: Path) -> dict[str, tuple[str, ...]]:
    """Labels of the pipeline's other heads as spaCy shows them."""
    tables = json.loads((folder / "newsgraph_english/labels.json").read_text(encoding="utf8"))
    names = sorted({tag[2:] for tag in tables["tags"] if tag != "O"})
    deps = ("ROOT" if dep == "root" else dep for dep in tables["deps"])
    return {"deps": tuple(deps), "tags": tuple(tables["xpos"]), "names": tuple(names)}


def make_tables(
    documents: Sequence[Annotated], labels: dict[str, tuple[str, ...]]
) -> tuple[RoleTables, np.ndarray]:
    """Tables of the training data, and which known paths are open."""
    lemmas = Counter(int(lemma) for document in documents for lemma in document.rows[:, 3])
    roles = Counter(role for document in documents for _, _, found in document.frames for role, _ in found)
    trained = Counter(sense for document in documents for _, sense, _ in document.frames)
    functions = Counter(f for name, entry in rolesets().items() for f in role_functions(entry, name))
    functions.update(f for name in trained if name not in rolesets() for f in role_functions(None, name))
    known = {
        "roles": ("", *sorted(_common(roles, "roles"))),
        "lemmas": _common(lemmas, "lemmas"),
        "functions": tuple(sorted(_common(functions, "functions"))),
        "trained": tuple(sorted(_common(trained, "trained"))),
    }
    blank = RoleTables(
        tuple(WORD_FEATURES), tuple(PAIR_FEATURES), **labels, **known, markers=(), paths=(), marked_paths=(), seen=(),
        inventory=inventory_digest(),
    )  # fmt: skip
    markers, seen = Counter[int](), Counter[tuple[str, int, int, str]]()
    for document in documents:
        words = read_words(document.rows, blank.vocabularies())
        markers.update(words.markers.tolist())
        markers.update(words.particles.tolist())
        for place, sense, _ in document.frames:
            kind = str(words.kinds[place]).strip() or "v"
            seen[kind, int(words.lemmas[place]), int(words.particles[place]), sense] += 1
    del markers[0]
    marked = _replace(
        blank, markers=_common(markers, "markers"), seen=tuple(sorted((*key, n) for key, n in seen.items()))
    )
    return _with_paths(marked, documents)


def _with_paths(tables: RoleTables, documents: Sequence[Annotated]) -> tuple[RoleTables, np.ndarray]:
    paths, marked, useful = Counter[int](), Counter[int](), Counter[int]()
    for document in documents:
        words = read_words(document.rows, tables.vocabularies())
        predicates = gold_predicates(document)
        pairs = candidate_pairs(words, predicates)
        codes = pairs.features["path"].tolist()
        paths.update(codes)
        marked.update(pairs.features["marked_path"].tolist())
        gold = {(p, head) for p, _, roles in document.frames for _, head in roles}
        found = zip(predicates[pairs.rows].tolist(), pairs.words.tolist(), codes, strict=True)
        useful.update(code for p, word, code in found if (p, word) in gold)
    known = _common(paths, "paths")
    opened = np.array([0.0, *(useful[code] >= OPEN * paths[code] for code in known)], dtype=np.float32)
    return _replace(tables, paths=known, marked_paths=_common(marked, "marked_paths")), opened


def _common(counts: Counter, name: str) -> tuple:  # type: ignore[type-arg]
    return tuple(
        value for value, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= LEAST[name]
    )


def _replace(tables: RoleTables, **changes: object) -> RoleTables:
    return RoleTables(**{f.name: changes.get(f.name, getattr(tables, f.name)) for f in fields(tables)})  # type: ignore[arg-type]


def gold_predicates(document: Annotated) -> Ints:
    """Words that have a gold frame."""
    return np.array(sorted({place for place, _, _ in document.frames}), dtype=np.int64)


def example(document: Annotated, model: RoleModel) -> RoleExample:
    """Tensors of a document with gold frames."""
    words = read_words(document.rows, model.vocabularies)
    possible = possible_predicates(words)
    possible = possible[document.judged[possible]]
    predicates = gold_predicates(document)
    names = {name: i for i, name in enumerate(model.senses.names)}
    sense_of = {place: names.get(sense, -1) for place, sense, _ in document.frames}
    senses = np.array([sense_of[place] for place in predicates.tolist()], dtype=np.int64)
    found = tensors(words, document.vectors, model, possible, predicates, senses)
    found["is_predicate"] = np.isin(possible, predicates).astype(np.float32)
    gold = _gold_roles(document, model, predicates[found["pair_rows"]], found["pair_words"])
    found["gold_role"] = np.eye(len(model.roles), dtype=np.float32)[gold]
    return RoleExample(**{name: torch.from_numpy(values) for name, values in found.items()})


def tensors(
    words: Words, vectors: Floats, model: RoleModel, possible: Ints, predicates: Ints, senses: Ints
) -> dict[str, np.ndarray]:
    """An example but for what it should learn of predicates and roles; ``vectors`` are over words."""
    numbers, children = word_features(words, possible)
    own_numbers, own_children = word_features(words, predicates)
    rows, choices, odds = model.senses.candidates(words, predicates)
    pairs = model.pairs(words, predicates)
    return {
        "vectors": vectors.astype(np.float32), "possible": possible, "possible_features": numbers + _bases(model, WORD_FEATURES),
        "possible_children": children, "listed": model.senses.listed(words, possible).astype(np.float32),
        "predicates": predicates, "features": own_numbers + _bases(model, WORD_FEATURES), "children": own_children,
        "gold_sense": senses, "choice_rows": rows, "choice_senses": choices, "choice_odds": odds, "pair_rows": pairs.rows,
        "pair_words": pairs.words, "pair_features": model.pair_numbers(pairs) + _bases(model, PAIR_FEATURES),
    }  # fmt: skip


def _bases(model: RoleModel, features: Mapping[str, str]) -> Ints:
    return np.array([model.bases[name] for name in features])


def _gold_roles(document: Annotated, model: RoleModel, predicates: Ints, words: Ints) -> Ints:
    number = {role: i for i, role in enumerate(model.roles)}
    gold: dict[tuple[int, int], int] = {}
    for place, _, roles in document.frames:
        for role, head in roles:
            if role in number:
                gold.setdefault((place, head), number[role])
    pairs = zip(predicates.tolist(), words.tolist(), strict=True)
    return np.array([gold.get(pair, 0) for pair in pairs], dtype=np.int64)


SHIFTED = {
    "possible": "vectors", "predicates": "vectors", "pair_words": "vectors", "choice_rows": "predicates", "pair_rows": "predicates",
}  # fmt: skip
"""Indices of an example, each with what it counts in."""


def joined(examples: Sequence[RoleExample]) -> RoleExample:
    """Several examples as one."""
    columns: dict[str, list[torch.Tensor]] = {f.name: [] for f in fields(RoleExample)}
    for one in examples:
        base = {name: sum(map(len, columns[name])) for name in ("vectors", "predicates")}
        found = {
            name: getattr(one, name) + (base[SHIFTED[name]] if name in SHIFTED else 0) for name in columns
        }
        for name, values in found.items():
            columns[name].append(values)
    return RoleExample(**{name: torch.cat(parts) for name, parts in columns.items()})


def batches(examples: Sequence[RoleExample], size: int, rng: np.random.Generator) -> Iterator[RoleExample]:
    """Examples in random order, ``size`` documents at a time."""
    order = rng.permutation(len(examples))
    for start in range(0, len(order), size):
        yield joined([examples[i] for i in order[start : start + size]])
