"""Arguments that English puts in unusual places: agents, second objects, controlled subjects, shared objects."""

import pytest

from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.statements import find_extractions


@pytest.fixture(scope="module")
def nlp():
    """The shipped pipeline."""
    return load_pipeline()


def triples(nlp, text):
    """Subject, predicate and object of each statement, as words."""
    doc = nlp(text)

    def words(tokens):
        return " ".join(doc[i].text for i in tokens) if tokens else None

    return [(words(e.subject), words(e.predicate), words(e.object)) for e in find_extractions(doc)]


SAID = {
    "Bremen Airways was fined 2 million euros by the Transport Office.": (
        "the Transport Office",
        "fined",
        "Bremen Airways",
    ),
    "The trophy was handed to Karin Falk by the minister.": ("the minister", "handed", "The trophy"),
    "The bank lent Karin Falk 900,000 euros.": ("The bank", "lent", "900,000 euros"),
    "Repairing the bridge cost the city a fortune.": ("Repairing the bridge", "cost", "a fortune"),
    "Lena Brandt thanked the nurses for saving her brother.": ("the nurses", "saving", "her brother"),
    "The champion stunned the crowd to take the title.": ("The champion", "to take", "the title"),
    "The sheriff had Otto Krug arrested.": ("The sheriff", "had arrested", "Otto Krug"),
    "Rebels captured and executed Otto Krug.": ("Rebels", "captured", "Otto Krug"),
    "Customs officers stopped, questioned and deported Otto Krug.": (
        "Customs officers",
        "questioned",
        "Otto Krug",
    ),
    "A blaze on the tanker Sirius injured two sailors.": (
        "A blaze on the tanker",
        "injured",
        "two sailors",
    ),
    "The truth is that the mine will close.": ("the mine", "will close", None),
}


@pytest.mark.parametrize("text", SAID)
def test_who_does_what_to_whom(nlp, text):
    """Each sentence makes this statement."""
    subject, predicate, item = SAID[text]
    assert any(
        s == subject and p and predicate.removeprefix("to ") in p and o == item
        for s, p, o in triples(nlp, text)
    )


NOT_SAID = {
    "The champion stunned the crowd to take the title.": "the crowd",
    "Ten sailors were hurt when the Sirius capsized, spilling oil.": "Ten sailors",
    "Agents charged Otto Krug with fraud, closing a long inquiry.": "Otto Krug",
}


@pytest.mark.parametrize("text", NOT_SAID)
def test_no_deed_of_somebody_else(nlp, text):
    """What the last clause tells is not done by this participant."""
    last = {"take", "spilling", "closing"}
    assert not any(s == NOT_SAID[text] and last & set((p or "").split()) for s, p, _ in triples(nlp, text))


ROLES = {
    "Lena Brandt raised the price by three times.": {"by"},
    "Sales rose 5 percent from 2018.": {"from"},
    "Sales are no longer rising quickly.": {"manner"},
    "The mine is not only deep.": set(),
    "Lena Brandt took the town forward.": {"manner"},
    "Lena Brandt lives three miles away.": set(),
    "Lena Brandt saw it that way.": {"manner"},
    "Lena Brandt resigned in protest.": {"manner"},
    "Lena Brandt is still on the hill.": {"time"},
    "Still, Lena Brandt was on the hill.": set(),
    "Lena Brandt ended the dispute once and for all.": set(),
    "The court said late King Otto Krug was aware of the money.": set(),
    "Lena Brandt fared well there.": {"manner", "place"},
    "Lena Brandt left there as well.": {"place"},
    "Lena Brandt fell there, no matter how often.": {"place", "time"},
    "The programme costs more per year than running the mill.": {"than"},
    "The town that Lena Brandt called dull has grown.": {"as"},
    "Lena Brandt warned the mayor and the council to leave.": {"to"},
}


@pytest.mark.parametrize("text", ROLES)
def test_what_a_circumstance_is(nlp, text):
    """An extent is no time, a negation and a bare noun no manner; where a deed leads is told."""
    told = find_extractions(nlp(text))[0].qualifiers
    assert {argument.role for argument in told} == ROLES[text]


def test_an_intransitive_verb_borrows_no_object(nlp):
    """Who quit and later sued the firm did not quit the firm."""
    found = triples(nlp, "Lena Brandt quit and later sued Sirius Ltd.")
    assert not any(p == "quit" and o for _, p, o in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Prices rose sharply, analysts said.", ["sharply"]),
        ("Lund fell twice and left the ice.", ["twice"]),
        ("Prices rose, sadly, in towns.", []),
        ("Sadly, prices rose.", []),
        ("Prices rose unfortunately, analysts said.", []),
    ],
)
def test_an_adverb_before_a_comma_is_of_the_verb_unless_set_off(nlp, text, told):
    """ "Rose sharply, analysts said" tells how; "rose, sadly, in towns" what the writer thinks of it."""
    doc = nlp(text)
    said = next(
        found for found in find_extractions(doc) if doc[found.predicate[0]].lemma_ in ("rise", "fall")
    )
    assert [doc[t].text for q in said.qualifiers if q.role == "manner" for t in q.tokens] == told


def test_a_quantifier_before_a_preposition_counts_the_subject(nlp):
    """ "Are all on the cards" does not tell of all cards."""
    assert ("storms", "are on", "the cards") in triples(nlp, "Snow and storms are all on the cards.")
