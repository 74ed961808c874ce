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
READ = {"wide": 20, "broad": 20, "nouns": 100, "ample": 70, "further": 60}
"""Articles of each train split in lists of the half that rules may be read off (hashed id 0 to 7), each drawn from what is left."""
BLIND = {
    "last": 6,
    "final": 12,
    "blind": 16,
    "sealed": 16,
    "unseen": 16,
    "closing": 24,
    "shut": 16,
    "unopened": 14,
}
"""The same of the other half, of which no list was read before it was judged."""
LISTS = ("train", "test", "fresh", "later", "latest", *READ, "nouns-test", *BLIND)
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
    for folder in FOLDERS.values():
        rows = read_rows(corpora / folder / "train.jsonl.gz")
        for wanted, looked_up in ((READ, True), (BLIND, False)):
            left = [row for row in rows if may_be_looked_up(row.id) == looked_up]
            for name_of_list, count in wanted.items():
                drawn, left = _draw(left, count)
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
