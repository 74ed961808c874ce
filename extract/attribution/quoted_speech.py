"""Attributions of quotations: contents that take in the quotation around them, and quotations that no cue governs."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.rules import Rule
from .cues import Attribution, Spans
from .labels import LONGEST
from .signed_quotes import SIGNED, signed_speakers
from .speakers import SPEAKERS
from .speech import Speaker, Speech

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from .quotations import Quote


_SHORT = 3
"""The rest of a quotation has more tokens than this."""


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


def attributions_of_quotes(speech: Speech) -> list[Attribution]:
    """Sources of the quotations that no cue governs: a cue beside them, or the speaker who goes on."""
    tree = speech.tree
    labelled = _labelled(tree, speech.found, speech.quotes)
    governed = _known_speakers(speech.found, speech.quotes, speech.within) | labelled
    chains = _chains(tree, speech.quotes, speech.paragraphs, labelled)
    signed = signed_speakers(speech) if SIGNED.is_on else {}
    speech.speakers |= _of_chains(speech, chains, governed | signed) | signed | governed
    speech.used |= {attribution.cue for attribution in speech.found}
    more = _tails(speech) if TAIL.is_on else []
    for number, quote in enumerate(speech.quotes):
        if number in governed or not is_speech(tree, quote):
            continue
        speaker = speech.speakers.get(number) or _speaker(speech, number)
        if speaker is not None:
            for other in chains[number]:
                speech.speakers.setdefault(other, speaker)
            head = root_of(tree, quote)
            more.append(Attribution(speaker[0], speaker[1], ((quote.start, quote.end),), head, quoted=True))
            speech.used.add(speaker[1])
    return more


def _tails(speech: Speech) -> list[Attribution]:
    """What follows of a quotation that a report begins with ("said it was “late. We must go.”"), past the report's sentence."""
    tree = speech.tree
    tails: dict[int, Attribution] = {}
    for attribution in sorted(speech.found, key=lambda a: a.content[0], reverse=True):
        cue, end = attribution.cue, attribution.content[-1][1]
        number = speech.within[end]
        if number < 0 or end < speech.quotes[number].start + _SHORT:
            continue  # a mark at the end of the report closes, whatever it looks like
        if cue is not None and speech.within[cue] == number:
            continue
        rest = range(end + 1, speech.quotes[number].end + 1)
        if len(rest) > _SHORT and attribution.content[0][0] <= speech.quotes[number].start:
            head = next((t for t in rest if tree.head[t] == t and tree.pos[t] != "PUNCT"), rest[0])
            TAIL.fire(rest[0], tree.words(attribution.source.tokens))
            tails[number] = Attribution(attribution.source, None, ((rest[0], rest[-1]),), head, quoted=True)
    return list(tails.values())


def _of_chains(speech: Speech, chains: list[list[int]], known: dict[int, Speaker]) -> dict[int, Speaker]:
    """The speakers of the quotations that are one speech with a known one.

    A quotation right behind another speaker's in one paragraph is that speaker's, even if its mark at the end is missing.
    """
    return {
        other: known[number]
        for number in sorted(known, reverse=True)
        for other in chains[number]
        if other > number or not (other - 1 in known and speech.in_one_paragraph(other - 1, other))
    }


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
        first = next(
            (n for n in _before(tree, quotes, number) if _goes_on(tree, quotes[n], quote, paragraphs)), None
        )
        if first is None or number in labelled:
            chains.append([number])
        else:
            chains[first].append(number)
            chains.append(chains[first])
    return chains


def _before(tree: Tree, quotes: list[Quote], number: int) -> Iterator[int]:
    """The quotation before, and the one before that where another kind of mark opens the one between (a quoted quotation)."""
    if number:
        yield number - 1
    if number > 1 and tree.text[quotes[number - 1].start] != tree.text[quotes[number].start]:
        yield number - 2


def _goes_on(tree: Tree, quote: Quote, following: Quote, paragraphs: list[int]) -> bool:
    """Does a quotation left open go on with the same mark in the next paragraph, or behind a heading?"""
    gap = paragraphs[following.start] - paragraphs[quote.end]
    same = tree.text[quote.start] == tree.text[following.start]
    if not quote.open_ended or not same or not tree.text[following.start - 1].isspace():
        return False
    if gap != 2:
        return gap == 1
    if tree.text[quote.end + 1 : following.start] and _opens_quote(tree, quote.end + 1):
        return True
    between = [word for word in tree.text[quote.end + 1 : following.start] if not word.isspace()]
    return 0 < len(between) < LONGEST and between[-1] not in ".?!:"


def _opens_quote(tree: Tree, token: int) -> bool:
    """Does a quotation open the next paragraph?"""
    while token < len(tree) and tree.text[token].isspace():
        token += 1
    return token < len(tree) and tree.text[token] in QUOTATION_MARKS


def _known_speakers(found: list[Attribution], quotes: list[Quote], within: list[int]) -> dict[int, Speaker]:
    speakers: dict[int, Speaker] = {}
    for attribution in found:
        for start, end in attribution.content:
            for token in (start, end, attribution.head):
                number = within[token]
                if number < 0 or start > quotes[number].start + 1:
                    continue
                outside = attribution.cue is None or within[attribution.cue] != number
                if outside or (attribution.cue or 0) > start:  # a mark is missing: "“We are late, says Holt."
                    speakers.setdefault(number, (attribution.source, attribution.cue))
    return speakers


def is_speech(tree: Tree, quote: Quote) -> bool:
    """Is it a quoted sentence? Single words and names in quotation marks are no speech."""
    length = quote.end - quote.start
    before = tree.text[quote.start - 1] if quote.start else "."
    sentence_start = (
        quote.start == 0
        or tree.sentence[quote.start - 1] != tree.sentence[quote.start]
        or before in ':,.?!”"'
        or before.isspace()
        or (before.endswith(".") and tree.text[quote.start + 1][:1].isupper())  # "in Albany, N.Y. “We ..."
    )
    verb = any(tree.pos[t] in ("VERB", "AUX") for t in range(quote.start, quote.end + 1))
    return sentence_start and verb and length > 3


def root_of(tree: Tree, quote: Quote) -> int:
    """The first word of a quotation that depends on none of the others."""
    for token in range(quote.start + 1, quote.end + 1):
        if not quote.start <= tree.head[token] <= quote.end or tree.head[token] == token:
            return token
    return quote.start


TAIL = Rule("quote-past-report", _tails, cites="PolNeAR")
