"""The schema: ours is sound, a user's file is merged over it, mistakes are told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.graph.errors import NewsgraphError
from newsgraph.graph.knowledge.relation import RELATION_LABELS, Trigger, parse_trigger
from newsgraph.graph.knowledge.schema import load_schema

SCHEMA = load_schema()


def test_inverses_mirror_each_other() -> None:
    """An inverse swaps domain and range and leads back; a symmetric relation is its own inverse."""
    for relation in SCHEMA:
        if relation.inverse is None:
            continue
        other = SCHEMA.find(relation.inverse)
        assert other is not None, relation.name
        assert other.inverse == relation.name
        assert relation.symmetric == (other is relation)
        if not relation.symmetric:
            assert (other.domain, other.range) == (relation.range, relation.domain)


def test_every_relation_is_described_and_typed() -> None:
    """People can read what a relation means."""
    for relation in SCHEMA:
        assert relation.label
        assert relation.description.endswith("."), relation.name
        assert relation.domain | relation.range <= RELATION_LABELS


def test_every_trigger_can_mean_its_relation() -> None:
    """No trigger is hidden: relations that share one differ in domain or range."""
    for trigger, meant in SCHEMA.meanings.items():
        for place, relation in enumerate(meant):
            for earlier in meant[:place]:
                hidden = relation.domain <= earlier.domain and relation.range <= earlier.range
                assert not hidden, (trigger, relation.name)


def test_alternatives_and_optional_words() -> None:
    """A trigger stands for every combination of its alternatives."""
    assert parse_trigger("be born|raised (in|at)") == (
        Trigger(("born", "in"), passive=True),
        Trigger(("born", "at"), passive=True),
        Trigger(("born",), passive=True),
        Trigger(("raised", "in"), passive=True),
        Trigger(("raised", "at"), passive=True),
        Trigger(("raised",), passive=True),
    )


CHOICES = st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), min_size=1, max_size=3, unique=True)


@given(st.lists(CHOICES, min_size=1, max_size=4))
def test_a_trigger_has_the_product_of_its_alternatives(words: list[list[str]]) -> None:
    """As many readings as combinations, each with one word a place."""
    line = " ".join("|".join(choice) for choice in [["x"], *words])
    readings = parse_trigger(line)
    expected = 1
    for choice in words:
        expected *= len(choice)
    assert len(readings) == expected
    assert all(len(reading.words) == len(words) + 1 for reading in readings)


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_relation_goes_first(tmp_path: Path) -> None:
    """A user's relation wins where triggers compete."""
    text = "drug_maker: {domain: [ORG], range: [PRODUCT], triggers: [make], inverse: {name: drug_made_by}}"
    schema = load_schema(own(tmp_path, text))
    assert [relation.name for relation in schema.meanings[Trigger(("make",))]] == ["drug_maker", "makes"]
    assert schema.find("drug_made_by").inverse == "drug_maker"
    assert len(schema) == len(SCHEMA) + 2


def test_fields_are_changed_one_by_one(tmp_path: Path) -> None:
    """What the file does not say stays."""
    changed = load_schema(own(tmp_path, "born_in:\n  label: birthplace\n")).find("born_in")
    ours = SCHEMA.find("born_in")
    assert changed.label == "birthplace"
    assert changed.triggers == ours.triggers
    assert changed.wikidata == ours.wikidata


def test_null_takes_a_relation_away(tmp_path: Path) -> None:
    """Its inverse goes with it."""
    schema = load_schema(own(tmp_path, "born_in: null\n"))
    assert "born_in" not in schema
    assert "birthplace_of" not in schema


MISTAKES = {
    "- a list": "expected relations by name",
    "born_in: [1": "no valid YAML",
    "Born In: {}": "'Born In' is no name",
    "x: text": "relation 'x': expected fields",
    "x: {domian: [ORG]}": "relation 'x': unknown field 'domian'",
    "x: {domain: ORG, range: [ORG]}": "'domain' must list labels",
    "x: {domain: [ORG], range: [ORGS]}": "'range' has the unknown label 'ORGS'",
    "x: {domain: [ORG], range: [[ORG]]}": "'range' has the unknown label",
    "born_in: {wikidata: 19}": "relation 'born_in': 'wikidata' must be",
    "born_in: {schema_org: 'a b'}": "'schema_org' must be",
    "born_in: {symmetric: 3}": "'symmetric' is true or false",
    "born_in: {symmetric: true}": "symmetric relation is its own inverse",
    "born_in: {inverse: birthplace}": "'inverse' needs fields",
    "born_in: {inverse: {name: died_in}}": "two relations are called 'died_in'",
    "born_in: {broader: birth}": "'birth' is no relation",
    "attacked: {broader: invaded}": "leads back",
    "born_in: {broader: [1]}": "'broader' must be",
    "born_in: {triggers: bear in}": "'triggers' must be a list",
    "born_in: {triggers: ['bear (in']}": "cannot read '(in'",
    "born_in: {triggers: ['a| b']}": "cannot read 'a|'",
    "born_in: {triggers: ['" + "a|b " * 12 + "']}": "more than 2000",
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.items())
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, message: str) -> None:
    """The message names the file and says what is wrong."""
    with pytest.raises(NewsgraphError) as error:
        load_schema(own(tmp_path, text))
    assert message in str(error.value)
    assert "own.yaml" in str(error.value)


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that is not there is a message, not a traceback."""
    with pytest.raises(NewsgraphError, match="cannot read the schema"):
        load_schema(tmp_path / "none.yaml")
