"""Speakers of quotations: a cue that governs them, a cue beside them, or whoever goes on speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import SAYING_NOUNS, SPEAKING
from ..english.word_classes import word_class
from ..syntax.phrases import QUOTATION_MARKS, conjunct_phrases
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import CLIMB, SUBJECT_DEPS
from .cues import inverted, is_somebody, joined_source, source_of
from .inserted import is_hearer
from .labels import label_before
from .speech import Speaker, Speech

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from .quotations import Quote

_REACH = 14
"""A cue stands at most so many words from the edge of its quotation."""
_REACH_BEHIND_COMMA = 30
"""The same behind a comma, where the sentence has to go on with who speaks."""


def _cue_beside(speech: Speech, number: int) -> Speaker | None:
    """A reporting verb right behind or before the quotation."""
    tree, quote, paragraphs = speech.tree, speech.quotes[number], speech.paragraphs
    lead, here = speech.word_before(number), paragraphs[quote.start]
    if lead is None or tree.text[lead] != ":":
        lead = quote.start - 1
    else:  # the quotation may open the next paragraph
        here = paragraphs[lead]
    reach = _REACH_BEHIND_COMMA if tree.text[quote.end - 1] == "," else _REACH
    after = range(quote.end + 1, min(quote.end + reach, len(tree)))
    before = range(lead, max(lead - _REACH, -1), -1)
    sides = ((after, paragraphs[quote.end]), (before, here))
    if lead is not None and tree.text[lead] == ":":  # what leads up to the quotation names who speaks
        sides = (sides[1], sides[0])
    for side, paragraph in sides:
        for token in side:
            stop = tree.lower[token] in (".", "?", "!") and token != quote.end + 1
            if paragraphs[token] != paragraph or stop:
                break
            speaks = tree.lemma[token] in SPEAKING and tree.pos[token] == "VERB"
            speaks = speaks and not (token > quote.end and _tells_more(tree, token))
            if speech.within[token] < 0 and speaks and token not in speech.used:
                source = source_of(tree, speech.clauses, token)
                if source is not None:
                    return source, token
    return None


def _tells_more(tree: Tree, cue: int) -> bool:
    """Has a verb behind a quotation something else to tell ("“We won.” Later his party claimed the seat")?"""
    item = tree.child(cue, "obj")
    said = item is not None and item > cue and tree.pos[item] in ("NOUN", "PROPN")
    said = said and item is not None and not is_hearer(tree, cue, item)
    return said and tree.text[cue - 1] not in QUOTATION_MARKS and not inverted(tree, cue)


def _interrupted(speech: Speech, number: int) -> Speaker | None:
    """The speaker of the first part behind whom, after a comma, the quotation goes on ("“No,” Lund said in Oslo, “we won't.”")."""
    tree, quote = speech.tree, speech.quotes[number]
    first = speech.speakers.get(number - 1)
    if first is None or first[1] is None or tree.text[quote.start - 1] != ",":
        return None
    between = range(speech.quotes[number - 1].end + 1, quote.start)
    ended = any(tree.text[token] in (".", "?", "!", ";") for token in between)
    return (
        first if first[1] in between and speech.in_one_paragraph(number - 1, number) and not ended else None
    )


def _continued(speech: Speech, number: int) -> Speaker | None:
    """The speaker of the quotation or sentence before, in this paragraph or at the end of the last."""
    tree, quote = speech.tree, speech.quotes[number]
    if quote.start and tree.text[quote.start - 1] == ",":  # a sentence of the writer's leads up to it
        return None
    last = _last_speaker(speech, number)
    if last is not None and not _another_person(tree, *last, quote):
        return last[0]
    return _subject_before(speech, number)


def _last_speaker(speech: Speech, number: int) -> tuple[Speaker, int] | None:
    """Who spoke last before a quotation, and up to which token; of sources of sources the outer one."""
    start = speech.quotes[number].start
    earlier: list[tuple[int, int, Speaker]] = []
    spoken = [(a.source, a.cue, a.content[0][0], a.content[-1][1]) for a in speech.found]
    before = speech.speakers.get(number - 1)
    if before is not None and speech.have_same_mark(number - 1, number):
        quote = speech.quotes[number - 1]
        spoken.append((*before, quote.start, quote.end))
    for source, cue, first, content in spoken:
        if content >= start or (cue is not None and speech.within[cue] >= 0):
            continue
        if cue is not None and speech.tree.lemma[cue] in word_class("foreseeing"):
            continue  # who expects something has not spoken
        if cue is not None and speech.tree.dep[cue] == "case" and _relays(speech, first, content):
            continue
        end = max(t for t in (content, source.tokens[-1]) if t < start)
        earlier.append((end, -first, (source, cue)))
    last = max(reversed(earlier), key=lambda found: found[:2], default=None)
    if last is None or not speech.follows(last[0], start):  # then nobody before him does
        return None
    return last[2], last[0]


def _relays(speech: Speech, start: int, end: int) -> bool:
    """Does the content of "according to" have somebody say it ("“...,” Lund said, according to the Herald")?"""
    cues = (*(a.cue for a in speech.found if a.quoted), *(cue for _, cue in speech.speakers.values()))
    return any(c is not None and start <= c <= end and speech.tree.pos[c] == "VERB" for c in cues)


def _another_person(tree: Tree, speaker: Speaker, spoken: int, quote: Quote) -> bool:
    """Does a sentence between the last speech and the quotation tell of somebody else? Then nobody knows who speaks."""
    name = {tree.lower[token] for token in speaker[0].tokens}
    acting = (t for t in range(spoken + 1, quote.start) if tree.dep[t] in SUBJECT_DEPS)
    return any(
        _acts(tree, t) and tree.lower[t] not in name and tree.head[tree.head[t]] == tree.head[t]
        for t in acting
    )


def _acts(tree: Tree, subject: int) -> bool:
    """Is it a person by name, or somebody who says something?"""
    return tree.label[subject] == "PERSON" or (
        tree.lemma[tree.head[subject]] in SPEAKING and is_somebody(tree, subject)
    )


def _labelled(speech: Speech, number: int) -> Speaker | None:
    """Who is named right before the colon of a quotation, with no verb between ("It was late - Lund: “No.”")."""
    colon = speech.word_before(number)
    if colon is None or speech.tree.text[colon] != ":":
        return None
    label = label_before(speech.tree, colon, speech.paragraphs)
    return None if label is None else (label, None)


def _announced(speech: Speech, number: int) -> Speaker | None:
    """Whose words a colon announces ("Holt's answer was short: “No.”", "The mayor was blunt: “No.”")."""
    tree, colon = speech.tree, speech.word_before(number)
    if colon is None or tree.text[colon] != ":":
        return None
    root = _root_before(tree, colon)
    subject = tree.child(root, "nsubj", "nsubj:pass") if root is not None else None
    if subject is None or root is None:
        return None
    if tree.lemma[subject] in SAYING_NOUNS | word_class("words_said"):
        owner = tree.child(subject, "nmod:poss")
        return None if owner is None else (conjunct_phrases(tree, owner)[0], None)
    source = joined_source(tree, speech.clauses.clause(root).subjects)
    return (source, None) if source is not None and is_somebody(tree, source.head) else None


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
            went_on = tree.lemma[token] == "go" and any(tree.lower[kid] == "on" for kid in tree.kids[token])
            speaks = tree.lemma[token] in SPEAKING or tree.lemma[token] in word_class("talking") or went_on
            source = joined_source(tree, speech.clauses.clause(token).subjects) if speaks else None
            behind = source is not None and source.tokens[0] > quote.end
            return (
                (source, None) if source is not None and behind and is_somebody(tree, source.head) else None
            )
    return None


def _root_before(tree: Tree, token: int) -> int | None:
    """The root of the sentence that ends before a token."""
    while token > 0 and tree.pos[token] in ("PUNCT", "SPACE"):
        token -= 1
    end = token
    for _ in range(CLIMB):
        if tree.head[token] == token:
            return token if token <= end else None
        token = tree.head[token]
    return None


def _subject_before(speech: Speech, number: int) -> Speaker | None:
    """The person who is the subject of the sentence before ("Holt was blunt. “We will ...”")."""
    tree, token = speech.tree, speech.word_before(number)
    if token is None:
        return None
    sentence = tree.sentence[token]
    while token >= 0 and tree.sentence[token] == sentence:
        if tree.head[token] == token and tree.pos[token] != "SPACE":
            source = joined_source(tree, speech.clauses.clause(token).subjects)
            if source is not None and (_acts(tree, source.head) or tree.lower[source.head] in ("he", "she")):
                return source, None
            return None
        token -= 1
    return None


SPEAKERS = RuleTable(
    "attribution",
    Rule("interrupted-quote", _interrupted, cites="typography"),
    Rule("cue-beside-quote", _cue_beside, cites="PolNeAR"),
    Rule("label-before-quote", _labelled, cites="typography of press reviews"),
    Rule("announced-quote", _announced, cites="typography"),
    Rule("speaker-behind-quote", _named_after, cites="PolNeAR"),
    Rule("continued-quote", _continued, cites="PolNeAR"),
)
"""Asked of a quotation that no cue governs; the first that answers names the speaker."""
