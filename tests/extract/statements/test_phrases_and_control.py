"""Whole but short phrases, and who does what the inner verb says."""

from newsgraph.extract.statements import find_extractions

INCLUDING = """
    Rebels NNS nsubj 2 rebel
    killed VBD root 0 kill
    dozens NNS obj 2 dozen
    of IN case 5
    officers NNS nmod 3 officer
    including VBG case 7
    Holt NNP nmod 3
    . . punct 2
"""


def test_names_behind_including_are_objects_too(parse, read):
    """They are no part of the phrase, but have the same done to them."""
    doc = parse(INCLUDING, entities="PERSON Holt")
    assert read(doc) == ["Rebels | killed | dozens of officers", "Rebels | killed | Holt"]


LOOSE = """
    Norland NNP nsubj 2
    announced VBD root 0 announce
    cuts NNS obj 2 cut
    in IN case 5
    spending NN nmod 3
    despite IN case 7
    protests NNS nmod 5 protest
    . . punct 2
"""


def test_an_afterthought_is_no_part_of_a_phrase(parse, read):
    """ "Cuts in spending despite protests" are cuts in spending."""
    assert read(parse(LOOSE)) == ["Norland | announced | cuts in spending"]


TRAIN = """
    Trainers NNS nsubj 2 trainer
    taught VBD root 0 teach
    seals NNS obj 2 seal
    to TO mark 5
    find VB {dep} 2
    mines NNS obj 5 mine
    . . punct 2
"""


def test_the_object_of_teaching_does_it(parse, read):
    """However the parser hangs the infinitive."""
    for dep in ("xcomp", "advcl"):
        assert "seals | find | mines" in read(parse(TRAIN.format(dep=dep)))


def test_a_name_inside_the_subject_of_a_passive_stays_there(parse, read):
    """Turned active, only the whole phrase is the object."""
    doc = parse("""
        The DT det 2
        bridge NN nsubj:pass 6
        in IN case 4
        Oslo NNP nmod 2
        was VBD aux:pass 6 be
        opened VBN root 0 open
        by IN case 8
        Berg NNP obl:agent 6
    """, entities="GPE Oslo\nPERSON Berg")  # fmt: skip
    assert read(doc) == ["Berg | opened | The bridge in Oslo"]


def test_a_long_passive_stays_passive(parse, read):
    """ "Will continue to be led by" cannot be turned without its auxiliary."""
    doc = parse("""
        Norland NNP nsubj 2
        continues VBZ root 0 continue
        to TO mark 5
        be VB aux:pass 5
        led VBN xcomp 2 lead
        by IN case 7
        Berg NNP obl:agent 5
    """, entities="GPE Norland\nPERSON Berg")  # fmt: skip
    assert read(doc) == ["Norland | continues to be led by | Berg"]


def test_measures_are_not_what_is_done(parse, read):
    """ "Marched miles to Oslo" is marched to Oslo."""
    doc = parse("""
        Fans NNS nsubj 2 fan
        marched VBD root 0 march
        miles NNS obj 2 mile
        to IN case 5
        Oslo NNP obl 2
    """, entities="GPE Oslo")  # fmt: skip
    assert read(doc) == ["Fans | marched | miles", "Fans | marched to | Oslo"]


def test_adverbs_that_are_particles_belong_to_the_verb(parse, read):
    """ "Walk away from" is one predicate."""
    doc = parse("""
        Officials NNS nsubj 2 official
        walked VBD root 0 walk
        away RB advmod 2
        from IN case 5
        talks NNS obl 2 talk
    """)  # fmt: skip
    assert read(doc) == ["Officials | walked away from | talks"]


def test_a_bare_noun_behind_a_preposition_belongs_to_the_predicate(parse, read):
    """ "Fell in love with" and "came under attack from" are predicates."""
    doc = parse("""
        Berg NNP nsubj 2
        fell VBD root 0 fall
        in IN case 4
        love NN obl 2
        with IN case 6
        Lund NNP obl 2
    """, entities="PERSON Berg\nPERSON Lund")  # fmt: skip
    assert read(doc) == ["Berg | fell in love with | Lund"]


IMPERSONAL = """
    It PRP nsubj 3
    is VBZ cop 3 be
    time NN root 0
    to TO mark 5
    leave VB acl 3
    . . punct 3
"""


def test_it_that_stands_for_a_clause_is_no_subject(parse, read):
    """ "It is time to leave" says nothing of "it"."""
    assert read(parse(IMPERSONAL)) == []


def test_a_predicate_noun_is_joined_to_what_leads_to_it(parse, read):
    """ "Aims to be the champion" is one predicate."""
    doc = parse("""
        Norland NNP nsubj 2
        aims VBZ root 0 aim
        to TO mark 6
        be VB cop 6
        the DT det 6
        champion NN xcomp 2
    """)  # fmt: skip
    assert read(doc) == ["Norland | aims to be | the champion"]


def test_a_relative_clause_speaks_of_what_stands_before_it(parse, read):
    """ "Masons who build walls and cooks": the cooks build nothing."""
    doc = parse("""
        Masons NNS nsubj 8 mason
        who WP nsubj 3
        build VBP acl:relcl 1
        walls NNS obj 3 wall
        and CC cc 6
        cooks NNS conj 1 cook
        were VBD cop 8 be
        late JJ root 0
    """)  # fmt: skip
    assert "Masons | build | walls" in read(doc)
    assert "cooks | build | walls" not in read(doc)


def test_questions_and_even_if_are_read_for_what_they_say(parse):
    """A question asserts nothing; what stands behind "even if" is open, and the main clause does not hang on it."""
    question = parse("""
        Will MD aux 3
        Berg NNP nsubj 3
        resign VB root 0
        today NN obl:unmarked 3
        ? . punct 3
    """)  # fmt: skip
    assert [p.modality for p in find_extractions(question)] == ["possible"]
    concession = parse("""
        Berg NNP nsubj 2
        stays VBZ root 0 stay
        here RB advmod 2
        even RB advmod 7
        if IN mark 7
        critics NNS nsubj 7 critic
        protest VBP advcl 2
    """)  # fmt: skip
    assert [p.modality for p in find_extractions(concession)] == ["actual", "conditional"]


def test_what_the_object_is_called_is_an_object_too(parse, read):
    """ "Called it a farce" says that it is a farce."""
    doc = parse("""
        Berg NNP nsubj 2
        called VBD root 0 call
        the DT det 4
        vote NN obj 2
        a DT det 6
        farce NN xcomp 2
    """)  # fmt: skip
    assert "Berg | called the vote | a farce" in read(doc)


APPEALED = """
    Moss NNP nsubj 2
    called VBD root 0 call
    on IN case 4
    Lund NNP obl 2
    to TO mark 6
    leave VB xcomp 2
    Kelda NNP obj 6
    . . punct 2
"""


def test_who_is_called_on_does_what_is_asked(parse, read):
    """Moss called on Lund; it is Lund who is to leave."""
    doc = parse(APPEALED, entities="PERSON Moss\nPERSON Lund\nORG Kelda")
    assert read(doc) == ["Moss | called on | Lund", "Lund | leave | Kelda"]


DONE = """
    Moss NNP nsubj 2
    sued VBD root 0 sue
    Kelda NNP obj 2
    as IN mark 7
    Lund NNP nsubj 7
    had VBD aux 7 have
    done VBN advcl 2 do
    . . punct 2
"""


def test_a_verb_that_stands_for_another_tells_nothing(parse, read):
    """What "as Lund had done" says, "done" does not."""
    assert read(parse(DONE, entities="PERSON Moss\nORG Kelda\nPERSON Lund")) == ["Moss | sued | Kelda"]
