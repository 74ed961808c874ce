"""WARC web archives: an article for every response that holds one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .article import Article, UnreadableError
from .content import LARGEST_ARTICLE, Content
from .declared_dates import day_in_address
from .nested import read_nested
from .options import Options

_TEXT_TYPES = (
    "text/",
    "application/xhtml",
    "application/pdf",
    "application/rss",
    "application/atom",
    "application/xml",
    "application/json",
)


def read_warc(content: Content, options: Options) -> Iterator[Article | UnreadableError]:
    """Articles of responses with status 200, each payload once; the address is the article's where the page states none."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    seen: set[str] = set()
    with content.open_packed() as stream:
        try:
            for record in ArchiveIterator(stream):
                if _is_page(record):
                    yield from _read_record(record, seen, options)
        except ArchiveLoadFailed as error:
            raise UnreadableError(
                f"this archive is damaged ({str(error).splitlines()[0][:100]}).", "Fetch it again."
            ) from None


def _is_page(record: Any) -> bool:
    """Is this a successful response with text?"""
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "text/html").strip().lower().startswith(_TEXT_TYPES)


def _read_record(record: Any, seen: set[str], options: Options) -> Iterator[Article | UnreadableError]:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    data = record.content_stream().read(LARGEST_ARTICLE + 1)
    digest = hashlib.sha256(data).hexdigest()
    if digest in seen:
        return
    seen.add(digest)
    if len(data) > LARGEST_ARTICLE:
        yield UnreadableError(f"larger than {LARGEST_ARTICLE // 1_000_000} MB.", part=address)
        return
    media_type, _, parameters = (record.http_headers.get_header("Content-Type") or "").partition(";")
    charset = parameters.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    part = Content(
        address.rpartition("/")[2] or "page",
        data=data,
        media_type=media_type.strip(),
        charset=charset,
        depth=1,
    )
    crawled = f"archived {(record.rec_headers.get_header('WARC-Date') or 'at an unknown time')[:10]}"
    for found in read_nested(part, options, address, day=day_in_address(address), day_from="address"):
        if isinstance(found, Article):
            found = replace(found, url=found.url or address or None, notes=(*found.notes, crawled))
        yield found
