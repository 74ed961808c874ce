"""Chains marked by hand, and how links are scored against them."""

import json
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("scipy", reason="scoring coreference needs scipy, of training/requirements.txt")

import newsgraph
from training.evaluate_coref import evaluate_marked
from training.judged_chains import CHAINS, PASSAGES, MarkedArticle

TEXT = "Ada Lund runs a bakery. She sold the bakery to Ivo Dahl. He closed it."


def article(*chains: str) -> MarkedArticle:
    """Words of TEXT that are one thing, each by its first place; what is marked with * is alone."""
    found: dict[int, int] = {}
    for number, words in enumerate(chains):
        for word in words.split():
            found[TEXT.index(word.strip("*"))] = -1 if word.endswith("*") else number
    return MarkedArticle("made-up", TEXT, found)


def test_links_are_right_where_most_of_the_chain_is_the_same_thing() -> None:
    """A pronoun of the right person counts, one of another does not, and what is not marked is left out."""
    nlp = newsgraph.load_pipeline()
    right = evaluate_marked([article("Ada She", "Ivo He")], nlp)["pronoun"]
    assert (right.precision, right.recall) == (1.0, 1.0)
    wrong = evaluate_marked([article("Ada He", "Ivo She")], nlp)["pronoun"]
    assert (wrong.precision, wrong.recall) == (0.0, 0.0)
    alone = evaluate_marked([article("Ada", "She*")], nlp)["pronoun"]
    assert alone.precision == 0.0


@pytest.mark.parametrize(
    ("file", "key", "rest"), [(CHAINS, "document", "alone"), (PASSAGES, "passage", "open")]
)
def test_every_mention_is_marked_once(file: Path, key: str, rest: str) -> None:
    """Texts are sorted, and no place is in two chains or both in one and alone or open."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf8").splitlines()]
    assert [row[key] for row in rows] == sorted({row[key] for row in rows})
    for row in rows:
        places = Counter(place for chain in [*row["chains"], row[rest]] for place in chain)
        assert max(places.values(), default=1) == 1, row[key]
        assert all(len(chain) > 1 for chain in row["chains"])
