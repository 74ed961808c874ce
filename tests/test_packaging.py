"""What is built holds what people need: the three folders below newsgraph, the model, nothing at the top level."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytest.importorskip("hatchling", reason="building needs hatchling, from the extra 'test'")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built without a network."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(out)],
        check=True,
        cwd=ROOT,
        capture_output=True,
    )
    return out


def test_the_wheel_holds_the_package_and_the_model(built: Path) -> None:
    """graph, extract and exports lie below newsgraph, with the data files."""
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "newsgraph/__init__.py",
        "newsgraph/cli/__init__.py",
        "newsgraph/api.py",
        "newsgraph/py.typed",
        "newsgraph/graph/knowledge_graph.py",
        "newsgraph/graph/knowledge/data/schema.yaml",
        "newsgraph/extract/extractor.py",
        "newsgraph/extract/pipeline/model/config.cfg",
        "newsgraph/extract/pipeline/model/newsgraph_english/encoder.onnx",
        "newsgraph/extract/pipeline/model/MODEL_CARD.md",
        "newsgraph/exports/rdf/turtle.py",
        "newsgraph/exports/page/template.html.jinja",
    ):
        assert name in names
    modules = [p for p in (ROOT / "newsgraph").rglob("*.py") if "__pycache__" not in p.parts]
    assert {p.relative_to(ROOT).as_posix() for p in modules} <= names
    assert {name.split("/")[0] for name in names} == {"newsgraph", "newsgraph-0.1.0.dist-info"}
    assert wheel.stat().st_size < 40_000_000


def test_the_sdist_holds_the_folders_and_the_tests(built: Path) -> None:
    """Another wheel can be built from it, and its tests run."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {
        "graph/model/record.py",
        "extract/extractor.py",
        "exports/page/page.py",
        "tests/test_packaging.py",
        "LICENSE",
    } <= names


def test_every_dependency_is_locked_with_a_digest() -> None:
    """``requirements-ci.txt`` has each package of the tests, in a version that pyproject.toml takes.

    ``uv pip compile pyproject.toml --extra test --universal --generate-hashes --no-header -o requirements-ci.txt`` makes it.
    """
    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]
    groups, wanted = project["optional-dependencies"], [*project["dependencies"], "newsgraph[test]"]
    entries = re.findall(
        r"^([\w.-]+)(?:\[[\w,-]+\])?==(\S+)(.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)+)",
        (ROOT / "requirements-ci.txt").read_text("utf8"),
        re.MULTILINE,
    )
    locked = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version, _ in entries}
    while wanted:
        requirement = Requirement(wanted.pop())
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name == "newsgraph":
            wanted += [part for extra in requirement.extras for part in groups[extra]]
        else:
            assert name in locked, name
            assert requirement.specifier.contains(locked[name], prereleases=True), name
