"""Readings that a slip of the parse suggests, and that are withheld; the sentences are our own."""

from newsgraph.extract.statements import find_extractions


def test_a_semicolon_ends_an_inner_list(parse, read):
    """ "Check weight, height; robots": robots are another thing of the longer list."""
    doc = parse("""
        Nurses NNS nsubj 2 nurse
        check VBP root 0 check
        weight NN obj 2
        , , punct 5
        height NN conj 3
        ; : punct 7
        robots NNS conj 3 robot
        . . punct 2
    """)
    assert read(doc) == ["Nurses | check | weight", "Nurses | check | height"]


def test_a_list_of_semicolons_stays_whole(parse, read):
    """Where all are parted so they are one list."""
    doc = parse("""
        Nurses NNS nsubj 2 nurse
        check VBP root 0 check
        weight NN obj 2
        ; : punct 5
        height NN conj 3
        ; : punct 7
        pulse NN conj 3
        . . punct 2
    """)
    assert read(doc)[-1] == "Nurses | check | pulse"


def test_a_conjunct_with_a_preposition_is_no_object(parse, read):
    """ "A source of pride, and for Danes": nobody is Danes."""
    doc = parse("""
        Vardo NNP nsubj 4
        is VBZ cop 4 be
        a DT det 4
        haven NN root 0
        and CC cc 7
        for IN case 7
        Danes NNPS conj 4 dane
        . . punct 4
    """, entities="GPE Vardo\nNORP Danes")  # fmt: skip
    assert read(doc) == ["Vardo | is | a haven"]


def test_not_only_denies_nothing_of_a_participant(parse):
    """ "Signed not only the treaty but the law" signed the treaty."""
    doc = parse("""
        Lund NNP nsubj 2
        signed VBD root 0 sign
        not RB advmod 6
        only RB advmod 6
        the DT det 6
        treaty NN obj 2
        but CC cc 9
        the DT det 9
        law NN conj 6
        . . punct 2
    """, entities="PERSON Lund")  # fmt: skip
    assert {e.polarity for e in find_extractions(doc)} == {"positive"}


def test_an_adjective_of_no_state_owns_no_office(parse, read):
    """ "Former Republican president" is one role; "Norwegian president" is one of Norway."""
    words = """
        {} JJ amod 2
        president NN nmod:desc 3
        Ada NNP nsubj 5
        Holm NNP flat 3
        resigned VBD root 0 resign
    """
    party = parse(words.format("Republican"), entities="NORP Republican\nPERSON Ada Holm")
    state = parse(words.format("Norwegian"), entities="NORP Norwegian\nPERSON Ada Holm")
    assert read(party)[0] == "Ada Holm | Republican president | "
    assert read(state)[0] == "Ada Holm | president | Norwegian"


def test_the_last_to_do_something_is_not_the_last(parse, read):
    """ "The last mayor to visit Tarsk" holds no rank."""
    doc = parse("""
        Lund NNP nsubj 5
        was VBD cop 5 be
        the DT det 5
        last JJ amod 5
        mayor NN root 0
        of IN case 7
        Vardo NNP nmod 5
        to TO mark 9
        visit VB acl 5
        Tarsk NNP obj 9
    """, entities="PERSON Lund\nGPE Vardo\nGPE Tarsk")  # fmt: skip
    assert "Lund | last mayor of | Vardo" not in read(doc)


def test_a_body_is_said_of_no_person(parse, read):
    """ "Eva Lind of the institute, an organisation": it is the institute that is one."""
    doc = parse("""
        Eva NNP nsubj 8
        Lind NNP flat 1
        of IN case 4
        Tarsk NNP nmod 1
        , , punct 7
        an DT det 7
        organization NN appos 1
        spoke VBD root 0 speak
    """, entities="PERSON Eva Lind\nORG Tarsk")  # fmt: skip
    assert [line for line in read(doc) if "organization" in line] == ["Tarsk | organization | "]


def test_plural_titles_need_several_names(parse, read):
    """ "The candidates' estimates Moss will accept": a slip of the parse."""
    doc = parse("""
        estimates NNS nmod:desc 2 estimate
        Moss NNP nsubj 4
        will MD aux 4
        win VB root 0 win
    """, entities="PERSON Moss")  # fmt: skip
    assert read(doc) == ["estimates Moss | will win | "]


def test_who_needs_a_thing_does_what_it_is_for(parse, read):
    """ "Needs votes to win the seat": votes win nothing."""
    doc = parse("""
        Lund NNP nsubj 2
        needs VBZ root 0 need
        votes NNS obj 2 vote
        to TO mark 5
        win VB xcomp 2 win
        the DT det 7
        seat NN obj 5
    """, entities="PERSON Lund")  # fmt: skip
    assert "Lund | win | the seat" in read(doc)


def test_a_gerund_behind_an_object_is_not_the_objects_deed(parse, read):
    """ "Took control of growing costs", "the functions of debating issues": neither does anything."""
    control = parse("""
        Vardo NNP nsubj 2
        took VBD root 0 take
        control NN obj 2
        of IN mark 5
        growing VBG advcl 2 grow
        costs NNS obj 5 cost
    """, entities="GPE Vardo")  # fmt: skip
    functions = parse("""
        Vardo NNP nsubj 2
        lost VBD root 0 lose
        functions NNS obj 2 function
        of IN case 5
        debating VBG acl 3 debate
        laws NNS obj 5 law
    """, entities="GPE Vardo")  # fmt: skip
    assert not any(line.startswith(("control", "growing")) for line in read(control))
    assert not any(line.startswith(("functions", "debating")) for line in read(functions))


def test_function_words_in_capitals_are_no_subjects(parse, read):
    """ "These boats COULD be boats of Danes"."""
    doc = parse("""
        COULD NNP nsubj 3
        be VB cop 3 be
        boats NNS root 0 boat
    """)
    assert read(doc) == []


def test_what_a_place_includes_is_not_the_object(parse, read):
    """ "Has branches in nations, including Norland": the bank does not have Norland."""
    doc = parse("""
        Kelda NNP nsubj 2
        has VBZ root 0 have
        branches NNS obj 2 branch
        in IN case 5
        nations NNS nmod 3 nation
        , , punct 8
        including VBG case 8
        Norland NNP nmod 5
    """, entities="ORG Kelda\nGPE Norland")  # fmt: skip
    assert read(doc) == ["Kelda | has | branches in nations"]


def test_a_clause_with_while_is_no_time(parse):
    """ "Stayed while prices fell" may set one thing against the other."""
    doc = parse("""
        Lund NNP nsubj 2
        stayed VBD root 0 stay
        while IN mark 5
        prices NNS nsubj 5 price
        fell VBD advcl 2 fall
    """, entities="PERSON Lund")  # fmt: skip
    assert [q.role for q in find_extractions(doc)[0].qualifiers] == ["while"]


def test_a_command_is_nobodys_deed(parse, read):
    """ "Own it, said Lund": Lund owns nothing."""
    doc = parse("""
        Own VB ccomp 4 own
        boats NNS obj 1 boat
        , , punct 4
        said VBD root 0 say
        Lund NNP nsubj 4
    """, entities="PERSON Lund")  # fmt: skip
    assert not any("Own" in line.split(" | ")[1] for line in read(doc))


def test_when_it_comes_to_something_nothing_comes(parse, read):
    """ "When it comes to taxes" names what is spoken of."""
    doc = parse("""
        When WRB advmod 3
        it PRP nsubj 3
        comes VBZ advcl 7 come
        to IN case 5
        taxes NNS obl 3 tax
        Lund NNP nsubj 7
        hesitates VBZ root 0 hesitate
    """, entities="PERSON Lund")  # fmt: skip
    assert [line.split(" | ")[1] for line in read(doc)] == ["hesitates"]


def test_who_does_nothing_to_do_something_does_not(parse):
    """ "Did nothing to stop the trade"."""
    doc = parse("""
        Lund NNP nsubj 2
        did VBD root 0 do
        nothing NN obj 2
        to TO mark 5
        stop VB advcl 2 stop
        the DT det 7
        trade NN obj 5
    """, entities="PERSON Lund")  # fmt: skip
    stop = next(e for e in find_extractions(doc) if e.lemma == "stop")
    assert (stop.polarity, stop.modality) == ("negative", "actual")


def test_a_time_in_words_is_no_object(parse):
    """ "Were found to date": nothing is found to a date."""
    doc = parse("""
        Boats NNS nsubj:pass 3 boat
        were VBD aux:pass 3 be
        found VBN root 0 find
        to IN case 5
        date NN obl 3
    """)
    (found,) = find_extractions(doc)
    assert found.object is None
    assert [q.role for q in found.qualifiers] == ["time"]


def test_who_is_whoever_a_participle_before_is_about(parse, read):
    """ "Lund, known from the radio, who sued the bank": no radio is "who"."""
    doc = parse("""
        Lund NNP nsubj 12
        , , punct 3
        known VBN acl 1 know
        from IN case 6
        the DT det 6
        radio NN obl 3
        , , punct 9
        who WP nsubj 9
        sued VBD acl:relcl 6 sue
        Kelda NNP obj 9
        , , punct 3
        left VBD root 0 leave
    """, entities="PERSON Lund\nORG Kelda")  # fmt: skip
    assert "Lund | sued | Kelda" in read(doc)


def test_what_was_denied_to_be_forced_is_left_open(parse):
    """ "Denied that she forced him to resign": whether he resigned nobody says."""
    doc = parse("""
        Lund NNP nsubj 2
        denied VBD root 0 deny
        that IN mark 5
        she PRP nsubj 5
        forced VBD ccomp 2 force
        Berg NNP obj 5
        to TO mark 8
        resign VB xcomp 5 resign
    """, entities="PERSON Lund\nPERSON Berg")  # fmt: skip
    found = {e.lemma: (e.polarity, e.modality) for e in find_extractions(doc)}
    assert found["force"][0] == "negative"
    assert found["resign"] == ("positive", "possible")


def test_what_is_in_talks_to_be_bought_is_bought(parse, read):
    """ "Kelda was in talks to be bought by Vardo": nobody buys talks."""
    doc = parse("""
        Kelda NNP nsubj 4
        was VBD cop 4 be
        in IN case 4
        talks NNS root 0 talk
        to TO mark 7
        be VB aux:pass 7 be
        bought VBN acl 4 buy
        by IN case 9
        Vardo NNP obl:agent 7
    """, entities="ORG Kelda\nORG Vardo")  # fmt: skip
    statements = read(doc)
    assert any(line.startswith("Vardo") and line.endswith("Kelda") for line in statements)
    assert not any(line.startswith("Vardo") and line.endswith("talks") for line in statements)


def test_what_nobody_does_is_not_done(parse):
    """ "Nobody" is the subject of the gerund too, and denies it."""
    doc = parse("""
        Nobody NN nsubj 2
        spent VBD root 0 spend
        days NNS obj 2 day
        mending VBG advcl 2 mend
        nets NNS obj 4 net
    """)  # fmt: skip
    found = {extraction.lemma: extraction.polarity for extraction in find_extractions(doc)}
    assert found["mend"] == "negative"
