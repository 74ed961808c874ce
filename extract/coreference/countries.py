""" "The country": which country a text means by it, from the countries and nationalities it names just before."""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.graph.knowledge import gazetteer

from ..mentions.detection import MentionSpan
from ..syntax.tree import Tree
from .clusters import Clusters
from .names import country_keys, read_name
from .profiles import MentionProfile

_NOUNS = frozenset({"country", "nation"})
_SENTENCES = 3
_SUBJECT = 0.6


def link_countries(
    tree: Tree, mentions: list[MentionSpan], profiles: list[MentionProfile], clusters: Clusters
) -> None:
    """Merge each "the country" with the country spoken of last, subjects before others, in place.

    A nationality speaks of its country, so that "Norwegian officials, among them the country's envoy" is about Norway;
    where the text never names that country nothing is merged.
    """
    chains: dict[str, int] = {}
    for i, mention in enumerate(mentions):
        if country := _named(tree, mention):
            chains.setdefault(country, i)
    spoken: list[tuple[int, str]] = []
    for i, mention in enumerate(mentions):
        country = _named(tree, mention) or _nationality(tree, mention)
        if not country and _is_the_country(tree, mention, profiles[i]):
            country = max(_scored(spoken, profiles, i), default=(0.0, 0, ""))[2]
            if country in chains:
                clusters.merge(chains[country], i)
        if country:
            spoken.append((i, country))


def _scored(
    spoken: list[tuple[int, str]], profiles: list[MentionProfile], i: int
) -> Iterator[tuple[float, int, str]]:
    for j, country in reversed(spoken):
        distance = profiles[i].sentence - profiles[j].sentence
        if distance > _SENTENCES:
            return
        yield _SUBJECT * (profiles[j].role == "subject") - distance, j, country


def _is_the_country(tree: Tree, mention: MentionSpan, profile: MentionProfile) -> bool:
    return (
        mention.kind == "nominal"
        and profile.lemma in _NOUNS
        and profile.number == "singular"
        and not profile.modifiers
        and not profile.possessed
        and tree.lower[mention.start] in ("the", "this", "that")
        and not any(tree.dep[kid] in ("acl:relcl", "acl") for kid in tree.kids[mention.head])
    )


def _named(tree: Tree, mention: MentionSpan) -> str:
    """The usual name of the country that a mention names."""
    if mention.kind != "name" or mention.label not in ("GPE", "LOC"):
        return ""
    return country_keys().get(" ".join(read_name(tree.text[mention.start : mention.end], "GPE").words), "")


def _nationality(tree: Tree, mention: MentionSpan) -> str:
    code = gazetteer.nationality(tree.text[mention.start]) if mention.label == "NORP" else None
    return gazetteer.country(code).name if code else ""
