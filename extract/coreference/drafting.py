"""The draft of a document's chains: names and the surest links, made before any antecedent is looked for."""

from __future__ import annotations

from collections.abc import Iterable

from ..attribution.bylines import author
from ..mentions.detection import MentionSpan
from ..mentions.scripts import written_twice
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree
from .abbreviations import defined_abbreviations
from .candidates import Candidates, QuotedSpan
from .clusters import Clusters
from .countries import link_countries
from .descriptions import ages_taken_up, descriptions_taken_up
from .dialogue import turn_links
from .groups import groups_taken_up
from .introductions import people_introduced
from .name_links import link_capitalised, link_names
from .named_kinds import bodies_akin, kinds_taken_up
from .profiles import profile
from .pseudonyms import second_names
from .reporters import REPORTERS
from .roles import roles_ahead, roles_akin, roles_taken_up
from .salience import leaning
from .structure import roles_of_names, structural_links
from .vetoes import is_ungrammatical

TAKEN_UP = RuleTable(
    "taken up",
    Rule("role-taken-up", roles_taken_up),
    Rule("role-ahead", roles_ahead),
    Rule("role-akin", roles_akin),
    Rule("kind-taken-up", kinds_taken_up),
    Rule("age-taken-up", ages_taken_up),
    Rule("description-in-focus", descriptions_taken_up),
    Rule("body-akin", bodies_akin),
    Rule("group-taken-up", groups_taken_up),
    Rule("person-introduced", people_introduced),
)
"""Nouns that take up a name, in this order."""


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
    for one, other in (*written_twice(tree, mentions), *second_names(tree, mentions, at)):
        clusters.merge_names(one, other)
    numbers, speakers = _speakers(mentions, sorted(quotes, key=lambda quote: quote[0]), at)
    draft = Candidates(tree, mentions, at, profiles, clusters, names, numbers, speakers)
    for rule in TAKEN_UP.active():
        for name, noun in rule.apply(tree, mentions, profiles, clusters):
            if not is_ungrammatical(draft, name, noun) and clusters.merge(name, noun):
                rule.fire(mentions[noun].head)
    link_countries(tree, mentions, profiles, clusters)
    for rule in REPORTERS.active():
        for person, pronoun in rule.apply(draft):
            if _merge_speaker(draft, person, pronoun):
                rule.fire(mentions[pronoun].head)
    _link_participants(draft)
    return draft


def _merge_speaker(draft: Candidates, person: int, pronoun: int) -> bool:
    """Link "he" or "she" to a person whom nothing makes of the other sex."""
    suits = leaning(draft, draft.clusters.of(person).first) in ("", draft.profiles[pronoun].gender)
    return suits and draft.clusters.merge(person, pronoun)


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
