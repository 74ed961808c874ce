"""Hypothesis strategies for valid extraction records.

Tests of any folder import them with ``from tests.graph.strategies import extraction_records, corpora``:
pytest puts the root of the repository on the path (``pythonpath`` in pyproject.toml), and ``tests`` is a
namespace package there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from hypothesis import settings
from hypothesis import strategies as st

from newsgraph.graph.knowledge.gazetteer import key
from newsgraph.graph.model.judgement import CORRECTIONS, VERDICTS, Judgement
from newsgraph.graph.model.record import (
    EFFECTS,
    LABELS,
    MODALITIES,
    NODE_LABELS,
    POLARITIES,
    STANCES,
    Amount,
    Cue,
    ExtractionRecord,
    LocalArgument,
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
        url=draw(st.sampled_from((None, "https://example.org/a?b=1#c", "javascript:alert(1)"))),
        publisher=draw(st.sampled_from((None, "The Harbour Post"))),
        authors=draw(st.sampled_from(((), ("Zoe Lind",), ("Zoe Lind", "Abe Roth")))),
        media_type=draw(st.sampled_from((None, "text/html"))),
        date_from=draw(st.sampled_from((None, "metadata"))),
        sources=draw(st.sampled_from(((), ("b.txt", "c.txt")))),
        pages=draw(st.sampled_from(((), (0, 5)))),
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
        predicate=draw(_predicate(predicate, relation)),
        object=draw(st.none() | st.builds(_with_amount, some.map(_span_text), AMOUNTS)),
        qualifiers=tuple(draw(st.lists(some.flatmap(_qualifier), max_size=2))),
        polarity=draw(st.sampled_from(POLARITIES)),
        modality=draw(st.sampled_from(MODALITIES)),
        attribution=draw(st.none() | some.flatmap(_attribution)),
        confidence=draw(st.floats(0, 1)),
        sentence=sentence,
        method=draw(st.sampled_from(("pattern", "apposition"))),
        arguments=tuple(draw(st.lists(some.flatmap(_argument), max_size=2))),
        factuality=tuple(draw(st.lists(some.flatmap(_cue), max_size=2))),
        rule=draw(st.sampled_from((None, "passive-agent"))),
        steps=draw(st.sampled_from(((), ("share subject", "negate")))),
        event_class=draw(st.sampled_from((None, "meeting", "statement"))),
    )


AMOUNTS = st.sampled_from(
    (
        None,
        None,
        Amount(3e6, currency="USD", approx="about"),
        Amount(24.0, "person"),
        Amount(unit="percent", low=0.5, high=60.0),
    )
)


def _with_amount(part: SpanText, amount: Amount | None) -> SpanText:
    return replace(part, amount=amount)


def _predicate(words: SpanText, relation: str | None) -> st.SearchStrategy[Predicate]:
    lemma, inner = words.text.split(" ")[0] or "be", st.sampled_from(((), words.spans[:1]))
    return st.builds(
        Predicate,
        *map(st.just, (words.spans, words.text, lemma, relation)),
        base=st.sampled_from((None, "visit")),
        auxiliaries=inner,
        negation=inner,
        particle=st.sampled_from((None, "up")),
        preposition=st.sampled_from((None, "with")),
        passive=st.booleans(),
        roleset=st.sampled_from((None, "visit.01")),
    )


def _argument(segments: list[_Segment]) -> st.SearchStrategy[LocalArgument]:
    span = _span_text(segments)
    return st.builds(
        LocalArgument,
        st.sampled_from(("ARG2", "with")),
        *map(st.just, (span.spans, span.text)),
        st.sampled_from((None, "seller")),
        st.just(span.entity),
        st.sampled_from((None, "P2D")),
        AMOUNTS,
    )


def _cue(segments: list[_Segment]) -> st.SearchStrategy[Cue]:
    span = _span_text(segments)
    return st.sampled_from(EFFECTS).map(lambda effect: Cue(effect, span.spans, span.text))


def _span_text(segments: list[_Segment]) -> SpanText:
    ordered = sorted(segments, key=lambda segment: segment.start)
    spans = tuple((segment.start, segment.end) for segment in ordered)
    head = ordered[-1].entity
    text = " ".join(segment.text for segment in ordered)
    return SpanText(spans, text, None if head is None else f"e{head}")


def _qualifier(segments: list[_Segment]) -> st.SearchStrategy[LocalQualifier]:
    span = _span_text(segments)
    times = st.sampled_from((("time", "2026-03-01"), ("time", None), ("place", None), ("against", None)))
    return st.builds(
        lambda time, amount: LocalQualifier(time[0], span.spans, span.text, time[1], span.entity, amount),
        times,
        AMOUNTS,
    )


def _attribution(segments: list[_Segment]) -> st.SearchStrategy[LocalAttribution]:
    span, cues = _span_text(segments), st.sampled_from((None, "said"))
    return st.builds(
        LocalAttribution,
        *map(st.just, (span.spans, span.text, span.entity)),
        cues,
        st.booleans(),
        cue_spans=st.sampled_from(((), span.spans[-1:])),
        stance=st.sampled_from(STANCES),
        via=st.sampled_from((None, span)),
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
    pairs = [verdict for verdict in VERDICTS if verdict not in CORRECTIONS]
    made = st.builds(Judgement, names, names, st.sampled_from(pairs), author=st.just("me"))
    told = made.filter(lambda judgement: key(judgement.left) != key(judgement.right))
    corrected = st.builds(
        Judgement, names, st.sampled_from(NODE_LABELS), st.sampled_from(("labelled", "renamed", "hidden"))
    )
    return st.lists(told | corrected, max_size=3)
