"""What both ways of finding antecedents start from: mentions with their profiles and the links made so far."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from ..mentions.detection import MentionSpan
from ..syntax.tree import Tree
from .clusters import Clusters
from .names import Name
from .profiles import MentionProfile

QuotedSpan = tuple[int, int, int | None]
"""First token, token after the last, head token of the speaker or None."""


@dataclass(frozen=True)  # no slots: the cached mapping lives in __dict__
class Candidates:
    """A document on its way to chains.

    ``at`` gives the mention that a token heads; ``names`` are the parts of the mentions that are names; ``quotes``
    numbers the quotation a mention is in, -1 for none; ``speakers`` gives the speaker's mention for mentions in
    quotations, None where the speaker is unknown. ``support`` is, for mentions that the model linked, the share of the odds
    that spoke for the link.
    """

    tree: Tree
    mentions: list[MentionSpan]
    at: dict[int, int]
    profiles: list[MentionProfile]
    clusters: Clusters
    names: dict[int, Name]
    quotes: list[int]
    speakers: dict[int, int | None]
    support: dict[int, float] = field(default_factory=dict)

    def owner(self, i: int) -> int | None:
        """The mention before another one that says whose it is ("Lund's" in "Lund's house")."""
        owner = self.tree.child(self.mentions[i].head, "nmod:poss")
        return None if owner is None else self.at.get(owner)

    @cached_property
    def spoken(self) -> dict[int, list[int]]:
        """The mentions in the quotations of each speaker, under the speaker's mention."""
        found: dict[int, list[int]] = defaultdict(list)
        for mention, speaker in self.speakers.items():
            if speaker is not None:
                found[speaker].append(mention)
        return found
