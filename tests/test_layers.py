"""The folders show the flow of data: imports point at graph/ only, and only the door knows all."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ALLOWED = {"graph": {"graph"}, "extract": {"extract", "graph"}, "exports": {"exports", "graph"}}
HEAVY = {
    "spacy",
    "rdflib",
    "pyvis",
    "onnxruntime",
    "networkx",
    "scipy",
    "torch",
    "numpy",
    "pandas",
    "rustworkx",
}


def imported_folders(file: Path) -> Iterator[str]:
    """First folder below newsgraph of every absolute import of ours in a file, type checking included."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = (
                [node.module] if node.module != "newsgraph" else [f"newsgraph.{a.name}" for a in node.names]
            )
        for name in names:
            if name.startswith("newsgraph."):
                yield name.split(".")[1]


@pytest.mark.parametrize("folder", sorted(ALLOWED))
def test_imports_point_at_the_graph_only(folder: str) -> None:
    """graph/ knows nobody; extract/ and exports/ know graph/ and not each other."""
    files = sorted((ROOT / folder).rglob("*.py"))
    assert files
    for file in files:
        assert set(imported_folders(file)) <= ALLOWED[folder], file


def loaded_by(code: str) -> set[str]:
    """Heavy packages that a fresh interpreter has loaded after running ``code``."""
    command = f"import sys\n{code}\nprint(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    output = subprocess.run(
        [sys.executable, "-c", command], check=True, capture_output=True, text=True, cwd=ROOT
    ).stdout
    return set(output.split()) & HEAVY


@pytest.mark.parametrize(
    "code", ["import newsgraph", "import newsgraph.graph", "import newsgraph.cli", "import newsgraph.api"]
)
def test_importing_loads_nothing_heavy(code: str) -> None:
    """Reading a graph or asking for help never waits for spaCy."""
    assert loaded_by(code) == set()


def test_the_product_never_reaches_into_shared() -> None:
    """Users do not have the corpora."""
    for folder in ("graph", "extract", "exports", "newsgraph"):
        for file in (ROOT / folder).rglob("*.py"):
            assert "../shared" not in file.read_text(encoding="utf8"), file
