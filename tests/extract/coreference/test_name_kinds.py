"""Names of one document that are one thing's, and those that only look like it; read by the shipped pipeline."""

import pytest

from newsgraph.extract.coreference.abbreviations import defines
from newsgraph.extract.coreference.names import is_short_form, is_short_person, is_short_team, read_name

ONE = [
    ("Tarnow Paper AG shut its mill. Tarnow sold the site.", "Tarnow Paper AG", "Tarnow"),
    ("Vera Stahl, née Orban, left Rome. Orban praised Otto Lund.", "Vera Stahl", "Orban"),
    ("Ivo Lund (later Karim Sadr) beat Otto Stahl.", "Ivo Lund", "Karim Sadr"),
    ("Minister Karim Al-Sadr spoke. Minister Sadr left.", "Karim Al-Sadr", "Sadr"),
    ("John A. Lund left Intel. John Lund sued Nokia.", "John A. Lund", "John Lund"),
    ("The Russian Federation sued Chile. Otto Lund left Russia.", "Russian Federation", "Russia"),
    ("Otto Lund praised Al Gore. Gore left Rome.", "Al Gore", "Gore"),
    ("The insurer British JLT sued Nokia. JLT won.", "British JLT", "JLT"),
    ("The Los Angeles Angels beat Otto Lund. The Angels left Rome.", "Los Angeles Angels", "Angels"),
    ("Otto Lund left Al Karak. Karak is a city in Jordan.", "Al Karak", "Karak"),
    ("The GOP won Ohio. The Republican Party hired Otto Lund.", "GOP", "Republican Party"),
    (
        "The Tarnow Ministry of Energy and Transport (MeTra) sued Nokia. MeTra won.",
        "Tarnow Ministry of Energy and Transport",
        "MeTra@2",
    ),
    (
        "The rebels of the Tarnow Liberation Council-Breakaway (TLC-B) left. TLC-B lost.",
        "Tarnow Liberation Council-Breakaway",
        "TLC-B@2",
    ),
    ("Police identified the gunman as Otto Lund. Lund was born in Rome.", "the gunman", "Otto Lund"),
    ("The victim was identified as Vera Stahl, 34. Otto Lund left.", "The victim", "Vera Stahl"),
    ("The man identified himself as Otto Lund.", "The man", "Otto Lund"),
]
APART = [
    (
        "John Lund sued Nokia. John A. Lund left Intel. John B. Lund joined Ericsson.",
        "John Lund",
        "John A. Lund",
    ),
    ("Lund sued Nokia. His daughter, Vera Lund, praised him.", "Lund", "Vera Lund"),
    ("Lund was born in Bergen. His son Otto Lund left. Lund died in 1950.", "Lund@2", "Otto Lund"),
    ("Peru sued Chile. Otto Peru left.", "Peru", "Otto Peru"),
    ("Panama sued Texas. Panama City flooded.", "Panama", "Panama City"),
    ("Georgia signed a treaty. Georgia Lund, a chef, left Rome.", "Georgia", "Georgia Lund"),
    ("Soichiro Honda founded Honda in 1948. Honda sold engines.", "Soichiro Honda", "Honda@2"),
    ("Otto Benz founded Otto Benz in 1920.", "Otto Benz", "Otto Benz@2"),
    ("Witnesses wrongly identified the gunman as Otto Lund.", "the gunman", "Otto Lund"),
    ("Police refused to identify the gunman as Otto Lund.", "the gunman", "Otto Lund"),
    ("The killer, wrongly identified as Otto Lund, was Ivo Stahl.", "The killer", "Otto Lund"),
    ("Some users identified the gunman as Otto Lund. Lund is suing.", "the gunman", "Otto Lund"),
    ("Police identified the wrong man as Otto Lund. Lund was freed.", "the wrong man", "Otto Lund"),
    ("Did police identify the gunman as Otto Lund?", "the gunman", "Otto Lund"),
    ("The witness identified the captain as a friend of Otto Lund.", "the captain", "Otto Lund"),
    ("The teacher identified the men as Otto Lund and Ivo Stahl.", "the men", "Otto Lund"),
    ("The Tarn United River Guides (Alden) left. Alden lost.", "Tarn United River Guides", "Alden@2"),
    ("Otto Benz founded Benz in 1920. Otto Benz died in 1950. Benz sold a mill.", "Otto Benz", "Benz@2"),
]


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_forms_of_one_name(chains, are_one, text, one, other):
    """Short firms, maiden and later names, surnames without their article, middle initials."""
    assert are_one(text, one, other), chains(text)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_names_that_fit_two(chains, are_one, text, one, other):
    """Two middle initials, a relative named later, a place and a person, a country and its capital, founder and firm."""
    assert not are_one(text, one, other), chains(text)


def test_short_forms_in_small_letters_are_read_off_bodies_only():
    """ "Turig" for a society, but not where nothing tells that it is a body."""
    assert defines(["Tarn", "United", "River", "Guides"], ["Turig"], loose=True)
    assert not defines(["Tarn", "United", "River", "Guides"], ["Turig"])


def test_surnames_have_parts():
    """The first of two family names is enough, a middle initial is not."""
    full = read_name(["Ana", "Reyes", "Lima", "Costa"], "PERSON")
    assert is_short_person(read_name(["Reyes"], "PERSON"), full)
    assert not is_short_person(read_name(["Orban"], "PERSON"), full)


def test_a_country_or_state_is_not_the_city_named_after_it():
    """Panama and New York are more than Panama City and New York City."""
    for words in (["Panama"], ["New", "York"]):
        assert not is_short_form(read_name(words, "GPE"), read_name([*words, "City"], "GPE"))


def test_short_forms_defined_twice_mean_the_last(are_one):
    """Two bodies with one abbreviation stay two, and each keeps its own."""
    text = "The Tarn River Union (TRU) sued Nokia. The Trade Reform Unit (TRU) hired Otto Lund. The TRU left."
    assert not are_one(text, "Tarn River Union", "Trade Reform Unit")
    assert are_one(text, "Trade Reform Unit", "TRU@3")


def test_laws_keep_their_number(are_one):
    """Two resolutions are two, with their numbers in their names."""
    text = "Resolution 1212 angered Peru. Chile praised Resolution 1313."
    assert not are_one(text, "Resolution 1212", "Resolution 1313")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (["Bank", "of", "Peru"], ["Rural", "Bank", "of", "Peru"]),
        (["Bavaria"], ["Bavaria", "Investment", "Group"]),
    ],
)
def test_bodies_named_alike(short, long):
    """A bank of a country is not each of its banks, nor a province a firm that bears its name."""
    assert not is_short_form(read_name(short, "ORG"), read_name(long, "ORG"))
    central = read_name(["Central", "Bank", "of", "Peru"], "ORG")
    assert is_short_form(read_name(["Bank", "of", "Peru"], "ORG"), central)


def test_a_year_may_be_left_out_of_a_name():
    """A war goes on without it, but not without what tells it from another war."""
    war = read_name(["1999", "Tarn", "War"], "EVENT")
    assert is_short_form(read_name(["Tarn", "War"], "EVENT"), war)
    assert not is_short_form(read_name(["War"], "EVENT"), read_name(["War", "1999"], "EVENT"))


def test_a_party_is_no_team_of_its_state():
    """The Gulls of Tokyo are one team; its Democrats are not all Democrats."""
    assert is_short_team(read_name(["Gulls"], "ORG"), read_name(["Tokyo", "Gulls"], "ORG"))
    assert not is_short_team(read_name(["Democrats"], "ORG"), read_name(["Tokyo", "Democrats"], "ORG"))
