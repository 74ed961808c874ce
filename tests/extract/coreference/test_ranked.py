"""Antecedents by a ranking model, with weights drawn at random: what holds whatever a model has learned."""

from collections.abc import Callable

import numpy as np
import pytest
from spacy.tokens import Doc

from newsgraph.extract.coreference import resolve
from newsgraph.extract.coreference.drafting import make_draft
from newsgraph.extract.coreference.features import make_table
from newsgraph.extract.coreference.ranker import Ranker, read_ranker
from newsgraph.extract.mentions.detection import find_mentions
from newsgraph.extract.syntax.tree import read_tree

Build = Callable[..., Doc]
WIDTH, DEEP = 5, 3


@pytest.fixture
def doc(doc_of: Build) -> Doc:
    """Two people, pronouns, and vectors."""
    doc = doc_of(
        "Ana/NNP/nsubj/3/PERSON Ruiz/NNP/flat/1/+ met/VBD/root/0 Berta/NNP/obj/3/PERSON Lind/NNP/flat/4/+",
        "She/PRP/nsubj/2 left/VBD/root/0 with/IN/case/5 the/DT/det/5 boat/NN/obl/2",
        "It/PRP/nsubj/2 sank/VBD/root/0 and/CC/cc/5 she/PRP/nsubj/5 swam/VBD/conj/2",
    )
    doc.tensor = np.random.default_rng(1).normal(size=(len(doc), 4)).astype(np.float32)
    return doc


def random_ranker(doc: Doc, *, lean: float, seed: int = 0) -> Ranker:
    """Random weights; ``lean`` is added for having no antecedent."""
    table = make_table(doc.tensor, make_draft(read_tree(doc), find_mentions(doc), ()))
    vectors, mentions = table.vectors.shape[1], table.mentions.shape[1]
    pairs = table.pairs(0, 1).shape[1]
    shapes = {
        "mean": (vectors,), "scale": (vectors,), "mention": (vectors + mentions, WIDTH), "mention_bias": (WIDTH,),
        "first": (WIDTH, WIDTH), "second": (WIDTH, WIDTH), "pair_bias": (WIDTH,), "product": (WIDTH, WIDTH),
        "pair": (pairs, WIDTH), "deep": (WIDTH, DEEP), "deep_bias": (DEEP,), "out": (DEEP,), "alone": (WIDTH, DEEP),
        "alone_bias": (DEEP,), "alone_out": (DEEP,), "alone_out_bias": (),
    }  # fmt: skip
    random = np.random.default_rng(seed)
    weights = {name: random.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    weights["alone_out_bias"] = np.float32(lean)
    return Ranker({name: np.asarray(values) for name, values in weights.items()})


def texts(doc: Doc, ranker: Ranker) -> list[list[str]]:
    chains = resolve(doc, find_mentions(doc), ranker=ranker)
    return [[doc[m.start : m.end].text for m in chain.mentions] for chain in chains]


@pytest.mark.parametrize("seed", range(8))
def test_agreement_and_names_hold_for_any_weights(doc: Doc, seed: int) -> None:
    """However sure the model is, "she" is no boat and two names are two."""
    groups = texts(doc, random_ranker(doc, lean=-1000.0, seed=seed))
    assert not any({"Ana Ruiz", "Berta Lind"} <= set(group) for group in groups)
    assert not any({"the boat", "She"} <= set(group) or {"the boat", "she"} <= set(group) for group in groups)
    assert any("It" in group and "the boat" in group for group in groups)
    assert sum(group.count("She") + group.count("she") for group in groups) == 2


def test_a_model_that_doubts_everything_links_nothing(doc: Doc) -> None:
    """Pronouns without antecedent are dropped."""
    assert texts(doc, random_ranker(doc, lean=1000.0)) == [["Ana Ruiz"], ["Berta Lind"], ["the boat"]]


def test_weights_round_trip(doc: Doc, tmp_path) -> None:
    """A file of weights gives the same chains."""
    ranker = random_ranker(doc, lean=-1000.0)
    np.savez(tmp_path / "ranker.npz", **ranker.weights)
    assert texts(doc, read_ranker(tmp_path / "ranker.npz")) == texts(doc, ranker)


def test_the_next_mayor_is_another(doc_of: Build) -> None:
    """Whatever the model says of a word that sets two apart."""
    doc = doc_of(
        "The/DT/det/2 mayor/NN/nsubj/3 left/VBD/root/0",
        "The/DT/det/3 next/JJ/amod/3 mayor/NN/nsubj/4 came/VBD/root/0",
        "The/DT/det/2 mayor/NN/nsubj/3 slept/VBD/root/0",
    )
    doc.tensor = np.ones((len(doc), 4), dtype=np.float32)
    for seed in range(4):
        groups = texts(doc, random_ranker(doc, lean=-1000.0, seed=seed))
        assert not any(
            {"The mayor", "The next mayor"} <= set(group) and group[0] == "The mayor" for group in groups
        )


def test_a_family_name_has_no_sex(chains):
    """ "Clinton" is no man's first name where Robin Clinton is known."""
    found = chains("Robin Clinton met Karl Dahl. Clinton left early. She slept all day.")
    assert {"Robin Clinton", "Clinton", "She"} in found


@pytest.mark.parametrize(
    ("name", "label"), [("Velt/NNP", "PERSON"), ("Paris/NNP", ""), ("VELT/NNP", ""), ("French/NNP", "")]
)
def test_she_makes_a_person_of_a_name_that_no_list_knows(doc_of: Build, name: str, label: str) -> None:
    """Whatever its label, unless it is a place, a people or initials; no label where the two are not linked."""
    doc = doc_of(f"{name}/nsubj/2/ORG left/VBD/root/0", "She/PRP/nsubj/2 slept/VBD/root/0")
    doc.tensor = np.ones((len(doc), 4), dtype=np.float32)
    chains = resolve(doc, find_mentions(doc), ranker=random_ranker(doc, lean=-1000.0))
    assert "".join(chain.label for chain in chains if len(chain.mentions) == 2) == label


def test_it_keeps_she_from_a_name_that_no_list_knows(doc_of: Build) -> None:
    """What was called "it" is no person."""
    doc = doc_of(
        "Velt/NNP/nsubj/2/ORG left/VBD/root/0",
        "It/PRP/nsubj/2 slept/VBD/root/0",
        "She/PRP/nsubj/2 ate/VBD/root/0",
    )
    doc.tensor = np.ones((len(doc), 4), dtype=np.float32)
    assert ["Velt", "It", "She"] not in texts(doc, random_ranker(doc, lean=-1000.0))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("A tanker sank off Bergen. Divers found the tanker. Before it sank, the tanker had lost oil.", "the tanker@2"),
        ("The firm left Oslo. Ministers had warned the firm. After it lost the case, the firm closed.", "the firm@2"),
    ],
)  # fmt: skip
def test_a_noun_that_a_pronoun_takes_up_before_it(are_one, text: str, noun: str) -> None:
    """It goes on to its own antecedent, and takes the pronoun along."""
    assert are_one(text, "it", noun)
    assert are_one(text, noun.removesuffix("@2"), noun)
