"""Names of one document: which are one thing's."""

import pytest

from newsgraph.extract.coreference.names import (
    is_acronym_of,
    is_short_form,
    is_short_person,
    opens_with_family,
    read_name,
    same_person,
)
from newsgraph.extract.english.titles import count_titles


@pytest.mark.parametrize(
    ("words", "given", "family", "suffix"),
    [
        ("Ana Ruiz", "ana", ("ruiz",), ""),
        ("Karl Heinz Möller", "karl", ("moller",), ""),
        ("Tomas van der Berg", "tomas", ("van", "der", "berg"), ""),
        ("Omar bin Rashid", "omar", ("bin", "rashid"), ""),
        ("Peter Long Jr.", "peter", ("long",), "jr"),
        ("Ruiz", "", ("ruiz",), ""),
        ("Ana Long - Berg", "ana", ("long-berg",), ""),
        ("Omar al - Rashid", "omar", ("al-rashid",), ""),
    ],
)
def test_parts_of_a_persons_name(words: str, given: str, family: tuple[str, ...], suffix: str) -> None:
    """Given name, family name with its particles, and the suffix."""
    name = read_name(words.split(), "PERSON")
    assert (name.given, name.family, name.suffix) == (given, family, suffix)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Han Ji - woo", True), ("Han Ji-woo", True), ("Eva Han Ji - woo", False), ("Eva Long - Berg", False), ("Eva Han", False)],
)  # fmt: skip
def test_family_names_that_come_first(words: str, expected: bool) -> None:
    """Two syllables of a given name tell that it comes last; a first name before them that it does not."""
    assert opens_with_family(words.split()) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana Ruiz", "Ana María Ruiz", True),
        ("A. Ruiz", "Ana Ruiz", True),
        ("Ana Ruiz", "Eva Ruiz", False),
        ("Ana B. Ruiz", "Ana C. Ruiz", False),
        ("Peter Long", "Peter Long Jr.", False),
        ("Ana Ruiz", "Ana Berg", False),
        ("Zoë Müller", "Zoe Muller", True),
    ],
)
def test_two_full_names(one: str, other: str, expected: bool) -> None:
    """Father and son, and people with other given names, stay apart."""
    assert same_person(read_name(one.split(), "PERSON"), read_name(other.split(), "PERSON")) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [("Ruiz", "Ana Ruiz", True), ("Lam", "Ivo Lam Wai - kit", True), ("Wai - kit", "Ivo Lam Wai - kit", True), ("Rashid", "Omar bin Rashid", True), ("bin Rashid", "Omar bin Rashid", True),
     ("Ana", "Ana Ruiz", True), ("Berg", "Ana Ruiz", False), ("Ana Ruiz", "Ana Ruiz", False)],
)  # fmt: skip
def test_short_names_of_persons(short: str, full: str, expected: bool) -> None:
    """A family name or a first name is short for the full name."""
    assert is_short_person(read_name(short.split(), "PERSON"), read_name(full.split(), "PERSON")) is expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [("WFO", "World Fishing Office", True), ("W.F.O.", "World Fishing Office", True), ("BoL", "Bank of Lund", False),
     ("FAO", "Food and Angling Office", True), ("WFO", "World Farming Union", False)],
)  # fmt: skip
def test_acronyms(short: str, long: str, expected: bool) -> None:
    """The letters open the long form's words."""
    assert is_acronym_of(read_name([short], "ORG"), long.split()) is expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Harbour Ministry", "Lundish Harbour Ministry", True),
        ("Norsk Ferries", "Norsk Ferries Group", True),
        ("Lund", "Lund University", True),
        ("River Class", "River Class 2", False),
        ("Norsk", "Norsk Defence Ministry", False),
    ],
)
def test_short_forms_of_bodies(short: str, long: str, expected: bool) -> None:
    """First words may go, generic last words may go, numbers may not."""
    assert is_short_form(read_name(short.split(), "ORG"), read_name(long.split(), "ORG")) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("President Ana Ruiz", 1),
        ("Prime Minister Ruiz", 2),
        ("Ana Ruiz", 0),
        ("Pope Linus", 0),
        ("President", 0),
        ("King Olaf V", 0),
    ],
)
def test_titles_are_counted(words: str, expected: int) -> None:
    """A title of a ruler stays with a single first name; one word always is left."""
    assert count_titles(words.split()) == expected
