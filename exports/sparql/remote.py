"""Loads the graph into a SPARQL 1.1 server: Fuseki, GraphDB, Virtuoso, QLever, Oxigraph and others."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Literal
from urllib.parse import quote, urlsplit

from pyoxigraph import RdfFormat, serialize

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.pluralisation import counted

from ..rdf.quads import to_quads
from ..rdf.vocabulary import DEFAULT_BASE
from .transport import PASSWORD, TOKEN, USER, Server, ServerAnswer, TransportError, send, server_at

Protocol = Literal["graph-store", "update"]

SECONDS = 600.0
"""Seconds that all requests of a push may take together by default."""

_CHUNK = 1 << 20  # characters of one INSERT DATA
_BUSY = frozenset({429, 502, 503, 504})  # what a server may answer otherwise a moment later
_PAUSES = (0.5, 1.0, 2.0)  # seconds before a request is sent again
_LONGEST = 30.0  # seconds that a server may ask us to wait


def push(
    graph: KnowledgeGraph,
    url: str,
    *,
    protocol: Protocol = "graph-store",
    base: str = DEFAULT_BASE,
    mentions: bool = True,
    user: str | None = None,
    seconds: float = SECONDS,
    announce: Callable[[str, int], None] = lambda name, triples: None,
) -> tuple[str, ...]:
    """Load ``graph`` into the server at ``url`` and return the names of the graphs that were written.

    Every document is a named graph of its own, which replaces what the server had under that name, in one request:
    pushing twice doubles nothing, and graphs of other documents stay. So a request that got no answer, or that the
    server was too busy for, is sent again, at most three times; where no connection can be made, that is raised at
    once. ``url`` is the address of the SPARQL 1.1 Graph Store Protocol, or with ``protocol="update"`` that of SPARQL
    1.1 Update. All requests together take ``seconds`` at most; ``announce`` is told the name and the triples of each
    graph as soon as it is written.

    Credentials come from the environment (:data:`USER` and :data:`PASSWORD`, or :data:`TOKEN`); ``user`` goes before
    that user. They are never shown, and never sent on to another address.

    Raises :class:`InputError` with the server's answer where it refuses; graphs before that one are written.
    """
    server = server_at(url, os.environ, user=user)
    request = _put if protocol == "graph-store" else _update
    end = time.monotonic() + seconds
    written: list[str] = []
    for name, triples in _graphs(graph, base, mentions):
        problem = _send(server, *request(server, name, triples), end)
        if problem:
            before = (
                f"{counted(len(written), 'graph')} written before it"
                if written
                else "no graph was written before it"
            )
            raise InputError(
                server.hide(f"{server.shown} did not take the graph {name} ({before}): {problem}")
            )
        written.append(name)
        announce(name, triples.count(b"\n"))
    return tuple(written)


def _graphs(graph: KnowledgeGraph, base: str, mentions: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the N-Triples of each named graph."""
    quads = to_quads(graph, base=base, mentions=mentions)
    for name, group in groupby(quads, key=lambda quad: quad.graph_name):
        triples = (quad.triple for quad in group)
        yield str(name.value), serialize(triples, format=RdfFormat.N_TRIPLES) or b""


Sent = tuple[str, str, bytes, str]
"""The address, method, body and media type of a request."""


def _put(server: Server, name: str, triples: bytes) -> Sent:
    separator = "&" if urlsplit(server.url).query else "?"
    return f"{server.url}{separator}graph={quote(name, safe='')}", "PUT", triples, "application/n-triples"


def _update(server: Server, name: str, triples: bytes) -> Sent:
    """Replace a graph in one request: a failure between dropping and filling it would lose it."""
    inserts = (
        f"INSERT DATA {{ GRAPH <{name}> {{\n{lines}}} }}" for lines in _chunks(triples.decode("utf-8"))
    )
    update = " ;\n".join((f"DROP SILENT GRAPH <{name}>", *inserts))
    return server.url, "POST", update.encode(), "application/sparql-update"


def _chunks(text: str) -> Iterator[str]:
    """Yield whole lines, about a million characters at a time; line breaks in literals are escaped."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _CHUNK) + 1 or len(text)
        yield text[start:end]
        start = end


def _send(server: Server, url: str, method: str, body: bytes, type: str, end: float) -> str | None:
    """Send a request, again where that may help; return why the server did not take it, None where it did.

    Replacing a graph twice is replacing it once, so that every request is safe to be sent again.
    """
    for pause in (*_PAUSES, None):
        left = end - time.monotonic()
        if left <= 0:
            return "the time for all requests is over; allow more with --max-seconds"
        try:
            answer = send(server, url, method, body, type, seconds=left)
        except TransportError as error:
            problem, again, wait = str(error), error.again, pause
        else:
            if 200 <= answer.status < 300:
                return None
            problem, again, wait = _explanation(answer), answer.status in _BUSY, _wait(answer, pause)
        if not again or pause is None or wait is None or time.monotonic() + wait >= end:
            return problem
        time.sleep(wait)
    return None


def _wait(answer: ServerAnswer, pause: float | None) -> float | None:
    """Return the seconds to wait before the next try: what the server asks for, within reason."""
    asked = answer.retry_after or ""
    if pause is None or not (asked.isascii() and asked.isdigit() and len(asked) < 6):
        return pause
    return max(pause, int(asked)) if int(asked) <= _LONGEST else None


def _explanation(answer: ServerAnswer) -> str:
    reason = f"{answer.status} {answer.reason}: {answer.text}".rstrip(": ")
    if answer.status in {401, 403}:
        reason += f" (credentials are read from {USER} and {PASSWORD}, or {TOKEN})"
    if 300 <= answer.status < 400:
        place = (answer.location or "the new address").partition("?")[0]
        reason += f" (redirects are not followed; use {place})"
    return reason
