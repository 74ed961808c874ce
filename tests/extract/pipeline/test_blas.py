"""One thread for matrix products, also where it is asked for inside itself."""

from threadpoolctl import threadpool_info

from newsgraph.extract.pipeline.blas import one_thread


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


def test_the_outer_one_decides_when_it_ends() -> None:
    """The inner one neither sets nor restores anything."""
    before = threads()
    with one_thread():
        with one_thread():
            assert threads() == {1}
        assert threads() == {1}
    assert threads() == before
