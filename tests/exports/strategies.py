"""Hypothesis strategies for knowledge graphs, tame and hostile."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import strategies as st

from newsgraph.graph import Judgement, KnowledgeGraph, build_graph
from tests.graph.strategies import corpora

HOSTILE = (
    '"> <http://evil.example/s> <http://evil.example/p> "injected',
    '""" . <http://evil.example/s> a <http://evil.example/C> . #',
    "'''\\",
    "line\nbreak\r\nand\ttab",
    "\u202eright to left\u2066",
    "\u2028\u2029\u0085",
    "<script>alert(1)</script>&amp;]]>",
    "{{ 7*7 }} ${x} %s %00 \\u0000",
    "🙂👩‍👩‍👧 \U0010ffff",
    "=HYPERLINK(1)",
    "x" * 4000,
    " ",
    "#",
    "/../..//",
    "`; DETACH DELETE n //",
)
CONTROLS = ("\x00", "\x01\x08\x0b\x1f", "\ufffe\uffff", "\x7f\x9f")
_FREE_TEXT = {
    *("name", "aliases", "label", "kind", "text", "predicate", "lemma", "relation", "value"),
    *("attribution_text", "time", "role", "cue", "method", "source", "title", "date", "language"),
    *("base", "particle", "preposition", "roleset", "event_class", "part", "unit", "currency", "approx"),
    *("rule", "steps", "url", "publisher", "authors", "media_type", "date_from", "sources"),
    *("links", "reasons", "author", "left", "right", "document"),
}


def judgements() -> st.SearchStrategy[list[Judgement]]:
    """Return judgements on names."""
    names = st.sampled_from(("Ana Novak", "Novak", "doc1#e0"))
    verdicts = st.sampled_from(("same", "different", "undecided"))
    reasons = st.lists(st.sampled_from(("same name", "said so", "")), max_size=3).map(tuple)
    scores = st.floats(-1, 1)
    return st.lists(st.builds(Judgement, names, names, verdicts, scores, reasons, names), max_size=2)


def graphs(max_size: int = 3) -> st.SearchStrategy[KnowledgeGraph]:
    """Return graphs of random records, with judgements."""
    return st.builds(lambda c, j: build_graph(c, judgements=j), corpora(max_size), judgements())


def hostile_graphs(texts: tuple[str, ...] = HOSTILE + CONTROLS) -> st.SearchStrategy[KnowledgeGraph]:
    """Return graphs in which every free text starts with something that would break a careless writer."""
    prefixes = st.sampled_from(texts) | st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
    return st.builds(with_prefix, graphs(2), prefixes)


def with_prefix(graph: KnowledgeGraph, prefix: str) -> KnowledgeGraph:
    """Return ``graph`` with ``prefix`` before all its texts, which keeps what is sorted sorted."""
    linked = [replace(e, links=("http://example.com/a", "no iri")) if e.named else e for e in graph.entities]
    documents = [replace(_prefixed(d, prefix), id=prefix + d.id) for d in graph.documents]
    return KnowledgeGraph(
        tuple(documents),
        _prefixed(tuple(linked), prefix),
        _prefixed(graph.statements, prefix),
        _prefixed(graph.judgements, prefix),
    )


def _prefixed(value: Any, prefix: str, name: str = "") -> Any:
    if isinstance(value, tuple):
        return tuple(_prefixed(item, prefix, name) for item in value)
    if is_dataclass(value):
        changes = {f.name: _prefixed(getattr(value, f.name), prefix, f.name) for f in fields(value)}
        return replace(value, **changes)
    return prefix + value if isinstance(value, str) and name in _FREE_TEXT else value
