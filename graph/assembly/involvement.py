"""Named entities that the phrases of a statement mention: who takes part beside those whom its parts stand for.

Labels are the predicate and the words of the phrase, with the names at both ends of the line left out, and what merely
follows the further one. "Ona Reyes met the head of the ARC" joins Reyes to the ARC by "met the head of"; "Oman's envoy",
to Oman, by "envoy".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ..knowledge.english import ARTICLE_AT_END, ARTICLE_AT_START, CONTINUING, LIST_JOINT, POINTING
from ..model.record import ExtractionRecord, LocalMention, LocalStatement, Span
from ..model.statement import SOURCE, Involvement
from .entities import EntityIndex

ELLIPSIS = "…"
"""Stands for the words that a label leaves out."""

LONGEST_LABEL = 48
"""Code points of the words beside the predicate; longer ones lose those in the middle."""

LONGEST_OBJECT = 32
"""Code points of an object that a label says whole."""

FURTHEST = 72
"""Code points between a name and the words that it would be joined by; what stands further away is not joined."""

_SUFFIX = re.compile(r"^['\u2019]\w{0,2}(?=\s|$)|^\W+(?=\w)|(?<=\w)[^\w)\]%]+$")


class _Phrase(Protocol):
    @property
    def spans(self) -> tuple[Span, ...]: ...
    @property
    def text(self) -> str: ...
    @property
    def entity(self) -> str | None: ...


class NameSpan(NamedTuple):
    """A mention of a named entity of the graph."""

    start: int
    end: int
    entity: str


@dataclass(frozen=True, slots=True, init=False)
class NamedMentions:
    """Where a document names entities of the graph; ``labels`` are those of its local entities."""

    places: tuple[NameSpan, ...]
    labels: dict[str, str]
    local: dict[str, str]

    def __init__(self, record: ExtractionRecord, index: EntityIndex, named: Set[str]) -> None:
        ids = {entity.id: index.of(record.document.id, entity.id) for entity in record.entities}
        local = {id: found for id, found in ids.items() if found is not None and found in named}
        places = sorted(
            NameSpan(m.start, m.end, local[m.entity])
            for m in record.mentions
            if _is_name(m) and m.entity in local
        )
        object.__setattr__(self, "places", tuple(places))
        object.__setattr__(self, "labels", {entity.id: entity.label for entity in record.entities})
        object.__setattr__(self, "local", local)

    def inside(self, spans: Sequence[Span]) -> Iterator[NameSpan]:
        """Yield the mentions that lie inside one of ``spans``, in text order."""
        for start, end in spans:
            for place in self.places[bisect_left(self.places, (start,)) :]:
                if place.start >= end:
                    break
                if place.end <= end:
                    yield place


def _is_name(mention: LocalMention) -> bool:
    return mention.kind == "name"


def told_of(predicate: str, item: str | None) -> str:
    """Return a predicate with its object where that is short and tells something, else with an ellipsis for it.

    >>> told_of("signed", "a treaty"), told_of("met", "him"), told_of("spoke", None)
    ('signed a treaty', 'met …', 'spoke')
    """
    if item is None:
        return predicate
    telling = len(item) <= LONGEST_OBJECT and item.lower() not in POINTING
    return f"{predicate} {item if telling else ELLIPSIS}"


def involvements_of(
    local: LocalStatement, mentions: NamedMentions, subject: str, object: str | None
) -> tuple[Involvement, ...]:
    """Return the named entities that the phrases of ``local`` mention, but for its subject and object."""
    found = set()
    for part, phrase, lead in _phrases(local):
        own = mentions.local.get(phrase.entity or "")
        if part == SOURCE and own is not None:
            continue  # the speaker has a line: the body he speaks for, or whom he told, has none to what he speaks of
        inside = list(mentions.inside(phrase.spans))
        heads = [place for place in inside if place.entity == own]
        for place, listed in _listed(phrase, inside):
            if place.entity not in (subject, object, own):
                words = _words_around(phrase, listed, heads)
                if len(words) <= FURTHEST:
                    label = _joined(lead, _shortened(words)) or _shortened(phrase.text)
                    found.add(Involvement(place.entity, part, label))
    return tuple(sorted(found))


def _phrases(local: LocalStatement) -> Iterator[tuple[str, _Phrase, str]]:
    """Yield each phrase with the part it plays and the words that lead to it from the subject."""
    predicate = local.predicate.label or local.predicate.text
    yield "subject", local.subject, ""
    if local.object is not None:
        yield "object", local.object, predicate
    lead = told_of(predicate, None if local.object is None else local.object.text)
    for argument in local.arguments:
        yield argument.label or argument.role, argument, f"{lead} {ELLIPSIS}"
    for qualifier in local.qualifiers:
        yield qualifier.role, qualifier, lead
    if local.attribution is not None:
        yield SOURCE, local.attribution, ""


def _listed(phrase: _Phrase, places: Sequence[NameSpan]) -> Iterator[tuple[NameSpan, NameSpan]]:
    """Yield each place with the list of names that it stands in: the same words join "Oslo, Bergen and Vardo"."""
    lists: list[list[NameSpan]] = []
    for place in places:
        if lists and LIST_JOINT.fullmatch(_between(phrase, lists[-1][-1].end, place.start)):
            lists[-1].append(place)
        else:
            lists.append([place])
    for names in lists:
        whole = NameSpan(names[0].start, names[-1].end, names[0].entity)
        yield from ((place, whole) for place in names)


def _between(phrase: _Phrase, start: int, end: int) -> str:
    """Return the text from ``start`` to ``end``, "" where it is not in one span of the phrase."""
    spans = (
        text[start - span[0] : end - span[0]]
        for span, text in _slices(phrase)
        if span[0] <= start and end <= span[1]
    )
    return next(spans, "")


def _words_around(phrase: _Phrase, name: NameSpan, heads: Sequence[NameSpan]) -> str:
    """Return the words of ``phrase`` without those of the names; an ellipsis where words stand on both sides.

    What only goes on behind ``name`` is left out: "a speech at the Vardo Forum in July" is "a speech at".
    """
    pieces: list[str] = []
    for span, text in _slices(phrase):
        at = span[0]
        for place in [*sorted({name, *heads}), None]:
            if place is not None and not (span[0] <= place.start and place.end <= span[1]):
                continue
            end = span[1] if place is None else max(place.start, at)
            piece = _trimmed(text[at - span[0] : end - span[0]])
            if not (at >= name.end and any(pieces) and CONTINUING.match(piece)):
                pieces.append(piece)
            at = end if place is None else max(place.end, at)
    behind = not pieces[0] and any(head.end <= name.start for head in heads)
    return f"{ELLIPSIS} " * behind + f" {ELLIPSIS} ".join(filter(None, pieces))


def _slices(phrase: _Phrase) -> Iterator[tuple[Span, str]]:
    """Yield the spans of a phrase with their texts, which its own text joins by one space."""
    at = 0
    for start, end in phrase.spans:
        yield (start, end), phrase.text[at : at + end - start]
        at += end - start + 1


def _trimmed(words: str) -> str:
    """Return words without punctuation and the possessive ending at their edges, and without the article before a name."""
    before = None
    while words != before:
        before, words = words, ARTICLE_AT_END.sub("", _SUFFIX.sub("", words.strip()).strip())
    return words if any(char.isalnum() for char in words) else ""


def _joined(lead: str, words: str) -> str:
    """Return a label of what leads to a phrase and the words in it; "was in" and "in" are "was in".

    >>> _joined("was in", "in the north of"), _joined("", "The family of"), _joined("met", "")
    ('was in the north of', 'family of', 'met')
    >>> _joined(chr(160), "The family of")
    'family of'
    """
    if not lead.strip():
        return ARTICLE_AT_START.sub("", words.removeprefix(f"{ELLIPSIS} "))
    *_, last = lead.split()
    first, _, rest = words.partition(" ")
    return " ".join(filter(None, (lead, rest if first == last else words))).strip()


def _shortened(words: str) -> str:
    if len(words) <= LONGEST_LABEL:
        return words
    half = LONGEST_LABEL // 2
    first, last = words[:half].rpartition(" ")[0], words[-half:].partition(" ")[2]
    return re.sub(rf"(?:{ELLIPSIS} )+{ELLIPSIS}", ELLIPSIS, f"{first} {ELLIPSIS} {last}").strip()
