"""Weights know their code: what differs from the manifest is refused with a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

import newsgraph.extract.pipeline as pipeline
from newsgraph.extract.pipeline import MODEL
from newsgraph.extract.pipeline.manifest import (
    NAME,
    Manifest,
    WeightFile,
    check_features,
    digest,
    read_manifest,
    read_weights,
)
from newsgraph.extract.relations.classifier import load_classifier
from newsgraph.graph.errors import InputError

EXTRACT = Path(pipeline.__file__).parents[1]


def folder_with(tmp_path: Path, file: WeightFile) -> Path:
    """A folder with one file and a manifest."""
    (tmp_path / "w.npz").write_bytes(b"weights")
    (tmp_path / NAME).write_bytes(msgspec.json.encode(Manifest({"w.npz": file})))
    return tmp_path


def shipped() -> Manifest:
    """The manifest of the package."""
    found = read_manifest(MODEL)
    assert found is not None
    return found


def test_every_file_of_weights_is_listed() -> None:
    """Nothing lies in the model folder whose digest nobody knows."""
    weights = {str(path.relative_to(MODEL)) for path in MODEL.rglob("*") if path.suffix in (".npz", ".onnx")}
    assert weights <= shipped().files.keys()
    for name, file in shipped().files.items():
        assert file.sha256 == digest((MODEL / name).read_bytes()), name


def test_words_that_weights_depend_on_are_as_they_were() -> None:
    """A word file changed after training changes what a model sees: train anew, then `python -m training.manifest`."""
    for name, file in shipped().files.items():
        for words, known in file.words.items():
            assert digest((EXTRACT / words).read_bytes()) == known, f"{name} was trained with another {words}"


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    """By its digest, with what to do."""
    folder = folder_with(tmp_path, WeightFile(digest(b"weights")))
    assert read_weights(folder, "w.npz") == b"weights"
    (folder / "w.npz").write_bytes(b"other")
    with pytest.raises(InputError, match="is not the file that manifest"):
        read_weights(folder, "w.npz")


def test_a_folder_without_manifest_is_read(tmp_path: Path) -> None:
    """As ``nlp.to_disk`` writes it."""
    (tmp_path / "w.npz").write_bytes(b"weights")
    assert read_weights(tmp_path, "w.npz") == b"weights"


def test_a_broken_manifest_is_refused(tmp_path: Path) -> None:
    """It says which file, and what to do."""
    (tmp_path / NAME).write_text('{"files": 1}')
    with pytest.raises(InputError, match="is not a manifest of weights"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (("a", "c"), "number 2 is 'c', was 'b'"),
        (("a", "b", "c"), "3 of them, 2 then"),
        (("a",), "1 of them, 2 then"),
    ],
)
def test_other_features_are_refused(tmp_path: Path, now: tuple[str, ...], message: str) -> None:
    """Which one differs, by number and name."""
    folder = folder_with(tmp_path, WeightFile(digest(b"weights"), {"features": ("a", "b")}))
    check_features(folder, "w.npz", {"features": ("a", "b")})
    with pytest.raises(InputError, match=message):
        check_features(folder, "w.npz", {"features": now})


def test_the_loaders_check(tmp_path: Path) -> None:
    """A tampered classifier is not read."""
    for name in (NAME, "relations.npz"):
        shutil.copy(MODEL / name, tmp_path / name)
    assert load_classifier(tmp_path / "relations.npz").relations
    with (tmp_path / "relations.npz").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(InputError, match="is not the file"):
        load_classifier(tmp_path / "relations.npz")
