"""Chains of one document, by rules: these documents have no vectors."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsgraph.extract.coreference import Chain, resolve
from newsgraph.extract.mentions.detection import find_mentions

Build = Callable[..., Doc]


def chains(doc: Doc, quotes: list[tuple[int, int, int | None]] | None = None) -> list[Chain]:
    return resolve(doc, find_mentions(doc), quotes=quotes or [])


def texts(doc: Doc, chain: Chain) -> list[str]:
    return [doc[mention.start : mention.end].text.strip() for mention in chain.mentions]


def groups(doc: Doc, quotes: list[tuple[int, int, int | None]] | None = None) -> list[list[str]]:
    return [texts(doc, chain) for chain in chains(doc, quotes)]


def spoke(name: str, label: str = "PERSON") -> str:
    """A sentence in which something with this name spoke."""
    words = name.split()
    head = len(words) + 1
    parts = [f"{words[0]}/NNP/nsubj/{head}/{label}", *(f"{word}/NNP/flat/1/+" for word in words[1:])]
    return " ".join([*parts, "spoke/VBD/root/0", f"././punct/{head}"])


def named(doc: Doc) -> list[tuple[str | None, tuple[str, ...], int]]:
    return [(chain.name, chain.aliases, len(chain.mentions)) for chain in chains(doc) if chain.named]


def test_short_and_full_names_are_one(doc_of: Build) -> None:
    """The fullest name without its title names the chain, whichever comes first."""
    doc = doc_of(spoke("Ruiz"), spoke("President Ana Ruiz"), spoke("Ruiz"), spoke("Ana Ruiz"))
    assert named(doc) == [("Ana Ruiz", ("Ruiz",), 4)]


def test_a_family_name_goes_to_the_full_name_nearest_before(doc_of: Build) -> None:
    """Two people called Berg stay two."""
    doc = doc_of(spoke("John Berg"), spoke("Berg"), spoke("Karin Berg"), spoke("Berg"))
    assert named(doc) == [("John Berg", ("Berg",), 2), ("Karin Berg", ("Berg",), 2)]


def test_a_relative_does_not_take_the_family_name_over(doc_of: Build) -> None:
    """Who is brought in as somebody's wife is not who the bare name means."""
    wife = "his/PRP$/nmod:poss/2 wife/NN/nsubj/5 Karin/NNP/appos/2/PERSON Berg/NNP/flat/3/+ sang/VBD/root/0 ././punct/5"
    doc = doc_of(spoke("John Berg"), spoke("Berg"), wife, spoke("Berg"))
    assert ("John Berg", ("Berg",), 3) in [
        (name, aliases, sum(m.kind == "name" for m in c.mentions))
        for c in chains(doc)
        for name, aliases in [(c.name, c.aliases)]
        if name
    ]


def test_father_and_son_stay_apart(doc_of: Build) -> None:
    """A suffix tells two people apart."""
    doc = doc_of(spoke("Peter Long"), spoke("Peter Long Jr."))
    assert [name for name, *_ in named(doc)] == ["Peter Long", "Peter Long Jr."]


def test_a_person_is_no_place(doc_of: Build) -> None:
    """The same word for a person and for a town gives two chains."""
    doc = doc_of(spoke("Ana Lund"), spoke("Lund", "GPE"), spoke("Lund"))
    assert named(doc) == [("Ana Lund", ("Lund",), 2), ("Lund", (), 1)]


def test_a_long_form_names_the_chain_of_its_acronym(doc_of: Build) -> None:
    """The acronym is an alias."""
    doc = doc_of(spoke("WFO", "ORG"), spoke("World Fishing Office", "ORG"))
    assert named(doc) == [("World Fishing Office", ("WFO",), 2)]


def test_forms_of_a_countrys_name_are_one(doc_of: Build) -> None:
    """Aliases come from the list of territories; the usual name is the chain's."""
    doc = doc_of(spoke("U.S.", "GPE"), spoke("United States", "GPE"), spoke("USA", "GPE"))
    assert named(doc) == [("United States", ("U.S.", "USA"), 3)]


def test_capital_people_and_country_are_three(doc_of: Build) -> None:
    """A capital used for its government and an adjective of nationality are never silently the country."""
    doc = doc_of(spoke("Norway", "GPE"), spoke("Oslo", "GPE"), spoke("Norwegians", "NORP"))
    assert [name for name, *_ in named(doc)] == ["Norway", "Oslo", "Norwegians"]


def test_a_role_before_a_name_is_taken_up_by_the_role(doc_of: Build) -> None:
    """ "The spokesman" is the person who was introduced as one."""
    doc = doc_of(
        "Port/NN/compound/2 spokesman/NN/nmod:desc/3 Ivo/NNP/nsubj/5/PERSON Dahl/NNP/flat/3/+ spoke/VBD/root/0",
        spoke("Ana Ruiz"),
        "The/DT/det/2 spokesman/NN/nsubj/3 left/VBD/root/0",
    )
    assert ["Ivo Dahl", "The spokesman"] in [
        [text for text in group if "Port" not in text] for group in groups(doc)
    ]


def test_apposition_and_copula_make_one(doc_of: Build) -> None:
    """What a name is said to be belongs to its chain, unless it is denied."""
    doc = doc_of(
        "Ana/NNP/nsubj/7/PERSON Ruiz/NNP/flat/1/+ ,/,/punct/5 the/DT/det/5 mayor/NN/appos/1 ,/,/punct/5 spoke/VBD/root/0",
        "Ivo/NNP/nsubj/4/PERSON is/AUX/cop/4 a/DT/det/4 baker/NN/root/0",
        "Karl/NNP/nsubj/5/PERSON is/AUX/cop/5 not/RB/advmod/5 a/DT/det/5 pilot/NN/root/0",
    )
    assert groups(doc) == [["Ana Ruiz", "the mayor"], ["Ivo", "a baker"], ["Karl"], ["a pilot"]]


def test_gender_chooses_between_two_names(doc_of: Build) -> None:
    """ "She" passes over the man who stands nearer."""
    doc = doc_of(
        "Mary/NNP/nsubj/3/PERSON Holt/NNP/flat/1/+ met/VBD/root/0 Peter/NNP/obj/3/PERSON Long/NNP/flat/4/+ ././punct/3",
        "She/PRP/nsubj/2 smiled/VBD/root/0",
        "He/PRP/nsubj/2 left/VBD/root/0",
    )
    assert groups(doc) == [["Mary Holt", "She"], ["Peter Long", "He"]]


def test_arguments_of_one_verb_are_two(doc_of: Build) -> None:
    """A plain pronoun is not the subject of its own verb, a reflexive one is."""
    plain = doc_of("Peter/NNP/nsubj/3/PERSON Long/NNP/flat/1/+ saw/VBD/root/0 him/PRP/obj/3")
    reflexive = doc_of("Peter/NNP/nsubj/3/PERSON Long/NNP/flat/1/+ saw/VBD/root/0 himself/PRP/obj/3")
    assert groups(plain) == [["Peter Long"]]
    assert groups(reflexive) == [["Peter Long", "himself"]]


def test_i_in_a_quotation_is_its_speaker(doc_of: Build) -> None:
    """A narrator outside stays another."""
    doc = doc_of(
        "I/PRP/nsubj/2 won/VBD/ccomp/5 ,/,/punct/5 Ruiz/NNP/nsubj/5/PERSON said/VBD/root/0",
        "I/PRP/nsubj/2 left/VBD/root/0",
    )
    assert groups(doc, [(0, 2, 3)]) == [["I", "Ruiz"]]


def test_a_relative_pronoun_is_its_noun(doc_of: Build) -> None:
    """ "Who" belongs to the chain of what its clause describes."""
    doc = doc_of("Ana/NNP/nsubj/4/PERSON who/WP/nsubj/3 slept/VBD/acl:relcl/1 woke/VBD/root/0")
    assert groups(doc) == [["Ana", "who"]]


def test_the_country_is_the_nearest_country(doc_of: Build) -> None:
    """A word for a kind takes up the name of that kind, not the body named after it."""
    doc = doc_of(
        spoke("Norway", "GPE"),
        spoke("Norsk Ferries", "ORG"),
        "The/DT/det/2 country/NN/nsubj/3 voted/VBD/root/0",
    )
    assert groups(doc) == [["Norway", "The country"], ["Norsk Ferries"]]


@pytest.mark.parametrize("pronoun", ["she", "it", "they"])
def test_a_pronoun_without_antecedent_is_dropped(doc_of: Build, pronoun: str) -> None:
    """It is no chain of its own."""
    assert groups(doc_of(f"{pronoun}/PRP/nsubj/2 left/VBD/root/0")) == []


WORDS = st.sampled_from(
    ["Ana", "Ruiz", "Berg", "Lund", "WFO", "Jr.", "the", "mayor", "country", "boats", "she", "he", "it", "they", "I", "himself",
     "who", "met", "of", ",", ".", "“", "’s"]
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Doc:
    """Any words with any trees and any names: the rules must hold on nonsense as well."""
    words = draw(st.lists(WORDS, min_size=1, max_size=25))
    size = len(words)
    heads = [draw(st.integers(0, max(0, i))) for i in range(size)]
    deps = draw(
        st.lists(
            st.sampled_from("nsubj obj appos nmod:poss acl:relcl conj flat cop det case".split()),
            min_size=size,
            max_size=size,
        )
    )
    deps = ["ROOT" if heads[i] == i else dep for i, dep in enumerate(deps)]
    labels = st.sampled_from(["O", "B-PERSON", "I-PERSON", "B-GPE", "I-GPE", "B-ORG", "B-DATE"])
    ents = draw(st.lists(labels, min_size=size, max_size=size))
    fixed = [
        "O" if tag[0] == "I" and (i == 0 or ents[i - 1][2:] != tag[2:]) else tag for i, tag in enumerate(ents)
    ]
    for i, tag in enumerate(fixed):
        if tag[0] == "I" and fixed[i - 1] == "O":
            fixed[i] = "O"
    tags = [
        "PRP" if word in ("she", "he", "it", "they", "I", "himself") else "NNP" if word[0].isupper() else "NN"
        for word in words
    ]
    pos = [{"PRP": "PRON", "NNP": "PROPN", "NN": "NOUN"}[tag] for tag in tags]
    return Doc(
        Vocab(),
        words=words,
        heads=heads,
        deps=deps,
        ents=fixed,
        tags=tags,
        pos=pos,
        lemmas=[word.lower() for word in words],
    )


@settings(max_examples=150, deadline=None)
@given(documents())
def test_chains_are_a_partition(doc: Doc) -> None:
    """No mention is in two chains, only pronouns are in none, chains and mentions stand in text order."""
    mentions = find_mentions(doc)
    found = resolve(doc, mentions)
    listed = [mention for chain in found for mention in chain.mentions]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(mentions)
    assert all(mention.kind == "pronoun" for mention in set(mentions) - set(listed))
    starts = [(chain.mentions[0].start, -chain.mentions[0].end) for chain in found]
    assert starts == sorted(starts)
    assert all(list(c.mentions) == sorted(c.mentions, key=lambda m: (m.start, -m.end)) for c in found)
    assert all(c.named == (c.name is not None) == any(m.kind == "name" for m in c.mentions) for c in found)
    assert resolve(doc, mentions) == found
