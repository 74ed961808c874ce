"""Statements of clauses, one construction a test; the sentences are our own."""

from newsgraph.extract.statements import find_extractions

SIGNED = """
    Marta NNP nsubj 3
    Olsen NNP flat 1
    signed VBD root 0 sign
    the DT det 5
    treaty NN obj 3
    with IN case 7
    Norland NNP obl 3
    on IN case 9
    Friday NNP obl 3
    . . punct 3
"""
SIGNED_NAMES = "PERSON Marta Olsen\nGPE Norland\nDATE Friday"


def test_active_clause_with_circumstances(parse, read):
    """The direct object is the object; a named prepositional argument gets a statement of its own."""
    doc = parse(SIGNED, entities=SIGNED_NAMES)
    assert read(doc) == ["Marta Olsen | signed | the treaty", "Marta Olsen | signed treaty with | Norland"]
    statement = find_extractions(doc)[0]
    assert [(q.role, [doc[t].text for t in q.tokens]) for q in statement.qualifiers] == [
        ("with", ["with", "Norland"]),
        ("time", ["on", "Friday"]),
    ]
    assert (statement.polarity, statement.modality, statement.attribution) == ("positive", "actual", None)


PASSIVE = """
    The DT det 2
    bridge NN nsubj:pass 4
    was VBD aux:pass 4 be
    built VBN root 0 build
    by IN case 6
    Kessler NNP obl:agent 4
    in IN case 8
    1931 CD obl 4
    . . punct 4
"""


def test_passive_is_turned_active(parse, read):
    """The agent becomes the subject, the auxiliary goes."""
    doc = parse(PASSIVE, entities="ORG Kessler\nDATE 1931")
    assert read(doc) == ["Kessler | built | The bridge"]
    assert find_extractions(doc)[0].method == "passive"


def test_passive_without_agent_keeps_its_subject(parse, read):
    """Nobody is made up as the agent."""
    doc = parse("""
        Rebels NNS nsubj:pass 3 rebel
        were VBD aux:pass 3 be
        arrested VBN root 0 arrest
        in IN case 5
        Tarsk NNP obl 3
        . . punct 3
    """, entities="GPE Tarsk")  # fmt: skip
    assert read(doc) == ["Rebels | were arrested in | Tarsk"]


COMPLEMENT = """
    Olsen NNP nsubj 2
    plans VBZ root 0 plan
    to TO mark 4
    call VB xcomp 2 call
    Brandt NNP obj 4
    and CC cc 7
    visit VB conj 4 visit
    Tarsk NNP obj 7
    . . punct 2
"""


def test_open_complement_is_one_predicate(parse, read):
    """ "Plans to" belongs to both coordinated verbs, and marks them as planned."""
    doc = parse(COMPLEMENT, entities="PERSON Olsen\nPERSON Brandt\nGPE Tarsk")
    assert read(doc) == ["Olsen | plans to call | Brandt", "Olsen | plans to visit | Tarsk"]
    assert [(p.lemma, p.modality) for p in find_extractions(doc)] == [
        ("call", "planned"),
        ("visit", "planned"),
    ]


def test_object_control(parse, read):
    """Whoever is urged is the subject of what is asked for."""
    doc = parse("""
        Norland NNP nsubj 2
        urged VBD root 0 urge
        Tarvia NNP obj 2
        to TO mark 5
        withdraw VB xcomp 2
        its PRP$ nmod:poss 7
        troops NNS obj 5 troop
        . . punct 2
    """, entities="GPE Norland\nGPE Tarvia")  # fmt: skip
    assert read(doc) == ["Norland | urged | Tarvia", "Tarvia | withdraw | its troops"]
    assert find_extractions(doc)[1].modality == "requested"


RELATIVE = """
    Olsen NNP nsubj 8
    , , punct 4
    who WP nsubj 4
    leads VBZ acl:relcl 1 lead
    the DT det 6
    union NN obj 4
    , , punct 4
    met VBD root 0 meet
    the DT det 10
    envoy NN obj 8
    whom WP obj 13
    Brandt NNP nsubj 13
    sent VBD acl:relcl 10 send
    . . punct 8
"""


def test_relative_pronouns_are_replaced(parse, read):
    """As subject and as object."""
    doc = parse(RELATIVE, entities="PERSON Olsen\nPERSON Brandt")
    assert read(doc) == ["Olsen | leads | the union", "Olsen | met | the envoy", "Brandt | sent | the envoy"]


def test_reduced_relative_and_participles(parse, read):
    """The noun fills the missing object; a past participle is passive, a present one active."""
    doc = parse("""
        Police NNS nsubj 2
        found VBD root 0 find
        a DT det 4
        van NN obj 2
        rented VBN acl 4 rent
        by IN case 7
        Brandt NNP obl:agent 5
        carrying VBG acl 4 carry
        rifles NNS obj 8 rifle
        he PRP nsubj 11
        bought VBD acl:relcl 9 buy
        . . punct 2
    """, entities="PERSON Brandt")  # fmt: skip
    assert read(doc) == [
        "Police | found | a van",
        "Brandt | rented | a van",
        "a van | carrying | rifles he bought",
        "he | bought | rifles",
    ]


COORDINATION = """
    Norland NNP nsubj 4
    and CC cc 3
    Tarvia NNP conj 1
    sent VBD root 0 send
    food NN obj 4
    and CC cc 7
    medicine NN conj 5
    and CC cc 9
    opened VBD conj 4 open
    the DT det 11
    border NN obj 9
    . . punct 4
"""


def test_coordination_is_shared_out(parse, read):
    """Subjects, verbs and objects; the second verb takes the subjects of the first."""
    doc = parse(COORDINATION, entities="GPE Norland\nGPE Tarvia")
    assert read(doc) == [
        "Norland | sent | food", "Tarvia | sent | food", "Norland | sent | medicine", "Tarvia | sent | medicine",
        "Norland | opened | the border", "Tarvia | opened | the border",
    ]  # fmt: skip


def test_a_name_is_not_taken_apart(parse, read):
    """ "Holt and Sons" is one company."""
    doc = parse("""
        Holt NNP nsubj 4
        and CC cc 3
        Sons NNPS conj 1
        closed VBD root 0 close
        . . punct 4
    """, entities="ORG Holt and Sons")  # fmt: skip
    assert read(doc) == ["Holt and Sons | closed | "]


def test_copula_with_role(parse, read):
    """The role counts as predicate where it is of somebody."""
    doc = parse("""
        Arvid NNP nsubj 5
        is VBZ cop 5 be
        the DT det 5
        new JJ amod 5
        leader NN root 0
        of IN case 8
        the DT det 8
        Liberals NNPS nmod 5
        . . punct 5
    """, entities="PERSON Arvid\nORG Liberals")  # fmt: skip
    assert read(doc) == [
        "Arvid | is | the new leader of the Liberals",
        "Arvid | is new leader of | the Liberals",
    ]


def test_existential(parse, read):
    """What there is is the subject."""
    doc = parse("""
        There EX expl 2
        were VBD root 0 be
        clashes NNS nsubj 2 clash
        in IN case 5
        Tarsk NNP obl 2
        . . punct 2
    """, entities="GPE Tarsk")  # fmt: skip
    assert read(doc) == ["clashes | were in | Tarsk"]
    assert find_extractions(doc)[0].method == "existential"


def test_light_verb_swallows_its_noun(parse, read):
    """ "Took part in" is one predicate."""
    doc = parse("""
        Olsen NNP nsubj 2
        took VBD root 0 take
        part NN obj 2
        in IN case 6
        the DT det 6
        talks NNS obl 2 talk
        . . punct 2
    """, entities="PERSON Olsen")  # fmt: skip
    assert read(doc) == ["Olsen | took part in | the talks"]


def test_recipient_gets_a_statement(parse, read):
    """Ditransitives join the giver to the named recipient."""
    doc = parse("""
        Norland NNP nsubj 2
        gave VBD root 0 give
        Olsen NNP iobj 2
        the DT det 5
        prize NN obj 2
        . . punct 2
    """, entities="GPE Norland\nPERSON Olsen")  # fmt: skip
    assert read(doc) == ["Norland | gave | the prize", "Norland | gave prize | Olsen"]


def test_every_statement_keeps_text_order(parse):
    """Token indices ascend in every part."""
    for table in (SIGNED, PASSIVE, COMPLEMENT, RELATIVE, COORDINATION):
        for extraction in find_extractions(parse(table)):
            parts = [extraction.subject, extraction.predicate, extraction.object or ()]
            parts += [qualifier.tokens for qualifier in extraction.qualifiers]
            assert all(list(part) == sorted(set(part)) for part in parts)


def test_dateline_is_no_subject(parse, read):
    """The subject is the one next to its verb."""
    doc = parse("""
        BERGEN NNP nsubj 4
        — : punct 1
        Holt NNP nsubj 4
        closed VBD root 0 close
        . . punct 4
    """, entities="GPE BERGEN\nORG Holt")  # fmt: skip
    assert read(doc) == ["Holt | closed | "]


def test_two_by_phrases_are_two_agents(parse, read):
    """ "Owned by the state and by Holt"."""
    doc = parse("""
        Kessler NNP nsubj:pass 3
        is VBZ aux:pass 3 be
        owned VBN root 0 own
        by IN case 5
        Norland NNP obl:agent 3
        and CC cc 8
        by IN case 8
        Holt NNP obl:agent 3
        . . punct 3
    """, entities="ORG Kessler\nGPE Norland\nORG Holt")  # fmt: skip
    assert read(doc) == ["Norland | owned | Kessler", "Holt | owned | Kessler"]


def test_causative(parse, read):
    """What is caused has a subject of its own, which is the object of causing."""
    doc = parse("""
        Rain NN nsubj 2
        caused VBD root 0 cause
        the DT det 4
        dam NN nsubj 6
        to TO mark 6
        burst VB xcomp 2
        . . punct 2
    """)  # fmt: skip
    assert read(doc) == ["Rain | caused | the dam", "the dam | burst | "]
