"""The columns of a parse, and what mending asks of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a parse that corrections read; they are changed in place, and by nobody else.

    ``entities`` are the named entities (start, end exclusive, label); ``subjects`` the subjects of each predicate, in
    text order, and ``finite`` the predicates with a finite verb, both as they are before clauses are corrected.
    """

    text: list[str]
    head: list[int]
    dep: list[str]
    tag: list[str]
    pos: list[str]
    lemma: list[str]
    label: list[str]
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    subjects: dict[int, list[int]] = field(default_factory=dict)
    finite: set[int] = field(default_factory=set)

    def state(self) -> list[tuple[object, ...]]:
        """What corrections may change, by token."""
        return list(zip(self.head, self.dep, self.tag, self.pos, self.label, strict=True))

    def copy(self) -> Columns:
        """The same columns, which no later change of these reaches."""
        return Columns(*(getattr(self, each.name).copy() for each in fields(self)))

    def restore(self, other: Columns) -> None:
        """Take back all changes since ``other`` was copied."""
        for each in fields(self):
            own, old = getattr(self, each.name), getattr(other, each.name)
            own.clear()
            own.extend(old) if isinstance(own, list) else own.update(old)

    def has_circle(self) -> bool:
        """Does some word stand, by way of others, below itself?"""
        safe: set[int] = set()
        for token in range(len(self.head)):
            above = token
            way: set[int] = set()
            while above not in safe and self.head[above] != above:
                if above in way:
                    return True
                way.add(above)
                above = self.head[above]
            safe |= way
        return False

    def is_subject(self, token: int) -> bool:
        """Is the token still a subject of its governor, after the corrections so far?"""
        return token in self.subjects.get(self.head[token], ())


def ancestors(columns: Columns, token: int) -> set[int] | None:
    """All words above a token; None for a root."""
    return set(climb(columns, token)) or None


def climb(columns: Columns, token: int) -> Iterator[int]:
    """The words above a token, nearest first."""
    above: set[int] = set()
    while columns.head[token] != token and columns.head[token] not in above:
        token = columns.head[token]
        above.add(token)
        yield token


def subjects_of(columns: Columns) -> dict[int, list[int]]:
    """The subjects of each predicate."""
    subjects: dict[int, list[int]] = {}
    for token, dep in enumerate(columns.dep):
        if dep in _SUBJECTS:
            subjects.setdefault(columns.head[token], []).append(token)
    return subjects


def finite_predicates(columns: Columns) -> set[int]:
    """The predicates that have a finite verb: their own form or an auxiliary."""
    verbs = (token for token, tag in enumerate(columns.tag) if tag in FINITE)
    return {columns.head[token] if columns.dep[token] in _HELPERS else token for token in verbs}


def dependents(columns: Columns, head: int, dep: str, start: int, end: int) -> list[int]:
    """The tokens of a stretch that hang on ``head`` by a relation."""
    start = max(0, start)
    above = enumerate(columns.head[start:end], start)
    return [t for t, governor in above if governor == head and columns.dep[t] == dep and t != head]
