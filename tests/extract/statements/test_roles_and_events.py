"""Roles beside names, and nouns that name events."""

import pytest

from newsgraph.extract.statements import find_extractions


def test_title_compound(parse, read):
    """The title is the predicate, the organisation the object, the name alone the subject."""
    doc = parse("""
        Castle NNP compound 4
        special JJ amod 4
        peace NN compound 4
        envoy NN nmod:desc 5
        Jon NNP nsubj 7
        Aker NNP flat 5
        resigned VBD root 0 resign
        . . punct 7
    """, entities="ORG Castle\nPERSON Jon Aker")  # fmt: skip
    assert read(doc) == [
        "Jon Aker | special peace envoy | Castle",
        "Castle special peace envoy Jon Aker | resigned | ",
    ]


@pytest.mark.parametrize("address", ["Mr.", "Mrs.", "Sir"])
def test_forms_of_address_are_no_roles(parse, read, address):
    """ "Mr. Aker" says nothing about Aker's office."""
    doc = parse(f"""
        {address} NNP nmod:desc 2
        Aker NNP nsubj 3
        resigned VBD root 0 resign
        . . punct 3
    """)
    assert read(doc) == [f"{address} Aker | resigned | "]


def test_apposition_after_the_name(parse, read):
    """Each organisation of the role gets its statement."""
    doc = parse("""
        Jon NNP nsubj 9
        Aker NNP flat 1
        , , punct 5
        a DT det 5
        spokesman NN appos 1
        for IN case 7
        Castle NNP nmod 5
        , , punct 5
        resigned VBD root 0 resign
        . . punct 9
    """, entities="PERSON Jon Aker\nORG Castle")  # fmt: skip
    assert read(doc) == ["Jon Aker | spokesman for | Castle", "Jon Aker | resigned | "]


def test_kinship_before_the_name(parse, read):
    """The name in apposition is the subject of the sentence, the relative its predicate."""
    doc = parse("""
        Olsen NNP nmod:poss 3
        's POS case 1
        wife NN nsubj 8
        , , punct 5
        Karin NNP appos 3
        Holt NNP flat 5
        , , punct 5
        resigned VBD root 0 resign
        . . punct 8
    """, entities="PERSON Olsen\nPERSON Karin Holt")  # fmt: skip
    assert read(doc) == ["Karin Holt | wife | Olsen", "Karin Holt | resigned | "]


def test_possessor_of_a_title(parse, read):
    """ "Norland's president Jon Aker" says whose president he is."""
    doc = parse("""
        Norland NNP nmod:poss 4
        's POS case 1
        president NN nmod:desc 4
        Jon NNP nsubj 6
        Aker NNP flat 4
        resigned VBD root 0 resign
        . . punct 6
    """, entities="GPE Norland\nPERSON Jon Aker")  # fmt: skip
    assert read(doc)[0] == "Jon Aker | president | Norland"


def test_a_role_is_not_held_at_a_time(parse, read):
    """ "Norland's president at the time" is president of Norland alone."""
    doc = parse("""
        Jon NNP nsubj 10
        Aker NNP flat 1
        ,~ , punct 6
        Norland NNP nmod:poss 6
        's POS case 4
        president NN appos 1
        at IN case 9
        the DT det 9
        time NN nmod 6 time
        resigned VBD root 0 resign
    """, entities="GPE Norland\nPERSON Jon Aker")  # fmt: skip
    assert [line for line in read(doc) if "president" in line.split(" | ")[1]] == [
        "Jon Aker | president | Norland"
    ]


def test_event_noun_with_agent_and_patient(parse, read):
    """The possessor is the agent of the event."""
    doc = parse("""
        Norland NNP nmod:poss 3
        's POS case 1
        invasion NN nsubj 6
        of IN case 5
        Tarvia NNP nmod 3
        failed VBD root 0 fail
        . . punct 6
    """, entities="GPE Norland\nGPE Tarvia")  # fmt: skip
    assert read(doc) == ["Norland | invasion of | Tarvia", "Norland 's invasion of Tarvia | failed | "]


def test_feared_event_is_only_possible(parse):
    """ "Fears of" an event does not say that it happened."""
    doc = parse("""
        Fears NNS nsubj 8 fear
        of IN case 5
        a DT det 5
        Norland NNP compound 5
        attack NN nmod 1
        on IN case 7
        Tarvia NNP nmod 5
        grew VBD root 0 grow
        . . punct 8
    """, entities="GPE Norland\nGPE Tarvia")  # fmt: skip
    statement = next(p for p in find_extractions(doc) if p.method == "nominal")
    assert statement.modality == "possible"


def test_person_nouns_are_no_events(parse, read):
    """An ambassador to a country is no act against it."""
    doc = parse("""
        Norland NNP nmod:poss 3
        's POS case 1
        ambassador NN nsubj 6
        to IN case 5
        Tarvia NNP nmod 3
        left VBD root 0 leave
        . . punct 6
    """, entities="GPE Norland\nGPE Tarvia")  # fmt: skip
    assert read(doc) == ["Norland 's ambassador to Tarvia | left | "]


def test_hyphenated_agent(parse, read):
    """ "Oman-brokered talks" says who brokered them."""
    doc = parse("""
        Norland~ NNP compound 3
        -~ HYPH punct 1
        brokered VBN amod 4 broker
        talks NNS nsubj 5 talk
        collapsed VBD root 0 collapse
        . . punct 5
    """, entities="GPE Norland")  # fmt: skip
    assert "Norland | brokered | talks" in read(doc)
