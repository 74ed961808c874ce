"""Optional packages: which command installs an extra, for how newsgraph was installed here."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec

PACKAGES = {"html": "trafilatura", "pdf": "pypdfium2", "feeds": "feedparser", "warc": "warcio"}
"""The package that each extra of the readers brings."""


def is_missing(extra: str) -> bool:
    """Is the package of an extra not installed?"""
    return find_spec(PACKAGES[extra]) is None


def install_command(extra: str) -> str:
    """The command that adds an extra: that of pipx or uv where they installed newsgraph, else pip's."""
    wanted = f'"newsgraph[{extra}]"'
    prefix = sys.prefix.replace("\\", "/")
    if "/pipx/" in prefix:
        return f"pipx install --force {wanted}"
    if "/uv/tools/" in prefix:
        return f"uv tool install {wanted}"
    if _installer() == "uv":
        return f"uv pip install {wanted}"
    return f"pip install {wanted}"


def _installer() -> str:
    try:
        return (distribution("newsgraph").read_text("INSTALLER") or "").strip()
    except PackageNotFoundError:
        return ""
