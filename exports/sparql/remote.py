"""Loads the graph into a SPARQL 1.1 server: Fuseki, GraphDB, Virtuoso, QLever, Oxigraph and others."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator, Mapping
from http.client import HTTPException, HTTPMessage
from itertools import groupby
from typing import IO, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from pyoxigraph import RdfFormat, serialize

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..rdf.quads import to_quads
from ..rdf.vocabulary import DEFAULT_BASE

Protocol = Literal["graph-store", "update"]

USER, PASSWORD, TOKEN = "NEWSGRAPH_SPARQL_USER", "NEWSGRAPH_SPARQL_PASSWORD", "NEWSGRAPH_SPARQL_TOKEN"
"""Environment variables that credentials are taken from: a user and a password, or a bearer token."""

_SECONDS = 300.0
_CHUNK = 1 << 20  # characters of one INSERT DATA


def push(
    graph: KnowledgeGraph,
    url: str,
    *,
    protocol: Protocol = "graph-store",
    base: str = DEFAULT_BASE,
    mentions: bool = True,
) -> tuple[str, ...]:
    """Load ``graph`` into the server at ``url`` and return the names of the graphs that were written.

    Every document is a named graph of its own, which replaces what the server had under that name: pushing
    twice doubles nothing, and graphs of other documents stay. ``url`` is the address of the SPARQL 1.1 Graph
    Store Protocol, or with ``protocol="update"`` that of SPARQL 1.1 Update. Credentials come from the
    environment only (:data:`USER` and :data:`PASSWORD`, or :data:`TOKEN`), and are never sent on to another
    address.

    Raises :class:`InputError` with the server's answer where it refuses; graphs before that one are written.
    """
    if urlsplit(url).scheme not in {"http", "https"}:
        raise InputError(f"{url!r} is no address of a server; it starts with http:// or https://.")
    send = _put if protocol == "graph-store" else _update
    written: list[str] = []
    for name, triples in _graphs(graph, base, mentions):
        try:
            send(url, name, triples)
        except (HTTPError, URLError, HTTPException, OSError) as error:
            raise InputError(_explanation(error, url, name, len(written))) from error
        written.append(name)
    return tuple(written)


def _graphs(graph: KnowledgeGraph, base: str, mentions: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the N-Triples of each named graph."""
    quads = to_quads(graph, base=base, mentions=mentions)
    for name, group in groupby(quads, key=lambda quad: quad.graph_name):
        triples = (quad.triple for quad in group)
        yield str(name.value), serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _put(url: str, name: str, triples: bytes) -> None:
    separator = "&" if urlsplit(url).query else "?"
    _send(f"{url}{separator}graph={quote(name, safe='')}", "PUT", triples, "application/n-triples")


def _update(url: str, name: str, triples: bytes) -> None:
    """Replace a graph in one request: a failure between dropping and filling it would lose it."""
    inserts = (
        f"INSERT DATA {{ GRAPH <{name}> {{\n{lines}}} }}" for lines in _chunks(triples.decode("utf-8"))
    )
    update = " ;\n".join((f"DROP SILENT GRAPH <{name}>", *inserts))
    _send(url, "POST", update.encode(), "application/sparql-update")


def _chunks(text: str) -> Iterator[str]:
    """Yield whole lines, about a million characters at a time; line breaks in literals are escaped."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _CHUNK) + 1 or len(text)
        yield text[start:end]
        start = end


class _NoRedirect(HTTPRedirectHandler):
    """Follows no redirect: it would carry the credentials to another address."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


def _send(url: str, method: str, body: bytes, type: str) -> None:
    headers = {"Content-Type": type, "User-Agent": "newsgraph", **_credentials(os.environ)}
    request = Request(url, body, headers, method=method)  # noqa: S310 - the scheme was checked
    with build_opener(_NoRedirect).open(request, timeout=_SECONDS) as answer:
        answer.read()


def _credentials(environment: Mapping[str, str]) -> dict[str, str]:
    if TOKEN in environment:
        return {"Authorization": f"Bearer {environment[TOKEN]}"}
    if USER in environment:
        pair = f"{environment[USER]}:{environment.get(PASSWORD, '')}".encode()
        return {"Authorization": f"Basic {b64encode(pair).decode('ascii')}"}
    return {}


def _explanation(error: Exception, url: str, name: str, written: int) -> str:
    reason = str(getattr(error, "reason", None) or error)
    if isinstance(error, HTTPError):
        answer = error.read(500).decode("utf-8", "replace").strip()
        reason = f"{error.code} {error.reason}: {answer}".rstrip(": ")
        if error.code in {401, 403}:
            reason += f" (credentials are read from {USER} and {PASSWORD}, or {TOKEN})"
        if 300 <= error.code < 400:
            reason += f" (redirects are not followed; use {error.headers.get('Location', 'the new address')})"
    return f"{url} did not take the graph {name} ({written} written before it): {reason}"
