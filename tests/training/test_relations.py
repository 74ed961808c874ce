"""The relation classifier's training: its network, what it finds in a passage, and from what probability on that counts."""

from __future__ import annotations

import numpy as np
import pytest

from newsgraph.extract.mentions.detection import MentionSpan
from newsgraph.extract.relations.pairs import DEPENDENCIES, FAR, KINDS, SentencePairs
from newsgraph.extract.relations.scorer import PairScorer
from training.relation_corpora import Fact, Passage
from training.relation_examples import Corpus, Example
from training.relation_scores import Prediction
from training.relation_thresholds import NEVER, choose_thresholds

WIDTH = 384


def sentence(length: int, places: list[int], seed: int = 0) -> tuple[SentencePairs, np.ndarray]:
    """All pairs of mentions of one word each, with kinds, paths and vectors drawn by chance."""
    random = np.random.default_rng(seed)
    mentions = [MentionSpan(place, place + 1, place, "", "name") for place in places]
    rows = [(i, j) for i in range(len(places)) for j in range(len(places)) if i != j]
    pairs = SentencePairs(
        0, length, tuple((mentions[i], mentions[j]) for i, j in rows),
        np.array([(place, place + 1) for place in places]),
        random.integers(0, len(KINDS), len(places)),
        np.array([i for i, _ in rows]),
        np.array([j for _, j in rows]),
        random.integers(0, 2 * FAR + 2, len(rows)),
        random.integers(0, 8, (len(rows), length)),
        random.integers(-1, 2 * len(DEPENDENCIES), (len(rows), 3)),
    )  # fmt: skip
    return pairs, random.normal(size=(length, WIDTH)).astype(np.float16)


def test_several_networks_run_as_one_that_gives_their_mean() -> None:
    """Merged, trained in a batch of unlike sentences, and run in numpy one by one: the same logits."""
    torch = pytest.importorskip("torch")
    from training.relation_network import PairNetwork, Shape, merged

    torch.manual_seed(0)
    networks = [PairNetwork(3, Shape()).eval() for _ in range(2)]
    batch = [sentence(9, [0, 4, 7]), sentence(5, [1, 3], seed=1)]
    whole = merged(networks)
    with torch.no_grad():
        mean = sum(network(batch) for network in networks) / 2
        assert whole(batch).numpy() == pytest.approx(mean.numpy(), abs=1e-5)
    weights = {name: value.numpy() for name, value in whole.state_dict().items()}
    scorer = PairScorer.of(weights, whole.shape.heads)
    ours = [next(iter(scorer.score([pairs], vectors))).logits for pairs, vectors in batch]
    assert np.concatenate(ours) == pytest.approx(mean.numpy(), abs=1e-4)


def test_a_relation_holds_between_all_mentions_of_two_things_that_it_can_join() -> None:
    """Nothing is related to itself, and no mention of a kind that the relation does not join is told."""
    torch = pytest.importorskip("torch")
    from training.train_relations import RELATIONS, predict

    pairs, vectors = sentence(6, [0, 2, 4])
    pairs.kinds[:] = KINDS.index("PERSON"), KINDS.index("she"), KINDS.index("GPE")
    allowed = np.zeros((len(RELATIONS), len(KINDS), len(KINDS)), dtype=np.bool_)
    allowed[0, KINDS.index("PERSON"), KINDS.index("GPE")] = True
    allowed[0, KINDS.index("PERSON"), KINDS.index("she")] = True
    things = {0: 1, 2: 1, 4: 2}
    spans = tuple(((one.start, one.end), (other.start, other.end)) for one, other in pairs.pairs)
    entities = tuple((things[one.start], things[other.start]) for one, other in pairs.pairs)
    gold = np.zeros((len(spans), len(RELATIONS)), dtype=np.bool_)
    corpus = Corpus(
        [Passage("", 1, frozenset(), ())], [Example(0, pairs, vectors, spans, entities, gold, gold)], []
    )

    def network(batch: list[tuple[SentencePairs, np.ndarray]]) -> object:
        return torch.full((sum(len(pairs.pairs) for pairs, _ in batch), len(RELATIONS)), 2.0)

    found = predict(network, allowed, corpus, 1)  # type: ignore[arg-type]
    assert [(p.relation, p.subject, p.object) for p in found] == [(RELATIONS[0], (0, 1), (4, 5))]


def test_thresholds_are_chosen_beside_the_triggers() -> None:
    """What triggers find needs no threshold that lets wrong answers in; who is never right often enough is not heard."""
    fact = Fact("born_in", (0, 1), (2, 3))
    passages = [Passage("", 1, frozenset({"born_in", "owns"}), (fact,)) for _ in range(60)]
    right = [Prediction(n, "born_in", (0, 1), (2, 3), 0.72) for n in range(30)]
    wrong = [Prediction(n, "born_in", (4, 5), (2, 3), 0.32) for n in range(20)]
    late = [Prediction(n, "born_in", (0, 1), (2, 3), 0.32) for n in range(30, 60)]
    other = [Prediction(n, "owns", (0, 1), (2, 3), 0.9) for n in range(60)]
    found = {"knowledgenet": [*right, *wrong, *late, *other], "redocred": []}

    def chosen(by_rule: list[Prediction]) -> list[float]:
        corpora = {"knowledgenet": Corpus(passages, [], by_rule), "redocred": Corpus([], [], [])}
        return [round(float(t), 2) for t in choose_thresholds(corpora, found, ("born_in", "owns"), (1,))]

    assert chosen([]) == [0.2, pytest.approx(NEVER)]
    assert chosen([Prediction(n, "born_in", (0, 1), (2, 3)) for n in range(30, 60)])[0] == 0.35
