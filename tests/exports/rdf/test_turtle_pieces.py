"""Turtle written a piece at a time."""

import pytest
from hypothesis import given, settings

from newsgraph.exports.rdf import turtle
from newsgraph.graph import build_graph
from newsgraph.graph.model.record import ExtractionRecord
from tests.graph.strategies import corpora


@settings(max_examples=30)
@given(corpora())
def test_pieces_are_the_text(records: list[ExtractionRecord]) -> None:
    """However small they are."""
    graph = build_graph(records)
    with pytest.MonkeyPatch.context() as patch:
        whole = b"".join(turtle.turtle_pieces(graph))
        patch.setattr(turtle, "_PIECE", 3)
        assert b"".join(turtle.turtle_pieces(graph)) == whole
