"""CSV and TSV: a row is an article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain

from .article import Article, UnreadableError
from .content import HEAD, Content
from .encoding import decode
from .fields import find_layout, read_row
from .options import Options

DELIMITERS = ",;\t|"
LONGEST_FIELD = 10_000_000


def read_table(content: Content, options: Options) -> Iterator[Article | UnreadableError]:
    """An article for every row under the header, as rows are read."""
    with content.open() as binary:
        encoding, notes = _encoding(content)
        stream = io.TextIOWrapper(binary, encoding=encoding, errors="replace", newline="")
        limit = csv.field_size_limit(LONGEST_FIELD)  # of the whole process: others want it as it was
        try:
            yield from _read_rows(stream, options, notes, _media_type(content))
        except csv.Error as error:
            raise UnreadableError(f"this table is damaged ({error}).") from None
        finally:
            csv.field_size_limit(limit)
            stream.detach()


def _media_type(content: Content) -> str:
    return "text/tab-separated-values" if content.suffix in {".tsv", ".tab"} else "text/csv"


def _encoding(content: Content) -> tuple[str, tuple[str, ...]]:
    """The encoding by the first bytes: UTF-8 if they are, else the likeliest code page."""
    from .charsets import guess_charset

    head = content.head
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", ()
    decode(head)  # refuses binary data
    try:
        head[: head.rfind(b"\n") + 1 or len(head)].decode("utf-8")
    except UnicodeDecodeError:
        charset = guess_charset(head)
        return charset, (f"not UTF-8, read as {charset}",)
    return "utf-8-sig", ()


def _read_rows(
    stream: io.TextIOWrapper, options: Options, notes: tuple[str, ...], media_type: str
) -> Iterator[Article | UnreadableError]:
    header = stream.readline(HEAD)
    delimiter = find_delimiter(header)
    rows = csv.DictReader(chain([header], stream), delimiter=delimiter, restkey="")
    layout = find_layout(rows.fieldnames or (), options)
    for number, row in enumerate(rows, start=1):
        try:
            yield read_row(row, layout, number, media_type)
        except UnreadableError as refused:
            yield refused


def find_delimiter(header: str) -> str:
    """The character that parts the names of a header most often; quoted ones do not count."""
    bare = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=bare.count)


def is_header(line: str) -> bool:
    """Does a first line name a field of text and another one, as tables have it?"""
    try:
        names = next(csv.reader([line], delimiter=find_delimiter(line)), [])
        layout = find_layout(names, Options())
    except (csv.Error, UnreadableError):
        return False
    return len(names) > 1 and len(layout.fields) > 1 and all(len(name) < 40 for name in names)
