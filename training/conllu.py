"""Read CoNLL-U treebanks into plain sentences with the spacing of the raw text."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Sentence:
    """One tree: parallel lists over the syntactic words; ``heads`` are indices into the sentence, -1 for the root."""

    document: str
    new_document: bool
    new_paragraph: bool
    name: str = ""  # the treebank's sent_id
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)  # is a space after the word?
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a gzipped CoNLL-U file; multiword tokens give their words without inner spaces."""
    document, name, lines, new_document, new_paragraph = "", "", [], False, False
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document, new_document = line.split("=", 1)[1].strip(), True
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif line.startswith("# sent_id"):
                name = line.split("=", 1)[1].strip()
            elif line and not line.startswith("#"):
                lines.append(line.split("\t"))
                new_paragraph = new_paragraph or (len(lines) == 1 and "NewPar=Yes" in lines[0][9])
            elif not line and lines:
                yield _sentence(Sentence(document, new_document, new_paragraph or new_document, name), lines)
                lines, new_document, new_paragraph = [], False, False
    if lines:
        yield _sentence(Sentence(document, new_document, new_paragraph or new_document, name), lines)


def _sentence(sentence: Sentence, lines: list[list[str]]) -> Sentence:
    inside_until, space_after_range = 0, True
    for columns in lines:
        number, misc = columns[0], columns[9]
        if "." in number:  # an empty node of the enhanced graph
            continue
        if "-" in number:
            inside_until = int(number.split("-")[1])
            space_after_range = "SpaceAfter=No" not in misc
            continue
        position = int(number)
        if position < inside_until:
            space = False
        elif position == inside_until:
            space = space_after_range
        else:
            space = "SpaceAfter=No" not in misc
        sentence.words.append(columns[1])
        sentence.spaces.append(space)
        sentence.lemmas.append(columns[2])
        sentence.upos.append(columns[3])
        sentence.xpos.append(columns[4])
        sentence.feats.append("" if columns[5] == "_" else columns[5])
        sentence.heads.append(int(columns[6]) - 1)
        sentence.deps.append(columns[7])
    return sentence
