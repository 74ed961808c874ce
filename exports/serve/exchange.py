"""Requests and answers as the server and the processes that run its queries exchange them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from ..sandbox.limits import Limits


@dataclass(frozen=True, slots=True)
class Request:
    """A query, what its client accepts, and the graphs it asks for in place of the default ones."""

    query: str
    accept: str = "*/*"
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer: status, media type, body and notes for the reader."""

    status: int
    type: str
    body: bytes
    notes: tuple[str, ...] = field(default=())


def refuse(status: int, reason: str) -> Reply:
    """Return the answer to a query that is not run, or was not run to its end."""
    return Reply(status, "text/plain; charset=utf-8", f"{reason}\n".encode("utf-8", "replace"))


def request_head(request: Request, limits: Limits) -> dict[str, Any]:
    """Return ``request`` as the head of a message."""
    return {"request": asdict(request), "all_limits": asdict(limits)}


def to_request(head: Any) -> Request:
    """Return the request of a message."""
    graphs = {name: tuple(head[name]) for name in ("default_graphs", "named_graphs")}
    return Request(head["query"], head["accept"], **graphs)


def reply_head(reply: Reply) -> dict[str, Any]:
    """Return ``reply``, but for its body, as the head of a message."""
    return {"status": reply.status, "type": reply.type, "notes": reply.notes}


def to_reply(head: Any, body: bytes) -> Reply:
    """Return the reply of a message."""
    return Reply(head["status"], head["type"], body, tuple(head["notes"]))
