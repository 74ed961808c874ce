"""Tolls: statements that count people dead, hurt, held or on strike are about one kind of figure, however they say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from ..model.record import Amount
from ..model.statement import Statement
from .phrases import ClaimPart, bare_count, head_of, phrase

_KINDS = {
    "killing": "dead",
    "death": "dead",
    "injury": "injured",
    "arrest": "arrested",
    "kidnapping": "abducted",
}
_STATES = {
    "dead": "dead", "dying": "dead", "injure": "injured", "hurt": "injured", "missing": "missing", "wound": "injured",
    "ill": "ill", "infect": "ill", "sick": "ill", "sicken": "ill",
    "trap": "trapped", "rescue": "rescued",
    "displace": "displaced", "evacuate": "displaced", "homeless": "displaced",
}  # fmt: skip
"""States in which people are counted, by the adjective or the lemma of the verb."""
_ACTIONS = {
    "strike": "striking", "walkout": "striking", "walk out": "striking",
    "march": "protesting", "demonstrate": "protesting", "protest": "protesting", "rally": "protesting",
    "demonstration": "protesting",
}  # fmt: skip
"""What people do together, by the verb or by the noun that goes with one: "went on strike", "joined the march"."""
_DEEDS = {"die": "dead", "died": "dead", "kill": "dead", "detain": "arrested", "arrest": "arrested"}
_NO_PEOPLE = frozenset(
    "animal bee bird buffalo cat cattle chicken cow dog elephant fish goat horse lion pig rhino sheep tiger tree whale wolf "
    "bill budget hope job law plan project proposal times "
    "second minute hour day night week month year decade time percent degree kilometre kilometer metre meter mile foot km"
    .split()
)  # fmt: skip
"""What is killed, hurt or lost as well, and measures beside a verb ("died 12 days later")."""


def toll_of(
    statement: Statement, agent: ClaimPart | None, theme: ClaimPart | None
) -> tuple[str, ClaimPart] | None:
    """Return the class of a toll and the counted phrase, where a statement counts people; else None.

    "The blast killed 9", "9 people died", "left 9 people dead", "the death toll rose to 9" and "the number of people killed
    is 9" are wordings of one. What happened "on Saturday" is left to the statement that knows which one.
    """
    if statement.relation in _DATED:
        return None
    tally = next((part for part in (agent, theme) if part is not None and part.head in _TALLIES), None)
    if tally is not None:
        return _tallied(statement, tally, theme if tally is agent else None)
    kind, parts = _counted(statement, agent, theme)
    for part in parts:
        if kind and part is not None and part.entity is None and part.amount and _counts_people(part):
            return f"toll:{kind}", _of_people(part, part.amount)
    return None


def _counted(
    statement: Statement, agent: ClaimPart | None, theme: ClaimPart | None
) -> tuple[str, Sequence[ClaimPart | None]]:
    """Return what a statement counts, if anything, and the phrases that may name who is counted."""
    kind = _KINDS.get(statement.event_class or "") or _STATES.get(statement.lemma, "")
    beside = [theme.head if theme is not None else "", *(head_of(q.text) for q in statement.qualifiers)]
    state = next((_STATES[word] for word in beside if word in _STATES), "")
    if kind:
        return kind, (theme, agent)
    if _MISSING in statement.predicate.split():
        return _MISSING, (agent,)
    if state and statement.roleset in _LEFT:
        return state, (_left_so(statement), theme)
    if _CUSTODY in beside:
        return "arrested", (theme, agent)
    if theme is not None and theme.head in _LIVES and statement.lemma in _TAKES:
        return "dead", (_whose(theme), agent)
    bodies = [part for part in (theme, agent) if part is not None and part.head == _BODY]
    if bodies and statement.lemma in _FINDS and "more" not in bodies[0].text.split():
        return "dead", bodies
    return _action_of(statement, theme), (agent,)


_CUSTODY, _BODY = "custody", "body"
_LIVES = frozenset({"life", "live"})  # heads are stems: "lives"
_TAKES = frozenset({"claim", "take", "cost", "lose"})
_FINDS = frozenset({"find", "recover", "pull", "retrieve"})
"""What is done with bodies: how many were found is how many are known to be dead."""


def _whose(lives: ClaimPart) -> ClaimPart:
    """Return whose lives they are: "the lives of 41 people", "41 lives"."""
    _, _, people = lives.text.partition(" of ")
    return phrase(people, None, frozenset()) if people else lives


def _action_of(statement: Statement, theme: ClaimPart | None) -> str:
    """Return what its subject does together with others: who joins a strike is on strike."""
    beside = statement.predicate.split()[1:]
    verbs = [statement.lemma, " ".join([statement.lemma, *beside[:1]])]
    words = [*verbs, *beside, theme.head if theme is not None else ""]
    return next((_ACTIONS[word] for word in words if word in _ACTIONS), "")


def _tallied(
    statement: Statement, tally: ClaimPart, reached: ClaimPart | None
) -> tuple[str, ClaimPart] | None:
    """Return the class of a tally and the number that it reaches, as its object or beside it."""
    kind, counted = _kind_of(tally), reached or _reached(statement)
    if not kind or counted is None or counted.amount is None:
        return None
    return f"toll:{kind}", _of_people(counted, counted.amount)


def _kind_of(tally: ClaimPart) -> str:
    """Return what a tally counts: "the number of people killed", "the death toll"."""
    known = {**_STATES, **_DEEDS}
    found = next((known[word] for word in tally.content if word in known), "")
    return found or ("dead" if tally.head == _TOLL else "")


def _reached(statement: Statement) -> ClaimPart | None:
    """Return the number that a tally reaches: "has gone up to 22", "bringing the number of dead to 19"."""
    texts = [part.text for part in statement.qualifiers] + [part.text for part in statement.arguments]
    for text in texts:
        amount = bare_count(text.removeprefix("to "))
        if amount is not None:
            return phrase(text, None, frozenset(), amount)
    return None


_MISSING = "missing"
"""A state that is no verb: who "is missing", "went missing" or was "reported missing"."""


def tells_of_counting(statement: Statement) -> bool:
    """Return whether a toll is dated by the day of counting: "rose to 14 on Tuesday", "still missing on Friday"."""
    first = statement.evidence[0]
    if head_of(first.subject.text) in _TALLIES or _MISSING in statement.predicate.split():
        return True
    return statement.lemma != "take" and first.object is not None and head_of(first.object.text) == _CUSTODY


_TOLL = "toll"
_TALLIES = frozenset({_TOLL, "number", "count", "tally"})
_DATED = frozenset({"died_on", "born_on"})


_LEFT = frozenset({"leave.02", "leave.12", "leave.15"})


def _left_so(statement: Statement) -> ClaimPart:
    """Return whom something "left dead": they stand in the predicate ("left 17 workers") or before the state."""
    piece = statement.evidence[0]
    _, _, people = piece.predicate.text.partition(" ")
    words = people or (piece.object.text.rpartition(" ")[0] if piece.object else "")
    return phrase(words, None, frozenset())


def _of_people(part: ClaimPart, amount: Amount) -> ClaimPart:
    """Return a part that counts people, whatever it calls them: workers, a child among others, "12 more", "12"."""
    return replace(part, amount=replace(amount, unit=None), head="" if part.head.isdecimal() else part.head)


LEAST = -1.0
"""Score from which two tolls that differ are of one event, where they name a place in common."""


_PARTS = frozenset(
    "woman women man men girl boy child children baby infant teenager student civilian soldier officer policeman policemen "
    "guard militant rebel fighter insurgent terrorist attacker gunman gunmen foreigner journalist".split()
)
"""Who may be among those that a toll counts: five women of 17 dead are no other figure."""


def is_toll_class(name: str) -> bool:
    """Return whether a class is one of counting people."""
    return name.startswith("toll:")


def is_toll(classes: Iterable[str]) -> bool:
    """Return whether a statement, by its classes, counts people."""
    return any(map(is_toll_class, classes))


def both_toll(left: Set[str], right: Set[str]) -> bool:
    """Return whether two statements, by their classes, count people in one state."""
    return any(name.startswith("toll:") for name in left & right)


MOST = 10
"""How many times as many may be counted of one event: more are the dead of a whole war or year."""


def of_the_same(left: ClaimPart | None, right: ClaimPart | None) -> bool:
    """Return whether two counted phrases may be of the same people: not the women among them, nor all of a war."""
    parts = [part for part in (left, right) if part is not None]
    numbers = [part.number for part in parts if part.number is not None]
    heads = {part.head for part in parts}
    alike = not numbers or max(numbers) <= MOST * min(numbers)
    return alike and (len(heads) < 2 or heads.isdisjoint(_PARTS))


_RELATIVES = re.compile(
    r"\b(?:parents?|mothers?|fathers?|famil(?:y|ies)|relatives|wives|wife|widows?|sons?|daughters?|children|brothers?|sisters?|"
    r"friends|colleagues|names|photos|pictures)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def are_some(before: str) -> bool:
    """Return whether people who are counted behind ``before`` are but some of all: "the parents of" two who were killed.

    >>> are_some("It hurt the parents of "), are_some("It ended the lives of ")
    (True, False)
    """
    return _RELATIVES.search(before) is not None


def _counts_people(part: ClaimPart) -> bool:
    return part.amount is not None and part.amount.currency is None and part.head not in _NO_PEOPLE
