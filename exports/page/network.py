"""A pyvis network that writes our page: nodes, edges and options are pyvis', the page around them is ours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyvis.network import Network  # type: ignore[import-untyped]

from newsgraph.graph.files import write_text

from .coding import CodedTexts, coded_texts
from .columns import columns, numbers
from .template import render
from .theme import GROUPS, KINDS

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 1.5},
    "edges": {"width": 1.4, "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}}},
}
"""Options of vis-network: everything is drawn where the layout put it, nothing moves by itself."""

NODE_COLUMNS = ("shape", "group", "size", "x", "y")


@dataclass(frozen=True, slots=True)
class DrawnGraph:
    """What is drawn: nodes by their columns, with ``places`` for those that are drawn at first, and edges with their kinds.

    A network of pyvis has a dictionary for each node and edge, which take more memory than all else of a large page.
    """

    title: str
    details: Callable[[], Iterator[tuple[str, Any]]]
    labels: Sequence[str]
    groups: Sequence[str]
    sizes: Sequence[float]
    places: Mapping[int, tuple[int, int]]
    edges: Sequence[tuple[int, int, str]]

    def nodes(self) -> Iterator[dict[str, Any]]:
        """Yield the attributes of each node, as pyvis has them."""
        for number, (label, group, size) in enumerate(zip(self.labels, self.groups, self.sizes, strict=True)):
            x, y = self.places.get(number, (None, None))
            yield {"label": label, "shape": GROUPS[group][1], "group": group, "size": size, "x": x, "y": y}

    def parts(self) -> Iterator[tuple[str, Any]]:
        """Return the data of the page, part by part."""
        drawing = {"nodes": columns(self.nodes(), NODE_COLUMNS), "edges": _ends(self.edges)}
        return _parts({"title": self.title, "options": OPTIONS}, self.details, self.labels, drawing)


class PageNetwork(Network):  # type: ignore[misc]
    """A directed pyvis ``Network`` whose HTML is one safe file that needs no network.

    Node ids are the numbers 0, 1, ... in order of importance. ``details`` gives, part by part, what the page tells about
    nodes and edges beyond their drawing, as JSON.
    """

    def __init__(self, drawing: DrawnGraph) -> None:
        super().__init__(directed=True, heading=drawing.title, cdn_resources="in_line")
        self.details = drawing.details
        self.node_ids = _NodeIds()
        self.set_options(json.dumps(OPTIONS))
        for number, node in enumerate(drawing.nodes()):
            self.add_node(number, **node)
        for source, target, kind in drawing.edges:
            self.add_edge(source, target, kind=kind, dashes=KINDS[kind][1])

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page. The arguments are pyvis' and change nothing: the page is the same everywhere."""
        self.html = render(self.heading, self.parts())
        return self.html

    def parts(self) -> Iterator[tuple[str, Any]]:
        """Return the data of the page, part by part; these do not need the network any more."""
        nodes, edges, heading, _, _, options = self.get_network_data()
        drawing = {
            "nodes": columns(nodes, NODE_COLUMNS),
            "edges": _ends([(edge["from"], edge["to"], edge["kind"]) for edge in edges]),
        }
        first = {"title": heading, "options": json.loads(options)}
        return _parts(first, self.details, [node["label"] for node in nodes], drawing)

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page to the file ``name`` in UTF-8, whatever the locale, and nothing beside it."""
        write_text(name, self.generate_html())
        if open_browser:
            import webbrowser

            webbrowser.open(Path(name).resolve().as_uri())


def _ends(edges: Sequence[tuple[int, int, str]]) -> dict[str, Any]:
    return {
        "from": numbers(source for source, _, _ in edges),
        "to": numbers(target for _, target, _ in edges),
    }


def _parts(
    first: Mapping[str, Any],
    details: Callable[[], Iterator[tuple[str, Any]]],
    labels: Sequence[str],
    drawing: Mapping[str, Any],
) -> Iterator[tuple[str, Any]]:
    """Yield the parts; names of nodes and sentences share one list of words."""
    yield from first.items()
    coded = CodedTexts([], [], [])
    for name, part in details():
        if name == "sentences":
            coded = coded_texts(labels, part["text"])
            yield name, {**part, "text": {"texts": coded.texts}}
        else:
            yield name, part
    yield "words", coded.words
    yield "nodes", {"label": {"texts": coded.names}, **drawing["nodes"]}
    yield "edges", drawing["edges"]


class _NodeIds(dict[int, None]):
    """The node ids as pyvis uses them; its list takes n steps for every look-up, a dictionary one."""

    def append(self, node_id: int) -> None:
        self[node_id] = None
