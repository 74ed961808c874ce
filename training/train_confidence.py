"""Fit the confidence of statements on treebanks, and write how well it tells (for the model card).

    python -m training.train_confidence [MODEL] [--corpora ../shared/corpora] [--out extract/pipeline/model/confidence.json]

A statement that the rules read from the parser's tree is right when they read the same from the treebank's tree: subject,
predicate, object (by their heads), polarity and modality. Fitted on the dev parts of GUM (free texts) and EWT, which the
parser has not seen; the reliability printed is cross-validated over documents. What is wrong although the tree is right is
counted by hand, on a sample that ``--sample`` prints: ``RIGHT_READING``.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import filter_spans

from newsgraph.extract.pipeline import MODEL, load_pipeline
from newsgraph.extract.records.confidence import ConfidenceTable, content_word, features
from newsgraph.extract.records.margins import Margins
from newsgraph.extract.statements import Extraction, analyse, find_extractions
from newsgraph.extract.syntax.tree import Tree

from .conllu import Sentence, read_conllu
from .evaluate_openie import CORPORA, words
from .manifest import refresh_shipped

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

OUT = Path("extract/pipeline/model/confidence.json")
RIGHT_READING = 0.87
"""Share of right ones among 90 statements that were read beside their sentences, the trees being the treebank's."""
FOLDS = 5
BINS = 10
PENALTY = 3.0
"""Strength of the prior that no feature matters."""
LEAST = 25
"""Features of fewer statements than this are left out."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A statement of the parser's tree: its document, its features, and whether the treebank's tree gives it, too."""

    document: str
    features: dict[str, float]
    right: bool


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, print the reliability and write the table."""
    parser = argparse.ArgumentParser(description="Fit the confidence of statements.")
    parser.add_argument("model", type=Path, nargs="?", default=MODEL)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--sample", type=int, help="only print so many statements of treebank trees to judge")
    options = parser.parse_args(arguments)
    nlp = load_pipeline(options.model)
    gold = list(read_treebanks(options.corpora, nlp.vocab))
    if options.sample:
        print_sample([doc for _, doc in gold], options.sample)
        return
    cases = [case for name, doc in gold for case in compare(name, doc, nlp)]
    for line in report(cases):
        print(line)
    weights = {name: round(value, 3) for name, value in fit(cases).items()}
    table = {"right_reading": RIGHT_READING, "weights": dict(sorted(weights.items()))}
    options.out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf8")
    refresh_shipped(options.out)


def read_treebanks(corpora: Path, vocab: Vocab) -> Iterator[tuple[str, Doc]]:
    """Read the documents of the dev parts with their trees; texts under a non-commercial licence are left out."""
    with (corpora / "gum/manifest.tsv").open(encoding="utf8", newline="") as file:
        free = {row["doc"] for row in csv.DictReader(file, delimiter="\t") if row["nc"] == "0"}
    for name in ("gum", "ewt"):
        sentences = read_conllu(corpora / f"{name}/en_{name}-ud-dev.conllu.gz")
        for document, group in groupby(sentences, key=lambda sentence: sentence.document):
            if name == "ewt" or document in free:
                yield document, _doc(vocab, list(group))


def _doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    heads: list[int] = []
    for sentence in sentences:
        start = len(heads)
        heads.extend(start + (own if head < 0 else head) for own, head in enumerate(sentence.heads))
    labels = [
        "ROOT" if head < 0 else dep for s in sentences for head, dep in zip(s.heads, s.deps, strict=True)
    ]
    return Doc(
        vocab,
        words=[word for s in sentences for word in s.words],
        spaces=[space for s in sentences for space in s.spaces],
        lemmas=[lemma for s in sentences for lemma in s.lemmas],
        pos=[tag for s in sentences for tag in s.upos],
        tags=[tag for s in sentences for tag in s.xpos],
        morphs=[feats for s in sentences for feats in s.feats],
        heads=heads,
        deps=labels,
        sent_starts=[number == 0 for s in sentences for number in range(len(s.words))],
    )


def compare(name: str, gold: Doc, nlp: Language) -> Iterator[Case]:
    """The statements of the parser's tree of a document; names are the pipeline's in both."""
    doc = nlp(gold.text)
    spans = [gold.char_span(e.start_char, e.end_char, e.label_, alignment_mode="expand") for e in doc.ents]
    gold.set_ents(filter_spans([span for span in spans if span is not None]))
    right = Counter(_key(gold, tree, p) for tree, p in _read(gold))
    analysis = analyse(doc)
    margins = Margins(doc, analysis.tree)
    for extraction in find_extractions(doc, analysis=analysis):
        if extraction.method == "nominal":
            continue  # read by semantic roles, which the treebank's tree has none of
        tree = analysis.tree
        yield Case(name, features(tree, extraction, margins), right[_key(doc, tree, extraction)] > 0)


def _read(doc: Doc) -> Iterator[tuple[Tree, Extraction]]:
    analysis = analyse(doc)
    for extraction in find_extractions(doc, analysis=analysis):
        yield analysis.tree, extraction


def _key(doc: Doc, tree: Tree, extraction: Extraction) -> tuple[object, ...]:
    heads = (extraction.subject_head, content_word(tree, extraction), extraction.object_head)
    places = (None if head is None else doc[head].idx for head in heads)
    return (*places, extraction.polarity, extraction.modality)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights of a logistic regression with a Gaussian prior, by Newton's method."""
    counts = Counter(name for case in cases for name in case.features)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    rows = np.array([[case.features.get(name, 0.0) for name in names] for case in cases])
    right = np.array([case.right for case in cases], dtype=float)
    weights = np.zeros(len(names))
    prior = np.where(np.array(names) == "constant", 0.01, PENALTY)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - prior * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(prior)
        weights += np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def report(cases: Sequence[Case]) -> Iterator[str]:
    """How often statements of each confidence are right, on documents that the fit has not seen."""
    folds = {name: number % FOLDS for number, name in enumerate(sorted({case.document for case in cases}))}
    chances, right = [], []
    for fold in range(FOLDS):
        table = ConfidenceTable(fit([case for case in cases if folds[case.document] != fold]), 1.0)
        for case in (case for case in cases if folds[case.document] == fold):
            chances.append(table.probability(case.features))
            right.append(case.right)
    yield f"{len(cases)} statements, {np.mean(right):.3f} from the same reading of the treebank's tree"
    yield f"times {RIGHT_READING}, the share of right ones among statements from treebank trees"
    yield from _curve(np.array(chances), np.array(right, dtype=float))
    by_method: dict[str, list[bool]] = defaultdict(list)
    for case in cases:
        method = next(name for name in case.features if name.startswith("method "))
        by_method[method].append(case.right)
    for method, values in sorted(by_method.items()):
        yield f"{method:28} {np.mean(values):.3f} of {len(values)}"


def _curve(chances: Floats, right: Floats) -> Iterator[str]:
    places = np.argsort(chances, kind="stable")
    error = 0.0
    yield "confidence  right  statements"
    for bin in np.array_split(places, BINS):
        mean, share = chances[bin].mean() * RIGHT_READING, right[bin].mean() * RIGHT_READING
        error += abs(mean - share) * len(bin) / len(places)
        yield f"{mean:10.3f} {share:6.3f} {len(bin):11}"
    base = right.mean()
    skill = 1 - float(((chances - right) ** 2).mean()) / (base * (1 - base))
    yield f"expected calibration error {error:.3f}, Brier skill {skill:.3f}"


def print_sample(docs: list[Doc], count: int) -> None:
    """Print statements of treebank trees with their sentences."""
    found = [(doc, extraction) for doc in docs for _, extraction in _read(doc)]
    for doc, p in random.Random(0).sample(found, count):
        text = next(s.text for s in doc.sents if s.start <= p.predicate[0] < s.end)
        item = words(doc, p.object) if p.object else "-"
        print(
            f"\n{text}\n  {words(doc, p.subject)} | {words(doc, p.predicate)} | {item} {p.polarity} {p.modality}"
        )


if __name__ == "__main__":
    main()
