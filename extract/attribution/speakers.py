"""Speakers of quotations: a cue that governs them, a cue beside them, or whoever goes on speaking."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..english.lexicon import ROLE_NOUNS, SAYING_NOUNS, SPEAKING
from ..syntax.phrases import Phrase, conjunct_phrases
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import CLIMB
from .cues import Attribution, Spans, joined_source, source_of
from .labels import LONGEST

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree
    from .quotations import Quote

_REACH = 14
"""A cue stands at most so many words from the edge of its quotation."""

_WORDS = frozenset({"answer", "reply", "response", "verdict", "words", "word", "advice", "motto"})
_TALKING = frozenset({"speak", "talk", "comment", "react", "reflect", "address", "testify"})

Speaker = tuple[Phrase, int | None]
"""Who speaks, and the cue."""


def widen(tree: Tree, attribution: Attribution, quotes: list[Quote], within: list[int]) -> Attribution:
    """A content whose head is quoted takes in the whole quotation, which may run over sentences."""
    number = within[attribution.head]
    if number < 0 or (attribution.cue is not None and within[attribution.cue] == number):
        return attribution
    quote = quotes[number]
    start = min(attribution.content[0][0], quote.start)
    end = max(attribution.content[-1][1], quote.end)
    if len(attribution.content) == 1:
        content: Spans = ((start, end),)
    else:
        content = merged([*attribution.content, (quote.start, quote.end)])
    if attribution.cue is not None and any(a <= attribution.cue <= b for a, b in content):
        content = attribution.content
    return replace(attribution, content=content, quoted=True)


def merged(spans: list[tuple[int, int]]) -> Spans:
    """Ranges of tokens in text order, those that touch made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


@dataclass(slots=True)
class Speech:
    """The quotations of a document while their speakers are looked for, in text order.

    ``found`` is what cues attribute, ``speakers`` the speaker of each quotation known so far, ``used`` the cues that
    speak for something already.
    """

    tree: Tree
    clauses: Clauses
    quotes: list[Quote]
    within: list[int]
    paragraphs: list[int]
    found: list[Attribution]
    speakers: dict[int, Speaker] = field(default_factory=dict)
    used: set[int | None] = field(default_factory=set)


def attributions_of_quotes(speech: Speech) -> list[Attribution]:
    """Sources of the quotations that no cue governs: a cue beside them, or the speaker who goes on."""
    tree = speech.tree
    labelled = _labelled(tree, speech.found, speech.quotes)
    governed = _known_speakers(speech.found, speech.quotes, speech.within) | labelled
    chains = _chains(tree, speech.quotes, speech.paragraphs, labelled)
    speech.speakers |= {other: governed[n] for n in governed for other in chains[n]} | governed
    speech.used |= {attribution.cue for attribution in speech.found}
    more: list[Attribution] = []
    for number, quote in enumerate(speech.quotes):
        if number in governed or not _is_speech(tree, quote):
            continue
        speaker = speech.speakers.get(number) or _speaker(speech, number)
        if speaker is not None:
            for other in chains[number]:
                speech.speakers.setdefault(other, speaker)
            head = _root(tree, quote)
            more.append(Attribution(speaker[0], speaker[1], ((quote.start, quote.end),), head, quoted=True))
            speech.used.add(speaker[1])
    return more


def _speaker(speech: Speech, number: int) -> Speaker | None:
    for rule in SPEAKERS.active():
        speaker: Speaker | None = rule.apply(speech, number)
        if speaker is not None:
            rule.fire(speech.quotes[number].start, speech.tree.words(speaker[0].tokens))
            return speaker
    return None


def _labelled(tree: Tree, found: list[Attribution], quotes: list[Quote]) -> dict[int, Speaker]:
    """The quotations that open with the name of who speaks, as in a transcript (“LUND: We are late.”)."""
    first = {quote.start + 1: number for number, quote in enumerate(quotes)}
    return {
        first[attribution.source.tokens[0]]: (attribution.source, attribution.cue)
        for attribution in found
        if attribution.cue is not None
        and tree.text[attribution.cue] == ":"
        and attribution.source.tokens[0] in first
    }


def _chains(
    tree: Tree, quotes: list[Quote], paragraphs: list[int], labelled: Container[int]
) -> list[list[int]]:
    """For each quotation those that are one speech with it: each left open, the next opening the next paragraph."""
    chains: list[list[int]] = []
    for number, quote in enumerate(quotes):
        if number and number not in labelled and _goes_on(tree, quotes[number - 1], quote, paragraphs):
            chains[-1].append(number)
            chains.append(chains[-1])
        else:
            chains.append([number])
    return chains


def _goes_on(tree: Tree, quote: Quote, following: Quote, paragraphs: list[int]) -> bool:
    """Does a quotation left open go on in the next paragraph, or behind a heading?"""
    gap = paragraphs[following.start] - paragraphs[quote.end]
    if not quote.open_ended or gap != 2:
        return quote.open_ended and gap == 1
    between = [word for word in tree.text[quote.end + 1 : following.start] if not word.isspace()]
    return 0 < len(between) < LONGEST and between[-1] not in ".?!:"


def _known_speakers(found: list[Attribution], quotes: list[Quote], within: list[int]) -> dict[int, Speaker]:
    speakers: dict[int, Speaker] = {}
    for attribution in found:
        for start, end in attribution.content:
            for token in (start, end, attribution.head):
                number = within[token]
                if (
                    number >= 0
                    and (attribution.cue is None or within[attribution.cue] != number)
                    and start <= quotes[number].start
                ):
                    speakers.setdefault(number, (attribution.source, attribution.cue))
    return speakers


def _is_speech(tree: Tree, quote: Quote) -> bool:
    """Is it a quoted sentence? Single words and names in quotation marks are no speech."""
    length = quote.end - quote.start
    before = tree.text[quote.start - 1] if quote.start else "."
    sentence_start = (
        quote.start == 0
        or tree.sentence[quote.start - 1] != tree.sentence[quote.start]
        or before in ':,.?!”"'
        or before.isspace()
    )
    verb = any(tree.pos[t] in ("VERB", "AUX") for t in range(quote.start, quote.end + 1))
    return sentence_start and verb and length > 3


def _root(tree: Tree, quote: Quote) -> int:
    for token in range(quote.start + 1, quote.end + 1):
        if not quote.start <= tree.head[token] <= quote.end or tree.head[token] == token:
            return token
    return quote.start


def _cue_beside(speech: Speech, number: int) -> Speaker | None:
    """A reporting verb right behind or before the quotation."""
    tree, quote, paragraphs = speech.tree, speech.quotes[number], speech.paragraphs
    after = range(quote.end + 1, min(quote.end + _REACH, len(tree)))
    before = range(quote.start - 1, max(quote.start - _REACH, -1), -1)
    for side in (after, before):
        for token in side:
            stop = tree.lower[token] in (".", "?", "!") and token != quote.end + 1
            if paragraphs[token] != paragraphs[quote.end] or stop:
                break
            speaks = tree.lemma[token] in SPEAKING and tree.pos[token] == "VERB"
            if speech.within[token] < 0 and speaks and token not in speech.used:
                source = source_of(tree, speech.clauses, token)
                if source is not None:
                    return source, token
    return None


def _continued(speech: Speech, number: int) -> Speaker | None:
    """The speaker of the quotation or sentence before, in this paragraph or at the end of the last."""
    tree, quotes, paragraphs = speech.tree, speech.quotes, speech.paragraphs
    quote = quotes[number]
    here = paragraphs[quote.start]
    if quote.start and tree.text[quote.start - 1] == ",":  # a sentence of the writer's leads up to it
        return None
    if number and number - 1 in speech.speakers and here - paragraphs[quotes[number - 1].end] <= 1:
        return speech.speakers[number - 1]
    before = [
        a for a in speech.found if a.content[-1][1] < quote.start and here - paragraphs[a.content[-1][1]] <= 1
    ]
    if before:
        last = max(before, key=lambda a: a.content[-1][1])
        if not _another_person(tree, last, quote):
            return last.source, last.cue
    return _subject_before(tree, speech.clauses, quote, paragraphs)


def _another_person(tree: Tree, last: Attribution, quote: Quote) -> bool:
    """Does somebody else act between the last speaker and the quotation? Then nobody knows who speaks."""
    spoken = max(last.content[-1][1], last.source.tokens[-1])
    name = {tree.lower[token] for token in last.source.tokens}
    acting = (t for t in range(spoken + 1, quote.start) if tree.dep[t] in ("nsubj", "nsubj:pass"))
    return any(tree.label[token] == "PERSON" and tree.lower[token] not in name for token in acting)


def _announced(speech: Speech, number: int) -> Speaker | None:
    """Whose words a colon announces ("Holt's answer was short: “No.”", "The mayor was blunt: “No.”")."""
    tree, quote = speech.tree, speech.quotes[number]
    if not quote.start or tree.text[quote.start - 1] != ":":
        return None
    root = _root_before(tree, quote.start - 1)
    subject = tree.child(root, "nsubj", "nsubj:pass") if root is not None else None
    if subject is None or root is None:
        return None
    if tree.lemma[subject] in SAYING_NOUNS | _WORDS:
        owner = tree.child(subject, "nmod:poss")
        return None if owner is None else (conjunct_phrases(tree, owner)[0], None)
    source = joined_source(tree, speech.clauses.clause(root).subjects)
    return (source, None) if source is not None and _is_somebody(tree, source.head) else None


def _named_after(speech: Speech, number: int) -> Speaker | None:
    """Who speaks according to the sentence behind a quotation that opens a paragraph ("“...” Holt was speaking in Oslo.")."""
    tree, quote, paragraphs = speech.tree, speech.quotes[number], speech.paragraphs
    within_paragraph = quote.start and paragraphs[quote.start - 1] == paragraphs[quote.start]
    if within_paragraph and not tree.text[quote.start - 1].isspace():
        return None
    for token in range(quote.end + 1, min(quote.end + _REACH, len(tree))):
        if paragraphs[token] != paragraphs[quote.end] or tree.text[token] in ".?!":
            return None
        if tree.pos[token] == "VERB":
            speaks = tree.lemma[token] in SPEAKING or tree.lemma[token] in _TALKING
            source = joined_source(tree, speech.clauses.clause(token).subjects) if speaks else None
            behind = source is not None and source.tokens[0] > quote.end
            return (
                (source, None) if source is not None and behind and _is_somebody(tree, source.head) else None
            )
    return None


def _root_before(tree: Tree, token: int) -> int | None:
    """The root of the sentence that ends before a token."""
    while token > 0 and tree.pos[token] in ("PUNCT", "SPACE"):
        token -= 1
    for _ in range(CLIMB):
        if tree.head[token] == token:
            return token
        token = tree.head[token]
    return None


def _is_somebody(tree: Tree, head: int) -> bool:
    return (
        tree.label[head] in ("PERSON", "ORG")
        or tree.lower[head] in ("he", "she")
        or tree.lemma[head] in ROLE_NOUNS
    )


def _subject_before(tree: Tree, clauses: Clauses, quote: Quote, paragraphs: list[int]) -> Speaker | None:
    """The person who is the subject of the sentence before ("Holt was blunt. “We will ...”")."""
    token = quote.start - 1
    while token >= 0 and tree.text[token].isspace():
        token -= 1
    if token < 0 or paragraphs[quote.start] - paragraphs[token] > 1:
        return None
    sentence = tree.sentence[token]
    while token >= 0 and tree.sentence[token] == sentence:
        if tree.head[token] == token and tree.pos[token] != "SPACE":
            source = joined_source(tree, clauses.clause(token).subjects)
            if source is not None and (
                tree.label[source.head] == "PERSON" or tree.lower[source.head] in ("he", "she")
            ):
                return source, None
            return None
        token -= 1
    return None


SPEAKERS = RuleTable(
    "attribution",
    Rule("cue-beside-quote", _cue_beside, cites="PolNeAR"),
    Rule("announced-quote", _announced, cites="typography"),
    Rule("speaker-behind-quote", _named_after, cites="PolNeAR"),
    Rule("continued-quote", _continued, cites="PolNeAR"),
)
"""Asked of a quotation that no cue governs; the first that answers names the speaker."""
