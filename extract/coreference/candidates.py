"""What both ways of finding antecedents start from: mentions with their profiles, the surest links already made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..attribution.bylines import author
from ..mentions.detection import MentionSpan
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree
from .abbreviations import defined_abbreviations
from .clusters import Clusters
from .countries import link_countries
from .descriptions import descriptions_taken_up
from .dialogue import turn_links
from .firms import firms_taken_up
from .name_links import link_capitalised, link_names
from .named_kinds import bodies_akin, kinds_taken_up
from .names import Name
from .profiles import MentionProfile, profile
from .pseudonyms import second_names
from .reporters import reporter_links
from .roles import roles_akin, roles_taken_up
from .salience import leaning
from .structure import roles_of_names, structural_links

TAKEN_UP = RuleTable(
    "taken up",
    Rule("role-taken-up", roles_taken_up),
    Rule("role-akin", roles_akin),
    Rule("kind-taken-up", kinds_taken_up),
    Rule("body-akin", bodies_akin),
    Rule("description-in-focus", descriptions_taken_up),
    Rule("firm-taken-up", firms_taken_up),
)
"""Nouns that take up a name, in this order."""

QuotedSpan = tuple[int, int, int | None]
"""First token, token after the last, head token of the speaker or None."""


@dataclass(frozen=True, slots=True)
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


def make_draft(tree: Tree, mentions: list[MentionSpan], quotes: Iterable[QuotedSpan]) -> Candidates:
    """Link names, then what grammar and quotations say is one."""
    profiles = [profile(tree, mention) for mention in mentions]
    clusters = Clusters(mentions, profiles)
    names = link_names(tree, mentions, profiles, clusters)
    link_capitalised(tree, mentions, clusters)
    for i, noun in roles_of_names(tree, mentions):
        clusters.add_noun(i, noun)
    at = {mention.head: i for i, mention in enumerate(mentions)}
    for one, other in structural_links(tree, mentions, at):
        clusters.merge(one, other)
    for long, short in defined_abbreviations(tree, mentions):
        clusters.merge_names(long, short)
    for one, other in second_names(tree, mentions, at):
        clusters.merge_names(one, other)
    for rule in TAKEN_UP.active():
        for name, noun in rule.apply(tree, mentions, profiles, clusters):
            if clusters.merge(name, noun):
                rule.fire(mentions[noun].head)
    link_countries(tree, mentions, profiles, clusters)
    numbers, speakers = _speakers(mentions, sorted(quotes, key=lambda quote: quote[0]), at)
    draft = Candidates(tree, mentions, at, profiles, clusters, names, numbers, speakers)
    for speaker, pronoun in reporter_links(tree, mentions, profiles, numbers):
        if leaning(draft, clusters.of(speaker).first) in ("", profiles[pronoun].gender):
            clusters.merge(speaker, pronoun)
    _link_participants(draft)
    return draft


def _link_participants(draft: Candidates) -> None:
    """Link "I" to the speaker of its quotation, or to one narrator; the "we" and "you" of a speaker are one each.

    Where nobody narrates, since the text is a dialogue, "I" and "you" change sides with each turn.
    """
    clusters = draft.clusters
    words = {
        i: "you" if known.person == 2 else "we" if known.number == "plural" else "i"
        for i, known in enumerate(draft.profiles)
        if known.person < 3 and draft.mentions[i].kind == "pronoun"
    }
    spoken = [(i, word) for i, word in words.items() if draft.quotes[i] < 0 and word != "we"]
    turns = turn_links(draft.tree, draft.mentions, spoken)
    for one, other in turns or ():
        clusters.merge(one, other, checked=False)
    own: dict[tuple[str, int, int], int] = {}
    writer = author(draft.tree) if turns is None else None
    narrator = next((i for i, m in enumerate(draft.mentions) if writer and m.start == writer[0]), None)
    if narrator is not None:
        own["i", -1, -1] = narrator
    for i, word in words.items():
        if turns is not None and draft.quotes[i] < 0 and word != "we":
            continue
        speaker = draft.speakers.get(i)
        if word == "i" and speaker is not None and clusters.merge(speaker, i):
            continue
        place = (-1, draft.quotes[i]) if speaker is None else (clusters.of(speaker).first, -1)
        clusters.merge(own.setdefault((word, *place), i), i, checked=False)


def _speakers(
    mentions: list[MentionSpan], spans: list[QuotedSpan], at: dict[int, int]
) -> tuple[list[int], dict[int, int | None]]:
    covering: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        if mention.kind == "name":
            covering.update(dict.fromkeys(range(mention.start, mention.end), i))
    numbers, speakers = [-1] * len(mentions), dict[int, int | None]()
    current = 0
    for i, mention in enumerate(mentions):
        while current < len(spans) and spans[current][1] <= mention.head:
            current += 1
        if current < len(spans) and spans[current][0] <= mention.head:
            numbers[i], head = current, spans[current][2]
            speakers[i] = None if head is None else at.get(head, covering.get(head))
    return numbers, speakers
