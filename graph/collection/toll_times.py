"""When those whom a toll counts were killed, hurt or held, where another statement of its article tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..edtf import Bounds, bounds
from ..knowledge_graph import KnowledgeGraph
from ..model.statement import Statement
from .signatures import NO_TIME, Signature
from .tolls import is_toll_class, tells_of_counting

Toll = tuple[str, str, float]
"""The article, the kind and the number of a toll."""

Said = tuple[str, Bounds, str]
"""Whom a statement with a time is about, by id, that time, and its words."""


def dated_tolls(graph: KnowledgeGraph, signatures: Sequence[Signature]) -> Iterator[Signature]:
    """Yield all signatures, tolls with the time of what they came of or of the same toll elsewhere in the article.

    "Shells hit a school on Wednesday and killed nine" says when nine were killed, and so does "Shells kill nine" above it;
    "they mourned on Monday" the nine does not.
    """
    said = _said(graph.statements)
    dated = [_dated(signature, _of_cause(graph, signature, said)) for signature in signatures]
    times: dict[Toll, set[Bounds]] = defaultdict(set)
    for signature in dated:
        toll = _toll(signature)
        if toll is not None and signature.time != NO_TIME:
            times[toll].add(signature.time)
    return (_dated(one, times.get(toll, ()) if (toll := _toll(one)) else ()) for one in dated)


def _dated(signature: Signature, times: Collection[Bounds]) -> Signature:
    """Return a signature without a time with the one that there is."""
    return replace(signature, time=min(times)) if len(times) == 1 and signature.time == NO_TIME else signature


def _said(statements: Iterable[Statement]) -> Mapping[tuple[str, int], Sequence[Said]]:
    """Return what is said with a time, by document and sentence."""
    found: dict[tuple[str, int], list[Said]] = defaultdict(list)
    for statement in statements:
        if statement.time is not None:
            words = next(
                (q.text for q in statement.qualifiers if q.role == "time" and q.value == statement.time), ""
            )
            for piece in statement.evidence:
                found[piece.document, piece.sentence].append(
                    (statement.subject, bounds(statement.time), words)
                )
    return found


def _of_cause(
    graph: KnowledgeGraph, signature: Signature, said: Mapping[tuple[str, int], Sequence[Said]]
) -> frozenset[Bounds]:
    """Return the times that its sentence gives of the same subject, or inside one of its own circumstances.

    A toll that tells of the day of counting has none.
    """
    if _toll(signature) is None or tells_of_counting(statement := graph.statement(signature.id)):
        return frozenset()
    first = statement.evidence[0]
    own = [qualifier.text for qualifier in statement.qualifiers]
    return frozenset(
        time
        for subject, time, words in said.get((first.document, first.sentence), ())
        if subject == statement.subject or (words and any(words in text for text in own))
    )


def _toll(signature: Signature) -> Toll | None:
    """Return the article, the kind and the number of a toll of one article."""
    name = next(filter(is_toll_class, signature.classes), None)
    number = signature.theme.number if signature.theme is not None else None
    if name is None or number is None or len(signature.documents) != 1:
        return None
    return min(signature.documents), name, number
