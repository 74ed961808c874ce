"""What the model folder holds and what each file was trained for; loaders compare and refuse what does not fit.

``manifest.json`` lists every file of weights with its digest, its features and labels in order, the word files it depends on,
the corpora it was trained on, and its scores. Written by ``python -m training.manifest``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ...graph.errors import InputError

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class WeightFile:
    """One file of weights.

    ``features`` are lists of names in the order of the weights' rows or outputs. ``words`` are digests of data files under
    ``extract/`` whose words decide what the features are. ``scores`` are shares of one unless they say otherwise.
    """

    sha256: str
    features: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    corpora: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files of weights by their path in the model folder."""

    files: Mapping[str, WeightFile]


def digest(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a model folder; None in a folder that somebody saved from a pipeline, which has none.

    Raises InputError if it is not a manifest.
    """
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except msgspec.DecodeError as error:
        raise InputError(f"{path} is not a manifest of weights ({error}): reinstall newsgraph") from None


def read_weights(folder: Path, name: str) -> bytes:
    """The content of a file of weights.

    Raises OSError if it is not there, InputError if the folder's manifest lists another.
    """
    content = (folder / name).read_bytes()
    manifest = read_manifest(folder)
    if manifest and (manifest.files.get(name) or WeightFile("")).sha256 != digest(content):
        raise InputError(
            f"{folder / name} is not the file that {NAME} lists: reinstall newsgraph, "
            "or run `python -m training.manifest` if you have just trained it"
        )
    return content


def check_features(folder: Path, name: str, features: Mapping[str, Sequence[str]]) -> None:
    """Compare the features that the code computes with those that a file was trained on.

    Raises InputError for the first list that differs.
    """
    manifest = read_manifest(folder)
    if manifest is None or name not in manifest.files:
        return
    for kind, trained in sorted(manifest.files[name].features.items()):
        if kind in features and (difference := next(_differences(trained, features[kind]), None)):
            raise InputError(
                f"{folder / name} was trained on other {kind} than this version of newsgraph computes ({difference}): "
                "train it anew (training/README.md) or install the version it was made for"
            )


def _differences(trained: Sequence[str], computed: Sequence[str]) -> Iterator[str]:
    for number, (old, new) in enumerate(zip(trained, computed, strict=False), start=1):
        if old != new:
            yield f"number {number} is {new!r}, was {old!r}"
    if len(trained) != len(computed):
        yield f"{len(computed)} of them, {len(trained)} then"
