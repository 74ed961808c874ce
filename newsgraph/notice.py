"""The notice at the end of a view that shows the state before: whoever opens the file by itself is told, too."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_WORDS = "Articles were added, changed or removed after this was made. To bring it up to date: newsgraph serve FOLDER"
_COMMENT = f"\n# {_WORDS}\n".encode()
_DIALOG = (
    f'\n<dialog open><form method="dialog"><p>{_WORDS}</p><button>Close</button></form></dialog>\n'.encode()
)
_NOTICES = {".ttl": _COMMENT, ".html": _DIALOG}


def say_behind(view: Path) -> None:
    """Append the notice to a view, Turtle or page, that is there and does not have it; one that cannot be written is left."""
    if not view.is_file() or view.is_symlink() or has_notice(view):
        return
    size = view.stat().st_size
    with suppress(OSError), view.open("ab") as file:
        try:
            file.write(_NOTICES[view.suffix])
            file.flush()
        except OSError:
            os.truncate(view, size)


def take_back(view: Path) -> None:
    """Remove the notice from a view that shows the present state again."""
    if has_notice(view):
        os.truncate(view, view.stat().st_size - len(_NOTICES[view.suffix]))


def has_notice(view: Path) -> bool:
    """Return whether a view says that it shows the state before."""
    notice = _NOTICES[view.suffix]
    try:
        with view.open("rb") as file:
            file.seek(-len(notice), os.SEEK_END)
            return file.read() == notice
    except OSError:  # not there, or shorter than the notice
        return False
