"""A pyvis network that writes our page: nodes, edges and options are pyvis', the page around them is ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyvis.network import Network  # type: ignore[import-untyped]

from newsgraph.graph.files import write_text

from .coding import coded_texts
from .columns import columns, numbers
from .template import render

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 1.5},
    "edges": {"width": 1.4, "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}}},
}
"""Options of vis-network: everything is drawn where the layout put it, nothing moves by itself."""

NODE_COLUMNS = ("shape", "group", "size", "x", "y")


class PageNetwork(Network):  # type: ignore[misc]
    """A directed pyvis ``Network`` whose HTML is one safe file that needs no network.

    Node ids are the numbers 0, 1, ... in order of importance. ``details`` is what the page tells about nodes
    and edges beyond their drawing, as JSON.
    """

    def __init__(self, *, title: str, details: Mapping[str, Any]) -> None:
        super().__init__(directed=True, heading=title, cdn_resources="in_line")
        self.details = details
        self.node_ids = _NodeIds()
        self.set_options(json.dumps(OPTIONS))

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page. The arguments are pyvis' and change nothing: the page is the same everywhere."""
        nodes, edges, heading, _, _, options = self.get_network_data()
        sentences = self.details["sentences"]
        coded = coded_texts([node["label"] for node in nodes], sentences["text"])
        data = {
            "title": heading,
            "options": json.loads(options),
            **self.details,
            "words": coded.words,
            "nodes": {"label": {"texts": coded.names}, **columns(nodes, NODE_COLUMNS)},
            "edges": {
                "from": numbers(edge["from"] for edge in edges),
                "to": numbers(edge["to"] for edge in edges),
            },
            "sentences": {**sentences, "text": {"texts": coded.texts}},
        }
        self.html = render(heading, data)
        return self.html

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page to the file ``name`` in UTF-8, whatever the locale, and nothing beside it."""
        write_text(name, self.generate_html())
        if open_browser:
            import webbrowser

            webbrowser.open(Path(name).resolve().as_uri())


class _NodeIds(dict[int, None]):
    """The node ids as pyvis uses them; its list takes n steps for every look-up, a dictionary one."""

    def append(self, node_id: int) -> None:
        self[node_id] = None
