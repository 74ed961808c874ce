"""Every case file holds, and every rule has a case that fires it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgraph.extract.records.rules import all_rules

from .reading import ROOT, Case, doc_of, read_case, read_cases, rows_of, shortfalls, with_lines

FILES = sorted(ROOT.rglob("*.md"))
CASES = [(path, case) for path in FILES for case in read_cases(path)]
NEEDS_MODEL = frozenset(
    "pair-classifier nominal-event-roles person-and-thing other-role untold-role ones-own-relative relative-and-owner "
    "speaker-and-listener other-owner meant-beside other-thing".split()
)
"""Rules that read vectors or semantic roles, which a parse in a file does not carry; tests/extract has their tests."""


@pytest.mark.parametrize(
    ("path", "case"), CASES, ids=[f"{path.parent.name}/{path.stem}: {case.title}" for path, case in CASES]
)
def test_a_case_holds(path: Path, case: Case) -> None:
    """What is expected of the sentence is read from its parse, and the rule the file is named after fires."""
    record, firings = read_case(case)
    assert not list(shortfalls(case, record))
    fired = sorted({firing.rule for firing in firings})
    guards = any(line.startswith(("not:", "apart:")) for line in case.expected)
    assert guards or path.stem in fired, f"the rule {path.stem} did not fire, these did: {fired}"


def test_rewriting_a_case_keeps_what_must_not_be_read() -> None:
    """The lines that are no statements are somebody's own."""
    case = next(case for _, case in CASES if any(line.startswith("not:") for line in case.expected))
    guards = [line for line in case.expected if line.startswith("not:")]
    rewritten = with_lines(case).expected
    assert [line for line in rewritten if line.startswith("not:")] == guards
    assert len(rewritten) > len(guards) or not read_case(case)[0].statements


def test_every_rule_has_a_case_that_fires_it() -> None:
    """A rule that nobody can see at work is deleted."""
    fired = {path.stem for path, case in CASES if path.stem in {f.rule for f in read_case(case)[1]}}
    assert {rule.name for _, rule in all_rules()} - NEEDS_MODEL <= fired


def test_rule_names_are_unique() -> None:
    """A name stands for one rule in the product."""
    names = [rule.name for _, rule in all_rules()]
    assert len(names) == len(set(names))


def test_a_parse_survives_its_rows() -> None:
    """Reading back what was written gives the same rows."""
    rows = CASES[0][1].parse
    assert rows_of(doc_of(rows)) == rows
