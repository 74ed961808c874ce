"""Which entity labels can be labels of one thing."""

from __future__ import annotations

_FAMILIES = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}


def family(label: str) -> str:
    """Return the group of labels that recognisers confuse on one thing; labels of other groups never merge.

    >>> family("GPE") == family("LOC"), family("GPE") == family("NORP")
    (True, False)
    """
    return _FAMILIES.get(label, label)
