"""Terms as Turtle has them: IRIs by prefix, numbers without quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from pyoxigraph import NamedNode

from . import vocabulary as v
from .resource import Term

_REMEMBERED = 1 << 16
"""Terms that are remembered: most are met again soon, or never."""

_LOCAL = re.compile(r"(?!-)[\w-]+", re.ASCII)
_HEAD = re.compile(r".*[/#]", re.DOTALL)
_BARE: Mapping[str, re.Pattern[str]] = {
    v.INTEGER.value: re.compile(r"[+-]?[0-9]+"),
    v.DECIMAL.value: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    v.BOOLEAN.value: re.compile(r"true|false"),
}
"""What literals of these types look like that need no quotation marks."""


class ShortNames:
    """Writes terms with the names that a file of these ``prefixes`` has for them."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._starts: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for prefix, iri in sorted(prefixes.items(), key=lambda item: (-len(item[1]), item)):
            head = _head(iri)
            self._starts[head].append((iri[len(head) :], prefix))
        self.name = lru_cache(_REMEMBERED)(self._name)
        self._typed = lru_cache(_REMEMBERED)(self._typed_literal)
        self._properties = {v.TYPE: "a"}

    def property(self, property: NamedNode) -> str:
        """Return a property; the class of something is said with ``a``."""
        known = self._properties.get(property)
        if known is None:
            known = self._properties[property] = self._name(property)
        return known

    def term(self, term: Term) -> str:
        """Return an IRI or a literal."""
        if isinstance(term, NamedNode):
            return self.name(term)
        words = str(term)  # as N-Triples has it
        return self._typed(words) if words[-1] == ">" else words

    def _name(self, node: NamedNode) -> str:
        iri = node.value
        head = _head(iri)
        rest = iri[len(head) :]
        for start, prefix in self._starts.get(head, ()):
            if rest.startswith(start) and _LOCAL.fullmatch(rest, len(start)):
                return f"{prefix}:{rest[len(start) :]}"
        return str(node)

    def _typed_literal(self, literal: str) -> str:
        words, _, datatype = literal[:-1].rpartition("^^<")
        bare = _BARE.get(datatype)
        if bare is not None and bare.fullmatch(words, 1, len(words) - 1):
            return words[1:-1]
        return f"{words}^^{self.name(NamedNode(datatype))}"


def _head(iri: str) -> str:
    """Return an IRI up to its last slash or number sign."""
    found = _HEAD.match(iri)
    return found[0] if found else ""
