"""One small graph, of two documents written for these tests, that every kind of statement occurs in."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from newsgraph.graph import Judgement, KnowledgeGraph, build_graph
from newsgraph.graph.model.record import (
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

FIRST = (
    "Mayor Ida Holm opened the Tern Bridge on Friday. "
    "Engineer Otto Brandt, spokesman of Norden Works, said Holm paid $3 million to Norden Works. "
    "Holm plans to visit Velmark. "
    "Norden Works did not delay the Tern Bridge. "
    "A foreign minister may visit Holm."
)
SECOND = (
    "Ida Holm opened the Tern Bridge. "
    "If costs rise, Holm will sue Norden Works. "
    "Velmark must inspect the Tern Bridge. "
    "Holm resigned. "
    "Norden Works delayed the Tern Bridge. "
    "Velmark asked Holm to return."
)


class Writer:
    """Makes a record of ``text``: finds each phrase in its sentence, so that all spans are exact."""

    def __init__(self, id: str, text: str, date: str | None, entities: dict[str, tuple[str, str]]) -> None:
        self.id, self.text, self.date = id, text, date
        starts = [0, *(i + 2 for i in range(len(text)) if text.startswith(". ", i))]
        ends = [*(start - 1 for start in starts[1:]), len(text)]
        self.sentences = tuple(zip(starts, ends, strict=True))
        self.ids = {phrase: f"e{number}" for number, phrase in enumerate(entities)}
        self.entities = tuple(
            LocalEntity(
                self.ids[phrase], name, label, (phrase,) if phrase != name else (), phrase[:2] != "A "
            )
            for phrase, (name, label) in entities.items()
        )
        self.statements: list[LocalStatement] = []

    def span(self, phrase: str, sentence: int) -> SpanText:
        """Return the first occurrence of ``phrase`` in a sentence."""
        start = self.text.index(phrase, self.sentences[sentence][0])
        return SpanText(((start, start + len(phrase)),), phrase, self.ids.get(phrase))

    def state(
        self,
        sentence: int,
        subject: str,
        predicate: str,
        object: str | None,
        lemma: str,
        *,
        polarity: str = "positive",
        modality: str = "actual",
        by: str | None = None,
        time: tuple[str, str] | None = None,
        relation: str | None = None,
        confidence: float = 0.9,
    ) -> None:
        """Add a statement."""
        words, source = self.span(predicate, sentence), by and self.span(by, sentence)
        when = time and self.span(time[0], sentence)
        qualifier = (LocalQualifier("time", when.spans, when.text, time[1]),) if when and time else ()
        self.statements.append(
            LocalStatement(
                id=f"s{len(self.statements)}",
                subject=self.span(subject, sentence),
                predicate=Predicate(
                    words.spans, words.text, lemma, relation, base=words.text if relation else lemma
                ),
                object=None if object is None else self.span(object, sentence),
                qualifiers=qualifier,
                polarity=polarity,
                modality=modality,
                attribution=source and LocalAttribution(source.spans, source.text, source.entity, "said"),
                confidence=confidence,
                sentence=sentence,
            )
        )

    def record(self) -> ExtractionRecord:
        """Return the record."""
        mentions = sorted(
            (self.text.index(phrase), phrase, entity.label, entity.id)
            for entity in self.entities
            for phrase in [next(p for p, id in self.ids.items() if id == entity.id)]
        )
        return ExtractionRecord(
            LocalDocument(
                self.id,
                f"{self.id}.txt",
                None,
                self.date,
                "en",
                sha256(self.text.encode()).hexdigest(),
                len(self.text),
                self.text,
            ),
            self.sentences,
            tuple(
                LocalMention(f"m{number}", start, start + len(phrase), phrase, label, "name", entity)
                for number, (start, phrase, label, entity) in enumerate(mentions)
            ),
            self.entities,
            tuple(self.statements),
        )


def records() -> list[ExtractionRecord]:
    """Return the records of the two documents."""
    first = Writer(
        "bridge",
        FIRST,
        "2026-05-04",
        {
            "Holm": ("Ida Holm", "PERSON"),
            "Otto Brandt": ("Otto Brandt", "PERSON"),
            "Norden Works": ("Norden Works", "ORG"),
            "Tern Bridge": ("Tern Bridge", "FAC"),
            "Velmark": ("Velmark", "GPE"),
            "A foreign minister": ("a foreign minister", "PERSON"),
            "$3 million": ("$3 million", "MONEY"),
        },
    )
    first.state(0, "Holm", "opened", "Tern Bridge", "open", time=("Friday", "2026-05-01"), confidence=0.97)
    first.state(1, "Otto Brandt", "spokesman of", "Norden Works", "spokesman", relation="spokesman_of")
    first.state(1, "Holm", "paid", "$3 million", "pay", by="Otto Brandt", confidence=0.8)
    first.state(2, "Holm", "plans to visit", "Velmark", "visit", modality="planned")
    first.state(3, "Norden Works", "did not delay", "Tern Bridge", "delay", polarity="negative")
    first.state(4, "A foreign minister", "may visit", "Holm", "visit", modality="possible")
    second = Writer(
        "costs",
        SECOND,
        "2026-05-11",
        {
            "Ida Holm": ("Ida Holm", "PERSON"),
            "Norden Works": ("Norden Works", "ORG"),
            "Tern Bridge": ("Tern Bridge", "FAC"),
            "Velmark": ("Velmark", "GPE"),
        },
    )
    second.ids["Holm"] = second.ids["Ida Holm"]
    second.state(0, "Ida Holm", "opened", "Tern Bridge", "open", confidence=0.7)
    second.state(1, "Holm", "will sue", "Norden Works", "sue", modality="conditional")
    second.state(2, "Velmark", "must inspect", "Tern Bridge", "inspect", modality="obligatory")
    second.state(3, "Holm", "resigned", None, "resign")
    second.state(4, "Norden Works", "delayed", "Tern Bridge", "delay")
    second.state(5, "Holm", "return", None, "return", modality="requested", by="Velmark")
    return [first.record(), second.record()]


def sample_graph() -> KnowledgeGraph:
    """Return the graph of both documents, with one judgement."""
    judgement = Judgement("Ida Holm", "Otto Brandt", "different", 1.0, ("two people", "both named"), "tests")
    return build_graph(records(), judgements=[judgement])


def with_own_labels(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Return the graph with mentions that have another label than their members."""
    entities = tuple(
        replace(
            entity,
            members=tuple(
                replace(member, mentions=tuple(replace(m, label="MISC") for m in member.mentions))
                for member in entity.members
            ),
        )
        for entity in graph.entities
    )
    return replace(graph, entities=entities)
