"""A difference between two graphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["article", "entity", "statement", "story", "claim", "denial", "figure"]
Kind = Literal["gained", "lost", "changed", "merged", "split"]


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One difference: ``before`` and ``after`` are ids in the old and the new graph, ``text`` says it in words."""

    what: What
    kind: Kind
    text: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
