"""The SPARQL 1.1 Protocol: queries by GET and POST, content negotiation, the service description."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from urllib.parse import parse_qsl, quote

from pyoxigraph import NamedNode, Triple
from starlette.requests import Request as HttpRequest
from starlette.responses import RedirectResponse, Response

from ..rdf.text import write_rdf
from ..rdf.vocabulary import RDF
from ..sandbox.limits import Limits
from .connection import SECONDS
from .exchange import Reply, Request, refuse
from .media import TRIPLE_TYPES, choose
from .pool import Pool

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"


class RefusedError(Exception):
    """A request that is no query; ``reply`` says why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.reply = refuse(status, reason)


async def endpoint(request: HttpRequest, pool: Pool) -> Response:
    """Answer a request to the SPARQL endpoint; without a query it describes itself."""
    try:
        parameters = await _parameters(request, pool.limits)
        queries = [value for name, value in parameters if name == "query"]
        if not queries and request.method == "GET" and not any(name == "update" for name, _ in parameters):
            return _description(request)
        return _response(await _ask(request, _to_query(parameters, request), pool))
    except RefusedError as error:
        return _response(error.reply)


async def _ask(request: HttpRequest, query: Request, pool: Pool) -> Reply:
    """Return the answer to a query, which is stopped when its client goes away."""
    asking = asyncio.create_task(pool.ask(query))
    leaving = asyncio.create_task(_left(request))
    try:
        await asyncio.wait({asking, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return asking.result() if asking.done() else refuse(400, "The client has gone away.")
    finally:
        asking.cancel()
        leaving.cancel()


async def _left(request: HttpRequest) -> None:
    """Wait until the client hangs up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(reply: Reply) -> Response:
    headers = {"Vary": "Accept"}
    if reply.notes:
        headers["X-Newsgraph-Notes"] = quote(" ".join(reply.notes))
    return Response(reply.body, reply.status, headers, reply.type)


def _to_query(parameters: Sequence[tuple[str, str]], request: HttpRequest) -> Request:
    values = {name: [value for n, value in parameters if n == name] for name, _ in parameters}
    if "update" in values:
        raise RefusedError(403, "This endpoint only reads: no updates.")
    if len(values.get("query", ())) != 1:
        raise RefusedError(400, "A request has exactly one parameter 'query'.")
    accept = ", ".join(request.headers.getlist("accept"))
    graphs = tuple(values.get("default-graph-uri", ())), tuple(values.get("named-graph-uri", ()))
    return Request(values["query"][0], accept, *graphs)


async def _parameters(request: HttpRequest, limits: Limits) -> list[tuple[str, str]]:
    """Return the parameters of the address and, of a POST, those of its body."""
    given = _parse(request.url.query)
    if request.method == "GET":
        return given
    type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if type == "application/sparql-update":
        raise RefusedError(403, "This endpoint only reads: no updates.")
    if type not in {_FORM, _QUERY}:
        raise RefusedError(415, f"A query is posted as {_FORM} or {_QUERY}.")
    try:
        body = await asyncio.wait_for(_body(request, limits), SECONDS)
    except TimeoutError:
        raise RefusedError(408, f"The query did not arrive within {SECONDS:g} seconds.") from None
    return given + (_parse(body) if type == _FORM else [("query", body)])


def _parse(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=50, errors="strict")
    except ValueError as error:
        raise RefusedError(400, f"The parameters cannot be read: {error}") from error


async def _body(request: HttpRequest, limits: Limits) -> str:
    """Return the text of the body, reading no more of it than a query may have."""
    parts, size = [], 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > limits.query * 4:
            raise RefusedError(413, f"The query is longer than {limits.query:,} characters.")
    try:
        return b"".join(parts).decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, "The query is not in UTF-8.") from error


def _description(request: HttpRequest) -> Response:
    """Describe the service (SPARQL 1.1 Service Description); a browser is shown the editor."""
    accept = ", ".join(request.headers.getlist("accept"))
    if "text/html" in accept:
        return RedirectResponse("/query", 303)
    type = choose(accept, TRIPLE_TYPES)
    if type is None:
        return _response(refuse(406, f"The service description is {', '.join(TRIPLE_TYPES)}."))
    body = write_rdf(description(str(request.url_for("sparql"))), TRIPLE_TYPES[type], {"sd": SD})
    return Response(body, 200, {"Vary": "Accept"}, f"{type}; charset=utf-8")


def description(address: str) -> list[Triple]:
    """Return the triples that describe the service at ``address``."""
    node, dataset, graph = (NamedNode(address + part) for part in ("", "#dataset", "#graph"))
    formats = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
    rdf = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")
    return [
        Triple(node, NamedNode(RDF + "type"), NamedNode(SD + "Service")),
        Triple(node, NamedNode(SD + "endpoint"), node),
        Triple(node, NamedNode(SD + "supportedLanguage"), NamedNode(SD + "SPARQL11Query")),
        *(
            Triple(node, NamedNode(SD + "resultFormat"), NamedNode(FORMATS + name))
            for name in (*formats, *rdf)
        ),
        Triple(node, NamedNode(SD + "defaultDataset"), dataset),
        Triple(dataset, NamedNode(RDF + "type"), NamedNode(SD + "Dataset")),
        Triple(dataset, NamedNode(SD + "defaultGraph"), graph),
        Triple(graph, NamedNode(RDF + "type"), NamedNode(SD + "Graph")),
    ]
