"""Judgements: a merge is data, with its reasons and its author."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "undecided"]


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Whether two names or members are the same thing, how sure (-1 to 1), why in words, and who says so.

    ``left`` and ``right`` are names ("Vladimir Putin") or keys of members (``Member.key``).
    """

    left: str
    right: str
    verdict: Verdict
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    author: str = ""
