"""The pages of the server: they work without scripts of others, and show texts as texts."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from starlette.testclient import TestClient

from newsgraph.exports.sandbox.limits import Limits
from newsgraph.exports.serve.app import application
from newsgraph.exports.serve.pool import Pool
from newsgraph.exports.serve.site import Site
from newsgraph.graph import KnowledgeGraph
from tests.exports.sample import sample_graph
from tests.exports.serve.test_protocol import send
from tests.exports.strategies import with_prefix

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag."""
        self.tags.append((tag, dict(attrs)))


def client(graph: KnowledgeGraph, name: str = "kg", tmp_path=None) -> TestClient:
    """Return a client of the pages, without workers."""
    app = application(
        SimpleNamespace(site=Site(graph, "<p>page</p>", name), pool=Pool(tmp_path or __file__, Limits())), 80
    )
    return TestClient(app, base_url="http://127.0.0.1:80", headers={"Host": "127.0.0.1:80"})


@pytest.mark.parametrize("path", ["/", "/statements", "/query", "/statements?q=holm&page=99"])
def test_pages_bring_no_foreign_script(server: str, path: str):
    """Every script and style is ours, none is inline, and a policy says so."""
    status, headers, text = send(server + path)
    assert status == 200
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    for tag, attributes in Tags(text).tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert (attributes.get("src") or attributes.get("href") or "/").startswith(("/", "data:,"))
        if tag == "script":
            assert attributes["src"] == "/static/editor.js"


def test_the_graph_page_and_files(server: str):
    """The page of the graph, the script and the style sheet are served; no other file is."""
    status, headers, text = send(f"{server}/graph")
    assert status == 200
    assert "<html" in text
    own = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])  # type: ignore[index]
    assert own.startswith("default-src 'none'; script-src 'sha256-")
    assert headers["Content-Security-Policy"] == f"{own}; frame-ancestors 'self'"
    assert send(f"{server}/static/editor.js")[1]["Content-Type"].startswith("text/javascript")
    for path in ("/static/site.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/nothing"):
        assert send(server + path)[0] == 404


def test_the_page_is_written_when_asked_for():
    """An RDF file has no page beside it: the server starts without, and writes one."""
    app = application(
        SimpleNamespace(site=Site(sample_graph(), None, "kg"), pool=Pool(__file__, Limits())), 80
    )
    with TestClient(app, headers={"Host": "127.0.0.1:80"}) as http:
        pages = [http.get("/graph").text for _ in range(2)]
    assert pages[0] == pages[1]
    assert "<html" in pages[0]


def test_statements_are_found():
    """All words must occur; the rest of the page counts."""
    with client(sample_graph()) as http:
        text = http.get("/statements", params={"q": "HOLM  visit"}).text
    assert "2 of 12 statements" in text
    assert "Holm plans to visit Velmark." in text
    assert "resigned" not in text


def test_hostile_texts_stay_texts():
    """Script in names, sentences, searches and the name of the folder is shown, never run."""
    with client(with_prefix(sample_graph(), EVIL), name=EVIL) as http:
        for path in ("/", "/statements", "/query"):
            text = http.get(path, params={"q": EVIL}).text
            tags = Tags(text).tags
            assert [a.get("src") for tag, a in tags if tag == "script"] in ([], ["/static/editor.js"])
            assert not any(tag == "img" for tag, _ in tags)
            assert EVIL not in text


def test_pages_of_statements():
    """A long table is cut into pages with links that keep the search."""
    graph = sample_graph()
    site = Site(graph, "", "kg")
    rows = site._rows
    site.__dict__["_rows"] = [(text, row) for text, row in rows for _ in range(20)]
    app = application(SimpleNamespace(site=site, pool=Pool(__file__, Limits())), 80)
    with TestClient(app, headers={"Host": "127.0.0.1:80"}) as http:
        text = http.get("/statements", params={"q": "holm", "page": "2"}).text
    assert "Page 2 of 4" in text
    links = [a["href"] for tag, a in Tags(text).tags if tag == "a" and a.get("rel")]
    assert links == ["/statements?q=holm&page=1", "/statements?q=holm&page=3"]
