"""No shape of text takes more than ten times the time of an article of its length."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from newsgraph.extract.readers import Document
from newsgraph.reading import own_extractor, read_all
from tests.extract.texts import ARTICLE, SHAPES

LENGTHS = (2_500, 5_000)
"""Characters; short enough for every run of the tests."""

LARGE_LENGTHS = (20_000, 40_000)

MOST_TIMES = 10
"""An odd text may take so many times what an article of its length takes."""

LEAST_SECONDS = 0.5
"""Shorter times are noise."""

STEPS_LENGTHS = (2_500, 5_000)
MOST_GROWTH = 2.4
"""Twice the text takes so many times the steps: 2 where it is linear, 4 where it is quadratic."""

Trace = Callable[[FrameType, str, Any], Any]
Measure = Callable[[str], float]


@pytest.fixture(scope="module")
def seconds(tmp_path_factory: pytest.TempPathFactory) -> Measure:
    """CPU time of reading a text of any language, or of refusing it."""
    path: Path = tmp_path_factory.mktemp("texts") / "text.txt"

    def measure(text: str) -> float:
        path.write_text(text, encoding="utf-8")
        start = time.process_time()
        found = list(read_all([path], date="2026-03-02", fields={"any_language": True}))
        assert len(found) == 1
        return time.process_time() - start

    measure(ARTICLE)  # loads the pipeline
    return measure


def check(shape: str, lengths: tuple[int, ...], seconds: Measure) -> None:
    """Compare a shape with an article at every length."""
    for length in lengths:
        article = (ARTICLE * (length // len(ARTICLE) + 1))[:length]
        taken, fair = seconds(SHAPES[shape](length)), seconds(article)
        assert taken < max(LEAST_SECONDS, MOST_TIMES * fair), (
            f"{length} characters: {taken:.1f} s, article {fair:.1f} s"
        )


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_is_slow(shape: str, seconds: Measure) -> None:
    """Texts of a page, and of two."""
    check(shape, LENGTHS, seconds)


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_large_shape_is_slow(shape: str, seconds: Measure) -> None:
    """Texts of a long report, and of two."""
    check(shape, LARGE_LENGTHS, seconds)


@pytest.mark.parametrize("shape", ["names", "names in a list", "pronouns", "quotations"])
def test_steps_grow_with_the_text(shape: str) -> None:
    """Lines of our rules that run, which no other process can disturb."""
    less, more = (steps(SHAPES[shape](length)) for length in STEPS_LENGTHS)
    assert more < MOST_GROWTH * less


def steps(text: str) -> int:
    """Count the lines of extract/ that run while a text is read."""
    extractor, count = own_extractor(), 0
    extractor.read(Document(ARTICLE))  # fills caches

    def step(_: FrameType, event: str, __: object) -> Trace:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(lambda frame, *_: step if "/extract/" in frame.f_code.co_filename else None)
    try:
        extractor.read(Document(text))
    finally:
        sys.settrace(before)
    return count
