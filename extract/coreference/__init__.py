"""Coreference inside one document: names, nominals and pronouns that refer to one thing become one chain.

Precision goes first: a wrong merge is worse than a missing one. The passes run from the surest evidence to the least
(Lee et al. 2013, "Deterministic coreference resolution"): names, then grammar, then descriptions and pronouns.

A place name used for a government ("Tehran", "Moscow", "the Kremlin", "Washington") stays the place's chain: whether it
stands for the state is for the graph's judgements to say, never for a silent merge. "Iranian" is not Iran either.
"""

from .chains import Chain as Chain
from .chains import resolve as resolve
