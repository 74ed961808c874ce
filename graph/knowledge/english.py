"""What is English in putting records together; the assembly and what is written of a graph parse no words."""

from __future__ import annotations

import re

ARTICLE = "^(an?|the) "
"""A pattern of the article that opens a phrase in lower case; queries use it as well."""

LIST_JOINT = re.compile(r"\s*(?:,|;|,? ?(?:and|or)|&)\s*(?:the )?")
"""What stands between the names of a list."""

COPULAS = frozenset({"is", "was", "are", "were", "be", "been", "remains", "became", "as"})
"""First words of a predicate that says what its subject is."""

SPEAKERS = frozenset({"i", "we", "you"})
"""Subjects in whose place a name may stand, behind which another form of the verb follows."""

POINTING = frozenset(
    "it him her them this that these those one which who whom himself herself itself themselves".split()
)
"""Objects that tell nothing where the sentence is not read."""

SHIP_PREFIXES = frozenset(
    "HMS HMCS HMAS HMNZS USS USNS USCGC RMS RRS RFA RV MV MT MS MY SV SY FV SS INS ARA ARM KRI BRP JS ROKS TCG HDMS HNLMS HSwMS FGS".split()
)
"""Prefixes of ships' names."""

ARTICLE_AT_END = re.compile(r"(?:^|\s)(?:an?|the)$", re.IGNORECASE)
"""The article before a name that is left out of what stands around it."""

ARTICLE_AT_START = re.compile(r"^(?:an?|the)\s", re.IGNORECASE)
"""The article of a phrase that begins a label."""

CONTINUING = re.compile(
    r"(?:about|after|against|and|as|at|because|before|between|by|during|for|from|in|into|of|on|or|over|since|than|that"
    r"|through|to|under|until|when|where|which|while|who|whose|with|without)\b"
)
"""How what follows a name begins where the name does not need it: "at the Criminal Court / in June"."""

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


def third_person(word: str, lemma: str) -> str:
    """Return a form of a verb in the third person singular, where it can be told that it is a present form.

    >>> third_person("carry", "carry"), third_person("don't", "do"), third_person("carried", "carry")
    ('carries', "doesn't", 'carried')
    """
    verb, negation = (word[:-3], word[-3:]) if word.endswith(("n't", "n’t")) else (word, "")
    if verb in _THIRD:
        return _THIRD[verb] + negation
    if negation or verb != lemma or verb in _LIKE_PAST:
        return word
    return with_s(verb)


def with_s(verb: str) -> str:
    """Return the third person singular of a regular verb.

    >>> [with_s(verb) for verb in ("carry", "play", "pass", "lead")]
    ['carries', 'plays', 'passes', 'leads']
    """
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}{'es' if verb.endswith(('s', 'x', 'z', 'ch', 'sh', 'o')) else 's'}"
