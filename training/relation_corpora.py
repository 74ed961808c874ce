"""Corpora of relations between spans of a text, in the names of our schema.

KnowledgeNet folds 1-3 (Mesquita et al., EMNLP 2019), Re-DocRED dev (Tan et al., EMNLP 2022) and CoNLL04 (Roth and Yih, CoNLL
2004; never trained on). Sources and licences: ../shared/corpora/README.md.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Span = tuple[int, int]

KNOWLEDGENET = {
    "CEO": "^ceo_of",
    "CHILD_OF": "child_of",
    "DATE_FOUNDED": "founded_on",
    "DATE_OF_BIRTH": "born_on",
    "DATE_OF_DEATH": "died_on",
    "EDUCATED_AT": "educated_at",
    "EMPLOYEE_OR_MEMBER_OF": "affiliated_with",
    "FOUNDED_BY": "^founder_of",
    "HEADQUARTERS": "headquartered_in",
    "NATIONALITY": "nationality",
    "PLACE_OF_BIRTH": "born_in",
    "PLACE_OF_RESIDENCE": "lives_in",
    "POLITICAL_AFFILIATION": "political_affiliation",
    "SPOUSE": "spouse_of",
    "SUBSIDIARY_OF": "subsidiary_of",
}
"""Relations of the schema by property of KnowledgeNet; ``^`` where subject and object change places."""

WIKIDATA = {
    "P17": "located_in", "P19": "born_in", "P20": "died_in", "P22": "child_of", "P25": "child_of", "P26": "spouse_of",
    "P27": "nationality", "P36": "^capital_of", "P40": "^child_of", "P50": "^author_of", "P54": "affiliated_with",
    "P57": "^author_of", "P58": "^author_of", "P69": "educated_at", "P86": "^author_of", "P102": "political_affiliation",
    "P108": "affiliated_with", "P112": "^founder_of", "P127": "^owns", "P131": "located_in", "P150": "^located_in",
    "P159": "headquartered_in", "P170": "^author_of", "P176": "^makes", "P178": "^makes", "P276": "located_in",
    "P355": "^subsidiary_of", "P361": "part_of", "P463": "affiliated_with", "P527": "^part_of", "P551": "lives_in",
    "P569": "born_on", "P570": "died_on", "P571": "founded_on", "P607": "participant_in", "P676": "^author_of",
    "P710": "^participant_in", "P749": "subsidiary_of", "P800": "author_of", "P1056": "makes", "P1344": "participant_in",
    "P1376": "capital_of", "P3373": "sibling_of",
}  # fmt: skip
"""Relations of the schema by property of Wikidata."""

CONLL04 = {
    "Kill": "killed", "Live_In": "lives_in", "Located_In": "located_in", "OrgBased_In": "headquartered_in",
    "Work_For": "affiliated_with",
}  # fmt: skip
"""Relations of the schema by relation of CoNLL04."""

SYMMETRIC = frozenset({"spouse_of", "sibling_of"})
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%") | {"'s", "n't", "'re", "'ve", "'ll", "'"}
_NO_SPACE_AFTER = frozenset("([{$")


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation of the schema between two spans; ``stated`` is False where the passage may only imply it."""

    relation: str
    subject: Span
    object: Span
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its facts.

    ``relations`` are those it is annotated for exhaustively; ``group`` is the fold of cross-validation.
    """

    text: str
    group: int
    relations: frozenset[str]
    facts: tuple[Fact, ...]


def read_knowledgenet(path: Path) -> list[Passage]:
    """Read the passages of ``folds123.jsonl.gz`` with their published folds."""
    return [
        Passage(
            row["text"],
            row["fold"],
            frozenset(KNOWLEDGENET[name].lstrip("^") for name in row["annotated_properties"]),
            tuple(_fact(KNOWLEDGENET[fact["property"]], fact["subj"], fact["obj"]) for fact in row["facts"]),
        )
        for row in _rows(path)
    ]


def read_redocred(path: Path, folds: int = 3) -> list[Passage]:
    """Read the documents of ``dev_revised.jsonl.gz``; a fact holds between all mentions of its two entities."""
    return [_document(row, 1 + number % folds) for number, row in enumerate(_rows(path))]


def read_conll04(path: Path) -> list[Passage]:
    """Read sentences of newswire, annotated for five relations; for evaluation only."""
    found = []
    for row in _rows(path):
        text, offsets = _detokenized([row["tokens"]])
        names = [_span(offsets[0], *ends) for ends in _tagged(row["tags"])]
        facts = (_fact(CONLL04[r["type"]], names[r["head"]], names[r["tail"]]) for r in row["relations"])
        found.append(Passage(text, 1, frozenset(CONLL04.values()), tuple(facts)))
    return found


def _tagged(tags: list[str]) -> Iterator[Span]:
    """Read the names of BILOU tags."""
    start = 0
    for place, tag in enumerate(tags):
        if tag[0] in "BU":
            start = place
        if tag[0] in "LU":
            yield start, place + 1


def _all_relations() -> frozenset[str]:
    return frozenset(name.lstrip("^") for name in WIKIDATA.values())


def _fact(name: str, subject: Span, item: Span, stated: bool = True) -> Fact:
    ends = (item, subject) if name.startswith("^") else (subject, item)
    return Fact(name.lstrip("^"), (ends[0][0], ends[0][1]), (ends[1][0], ends[1][1]), stated)


def _document(row: dict[str, Any], group: int) -> Passage:
    text, offsets = _detokenized(row["sents"])
    mentions = [
        [(m["sent_id"], _span(offsets[m["sent_id"]], *m["pos"])) for m in entity]
        for entity in row["vertexSet"]
    ]
    facts: dict[tuple[str, Span, Span], bool] = defaultdict(bool)
    for label in row["labels"]:
        name = WIKIDATA.get(label["r"])
        for sentence, head in mentions[label["h"]] if name else ():
            for other, tail in mentions[label["t"]]:
                if sentence == other:
                    facts[name or "", head, tail] |= sentence in label["evidence"]
    read = (_fact(name, head, tail, stated) for (name, head, tail), stated in facts.items())
    return Passage(text, group, _all_relations(), tuple(read))


def _detokenized(sentences: list[list[str]]) -> tuple[str, list[list[Span]]]:
    """Write tokens as people do; the text and the span of each token by sentence."""
    text, offsets, glued = "", [], True
    for sentence in sentences:
        spans = []
        for token in sentence:
            text += "" if glued or token in _NO_SPACE_BEFORE else " "
            spans.append((len(text), len(text) + len(token)))
            text += token
            glued = token in _NO_SPACE_AFTER
        offsets.append(spans)
    return text, offsets


def _span(tokens: list[Span], start: int, end: int) -> Span:
    return tokens[start][0], tokens[end - 1][1]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        yield from map(json.loads, file)
