"""A local server for one graph: page, statements, query editor, SPARQL 1.1 endpoint. Needs the extra ``serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph

from ..sandbox.limits import Limits

__all__ = ["Limits", "serve"]


def serve(source: KnowledgeGraph | str | Path, **options: Any) -> None:
    """Serve ``source`` until interrupted; options are those of :func:`newsgraph.exports.serve.app.serve`.

    Raises :class:`InputError` where starlette, uvicorn or Unix process limits are missing.
    """
    try:
        import resource  # noqa: F401

        from . import app
    except ImportError as error:
        raise InputError(
            f"The server needs a Unix system and the extra 'serve' ({error.name} is missing): "
            "pip install 'newsgraph[serve]'"
        ) from error
    app.serve(source, **options)
