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


ORDER = {
    "graph": [
        {"bulk", "errors", "hidden_text", "identity", "edtf", "pluralisation"},
        {"bounded", "files"},
        {"model"},
        {"knowledge"},
        {"resolution"},
        {"assembly"},
        {"knowledge_graph"},
        {"build"},
        {"store"},
        {"collection"},
        {"review"},
        {"record", "schema"},
    ],
    "extract": [
        {"english"},
        {"syntax", "pipeline", "readers"},
        {"attribution"},
        {"mentions"},
        {"coreference"},
        {"factuality"},
        {"statements"},
        {"relations"},
        {"records"},
        {"extractor"},
    ],
    "exports": [{"sandbox"}, {"rdf"}, {"formats", "sparql", "page"}, {"serve"}],
}
"""Modules and packages of each folder, lowest first; an import points at a lower row, never beside itself."""


def imported_modules(file: Path, root: Path = ROOT) -> Iterator[tuple[str, ...]]:
    """Path below newsgraph of everything of ours that a file imports: relative, lazy and type-only imports too."""
    package = file.relative_to(root).parent.parts
    for node in ast.walk(ast.parse(file.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            paths = [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ("newsgraph", *package[: len(package) - node.level + 1]) if node.level else ()
            module = (*base, *(node.module.split(".") if node.module else ()))
            paths = [(*module, alias.name) for alias in node.names]
        else:
            continue
        yield from (path[1:] for path in paths if path[0] == "newsgraph" and len(path) > 1)


@pytest.mark.parametrize("folder", sorted(ALLOWED))
def test_imports_point_at_the_graph_only(folder: str) -> None:
    """graph/ knows nobody; extract/ and exports/ know graph/ and not each other."""
    files = sorted((ROOT / folder).rglob("*.py"))
    assert files
    for file in files:
        assert {path[0] for path in imported_modules(file)} <= ALLOWED[folder], file


@pytest.mark.parametrize("folder", sorted(ORDER))
def test_imports_inside_a_folder_point_down(folder: str) -> None:
    """The order inside a folder is that of the data: no module knows what is made from its results."""
    rank = {name: number for number, row in enumerate(ORDER[folder]) for name in row}
    modules = {
        path.stem
        for path in (ROOT / folder).iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert modules - {"__init__"} == set(rank)
    for file in sorted((ROOT / folder).rglob("*.py")):
        own = file.relative_to(ROOT / folder).parts[0].removesuffix(".py")
        below = {path[1] for path in imported_modules(file) if path[0] == folder and len(path) > 1}
        for name in below & set(rank) - {own}:
            assert own == "__init__" or rank[name] < rank[own], f"{file} imports {name}"


def test_a_relative_import_that_leaves_its_folder_is_seen(tmp_path: Path) -> None:
    """The walk above resolves dots as Python does."""
    file = tmp_path / "graph" / "model" / "probe.py"
    file.parent.mkdir(parents=True)
    file.write_text("if True:\n    from ...extract.english import lexicon\n", encoding="utf8")
    assert list(imported_modules(file, tmp_path)) == [("extract", "english", "lexicon")]


def test_a_class_name_stands_for_one_thing() -> None:
    """Only the door's KnowledgeGraph repeats a name: it is the core's, with its verbs."""
    homes: dict[str, list[str]] = {}
    for folder in ("graph", "extract", "exports", "newsgraph"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf8"))):
                if isinstance(node, ast.ClassDef):
                    homes.setdefault(node.name, []).append(str(file.relative_to(ROOT)))
    repeated = {name: files for name, files in homes.items() if len(set(files)) > 1}
    assert set(repeated) <= {"KnowledgeGraph"}, repeated


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
