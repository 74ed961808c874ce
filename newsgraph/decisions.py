"""What a person decides at one sitting: kept in the folder at once, taken back step by step, shown at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from newsgraph.graph.store.database import connect, require_store
from newsgraph.graph.store.documents import DocumentStore
from newsgraph.graph.store.lock import write_lock

if TYPE_CHECKING:
    from newsgraph.graph.model.judgement import Judgement


class Decisions:
    """Judgements that go into a folder one by one; leaving the block makes the folder's views anew.

    Raises InputError where ``folder`` holds no graph or another process writes into it.
    """

    def __init__(self, folder: Path, announce: Callable[[str], None] | None = None) -> None:
        require_store(folder)
        self._folder, self._announce = folder, announce
        self._steps: list[tuple[tuple[Judgement, ...], tuple[Judgement, ...]]] = []

    def __len__(self) -> int:
        return len(self._steps)

    def __enter__(self) -> Decisions:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        from .folder import refresh_folder

        if self._steps and kind is None:
            refresh_folder(self._folder, self._announce)

    def keep(self, *judgements: Judgement) -> None:
        """Write one decision, which may take several judgements, into the folder."""
        questions = {judgement.question for judgement in judgements}
        with write_lock(self._folder, wait=60), connect(self._folder) as connection:
            store = DocumentStore(connection)
            before = tuple(j for j in store.judgements() if j.question in questions)
            store.add_judgements(judgements)
        self._steps.append((judgements, before))

    def take_back(self) -> None:
        """Forget the last decision, and restore what it replaced."""
        judgements, before = self._steps.pop()
        with write_lock(self._folder, wait=60), connect(self._folder) as connection:
            store = DocumentStore(connection)
            store.remove_judgements(judgements)
            store.add_judgements(before)
