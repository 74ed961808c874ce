"""The classifier: pairs stay linear, scores follow its weights, statements add to what rules found."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from newsgraph.extract.mentions.detection import MentionSpan, find_mentions
from newsgraph.extract.relations import (
    Classifier,
    PairRelation,
    classify_pairs,
    load_classifier,
    pair_statements,
    relate,
)
from newsgraph.extract.relations.gates import stating_word
from newsgraph.extract.relations.pairs import (
    DEPENDENCIES,
    FAR,
    KINDS,
    NEAREST,
    REACH,
    offsets,
    sentence_pairs,
)
from newsgraph.extract.relations.scorer import PairScorer
from newsgraph.extract.statements import find_extractions
from newsgraph.extract.syntax.tree import read_tree
from newsgraph.graph.knowledge.schema import Schema, load_schema

from .conftest import VOCAB, Parse

RELIABILITY = np.array([0.1, 0.99], dtype=np.float32)
WIDTH, HEADS, KEY, VALUE, HIDDEN = 8, 2, 3, 4, 5

HEADQUARTERS = """
Acme NNP PROPN nsubj 1 acme
keeps VBZ VERB ROOT 1 keep
its PRP$ PRON nmod:poss 3 its
headquarters NN NOUN obj 1 headquarters
in IN ADP case 5 in
Leeds NNP PROPN nmod 3 leeds
since IN ADP case 7 since
2012 CD NUM obl 1 2012
"""
NAMES = "ORG 0 1,GPE 5 6,DATE 7 8"


def weights(seed: int = 0) -> dict[str, np.ndarray]:
    """Random weights of the right shapes."""
    random = np.random.default_rng(seed)
    kinds, places = len(KINDS), 2 * REACH + 1
    shapes = {
        "subject_question.weight": (HEADS * KEY, WIDTH), "object_question.weight": (HEADS * KEY, WIDTH),
        "subject_question_kind.weight": (kinds, HEADS * KEY), "object_question_kind.weight": (kinds, HEADS * KEY),
        "key.weight": (HEADS * KEY, WIDTH), "value.weight": (HEADS * VALUE, WIDTH),
        "subject_offset.weight": (places, HEADS), "object_offset.weight": (places, HEADS), "way.weight": (8, HEADS),
        "subject.weight": (HIDDEN, WIDTH), "subject.bias": (HIDDEN,), "object.weight": (HIDDEN, WIDTH),
        "answer.weight": (HIDDEN, HEADS * VALUE), "subject_kind.weight": (kinds, HIDDEN),
        "object_kind.weight": (kinds, HIDDEN), "distance.weight": (2 * FAR + 2, HIDDEN),
        "step.weight": (2 * len(DEPENDENCIES), HIDDEN), "out.weight": (1, HIDDEN), "out.bias": (1,),
    }  # fmt: skip
    return {name: random.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def classifier(bias: float, kinds: tuple[str, str] = ("ORG", "GPE")) -> Classifier:
    """One relation between two kinds, likely or unlikely by ``bias``."""
    allowed = np.zeros((1, len(KINDS), len(KINDS)), dtype=bool)
    allowed[0, KINDS.index(kinds[0]), KINDS.index(kinds[1])] = True
    return Classifier(
        ("headquartered_in",),
        allowed,
        np.array([0.5], dtype=np.float32),
        PairScorer.of(leaning(bias), HEADS),
        RELIABILITY,
    )


def leaning(bias: float) -> dict[str, np.ndarray]:
    """Random weights that speak for the relation rather than against it."""
    arrays = weights() | {"out.bias": np.array([bias], dtype=np.float32)}
    return arrays | {
        name: abs(arrays[name]) for name in ("out.weight", "answer.weight", "value.weight", "subject.bias")
    }


@pytest.fixture
def doc(parse: Parse) -> Doc:
    made = parse(HEADQUARTERS, NAMES)
    made.tensor = np.random.default_rng(1).uniform(size=(len(made), WIDTH)).astype(np.float16)
    return made


def test_a_likely_pair_is_found_with_its_words(doc: Doc) -> None:
    """Only the kinds a relation joins are paired, and its predicate lies outside both."""
    (found,) = classify_pairs(doc, find_mentions(doc), classifier(500))
    assert (doc[found.subject.head].text, found.relation, doc[found.object.head].text) == (
        "Acme",
        "headquartered_in",
        "Leeds",
    )
    assert found.probability == pytest.approx(0.99)
    assert found.word in found.predicate
    assert not {0, 5} & set(found.predicate)


def test_an_unlikely_pair_is_not_found(doc: Doc) -> None:
    """The threshold holds, and a lower one of the caller instead of it."""
    assert classify_pairs(doc, find_mentions(doc), classifier(-500)) == []
    assert len(classify_pairs(doc, find_mentions(doc), classifier(-500), threshold=0.0)) == 1


def test_dates_are_objects_and_never_subjects(doc: Doc) -> None:
    """Dates are added to the mentions as values."""
    (found,) = classify_pairs(doc, find_mentions(doc), classifier(500, ("ORG", "DATE")))
    assert found.object.kind == "value"
    assert classify_pairs(doc, find_mentions(doc), classifier(500, ("DATE", "ORG"))) == []


def test_scores_do_not_depend_on_other_sentences(doc: Doc) -> None:
    """A sentence is scored alone."""
    twice = Doc.from_docs([doc, doc])
    twice.tensor = np.concatenate([doc.tensor, doc.tensor])
    once, both = (classify_pairs(d, find_mentions(d), classifier(500), threshold=0.0) for d in (doc, twice))
    assert [pair.probability for pair in both] == pytest.approx([once[0].probability] * 2)


def test_pairs_of_a_long_list_stay_linear() -> None:
    """A thousand names in one sentence make no million pairs."""
    count = 1000
    made = Doc(
        VOCAB,
        words=["Bolt"] * count,
        pos=["PROPN"] * count,
        heads=[0] * count,
        deps=["ROOT"] + ["conj"] * (count - 1),
    )
    mentions = [MentionSpan(i, i + 1, i, "ORG", "name") for i in range(count)]
    found = list(sentence_pairs(read_tree(made), mentions))
    assert sum(len(sentence.pairs) for sentence in found) <= 2 * NEAREST * count


def test_offsets_are_zero_inside_and_capped() -> None:
    """Distances to a span grow to both sides up to the cap."""
    found = offsets(np.array([[3, 5]]), 20)
    assert found[0, :7].tolist() == [-3, -2, -1, 0, 0, 1, 2]
    assert found.max() == REACH


def test_a_classifier_is_read_back_as_written(tmp_path: Path, doc: Doc) -> None:
    """Half precision changes little."""
    made = classifier(0.0)
    path = tmp_path / "relations.npz"
    halved = {name: array.astype(np.float16) for name, array in leaning(0.0).items()}
    np.savez(
        path,
        relations=np.array(made.relations),
        heads=np.array(HEADS),
        allowed=made.allowed,
        thresholds=made.thresholds,
        reliability=made.reliability,
        **halved,
    )
    read = load_classifier(path)
    assert read.relations == made.relations
    one, other = (
        classify_pairs(doc, find_mentions(doc), c, threshold=0.0)[0].probability for c in (made, read)
    )
    assert one == pytest.approx(other, abs=0.02)


def statements(schema: Schema, doc: Doc, *, by_rule: str | None) -> list[tuple[str, str, str]]:
    """Statements of the classifier beside one rule that reads every extraction as ``by_rule``."""
    tree = read_tree(doc)
    rules = [(p, by_rule) for p in find_extractions(doc)]
    pairs = classify_pairs(doc, find_mentions(doc), classifier(500), tree=tree)
    made = pair_statements(schema, tree, pairs, rules, lambda head: tree.text[head])
    return [
        (tree.text[p.subject_head], relation, tree.text[p.object_head])
        for p, relation, _ in made
        if p.object_head
    ]


def test_the_classifier_adds_what_rules_did_not_find(schema: Schema, doc: Doc) -> None:
    """Where rules have said it, or something more exact, it is not said again."""
    assert statements(schema, doc, by_rule=None) == [("Acme", "headquartered_in", "Leeds")]
    assert any(p.object_head == 5 for p in find_extractions(doc))
    assert statements(schema, doc, by_rule="headquartered_in") == []


def test_a_schema_without_the_relation_gets_no_statement_of_it(schema: Schema, doc: Doc) -> None:
    """A user may have taken away what the classifier knows."""
    smaller = Schema({name: r for name, r in schema.relations.items() if name != "headquartered_in"}, {})
    tree = read_tree(doc)

    def related(of: Schema) -> list[str | None]:
        found = relate(
            of, doc, tree, [], find_mentions(doc), label_at=lambda head: tree.label[head],
            entity_at=lambda head: head, classifier=classifier(500),
        )  # fmt: skip
        return [each.relation for each in found]

    assert related(schema) == ["headquartered_in"]
    assert related(smaller) == []


OFFICIALS = """
Lund NNP PROPN nsubj 1 Lund
met VBD VERB ROOT 1 meet
{nation} JJ ADJ amod 3 {nation}
officials NNS NOUN {dep} {above} official
"""
WRITER = """
Lund NNP PROPN nsubj 3 Lund
is VBZ AUX cop 3 be
{nation} JJ ADJ amod 3 {nation}
writer NN NOUN ROOT 3 writer
"""


@pytest.mark.parametrize(
    ("rows", "nation", "stated"),
    [(WRITER, "Spanish", 3), (WRITER, "Republican", None), (OFFICIALS, "Spanish", None)],
)
def test_a_nationality_is_that_of_a_nation_and_of_the_subject(
    parse: Parse, rows: str, nation: str, stated: int | None
) -> None:
    """No party is a nation, and whom somebody met is not what he is."""
    doc = parse(rows.format(nation=nation, dep="obj", above=1), "PERSON 0 1,NORP 2 3")
    subject, item = MentionSpan(0, 1, 0, "PERSON", "name"), MentionSpan(2, 3, 2, "NORP", "name")
    pair = PairRelation(subject, "nationality", item, (3,), 3, 0.9)
    assert stating_word(load_schema(), read_tree(doc), pair) == stated
