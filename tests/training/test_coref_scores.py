"""The coreference metrics, on worked examples."""

import pytest

pytest.importorskip("scipy", reason="scoring coreference needs scipy, of training/requirements.txt")

from training.coref_scores import Counts, conll, score


def figures(gold: list[str], predicted: list[str]) -> dict[str, tuple[float, float]]:
    found = score(gold, predicted)
    return {name: (round(counts.precision, 4), round(counts.recall, 4)) for name, counts in found.items()}


def test_the_example_of_the_reference_scorer() -> None:
    """The paper's worked example: gold a-b-c, d-e-f-g; response a-b, c-d, f-g-h-i (Pradhan et al. 2014, figure 1)."""
    found = figures(["abc", "defg"], ["ab", "cd", "fghi"])
    assert found["muc"] == (0.4, 0.4)
    assert found["b3"] == (0.5, 0.4167)
    assert found["ceafe"] == (0.4333, 0.65)


def test_a_perfect_answer() -> None:
    """Every figure is one."""
    found = score(["abc", "de"], ["de", "abc"])
    assert conll(found) == pytest.approx(1.0)


def test_single_mentions_do_not_count() -> None:
    """A chain of one is left out on both sides."""
    assert figures(["abc", "x"], ["abc", "y"])["mentions"] == (1.0, 1.0)


def test_nothing_found() -> None:
    """Zero, and no division by it."""
    assert conll(score(["ab"], [])) == 0.0
    assert Counts().f1 == 0.0
