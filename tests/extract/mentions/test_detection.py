"""Where a document refers to something."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsgraph.extract.mentions.detection import find_mentions


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("President/NNP/nmod:desc/2/PERSON Ana/NNP/nsubj/4/+ Ruiz/NNP/flat/2/+ spoke/VBD/root/0", ["Ana Ruiz name PERSON"]),
        ("The/DT/det/2/ORG Senate/NNP/nsubj/3/+ met/VBD/root/0 ././punct/3", ["Senate name ORG"]),
        ("Ruiz/NNP/nmod:poss/3/PERSON 's/POS/case/1/+ boat/NN/nsubj/4 sank/VBD/root/0",
         ["Ruiz 's boat nominal PRODUCT", "Ruiz name PERSON"]),
        ("They/PRP/nsubj/2 met/VBD/root/0 on/IN/case/4 Monday/NNP/obl/2/DATE", ["They pronoun "]),
        ("The/DT/det/2 Citadel/NNP/nsubj/3/PERSON denied/VBD/root/0", ["Citadel name ORG"]),
        ("The/DT/det/2 Lunds/NNPS/nsubj/3/PERSON denied/VBD/root/0", ["Lunds name PERSON"]),
        ("Lund/NNP/nsubj/7/PERSON ,/,/punct/5 D/NNP/compound/5/ORG -/,/punct/5/+ Ohio/NNP/appos/1/+ ,/,/punct/5 denied/VBD/root/0",
         ["Lund name PERSON", "Ohio name GPE"]),
        ("His/PRP$/nmod:poss/2 Excellency/NNP/nsubj/5 Ivo/NNP/flat/2/PERSON Brod/NNP/flat/3/+ spoke/VBD/root/0",
         ["His Excellency Ivo nominal ", "Ivo Brod name PERSON"]),
        ("His/PRP$/nmod:poss/2 majesty/NN/nsubj/3 impressed/VBD/root/0", ["His majesty nominal ", "His pronoun PERSON"]),
        ("It/PRP/expl/2 rained/VBD/root/0", []),
        ("the/DT/det/3 tired/JJ/amod/3 captain/NN/nsubj/6 who/WP/nsubj/5 slept/VBD/acl:relcl/3 woke/VBD/root/0",
         ["the tired captain nominal PERSON", "who pronoun "]),
        ("rumours/NNS/nsubj/4 that/IN/mark/3 spread/VBD/acl/1 grew/VBD/root/0", ["rumours nominal "]),
        ("in/IN/case/2 addition/NN/obl/3 slept/VBD/root/0", []),
        ("five/CD/nummod/2/CARDINAL boats/NNS/nsubj/3 sank/VBD/root/0", ["five boats nominal PRODUCT"]),
    ],
)  # fmt: skip
def test_mentions_of_a_sentence(doc_of: Callable[..., Doc], sentence: str, expected: list[str]) -> None:
    """Names without titles, articles and endings; nouns with what stands before them; pronouns that refer."""
    doc = doc_of(sentence)
    assert [f"{doc[m.start : m.end].text.strip()} {m.kind} {m.label}" for m in find_mentions(doc)] == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["ANA/NNP/root/0/PERSON RUIZ/NNP/flat/1/+ ¶/_SP/dep/1", "Ivo/NNP/nsubj/2/PERSON slept/VBD/root/0"], ["Ivo"]),
        (["By/IN/case/2 Ana/NNP/root/0/PERSON Ruiz/NNP/flat/2/+ ¶/_SP/dep/2", "Ivo/NNP/nsubj/2/PERSON slept/VBD/root/0"], ["Ivo"]),
        (["Ana/NNP/nsubj/2/PERSON slept/VBD/root/0 ¶/_SP/dep/2", "Ivo/NNP/nsubj/2/PERSON woke/VBD/root/0"], ["Ana", "Ivo"]),
        (["Oslo/NNP/root/0/GPE (/./punct/3 WNS/NNP/appos/1/ORG )/./punct/3 —/./punct/1 Ivo/NNP/nsubj/7/PERSON slept/VBD/parataxis/1"],
         ["Oslo", "Ivo"]),
        (["Norway/NNP/nmod:poss/3/ORG 's/POS/case/1/+ Navy/NNP/nsubj/4/+ sailed/VBD/root/0"], ["Norway", "Navy"]),
        (["Ivo/NNP/nsubj/2/PERSON hailed/VBD/root/0 democratic/JJ/amod/4/NORP boats/NNS/obj/2"], ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON caught/VBD/root/0 river/NN/compound/4/EVENT fever/NN/obj/2/+"], ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON caught/VBD/root/0 fever/NN/obj/2/WORK_OF_ART"], ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON sang/VBD/root/0 “/``/punct/4 fever/NN/obj/2/WORK_OF_ART ”/''/punct/4"], ["Ivo", "fever"]),
        (["Fever/NN/nsubj/2/WORK_OF_ART killed/VBD/root/0 Ivo/NNP/obj/2/PERSON", "He/PRP/nsubj/2 had/VBD/root/0 fever/NN/obj/2"],
         ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON saw/VBD/root/0 the/DT/det/4 film/NN/obj/2 Fever/NNP/appos/4/WORK_OF_ART", "He/PRP/nsubj/2 had/VBD/root/0 fever/NN/obj/2"],
         ["Ivo", "Fever"]),
        (["Ivo/NNP/nsubj/2/PERSON died/VBD/root/0 Apr./NNP/obl:unmarked/2/EVENT 17/CD/nummod/3/+ ,/,/punct/3/+ 1830/CD/nmod:unmarked/3/+"],
         ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON paid/VBD/root/0 in/IN/case/4 USD/NNP/obl/2/GPE"], ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON paid/VBD/root/0 PEN/NNP/obj/2/ORG"], ["Ivo", "PEN"]),
        (["Ivo/NNP/nsubj/2/PERSON paid/VBD/root/0 PEN/NNP/obj/2/ORG 40/CD/nummod/3"], ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 a/DT/det/4 TBM/NNP/obj/2/ORG", "The/DT/det/2 TBM/NNP/nsubj/3/ORG paid/VBD/root/0"], ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 a/DT/det/5 TBM/NNP/compound/5/ORG office/NN/obj/2"], ["Ivo", "TBM"]),
        (["Ivo/NNP/nsubj/2/PERSON fled/VBD/root/0 Fever/NNP/obj/2/WORK_OF_ART"], ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON ,/,/punct/3 R-Ariz./NNP/appos/1/ORG ,/,/punct/3 slept/VBD/root/0"], ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 R-Vardo/NNP/obj/2/ORG"], ["Ivo", "R-Vardo"]),
        (["Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 loyal/JJ/amod/5/ORG Tarn/NNP/compound/5/+ Media/NNP/obj/2/+"], ["Ivo", "Tarn Media"]),
    ],
)  # fmt: skip
def test_names_that_are_none_and_names_in_one(
    doc_of: Callable[..., Doc], sentences: list[str], expected: list[str]
) -> None:
    """Bylines, agencies in datelines and adjectives are no names; a country and its navy are two."""
    doc = doc_of(*sentences)
    assert [doc[m.start : m.end].text for m in find_mentions(doc) if m.kind == "name"] == expected


def test_the_head_of_a_name_is_its_top(doc_of: Callable[..., Doc]) -> None:
    """The head is the word that hangs outside the name."""
    doc = doc_of("Ana/NNP/compound/2/PERSON Ruiz/NNP/nsubj/3/+ spoke/VBD/root/0")
    assert [mention.head for mention in find_mentions(doc)] == [1]


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("TARNOVA/NNP/root/0/ORG -/,/punct/1 Ivo/NNP/nsubj/4/PERSON slept/VBD/parataxis/1", ["GPE", "PERSON"]),
        ("TARNOVA/NNP/root/0/PERSON (/./punct/3 WNS/NNP/appos/1/ORG )/./punct/3 -/./punct/1 Ivo/NNP/nsubj/7/PERSON slept/VBD/parataxis/1",
         ["GPE", "PERSON"]),
        ("TARNOVA/NNP/root/0/ORG :/,/punct/1 Ivo/NNP/nsubj/4/PERSON slept/VBD/parataxis/1", ["ORG", "PERSON"]),
        ("TNV/NNP/root/0/ORG -/,/punct/1 Ivo/NNP/nsubj/4/PERSON slept/VBD/parataxis/1", ["ORG", "PERSON"]),
        ("UNICEF/NNP/root/0/ORG -/,/punct/1 Ivo/NNP/nsubj/4/PERSON slept/VBD/parataxis/1", ["ORG", "PERSON"]),
    ],
)  # fmt: skip
def test_a_dateline_names_a_place(doc_of: Callable[..., Doc], sentence: str, labels: list[str]) -> None:
    """Capitals before the dash are where the report was written; initials and known bodies are not."""
    assert [m.label for m in find_mentions(doc_of(sentence)) if m.kind == "name"] == labels


@pytest.mark.parametrize(("place", "label"), [("CHICAGO", "GPE"), ("TARNOVA", "ORG")])
def test_below_headlines_a_dateline_is_a_known_place(
    doc_of: Callable[..., Doc], place: str, label: str
) -> None:
    """Capitals in the fourth paragraph open a report only where they are on the map."""
    headlines = ["Ivo/NNP/root/0/PERSON ¶/_SP/dep/1"] * 3
    doc = doc_of(
        *headlines, f"{place}/NNP/root/0/ORG -/,/punct/1 Ivo/NNP/nsubj/4/PERSON slept/VBD/parataxis/1"
    )
    assert [m.label for m in find_mentions(doc) if doc[m.start].text == place] == [label]


@pytest.mark.parametrize(("place", "label"), [("LYON", "GPE"), ("TARNOVA", "ORG")])
def test_a_place_on_the_map_alone_in_a_paragraph_is_a_dateline(
    doc_of: Callable[..., Doc], place: str, label: str
) -> None:
    """The reader takes day and dash out of "LYON, March 4 -"."""
    doc = doc_of("Ivo/NNP/root/0/PERSON ¶/_SP/dep/1", f"{place}/NNP/root/0/ORG ¶/_SP/dep/1")
    assert [m.label for m in find_mentions(doc) if doc[m.start].text == place] == [label]


@pytest.mark.parametrize(
    ("noun", "labels"), [("movement", ["ORG"]), ("drones", ["PRODUCT"]), ("novel", ["WORK_OF_ART"]), ("growth", [])]
)  # fmt: skip
def test_the_noun_behind_a_work_tells_what_it_is(
    doc_of: Callable[..., Doc], noun: str, labels: list[str]
) -> None:
    """A "Vardo movement" is an organisation; a novel is a work, and beside a noun of no kind one word is no title."""
    doc = doc_of(f"The/DT/det/3 Vardo/NNP/compound/3/WORK_OF_ART {noun}/NN/nsubj/4 grew/VBD/root/0")
    doc[2].lemma_ = noun.removesuffix("s")
    assert [m.label for m in find_mentions(doc) if m.kind == "name"] == labels


def test_initials_of_plain_words_are_no_name(doc_of: Callable[..., Doc]) -> None:
    """Neither where they are explained nor afterwards; those of a name are one."""
    doc = doc_of(
        "Ivo/NNP/nsubj/2/PERSON sold/VBD/root/0 solar/JJ/amod/5 power/NN/compound/5 plants/NNS/obj/2 (/,/punct/7 SPP/NNP/appos/5/PRODUCT )/,/punct/7",
        "SPP/NNP/nsubj/2/PRODUCT pays/VBZ/root/0 Solar/NNP/compound/5/ORG Power/NNP/compound/5/+ Partners/NNP/obj/2/+ (/,/punct/7 SPX/NNP/appos/5/ORG )/,/punct/7",
    )
    assert [doc[m.start : m.end].text for m in find_mentions(doc) if m.kind == "name"] == [
        "Ivo",
        "Solar Power Partners",
        "SPX",
    ]


SHORT = "Tarn/NNP/nsubj/2/PERSON {verb}/VBD/root/0 ././punct/2"
OTTO_KRUG = "Otto/NNP/nsubj/3/PERSON Krug/NNP/flat/1/+ left/VBD/root/0 ././punct/3"


@pytest.mark.parametrize(
    ("tail", "person", "verb", "label"),
    [
        ("Hydro", "", "paid", "ORG"),
        ("Committee", "", "paid", "PERSON"),
        ("Hydro", "", "smiled", "PERSON"),
        ("Hydro", "Otto/NNP/nsubj/3/PERSON Tarn/NNP/flat/1/+ left/VBD/root/0 ././punct/3", "paid", "PERSON"),
    ],
)
def test_a_body_is_called_by_its_first_word(
    doc_of: Callable[..., Doc], tail: str, person: str, verb: str, label: str
) -> None:
    """Unless it bears its patron's name, somebody has it before, or it does what people do."""
    body = f"Tarn/NNP/compound/2/ORG {tail}/NNP/nsubj/3/+ sank/VBD/root/0 ././punct/3"
    doc = doc_of(*filter(None, (person, body, SHORT.format(verb=verb))))
    doc[len(doc) - 2].lemma_ = verb.removesuffix("d")
    names = [m for m in find_mentions(doc) if m.kind == "name" and m.end - m.start == 1]
    assert [name.label for name in names] == [label]


@pytest.mark.parametrize(
    ("name", "verb", "label"), [("Krug", "left", "PERSON"), ("Krug", "win", "ORG"), ("Green", "left", "ORG")]
)
def test_the_plural_of_a_family_name_is_the_family(
    doc_of: Callable[..., Doc], name: str, verb: str, label: str
) -> None:
    """Unless it plays or governs somewhere, or is a colour."""
    doc = doc_of(
        OTTO_KRUG.replace("Krug", name),
        f"The/DT/det/2 {name}s/NNPS/nsubj/3/ORG {verb}/VBD/root/0 ././punct/3",
        f"{name}s/NNPS/nsubj/2/ORG stayed/VBD/root/0 ././punct/2",
    )
    doc[6].lemma_ = verb
    assert [m.label for m in find_mentions(doc) if doc[m.start].text == f"{name}s"] == [label] * 2


PERSON_THEN = "Vera/NNP/nsubj/3/PERSON Stahl/NNP/flat/1/+ left/VBD/root/0 ././punct/3"


@pytest.mark.parametrize(
    ("sentences", "label"),
    [
        ([PERSON_THEN, "Stahl/NNP/nsubj/2/ORG stayed/VBD/root/0 ././punct/2"], "PERSON"),
        ([PERSON_THEN, "The/DT/det/2 Stahl/NNP/nsubj/3/ORG stayed/VBD/root/0 ././punct/3"], "ORG"),
        (["Stahl/NNP/nsubj/2/ORG stayed/VBD/root/0 ././punct/2", PERSON_THEN], "ORG"),
        (
            [
                PERSON_THEN,
                "Stahl/NNP/compound/2/ORG Motors/NNP/nsubj/3/+ sank/VBD/root/0 ././punct/3",
                "Stahl/NNP/nsubj/2/ORG stayed/VBD/root/0 ././punct/2",
            ],
            "ORG",
        ),
    ],
)
def test_a_family_name_is_a_person(doc_of: Callable[..., Doc], sentences: list[str], label: str) -> None:
    """Unless an article, a firm of that name or a place before anybody's full name speaks against it."""
    names = [m for m in find_mentions(doc_of(*sentences)) if m.kind == "name" and m.end - m.start == 1]
    assert [name.label for name in names] == [label]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ivo/NNP/nsubj/2/PERSON beat/VBD/root/0 the/DT/det/4 Tory/NNP/obj/2/ORG Mark/NNP/flat/4/+ Lund/NNP/flat/4/+", ["Ivo PERSON", "Mark Lund PERSON"]),
        ("Ivo/NNP/nsubj/2/PERSON reads/VBZ/root/0 the/DT/det/4 Independent/NNP/obj/2/ORG Mark/NNP/flat/4/+ Courier/NNP/flat/4/+", ["Ivo PERSON", "Independent Mark Courier ORG"]),
        ("Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 Lyon/NNP/obj/2/LOC in/IN/case/5/+ France/NNP/nmod/3/+", ["Ivo PERSON", "Lyon GPE", "France GPE"]),
        ("Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 Tarnova/NNP/obj/2/GPE (/,/punct/5/+ Halsund/NNP/appos/3/+ )/,/punct/5", ["Ivo PERSON", "Tarnova GPE"]),
        ("Ivo/NNP/nsubj/2/PERSON broke/VBD/root/0 the/DT/det/6 national/JJ/amod/6/LAW Fishing/NNP/compound/6/+ Act/NNP/obj/2/+ ,/,/punct/6/+", ["Ivo PERSON", "Fishing Act LAW"]),
        ("Ivo/NNP/nsubj/2/PERSON sold/VBD/root/0 yacht/NN/compound/4/PRODUCT Tarnova/NNP/obj/2/+", ["Ivo PERSON", "Tarnova PRODUCT"]),
    ],
)  # fmt: skip
def test_a_name_is_cut_out_of_its_surroundings(
    doc_of: Callable[..., Doc], sentence: str, expected: list[str]
) -> None:
    """A party, the country around a town, an open bracket, an adjective and the noun for a thing are not part of a name."""
    doc = doc_of(sentence)
    found = [m for m in find_mentions(doc) if m.kind == "name"]
    assert [f"{doc[m.start : m.end].text} {m.label}" for m in found] == expected


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 America/NNP/obj/2/LOC", "GPE"),
        ("Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 the/DT/det/4 Americas/NNPS/obj/2/LOC", "LOC"),
        ("Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 Texas/NNP/obj/2/ORG", "GPE"),
        ("Ivo/NNP/nsubj/2/PERSON spoke/VBD/root/0 in/IN/case/4 Tarnish/NNP/obl/2/NORP", "LANGUAGE"),
        ("Ivo/NNP/nsubj/2/PERSON spoke/VBD/root/0 in/IN/case/5 a/DT/det/5 Tarnish/NNP/obl/2/NORP", "NORP"),
        ("Ivo/NNP/nsubj/2/PERSON wrote/VBD/root/0 a/DT/det/4 dialect/NN/obj/2 of/IN/case/6 Tarnish/NNP/nmod/4/GPE", "LANGUAGE"),
        ("Ivo/NNP/nsubj/2/PERSON wrote/VBD/root/0 to/IN/case/6 an/DT/det/6 American/JJ/amod/6/NORP translator/NN/obl/2", "NORP"),
        ("Ivo/NNP/nsubj/2/PERSON wrote/VBD/root/0 to/IN/case/6 a/DT/det/6 Hebrew/JJ/amod/6/NORP translator/NN/obl/2", "LANGUAGE"),
    ],
)  # fmt: skip
def test_countries_and_languages(doc_of: Callable[..., Doc], sentence: str, label: str) -> None:
    """The map tells countries, and what stands beside a word tells that it is a language."""
    assert [m.label for m in find_mentions(doc_of(sentence)) if m.kind == "name"] == ["PERSON", label]


@pytest.mark.parametrize(("noun", "label"), [("people", "NORP"), ("album", "WORK_OF_ART"), ("band", "ORG")])
def test_a_generation_is_people(doc_of: Callable[..., Doc], noun: str, label: str) -> None:
    """Unless a noun for something else stands before it."""
    doc = doc_of(
        f"Ivo/NNP/nsubj/2/PERSON left/VBD/root/0 {noun}/NN/obj/2 Generation/NNP/flat/3/WORK_OF_ART Z/NNP/flat/3/+"
    )
    assert [m.label for m in find_mentions(doc) if m.kind == "name"] == ["PERSON", label]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Ivo/NNP/nsubj/2/PERSON joined/VBD/root/0 Rising/NNP/compound/4/WORK_OF_ART Tide/NNP/obj/2/+"], ["Ivo"]),
        (["Ivo/NNP/nsubj/2/PERSON sang/VBD/root/0 “/``/punct/5 Rising/NNP/compound/5/WORK_OF_ART Tide/NNP/obj/2/+ ”/''/punct/5",
          "Ivo/NNP/nsubj/2/PERSON loves/VBZ/root/0 Rising/NNP/compound/4/WORK_OF_ART Tide/NNP/obj/2/+"],
         ["Ivo", "Rising Tide", "Ivo", "Rising Tide"]),
        (["Ivo/NNP/nsubj/2/PERSON sang/VBD/root/0 Songs/NNPS/obj/2/WORK_OF_ART of/IN/case/5/+ Tarn/NNP/nmod/3/+"], ["Ivo", "Songs of Tarn"]),
        (["Ivo/NNP/nsubj/2/PERSON won/VBD/root/0 the/DT/det/5 Tarn/NNP/compound/5/WORK_OF_ART Medal/NNP/obj/2/+"], ["Ivo", "Tarn Medal"]),
        (["Ivo/NNP/nsubj/2/PERSON wrote/VBD/root/0 the/DT/det/5 Tarn/NNP/compound/5/EVENT Report/NNP/obj/2/+"], ["Ivo", "Tarn Report"]),
    ],
)  # fmt: skip
def test_what_is_no_work_in_the_text_is_no_name(
    doc_of: Callable[..., Doc], sentences: list[str], expected: list[str]
) -> None:
    """A title stands in quotation marks somewhere, near a noun for works, or reads like one."""
    doc = doc_of(*sentences)
    assert [doc[m.start : m.end].text for m in find_mentions(doc) if m.kind == "name"] == expected


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Norwegians/NNPS/nsubj/2/NORP left/VBD/root/0", True),
        ("The/DT/det/2 Norwegians/NNPS/nsubj/3/NORP left/VBD/root/0", True),
        ("Two/CD/nummod/2 Norwegians/NNPS/nsubj/3/NORP left/VBD/root/0", False),
        ("Young/JJ/amod/2 Norwegians/NNPS/nsubj/3/NORP left/VBD/root/0", False),
        ("They/PRP/nsubj/2 met/VBD/root/0 some/DT/det/4 Norwegians/NNPS/obj/2/NORP", False),
        ("A/DT/det/2 Norwegian/NNP/nsubj/3/NORP left/VBD/root/0", False),
        ("She/PRP/nsubj/4 is/VBZ/cop/4 a/DT/det/4 Norwegian/NNP/root/0/NORP", True),
    ],
)
def test_some_of_a_people_are_not_the_people(doc_of: Callable[..., Doc], sentence: str, people: bool) -> None:
    """They are persons without a name; what somebody is said to be keeps it."""
    mention = find_mentions(doc_of(sentence))[-1]
    assert (mention.kind, mention.label) == (("name", "NORP") if people else ("nominal", "PERSON"))
