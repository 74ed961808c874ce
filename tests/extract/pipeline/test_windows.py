"""Every word is kept once, inside a window that is never too long."""

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.extract.pipeline.windows import Window, plan_windows

counts = st.lists(st.integers(1, 16), min_size=1, max_size=400)


@given(counts, st.integers(20, 60), st.integers(0, 8), st.data())
def test_windows_partition_the_words(
    counts: list[int], limit: int, context: int, data: st.DataObject
) -> None:
    """The kept ranges follow each other without gap or overlap."""
    cuts = data.draw(st.lists(st.sampled_from([0, 0, 0, 1, 2]), min_size=len(counts), max_size=len(counts)))
    plan = plan_windows(counts, cuts, limit=limit, context=context)
    assert [w.keep_start for w in plan] == [0, *(w.keep_end for w in plan[:-1])]
    assert plan[-1].keep_end == len(counts)
    for window in plan:
        assert window.start <= window.keep_start < window.keep_end <= window.end
        assert sum(counts[window.start : window.end]) <= limit or window.end - window.start == 1


def test_a_cut_falls_on_a_paragraph_where_there_is_one() -> None:
    """A paragraph start in the second half of a window wins over a later sentence start."""
    cuts = [0] * 100
    cuts[30], cuts[35] = 2, 1
    first, second = plan_windows([1] * 100, cuts, limit=40, context=5)[:2]
    assert first == Window(start=0, end=30, keep_start=0, keep_end=30)
    assert second.start == second.keep_start


def test_context_before_a_cut_within_a_paragraph_starts_with_a_sentence() -> None:
    """What is kept after a sentence's start is read with the sentence before it, if that is short."""
    cuts = [0] * 100
    cuts[31] = cuts[35] = 1
    first, second = plan_windows([1] * 100, cuts, limit=40, context=8)[:2]
    assert first == Window(start=0, end=40, keep_start=0, keep_end=35)
    assert (second.start, second.keep_start) == (31, 35)
