"""Says where a query is wrong: the line, a caret, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from . import grammar
from .syntax import Token, tokens

_KEYWORDS = (
    "A ABS ADJUST ADD ALL AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT "
    "CONTAINS COUNT DATATYPE DAY DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM "
    "GRAPH GROUP GROUP_CONCAT HASLANG HASLANGDIR HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL "
    "ISNUMERIC ISTRIPLE ISURI LANG LANGDIR LANGMATCHES LATERAL LCASE LIMIT MAX MD5 MIN MINUS MINUTES "
    "MONTH NAMED NOT NOW OBJECT OFFSET OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND "
    "SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER "
    "STRBEFORE STRDT STRENDS STRLANG STRLANGDIR STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE "
    "TRIPLE TRUE TZ UCASE UNDEF UNION URI UUID VALUES VERSION WHERE YEAR "
)
_WORDS = frozenset(_KEYWORDS.split())
_UPDATES = frozenset(("ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"))
_EXPLANATIONS = re.compile(r"(?:The|Blank|A|An|Aggregate|Variable|No) [a-zA-Z][^,\[\]\"]{15,}")
_BESIDE = 100  # characters of a line that are shown on either side of a problem
_PAIRS = {"(": ")", "[": "]", "{": "}"}

Problem = tuple[int, str]  # an offset, and what is wrong there


def explain(query: str, error: str, prefixes: Mapping[str, str]) -> str:
    """Return what is wrong with ``query``, which an engine refused with the message ``error``."""
    found = tokens(query)
    if not found:
        return _pointed(query, 0, "the query is empty")
    if found[0].text.upper() in _UPDATES:
        return f"{found[0].text.upper()} changes data; queries only read: SELECT, ASK, CONSTRUCT or DESCRIBE."
    problem = (
        next(_lexical_problems(found), None)
        or next(_unknown_prefixes(found, prefixes), None)
        or _bracket_problem(found, len(query))
        or grammar.problem(query)
    )
    if problem:
        return _pointed(query, *problem)
    semantic = _EXPLANATIONS.search(error)
    return f"The query is not valid: {semantic[0] if semantic else error}"


def _lexical_problems(found: Sequence[Token]) -> Iterator[Problem]:
    for token in found:
        if token.kind == "word" and token.text.upper() not in _WORDS:
            close = get_close_matches(token.text.upper(), _WORDS, 1)
            yield token.start, f"SPARQL has no word {token.text!r}{_did_you_mean(close)}"
        elif token.kind == "unclosed":
            yield token.start, "this quote is never closed"
        elif token.kind == "other" and token.text not in ".,;?@\\":
            yield token.start, f"{token.text!r} has no place in a query"


def _unknown_prefixes(found: Sequence[Token], prefixes: Mapping[str, str]) -> Iterator[Problem]:
    declared = set(prefixes)
    for before, token in zip([None, *found], found, strict=False):
        if token.kind != "name":
            continue
        prefix = token.text.partition(":")[0]
        if before and before.text.upper() == "PREFIX":
            declared.add(prefix)
        elif prefix not in declared and prefix != "_":
            close = (f"{name}:" for name in get_close_matches(prefix, declared, 1))
            yield token.start, f"the prefix {prefix + ':'!r} is not declared{_did_you_mean(close)}"


def _bracket_problem(found: Sequence[Token], end: int) -> Problem | None:
    waiting: list[Token] = []
    for token in found:
        if token.kind == "opening":
            waiting.append(token)
        elif token.kind == "closing":
            if not waiting:
                return token.start, f"this {token.text!r} closes nothing"
            opening = waiting.pop()
            if token.text != _PAIRS[opening.text]:
                return token.start, f"{_PAIRS[opening.text]!r} is missing before this {token.text!r}"
    return (waiting[-1].start, f"this {waiting[-1].text!r} is never closed") if waiting else None


def _pointed(query: str, offset: int, problem: str) -> str:
    """Return the problem with its line and a caret under its place."""
    before = query[:offset].splitlines(keepends=True) or [""]
    number, column = len(before), len(before[-1])
    if before[-1].endswith(("\n", "\r")):
        number, column = number + 1, 0
    line = (query.splitlines() or [""])[number - 1 : number] or [""]
    shown = "".join(char if char.isprintable() else " " for char in line[0])
    cut = max(0, column - _BESIDE)
    place = column - cut + (3 if cut else 0)
    rest = "..." if len(shown) > column + _BESIDE else ""
    shown = ("..." if cut else "") + shown[cut : column + _BESIDE] + rest
    margin = f"  {number} | "
    caret = " " * (len(margin) + place) + "^"
    return f"The query is wrong in line {number}, column {column + 1}: {problem}\n{margin}{shown}\n{caret}"


def _did_you_mean(candidates: Iterable[str]) -> str:
    best = next(iter(candidates), None)
    return f"; did you mean {best}?" if best else ""
