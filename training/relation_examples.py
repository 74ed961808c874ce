"""Passages of relation corpora, read by our pipeline: the pairs of their sentences with the gold of each."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from newsgraph.extract.coreference import resolve
from newsgraph.extract.mentions.detection import MentionSpan, find_mentions
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.relations.pairs import SentencePairs, sentence_pairs
from newsgraph.extract.syntax.tree import Tree, read_tree
from newsgraph.graph.knowledge.schema import load_schema

from .relation_corpora import SYMMETRIC, Passage, Span, read_knowledgenet, read_redocred
from .relation_rules import char_span, rule_predictions
from .relation_scores import Prediction, overlaps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its pairs; gold and known have a row for each pair and a column for each relation.

    ``spans`` and ``entities`` say of each pair where its two mentions stand and what they refer to, in the passage.
    """

    passage: int
    pairs: SentencePairs
    vectors: NDArray[np.float16]
    spans: tuple[tuple[Span, Span], ...]
    entities: tuple[tuple[int, int], ...]
    gold: NDArray[np.bool_]
    known: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Passages of a corpus, the examples made from them, and what triggers find in them."""

    passages: list[Passage]
    examples: list[Example]
    by_rule: list[Prediction]


def read_corpora(model: Path, folder: Path, relations: tuple[str, ...], cache: Path) -> dict[str, Corpus]:
    """Read both corpora; what the pipeline ``model`` makes of them is kept in the folder ``cache``."""
    passages = {
        "knowledgenet": read_knowledgenet(folder / "knowledgenet/folds123.jsonl.gz"),
        "redocred": read_redocred(folder / "re-docred/dev_revised.jsonl.gz"),
    }
    found, state = {}, _fingerprint(model)
    for name, items in passages.items():
        path = cache / f"{name}-{state}.pickle"
        if not path.is_file():
            made = make_examples(load_pipeline(model), items, relations)
            cache.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pickle.dumps(made))
        found[name] = Corpus(items, *pickle.loads(path.read_bytes()))
    return found


def _fingerprint(model: Path) -> str:
    """Tell pipelines apart by the files of their components."""
    digest = hashlib.sha256()
    for path in sorted(p for p in model.glob("*/*") if p.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def make_examples(
    nlp: Language, passages: Sequence[Passage], relations: tuple[str, ...]
) -> tuple[list[Example], list[Prediction]]:
    """Parse passages and label their pairs; also what the triggers find in them."""
    examples, by_rule, schema = [], [], load_schema()
    for number, doc in enumerate(nlp.pipe(passage.text for passage in passages)):
        examples.extend(_examples(number, passages[number], doc, relations))
        by_rule.extend(rule_predictions(number, doc, schema))
    return examples, by_rule


def _examples(number: int, passage: Passage, doc: Doc, relations: tuple[str, ...]) -> Iterator[Example]:
    tree = read_tree(doc)
    mentions = find_mentions(doc, tree)
    entity = _entities(doc, tree, mentions)
    for pairs in sentence_pairs(tree, mentions):
        spans = tuple((char_span(doc, one), char_span(doc, other)) for one, other in pairs.pairs)
        gold, known = _labels(passage, spans, relations)
        vectors = np.asarray(doc.tensor[pairs.start : pairs.end], dtype=np.float16)
        entities = tuple((entity(one), entity(other)) for one, other in pairs.pairs)
        yield Example(number, pairs, vectors, spans, entities, gold, known)


def _entities(doc: Doc, tree: Tree, mentions: list[MentionSpan]) -> Callable[[MentionSpan], int]:
    """Number what mentions refer to; one that coreference leaves out refers to something of its own."""
    number = {
        mention.head: place
        for place, chain in enumerate(resolve(doc, mentions, tree=tree), 1)
        for mention in chain.mentions
    }
    return lambda mention: number.get(mention.head, -1 - mention.start)


def _labels(
    passage: Passage, spans: tuple[tuple[Span, Span], ...], relations: tuple[str, ...]
) -> tuple[Any, Any]:
    gold = np.zeros((len(spans), len(relations)), dtype=bool)
    known = np.zeros_like(gold)
    column = {name: place for place, name in enumerate(relations)}
    known[:, [column[name] for name in passage.relations if name in column]] = True
    for row, (subject, item) in enumerate(spans):
        for fact in passage.facts:
            if fact.relation not in column:
                continue
            straight = overlaps(subject, fact.subject) and overlaps(item, fact.object)
            turned = overlaps(subject, fact.object) and overlaps(item, fact.subject)
            if straight or (turned and fact.relation in SYMMETRIC):
                gold[row, column[fact.relation]] |= fact.stated
                known[row, column[fact.relation]] = fact.stated
    return gold, known
