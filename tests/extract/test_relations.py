"""Relations of the schema are recognised by trigger, voice and types, and only in their own direction."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from newsgraph.extract.relations import find_relation
from newsgraph.extract.statements import find_propositions
from newsgraph.graph.schema import Schema, load_schema

VOCAB = spacy.blank("en").vocab


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema()


def parse(rows: str, names: str) -> Doc:
    """Build a Doc from lines of ``form tag pos dep head lemma`` and names given as ``LABEL start end``."""
    table = [line.split() for line in rows.strip().splitlines()]
    doc = Doc(
        VOCAB,
        words=[row[0] for row in table],
        tags=[row[1] for row in table],
        pos=[row[2] for row in table],
        deps=[row[3] for row in table],
        heads=[int(row[4]) for row in table],
        lemmas=[row[5] for row in table],
    )
    spans = [line.split() for line in names.split(",")]
    doc.ents = [Span(doc, int(start), int(end), label=label) for label, start, end in spans]
    return doc


def found_in(schema: Schema, doc: Doc) -> list[tuple[str, str | None, str]]:
    """Head of the subject, relation and head of the object of each statement that has one."""
    return [
        (
            doc[p.subject_head].text,
            find_relation(schema, doc, p, doc[p.subject_head].ent_type_, doc[p.object_head].ent_type_),
            doc[p.object_head].text,
        )
        for p in find_propositions(doc)
        if p.object_head is not None
    ]


FOUNDED_BY = """
Acme PROPN PROPN nsubj:pass 2 acme
was VBD AUX aux:pass 2 be
founded VBN VERB ROOT 2 found
by IN ADP case 4 by
Miller NNP PROPN obl:agent 2 miller
"""


def test_a_passive_is_read_from_its_agent(schema: Schema) -> None:
    """To be founded by somebody says that somebody founded it."""
    assert found_in(schema, parse(FOUNDED_BY, "ORG 0 1,PERSON 4 5")) == [("Miller", "founder_of", "Acme")]


BORN_IN = """
Miller NNP PROPN nsubj:pass 2 miller
was VBD AUX aux:pass 2 be
born VBN VERB ROOT 2 bear
in IN ADP case 4 in
Leeds NNP PROPN obl 2 leeds
"""


def test_a_passive_without_agent_keeps_its_subject(schema: Schema) -> None:
    """Who was born stays the subject."""
    assert found_in(schema, parse(BORN_IN, "PERSON 0 1,GPE 4 5")) == [("Miller", "born_in", "Leeds")]


def test_types_that_do_not_fit_give_no_relation(schema: Schema) -> None:
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


def test_participles_and_active_verbs(schema: Schema) -> None:
    """A participle without auxiliary is passive, a past tense is not."""
    found = found_in(schema, parse(BASED_IN, "ORG 0 1,GPE 4 5,ORG 7 8"))
    assert ("Acme", "headquartered_in", "Leeds") in found
    assert ("Acme", "acquired", "Bolt") in found


def spokesman(before: str) -> Doc:
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
def test_words_before_a_role(schema: Schema, word: str, relation: str) -> None:
    """A deputy holds another office; other adjectives change nothing."""
    assert found_in(schema, spokesman(word)) == [("Miller", relation, "Acme")]


CONDOLENCES = """
Miller NNP PROPN nsubj 1 miller
extended VBD VERB ROOT 1 extend
her PRP$ PRON nmod:poss 4 her
deep JJ ADJ amod 4 deep
condolences NNS NOUN obj 1 condolence
to IN ADP case 6 to
Ayla NNP PROPN obl 1 ayla
"""


def test_a_noun_folded_into_the_predicate(schema: Schema) -> None:
    """The noun of a light verb belongs to the trigger, its adjectives do not."""
    found = found_in(schema, parse(CONDOLENCES, "PERSON 0 1,PERSON 6 7"))
    assert ("Miller", "condoled_with", "Ayla") in found


IS_IN = """
Leeds NNP PROPN nsubj 3 leeds
is VBZ AUX cop 3 be
in IN ADP case 3 in
England NNP PROPN ROOT 3 england
"""


def test_a_copula_with_a_preposition(schema: Schema) -> None:
    """Such a predicate has no content word but its preposition."""
    assert found_in(schema, parse(IS_IN, "GPE 0 1,GPE 3 4")) == [("Leeds", "located_in", "England")]
