"""Judgements: a merge is data, with its reasons and its author, and can be kept in a file.

The file is plain text made to be edited and versioned: a header, then one judgement per line with tab-separated
columns; lines that begin with # are comments; of several judgements of one pair the last one counts::

    verdict    left             right          score  author  reasons
    different  Ana Novak        Ana Nowak      1.0    me      two ministers of two countries
    same       article-3#e4     Ana Novak
    different  article-3#e4     article-3#e4@120,381
    renamed    Ana Nowak        Dr Ana Nowak
    labelled   Harbour          ORG
    hidden     Read More        -

``article-3#e4@120,381`` are the mentions of that entity which begin at these offsets, as an entity of their own.
Corrections ("renamed", "labelled", "hidden") say of ``left`` alone what it is; ``right`` is the new name or label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..bounded import read_text
from ..errors import InputError
from ..files import append_text
from .record import NODE_LABELS

Verdict = Literal["same", "different", "undecided", "renamed", "labelled", "hidden"]
VERDICTS: tuple[Verdict, ...] = ("same", "different", "undecided", "renamed", "labelled", "hidden")
CORRECTIONS: frozenset[Verdict] = frozenset({"renamed", "labelled", "hidden"})
"""Verdicts on one entity, not on two."""
NOTHING = "-"
"""Right side of a correction that needs none."""
_COLUMNS = ("verdict", "left", "right", "score", "author", "reasons")


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Whether two names or members are the same thing, how probable that is (0 to 1), why in words, and who says so.

    ``left`` and ``right`` are names ("Ana Ruiz") or keys of members (``Member.key``). Names that differ only
    in case, accents, punctuation or "the" are one name: two things of one name are told apart by their members.
    """

    left: str
    right: str
    verdict: Verdict
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    author: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """Both sides, whatever their order."""
        return frozenset((self.left, self.right))

    @property
    def question(self) -> tuple[str, ...]:
        """What is answered; of several answers the last one counts."""
        return (self.verdict, self.left) if self.verdict in CORRECTIONS else ("pair", *sorted(self.pair))


def write_judgements(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Yield the lines of a judgements file, line breaks included, in the order given."""
    yield "\t".join(_COLUMNS) + "\n"
    for judgement in judgements:
        yield _line(judgement)


def _line(judgement: Judgement) -> str:
    reasons = "; ".join(reason.replace(";", ",") for reason in judgement.reasons)
    sides = (judgement.left, judgement.right)
    fields = (judgement.verdict, *sides, repr(judgement.score), judgement.author, reasons)
    return "\t".join(" ".join(field.split()) for field in fields) + "\n"


def read_judgements(lines: Iterable[str], source: str = "judgements") -> tuple[Judgement, ...]:
    """Return the judgements of a file, sorted; of several of one pair the last one.

    Columns after ``right`` may be left out. Raises :class:`InputError` that says where in ``source`` a mistake is.
    """
    found: dict[tuple[str, ...], Judgement] = {}
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        fields = [field.strip() for field in line.rstrip("\r\n").split("\t")]
        if not line.strip() or line.startswith("#"):
            continue
        if header is None:
            header = _header(fields, f"{source}, line {number}")
            continue
        judgement = _judgement(dict(zip(header, fields, strict=False)), f"{source}, line {number}")
        found[judgement.question] = judgement
    return tuple(sorted(found.values()))


def _header(fields: list[str], place: str) -> list[str]:
    if set(_COLUMNS[:3]) <= set(fields):
        return fields
    raise InputError(
        f"{place}: a judgements file begins with a line that names the columns {', '.join(_COLUMNS[:3])} "
        "(and may name score, author, reasons), separated by tabs"
    )


def _judgement(row: dict[str, str], place: str) -> Judgement:
    verdict = next((known for known in VERDICTS if known == row.get("verdict")), None)
    if verdict is None:
        said = repr(row["verdict"]) if row.get("verdict") else "missing"
        raise InputError(f"{place}: the verdict is {said}; it must be one of {', '.join(VERDICTS)}")
    left, right = row.get("left", ""), row.get("right", "")
    if verdict == "hidden":
        right = right or NOTHING
    if verdict == "labelled" and right not in NODE_LABELS:
        raise InputError(f"{place}: the label is {right!r}; it must be one of {', '.join(NODE_LABELS)}")
    if not left or not right or left == right:
        raise InputError(f"{place}: two names or members are needed, left and right, separated by tabs")
    reasons = tuple(reason for reason in row.get("reasons", "").split("; ") if reason)
    return Judgement(
        left, right, verdict, _score(row.get("score") or "1.0", place), reasons, row.get("author", "")
    )


def _score(text: str, place: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0.0 <= score <= 1.0:
        raise InputError(f"{place}: the score {text!r} is no number from 0 to 1")
    return score


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of the file at ``path``; raises :class:`InputError`."""
    return read_judgements(read_text(path).split("\n"), str(path))


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Add a judgement to the file at ``path``, which is made if there is none; comments and order stay.

    Raises InputError.
    """
    new = not path.exists()
    append_text(path, "".join(write_judgements([judgement])) if new else _line(judgement))
