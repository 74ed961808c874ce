"""The page in notebooks and in the browser."""

from __future__ import annotations

import tempfile
import webbrowser
from html import escape
from pathlib import Path

from newsgraph.graph.knowledge_graph import KnowledgeGraph

from .page import write_page

MODERATE = 5_000
"""Statements up to which a notebook holds the page itself; a larger one would bloat the notebook's file."""


def iframe_html(kg: KnowledgeGraph, *, height: int = 640) -> str:
    """Return the page in a sandboxed frame, ``height`` pixels high; where it is too large, a sentence."""
    if len(kg.statements) > MODERATE:
        return f"<p>{escape(repr(kg))} is too large to show here; <code>kg.show()</code> opens it.</p>"
    return (
        f'<iframe srcdoc="{escape(write_page(kg))}" sandbox="allow-scripts allow-downloads allow-popups" '
        f'title="Knowledge graph" style="width:100%;height:{height}px;border:0" loading="lazy"></iframe>'
    )


def show(kg: KnowledgeGraph, path: str | Path | None = None) -> Path:
    """Write the page to ``path`` (by default a temporary file), open it in the browser, return the path."""
    target = Path(path) if path else Path(tempfile.mkdtemp(prefix="newsgraph-")) / "graph.html"
    target.write_text(write_page(kg), encoding="utf-8", newline="\n")
    webbrowser.open(target.resolve().as_uri())
    return target
