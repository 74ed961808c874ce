"""The articles whose statements are judged by hand, drawn from the corpora by a fixed rule: no text is kept.

Articles are every n-th of the second halves of sorted dev lists (newswire, PolNeAR, GUM without non-commercial texts): no
rule was written on them. Of what that leaves, ``fresh`` is drawn in the same way, for a last judging of articles that nobody
has read, and then more articles for ``train``, behind the old ones; what is left then gives ``later``, and what is left of
that ``latest``. The other lists are drawn from the train splits of newswire and PolNeAR: ``wide``, ``broad``, ``ample`` and the
lists of nouns from a half of them in which rules may be looked up, to train confidence on; ``last``, ``final``, ``blind`` and ``sealed``
from the other half, each unread until it was judged. The names of newswire train articles were trained on. No article is in
two lists. Of ``nouns`` and ``nouns-test`` only the statements of nouns that name events are judged.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from .evaluate import treebank_documents, treebank_text

CORPORA = Path("../shared/corpora")
COUNTS = {"newswire": 24, "polnear": 14, "gum": 7}
"""Articles of each corpus in the lists ``train`` and ``test`` together; every third is a test article."""
FRESH = {"newswire": 5, "polnear": 4, "gum": 3}
"""Articles of each corpus in the list ``fresh``, drawn from those that are left."""
MORE = {"newswire": 7, "polnear": 5, "gum": 0}
"""Further training articles of each corpus, drawn from those that are left then."""
LATER = {"newswire": 5, "polnear": 4, "gum": 0}
"""Articles of each corpus in the list ``later``, drawn from those that are left in the end."""
LATEST = {"newswire": 8, "polnear": 7, "gum": 0}
"""Articles of each corpus in the list ``latest``, drawn after those of ``later``."""
WIDE = {"newswire": 20, "polnear": 20}
"""Articles of each train split in the list ``wide``, drawn from the half whose hashed id begins with 0 to 7."""
LAST = {"newswire": 6, "polnear": 6}
"""The same in the list ``last``, from the other half, which nobody has read."""
BROAD = {"newswire": 20, "polnear": 20}
"""Articles of each train split in the list ``broad``, drawn from what ``wide`` leaves of its half."""
FINAL = {"newswire": 12, "polnear": 12}
"""The same in the list ``final``, drawn from what ``last`` leaves of its half."""
BLIND = {"newswire": 16, "polnear": 16}
"""The same in the list ``blind``, drawn from what ``final`` leaves."""
SEALED = {"newswire": 16, "polnear": 16}
"""The same in the list ``sealed``, drawn from what ``blind`` leaves."""
NOUNS = {"newswire": 100, "polnear": 100}
"""Articles of each train split in the lists ``nouns`` and ``nouns-test`` together, drawn from what ``broad`` leaves."""
AMPLE = {"newswire": 70, "polnear": 70}
"""The same in the list ``ample``, drawn from what those leave: more to train confidence on."""
UNSEEN = {"newswire": 16, "polnear": 16}
"""The same in the list ``unseen``, drawn from what ``sealed`` leaves."""
FURTHER = {"newswire": 60, "polnear": 60}
"""Articles of each train split in the list ``further``, drawn from what ``ample`` leaves of its half."""
LISTS = (
    "train", "test", "fresh", "later", "latest", "wide", "last", "broad", "final", "blind", "sealed", "unseen",
    "nouns", "nouns-test", "ample", "further",
)  # fmt: skip
FOLDERS = {"newswire": "en-worldwide-newswire", "polnear": "polnear"}
LONGEST = 2_500
"""Characters of an article that are read and judged."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article to judge."""

    id: str
    text: str
    date: str | None


def articles(corpora: Path = CORPORA) -> dict[str, list[Article]]:
    """The articles of each list, by a fixed rule."""
    found: dict[str, list[Article]] = {name: [] for name in LISTS}
    more = []
    for name, rows in _corpora(corpora):
        drawn, left = _draw(rows[len(rows) // 2 :], COUNTS[name])
        for number, row in enumerate(drawn):
            found["test" if number % 3 == 2 else "train"].append(row)
        drawn, left = _draw(left, FRESH[name])
        found["fresh"] += drawn
        drawn, left = _draw(left, MORE[name])
        more += drawn
        drawn, left = _draw(left, LATER[name])
        found["later"] += drawn
        found["latest"] += _draw(left, LATEST[name])[0]
    found["train"] += more
    for name, folder in FOLDERS.items():
        rows = read_rows(corpora / folder / "train.jsonl.gz")
        for wanted, looked_up in (
            ({"wide": WIDE, "broad": BROAD, "nouns": NOUNS, "ample": AMPLE, "further": FURTHER}, True),
            ({"last": LAST, "final": FINAL, "blind": BLIND, "sealed": SEALED, "unseen": UNSEEN}, False),
        ):
            left = [row for row in rows if may_be_looked_up(row.id) == looked_up]
            for name_of_list, counts in wanted.items():
                drawn, left = _draw(left, counts[name])
                found[name_of_list] += drawn
    found["nouns"], found["nouns-test"] = found["nouns"][::2], found["nouns"][1::2]
    return found


def may_be_looked_up(id: str) -> bool:
    """Is a train article in the half in which rules may be looked up? The other half is for judging what nobody has read."""
    return sha1(id.encode(), usedforsecurity=False).hexdigest()[0] in "01234567"


def _draw(rows: list[Article], count: int) -> tuple[list[Article], list[Article]]:
    """Every n-th article, so that there are ``count``, and the others."""
    step = max(1, len(rows) // max(1, count))
    drawn = rows[::step][:count]
    return drawn, [row for row in rows if row not in drawn]


def _corpora(corpora: Path) -> Iterator[tuple[str, list[Article]]]:
    for name, folder in FOLDERS.items():
        yield name, read_rows(corpora / folder / "dev.jsonl.gz")
    documents = treebank_documents(corpora, "gum", "dev")
    texts = [Article(d[0].document, _cut(treebank_text(d)[0]), None) for d in documents]
    yield "gum", sorted(texts, key=lambda a: a.id)


def read_rows(path: Path) -> list[Article]:
    """The articles of a split, by id."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        rows = [json.loads(line) for line in file]
    found = (Article(str(row["doc_id"]), _cut(row["text"]), row.get("date")) for row in rows)
    return sorted(found, key=lambda article: article.id)


def _cut(text: str) -> str:
    """The beginning of a text, up to the end of a paragraph or sentence."""
    if len(text) <= LONGEST:
        return text
    end = max(text.rfind("\n", 0, LONGEST), text.rfind(". ", 0, LONGEST) + 1)
    return text[: end if end > LONGEST // 2 else LONGEST]
