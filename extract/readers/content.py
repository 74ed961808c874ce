"""Bytes to read: a file, or a part of one, with what its surroundings say about it."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from .article import UnreadableError

LARGEST_ARTICLE = 20_000_000
"""Bytes of a file that holds one document; a larger one (three million words) is refused rather than half read."""

GZIP_MARK = b"\x1f\x8b"
HEAD = 16_384
"""Bytes at the start that kinds are told by."""


@dataclass(frozen=True)
class Content:
    """Bytes in a file at ``path`` or in memory as ``data``.

    ``name`` is its file name, or what one would be; ``media_type`` and ``charset`` are as declared by whatever holds it;
    ``depth`` counts the files around it.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    media_type: str | None = None
    charset: str | None = None
    depth: int = 0

    @property
    def suffix(self) -> str:
        """The ending of the name in small letters, that of the packed file for ``.gz``."""
        name = self.name.lower().removesuffix(".gz")
        return PurePosixPath(name).suffix

    @cached_property
    def head(self) -> bytes:
        """The first bytes, unpacked."""
        with self.open() as file:
            try:
                return file.read(HEAD)
            except (EOFError, OSError, zlib.error):
                raise UnreadableError("this gzip file is damaged.", "Fetch it again.") from None

    @property
    def size(self) -> int:
        """Bytes as they lie in the file."""
        return len(self.data) if self.data is not None else self._path.stat().st_size

    def open(self) -> BinaryIO:
        """The bytes as a stream; gzip is unpacked on the way. The caller closes it."""
        raw = io.BytesIO(self.data) if self.data is not None else self._path.open("rb")
        packed = raw.read(2) == GZIP_MARK
        raw.seek(0)
        return gzip.open(raw, "rb") if packed else raw  # type: ignore[return-value]

    def open_packed(self) -> BinaryIO:
        """The bytes as they lie in the file."""
        return io.BytesIO(self.data) if self.data is not None else self._path.open("rb")

    def read(self, limit: int = LARGEST_ARTICLE) -> bytes:
        """All bytes, unpacked. Raises UnreadableError for more than ``limit``, which also ends gzip bombs."""
        with self.open() as file:
            try:
                data = file.read(limit + 1)
            except (EOFError, OSError, zlib.error):
                raise UnreadableError(
                    "this file is damaged and cannot be unpacked.", "Fetch it again."
                ) from None
        if len(data) > limit:
            raise UnreadableError(f"larger than {limit // 1_000_000} MB;", "split it into articles.")
        return data

    @property
    def _path(self) -> Path:
        assert self.path is not None
        return self.path
