"""Relations that have one value at a time: two values that articles of one time give are a dispute."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..identity import normal_key, slug
from ..knowledge_graph import KnowledgeGraph
from ..model.statement import Evidence, Statement
from ..resolution.person_name import parse_person
from .background import day_of
from .disputes import FACTS, Dispute, SideMaker, dispute
from .predicates import years_of
from .signatures import is_denied

BY_OBJECT = frozenset({"head_of_state_of", "head_of_government_of", "ceo_of"})
"""Relations of which an object has one subject at a time."""

LED = frozenset({"leader_of", "chair_of"})
"""Relations of which an object has one subject where the wording says so: "heads", "leader of", not "a leader of"."""

SEATS = frozenset({"capital_of"})
"""Relations of which an object has one subject in whatever words."""

BY_SUBJECT = frozenset({"born_on", "died_on"})
"""Relations of which a subject has one object, at all times; places are left out: a town is in a state."""

_LEADERS = r"(?:leader|head|chief|president|chair|chairman|chairwoman|chairperson)"
_ONE_LEADER = re.compile(rf"(?:heads?|leads?)(?: up)?|{_LEADERS} of")
_ONE_OF_SEVERAL = re.compile(rf"\b(?:an?|another|one of the|among the)\b[^,.;]{{0,40}}\b{_LEADERS}s? of\b")

WINDOW = 60
"""Days between articles within which an office is held by one person."""

_NOT_NOW = re.compile(
    r"\b(?:former|ex|late|then|acting|interim|next|incoming|outgoing|elect|designate|previous|future|deputy|vice|co|"
    r"at th(?:e|at) time|candidate|nominee|would-be|one-time|onetime|self-declared|self-styled|opposition)\b",
    re.IGNORECASE,
)


_TITLES = frozenset({"title", "apposition"})
_LOOSE = frozenset({"title", "possessive"})


def value_disputes(graph: KnowledgeGraph, makers: SideMaker) -> Iterator[Dispute]:
    """Yield the relations of one value for which articles give two."""
    named = {entity.id for entity in graph.entities if entity.named}
    yield from _ages(graph, makers, named)
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    gone = _gone(graph)
    for statement in graph.statements:
        key = _key(statement, named)
        if key is None or not _is_now(graph, statement):
            continue
        relation, holder = key
        has_left = any(not bodies or holder in bodies for bodies in gone.get(statement.subject, ()))
        if relation in BY_SUBJECT or not has_left:
            groups[key].append(statement)
    for (relation, holder), statements in sorted(groups.items()):
        values = {statement.id: _value(graph, statement) for statement in statements}
        clashing = _clashing(graph, statements, values, lasting=relation in BY_SUBJECT)
        if clashing:
            entities = sorted({id for s in clashing for id in (s.subject, s.object) if id in named})
            told = " or ".join(sorted({values[s.id] for s in clashing}))
            text = f"{_office(relation, graph.entity(holder).name)}: {told}"
            sides = (side for s in clashing for side in makers.of(s, values[s.id]))
            yield dispute("value", text, sides, entities)


def _gone(graph: KnowledgeGraph) -> dict[str, list[set[str]]]:
    """Return who is said to have died, left or been replaced: another one in the same office is a successor.

    Each time with the organisations that the statement names: whoever leaves one still heads another.
    """
    found: dict[str, list[set[str]]] = defaultdict(list)
    for statement in graph.statements:
        who = _who_goes(statement)
        if who is not None and statement.status in FACTS and not is_denied(statement):
            named = {*statement.participants, *(part.entity for part in statement.involvements)}
            is_death = statement.event_class in _DEATHS
            found[who].append(set() if is_death else {id for id in named if graph.entity(id).label == "ORG"})
    return found


def _who_goes(statement: Statement) -> str | None:
    is_done_to = statement.event_class in _REMOVALS
    if statement.event_class in _DEPARTURES or (is_done_to and statement.passive):
        return statement.subject
    return statement.object if is_done_to or statement.relation == "succeeded" else None


_DEPARTURES = frozenset({"death", "resignation"})
_REMOVALS = frozenset({"killing", "dismissal"})
_DEATHS = frozenset({"death", "killing"})


def _office(relation: str, holder: str) -> str:
    """Return a relation and who has it in words: "capital of Norland", "Ona Reyes, born on"."""
    words = _TITLES_OF.get(relation, relation.replace("_", " "))
    return f"{words} {holder}" if relation.endswith("_of") else f"{holder}, {words}"


_TITLES_OF = {"ceo_of": "chief executive of"}


def _key(statement: Statement, named: set[str]) -> tuple[str, str] | None:
    if statement.status not in FACTS or is_denied(statement) or statement.subject not in named:
        return None
    is_title = all(piece.method in _TITLES for piece in statement.evidence)
    if statement.object in named and statement.relation in BY_OBJECT and is_title:
        return statement.relation or "", statement.object or ""
    if statement.relation in SEATS and statement.predicate in _SEAT_OF:
        holder = _named_object(statement, named)
        return (statement.relation or "", holder) if holder else None
    if statement.object in named and statement.relation in LED and _is_sole_leader(statement):
        return statement.relation or "", statement.object or ""
    relation = _day_of(statement)
    return (relation, statement.subject) if relation and statement.time else None


def _named_object(statement: Statement, named: set[str]) -> str | None:
    """Return the object, or the one name that it mentions: "the republic of Norland" has a node of its own."""
    inside = {i.entity for i in statement.involvements if i.part == "object" and i.entity in named}
    return statement.object if statement.object in named else next(iter(inside)) if len(inside) == 1 else None


_SEAT_OF = frozenset({"capital of", "is capital of", "is the capital of"})


def _is_sole_leader(statement: Statement) -> bool:
    """Return whether somebody heads a body, not only one of its leaders: parties have those in every town and house."""
    loose = any(piece.method in _LOOSE for piece in statement.evidence)
    return not loose and _ONE_LEADER.fullmatch(statement.predicate) is not None


def _day_of(statement: Statement) -> str | None:
    """Return the relation whose value is the day of a statement: "was born in Halsund on 3 May 1950" tells both."""
    if statement.roleset == _BORN:
        return "born_on"
    return statement.relation if statement.relation in BY_SUBJECT else None


_BORN = "bear.02"


def _is_now(graph: KnowledgeGraph, statement: Statement) -> bool:
    """Return whether a statement speaks of the present of its article, with no word for past or coming holders."""
    if _day_of(statement):
        return True
    sentences = (graph.document(e.document).sentences for e in statement.evidence)
    texts = [
        s[e.sentence].text for s, e in zip(sentences, statement.evidence, strict=True) if e.sentence < len(s)
    ]
    several = statement.relation in LED and any(map(_ONE_OF_SEVERAL.search, texts))
    return statement.time is None and not several and not any(map(_NOT_NOW.search, texts))


def _value(graph: KnowledgeGraph, statement: Statement) -> str:
    if _day_of(statement):
        return statement.time or ""
    return graph.entity(statement.subject).name


def _clashing(
    graph: KnowledgeGraph, statements: Sequence[Statement], values: Mapping[str, str], *, lasting: bool
) -> list[Statement]:
    """Return the statements that give two values at one time; one value of several articles, not a slip."""
    found = {
        id
        for at, left in enumerate(statements[:_MOST])
        for right in statements[at + 1 : _MOST]
        if values[left.id] != values[right.id]
        and not _is_part(values[left.id], values[right.id], dates=lasting)
        if lasting or _gap(graph, left, right) <= WINDOW
        if {e.document for e in left.evidence} != {e.document for e in right.evidence}
        for id in (left.id, right.id)
    }
    return [statement for statement in statements if statement.id in found]


_MOST = 50
"""Statements of one relation and holder that are compared with each other."""


def _is_part(left: str, right: str, *, dates: bool) -> bool:
    """Return whether one value is less exact than the other, or another spelling: "1969" and "1969-02-11"."""
    short, long = sorted((left, right), key=len)
    if not short or long.startswith(short):
        return True
    return not dates and bool(set(slug(left).split("-")) & set(slug(right).split("-")) - {""})


def _gap(graph: KnowledgeGraph, left: Statement, right: Statement) -> int:
    days = [[day_of(graph.document(e.document).date) for e in s.evidence] for s in (left, right)]
    gaps = [abs((a - b).days) for a in days[0] for b in days[1] if a is not None and b is not None]
    return min(gaps, default=WINDOW + 1)


def _ages(graph: KnowledgeGraph, makers: SideMaker, named: set[str]) -> Iterator[Dispute]:
    """Yield people who are given two ages that the days between the articles do not explain.

    Only where they are named in full, or in an article that does so by a family name that nobody else in the graph has:
    else it may be that of a husband, a sister or a son.
    """
    told: dict[str, list[tuple[int, int, Evidence]]] = defaultdict(list)
    named = {id for id in named if graph.entity(id).label == "PERSON"}
    bearers = Counter(_family_name(graph.entity(id).name) for id in named)
    full = {
        (id, member.document)
        for id in named
        for member in graph.entity(id).members
        if any(mention.kind == "name" and _is_full_name(mention.text) for mention in member.mentions)
    }
    for statement in graph.statements:
        number = years_of(statement)
        if number is not None and statement.subject in named:
            family = _family_name(graph.entity(statement.subject).name)
            for piece in statement.evidence:
                day, called = day_of(graph.document(piece.document).date), piece.subject.text
                is_alone = (
                    bearers[family] == 1
                    and normal_key(called) == family
                    and (statement.subject, piece.document) in full
                )
                if day is not None and (is_alone or _is_full_name(called)):
                    told[statement.subject].append((day.toordinal(), number, piece))
    for person, ages in sorted(told.items()):
        born = [(day - 365.25 * (age + 1), day - 365.25 * age) for day, age, _ in ages]
        apart = max(first for first, _ in born) - min(last for _, last in born)
        documents = {piece.document for _, _, piece in ages}
        if _SLACK < apart < _SLIP and len(documents) > 1:
            sides = (makers.piece(piece, str(age)) for _, age, piece in ages)
            yield dispute("value", f"age of {graph.entity(person).name}", sides, [person])


def _family_name(text: str) -> str:
    """Return the last part of a person's name, in a plain spelling."""
    return (parse_person(text).tokens or ("",))[-1]


def _is_full_name(text: str) -> bool:
    """Return whether the capitalised words of a phrase name a person by more than a title and one name."""
    name = " ".join(word for word in text.split() if word[:1].isupper())
    return bool(name) and not parse_person(name).bare


_SLACK, _SLIP = 2.0, 15 * 365.25
"""Days by which years of 365.25 days may be out, and those from which one of two ages is no age."""
