"""Parsed sentences written by hand: the rules are tested without a model."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc, Span

VOCAB = spacy.blank("en").vocab
UPOS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON",
    "EX": "PRON", "VBD": "VERB", "VBZ": "VERB", "VBP": "VERB", "VBN": "VERB", "VBG": "VERB", "VB": "VERB", "MD": "AUX",
    "IN": "ADP", "TO": "PART", "POS": "PART", "DT": "DET", "JJ": "ADJ", "RB": "ADV", "WRB": "ADV", "RP": "ADP", "CC": "CCONJ",
    "CD": "NUM", "HYPH": "PUNCT", ",": "PUNCT", ".": "PUNCT", "``": "PUNCT", "''": "PUNCT", ":": "PUNCT", "_SP": "SPACE",
}  # fmt: skip

Parse = Callable[..., Doc]


def parse(*sentences: str, entities: str = "") -> Doc:
    """Build a Doc from tables of ``form tag dep head [lemma]``, heads counted from 1 inside the sentence, 0 for the root.

    A form may end in ``~`` for "no space after". ``entities`` lists ``LABEL words of the name``, one a
    line, the first place each.
    """
    rows, starts, heads = [], [], []
    for sentence in sentences:
        offset = len(rows)
        for number, line in enumerate(filter(None, map(str.strip, sentence.splitlines()))):
            form, tag, dep, head, *lemma = line.split()
            rows.append(
                (
                    form.rstrip("~").replace("␤", "\n\n"),
                    tag,
                    dep,
                    lemma[0] if lemma else form.rstrip("~").lower(),
                    form,
                )
            )
            starts.append(number == 0)
            heads.append(offset + (int(head) - 1 if int(head) else number))
    doc = Doc(
        VOCAB,
        words=[row[0] for row in rows],
        spaces=[not row[4].endswith("~") and row[0] != "\n\n" for row in rows],
        tags=[row[1] for row in rows],
        pos=[
            "AUX"
            if row[2] in ("aux", "aux:pass", "cop")
            else "SCONJ"
            if row[2] == "mark" and row[1] == "IN"
            else UPOS[row[1]]
            for row in rows
        ],
        deps=["ROOT" if row[2] == "root" else row[2] for row in rows],
        lemmas=[row[3] for row in rows],
        heads=heads,
        sent_starts=starts,
    )
    doc.ents = [_find(doc, line.split()) for line in filter(None, map(str.strip, entities.splitlines()))]
    return doc


def _find(doc: Doc, line: list[str]) -> Span:
    label, *words = line
    for start in range(len(doc)):
        if [token.text for token in doc[start : start + len(words)]] == words:
            return Span(doc, start, start + len(words), label=label)
    raise ValueError(f"no {words} in the sentence")


@pytest.fixture(name="parse")
def parse_fixture() -> Parse:
    """Build a Doc from a table, see ``parse``."""
    return parse


@pytest.fixture
def read() -> Callable[[Doc], list[str]]:
    """Statements as "subject | predicate | object" lines."""
    from newsgraph.extract.statements import find_extractions

    def lines(doc: Doc) -> list[str]:
        return [
            " | ".join(
                " ".join(doc[t].text for t in part or ()) for part in (p.subject, p.predicate, p.object)
            )
            for p in find_extractions(doc)
        ]

    return lines


@pytest.fixture
def doc_of() -> Callable[..., Doc]:
    """The builder of documents from the compact form, see ``compact_parses``."""
    from tests.extract import compact_parses

    return compact_parses.parse
