"""Times in the parse: an expression of several words is one time, and belongs to the verb right before it."""

from __future__ import annotations

from newsgraph.graph.model.record import VALUE_LABELS

from ...english.temporal.tagging import can_be_no_name, find_expressions
from ...english.temporal.vocabulary import MONTHS, WEEKDAYS
from .arguments import NAMES
from .arrays import Columns, ancestors, dependents

_ARGUMENTS = frozenset({"obl", "obl:unmarked", "obl:tmod", "nmod", "nmod:unmarked"})
_WITHIN_NOUN = frozenset({"compound", "amod", "nummod", "nmod:poss", "det"})
_MARKS = frozenset({"punct", "case"})
_NEAR = 8
"""Words before a noun that its preposition is looked for in."""
_DAYS = frozenset(name.title() for name in (*WEEKDAYS, *MONTHS))


def join_times(columns: Columns) -> None:
    """Label every time expression as a DATE and hang its words on one of them, that which stands by a verb."""
    for start, end in find_expressions(columns.text):
        span = range(start, end)
        named = (token for token in span if columns.label[token] and columns.label[token] not in VALUE_LABELS)
        if all(can_be_no_name(columns.text[token]) for token in named):
            for token in span:
                columns.label[token] = "DATE"
            _join(columns, span)


def _join(columns: Columns, span: range) -> None:
    for token in span:
        if columns.dep[token] == "appos" and columns.head[token] in span:
            columns.dep[token] = "nmod"
        elif columns.dep[token] == "nmod:poss":
            _free_decade(columns, token, span)
    tops = [token for token in span if columns.head[token] not in span or columns.head[token] == token]
    heads = [token for token in tops if columns.dep[token] in _ARGUMENTS]
    if len(tops) < 2 or not heads:
        return
    head = min(heads, key=lambda token: (columns.pos[columns.head[token]] not in ("VERB", "AUX"), token))
    above = {head, *(ancestors(columns, head) or ())}
    for token in tops:
        if token == head or token in above or columns.dep[token] in _WITHIN_NOUN:
            continue
        if not above & (ancestors(columns, token) or {token}):  # another sentence
            continue
        if columns.dep[token] == "case" and columns.head[token] >= span.stop:  # "at noon on Friday night"
            continue
        columns.head[token] = head
        if columns.dep[token] not in _MARKS:
            columns.dep[token] = "nmod"


def _free_decade(columns: Columns, decade: int, span: range) -> None:
    """ "During the 1960's Tessel built trams": a decade behind a preposition is nobody's owner."""
    owned, mark = columns.head[decade], decade + 1
    cases = [
        t for t in range(max(0, decade - 3), decade) if columns.head[t] == decade and columns.dep[t] == "case"
    ]
    if owned in span or mark not in span or not cases or columns.head[mark] != decade:
        return
    columns.head[decade], columns.dep[decade] = columns.head[owned], "obl"
    columns.dep[mark] = "fixed"


def raise_time(columns: Columns, time: int) -> None:
    """ "Rescuers on Sunday found the ferry": a day between subject and verb is when it was done."""
    subject = columns.head[time]
    verb = columns.head[subject]
    if columns.label[time] != "DATE" or not columns.is_subject(subject) or not subject < time < verb:
        return
    start = _start(columns, time)
    day = any(columns.text[t] in _DAYS for t in range(start, verb))
    beside = all(columns.head[t] in (time, verb) for t in range(time + 1, verb))
    if columns.text[start].lower() == "on" and day and beside:
        columns.head[time], columns.dep[time] = verb, "obl"


_CLAUSES_OF_NOUNS = frozenset({"acl", "acl:relcl"})
_OBLIQUE = frozenset({"obl", "obl:unmarked", "obl:tmod"})


def lower_times(columns: Columns) -> None:
    """Hang a time behind a second verb on that verb, where the parser hung it on the first.

    "Recovered and became a prisoner on 12 May" dates the second; "arrested and charged on Monday" is left
    alone. A clause of a noun takes the time behind it where the verb has another already: "Last week he sold
    the yard built by Remor in 1999".
    """
    times: dict[int, list[int]] = {}
    for token, dep in enumerate(columns.dep):
        if dep in _OBLIQUE and columns.label[token] in ("DATE", "TIME"):
            times.setdefault(columns.head[token], []).append(token)
    for verb, held in times.items():
        last = held[-1]
        if last > verb + 2 and columns.pos[verb] in ("VERB", "AUX"):
            lower = _clause_before(columns, verb, _start(columns, last), dated=len(held) > 1)
            if lower is not None:
                columns.head[last] = lower


def _start(columns: Columns, time: int) -> int:
    """Return the first word of a time: its preposition and modifiers stand right before it."""
    start = time
    while start > 0 and columns.head[start - 1] in range(start, time + 1):
        start -= 1
    return start


def _clause_before(columns: Columns, verb: int, start: int, *, dated: bool) -> int | None:
    """Return the verb, below the first one, whose words end right before a time."""
    token = start - 1
    found = None
    for _ in range(len(columns.text)):
        above = columns.head[token]
        if above == token or token <= verb:
            return None
        if found is None and (above == verb or columns.dep[token] in _CLAUSES_OF_NOUNS):
            found = token
        if above == verb:
            break
        token = above
    return found if found is not None and _takes(columns, verb, found, start, dated=dated) else None


def _takes(columns: Columns, verb: int, lower: int, start: int, *, dated: bool) -> bool:
    if columns.pos[lower] != "VERB" or columns.label[start - 1] in ("DATE", "TIME"):
        return False
    if columns.dep[lower] == "conj":
        return start - lower > 1 and columns.head[lower] == verb
    return dated and columns.dep[lower] in _CLAUSES_OF_NOUNS


def raise_before_that(columns: Columns, adjunct: int) -> None:
    """ "Told a paper on Monday that it was sold": what stands before "that" belongs to the verb of telling."""
    clause = columns.head[adjunct]
    verb = columns.head[clause]
    if columns.dep[clause] != "ccomp" or not verb < adjunct < clause:
        return
    marks = [
        t for t in range(verb + 1, clause) if columns.text[t].lower() == "that" and columns.dep[t] == "mark"
    ]
    if columns.pos[verb] == "VERB" and marks[:1] > [adjunct] and columns.head[marks[0]] == clause:
        columns.head[adjunct] = verb


def lower_before_mark(columns: Columns, time: int) -> None:
    """ "One year after the yard was built": what measures "after" is no time of the clause that it opens."""
    clause, mark = columns.head[time], time + 1
    opens = mark < len(columns.text) and columns.dep[mark] == "mark" and columns.head[mark] == clause
    if not opens or clause < mark or columns.text[mark].lower() not in ("after", "before", "since"):
        return
    named = columns.label[time] in NAMES and dependents(columns, time, "case", time - _NEAR, time)
    if not named and columns.dep[time] != "obl:agent":
        columns.head[time], columns.dep[time] = mark, "obl:unmarked"
    elif named and columns.head[clause] < time:  # "is to appear before the Tribunal after he was arrested"
        columns.head[time], columns.dep[time] = columns.head[clause], "obl"
