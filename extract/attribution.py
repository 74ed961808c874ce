"""Attribution: who in the text vouches for what.

A cue ("said", "according to", "claim") joins a source to its content. Cues are found in the parse, quotations on the
page; a quotation takes its source from a cue that governs any of its words, else from a cue beside it, else from the
quotation it continues. The terms follow PolNeAR (Newell, Margolin and Ruths, 2018).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .lexicon import ACCUSING, OPEN_CUES, REQUESTING, SAYING_NOUNS, SPEAKING, THINKING
from .phrases import Phrase, joined, noun_phrase
from .quotes import Quote, find_quotes, number_paragraphs

if TYPE_CHECKING:
    from .statements.frames import Frames
    from .tree import Tree

SOURCE_PREPOSITIONS = frozenset(
    {"according to", "per", "in the view of", "in the words of", "in the opinion of"}
)
_SPEAKER_PRONOUNS = frozenset({"i", "we"})
_REACH = 14
"""A cue stands at most so many words from the edge of its quotation."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who vouches for a statement: token indices and head, the cue's token, and whether it is quoted word for word."""

    tokens: tuple[int, ...]
    head: int
    cue: int | None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and the content: ranges of tokens, both ends included; ``head`` heads the content."""

    source: Phrase
    cue: int | None
    content: tuple[tuple[int, int], ...]
    head: int
    quoted: bool = False


def find_attributions(tree: Tree, frames: Frames) -> list[Attribution]:
    """Find all attributions of a document, in the order of their contents."""
    paragraphs = number_paragraphs(tree)
    quotes = find_quotes(tree, paragraphs)
    within = _quote_of_token(tree, quotes)
    found = _of_cues(tree, frames, within)
    found = [_widen(tree, attribution, quotes, within) for attribution in found]
    found.extend(_of_quotes(tree, frames, found, quotes, within, paragraphs))
    return _joined_by_cue(sorted(found, key=lambda attribution: (attribution.content[0], attribution.head)))


def _joined_by_cue(attributions: list[Attribution]) -> list[Attribution]:
    """What one cue reports is one content, as when it interrupts a quotation or the quotation goes on after it."""
    joined: dict[tuple[int | None, int], Attribution] = {}
    for attribution in attributions:
        key = (attribution.cue, -1 if attribution.cue is not None else attribution.head)
        first = joined.get(key)
        if first is None:
            joined[key] = attribution
        else:
            content = _merge([*first.content, *attribution.content])
            joined[key] = replace(first, content=content, quoted=first.quoted or attribution.quoted)
    return list(joined.values())


def sources_by_token(tree: Tree, attributions: list[Attribution]) -> list[Source | None]:
    """For each token the source that vouches for it: of nested sources the innermost."""
    sources: list[Source | None] = [None] * len(tree)
    for attribution in sorted(attributions, key=_size, reverse=True):
        source = Source(
            attribution.source.tokens, attribution.source.head, attribution.cue, attribution.quoted
        )
        for start, end in attribution.content:
            sources[start : end + 1] = [source] * (end + 1 - start)
    return sources


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


def _quote_of_token(tree: Tree, quotes: list[Quote]) -> list[int]:
    within = [-1] * len(tree)
    for number, quote in enumerate(quotes):
        within[quote.start : quote.end + 1] = [number] * (quote.end + 1 - quote.start)
    return within


def _of_cues(tree: Tree, frames: Frames, within: list[int]) -> list[Attribution]:
    found: list[Attribution] = []
    for token in range(len(tree)):
        pos = tree.pos[token]
        if pos in ("VERB", "AUX", "ADJ"):
            found.extend(_of_verb(tree, frames, token, within))
        elif pos == "NOUN" and tree.lemma[token] in SAYING_NOUNS:
            found.extend(_of_noun(tree, frames, token))
        if tree.dep[token] in ("obl", "nmod") and tree.words(tree.cases(token)) in SOURCE_PREPOSITIONS:
            found.extend(_of_preposition(tree, token))
    return found


def _of_verb(tree: Tree, frames: Frames, cue: int, within: list[int]) -> list[Attribution]:
    content = _content(tree, cue, within)
    if content is None:
        return []
    source = _source(tree, frames, cue)
    if source is None or (within[cue] >= 0 and tree.lower[source.head] in _SPEAKER_PRONOUNS):
        return []
    head, spans = content
    return [Attribution(source, cue, spans, head)] if spans else []


def _content(tree: Tree, cue: int, within: list[int]) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """The head and the ranges of what a verb reports."""
    for kid in tree.kids[cue]:
        if _is_content(tree, cue, kid, quoted=within[kid] != within[cue]):
            return kid, _without(tree, tree.left[kid], tree.right[kid], cue, kid)
    accused = tree.child(cue, "obj") if tree.lemma[cue] in ACCUSING else None
    if accused is not None:
        for kid in tree.children(accused, "acl"):
            if tree.tag[kid] == "VBG" and tree.marks(kid):
                return kid, ((tree.left[kid], tree.right[kid]),)
    governor = tree.head[cue]
    if governor != cue and _is_inserted(tree, cue):
        return governor, _outside(tree.left[governor], tree.right[governor], tree.left[cue], tree.right[cue])
    return None


def _is_content(tree: Tree, cue: int, kid: int, *, quoted: bool) -> bool:
    """Is the dependent what the verb reports: a clause, a quotation, a request, an accusation?"""
    dep, lemma = tree.dep[kid], tree.lemma[cue]
    reporting = lemma in SPEAKING or lemma in THINKING
    if dep == "ccomp":
        return reporting or quoted
    if dep == "parataxis":
        return reporting and quoted
    if dep == "xcomp" and lemma in OPEN_CUES:
        return tree.pos[kid] == "VERB"
    if dep in ("xcomp", "advcl"):
        return (lemma in ACCUSING and tree.tag[kid] == "VBG") or _is_request(tree, cue, kid)
    return False


def _is_request(tree: Tree, cue: int, kid: int) -> bool:
    """ "Urged them to leave", "called on them to leave"."""
    addressed = tree.child(cue, "obj", "iobj", "obl") is not None
    return addressed and tree.lemma[cue] in REQUESTING and tree.words(tree.marks(kid)) == "to"


def _is_inserted(tree: Tree, cue: int) -> bool:
    """ "..., he said, ..." set into its content, or "as he said"."""
    if tree.child(cue, "nsubj") is None or tree.child(cue, "ccomp", "obj", "xcomp") is not None:
        return False
    if tree.lemma[cue] not in SPEAKING and tree.lemma[cue] not in THINKING:
        return False
    return tree.dep[cue] == "parataxis" or (
        tree.dep[cue] == "advcl" and tree.words(tree.marks(cue)) == "as"
    )


def _without(tree: Tree, start: int, end: int, cue: int, content: int) -> tuple[tuple[int, int], ...]:
    """The range of a content without the cue and its other dependents, should they stand inside it."""
    if not start < cue < end:
        return ((start, end),)
    low, high = cue, cue
    for kid in tree.kids[cue]:
        if kid != content and start <= tree.left[kid] and tree.right[kid] <= end and tree.dep[kid] != "punct":
            low, high = min(low, tree.left[kid]), max(high, tree.right[kid])
    return _outside(start, end, low, high)


def _outside(start: int, end: int, low: int, high: int) -> tuple[tuple[int, int], ...]:
    return tuple((a, b) for a, b in ((start, min(low - 1, end)), (max(high + 1, start), end)) if a <= b)


def _source(tree: Tree, frames: Frames, cue: int) -> Phrase | None:
    """The subject of the cue; of a passive one the agent, as its subject is told, not telling."""
    frame = frames.frame(cue)
    if frame.passive:
        agent = next((k for k in tree.kids[cue] if tree.dep[k] in ("obl:agent", "obl")
                      and tree.words(tree.cases(k)) == "by"), None)  # fmt: skip
        return None if agent is None else noun_phrase(tree, agent)
    return _joined(tree, frame.subjects)


def _joined(tree: Tree, phrases: tuple[Phrase, ...]) -> Phrase | None:
    if not phrases:
        return None
    return Phrase(joined(tree, phrases), phrases[0].head)


def _of_noun(tree: Tree, frames: Frames, cue: int) -> list[Attribution]:
    """ "Peskov's claim that", "a report by Amnesty that", "expressed disappointment that"."""
    content = next(
        (
            kid
            for kid in tree.children(cue, "acl", "ccomp")
            if any(tree.lower[m] == "that" for m in tree.marks(kid))
        ),
        None,
    )
    if content is None:
        return []
    source = _noun_source(tree, frames, cue)
    return (
        []
        if source is None
        else [Attribution(source, cue, ((tree.left[content], tree.right[content]),), content)]
    )


def _noun_source(tree: Tree, frames: Frames, cue: int) -> Phrase | None:
    for kid in tree.kids[cue]:
        if tree.dep[kid] == "nmod:poss" or (
            tree.dep[kid] == "nmod" and tree.words(tree.cases(kid)) in ("by", "from", "of", "among")
        ):
            return noun_phrase(tree, kid)
    if tree.dep[cue] in ("obj", "obl") and tree.pos[tree.head[cue]] == "VERB":
        frame = frames.frame(tree.head[cue])
        return None if frame.passive else _joined(tree, frame.subjects)
    return None


def _of_preposition(tree: Tree, source: int) -> list[Attribution]:
    """ "According to X" vouches for the clause it stands in."""
    clause = tree.head[source]
    low, high = tree.left[source], tree.right[source]
    content = _outside(tree.left[clause], tree.right[clause], low, high)
    cue = tree.cases(source)[0]
    return [Attribution(noun_phrase(tree, source), cue, content, clause)] if content else []


def _widen(tree: Tree, attribution: Attribution, quotes: list[Quote], within: list[int]) -> Attribution:
    """A content whose head is quoted takes in the whole quotation, which may run over sentences."""
    number = within[attribution.head]
    if number < 0 or (attribution.cue is not None and within[attribution.cue] == number):
        return attribution
    quote = quotes[number]
    start = min(attribution.content[0][0], quote.start)
    end = max(attribution.content[-1][1], quote.end)
    if len(attribution.content) == 1:
        content: tuple[tuple[int, int], ...] = ((start, end),)
    else:
        content = _merge([*attribution.content, (quote.start, quote.end)])
    if attribution.cue is not None and any(a <= attribution.cue <= b for a, b in content):
        content = attribution.content
    return replace(attribution, content=content, quoted=True)


def _merge(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _of_quotes(
    tree: Tree,
    frames: Frames,
    found: list[Attribution],
    quotes: list[Quote],
    within: list[int],
    paragraphs: list[int],
) -> list[Attribution]:
    """Sources of the quotations that no cue governs: a cue beside them, or the speaker who goes on."""
    governed = _known_speakers(found, quotes, within)
    speakers = {other: governed[n] for n in governed for other in _chain(n, quotes, paragraphs)} | governed
    used = {attribution.cue for attribution in found}
    more: list[Attribution] = []
    for number, quote in enumerate(quotes):
        if number in governed or not _is_speech(tree, quote):
            continue
        beside = speakers.get(number) or _cue_beside(tree, frames, quote, within, used, paragraphs)
        speaker = beside or _continued(tree, number, quotes, speakers, found, paragraphs, frames)
        if speaker is not None:
            for other in _chain(number, quotes, paragraphs):
                speakers.setdefault(other, speaker)
            head = _root(tree, quote)
            more.append(Attribution(speaker[0], speaker[1], ((quote.start, quote.end),), head, quoted=True))
            used.add(speaker[1])
    return more


def _chain(number: int, quotes: list[Quote], paragraphs: list[int]) -> list[int]:
    """The quotations that are one speech with this one: each left open, the next opening the next paragraph."""
    first = number
    while first and _goes_on(quotes[first - 1], quotes[first], paragraphs):
        first -= 1
    chain = [first]
    while chain[-1] + 1 < len(quotes) and _goes_on(quotes[chain[-1]], quotes[chain[-1] + 1], paragraphs):
        chain.append(chain[-1] + 1)
    return chain


def _goes_on(quote: Quote, following: Quote, paragraphs: list[int]) -> bool:
    return quote.open_ended and paragraphs[following.start] == paragraphs[quote.end] + 1


def _known_speakers(
    found: list[Attribution], quotes: list[Quote], within: list[int]
) -> dict[int, tuple[Phrase, int | None]]:
    speakers: dict[int, tuple[Phrase, int | None]] = {}
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
    tree: Tree, frames: Frames, quote: Quote, within: list[int], used: set[int | None], paragraphs: list[int]
) -> tuple[Phrase, int | None] | None:
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
                source = _source(tree, frames, token)
                if source is not None:
                    return source, token
    return None


def _continued(
    tree: Tree,
    number: int,
    quotes: list[Quote],
    speakers: dict[int, tuple[Phrase, int | None]],
    found: list[Attribution],
    paragraphs: list[int],
    frames: Frames,
) -> tuple[Phrase, int | None] | None:
    """The speaker of the quotation or sentence before, in this paragraph or at the end of the last."""
    quote = quotes[number]
    here = paragraphs[quote.start]
    if number and number - 1 in speakers and here - paragraphs[quotes[number - 1].end] <= 1:
        return speakers[number - 1]
    before = [a for a in found if a.content[-1][1] < quote.start and here - paragraphs[a.content[-1][1]] <= 1]
    if before:
        last = max(before, key=lambda a: a.content[-1][1])
        return last.source, last.cue
    return _subject_before(tree, frames, quote, paragraphs)


def _subject_before(
    tree: Tree, frames: Frames, quote: Quote, paragraphs: list[int]
) -> tuple[Phrase, int | None] | None:
    """The person who is the subject of the sentence before ("Peskov was blunt. “We will ...”")."""
    token = quote.start - 1
    while token >= 0 and tree.text[token].isspace():
        token -= 1
    if token < 0 or paragraphs[quote.start] - paragraphs[token] > 1:
        return None
    sentence = tree.sentence[token]
    while token >= 0 and tree.sentence[token] == sentence:
        if tree.head[token] == token and tree.pos[token] != "SPACE":
            source = _joined(tree, frames.frame(token).subjects)
            if source is not None and (
                tree.label[source.head] == "PERSON" or tree.lower[source.head] in ("he", "she")
            ):
                return source, None
            return None
        token -= 1
    return None
