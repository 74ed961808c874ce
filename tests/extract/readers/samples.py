"""Small files of every kind, with one article each, made here."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping

TITLE = "Ostby harbour reopens after storm"
FIRST = "The harbour of Ostby reopened on Monday after a storm that had closed it for three weeks."
SECOND = "The mayor, Ingrid Solheim, said the repairs had cost four million crowns."
ADDRESS = "https://www.ostby-herald.example/2026/03/02/harbour"


def package(parts: Mapping[str, str | bytes], *, mimetype: str | None = None) -> bytes:
    """A zip archive; an OpenDocument or EPUB type is stored first and unpacked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def html() -> bytes:
    """A page with JSON-LD, navigation, a teaser and a cookie line."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2026-03-02T08:00:00+01:00",
        "author": {"@type": "Person", "name": "Kari Moen"},
        "publisher": {"@type": "Organization", "name": "Ostby Herald"},
    }
    filler = (
        "<p>Ships waited outside for days, and fishermen lost much of the season, the port office said.</p>"
    )
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{TITLE} | Ostby Herald</title>"
        f"<link rel='canonical' href='{ADDRESS}'><script type='application/ld+json'>{json.dumps(data)}</script></head>"
        f"<body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article><h1>{TITLE}</h1><p>{FIRST}</p>"
        f"<p>Read more: <a href='/x'>Ten storms that shook the coast</a></p><p>{SECOND}</p>{filler * 3}"
        f"<p>Sign up for our newsletter to get the news in your inbox.</p></article>"
        f"<div class='cookie-banner'><p>We use cookies to improve your experience.</p></div></body></html>"
    ).encode()


def mail() -> bytes:
    """A reply with a quotation, a signature and a text attachment."""
    return (
        "From: Kari Moen <kari@ostby.example>\r\nTo: desk@ostby.example\r\n"
        f"Subject: Re: {TITLE}\r\nDate: Mon, 02 Mar 2026 10:00:00 +0100\r\nMessage-ID: <1@ostby.example>\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{FIRST}\r\n\r\n{SECOND}\r\n\r\n"
        "On Sunday Per Dahl wrote:\r\n> The pier will never open again, they told me.\r\n\r\n-- \r\nKari Moen\r\nDesk\r\n"
        "--b\r\nContent-Type: text/plain; name=note.txt\r\nContent-Disposition: attachment; filename=note.txt\r\n\r\n"
        "The ferry company hired forty people in the spring.\r\n--b--\r\n"
    ).encode()


def mbox() -> bytes:
    """Two messages; the second has an escaped line."""
    first = (
        "From a Mon Mar  2 10:00:00 2026\nFrom: a@ostby.example\nSubject: One\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n"
        f"Message-ID: <1@x>\n\n{FIRST}\n\n"
    )
    second = (
        "From b Tue Mar  3 10:00:00 2026\nFrom: b@ostby.example\nSubject: Two\nDate: Tue, 3 Mar 2026 10:00:00 +0000\n"
        f"Message-ID: <2@x>\n\n{SECOND}\n>From Monday the ferry sails every hour, the company said.\n"
    )
    return (first + second).encode()


def docx() -> bytes:
    """A document with a deletion, a header and a comment."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        f"<w:document {w}><w:body><w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>{FIRST}</w:t></w:r><w:del><w:r><w:delText>The king is dead.</w:delText></w:r></w:del></w:p>"
        f"<w:p><w:ins><w:r><w:t>{SECOND}</w:t></w:r></w:ins></w:p></w:body></w:document>"
    )
    return package(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": body, "word/header1.xml": "<x>DRAFT</x>"}
    )


def odt() -> bytes:
    """A document with a comment."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    body = (
        f"<office:document-content {names}><office:body><office:text><text:h>{TITLE}</text:h>"
        f"<text:p>{FIRST}<office:annotation><text:p>Check this.</text:p></office:annotation></text:p>"
        f"<text:p>{SECOND}</text:p></office:text></office:body></office:document-content>"
    )
    return package({"content.xml": body}, mimetype="application/vnd.oasis.opendocument.text")


def epub() -> bytes:
    """A book of one chapter."""
    container = "<container><rootfiles><rootfile full-path='o/b.opf'/></rootfiles></container>"
    book = (
        "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Tales of the coast</dc:title>"
        "<dc:date>2026-03-02</dc:date><dc:creator>Kari Moen</dc:creator></metadata><manifest>"
        "<item id='n' href='nav.xhtml' properties='nav'/><item id='c' href='c.xhtml'/></manifest>"
        "<spine><itemref idref='n'/><itemref idref='c'/></spine></package>"
    )
    chapter = f"<html><body><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    nav = "<html><body><nav>Table of contents</nav></body></html>"
    parts = {"META-INF/container.xml": container, "o/b.opf": book, "o/c.xhtml": chapter, "o/nav.xhtml": nav}
    return package(parts, mimetype="application/epub+zip")


def rss() -> bytes:
    """A feed with one full entry and one summary."""
    return (
        "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>Coast News</title><item><title>{TITLE}</title><link>{ADDRESS}?utm_source=rss</link>"
        "<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><source url='https://x.example'>Ostby Herald</source>"
        f"<description>Short.</description><content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>"
        f"<p>The post <a href='/'>{TITLE}</a> appeared first on <a href='/'>Coast News</a>.</p>]]></content:encoded></item>"
        f"<item><title>Second</title><guid>g2</guid><description>{SECOND} &lt;a href='/'&gt;Read more&lt;/a&gt;</description>"
        "</item></channel></rss>"
    ).encode()


def warc() -> bytes:
    """A web archive with one page, twice."""
    page = html()
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    record = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {ADDRESS}\r\nWARC-Date: 2026-04-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(response)}\r\n\r\n"
    ).encode() + response + b"\r\n\r\n"  # fmt: skip
    return gzip.compress(record) + gzip.compress(record)


def jsonl() -> bytes:
    """Two lines under usual names."""
    rows = [
        {
            "headline": TITLE,
            "body": f"{FIRST} {SECOND}",
            "published": "2026-03-02T08:00:00Z",
            "link": ADDRESS,
        },
        {"headline": "Second", "body": SECOND, "published": "3 March 2026", "link": ADDRESS + "/2"},
    ]
    return "\n".join(json.dumps(row) for row in rows).encode()


def csv() -> bytes:
    """A table with semicolons and a byte order mark."""
    return f'\ufefftitle;text;date;url\n"{TITLE}";"{FIRST}\n\n{SECOND}";2026-03-02;{ADDRESS}\n'.encode()


def markdown() -> bytes:
    """Front matter, a link, a picture and a comment."""
    return (
        f"---\ntitle: {TITLE}\ndate: 2026-03-02\nurl: {ADDRESS}\n---\n\n**{FIRST[:20]}**{FIRST[20:]}\n\n"
        f"![A pier](https://x.example/p.jpg)\n\n<!-- check -->\n{SECOND[:10]}[{SECOND[10:]}](https://x.example/some-link)\n"
    ).encode()


def text() -> bytes:
    """A headline, a dateline and two paragraphs."""
    return f"{TITLE}\n\nOSTBY, March 2, 2026 (Agency) - {FIRST}\n\n{SECOND}\n".encode()


def pdf(lines: tuple[str, ...] = (TITLE, "", FIRST[:45], FIRST[46:], "", SECOND[:35], SECOND[36:])) -> bytes:
    """A page of lines in Helvetica; the first is larger."""
    commands, y = [], 760
    for number, line in enumerate(lines):
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        commands.append(f"BT /F1 {20 if number == 0 else 11} Tf 72 {y} Td ({escaped}) Tj ET")
        y -= 16
    stream = "\n".join(commands).encode("latin-1", "replace")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, data in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


SAMPLES = {
    "page.html": html, "mail.eml": mail, "box.mbox": mbox, "report.docx": docx, "notes.odt": odt, "book.epub": epub,
    "feed.xml": rss, "crawl.warc.gz": warc, "dump.jsonl": jsonl, "dump.csv": csv, "post.md": markdown,
    "wire.txt": text, "print.pdf": pdf,
}  # fmt: skip
"""A file of every kind by its name."""
