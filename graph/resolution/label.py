"""Which labels can be labels of one thing."""

from __future__ import annotations

from .verdict import NONE, MatchEvidence, because

PLACES = frozenset({"GPE", "LOC"})
_CALLED_BY_WORDS = frozenset({"ORG", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})


def compare_labels(left: str, right: str) -> MatchEvidence | None:
    """Return the evidence of two labels, or None where no thing has both.

    A people is not its country and a person no place. A place and an organisation of the same name (a city and its
    club, a city and the government that sits there) are never merged without a person's judgement.
    """
    if left == right or {left, right} <= PLACES:
        return NONE
    pair = {left, right}
    if pair <= _CALLED_BY_WORDS or pair == {"NORP", "ORG"}:
        return because(-0.5, f"labelled {' and '.join(sorted(pair))}")
    if "FAC" in pair and pair & PLACES:
        return because(-1.0, f"labelled {' and '.join(sorted(pair))}")
    if "ORG" in pair and pair & PLACES:
        return because(-3.2, "a place and an organisation")
    return None


def needs_judgement(left: str, right: str) -> bool:
    """Return whether things with these labels are one only where a person says so.

    >>> needs_judgement("GPE", "ORG"), needs_judgement("ORG", "PRODUCT")
    (True, False)
    """
    evidence = compare_labels(left, right)
    return evidence is None or evidence.weight <= _BY_HAND


_BY_HAND = -3.0


def family(label: str) -> str:
    """Return the group of labels whose names are compared in the same way.

    >>> family("GPE") == family("LOC"), family("GPE") == family("NORP")
    (True, False)
    """
    return "GPE" if label in PLACES else label
