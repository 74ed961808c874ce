"""Score the relations of the schema on KnowledgeNet, CoNLL04 and Re-DocRED: rules, classifier and both.

    python -m training.evaluate_relations MODEL [--classifier relations.npz] [--corpora ../shared/corpora]

A relation found between two mentions holds for all mentions of the two in the passage, as the corpora annotate it. A shipped
classifier has seen all folds: its honest figures are those that ``training.train_relations`` prints.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.extract.mentions.detection import find_mentions
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.relations import classify_pairs, load_classifier
from newsgraph.graph.knowledge.schema import Schema, load_schema

from .relation_corpora import Passage, read_conll04, read_knowledgenet, read_redocred
from .relation_rules import char_span, rule_predictions
from .relation_scores import Prediction, one_to_one, text_scores, write_scores

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from newsgraph.extract.relations import Classifier

CORPORA = Path("../shared/corpora")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision, recall and F1 by relation."""
    parser = argparse.ArgumentParser(description="Score relations on KnowledgeNet, CoNLL04 and Re-DocRED.")
    parser.add_argument("model", type=Path)
    parser.add_argument("--classifier", type=Path)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--every", type=int, default=1, help="read every n-th passage only")
    options = parser.parse_args(arguments)
    nlp, schema = load_pipeline(options.model), load_schema()
    classifier = load_classifier(options.classifier) if options.classifier else None
    corpora = {
        "KnowledgeNet": read_knowledgenet(options.corpora / "knowledgenet/folds123.jsonl.gz"),
        "CoNLL04": read_conll04(options.corpora / "conll04/train.jsonl.gz"),
        "Re-DocRED": read_redocred(options.corpora / "re-docred/dev_revised.jsonl.gz"),
    }
    for name, passages in corpora.items():
        for way, predictions in evaluate(nlp, schema, classifier, passages[:: options.every]).items():
            counts = text_scores(passages[:: options.every], predictions, (1, 2, 3))
            print(f"\n{name}, {way}; one to one F1 {one_to_one(counts):.3f}")
            print(write_scores(counts))


def evaluate(
    nlp: Language, schema: Schema, classifier: Classifier | None, passages: Sequence[Passage]
) -> dict[str, list[Prediction]]:
    """Find what rules, classifier and both together say of all passages."""
    found: dict[str, list[Prediction]] = {"rules": []}
    if classifier:
        found |= {"classifier": [], "both": []}
    for number, doc in enumerate(nlp.pipe(passage.text for passage in passages)):
        by_rule = list(rule_predictions(number, doc, schema))
        found["rules"] += by_rule
        if classifier:
            by_pair = pair_predictions(number, doc, classifier)
            found["classifier"] += by_pair
            found["both"] += list(dict.fromkeys([*by_rule, *(replace(p, probability=1.0) for p in by_pair)]))
    return found


def pair_predictions(number: int, doc: Doc, classifier: Classifier) -> list[Prediction]:
    """Read one passage with the classifier."""
    return [
        Prediction(
            number, pair.relation, char_span(doc, pair.subject), char_span(doc, pair.object), pair.probability
        )
        for pair in classify_pairs(doc, find_mentions(doc), classifier)
    ]


if __name__ == "__main__":
    main()
