"""The recipes for many machines, run on this one: the bytes are those of a build."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsgraph.folder import assemble_folder, build_folder
from newsgraph.views import PAGE, TURTLE

ROOT = Path(__file__).parents[2]
ARTICLES = {
    "a": ["Anna Berg met Lars Holm in Oslo on Sunday.", "Lars Holm photographed Petra Dahl in Bergen."],
    "b": ["Ana Ruiz visited Lima.", "Petra Dahl said that Ana Ruiz called Anna Berg."],
}


def recipe(heading: str) -> str:
    """The code under a heading of docs/scaling.md."""
    page = (ROOT / "docs/scaling.md").read_text(encoding="utf8")
    found = re.search(rf"^## {heading}\n.*?```python\n(.*?)```", page, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The same articles as texts in files, and as rows that name these files as their sources."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "news").mkdir()
    for part, texts in ARTICLES.items():
        rows = []
        for number, text in enumerate(texts):
            source = f"news/{part}{number}.txt"
            (tmp_path / source).write_text(text, encoding="utf8")
            rows.append({"id": f"{part}{number}", "text": text, "source": source, "media_type": "text/plain"})
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / "articles" / f"{part}.jsonl").write_text(lines, encoding="utf8")
    return tmp_path


def run(desk: Path, heading: str) -> None:
    """Run a recipe as a script."""
    (desk / "recipe.py").write_text(recipe(heading), encoding="utf8")
    local = {
        "PYTHONPATH": str(ROOT),
        "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    python = {"PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    command = [sys.executable, "recipe.py"]
    done = subprocess.run(
        command, cwd=desk, env=os.environ | local | python, capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stderr[-3000:]


def assert_same_as_built(desk: Path, pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Assemble what a recipe wrote, and compare with a build."""
    monkeypatch.chdir(desk)
    found = sorted(Path("rows").glob(pattern))
    assert found
    assemble_folder(found, "assembled")
    build_folder(["news"], "built")
    for name in (TURTLE, PAGE):
        assert Path("assembled", name).read_bytes() == Path("built", name).read_bytes()
    shutil.rmtree("assembled")


CASES = [
    ("Processes of one machine", None, "*.jsonl"),
    ("Ray Data", "ray", "*/*.parquet"),
    ("Spark", "pyspark", "*/*.parquet"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("heading", "package", "pattern"), CASES, ids=[case[0] for case in CASES])
def test_recipes(
    heading: str, package: str | None, pattern: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Same bytes as a build; a run goes on with the file that is not done."""
    if package and importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is not installed: pip install 'newsgraph[scaling]'")
    if package == "pyspark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java: apt-get install openjdk-17-jre-headless")
    run(desk, heading)
    assert_same_as_built(desk, pattern, monkeypatch)
    done, gone = sorted((desk / "rows").iterdir())
    before = done.stat().st_mtime_ns
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    run(desk, heading)
    assert done.stat().st_mtime_ns == before
    assert_same_as_built(desk, pattern, monkeypatch)
