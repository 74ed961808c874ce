"""Who is called he and who she tells the sex of a first name."""

from collections import Counter, defaultdict

from training.first_names import Persons, count, sex_of


def counted(text: str) -> Persons:
    persons: Persons = defaultdict(lambda: defaultdict(Counter))
    count(text, {"robin", "kit"}, persons)
    return persons


def test_the_pronoun_behind_a_name_is_that_persons() -> None:
    assert counted("Robin Vale said she was late.")["robin"]["Vale"] == Counter(female=1)
    assert counted("Robin B. Vale sold his boat.")["robin"]["Vale"] == Counter(male=1)


def test_another_full_name_or_paragraph_between_them_parts_them() -> None:
    assert not counted("Robin Vale met Ada Holm, and she left.")
    assert not counted("Robin Vale left.\nShe was late.")


def test_a_name_of_few_bearers_or_of_both_sexes_has_no_sex() -> None:
    men, women = Counter(male=3), Counter(female=2)
    assert sex_of({"A": men, "B": men}) == ""
    assert sex_of({"A": men, "B": men, "C": women}) == ""
    assert sex_of({"A": men, "B": men, "C": men, "D": Counter(male=1, female=1)}) == "male"
