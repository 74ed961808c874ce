"""Agreement: a predicate as it stands behind a name, where the article has "I", "we" or "you"."""

from __future__ import annotations

from ..model.statement import Statement

_PRONOUNS = frozenset({"i", "we", "you"})
_THIRD = {
    "am": "is",
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "'m": "is",
    "'re": "is",
    "'ve": "has",
}
_LIKE_PAST = frozenset(
    "beat bet burst cast cost cut hit hurt let put quit read set shed shut spit split spread thrust upset".split()
)
"""Verbs whose past is spelled like their present."""


def predicate_of(statement: Statement, label: str | None) -> str:
    """Return the words of a predicate in the third person singular, if its subject is a pronoun of another person.

    ``label`` is that of the subject, of which groups of people are many. Only what can be told is turned: "I am", "we
    support", not "we will support".
    """
    subject = statement.evidence[0].subject.text.casefold()
    if subject not in _PRONOUNS or label in (None, "NORP"):
        return statement.predicate
    first, space, rest = statement.predicate.partition(" ")
    return f"{_third(first, statement.lemma)}{space}{rest}"


def _third(word: str, lemma: str) -> str:
    verb, negation = (word[:-3], word[-3:]) if word.endswith(("n't", "n’t")) else (word, "")
    if verb in _THIRD:
        return _THIRD[verb] + negation
    if negation or verb != lemma or verb in _LIKE_PAST:
        return word
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}{'es' if verb.endswith(('s', 'x', 'z', 'ch', 'sh', 'o')) else 's'}"
