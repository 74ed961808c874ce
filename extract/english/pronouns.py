"""The pronouns, by person and by kind."""

from __future__ import annotations

from .lexicon import word_set

ME = word_set("i me my mine myself")
YOU = word_set("you your yours yourself yourselves")
WE = word_set("we us our ours ourselves")
HE = word_set("he him his himself")
SHE = word_set("she her hers herself")
IT = word_set("it its itself")
THEY = word_set("they them their theirs themselves themself 'em ’em")
WHO = word_set("who whom whose")

FIRST_PERSON = ME | WE
OF_PERSONS = FIRST_PERSON | YOU | HE | SHE | WHO
OF_ANYTHING = IT | THEY
PERSONAL = FIRST_PERSON | YOU | HE | SHE | OF_ANYTHING
REFLEXIVE = frozenset(word for word in PERSONAL if word.endswith(("self", "selves")))
DEMONSTRATIVE = word_set("this that these those")
QUANTIFIED = word_set("anyone anybody everyone everybody")
"""Those that mean nobody in particular."""
INDEFINITE = QUANTIFIED | {"someone", "somebody"}
RELATIVE = WHO | {"which", "that"}
SINGULAR = ME | HE | SHE | IT | {"this", "that"}
PLURAL = WE | THEY | {"these", "those"}
