"""Relations: tense makes no difference; voice and modality do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.exports.rdf import read_turtle, write_turtle
from newsgraph.exports.rdf.iri import Iris, id_of, local_name, relation_iri
from newsgraph.exports.rdf.relation import relation_of
from newsgraph.graph import InputError, Statement, build_graph
from newsgraph.graph.assembly.relations import relations_of
from newsgraph.graph.build import without
from newsgraph.graph.knowledge.schema import load_schema
from newsgraph.graph.model.record import LocalStatement
from tests.exports.sample import records, sample_graph


def statement(
    predicate: str, base: str | None, modality: str, polarity: str, relation: str | None
) -> Statement:
    """Return a statement with this predicate."""
    return Statement(
        *("s", "a", predicate, "be", relation, "b", None, polarity, modality, None, None, None, (), 1.0, ()),
        base=base,
    )


@pytest.mark.parametrize(
    ("predicate", "base", "modality", "polarity", "local"),
    [
        ("extended condolences to", "extend condolences to", "actual", "positive", "extend_condolences_to"),
        ("has been killed by", "be killed by", "actual", "positive", "be_killed_by"),
        ("spokesman", "spokesman of", "actual", "positive", "spokesman_of"),
        ("plans to call", "call", "planned", "positive", "plan_to_call"),
        ("may be called by", "be called by", "possible", "positive", "may_be_called_by"),
        ("should leave", "leave", "obligatory", "positive", "must_leave"),
        ("hasn\u2019t called", "call", "actual", "negative", "call"),
        ("won't call", "call", "planned", "negative", "plan_to_call"),
        ("would sue", "sue", "conditional", "positive", "sue"),
        ("Opened", None, "actual", "positive", "opened"),
    ],
)
def test_names(predicate: str, base: str | None, modality: str, polarity: str, local: str):
    """The name is the plain wording of the record, after what its modality adds."""
    relation = relation_of(statement(predicate, base, modality, polarity, None))
    assert id_of(relation_iri(relation.key)) == local


def test_the_relation_of_the_schema_goes_first():
    """Where the schema knows the relation, its name is used, whatever the words."""
    relation = relation_of(
        statement("chief mouthpiece for", "mouthpiece", "actual", "positive", "spokesman_of")
    )
    assert id_of(relation_iri(relation.key)) == "spokesman_of"
    planned = relation_of(statement("will strike", "strike", "planned", "positive", "attacked"))
    assert (planned.key, planned.base) == ("planned attacked", "attacked")


def test_relations_of_the_schema_say_what_they_are():
    """Definition, broader relation, inverse and the properties of others, all the way up."""
    first = next(s for s in sample_graph() if s.relation)
    statements = (replace(first, relation="spouse_of"), *_chief(first))
    graph = replace(sample_graph(), statements=statements, relations=relations_of(statements, None))
    text = write_turtle(graph)
    blocks = {block.partition(" ")[0]: block for block in text.split("\n\n")}
    assert "owl:SymmetricProperty" in blocks["rel:spouse_of"]
    assert "skos:closeMatch wdt:P26 , schema:spouse" in blocks["rel:spouse_of"]
    assert "rdfs:subPropertyOf rel:works_for" in blocks["rel:ceo_of"]
    assert "owl:inverseOf rel:has_ceo" in blocks["rel:ceo_of"]
    assert "skos:definition" in blocks["rel:works_for"]
    assert "ng:baseRelation rel:ceo_of" in blocks["rel:possible_ceo_of"]
    assert read_turtle(text) == graph


def test_the_schema_of_the_user_comes_back(tmp_path: Path):
    """A relation that is not ours keeps label, definition, inverse and links in the Turtle."""
    file = tmp_path / "schema.yaml"
    file.write_text(
        """
spokesman_of: null
speaks_for:
  label: voice of
  description: The subject speaks for the object.
  domain: [PERSON]
  range: [ORG]
  wikidata: P123456
  inverse: {name: has_voice, label: has the voice}
""",
        encoding="utf-8",
    )
    read = [
        replace(r, statements=tuple(_with_relation(s, "speaks_for") for s in r.statements)) for r in records()
    ]
    graph = build_graph(read, schema=load_schema(file))
    text = write_turtle(graph)
    assert 'skos:prefLabel "voice of" ;\n\tskos:definition "The subject speaks for the object."' in text
    assert "owl:inverseOf rel:has_voice" in text
    assert 'skos:prefLabel "has the voice"' in text
    assert "skos:closeMatch wdt:P123456" in text
    assert read_turtle(text) == graph
    assert without(graph, "costs").relations == graph.relations


def _with_relation(statement: LocalStatement, relation: str) -> LocalStatement:
    changed = replace(statement.predicate, relation=relation)
    return replace(statement, predicate=changed) if statement.predicate.relation else statement


def _chief(first: Statement) -> list[Statement]:
    """Return a modal statement of another relation of the schema."""
    evidence = tuple(replace(e, id="evidence-x", statement="z") for e in first.evidence)
    return [replace(first, id="z", relation="ceo_of", modality="possible", evidence=evidence)]


@given(st.text(), st.text())
def test_iris_are_safe_and_tell_apart(one: str, other: str):
    """Any two ids have different IRIs, in characters that no format minds, of bounded length."""
    names = [local_name(one), local_name(other)]
    assert (names[0] == names[1]) == (one == other)
    assert all(
        len(name) <= 120 and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_") for name in names
    )
    keys = [relation_iri(text) for text in (one, other)]
    assert (keys[0] == keys[1]) == (one.replace(" ", "_") == other.replace(" ", "_"))
    assert all(id_of(key)[0].isalpha() and len(id_of(key)) <= 82 for key in keys)


def test_a_minted_name_cannot_be_forged():
    """The name that a strange id gets is never the name of another id."""
    minted = local_name("Strange Id!")
    assert local_name(minted) != minted


@pytest.mark.parametrize(
    "base",
    [
        *("no iri/", "https://example.org", "", "https://exa mple.org/"),
        *("javascript:alert(1)/", "JavaScript:x/", "data:text/html,x/", "vbscript:x/", "file:///etc/"),
    ],
)
def test_a_bad_base_is_refused(base: str):
    """A base is an absolute IRI that ends in a slash, and nothing that a browser runs."""
    with pytest.raises(InputError):
        Iris(base)


def test_statements_of_the_sample():
    """Every statement has a relation, modal ones built on another."""
    keys = {relation_of(s).key: relation_of(s).base for s in sample_graph()}
    assert keys["plan to visit"] == keys["may visit"] == "visit"
    assert keys["delay"] == "delay"
    assert keys["sue"] == "sue"
