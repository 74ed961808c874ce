"""Judge statements by hand and keep the verdicts, by document id and character offsets: no text of a corpus is kept.

    python -m training.judge show train 0 5                       # the statements of articles 0 to 4 of the train list
    python -m training.judge keep train 0 R Pc W:coreference ...  # verdicts of article 0, in the order shown
    python -m training.judge report test                          # strict, core, wrong, causes, ROC area of confidence

Verdicts: R right, P partly (subject, predicate and object with their entities are right, something else is not), W wrong;
flags behind it: t trivial, d says what another statement says, u a label no person would write; behind a colon the cause
(coreference, split, parse, argument, fragment, attribution, factuality, time, name, relation, label). The articles are those of
:mod:`training.judged_lists`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import newsgraph
from newsgraph.extract.readers import Document
from newsgraph.extract.records.builder import Places, RecordBuilder, places_of
from newsgraph.extract.records.chunk import ChunkReader
from newsgraph.extract.relations import shipped_classifier
from newsgraph.graph.knowledge.schema import load_schema
from newsgraph.graph.model.record import ExtractionRecord, LocalStatement

from .judged_lists import LISTS, Article, articles

HOME = Path(__file__).parent / "judged"


Features = dict[Places, dict[str, float]]


def read(article: Article) -> tuple[ExtractionRecord, Features]:
    """The record of an article, and the features that the confidence of each statement is told by."""
    day = date.fromisoformat(article.date) if article.date else None
    document, features = Document.from_text(article.text, date=day), Features()
    builder = RecordBuilder(document, load_schema(), shipped_classifier(), least=0, features=features)
    ChunkReader(builder, newsgraph.load_pipeline()(document.readable), 0).read()
    return builder.finish(), features


def key(record: ExtractionRecord, statement: LocalStatement) -> list[Any]:
    """What a verdict is kept under: the offsets of subject, predicate and object, and where those behind them are named first."""
    parts = (
        statement.subject.spans,
        statement.predicate.spans,
        statement.object.spans if statement.object else (),
    )
    entities = (statement.subject.entity, statement.object.entity if statement.object else None)
    behind = [
        min((m.start for m in record.mentions if m.entity == e and m.kind == "name"), default=-1)
        for e in entities
    ]
    return [[[list(span) for span in spans] for spans in parts], behind]


def shown(record: ExtractionRecord, number: int) -> str:
    """A statement as the judge sees it: words, entities behind them, source, status, time, arguments."""
    statement = record.statements[number]
    names = {entity.id: entity.name for entity in record.entities}

    def side(text: str, entity: str | None) -> str:
        name = names.get(entity or "")
        return text if name is None or name == text else f"{text} [={name}]"

    predicate = statement.predicate
    words = [side(statement.subject.text, statement.subject.entity), predicate.label or predicate.text]
    if statement.object:
        words.append(side(statement.object.text, statement.object.entity))
    extra = [v for v in (statement.polarity, statement.modality) if v not in ("positive", "actual")]
    if statement.attribution:
        source = side(statement.attribution.text, statement.attribution.entity)
        extra.append(f"{statement.attribution.stance[:4]}:{source}")
    extra += [f"{q.role}={(q.role == 'time' and q.value) or q.text}" for q in statement.qualifiers]
    extra += [f"{a.role}={a.text}" for a in statement.arguments]
    if statement.predicate.relation:
        extra.append(f"<{statement.predicate.relation}>")
    line = f"{number} {' | '.join(words)}" + (f"  ({'; '.join(extra)})" if extra else "")
    return " ".join(line.split())


def to_judge(list_name: str, record: ExtractionRecord) -> list[int]:
    """The numbers of the statements of a record that a list asks for."""
    nouns = list_name.startswith("nouns")
    return [i for i, statement in enumerate(record.statements) if not nouns or statement.method == "nominal"]


def keep(list_name: str, article: Article, verdicts: Sequence[str]) -> int:
    """Add the verdicts of an article, in the order of its statements. Raises ValueError if they are not as many."""
    record, _ = read(article)
    asked = [record.statements[number] for number in to_judge(list_name, record)]
    if len(verdicts) != len(asked):
        raise ValueError(f"{article.id}: {len(asked)} statements, {len(verdicts)} verdicts")
    rows = []
    for statement, verdict in zip(asked, verdicts, strict=True):
        head, _, cause = verdict.partition(":")
        rows.append(
            {
                "document": article.id,
                "statement": key(record, statement),
                "verdict": head[0],
                "flags": head[1:],
                "cause": cause,
            }
        )
    HOME.mkdir(exist_ok=True)
    with (HOME / f"{list_name}.jsonl").open("a", encoding="utf8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return len(rows)


def verdicts(list_name: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Verdicts by document id and offsets."""
    path = HOME / f"{list_name}.jsonl"
    rows = map(json.loads, path.read_text(encoding="utf8").splitlines()) if path.exists() else ()
    return {(row["document"], json.dumps(row["statement"])): row for row in rows}


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement that is read today and has a verdict, with its article and the features of its confidence.

    ``interest`` is that of its statement in the graph of the article, None where the graph leaves it out.
    """

    article: str
    statement: LocalStatement
    features: dict[str, float]
    row: dict[str, Any]
    interest: float | None

    @property
    def right(self) -> bool:
        """Whether who did what to whom is right: R or P."""
        return bool(self.row["verdict"] != "W")


def judged(list_name: str) -> Iterator[Judged]:
    """The statements of a list that are read today and have a verdict."""
    known = verdicts(list_name)
    ids = {document for document, _ in known}
    for article in articles()[list_name]:
        if article.id in ids:
            record, features = read(article)
            interest = _interest(record)
            for statement in record.statements:
                row = known.get((article.id, json.dumps(key(record, statement))))
                if row is not None:
                    places = places_of(statement)
                    yield Judged(article.id, statement, features[places], row, interest.get(places))


def _interest(record: ExtractionRecord) -> dict[Places, float]:
    """The interest of each statement of a graph of one article, by the places of its words."""
    graph = newsgraph.assemble([record])
    return {
        (
            piece.subject.spans,
            piece.predicate.spans,
            piece.object.spans if piece.object else (),
        ): graph.interest[statement.id]
        for statement in graph.statements
        for piece in statement.evidence
    }


def area(scored: Sequence[tuple[float, bool]]) -> float:
    """Area under the ROC curve: how often a right one has a higher score than a wrong one."""
    right = [score for score, is_right in scored if is_right]
    wrong = [score for score, is_right in scored if not is_right]
    pairs = sum((a > b) + (a == b) / 2 for a in right for b in wrong)
    return pairs / max(1, len(right) * len(wrong))


def report(list_name: str) -> Iterator[str]:
    """Shares of right, core and wrong, flags, causes, and how well confidence ranks."""
    found = list(judged(list_name))
    rows = [one.row for one in found]
    total = max(1, len(rows))
    counts = Counter(row["verdict"] for row in rows)
    yield f"{len(rows)} statements of {len(verdicts(list_name))} verdicts still read"
    yield (
        f"strict {counts['R'] / total:.3f}  core {(counts['R'] + counts['P']) / total:.3f}  wrong {counts['W'] / total:.3f}"
    )
    flags = Counter(flag for row in rows for flag in row["flags"])
    yield "  ".join(
        f"{name} {flags[flag] / total:.3f}"
        for flag, name in (("t", "trivial"), ("d", "double"), ("u", "label"))
    )
    yield "causes: " + ", ".join(
        f"{cause} {n}" for cause, n in Counter(r["cause"] for r in rows if r["cause"]).most_common()
    )
    yield f"ROC area of confidence for core: {area([(one.statement.confidence, one.right) for one in found]):.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Show, keep or report."""
    parser = argparse.ArgumentParser(description="Judge statements by hand.")
    parser.add_argument("command", choices=("show", "keep", "report"))
    parser.add_argument("list", choices=LISTS)
    parser.add_argument("rest", nargs="*")
    options = parser.parse_args(arguments)
    if options.command == "report":
        print("\n".join(report(options.list)))
        return
    chosen = articles()[options.list]
    if options.command == "keep":
        print(keep(options.list, chosen[int(options.rest[0])], options.rest[1:]))
        return
    first, last = map(int, options.rest)
    for number in range(first, min(last, len(chosen))):
        record, _ = read(chosen[number])
        print(f"##### {number} {chosen[number].id} {chosen[number].date or ''}\n{chosen[number].text}\n-----")
        for place in to_judge(options.list, record):
            print(shown(record, place))


if __name__ == "__main__":
    main()
