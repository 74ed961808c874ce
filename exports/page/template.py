"""The HTML file around the data: scripts inside, and a policy under which nothing else can run or load.

Scripts travel deflated, or a page could not be shown in a notebook: the loader inflates each into an inline script, which
runs only because the policy names its hash.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from .bundle import own_script


def render(title: str, data: Iterable[tuple[str, Any]]) -> str:
    """Return the page for ``data``, named parts of JSON. The title is escaped; all other text travels as base64."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("newsgraph.exports.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    scripts = [_drawing_library(), own_script()]
    return environment.get_template("template.html.jinja").render(
        title=title.encode("utf-8", "replace").decode("utf-8"),
        scripts=[deflated([script]) for script in scripts],
        loader=_loader(),
        style=_style(),
        policy=page_policy(),
        data=deflated(_json(data)),
    )


def _json(parts: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Yield the JSON of named parts, a column at a time: all at once, it takes ten times the memory of its text."""
    start = "{"
    for name, part in parts:
        yield f"{start}{json.dumps(str(name))}:"
        if isinstance(part, dict) and part:
            yield from _json(part.items())
        else:
            yield json.dumps(part, ensure_ascii=True, separators=(",", ":"))
        start = ","
    yield "}"


def policy(scripts: list[str], style: str) -> str:
    """Return the Content-Security-Policy: these scripts, this style, pictures made here, nothing else."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def page_policy() -> str:
    """Return the Content-Security-Policy of every page that this version writes."""
    return policy([_drawing_library(), own_script(), _loader()], _style())


def deflated(pieces: Iterable[str]) -> str:
    """Return a text, deflated, in base64: neither text of documents nor script is ever part of the markup."""
    packer = zlib.compressobj(9)
    packed = [packer.compress(piece.encode("utf-8")) for piece in pieces]
    return b64encode(b"".join([*packed, packer.flush()])).decode("ascii")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _drawing_library() -> str:
    """Return vis-network as pyvis carries it, less the link to a source map that is not there."""
    folder = files("pyvis") / "templates" / "lib" / "vis-9.1.2"
    text = (folder / "vis-network.min.js").read_text(encoding="utf-8")
    return text.partition("//# sourceMappingURL")[0]


@cache
def _loader() -> str:
    """Return the script that inflates the others; it stands in the page as it is."""
    return (files(__package__) / "loader.js").read_text(encoding="utf-8")


@cache
def _style() -> str:
    return (files(__package__) / "page.css").read_text(encoding="utf-8")
