"""Nouns that take up things: what speaks for a link, and what no weights can make one."""

from collections.abc import Callable

import numpy as np
import pytest
from spacy.tokens import Doc

from newsgraph.extract.coreference.drafting import make_draft
from newsgraph.extract.coreference.noun_evidence import Evidence, Witness
from newsgraph.extract.coreference.noun_links import NounLinks
from newsgraph.extract.coreference.ranked import link_by_model
from newsgraph.extract.mentions.detection import find_mentions
from newsgraph.extract.syntax.rules import watched
from newsgraph.extract.syntax.tree import read_tree

from .test_ranked import random_ranker

Build = Callable[..., Doc]

SENATORS = (
    "Sen./NNP/nmod:desc/2 Ana/NNP/nsubj/6/PERSON Ruiz/NNP/flat/2/+ of/IN/case/5 Norway/NNP/nmod/2/GPE spoke/VBD/root/0",
    "A/DT/det/2 governor/NN/nsubj/3 left/VBD/root/0",
    "The/DT/det/3 Norwegian/JJ/amod/3/NORP senator/NN/nsubj/4 slept/VBD/root/0",
)


def evidence_of(doc: Doc, noun: str, which: int = 0) -> dict[str, Evidence]:
    """The evidence for a noun and each earlier thing, by the last word of its last mention; all are as likely."""
    doc.tensor = np.ones((len(doc), 4), dtype=np.float32)
    mentions = find_mentions(doc)
    draft = make_draft(read_tree(doc), mentions, ())
    i = [i for i, mention in enumerate(mentions) if doc[mention.head].text == noun][which]
    sums = {draft.clusters.of(j).first: 1.0 for j in range(i)}
    found = Witness.of(doc.tensor, draft).weigh(i, sums, {})
    return {doc[mentions[root].end - 1].text: evidence for root, evidence in found.items()}


def test_a_title_and_a_country_are_said_of_a_person(doc_of: Build) -> None:
    """A title written short counts as the office, and a country as its people."""
    found = evidence_of(doc_of(*SENATORS), "senator")
    assert {"word said", "same country"} <= found["Ruiz"].keys()
    assert not {"word said", "same country"} & found["governor"].keys()


def test_what_else_was_called_so(doc_of: Build) -> None:
    """A noun that stands for one thing alone tells more than one that stands for two."""
    ship = "A/DT/det/2 ship/NN/nsubj/3 sank/VBD/root/0"
    other = "A/DT/det/3 second/JJ/amod/3 ship/NN/nsubj/4 sank/VBD/root/0"
    it = "The/DT/det/3 burning/JJ/amod/3 ship/NN/nsubj/4 drifted/VBD/root/0"
    alone = evidence_of(doc_of(ship, it), "ship", 1)["ship"]
    assert {"the only one called so", "last called so"} <= alone.keys()
    two = evidence_of(doc_of(ship, other, it), "ship", 2)["ship"]
    assert "the only one called so" not in two
    assert two["things called so"] > alone["things called so"]


def test_likely_clusters_are_ranked_and_cut_off() -> None:
    """A chance is the logistic of the weighted sum; little chances are left out."""
    links = NounLinks({"constant": -1.0, "named": 2.0, "size": 0.5})
    evidence: dict[int, Evidence] = {
        0: {"named": 1.0},
        1: {"unheard of": 9.0},
        2: {"named": 1.0, "size": 2.0},
    }
    assert [root for root, _ in links.likely(3, evidence)] == [2, 0]
    assert links.chance({"size": 2.0}) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("second", "linked"),
    [
        ("The/DT/det/2 ship/NN/nsubj/3 burnt/VBD/root/0", True),
        ("A/DT/det/2 ship/NN/nsubj/3 burnt/VBD/root/0", False),
        ("His/PRP$/nmod:poss/2 Honour/NN/nsubj/3 burnt/VBD/root/0", False),
    ],
)
def test_a_noun_with_a_and_a_form_of_address_take_up_nothing(
    doc_of: Build, second: str, linked: bool
) -> None:
    """However sure the weights are."""
    doc = doc_of("A/DT/det/2 ship/NN/nsubj/3 sank/VBD/root/0", second)
    doc.tensor = np.ones((len(doc), 4), dtype=np.float32)
    mentions = find_mentions(doc)
    draft = make_draft(read_tree(doc), mentions, ())
    ranker = random_ranker(doc, lean=-1000.0)
    link_by_model(doc, draft, ranker, nouns=NounLinks({"constant": 9.0}))
    assert draft.clusters.same(0, len(mentions) - 1) is linked


@pytest.mark.parametrize(
    ("text", "role", "one"),
    [
        ("Ana Ruiz, president and founder of Norland Airways, resigned on Monday.", "founder", True),
        ("They met his son, Karl Lund, and grandson, Per Lund, in Oslo.", "grandson", False),
    ],
)
def test_roles_that_are_joined(are_one, text: str, role: str, one: bool) -> None:
    """Both are the person's whom the first describes; two relatives are two."""
    name = "Ana Ruiz" if one else "Karl Lund"
    assert are_one(text, name, role) is one


def test_a_new_word_for_a_thing_without_a_name_needs_a_better_chance() -> None:
    """Even odds are enough for "the yard" after "a yard", not for "the factory" after "a house"."""
    even = NounLinks({"constant": 0.0})
    evidence: dict[int, Evidence] = {
        0: {"the, called alike": 1.0},
        1: {"the, called otherwise": 1.0},
        2: {"the, called otherwise": 1.0, "named": 1.0},
    }
    assert [root for root, _ in even.likely(9, evidence)] == [0, 2]


@pytest.mark.parametrize(("constant", "linked"), [(0.5, False), (3.0, True)])
def test_a_clear_chance_outweighs_what_a_person_was_not_called(
    doc_of: Build, constant: float, linked: bool
) -> None:
    """No text says that Lund is a plumber, and less than a clear chance makes none of him."""
    doc = doc_of(
        "Otto/NNP/nsubj/3/PERSON Lund/NNP/flat/1/+ left/VBD/root/0",
        "The/DT/det/3 tired/JJ/amod/3 plumber/NN/nsubj/4 sang/VBD/root/0",
    )
    doc.tensor = np.ones((len(doc), 4), dtype=np.float32)
    mentions = find_mentions(doc)
    draft = make_draft(read_tree(doc), mentions, ())
    ranker = random_ranker(doc, lean=-1000.0)
    with watched() as firings:
        link_by_model(doc, draft, ranker, nouns=NounLinks({"constant": constant}))
    assert draft.clusters.same(0, len(mentions) - 1) is linked
    assert ("untold-role" in {firing.rule for firing in firings}) is not linked


def test_a_noun_joins_what_it_takes_up_with_a_name(doc_of: Build) -> None:
    """ "A ship", "the ship" and the Aurora are one where the noun may stand for both."""
    doc = doc_of(
        "The/DT/det/2 Aurora/NNP/nsubj/3/PRODUCT sailed/VBD/root/0",
        "A/DT/det/2 ship/NN/nsubj/3 sank/VBD/root/0",
        "The/DT/det/2 ship/NN/nsubj/3 burnt/VBD/root/0",
    )
    doc.tensor = np.ones((len(doc), 4), dtype=np.float32)
    mentions = find_mentions(doc)
    draft = make_draft(read_tree(doc), mentions, ())
    assert not draft.clusters.same(0, 1)
    link_by_model(
        doc, draft, random_ranker(doc, lean=-1000.0), nouns=NounLinks({"constant": 3.0, "named": -1.0})
    )
    assert draft.clusters.same(0, 2)
    assert draft.clusters.same(1, 2)
