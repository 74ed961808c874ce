"""``newsgraph query``."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from newsgraph.graph.bounded import read_text
from newsgraph.graph.errors import InputError

from .group import example, put, tell
from .limits import limited, query_limits


@click.command(
    epilog=example(
        "newsgraph query kg/ 'SELECT ?name WHERE { ?x a schema:Person ; skos:prefLabel ?name }'",
        "newsgraph query kg/ --recipe about --bind name=Putin",
    )
)
@click.argument("graph", type=click.Path())
@click.argument("sparql", required=False)
@click.option("-f", "--file", type=click.Path(), help="Read the query from a file, - for standard input.")
@click.option("--recipe", "name", help="Ask a query of the cookbook; --recipe list shows them.")
@click.option(
    "--bind",
    multiple=True,
    metavar="NAME=VALUE",
    help="Give the variable ?NAME a value: a text, <iri>, ent:name or number.",
)
@click.option("--format", "format_", help="table, json, csv, tsv, xml or ttl; by default a table.")
@click.option(
    "--anew",
    is_flag=True,
    help="Of a large graph that has changed, ask the present state, however long that takes.",
)
@query_limits
@click.option(
    "--store",
    type=click.Path(),
    help="Load GRAPH into this new folder, for more than memory holds; later ask the folder itself.",
)
def query(
    graph: str,
    sparql: str | None,
    file: str | None,
    name: str | None,
    bind: tuple[str, ...],
    format_: str | None,
    anew: bool,
    store: str | None,
    max_seconds: float | None,
    max_memory: int | None,
    max_rows: int | None,
) -> None:
    """Ask a built folder or an RDF file a SPARQL query; prefixes are declared already.

    It runs in a process of its own, which is stopped after 30 seconds or with 2,048 MB unless other limits are given.
    """
    from newsgraph.exports.sandbox.limits import READING, Limits
    from newsgraph.exports.sparql import GraphProcess
    from newsgraph.exports.sparql import query as run
    from newsgraph.exports.sparql.bindings import read_bindings
    from newsgraph.exports.sparql.names import bind_names
    from newsgraph.views import current

    if name == "list":
        _list_recipes()
        return
    limits = limited(Limits(), max_seconds, max_memory, max_rows)
    text = _query_text(sparql, file, name, bind, limits.query)
    asked = GraphProcess(
        current(graph, tell, behind=None if anew else _tell_behind),
        disk=store,
        limits=limited(READING, max_seconds, max_memory),
    )
    bindings = read_bindings(bind, asked.prefixes)
    result = run(asked, text, bindings=bind_names(asked, bindings) if name else bindings, limits=limits)
    for note in result.notes:
        tell(f"Note: {note}")
    if format_ in (None, "table"):
        click.echo(str(result), nl=False)
    else:
        put(result.text(format_))


def _tell_behind(message: str) -> None:
    tell(f"{message} With --anew the present one is asked, which takes a while.")


def _query_text(
    sparql: str | None, file: str | None, recipe_name: str | None, bind: Iterable[str], most: int
) -> str:
    """Return the one query that is given, on the command line, in a file, on standard input or by name."""
    if [sparql, file, recipe_name].count(None) != 2:
        raise InputError("give one query: as an argument, with --file, or with --recipe and its name.")
    if recipe_name is not None:
        return _recipe_text(recipe_name, bind)
    if sparql is not None and sparql != "-":
        return sparql
    return read_text(file, 4 * most) if file not in {None, "-"} else _standard_input(4 * most)


def _recipe_text(name: str, bind: Iterable[str]) -> str:
    """Return the query of a recipe; raises :class:`InputError` if it is about something that no binding names."""
    from newsgraph.exports.sparql.bindings import split_bindings
    from newsgraph.exports.sparql.cookbook import recipe

    found, bound = recipe(name), split_bindings(bind)
    missing = [variable for variable in found.wanted if variable not in bound]
    if missing:
        options = " ".join(f"--bind {variable}=..." for variable in missing)
        raise InputError(f"the recipe {name!r} is about one thing; say which: {options}.")
    return found.sparql


def _standard_input(most: int) -> str:
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise InputError(f"the query has more than {most:,} bytes.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"the query is not in UTF-8 ({error}).") from None


def _list_recipes() -> None:
    from newsgraph.exports.sparql.cookbook import recipes

    for found in recipes():
        click.echo(f"{found.name:28} {found.title}")
