"""What happens to a text on its way to statements: parse, semantic roles, rules that fired, what each added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..syntax.rules import Firing, watched
from .builder import RecordBuilder
from .chunk import ChunkReader
from .confidence import DOUBTED
from .rules import all_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsgraph.graph.model.record import ExtractionRecord, LocalStatement


@dataclass(frozen=True, slots=True)
class Trace:
    """One text followed through the rules; ``str`` of it is what ``newsgraph trace`` prints."""

    parse: tuple[str, ...]
    roles: tuple[str, ...]
    firings: tuple[Firing, ...]
    record: ExtractionRecord

    def __str__(self) -> str:
        tried = sum(1 for _ in all_rules())
        fired = len({firing.rule for firing in self.firings})
        sections = (
            ("Parse", self.parse),
            ("Semantic roles", self.roles),
            (f"Rules: {fired} of {tried} fired", tuple(_fired(self.firings))),
            ("Statements", tuple(map(_stated, self.record.statements))),
        )
        return "\n\n".join(
            "\n".join((title, *(f"  {line}" for line in lines or ("none",)))) for title, lines in sections
        )


def trace_doc(builder: RecordBuilder, doc: Doc) -> Trace:
    """Read a parsed document while watching the rules; ``builder`` is fresh and for the same text."""
    with watched() as firings:
        ChunkReader(builder, doc, 0).read()
    return Trace(tuple(_parse(doc)), tuple(_roles(doc)), tuple(firings), builder.finish())


def _parse(doc: Doc) -> Iterator[str]:
    words = [token for token in doc if not token.is_space]
    width = max((len(token.text) for token in words), default=0)
    for token in words:
        head = "" if token.head.i == token.i else f"{token.head.text} ({token.head.i})"
        entity = f"  {token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""
        lemma = f"  lemma {token.lemma_}" if token.lemma_.lower() != token.lower_ else ""
        yield f"{token.i:3} {token.text:{width}}  {token.pos_:5} {token.dep_:12} {head}{entity}{lemma}".rstrip()


def _roles(doc: Doc) -> Iterator[str]:
    if not doc.has_extension("frames"):
        return
    for frame in doc._.frames:
        roles = ", ".join(f"{role.name} {doc[role.head].text}" for role in frame.roles)
        yield f"{doc[frame.predicate].text} ({frame.roleset or 'no roleset'}): {roles or 'no roles'}"


def _fired(firings: tuple[Firing, ...]) -> Iterator[str]:
    areas = {rule.name: (area, rule.cites) for area, rule in all_rules()}
    for firing in firings:
        area, cites = areas.get(firing.rule, ("", ""))
        added = f": {firing.added}" if firing.added else ""
        yield f"{area}/{firing.rule} at {firing.token}{added}" + (f"  [{cites}]" if cites else "")


def _stated(statement: LocalStatement) -> str:
    object_ = f" | {statement.object.text}" if statement.object else ""
    steps = " > ".join((statement.rule or statement.method, *statement.steps))
    status = ", ".join(_status(statement))
    line = f"{statement.subject.text} | {statement.predicate.text}{object_}  ({status}) by {steps}"
    return " ".join(line.split())


def _status(statement: LocalStatement) -> Iterator[str]:
    yield from (statement.polarity, statement.modality)
    if statement.attribution:
        yield f"says {statement.attribution.text}"
    if statement.predicate.relation:
        yield f"relation {statement.predicate.relation}"
    if statement.event_class:
        yield f"event {statement.event_class}"
    yield from (f"{argument.label or argument.role}: {argument.text}" for argument in statement.arguments)
    yield from (f"{one.role}: {one.value or one.text}" for one in statement.qualifiers)
    yield f"{statement.confidence:.2f}" + (", too unsure to tell" if statement.confidence < DOUBTED else "")
