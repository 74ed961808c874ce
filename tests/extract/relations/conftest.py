"""Parsed sentences written by hand for the tests of relations."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc, Span

from newsgraph.graph.knowledge.schema import Schema, load_schema

VOCAB = spacy.blank("en").vocab

Parse = Callable[[str, str], Doc]


def parse_rows(rows: str, names: str) -> Doc:
    """A Doc from lines of ``form tag pos dep head lemma`` and names given as ``LABEL start end``."""
    table = [line.split() for line in rows.strip().splitlines()]
    doc = Doc(
        VOCAB,
        words=[row[0] for row in table],
        tags=[row[1] for row in table],
        pos=[row[2] for row in table],
        deps=[row[3] for row in table],
        heads=[int(row[4]) for row in table],
        lemmas=[row[5] for row in table],
    )
    spans = [line.split() for line in names.split(",")]
    doc.ents = [Span(doc, int(start), int(end), label=label) for label, start, end in spans]
    return doc


@pytest.fixture(name="parse", scope="session")
def parse_fixture() -> Parse:
    """Make a Doc from a table, see ``parse_rows``."""
    return parse_rows


@pytest.fixture(scope="session")
def schema() -> Schema:
    """Our own schema."""
    return load_schema()
