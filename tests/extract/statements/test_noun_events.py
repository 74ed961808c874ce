"""Nouns that name events, read by their semantic roles, and the labels of lines."""

import pytest

from newsgraph.extract.extractor import read
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.readers.document import make_document
from newsgraph.graph.knowledge.schema import load_schema

RULE = "nominal-event-roles"


@pytest.fixture(scope="module")
def statements():
    """The statements of a text."""
    nlp, schema = load_pipeline(), load_schema()
    return lambda text: read(make_document(text), nlp, schema=schema).statements


FACTS = {
    "The sale of Robur to Sirius was completed in May.": (
        "Robur",
        "was sold to",
        "Sirius",
    ),
    "The murder of Karin Falk shocked Bremen.": ("Karin Falk", "was murdered", None),
    "Otto Krug left after the resignation of Karin Falk.": ("Karin Falk", "resigned", None),
}


@pytest.mark.parametrize("text", FACTS)
def test_an_event_that_is_taken_for_granted(statements, text):
    """Without an agent the patient is the subject, and the label is the verb of the event."""
    found = [s for s in statements(text) if s.rule == RULE]
    told = {(s.subject.text, s.predicate.label, s.object.text if s.object else None) for s in found}
    assert FACTS[text] in told
    assert {s.modality for s in found} == {"actual"}


@pytest.mark.parametrize(
    "text",
    [
        "The board discussed the sale of Robur Inc. to Sirius Ltd.",
        "Otto Krug opposed the sale of Robur Inc. to Sirius Ltd.",
        "Shareholders would welcome the sale of Robur Inc. to Sirius Ltd.",
        "Sirius Ltd. wants the sale of Robur Inc. to Sirius Ltd.",
    ],
)
def test_an_event_that_is_only_talked_of_is_no_fact(statements, text):
    """Who discusses, opposes or wants something does not say that it happened."""
    assert all(s.modality != "actual" for s in statements(text) if s.rule == RULE)


ALONE = {
    "Otto Krug's resignation shocked Robur Inc.": ("Otto Krug", "resigned"),
    "The emergence of Karin Falk changed the race.": ("Karin Falk", "emerged"),
    "Bremen celebrated after the arrival of Otto Krug.": ("Otto Krug", "arrived"),
    "Shock at the death of Karin Falk spread through Bremen.": ("Karin Falk", "died"),
    "Police opened an investigation into the killing of Karin Falk.": ("Karin Falk", "was killed"),
    "There is a vacancy following the resignation of Karin Falk.": ("Karin Falk", "resigned"),
    "Otto Krug's apology overshadowed the attack.": ("Otto Krug", "apologized"),
    "Many were grateful for the removal of Karin Falk.": ("Karin Falk", "was removed"),
}


@pytest.mark.parametrize("text", ALONE)
def test_somebody_alone_is_told_of_by_the_verb(statements, text):
    """A name, an event of a class, and a sentence that takes it for granted."""
    assert ALONE[text] in {(s.subject.text, s.predicate.label) for s in statements(text) if s.rule == RULE}


@pytest.mark.parametrize(
    "text",
    [
        "Karin Falk's voice filled the hall.",  # a thing, though there is a verb
        "Otto Krug's solution pleased Robur Inc.",  # he may have solved nothing
        "Karin Falk's suspension was unlawful.",  # she suspended nobody
        "Robur Inc. rejected Karin Falk's claims.",  # that somebody said something tells nothing
        "The opening of the bridge was delayed.",  # nobody takes part
        "Otto Krug waited for the arrival of Karin Falk.",
        "The board wants Otto Krug's resignation.",
        "Karin Falk will speak about her next appearance.",
        "Otto Krug called for the death of Karin Falk.",
        "Rumours of the death of Karin Falk are false.",
        "Otto Krug fears the death of Karin Falk.",
        "Police foiled a plot for the murder of Karin Falk.",
        "The governor ordered a stay of the execution of Karin Falk.",  # deaths that have not happened
        "In the event of the death of Karin Falk, the house goes to Otto Krug.",
        "If the death of Karin Falk is confirmed, Otto Krug inherits the yacht.",
        "Otto Krug published a novel about the murder of Karin Falk.",
        "The hoax about the death of Karin Falk spread.",
        "The debate on the assassination of Karin Falk goes on.",
        "The Pentagon attack was filmed.",  # the place that was attacked
        "There was a fall due to the expected resignation of Karin Falk.",
        "Karin Falk's return is unlikely.",
        "Karin Falk's tax return was leaked.",
    ],
)
def test_one_participant_alone_is_often_nothing_to_tell(statements, text):
    """What is no event, is open, or says nothing of anybody."""
    assert not [s for s in statements(text) if s.rule == RULE and s.object is None]


def test_what_is_to_be_approved_has_not_happened(statements):
    """A regulator's approval is needed before, or given for what is to come."""
    for text in (
        "The acquisition of Robur Inc. by Sirius Ltd. needs the approval of Bremen.",
        "The council approved the acquisition of Robur Inc. by Sirius Ltd.",
    ):
        found = [s for s in statements(text) if s.method == "nominal"]
        assert {s.modality for s in found} == {"planned"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The arrest of Karin Falk by police required a ladder.", "actual"),
        ("The killing of Karin Falk by police awaits an explanation.", "actual"),
        ("Norway's victory over Sweden needed extra time.", "actual"),
        ("The sale of Kelda to Vardo depends on regulators.", "planned"),
        ("The board approved the purchase of Kelda by Vardo, which closed in May.", "actual"),
        ("The council did not approve the acquisition of Robur Inc. by Sirius Ltd.", "possible"),
        ("The council refused to approve the acquisition of Robur Inc. by Sirius Ltd.", "possible"),
    ],
)
def test_only_deals_wait_for_an_approval(statements, text, modality):
    """Other events that need something are done; what is not approved is neither done nor planned."""
    found = [s for s in statements(text) if s.method == "nominal"]
    assert {s.modality for s in found} == {modality}


def test_a_common_noun_before_the_name_takes_part_as_the_name(statements):
    """The tree has the name for the head of "student Karin Falk", whatever the role head says."""
    found = statements("The death of student Karin Falk shocked Bremen.")
    assert ("Karin Falk", "died") in {(s.subject.text[-10:], s.predicate.label) for s in found}


def test_what_somebody_is_paid_takes_part(statements):
    """The sum is an argument of the line to who receives it."""
    found = statements("Karin Falk said she paid Otto Krug 150,000 euros to arrange a meeting with Ada Lind.")
    paid = [s for s in found if s.object and s.object.text == "Otto Krug"]
    assert [a.text for s in paid for a in s.arguments] == ["150,000 euros"]


BESIDE = {
    "In talks with Ada Lind, Otto Krug offered a loan.": ("Otto Krug", "talked with", "Ada Lind"),
    "Otto Krug said after a meeting with Ada Lind that the loan was safe.": (
        "Otto Krug",
        "met with",
        "Ada Lind",
    ),
    "Karin Falk arrived in Bremen on a visit to Norway.": ("Karin Falk", "visited", "Norway"),
    "Otto Krug promised a new quay during a trip to Oslo.": ("Otto Krug", "traveled to", "Oslo"),
    "In an interview with Bremen Radio, Otto Krug ruled nothing out.": (
        "Otto Krug",
        "gave interview to",
        "Bremen Radio",
    ),
    "Otto Krug said in an interview with Ada Lind that ships would sail.": (
        "Otto Krug",
        "talked with",
        "Ada Lind",
    ),
}


@pytest.mark.parametrize("text", BESIDE)
def test_who_speaks_or_travels_takes_part_in_the_event_beside_the_clause(statements, text):
    """Who says something in or after it talks or meets too, who comes on it travels; of two persons, who asked is open."""
    found = [s for s in statements(text) if s.rule == "event-of-adjunct"]
    assert [(s.subject.text, s.predicate.label, s.object.text) for s in found] == [BESIDE[text]]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Krug was blamed in a letter to Karin Falk.",  # who wrote it is not told
        "Otto Krug was praised after talks with Karin Falk.",
        "The plan was announced in a speech to the Port Council.",
        "Otto Krug did not say so in an interview with Bremen Radio.",
        "Otto Krug spoke during Ada Lind's visit to Oslo.",
        "Otto Krug spoke during the visit of Ada Lind to Oslo.",
        "Otto Krug left before a meeting with Ada Lind.",
        "Otto Krug insisted on a meeting with Ada Lind.",  # what the verb takes is what it is about
        "Otto Krug hinted at talks with Ada Lind.",
        "Otto Krug denied a role in talks with Norway.",
        "The sailors walked free after negotiations with Norway.",
        "Police arrested Karin Falk during a royal visit to Oslo.",
        "In an interview with Ada Lind, the reporter Otto Krug spoke of ships.",
        "Norway was raised in talks with Ada Lind.",
        "Otto Krug should say so in a letter to Ada Lind.",
    ],
)
def test_the_event_of_others_is_not_the_subjects(statements, text):
    """Nobody takes part in what others do, what is denied or wanted, or what the clause is about."""
    assert not [s for s in statements(text) if s.rule == "event-of-adjunct"]


EVENTS = {
    "Karin Falk's bid for Robur Inc. failed.": "bid for",
    "Otto Krug criticised Karin Falk's appeal to Bremen.": "appeal to",
    "Otto Krug's attack on Karin Falk shocked Bremen.": "attacked",
    "Otto Krug's destruction of the yacht shocked Bremen.": "destroyed",
}


@pytest.mark.parametrize("text", EVENTS)
def test_the_verb_stands_only_for_a_noun_whose_object_is_its_own(statements, text):
    """Who bids for a firm does not bid the firm."""
    assert EVENTS[text] in {s.predicate.label for s in statements(text) if s.method == "nominal"}


def test_whose_killing_it_is_kills_nobody(statements):
    """ "Otto Krug's killing" is read as his deed by no line."""
    found = statements("The news of Otto Krug's killing came as a shock.")
    assert not any(s.rule == RULE and s.predicate.label == "killed" for s in found)


LABELS = {
    "Otto Krug and Karin Falk have a yacht.": {"has"},
    "Robur Inc., owned by Otto Krug, sings.": {"owned"},
    "Robur Inc. is owned by Otto Krug.": {"owns"},
    "Robur Inc. will be bought by Otto Krug.": {"will buy"},
    "Robur Inc. has been bought by Otto Krug.": {"has bought"},
    "Robur Inc. was founded by Otto Krug.": {"founded"},
    "The union urged Robur Inc. not to cut pay.": {"was urged not to cut"},
    "Karin Falk praised Otto Krug, who's signed the contract.": {"has signed", "praised"},
    "The court granted Robur Inc. a licence.": {"granted licence to"},
    "A ship called Aurora sank.": {"was called"},
    "Robur Inc. posted one-sided news from Bremen.": {"posted one-sided news from"},
    "Otto Krug and Karin Falk were married in Bremen.": {"was married to"},
    "In 2021, 32 people died in Bremen.": {"died in"},
    "Four children were among the dead.": {"were among"},
    "At least 14 killed as bus plunges into river": {"were killed"},
    "Otto Krug, holding a lamp, entered Bremen.": {"held", "entered"},
}


@pytest.mark.parametrize("text", LABELS)
def test_labels_are_finite_and_in_the_voice_of_the_statement(statements, text):
    """Nobody would write "have", "holding" or "was founded by" on these lines."""
    assert LABELS[text] <= {statement.predicate.label for statement in statements(text)}


def test_a_verb_that_is_written_twice_is_read(statements):
    """A slip of the pen costs nobody the article."""
    found = statements("Ona Reyes asked the council to be be honest about the dam.")
    assert any(statement.subject.text == "Ona Reyes" for statement in found)


def test_who_lied_and_who_lay(statements):
    """Two verbs of one form: one does it to somebody, the other somewhere."""
    texts = (
        "Otto Krug was found guilty of lying to Karin Falk.",
        "Police found Otto Krug lying on the ground.",
    )
    labels = {s.predicate.label for text in texts for s in statements(text)}
    assert {"lied to", "lay on"} <= labels
