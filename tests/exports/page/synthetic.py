"""Graphs of our own invention, for tests and benchmarks of the page."""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from newsgraph.graph.identity import content_id
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import Sentence, SourceDocument
from newsgraph.graph.model.entity import Entity, Member, Mention
from newsgraph.graph.model.record import SpanText
from newsgraph.graph.model.statement import Evidence, Literal, Qualifier, Statement

if TYPE_CHECKING:
    from playwright.sync_api import Page

WATCH_TEXT = """window.drawn = [];
const clear = CanvasRenderingContext2D.prototype.clearRect;
CanvasRenderingContext2D.prototype.clearRect = function (...box) { window.drawn = []; return clear.apply(this, box); };
const write = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
  const { width } = this.measureText(text);
  const size = 0.8 * parseFloat(this.font.match(/([\\d.]+)px/)[1]);
  window.drawn.push([text, x - width / 2, y - size / 2, x + width / 2, y + size / 2]);
  return write.call(this, text, x, y);
};"""
"""Keeps what the last drawing wrote, and where."""


def address(page: Page) -> str:
    """Return the address as the page itself has it; playwright's ``page.url`` hears of a change only later."""
    return str(page.evaluate("location.href"))


@dataclass(frozen=True)
class Told:
    """A statement by its words; all parts are stretches of a sentence, where " … " joins two stretches."""

    subject: str
    predicate: str
    object: str | None = None
    by: str | None = None
    cue: str | None = None
    modality: str = "actual"
    polarity: str = "positive"
    time: str | None = None
    when: str | None = None
    relation: str | None = None
    confidence: float = 0.9


@dataclass(frozen=True)
class Line:
    """A sentence with what it states."""

    text: str
    told: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Article:
    """A document."""

    title: str
    date: str
    lines: Sequence[Line]


Cast = Mapping[str, tuple[str, str]]
"""Stretch of text -> name and label of the entity it refers to."""


def port_strike() -> KnowledgeGraph:
    """Return the graph of one invented news article: 23 entities, 35 statements."""
    story = yaml.safe_load((Path(__file__).parent / "port_strike.yaml").read_text(encoding="utf-8"))
    cast = {
        words: (name, label)
        for label, names in story["cast"].items()
        for name, called in names.items()
        for words in called
    }
    lines = [Line(line["text"], tuple(Told(**told) for told in line["told"])) for line in story["lines"]]
    return graph_of([Article(story["title"], str(story["date"]), lines)], cast)


def graph_of(articles: Sequence[Article], cast: Cast, mentions: bool = True) -> KnowledgeGraph:
    """Return the graph that articles tell; without ``mentions`` much faster."""
    statements: dict[str, Statement] = {}
    documents = [_document(article) for article in articles]
    for document, article in zip(documents, articles, strict=True):
        for number, line in enumerate(article.lines):
            for told in line.told:
                statement = _statement(document, number, told, cast)
                known = statements.get(statement.id)
                statements[statement.id] = _merged(known, statement) if known else statement
    entities = _entities(documents if mentions else [], cast)
    return KnowledgeGraph(
        documents=tuple(sorted(documents)),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        statements=tuple(statements[id] for id in sorted(statements)),
    )


def _document(article: Article) -> SourceDocument:
    texts = [line.text for line in article.lines]
    starts = itertools.accumulate((len(text) + 1 for text in texts), initial=0)
    sentences = tuple(
        Sentence(start, start + len(text), text) for start, text in zip(starts, texts, strict=False)
    )
    whole = " ".join(texts)
    digest = sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    source = content_id("file", article.title)[:24] + ".txt"
    id = content_id("document", article.title, digest)
    return SourceDocument(id, source, article.title, article.date, "en", digest, len(whole), sentences)


def entity_id(name: str, label: str) -> str:
    """Return the id of an entity of the cast."""
    return content_id("entity", name, label)


def _entities(documents: Sequence[SourceDocument], cast: Cast) -> Iterator[Entity]:
    called: dict[tuple[str, str], set[str]] = defaultdict(set)
    for words, key in cast.items():
        called[key].add(words)
    for number, ((name, label), words) in enumerate(called.items()):
        members = ((document.id, tuple(_mentions(document, words, label))) for document in documents)
        yield Entity(
            id=entity_id(name, label),
            name=name,
            label=label,
            aliases=tuple(sorted(words - {name})),
            named=not name.startswith("a "),
            members=tuple(
                Member(document, f"e{number}", name, label, found) for document, found in members if found
            ),
        )


def _mentions(document: SourceDocument, called: Iterable[str], label: str) -> Iterator[Mention]:
    for number, sentence in enumerate(document.sentences):
        for words in sorted(called):
            if (at := sentence.text.find(words)) >= 0:
                start = sentence.start + at
                yield Mention(start, start + len(words), words, label, "name", number)


def _statement(document: SourceDocument, number: int, told: Told, cast: Cast) -> Statement:
    subject, object_, by = (
        entity_id(*cast[words]) if words in cast else None for words in (told.subject, told.object, told.by)
    )
    assert subject is not None, told
    predicate = told.predicate.replace(" … ", " ")
    parts = (subject, told.object, told.polarity, told.modality, told.by, told.time)
    id = content_id("statement", f"{told.subject} {predicate}", *(part or "" for part in parts))
    return Statement(
        id=id,
        subject=subject,
        predicate=predicate,
        lemma=predicate.split()[0],
        relation=told.relation,
        object=object_,
        literal=Literal(told.object) if told.object and object_ is None else None,
        polarity=told.polarity,
        modality=told.modality,
        attributed_to=by,
        attribution_text=told.by,
        time=told.time,
        qualifiers=(Qualifier("time", told.when, told.time),) if told.when else (),
        confidence=told.confidence,
        evidence=(_evidence(document, number, told, id, (subject, object_, by)),),
    )


def _evidence(
    document: SourceDocument,
    number: int,
    told: Told,
    statement: str,
    nodes: tuple[str, str | None, str | None],
) -> Evidence:
    sentence = document.sentences[number]
    return Evidence(
        id=content_id("evidence", document.id, str(number), statement),
        document=document.id,
        sentence=number,
        statement=statement,
        subject=_span(sentence, told.subject, nodes[0]),
        predicate=_span(sentence, told.predicate),
        object=_span(sentence, told.object, nodes[1]) if told.object else None,
        attribution=_span(sentence, told.by, nodes[2]) if told.by else None,
        cue=told.cue,
        quoted="“" in sentence.text and told.by is not None,
        confidence=told.confidence,
        method="clause",
    )


def _span(sentence: Sentence, words: str, entity: str | None = None) -> SpanText:
    spans, position = [], 0
    for part in words.split(" … "):
        at = sentence.text.index(part, position)
        spans.append((sentence.start + at, sentence.start + at + len(part)))
        position = at + len(part)
    return SpanText(tuple(spans), words.replace(" … ", " "), entity)


def _merged(one: Statement, two: Statement) -> Statement:
    evidence = {item.id: item for item in (*one.evidence, *two.evidence)}
    return replace(
        one,
        evidence=tuple(evidence[id] for id in sorted(evidence)),
        confidence=max(one.confidence, two.confidence),
    )


def newsroom(entities: int, statements: int, seed: int = 1) -> KnowledgeGraph:
    """Return a graph like that of a large set of articles.

    Few entities have many statements and most have one or two; articles have topics, and entities of one topic
    are told of together. Invented words stand in the frequencies of real text (Zipf): sentences have 165 letters,
    and deflate as news in English does (to 0.37 of their size).
    """
    return _Newsroom(entities, seed).graph(statements)


_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeio"]
_VERBS = (
    "met praised accused sued hired backed visited warned paid joined left bought fined invited thanked called "
    "criticised sold_to signed_an_accord_with spoke_with is_part_of works_for is_spokesman_of was_founded_by"
)
_LABELS = {"PERSON": 45, "ORG": 25, "GPE": 14, "LOC": 4, "FAC": 3, "NORP": 4, "EVENT": 3, "LAW": 2}
_MODALITIES = {"actual": 84, "planned": 6, "possible": 5, "conditional": 2, "requested": 2, "obligatory": 1}
_TOPIC_SIZE = 50
_LINES = 18


class _Newsroom:
    """Draws names, then articles about them."""

    def __init__(self, entities: int, seed: int) -> None:
        self.draw = random.Random(seed)
        self.words = [
            "".join(self.draw.choices(_SYLLABLES, k=2)) + end for end in "nrslth" for _ in range(420)
        ]
        self.word_weights = _zipf(len(self.words), 0, 0.92)
        names = dict.fromkeys(itertools.islice(self._names(), entities * 2))
        labels = self.draw.choices(list(_LABELS), list(_LABELS.values()), k=entities)
        self.cast = dict(zip(itertools.islice(names, entities), labels, strict=True))
        self.popular = _zipf(entities, 3, 0.75)
        self.everyone = list(self.cast)
        count = max(1, entities // _TOPIC_SIZE)
        self.topics = [self.everyone[number::count] for number in range(count)]

    def graph(self, statements: int) -> KnowledgeGraph:
        told = self._told(statements)
        articles = []
        while lines := self._lines(told):
            number = len(articles)
            title = f"{self._words(6)} {number}".capitalize()
            articles.append(Article(title, f"2027-{1 + number % 12:02}-{1 + number % 28:02}", lines))
        return graph_of(articles, {name: (name, label) for name, label in self.cast.items()}, mentions=False)

    def _names(self) -> Iterator[str]:
        while True:
            parts = self.draw.choice([1, 2, 2, 2, 3])
            yield " ".join("".join(self.draw.choices(_SYLLABLES, k=3)).capitalize() for _ in range(parts))

    def _words(self, count: int) -> str:
        return " ".join(self.draw.choices(self.words, cum_weights=self.word_weights, k=count))

    def _told(self, statements: int) -> Iterator[Told]:
        """Yield statements, topic after topic; every entity is the subject of some."""
        share = statements / len(self.topics)
        for number, topic in enumerate(self.topics):
            count = round(share * (number + 1)) - round(share * number)
            weights = _zipf(len(topic), 1, 0.9)
            subjects = (topic + self.draw.choices(topic, cum_weights=weights, k=count))[:count]
            for subject in self.draw.sample(subjects, count):
                yield self._statement(subject, topic, weights)

    def _statement(self, subject: str, topic: Sequence[str], weights: Sequence[float]) -> Told:
        others = (self._other(topic, weights) for _ in itertools.count())
        object_ = next(name for name in others if name != subject)
        by = next(others) if self.draw.random() < 0.35 else None
        return Told(
            subject,
            self.draw.choice(_VERBS.split()).replace("_", " "),
            object_,
            by,
            "said" if by else None,
            self.draw.choices(list(_MODALITIES), list(_MODALITIES.values()))[0],
            "negative" if self.draw.random() < 0.04 else "positive",
            confidence=round(self.draw.uniform(0.4, 0.99), 2),
        )

    def _other(self, topic: Sequence[str], weights: Sequence[float]) -> str:
        if self.draw.random() < 0.75:
            return self.draw.choices(topic, cum_weights=weights)[0]
        return self.draw.choices(self.everyone, cum_weights=self.popular)[0]

    def _lines(self, told: Iterator[Told]) -> list[Line]:
        sizes = self.draw.choices([1, 2, 2, 3], k=_LINES)
        groups = (tuple(itertools.islice(told, size)) for size in sizes)
        return [Line(self._sentence(group), group) for group in groups if group]

    def _sentence(self, told: Iterable[Told]) -> str:
        parts = (
            f"{item.subject} {item.predicate} {item.object} {self._words(self.draw.randint(4, 9))}"
            + (f", {item.by} said" if item.by else "")
            for item in told
        )
        return ", and ".join(parts) + "."


def _zipf(count: int, shift: int, exponent: float) -> list[float]:
    return list(itertools.accumulate(1 / (rank + 1 + shift) ** exponent for rank in range(count)))
