"""Plurals that stand for several people, and the statements each of them gets."""

import pytest

from newsgraph.extract.extractor import read
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.readers.document import Document


@pytest.fixture(scope="module")
def said():
    """The statements of a text as (subject's name or words, predicate, object's words)."""
    nlp = load_pipeline()

    def find(text):
        record = read(Document.from_text(text), nlp)
        names = {entity.id: entity.name for entity in record.entities}
        return {
            (
                names.get(s.subject.entity, s.subject.text),
                s.predicate.text,
                s.object.text if s.object else None,
            )
            for s in record.statements
        }

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Vera Stahl and Otto Lund met in Oslo. They wrote a song.",
        "Vera Stahl runs Ericsson. She met Otto Lund in Oslo. They wrote a song.",
        "Vera Stahl and Otto Lund met in Oslo. The pair wrote a song.",
        "Vera Stahl and Otto Lund met in Oslo. Both wrote a song.",
    ],
)
def test_each_of_two_people_gets_the_statement(said, text):
    """Whether they stand side by side or as subject and object."""
    found = said(text)
    assert {("Vera Stahl", "wrote", "a song"), ("Otto Lund", "wrote", "a song")} <= found


def test_another_plural_is_nearer(said):
    """ "They" are the nurses."""
    found = said("Vera Stahl met Otto Lund. The nurses left. They wrote a song.")
    assert not any(subject in ("Vera Stahl", "Otto Lund") and verb == "wrote" for subject, verb, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Karl Brandt fears Vera Stahl and Otto Lund. They wrote a song.",
        "Vera Stahl and Otto Lund sang. They wrote a song.",
    ],
)
def test_joined_objects_and_subjects_are_meant(said, text):
    """The neighbours of those below."""
    assert ("Otto Lund", "wrote", "a song") in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hall stands between Vera Stahl and Otto Lund. They wrote a song.",
        "Brandt named people who backed Vera Stahl and Otto Lund. They wrote a song.",
        "Vera Stahl accused Otto Lund of theft. They wrote a song.",
    ],
)
def test_people_who_do_nothing_together_are_not_meant(said, text):
    """Behind a preposition, in a clause that says which people, and as two who are no pair."""
    assert not any(subject == "Otto Lund" and verb == "wrote" for subject, verb, _ in said(text))


def test_a_copula_says_what_its_subject_is(said):
    """Subject and description are one thing, and the statement stays."""
    assert ("The blast", "was", "an accident") in said("The blast was an accident.")
    assert ("Otto Lund", "was", "The killer") in said("The killer was Otto Lund.")


def test_we_of_an_employee_are_the_employer(said):
    """And never the speaker alone."""
    found = said("“We sold the mill,” Otto Lund, the head of Ericsson, said.")
    assert ("Ericsson", "sold", "the mill") in found
    assert not any(subject == "Otto Lund" and verb == "sold" for subject, verb, _ in found)


def test_we_of_an_observer_are_not_the_employer(said):
    """A professor's "we" is everybody."""
    found = said("“We sold the mill,” Otto Lund, a professor at Oslo University, said.")
    assert not any(subject == "Oslo University" and verb == "sold" for subject, verb, _ in found)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("“We must sell the mill,” Otto Lund, the head of Ericsson, said.", "Ericsson"),
        ("“We sold the mill,” said GOP candidate Otto Lund.", "GOP"),
        ("“We sold the mill,” said Otto Lund, a writer for Ericsson.", "Ericsson"),
    ],
)
def test_we_of_whoever_speaks_for_everybody_are_not_the_body(said, text, body):
    """What "we must" do, and the "we" of a candidate or writer, is said of no body in particular."""
    assert not any(subject == body for subject, _, _ in said(text))


def test_a_plural_that_people_stand_behind_is_nearer(said):
    """ "They" are the deals, and the assistants who were told to go."""
    found = said("Karl Brandt signed deals with Vera Stahl and Otto Lund. He published them.")
    assert not any(item in ("Vera Stahl", "Otto Lund") for _, verb, item in found if verb == "published")
    found = said("Vera Stahl met Otto Lund. He told assistants to stop when they complained.")
    assert not any(
        subject in ("Vera Stahl", "Otto Lund") and verb == "complained" for subject, verb, _ in found
    )


def test_we_of_who_has_left_are_not_the_employer(said):
    """A former head speaks for nobody."""
    found = said("“We sold the mill,” said Otto Lund, the former head of Ericsson.")
    former = said("“We sold the mill,” said former Ericsson chairman Otto Lund.")
    assert not any(subject == "Ericsson" and verb == "sold" for subject, verb, _ in found | former)


@pytest.mark.parametrize("plural", ["The two", "Both men", "The two men", "The two friends"])
def test_two_of_whom_nothing_else_is_told(said, plural):
    """Each of two people named together is one of "the two", "both men", "the two friends"."""
    found = said(f"Per Falk and Otto Lund owned a mill. {plural} sold the ferry.")
    assert {subject for subject, verb, _ in found if verb == "sold"} == {"Per Falk", "Otto Lund"}


@pytest.mark.parametrize("plural", ["Both women", "The two policemen", "The two men in the car"])
def test_two_others(said, plural):
    """ "Both women" are no men, and of others something more is told."""
    found = said(f"Per Falk and Otto Lund owned a mill. {plural} sold the ferry.")
    assert not {subject for subject, verb, _ in found if verb == "sold"} & {"Per Falk", "Otto Lund"}


def test_both_are_no_three(said):
    """ "Both men" after three are others."""
    found = said("Per Falk, Otto Lund and Karl Brandt owned a mill. Both men sold the ferry.")
    assert not {subject for subject, verb, _ in found if verb == "sold"} & {
        "Per Falk",
        "Otto Lund",
        "Karl Brandt",
    }
