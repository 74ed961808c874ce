"""PropBank over EWT: gold predicates and roles beside the pipeline's own parse of the same words.

The parse is the pipeline's, not the treebank's, so that the role head is trained on what it will meet. Sources and
licences: ../shared/corpora/ewt-propbank/README.md.
"""

from __future__ import annotations

import gzip
import json
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from newsgraph.extract.pipeline.role_features import read_rows

from .evaluate import gold_doc, treebank_documents

if TYPE_CHECKING:
    from spacy.language import Language

Frame = tuple[int, str, tuple[tuple[str, int], ...]]
"""Predicate, roleset and (role, head word) of a gold frame; words are numbered within the document."""


@dataclass(slots=True)
class Annotated:
    """A document: what the pipeline says, the gold frames, and the words of the sentences that have gold."""

    rows: NDArray[np.uint64]
    vectors: NDArray[np.float16]
    frames: list[Frame]
    judged: NDArray[np.bool_]


def read_frames(corpora: Path, split: str) -> dict[str, list[dict[str, Any]]]:
    """The frames of each sentence by its name; documents that nobody annotated are left out."""
    found: dict[str, list[dict[str, Any]]] = {}
    documents: dict[str, bool] = {}
    with gzip.open(corpora / f"ewt-propbank/{split}.jsonl.gz", "rt", encoding="utf8") as file:
        for row in map(json.loads, file):
            found[row["sent_id"]] = row["frames"]
            document = row["sent_id"].rsplit("-", 1)[0]
            documents[document] = documents.get(document, False) or bool(row["frames"])
    return {name: frames for name, frames in found.items() if documents[name.rsplit("-", 1)[0]]}


def annotate_roles(
    nlp: Language, corpora: Path, split: str, *, with_starts: bool = True
) -> Iterator[Annotated]:
    """Documents of EWT, parsed on gold words."""
    gold = read_frames(corpora, split)
    for sentences in treebank_documents(corpora, "ewt", split):
        doc = gold_doc(nlp, sentences, with_starts=with_starts)
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        frames: list[Frame] = []
        judged = np.zeros(len(doc), dtype=np.bool_)
        base = 0
        for sentence in sentences:
            if sentence.name in gold:
                judged[base : base + len(sentence.words)] = True
                for frame in gold[sentence.name]:
                    roles = [(a["role"], base + a["head"]) for a in frame["arguments"]]
                    frames.append((base + frame["predicate"], frame["roleset"], tuple(roles)))
            base += len(sentence.words)
        yield Annotated(read_rows(doc), np.asarray(doc.tensor, dtype=np.float16), frames, judged)


def cached(
    nlp: Language, corpora: Path, split: str, cache: Path | None, *, with_starts: bool = True
) -> list[Annotated]:
    """The same, kept in the folder ``cache``."""
    path = cache / f"roles-{split}-{with_starts}.pickle" if cache else None
    if path and path.exists():
        return pickle.loads(path.read_bytes())  # type: ignore[no-any-return]
    found = list(annotate_roles(nlp, corpora, split, with_starts=with_starts))
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(found, protocol=5))
    return found
