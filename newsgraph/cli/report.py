"""The report at the end of a command that writes into a folder."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from newsgraph.graph.errors import InputError
from newsgraph.graph.pluralisation import counted
from newsgraph.steering import one_line

from .group import is_verbose, tell

if TYPE_CHECKING:
    from newsgraph.tally import Report

SHOWN = 20
"""Refused documents that are printed; all are in ``newsgraph list``."""

SHOWN_OTHERS = 5
"""Files passed over that are printed; ``-v`` prints all."""


def finish(report: Report, folder: str, *, removed: bool = False) -> None:
    """Print what was read and refused and what to do next; exit with 1 where something was refused.

    Raises InputError where nothing could be read.
    """
    shown = len(report.refused) if is_verbose() else SHOWN
    for source, reason in report.refused[:shown]:
        tell(f"Refused: {one_line(source)}: {one_line(reason)}")
    if len(report.refused) > shown:
        tell(f"... and {len(report.refused) - shown:,} more; newsgraph list {folder} shows all.")
    _tell_others(report)
    _tell_unclear(report)
    done = report.read or report.unchanged or report.removed
    if not done and (report.refused or report.graph is None):
        raise InputError("no article could be read; nothing was written.")
    tell(_line(report, removed=removed))
    tell(_held(report, folder))
    if report.refused:
        for reason, count in report.reasons() if len(report.refused) > shown else ():
            tell(f"  {count:,} refused: {one_line(reason)}")
        click.get_current_context().exit(1)


def _tell_others(report: Report) -> None:
    """Name the files of folders that were passed over, some of many."""
    shown = report.passed_over if is_verbose() else SHOWN_OTHERS
    for source, reason in report.others[:shown]:
        tell(f"Passed over: {one_line(source)}: {one_line(reason)}")
    if report.passed_over > shown:
        tell(f"... and {report.passed_over - shown:,} more; -v names all.")


def _tell_unclear(report: Report) -> None:
    """Name the sources whose date cannot be read, some of many."""
    shown = len(report.unclear) if is_verbose() else SHOWN
    for source, problem in report.unclear[:shown]:
        tell(f"Unclear date: {one_line(source)}: {one_line(problem)}.")
    if len(report.unclear) > shown:
        tell(f"... and {len(report.unclear) - shown:,} more; -v names all.")


def _held(report: Report, folder: str) -> str:
    """Return what the folder holds now, and what to type next."""
    copies = report.sources - report.documents
    parts = [counted(report.documents, "article")]
    if copies:
        parts[0] += f" from {report.sources:,} sources ({counted(copies, 'copy', 'copies')} of the same text)"
    if report.graph is not None:
        parts += [
            counted(len(report.graph.entities), "entity", "entities"),
            counted(len(report.graph.statements), "statement"),
        ]
    served = find_spec("starlette") and find_spec("uvicorn")
    following = f"newsgraph serve {folder}" if served else f"newsgraph query {folder} --recipe list"
    return f"The graph holds {', '.join(parts)}. Next: {following}"


def _line(report: Report, *, removed: bool) -> str:
    parts = [f"{report.read:,} read", f"{report.unchanged:,} unchanged"]
    if removed or report.removed:
        parts.append(f"{report.removed:,} removed")
    if report.refused:
        parts.append(f"{len(report.refused):,} refused")
    if report.undated:
        parts.append(f"{report.undated:,} without a date (--date gives one)")
    if report.hidden:
        parts.append(f"{counted(report.hidden, 'hidden character')} left out or made plain")
    if report.passed_over:
        parts.append(f"{counted(report.passed_over, 'file')} passed over")
    return f"{', '.join(parts)} in {report.seconds:.1f} s"
