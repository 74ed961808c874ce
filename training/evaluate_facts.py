"""Score extraction records against the facts annotated in the articles of tests/extract/articles.

    newsgraph extract tests/extract/articles/*.txt > records.jsonl
    python -m training.evaluate_facts records.jsonl

A fact is found when a statement has its subject, predicate and object; the names of entities count as well
as the words of the text, so that a pronoun resolved wrongly costs the fact. Attribution, polarity with
modality, and time are scored on found facts. In the annotation ``|`` parts alternatives and ``-`` stands
for nothing, or for anything where an object may be left open.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsgraph.graph.model.record import ExtractionRecord, LocalStatement, SpanText
from newsgraph.graph.model.record_io import read_records

ARTICLES = Path("tests/extract/articles")


@dataclass(frozen=True, slots=True)
class Fact:
    """An annotated fact; every field holds the alternatives that are right."""

    subject: tuple[str, ...]
    predicate: tuple[str, ...]
    object: tuple[str, ...]
    attribution: tuple[str, ...]
    polarity: tuple[str, ...]
    modality: tuple[str, ...]
    time: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was right of a fact; all False when it was not found, ``time`` None where the fact has none."""

    found: bool
    attribution: bool = False
    stance: bool = False
    time: bool | None = None


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the share of facts found, and of these the shares with the right source, stance and time."""
    parser = argparse.ArgumentParser(description="Score extraction records against annotated facts.")
    parser.add_argument("records", type=Path, help="JSON Lines, as newsgraph extract writes them")
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    parser.add_argument("--missed", action="store_true", help="list what was not found or not right")
    options = parser.parse_args(arguments)
    verdicts = []
    with options.records.open(encoding="utf8") as lines:
        for record in read_records(lines):
            name = Path(record.document.source).stem
            for fact in read_facts(options.articles / f"{name}.facts.tsv"):
                verdict = judge(fact, record)
                verdicts.append(verdict)
                if options.missed:
                    _report(name, fact, verdict)
    for name, share, count in summarize(verdicts):
        print(f"{name:18} {share:.3f}  of {count}")


def summarize(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, float, int]]:
    """Name, share and number of what was counted."""
    found = [verdict for verdict in verdicts if verdict.found]
    timed = [verdict.time for verdict in found if verdict.time is not None]
    yield "found", len(found) / max(1, len(verdicts)), len(verdicts)
    yield "attribution", sum(v.attribution for v in found) / max(1, len(found)), len(found)
    yield "polarity+modality", sum(v.stance for v in found) / max(1, len(found)), len(found)
    yield "time", sum(timed) / max(1, len(timed)), len(timed)


def _report(name: str, fact: Fact, verdict: Verdict) -> None:
    wrong = [
        field for field in ("found", "attribution", "stance", "time") if getattr(verdict, field) is False
    ]
    if wrong:
        print(f"{name}: {wrong[0] if wrong[0] == 'found' else ','.join(wrong)}: {fact}")


def read_facts(path: Path) -> list[Fact]:
    """The annotated facts of an article."""
    with path.open(encoding="utf8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Fact(**{field: tuple(value.split("|")) for field, value in row.items()}) for row in rows]


def judge(fact: Fact, record: ExtractionRecord) -> Verdict:
    """The verdict on the statement that fits a fact best."""
    names = {entity.id: " ; ".join((entity.name, *entity.aliases)) for entity in record.entities}
    verdicts = [
        _compare(fact, statement, names) for statement in record.statements if _fits(fact, statement, names)
    ]
    return max(verdicts, key=lambda v: v.attribution + v.stance + bool(v.time), default=Verdict(found=False))


def _fits(fact: Fact, statement: LocalStatement, names: dict[str, str]) -> bool:
    predicate = f"{statement.predicate.lemma} {statement.predicate.text} {statement.predicate.relation or ''}"
    rest = " ; ".join(
        (
            _text(statement.object, names),
            predicate,
            *(_named(q.text, q.entity, names) for q in statement.qualifiers),
        )
    )
    if statement.predicate.lemma in ("be", "become", "serve") or statement.method == "copula":
        predicate = f"{predicate} be {_text(statement.object, names)}"
    return (
        _says(fact.subject, _text(statement.subject, names))
        and _says(fact.predicate, predicate)
        and ("-" in fact.object or _says(fact.object, rest))
    )


def _compare(fact: Fact, statement: LocalStatement, names: dict[str, str]) -> Verdict:
    source = statement.attribution
    attribution = (
        "-" in fact.attribution
        if source is None
        else _says(fact.attribution, _named(source.text, source.entity, names))
    )
    stance = statement.polarity in fact.polarity and statement.modality in fact.modality
    values = [qualifier.value for qualifier in statement.qualifiers if qualifier.role == "time"]
    time = (
        None
        if fact.time == ("-",)
        else any(value in fact.time for value in values) or ("-" in fact.time and not any(values))
    )
    return Verdict(True, attribution, stance, time)


def _text(span: SpanText | None, names: dict[str, str]) -> str:
    return "" if span is None else _named(span.text, span.entity, names)


def _named(text: str, entity: str | None, names: dict[str, str]) -> str:
    return f"{text} ; {names.get(entity, '')}" if entity else text


def _says(alternatives: tuple[str, ...], text: str) -> bool:
    """Is one of the alternatives in the text, as whole words from their start?"""
    spaced = f" {text.lower()}"
    return any(
        f" {alternative.lower()}" in spaced or f"-{alternative.lower()}" in spaced
        for alternative in alternatives
    )


if __name__ == "__main__":
    main()
