"""Score the statements on CaRB dev, the dev part of BenchIE, and WiRe57.

    python -m training.evaluate_openie MODEL [--corpora ../shared/corpora]

MODEL is a directory that ``spacy.load`` reads. A statement is written as a tuple of its words: subject,
predicate, object, qualifiers. BenchIE compares triples of explicit predicates, so that a statement gives a
triple for its object and one more for each prepositional part of it or beside it, whose preposition ends
the predicate. Tuning uses these dev parts only.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.records.confidence import confidence
from newsgraph.extract.records.margins import Margins
from newsgraph.extract.statements import Analysis, Extraction, analyse, find_extractions
from newsgraph.extract.statements.roles import ROLE_METHODS

from .openie_scores import OpenTuple, Score, benchie_forms, benchie_score, carb_score, wire_score

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CORPORA = Path("../shared/corpora")
_IMPLICIT = ROLE_METHODS | {"nominal"}
"""Statements that no predicate of the text spells out; BenchIE annotates what is explicit."""
Writer = Callable[["Doc"], list[OpenTuple]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision, recall and F1 on the three benchmarks."""
    parser = argparse.ArgumentParser(
        description="Score statements on open information extraction benchmarks."
    )
    parser.add_argument("model", type=Path)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    options = parser.parse_args(arguments)
    nlp = load_pipeline(options.model)
    for name, score in evaluate(nlp, options.corpora):
        print(f"{name:12} precision {score.precision:.3f}  recall {score.recall:.3f}  F1 {score.f1:.3f}")


def evaluate(nlp: Language, corpora: Path) -> Iterator[tuple[str, Score]]:
    """The scores of one pipeline."""
    carb = read_carb(corpora / "carb/gold_dev.tsv.gz")
    sentences = (corpora / "carb/dev.txt").read_text(encoding="utf8").split("\n")
    found = extract(nlp, {_key(s): s for s in sentences if s.strip()}, tuples)
    yield "CaRB", carb_score(carb, found)
    texts, facts = read_benchie(corpora / "benchie/gold_en_carbdev.txt.gz")
    yield "BenchIE", benchie_score(facts, extract(nlp, texts, triples))
    texts, golds = read_wire(corpora / "wire57/WiRe57_343-manual-oie.json.gz")
    yield "WiRe57", wire_score(golds, extract(nlp, texts, tuples))


def extract(nlp: Language, texts: dict[str, str], write: Writer) -> dict[str, list[OpenTuple]]:
    """The extractions of each text, each read as a document of its own."""
    docs = nlp.pipe(_readable(text) for text in texts.values())
    return {key: write(doc) for key, doc in zip(texts, docs, strict=True)}


def _readable(text: str) -> str:
    """Treebank quotation marks as people write them, at the same length."""
    return text.replace("``", ' "').replace("''", '" ')


def tuples(doc: Doc) -> list[OpenTuple]:
    """Each statement with all its arguments, and each attribution by a verb; a tuple has two arguments at least."""
    found, analysis = [], analyse(doc)
    margins = Margins(doc, analysis.tree)
    for extraction in find_extractions(doc, analysis=analysis):
        predicate, objects = _spelled(doc, extraction)
        qualifiers = [words(doc, qualifier.tokens) for qualifier in extraction.qualifiers]
        if objects or qualifiers:
            arguments = (words(doc, extraction.subject), *objects, *qualifiers)
            found.append(OpenTuple(predicate, arguments, confidence(analysis.tree, extraction, margins)))
    return found + list(_attributed(doc, analysis))


def _attributed(doc: Doc, analysis: Analysis) -> Iterator[OpenTuple]:
    """Who said what, as "said that"."""
    tree = analysis.tree
    for attribution in analysis.attributions:
        tokens = [token for start, end in attribution.content for token in range(start, end + 1)]
        tokens = [token for token in tokens if not doc[token].is_punct or tokens[0] < token < tokens[-1]]
        cue = attribution.cue
        if cue is None or tree.pos[cue] not in ("VERB", "AUX") or len(tokens) < 2:
            continue
        said = [cue, tokens[0]] if tree.lower[tokens[0]] == "that" else [cue]
        content = [token for token in tokens if token not in said]
        yield OpenTuple(words(doc, said), (words(doc, attribution.source.tokens), words(doc, content)))


def triples(doc: Doc) -> list[OpenTuple]:
    """Each explicit statement as triples: one for its object, one for each prepositional part of it or beside it."""
    found = []
    for extraction in find_extractions(doc):
        if extraction.method in _IMPLICIT:
            continue
        subject = words(doc, extraction.subject)
        predicate, objects = _spelled(doc, extraction)
        if objects:
            found.append(OpenTuple(predicate, (subject, *objects)))
            found.extend(_inner_triples(doc, extraction, subject, predicate))
        for qualifier in extraction.qualifiers:
            preposition, rest = _parted(doc, qualifier.tokens, qualifier.head)
            if preposition:
                longer = " ".join((predicate, *objects, words(doc, preposition)))
                found.append(OpenTuple(longer, (subject, words(doc, rest))))
    return found


def _inner_triples(doc: Doc, extraction: Extraction, subject: str, predicate: str) -> Iterator[OpenTuple]:
    """ "Is the head of the union" as "is the head of" the union."""
    tokens, head = extraction.object or (), extraction.object_head
    for kid in tokens:
        if doc[kid].head.i == head and doc[kid].dep_ == "nmod" and kid > head:
            inside = [t for t in tokens if doc[kid].left_edge.i <= t <= doc[kid].right_edge.i]
            preposition, rest = _parted(doc, inside, kid)
            before = [t for t in tokens if preposition and t < preposition[0]]
            if before:
                longer = f"{predicate} {words(doc, before)} {words(doc, preposition)}"
                yield OpenTuple(longer, (subject, words(doc, rest)))


def _parted(doc: Doc, tokens: Sequence[int], head: int) -> tuple[list[int], list[int]]:
    """A phrase as its preposition and the rest."""
    prepositions = [t for t in tokens if t < head and doc[t].dep_ == "case" and doc[t].head.i == head]
    return prepositions, [t for t in tokens if t not in prepositions]


def _spelled(doc: Doc, extraction: Extraction) -> tuple[str, list[str]]:
    """Predicate and object as words; a role without an object is what its holder "is"."""
    predicate = words(doc, extraction.predicate)
    if extraction.object is not None:
        if extraction.method in ROLE_METHODS:
            return f"is {predicate}", [words(doc, extraction.object)]
        return predicate, [words(doc, extraction.object)]
    return ("is", [predicate]) if extraction.method in ROLE_METHODS else (predicate, [])


def words(doc: Doc, tokens: Sequence[int]) -> str:
    """The words of the tokens as the text has them."""
    text = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        glued = before is not None and before + 1 == token and not doc[before].whitespace_
        text += doc[token].text if glued or not text else " " + doc[token].text
    return text


def read_carb(path: Path) -> dict[str, list[OpenTuple]]:
    """Gold tuples by sentence."""
    gold: dict[str, list[OpenTuple]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            sentence, predicate, *arguments = line.rstrip("\n").split("\t")
            gold[_key(sentence)].append(OpenTuple(predicate.strip(), tuple(a.strip() for a in arguments)))
    return dict(gold)


def _key(sentence: str) -> str:
    return sentence.replace(" ", "").strip()


def read_benchie(path: Path) -> tuple[dict[str, str], dict[str, list[set[tuple[str, str, str]]]]]:
    """Sentences and, for each, the acceptable triples of each fact."""
    texts: dict[str, str] = {}
    facts: dict[str, list[set[tuple[str, str, str]]]] = {}
    key = ""
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in map(str.strip, file):
            if line.startswith("sent_id:"):
                identifier, text = line.split("\t", 1)
                key = identifier.removeprefix("sent_id:")
                texts[key], facts[key] = text, []
            elif "--> Cluster" in line:
                facts[key].append(set())
            elif line:
                facts[key][-1] |= benchie_forms(line)
    return texts, facts


def read_wire(path: Path) -> tuple[dict[str, str], dict[str, list[OpenTuple]]]:
    """Sentences and gold tuples, with the words of the sentence only."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        documents = json.load(file)
    texts, golds = {}, {}
    for sentence in (sentence for document in documents.values() for sentence in document):
        texts[sentence["id"]] = sentence["sent"]
        golds[sentence["id"]] = [_wire_tuple(entry) for entry in sentence["tuples"]]
    return texts, golds


def _wire_tuple(entry: dict[str, Any]) -> OpenTuple:
    slots = [entry["arg1"], entry["rel"], entry["arg2"], *entry["arg3+"]]
    subject, predicate, *rest = (_stated(slot) for slot in slots)
    return OpenTuple(predicate, (subject, *rest))


def _stated(slot: dict[str, Any]) -> str:
    """The words that the sentence has; those the annotators inferred are left out."""
    pairs = zip(slot["words"], slot["words_indexes"], strict=True)
    return " ".join(word for word, index in pairs if index != "inf")


if __name__ == "__main__":
    main()
