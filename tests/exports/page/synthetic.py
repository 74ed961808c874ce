"""Graphs of our own invention, for tests and benchmarks of the page."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from newsgraph.graph.document import Document, Sentence
from newsgraph.graph.entity import Entity, Member, Mention
from newsgraph.graph.identity import content_id
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.record import SpanText
from newsgraph.graph.statement import Evidence, Literal, Qualifier, Statement


@dataclass(frozen=True)
class Told:
    """A statement by its words in a sentence; ``subject`` and the like are stretches of the sentence."""

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


Cast = dict[str, tuple[str, str]]
"""What a stretch of text refers to: name and label of an entity."""


def graph_of(
    articles: Sequence[tuple[str, str, Sequence[Line]]],
    cast: Cast,
    aliases: dict[str, tuple[str, ...]] | None = None,
) -> KnowledgeGraph:
    """Return the graph of articles, each a title, a date and its lines."""
    documents, placed = [], []
    for title, date, lines in articles:
        document = _document(title, date, [line.text for line in lines])
        documents.append(document)
        placed += [(document, number, told) for number, line in enumerate(lines) for told in line.told]
    entities = _entities(documents, cast, aliases or {})
    statements: dict[str, Statement] = {}
    for document, number, told in placed:
        statement = _statement(document, number, told, cast)
        known = statements.get(statement.id)
        statements[statement.id] = statement if known is None else _merged(known, statement)
    return KnowledgeGraph(
        documents=tuple(sorted(documents)),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        statements=tuple(statements[id] for id in sorted(statements)),
    )


def _merged(one: Statement, two: Statement) -> Statement:
    from dataclasses import replace

    evidence = {item.id: item for item in (*one.evidence, *two.evidence)}
    return replace(
        one,
        evidence=tuple(evidence[id] for id in sorted(evidence)),
        confidence=max(one.confidence, two.confidence),
    )


def _document(title: str, date: str, texts: Sequence[str]) -> Document:
    starts = itertools.accumulate((len(text) + 1 for text in texts), initial=0)
    sentences = tuple(
        Sentence(start, start + len(text), text) for start, text in zip(starts, texts, strict=False)
    )
    whole = " ".join(texts)
    digest = sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    source = content_id("file", title)[:24] + ".txt"
    return Document(
        content_id("document", title, digest), source, title, date, "en", digest, len(whole), sentences
    )


def entity_id(name: str, label: str) -> str:
    """Return the id of an entity of the cast."""
    return content_id("entity", name, label)


def _entities(
    documents: Sequence[Document], cast: Cast, aliases: dict[str, tuple[str, ...]]
) -> Iterator[Entity]:
    surfaces: dict[tuple[str, str], set[str]] = {}
    for surface, key in cast.items():
        surfaces.setdefault(key, set()).add(surface)
    for (name, label), words in surfaces.items():
        members = tuple(
            Member(document.id, "e0", name, label, found)
            for document in documents
            if (found := tuple(_mentions(document, words, label)))
        )
        yield Entity(
            id=entity_id(name, label),
            name=name,
            label=label,
            aliases=tuple(sorted({*words, *aliases.get(name, ())} - {name})),
            named=not name[0].islower(),
            members=members,
        )


def _mentions(document: Document, words: Iterable[str], label: str) -> Iterator[Mention]:
    for number, sentence in enumerate(document.sentences):
        for word in sorted(words):
            if (at := sentence.text.find(word)) >= 0:
                start = sentence.start + at
                yield Mention(start, start + len(word), word, label, "name", number)


def _span(sentence: Sentence, words: str | None, entity: str | None = None) -> SpanText | None:
    if words is None:
        return None
    spans, position = [], 0
    for part in words.split(" … "):
        at = sentence.text.index(part, position)
        spans.append((sentence.start + at, sentence.start + at + len(part)))
        position = at + len(part)
    return SpanText(tuple(spans), words.replace(" … ", " "), entity)


def _statement(document: Document, number: int, told: Told, cast: Cast) -> Statement:
    sentence = document.sentences[number]

    def node(words: str | None) -> str | None:
        return entity_id(*cast[words]) if words in cast else None

    subject, object_, by = node(told.subject), node(told.object), node(told.by)
    assert subject is not None, told
    predicate = told.predicate.replace(" … ", " ")
    id = content_id(
        "statement",
        f"{told.subject} {predicate}",
        subject,
        told.object or "",
        told.polarity,
        told.modality,
        told.by or "",
        told.time or "",
    )
    evidence = Evidence(
        id=content_id("evidence", document.id, str(number), id),
        document=document.id,
        sentence=number,
        statement=id,
        subject=_span(sentence, told.subject, subject),  # type: ignore[arg-type]
        predicate=_span(sentence, told.predicate),  # type: ignore[arg-type]
        object=_span(sentence, told.object, object_),
        attribution=_span(sentence, told.by, by),
        cue=told.cue,
        quoted="“" in sentence.text and told.by is not None,
        confidence=told.confidence,
        method="clause",
    )
    return Statement(
        id=id,
        subject=subject,
        predicate=predicate,
        lemma=predicate.split()[0].rstrip("s"),
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
        evidence=(evidence,),
    )


def port_strike() -> KnowledgeGraph:
    """Return the graph of one invented news article."""
    people = {name: (full, "PERSON") for name, full in [
        ("Mirela Dastan", "Mirela Dastan"), ("Dastan", "Mirela Dastan"), ("Prime Minister Oskar Lind", "Oskar Lind"),
        ("Oskar Lind", "Oskar Lind"), ("Lind", "Oskar Lind"), ("Tomas Aune", "Tomas Aune"), ("Aune", "Tomas Aune"),
        ("Ines Faraldo", "Ines Faraldo"), ("Faraldo", "Ines Faraldo"), ("Judge Rahel Okoye", "Rahel Okoye"), ("Okoye", "Rahel Okoye"),
        ("Pavel Hruby", "Pavel Hruby"), ("Hruby", "Pavel Hruby"),
    ]}  # fmt: skip
    bodies = {name: (full, "ORG") for name, full in [
        ("Dockworkers’ Federation", "Dockworkers’ Federation"), ("the federation", "Dockworkers’ Federation"), ("Meridian Ports", "Meridian Ports"),
        ("Meridian", "Meridian Ports"), ("European Commission", "European Commission"), ("the Commission", "European Commission"),
        ("Halvorsen Shipping", "Halvorsen Shipping"), ("Coastal Herald", "Coastal Herald"), ("Ministry of Transport", "Ministry of Transport"),
        ("Northern Grain Union", "Northern Grain Union"),
    ]}  # fmt: skip
    rest = {
        "Port of Valmera": ("Port of Valmera", "FAC"), "Valmera": ("Valmera", "GPE"), "Estmark": ("Estmark", "GPE"), "Brussels": ("Brussels", "GPE"),
        "Karo Strait": ("Karo Strait", "LOC"), "Spring Accord": ("Spring Accord", "LAW"), "Dock Labour Act": ("Dock Labour Act", "LAW"),
        "Estmarkers": ("Estmarkers", "NORP"), "Harbour Days": ("Harbour Days", "EVENT"), "a senior mediator": ("a senior mediator", "PERSON"),
    }  # fmt: skip
    lines = [
        Line("Dockworkers walked out at the Port of Valmera on Tuesday after Meridian Ports scrapped the Spring Accord, the Coastal Herald reported.", (
            Told("Meridian Ports", "scrapped", "Spring Accord", "Coastal Herald", "reported", time="2027-04-13", when="on Tuesday", relation="cancelled", confidence=.94),)),
        Line("Mirela Dastan, president of the Dockworkers’ Federation, said the federation would keep the Port of Valmera closed until Meridian returns to talks.", (
            Told("Mirela Dastan", "president of", "Dockworkers’ Federation", relation="head of", confidence=.98),
            Told("the federation", "would keep … closed", "Port of Valmera", "Mirela Dastan", "said", "planned", confidence=.83),
            Told("Meridian", "returns to", "talks", "Mirela Dastan", "said", "conditional", confidence=.7))),
        Line("Meridian owns the Port of Valmera and operates two terminals on the Karo Strait.", (
            Told("Meridian", "owns", "Port of Valmera", relation="owner of", confidence=.97),
            Told("Meridian", "operates … on", "Karo Strait", confidence=.72))),
        Line("Prime Minister Oskar Lind met Dastan in Valmera on Wednesday and called on Meridian to honour the Dock Labour Act.", (
            Told("Oskar Lind", "met", "Dastan", time="2027-04-14", when="on Wednesday", confidence=.96),
            Told("Oskar Lind", "called on", "Meridian", time="2027-04-14", when="on Wednesday", confidence=.92),
            Told("Meridian", "honour", "Dock Labour Act", "Oskar Lind", "called", "requested", confidence=.78))),
        Line("Lind, who leads Estmark, said the Ministry of Transport may send soldiers to unload grain for the Northern Grain Union.", (
            Told("Lind", "leads", "Estmark", relation="head of government of", confidence=.97),
            Told("Ministry of Transport", "may send soldiers to unload grain for", "Northern Grain Union", "Lind", "said", "possible", confidence=.74))),
        Line("Tomas Aune, chief executive of Meridian, denied that Meridian had ever promised Dastan higher wages.", (
            Told("Tomas Aune", "chief executive of", "Meridian", relation="head of", confidence=.98),
            Told("Meridian", "had ever promised … higher wages", None, "Tomas Aune", "denied", polarity="negative", confidence=.81),
            Told("Meridian", "promised", "Dastan", "Tomas Aune", "denied", polarity="negative", confidence=.85))),
        Line("“We have not threatened anyone,” Aune told the Coastal Herald, adding that Meridian had offered the federation mediation in Brussels.", (
            Told("Aune", "told", "Coastal Herald", confidence=.88),
            Told("Meridian", "had offered … mediation", "the federation", "Aune", "adding", confidence=.79),)),
        Line("The European Commission plans to question Meridian in Brussels next week over the Spring Accord, spokeswoman Ines Faraldo said.", (
            Told("European Commission", "plans to question", "Meridian", "Ines Faraldo", "said", "planned", time="2027-04-19/2027-04-25", when="next week", confidence=.9),
            Told("European Commission", "plans to question … over", "Spring Accord", "Ines Faraldo", "said", "planned", confidence=.68),
            Told("Ines Faraldo", "spokeswoman", "European Commission", relation="spokesperson of", confidence=.93))),
        Line("Halvorsen Shipping, the largest customer of Meridian, diverted eleven vessels through the Karo Strait to Estmark’s southern harbours.", (
            Told("Halvorsen Shipping", "largest customer of", "Meridian", confidence=.92),
            Told("Halvorsen Shipping", "diverted eleven vessels through", "Karo Strait", confidence=.86))),
        Line("Judge Rahel Okoye ordered the federation to let food through and fined Meridian 40,000 crowns for breaking the Dock Labour Act.", (
            Told("Judge Rahel Okoye", "ordered", "the federation", confidence=.95),
            Told("Judge Rahel Okoye", "fined", "Meridian", confidence=.96),
            Told("Meridian", "breaking", "Dock Labour Act", confidence=.82))),
        Line("Pavel Hruby of the Northern Grain Union accused Dastan of holding Estmarkers hostage, which Dastan rejected.", (
            Told("Pavel Hruby", "of", "Northern Grain Union", relation="member of", confidence=.95),
            Told("Pavel Hruby", "accused", "Dastan", confidence=.95),
            Told("Dastan", "holding … hostage", "Estmarkers", "Pavel Hruby", "accused", confidence=.66))),
        Line("Hruby said he would meet Lind and a senior mediator before Harbour Days begin in Valmera on Saturday.", (
            Told("Hruby", "would meet", "Lind", "Hruby", "said", "planned", confidence=.87),
            Told("Hruby", "would meet", "a senior mediator", "Hruby", "said", "planned", confidence=.7),
            Told("Harbour Days", "begin in", "Valmera", time="2027-04-17", when="on Saturday", confidence=.91))),
        Line("The Port of Valmera, the largest in Estmark, has handled 12 million tonnes this year.", (
            Told("Port of Valmera", "largest in", "Estmark", relation="located in", confidence=.94),
            Told("Port of Valmera", "has handled", "12 million tonnes", confidence=.9))),
        Line("Lind did not rule out that Estmark could buy the Port of Valmera if Meridian leaves.", (
            Told("Estmark", "could buy", "Port of Valmera", "Lind", "rule out", "possible", confidence=.76),)),
        Line("Dastan praised Okoye and thanked the Commission for its patience.", (
            Told("Dastan", "praised", "Okoye", confidence=.94), Told("Dastan", "thanked", "the Commission", confidence=.93))),
    ]  # fmt: skip
    cast = people | bodies | rest
    return graph_of(
        [("Dockers shut the Port of Valmera as Meridian drops wage accord", "2027-04-14", lines)], cast
    )


_SYLLABLES = ["ba", "be", "bi", "bo", "da", "de", "di", "do", "fa", "fe", "ga", "go", "ka", "ke", "ki", "ko", "la", "le", "li", "lo", "ma", "me", "mi", "mo", "na", "ne", "ni", "no", "pa", "pe", "po", "ra", "re", "ri", "ro", "sa", "se", "si", "so", "ta", "te", "ti", "to", "va", "ve", "vi", "vo", "za", "zo"]
_VERBS = ["met", "praised", "accused", "sued", "hired", "backed", "visited", "warned", "paid", "joined", "left", "bought", "sold to", "fined", "invited", "thanked", "called", "criticised", "signed an accord with", "spoke with", "is part of", "works for", "is spokesman of", "leads", "was founded by"]
_WORDS = [a + b + c for a, b, c in itertools.product(_SYLLABLES, _SYLLABLES, ["n", "r", "s", "l", "th", "m"])]
_LABELS = (
    ["PERSON"] * 45
    + ["ORG"] * 25
    + ["GPE"] * 14
    + ["LOC"] * 4
    + ["FAC"] * 3
    + ["NORP"] * 4
    + ["EVENT"] * 3
    + ["LAW"] * 2
)
_MODALITIES = (
    ["actual"] * 84
    + ["planned"] * 6
    + ["possible"] * 5
    + ["conditional"] * 2
    + ["requested"] * 2
    + ["obligatory"]
)


def newsroom(entities: int, statements: int, seed: int = 1) -> KnowledgeGraph:
    """Return a graph like that of a large set of articles: few entities have many statements, most have one or two.

    Sentences are invented words in the frequencies of real text (Zipf), and deflate as well as English news does.
    """
    draw = random.Random(seed)
    words = draw.sample(_WORDS, 2500)
    weights = list(itertools.accumulate(1 / rank**0.92 for rank in range(1, len(words) + 1)))
    cast: list[tuple[str, str]] = []
    seen = set()
    while len(cast) < entities:
        name = " ".join(
            "".join(draw.choices(_SYLLABLES, k=draw.choice([2, 3]))).capitalize()
            for _ in range(draw.choice([1, 2, 2, 2, 3]))
        )
        if name not in seen:
            seen.add(name)
            cast.append((name, draw.choice(_LABELS)))
    popular = list(itertools.accumulate(1 / (rank + 3) ** 0.75 for rank in range(entities)))
    texts: list[list[Line]] = [[]]
    order = list(range(entities)) + draw.choices(
        range(entities), cum_weights=popular, k=max(0, statements - entities)
    )
    draw.shuffle(order)
    made = 0
    while made < statements:
        if len(texts[-1]) >= 18:
            texts.append([])
        told, parts = [], []
        for _ in range(min(draw.choice([1, 2, 2, 3]), statements - made)):
            subject = cast[order[made % len(order)]][0]
            object_ = cast[draw.choices(range(entities), cum_weights=popular)[0]][0]
            verb = draw.choice(_VERBS)
            by = (
                cast[draw.choices(range(entities), cum_weights=popular)[0]][0]
                if draw.random() < 0.35
                else None
            )
            filler = " ".join(draw.choices(words, cum_weights=weights, k=draw.randint(4, 9)))
            parts.append(f"{subject} {verb} {object_} {filler}" + (f", {by} said" if by else ""))
            polarity = "negative" if draw.random() < 0.04 else "positive"
            told.append(
                Told(
                    subject,
                    verb,
                    object_,
                    by,
                    "said" if by else None,
                    draw.choice(_MODALITIES),
                    polarity,
                    confidence=round(draw.uniform(0.4, 0.99), 2),
                )
            )
            made += 1
        texts[-1].append(Line(", and ".join(parts) + ".", tuple(told)))
    articles = [
        (
            f"{' '.join(draw.choices(words, cum_weights=weights, k=6))} {number}".capitalize(),
            f"2027-{1 + number % 12:02}-{1 + number % 28:02}",
            lines,
        )
        for number, lines in enumerate(texts)
    ]
    return _fast_graph(articles, dict((name, (name, label)) for name, label in cast))


def _fast_graph(articles: Sequence[tuple[str, str, Sequence[Line]]], cast: Cast) -> KnowledgeGraph:
    """As :func:`graph_of`, without looking every name up in every sentence."""
    documents = [_document(title, date, [line.text for line in lines]) for title, date, lines in articles]
    statements: dict[str, Statement] = {}
    for document, (_, _, lines) in zip(documents, articles, strict=True):
        for number, line in enumerate(lines):
            for told in line.told:
                statement = _statement(document, number, told, cast)
                known = statements.get(statement.id)
                statements[statement.id] = statement if known is None else _merged(known, statement)
    entities = [Entity(entity_id(name, label), name, label) for name, label in cast.values()]
    return KnowledgeGraph(
        documents=tuple(sorted(documents)),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        statements=tuple(statements[id] for id in sorted(statements)),
    )
