"""The ledger of rules: how often each fires on texts it was not written on, and what it adds and costs on dev scores.

    python -m benchmarks.rules [--write docs/rules.md] [--scores] [--articles 120]
    python -m benchmarks.rules --rule clause    # one rule, on articles that may be read: the statements it makes and unmakes

Fires: firings on newswire and PolNeAR train articles of the half that nobody looks into. Changed: how many statements of these
articles differ when the rule is switched off; with ``--scores`` also what dev scores lose (CaRB F1, PolNeAR F1 of source and
content, in points).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.extract.pipeline import MODEL, load_pipeline
from newsgraph.extract.readers import Document
from newsgraph.extract.records.builder import RecordBuilder
from newsgraph.extract.records.chunk import ChunkReader
from newsgraph.extract.records.rules import all_rules
from newsgraph.extract.relations import shipped_classifier
from newsgraph.extract.syntax.rules import switched_off, watched
from newsgraph.graph.knowledge.schema import load_schema
from training.judged_lists import FOLDERS, may_be_looked_up, read_rows

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsgraph.graph.model.record import ExtractionRecord, LocalStatement

CORPORA = Path("../shared/corpora")
EXAMPLES = 40
"""Statements that are shown of a rule that is asked for by name."""


@dataclass(slots=True)
class Row:
    """One rule of the ledger."""

    area: str
    name: str
    cites: str
    fires: int = 0
    statements: int = 0
    changed: int = 0
    scores: dict[str, float] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)


def texts(corpora: Path, count: int, *, unread: bool = True) -> Iterator[tuple[str, str | None]]:
    """Train articles with their dates by a fixed rule: every n-th of the sorted lists of newswire and PolNeAR.

    ``unread``: of the half that nobody looks into, so that no rule was written on them; else of the other half.
    """
    for folder in FOLDERS.values():
        rows = read_rows(corpora / folder / "train.jsonl.gz")
        half = [row for row in rows if may_be_looked_up(row.id) != unread]
        step = max(1, len(half) // max(1, count // len(FOLDERS)))
        yield from ((row.text, row.date) for row in half[::step][: count // len(FOLDERS)])


def date_of(value: str | None) -> date | None:
    """A date of ISO 8601 text, None for none."""
    return date.fromisoformat(value) if value else None


def statements(documents: Sequence[tuple[Document, Doc]]) -> list[ExtractionRecord]:
    """The records of parsed documents."""
    schema = load_schema()
    records = []
    for document, doc in documents:
        builder = RecordBuilder(document, schema, shipped_classifier())
        ChunkReader(builder, doc, 0).read()
        records.append(builder.finish())
    return records


def keys(records: Sequence[ExtractionRecord]) -> Counter[tuple[Any, ...]]:
    """What tells the statements of records apart, first of it the statement in words, counted."""
    return Counter(
        (_words(statement), number, *_key(statement))
        for number, record in enumerate(records)
        for statement in record.statements
    )


def _key(statement: LocalStatement) -> tuple[Any, ...]:
    source = statement.attribution.spans if statement.attribution else None
    spans = statement.object.spans if statement.object else None
    entities = statement.subject.entity, statement.object.entity if statement.object else None
    return (
        statement.subject.spans, statement.predicate.spans, spans, statement.polarity, statement.modality, source, entities,
        statement.predicate.relation, len(statement.arguments),
    )  # fmt: skip


def _words(statement: LocalStatement) -> str:
    object_ = statement.object.text if statement.object else "-"
    return f"{statement.subject.text} | {statement.predicate.label} | {object_} ({statement.polarity}, {statement.modality})"


def ledger(documents: Sequence[tuple[Document, Doc]], names: Collection[str] = ()) -> list[Row]:
    """A row for every rule, or for those of ``names``: firings, statements it is named by, those that change without it.

    Without a rule only the documents in which it fired are read again: it can change no other.
    """
    rows = {
        rule.name: Row(area, rule.name, rule.cites)
        for area, rule in all_rules()
        if rule.name in (names or (rule.name,))
    }
    base, fired = [], defaultdict(list)
    for number, pair in enumerate(documents):
        with watched() as firings:
            (record,) = statements([pair])
        base.append(record)
        for name, count in Counter(firing.rule for firing in firings).items():
            if name in rows:
                rows[name].fires += count
                fired[name].append(number)
        for statement in record.statements:
            for name in {statement.rule or "", *statement.steps} & set(rows):
                rows[name].statements += 1
    for name, numbers in fired.items():
        row, whole = rows[name], keys([base[number] for number in numbers])
        with switched_off(name):
            without = keys(statements([documents[number] for number in numbers]))
        made, unmade = whole - without, without - whole
        row.changed = made.total() + unmade.total()
        row.examples = [f"{sign} {key[0]}" for sign, keys_ in (("+", made), ("-", unmade)) for key in keys_]
    return list(rows.values())


def scores(row: Row, suite: dict[str, Any], base: dict[str, float]) -> None:
    """Fill in what each dev score loses without the rule, in points."""
    with switched_off(row.name):
        row.scores = {name: 100 * (base[name] - score()) for name, score in suite.items()}


def page(rows: Sequence[Row], words: int) -> str:
    """The ledger as Markdown."""
    names = sorted({name for row in rows for name in row.scores})
    head = [
        "rule",
        "fires",
        "statements",
        "changed without it",
        *(f"{name}, points" for name in names),
        "rests on",
    ]
    lines = [
        "# Rules",
        "",
        "Made by `python -m benchmarks.rules --write docs/rules.md`; do not edit by hand.",
        "",
        f"Counts are on {words:,} words of train articles that nobody looks into. *Fires*: how often the rule found something;",
        "*statements*: how many statements name it as their rule or a step; *changed without it*: statements that appear,",
        "vanish or read otherwise when it is switched off; *points*: what a dev score loses without it.",
    ]
    for area in dict.fromkeys(row.area for row in rows):
        lines += ["", f"## {area}", "", f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
        for row in (row for row in rows if row.area == area):
            points = [f"{row.scores[name]:+.1f}" if name in row.scores else "" for name in names]
            cells = [
                f"`{row.name}`",
                str(row.fires),
                str(row.statements),
                str(row.changed),
                *points,
                row.cites,
            ]
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def shown(row: Row) -> str:
    """One rule, with the statements that it makes and unmakes."""
    points = "".join(f", {points:+.1f} points of {name}" for name, points in sorted(row.scores.items()))
    counts = (
        f"{row.fires} firings, {row.statements} statements name it, {row.changed} change without it{points}"
    )
    return "\n".join((f"{row.area}/{row.name}: {counts}", *row.examples[:EXAMPLES]))


def score_suite(corpora: Path, limit: int) -> dict[str, Any]:
    """The dev scores that the ledger weighs rules by, each a call that gives a share between 0 and 1."""
    from training import evaluate_attribution, evaluate_openie

    nlp = load_pipeline(MODEL)

    def carb() -> float:
        return float(dict(evaluate_openie.evaluate(nlp, corpora))["CaRB"].f1)

    def polnear() -> float:
        path = corpora / "polnear/dev.jsonl.gz"
        return float(evaluate_attribution.evaluate(nlp, path, limit)["both"].f1)

    return {"CaRB": carb, "PolNeAR": polnear}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print or write the ledger."""
    parser = argparse.ArgumentParser(description="The ledger of rules.")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--scores", action="store_true", help="weigh rules by dev scores too (slow)")
    parser.add_argument(
        "--rule",
        action="append",
        default=[],
        help="only this rule, with the statements it makes (+) and unmakes (-), on articles that may be read",
    )
    parser.add_argument("--write", type=Path, help="write the page here")
    options = parser.parse_args(arguments)
    if not options.corpora.exists():
        raise SystemExit(f"{options.corpora}: the corpora are not here; the ledger is made on them.")
    if unknown := set(options.rule) - {rule.name for _, rule in all_rules()}:
        raise SystemExit(f"no such rule: {', '.join(sorted(unknown))}; docs/rules.md lists them.")
    if options.rule and options.write:
        raise SystemExit("--write takes the whole ledger: leave out --rule.")
    nlp = load_pipeline(MODEL)
    documents = []
    for text, day in texts(options.corpora, options.articles, unread=not options.rule):
        document = Document.from_text(text, date=date_of(day))
        documents.append((document, nlp(document.readable)))
    rows = ledger(documents, options.rule)
    if options.scores:
        suite = score_suite(options.corpora, 20)
        base = {name: score() for name, score in suite.items()}
        for row in rows:
            if row.changed:
                scores(row, suite, base)
    if options.rule:
        print("\n\n".join(map(shown, rows)))
        return
    content = page(rows, sum(len(document.text.split()) for document, _ in documents))
    if options.write:
        options.write.write_text(content, encoding="utf8")
    else:
        print(content)


if __name__ == "__main__":
    main()
