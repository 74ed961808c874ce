"""A model folder of a stranger cannot run code, nor pass for ours."""

import io
import shutil
from pathlib import Path

import numpy as np
import pytest

from newsgraph.extract.pipeline import MODEL, load_pipeline
from newsgraph.extract.pipeline.manifest import NAME
from newsgraph.graph.errors import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model."""
    return Path(shutil.copytree(MODEL, tmp_path / "model"))


def change(path: Path, old: str, new: str) -> None:
    """Replace a part of a text file."""
    text = path.read_text("utf8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf8")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("before_creation = null", "", "os.system"),
        ("after_creation = null", "", "os.system"),
        ("after_pipeline_creation = null", "", "os.system"),
    ],
)
def test_callbacks_are_refused(folder: Path, old: str, new: str, named: str) -> None:
    """Those of any moment."""
    change(folder / "config.cfg", old, new)
    with (folder / "config.cfg").open("a") as config:
        config.write(f'\n\n[nlp.{old.split()[0]}]\n@callbacks = "{named}"\n')
    with pytest.raises(InputError, match=named):
        load_pipeline(folder)


@pytest.mark.parametrize(
    "lines",
    [
        'factory = "stranger"',
        'source = "a_package"',
        'factory = "newsgraph_english"\n\n[components.more.inner]\n@misc = "stranger.v1"',
    ],
)
def test_components_of_others_are_refused(folder: Path, lines: str) -> None:
    """Their factories, packages and functions."""
    change(folder / "config.cfg", '"newsgraph_roles"]', '"newsgraph_roles","more"]')
    change(
        folder / "config.cfg",
        "[components.newsgraph_roles]",
        f"[components.more]\n{lines}\n\n[components.newsgraph_roles]",
    )
    with pytest.raises(InputError, match="may not choose what code runs"):
        load_pipeline(folder)


@pytest.mark.parametrize(
    "text", ["", "[nlp]\n", "no configuration", '[nlp]\nlang = "../en"\npipeline = []\n']
)
def test_what_is_no_configuration_is_refused(folder: Path, text: str) -> None:
    """With a sentence."""
    (folder / "config.cfg").write_text(text)
    with pytest.raises(InputError, match=r"config\.cfg"):
        load_pipeline(folder)


def test_a_package_is_not_imported() -> None:
    """A name that is no folder is not looked up among packages."""
    with pytest.raises(OSError, match="json"):
        load_pipeline("json")


@pytest.mark.parametrize(
    "name", ["newsgraph_english/encoder.onnx", "newsgraph_english/constants.npz", "newsgraph_roles/roles.npz"]
)
def test_other_weights_are_refused(folder: Path, name: str) -> None:
    """By their digest."""
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(InputError, match="is not the file that"):
        load_pipeline(folder)


class Bomb:
    """Says so when it is unpickled."""

    def __reduce__(self) -> tuple[object, ...]:
        """Run code."""
        return (pytest.fail, ("a pickle was loaded",))


@pytest.mark.parametrize("name", ["newsgraph_english/constants.npz", "newsgraph_roles/roles.npz"])
def test_pickles_are_not_read(folder: Path, name: str) -> None:
    """Not even from a folder without a manifest."""
    (folder / NAME).unlink()
    with np.load(folder / name) as arrays:
        names = list(arrays)
    bomb = np.array([Bomb()], dtype=object)
    stream = io.BytesIO()
    np.savez(stream, **dict.fromkeys(names, bomb))
    (folder / name).write_bytes(stream.getvalue())
    with pytest.raises(ValueError, match="allow_pickle"):
        load_pipeline(folder)


def test_the_shipped_model_passes(folder: Path) -> None:
    """Anywhere."""
    assert load_pipeline(folder).pipe_names == ["newsgraph_english", "newsgraph_roles"]


@pytest.mark.parametrize(
    "name", ["tokenizer", "meta.json", "vocab/strings.json", "vocab/lookups.bin", "vocab/vectors"]
)
def test_a_damaged_file_is_refused(folder: Path, name: str) -> None:
    """Whatever its parser says."""
    (folder / name).write_bytes(b"\x80\x04\x95 damaged")
    with pytest.raises(InputError, match="cannot be loaded"):
        load_pipeline(folder)


def test_a_component_without_a_section_is_refused(folder: Path) -> None:
    """Its name alone calls nothing."""
    change(folder / "config.cfg", '"newsgraph_roles"]', '"newsgraph_roles","ner"]')
    with pytest.raises(InputError, match="cannot be loaded"):
        load_pipeline(folder)
