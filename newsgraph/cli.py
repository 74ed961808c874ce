"""The command line: each command is a few lines over the library call of the same name."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from newsgraph import __version__
from newsgraph.graph.errors import InputError, NewsgraphError

if TYPE_CHECKING:
    from newsgraph.api import KnowledgeGraph
    from newsgraph.graph.model.judgement import Verdict
    from newsgraph.graph.model.record import ExtractionRecord

ANSWERS = ("same", "different", "skip")
TOP = 10
"""Rows in the tables that ``build`` prints."""


class Commands(click.Group):
    """Turns what newsgraph refuses into one plain message and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; nothing a person does wrong gives a traceback."""
        warnings.showwarning = lambda message, *rest: click.echo(f"Warning: {message}", err=True)
        try:
            return super().invoke(ctx)
        except NewsgraphError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:  # `| head` has seen enough
            sys.stderr.close()
            ctx.exit(0)


def example(*commands: str) -> str:
    """An epilog that shows commands as they are typed."""
    return "\n  ".join(["\b\nExample:", *commands])


@click.group(cls=Commands, epilog=example("newsgraph build article.txt -o kg/ && newsgraph query kg/ --help"))
@click.version_option(__version__)
def main() -> None:
    """Turn news articles into a knowledge graph that can be checked."""


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What `build` and `extract` have in common."""
    for option in (
        click.option(
            "--schema", type=click.Path(), help="A YAML file of relations, added to the built-in ones."
        ),
        click.option("--date", metavar="YYYY-MM-DD", help="Day of publication of texts that do not tell it."),
        click.argument("articles", nargs=-1, required=True),
    ):
        command = option(command)
    return command


page_option = click.option(
    "--max-visible",
    type=click.IntRange(min=1),
    metavar="N",
    help="Entities that the page opens with, the most important ones; 300 if not given. All can be brought in.",
)


@main.command(epilog=example("newsgraph build news/*.txt -o kg/ --date 2026-03-02"))
@reading_options
@click.option(
    "-o", "--out", type=click.Path(), required=True, help="Folder for graph.ttl, graph.html, graph.jsonl."
)
@click.option("--judgements", type=click.Path(), help="A file of decisions on who is who.")
@click.option("--entities", type=click.Path(), help="Your own list of entities (CSV or JSON Lines).")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave out less sure statements."
)
@page_option
def build(
    articles: tuple[str, ...],
    date: str | None,
    schema: str | None,
    out: str,
    judgements: str | None,
    entities: str | None,
    min_confidence: float,
    max_visible: int | None,
) -> None:
    """Read plain text ARTICLES (files, folders, - for standard input) and write a graph into a folder."""
    from newsgraph import api
    from newsgraph.graph.review.questions import unknown_sides

    records, failures = _read(articles, date, schema)
    if not records:
        _report(failures)
        raise InputError("no article could be read; nothing was written.")
    graph = api.assemble(records, judgements=judgements, entities=entities, min_confidence=min_confidence)
    paths = api.write_folder(graph, out, max_visible=max_visible, announce=_tell)
    for name in unknown_sides(graph):
        _tell(f"{judgements}: nothing in these articles is called {name!r}.")
    _show(graph)
    for path in paths.values():
        click.echo(str(path))
    if failures:
        _report(failures)
        click.get_current_context().exit(2)


@main.command(epilog=example("newsgraph extract article.txt | jq '.statements[].predicate.text'"))
@reading_options
def extract(articles: tuple[str, ...], date: str | None, schema: str | None) -> None:
    """Print the extraction record of each of ARTICLES as a line of JSON."""
    from newsgraph.graph.model.record_io import write_records

    failures = []
    for result in _reading(articles, date, schema):
        if _is_record(result):
            for line in write_records([result]):
                click.echo(line, nl=False)
        else:
            failures.append(result)
    if failures:
        _report(failures)
        click.get_current_context().exit(2)


@main.command(
    epilog=example(
        "newsgraph query kg/ 'SELECT ?name WHERE { ?x a schema:Person ; skos:prefLabel ?name }'",
        "newsgraph query kg/ --recipe about --bind name=Putin",
    )
)
@click.argument("graph", type=click.Path())
@click.argument("sparql", required=False)
@click.option("-f", "--file", type=click.File("rb"), help="Read the query from a file, - for standard input.")
@click.option("--recipe", "name", help="Ask a query of the cookbook; --recipe list shows them.")
@click.option(
    "--bind",
    multiple=True,
    metavar="NAME=VALUE",
    help="Give the variable ?NAME a value: a text, <iri>, ent:name or number.",
)
@click.option("--format", "format_", help="table, json, csv, tsv, xml or ttl; by default a table.")
@click.option(
    "--store",
    type=click.Path(),
    help="Load GRAPH into this new folder, for more than memory holds; later ask the folder itself.",
)
def query(
    graph: str,
    sparql: str | None,
    file: BinaryIO | None,
    name: str | None,
    bind: tuple[str, ...],
    format_: str | None,
    store: str | None,
) -> None:
    """Ask a built folder or an RDF file a SPARQL query; prefixes are declared already."""
    from newsgraph.exports.sparql.bindings import read_bindings
    from newsgraph.exports.sparql.query import query as run
    from newsgraph.exports.sparql.store import open_store

    if name == "list":
        _list_recipes()
        return
    text = _query_text(sparql, file, name)
    opened = open_store(graph, disk=store)
    result = run(opened, text, bindings=read_bindings(bind, opened.prefixes))
    for note in result.notes:
        click.echo(f"Note: {note}", err=True)
    click.echo(result.text(format_) if format_ else str(result), nl=False)


@main.command(epilog=example("newsgraph export kg/ -o kg.graphml"))
@click.argument("graph", type=click.Path())
@click.option(
    "-o", "--out", required=True, help="File to write; its suffix picks the format; - for standard output."
)
@click.option("--format", "format_", help="Format, where the suffix does not tell.")
@click.option("--base", help="Start of the IRIs of entities, claims and documents, in RDF; ends in a slash.")
@click.option("--mentions/--no-mentions", default=True, help="Whether RDF has every mention, half of it all.")
@click.option(
    "--reifies", is_flag=True, help="Write claims as reifiers of RDF 1.2 (Turtle, TriG, N-Triples)."
)
@page_option
def export(
    graph: str,
    out: str,
    format_: str | None,
    base: str | None,
    mentions: bool,
    reifies: bool,
    max_visible: int | None,
) -> None:
    """Write a built GRAPH as a page (HTML) or for another tool: TriG, JSON-LD, GraphML, GEXF, CSV, Cypher and more."""
    from newsgraph import api
    from newsgraph.exports.formats import write
    from newsgraph.exports.rdf import DEFAULT_BASE

    if format_ == "html" or (format_ is None and Path(out).suffix.lower() in {".html", ".htm"}):
        html = api.make_page(api.load(graph), max_visible=max_visible, announce=_tell)
        click.echo(html, nl=False) if out == "-" else api.write_text(out, html)
        return
    write(api.load(graph), out, format_, base=base or DEFAULT_BASE, mentions=mentions, reifies=reifies)


@main.command(epilog=example("newsgraph explain kg/ Putin"))
@click.argument("graph", type=click.Path())
@click.argument("entity")
def explain(graph: str, entity: str) -> None:
    """Say why the mentions of ENTITY are one node, what joined them, and what was kept apart."""
    from newsgraph import api
    from newsgraph.graph.review.explain import explain as lines

    loaded = api.load(graph)
    found = loaded.find(entity)
    if found is None:
        raise InputError(f"{graph}: nothing in it is called {entity!r}.")
    click.echo("\n".join(lines(loaded, found.entity)))


@main.command(epilog=example("newsgraph resolve kg/ --judgements who.tsv"))
@click.argument("graph", type=click.Path())
@click.option(
    "--judgements", type=click.Path(dir_okay=False), help="Record answers in this file, then build with it."
)
@click.option("--answer", type=click.Choice(["same", "different"]), help="Answer for the two names given.")
@click.argument("names", nargs=-1)
def resolve(graph: str, judgements: str | None, answer: Verdict | None, names: tuple[str, ...]) -> None:
    """List who might be whom, the most valuable question first; or record that two NAMES are same or different.

    On a terminal with --judgements each question is asked in turn.
    """
    from newsgraph import api
    from newsgraph.graph.model.judgement import Judgement, append_judgement
    from newsgraph.graph.review.questions import questions

    if answer:
        if judgements is None or len(names) != 2:
            raise InputError("to record an answer give --judgements FILE and two names.")
        loaded = api.load(graph)
        for name in names:
            if loaded.find(name) is None:
                _tell(f"{graph}: nothing in it is called {name!r}; the answer is kept for articles to come.")
        left, right = sorted(names)
        append_judgement(Path(judgements), Judgement(left, right, answer, author="user"))
        return
    for question in questions(api.load(graph)):
        click.echo(question.text)
        if judgements is not None and sys.stdin.isatty():
            word = click.prompt("same, different or skip", type=click.Choice(ANSWERS), default="skip")
            if word != "skip":
                verdict: Verdict = "same" if word == "same" else "different"
                answered = replace(question.judgement, verdict=verdict, score=1.0, author="user")
                append_judgement(Path(judgements), answered)


@main.command(epilog=example("newsgraph check kg/ --most 2"))
@click.argument("graph", type=click.Path())
@click.option("--most", default=0, show_default=True, help="So many findings are fine; more exit with 1.")
def check(graph: str, most: int) -> None:
    """Count nodes that are probably junk: pronouns, bare titles, weekdays, single letters, bylines."""
    from newsgraph import api
    from newsgraph.graph.pluralisation import counted
    from newsgraph.graph.review.lint import check as find

    findings = find(api.load(graph))
    for finding in findings:
        click.echo(f"{finding.name}\t{finding.problem}\t{finding.entity}")
    click.echo(counted(len(findings), "finding"), err=True)
    if len(findings) > most:
        click.get_current_context().exit(1)


@main.command(epilog=example("newsgraph serve kg/ -o"))
@click.argument("graph", type=click.Path())
@click.option("-p", "--port", default=8765, show_default=True, help="Port on 127.0.0.1; 0 is any free one.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the browser.")
def serve(graph: str, port: int, open_browser: bool) -> None:
    """Serve a built folder or an RDF file on this machine: page, statements, SPARQL editor and endpoint."""
    from newsgraph.exports.serve import serve as run

    run(graph, port=port, open_browser=open_browser, announce=lambda line: click.echo(line, err=True))


@main.command(epilog=example("newsgraph push kg/ http://localhost:7878/store"))
@click.argument("graph", type=click.Path())
@click.argument("url")
@click.option(
    "--update", is_flag=True, help="URL is a SPARQL Update address, not one of the Graph Store Protocol."
)
def push(graph: str, url: str, update: bool) -> None:
    """Load a built GRAPH into a SPARQL 1.1 server; each document's named graph is replaced, not doubled."""
    from newsgraph import api
    from newsgraph.exports.sparql.remote import push as run

    for name in run(api.load(graph), url, protocol="update" if update else "graph-store"):
        click.echo(name)


def _query_text(sparql: str | None, file: BinaryIO | None, recipe_name: str | None) -> str:
    """The one query that is given, on the command line, in a file, on standard input or by name."""
    from newsgraph.exports.sparql.recipes import recipe

    if [sparql, file, recipe_name].count(None) != 2:
        raise InputError("give one query: as an argument, with --file, or with --recipe and its name.")
    if recipe_name is not None:
        return recipe(recipe_name).sparql
    if sparql is not None and sparql != "-":
        return sparql
    try:
        return (file or sys.stdin.buffer).read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"the query is not in UTF-8 ({error}).") from None


def _list_recipes() -> None:
    from newsgraph.exports.sparql.recipes import recipes

    for found in recipes():
        click.echo(f"{found.name:28} {found.title}")


def _reading(articles: Iterable[str], date: str | None, schema: str | None) -> Iterator[Any]:
    """Records and failures, with a progress bar on a terminal."""
    from rich.console import Console
    from rich.progress import track

    from newsgraph import api
    from newsgraph.extract.readers.document import expand_paths

    api.to_date(date)
    paths = list(expand_paths(articles))
    console = Console(stderr=True)
    results = api.read_all(paths, date=date, schema=schema)
    yield from track(
        results, "Reading", total=len(paths), console=console, disable=not console.is_terminal, transient=True
    )


def _read(
    articles: Iterable[str], date: str | None, schema: str | None
) -> tuple[list[ExtractionRecord], list[Any]]:
    records: list[ExtractionRecord] = []
    failures: list[Any] = []
    for result in _reading(articles, date, schema):
        (records if _is_record(result) else failures).append(result)
    return records, failures


def _is_record(result: object) -> bool:
    from newsgraph.graph.model.record import ExtractionRecord

    return isinstance(result, ExtractionRecord)


def _tell(line: str) -> None:
    click.echo(line, err=True)


def _report(failures: Iterable[Any]) -> None:
    for failure in failures:
        click.echo(f"Error: {failure.reason}", err=True)


def _show(graph: KnowledgeGraph) -> None:
    """The most connected entities and the strongest statements, as tables on a terminal or plain lines."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    named = [entity for entity in graph.entities if entity.named]
    named.sort(key=lambda entity: (-len(graph.statements_of(entity.id)), entity.name))
    console.print(repr(graph)[1:-1], soft_wrap=True)
    table = Table("entity", "type", "statements")
    for entity in named[:TOP]:
        table.add_row(Text(entity.name), entity.label, str(len(graph.statements_of(entity.id))))
    console.print(table)
    table = Table(
        "statement", "how", "who says so", "when", "sure", title="Strongest statements", title_justify="left"
    )
    for statement in strongest(graph)[:TOP]:
        subject = graph.entity(statement.subject).name
        object_ = graph.entity(statement.object).name if statement.object else ""
        how = statement.modality if statement.polarity == "positive" else f"not, {statement.modality}"
        table.add_row(
            Text(f"{subject} {statement.predicate} {object_}"),
            how,
            Text(statement.attribution_text or ""),
            statement.time or "",
            f"{statement.confidence:.2f}",
        )
    console.print(table)


def strongest(graph: KnowledgeGraph) -> list[Any]:
    """Statements between named entities, the surest first."""
    named = {entity.id for entity in graph.entities if entity.named}
    found = [s for s in graph.statements if s.subject in named and s.object in named]
    return sorted(found, key=lambda s: (-s.confidence, -len(s.evidence), s.id))
