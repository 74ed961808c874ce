"""Case files: their form, the parse they carry, and the lines that are read from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span

from newsgraph.extract.readers.document import Document
from newsgraph.extract.records.builder import RecordBuilder
from newsgraph.extract.records.chunk import ChunkReader
from newsgraph.extract.syntax.rules import Firing, watched
from newsgraph.graph.knowledge.schema import load_schema
from newsgraph.graph.model.record import ExtractionRecord, LocalStatement

ROOT = Path(__file__).parent
VOCAB = spacy.blank("en").vocab
KINDS = ("not", "same", "apart", "label")
"""What a line may begin with that is no statement."""
BREAK = "␤"
"""Stands for a blank line between paragraphs in the parse."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case: title, text, the rows of its parse, and the lines expected of it."""

    title: str
    text: str
    parse: str
    expected: tuple[str, ...]


def read_cases(path: Path) -> list[Case]:
    """Read the cases of a file. Raises ValueError for a part that is none."""
    parts = re.split(r"^# ", path.read_text(encoding="utf8"), flags=re.MULTILINE)[1:]
    return [_case(part, path) for part in parts]


def _case(part: str, path: Path) -> Case:
    found = re.fullmatch(
        r"(?P<title>[^\n]+)\n+(?P<text>(?:>[^\n]*\n)+)\n*```parse\n(?P<parse>.*?)\n```\n(?P<rest>.*)",
        part,
        re.DOTALL,
    )
    if found is None:
        raise ValueError(f"{path}: a case has a title, quoted text, a parse block and expected lines")
    text = "\n".join(line.removeprefix(">").strip() for line in found["text"].splitlines())
    expected = tuple(line[2:].strip() for line in found["rest"].splitlines() if line.startswith("- "))
    return Case(found["title"].strip(), text, found["parse"], expected)


def write_cases(cases: list[Case]) -> str:
    """The text of a case file."""
    return "\n".join(_written(case) for case in cases)


def _written(case: Case) -> str:
    quoted = "\n".join(f"> {line}".rstrip() for line in case.text.splitlines())
    lines = "\n".join(f"- {line}" for line in case.expected)
    return f"# {case.title}\n\n{quoted}\n\n```parse\n{case.parse}\n```\n\n{lines}\n"


def rows_of(doc: Doc) -> str:
    """The parse of a Doc as rows of form, lemma, pos, tag, dep, head (from 1, 0 the root), entity, features."""
    rows = []
    for sent in doc.sents:
        for token in sent:
            form = BREAK if token.is_space else token.text + ("" if token.whitespace_ else "~")
            head = 0 if token.head.i == token.i else token.head.i - sent.start + 1
            entity = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "-"
            lemma = BREAK if token.is_space else token.lemma_ or "-"
            rows.append(
                (form, lemma, token.pos_, token.tag_, token.dep_, str(head), entity, str(token.morph) or "-")
            )
        rows.append(())
    widths = [max((len(row[i]) for row in rows if row), default=0) for i in range(8)]
    lines = [
        "  ".join(part.ljust(width) for part, width in zip(row, widths, strict=False)).rstrip()
        for row in rows
    ]
    return "\n".join(lines).strip("\n")


def doc_of(rows: str) -> Doc:
    """The Doc of the rows that ``rows_of`` writes."""
    table, starts, heads = [], [], []
    for sentence in re.split(r"\n\s*\n", rows.strip("\n")):
        offset = len(table)
        for number, line in enumerate(sentence.splitlines()):
            row = line.split()
            table.append(row)
            starts.append(number == 0)
            heads.append(offset + (int(row[5]) - 1 if int(row[5]) else number))
    broken = [row[0] == BREAK for row in table]
    doc = Doc(
        VOCAB,
        words=["\n\n" if gone else row[0].removesuffix("~") for row, gone in zip(table, broken, strict=True)],
        spaces=[not gone and not row[0].endswith("~") for row, gone in zip(table, broken, strict=True)],
        lemmas=["\n\n" if gone else row[1] for row, gone in zip(table, broken, strict=True)],
        pos=[row[2] for row in table],
        tags=[row[3] for row in table],
        deps=[row[4] for row in table],
        morphs=["" if row[7] == "-" else row[7] for row in table],
        heads=heads,
        sent_starts=starts,
    )
    doc.ents = list(_entities(doc, [row[6] for row in table]))
    return doc


def _entities(doc: Doc, tags: list[str]) -> Iterator[Span]:
    start = None
    for i, tag in enumerate([*tags, "-"]):
        if start is not None and not tag.startswith("I-"):
            yield Span(doc, start, i, label=tags[start][2:])
            start = None
        if tag.startswith("B-"):
            start = i


def read_case(case: Case, *, date: str = "2026-03-02") -> tuple[ExtractionRecord, list[Firing]]:
    """What is read from the parse of a case, by rules alone, and which rules fired."""
    doc = doc_of(case.parse)
    from datetime import date as day

    document = Document(doc.text, date=day.fromisoformat(date))
    builder = RecordBuilder(document, load_schema(), least=0)
    with watched() as firings:
        ChunkReader(builder, doc, 0).read()
    return builder.finish(), firings


def lines_of(record: ExtractionRecord) -> list[str]:
    """The statements of a record as the lines of a case file."""
    return [_line(statement) for statement in record.statements]


def _line(statement: LocalStatement) -> str:
    object_ = statement.object.text if statement.object else "-"
    fields = [f"{key}={value}" for key, value in details(statement).items() if value]
    return " | ".join((statement.subject.text, statement.predicate.text, object_, *fields)).replace("\n", " ")


def details(statement: LocalStatement) -> dict[str, str]:
    """The keys that a line may give, with their values; "" for what is not there."""
    source = statement.attribution
    times = [q.value for q in statement.qualifiers if q.role == "time" and q.value]
    return {
        "polarity": statement.polarity if statement.polarity != "positive" else "",
        "modality": statement.modality if statement.modality != "actual" else "",
        "source": source.text if source else "",
        "stance": source.stance if source and source.stance != "asserts" else "",
        "relation": statement.predicate.relation or "",
        "time": times[0] if times else "",
        "args": "; ".join(f"{argument.role} {argument.text}" for argument in statement.arguments),
        "event": statement.event_class or "",
        "rule": statement.rule or "",
        "steps": ",".join(statement.steps),
    }


def shortfalls(case: Case, record: ExtractionRecord) -> Iterator[str]:
    """The expected lines that do not hold."""
    for line in case.expected:
        kind, _, rest = line.partition(": ")
        if kind == "not":
            if any(_matches(rest, statement) for statement in record.statements):
                yield line
        elif kind in ("same", "apart"):
            owners = [_owners(record, form.strip()) for form in rest.split(" = ")]
            together = bool(set.intersection(*owners)) if owners else False
            if together != (kind == "same"):
                yield line
        elif kind == "label":
            form, label = rest.split(" = ")
            if {mention.label for mention in record.mentions if mention.text == form} != {label}:
                yield line
        elif not any(_matches(line, statement) for statement in record.statements):
            yield line


def _owners(record: ExtractionRecord, form: str) -> set[str]:
    return {mention.entity for mention in record.mentions if mention.text == form}


def _matches(line: str, statement: LocalStatement) -> bool:
    subject, predicate, object_, *fields = [part.strip() for part in line.split("|")] + ["*"] * max(
        0, 2 - line.count("|")
    )
    found = (
        statement.subject.text,
        statement.predicate.text,
        statement.object.text if statement.object else "-",
    )
    if not all(map(_is, (subject, predicate, object_), found)):
        return False
    known = details(statement)
    given = dict(field.split("=", 1) for field in fields if field != "*")
    return all(_is(value, known[key]) for key, value in given.items())


def _is(asked: str, found: str) -> bool:
    found = " ".join(found.split())
    if asked == "*":
        return True
    if asked.startswith("~") and asked.endswith("~"):
        return asked.strip("~") in found
    return asked == found


def with_lines(case: Case) -> Case:
    """The case with everything that is read from it as expected lines; what must not be read, or be one entity, stays."""
    record, _ = read_case(case)
    kept = (line for line in case.expected if line.partition(": ")[0] in KINDS)
    return replace(case, expected=(*lines_of(record), *kept))
