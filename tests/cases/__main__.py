"""Make and rewrite case files; see the package's docstring."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from newsgraph import load_pipeline

from .reading import ROOT, Case, read_cases, rows_of, with_lines, write_cases


def main() -> None:
    """Parse the command line and write the files it names."""
    parser = argparse.ArgumentParser(prog="python -m tests.cases", description=__doc__)
    parser.add_argument("--new", nargs=2, metavar=("AREA/RULE", "TEXT"))
    parser.add_argument("--title", default="A title that says what the rule does")
    parser.add_argument("--write", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--reparse", nargs="+", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.new:
        place, text = options.new
        path = ROOT / f"{place}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        cases = read_cases(path) if path.exists() else []
        _save(path, [*cases, with_lines(_parsed(Case(options.title, text, "", ())))])
    for path in options.write or ():
        _save(path, [with_lines(case) for case in read_cases(path)])
    for path in options.reparse or ():
        _save(path, [_parsed(case) for case in read_cases(path)])


def _parsed(case: Case) -> Case:
    text = case.text.replace("\n\n", "\n").replace("\n", "\n\n")
    return replace(case, parse=rows_of(load_pipeline()(text)))


def _save(path: Path, cases: list[Case]) -> None:
    path.write_text(write_cases(cases), encoding="utf8")
    print(path)


main()
