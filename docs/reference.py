"""Write the references that are made from code: ``python docs/reference.py`` (a test holds them up to date)."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import click

import newsgraph
from newsgraph.cli import main
from newsgraph.graph.assembly.lines import Line
from newsgraph.graph.knowledge_graph import EntityView
from newsgraph.graph.model.document import Sentence, SourceDocument
from newsgraph.graph.model.entity import Entity, Member, Mention
from newsgraph.graph.model.record import Amount, Cue, SpanText
from newsgraph.graph.model.statement import (
    EventArgument,
    Evidence,
    Involvement,
    Literal,
    Qualifier,
    Statement,
)
from newsgraph.graph.store.documents import SourceRow
from newsgraph.tally import Report

DOCS = Path(__file__).parent
ROOT = DOCS.parent
NG = "https://w3id.org/newsgraph/ns#"
VOCABULARY = """\
The graph in RDF has three layers. The *direct* layer has an edge for what is positively stated: `ent:a rel:visit ent:b`;
a plan has a relation of its own, `rel:plan_to_visit`. The *claim* layer has a node for each statement, with its source,
status, time, confidence and everybody it involves. The *text* layer has articles, sentences, mentions and the places of
each piece of evidence. Standard vocabularies say most of it; the words below are what they lack. The ontology is
`exports/rdf/newsgraph.ttl`, the SHACL shapes are `exports/rdf/shapes.ttl`.

```sparql
SELECT ?who ?role ?sum ?article WHERE {
  ?claim ng:eventClass "payment" ; ng:status ng:asserted ; ng:number ?sum ; prov:wasDerivedFrom ?article ;
    ng:argument [ ng:label ?role ; ng:entity/skos:prefLabel ?who ] .
  FILTER (?sum > 1000000)
}
```""".splitlines()
VALUES = (
    *(EntityView, Statement, Evidence, Literal, Qualifier, EventArgument, Involvement),
    *(SpanText, Cue, Amount, Entity, Member, Mention, SourceDocument, Sentence, Line, Report, SourceRow),
)
"""What calls of the library give, beside what it exports by name."""

READING = """\
The words of a statement are `statement.text`; what else belongs to a line that people read stands beside them, and its sentence is found
by its evidence:

```python
kg = newsgraph.load("kg/")
for statement in kg.find("Anna Berg").statements:
    print(statement.text, statement.status, statement.attribution, statement.time)
    for place in statement.evidence:
        article = kg.document(place.document)
        print("   ", article.title, article.date, article.sentences[place.sentence].text)
```

`statement.subject`, `object` and `attributed_to` are ids: `kg.entity(statement.subject).name`. Offsets count characters (code points) of the
article's text, the end not included.""".splitlines()
_ROLE = re.compile(r":[a-z]+:`~?")
"""What docstrings have before the name of something that they point to."""

MADE = "<!-- Made by `python docs/reference.py`; do not edit by hand. -->"


def commands() -> str:
    """The command line, made from the commands themselves."""
    lines = [
        "# Commands",
        "",
        MADE,
        "",
        "Every command has a call of the same name in the library, but for `read` (`read_documents`) and `extract` (`extract_records`).",
    ]
    for name, command in main.commands.items():
        context = click.Context(command, info_name=f"newsgraph {name}")
        lines += ["", f"## newsgraph {name}", "", "```text", *_help(command, context), "```"]
    return "\n".join(lines) + "\n"


def _help(command: click.Command, context: click.Context) -> list[str]:
    context.max_content_width = context.terminal_width = 100
    return [line.rstrip() for line in command.get_help(context).splitlines()]


def library() -> str:
    """The library, made from docstrings."""
    lines = [
        "# The library",
        "",
        MADE,
        "",
        "`import newsgraph` loads nothing heavy; each name is imported when it is used.",
    ]
    for name in sorted(newsgraph.__all__):
        lines += ["", *_entry(name, getattr(newsgraph, name))]
    lines += ["", "# What a graph holds", "", *READING]
    for value in VALUES:
        lines += ["", *_entry(value.__name__, value)]
    return "\n".join(lines) + "\n"


def _entry(name: str, thing: Any) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    if inspect.isfunction(thing):
        yield from _function(name, thing)
    elif inspect.isclass(thing):
        yield from _text(thing)
        yield from _fields(thing)
        for member, value in sorted(_members(thing).items()):
            function = value.__func__ if isinstance(value, classmethod) else value
            if inspect.isfunction(function) and not member.startswith("_"):
                yield ""
                yield f"### {name}.{member}"
                yield ""
                yield from _function(member, function)


def _members(thing: Any) -> dict[str, Any]:
    """What a class has of its own, and of classes that have no entry."""
    inherited = [base for base in thing.__bases__ if base.__module__.startswith("newsgraph")]
    exported = [getattr(newsgraph, name) for name in newsgraph.__all__]
    found = [_members(base) for base in inherited if base not in exported]
    return {name: value for members in (*found, vars(thing)) for name, value in members.items()}


def _fields(thing: Any) -> Iterator[str]:
    """The fields of a value as its class has them, and its properties."""
    if "__dataclass_fields__" in _members(thing):
        yield from ("", "```python")
        for field in dataclasses.fields(thing):
            default = field.default
            written = json.dumps(default) if isinstance(default, str) else repr(default)
            yield f"{field.name}: {field.type}" + ("" if default is dataclasses.MISSING else f" = {written}")
        yield "```"
    found = {name: value for name, value in _members(thing).items() if not name.startswith("_")}
    lines = [
        f"- `{name}`: {' '.join(' '.join(_text(value)).split())}"
        for name, value in found.items()
        if isinstance(value, property | cached_property) and not (value.__doc__ or "").startswith("See ")
    ]
    yield from ("", *lines) if lines else ()


def _function(name: str, function: Any) -> Iterator[str]:
    yield "```python"
    yield f"{name}{inspect.signature(function)}"
    yield "```"
    yield ""
    yield from _text(function)


def _text(thing: Any) -> Iterator[str]:
    plain = _ROLE.sub("`", inspect.getdoc(thing) or "")
    yield from plain.replace("``", "`").replace("<", "&lt;").splitlines()


def vocabulary() -> str:
    """The words of ours in RDF, made from the ontology."""
    import rdflib
    from rdflib.namespace import OWL, RDF, RDFS, SKOS

    ontology = rdflib.Graph().parse(ROOT / "exports/rdf/newsgraph.ttl")
    kinds = (("Classes", OWL.Class), ("Properties", OWL.ObjectProperty), ("Literals", OWL.DatatypeProperty))
    terms = {kind: sorted(ontology.subjects(RDF.type, kind)) for _, kind in kinds}
    others = {s for s in ontology.subjects(SKOS.prefLabel) if str(s).startswith(NG)}
    lines = ["# The vocabulary", "", MADE, "", *VOCABULARY]
    for title, found in (*((title, terms[kind]) for title, kind in kinds), ("Values", sorted(others))):
        lines += ["", f"## {title}", "", "| term | what | of | is |", "|---|---|---|---|"]
        for term in found:
            if str(term).startswith(NG):
                parts = (RDFS.domain, RDFS.range) if title != "Values" else (None, RDF.type)
                ends = (_short(ontology, term, part) if part else "" for part in parts)
                lines.append(
                    f"| `ng:{str(term)[len(NG) :]}` | {_cell(ontology.value(term, SKOS.definition))} | {' | '.join(ends)} |"
                )
    return "\n".join(lines) + "\n"


def _short(ontology: Any, term: Any, part: Any) -> str:
    found = sorted(ontology.namespace_manager.qname(value) for value in ontology.objects(term, part))
    return ", ".join(f"`{name}`" for name in found)


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("<", "&lt;")


PAGES = {"commands.md": commands, "library.md": library, "vocabulary.md": vocabulary}
"""The pages made here."""


def write() -> None:
    """Write every page."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf8")


if __name__ == "__main__":
    write()
