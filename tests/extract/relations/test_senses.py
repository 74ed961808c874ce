"""One verb serves several relations: its sense is told by what stands around it."""

import pytest

from newsgraph.extract.extractor import read
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.readers.document import make_document
from newsgraph.extract.relations import shipped_classifier
from newsgraph.graph.knowledge.schema import load_schema


@pytest.fixture(scope="module")
def relations():
    """The relations of a text."""
    nlp, schema = load_pipeline(), load_schema()

    def found(text):
        statements = read(make_document(text), nlp, schema=schema).statements
        return {statement.predicate.relation for statement in statements} - {None}

    return found


@pytest.fixture(scope="module")
def statements():
    """Subject of each statement of a text, and its object or else its predicate."""
    nlp, schema, classifier = load_pipeline(), load_schema(), shipped_classifier()

    def found(text):
        told = read(make_document(text), nlp, schema=schema, classifier=classifier).statements
        return {(one.subject.text, one.object.text if one.object else one.predicate.text) for one in told}

    return found


SENSES = {
    "Sabine Orth beat Lea Falk in the semifinal.": "defeated",
    "Soldiers beat a prisoner with rods.": "wounded",
    "The hosts beat the holders Castella 2-0 on Sunday.": "defeated",
    "Officers beat a fan after the 2-0 defeat.": "wounded",
    "The tribunal dismissed the complaint.": None,
    "The club dismissed Lea Falk.": "dismissed",
    "A hailstorm hit Bremen.": None,
    "Norland hit Bremen with rockets.": "attacked",
    "Gunmen attacked Otto Krug.": "attacked",
    "Otto Krug attacked the reform.": None,
    "Critics attacked Otto Krug over the reform.": None,
    "Norland has targeted Falk Shipping Ltd.": None,
    "The parcel went to Falk Shipping Ltd.": None,
    "Otto Krug quit school.": None,
    "The boys started a brawl.": None,
    "Lea Falk shot 71 on Sunday.": None,
    "Lea Falk received a postcard from Otto Krug.": None,
    "Lea Falk paid attention to Otto Krug.": None,
    "Lea Falk was charged with fraud.": "indicted_for",
    "Falk Shipping Ltd. borrowed 3 million euros from Otto Krug.": "borrowed_from",
    "Otto Krug and Lea Falk are rivals.": "rival_of",
    "Lea Falk left the clinic.": None,
    "The council released a report.": None,
    "Otto Krug asked Lea Falk why the mine closed.": None,
    "Otto Krug asked Lea Falk to close the mine.": "urged",
    "The circus appeals to children.": None,
    "A thousand miners rallied last week.": None,
    "The storm damaged the museum.": None,
    "Otto Krug went to court.": None,
    "Otto Krug went to the museum.": "visited",
    "The council released Otto Krug.": "released",
    "Lea Falk hit a record.": None,
    "Lea Falk hit the trail.": None,
    "Sabine Orth won over Lea Falk.": None,
    "The tariffs could hurt tourism.": None,
    "The blast injured twelve others.": "wounded",
    "Radio Bremen host Otto Krug resigned.": None,
    "Falk Shipping Ltd. welcomed the ruling.": None,
    "Lea Falk met Norland Motors chairman Otto Krug.": {"met_with", "chair_of"},
    "The senate replaced Otto Krug with Lea Falk.": "succeeded",
    "Olaf Krug headed Norland in front.": None,
    "Olaf Krug headed the Kelda Group for ten years.": "leader_of",
    "Olaf Krug heads the Norland People's Front.": "leader_of",
    "Norland captain Olaf Krug apologised.": "captain_of",
    "Norland coach Olaf Krug apologised.": "coach_of",
    "Sweden manager Olaf Krug apologised.": "coach_of",
    "Olaf Krug, manager of the Kelda Group, apologised.": "leader_of",
    "Olaf Krug, sales manager of the Kelda Group, apologised.": "works_for",
}


@pytest.mark.parametrize("text", SENSES)
def test_sense_decides_the_relation(relations, text):
    """The same verb says this relation here, and none there."""
    wanted = SENSES[text] if isinstance(SENSES[text], set) else {SENSES[text]}
    assert relations(text) == wanted - {None}


def test_roles_in_a_list_of_people_are_their_own(statements):
    """A role beside one name is not that of the next, whatever the parse hangs it on."""
    found = statements(
        "Guests were Norland minister Otto Krug, Ivo Stahl, chief executive of Kelda, and Alden chairman Vera Lund."
    )
    assert {holder for holder, body in found if body == "Kelda"} <= {"Ivo Stahl"}
    found = statements("Otto Krug met Ivo Stahl, chairman of Kelda, Alden president Vera Lund and Ada Falk.")
    assert ("Vera Lund", "chairman") not in found
