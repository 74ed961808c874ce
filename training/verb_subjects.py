"""Count how often the subjects of each verb are somebody: ``python -m training.verb_subjects``.

Reads the train splits of EWT, GUM and the newswire, of the latter the half that rules may be looked up in, as the pipeline
parses them; a subject counts where the parser is sure of it. Objects count with the subjects of passives. The table is read
by ``extract/english/verb_subjects.py``, for the confidence of statements.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import newsgraph
from newsgraph.extract.english import verb_subjects
from newsgraph.extract.pipeline.certainty import read_margins
from newsgraph.extract.readers import Document
from newsgraph.extract.records.selection import is_somebody_or_thing
from newsgraph.extract.syntax.tree import read_tree

from .evaluate import treebank_documents, treebank_text
from .judged_lists import CORPORA, may_be_looked_up

OUT = Path(verb_subjects.__file__).parent / "data/verb_subjects.txt"
SURE = 5.0
"""Logits by which the parser must have chosen where a word hangs."""
LEAST = 4
"""Verbs with fewer counts are left out."""
HEAD = """# Verbs with how many of the subjects that do it were counted, how many of these are somebody, and the same of what it is done to.
# Made by training/verb_subjects.py.
"""


def texts(corpora: Path) -> Iterator[str]:
    """The texts that are counted."""
    with gzip.open(corpora / "en-worldwide-newswire/train.jsonl.gz", "rt", encoding="utf8") as file:
        for row in map(json.loads, file):
            if may_be_looked_up(str(row["doc_id"])):
                yield row["text"]
    for treebank in ("ewt", "gum"):
        for sentences in treebank_documents(corpora, treebank, "train"):
            yield treebank_text(sentences)[0]


def count(corpora: Path) -> Counter[tuple[str, bool, bool]]:
    """How often each verb has a subject or object, by whether it is done to that, and whether that is somebody."""
    found: Counter[tuple[str, bool, bool]] = Counter()
    nlp = newsgraph.load_pipeline()
    for text in texts(corpora):
        doc = nlp(Document.from_text(text).readable)
        tree, sure = read_tree(doc), read_margins(doc)[:, 0]
        for noun, dep in enumerate(tree.dep):
            verb = tree.head[noun]
            counted = (
                dep in ("nsubj", "nsubj:pass", "obj") and tree.pos[verb] == "VERB" and sure[noun] >= SURE
            )
            somebody = is_somebody_or_thing(tree, noun) if counted else None
            if somebody is not None:
                found[tree.lemma[verb].lower(), dep != "nsubj", somebody] += 1
    return found


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description="Count how often the subjects of each verb are somebody.")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    found = count(options.corpora)
    lines = []
    for lemma in sorted({lemma for lemma, _, _ in found}):
        doers, others = ([found[lemma, passive, kind] for kind in (False, True)] for passive in (False, True))
        if lemma.isalpha() and sum(doers) + sum(others) >= LEAST:
            lines.append(f"{lemma} {sum(doers)} {doers[1]} {sum(others)} {others[1]}\n")
    options.out.write_text(HEAD + "".join(lines), encoding="utf8")


if __name__ == "__main__":
    main()
