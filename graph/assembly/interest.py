"""How much a reader would want a statement: a score from 0 to 1, a function of the graph alone.

The score is a weighted mean of what news readers look for (named people and bodies, deeds rather than remarks, what is
rare, what several say: after Galtung and Ruge 1965, The Structure of Foreign News) and of where news writers put it (first),
times the square root of the statement's confidence:

=============  ======  ==============================================================================================
``ends``         .30   1 where subject and object are named; .8 where the subject is and a participant is; .6 where the
                       subject is and a phrase only mentions somebody, or where two others are named; .4 where one is;
                       0 where nobody is
``kind``         .25   1 for a relation of the schema or an event class, but .4 for a movement or a remark, and .2 for
                       where a place or a body lies; .6 for an amount, else .2
``deed``         .20   1 for what is reported or stated as fact, .8 for a plan or a denial, .4 for all else; half of that
                       for a remark: an event of the class "statement", or what a source says of itself; .8 of it for what
                       merely says what something is ("Lenz, a lawyer of")
``rarity``       .10   1 for a predicate that nothing else in the graph has, 0 for one that everything has (logarithmic)
``lead``         .10   1 in the first sentence of a document, .5 in the sixth, .2 in the twenty-first
``said``         .05   0 for one document and one source, 1 for four or more (logarithmic)
=============  ======  ==============================================================================================

A statement of at least :data:`WANTED` and a confidence of at least :data:`CREDIBLE` is shown before a reader asks for more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set

from ..identity import normal_key
from ..model.statement import Statement

WEIGHTS: Mapping[str, float] = {
    "ends": 0.30, "kind": 0.25, "deed": 0.20, "rarity": 0.10, "lead": 0.10, "said": 0.05
}  # fmt: skip
"""Weight of each part of the score; they sum to 1."""

WANTED = 0.55
"""Scores from here on are of statements that most readers want.

In 67 judged articles 494 judged statements are above it, 87 % of them right or half right, 2.6 % true but trivial.
"""

CREDIBLE = 0.8
"""The least confidence of what is shown before a reader asks for more.

On judged articles that the fit has not seen nine in ten statements from here on are right (who did what to whom), and one
right statement in seven is below. ``python -m training.train_judged`` makes the table, which is in the model card.
"""

REMARK = "statement"
"""The event class of what is merely said."""

COMMON = frozenset({REMARK, "movement"})
"""Event classes of what happens in every text."""

WHEREABOUTS = frozenset({"located_in", "headquartered_in", "part_of"})
"""Relations of where a place or a body lies: true of any map."""

STANDING = frozenset({"title", "apposition", "possessive", "copula", "phrase", "classifier"})
"""Methods that read what something is, and not what it does."""

_LEAD = 5  # sentences after which a statement counts half

_DEEDS = {"asserted": 1.0, "reported": 1.0, "planned": 0.8, "denied": 0.8}
_SAID_BY_MANY = 4  # documents


def interest_of(statements: Iterable[Statement], named: Set[str]) -> dict[str, float]:
    """Return the score of each statement by its id; ``named`` are the ids of entities with a name."""
    kept = tuple(statements)
    predicates = list(map(_predicate, kept))
    counts, most = Counter(predicates), math.log(max(len(kept), 2))
    rarity = {predicate: 1.0 - math.log(count) / most for predicate, count in counts.items()}
    told = zip(kept, predicates, strict=True)
    return {statement.id: _score(statement, named, rarity[predicate]) for statement, predicate in told}


def _score(statement: Statement, named: Set[str], rarity: float) -> float:
    parts = {
        "ends": _ends(statement, named),
        "kind": _kind(statement),
        "deed": _deed(statement),
        "rarity": rarity,
        "lead": _lead(statement),
        "said": _said(statement),
    }
    mean = sum(WEIGHTS[name] * value for name, value in parts.items())
    return round(math.sqrt(statement.confidence) * mean, 3)


def _predicate(statement: Statement) -> str:
    return statement.relation or normal_key(statement.base or statement.lemma)


def _ends(statement: Statement, named: Set[str]) -> float:
    others = {id for id in statement.participants if id in named and id != statement.subject}
    mentioned = {involvement.entity for involvement in statement.involvements}
    if statement.subject in named:
        return 1.0 if statement.object in others else 0.8 if others - mentioned else 0.6 if others else 0.4
    return 0.6 if len(others) > 1 else 0.4 if others else 0.0


def _kind(statement: Statement) -> float:
    if statement.relation in WHEREABOUTS:
        return 0.2
    if statement.relation or statement.event_class:
        common = statement.event_class in COMMON and not statement.relation
        return 0.4 if common else 1.0
    amounts = [statement.amount, *(q.amount for q in statement.qualifiers)]
    amounts += [argument.amount for argument in statement.arguments]
    return 0.6 if any(amounts) else 0.2


def _deed(statement: Statement) -> float:
    by_itself = statement.attributed_to is not None and statement.attributed_to == statement.subject
    is_remark = statement.event_class == REMARK or by_itself
    stands = bool(statement.evidence) and all(piece.method in STANDING for piece in statement.evidence)
    return _DEEDS.get(statement.status, 0.4) * (0.5 if is_remark else 0.8 if stands else 1.0)


def _lead(statement: Statement) -> float:
    first = min((piece.sentence for piece in statement.evidence), default=None)
    return 0.0 if first is None else _LEAD / (_LEAD + first)


def _said(statement: Statement) -> float:
    if len(statement.evidence) == 1:  # as most have
        return 0.0
    documents = len({piece.document for piece in statement.evidence})
    return min(1.0, math.log2(max(documents, 1)) / math.log2(_SAID_BY_MANY))
