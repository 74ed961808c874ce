"""Signs of factuality: what a cue does to a statement, and how several signs make one reading."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

NEGATIVE = "negative"
STRENGTH = ("actual", "planned", "possible", "obligatory", "requested", "conditional")
"""Modalities; of several in one clause the last of these holds."""


class Sign(Struct, frozen=True):
    """What the words of a cue do to a statement: ``negative``, or a modality other than ``actual``."""

    effect: str
    tokens: tuple[int, ...]


class Factuality(Struct, frozen=True):
    """Polarity (``positive``, ``negative``) and modality of a statement, and the signs that say so, in text order."""

    polarity: str = "positive"
    modality: str = "actual"
    signs: tuple[Sign, ...] = ()

    def with_signs(self, more: Iterable[Sign]) -> Factuality:
        """The same with further signs."""
        more = tuple(more)
        return combine((*self.signs, *more)) if more else self


def combine(signs: Iterable[Sign]) -> Factuality:
    """Put signs together: two negations cancel, the strongest modality holds; one cue counts once.

    >>> combine([Sign("planned", (1,)), Sign("negative", (0,)), Sign("possible", (2,))])
    Factuality(polarity='negative', modality='possible', signs=(Sign(effect='negative', tokens=(0,)), Sign(effect='planned', tokens=(1,)), Sign(effect='possible', tokens=(2,))))
    """
    known = sorted(set(signs), key=lambda sign: (sign.tokens, sign.effect))
    negations = sum(sign.effect == NEGATIVE for sign in known)
    modality = max((s.effect for s in known if s.effect != NEGATIVE), key=STRENGTH.index, default="actual")
    return Factuality("negative" if negations % 2 else "positive", modality, tuple(known))
