"""Rules that join and keep apart names across documents, a row a kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsgraph.graph.assembly.profiles import profiles_of
from newsgraph.graph.knowledge.entity_list import known_entities
from newsgraph.graph.model.record import ExtractionRecord
from newsgraph.graph.resolution.organisation import contradict
from newsgraph.graph.resolution.organisation_name import parse_organisation
from newsgraph.graph.resolution.profile import Profile, group_key, profile_of
from newsgraph.graph.resolution.score import compare
from tests.graph.resolution.test_resolve import together
from tests.graph.strategies import mentioning

_AROUND = ("Ada Voss", "Bergen Institute", "Norway")


def _profile(name: str, label: str, *around: str) -> Profile:
    return profile_of(name, label, around or _AROUND)


@pytest.mark.parametrize(
    ("left", "right", "label"),
    [
        ("World Health Organisation", "WHO", "ORG"),
        ("Doctors Without Borders", "Médecins Sans Frontières", "ORG"),
        ("Government of Norway", "Norwegian Government", "ORG"),
        ("Harbour Energy Fisheries Union", "HEFU", "ORG"),
        ("Talal bin Hamad", "Talal bin Hamad Al Tarni", "PERSON"),
    ],
)
def test_names_of_one_thing(left: str, right: str, label: str) -> None:
    """Names of one thing in documents that have much in common are one."""
    assert compare(_profile(left, label), _profile(right, label)).verdict == "same"


@pytest.mark.parametrize(
    ("left", "right", "label"),
    [
        ("Harbour Union", "Harbour Women's Union", "ORG"),  # a team of another sex
        ("Senate", "Texas Senate", "ORG"),  # a body of a part of the state
        (
            "Norwegian Bank",
            "Norwegian Bank of Communications",
            "ORG",
        ),  # the bank of a state is called after it
        ("Tarn Relief Kenya", "Tarn Relief", "ORG"),  # a branch in one state
        ("Tarn Congress Committee", "Tarn Congress", "ORG"),  # an organ
        ("2022", "Tarn Expo 2022", "EVENT"),  # a number alone names nothing
        ("Harbour Board", "HB", "ORG"),  # two letters
        ("Wharf Harbour Office", "WHO", "ORG"),  # initials that the list gives to another body
        ("Tarn State University", "University of Tarn", "ORG"),  # a state has two
        ("World Games", "World University Games", "EVENT"),  # a word of kind in the middle is no mere kind
        ("Jimmy Carter", "Ash Carter", "PERSON"),  # "Ash" is no article
        ("King Olav", "Peder Olav", "PERSON"),  # a ruler has a first name only
        ("Hamad Al-Saleh Al-Rashid", "Talal Hamad Al-Saleh Al-Rashid", "PERSON"),  # that is his father
        ("Hamad", "Talal bin Hamad", "PERSON"),  # nobody is called by the name of the father
        ("Korean", "Quran", "NORP"),  # short words only look alike
        ("Kolbern", "Golbern", "GPE"),  # places begin with one letter
    ],
)
def test_names_of_two_things(left: str, right: str, label: str) -> None:
    """Names of two things are not one however much surrounds both."""
    assert compare(_profile(left, label), _profile(right, label)).verdict != "same"


@pytest.mark.parametrize(
    ("left", "right", "are_one"),
    [
        ("MV Alma Grande", "Alma Grande", True),
        ("HMS Alma", "MV Alma", False),
        ("MV Alma Grande", "Alma", False),
    ],
)
def test_a_ship_may_be_named_without_its_prefix(left: str, right: str, *, are_one: bool) -> None:
    """One prefix is left out in another article; two prefixes are two ships."""
    verdict = compare(profile_of(left, "PRODUCT"), profile_of(right, "PRODUCT")).verdict
    assert (verdict == "same") is are_one


def test_groups_and_bodies_are_one_by_the_same_name_only() -> None:
    """A people is no body called like its country."""
    assert (
        compare(_profile("Norwegian", "NORP"), _profile("Republic of Norway", "ORG")).verdict == "different"
    )
    assert compare(_profile("Tarnists", "NORP"), _profile("Tarnists", "ORG")).verdict == "same"


def test_a_king_is_not_a_prince_of_the_name() -> None:
    """Two rulers of one first name and country are told apart by their titles."""
    around = ("Norway", "Ada Voss", "Bergen Institute")
    king = profile_of("King Olav", "PERSON", around)
    prince = profile_of("Crown Prince Olav", "PERSON", around)
    assert compare(king, prince).verdict == "different"
    assert compare(king, profile_of("King Olav", "PERSON", around)).verdict == "same"
    assert group_key(king) != group_key(prince)


def test_initials_take_something_telling_in_common() -> None:
    """A country in common does not say what three letters mean; a name that few documents have does."""
    full = _profile("Tarn Fishing Union", "ORG", "Norway", "Ada Voss")
    assert compare(full, _profile("TFU", "ORG", "Norway")).verdict != "same"
    assert compare(full, _profile("TFU", "ORG", "Norway", "Ada Voss")).verdict == "same"


def test_a_family_name_is_that_of_whom_nearly_all_articles_mean() -> None:
    """Five articles with the full name and no other bearer outweigh that the name alone has little around it."""
    full = [mentioning(f"f{n}", ("Petra Valemont", "PERSON"), ("Ada Voss", "PERSON")) for n in range(6)]
    full.append(mentioning("g", ("Petra Valemont", "PERSON"), ("Harbour Inquiry", "EVENT")))
    bare = mentioning("z", ("Valemont", "PERSON"), ("Harbour Inquiry", "EVENT"), ("Kenya", "GPE"))
    assert any("z Valemont" in group and len(group) == 8 for group in together(*full, bare))
    rival = mentioning("r", ("Oriel Valemont", "PERSON"), ("Harbour Inquiry", "EVENT"), ("Kenya", "GPE"))
    rivals = [replace_id(rival, f"r{n}") for n in range(3)]
    assert not any("z Valemont" in group and len(group) == 8 for group in together(*full, bare, *rivals))


def replace_id(record: ExtractionRecord, id: str) -> ExtractionRecord:
    """Return the record as that of another document."""
    return replace(record, document=replace(record.document, id=id))


def test_a_city_is_not_the_state_called_like_it() -> None:
    """ "X City" is the city; "X" may be the state."""
    records = [
        mentioning("a", ("New York City", "GPE"), ("U.S.", "GPE")),
        mentioning("b", ("New York", "GPE"), ("U.S.", "GPE")),
        mentioning("c", ("New York", "GPE"), ("U.S.", "GPE"), ("Ohio", "GPE")),
    ]
    groups = together(*records)
    assert frozenset({"b New York", "c New York"}) in groups
    assert not any("New York City" in member for group in groups for member in group)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Tarn Energy Board", "Tarn Fishing Board", True),
        ("Tarn Energy Board", "Tarn Board", False),
        ("Doctors Without Borders", "Médecins Sans Frontières", False),
        ("Tarn Energy Board", "TEB", False),
    ],
)
def test_two_names_with_words_of_their_own_contradict(left: str, right: str, expected: bool) -> None:
    """Initials that fit both bridge no two names that share a word and differ in others."""
    assert contradict(parse_organisation(left), parse_organisation(right)) == expected


def test_initials_never_bridge_two_full_names() -> None:
    """Conflicts are those of clusters: initials join one full name at most."""
    around = (("Ada Voss", "PERSON"), ("Norway", "GPE"))
    names = ("National Energy Corporation", "National Electoral Council", "NEC")
    records = [mentioning(str(n), (name, "ORG"), *around) for n, name in enumerate(names)]
    for group in together(*records):
        assert not {"0 " + names[0], "1 " + names[1]} <= group


def test_titles_before_names_are_roles() -> None:
    """A title stands before the name, not in it; the text tells who is a king."""
    record = mentioning("a", ("King", "ORG"), ("Olav", "PERSON"), ("Norway", "GPE"))
    record = replace(record, entities=record.entities[1:], mentions=record.mentions[1:])
    (olav, _) = profiles_of(record, known_entities(()))
    assert olav.rank == {"king"}
