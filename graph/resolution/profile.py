"""A profile: one name as one or many documents use it, with what surrounds it there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..gazetteer import Place, candidates, key, link
from ..identity import normal_key
from .context import Context, context_of
from .label import PLACES
from .organisation import OrganisationName, parse_organisation
from .person import PersonName, is_common, parse_person


@dataclass(frozen=True, slots=True)
class Profile:
    """What resolution compares. ``id`` is the name, or the key of a member where the name identifies nothing."""

    id: str
    name: str
    label: str
    aliases: frozenset[str] = frozenset()  # keys of other names that documents give it
    context: Context = field(default_factory=Context)
    place: Place | None = None
    members: tuple[str, ...] = ()  # keys

    @property
    def person(self) -> PersonName:
        """The name as the name of a person."""
        return parse_person(self.name)

    @property
    def organisation(self) -> OrganisationName:
        """The name as the name of an organisation."""
        return parse_organisation(self.name)


def profile_of(name: str, label: str, names: Iterable[str] = (), roles: Iterable[str] = ()) -> Profile:
    """Return the profile of ``name`` in one document, which also has ``names`` and calls it ``roles``."""
    others = [other for other in names if key(other) != key(name)]
    place = link(name, others) if label in PLACES else None
    titles = parse_person(name).titles if label == "PERSON" else ()
    return Profile(name, name, label, context=context_of(others, (*roles, *titles)), place=place)


def identifies(name: str, label: str) -> bool:
    """Return whether documents that use ``name`` can be taken to mean the same thing without looking further.

    A family name, a frequent full name and a name that institutions of every country share cannot.
    """
    if label == "PERSON":
        person = parse_person(name)
        return not person.bare and not is_common(person)
    if label in PLACES:
        return len(candidates(name)) < 2
    organisation = parse_organisation(name)
    return bool(organisation.countries) or not organisation.generic


def spelling_key(name: str) -> str:
    """Return what names must share to be one profile."""
    return key(name) or normal_key(name)
