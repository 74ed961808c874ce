"""Write the table of rolesets that ships: ``python -m training.rolesets``."""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

OUT = Path("extract/english/frames/rolesets.jsonl.gz")


def row_of(frame: dict[str, Any]) -> list[Any]:
    """A roleset as ``extract/english/rolesets.py`` reads it."""
    roles = [
        [_name(number), function.strip().upper(), description or "", verbnet or "", framenet or ""]
        for number, function, description, verbnet, framenet in frame["roles"]
    ]
    nouns = [[_name(number), noun] for number, _, noun in frame["argument_nouns"]]
    classes = {kind: [name for k, name in frame["classes"] if k == kind] for kind in ("VerbNet", "FrameNet")}
    return [
        frame["roleset"],
        frame["name"],
        roles,
        frame["aliases"],
        nouns,
        classes["VerbNet"],
        classes["FrameNet"],
    ]


def _name(number: str) -> str:
    return f"ARG{number}" if number.isdigit() else "ARGM"


def main() -> None:
    """Write the table, sorted by id; its bytes depend on the source alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    with gzip.open(options.corpora / "ewt-propbank/frames.jsonl.gz", "rt", encoding="utf8") as file:
        rows = sorted(row_of(frame) for frame in map(json.loads, file))
    lines = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    options.out.write_bytes(gzip.compress(lines.encode("utf8"), 9, mtime=0))


if __name__ == "__main__":
    main()
