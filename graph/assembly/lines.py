"""Lines: how statements join two entities, as a person would draw them.

A statement is a line from its subject to its object (*statement*). It joins its subject also to those who take part
in some other way: in a named role (*argument*), as a circumstance (*qualifier*), because a phrase mentions them
(*mention*), or as who says so (*source*, drawn from the source to the subject). Only *statement* lines say what
the statement says; the others say who is involved in it, and how.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal as OneOf

from ..identity import digest
from ..knowledge.english import CONTINUING
from ..model.statement import SOURCE, EventArgument, Qualifier, Statement
from .involvement import ELLIPSIS, told_of

_STEM = 4
"""Letters by which the name of a role is told to repeat its verb: "thanked", of "thank"."""

_ROLES = frozenset({"time", "place", "purpose", "cause", "manner", "topic", "beneficiary"})
"""Roles of circumstances that are not prepositions."""

LineKind = OneOf["statement", "argument", "qualifier", "mention", "source"]


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A line of a statement from one entity to another, with the words that join them."""

    source: str
    target: str
    statement: str
    kind: LineKind
    label: str

    @property
    def key(self) -> str:
        """What tells it from all other lines: the statement's id where it says what that says, else a longer one."""
        if self.kind == "statement":
            return self.statement
        return f"{self.statement}-{digest(self.kind, self.source, self.target)}"


def lines_of(statement: Statement) -> Iterator[Line]:
    """Yield the lines of a statement: that to its object first, and at most one between any other two entities."""
    drawn: set[frozenset[str]] = set()
    for line in _candidates(statement):
        ends = frozenset((line.source, line.target))
        if line.kind == "statement" or (len(ends) == 2 and ends not in drawn):
            drawn.add(ends)
            yield line


def _candidates(statement: Statement) -> Iterator[Line]:
    subject, predicate = statement.subject, statement.predicate
    if statement.object is not None:
        yield Line(subject, statement.object, statement.id, "statement", predicate)
    said = statement.evidence[0].object if statement.evidence else None
    lead = told_of(predicate, None if said is None else said.text)
    behind = {q.entity: _opening(q) for q in statement.qualifiers}
    for argument in statement.arguments:
        if argument.entity is not None:
            words = behind.get(argument.entity)
            label = f"{lead} {words}" if words else _in_role(lead, argument, statement.lemma)
            yield Line(subject, argument.entity, statement.id, "argument", label)
    for qualifier in statement.qualifiers:
        if qualifier.entity is not None:
            label = f"{lead} {_opening(qualifier)}"
            yield Line(subject, qualifier.entity, statement.id, "qualifier", label)
    for involvement in statement.involvements:
        if involvement.part == SOURCE:
            yield Line(involvement.entity, subject, statement.id, "source", involvement.label)
        else:
            yield Line(subject, involvement.entity, statement.id, "mention", involvement.label)
    for piece in statement.evidence:
        for said in (piece.attribution, piece.via):
            if said is not None and said.entity is not None:
                yield Line(said.entity, subject, statement.id, "source", piece.cue or "source")


def _in_role(lead: str, argument: EventArgument, verb: str) -> str:
    """Return what joins a participant: a preposition, or the name of the role if it says more than the verb does."""
    role, label = argument.role, argument.label
    if role.islower() and role not in _ROLES:
        return f"{lead} {role}"
    if label is not None and CONTINUING.fullmatch(label):
        return f"{lead} {label}"
    told = lead if lead.endswith(ELLIPSIS) else f"{lead} {ELLIPSIS}"
    says_more = label is not None and "-" not in label and label[:_STEM] != verb[:_STEM]
    return f"{told} ({label})" if says_more else told


def _opening(qualifier: Qualifier) -> str:
    """The preposition that a circumstance opens with or that is its role, else an ellipsis."""
    first, _, rest = qualifier.text.partition(" ")
    if rest and first.islower():
        return first
    return ELLIPSIS if qualifier.role in _ROLES else qualifier.role
