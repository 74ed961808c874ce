"""Speakers of quotations: a cue that governs them, a cue beside them, or whoever goes on speaking."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..english.lexicon import ROLE_NOUNS, SAYING_NOUNS, SPEAKING
from ..syntax.phrases import Phrase, conjunct_phrases
from ..syntax.tree import CLIMB
from .cues import Attribution, Spans, joined_source, source_of

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree
    from .quotations import Quote

_REACH = 14
"""A cue stands at most so many words from the edge of its quotation."""

_LABEL = 9
"""The name of a speaker before a colon has fewer words than this."""

_SPEAKERS = frozenset(
    {"police", "officials", "report", "reports", "study", "poll", "survey", "experts", "sources", "camp"}
)
_WORDS = frozenset({"answer", "reply", "response", "verdict", "words", "word", "advice", "motto"})
_TALKING = frozenset({"speak", "talk", "comment", "react", "reflect", "address", "testify"})
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})

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


def attributions_of_quotes(
    tree: Tree,
    clauses: Clauses,
    found: list[Attribution],
    quotes: list[Quote],
    within: list[int],
    paragraphs: list[int],
) -> list[Attribution]:
    """Sources of the quotations that no cue governs: a cue beside them, or the speaker who goes on."""
    governed = _known_speakers(found, quotes, within)
    chains = _chains(tree, quotes, paragraphs)
    speakers = {other: governed[n] for n in governed for other in chains[n]} | governed
    used = {attribution.cue for attribution in found}
    more: list[Attribution] = []
    for number, quote in enumerate(quotes):
        if number in governed or not _is_speech(tree, quote):
            continue
        beside = speakers.get(number) or _cue_beside(tree, clauses, quote, within, used, paragraphs)
        speaker = (
            beside
            or _announced(tree, clauses, quote)
            or _named_after(tree, clauses, quote, paragraphs)
            or _continued(tree, number, quotes, speakers, found, paragraphs, clauses)
        )
        if speaker is not None:
            for other in chains[number]:
                speakers.setdefault(other, speaker)
            head = _root(tree, quote)
            more.append(Attribution(speaker[0], speaker[1], ((quote.start, quote.end),), head, quoted=True))
            used.add(speaker[1])
    return more


def attributions_of_labels(tree: Tree, paragraphs: list[int]) -> list[Attribution]:
    """Speakers written before a colon, as in transcripts and headlines ("LUND: We are late.")."""
    found = []
    for start in range(len(tree)):
        first = start == 0 or paragraphs[start] != paragraphs[start - 1]
        if tree.text[start].isspace() or not (first or tree.text[start - 1].isspace()):
            continue
        colon = _label_end(tree, start, paragraphs)
        if colon is None:
            continue
        end = colon
        while end + 1 < len(tree) and paragraphs[end + 1] == paragraphs[colon]:
            end += 1
        said = range(colon + 1, end + 1)
        if any(tree.pos[token] == "VERB" for token in said):
            own_words = any(tree.lower[token] in _FIRST_PERSON for token in said)
            source = Phrase(tuple(range(start, colon)), _label_head(tree, start, colon))
            head = next((t for t in said if tree.pos[t] == "VERB" and tree.head[t] not in said), colon + 1)
            found.append(Attribution(source, colon, ((colon + 1, end),), head, quoted=own_words))
    return found


def _label_end(tree: Tree, start: int, paragraphs: list[int]) -> int | None:
    """The colon after the name of a speaker that opens a paragraph."""
    for token in range(start, min(start + _LABEL, len(tree))):
        if paragraphs[token] != paragraphs[start] or tree.pos[token] in ("VERB", "AUX", "SPACE"):
            return None
        if tree.text[token] == ":":
            return token if token > start and _names_speaker(tree, start, token) else None
    return None


def _names_speaker(tree: Tree, start: int, colon: int) -> bool:
    head = _label_head(tree, start, colon)
    if (
        tree.label[head] in ("PERSON", "ORG")
        or tree.lower[head] in _SPEAKERS
        or tree.lower[head] in ROLE_NOUNS
    ):
        return True
    return colon - start <= 3 and all(
        len(w) > 2 and w.isupper() for w in tree.text[start:colon] if w.isalpha()
    )


def _label_head(tree: Tree, start: int, colon: int) -> int:
    return next((t for t in range(start, colon) if not start <= tree.head[t] < colon), colon - 1)


def _chains(tree: Tree, quotes: list[Quote], paragraphs: list[int]) -> list[list[int]]:
    """For each quotation those that are one speech with it: each left open, the next opening the next paragraph."""
    chains: list[list[int]] = []
    for number, quote in enumerate(quotes):
        if number and _goes_on(tree, quotes[number - 1], quote, paragraphs):
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
    return 0 < len(between) < _LABEL and between[-1] not in ".?!:"


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


def _cue_beside(
    tree: Tree,
    clauses: Clauses,
    quote: Quote,
    within: list[int],
    used: set[int | None],
    paragraphs: list[int],
) -> Speaker | None:
    after = range(quote.end + 1, min(quote.end + _REACH, len(tree)))
    before = range(quote.start - 1, max(quote.start - _REACH, -1), -1)
    for side in (after, before):
        for token in side:
            if paragraphs[token] != paragraphs[quote.end] or (
                tree.lower[token] in (".", "?", "!") and token != quote.end + 1
            ):
                break
            if (
                within[token] < 0
                and tree.lemma[token] in SPEAKING
                and tree.pos[token] == "VERB"
                and token not in used
            ):
                source = source_of(tree, clauses, token)
                if source is not None:
                    return source, token
    return None


def _continued(
    tree: Tree,
    number: int,
    quotes: list[Quote],
    speakers: dict[int, Speaker],
    found: list[Attribution],
    paragraphs: list[int],
    clauses: Clauses,
) -> Speaker | None:
    """The speaker of the quotation or sentence before, in this paragraph or at the end of the last."""
    quote = quotes[number]
    here = paragraphs[quote.start]
    if quote.start and tree.text[quote.start - 1] == ",":  # a sentence of the writer's leads up to it
        return None
    if number and number - 1 in speakers and here - paragraphs[quotes[number - 1].end] <= 1:
        return speakers[number - 1]
    before = [a for a in found if a.content[-1][1] < quote.start and here - paragraphs[a.content[-1][1]] <= 1]
    if before:
        last = max(before, key=lambda a: a.content[-1][1])
        return last.source, last.cue
    return _subject_before(tree, clauses, quote, paragraphs)


def _announced(tree: Tree, clauses: Clauses, quote: Quote) -> Speaker | None:
    """Whose words a colon announces ("Holt's answer was short: “No.”", "The mayor was blunt: “No.”")."""
    if not quote.start or tree.text[quote.start - 1] != ":":
        return None
    root = _root_before(tree, quote.start - 1)
    subject = tree.child(root, "nsubj", "nsubj:pass") if root is not None else None
    if subject is None or root is None:
        return None
    if tree.lemma[subject] in SAYING_NOUNS | _WORDS:
        owner = tree.child(subject, "nmod:poss")
        return None if owner is None else (conjunct_phrases(tree, owner)[0], None)
    source = joined_source(tree, clauses.clause(root).subjects)
    return (source, None) if source is not None and _is_somebody(tree, source.head) else None


def _named_after(tree: Tree, clauses: Clauses, quote: Quote, paragraphs: list[int]) -> Speaker | None:
    """Who speaks according to the sentence behind a quotation that opens a paragraph ("“...” Holt was speaking in Oslo.")."""
    if (
        quote.start
        and paragraphs[quote.start - 1] == paragraphs[quote.start]
        and not tree.text[quote.start - 1].isspace()
    ):
        return None
    for token in range(quote.end + 1, min(quote.end + _REACH, len(tree))):
        if paragraphs[token] != paragraphs[quote.end] or tree.text[token] in ".?!":
            return None
        if tree.pos[token] == "VERB":
            speaks = tree.lemma[token] in SPEAKING or tree.lemma[token] in _TALKING
            source = joined_source(tree, clauses.clause(token).subjects) if speaks else None
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
