"""Reading: a file of any kind gives documents, and a reason for each part of it that gives none."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from newsgraph.graph.errors import InputError
from newsgraph.graph.files import printable

from .article import Article, UnreadableError
from .content import LARGEST_ARTICLE, Content
from .document import Document, Refusal, compose
from .encoding import is_binary
from .files import find_files
from .installation import install_command, is_missing
from .isolation import Result, read_isolated
from .options import Options, make_options
from .registry import Reader, find_reader

LARGEST_AT_HOME = 1_000_000
"""Bytes; larger files are read in a child process."""


def read_documents(
    path: str | Path,
    *,
    text: str | None = None,
    title: str | None = None,
    date: str | datetime.date | None = None,
    url: str | None = None,
    any_language: bool = False,
) -> Iterator[Result]:
    """Read a file of any kind, ``-`` for standard input, or a folder with all below it, in order of names.

    Yields a Document for every article and a Refusal, with the reason, for everything else: nothing is lost silently.
    ``text``, ``title``, ``date`` and ``url`` name the columns of tables and the fields of JSON; a ``date`` written
    YYYY-MM-DD is the day of documents that state none. ``any_language`` reads texts that are not English as well.
    Raises InputError for a day that the calendar does not have.
    """
    options = make_options(text=text, title=title, date=date, url=url, any_language=any_language)
    return _read_path(str(path), options)


def _read_path(path: str, options: Options) -> Iterator[Result]:
    if path == "-":
        yield from read_content(Content("-", data=sys.stdin.buffer.read(LARGEST_ARTICLE + 1)), "-", options)
        return
    for found in find_files(path):
        if isinstance(found, Refusal):
            yield found
        else:
            yield from read_content(Content(printable(found.name), found), printable(found), options)


def read_content(content: Content, source: str, options: Options) -> Iterator[Result]:
    """Read bytes of any kind; ``source`` is what documents and refusals are known by.

    In a child process if they are many or their reader is native.
    """
    nothing = True
    for found in _guarded(lambda: _choose(content, source, options), source):
        nothing = False
        yield found
    if nothing:
        yield Refusal(source, "there is no article in it.")


def read_here(content: Content, source: str, options: Options) -> Iterator[Result]:
    """Read bytes of any kind in this process."""
    yield from _guarded(lambda: _results(content, source, options), source)


def _guarded(read: Callable[[], Iterator[Result]], source: str) -> Iterator[Result]:
    """Whatever a damaged file makes of a parser, it is told and the next file is read."""
    try:
        yield from read()
    except UnreadableError as refused:
        yield Refusal(source, refused.reason, refused.advice)
    except OSError as error:
        yield Refusal(source, f"cannot be read ({error.strerror or error}).")
    except MemoryError:
        yield Refusal(source, "reading it takes too much memory;", "it is damaged or built to do harm.")
    except Exception as error:
        yield Refusal(source, f"its parser gave up ({type(error).__name__}).", "Fetch it again.")


def _choose(content: Content, source: str, options: Options) -> Iterator[Result]:
    reader = _reader(content)
    if reader.native or content.size > LARGEST_AT_HOME:
        return read_isolated(content, source, options)
    return _results(content, source, options)


def _reader(content: Content) -> Reader:
    if not content.head.strip():
        raise UnreadableError("there is no text in it: the file is empty.")
    reader = find_reader(content)
    if reader is None and is_binary(content.head):
        raise UnreadableError("this is a binary file, not text.", "Convert it to plain text first.")
    if reader is None:
        raise UnreadableError(
            "this is not a kind of file that newsgraph reads.", "Convert it to plain text first."
        )
    if reader.extra is not None and is_missing(reader.extra):
        raise UnreadableError(f"to read {reader.kind}, install it:", install_command(reader.extra))
    return reader


def _results(content: Content, source: str, options: Options) -> Iterator[Result]:
    for found in _reader(content).load()(content, options):
        yield _result(found, source, options)


def _result(found: Article | UnreadableError, source: str, options: Options) -> Result:
    if found.part:
        source = f"{source}#{found.part}"
    if isinstance(found, UnreadableError):
        return Refusal(source, found.reason, found.advice)
    try:
        return compose(found, source, options)
    except UnreadableError as refused:
        return Refusal(source, refused.reason, refused.advice)


def read_document(path: str | Path, *, day: datetime.date | None = None) -> Document:
    """Read a file that holds one document, ``-`` for standard input. Raises InputError, with the reason."""
    if str(path) != "-" and Path(path).is_dir():
        raise InputError(f"{path}: this is a folder; name a file in it, or use read_documents.")
    results = list(read_documents(path, date=day))
    documents = [result for result in results if isinstance(result, Document)]
    if len(documents) == 1:
        return documents[0]
    if documents:
        raise InputError(f"{path}: this file holds {len(documents)} documents; use read_documents.")
    raise InputError(str(results[0]) if results else f"{path}: there is no text in it.")
