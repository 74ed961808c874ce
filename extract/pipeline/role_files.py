"""The role head's files: matrices in half precision and int8, tables as JSON that name the data they were made for."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np

from ..english import rolesets
from .role_features import DISTANCES, PAIR_FEATURES, SHAPES, WORD_FEATURES, Floats, Vocabulary
from .roles import RoleModel
from .senses import SeenSense, Senses

FILES = ("roles.npz", "roles.json")
"""What the component's folder holds."""

QUANTISED = ("table", "sense_rows")
"""Embeddings, kept as int8 with a scale for each row."""


@dataclass(frozen=True, slots=True)
class RoleTables:
    """Everything the weights were trained with: features and labels in order, and a digest of the inventory of rolesets."""

    word_features: tuple[str, ...]
    pair_features: tuple[str, ...]
    roles: tuple[str, ...]
    deps: tuple[str, ...]
    tags: tuple[str, ...]
    names: tuple[str, ...]
    lemmas: tuple[int, ...]  # hashes
    markers: tuple[int, ...]
    paths: tuple[int, ...]
    marked_paths: tuple[int, ...]
    functions: tuple[str, ...]
    trained: tuple[str, ...]
    seen: tuple[SeenSense, ...]
    inventory: str

    def vocabularies(self) -> dict[str, Vocabulary]:
        """Vocabularies by name."""
        values: dict[str, Sequence[str | int]] = {
            "dep": self.deps, "tag": self.tags, "name": self.names, "lemma": self.lemmas, "marker": self.markers,
            "path": self.paths, "marked_path": self.marked_paths,
        }  # fmt: skip
        return {name: Vocabulary.of(column) for name, column in values.items()}

    def bases(self) -> dict[str, int]:
        """Where each feature's block begins in the embedding table; "end" is its length."""
        known = {name: len(vocabulary) for name, vocabulary in self.vocabularies().items()}
        known |= {"shape": SHAPES, "distance": 2 * (len(DISTANCES) + 1)}
        sizes = {name: known[kind] for name, kind in {**WORD_FEATURES, **PAIR_FEATURES}.items()}
        sizes |= {"sense": len(self.trained) + 1}
        bases, total = {}, 0
        for name, size in sizes.items():
            bases[name], total = total, total + size
        return bases | {"end": total}

    def model(self, weights: Mapping[str, Floats]) -> RoleModel:
        """The model of these tables."""
        senses = Senses.of(rolesets.rolesets(), self.seen, self.trained, self.functions)
        return RoleModel(weights, self.vocabularies(), senses, self.roles, self.bases())


def inventory_digest() -> str:
    """SHA-256 of the installed table of rolesets."""
    return hashlib.sha256((files(rolesets.__package__) / rolesets.DATA).read_bytes()).hexdigest()


def write_model(tables: RoleTables, weights: Mapping[str, Floats]) -> dict[str, bytes]:
    """The contents of FILES."""
    arrays: dict[str, Any] = {}
    for name, values in weights.items():
        if name in QUANTISED:
            scale = np.maximum(np.abs(values).max(1), 1e-8).astype(np.float16) / np.float16(127)
            scale = np.maximum(scale, np.float16(1e-6))
            arrays[f"{name}_scale"] = scale
            rows = np.rint(values / scale.astype(np.float32)[:, None])
            arrays[name] = np.clip(rows, -127, 127).astype(np.int8)
        else:
            arrays[name] = values.astype(np.float16)
    packed = io.BytesIO()
    np.savez_compressed(packed, **arrays)
    return {"roles.npz": packed.getvalue(), "roles.json": msgspec.json.encode(tables)}


def read_model(contents: Mapping[str, bytes]) -> RoleModel:
    """The model of the contents of FILES.

    Raises ValueError if the weights were trained for other features or for another table of rolesets.
    """
    tables = msgspec.json.decode(contents["roles.json"], type=RoleTables)
    if tables.word_features != tuple(WORD_FEATURES) or tables.pair_features != tuple(PAIR_FEATURES):
        raise ValueError(
            "roles.json names other features than this version of newsgraph computes: train the role head anew "
            "(training/README.md) or install the version that the model was made for"
        )
    if tables.inventory != inventory_digest():
        raise ValueError(
            f"roles.json was made for another {rolesets.DATA} than the installed one: train the role head anew "
            "(training/README.md) or install the version that the model was made for"
        )
    arrays = dict(np.load(io.BytesIO(contents["roles.npz"])))
    weights = {
        name: values.astype(np.float32) for name, values in arrays.items() if not name.endswith("_scale")
    }
    for name in QUANTISED:
        weights[name] *= arrays[f"{name}_scale"].astype(np.float32)[:, None]
    return tables.model(weights)
