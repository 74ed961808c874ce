"""Times in the parse: an expression of several words is one time, and belongs to the verb right before it."""

from __future__ import annotations

from newsgraph.graph.model.record import VALUE_LABELS

from ...english.temporal.tagging import find_expressions
from .arrays import Columns, ancestors

_ARGUMENTS = frozenset({"obl", "obl:unmarked", "obl:tmod", "nmod", "nmod:unmarked"})
_WITHIN_NOUN = frozenset({"compound", "amod", "nummod", "nmod:poss", "det"})
_MARKS = frozenset({"punct", "case"})


def join_times(columns: Columns) -> None:
    """Label every time expression as a DATE and hang its words on one of them, that which stands by a verb."""
    for start, end in find_expressions(columns.text):
        span = range(start, end)
        labels = {columns.label[token] for token in span} - {""}
        if labels <= VALUE_LABELS:
            for token in span:
                columns.label[token] = "DATE"
            _join(columns, span)


def _join(columns: Columns, span: range) -> None:
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
        columns.head[token] = head
        if columns.dep[token] not in _MARKS:
            columns.dep[token] = "nmod"


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


def free_participle(columns: Columns, participle: int) -> None:
    """ "The record set by Ana Ruiz": the participle with its agent describes the noun, not the other way round."""
    noun = participle - 1
    if (
        columns.tag[participle] != "VBN"
        or columns.head[noun] != participle
        or columns.dep[noun] != "compound"
    ):
        return
    if not any(
        head == participle and columns.dep[token] == "obl:agent" for token, head in enumerate(columns.head)
    ):
        return
    columns.head[noun], columns.dep[noun] = columns.head[participle], columns.dep[participle]
    columns.head[participle], columns.dep[participle], columns.pos[participle] = noun, "acl", "VERB"
    for token, head in enumerate(columns.head[:noun]):
        if head == participle:
            columns.head[token] = noun
