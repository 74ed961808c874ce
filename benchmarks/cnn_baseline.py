"""A spaCy CNN pipeline by the recipe of the small models, trained on the same data, scored and timed beside ours.

python -m benchmarks.cnn_baseline prepare --out ../build/cnn       # the training data as spaCy's own files, and a config
python -m benchmarks.cnn_baseline train   --out ../build/cnn       # `spacy train`: hash embeddings, no vectors
python -m benchmarks.cnn_baseline compare --out ../build/cnn       # both pipelines, same sets, same run
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import spacy
from rich.console import Console
from rich.table import Table
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from training import evaluate
from training.corpora import Document, ewt_with_names, training_documents, worldwide
from training.names import PlaceNames

PIPES = ("tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner")


def to_doc(document: Document, vocab: Vocab) -> Iterator[Doc]:
    """The document as spaCy trains on it, in pieces of about 300 words cut at sentence or paragraph starts."""
    starts = [i for i, start in enumerate(document.starts) if start] + [len(document.words)]
    first = 0
    for a, b in pairwise(starts):
        if b - first >= 300 or b == len(document.words):
            yield _piece(document, first, b, vocab)
            first = b
        elif a < first:
            first = a


def _piece(document: Document, start: int, end: int, vocab: Vocab) -> Doc:
    words = document.words[start:end]
    after = [*document.breaks[start + 1 : end], 1]
    doc = Doc(vocab, words=words, spaces=[gap != 2 for gap in after])
    if document.upos[start] is not None:
        deps = ["ROOT" if dep == "root" else str(dep) for dep in document.deps[start:end]]
        heads = [i if head == -1 else int(head) - start for i, head in enumerate(document.heads[start:end])]  # type: ignore[arg-type]
        doc = Doc(
            vocab, words=words, spaces=[gap != 2 for gap in after], heads=heads, deps=deps,
            tags=[str(tag) for tag in document.xpos[start:end]], pos=[str(pos) for pos in document.upos[start:end]],
            morphs=[str(feats) for feats in document.feats[start:end]],
            lemmas=[str(lemma) for lemma in document.lemmas[start:end]],
        )  # fmt: skip
    _names(doc, document.names[start:end])
    return doc


def _names(doc: Doc, tags: list[frozenset[str] | None]) -> None:
    """Names of one certain label; what is uncertain is missing, as spaCy has no loss over sets."""
    ents, missing, begin = [], [], 0
    for i, allowed in enumerate(tags):
        if allowed == frozenset({"O"}):
            continue
        if allowed is None or len(allowed) > 1:
            missing.append(doc[i : i + 1])
            continue
        mark, _, label = next(iter(allowed)).partition("-")
        begin = i if mark in "BS" else begin
        if mark in "ES":
            ents.append(Span(doc, begin, i + 1, label=label))
    doc.set_ents(ents, missing=missing, default="outside")


def prepare(corpora: Path, out: Path) -> None:
    """Write train.spacy, dev.spacy and the config that ``spacy init config`` gives for CPU and efficiency."""
    from spacy.cli.init_config import init_config

    vocab = spacy.blank("en").vocab
    documents = training_documents(corpora)
    random.Random(1).shuffle(documents)
    _write(documents, out / "train.spacy", vocab)
    places = PlaceNames(corpora / "gazetteers")
    tokenize = spacy.blank("en").tokenizer
    dev = list(worldwide(corpora / "en-worldwide-newswire/dev.jsonl.gz", places, tokenize))[:20]
    _write([*dev, *list(ewt_with_names(corpora, "dev", places))[:60]], out / "dev.spacy", vocab)
    config = init_config(lang="en", pipeline=list(PIPES), optimize="efficiency", gpu=False)
    config["training"]["max_epochs"] = 3
    config["training"]["patience"] = 0
    config["training"]["eval_frequency"] = 1000
    config["training"]["seed"] = 1
    config.to_disk(out / "config.cfg")


def _write(documents: Iterable[Document], path: Path, vocab: Vocab) -> None:
    DocBin(
        docs=(doc for document in documents for doc in to_doc(document, vocab)), store_user_data=True
    ).to_disk(path)


def train(out: Path) -> None:
    """Run ``spacy train``."""
    from spacy.cli.train import train as run

    overrides = {"paths.train": str(out / "train.spacy"), "paths.dev": str(out / "dev.spacy")}
    run(out / "config.cfg", out / "model", overrides=overrides)


def compare(corpora: Path, out: Path, ours: str) -> None:
    """Score both, then time both on the same texts, turn and turn about."""
    console = Console()
    pipelines = {"ours": evaluate.load(ours), "CNN": spacy.load(out / "model/model-best")}
    for name, nlp in pipelines.items():
        console.rule(name)
        for score in evaluate.SETS.values():
            score(nlp, corpora, "dev", console)
    texts = [text for text, _ in evaluate.worldwide_rows(corpora, "dev")]
    table = Table(
        "pipeline", "processes", "tokens a second, best of 3", title="whole pipeline on news articles"
    )
    for processes in (1, 2):
        best = dict.fromkeys(pipelines, 0.0)
        for _ in range(3):
            for name, nlp in pipelines.items():
                best[name] = max(best[name], speed(nlp, texts, processes))
        for name, value in best.items():
            table.add_row(name, str(processes), f"{value:.0f}")
    console.print(table)


def speed(nlp: Language, texts: list[str], processes: int) -> float:
    """Tokens a second over ``texts``, in batches small enough that every process gets some."""
    began = time.perf_counter()
    count = sum(len(doc) for doc in nlp.pipe(texts, n_process=processes, batch_size=8))
    return count / (time.perf_counter() - began)


def main() -> None:
    """Prepare, train or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", choices=["prepare", "train", "compare"])
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--ours", default="newsgraph")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.step == "prepare":
        prepare(options.corpora, options.out)
    elif options.step == "train":
        train(options.out)
    else:
        compare(options.corpora, options.out, options.ours)


if __name__ == "__main__":
    main()
