"""What surrounds a name in its documents: other names, the countries these speak of, and roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..knowledge.gazetteer import country, country_of, key, link
from .verdict import NONE, MatchEvidence, because

Weight = Callable[[str], int]
"""How much a shared name tells, in thousandths: 1000 for a rare one, towards 0 for one that is everywhere."""

_COUNTRY_WEIGHT = 700
_ROLE_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Context:
    """Keys of names around a name, the roles it has, and how often the names speak of which country."""

    names: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    countries: Mapping[str, int] = field(default_factory=dict)

    @property
    def leading(self) -> str | None:
        """The country that more names speak of than of any other one."""
        ranked = sorted(self.countries.items(), key=lambda item: (-item[1], item[0]))
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
        return ranked[0][0] if alone else None

    @property
    def home(self) -> str | None:
        """The country that most names that speak of countries speak of."""
        if not self.countries:
            return None
        code, count = min(self.countries.items(), key=lambda item: (-item[1], item[0]))
        return code if 2 * count > sum(self.countries.values()) else None


def context_of(names: Iterable[str], roles: Iterable[str] = ()) -> Context:
    """Return the context that ``names`` and ``roles`` make."""
    found = sorted(set(names))
    countries = Counter(code for name in found if (code := country_of(name)))
    return Context(frozenset(filter(None, map(name_key, found))), frozenset(roles), countries)


def name_key(name: str) -> str:
    """Return the key under which contexts share a name; a country and its people share one, a lone "@" has none."""
    code = country_of(name)
    place = link(name) if code else None
    is_country = code and (place is None or place.rank == "country")
    return f"@{code}" if is_country else key(name).lstrip("@")  # what has no letters is its own key: "@"


def _shown(name: str) -> str:
    return country(name[1:]).name if name.startswith("@") else name


def everywhere_alike(name: str) -> int:
    """Weigh every shared name alike, but countries less."""
    return _COUNTRY_WEIGHT if name.startswith("@") else 1000


def compare_contexts(left: Context, right: Context, weight: Weight, own: frozenset[str]) -> MatchEvidence:
    """Return what two contexts alone say: shared names and roles speak for one thing, none shared against it.

    ``own`` are keys of the names that are compared, which are no context of themselves.
    """
    shared = (left.names & right.names) - own
    roles = sorted(left.roles & right.roles)
    support = sum(map(weight, shared)) / 1000 + _ROLE_WEIGHT * len(roles)
    if support > 0.05:
        gain = 1.2 * min(support, 1.0) + 0.8 * max(0.0, min(support, 3.0) - 1.0)
        common = ", ".join((*roles, *map(_shown, sorted(shared)[:4])))
        return because(round(gain, 3), f"both with {common}") + _compare_roles(left, right)
    return _disagreement(left, right, own) + _compare_roles(left, right)


def telling_support(left: Context, right: Context, weight: Weight, own: frozenset[str]) -> float:
    """Return how much two contexts share that few documents have: names other than countries, and roles."""
    shared = {name for name in (left.names & right.names) - own if not name.startswith("@")}
    return sum(map(weight, shared)) / 1000 + _ROLE_WEIGHT * len(left.roles & right.roles)


def _compare_roles(left: Context, right: Context) -> MatchEvidence:
    differ = left.roles and right.roles and not left.roles & right.roles
    return because(-0.8, "different roles") if differ else NONE


def _disagreement(left: Context, right: Context, own: frozenset[str]) -> MatchEvidence:
    fewer = min(len(left.names - own), len(right.names - own))
    if not fewer:
        return NONE
    few = fewer == 1
    evidence = because(-0.4 if few else -0.7, "nothing in common around them")
    if left.countries and right.countries and not set(left.countries) & set(right.countries):
        evidence += because(-0.5, "different countries around them")
    return evidence


def union(contexts: Sequence[Context]) -> Context:
    """Return what at least one in twenty of ``contexts`` has."""
    least = max(1, len(contexts) // 20)
    names = Counter(name for context in contexts for name in context.names)
    roles = Counter(role for context in contexts for role in context.roles)
    countries: Counter[str] = Counter()
    for context in contexts:
        countries.update(context.countries)
    return Context(
        frozenset(name for name, count in names.items() if count >= least),
        frozenset(role for role, count in roles.items() if count >= least),
        countries,
    )
