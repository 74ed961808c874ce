"""Finds the place where a query leaves the grammar, with rdflib's parser: Oxigraph's own offsets point behind it.

That parser can take very long over a query that is nested, so it runs in a process of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from newsgraph.graph.errors import InputError

from ..sandbox.limits import Limits

if TYPE_CHECKING:
    from ..sandbox.exchange import Frames
    from ..sandbox.querying import Send

MOST = 20_000
"""Characters of a query that is worth the time."""

_LIMITS = Limits(seconds=5.0, memory=1 << 30)


def problem(query: str) -> tuple[int, str] | None:
    """Return an offset in ``query`` and what is wrong there, None where that is not found in time."""
    from ..sandbox.process import Sandbox, StoppedError

    if len(query) > MOST:
        return None
    try:
        sandbox = Sandbox(__name__, {}, _LIMITS)
        sandbox.ready(_LIMITS.seconds)
        found, _ = sandbox.ask({"query": query}, limits=_LIMITS)
        sandbox.close()
    except (InputError, StoppedError):  # a process that may open no file any more can start none either
        return None
    return (found["offset"], found["problem"]) if found["problem"] else None


def start(head: Mapping[str, Any], frames: Frames) -> tuple[None, dict[str, Any]]:
    """Load the parser, in the process that is made for it."""
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: F401

    return None, {}


def answer(state: None, head: Mapping[str, Any], body: bytes, send: Send) -> None:
    """Send the place where the query of ``head`` leaves the grammar, and what is wrong there."""
    offset, said = _found(head["query"])
    send({"offset": offset, "problem": said})


def _found(query: str) -> tuple[int, str]:
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(query)
    except ParseException as error:
        rest = query[error.loc :].split(maxsplit=1)
        return (
            error.loc,
            f"cannot make sense of {rest[0][:60]!r} here" if rest else "the query ends too early",
        )
    except Exception:  # a query that rdflib parses but cannot prepare says nothing about the place
        return 0, ""
    return 0, ""
