"""Following a sentence through the rules."""

import pytest

import newsgraph


def test_a_trace_shows_parse_roles_rules_and_statements() -> None:
    """Everything a person needs to see why a statement is there."""
    text = str(newsgraph.trace("The ferry was sold by Marta Lindqvist."))
    for part in (
        "Parse",
        "nsubj:pass",
        "Semantic roles",
        "sell.01",
        "statements/clause at",
        "Marta Lindqvist | sold",
    ):
        assert part in text


def test_a_long_text_is_refused() -> None:
    """A trace is for a sentence; a book would bury it."""
    with pytest.raises(newsgraph.InputError, match="too long"):
        newsgraph.trace("The ferry sank. " * 10_000)
