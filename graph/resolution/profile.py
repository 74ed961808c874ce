"""A profile: one name as one or many documents use it, with what surrounds it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property, lru_cache
from sys import intern

from ..knowledge.gazetteer import Place, candidates, key, link
from ..knowledge.lexicon import words
from .context import Context, context_of, name_key, union
from .label import PLACES, family
from .organisation_name import OrganisationName, parse_organisation
from .person_name import PersonName, is_common, parse_person

_NO_ROLES = frozenset({"acting", "chief", "deputy", "dr", "ex", "first", "former", "grand", "her", "his", "hon"}) | {
    "honorable", "honourable", "late", "miss", "mr", "mrs", "ms", "mx", "right", "second", "special", "then", "vice",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """What resolution compares. ``id`` is the name, or the key of a member where the name is not unique.

    ``key`` is what spellings of the name share.
    """

    id: str
    name: str
    label: str
    aliases: frozenset[str] = frozenset()  # keys of other names that documents give it
    context: Context = field(default_factory=Context)
    place: Place | None = None
    known: str | None = None  # id in the user's list of entities
    members: tuple[str, ...] = ()  # keys
    documents: frozenset[str] = frozenset()
    definitions: Mapping[str, int] = field(default_factory=dict)  # documents that give each alias
    voted: bool = False  # whether the label is that of other articles
    key: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", intern(key(self.name)))

    @property
    def person(self) -> PersonName:
        """The name as the name of a person."""
        return parse_person(self.name)

    @property
    def organisation(self) -> OrganisationName:
        """The name as the name of an organisation."""
        return parse_organisation(self.name)

    @property
    def rank(self) -> frozenset[str]:
        """The titles of a ruler that its documents give to a person: what they tell changes with who bears them."""
        return self.context.roles & words("regal_titles.txt") if self.label == "PERSON" else frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which contexts would list this name."""
        return self.aliases | {name_key(self.name)}

    @property
    def is_telling(self) -> bool:
        """Whether the name alone tells what is meant; see :func:`identifies`."""
        return identifies(self.name, self.label)


class ComparedProfile(Profile):
    """A profile that is compared with many others: what its name says is worked out once.

    Profiles of single documents do without: of 10,000 articles that would take a quarter of a gigabyte.
    """

    @classmethod
    def of(cls, profile: Profile, id: str) -> ComparedProfile:
        """Return a profile under another id, to be compared."""
        values = {field.name: getattr(profile, field.name) for field in fields(Profile) if field.init}
        return cls(**{**values, "id": id})

    @cached_property
    def person(self) -> PersonName:
        """See Profile."""
        return super().person

    @cached_property
    def organisation(self) -> OrganisationName:
        """See Profile."""
        return super().organisation

    @cached_property
    def keys(self) -> frozenset[str]:
        """See Profile."""
        return super().keys

    @cached_property
    def is_telling(self) -> bool:
        """See Profile."""
        return super().is_telling


def profile_of(name: str, label: str, names: Iterable[str] = (), roles: Iterable[str] = ()) -> Profile:
    """Return the profile of ``name`` in one document, which also has ``names`` and calls it ``roles``."""
    context = context_of(names, (*roles, *titles_in(name, label)))
    return Profile(name, name, label, context=context, place=place_of(name, label, names))


def place_of(name: str, label: str, names: Iterable[str]) -> Place | None:
    """Return the place that ``name`` means among the other ``names`` of its document, if it is a place."""
    return link(name, names) if label in PLACES else None


@lru_cache(maxsize=1 << 15)
def titles_in(name: str, label: str) -> frozenset[str]:
    """Return the titles before a person's name that say what the person does."""
    return parse_person(name).titles - _NO_ROLES if label == "PERSON" else frozenset()


@lru_cache(maxsize=1 << 15)
def identifies(name: str, label: str) -> bool:
    """Return whether documents that use ``name`` can be taken to mean the same thing without looking further.

    A family name, a frequent full name, a name of several places, a name that institutions of every country share and
    initials of two or three letters that are not well known cannot.
    """
    if label == "PERSON":
        person = parse_person(name)
        return not person.bare and not is_common(person)
    if label in PLACES:
        return len(candidates(name)) < 2
    organisation = parse_organisation(name)
    if organisation.generic_initials or (label == "NORP" and is_of_many_countries(name)):
        return False
    return bool(organisation.countries) or not (organisation.generic or organisation.shared)


def is_of_many_countries(name: str) -> bool:
    """Return whether parties of many countries are called so.

    >>> is_of_many_countries("Liberals"), is_of_many_countries("Labour Zionists")
    (True, False)
    """
    return key(name).removesuffix("s") in words("group_words.txt")


def group_key(profile: Profile) -> tuple[str, ...]:
    """Return what the profiles of single documents must share to be one profile from the start.

    A name that identifies is enough. A rare family name and a name shared by institutions also need the country that
    their documents speak of most; any other name needs a comparison, so its member stays alone.
    """
    if profile.known:
        return ("known", profile.known)
    kind, name = family(profile.label), profile.key
    if profile.place:
        return (kind, name, *profile.place.iris)
    if profile.is_telling:
        return (kind, name)
    if profile.label in PLACES and (part := _one_part(profile)):
        return (kind, name, f"@{part}")
    home = profile.context.home
    frequent = profile.label == "PERSON" and is_common(profile.person)
    if home and not frequent and profile.label not in PLACES:
        return (kind, name, f"@{home}", *sorted(profile.rank))
    return ("member", *profile.members)


def _one_part(profile: Profile) -> str:
    """Return the part of the one country around that all places of a name lie in: a city and its province."""
    countries = profile.context.countries
    found = [place for place in candidates(profile.name) if place.country in countries]
    parts = {place.part for place in found}
    several = len({place.country for place in found}) > 1 or len(parts) != 1
    return "" if several else f"{found[0].country} {found[0].part}"


def merged(group: Sequence[Profile]) -> Profile:
    """Return one profile for several of the same name."""
    if len(group) == 1:
        return group[0]
    first = min(group, key=lambda profile: profile.members)
    names = Counter(profile.name for profile in group)
    labels = Counter(profile.label for profile in group)
    return Profile(
        id=first.id,
        name=min(names, key=lambda name: (-names[name], name)),
        label=min(labels, key=lambda label: (-labels[label], label)),
        aliases=frozenset().union(*(profile.aliases for profile in group)),
        context=union([profile.context for profile in group]),
        place=first.place,
        known=first.known,
        members=tuple(sorted(member for profile in group for member in profile.members)),
        documents=frozenset().union(*(profile.documents for profile in group)),
        definitions=_summed(group),
        voted=any(profile.voted for profile in group),
    )


def _summed(group: Sequence[Profile]) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for profile in group:
        counts.update(profile.definitions or dict.fromkeys(profile.aliases, 1))
    return counts
