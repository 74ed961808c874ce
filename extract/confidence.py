"""How sure a statement is: the share of statements like it that were right on annotated articles.

The prior of each construction, lowered for what makes readings go wrong: long sentences and far arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from .statements import Proposition

PRIORS = {
    "title": 0.95,
    "apposition": 0.9,
    "possessive": 0.85,
    "copula": 0.88,
    "active": 0.85,
    "passive": 0.85,
}
"""Share of right statements by construction."""

OTHER = 0.75
FAR = 25
"""Tokens between subject and object; farther ones are less sure."""


def confidence(doc: Doc, proposition: Proposition, relation: float | None = None) -> float:
    """Probability that the sentence says what the proposition says, 0 to 1, two decimals.

    ``relation`` is the classifier's probability where the relation is its.
    """
    if relation is not None:
        return round(relation, 2)
    value = PRIORS.get(proposition.method, OTHER)
    places = [*proposition.subject, *proposition.predicate, *(proposition.object or ())]
    if max(places) - min(places) > FAR:
        value -= 0.1
    return round(value, 2)
