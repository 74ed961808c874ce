"""What is known of names besides what the network says: odds of labels, and words that hardly begin a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

LABEL_ODDS = {"PERSON": -1.0, "GPE": -0.5, "FAC": -1.5, "WORK_OF_ART": 0.5}
"""Logits added to a label, which balance precision and recall; tuned on the dev sets of newswire and web text."""

ARTICLE_COST = 3.0
"""Logits that a person's name loses after "the"; tuned on the development set of en-worldwide-newswire."""

SMALL_COST = 2.0
"""Logits that a name loses which begins with a small letter: most such words of web text are misspelled nouns. Tuned likewise."""

_CAPITALISED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})


def weigh_names(scores: NDArray[Any], words: Sequence[str], before: str, tags: Sequence[str]) -> None:
    """Change the scores of ``tags`` (BIOES; words x tags) in place; ``before`` is the word before the first one.

    Persons' names have no article before them, so that "the Kremlin" becomes less of a person.
    """
    scores += np.array([LABEL_ODDS.get(tag[2:], 0.0) for tag in tags], dtype=scores.dtype)
    after_article = [word.lower() == "the" for word in (before, *words[:-1])]
    scores[np.ix_(after_article, _opening(tags, frozenset({"PERSON"})))] -= ARTICLE_COST
    scores[np.ix_([word.islower() for word in words], _opening(tags, _CAPITALISED))] -= SMALL_COST


def _opening(tags: Sequence[str], labels: frozenset[str]) -> list[int]:
    return [i for i, tag in enumerate(tags) if tag[:2] in ("B-", "S-") and tag[2:] in labels]
