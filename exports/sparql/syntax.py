"""The words of a SPARQL query, found without parsing it: for what must be known before an engine sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_ESCAPED = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_LETTER = rf"(?:[^\W\d]|{_ESCAPED})"
_NUMBER = r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"
# Every loop is possessive (*+): what cannot be matched to its end is read once, not once from each of its places.
_TOKEN = re.compile(
    rf"""
      (?P<comment>\#[^\n\r]*+)
    | (?P<iri><[^<>"{{}}|^`\x00-\x20]*+>)
    | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*+\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*+'''
                |"(?:[^"\\\n\r]|\\.)*+"|'(?:[^'\\\n\r]|\\.)*+')
    | (?P<unclosed>\"\"\"(?:[^"\\]|\\.|"(?!""))*+|'''(?:[^'\\]|\\.|'(?!''))*+
                |"(?:[^"\\\n\r]|\\.)*+|'(?:[^'\\\n\r]|\\.)*+)
    | (?P<variable>[?$]\w++)
    | (?P<language>@[A-Za-z0-9-]++)
    | (?P<name>(?:{_LETTER}(?:[\w.-]*[\w-])?)?:(?:[\w:%-]|\.(?=[\w.:%\\-])|\\[^uU])*+)
    | (?P<run>{_LETTER}(?:[\w.-]|{_ESCAPED})*+)
    | (?P<number>{_NUMBER})
    | (?P<operator>\|\||&&|[<>!]=|\^\^|[-+*/|!=<>^])
    | (?P<opening>[(\[{{])
    | (?P<closing>[)\]}}])
    | (?P<space>\s++)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PART = re.compile(
    rf"(?P<word>{_LETTER}(?:{_LETTER}|\d)*+)|(?P<number>{_NUMBER})|(?P<operator>-)|(?P<other>.)", re.DOTALL
)
"""What a run of letters, digits, dots and hyphens consists of that is no prefix of a name."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, name or sign of a query; ``start`` is its offset."""

    kind: str
    text: str
    start: int


@lru_cache(maxsize=4)
def tokens(query: str) -> tuple[Token, ...]:
    """Return the tokens of ``query`` without space and comments; escapes in words are resolved.

    A string that is never closed is one token, of the kind "unclosed", up to the end of its line or of the query.

    >>> [token.text for token in tokens("SELECT ?s { ?s a rel:x } # all")]
    ['SELECT', '?s', '{', '?s', 'a', 'rel:x', '}']
    """
    return tuple(
        Token(match.lastgroup or "other", _text(match), match.start())
        for match in _matches(query)
        if match.lastgroup not in {"comment", "space"}
    )


def _matches(query: str) -> Iterator[re.Match[str]]:
    for match in _TOKEN.finditer(query):
        if match.lastgroup == "run":
            yield from _PART.finditer(query, match.start(), match.end())
        else:
            yield match


def has_word(query: str, word: str) -> bool:
    """Return whether ``query`` has a keyword, which is given in capitals; strings, IRIs and comments never count."""
    return any(token.kind == "word" and token.text.upper() == word for token in tokens(query))


def _text(match: re.Match[str]) -> str:
    return unescape(match[0]) if match.lastgroup == "word" else match[0]


def resolved_names(query: str, prefixes: Mapping[str, str]) -> Iterator[tuple[Token, str]]:
    """Yield the IRIs and prefixed names of ``query`` with their IRIs; declarations and unknown prefixes do not count.

    >>> [iri for _, iri in resolved_names("PREFIX e: <http://e/> ASK { e:a <http://b> ?x }", {})]
    ['http://e/a', 'http://b']
    """
    declared, found = dict(prefixes), tokens(query)
    declaring = 0
    for index, token in enumerate(found):
        if token.kind == "word" and token.text.upper() == "PREFIX" and index + 2 < len(found):
            declared[found[index + 1].text.removesuffix(":")] = unescape(found[index + 2].text[1:-1])
            declaring = index + 2
        elif index > declaring or not declaring:
            prefix, _, local = token.text.partition(":")
            if token.kind == "iri":
                yield token, unescape(token.text[1:-1])
            elif token.kind == "name" and prefix in declared:
                yield token, declared[prefix] + local.replace("\\", "")


def graphs_named(query: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the IRIs of the graphs that FROM names.

    >>> list(graphs_named("SELECT * FROM <http://a> FROM NAMED e:b { ?s ?p ?o }", {"e": "http://e/"}))
    ['http://a', 'http://e/b']
    """
    places = {token.start: iri for token, iri in resolved_names(query, prefixes)}
    found = tokens(query)
    for index, token in enumerate(found):
        if token.kind == "word" and token.text.upper() == "FROM":
            after = [t for t in found[index + 1 : index + 3] if t.text.upper() != "NAMED"][:1]
            yield from (places.get(name.start, name.text) for name in after)


def unescape(text: str) -> str:
    r"""Return ``text`` with the escapes of code points resolved, as SPARQL allows them anywhere.

    >>> unescape(r"\u0053ERVICE")
    'SERVICE'
    """
    return _ESCAPE.sub(lambda match: _character(match[1] or match[2]), text)


def _character(digits: str) -> str:
    code = int(digits, 16)
    return chr(code) if code <= 0x10FFFF else "\ufffd"
