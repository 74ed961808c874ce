"""Rows of tables in texts: cells do not run together, and a role is its person's at a body."""

import pytest

from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.statements import find_extractions


def triples(text: str) -> list[tuple[str, ...]]:
    """Subject, predicate and object of each statement, as words."""
    doc = load_pipeline()(text)
    return [
        tuple(" ".join(doc[i].text for i in tokens or ()) for tokens in (e.subject, e.predicate, e.object))
        for e in find_extractions(doc)
    ]


def test_a_row_says_whose_role_is_whose() -> None:
    """Each person has the role and the body of the same line."""
    rows = (
        ("Name", "Post", "Employer"),
        ("Karin Falk", "Treasurer", "Ostby Bank"),
        ("Otto Krug", "Head coach", "Turin FC"),
    )
    found = triples("\n".join(map(" | ".join, rows)))
    assert ("Karin Falk", "Treasurer", "Ostby Bank") in found
    assert ("Otto Krug", "Head coach", "Turin FC") in found
    assert not {("Karin Falk", "Turin FC"), ("Otto Krug", "Ostby Bank")} & {(s, o) for s, _, o in found}


@pytest.mark.parametrize(
    "row", ["Karin Falk | Photo | Ostby Herald", "Karin Falk | 12 | 9.5", "Karin Falk | By phone | Monday"]
)
def test_other_rows_say_nothing(row: str) -> None:
    """A cell that names no role joins no one to anything."""
    assert triples(row) == []


@pytest.mark.parametrize("gap", ["\t", "      "])
def test_cells_do_not_run_together(gap: str) -> None:
    """A role in one column is not the title of the name in the next."""
    assert ("Ostby Bank", "Chairman") not in {
        found[:2] for found in triples(f"9.5{gap}Chairman{gap}Ostby Bank")
    }
    sentences = [
        sent.text.strip() for sent in load_pipeline()(f"Treasurer{gap}Karin Falk{gap}Ostby Bank").sents
    ]
    assert sentences == ["Treasurer", "Karin Falk", "Ostby Bank"]
