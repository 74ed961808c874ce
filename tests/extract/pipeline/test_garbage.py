"""The collector's thresholds: raised while somebody reads, set back by the last reader."""

import gc

from newsgraph.extract.pipeline.garbage import THRESHOLD, fewer_collections


def test_the_last_reader_sets_the_thresholds_back() -> None:
    """Whichever of two that overlap ends first."""
    before = gc.get_threshold()
    first, second = fewer_collections(), fewer_collections()
    first.__enter__()
    second.__enter__()
    assert gc.get_threshold()[0] == THRESHOLD
    first.__exit__(None, None, None)
    assert gc.get_threshold()[0] == THRESHOLD
    second.__exit__(None, None, None)
    assert gc.get_threshold() == before


def test_a_collector_that_is_off_stays_off() -> None:
    """A person may have switched it off."""
    gc.disable()
    try:
        with fewer_collections():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
