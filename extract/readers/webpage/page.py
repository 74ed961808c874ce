"""The article of a saved page: trafilatura finds the body, then what is no part of the article goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..article import Article, UnreadableError
from ..boilerplate import keep_article
from ..content import Content
from ..encoding import decode
from ..options import Options
from .body import find_blocks
from .metadata import read_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)


def read_html(content: Content, options: Options) -> Iterator[Article]:
    """The one article of a page. Raises UnreadableError for a page without one."""
    data = content.read()
    declared = _DECLARED.search(data[:4096])
    charset = content.charset or (declared[1].decode("ascii", "replace") if declared else None)
    text, notes = decode(data, charset)
    yield read_page(text, notes)


def read_page(text: str, notes: tuple[str, ...] = ()) -> Article:
    """The article of the markup of a page. Raises UnreadableError for a page without one."""
    tree = _parse(text)
    metadata = read_metadata(tree)
    blocks = keep_article(find_blocks(tree), metadata.title)
    if not blocks:
        raise UnreadableError("no article was found in this page.", "Save the page of one article.")
    return Article(
        "\n\n".join(block.text for block in blocks),
        metadata.title,
        metadata.date,
        metadata.date_from,
        metadata.url,
        metadata.publisher,
        metadata.authors,
        metadata.section,
        metadata.language,
        "text/html",
        notes=notes,
    )


def _parse(text: str) -> HtmlElement:
    import lxml.html

    try:
        return lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        raise UnreadableError("there is no page in it.") from None
