"""Resolution: how names are compared, which members become one entity, and what judgements by people change."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.name_pairs import best_at_one_percent, read_pairs, scores
from newsgraph.graph import Judgement, KnowledgeGraph, KnownEntity, build_graph
from newsgraph.graph.record import LABELS
from newsgraph.graph.resolution.profile import profile_of
from newsgraph.graph.resolution.score import compare
from newsgraph.graph.resolution.verdict import SAME_FROM
from tests.graph.strategies import NAMES, corpora, mentioning

PAIRS = Path(__file__).with_name("name_pairs.tsv")

_names = st.sampled_from([name for name, _ in NAMES]) | st.text(min_size=1, max_size=12).filter(str.strip)
_profiles = st.builds(profile_of, _names, st.sampled_from(LABELS), st.lists(_names, max_size=3))


@given(_profiles, _profiles)
def test_comparison_is_symmetric_and_has_reasons(left, right):
    """Whatever the names, they can be compared, in both directions alike, and the outcome is explained."""
    one, two = compare(left, right), compare(right, left)
    assert one.weight == pytest.approx(two.weight)
    assert one.reasons
    assert 0 <= one.score <= 1


@given(corpora())
def test_every_named_member_is_in_one_entity(records):
    """Resolution partitions the members."""
    keys = [member.key for entity in build_graph(records).entities for member in entity.members]
    assert len(keys) == len(set(keys))


def test_name_pairs_reach_the_bar():
    """On 600 and more hard pairs at most 1% of the different ones merge, and F1 is 0.93 or more."""
    pairs = list(read_pairs(PAIRS))
    _, _, f1, false_merges = scores(pairs, SAME_FROM)
    assert len(pairs) > 600
    assert f1 >= 0.93
    assert false_merges <= 0.01
    assert best_at_one_percent(pairs)[0] >= 0.93
