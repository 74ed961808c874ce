"""Events with all who took part: arguments, event classes, plain wordings, relations inside noun phrases."""

import pytest

from newsgraph.extract.extractor import read
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.readers.document import make_document
from newsgraph.extract.statements.event_classes import event_class
from newsgraph.graph.knowledge.schema import load_schema


@pytest.fixture(scope="module")
def statements():
    """The statements of a text."""
    nlp, schema = load_pipeline(), load_schema()
    return lambda text: read(make_document(text), nlp, schema=schema).statements


BASES = {
    "The exit of Lena Brandt led to price rises.": "exit",
    "Lena Brandt, a former secretary of state, died.": "former secretary of state",
    "Lena Brandt, a singer and one of the richest women in Peru, died.": "one of",
    "Otto Krug has not been carrying out raids on Bremen.": "carry out raid on",
    "Otto Krug plans to visit Bremen.": "plan to visit",
    "Otto Krug was sentenced to nine years.": "be sentenced to",
    "The ferry is expected to cost 3 million euros.": "be expected to cost",
    "Otto Krug was appointed as chairman of Robur Inc.": "be appointed as chairman of",
    "Otto Krug kept talking to Karin Falk.": "keep talking to",
    "Bremen's mayor, Karin Falk, sings.": "mayor of",
    "Robur's purchase of the Sirius surprised Otto Krug.": "purchase",
    "Karin Falk of Robur Inc. sings.": "of",
    "Robur Inc. bought Sirius Ltd. from Karin Falk.": "buy from",
}


@pytest.mark.parametrize("text", BASES)
def test_plain_wording(statements, text):
    """No auxiliaries, no negation, no amounts, no names; roles with their "of"."""
    assert BASES[text] in {statement.predicate.base for statement in statements(text)}


def test_parts_of_a_predicate(statements):
    """Which words are auxiliaries, negation, particle and preposition, and the sense of the verb."""
    (found,) = [s for s in statements("Otto Krug was not let down by Karin Falk.") if s.object]
    text = "Otto Krug was not let down by Karin Falk."
    assert [text[a:b] for a, b in found.predicate.negation] == ["not"]
    assert found.predicate.particle == "down"
    assert not found.predicate.passive
    (found,) = statements("Otto Krug was jailed.")
    assert found.predicate.passive


def test_buyer_thing_seller_price(statements):
    """Who is neither subject nor object takes part as an argument, with what people call it there."""
    found = statements("Robur Inc. bought the shipyard from Krug Holding for 90 million euros.")
    (bought,) = [s for s in found if s.object and s.object.text == "the shipyard"]
    others = {argument.text: argument for argument in bought.arguments}
    assert set(others) == {"Krug Holding", "90 million euros"}
    assert others["Krug Holding"].entity is not None
    price = others["90 million euros"]
    assert price.label == "price paid"
    assert price.amount is not None
    assert price.amount.number == 90_000_000
    assert bought.event_class == "acquisition"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels bombed Bremen.", "attack"),
        ("Bremen came under attack.", "attack"),
        ("Police detained Otto Krug.", "arrest"),
        ("Otto Krug died.", "death"),
        ("Karin Falk resigned.", "resignation"),
        ("Thousands demonstrated in Bremen.", "protest"),
        ("Karin Falk owns a boat.", None),
    ],
)
def test_event_class(statements, text, expected):
    """The sense of the predicate tells what kind of event it is."""
    assert {statement.event_class for statement in statements(text)} == {expected}


def test_a_lawsuit_is_not_dismissed_from_office(statements):
    """Only persons are."""
    assert event_class("dismiss.01", "dismiss") == "dismissal"
    assert all(s.event_class is None for s in statements("A judge dismissed the lawsuit."))


def test_names_inside_a_noun_phrase(statements):
    """Each is a statement with words of its own."""
    found = statements("Karin Falk of Robur Inc. met Otto Krug, 51, at the Bremen-based Port Museum.")
    told = {(s.subject.text, s.predicate.text, s.object.text) for s in found if s.object}
    assert {("Karin Falk", "of", "Robur Inc."), ("Otto Krug", ",", "51")} <= told
    assert any(s.predicate.text == "based" and s.object and s.object.text == "Bremen" for s in found)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The minister urged teachers to accept the offer.", "were urged to accept"),
        ("The minister urged Anna Lund to accept the offer.", "was urged to accept"),
        ("The minister asked teachers not to accept the offer.", "were asked not to accept"),
        ("Kelda is working to cut costs.", "seeks to cut"),
        ("Kelda is strong enough to win the vote.", "is to win"),
        ("Anna Lund went to Oslo to meet Bo Ek.", "sought to meet"),
        ("The bomb exploded to kill ten people.", "was to kill"),
        ("Anna Lund left only to return to Oslo in May.", "was to return to"),
        ("The state will not or cannot pay.", "will not pay"),
        ("Anna Lund might, but need not, sell the yacht.", "need not sell"),
        ("The council's decision to ban cars pleases Kelda.", "decided to ban"),
        ("An offer from Norland to buy the yard was refused.", "is to buy"),
        ("Anna Lund criticises the government's plan to sell Kelda.", "plans to sell"),
        ("The lawyers representing the victims want an answer from Kelda.", "represent"),
        ("The lawyer representing the victims wants an answer from Kelda.", "represents"),
        ("The United States, representing the victims, sued Kelda.", "represented"),
        ("The case went to three judges of the Port Court, Anna Wu and Bo Ek.", "judge of"),
        ("Anna Lund calls her record a blueprint.", "calls her record"),
        ("The two-time champions Anna Wu and Bo Ek resigned.", "two-time champion"),
        ("The village has been hit by two storms.", "have hit"),
        ("The matter is handled by two lawyers.", "handle"),
    ],
)
def test_a_label_agrees_with_its_subject(statements, text, label):
    """Infinitives and participles get the number of their subject and say what is meant by them; a name in the plural is one."""
    assert label in [statement.predicate.label for statement in statements(text)]


def test_each_agent_of_a_passive_does_it(statements):
    """The second of joined agents gets the active form of the verb as well as the first."""
    found = statements("The prize will be given by Ada Lind and Otto Krug.")
    assert [(s.subject.text, s.predicate.label) for s in found] == [
        ("Ada Lind", "will give"),
        ("Otto Krug", "will give"),
    ]
