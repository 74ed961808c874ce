"""Blocking: which profiles are worth comparing. Its cost, and the number of pairs, grow with the number of profiles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from ..knowledge.gazetteer import nationality
from ..knowledge.lexicon import words
from ..knowledge.spelling import skeleton, sound
from .context import Weight
from .label import PLACES
from .place import stem_of_group
from .profile import Profile

_LARGE = 24
_WINDOW = 2
_HUBS = 4
_NEAR = 6  # names in context, the most telling ones
_TELLING = 500  # weight of a name in context that is worth a block of its own


def candidate_pairs(profiles: Sequence[Profile], weight: Weight) -> list[tuple[int, int]]:
    """Return the pairs of indices of ``profiles`` that share a block, each once, in order."""
    frequency = Counter(token for profile in profiles for token in set(_tokens(profile)))
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for block in set(_block_keys(profile, frequency)):
            blocks[block].append(index)
    pairs: set[tuple[int, int]] = set()
    for indices in blocks.values():
        pairs.update(_pairs(indices, profiles, weight))
    return sorted(pairs)


def _pairs(block: list[int], profiles: Sequence[Profile], weight: Weight) -> Iterator[tuple[int, int]]:
    if len(block) <= _LARGE:
        yield from combinations(block, 2)
        return
    yield from _with_hubs(block, profiles)
    parts: dict[str, list[int]] = defaultdict(list)
    for index in block:
        for part in _part_keys(profiles[index], weight):
            parts[part].append(index)
    for part_indices in parts.values():
        if len(part_indices) <= _LARGE:
            yield from combinations(part_indices, 2)
        else:
            yield from _neighbours(part_indices)


def _with_hubs(block: list[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pair every profile with the one of its name that most documents use, and with those of the most used names."""
    hubs: dict[str, int] = {}
    for index in sorted(block, key=lambda index: (-len(profiles[index].documents), index)):
        hubs.setdefault(profiles[index].key, index)
    most_used = list(hubs.values())[:_HUBS]
    for index in block:
        for hub in {hubs[profiles[index].key], *most_used} - {index}:
            yield min(index, hub), max(index, hub)


def _neighbours(indices: list[int]) -> Iterator[tuple[int, int]]:
    for position, index in enumerate(indices):
        for other in indices[position + 1 : position + 1 + _WINDOW]:
            yield index, other


def _part_keys(profile: Profile, weight: Weight) -> Iterator[str]:
    """Yield what parts a block that is too large: spelling, first letters, and telling names around."""
    yield f"name {profile.key}"
    if profile.label == "PERSON" and not profile.person.bare:
        yield f"given {profile.person.tokens[0][:2]}"
    telling = [name for name in profile.context.names if weight(name) >= _TELLING]
    for name in sorted(telling, key=lambda name: (-weight(name), name))[:_NEAR]:
        yield f"near {name}"


def _tokens(profile: Profile) -> tuple[str, ...]:
    return () if profile.label == "PERSON" else profile.organisation.tokens


def _block_keys(profile: Profile, frequency: Counter[str]) -> Iterator[str]:
    if profile.known:
        yield f"known {profile.known}"
    kind = "person" if profile.label == "PERSON" else "thing"
    yield f"{kind} is {profile.key}"
    for alias in profile.aliases:
        yield f"{kind} is {alias}"
    yield from _person_keys(profile) if kind == "person" else _thing_keys(profile, frequency)


def _person_keys(profile: Profile) -> Iterator[str]:
    tokens = profile.person.tokens
    yield f"family {_initial(skeleton(tokens[-1]))}"
    if len(tokens) > 1:
        yield f"family {_initial(skeleton(''.join(tokens[-2:])))}"
        yield f"begins {sound(tokens[0])} {sound(tokens[1])}"
        yield f"names {' '.join(sorted(tokens))}"
        yield f"joined {''.join(tokens)}"
        if tokens[0] in words("surname_first.txt"):
            yield f"family {_initial(skeleton(tokens[0]))}"


def _initial(consonants: str) -> str:
    return "k" + consonants[1:] if consonants[:1] in ("g", "q") else consonants


def _thing_keys(profile: Profile, frequency: Counter[str]) -> Iterator[str]:
    if profile.place:
        yield f"place {profile.place.iris}"
    if profile.label == "NORP":
        yield f"people {nationality(profile.name) or skeleton(stem_of_group(profile.name))}"
    name = profile.organisation
    for number in sorted(name.bodies):
        yield f"body {number}"
    yield f"joined {skeleton(''.join(name.tokens))}"
    telling = sorted(
        set(name.tokens) - words("generic_words.txt"), key=lambda token: (frequency[token], token)
    )
    for token in telling[:2]:
        yield f"word {skeleton(token)}"
    if name.generic:
        yield f"words {' '.join(sorted(name.tokens))}"
    if name.acronym and profile.label not in PLACES:
        yield f"initials {name.acronym[:2]}{name.acronym[-1]}"
    elif len(name.full) > 1:
        for reading in (
            name.full,
            [w for w in name.full if w not in ("of", "the", "for", "and", "in")],
        ):
            letters = "".join(word.lstrip("#")[0] for word in reading)
            yield f"initials {letters[:2]}{letters[-1]}"
