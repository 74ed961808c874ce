"""Calls that look a graph over: explain a node, list junk, ask who is who, keep what people decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.graph import knowledge_graph as core
from newsgraph.graph.errors import InputError
from newsgraph.graph.store.database import is_store

from .api import load
from .knowledge_graph import KnowledgeGraph
from .opened import FolderGraph, open_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsgraph.exports.sandbox.limits import Limits
    from newsgraph.graph.model.judgement import Judgement, Verdict
    from newsgraph.graph.review.change import Change
    from newsgraph.graph.review.lint import Finding
    from newsgraph.graph.review.questions import Question


def opened(source: core.KnowledgeGraph | str | Path, *, limits: Limits | None = None) -> core.KnowledgeGraph:
    """Return a graph as it is, or the one that a folder or file holds; see ``load``. Raises InputError."""
    return source if isinstance(source, core.KnowledgeGraph) else load(source, limits=limits)


def explain(
    graph: core.KnowledgeGraph | str | Path,
    entity: str,
    *,
    anew: bool = False,
    limits: Limits | None = None,
) -> list[str]:
    """Return lines that say why the mentions of ``entity`` are one node, and what was kept apart.

    ``anew`` is as in ``open``, ``limits`` are those of ``load``. Raises InputError where nothing is called so.
    """
    from newsgraph.graph.review.explain import explain as lines

    if isinstance(graph, str | Path) and is_store(Path(graph)):
        graph = open_folder(graph, anew=anew)
    part = graph.around(entity) if isinstance(graph, FolderGraph) else opened(graph, limits=limits)
    found = part.find(entity)
    if found is None:
        raise InputError(f"Nothing in this graph is called {entity!r}.")
    return lines(part, found.entity)


def diff(old: core.KnowledgeGraph | str | Path, new: core.KnowledgeGraph | str | Path) -> tuple[Change, ...]:
    """Return what changed from ``old`` to ``new``.

    Entities and statements gained, lost, changed, merged or split; articles that came or went; stories that came, grew or went; new
    and more widely reported claims; new denials; figures that changed.
    """
    from newsgraph.graph.review.diff import diff as compare

    return compare(opened(old), opened(new))


def lint(graph: core.KnowledgeGraph | str | Path, *, limits: Limits | None = None) -> tuple[Finding, ...]:
    """Return the named nodes that are probably junk: pronouns, bare titles, weekdays, single letters, bylines.

    ``limits`` are those of ``load``.
    """
    from newsgraph.graph.review.lint import lint as find

    return find(opened(graph, limits=limits))


def resolve(
    graph: core.KnowledgeGraph | str | Path,
    *names: str,
    answer: Verdict | None = None,
    judgements: str | Path | None = None,
) -> list[Question]:
    """Return who might be whom, the most valuable question first.

    With ``answer`` ("same" or "different") and two ``names`` the answer is recorded in the file ``judgements``
    first; a graph that is built with that file knows it. Raises InputError.
    """
    from newsgraph.graph.review.questions import questions

    if answer is not None:
        if judgements is None or len(names) != 2:
            raise InputError("to record an answer give a judgements file and two names.")
        record_answer(judgements, (names[0], names[1]), answer)
    return questions(opened(graph))


def review(kg: str | Path, judgements: Iterable[Judgement]) -> KnowledgeGraph:
    """Keep ``judgements`` in the folder ``kg``, where they outlive every rebuild, and return the graph they make.

    :mod:`newsgraph.graph.review.answers` makes them: who is who, what to take apart, rename, label or hide. The
    command of the same name asks on a terminal. Raises InputError.
    """
    from .decisions import Decisions

    with Decisions(Path(kg)) as decisions:
        for judgement in judgements:
            decisions.keep(judgement)
    return load(kg)


def record_answer(judgements: str | Path, names: tuple[str, str], answer: Verdict) -> None:
    """Add to the file ``judgements`` that two names are the same or different things."""
    from newsgraph.graph.model.judgement import Judgement, append_judgement

    left, right = sorted(names)
    append_judgement(Path(judgements), Judgement(left, right, answer, author="user"))
