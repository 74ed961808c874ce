"""The party and the place behind the name of a politician: "(R-Fla.)", "D-Ohio", "(R., Wis.)"."""

from __future__ import annotations

from collections.abc import Sequence

_PARTIES = frozenset({"D", "R", "I", "L"})
_JOINTS = frozenset({"-", "–", ","})


def place_of_party(words: Sequence[str], opening: int) -> int | None:
    """Where the place begins, behind the bracket or comma that opens and the letter of a party.

    >>> place_of_party(["Hale", "(", "R", "-", "Fla.", ")"], 1)
    4
    >>> place_of_party(["Hale", ",", "R.", "Ohio"], 1)
    """
    mark, *behind = [*words[opening : opening + 4], "", "", ""][:4]
    if mark not in ("(", ",") or behind[0].rstrip(".") not in _PARTIES or behind[1] not in _JOINTS:
        return None
    dotted = behind[0].endswith(".")  # "R., Wis."; "R, Wis." may be a list
    return opening + 3 if behind[2] and dotted == (behind[1] == ",") else None
