"""The cookbook: named queries, each explained in the comment it starts with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from newsgraph.graph.errors import QueryError

_WANTED = re.compile(r"\bbind \?(\w+)")
_FOLDER = Path(__file__).parent / "recipes"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A query with its name, a title and, below it, what else there is to know."""

    name: str
    title: str
    explanation: str
    sparql: str

    @property
    def wanted(self) -> tuple[str, ...]:
        """Names of the variables that its title asks to bind, without which it tells of everything."""
        return tuple(_WANTED.findall(self.title))


def recipes() -> tuple[Recipe, ...]:
    """Return all recipes, sorted by name."""
    return tuple(_read(file) for file in sorted(_FOLDER.glob("*.rq")))


def recipe(name: str) -> Recipe:
    """Return the recipe called ``name``; raises :class:`QueryError` with the nearest name."""
    file = _FOLDER / f"{name}.rq"
    names = [found.stem for found in sorted(_FOLDER.glob("*.rq"))]
    if name not in names:
        close = get_close_matches(name, names, 1)
        suggestion = f" Did you mean {close[0]}?" if close else ""
        raise QueryError(f"There is no recipe {name!r}.{suggestion} There are: {', '.join(names)}.")
    return _read(file)


def _read(file: Path) -> Recipe:
    sparql = file.read_text(encoding="utf-8")
    comment = [line.removeprefix("#").strip() for line in sparql.splitlines() if line.startswith("#")]
    return Recipe(file.stem, comment[0], " ".join(comment[1:]).strip(), sparql)
