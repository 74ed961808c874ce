"""The judgements file: it can be written, read, edited and appended to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.graph import InputError, Judgement
from newsgraph.graph.model.judgement import (
    CORRECTIONS,
    VERDICTS,
    append_judgement,
    load_judgements,
    read_judgements,
    write_judgements,
)
from newsgraph.graph.model.record import NODE_LABELS

_texts = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9)
_names = st.lists(_texts, min_size=1, max_size=3).map(" ".join)
_reasons = st.lists(_names.map(lambda reason: reason.replace(";", ",")), max_size=2).map(tuple)
_PAIRS = [verdict for verdict in VERDICTS if verdict not in CORRECTIONS]
_judgements = st.builds(
    Judgement, _names, _names, st.sampled_from(_PAIRS), st.floats(0, 1), _reasons, _names
) | st.builds(Judgement, _names, st.sampled_from(NODE_LABELS), st.sampled_from(sorted(CORRECTIONS)))


@given(st.lists(_judgements.filter(lambda j: j.left != j.right), unique_by=lambda j: j.question))
def test_written_judgements_read_back(judgements):
    """A file gives back what was written into it."""
    assert read_judgements(write_judgements(judgements)) == tuple(sorted(judgements))


def test_comments_order_of_columns_and_missing_columns():
    """The file is made to be edited by hand."""
    lines = ["# mine\n", "left\tright\tverdict\n", "\n", "A B\tC\tsame\n", "#A B\tD\tsame\n"]
    assert read_judgements(lines) == (Judgement("A B", "C", "same"),)


def test_the_last_judgement_of_a_pair_counts():
    """A judgement can be overruled by appending another one, whichever way round it names the pair."""
    lines = write_judgements([Judgement("A", "B", "same"), Judgement("B", "A", "different")])
    assert read_judgements(lines) == (Judgement("B", "A", "different"),)


def test_appending_makes_the_file_and_keeps_comments(tmp_path: Path):
    """Answers are recorded without touching what is in the file."""
    path = tmp_path / "judgements.tsv"
    append_judgement(path, Judgement("A", "B", "same"))
    path.write_text(path.read_text() + "# a note\n")
    append_judgement(path, Judgement("A", "C", "different", author="me"))
    assert "# a note" in path.read_text()
    assert [j.verdict for j in load_judgements(path)] == ["same", "different"]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("maybe\tA\tB", "'maybe'"),
        ("\tA\tB", "missing"),
        ("same\tA", "two names"),
        ("same\tA\tA", "two names"),
        ("same\tA\tB\tsure", "'sure'"),
        ("same\tA\tB\t7", "'7'"),
        ("same\tA\tB\tnan", "'nan'"),
    ],
)
def test_mistakes_are_told_with_their_place(line: str, part: str):
    """A mistake in the file is reported with its line."""
    with pytest.raises(InputError, match="my file, line 2") as caught:
        read_judgements(["verdict\tleft\tright\tscore", line], "my file")
    assert part in str(caught.value)


def test_a_file_that_is_no_judgements_file(tmp_path: Path):
    """A missing file, a binary one and one without header give a message."""
    with pytest.raises(InputError, match="no such file"):
        load_judgements(tmp_path / "none.tsv")
    (tmp_path / "binary.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not in UTF-8"):
        load_judgements(tmp_path / "binary.tsv")
    with pytest.raises(InputError, match="names the columns"):
        read_judgements(["same\tA\tB"])
