"""PDF: the characters of each page put back into lines, columns and paragraphs."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from .article import Article, UnreadableError
from .content import Content
from .heading import written_title
from .options import Options
from .pdf_layout import Character, TextLine, headline, page_lines, paragraphs, without_running_lines

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2000
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_pdf(content: Content, options: Options) -> Iterator[Article]:
    """The one article of a PDF, in reading order.

    Raises UnreadableError for an encrypted or damaged one, and for scans, which have no text until OCR gives them one.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content.read())
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise UnreadableError("this PDF is encrypted with a password.", "Save it without one.") from None
        raise UnreadableError("this PDF is damaged.", "Fetch it again.") from None
    try:
        yield _article(document)
    except pypdfium2.PdfiumError:
        raise UnreadableError("a page of this PDF is damaged.", "Fetch it again.") from None
    finally:
        document.close()


def _article(document: Any) -> Article:
    if len(document) > MOST_PAGES:
        raise UnreadableError(f"more than {MOST_PAGES} pages;", "split it into articles.")
    pages = without_running_lines([page_lines(_characters(page)) for page in document])
    if not any(pages):
        raise UnreadableError("there is no text in this PDF: it is a scan.", "Run OCR on it first.")
    title = headline(pages)
    text, starts = _join(pages, title)
    metadata = document.get_metadata_dict()
    return Article(
        text,
        " ".join(line.text for line in title) or written_title(metadata.get("Title")),
        authors=(metadata["Author"],) if metadata.get("Author") else (),
        media_type=MEDIA_TYPE,
        pages=tuple(starts),
    )


def _join(pages: list[list[TextLine]], title: list[TextLine]) -> tuple[str, list[int]]:
    """The text, and where in it each page begins; a paragraph that runs over a page break is one."""
    text, starts = "", []
    for lines in pages:
        own = [line for line in lines if line not in title]
        for number, paragraph in enumerate(paragraphs(own)):
            goes_on = number == 0 and text and text.rstrip()[-1:] not in set('.!?:"”’)')
            text += " " if goes_on else "\n\n" if text else ""
            if number == 0:
                starts.append(len(text))
            text += paragraph
        if not own:
            starts.append(len(text))
    return text, starts


def _characters(page: Any) -> list[Character]:
    """The characters of a page with their boxes, in points from the lower left corner."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    height = page.get_height()
    found = []
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage.raw, index)
        if code in (0, 10, 13):
            continue
        if not pdfium.FPDFText_GetCharBox(textpage.raw, index, left, right, bottom, top):
            continue
        size = pdfium.FPDFText_GetFontSize(textpage.raw, index)
        box = pdfium.FS_RECTF()
        if pdfium.FPDFText_GetLooseCharBox(textpage.raw, index, box):
            low, high, begin, end = box.bottom, box.top, box.left, box.right
        else:
            low, high, begin, end = bottom.value, top.value, left.value, right.value
        char = chr(code) if code <= 0x10FFFF else "\ufffd"
        found.append(Character(char, begin, end, low, high, max(size, high - low, 1.0), height, index))
    textpage.close()
    return found
