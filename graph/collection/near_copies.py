"""Near copies: articles that are one text in parts, reprints and abridged ones included.

Words outside quotation marks are cut into shingles of five. Two articles are near copies where enough of the shingles
of the shorter one stand in the other (containment: Broder 1997, On the resemblance and containment of documents);
less is enough where they also share a credit line, a dateline or quotations. Candidates come from an index of shingles
in which each article is compared with its neighbours only, so that the time is linear in the number of words.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..knowledge.outlets import Outlets
from ..model.document import SourceDocument
from .credits import credited_agency, dateline
from .union import components

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

SHINGLE = 5
"""Words in a shingle."""

SURE, LIKELY = 0.40, 0.20
"""Containment from which two articles are near copies by itself, and with a shared credit, dateline or quotations."""

FEWEST = 12
"""Shared shingles below which articles are never near copies: a stock phrase is no copy."""

NEIGHBOURS = 3
"""Articles after it in the list of a shingle that an article is compared with."""

BOILERPLATE = 3
"""Articles of one family with the same sentence from which that is boilerplate."""

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"“]([^\"“”]{20,600})[\"”]")


@dataclass(frozen=True, slots=True, order=True)
class NearCopy:
    """Two documents that are one text in parts; ``containment`` is the share of the shorter one's shingles."""

    left: str
    right: str
    containment: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """A document as it is compared: hashes of shingles and of quotations, credit line and dateline."""

    id: str
    shingles: Hashes
    quotes: frozenset[int]
    credit: str | None
    place: str | None


def near_copies(
    documents: Sequence[SourceDocument], families: Mapping[str, str | None], outlets: Outlets
) -> tuple[NearCopy, ...]:
    """Return the pairs of near copies among ``documents``, sorted; ``families`` are their publishers' by id."""
    known = _boilerplate(documents, families)
    texts = [_text(document, known.get(families.get(document.id)), outlets) for document in documents]
    found = []
    for left, right in _candidates([text.shingles for text in texts]):
        copy = _compared(texts[left], texts[right])
        if copy is not None:
            found.append(copy)
    return tuple(sorted(found))


def copy_groups(pairs: Iterable[NearCopy]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of documents that near copies join, each sorted, in order."""
    return components((pair.left, pair.right) for pair in pairs)


def _boilerplate(
    documents: Iterable[SourceDocument], families: Mapping[str, str | None]
) -> Mapping[str | None, frozenset[int]]:
    """Return by family the hashes of sentences that several of its articles have: footers, appeals, disclaimers."""
    counts: dict[str | None, Counter[int]] = defaultdict(Counter)
    for document in documents:
        counts[families.get(document.id)].update({_hash(sentence.text) for sentence in document.sentences})
    return {
        family: frozenset(hash for hash, count in found.items() if count >= BOILERPLATE)
        for family, found in counts.items()
        if family is not None
    }


def _text(document: SourceDocument, boilerplate: frozenset[int] | None, outlets: Outlets) -> _Text:
    kept = [s.text for s in document.sentences if not boilerplate or _hash(s.text) not in boilerplate]
    whole = " ".join(kept)
    quotes = frozenset(_hash(" ".join(_WORD.findall(q.lower()))) for q in _QUOTED.findall(whole))
    credit = credited_agency(document, outlets)
    return _Text(
        document.id,
        _shingles(_WORD.findall(_QUOTED.sub(" ", whole).lower())),
        quotes,
        credit.family if credit else None,
        dateline(document),
    )


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf8", "surrogatepass"))


def _shingles(words: Sequence[str]) -> Hashes:
    """Return the sorted, distinct hashes of all runs of ``SHINGLE`` words."""
    import numpy as np

    hashes = np.fromiter(map(_hash, words), dtype=np.uint64, count=len(words))
    count = max(len(hashes) - SHINGLE + 1, 0)
    rolled = np.zeros(count, dtype=np.uint64)
    for at in range(SHINGLE):
        rolled = rolled * np.uint64(0x9E3779B97F4A7C15) + hashes[at : at + count]
    return np.unique(rolled)


def _candidates(shingles: Sequence[Hashes]) -> list[tuple[int, int]]:
    """Return the pairs of documents that stand near each other in the lists of at least ``FEWEST`` shingles."""
    import numpy as np

    if not shingles:
        return []
    owners = np.repeat(np.arange(len(shingles), dtype=np.int64), [len(part) for part in shingles])
    hashes = np.concatenate(shingles)
    order = np.lexsort((owners, hashes))
    owners, hashes = owners[order], hashes[order]
    total: Counter[int] = Counter()
    for step in range(1, NEIGHBOURS + 1):
        same = np.flatnonzero(hashes[:-step] == hashes[step:])
        codes, counts = np.unique(owners[same] * len(shingles) + owners[same + step], return_counts=True)
        total.update(dict(zip(codes.tolist(), counts.tolist(), strict=True)))
    return [divmod(code, len(shingles)) for code in sorted(total) if total[code] >= FEWEST]


def _compared(left: _Text, right: _Text) -> NearCopy | None:
    import numpy as np

    shared = len(np.intersect1d(left.shingles, right.shingles, assume_unique=True))
    share = shared / max(min(len(left.shingles), len(right.shingles)), 1)
    reasons = tuple(_reasons(left, right))
    if shared < FEWEST or share < (LIKELY if reasons else SURE):
        return None
    first, second = sorted((left.id, right.id))
    return NearCopy(first, second, round(share, 3), reasons)


def _reasons(left: _Text, right: _Text) -> Iterable[str]:
    if left.credit is not None and left.credit == right.credit:
        yield "credit line"
    if left.place is not None and left.place == right.place:
        yield "dateline"
    if len(left.quotes & right.quotes) > 1:
        yield "quotations"
