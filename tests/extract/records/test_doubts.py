"""What a reader would doubt about a statement, as numbers."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.extract.coreference import Chain, resolve
from newsgraph.extract.mentions.detection import MentionSpan, find_mentions
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.pipeline.certainty import KEY, MOST, margins, read_margins, write_margins
from newsgraph.extract.records.doubts import Doubts, Features
from newsgraph.extract.records.margins import Margins
from newsgraph.extract.records.participants import heads
from newsgraph.extract.records.references import References
from newsgraph.extract.statements import analyse, find_extractions


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The shipped pipeline."""
    return load_pipeline()


def doubts_of(doc: Doc, lemma: str) -> Features:
    """Return the features of the first statement with a predicate."""
    analysis = analyse(doc)
    extractions = find_extractions(doc, analysis=analysis)
    chains = resolve(doc, find_mentions(doc, analysis.tree), tree=analysis.tree)
    found = Doubts(doc, analysis, chains, heads(chains).get, extractions)
    return found.of(next(e for e in extractions if e.lemma == lemma))


def test_margins_are_what_the_chosen_wins_by() -> None:
    """The best wins by its lead, another loses, and nothing is surer than the most."""
    scores = np.array([[1.0, 4.0, 2.0], [1.0, 4.0, 2.0], [0.0, 90.0, 0.0]])
    assert margins(scores, np.array([1, 2, 1])).tolist() == [2.0, -2.0, MOST]


def test_margins_go_with_the_doc(nlp: Language) -> None:
    """Every word has two, they survive bytes, and a Doc of another pipeline is taken at its word."""
    doc = nlp("The clerk saw the man near the bank, which had closed.\n\nIt rained.")
    found = read_margins(doc)
    assert found.shape == (len(doc), 2)
    assert found.min() < found.max() <= MOST
    assert read_margins(Doc(doc.vocab).from_bytes(doc.to_bytes())).tolist() == found.tolist()
    assert read_margins(Doc(doc.vocab, ["It", "rained"])).min() == MOST


def test_a_loose_arc_is_doubted(nlp: Language) -> None:
    """The side whose head hardly won is the one that is doubted."""
    doc = nlp("Anna Berg visited Oslo.")
    sure = np.full((len(doc), 2), MOST)
    sure[3, 0] = 1.0
    write_margins(doc, np.arange(len(doc)), sure)
    assert KEY in doc.user_data
    analysis = analyse(doc)
    visit = next(e for e in find_extractions(doc, analysis=analysis) if e.lemma == "visit")
    found = Margins(doc, analysis.tree)
    joints = found.joints(visit, 2)
    assert joints["object arc doubted"] == pytest.approx(0.9)
    assert joints["subject arc doubted"] == joints["object relation doubted"] == 0
    assert found.words(visit)["words doubted"] == pytest.approx(0.9)
    assert found.mean(range(4)) == pytest.approx(0.225)


def test_pronouns_say_how_surely_they_were_linked(nlp: Language) -> None:
    """A pronoun has the word it is, the sentences back to what it stands for, and the odds of its link."""
    found = doubts_of(nlp("Anna Berg runs the port. She fired the pilot."), "fire")
    assert found["subject pronoun"] == found["subject says she"] == found["subject sentences back"] == 1
    assert 0 < found["subject unsupported"] < 1
    named = doubts_of(nlp("Anna Berg fired the pilot."), "fire")
    assert named["subject name"] == 1
    assert named["subject unsupported"] == 0
    assert "subject says she" not in named


def test_a_chain_is_as_loose_as_its_weakest_link() -> None:
    """A mention linked by rule still shares the doubt of another link of its chain."""
    mentions = (MentionSpan(0, 1, 0, "PERSON", "name"), MentionSpan(5, 6, 5, "", "pronoun"))
    references = References([Chain(mentions, "PERSON", "Berg", ("Berg",), True, support={5: 0.25})])
    assert (references.of(0, 0).support, references.of(0, 0).weakest) == (1.0, 0.25)
    assert references.of(0, 5).support == 0.25
    assert references.of(0, 5).before == 0
    assert references.of(None, 3).kind == "phrase"


@pytest.mark.parametrize(
    ("text", "lemma", "name"),
    [
        ("Did Anna Berg visit Oslo?", "visit", "question"),
        ("Anna Berg slept.", "sleep", "no object"),
        ("Anna Berg did not visit Oslo.", "visit", "negative"),
        ("Anna Berg and Olaf Brandt visited Oslo.", "visit", "joined words"),
        ("Anna Berg knew the man who sold the port.", "know", "object clause left out"),
        ("Olaf Brandt said that Anna Berg visited Oslo.", "visit", "source"),
    ],
)
def test_oddities_are_seen(nlp: Language, text: str, lemma: str, name: str) -> None:
    """Each shows where it is, and a plain sentence has none of them."""
    assert doubts_of(nlp(text), lemma)[name] > 0
    assert not doubts_of(nlp("Anna Berg visited Oslo."), "visit").get(name)


def test_a_verb_of_persons_is_doubted_of_a_thing(nlp: Language) -> None:
    """Only somebody praises, and things seldom do; of a pronoun for anything nothing is known."""
    thing = doubts_of(nlp("The economy praised the pilot."), "praise")
    somebody = doubts_of(nlp("The minister praised the pilot."), "praise")
    assert thing["subject unlike thing"] > 1 > somebody["subject unlike somebody"]
    assert thing["subject thing"] == 1
    assert "subject thing" not in somebody
    assert "borrowed subject unlike thing" not in thing
    assert "subject unlike somebody" not in doubts_of(nlp("It praised the pilot."), "praise")


def test_a_borrowed_subject_is_doubted_by_itself(nlp: Language) -> None:
    """A participle has the subject of its verb, which may have been meant or not."""
    found = doubts_of(nlp("The fire spread to the port, visiting the yard."), "visit")
    assert found["borrowed subject unlike thing"] == found["subject unlike thing"] > 1


def test_nouns_between_subject_and_verb_are_counted(nlp: Language) -> None:
    """Each of them might be the subject instead."""
    assert doubts_of(nlp("The head of the bank of the port resigned."), "resign")["nouns between"] > 1
    assert doubts_of(nlp("The head resigned."), "resign")["nouns between"] == 0
