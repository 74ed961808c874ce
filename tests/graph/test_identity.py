"""Identity: keys, slugs and ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.graph import content_id, normal_key, slug


@given(st.text())
def test_normal_key_is_idempotent(text: str):
    """A key is its own key, so keys can be compared with keys."""
    assert normal_key(normal_key(text)) == normal_key(text)


@given(st.text())
def test_slug_has_only_letters_digits_and_hyphens(text: str):
    """A slug can stand in an IRI, a file name and an XML name."""
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))
    assert len(slug(text)) <= 48


@given(st.text(), st.text(), st.text())
def test_parts_do_not_run_into_each_other(one: str, two: str, three: str):
    """Moving characters from one part to the next changes the id."""
    assert (content_id("k", one, two + three) == content_id("k", one + two, three)) == (two == "")


@pytest.mark.parametrize("text", ["", "2020", "Ωmega", "<script>", "--", "\ud800"])
def test_ids_begin_with_a_letter(text: str):
    """Whatever a name consists of, its id begins with a letter."""
    assert re.fullmatch("[a-z][a-z0-9-]*", content_id("entity", text))
