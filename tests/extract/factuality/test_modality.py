"""Polarity and modality: what is denied, planned, possible, conditional or asked for is never read as a fact."""

import pytest

from newsgraph.extract.statements import find_extractions


def factuality(doc, lemma):
    """Polarity and modality of the statement with this lemma."""
    return next((p.polarity, p.modality) for p in find_extractions(doc) if p.lemma == lemma)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("did VBD aux|not RB advmod", ("negative", "actual")),
        ("has VBZ aux|never RB advmod", ("negative", "actual")),
        ("will MD aux", ("positive", "planned")),
        ("may MD aux", ("positive", "possible")),
        ("must MD aux", ("positive", "obligatory")),
        ("should MD aux|not RB advmod", ("negative", "obligatory")),
        ("would MD aux", ("positive", "conditional")),
        ("could MD aux|not RB advmod", ("negative", "actual")),
        ("reportedly RB advmod", ("positive", "possible")),
        ("has VBZ aux|no DT advmod|longer RB advmod", ("negative", "actual")),
    ],
)
def test_auxiliaries_and_adverbs(parse, words, expected):
    """Read in the clause itself."""
    extra = words.split("|")
    verb = 2 + len(extra)
    rows = [f"Olsen NNP nsubj {verb}", *(f"{word} {verb}" for word in extra)]
    rows += ["signed VBN root 0 sign", f"papers NNS obj {verb} paper", f". . punct {verb}"]
    assert factuality(parse("\n".join(rows)), "sign") == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("plans", ("positive", "planned")),
        ("refused", ("negative", "actual")),
        ("failed", ("negative", "actual")),
        ("continued", ("positive", "actual")),
        ("needs", ("positive", "obligatory")),
        ("seems", ("positive", "possible")),
    ],
)
def test_verbs_that_lead_to_a_complement(parse, verb, expected):
    """The verb before "to" decides."""
    lemma = {"refused": "refuse", "failed": "fail", "continued": "continue"}.get(verb, verb.rstrip("s"))
    doc = parse(f"""
        Olsen NNP nsubj 2
        {verb} VBZ root 0 {lemma}
        to TO mark 4
        sign VB xcomp 2
        papers NNS obj 4 paper
        . . punct 2
    """)
    assert factuality(doc, "sign") == expected


def test_condition_marks_both_clauses(parse):
    """Neither what depends on an "if" nor the "if" itself is asserted."""
    doc = parse("""
        Norland NNP nsubj 3
        may MD aux 3
        leave VB root 0
        the DT det 5
        talks NNS obj 3 talk
        if IN mark 8
        Tarvia NNP nsubj 8
        refuses VBZ advcl 3 refuse
        to TO mark 10
        cede VB xcomp 8
        land NN obj 10
        . . punct 3
    """)  # fmt: skip
    assert factuality(doc, "leave") == ("positive", "conditional")
    assert factuality(doc, "cede") == ("negative", "conditional")


def test_denied_content(parse):
    """ "Denied that" turns the content round and keeps its source."""
    doc = parse("""
        Norland NNP nsubj 2
        denied VBD root 0 deny
        that IN mark 6
        it PRP nsubj 6
        had VBD aux 6 have
        shelled VBN ccomp 2 shell
        Tarsk NNP obj 6
        . . punct 2
    """)  # fmt: skip
    assert factuality(doc, "shell") == ("negative", "actual")
    statement = next(p for p in find_extractions(doc) if p.lemma == "shell")
    assert doc[statement.attribution.head].text == "Norland"


def test_negative_subject(parse):
    """ "No troops" and "nobody" deny the clause."""
    doc = parse("""
        No DT det 2
        troops NNS nsubj 3 troop
        entered VBD root 0 enter
        Tarsk NNP obj 3
        . . punct 3
    """)  # fmt: skip
    assert factuality(doc, "enter") == ("negative", "actual")


def test_auxiliaries_are_shared_with_the_second_verb(parse):
    """ "Will come and speak": both are planned."""
    doc = parse("""
        Olsen NNP nsubj 3
        will MD aux 3
        visit VB root 0
        Tarsk NNP obj 3
        and CC cc 6
        meet VB conj 3
        Brandt NNP obj 6
        . . punct 3
    """)  # fmt: skip
    assert factuality(doc, "meet") == ("positive", "planned")
    assert [doc[t].text for t in find_extractions(doc)[1].predicate] == ["will", "meet"]


def test_would_after_said_is_a_plan(parse):
    """The past of "will" in reported speech."""
    doc = parse("""
        Olsen NNP nsubj 2
        said VBD root 0 say
        she PRP nsubj 5
        would MD aux 5
        visit VB ccomp 2
        Tarsk NNP obj 5
        . . punct 2
    """)  # fmt: skip
    assert factuality(doc, "visit") == ("positive", "planned")


@pytest.mark.parametrize(("negation", "expected"), [("", "negative actual"), ("not", "positive possible")])
def test_ruling_out(parse, negation, expected):
    """What is ruled out is denied; what is not ruled out is possible."""
    extra = "not RB advmod 4" if negation else "now RB advmod 4"
    doc = parse(f"""
        Olsen NNP nsubj 4
        has VBZ aux 4 have
        {extra}
        ruled VBN root 0 rule
        out RP compound:prt 4
        joining VBG xcomp 4 join
        Norland NNP obj 6
        . . punct 4
    """)
    assert " ".join(factuality(doc, "join")) == expected


@pytest.mark.parametrize(
    ("auxiliary", "tag", "form"), [("Should", "MD", "VB"), ("Had", "VBD", "VBN"), ("Did", "VBD", "VB")]
)
def test_a_condition_without_if(parse, auxiliary, tag, form):
    """ "Should Olsen sign, Berg leaves": the auxiliary before the subject makes a condition, and not every auxiliary."""
    doc = parse(f"""
        {auxiliary} {tag} aux 3
        Olsen NNP nsubj 3
        sign {form} advcl 7 sign
        papers NNS obj 3 paper
        ,~ , punct 7
        Berg NNP nsubj 7
        leaves VBZ root 0 leave
        Norland NNP obj 7
    """)
    expected = ("positive", "actual" if auxiliary == "Did" else "conditional")
    assert factuality(doc, "sign") == factuality(doc, "leave") == expected


@pytest.mark.parametrize(
    ("after", "polarity"), [("until", "positive"), ("before", "positive"), ("that", "negative")]
)
def test_not_until_denies_nothing(parse, after, polarity):
    """ "Not until Norland signed" tells when, not that it did not."""
    doc = parse(f"""
        Olsen NNP nsubj 2
        left VBD root 0 leave
        not RB advmod 6
        {after} IN mark 6
        Norland NNP nsubj 6
        signed VBD advcl 2 sign
        papers NNS obj 6 paper
    """)
    assert factuality(doc, "sign") == (polarity, "actual")
