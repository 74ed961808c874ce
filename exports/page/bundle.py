"""One script out of the modules in ``script/``, with nothing but Python: no node, no bundler to install.

The modules are ES modules, so that tests import them one by one. Their imports are an order: a module stands after
all that it imports, a cycle is an error. ``import`` and ``export`` are then taken away, and all stand in one function.
So a name may be declared at the top of one module only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.resources import files

START = "main"
"""The module that the browser would load; whatever it needs is bundled."""

_IMPORT = re.compile(
    r'^import (?:\{[^}]*\}|\w+) from "\./(?P<name>[\w-]+\.(?:js|json))"(?: with \{ type: "json" \})?;\n', re.M
)
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:const|let|class|function\*?) ([\w$]+)", re.M)
_COMMENT = re.compile(r"^\s*//.*\n", re.M)
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.M)


class BundleError(Exception):
    """Modules that cannot be bundled: imports in a circle, or one name declared twice."""


@cache
def own_script() -> str:
    """Return all of our modules as one script."""
    folder = files(__package__) / "script"
    sources = {item.name: item.read_text(encoding="utf-8") for item in folder.iterdir()}
    return bundled(sources, f"{START}.js")


def bundled(sources: Mapping[str, str], start: str) -> str:
    """Return the module ``start`` with all that it imports as one script; ``sources`` are texts by file name.

    Raises BundleError.
    """
    order = _ordered(sources, start)
    _refuse_doubles(sources, order)
    body = "".join(_plain(name, sources[name]) for name in order)
    return '(() => {\n"use strict";\n' + _INDENT.sub("", _COMMENT.sub("", body)) + "})();\n"


def imports_of(source: str) -> list[str]:
    """Return the file names that a module imports."""
    return [found["name"] for found in _IMPORT.finditer(source)]


def _ordered(sources: Mapping[str, str], start: str) -> list[str]:
    needs: dict[str, list[str]] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in needs:
            needs[name] = imports_of(sources[name])
            waiting += needs[name]
    try:
        return list(TopologicalSorter({name: needs[name] for name in sorted(needs)}).static_order())
    except CycleError as error:
        raise BundleError(f"modules import each other: {' -> '.join(error.args[1])}") from None


def _refuse_doubles(sources: Mapping[str, str], order: Iterable[str]) -> None:
    homes: dict[str, str] = {}
    for module in order:
        for name in _DECLARED.findall(sources[module]):
            if homes.setdefault(name, module) != module:
                raise BundleError(f"{name} is declared in {homes[name]} and in {module}")


def _plain(name: str, source: str) -> str:
    """Return a module without its imports and exports; JSON becomes a constant of the file's name."""
    if name.endswith(".json"):
        return f"const {name.removesuffix('.json')} = {source.strip()};\n"
    return re.sub(r"^export ", "", _IMPORT.sub("", source), flags=re.M)
