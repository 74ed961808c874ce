"""Word classes: each file says what it holds, and is asked for."""

import ast

import pytest

from newsgraph.extract.english.word_classes import WORDS, word_class

NAMES = sorted(path.stem for path in WORDS.glob("*.txt"))


def literals() -> set[str]:
    """Every string in the code of ``extract/``."""
    files = sorted(WORDS.parents[1].rglob("*.py"))
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf8"))))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("name", NAMES)
def test_the_first_line_describes_the_class(name: str) -> None:
    """A contributor finds the class of a word by reading its first line; no entry stands twice."""
    first, *rest = (WORDS / f"{name}.txt").read_text(encoding="utf8").splitlines()
    assert first.startswith("# ")
    assert first.endswith(".")
    entries = [entry.strip() for line in rest for entry in line.split(",") if entry.strip()]
    assert len(entries) == len(set(entries)) == len(word_class(name)) > 0


def test_every_class_is_asked_for() -> None:
    """A file that no rule reads would be edited in vain."""
    assert set(NAMES) <= literals()


def test_an_unknown_class_is_an_error() -> None:
    """A misspelt name does not pass for an empty class."""
    with pytest.raises(FileNotFoundError):
        word_class("no_such_class")
