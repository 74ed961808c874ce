"""Terms as Turtle has them: IRIs by prefix, numbers without quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from . import vocabulary as v
from .terms import Iri, LiteralTerm, Term, quoted, to_oxigraph

_REMEMBERED = 1 << 16
"""Terms that are remembered: most are met again soon, or never."""

_LOCAL = re.compile(r"(?!-)[\w-]+", re.ASCII)
_BARE: Mapping[Iri, re.Pattern[str]] = {
    v.INTEGER: re.compile(r"[+-]?[0-9]+"),
    v.DECIMAL: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    v.BOOLEAN: re.compile(r"true|false"),
}
"""What literals of these types look like that need no quotation marks."""


class ShortNames:
    """Writes terms with the names that a file of these ``prefixes`` has for them."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self._starts: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for prefix, iri in sorted(prefixes.items(), key=lambda item: (-len(item[1]), item)):
            head = _head(iri)
            self._starts[head].append((iri[len(head) :], prefix))
        self.name = lru_cache(_REMEMBERED)(self._name)
        self.property = cache(self._property)  # of which a graph has as many as it has relations
        self._typed = lru_cache(_REMEMBERED)(self._typed_literal)

    def _property(self, property: Iri) -> str:
        """Return a property; the class of something is said with ``a``."""
        return "a" if property == v.TYPE else self._name(property)

    def term(self, term: Term) -> str:
        """Return an IRI or a literal."""
        if isinstance(term, Iri):
            return self.name(term)
        if not isinstance(term, LiteralTerm):
            return str(to_oxigraph(term))
        return quoted(term[0]) if term[1] is None else self._typed(*term)

    def _name(self, iri: Iri) -> str:
        head = _head(iri)
        rest = iri[len(head) :]
        for start, prefix in self._starts.get(head, ()):
            if rest.startswith(start) and _LOCAL.fullmatch(rest, len(start)):
                return f"{prefix}:{rest[len(start) :]}"
        return f"<{iri}>"

    def _typed_literal(self, value: str, datatype: Iri) -> str:
        bare = _BARE.get(datatype)
        if bare is not None and bare.fullmatch(value):
            return value
        return f"{quoted(value)}^^{self.name(datatype)}"


def _head(iri: str) -> str:
    """Return an IRI up to its last slash or number sign."""
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
