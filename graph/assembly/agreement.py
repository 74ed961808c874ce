"""Agreement: a predicate as it stands behind a name, where the article has "I", "we" or "you"."""

from __future__ import annotations

from ..knowledge.english import SPEAKERS, third_person
from ..model.statement import Statement


def predicate_of(statement: Statement, label: str | None) -> str:
    """Return the words of a predicate in the third person singular, if its subject is a pronoun of another person.

    ``label`` is that of the subject, of which groups of people are many. Only what can be told is turned: "I am", "we
    support", not "we will support".
    """
    subject = statement.evidence[0].subject.text.casefold()
    if subject not in SPEAKERS or label in (None, "NORP"):
        return statement.predicate
    first, space, rest = statement.predicate.partition(" ")
    return f"{third_person(first, statement.lemma)}{space}{rest}"
