"""Attribution: direct and indirect speech, quotations over sentences and paragraphs, sources in prepositions and nouns."""

import pytest

from newsgraph.extract.statements import find_extractions


def sources(doc):
    """Lemma of each statement with its source, cue and whether it is quoted."""
    found = []
    for extraction in find_extractions(doc):
        source = extraction.attribution
        if source is None:
            found.append((extraction.lemma, None))
        else:
            words = " ".join(doc[t].text for t in source.tokens)
            cue = None if source.cue is None else doc[source.cue].text
            found.append((extraction.lemma, (words, cue, source.quoted)))
    return found


INDIRECT = """
    Olsen NNP nsubj 2
    said VBD root 0 say
    Norland NNP nsubj 4
    signed VBD ccomp 2 sign
    the DT det 6
    treaty NN obj 4
    . . punct 2
"""


def test_indirect_speech_gives_content_not_a_statement_of_saying(parse):
    """The reporting clause itself is no statement."""
    assert sources(parse(INDIRECT)) == [("sign", ("Olsen", "said", False))]


QUOTED = """
    “~ `` punct 3
    Norland NNP nsubj 3
    broke VBD root 0 break
    the DT det 5
    treaty NN obj 3
    . . punct 3
"""
ENDED = """
    We PRP nsubj 2
    demand VBP ccomp 8 demand
    an DT det 4
    apology NN obj 2
    ,~ , punct 2
    ” '' punct 2
    Olsen NNP nsubj 8
    said VBD root 0 say
    . . punct 8
"""


def test_quotation_over_sentences(parse):
    """A sentence of the quotation that has no cue of its own has the quotation's source."""
    doc = parse(QUOTED, ENDED)
    assert sources(doc) == [("break", ("Olsen", "said", True)), ("demand", ("Olsen", "said", True))]


CONTINUED = """
    “~ `` punct 3
    They PRP nsubj 3
    burned VBD root 0 burn
    the DT det 5
    archive NN obj 3
    .~ . punct 3
    ” '' punct 3
"""


def test_speakerless_quotation_goes_on(parse):
    """The speaker of the quotation before goes on speaking."""
    doc = parse(QUOTED, ENDED, CONTINUED)
    assert sources(doc)[-1] == ("burn", ("Olsen", "said", True))


PARAGRAPH = """
    “~ `` punct 3
    Norland NNP nsubj 3
    broke VBD root 0 break
    the DT det 5
    treaty NN obj 3
    .~ . punct 3
    ␤ _SP dep 6
"""


def test_quotation_left_open_goes_on_in_the_next_paragraph(parse):
    """As newspapers set it: no mark at the end of the paragraph, a new one at the start of the next."""
    ended = """
        “~ `` punct 3
        We PRP nsubj 3
        demand VBP ccomp 9 demand
        an DT det 5
        apology NN obj 3
        ,~ , punct 3
        ” '' punct 3
        Olsen NNP nsubj 9
        said VBD root 0 say
        . . punct 9
    """
    both = [("break", ("Olsen", "said", True)), ("demand", ("Olsen", "said", True))]
    assert sources(parse(PARAGRAPH, ended)) == both
    heading = """
        No DT det 2
        apology NN root 0
        ␤ _SP dep 2
    """
    assert sources(parse(PARAGRAPH, heading, ended)) == both


def test_nobody_is_no_source(parse):
    """ "Nobody says that Norland signed" reports nothing."""
    assert sources(parse(INDIRECT.replace("Olsen NNP", "Nobody NN"))) == [("sign", None)]


def test_according_to(parse):
    """The preposition vouches for its clause and is no circumstance of it."""
    doc = parse("""
        According VBG case 3
        to IN fixed 1
        Olsen NNP obl 6
        , , punct 3
        Norland NNP nsubj 6
        signed VBD root 0 sign
        papers NNS obj 6 paper
        . . punct 6
    """)  # fmt: skip
    assert sources(doc) == [("sign", ("Olsen", "According", False))]
    assert find_extractions(doc)[0].qualifiers == ()


def test_according_may_be_no_preposition_in_a_parse_gone_wrong(parse):
    """The clause is read, without a source."""
    doc = parse("""
        Norland NNP nsubj 2
        signed VBD root 0 sign
        papers NNS obj 2 paper
        , , punct 6
        according POS case 6
        Olsen NNP obl 2
        . . punct 2
    """)  # fmt: skip
    assert sources(doc) == [("sign", None)]


def test_nested_sources_give_the_innermost(parse):
    """Who says it is who said it last."""
    doc = parse("""
        Brandt NNP nsubj 2
        reported VBD root 0 report
        that IN mark 5
        Olsen NNP nsubj 5
        said VBD ccomp 2 say
        Norland NNP nsubj 7
        signed VBD ccomp 5 sign
        papers NNS obj 7 paper
        . . punct 2
    """)  # fmt: skip
    assert sources(doc) == [("sign", ("Olsen", "said", False))]


def test_told_someone_named_is_a_statement(parse):
    """Who spoke to whom is kept when both are named; reporters in general are not."""
    table = """
        Olsen NNP nsubj 2
        told VBD root 0 tell
        Brandt NNP iobj 2
        that IN mark 6
        Norland NNP nsubj 6
        signed VBD ccomp 2 sign
        papers NNS obj 6 paper
        . . punct 2
    """
    doc = parse(table, entities="PERSON Olsen\nPERSON Brandt\nGPE Norland")
    assert [lemma for lemma, _ in sources(doc)] == ["tell", "sign"]
    doc = parse(table.replace("Brandt NNP", "reporters NNS"), entities="PERSON Olsen\nGPE Norland")
    assert [lemma for lemma, _ in sources(doc)] == ["sign"]


def test_noun_of_saying(parse):
    """ "Olsen's claim that" is Olsen speaking, and only possibly so."""
    doc = parse("""
        Olsen NNP nmod:poss 3
        's POS case 1
        claim NN nsubj 8
        that IN mark 6
        Norland NNP nsubj 6
        cheated VBD acl 3 cheat
        soon RB advmod 8
        spread VBD root 0 spread
        . . punct 8
    """)  # fmt: skip
    cheated = next(p for p in find_extractions(doc) if p.lemma == "cheat")
    assert doc[cheated.attribution.head].text == "Olsen"
    assert cheated.modality == "possible"


def test_accusation(parse):
    """What someone is accused of is said by the accuser and done by the accused, if at all."""
    doc = parse("""
        Olsen NNP nsubj 2
        accused VBD root 0 accuse
        Brandt NNP obj 2
        of IN mark 5
        selling VBG advcl 2 sell
        secrets NNS obj 5 secret
        . . punct 2
    """)  # fmt: skip
    selling = next(p for p in find_extractions(doc) if p.lemma == "sell")
    assert doc[selling.subject_head].text == "Brandt"
    assert doc[selling.attribution.head].text == "Olsen"
    assert selling.modality == "possible"


BEHIND = """
    “~ `` punct 4
    We PRP nsubj 4
    are VBP cop 4 be
    glad JJ ccomp 12
    and CC cc 7
    are VBP aux 7 be
    leaving VBG conj 4 leave
    ,~ , punct 4
    ” '' punct 4
    spokesman NN nsubj 7
    Lund NNP appos 10
    told VBD root 0 tell
    reporters NNS iobj 12 reporter
"""


def test_a_subject_behind_a_quotation_speaks(parse):
    """Even where the parser makes it the subject of the quotation's last verb."""
    assert ("leave", ("Lund", "told", True)) in sources(parse(BEHIND, entities="PERSON Lund"))


def test_a_speaker_before_a_colon(parse):
    """As transcripts and headlines have it; a label that names nobody is none."""
    rows = """
        {name} {tag} dep 4
        :~ : punct 1
        We PRP nsubj 4
        broke VBD root 0 break
        the DT det 6
        seal NN obj 4
    """
    spoken = parse(rows.format(name="LUND", tag="NNP"), entities="PERSON LUND")
    assert sources(spoken) == [("break", ("LUND", ":", True))]
    assert sources(parse(rows.format(name="Note", tag="NN"))) == [("break", None)]


def test_what_is_proposed_is_the_view_of_who_proposes_it(parse):
    """What an event in the content says; praise and blame take theirs for a fact."""
    rows = """
        Berg NNP nsubj 2
        {verb} VBD root 0 {lemma}
        Norland NNP nmod:poss 5
        's POS case 3
        withdrawal NN obj 2
        from IN case 7
        Tarvia NNP nmod 5
    """
    entities = "PERSON Berg\nGPE Norland\nGPE Tarvia"
    proposed = parse(rows.format(verb="proposed", lemma="propose"), entities=entities)
    praised = parse(rows.format(verb="praised", lemma="praise"), entities=entities)
    assert ("withdrawal", ("Berg", "proposed", False)) in sources(proposed)
    assert ("withdrawal", None) in sources(praised)


def test_a_day_is_nobody_who_is_called_on(parse):
    """ "Plans to call Berg on Monday to discuss tensions": he who calls discusses."""
    doc = parse("""
        Lund NNP nsubj 2
        called VBD root 0 call
        Berg NNP obj 2
        on IN case 5
        Monday NNP obl 2
        to TO mark 7
        discuss VB advcl 2
        tensions NNS obj 7 tension
    """, entities="PERSON Lund\nPERSON Berg\nDATE Monday")  # fmt: skip
    discussed = next(p for p in find_extractions(doc) if p.lemma == "discuss")
    assert doc[discussed.subject_head].text == "Lund"
    assert discussed.attribution is None


WE_SELL = """
        “~ `` punct 3
        We PRP nsubj 3
        sell VBP root 0 sell
        the DT det 5
        mill NN obj 3
        .~ . punct 3
        ” '' punct 3
    """


def test_who_speaks_is_told_before_a_colon_or_behind(parse):
    """Without a cue: "Holt's answer was short: “...”", "“...” Holt was speaking in Oslo."."""
    announced = parse("""
        Holt NNP nmod:poss 3
        's POS case 1
        answer NN nsubj 5
        was VBD cop 5 be
        short JJ root 0
        :~ : punct 5
    """, WE_SELL, entities="PERSON Holt")  # fmt: skip
    assert ("sell", ("Holt", None, True)) in sources(announced)
    behind = parse(WE_SELL, """
        Holt NNP nsubj 3
        was VBD aux 3 be
        speaking VBG root 0 speak
        in IN case 5
        Oslo NNP obl 3
    """, entities="PERSON Holt\nGPE Oslo")  # fmt: skip
    assert ("sell", ("Holt", None, True)) in sources(behind)


def test_per_names_a_source_or_tells_of_amounts(parse):
    """ "Per Olsen Norland signed" has a source, "per month" has none."""
    clause = """
        Per IN case 2
        {} {} obl 5
        , , punct 2
        Norland NNP nsubj 5
        signed VBD root 0 sign
        papers NNS obj 5 paper
        . . punct 5
    """
    assert sources(parse(clause.format("Olsen", "NNP"), entities="PERSON Olsen")) == [
        ("sign", ("Olsen", "Per", False))
    ]
    assert sources(parse(clause.format("month", "NN"))) == [("sign", None)]


SHOWN = """
    {first} {tag} nsubj 2 {lemma}
    {verb} VBP root 0 {shows}
    Norland NNP nsubj 4
    broke VBD ccomp 2 break
    the DT det 6
    treaty NN obj 4
"""


@pytest.mark.parametrize(
    ("first", "tag", "lemma", "verb", "shows", "tells"),
    [
        ("Reports", "NNS", "report", "show", "show", True),
        ("Letters", "NNS", "letter", "show", "show", True),
        ("They", "PRP", "they", "show", "show", True),
        ("Attacks", "NNS", "attack", "show", "show", False),
        ("Movements", "NNS", "movement", "show", "show", False),
        ("This", "DT", "this", "shows", "show", False),
        ("This", "DT", "this", "says", "say", True),
    ],
)
def test_what_an_event_shows_is_not_its_claim(parse, first, tag, lemma, verb, shows, tells):
    """Somebody, and what can be read, may show something; what the writer concludes from an attack is no attribution."""
    doc = parse(SHOWN.format(first=first, tag=tag, lemma=lemma, verb=verb, shows=shows))
    source = (first, verb, False) if tells else None
    assert ("break", source) in sources(doc)


@pytest.mark.parametrize(("thing", "viewed"), [("doubt", True), ("fund", False)])
def test_doubts_are_raised_in_words_and_funds_are_not(parse, thing, viewed):
    """An event in what is raised is the view of who raises it only where it is raised in words."""
    doc = parse(
        f"""
        Berg NNP nsubj 2
        raised VBD root 0 raise
        {thing}s NNS obj 2 {thing}
        about IN case 7
        Norland NNP nmod:poss 7
        's POS case 5
        withdrawal NN nmod 3 withdrawal
        from IN case 9
        Tarvia NNP nmod 7
        """,
        entities="PERSON Berg\nGPE Norland\nGPE Tarvia",
    )
    assert ("withdrawal", ("Berg", "raised", False) if viewed else None) in sources(doc)
