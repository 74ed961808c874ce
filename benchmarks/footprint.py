"""What the shipped pipeline costs: files, cold start, peak memory. ``python -m benchmarks.footprint``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from newsgraph.extract.pipeline import MODEL

COLD = """
import time; began = time.perf_counter()
import newsgraph
nlp = newsgraph.load_pipeline(); nlp("The mayor of Oslo met the press.")
print(time.perf_counter() - began)
"""

MEMORY = """
import resource, sys, newsgraph
nlp = newsgraph.load_pipeline()
text = "The mayor of Oslo, Anna Berg, met the press on Sunday. She said that the harbour would not be sold.\\n\\n"
doc = nlp(text * (int(sys.argv[1]) // len(text) + 1))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def run(code: str, *arguments: str) -> float:
    """The number that a fresh interpreter prints."""
    output = subprocess.run(
        [sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True
    )
    return float(output.stdout)


def main() -> None:
    """Print the table."""
    table = Table("what", "figure")
    size = sum(path.stat().st_size for path in Path(MODEL).rglob("*") if path.is_file())
    table.add_row("model folder", f"{size / 1e6:.1f} MB")
    table.add_row(
        "import newsgraph to first document, best of 5", f"{min(run(COLD) for _ in range(5)):.2f} s"
    )
    table.add_row("peak memory, one sentence", f"{run(MEMORY, '1'):.0f} MB")
    table.add_row("peak memory, a document of a million characters", f"{run(MEMORY, '1000000'):.0f} MB")
    Console().print(table)


if __name__ == "__main__":
    main()
