"""Who goes on speaking: "he said" after a sentence in which somebody said something."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ..english.lexicon import ASKING, SPEAKING
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import SUBJECT_DEPS
from .candidates import Candidates
from .cataphora import fronted_links
from .salience import leaning

_SENTENCES = 2
"""How many sentences back the speaker is looked for."""


def reporter_links(draft: Candidates) -> Iterator[tuple[int, int]]:
    """Pairs of the last speaker and "he" or "she" who says more, outside quotations, in text order.

    Whoever else acts in between may be the one who speaks then, so that nothing is linked.
    """
    last: int | None = None
    told = _told(draft)
    for i, mention in enumerate(draft.mentions):
        verb, known = _verb(draft, i), draft.profiles[i]
        if not verb or mention.label != "PERSON" or known.number == "plural":
            continue
        if verb not in SPEAKING or draft.tree.child(draft.tree.head[mention.head], "aux:pass") is not None:
            last = None  # "was charged" is not said by anybody
            continue
        goes_on = mention.kind == "pronoun" and known.gender
        if last is not None and goes_on and known.sentence - draft.profiles[last].sentence <= _SENTENCES:
            yield last, i
        last = None if verb in ASKING or draft.tree.head[mention.head] in told else i


def quoter_links(draft: Candidates) -> Iterator[tuple[int, int]]:
    """Pairs of the one person by name whom the sentence before a quotation speaks of, and "he" or "she" who says it.

    Whoever has a first name of the other sex does not count ("Otto Lund blamed Eva Holm. “It was no goal,” he said").
    """
    mentions, profiles, quotes = draft.mentions, draft.profiles, draft.quotes
    for i, mention in enumerate(mentions):
        is_quoter = mention.kind == "pronoun" and mention.label == "PERSON" and profiles[i].gender
        if not is_quoter or _verb(draft, i) not in SPEAKING:
            continue
        own = profiles[i].sentence
        before = (j for j in reversed(range(i)) if quotes[j] < 0 and profiles[j].sentence < own)
        last = next(before, None)
        if last is None or quotes[i - 1] < 0 or own - profiles[last].sentence > _SENTENCES:
            continue
        near = [last, *takewhile(lambda j: profiles[j].sentence == profiles[last].sentence, before)]  # noqa: B023 - used up in this turn
        people = [j for j in near if mentions[j].label == "PERSON" and _suits(draft, j, i)]
        if len({draft.clusters.of(j).first for j in people}) != 1:
            continue
        first = people[-1]
        if draft.clusters.of(first).named and profiles[first].number != "plural":
            yield first, i


def _suits(draft: Candidates, person: int, pronoun: int) -> bool:
    """Does nothing make a person of the other sex than "he" or "she" has?"""
    return leaning(draft, draft.clusters.of(person).first) in ("", draft.profiles[pronoun].gender)


def spoken_of_links(draft: Candidates) -> Iterator[tuple[int, int]]:
    """Pairs of whom something is said of and "he" or "she" in the words before (“He gave up,” Lund said of Stahl)."""
    tree, mentions, quotes = draft.tree, draft.mentions, draft.quotes
    for i, mention in enumerate(mentions):
        is_named = mention.kind == "name" and mention.label == "PERSON" and quotes[i] < 0
        if not is_named or tree.lemma[tree.head[mention.head]] not in SPEAKING:
            continue
        last = next((j for j in reversed(range(i)) if quotes[j] >= 0), None)
        if last is None or tree.words(tree.cases(mention.head)) != "of":
            continue
        if draft.profiles[i].sentence - draft.profiles[last].sentence > 1:
            continue
        said = [j for j in range(last + 1) if quotes[j] == quotes[last]]
        for j in takewhile(lambda j: mentions[j].kind == "pronoun" or mentions[j].label != "PERSON", said):
            if draft.profiles[j].gender and draft.clusters.of(j).first == j:
                yield i, j


REPORTERS = RuleTable(
    "reporters",
    Rule("reporter-goes-on", reporter_links, "PolNeAR: indirect speech"),
    Rule("quoter-goes-on", quoter_links, "typography of quotations"),
    Rule("spoken-of", spoken_of_links, "typography of quotations"),
    Rule("subject-behind", fronted_links, cites="Reinhart 1983, backward anaphora"),
)
"""Who it is that says more, and of whom; and whom a pronoun before a name means."""


def _told(draft: Candidates) -> set[int]:
    """Verbs whose object is one person, who may be the next to speak."""
    return {
        draft.tree.head[mention.head]
        for mention, known in zip(draft.mentions, draft.profiles, strict=True)
        if draft.tree.dep[mention.head] in ("obj", "iobj")
        and mention.label == "PERSON"
        and known.number != "plural"
    }


def _verb(draft: Candidates, i: int) -> str:
    """The verb of the main clause whose subject a mention outside quotations is, or nothing."""
    tree, head = draft.tree, draft.mentions[i].head
    if draft.quotes[i] >= 0 or draft.profiles[i].person < 3 or tree.dep[head] not in SUBJECT_DEPS:
        return ""
    verb = tree.head[head]
    return tree.lemma[verb].lower() if tree.dep[verb] in ("ROOT", "root", "parataxis", "conj") else ""
