"""Credit lines: which agency an article says it has from, and which outlet a sentence says it relays."""

from __future__ import annotations

import re
from functools import lru_cache

from ..knowledge.outlets import Outlet, Outlets
from ..model.document import SourceDocument
from ..model.statement import Evidence

HEAD, TAIL = 260, 160
"""Code points at both ends of an article in which a credit line stands."""

_CITY = r"[A-Z][\w.'’ ,/-]{1,70}?"
_DATELINE = re.compile(
    rf"^(?P<place>{_CITY})\s*[(/](?P<credit>[A-Z][\w.' /&-]{{1,40}})[)/]\s*(?:[-–—:.]|\s-)"
)
_PLAIN_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.]+)?)(?:,? [^–—:(]{0,24})?(?:(?<=\d):\s|\s*[-–—]{1,2}\s)"
)
_SIGNED = re.compile(
    r"(?:[-–—(\[/]\s*|\b(?:source|by|copyright|©|credit|from)\b:?\s*(?:the\s+)?(?:\(c\)\s*|©\s*|\d{4}\s+)*(?:the\s+)?)"
    r"(?P<credit>[A-Z][\w.'&]*(?: [A-Z][\w.'&]*){0,3})\s*[)\]/.]*\s*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:By\s+)?(?:[^\n]{0,60}?,\s*)?(?P<credit>(?:The )?[A-Z][\w.'&]*(?: [A-Z][\w.'&]*){0,3})\s*(?:[-–—|]|\n)"
)
_BEFORE_OUTLET = "citing|according to|as reported by|reported by|first reported (?:by|in)|told|quoted by|in an interview with"
_BEHIND_OUTLET = "reported|reports|learned|quoted"
_CITES = re.compile(f"{_BEFORE_OUTLET}|{_BEHIND_OUTLET}")
"""Words that stand beside an outlet that is cited: hundreds of names are looked for only in sentences that have any."""


_OWN_EARLIER = re.compile(
    r"\b(?:earlier|previous|original|first) (?:version|edition)s? of (?:this|the|our)\b"
    r"|^(?:an?|the|our) (?:earlier|previous|original) (?:version|article|story|report|headline)$",
    re.IGNORECASE,
)


def is_own_earlier_version(source: str) -> bool:
    """Return whether an article names as its source what it said itself before it was corrected.

    >>> is_own_earlier_version("An earlier version of this article"), is_own_earlier_version("Earlier reports")
    (True, False)
    """
    return _OWN_EARLIER.search(source) is not None


def credited_agency(document: SourceDocument, outlets: Outlets) -> Outlet | None:
    """Return the agency that an article names as its origin: in its dateline, its last line or its byline.

    Only agencies are taken: "(Reuters)" after the place, "- AFP" at the end, "By Associated Press".
    """
    head, tail = _ends(document)
    candidates = [part for author in document.authors for part in re.split(r"[,/;|]| and ", author)]
    if match := _DATELINE.match(head):
        candidates += re.split(r"[/,]", match["credit"])
    if match := _BYLINE.match(head):
        candidates.append(match["credit"])
    if match := _SIGNED.search(tail):
        candidates.append(match["credit"])
    for name in candidates:
        found = outlets.named(name)
        if found is not None and found.kind == "agency":
            return found
    return None


def dateline(document: SourceDocument) -> str | None:
    """Return the place that an article opens with ("KAMPALA (Reuters) -"), in capitals or before an agency; else None."""
    head, _ = _ends(document)
    match = _DATELINE.match(head) or _PLAIN_DATELINE.match(head)
    return " ".join(re.split(r"[,(/]", match["place"])[0].split()).casefold() if match else None


def _ends(document: SourceDocument) -> tuple[str, str]:
    texts = [sentence.text for sentence in document.sentences]
    return " ".join(texts[:3])[:HEAD].strip(), " ".join(texts[-2:])[-TAIL:].strip()


def relayed_outlet(piece: Evidence, sentence: str, outlets: Outlets) -> Outlet | None:
    """Return the outlet that a piece of evidence has its words from: its source, who relays that, or "citing ...".

    A source that is an outlet counts where it is the whole of the phrase, not "a Times reporter".
    """
    for said in (piece.via, piece.attribution):
        found = outlets.named(said.text) if said is not None else None
        if found is not None:
            return found
    match = _citing(outlets).search(sentence) if _CITES.search(sentence) else None
    return outlets.named(match["outlet"] or match["outlet2"]) if match else None


@lru_cache(maxsize=8)
def _citing(outlets: Outlets) -> re.Pattern[str]:
    """Return a pattern for words by which a sentence hands on what an outlet reported."""
    names = sorted({name for o in outlets.all for name in (o.name, *o.names)}, key=lambda n: (-len(n), n))
    one = "|".join(map(re.escape, names))
    return re.compile(
        rf"\b(?:{_BEFORE_OUTLET})\s+(?:the\s+)?(?P<outlet>{one})\b(?!['’]s\b)"
        rf"|\b(?P<outlet2>{one})\s+(?:first\s+|has\s+|had\s+)?(?:{_BEHIND_OUTLET})\b"
    )
