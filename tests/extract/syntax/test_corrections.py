"""Attachments that other evidence puts right."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.extract.syntax.corrections import Columns, mend

UPOS = {"NNP": "PROPN", "HYPH": "PUNCT", "CC": "CCONJ", "JJ": "ADJ", "IN": "SCONJ", "PRP": "PRON"}


def columns(rows, labels=()):
    """Columns from ``lemma tag dep head`` rows, heads counted from 0."""
    table = [row.split() for row in rows]
    pos = ["VERB" if tag.startswith("VB") else UPOS.get(tag, "NOUN") for _, tag, _, _ in table]
    label = [dict(labels).get(number, "") for number in range(len(table))]
    heads, deps, tags = [int(row[3]) for row in table], [row[2] for row in table], [row[1] for row in table]
    lemmas = [row[0] for row in table]
    return Columns(lemmas, heads, deps, tags, pos, lemmas, label)


def mended(rows, labels=()):
    """The same, mended."""
    parse = columns(rows, labels)
    mend(parse)
    return parse


def test_finite_verb_joins_the_finite_verb_above():
    """ "Admitted renting a van but refuses": it is he who refuses."""
    parse = mended(["he PRP nsubj 1", "admit VBD ROOT 1", "rent VBG xcomp 1", "refuse VBZ conj 2"])
    assert parse.head[3] == 1


def test_reporter_goes_on():
    """ "Said the strike was illegal and accused the union"; a person could do the accusing."""
    rows = [
        "Holt NNP nsubj 1",
        "say VBD ROOT 1",
        "strike NN nsubj 3",
        "hurt VBD ccomp 1",
        "accuse VBD conj 3",
    ]
    parse = mended(rows)
    assert parse.head[4] == 1
    parse = mended(rows, labels=[(2, "PERSON")])
    assert parse.head[4] == 3


def test_role_and_name_are_one_subject():
    """ "Prosecutor Holt said" with two subjects."""
    parse = mended(["prosecutor NN nsubj 2", "Holt NNP nsubj 2", "say VBD ROOT 2"])
    assert (parse.head[0], parse.dep[0]) == (1, "nmod:desc")


def test_hyphenated_participle_is_no_clause():
    """ "That Norland-brokered talks failed": the talks failed, and Norland brokered them."""
    rows = [
        "say VBD ROOT 0",
        "that IN mark 4",
        "Norland NNP nsubj 4",
        "- HYPH punct 2",
        "broker VBD ccomp 0",
        "talk NNS obj 4",
        "fail VBD conj 4",
    ]
    parse = mended(rows)
    assert (parse.head[5], parse.dep[5]) == (6, "nsubj")
    assert (parse.head[6], parse.dep[6]) == (0, "ccomp")
    assert (parse.head[4], parse.dep[4]) == (5, "amod")
    assert parse.head[1] == 6


def test_hyphenated_participle_beside_a_clause_that_has_its_subject():
    """ "Regret that Norland-brokered talks failed" with the verb of the talks in its place already."""
    rows = [
        "voice VBD ROOT 0",
        "regret NN obj 0",
        "Norland NNP nsubj 4",
        "- HYPH punct 2",
        "broker VBD acl 1",
        "talk NNS nsubj 6",
        "fail VBD ccomp 0",
    ]
    parse = mended(rows)
    assert (parse.head[4], parse.dep[4], parse.dep[2]) == (5, "amod", "compound")
    assert (parse.head[5], parse.dep[5], parse.head[6]) == (6, "nsubj", 0)


def test_second_person_has_a_role_of_its_own():
    """ "Envoy Holt and Norland's aide Aker": Aker is no envoy."""
    rows = [
        "envoy NN nsubj 6",
        "Holt NNP appos 0",
        "and CC cc 0",
        "Norland NNP nmod:poss 5",
        "aide NN compound 0",
        "Aker NNP appos 0",
        "speak VBD ROOT 6",
    ]
    parse = mended(rows, labels=[(1, "PERSON"), (5, "PERSON")])
    assert (parse.head[5], parse.dep[5]) == (0, "conj")
    assert (parse.head[4], parse.dep[4]) == (5, "nmod:desc")


def test_subject_behind_a_reporting_verb():
    """ "“I want it,” said Holt" with both as subjects of wanting."""
    parse = mended(["I PRP nsubj 1", "want VBP ccomp 2", "say VBD ROOT 2", "Holt NNP nsubj 1"])
    assert parse.head[3] == 2


def test_inverted_reporting_verb_has_no_object():
    """ "“They failed,” reads the letter"."""
    parse = mended(["they PRP nsubj 1", "fail VBD ccomp 2", "read VBZ ROOT 2", "letter NN obj 2"])
    assert parse.dep[3] == "nsubj"


def test_a_role_and_a_name_as_two_subjects_are_one():
    """ "Pollster Lund told", "One pollster, Ada Lund, told"; two things side by side stay two."""
    rows = ["pollster NN nsubj 2", "lund NNP nsubj 2", "tell VBD ROOT 2"]
    parse = mended(rows, [(1, "PERSON")])
    assert (parse.head[0], parse.dep[0]) == (1, "nmod:desc")
    parse = mended(rows, [(1, "GPE")])
    assert parse.head[0] == 2
    parse = mended(
        ["pollster NN nsubj 3", ", , punct 3", "lund NNP nsubj 3", "tell VBD ROOT 3"], [(2, "PERSON")]
    )
    assert (parse.head[2], parse.dep[2]) == (0, "appos")


def test_a_noun_with_a_preposition_is_no_second_subject():
    """ "Leaders of states met": it is the leaders who met."""
    parse = mended(["leader NNS nsubj 3", "of IN case 2", "state NNS nsubj 3", "meet VBD ROOT 3"])
    assert (parse.head[2], parse.dep[2]) == (0, "nmod")


def test_a_person_is_beside_the_head_not_the_ministry():
    """ "The head of the ministry, Lund": the apposition goes up to the role."""
    rows = [
        "head NN nsubj 5",
        "of IN case 2",
        "ministry NNP nmod 0",
        ", , punct 3",
        "lund NNP appos 2",
        "say VBD ROOT 5",
    ]
    parse = mended(rows, [(2, "ORG"), (4, "PERSON")])
    assert parse.head[4] == 0


def test_two_names_with_roles_are_coordinated():
    """ "Envoy Lind and aide Lund serve": both serve, each with a role."""
    rows = [
        "envoy NN nmod:desc 4",
        "lind NNP appos 0",
        "and CC cc 4",
        "aide NN compound 0",
        "lund NNP nsubj 5",
        "serve VBP ROOT 5",
    ]
    parse = mended(rows, [(1, "PERSON"), (4, "PERSON")])
    assert (parse.head[0], parse.dep[0]) == (5, "nsubj")
    assert (parse.head[4], parse.dep[4]) == (0, "conj")
    assert (parse.head[3], parse.dep[3]) == (4, "nmod:desc")


def test_a_day_before_a_subordinator_belongs_to_the_clause_above():
    """ "Left Sunday after they called": they left on Sunday."""
    rows = [
        "leave VBD ROOT 0",
        "sunday NNP obl:unmarked 4",
        "after IN mark 4",
        "they PRP nsubj 4",
        "call VBD advcl 0",
    ]
    parse = mended(rows, [(1, "DATE")])
    assert parse.head[1] == 0


def test_two_people_with_an_and_are_one_subject():
    """ "Ada and coach Lund serve": coordinated; the role before a person is no part of the name."""
    rows = ["ada NNP nsubj 4", "and CC cc 2", "coach NN compound 3", "lund NNP nsubj 4", "serve VBP ROOT 4"]
    parse = mended(rows, [(0, "PERSON"), (3, "PERSON")])
    assert (parse.head[3], parse.dep[3]) == (0, "conj")
    assert parse.dep[2] == "nmod:desc"


def test_who_spoke_adds_to_it():
    """ "Holt said the port closed, adding that ships wait": Holt adds; where nothing is added it stays."""
    rows = [
        "Holt NNP nsubj 1",
        "say VBD ROOT 1",
        "port NN nsubj 3",
        "close VBD ccomp 1",
        "add VBG advcl 3",
        "ship NNS nsubj 6",
        "wait VBP ccomp 4",
    ]
    parse = mended(rows)
    assert parse.head[4] == 1
    parse = mended([*rows[:5], "to IN case 6", "loss NNS obl 4"])
    assert parse.head[4] == 3


def test_who_spoke_cites():
    """ "The port is calm, said Holt, citing figures": Holt cites them."""
    rows = [
        "port NN nsubj 1",
        "rest VBZ ROOT 1",
        "say VBD parataxis 1",
        "Holt NNP nsubj 2",
        "cite VBG advcl 1",
        "figure NNS obj 4",
    ]
    parse = mended(rows)
    assert parse.head[4] == 2


WORDS = (
    "say",
    "add",
    "son",
    "-",
    "in",
    "law",
    "Lind",
    "spokesman",
    "strike",
    ",",
    "”",
    "and",
    "brother",
    "-",
    "break",
    "that",
)
TAGS = ("NN", "NNP", "VBD", "VBG", "VBN", "CC", "IN", "JJ", "PRP")
DEPS = (
    "nsubj",
    "conj",
    "appos",
    "obj",
    "nmod:desc",
    "compound",
    "obl",
    "advcl",
    "ccomp",
    "cc",
    "parataxis",
    "flat",
)


@st.composite
def parses(draw):
    """Any tree: each word but the root hangs on a word with a smaller number in a random order."""
    size = draw(st.integers(2, 14))
    order = draw(st.permutations(range(size)))
    head = [0] * size
    for place, token in enumerate(order):
        head[token] = order[draw(st.integers(0, place - 1))] if place else token
    table = [
        f"{draw(st.sampled_from(WORDS))} {draw(st.sampled_from(TAGS))} "
        f"{'ROOT' if head[token] == token else draw(st.sampled_from(DEPS))} {head[token]}"
        for token in range(size)
    ]
    labels = [(token, "PERSON") for token in range(size) if draw(st.booleans())]
    return columns(table, labels)


@settings(max_examples=400, deadline=None)
@given(parses())
def test_any_parse_can_be_mended(parse):
    """Nothing breaks, and the roots are as many as before."""
    mend(parse)
    assert sum(head == token for token, head in enumerate(parse.head)) == 1


def test_a_coordinated_subject_is_not_moved_again():
    """The second of two subjects with an "and" hangs on the first, also where a quotation ends between them."""
    rows = [
        "Lind NNP nsubj 5",
        "” '' punct 0",
        "and CC cc 3",
        "Lund NNP nsubj 5",
        "break VBD advcl 5",
        "say VBD ROOT 5",
    ]
    parse = mended(rows, labels=[(0, "PERSON"), (3, "PERSON")])
    assert (parse.head[3], parse.dep[3]) == (0, "conj")


def test_a_role_behind_its_name_stands_beside_it():
    """ "Lind, a son of Holt, sang" has no compound; "son Lind" may have one."""
    rows = [
        "Lind NNP nsubj 6",
        ", , punct 3",
        "a DT det 3",
        "son NN compound 0",
        "of IN case 5",
        "Holt NNP nmod 3",
        "sing VBD ROOT 6",
    ]
    parse = mended(rows)
    assert parse.dep[3] == "appos"
    parse = mended(["son NN compound 1", "Lind NNP nsubj 2", "sing VBD ROOT 2"])
    assert parse.dep[0] == "compound"


def test_a_dateline_is_no_subject():
    """ "OSLO — Holt said": Oslo says nothing; without a dash it may."""
    rows = ["Oslo NNP nsubj 3", "— : punct 0", "Holt NNP nsubj 3", "say VBD ROOT 3"]
    parse = mended(rows, labels=[(0, "GPE"), (2, "PERSON")])
    assert parse.dep[0] == "dep"
    for other in (
        [rows[0], ", , punct 0", *rows[2:]],
        ["Oslo NNP obl:npmod 2", "- HYPH punct 0", "based VBN nsubj 3", "say VBD ROOT 3"],
    ):
        parse = mended(other, labels=[(0, "GPE")])
        assert parse.dep[0] == other[0].split()[2]


IN_LAW = ["- HYPH punct {0}", "in IN case {0}", "- HYPH punct {0}"]


def test_a_son_in_law_is_a_son():
    """Whatever the parse makes of its parts, "Lind, a son-in-law of Holt" is a son of Holt beside Lind."""
    rows = ["Lind NNP nsubj 10", ", , punct 0", "a DT det 7", "son NN compound 7", *(row.format(7) for row in IN_LAW),
            "law NN nmod 0", "of IN case 9", "Holt NNP nmod 7", "sing VBD ROOT 10"]  # fmt: skip
    parse = mended(rows, labels=[(0, "PERSON"), (9, "PERSON")])
    assert (parse.head[3], parse.dep[3]) == (0, "appos")
    assert (parse.head[9], parse.head[2], parse.head[7]) == (3, 3, 3)


def test_a_son_in_law_before_a_name_is_a_title():
    """ "Holt's son-in-law Lind": the possessor is the son's."""
    rows = ["Holt NNP nmod:poss 7", "'s POS case 0", "son NN compound 8", *(row.format(6) for row in IN_LAW),
            "law NN nmod 2", "Lind NNP nsubj 8", "sing VBD ROOT 8"]  # fmt: skip
    parse = mended(rows, labels=[(0, "PERSON"), (7, "PERSON")])
    assert (parse.head[2], parse.dep[2]) == (7, "nmod:desc")
    assert (parse.head[0], parse.dep[0]) == (2, "nmod:poss")
