"""Random input of every kind: read, or refused with a sentence. 100 of each in every run, 100,000 in all in the slow suite."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import newsgraph
from newsgraph.extract.readers import Document, Refusal, read_documents
from newsgraph.graph.errors import NewsgraphError
from newsgraph.graph.knowledge.entity_list import read_entities
from newsgraph.graph.knowledge.schema import load_schema_text
from newsgraph.graph.model.judgement import read_judgements
from newsgraph.graph.model.record_io import read_records, write_records

SEED, FAST = 18, 100
TEXT = (
    "Nora Falk, the mayor of Turin, said on Monday that Veltra had not sold Kelda. “We will see,” she added."
)


@dataclass(frozen=True)
class Kind:
    """A kind of input: how it is made, what is done with it, and how many of it the slow suite tries."""

    inputs: st.SearchStrategy[Any]
    check: Callable[[Any, Path], None]
    slow: int
    fast: int = FAST


def read_text(text: str, _: Path) -> None:
    """A text is a record whose spans are its slices, or refused."""
    try:
        (record,) = newsgraph.extract_records(Document.from_text(text))
    except NewsgraphError:
        return
    stored = record.document.text or ""
    for mention in record.mentions:
        assert stored[mention.start : mention.end] == mention.text
    (line,) = write_records([record])
    assert list(read_records([line])) == [record]


def read_file(content: tuple[str, bytes], folder: Path) -> None:
    """A file is documents and refusals, whatever its name says it is."""
    suffix, data = content
    path = folder / f"file{suffix}"
    path.write_bytes(data)
    found = list(read_documents(path))
    assert found
    assert all(isinstance(result, Document | Refusal) for result in found)


def read_record(change: tuple[list[int], Any], _: Path) -> None:
    """A record with one value changed is taken and makes a graph, or is refused."""
    value = json.loads(good_record())
    replace_in(value, *change)
    try:
        records = list(read_records([json.dumps(value)]))
        graph = newsgraph.assemble(records)
    except NewsgraphError:
        return
    assert len(graph.documents) == 1


def replace_in(value: Any, path: list[int], new: Any) -> None:
    """Replace what a path of numbers leads to, each taken modulo the number of ways."""
    for number in path[:-1]:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        below = [key for key in keys if isinstance(value[key], dict | list) and value[key]]
        if not below:
            break
        value = value[below[number % len(below)]]
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    value[keys[path[-1] % len(keys)]] = new


def load_turtle(change: tuple[int, int, str], folder: Path) -> None:
    """A graph file with a part replaced is loaded, or refused."""
    start, length, new = change
    text = good_turtle()
    place = start % len(text)
    path = folder / "graph.ttl"
    path.write_text(text[:place] + new + text[place + length :], "utf8", "surrogatepass")
    with refusals():
        newsgraph.load(path)


def ask(sparql: str, _: Path) -> None:
    """A query is answered, or refused."""
    with refusals():
        good_graph().query(sparql)


def read_schema(text: str, _: Path) -> None:
    """A schema is read, or refused."""
    with refusals():
        load_schema_text(text, "schema.yaml")


def read_answers(lines: list[str], _: Path) -> None:
    """Judgements are read, or refused."""
    with refusals():
        read_judgements(lines, "judgements.tsv")


def read_list(content: tuple[str, str], folder: Path) -> None:
    """An entity list is read, or refused."""
    suffix, text = content
    path = folder / f"entities{suffix}"
    path.write_text(text, "utf8", "surrogatepass")
    with refusals():
        read_entities(path)


class refusals:  # noqa: N801 - reads as a word
    """Nothing but what newsgraph refuses may be raised in the block."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        """Let sentences pass."""
        return kind is not None and issubclass(kind, NewsgraphError)


@cache
def good_graph() -> newsgraph.KnowledgeGraph:
    """The graph of one text."""
    return newsgraph.build(TEXT)


@cache
def good_record() -> str:
    """Its record."""
    return good_graph().to_records()


@cache
def good_turtle() -> str:
    """Its Turtle."""
    return good_graph().to_turtle()


def pieces(words: str, most: int = 40) -> st.SearchStrategy[str]:
    """Texts that are put together from words and from anything."""
    known = st.sampled_from(words.split(" "))
    return st.lists(known | known | st.text(max_size=4), max_size=most).map(" ".join)


VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just([]) | st.just({})
)

KINDS = {
    "text": Kind(
        pieces("Nora Falk said “ ” that ( ) he she . , ; : not \n \n\n Monday 3.5 million euros of and Veltra's -- [ ] * < > & was sold by")
        | st.text(max_size=300),
        read_text, slow=10_000, fast=40,
    ),
    "file": Kind(
        st.tuples(
            st.sampled_from([".txt", ".md", ".html", ".eml", ".mbox", ".jsonl", ".csv", ".xml", ".json", ""]),
            st.binary(max_size=400) | pieces("<p> </p> From: a@b \n\n Subject: {\"text\": \"x\"} , \" <item> <title>").map(str.encode),
        ),
        read_file, slow=20_000,
    ),
    "record": Kind(
        st.tuples(st.lists(st.integers(0, 50), min_size=1, max_size=6), VALUES), read_record, slow=20_000
    ),
    "turtle": Kind(
        st.tuples(st.integers(0, 10**6), st.integers(0, 40), pieces("@prefix <> . ; , [ ] ( ) \" ^^xsd:date _:b <http://x> << >> a", 8)),
        load_turtle, slow=5_000, fast=15,
    ),
    "query": Kind(
        pieces("SELECT ASK * { } ?s ?p ?o . ; , FILTER ( ) OPTIONAL UNION GRAPH <x> ORDER BY LIMIT 5 rel:sold skos:prefLabel \"a\" + - = < REGEX COUNT AS"),
        ask, slow=10_000, fast=40,
    ),
    "schema": Kind(pieces("a: - {} [] & * ! | > \n \n  label: types: triggers: [x] null 2026-13-45 &a *a <<:"), read_schema, slow=15_000),
    "judgements": Kind(st.lists(pieces("a b same different \t \t 0.5 1e999 # left right"), max_size=8), read_answers, slow=10_000),
    "entities": Kind(
        st.tuples(st.sampled_from([".csv", ".jsonl"]), pieces("id,name,label \n {\"id\": 1} , \" name a PERSON ;")), read_list, slow=10_000
    ),
}  # fmt: skip


def fuzz(kind: Kind, count: int, folder: Path) -> None:
    """Try so many inputs of a kind, the same ones each time."""

    @seed(SEED)
    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(kind.inputs)
    def check(value: Any) -> None:
        kind.check(value, folder)

    check()


@pytest.mark.parametrize("name", KINDS)
def test_random_input_is_read_or_refused(name: str, tmp_path: Path) -> None:
    """A few of each kind."""
    fuzz(KINDS[name], KINDS[name].fast, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_much_random_input_is_read_or_refused(name: str, tmp_path: Path) -> None:
    """100,000 in all."""
    fuzz(KINDS[name], KINDS[name].slow, tmp_path)


@pytest.mark.parametrize("text", ["said", "Said.", "No", "ran ran", "a", "7", "“", "said\n\nsaid"])
def test_the_shortest_texts_are_read_or_refused(text: str, tmp_path: Path) -> None:
    """A text of one word that is a predicate ended the reading of roles."""
    read_text(text, tmp_path)


@pytest.mark.parametrize(
    "text",
    ["2026-13-45", "a: 2026-13-45", "9" * 10_000, "[" * 100_000, "&a [*a]", "a: !!python/name:os.system"],
)
def test_odd_values_in_a_schema_are_refused(text: str, tmp_path: Path) -> None:
    """Days and numbers that Python does not have, depth, loops, names of code."""
    with pytest.raises(NewsgraphError):
        load_schema_text(text, "schema.yaml")


def test_the_slow_suite_tries_100_000() -> None:
    """As docs/reliability.md says."""
    assert sum(kind.slow for kind in KINDS.values()) == 100_000
