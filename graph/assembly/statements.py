"""Makes the statements of a graph: what several places say alike is one, with several pieces of evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace
from sys import intern
from typing import TypeVar

from ..identity import content_id
from ..model.record import ExtractionRecord, Predicate
from ..model.sharing import Places, Shared, interned
from ..model.statement import Evidence, Statement
from .entities import EntityIndex, telling
from .involvement import NamedMentions
from .readings import ResolvedStatement, read
from .repetition import merged

Value = TypeVar("Value", bound=Hashable)


def statements_of(records: Iterable[ExtractionRecord], index: EntityIndex) -> tuple[Statement, ...]:
    """Return the statements of ``records`` over the entities of ``index``, sorted by id."""
    names = {entity.id: entity.name for entity in index.entities}
    named = {entity.id for entity in index.entities if entity.named}
    drafts: dict[str, list[Statement]] = defaultdict(list)
    places: Places = {}
    for record in records:
        mentions = NamedMentions(record, index, named)
        shared = Shared(places)
        found = [read(record, local, index, mentions, shared) for local in telling(record)]
        for reading in merged(found):
            id = _statement_id(reading, names)
            drafts[id].append(_draft(id, reading))
    return tuple(_joined(drafts.pop(id)) for id in sorted(drafts))


def _statement_id(reading: ResolvedStatement, names: dict[str, str]) -> str:
    words = f"{names[reading.subject]} {reading.relation} {names.get(reading.object or '', '')}"
    return content_id(
        "statement",
        words,
        *reading.core,
        reading.time or "",
        *(reading.circumstances if reading.local.object is None else ()),
    )


def _wording(predicate: Predicate) -> str:
    """Return the words to show: the label, else the text's own, or the plain wording where that has only a mark (", 54")."""
    if predicate.label:
        return predicate.label
    words = predicate.text.strip("'’")
    has_words = len(words) > 1 and any(map(str.isalpha, words))
    return predicate.text if has_words else predicate.base or predicate.text


def _draft(id: str, reading: ResolvedStatement) -> Statement:
    """Return the statement that one reading gives; it holds nothing of the record but shared words and places."""
    local, predicate = reading.local, reading.local.predicate
    return Statement(
        id=id,
        subject=reading.subject,
        predicate=intern(_wording(predicate)),
        lemma=intern(predicate.lemma),
        relation=interned(reading.schema_relation),
        object=reading.object,
        literal=reading.literal,
        polarity=intern(local.polarity),
        modality=intern(local.modality),
        attributed_to=reading.source,
        attribution_text=interned(reading.attribution_text),
        time=interned(reading.time),
        qualifiers=tuple(sorted(set(reading.qualifiers), key=lambda q: q.sort_key)),
        confidence=local.confidence,
        evidence=(reading.evidence(id),),
        stance=intern(reading.stance),
        base=interned(predicate.base),
        particle=interned(predicate.particle),
        preposition=interned(predicate.preposition),
        passive=predicate.passive,
        roleset=interned(predicate.roleset),
        event_class=interned(local.event_class),
        amount=reading.amount,
        involvements=reading.involvements,
    )


def _joined(drafts: list[Statement]) -> Statement:
    """Return the one statement of drafts with one id: the commonest of what may differ, and all evidence."""
    if len(drafts) == 1:
        return drafts[0]
    evidence = _best_evidence(piece for draft in drafts for piece in draft.evidence)
    return replace(
        drafts[0],
        predicate=_commonest(draft.predicate for draft in drafts),
        lemma=_commonest(draft.lemma for draft in drafts),
        relation=_commonest_known(draft.relation for draft in drafts),
        literal=_commonest(draft.literal for draft in drafts),
        attribution_text=_commonest(draft.attribution_text for draft in drafts),
        qualifiers=tuple(sorted({q for d in drafts for q in d.qualifiers}, key=lambda q: q.sort_key)),
        confidence=max(piece.confidence for piece in evidence),
        evidence=evidence,
        base=_commonest_known(draft.base for draft in drafts),
        particle=_commonest_known(draft.particle for draft in drafts),
        preposition=_commonest_known(draft.preposition for draft in drafts),
        passive=_commonest(draft.passive for draft in drafts),
        roleset=_commonest_known(draft.roleset for draft in drafts),
        event_class=_commonest_known(draft.event_class for draft in drafts),
        amount=_commonest(draft.amount for draft in drafts),
        involvements=tuple(sorted({i for draft in drafts for i in draft.involvements})),
    )


def _best_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return one piece of evidence for each id, the surest, sorted by document and place."""
    best: dict[str, Evidence] = {}
    pieces = tuple(evidence)
    if len(pieces) == 1:
        return pieces
    for piece in sorted(pieces, key=lambda e: (e.id, -e.confidence, e.method, e.cue or "", repr(e))):
        best.setdefault(piece.id, piece)
    return tuple(sorted(best.values(), key=lambda e: (e.document, e.sentence, e.subject.spans, e.id)))


def _commonest(values: Iterable[Value]) -> Value:
    counts = Counter(values)
    if len(counts) == 1:
        return next(iter(counts))
    return min(counts, key=lambda value: (-counts[value], str(value)))


def _commonest_known(values: Iterable[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return _commonest(known) if known else None
