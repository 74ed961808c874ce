"""Corrections of names by grammar and spelling, on parses made by hand and on the shipped pipeline."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from newsgraph.extract.english.titles import count_titles
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.pipeline.name_spans import correct_names


def named(rows, names):
    """Names after correction, as (words, label); ``rows`` are "word TAG dep head"."""
    doc = parsed(rows, names)
    found = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    return [(doc[start:end].text, label) for start, end, label in correct_names(doc, found)]


def parsed(rows, names):
    """A ``Doc`` of rows with names."""
    parts = [row.split() for row in rows]
    doc = Doc(
        spacy.blank("en").vocab,
        words=[word for word, *_ in parts],
        tags=[tag for _, tag, *_ in parts],
        lemmas=[word.lower() for word, *_ in parts],
        deps=[dep for _, _, dep, _ in parts],
        heads=[int(head) for *_, head in parts],
        sent_starts=[i == 0 for i in range(len(parts))],
    )
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names])
    return doc


def test_a_name_in_s_that_owns_nothing_is_a_firm():
    """The 's stays where the name is the subject, and goes where something is owned."""
    subject = ["Harley NNP nsubj 2", "'s POS case 0", "sued VBD ROOT 2", "Lima NNP obj 2"]
    assert named(subject, [(0, 1, "PERSON"), (3, 4, "GPE")]) == [("Harley 's", "ORG"), ("Lima", "GPE")]
    owner = ["Harley NNP nmod:poss 2", "'s POS case 0", "lawyer NN nsubj 3", "left VBD ROOT 3"]
    assert named(owner, [(0, 1, "PERSON")]) == [("Harley", "PERSON")]
    headline = ["Harley NNP nmod:poss 2", "'s POS case 0", "Sues VBZ ROOT 2", "Lima NNP obj 2"]
    assert named(headline, [(0, 1, "PERSON")]) == [("Harley 's", "ORG")]


def test_a_place_in_s_is_a_firm_unless_it_is_on_the_map():
    """The network takes shops for towns."""
    rows = ["{} NNP nsubj 2", "'s POS case 0", "opened VBD ROOT 2"]
    assert named([rows[0].format("Harleybury"), *rows[1:]], [(0, 2, "GPE")]) == [("Harleybury 's", "ORG")]
    assert named([rows[0].format("Lima"), *rows[1:]], [(0, 2, "GPE")]) == [("Lima 's", "GPE")]


def test_storms_are_events_with_their_noun():
    """Whether the network left the noun out or took it for a first name."""
    rows = ["Typhoon NNP nsubj 2", "Ines NNP flat 0", "hit VBD ROOT 2"]
    assert named(rows, [(1, 2, "PERSON")]) == [("Typhoon Ines", "EVENT")]
    assert named(rows, [(0, 2, "PERSON")]) == [("Typhoon Ines", "EVENT")]


def test_ships_are_products():
    """By their prefix, or behind the noun for a ship."""
    rows = ["The DT det 1", "ferry NN nsubj 3", "Aurora NNP appos 1", "sank VBD ROOT 3"]
    assert named(rows, [(2, 3, "WORK_OF_ART")]) == [("Aurora", "PRODUCT")]
    rows = ["HMS NNP compound 1", "Larkspur NNP nsubj 2", "sank VBD ROOT 2"]
    assert named(rows, [(1, 2, "PERSON")]) == [("HMS Larkspur", "PRODUCT")]


def test_a_legal_form_makes_a_firm():
    """Whatever the network took the name for."""
    rows = ["Tarn NNP compound 1", "Ltd NNP nsubj 2", "paid VBD ROOT 2"]
    assert named(rows, [(0, 2, "GPE")]) == [("Tarn Ltd", "ORG")]


def test_who_in_capitals_is_a_body_and_in_a_shout_a_question():
    """A question mark or other words in capitals tell."""
    rows = ["WHO WP nsubj 1", "sent VBD ROOT 1", "nurses NNS obj 1"]
    assert named(rows, []) == [("WHO", "ORG")]
    assert named([*rows, "? . punct 1"], []) == []
    beside = ["WHO WP nsubj 3", "and CC cc 2", "UNESCO NNP conj 0", "sent VBD ROOT 3"]
    doc = parsed(beside, names := [(0, 1, "ORG"), (2, 3, "ORG")])
    correct_names(doc, names)
    assert doc[0].tag_ == "NNP"  # another name in capitals beside it is no shout
    assert named(["WHO WP nsubj 1", "SENT VBD ROOT 1", "NURSES NNS obj 1"], []) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [("Earl Hobbs", 0), ("Dean Marlow", 0), ("M.S. Orban", 0), ("President Orban", 1), ("Lt. Gen. Orban", 2)],
)
def test_titles_that_are_first_names_or_initials_stay(words, count):
    """A title that is a first name as well is one before a single name."""
    assert count_titles(words.split()) == count


def test_brackets_without_a_blank_are_split():
    """Behind a word of some length and before a capital or a number; plurals in brackets stay whole."""
    assert [token.text for token in load_pipeline().make_doc("Fund(TKF) file(s) Orban(54)")] == [
        *("Fund", "(", "TKF", ")", "file(s", ")", "Orban", "(", "54", ")")
    ]


def test_soft_hyphens_do_not_change_what_a_name_is():
    """Nor do blanks without width."""
    doc = load_pipeline()("Marga\u00adret Hol\u00adlis left Green\u200bland for Den\u00admark.")
    assert [ent.label_ for ent in doc.ents] == ["PERSON", "GPE", "GPE"]


def test_a_name_in_another_script_is_a_person():
    """Where it acts in an English sentence."""
    rows = ["أحمد NNP nsubj 2", "سالم NNP flat 0", "met VBD ROOT 2", "Lund NNP obj 2"]
    assert named(rows, [(3, 4, "PERSON")]) == [("أحمد سالم", "PERSON"), ("Lund", "PERSON")]
    rows = ["The DT det 1", "word NN nsubj 3", "سالم NNP appos 1", "pleased VBD ROOT 3"]
    assert named(rows, []) == []


def test_a_body_takes_in_whose_it_is():
    """A court of a district is one name; a firm "of" a place it is only said to come from stays two."""
    rows = ["Superior NNP compound 1", "Court NNP nsubj 5", "of IN case 4", "the DT det 4", "Lowlands NNP nmod 1", "sat VBD ROOT 5"]  # fmt: skip
    assert named(rows, [(0, 2, "ORG"), (4, 5, "GPE")]) == [("Superior Court of the Lowlands", "ORG")]
    rows = ["Tarn NNP nsubj 3", "of IN case 2", "Lima NNP nmod 0", "paid VBD ROOT 3"]
    assert named(rows, [(0, 1, "ORG"), (2, 3, "GPE")]) == [("Tarn", "ORG"), ("Lima", "GPE")]


def test_two_sides_with_v_between_them_are_a_case():
    """Whatever the network makes of the sides; two people who debate are not a case."""
    rows = [
        "Tarn NNP obj 5",
        "v. IN case 2",
        "Board NNP nmod 0",
        "of IN case 4",
        "Trade NNP nmod 2",
        "overturn VBP ROOT 5",
    ]
    assert named(rows, [(0, 2, "PERSON")]) == [("Tarn v. Board of Trade", "LAW")]
    assert named(rows, [(0, 1, "ORG"), (2, 5, "ORG")]) == [("Tarn v. Board of Trade", "LAW")]
    rows = ["Tarn NNP nsubj 3", "vs. IN case 2", "Lund NNP nmod 0", "opened VBD ROOT 3"]
    assert named(rows, [(0, 1, "PERSON"), (2, 3, "PERSON")]) == [("Tarn", "PERSON"), ("Lund", "PERSON")]


@pytest.mark.parametrize(
    ("before", "last", "label"),
    [
        ("saw VBD ROOT 0", "court NN obj 0", "LAW"),
        ("saw VBD ROOT 0", "draw NN obj 0", "PERSON"),
        ("film NN ROOT 0", "court NN obj 0", "PERSON"),
        ("game NN ROOT 0", "court NN obj 0", "PERSON"),
    ],
)
def test_a_word_of_law_tells_a_case_from_a_game_or_film(before, last, label):
    """Whatever the court says of it; the Crown's cases need no such word."""
    rows = [before, "Tarn NNP obj 0", "v. IN case 3", "Lund NNP nmod 1", last]
    assert named(rows, [(1, 4, "PERSON")]) == [("Tarn v. Lund", label)]
    rows = [before, "R NNP obj 0", "v IN case 3", "Lund NNP nmod 1", last]
    assert named(rows, [(3, 4, "PERSON")])[-1] == (
        ("Lund", "PERSON") if "film" in before else ("R v Lund", "LAW")
    )


def test_a_case_once_told_is_one_throughout():
    """Also where no word of law is near."""
    rows = ["court NN nsubj 0", "heard VBD ROOT 1", "Tarn NNP obj 1", "v. IN case 4", "Lund NNP nmod 2"]
    rows += ["slept VBD ROOT 5"] * 60 + ["Tarn NNP obj 5", "v. IN case 67", "Lund NNP nmod 65"]
    assert named(rows, []) == [("Tarn v. Lund", "LAW")] * 2


def test_initials_belong_to_the_person():
    """With full stops or without, also in pairs; "I" is the writer's."""
    rows = ["Lawyer NN compound 2", "R.E. NNP compound 2", "Lund NNP nsubj 3", "left VBD ROOT 3"]
    assert named(rows, [(2, 3, "PERSON")]) == [("R.E. Lund", "PERSON")]
    rows = ["and CC cc 3", "I PRP nsubj 3", "Lund NNP dep 3", "left VBD ROOT 3"]
    assert named(rows, [(2, 3, "PERSON")]) == [("Lund", "PERSON")]


def test_a_town_right_before_its_country_is_two_names():
    """Part of a country with a direction before it is one."""
    rows = ["from IN case 1", "Lyon NNP obl 3", "France NNP flat 1", "came VBD ROOT 3"]
    assert named(rows, [(1, 3, "GPE")]) == [("Lyon", "GPE"), ("France", "GPE")]
    rows = ["from IN case 2", "Central NNP amod 2", "Chile NNP obl 3", "came VBD ROOT 3"]
    assert named(rows, [(1, 3, "LOC")]) == [("Central Chile", "LOC")]


def test_letters_defined_in_brackets_have_the_kind_of_what_they_stand_for():
    """Wherever they stand in the document, but not where the letters are others."""
    rows = ["Ostra NNP compound 2", "Valley NNP compound 2", "Dam NNP nsubj 6", "( -LRB- punct 4", "OVD NNP appos 2", ") -RRB- punct 4", "leaks VBZ ROOT 6", "OVD NNP obj 6"]  # fmt: skip
    names = [(0, 3, "FAC"), (4, 5, "ORG"), (7, 8, "ORG")]
    assert named(rows, names) == [("Ostra Valley Dam", "FAC"), ("OVD", "FAC"), ("OVD", "FAC")]
    other = [row.replace("OVD", "AFP") for row in rows]
    assert ("AFP", "ORG") in named(other, names)


def test_a_currency_is_not_a_name_before_an_amount():
    """Capitals before a number are a name only where the amount has its currency without them."""
    doc = load_pipeline()("They stole Sh 5 million from the bank. The court fined Corvane $9 million.")
    assert [ent.text for ent in doc.ents if ent.label_ == "MONEY"] == ["Sh 5 million", "$9 million"]
