"""Files that are zip archives (DOCX, ODT, EPUB): their parts, with limits against bombs, and their XML."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.etree import ElementTree
from xml.parsers import expat

from .article import UnreadableError
from .content import LARGEST_ARTICLE, Content

MOST_PARTS = 10_000
_DAMAGED = "this file is damaged and cannot be unpacked."
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
DEEPEST_XML = 1000
"""Nested elements; deeper XML is refused."""

Element = ElementTree.Element


class Package:
    """The parts of a zip archive. Reading more than a document can hold raises UnreadableError."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = LARGEST_ARTICLE
        if len(archive.namelist()) > MOST_PARTS:
            raise UnreadableError(f"more than {MOST_PARTS} parts in one file.")

    @property
    def names(self) -> list[str]:
        """Names of the parts."""
        return self._archive.namelist()

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            with self._archive.open(name) as part:
                data = part.read(self._left + 1)
        except RuntimeError:
            raise UnreadableError("this file is encrypted.", "Save it without a password.") from None
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
            raise UnreadableError(_DAMAGED, "Fetch it again.") from None
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError(f"it unpacks to more than {LARGEST_ARTICLE // 1_000_000} MB.")
        return data

    def xml(self, name: str) -> Element:
        """The root element of a part."""
        return parse_xml(self.read(name))


@contextmanager
def open_package(content: Content) -> Iterator[Package]:
    """The archive that a content is. Raises UnreadableError for a damaged one."""
    try:
        archive = zipfile.ZipFile(BytesIO(content.read()))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise UnreadableError(_DAMAGED, "Fetch it again.") from None
    with archive:
        yield Package(archive)


def parse_xml(data: bytes) -> Element:
    """The root of an XML document. Own entities are refused, as they are only used for bombs, and so is deep nesting."""
    if _ENTITY.search(data):
        raise UnreadableError("its XML declares entities, which no document needs.")
    builder = ElementTree.TreeBuilder()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST_XML:
            raise UnreadableError("its XML is nested too deeply.")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, AssertionError, ValueError, LookupError):
        raise UnreadableError("its XML is damaged.", "Fetch it again.") from None


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """The attribute of a local name."""
    return next((value for key, value in element.attrib.items() if local(key) == name), None)


def first_text(root: Element, *names: str) -> str | None:
    """The text of the first element of one of some local names, in the order of the names."""
    for name in names:
        for element in root.iter():
            text = "".join(element.itertext()).strip() if local(element.tag) == name else ""
            if text:
                return text
    return None


def all_texts(root: Element, name: str) -> tuple[str, ...]:
    """The texts of all elements of a local name."""
    found = ("".join(element.itertext()).strip() for element in root.iter() if local(element.tag) == name)
    return tuple(text for text in found if text)
