"""The fit of confidence on verdicts: it ranks, it stays calibrated, and it says what a threshold would show."""

from __future__ import annotations

import random
from typing import Any, cast

import pytest

from training.judge import Judged, area
from training.judged_fit import Threshold, calibration_error, chances, crossed, curve, fit, thresholds
from training.train_judged import BEGIN, END, rewritten


def judged(count: int = 1600) -> list[Judged]:
    """Return statements of ten articles; those with a pronoun are right in two of five cases, others in nine of ten."""
    draw, rows = random.Random(5), []
    for number in range(count):
        pronoun = float(number % 2)
        right = draw.random() < (0.4 if pronoun else 0.9)
        features = {"prior": 1.0, "pronoun": pronoun, "noise": draw.random()}
        row = {"verdict": "R" if right else "W", "flags": "", "cause": ""}
        rows.append(Judged(f"a{number % 10}", cast("Any", None), features, row, None))
    return rows


def test_the_fit_learns_what_is_doubtful() -> None:
    """Pronouns count against a statement, noise does not, and probabilities are close to the shares."""
    rows = judged()
    weights = fit(rows, 4.0)
    assert weights["pronoun"] < -1
    assert abs(weights["noise"]) < 0.5
    scored = crossed(rows, 4.0)
    assert len(scored) == len(rows)
    assert area(scored) > 0.7
    assert calibration_error(curve(scored, 2)) < 0.05


def test_a_stronger_prior_moves_less() -> None:
    """With a strong prior the weight of the parse stays 1 and all else stays near 0."""
    weights = fit(judged(), 1e6)
    assert weights["prior"] == pytest.approx(1, abs=0.01)
    assert weights["pronoun"] == pytest.approx(0, abs=0.01)


def test_the_unit_of_a_feature_does_not_matter() -> None:
    """Counting in hundreds or in ones gives the same probabilities."""
    rows = judged()
    scaled = [
        Judged(r.article, r.statement, {**r.features, "noise": 100 * r.features["noise"]}, r.row, None)
        for r in rows
    ]
    plain = [chance for chance, _ in chances(rows, fit(rows, 16.0))]
    assert [chance for chance, _ in chances(scaled, fit(scaled, 16.0))] == pytest.approx(plain, abs=1e-6)


def test_thresholds_tell_what_is_shown_and_kept() -> None:
    """Of four statements three are shown, two of them right, of three right ones."""
    scored = [(0.9, True), (0.8, True), (0.7, False), (0.3, True)]
    error = pytest.approx((2 / 3 * 1 / 3 / 3) ** 0.5)
    assert list(thresholds(scored, [0.5])) == [Threshold(0.5, 0.75, 2 / 3, 2 / 3, error)]


def test_the_card_is_rewritten_between_its_marks() -> None:
    """What stands around the marks stays, what stood between them goes; a card without marks is refused."""
    card = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    once = rewritten(card, ["new"])
    assert once == f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"
    assert rewritten(once, ["new"]) == once
    with pytest.raises(ValueError, match="no part between"):
        rewritten("nothing", ["new"])
