"""Groups members into entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..entity import Member
from ..identity import normal_key
from .label import family


def resolve(members: Iterable[Member]) -> list[tuple[Member, ...]]:
    """Return the groups of named ``members`` that are one entity: same normalised name, compatible label."""
    groups: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member in members:
        groups[normal_key(member.name), family(member.label)].append(member)
    return [tuple(sorted(group)) for _, group in sorted(groups.items())]
