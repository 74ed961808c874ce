"""Score any spaCy pipeline: ``python -m training.evaluate MODEL --sets ww uner ewt gum ieer``.

All figures are percentages. Names are scored strictly (both borders and the label). Trees and tags are scored on
gold tokens, with gold sentences and with the pipeline's own; punctuation is left out of attachment scores.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table
from spacy.language import Language
from spacy.tokens import Doc

from .conllu import Sentence, read_conllu
from .corpora import iob_spans, read_iob
from .numbers import LABELS
from .score_numbers import score

WORLDWIDE = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "NORP": "NORP", "FAC": "Facility",
    "PRODUCT": "Product", "DATE": "Date", "MONEY": "Money", "EVENT": "Misc", "WORK_OF_ART": "Misc", "LAW": "Misc",
    "LANGUAGE": "NORP",
}  # fmt: skip
"""spaCy's labels in the nine classes of en-worldwide-newswire; the others have no class there."""

UNER = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}

_ABSOLUTE = re.compile(
    r"\d{4}|\d{1,2}(st|nd|rd|th)?\b.*[A-Z]|\b(January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\d0s\b"
)

Spans = set[tuple[int, int, str]]


def worldwide_rows(corpora: Path, split: str) -> Iterator[tuple[str, Spans]]:
    """Articles with their gold names as character spans."""
    with gzip.open(corpora / f"en-worldwide-newswire/{split}.jsonl.gz", "rt", encoding="utf8") as file:
        for row in map(json.loads, file):
            yield row["text"], {(start, end, label) for start, end, label in row["ents"]}


def worldwide_predictions(doc: Doc) -> Spans:
    """Names in the nine classes. Dates without a year, month or weekday are left out: the corpus marks only absolute ones."""
    return {
        (ent.start_char, ent.end_char, WORLDWIDE[ent.label_])
        for ent in doc.ents
        if ent.label_ in WORLDWIDE and (ent.label_ != "DATE" or _ABSOLUTE.search(ent.text))
    }


def score_names(pairs: Iterable[tuple[Spans, Spans]]) -> dict[str, tuple[float, float, float, int]]:
    """Precision, recall, F1 in percent and number of gold names, per label and for all."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for gold, predicted in pairs:
        for label in ("all",):
            right[label] += len(gold & predicted)
            wrong[label] += len(predicted - gold)
            missed[label] += len(gold - predicted)
        right.update(label for _, _, label in gold & predicted)
        wrong.update(label for _, _, label in predicted - gold)
        missed.update(label for _, _, label in gold - predicted)
    found = {}
    for label in sorted({*right, *wrong, *missed}):
        precision = right[label] / max(1, right[label] + wrong[label])
        recall = right[label] / max(1, right[label] + missed[label])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        found[label] = (100 * precision, 100 * recall, 100 * f1, right[label] + missed[label])
    return found


def treebank_text(sentences: list[Sentence]) -> tuple[str, list[int]]:
    """The raw text of one document and where each sentence starts in it."""
    text, starts = "", []
    for sentence in sentences:
        if text and sentence.new_paragraph:
            text = text.rstrip() + "\n\n"
        starts.append(len(text))
        for word, space in zip(sentence.words, sentence.spaces, strict=True):
            text += word + (" " if space else "")
        if not text.endswith(" "):
            text += " "
    return text.rstrip(), starts


def treebank_documents(corpora: Path, name: str, split: str) -> list[list[Sentence]]:
    """Documents of a treebank; of GUM only those without a non-commercial licence."""
    keep: set[str] | None = None
    if name == "gum":
        with (corpora / "gum/manifest.tsv").open(encoding="utf8") as file:
            keep = {row["doc"] for row in csv.DictReader(file, delimiter="\t") if row["nc"] == "0"}
    documents: dict[str, list[Sentence]] = {}
    for sentence in read_conllu(corpora / f"{name}/en_{name}-ud-{split}.conllu.gz"):
        if keep is None or sentence.document in keep:
            documents.setdefault(sentence.document, []).append(sentence)
    return list(documents.values())


def gold_doc(nlp: Language, sentences: list[Sentence], *, with_starts: bool) -> Doc:
    """A Doc of gold tokens, with or without gold sentence starts."""
    words = [word for sentence in sentences for word in sentence.words]
    spaces = [space for sentence in sentences for space in sentence.spaces]
    starts = [i == 0 for sentence in sentences for i in range(len(sentence.words))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts if with_starts else None)


def annotate(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Run the pipeline over Docs with preset words."""
    for doc in docs:
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        yield doc


def score_trees(nlp: Language, documents: list[list[Sentence]], *, with_starts: bool) -> dict[str, float]:
    """LAS, UAS, UPOS, XPOS, features and lemma accuracy, in percent."""
    right, total, attached = Counter[str](), 0, 0
    docs = annotate(nlp, (gold_doc(nlp, sentences, with_starts=with_starts) for sentences in documents))
    for sentences, doc in zip(documents, docs, strict=True):
        base = 0
        for sentence in sentences:
            for i in range(len(sentence.words)):
                token = doc[base + i]
                total += 1
                right["UPOS"] += token.pos_ == sentence.upos[i]
                right["XPOS"] += token.tag_ == sentence.xpos[i]
                right["feats"] += str(token.morph) == "|".join(sorted(sentence.feats[i].split("|")))
                right["lemma"] += token.lemma_ == sentence.lemmas[i]
                if sentence.deps[i].split(":")[0] == "punct":
                    continue
                attached += 1
                head = base + sentence.heads[i] if sentence.heads[i] >= 0 else token.i
                same = token.head.i == head
                dep = "root" if token.dep_ == "ROOT" else token.dep_
                right["UAS"] += same
                right["LAS"] += same and dep == sentence.deps[i]
            base += len(sentence.words)
    return {name: 100 * count / (attached if name.endswith("AS") else total) for name, count in right.items()}


def score_starts(nlp: Language, documents: list[list[Sentence]]) -> float:
    """F1 of sentence starts on raw text, in percent."""
    right = predicted = gold = 0
    for sentences in documents:
        text, starts = treebank_text(sentences)
        found = {next((t.idx for t in sent if not t.is_space), sent.start_char) for sent in nlp(text).sents}
        right += len(found & set(starts))
        predicted += len(found)
        gold += len(starts)
    return 200 * right / (predicted + gold)


def uner_pairs(
    nlp: Language, corpora: Path, split: str, *, with_starts: bool
) -> Iterator[tuple[Spans, Spans]]:
    """UNER's sentences, grouped into EWT's documents so that the pipeline sees their context.

    UNER gives sentences; ``with_starts=False`` is harder than its usual scoring, since EWT has lost line breaks
    ("Thanks, Ada Ada, please ...").
    """
    named = {" ".join(w for w, _ in s): s for s in read_iob(corpora / f"uner-ewt/en_ewt-ud-{split}.iob2.gz")}
    for sentences in treebank_documents(corpora, "ewt", split):
        doc = next(annotate(nlp, [gold_doc(nlp, sentences, with_starts=with_starts)]))
        gold: Spans = set()
        allowed, base = set(), 0
        for sentence in sentences:
            rows = named.get(" ".join(sentence.words))
            if rows:
                allowed.update(range(base, base + len(rows)))
                spans = iob_spans([tag for _, tag in rows])
                gold |= {
                    (base + start, base + end, label) for start, end, label in spans if label in UNER.values()
                }
            base += len(sentence.words)
        yield (
            gold,
            {(e.start, e.end, UNER[e.label_]) for e in doc.ents if e.label_ in UNER and e.start in allowed},
        )


def show_names(console: Console, title: str, found: dict[str, tuple[float, float, float, int]]) -> None:
    """Print a table of precision, recall and F1."""
    table = Table("label", "P", "R", "F1", "gold", title=title)
    for label, (precision, recall, f1, gold) in found.items():
        table.add_row(label, f"{precision:.1f}", f"{recall:.1f}", f"{f1:.1f}", str(gold))
    console.print(table)


def evaluate_worldwide(nlp: Language, corpora: Path, split: str, console: Console) -> dict[str, float]:
    """Names on world news, and the pipeline's speed on it."""
    rows = list(worldwide_rows(corpora, split))
    nlp("A first text, so that nothing is loaded while the clock runs.")
    began = time.perf_counter()
    docs = list(nlp.pipe(text for text, _ in rows))
    seconds = time.perf_counter() - began
    found = score_names((gold, worldwide_predictions(doc)) for (_, gold), doc in zip(rows, docs, strict=True))
    show_names(console, f"en-worldwide-newswire {split}", found)
    words = sum(len(doc) for doc in docs)
    console.print(f"{words} tokens, {words / seconds:.0f} tokens a second")
    return {f"ww {label}": values[2] for label, values in found.items()} | {"ww words/s": words / seconds}


def evaluate_uner(nlp: Language, corpora: Path, split: str, console: Console) -> dict[str, float]:
    """Names on web text."""
    figures = {}
    for with_starts, title in ((True, "gold sentences"), (False, "own sentences")):
        found = score_names(uner_pairs(nlp, corpora, split, with_starts=with_starts))
        show_names(console, f"UNER-EWT {split}, {title}", found)
        figures |= {f"uner {title} {label}": values[2] for label, values in found.items()}
    return figures


def evaluate_treebank(name: str) -> Callable[[Language, Path, str, Console], dict[str, float]]:
    """Trees, tags, lemmas and sentences of a treebank."""

    def evaluate(nlp: Language, corpora: Path, split: str, console: Console) -> dict[str, float]:
        documents = treebank_documents(corpora, name, split)
        gold = score_trees(nlp, documents, with_starts=True)
        own = score_trees(nlp, documents, with_starts=False)
        starts = score_starts(nlp, documents)
        table = Table(
            "",
            *sorted(gold),
            title=f"{name} {split}, gold tokens; sentence starts on raw text F1 {starts:.1f}",
        )
        table.add_row("gold sentences", *(f"{gold[key]:.2f}" for key in sorted(gold)))
        table.add_row("own sentences", *(f"{own[key]:.2f}" for key in sorted(gold)))
        console.print(table)
        return {f"{name} {key}": value for key, value in gold.items()} | {f"{name} starts": starts}

    return evaluate


def evaluate_ieer(nlp: Language, corpora: Path, split: str, console: Console) -> dict[str, float]:
    """Dates, times, amounts and numbers on news of 1998; the sample has one split (see ``score_numbers``)."""
    path = corpora / "ieer/ieer.jsonl.gz"
    found: dict[str, list[tuple[int, int, str]]] = {}

    def spans(text: str) -> list[tuple[int, int, str]]:
        if text not in found:
            found[text] = [(e.start_char, e.end_char, e.label_) for e in nlp(text).ents if e.label_ in LABELS]
        return found[text]

    strict, overlap = score(path, spans, strict=True), score(path, spans, strict=False)
    table = Table(
        "label", "P", "R", "F1", "F1 by overlap", "gold", title="IEER, after its scheme's differences"
    )
    for label, value in strict.items():
        figures = (value.precision, value.recall, value.f1, overlap[label].f1)
        table.add_row(label, *(f"{100 * figure:.1f}" for figure in figures), str(value.gold))
    console.print(table)
    return {f"ieer {label}": 100 * value.f1 for label, value in strict.items()}


SETS: dict[str, Callable[[Language, Path, str, Console], dict[str, float]]] = {
    "ww": evaluate_worldwide,
    "uner": evaluate_uner,
    "ewt": evaluate_treebank("ewt"),
    "gum": evaluate_treebank("gum"),
    "ieer": evaluate_ieer,
}
"""What can be scored: corpus name to function of (pipeline, corpora folder, split, console)."""


def load(model: str) -> Language:
    """A pipeline by path or package name; ``newsgraph`` is the shipped one."""
    import newsgraph.extract.pipeline as pipeline

    return pipeline.load_pipeline() if model == "newsgraph" else pipeline.load_pipeline(model)


def main() -> None:
    """Score pipelines one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+", help="folders or packages; 'newsgraph' for the shipped pipeline")
    parser.add_argument("--sets", nargs="*", default=sorted(SETS), choices=sorted(SETS))
    parser.add_argument("--split", default="dev", choices=["dev", "test"])
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    options = parser.parse_args()
    console = Console()
    figures = {}
    for model in options.models:
        console.rule(model)
        nlp = load(model)
        figures[model] = {}
        for name in options.sets:
            figures[model] |= SETS[name](nlp, options.corpora, options.split, console)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1, sort_keys=True))


if __name__ == "__main__":
    main()
