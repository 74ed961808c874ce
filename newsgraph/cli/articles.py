"""Reading the articles of a command line, with a progress bar on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .group import tell

if TYPE_CHECKING:
    from newsgraph.graph.model.record import ExtractionRecord
    from newsgraph.reading import Failure


def reading(
    articles: Iterable[str], date: str | None, schema: str | None
) -> Iterator[ExtractionRecord | Failure]:
    """Yield records and failures of files and folders. Raises InputError for options that are wrong."""
    from rich.console import Console
    from rich.progress import track

    from newsgraph.reading import files_of, read_all, to_date

    to_date(date)
    paths = list(files_of(Path(article) for article in articles))
    console = Console(stderr=True)
    results = read_all(paths, date=date, schema=schema)
    yield from track(
        results, "Reading", total=len(paths), console=console, disable=not console.is_terminal, transient=True
    )


def report(failures: Iterable[Failure]) -> None:
    """Print why documents could not be read, a line each."""
    for failure in failures:
        tell(f"Error: {failure.reason}")
