"""Relations of the schema are recognised by trigger, voice and types, and only in their own direction."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from newsgraph import extract_records
from newsgraph.extract.relations import derived_relations, find_relation, relate
from newsgraph.extract.relations.licences import licence_of
from newsgraph.extract.statements import find_extractions
from newsgraph.extract.syntax.tree import read_tree
from newsgraph.graph.knowledge.schema import Schema, load_schema

from .conftest import Parse


def found_in(schema: Schema, doc: Doc) -> list[tuple[str, str | None, str]]:
    """Head of the subject, relation and head of the object of each statement that has one."""
    tree = read_tree(doc)
    return [
        (
            doc[p.subject_head].text,
            find_relation(schema, tree, p, doc[p.subject_head].ent_type_, doc[p.object_head].ent_type_),
            doc[p.object_head].text,
        )
        for p in find_extractions(doc)
        if p.object_head is not None
    ]


FOUNDED_BY = """
Acme PROPN PROPN nsubj:pass 2 acme
was VBD AUX aux:pass 2 be
founded VBN VERB ROOT 2 found
by IN ADP case 4 by
Miller NNP PROPN obl:agent 2 miller
"""


def test_a_passive_is_read_from_its_agent(parse: Parse, schema: Schema) -> None:
    """To be founded by somebody says that somebody founded it."""
    assert found_in(schema, parse(FOUNDED_BY, "ORG 0 1,PERSON 4 5")) == [("Miller", "founder_of", "Acme")]


BORN_IN = """
Miller NNP PROPN nsubj:pass 2 miller
was VBD AUX aux:pass 2 be
born VBN VERB ROOT 2 bear
in IN ADP case 4 in
Leeds NNP PROPN obl 2 leeds
"""


def test_a_passive_without_agent_keeps_its_subject(parse: Parse, schema: Schema) -> None:
    """Who was born stays the subject."""
    assert found_in(schema, parse(BORN_IN, "PERSON 0 1,GPE 4 5")) == [("Miller", "born_in", "Leeds")]


def test_types_that_do_not_fit_give_no_relation(parse: Parse, schema: Schema) -> None:
    """Nobody is born in a person."""
    assert found_in(schema, parse(BORN_IN, "PERSON 0 1,PERSON 4 5")) == [("Miller", None, "Leeds")]


BASED_IN = """
Acme NNP PROPN nsubj 6 acme
, , PUNCT punct 2 ,
based VBN VERB acl 0 base
in IN ADP case 4 in
Leeds NNP PROPN obl 2 leeds
, , PUNCT punct 2 ,
bought VBD VERB ROOT 6 buy
Bolt NNP PROPN obj 6 bolt
"""


def test_participles_and_active_verbs(parse: Parse, schema: Schema) -> None:
    """A participle without auxiliary is passive, a past tense is not."""
    found = found_in(schema, parse(BASED_IN, "ORG 0 1,GPE 4 5,ORG 7 8"))
    assert ("Acme", "headquartered_in", "Leeds") in found
    assert ("Acme", "acquired", "Bolt") in found


def president(parse: Parse, before: str) -> Doc:
    rows = f"""
    Acme NNP PROPN compound 2 acme
    {before} JJ ADJ amod 2 {before}
    president NN NOUN nmod:desc 3 president
    Miller NNP PROPN nsubj 4 miller
    left VBD VERB ROOT 4 leave
    """
    return parse(rows, "ORG 0 1,PERSON 3 4")


ROLES = [("new", "chair_of"), ("vice", "works_for"), ("former", "chair_of")]


@pytest.mark.parametrize(("word", "relation"), ROLES)
def test_words_before_a_role(parse: Parse, schema: Schema, word: str, relation: str) -> None:
    """A deputy holds another office; other adjectives change nothing."""
    assert found_in(schema, president(parse, word)) == [("Miller", relation, "Acme")]


CONDOLENCES = """
Miller NNP PROPN nsubj 1 miller
extended VBD VERB ROOT 1 extend
her PRP$ PRON nmod:poss 4 her
deep JJ ADJ amod 4 deep
condolences NNS NOUN obj 1 condolence
to IN ADP case 6 to
Ayla NNP PROPN obl 1 ayla
"""


def test_a_noun_folded_into_the_predicate(parse: Parse, schema: Schema) -> None:
    """The noun of a light verb belongs to the trigger, its adjectives do not."""
    found = found_in(schema, parse(CONDOLENCES, "PERSON 0 1,PERSON 6 7"))
    assert ("Miller", "condoled_with", "Ayla") in found


IS_IN = """
Leeds NNP PROPN nsubj 3 leeds
is VBZ AUX cop 3 be
in IN ADP case 3 in
England NNP PROPN ROOT 3 england
"""


def test_a_copula_with_a_preposition(parse: Parse, schema: Schema) -> None:
    """Such a predicate has no content word but its preposition."""
    assert found_in(schema, parse(IS_IN, "GPE 0 1,GPE 3 4")) == [("Leeds", "located_in", "England")]


def more_in(schema: Schema, doc: Doc) -> set[tuple[str, str, str, str]]:
    """Subject, predicate, object and relation of derived statements."""
    found = derived_relations(schema, read_tree(doc), find_extractions(doc), lambda head: doc[head].ent_type_)
    return {
        (
            doc[p.subject_head].text,
            " ".join(doc[token].text for token in p.predicate),
            " ".join(doc[token].text for token in p.object or ()),
            relation,
        )
        for p, relation in found
    }


BORN_ON = """
Miller NNP PROPN nsubj:pass 2 miller
was VBD AUX aux:pass 2 be
born VBN VERB ROOT 2 bear
in IN ADP case 4 in
Leeds NNP PROPN obl 2 leeds
in IN ADP case 6 in
1961 CD NUM obl 2 1961
"""


def test_a_circumstance_can_be_the_object_of_a_relation(parse: Parse, schema: Schema) -> None:
    """The statement about the place also gives the date."""
    doc = parse(BORN_ON, "PERSON 0 1,GPE 4 5,DATE 6 7")
    assert more_in(schema, doc) == {("Miller", "was born in", "1961", "born_on")}


BECAME = """
Miller NNP PROPN nsubj 1 miller
became VBD VERB ROOT 1 become
founder NN NOUN xcomp 1 founder
and CC CCONJ cc 4 and
chairman NN NOUN conj 2 chairman
of IN ADP case 6 of
Acme NNP PROPN nmod 4 acme
"""


def test_coordinated_roles_share_what_they_are_held_for(parse: Parse, schema: Schema) -> None:
    """Who becomes founder and chairman of something becomes both of it."""
    found = more_in(schema, parse(BECAME, "PERSON 0 1,ORG 6 7"))
    assert ("Miller", "became founder of", "Acme", "founder_of") in found
    assert ("Miller", "became chairman of", "Acme", "chair_of") in found


FIRM = """
Acme NNP PROPN nsubj 3 acme
is VBZ AUX cop 3 be
a DT DET det 3 a
firm NN NOUN ROOT 3 firm
based VBN VERB acl 3 base
in IN ADP case 6 in
Leeds NNP PROPN obl 4 leeds
"""


def test_what_a_predicate_noun_does_its_subject_does(parse: Parse, schema: Schema) -> None:
    """A firm based somewhere is the company that is called one."""
    found = more_in(schema, parse(FIRM, "ORG 0 1,GPE 6 7"))
    assert found == {("Acme", "based in", "Leeds", "headquartered_in")}


def test_all_statements_keep_their_order_and_new_ones_follow(parse: Parse, schema: Schema) -> None:
    """What the rules found comes first, with or without a relation."""
    doc = parse(BORN_ON, "PERSON 0 1,GPE 4 5,DATE 6 7")
    extractions = find_extractions(doc)
    tree = read_tree(doc)
    found = relate(
        schema,
        doc,
        tree,
        extractions,
        [],
        label_at=lambda head: tree.label[head],
        entity_at=lambda head: head,
    )
    assert [related.extraction for related in found[: len(extractions)]] == extractions
    assert [related.relation for related in found] == ["born_in", "born_on"]
    assert all(related.probability is None for related in found)


NAMED = """
Leeds NNP PROPN nsubj 1 leeds
named VBD VERB ROOT 1 name
Miller NNP PROPN obj 1 miller
{} {} {} 1 {}
"""


@pytest.mark.parametrize(
    ("word", "tag", "dep", "relation"),
    [
        ("mayor", "NN NOUN", "xcomp", "appointed"),
        ("serve", "VB VERB", "xcomp", "appointed"),
        ("yesterday", "NN NOUN", "obl:unmarked", None),
        ("suspect", "NN NOUN", "xcomp", None),
    ],
)
def test_to_name_somebody_is_to_appoint_him_to_an_office_only(
    parse: Parse, schema: Schema, word: str, tag: str, dep: str, relation: str | None
) -> None:
    """Or to a task; who is named a suspect, or just named, gets none."""
    found = found_in(schema, parse(NAMED.format(word, tag, dep, word), "GPE 0 1,PERSON 2 3"))
    assert ("Leeds", relation, "Miller") in found


@pytest.mark.parametrize(("article", "relation"), [("a", "appointed"), ("the", None)])
def test_who_names_the_leader_tells_who_he_is(
    parse: Parse, schema: Schema, article: str, relation: str | None
) -> None:
    """A council that names a leader appoints one."""
    table = f"""
Leeds NNP PROPN nsubj 1 leeds
named VBD VERB ROOT 1 name
{article} DT DET det 3 {article}
leader NN NOUN obj 1 leader
"""
    doc = parse(table, "GPE 0 1")
    tree = read_tree(doc)
    found = [
        find_relation(schema, tree, p, "GPE", "PERSON")
        for p in find_extractions(doc)
        if p.object_head is not None
    ]
    assert found == [relation]


ASKED = """
Acme NNP PROPN nsubj 1 acme
asked VBD VERB ROOT 1 ask
Miller NNP PROPN obj 1 miller
{} IN {} mark 4 {}
leave VB VERB {} 1 leave
"""


@pytest.mark.parametrize(
    ("mark", "pos", "dep", "relation"),
    [("to", "PART", "xcomp", "urged"), ("whether", "SCONJ", "ccomp", None)],
)
def test_to_ask_whether_urges_nothing(
    parse: Parse, schema: Schema, mark: str, pos: str, dep: str, relation: str | None
) -> None:
    """A request urges, a question does not."""
    found = found_in(schema, parse(ASKED.format(mark, pos, mark, dep), "ORG 0 1,PERSON 2 3"))
    assert ("Acme", relation, "Miller") in found


PLEADED = """
Miller NNP PROPN nsubj 1 miller
pleaded VBD VERB ROOT 1 plead
{} RB {} advmod 3 {}
guilty JJ ADJ xcomp 1 guilty
to IN ADP case 5 to
fraud NN NOUN obl 1 fraud
"""


@pytest.mark.parametrize(("word", "pos", "convicted"), [("not", "PART", False), ("just", "ADV", True)])
def test_who_pleads_not_guilty_is_not_convicted(
    parse: Parse, schema: Schema, word: str, pos: str, convicted: bool
) -> None:
    """Nor is he acquitted: no relation at all."""
    found = found_in(schema, parse(PLEADED.format(word, pos, word), "PERSON 0 1"))
    assert (("Miller", "convicted_of", "fraud") in found) is convicted


DEMONSTRATED = """
Miller NNP PROPN nsubj 1 miller
demonstrated VBD VERB ROOT 1 demonstrate
{}
courage NN NOUN {} 1 courage
"""


def test_to_demonstrate_something_is_no_protest(parse: Parse, schema: Schema) -> None:
    """To demonstrate against it is one."""
    shown = DEMONSTRATED.format("great JJ ADJ amod 3 great", "obj")
    opposed = DEMONSTRATED.format("against IN ADP case 3 against", "obl")
    assert found_in(schema, parse(shown, "PERSON 0 1")) == [("Miller", None, "courage")]
    assert found_in(schema, parse(opposed, "PERSON 0 1")) == [("Miller", "protested_against", "courage")]


HAD_ARRESTED = """
Miller NNP PROPN nsubj 1 miller
had VBD VERB ROOT 1 have
Wu NNP PROPN obj 1 wu
arrested VBN VERB xcomp 1 arrest
"""


def test_who_has_somebody_arrested_leaves_it_to_others(parse: Parse, schema: Schema) -> None:
    """The statement stays, the relation goes to nobody."""
    assert found_in(schema, parse(HAD_ARRESTED, "PERSON 0 1,PERSON 2 3")) == [("Miller", None, "Wu")]


PARENT = """
Kelda NNP PROPN nsubj 3 kelda
is VBZ AUX cop 3 be
the DT DET det 3 the
parent NN NOUN ROOT 3 parent
of IN ADP case 5 of
Lumo NNP PROPN nmod 3 lumo
"""


def test_a_role_says_a_relation_of_the_one_it_is_held_for(parse: Parse) -> None:
    """Who is the parent of a firm is no subsidiary of it, and "parent" says so of the firm."""
    tree = read_tree(parse(PARENT, "ORG 0 1,ORG 5 6"))
    assert licence_of(load_schema(), "subsidiary_of").is_turned(tree, 3, 5)
    assert not licence_of(load_schema(), "parent_organisation_of").is_turned(tree, 3, 5)
    assert not licence_of(load_schema(), "spouse_of").turned


@pytest.mark.parametrize("office", ["mayor", "governor", "prime minister"])
def test_each_office_of_a_list_is_a_trigger(office: str) -> None:
    relation = load_schema().find("head_of_government_of")
    assert relation is not None
    assert (*office.split(), "of") in [trigger.words for trigger in relation.triggers]


def test_an_office_is_told_once() -> None:
    (record,) = extract_records(["Lucy Berg was elected mayor of Leeds."])
    told = [s.predicate.relation for s in record.statements if s.object and s.object.text == "Leeds"]
    assert told == ["head_of_government_of"]
