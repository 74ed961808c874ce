"""Hypothesis strategies for valid extraction records.

Tests of any folder import them with ``from tests.graph.strategies import extraction_records, corpora``:
pytest puts the root of the repository on the path (``pythonpath`` in pyproject.toml), and ``tests`` is a
namespace package there.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from hypothesis import settings
from hypothesis import strategies as st

from newsgraph.graph.knowledge.gazetteer import key
from newsgraph.graph.model.judgement import VERDICTS, Judgement
from newsgraph.graph.model.record import (
    LABELS,
    MODALITIES,
    POLARITIES,
    ExtractionRecord,
    LocalAttribution,
    LocalDocument,
    LocalEntity,
    LocalMention,
    LocalQualifier,
    LocalStatement,
    Predicate,
    SpanText,
)

settings.register_profile(
    "newsgraph", deadline=None, max_examples=50
)  # the first graph of a process reads the word lists
settings.load_profile("newsgraph")

NAMES = (
    ("Ana Novak", "PERSON"), ("Novak", "PERSON"), ("Dr. Ana Novak", "PERSON"), ("Ana Novak Jr.", "PERSON"),
    ("Oslo", "GPE"), ("Oslo", "ORG"), ("the Harbour Union", "ORG"), ("Harbour Union", "ORG"), ("HU", "ORG"),
    ("Norwegian", "NORP"), ("a foreign leader", "PERSON"), ("$3 billion", "MONEY"), ("Sunday", "DATE"),
    ("<script>alert(1)</script>", "ORG"), ('"Quoted\\" & Sons', "ORG"), ("İstanbul", "GPE"),
    ("ﬁne Ltd", "ORG"), ("=1+1", "PRODUCT"), ("line\u2028break", "EVENT"), ("\U0001d49cda", "PERSON"),
    ("نوفاك", "PERSON"),
)  # fmt: skip
WORDS = (
    "visited",
    "did not join",
    "said",
    "in",
    "the talks",
    "<b>",
    "]]>",
    "'''",
    "\\n",
    "\u00a0",
    "e\u0301",
)
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"))


@dataclass(frozen=True)
class _Segment:
    """A stretch of text; it mentions the local entity numbered ``entity`` if that is no None."""

    start: int
    end: int
    text: str
    sentence: int
    entity: int | None


def extraction_records(ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[ExtractionRecord]:
    """Return records that keep every law; many of their names recur from one record to another."""
    return _records(st.text(_CHARACTERS, min_size=1, max_size=8) if ids is None else ids)


def corpora(max_size: int = 3) -> st.SearchStrategy[list[ExtractionRecord]]:
    """Return lists of records whose documents have different ids."""
    ids = st.sampled_from([f"doc{number}" for number in range(9)])
    return st.lists(extraction_records(ids), max_size=max_size, unique_by=lambda record: record.document.id)


@st.composite
def _records(draw: st.DrawFn, ids: st.SearchStrategy[str]) -> ExtractionRecord:
    text, sentences, segments, entities = draw(_texts())
    source = LocalDocument(
        id=draw(ids),
        source=draw(st.sampled_from(("article.txt", "news/<1>.txt"))),
        title=draw(st.none() | st.text(_CHARACTERS, max_size=9)),
        date=draw(st.none() | st.dates().map(str)),
        language="en",
        sha256=sha256(text.encode()).hexdigest(),
        length=len(text),
        text=text,
    )
    mentions = tuple(
        _mention(number, s, entities) for number, s in enumerate(segments) if s.entity is not None
    )
    statements = draw(_statements(segments, len(sentences)))
    return ExtractionRecord(source, sentences, mentions, entities, statements)


def _mention(number: int, segment: _Segment, entities: tuple[LocalEntity, ...]) -> LocalMention:
    entity = entities[segment.entity or 0]
    kind = "name" if entity.named else "nominal"
    return LocalMention(f"m{number}", segment.start, segment.end, segment.text, entity.label, kind, entity.id)


@st.composite
def _texts(
    draw: st.DrawFn,
) -> tuple[str, tuple[tuple[int, int], ...], list[_Segment], tuple[LocalEntity, ...]]:
    plain = st.sampled_from(WORDS) | st.text(_CHARACTERS, min_size=1, max_size=5)
    segment = st.tuples(plain, st.none()) | st.sampled_from(NAMES)
    text, sentences, segments, names = "", [], [], {}
    for number, parts in enumerate(draw(st.lists(st.lists(segment, min_size=1, max_size=5), max_size=3))):
        start = len(text)
        for words, label in parts:
            entity = None if label is None else names.setdefault((words, label), len(names))
            segments.append(_Segment(len(text), len(text) + len(words), words, number, entity))
            text += words + " "
        sentences.append((start, len(text) - 1))
    entities = tuple(_entity(number, *name) for name, number in names.items())
    return text, tuple(sentences), segments, entities


def _entity(number: int, name: str, label: str) -> LocalEntity:
    assert label in LABELS
    aliases = tuple(name.split()[-1:]) if name.count(" ") == 1 else ()
    return LocalEntity(f"e{number}", name, label, aliases, named=not name.startswith("a "))


@st.composite
def _statements(draw: st.DrawFn, segments: list[_Segment], sentences: int) -> tuple[LocalStatement, ...]:
    statements: list[LocalStatement] = []
    for sentence in range(sentences):
        inside = [segment for segment in segments if segment.sentence == sentence]
        for _ in range(draw(st.integers(0, 2))):
            statements.append(draw(_statement(f"s{len(statements)}", sentence, inside)))
    return tuple(statements)


@st.composite
def _statement(draw: st.DrawFn, id: str, sentence: int, segments: list[_Segment]) -> LocalStatement:
    one = st.sampled_from(segments).map(lambda segment: [segment])
    some = st.lists(st.sampled_from(segments), min_size=1, max_size=2, unique=True)
    subject, predicate = _span_text(draw(one)), _span_text(draw(some))
    relation = draw(st.sampled_from((None, "visited", "member_of")))
    return LocalStatement(
        id=id,
        subject=subject,
        predicate=Predicate(predicate.spans, predicate.text, predicate.text.split(" ")[0] or "be", relation),
        object=draw(st.none() | some.map(_span_text)),
        qualifiers=tuple(draw(st.lists(some.flatmap(_qualifier), max_size=2))),
        polarity=draw(st.sampled_from(POLARITIES)),
        modality=draw(st.sampled_from(MODALITIES)),
        attribution=draw(st.none() | some.flatmap(_attribution)),
        confidence=draw(st.floats(0, 1)),
        sentence=sentence,
        method=draw(st.sampled_from(("pattern", "apposition"))),
    )


def _span_text(segments: list[_Segment]) -> SpanText:
    ordered = sorted(segments, key=lambda segment: segment.start)
    spans = tuple((segment.start, segment.end) for segment in ordered)
    head = ordered[-1].entity
    text = " ".join(segment.text for segment in ordered)
    return SpanText(spans, text, None if head is None else f"e{head}")


def _qualifier(segments: list[_Segment]) -> st.SearchStrategy[LocalQualifier]:
    span = _span_text(segments)
    times = st.sampled_from((("time", "2026-03-01"), ("time", None), ("place", None), ("against", None)))
    return times.map(lambda time: LocalQualifier(time[0], span.spans, span.text, time[1], span.entity))


def _attribution(segments: list[_Segment]) -> st.SearchStrategy[LocalAttribution]:
    span, cues = _span_text(segments), st.sampled_from((None, "said"))
    return st.builds(
        LocalAttribution, st.just(span.spans), st.just(span.text), st.just(span.entity), cues, st.booleans()
    )


def mentioning(id: str, *names: tuple[str, str]) -> ExtractionRecord:
    """Return a record without statements whose text consists of ``names``, each with its label."""
    text, mentions, entities = "", [], []
    for number, (name, label) in enumerate(names):
        entity = LocalEntity(f"e{number}", name, label)
        mentions.append(
            LocalMention(f"m{number}", len(text), len(text + name), name, label, "name", entity.id)
        )
        entities.append(entity)
        text += f"{name} "
    digest = sha256(text.encode()).hexdigest()
    source = LocalDocument(id, f"{id}.txt", None, None, "en", digest, len(text), text)
    sentences = ((0, len(text)),) if text else ()
    return ExtractionRecord(source, sentences, tuple(mentions), tuple(entities))


def judgements() -> st.SearchStrategy[list[Judgement]]:
    """Return lists of judgements about the names that records have."""
    names = st.sampled_from(sorted({name for name, _ in NAMES}))
    made = st.builds(Judgement, names, names, st.sampled_from(VERDICTS), author=st.just("me"))
    return st.lists(made.filter(lambda judgement: key(judgement.left) != key(judgement.right)), max_size=3)
