"""Reading: a file or a text becomes a Document, through the gate that makes any bytes safe to read.

The gate never shifts offsets: what it must not let through becomes U+FFFD, one for one.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from newsgraph.graph.errors import InputError
from newsgraph.graph.model.record import LocalDocument

from ..english.temporal import find_document_date

SUFFIXES = (".txt", ".text", ".md", "")
"""File name endings that are read from a folder."""

LARGEST_FILE = 20_000_000
"""Bytes; a larger file (some three million words) is no article and is refused rather than half read."""

_UNSAFE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"),
         (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))  # fmt: skip


class GuessedEncoding(UserWarning):
    """A file was not UTF-8 and was read by a guess."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read, with what is known about it.

    ``body`` is where the text proper begins (after a leading date line); all offsets count from the start of ``text``.
    """

    text: str
    source: str = "text"
    title: str | None = None
    date: date | None = None
    body: int = 0

    def __post_init__(self) -> None:
        """Let only safe characters through."""
        object.__setattr__(self, "text", clean(self.text))

    @property
    def sha256(self) -> str:
        """Of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf8")).hexdigest()

    @property
    def id(self) -> str:
        """Derived from the text and its date, so that the same article is the same document wherever it lies."""
        return "d" + hashlib.sha256(f"{self.sha256} {self.date or ''}".encode()).hexdigest()[:20]

    @classmethod
    def from_text(
        cls, text: str, source: str = "text", *, title: str | None = None, date: datetime.date | None = None
    ) -> Document:
        """Return the Document of a text; its date is ``date``, else what the text states at its start.

        Raises InputError for a text without a letter.
        """
        return make_document(text, source, title=title, day=date)

    @classmethod
    def from_path(cls, path: Path | str, *, date: datetime.date | None = None) -> Document:
        """Return the Document of a plain text file, ``-`` for standard input. Raises InputError, with the reason."""
        return read_document(path, day=date)

    def to_source(self) -> LocalDocument:
        """The document's part of an extraction record."""
        day = self.date.isoformat() if self.date else None
        return LocalDocument(
            self.id, self.source, self.title, day, "en", self.sha256, len(self.text), self.text
        )


def clean(text: str) -> str:
    r"""Control characters, lone surrogates and non-characters become U+FFFD; the length stays.

    >>> clean("a" + chr(0) + "b") == "a\\ufffdb"
    True
    """
    return _UNSAFE.sub("\ufffd", text)


def decode(data: bytes, source: str) -> str:
    r"""Bytes to text: byte order marks, strict UTF-8, then charset-normalizer's guess, else Windows-1252.

    Line ends become ``\\n``. Raises InputError for what is no text at all.
    """
    text = _decode(data, source)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, source: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    if _is_binary(data):
        raise InputError(f"{source}: this is a binary file, not text. Convert it to plain text first.")
    try:
        return data.decode("utf8")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    guesses = from_bytes(data[:200_000])
    best = guesses.best()
    # English text from Windows looks much the same in several code pages: where the Western one fits, it is that one
    western = (
        any(guess.encoding == "cp1252" and guess.chaos <= best.chaos for guess in guesses) if best else True
    )
    encoding = "cp1252" if western or best is None else best.encoding
    warnings.warn(f"{source}: not UTF-8, read as {encoding}", GuessedEncoding, stacklevel=2)
    return data.decode(encoding, errors="replace")


def _is_binary(data: bytes) -> bool:
    sample = data[:65536]
    odd = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return (b"\x00" in sample and odd > len(sample) // 100) or odd > len(sample) // 10


def read_document(path: Path | str, *, day: date | None = None) -> Document:
    """Read one plain text file, ``-`` for standard input. Raises InputError, with the reason."""
    name = str(path)
    if name == "-":
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise _too_large("standard input")
        return make_document(decode(data, "standard input"), "-", day=day)
    try:
        if Path(name).is_dir():
            raise InputError(
                f"{name}: this is a folder; give files, or name the folder alone to read its .txt files."
            )
        if Path(name).stat().st_size > LARGEST_FILE:
            raise _too_large(name)
        data = Path(name).read_bytes()
    except InputError:
        raise
    except FileNotFoundError:
        raise InputError(f"{name}: there is no such file.") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be read ({error}).") from None
    return make_document(decode(data, name), name, day=day)


def _too_large(source: str) -> InputError:
    return InputError(f"{source}: larger than {LARGEST_FILE // 1_000_000} MB; split it into articles.")


def make_document(
    text: str, source: str = "text", *, title: str | None = None, day: date | None = None
) -> Document:
    """A Document of a text; its date is ``day``, else what the text itself says at its start.

    Raises InputError for a text without a letter.
    """
    if not any(character.isalpha() for character in text):
        raise InputError(f"{source}: there is no text in it.")
    document = Document(text, source, title, day)
    found = find_document_date(document.text)
    if found is None:
        return document
    return replace(document, date=day or found[0], body=found[1])


def expand_paths(paths: Iterable[str]) -> Iterator[str]:
    """Paths of files; a folder gives the text files in it, sorted. Raises InputError for a folder without any."""
    for name in paths:
        if name == "-" or not Path(name).is_dir():
            yield name
            continue
        files = sorted(str(p) for p in Path(name).iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
        files = [file for file in files if not Path(file).name.startswith(".")]
        if not files:
            raise InputError(f"{name}: no text files (.txt) in this folder.")
        yield from files
