"""Relations in the record: a classifier's statements keep all laws, a user's schema changes what is found."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from newsgraph.extract.extractor import read
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.readers import make_document
from newsgraph.extract.relations import Classifier, load_classifier
from newsgraph.extract.relations.pairs import DEPENDENCIES, FAR, KINDS, REACH
from newsgraph.graph.knowledge.relation import SchemaError
from newsgraph.graph.knowledge.schema import Schema, load_schema
from newsgraph.graph.model.record import ExtractionRecord, LocalStatement
from newsgraph.graph.model.record_io import validate

WIDTH, HEADS, KEY, VALUE, HIDDEN = 384, 1, 1, 4, 3

OWN = """
works_in:
  label: works in
  domain: [ORG]
  range: [GPE, LOC]
  triggers: [work in]
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The shipped pipeline."""
    return load_pipeline()


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    """A tiny classifier read from a file: every organisation has its seat in every place of its sentence."""
    kinds, places = len(KINDS), 2 * REACH + 1
    random = np.random.default_rng(0)
    shapes = {
        "subject_question.weight": (HEADS * KEY, WIDTH), "object_question.weight": (HEADS * KEY, WIDTH),
        "subject_question_kind.weight": (kinds, HEADS * KEY), "object_question_kind.weight": (kinds, HEADS * KEY),
        "key.weight": (HEADS * KEY, WIDTH), "subject_offset.weight": (places, HEADS),
        "object_offset.weight": (places, HEADS), "way.weight": (8, HEADS), "subject.weight": (HIDDEN, WIDTH),
        "object.weight": (HIDDEN, WIDTH), "subject_kind.weight": (kinds, HIDDEN), "object_kind.weight": (kinds, HIDDEN),
        "distance.weight": (2 * FAR + 2, HIDDEN), "step.weight": (2 * len(DEPENDENCIES), HIDDEN),
    }  # fmt: skip
    allowed = np.zeros((1, kinds, kinds), dtype=bool)
    allowed[0, KINDS.index("ORG"), KINDS.index("GPE")] = True
    path = tmp_path_factory.mktemp("model") / "relations.npz"
    np.savez(
        path, relations=np.array(["headquartered_in"]), heads=np.array(HEADS), allowed=allowed, thresholds=np.array([0.5]),
        reliability=np.array([0.2, 0.8]), **{name: np.zeros(shape) for name, shape in shapes.items()},
        **{
            "value.weight": random.normal(size=(HEADS * VALUE, WIDTH)),
            "answer.weight": random.normal(size=(HIDDEN, HEADS * VALUE)), "subject.bias": np.full(HIDDEN, 100.0),
            "out.weight": np.full((1, HIDDEN), 1.0), "out.bias": np.array([100.0]),
        },
    )  # fmt: skip
    return load_classifier(path)


@pytest.fixture(scope="module")
def schema() -> Schema:
    """Our own schema."""
    return load_schema()


def related(record: ExtractionRecord, relation: str) -> list[LocalStatement]:
    """The statements with a relation, in a record that keeps all laws."""
    return [s for s in validate(record).statements if s.predicate.relation == relation]


TEXT = "The headquarters of Microsoft in London closed last year."


def test_a_statement_of_the_classifier_shows_its_evidence(
    nlp: Language, schema: Schema, classifier: Classifier
) -> None:
    """Both mentions, the words between, the sentence, its method and how often such a relation is right."""
    assert related(read(make_document(TEXT), nlp, schema=schema), "headquartered_in") == []
    record = read(make_document(TEXT), nlp, schema=schema, classifier=classifier)
    (found,) = related(record, "headquartered_in")
    assert found.method == "classifier"
    assert (found.subject.text, found.object and found.object.text) == ("Microsoft", "London")
    assert found.subject.entity
    assert found.object
    assert found.object.entity
    start, end = record.sentences[found.sentence]
    for spans in (found.subject.spans, found.object.spans, found.predicate.spans):
        assert all(start <= one < other <= end for one, other in spans)
    assert found.confidence > 0.5


def test_a_statement_of_the_classifier_is_denied_and_told_as_its_clause_is(
    nlp: Language, schema: Schema, classifier: Classifier
) -> None:
    """Polarity, modality and source are those of the clause with the same words."""
    text = "Anna Berg said that Microsoft will not base its new team in London."
    (found,) = related(
        read(make_document(text), nlp, schema=schema, classifier=classifier), "headquartered_in"
    )
    assert (found.polarity, found.modality) == ("negative", "planned")
    assert found.attribution is not None
    assert found.attribution.text == "Anna Berg"


def test_a_pair_whose_words_say_something_else_is_no_relation(
    nlp: Language, schema: Schema, classifier: Classifier
) -> None:
    """The classifier may be sure of it; where no word on the way can say it, nothing is said."""
    for text in ("Microsoft visited London.", "Microsoft, whose rival is based in London, closed."):
        record = read(make_document(text), nlp, schema=schema, classifier=classifier)
        assert related(record, "headquartered_in") == []


def test_what_a_trigger_says_is_not_said_again(nlp: Language, schema: Schema, classifier: Classifier) -> None:
    """One statement, and it is the rule's."""
    text = "Microsoft is based in London."
    (found,) = related(
        read(make_document(text), nlp, schema=schema, classifier=classifier), "headquartered_in"
    )
    assert found.method != "classifier"


def test_a_schema_of_the_user_changes_what_is_found(nlp: Language, schema: Schema, tmp_path: Path) -> None:
    """A new relation is found, one taken away is not."""
    text = "Microsoft works in London. Anna Berg was born in Leeds."
    path = tmp_path / "mine.yaml"
    path.write_text(OWN + "born_in: null\n", encoding="utf8")
    ours = read(make_document(text), nlp, schema=schema)
    theirs = read(make_document(text), nlp, schema=load_schema(path))
    assert [len(related(ours, name)) for name in ("works_in", "born_in")] == [0, 1]
    assert [len(related(theirs, name)) for name in ("works_in", "born_in")] == [1, 0]


def test_a_mistake_in_a_schema_is_told_with_its_place(tmp_path: Path) -> None:
    """The file, the relation and what is wrong."""
    path = tmp_path / "mine.yaml"
    path.write_text("works_in: {domain: [FIRM], range: [GPE], triggers: [work]}\n", encoding="utf8")
    with pytest.raises(SchemaError, match=r"mine\.yaml.*works_in.*FIRM"):
        load_schema(path)
