"""The role head's training data, scores and network, on sentences written for it."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.strings import get_string_id

from newsgraph.extract.pipeline.role_features import Vocabulary, candidate_pairs, read_words
from newsgraph.extract.pipeline.senses import Senses
from training.evaluate_roles import RoleScores
from training.role_corpus import Annotated

WORDS = [  # lemma, tag, dep, head
    ("nurse", "NNS", "nsubj", 1),
    ("carry", "VBD", "ROOT", 1),
    ("off", "RP", "compound:prt", 1),
    ("the", "DT", "det", 4),
    ("prize", "NN", "obj", 1),
    ("in", "IN", "case", 6),
    ("may", "NNP", "obl", 1),
]
"""Nurses carried off the prize in May."""

VOCABULARIES = {
    "dep": Vocabulary.of(["ROOT", "nsubj", "obj", "obl", "case", "compound:prt", "det"]),
    "tag": Vocabulary.of(["NN", "VBD"]),
    "lemma": Vocabulary.of(["carry", "prize"]),
    "name": Vocabulary.of(["PERSON"]),
    "marker": Vocabulary.of(["in", "off"]),
}


def rows() -> np.ndarray:
    """The sentence as attributes of tokens."""
    table = [
        [head - i, get_string_id(dep), get_string_id(tag), get_string_id(lemma), 0, int(i == 0), 0]
        for i, (lemma, tag, dep, head) in enumerate(WORDS)
    ]
    return np.array([[value % 2**64 for value in row] for row in table], dtype=np.uint64)


def test_words_know_their_markers_and_particles() -> None:
    """ "in" marks "May", "off" belongs to "carried"; values that the vocabulary lacks are 0."""
    words = read_words(rows(), VOCABULARIES)
    assert words.columns["marker"].tolist() == [0, 0, 0, 0, 0, 0, 1]
    assert words.columns["particle"].tolist() == [0, 2, 0, 0, 0, 0, 0]
    assert words.columns["lemma"].tolist() == [0, 1, 0, 0, 2, 0, 0]
    assert "".join(words.kinds) == "nv  n n"


def test_candidates_are_what_the_tree_joins() -> None:
    """Every other word of the sentence, by its path; the same path has the same code."""
    words = read_words(rows(), VOCABULARIES)
    pairs = candidate_pairs(words, np.array([1, 4]))
    found = list(zip(pairs.rows.tolist(), pairs.words.tolist(), strict=True))
    assert [word for row, word in found if row == 0] == [0, 2, 3, 4, 5, 6]
    shapes = dict(zip(found, (pairs.features["shape"] // 2).tolist(), strict=True))
    assert shapes[0, 4] == 1  # one step down
    assert shapes[0, 5] == 2  # two
    assert shapes[1, 1] == 4  # one up
    assert shapes[1, 6] == 5  # one up, one down
    codes = dict(zip(found, pairs.features["path"].tolist(), strict=True))
    assert len({codes[0, 0], codes[0, 4], codes[0, 6]}) == 3


def test_a_roleset_is_looked_up_with_the_particle() -> None:
    """The counted sense of "carry off" is likelier than any of "carry"."""
    off, carry = get_string_id("off"), get_string_id("carry")
    seen = [("v", carry, 0, "carry.01", 50), ("v", carry, off, "carry_off.07", 2)]
    senses = Senses.of({}, seen, ["carry.01"], ["unlisted"])
    _, found, odds = senses.candidates(read_words(rows(), VOCABULARIES), np.array([1]))
    best = max(zip(odds, found, strict=True))[1]
    assert senses.names[best] == "carry_off.07"
    assert {senses.names[sense] for sense in found} == {"carry.01", "carry_off.07"}


def test_scores_count_predicate_role_and_head() -> None:
    """A role on another word, or of another predicate, is wrong; words that nobody judged do not count."""
    judged = np.array([True] * 6 + [False])
    gold = [(1, "carry_off.07", (("ARG0", 0), ("ARG1", 4))), (4, "prize.01", ())]
    document = Annotated(rows(), np.zeros((7, 2), dtype=np.float16), gold, judged)
    scores = RoleScores()
    found = [(1, "carry.01", [("ARG0", 0), ("ARG1", 3)]), (4, "prize.01", []), (6, "may.01", [("ARG0", 0)])]
    scores.add(read_words(rows(), VOCABULARIES), found, document)
    assert (scores.precision(), scores.recall(), scores.f1()) == (0.5, 0.5, 0.5)
    assert scores.f1("ARG0") == 1
    assert scores.sense_accuracy() == 0.5
    assert scores.predicates == {"right": 2, "found": 2, "gold": 2}


def test_torch_and_numpy_compute_the_same() -> None:
    """The network that is trained is the one that runs."""
    torch = pytest.importorskip("torch")
    from newsgraph.extract.pipeline import MODEL
    from newsgraph.extract.pipeline.role_files import FILES, read_model
    from training.role_examples import example
    from training.train_roles import trained_network

    model = read_model({name: (MODEL / "newsgraph_roles" / name).read_bytes() for name in FILES})
    network = trained_network(model, dropout=0.2, forget=0.2, noise=0.2).eval()
    vectors = np.random.default_rng(1).normal(size=(7, 384)).astype(np.float16)
    gold = [(1, "carry.01", (("ARG0", 0),)), (4, "", ())]
    document = Annotated(rows(), vectors, gold, np.ones(7, dtype=np.bool_))
    one = example(document, model)
    words, predicates = read_words(rows(), model.vocabularies), np.array([1, 4])
    with torch.no_grad():
        theirs = network.roles(one, one.vectors, one.gold_sense).numpy()
    _, ours = model.role_scores(words, vectors.astype(np.float32), predicates, one.gold_sense.numpy())
    assert ours == pytest.approx(theirs, abs=1e-3)


def test_teachers_say_the_mean_of_their_probabilities() -> None:
    """Of predicates and of roles; a score that is higher by a constant changes nothing."""
    pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from training.role_teachers import Teachers

    class Sure:
        """A head that gives what it was made with."""

        def __init__(self, odds: float, scores: list[float]) -> None:
            self.odds, self.scores = odds, scores

        def predicate_odds(self, words: object, hidden: object) -> tuple[np.ndarray, np.ndarray]:
            return np.array([3]), np.array([self.odds])

        def role_scores(self, *given: object) -> tuple[None, np.ndarray]:
            return None, np.array([self.scores])

    teachers = Teachers([Sure(0.0, [5.0, 5.0]), Sure(100.0, [0.0, 100.0])])  # type: ignore[list-item]
    nothing = np.zeros(0)
    places, odds = teachers.predicates(nothing, nothing)  # type: ignore[arg-type]
    assert (places.tolist(), odds.tolist()) == ([3], [0.75])
    roles = teachers.roles(nothing, nothing, nothing, nothing)  # type: ignore[arg-type]
    assert roles.tolist() == [pytest.approx([0.25, 0.75])]


def test_a_wide_pipeline_keeps_the_last_layer_first() -> None:
    """What teachers read beside it is a middle layer; trees stay as they are."""
    pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from newsgraph.extract.pipeline import load_pipeline
    from training.role_teachers import LAYER, widen

    plain, wide = load_pipeline(roles=False), load_pipeline(roles=False)
    widen(wide, LAYER)
    text = "A court in Lima freed the two drivers."
    one, other = plain(text), wide(text)
    assert other.tensor.shape == (len(one), 768)
    assert np.array_equal(other.tensor[:, :384], one.tensor)
    assert not np.array_equal(other.tensor[:, 384:], one.tensor)
    assert [token.head.i for token in other] == [token.head.i for token in one]
