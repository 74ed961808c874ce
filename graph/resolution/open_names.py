"""Names that only a person can settle: one spelling with labels that exclude each other, a firm and what may be short for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..knowledge.gazetteer import candidates, nationality
from ..knowledge.lexicon import nicknames, words
from .label import family
from .profile import Profile
from .verdict import MatchEvidence, because

_LETTERS = 5
"""Letters from which a word is rare enough to be short for a longer name."""

_LABELS = frozenset({"PERSON", "ORG", "GPE", "FAC", "PRODUCT"})

_KNOWN = ("given_names.txt", "family_names.txt", "generic_words.txt", "shared_words.txt", "group_words.txt")
"""Lists of words that are the name of many."""

OpenPair = tuple[tuple[int, int], MatchEvidence]


def open_names(profiles: Sequence[Profile], cluster_of: Mapping[int, int]) -> Iterator[OpenPair]:
    """Yield pairs of profiles that are not compared, or never joined, and that a person can tell: at even odds.

    One rare word that is a place here and a firm there; and one that begins the name of a single body. A word that is
    short for something else already is settled.
    """
    names: dict[int, set[str]] = defaultdict(set)
    longer: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        names[cluster_of[index]].add(profile.key)
        first, _, rest = profile.key.partition(" ")
        if rest and profile.label == "ORG":
            longer[first].append(index)
    single: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        if profile.label in _LABELS and len(names[cluster_of[index]]) == 1 and _is_rare(profile):
            single[profile.key].append(index)
    for word, found in sorted(single.items()):
        yield from _differently_labelled(found, profiles)
        if len({cluster_of[index] for index in longer.get(word, ())}) == 1:
            yield from _short_for(found, longer[word], profiles)


def _differently_labelled(found: Sequence[int], profiles: Sequence[Profile]) -> Iterator[OpenPair]:
    for at, left in enumerate(found, 1):
        for right in found[at:]:
            labels = sorted({profiles[left].label, profiles[right].label})
            if len(set(map(family, labels))) > 1:
                yield (left, right), because(0.0, f"one name, labelled {' and '.join(labels)}")


def _short_for(
    found: Sequence[int], longer: Sequence[int], profiles: Sequence[Profile]
) -> Iterator[OpenPair]:
    """Yield the words of ``found`` with the body; what several articles, or its own, know for a place is one."""
    for left in found:
        for right in longer:
            ours, theirs = profiles[left].documents, profiles[right].documents
            if profiles[left].label != "GPE" or (len(ours) == 1 and ours.isdisjoint(theirs)):
                yield (min(left, right), max(left, right)), because(0.0, "perhaps short for it")


def _is_rare(profile: Profile) -> bool:
    """Return whether a name is one rare word: on no map, no name that people have, nor one that many bodies share."""
    word, name = profile.key, profile.name
    if profile.known or len(word) < _LETTERS or not word.isalpha() or name.isupper() or len(name) > len(word):
        return False
    if candidates(name) or nationality(name):
        return False
    forms = {word, word.removesuffix("s")}
    return word not in nicknames() and not any(forms & words(known) for known in _KNOWN)
