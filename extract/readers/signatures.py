"""Telling kinds of files by their first bytes; the ending of the name is only a hint."""

from __future__ import annotations

import re
import zipfile
from mimetypes import guess_type

from .article import UnreadableError
from .content import Content
from .encoding import decode, is_binary
from .tables import is_header

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|div|article|section|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)


_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".plain"})
_CODE_SIGNS = frozenset("{}[]<>=$\\|#;@%^*_~`/+")
_MOST_SIGNS = 0.025
_ZIP = b"PK\x03\x04"
_HEADER_LINE = re.compile(rb"[!-9;-~]+:(?:[ \t].*)?\r?$")
_MAIL_HEADERS = frozenset(
    b"from to date subject received message-id mime-version return-path delivered-to content-type reply-to".split()
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|atom:feed)[\s>]")
_FRONT_MATTER = re.compile(
    r"(?:---|\+\+\+)[ \t]*\n(?:[\w-]+[ \t]*[:=].*\n|[ \t-].*\n|\n)+?(?:---|\.\.\.|\+\+\+)[ \t]*\n"
)
_LIST = re.compile(rb"\[\s*[{\"]|\[\s*\]\s*\Z")
_OBJECT = re.compile(rb"\{\s*[\"}]")
_OWN_PAGE = b'name="generator" content="newsgraph'


def is_pdf(content: Content) -> bool:
    """A PDF; up to a kilobyte may stand before its mark."""
    return b"%PDF-" in content.head[:1024]


def is_docx(content: Content) -> bool:
    """A zip archive with a word processor's document."""
    return "word/document.xml" in _names(content)


def is_odt(content: Content) -> bool:
    """A zip archive that says it is OpenDocument text."""
    return content.head.startswith(_ZIP) and b"application/vnd.oasis.opendocument.text" in content.head[:200]


def is_epub(content: Content) -> bool:
    """A zip archive that says it is a book."""
    return content.head.startswith(_ZIP) and b"application/epub+zip" in content.head[:200]


def _names(content: Content) -> tuple[str, ...]:
    """The names in a zip archive."""
    if not content.head.startswith(_ZIP):
        return ()
    try:
        with content.open_packed() as stream, zipfile.ZipFile(stream) as archive:
            return tuple(archive.namelist()[:1000])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ("word/document.xml",) if content.suffix == ".docx" else ()


def is_warc(content: Content) -> bool:
    """A web archive."""
    return content.head.startswith(b"WARC/")


def is_mbox(content: Content) -> bool:
    """Messages in one file: a line "From " before the headers of the first."""
    first, _, rest = content.head.partition(b"\n")
    return first.startswith(b"From ") and _has_mail_headers(rest)


def is_mail(content: Content) -> bool:
    """A message: at least two headers that only mail has, and nothing before them."""
    return content.media_type == "message/rfc822" or _has_mail_headers(content.head)


def _has_mail_headers(head: bytes) -> bool:
    names = set()
    for line in head.split(b"\n"):
        if _HEADER_LINE.match(line):
            names.add(line.partition(b":")[0].lower())
        elif not line.startswith((b" ", b"\t")):
            break
    return len(names & _MAIL_HEADERS) >= 2


def is_feed(content: Content) -> bool:
    """RSS or Atom."""
    head = _ascii(content.head)
    return _FEED.search(head[:4096]) is not None and not _HTML.match(head)


def is_json(content: Content) -> bool:
    """One value of JSON over the whole file."""
    start = _ascii(content.head).lstrip()
    starts = (
        _LIST.match(start) or _OBJECT.match(start) or (start.startswith(b"{") and content.suffix == ".json")
    )
    return bool(starts) and not is_json_lines(content)


def is_json_lines(content: Content) -> bool:
    """An object on each line: by the first line, or by the ending."""
    start = _ascii(content.head).lstrip()
    first, newline, rest = start.partition(b"\n")
    if not start.startswith(b"{"):
        return False
    if content.suffix in {".jsonl", ".ndjson"}:
        return True
    return first.rstrip().endswith(b"}") and rest.lstrip()[:1] == b"{" and bool(newline)


def is_table(content: Content) -> bool:
    """Rows of fields: by the ending, or by a first line that names a text field and others."""
    if is_binary(content.head):
        return False
    return content.suffix in {".csv", ".tsv", ".tab"} or is_header(_start(content).partition("\n")[0])


def _start(content: Content) -> str:
    """The first bytes as text, nothing for binary ones."""
    try:
        return decode(content.head)[0]
    except UnreadableError:
        return ""


def is_html(content: Content) -> bool:
    """A page, or a piece of one, in any encoding of ASCII letters; not one that newsgraph wrote."""
    if _OWN_PAGE in content.head:
        raise UnreadableError("newsgraph wrote this page.", "Give the articles it was made from.")
    return _HTML.match(_ascii(content.head)) is not None


def _ascii(head: bytes) -> bytes:
    """Without byte order marks and the zeros of wide encodings."""
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")


def is_markdown(content: Content) -> bool:
    """Markdown: by its ending, or by front matter."""
    if content.suffix in {".md", ".markdown"}:
        return not is_binary(content.head)
    return content.head.startswith((b"---", b"+++")) and _FRONT_MATTER.match(_start(content)) is not None


def is_text(content: Content) -> bool:
    """Prose: anything with an ending of text, and otherwise what does not look like code or settings."""
    if is_binary(content.head):
        return False
    if content.suffix in _TEXT_SUFFIXES or content.name == "-":
        return True
    return not _is_of_media(content.name) and looks_like_prose(content.head)


def _is_of_media(name: str) -> bool:
    """Does the name say picture, sound, film or font? What is left of a broken one is no prose."""
    kind, _ = guess_type(name)
    return kind is not None and kind.partition("/")[0] in ("image", "audio", "video", "font")


def looks_like_prose(head: bytes) -> bool:
    """Are there few signs that programs, settings and data are full of?"""
    text = head.decode("utf-8", errors="replace")
    signs = sum(char in _CODE_SIGNS for char in text)
    return signs < _MOST_SIGNS * max(len(text), 1) and any(char.isalpha() for char in text)
