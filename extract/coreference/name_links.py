"""Which names of one document are one thing's: full and short forms, acronyms, variants of a country's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import chain

from newsgraph.graph.knowledge import gazetteer
from newsgraph.graph.resolution.bodies import bodies_called

from ..mentions.detection import MentionSpan
from ..mentions.likeness import in_headline
from ..mentions.same_names import is_founded
from ..syntax.tree import Tree
from .abbreviations import defined_abbreviations
from .clusters import Clusters
from .names import (
    PLACES,
    Name,
    country_keys,
    is_acronym_of,
    is_of_people,
    is_short_firm,
    is_short_form,
    is_short_team,
    plain,
    read_name,
)
from .person_links import link_people
from .profiles import MentionProfile

MANY = 60
"""Of names that share a word, more than these explain no short form."""

_SMALL = frozenset({"DET", "PRON", "PUNCT", "SPACE", "PART"})
"""Word classes that do not tell one noun in capitals from another."""


def link_names(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> dict[int, Name]:
    """Merge the names of one document in place and return each name mention's parts."""
    names = {
        i: read_name(tree.text[mention.start : mention.end], mention.label)
        for i, mention in enumerate(mentions)
        if mention.kind == "name"
    }
    link_people(tree, mentions, profiles, names, clusters)
    _link_things(tree, mentions, names, clusters)
    return names


def _link_things(tree: Tree, mentions: list[MentionSpan], names: dict[int, Name], clusters: Clusters) -> None:
    """Names of bodies, places and things: the same words, countries' aliases, then acronyms and short forms."""
    first: dict[tuple[str, str], int] = {}
    abbreviations = list(defined_abbreviations(tree, mentions))
    defined = _redefined(abbreviations, names)
    founded = {names[i].words for i in names if is_founded(tree, mentions[i].head)}
    for i, name in names.items():
        for key in _keys(tree, mentions[i], name):
            if name.words in founded:
                key = key[0], f"{key[1]} {mentions[i].label == 'PERSON'}"
            if name.words in defined:
                key = key[0], f"{key[1]} {_meaning(defined[name.words], i)}"
            if key in first:
                clusters.merge_names(first[key], i)
            else:
                first[key] = i
    for i, name in names.items():
        thing = first.get(("thing", " ".join(name.words)))
        if thing is not None and mentions[i].label == "PERSON" and _is_nobody(i, names, clusters):
            clusters.merge_names(thing, i)
    for long, short in abbreviations:
        if long in names:
            clusters.merge_names(long, short)
    forms = _distinct_forms(mentions, names, clusters)
    for short, long in _short_forms(tree, mentions, names, forms, defined, clusters):
        clusters.merge_names(short, long)


def _redefined(
    pairs: Iterable[tuple[int, int]], names: dict[int, Name]
) -> dict[tuple[str, ...], list[tuple[int, tuple[str, ...]]]]:
    """The short forms that a text defines for two bodies: where, and for which name."""
    meanings: dict[tuple[str, ...], list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for long, short in pairs:
        if long in names and short in names:
            meanings[names[short].words].append((short, names[long].words))
    return {short: found for short, found in meanings.items() if len({words for _, words in found}) > 1}


def _meaning(defined: list[tuple[int, tuple[str, ...]]], i: int) -> str:
    """What a short form stands for at a mention: the last definition up to it, else the first."""
    before = [words for place, words in defined if place <= i]
    return " ".join(before[-1] if before else defined[0][1])


def _is_nobody(i: int, names: dict[int, Name], clusters: Clusters) -> bool:
    """Has what is labelled a person neither a first name nor a title that tells its sex anywhere in the text?"""
    cluster = clusters.of(i)
    return not cluster.gender and not any(names[j].given for j in cluster.members if j in names)


def link_capitalised(tree: Tree, mentions: list[MentionSpan], clusters: Clusters) -> None:
    """Merge nouns in capitals that no label was found for ("the Constitution") with the same words before them.

    Two words or more may also be written small ("the Harbour Council", "the harbour council").
    """
    first: dict[tuple[str, ...], int] = {}
    for i, mention in enumerate(mentions):
        if mention.kind == "pronoun" or mention.label == "PERSON":
            continue
        words = [token for token in range(mention.start, mention.end) if tree.pos[token] not in _SMALL]
        key = tuple(plain(tree.lower[token]) for token in words)
        if tree.pos[mention.head] != "PROPN":
            if key in first and len(key) > 1:
                clusters.merge(first[key], i)
        elif key not in first:
            first[key] = i
        elif all(tree.pos[token] == "PROPN" for token in words):
            clusters.merge(first[key], i)


def _keys(tree: Tree, mention: MentionSpan, name: Name) -> Iterator[tuple[str, str]]:
    label, text = mention.label, " ".join(name.words)
    bodies = (
        bodies_called(" ".join(tree.text[mention.start : mention.end])) if label in ("ORG", "GPE") else ()
    )
    if len(bodies) == 1:
        yield "body", str(*bodies)
    country = country_keys().get(text) if label in ("GPE", "LOC", "ORG") else None
    is_in_full = len(name.words) > 1 and text != plain(country or "")  # "Russian Federation" is no team
    if country and (label != "ORG" or is_in_full):
        yield "GPE", country
    elif label in PLACES:
        yield "GPE", text
    elif label == "NORP" and gazetteer.nationality(text):
        yield label, text
    elif label != "PERSON":
        yield "thing", text
    if len(name.words) > 1:
        yield "long", f"{text} {name.suffix}"


def _distinct_forms(mentions: list[MentionSpan], names: dict[int, Name], clusters: Clusters) -> list[int]:
    """One mention for each form of each thing that is neither person nor people, in text order."""
    seen: set[tuple[int, tuple[str, ...]]] = set()
    forms = []
    for i, name in names.items():
        key = (clusters.of(i).members[0], name.words)
        if mentions[i].label not in ("PERSON", "NORP") and key not in seen:
            seen.add(key)
            forms.append(i)
    return forms


def _heads(tree: Tree, mentions: list[MentionSpan], names: dict[int, Name], short: int, long: int) -> bool:
    """Does a short name stand in the headline over a full one, and nowhere beside it ("Alden sells Alden Minerals")?"""
    places = [
        {tree.sentence[mentions[k].head] for k, name in names.items() if name.words == names[one].words}
        for one in (short, long)
    ]
    return in_headline(tree, mentions[short].start) and places[0].isdisjoint(places[1])


def _short_forms(
    tree: Tree,
    mentions: list[MentionSpan],
    names: dict[int, Name],
    forms: list[int],
    redefined: Container[tuple[str, ...]],
    clusters: Clusters,
) -> Iterator[tuple[int, int]]:
    """Pairs of a short form and the one thing whose long forms it is of; what is defined for two bodies is no short form.

    Each pair is to be merged in ``clusters`` before the next is asked for.
    """
    by_word: dict[str, list[int]] = defaultdict(list)
    by_letter: dict[str, list[int]] = defaultdict(list)
    for i in forms:
        if len(names[i].words) > 1:
            for word in {names[i].words[0], names[i].words[-1]}:
                by_word[word].append(i)
            by_letter[names[i].words[0][0]].append(i)
    for i in forms:
        words = names[i].words
        if words in redefined:
            continue
        telling = [by_word[word] for word in {words[0], words[-1]} if len(by_word[word]) <= MANY]
        alike = [
            j for j in sorted(set(chain.from_iterable(telling))) if mentions[j].label == mentions[i].label
        ]
        full = [
            j
            for j in alike
            if is_short_firm(names[i], names[j]) and (j < i or _heads(tree, mentions, names, i, j))
        ]
        if names[i].acronym:
            full += [
                j
                for j in by_letter[words[0][0]]
                if is_acronym_of(names[i], tree.text[mentions[j].start : mentions[j].end])
            ]
            full += [j for j in alike if is_of_people(names[i], names[j])]
        else:
            full += [
                j for j in alike if is_short_form(names[i], names[j]) or is_short_team(names[i], names[j])
            ]
        # of one thing are also "Alden Marine" and "Alden Marine ASA"
        one_thing = len({clusters.of(j).first for j in full}) == 1
        if full and (one_thing or len({names[j].words for j in full}) == 1):
            yield i, full[0]
