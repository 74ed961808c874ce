"""Articles made by hand for tests: sentences, names and statements, put together into a graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from newsgraph.graph import ExtractionRecord, KnowledgeGraph, build_graph
from newsgraph.graph.model.record import (
    Amount,
    Cue,
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

NAMES = {
    "Ona Reyes": "PERSON",
    "Tarek Vold": "PERSON",
    "Mira Vold": "PERSON",
    "Kelda": "ORG",
    "Vardo Mining": "ORG",
    "Brinmark": "GPE",
    "Ostrava Bay": "GPE",
    "Halsund": "GPE",
    "Norway": "GPE",
    "Norwegian": "NORP",
    "Norwegians": "NORP",
    "Tarnists": "NORP",
}


@dataclass(frozen=True)
class Said:
    """A statement: parts of a sentence, as words that stand in it.

    ``role`` is one more participant ("ARG3=$65 million"), with ``role_amount``; ``place`` is where it happens.
    """

    subject: str
    predicate: str
    object: str | None = None
    roleset: str | None = None
    event: str | None = None
    relation: str | None = None
    by: str | None = None
    stance: str = "asserts"
    polarity: str = "positive"
    modality: str = "actual"
    time: str | None = None
    passive: bool = False
    amount: Amount | None = None
    base: str | None = None
    role: str | None = None
    role_amount: Amount | None = None
    place: str | None = None
    particle: str | None = None
    preposition: str | None = None


BOUGHT = Said("Kelda", "bought", "Vardo Mining", roleset="buy.01", event="acquisition")
DENIED = replace(BOUGHT, by="Tarek Vold", stance="denies", polarity="negative")
"""The same, denied by its source: as the reader writes it, whose polarity counts the denial."""


def article(
    name: str,
    *sentences: tuple[str, *tuple[Said, ...]],
    date: str | None = "2026-03-02",
    publisher: str | None = None,
    title: str | None = None,
) -> ExtractionRecord:
    """Return the record of an article; each sentence comes with what it states."""
    text = " ".join(words for words, *_ in sentences)
    ids = {found: f"e{n}" for n, found in enumerate(n for n in NAMES if n in text)}
    entities = tuple(LocalEntity(id, found, NAMES[found]) for found, id in ids.items())
    mentions, spans, statements, at = [], [], [], 0
    for words, *told in sentences:
        spans.append((at, at + len(words)))
        for found, id in ids.items():
            if found in words:
                start = at + words.index(found)
                place = f"m{len(mentions)}"
                mentions.append(
                    LocalMention(place, start, start + len(found), found, NAMES[found], "name", id)
                )
        statements += [_statement(said, words, at, len(spans) - 1, ids) for said in told]
        at += len(words) + 1
    numbered = tuple(replace(s, id=f"s{n}") for n, s in enumerate(statements))
    digest = sha256(text.encode()).hexdigest()
    document = LocalDocument(
        name, f"{name}.txt", title, date, "en", digest, len(text), text, publisher=publisher
    )
    return ExtractionRecord(document, tuple(spans), tuple(mentions), entities, numbered)


def _statement(said: Said, words: str, at: int, sentence: int, ids: dict[str, str]) -> LocalStatement:
    def part(text: str, amount: Amount | None = None) -> SpanText:
        start = at + words.index(text)
        return SpanText(((start, start + len(text)),), text, ids.get(text), amount)

    def arguments() -> Iterator[LocalArgument]:
        """Yield the further participant and the place."""
        if said.role:
            role, _, text = said.role.partition("=")
            found = part(text)
            yield LocalArgument(role, found.spans, text, entity=found.entity, amount=said.role_amount)
        if said.place:
            found = part(said.place)
            yield LocalArgument("LOC", found.spans, found.text, entity=found.entity)

    verb = part(said.predicate)
    source = part(said.by) if said.by else None
    negative = said.polarity == "negative" and "not" in words
    time = part(said.time.partition("=")[0]) if said.time else None
    return LocalStatement(
        "s",
        part(said.subject),
        Predicate(
            verb.spans,
            verb.text,
            (said.roleset or verb.text).split(".")[0].split("_")[0],
            said.relation,
            base=said.base or verb.text,
            passive=said.passive,
            roleset=said.roleset,
            particle=said.particle,
            preposition=said.preposition,
        ),
        part(said.object, said.amount) if said.object else None,
        (LocalQualifier("time", time.spans, time.text, (said.time or "").partition("=")[2]),) if time else (),
        said.polarity,
        said.modality,
        LocalAttribution(source.spans, source.text, source.entity, "said", stance=said.stance)
        if source
        else None,
        0.9,
        sentence,
        arguments=tuple(arguments()),
        factuality=(Cue("negative", part("not").spans, "not"),) if negative else (),
        event_class=said.event,
    )


def graph_of(*records: ExtractionRecord) -> KnowledgeGraph:
    """Return the graph of articles."""
    return build_graph(records)
