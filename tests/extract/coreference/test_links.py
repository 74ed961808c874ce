"""Sure links of one document: abbreviations, countries, roles, speakers, turns of a dialogue."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsgraph.extract.coreference import resolve
from newsgraph.extract.coreference.abbreviations import defines
from newsgraph.extract.mentions.detection import find_mentions

Build = Callable[..., Doc]


def groups(doc: Doc) -> list[list[str]]:
    """The texts of each chain, by rules."""
    return [
        [doc[mention.start : mention.end].text for mention in chain.mentions]
        for chain in resolve(doc, find_mentions(doc))
    ]


def spoke(name: str, label: str = "PERSON") -> str:
    """A sentence in which something with this name spoke."""
    words = name.split()
    head = len(words) + 1
    parts = [f"{words[0]}/NNP/nsubj/{head}/{label}", *(f"{word}/NNP/flat/1/+" for word in words[1:])]
    return " ".join([*parts, "spoke/VBD/root/0", f"././punct/{head}"])


@pytest.mark.parametrize(
    ("long", "short", "expected"),
    [
        ("Union of Southwest Farming Nations", "USFN", True),
        ("Union of Southwest Farming Nations", "UXFN", False),
        ("Coastal Transport", "CoTra", False),  # more small letters than capitals
        ("Deputy Mayor", "DM", True),
        ("Deputy Mayor", "MD", False),
        ("Harbour", "H", False),
        ("Two Rivers, One Bridge", "2R1B", True),
    ],
)
def test_letters_of_an_abbreviation(long: str, short: str, expected: bool) -> None:
    """Each letter is found in the long form, in order, the first at its start, the last in its last words."""
    assert defines(long.split(), [short]) is expected


def test_an_abbreviation_in_brackets_is_its_long_form(doc_of: Build) -> None:
    """Also where the letters are no plain initials."""
    doc = doc_of(
        "Union/NNP/nsubj/9/ORG of/IN/case/5/+ Southwest/NNP/compound/5/+ Farming/NNP/compound/5/+ Nations/NNP/nmod/1/+ "
        "(/./punct/7 USFAN/NNP/appos/1/ORG )/./punct/7 voted/VBD/root/0",
        spoke("USFAN", "ORG"),
    )
    assert groups(doc) == [["Union of Southwest Farming Nations", "USFAN", "USFAN"]]


@pytest.mark.parametrize(("letters", "same"), [("NQ", True), ("KQ", False)])
def test_letters_of_a_name_of_two_words_begin_with_its_first(doc_of: Build, letters: str, same: bool) -> None:
    """As airlines have them; other letters may be another body's."""
    doc = doc_of(
        f"Norland/NNP/compound/2/ORG Airways/NNP/nsubj/6/+ (/./punct/4 {letters}/NNP/appos/2/ORG )/./punct/4 "
        "grew/VBD/root/0"
    )
    assert (["Norland Airways", letters] in groups(doc)) == same


def test_letters_of_another_language_in_brackets(doc_of: Build) -> None:
    """Capitals behind a long name of a body are its abbreviation, whatever they stand for."""
    doc = doc_of(
        "National/NNP/compound/3/ORG Fishing/NNP/compound/3/+ Board/NNP/nsubj/7/+ (/./punct/5 DINAP/NNP/appos/3/ORG "
        ")/./punct/5 voted/VBD/root/0"
    )
    assert groups(doc) == [["National Fishing Board", "DINAP"]]


def test_a_nationality_before_a_body_may_be_left_out(doc_of: Build) -> None:
    """ "Norwegian Browns" are the Browns, "Harbour Browns" need not be."""
    assert groups(doc_of(spoke("Norwegian Browns", "ORG"), spoke("Browns", "ORG"))) == [
        ["Norwegian Browns", "Browns"]
    ]
    assert len(groups(doc_of(spoke("Harbour Browns", "ORG"), spoke("Browns", "ORG")))) == 2


def test_the_country_is_the_one_whose_nationality_was_named_last(doc_of: Build) -> None:
    """Not the country that stands farther away, and not the nationality itself."""
    doc = doc_of(
        "Ana/NNP/nsubj/2/PERSON told/VBD/root/0 Chile/NNP/iobj/2/GPE of/IN/case/6 Norwegian/JJ/amod/6/NORP officials/NNS/obl/2 "
        "and/CC/cc/10 the/DT/det/9 country/NN/nmod:poss/10 envoy/NN/conj/6",
        spoke("Norway", "GPE"),
    )
    assert ["the country", "Norway"] in groups(doc)
    assert ["Chile"] in groups(doc)


def test_a_country_that_is_never_named_is_not_guessed(doc_of: Build) -> None:
    """A nationality alone gives no antecedent for "the country"."""
    doc = doc_of(
        "Norwegian/JJ/amod/2/NORP officials/NNS/nsubj/3 left/VBD/root/0",
        "The/DT/det/2 country/NN/nsubj/3 voted/VBD/root/0",
    )
    assert ["The country"] in groups(doc)


def test_a_title_takes_up_whom_it_introduced(doc_of: Build) -> None:
    """Another minister is another person; a title that two people have takes up nobody."""
    minister = "The/DT/det/3 prime/JJ/amod/3 minister/NN/nsubj/4 left/VBD/root/0"
    one = "Prime/JJ/amod/2 Minister/NNP/nmod:desc/3 Ana/NNP/nsubj/5/PERSON Ruiz/NNP/flat/3/+ met/VBD/root/0 Ivo/NNP/obj/5/PERSON"
    two = "Prime/JJ/amod/2 Minister/NNP/nmod:desc/3 Karl/NNP/nsubj/5/PERSON Holm/NNP/flat/3/+ rose/VBD/root/0"
    assert ["Ana Ruiz", "The prime minister"] in groups(doc_of(one, minister))
    assert ["The prime minister"] in groups(doc_of(one, two, minister))


def test_a_form_of_address_is_no_part_of_the_office(doc_of: Build) -> None:
    """ "The prime minister" is who was called "Prime Minister Sir Ivo Holm"; a prince stays a prince."""
    minister = "The/DT/det/3 prime/JJ/amod/3 minister/NN/nsubj/4 left/VBD/root/0"
    prince = "The/DT/det/3 crown/NN/compound/3 prince/NN/nsubj/4 left/VBD/root/0"
    named = "{}/NNP/nmod:desc/4 {}/NNP/nmod:desc/4 {}/NNP/nmod:desc/4 Ivo/NNP/nsubj/6/PERSON Holm/NNP/flat/4/+ rose/VBD/root/0"
    assert ["Ivo Holm", "The prime minister"] in groups(
        doc_of(named.format("Prime", "Minister", "Sir"), minister)
    )
    assert ["Ivo Holm", "The crown prince"] in groups(
        doc_of(named.format("Acting", "Crown", "Prince"), prince)
    )


@pytest.mark.parametrize(
    ("said", "taken_up"),
    [
        ("Ana/NNP/nsubj/3/PERSON is/VBZ/cop/3 mayor/NN/root/0", True),
        ("Ana/NNP/nsubj/2/PERSON became/VBD/root/0 Mayor/NNP/xcomp/2", True),
        ("Ana/NNP/nsubj:pass/3/PERSON was/VBD/aux:pass/3 elected/VBN/root/0 mayor/NN/xcomp/3", True),
        ("Ana/NNP/nsubj/4/PERSON is/VBZ/cop/4 not/RB/advmod/4 mayor/NN/root/0", False),
        ("Ana/NNP/nsubj/2/PERSON sees/VBZ/root/0 mayors/NNS/obj/2", False),
    ],
)
def test_who_is_said_to_be_mayor_is_the_mayor(doc_of: Build, said: str, taken_up: bool) -> None:
    """The word itself refers to nobody there; it says what somebody is."""
    found = groups(doc_of(said, "The/DT/det/2 mayor/NN/nsubj/3 left/VBD/root/0"))
    assert (["Ana", "The mayor"] in found) is taken_up
    assert ["mayor"] not in found


def test_a_title_does_not_take_up_whom_somebody_else_came_after(doc_of: Build) -> None:
    """ "A foreign minister" is another minister than the one who was named."""
    named = "Minister/NNP/nmod:desc/2 Ana/NNP/nsubj/4/PERSON Ruiz/NNP/flat/2/+ rose/VBD/root/0"
    other = "Karl/NNP/nsubj/2/PERSON met/VBD/root/0 a/DT/det/5 foreign/JJ/amod/5 minister/NN/obj/2"
    last = "The/DT/det/2 minister/NN/nsubj/3 left/VBD/root/0"
    assert ["Ana Ruiz", "The minister"] in groups(doc_of(named, last))
    assert ["Ana Ruiz", "The minister"] not in groups(doc_of(named, other, last))


def test_he_who_says_more_is_who_spoke(doc_of: Build) -> None:
    """Not the man that the speaker spoke of, who stands nearer."""
    first = "Ivo/NNP/nsubj/3/PERSON Dahl/NNP/flat/1/+ said/VBD/root/0 Karl/NNP/nsubj/6/PERSON Holm/NNP/flat/4/+ left/VBD/ccomp/3"
    doc = doc_of(first, "He/PRP/nsubj/2 said/VBD/root/0 so/RB/advmod/2")
    assert groups(doc) == [["Ivo Dahl", "He"], ["Karl Holm"]]


def test_whoever_was_told_may_be_the_next_to_speak(doc_of: Build) -> None:
    """But journalists who were told something do not go on as "he"."""
    told = "{}/NNP/nsubj/2/PERSON told/VBD/root/0 {} so/RB/advmod/2"
    after = "He/PRP/nsubj/2 said/VBD/root/0 so/RB/advmod/2"
    assert ["Ivo", "He"] in groups(doc_of(told.format("Ivo", "journalists/NNS/obj/2"), after))
    karl = told.format("Ivo", "Karl/NNP/obj/2/PERSON")
    assert ["Ivo", "He"] not in groups(doc_of(karl, "Otto/NNP/nsubj/2/PERSON rose/VBD/root/0", after))


def test_whoever_acts_in_between_may_be_the_speaker(doc_of: Build) -> None:
    """After another man acted, the last speaker is no longer sure, and the nearest subject wins."""
    doc = doc_of(
        "Ivo/NNP/nsubj/3/PERSON Dahl/NNP/flat/1/+ said/VBD/root/0 so/RB/advmod/3",
        "Karl/NNP/nsubj/3/PERSON Holm/NNP/flat/1/+ rose/VBD/root/0",
        "He/PRP/nsubj/2 said/VBD/root/0 so/RB/advmod/2",
    )
    assert ["Karl Holm", "He"] in groups(doc)


def test_speakers_of_a_dialogue_alternate(doc_of: Build) -> None:
    """In the next turn "you" is who "I" was."""
    ask = "You/PRP/nsubj/2 left/VBD/root/0 ?/./punct/2 ¶/_SP/dep/3"
    reply = "I/PRP/nsubj/2 stayed/VBD/root/0 ././punct/2 ¶/_SP/dep/3"
    assert groups(doc_of(ask, reply, ask, reply)) == [["You", "I", "You", "I"]]


def test_a_speaker_of_a_dialogue_is_known_after_turns_without_either(doc_of: Build) -> None:
    """Four turns in which nobody says "I" or "you" lie between."""
    ask = "You/PRP/nsubj/2 left/VBD/root/0 ?/./punct/2 ¶/_SP/dep/3"
    reply = "I/PRP/nsubj/2 stayed/VBD/root/0 ././punct/2 ¶/_SP/dep/3"
    other = "Really/RB/root/0 ?/./punct/1 ¶/_SP/dep/2"
    turns = (ask, reply, other, other, other, other, ask, reply)
    assert groups(doc_of(*turns)) == [["You", "I", "You", "I"]]


def test_the_commission_is_the_only_commission_named(doc_of: Build) -> None:
    """A body is called by its last word; not where two end with it."""
    one, two = spoke("Coastal Fishing Commission", "ORG"), spoke("Election Commission", "ORG")
    assert ["Coastal Fishing Commission", "Commission"] in groups(doc_of(one, spoke("Commission", "ORG")))
    assert ["Commission"] in groups(doc_of(one, two, spoke("Commission", "ORG")))


def test_a_family_name_of_two_words_is_the_full_name(doc_of: Build) -> None:
    """ "Bani Hamid" is Huda Bani Hamid."""
    doc = doc_of(spoke("Huda Bani Hamid"), spoke("Bani Hamid"))
    assert groups(doc) == [["Huda Bani Hamid", "Bani Hamid"]]


def test_the_first_of_two_family_names_is_the_person(doc_of: Build) -> None:
    """As Spanish names are shortened."""
    doc = doc_of(spoke("Luis Prado Benega"), spoke("Prado"))
    assert groups(doc) == [["Luis Prado Benega", "Prado"]]


def test_who_goes_by_her_first_name_does_not_take_the_family_name_over(doc_of: Build) -> None:
    """ "Lind" stays the husband's where his wife is called "Berta" after that."""
    doc = doc_of(spoke("Berta Lind"), spoke("Karl Lind"), spoke("Berta"), spoke("Lind"))
    assert ["Karl Lind", "Lind"] in groups(doc)


def test_a_husband_with_a_title_is_a_relative_still(doc_of: Build) -> None:
    """The bare family name stays hers."""
    husband = (
        "her/PRP$/nmod:poss/2 husband/NN/nsubj/8 ,/,/punct/2 former/JJ/amod/5 mayor/NN/appos/2 Karl/NNP/appos/2/PERSON "
        "Lind/NNP/flat/6/+ sang/VBD/root/0"
    )
    doc = doc_of(spoke("Berta Lind"), spoke("Lind"), husband, spoke("Lind"))
    assert next(group for group in groups(doc) if "Berta Lind" in group).count("Lind") == 2


def test_a_widow_named_first_has_the_family_name(doc_of: Build) -> None:
    """A headline's "Widow Berta Lind" is whom the text is about, and not her husband's relative."""
    widow = "widow/NN/nsubj/3 Berta/NNP/flat/0/PERSON Lind/NNP/flat/0/+ sang/VBD/root/0"
    husband = (
        "her/PRP$/nmod:poss/2 husband/NN/nsubj/5 Karl/NNP/appos/2/PERSON Lind/NNP/flat/3/+ sang/VBD/root/0"
    )
    doc = doc_of(widow, spoke("Berta Lind"), husband, spoke("Lind"))
    assert "Lind" in next(group for group in groups(doc) if "Berta Lind" in group)


def test_one_name_with_two_labels_is_one_thing(doc_of: Build) -> None:
    """Labels waver between kinds of bodies and things; a nationality stays apart, a full name before it decides."""
    assert (
        len(groups(doc_of(spoke("Citadel", "ORG"), spoke("Citadel", "PRODUCT"), spoke("Citadel", "NORP"))))
        == 1
    )
    assert len(groups(doc_of(spoke("Citadel", "ORG"), spoke("Citadel")))) == 1
    assert len(groups(doc_of(spoke("Ana Citadel"), spoke("Citadel", "ORG"), spoke("Citadel")))) == 1
    assert len(groups(doc_of(spoke("Norwegian", "ORG"), spoke("Norwegian", "NORP")))) == 2


def test_a_real_name_is_somebodys_name(doc_of: Build) -> None:
    doc = doc_of(
        "Wren/NNP/nsubj/9/PERSON ,/,/punct/6 whose/PRP$/nmod:poss/5 real/JJ/amod/5 name/NN/nsubj/6 "
        "Lind/NNP/acl:relcl/1/PERSON is/AUX/cop/6 ,/,/punct/1 sang/VBD/root/0 ././punct/9"
    )
    assert ["Wren", "whose", "Lind"] in groups(doc)


def test_a_real_name_is_that_of_the_nearest(doc_of: Build) -> None:
    """Of two singers it is the second whose name is told, wherever the parse hangs it."""
    doc = doc_of(
        "Dahl/NNP/nsubj/11/PERSON and/CC/cc/3 Wren/NNP/conj/1/PERSON ,/,/punct/8 whose/PRP$/nmod:poss/7 "
        "real/JJ/amod/7 name/NN/nsubj/8 Lind/NNP/appos/1/PERSON is/AUX/cop/8 ,/,/punct/1 sang/VBD/root/0"
    )
    assert ["Wren", "Lind"] in [[text for text in group if text != "whose"] for group in groups(doc)]


@pytest.mark.parametrize(("adverb", "same"), [("also", True), ("never", False)])
def test_who_is_known_as_somebody_is_that_one(doc_of: Build, adverb: str, same: bool) -> None:
    doc = doc_of(
        f"Wren/NNP/nsubj/7/PERSON ,/,/punct/4 {adverb}/RB/advmod/4 known/VBN/acl/1 as/IN/case/6 Lind/NNP/obl/4/PERSON "
        "sang/VBD/root/0 ././punct/7"
    ).copy()
    doc[3].lemma_ = "know"
    assert (["Wren", "Lind"] in groups(doc)) is same


def test_a_person_is_not_who_was_called(doc_of: Build) -> None:
    """ "A singer called Wren" has that name; "Lind, called by Wren" has her own."""
    doc = doc_of(
        "A/DT/det/2 singer/NN/nsubj/5 called/VBN/acl/2 Wren/NNP/xcomp/3/PERSON sang/VBD/root/0 ././punct/5"
    )
    doc[2].lemma_ = "call"
    assert ["A singer", "Wren"] in groups(doc)
    doc = doc_of(
        "Lind/NNP/nsubj/4/PERSON called/VBN/acl/1 Wren/NNP/xcomp/2/PERSON sang/VBD/root/0 ././punct/4"
    )
    doc[1].lemma_ = "call"
    assert ["Lind", "Wren"] not in groups(doc)


def test_parents_do_not_take_the_name_of_their_child(doc_of: Build) -> None:
    """ "Falk was born to Otto Falk": of a family name that the child had first the father has none."""
    doc = doc_of(
        "Falk/NNP/nsubj:pass/3/PERSON was/VBD/aux:pass/3 born/VBN/root/0 to/IN/case/5 Otto/NNP/obl/3/PERSON "
        "Falk/NNP/flat/5/+ ././punct/3"
    )
    doc = doc.copy()
    doc[2].lemma_ = "bear"
    assert ["Falk", "Otto Falk"] not in groups(doc)


@pytest.mark.parametrize(
    ("text", "one", "other", "expected"),
    [
        ("Eva Dahl stood beside her husband. Dahl smiled.", "Eva Dahl", "Dahl", True),
        ("After a quarrel with her son, Dahl called Eva Dahl.", "Dahl", "Eva Dahl", True),
        ("Eva Dahl left. The judge heard her husband Dahl.", "Eva Dahl", "Dahl", False),
        ("Lund grew up in Bergen. In 1990 she married Otto Lund.", "Lund", "Otto Lund", False),
        ("Lund grew up in Bergen. She was a daughter of Ana and Otto Lund.", "Lund", "Otto Lund", False),
        ("Lund grew up in Bergen. In 1990 she met Otto Lund.", "Lund", "Otto Lund", True),
    ],
)
def test_kin_beside_a_family_name(are_one, text: str, one: str, other: str, expected: bool) -> None:
    """The noun of a sentence before says nothing of a name's sex; who married somebody, or their parent, takes no name over."""
    assert are_one(text, one, other) is expected


@pytest.mark.parametrize(
    ("text", "long", "expected"),
    [
        (
            "Robur Marine will grow. Robur Marine ASA said so on Monday. Shares of Robur rose.",
            "Robur Marine ASA",
            True,
        ),
        ("Sirius bought Robur Ferries on Monday. Shares of Robur rose.", "Robur Ferries", True),
        ("Robur Minerals and Robur Motors will merge. Shares of Robur rose.", "Robur Minerals", False),
    ],
)
def test_a_firm_without_its_trade(are_one, text: str, long: str, expected: bool) -> None:
    """With or without its legal form it is one firm; of two firms the short name is neither."""
    assert are_one(text, long, "Robur") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robur shares rise by $2.3bn\n\nRobur Marine said on Monday that it had grown. Shares of Robur rose.", True),
        ("Robur shares rise\n\nRobur said on Monday that it had sold Robur Marine. It was paid in cash.", False),
        ("Shares of Robur rose. Robur Marine said on Monday that it had grown.", False),
    ],
)  # fmt: skip
def test_a_firm_in_the_headline_over_its_full_name(are_one, text: str, expected: bool) -> None:
    """A headline leaves the trade out; where the text has both names side by side they are two firms."""
    assert are_one(text, "Robur Marine", "Robur") is expected
