"""E-mail: single messages and mbox files, with attachments of readable kinds as documents of their own."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses
from typing import TypeAlias

from .article import Article, UnreadableError
from .boilerplate import keep_article, keep_lines
from .content import LARGEST_ARTICLE, Content
from .declared_dates import parse_day
from .encoding import decode
from .markup import join_blocks, markup_blocks
from .nested import read_nested
from .options import Options

Mail: TypeAlias = "Message[str, str]"
MEDIA_TYPE = "message/rfc822"
LONGEST_HEADER = 4000
"""Characters of a header that are looked at."""
_POLICY = email.policy.compat32
_REPLY = re.compile(r"^\s*(?:(?:re|aw|fw|fwd|antw|sv|tr)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_QUOTE_OPENS = re.compile(
    r"^(?:on\b.{4,200}\bwrote:|.{0,100}<[^<>@\s]+@[^<>\s]+>.{0,60}(?:wrote|writes):"
    r"|-{2,}\s*(?:original message|forwarded message|forwarded by).*|_{10,}|from: .+@.+)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURE = re.compile(r"^(?:-- ?|—|sent from my \w+.*|get outlook for .*)$", re.IGNORECASE)
_CLOSING = re.compile(
    r"^\s*(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|regards|best|sincerely|cheers|thanks|thank you"
    r"|yours(?: (?:sincerely|truly|faithfully))?)\s*[,.!]?\s*$",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 8
_FROM_LINE = re.compile(rb"From \S+.*\d{4}\s*$")
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mail(content: Content, options: Options) -> Iterator[Article | UnreadableError]:
    """The article of a message, then those of its attachments."""
    yield from _read_message(content.read(), options, depth=content.depth)


def read_mbox(content: Content, options: Options) -> Iterator[Article | UnreadableError]:
    """The articles of all messages, as the file is read: any size will do."""
    for number, data in enumerate(split_mbox(content), start=1):
        if len(data) > LARGEST_ARTICLE:
            yield UnreadableError(f"larger than {LARGEST_ARTICLE // 1_000_000} MB.", part=str(number))
            continue
        yield from _read_message(data, options, number)


def split_mbox(content: Content) -> Iterator[bytes]:
    """The messages of an mbox file, their lines "From " unescaped; of one that is too large only the beginning."""
    message: list[bytes] = []
    size, blank = 0, True
    with content.open() as stream:
        while line := stream.readline(LARGEST_ARTICLE):
            if blank and _FROM_LINE.match(line):
                if message:
                    yield _ESCAPED_FROM.sub(rb"\1", b"".join(message))
                message, size = [], 0
            elif size <= LARGEST_ARTICLE:
                message.append(line)
                size += len(line)
            blank = not line.strip()
    if message:
        yield _ESCAPED_FROM.sub(rb"\1", b"".join(message))


def _read_message(
    data: bytes, options: Options, number: int | None = None, depth: int = 0
) -> Iterator[Article | UnreadableError]:
    message = BytesParser(policy=_POLICY).parsebytes(data)
    name = (_header(message, "Message-ID") or "").strip("<>") or (str(number) if number else "")
    part = name if number else ""
    day = parse_day(_header(message, "Date"))
    plain, markup, attachments = _parts(message)
    title = _REPLY.sub("", _header(message, "Subject") or "").strip() or None
    text = own_words(plain) if plain is not None else _from_markup(markup, title)
    if any(char.isalpha() for char in text):
        yield Article(
            text,
            title,
            day,
            "header" if day else None,
            publisher=(_header(message, "List-Id") and _names(_header(message, "List-Id") or "")[0]) or None,
            authors=tuple(_names(_header(message, "From") or "")),
            media_type=MEDIA_TYPE,
            part=part,
        )
    elif not attachments:
        yield UnreadableError("there are no words of its own in this message.", part=part)
    for attachment in attachments:
        own = f"{part}/{attachment.name}" if part else attachment.name
        yield from read_nested(replace(attachment, depth=depth + 1), options, own, day=day, day_from="header")


def _header(message: Mail, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    written = str(value)[:LONGEST_HEADER]
    try:
        return " ".join(str(make_header(decode_header(written))).split())
    except (ValueError, LookupError, UnicodeError):
        return " ".join(written.split())


def _names(value: str) -> list[str]:
    """Names of addresses; of one without a name the address."""
    return [name or address for name, address in getaddresses([value]) if name or address] or [value]


def _parts(message: Mail) -> tuple[str | None, str | None, list[Content]]:
    """Plain text, HTML and attachments of a message."""
    plain: list[str] = []
    markup: list[str] = []
    attachments: list[Content] = []
    for part in _own_parts(message):
        if part.get_content_type() == MEDIA_TYPE:
            attachments.append(_inner_mail(part))
            continue
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes):
            continue
        name, media_type = part.get_filename(), part.get_content_type()
        if name or part.get_content_disposition() == "attachment":
            attachments.append(
                Content(
                    _file_name(name, media_type), data=data, media_type=media_type, charset=_charset(part)
                )
            )
        elif media_type == "text/plain":
            plain.append(_flow(decode(data, _charset(part))[0], part))
        elif media_type == "text/html":
            markup.append(decode(data, _charset(part))[0])
    return "\n\n".join(plain) or None, "\n".join(markup) or None, attachments


def _own_parts(message: Mail) -> Iterator[Mail]:
    """The parts of a message that hold something; mails in it are whole, so that their words are not taken for its own."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _own_parts(part)
    else:
        yield message


def _inner_mail(part: Mail) -> Content:
    """A mail that is attached to another one."""
    inner = part.get_payload()
    whole = inner[0] if isinstance(inner, list) and inner and isinstance(inner[0], Message) else None
    data = whole.as_bytes(policy=_POLICY) if whole is not None else b""
    title = _header(whole, "Subject") if whole is not None else None
    name = part.get_filename() or f"{title or 'attachment'}.eml"
    return Content(_file_name(name, MEDIA_TYPE), data=data, media_type=MEDIA_TYPE)


def _charset(part: Mail) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, AttributeError):
        return None


def _file_name(name: str | None, media_type: str) -> str:
    return " ".join((name or f"attachment.{media_type.rpartition('/')[2]}").split())[:200]


def _flow(text: str, part: Mail) -> str:
    """Lines that end in a space go on in the next one, where the mail says so (RFC 3676)."""
    if part.get_param("format") != "flowed":
        return text
    glue = "" if str(part.get_param("delsp")).lower() == "yes" else " "
    unstuffed = re.sub(r"(?m)^ (?=[ >F])", "", text)
    return re.sub(r"(?m)(?<!^--) \n(?![>\n])", glue, unstuffed)


def own_words(text: str) -> str:
    """The words that the writer of a mail wrote: no quoted reply, no signature, no notices."""
    kept: list[str] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _SIGNATURE.match(line.rstrip("\r")) or _is_closing(lines[number:]):
            break
        if line.lstrip().startswith(">"):
            _drop_opening(kept)
        elif _QUOTE_OPENS.match(line) and line.lstrip().startswith(("-", "_", "From:", "from:")):
            break
        else:
            kept.append(line)
    _drop_opening(kept)
    return keep_lines("\n".join(kept))


def _is_closing(lines: list[str]) -> bool:
    """Is the first of the lines a closing ("Kind regards,") with nothing under it but a name and an address?"""
    if not _CLOSING.match(lines[0]):
        return False
    own = [line for line in lines[1:] if line.strip() and not line.lstrip().startswith(">")]
    quoted = next((number for number, line in enumerate(own) if _QUOTE_OPENS.match(line)), len(own))
    return quoted <= _LONGEST_SIGNATURE and all(len(line) <= 70 for line in own[:quoted])


def _drop_opening(lines: list[str]) -> None:
    """Take the line that announces a quotation ("On Monday Anna wrote:") off the end; it may be wrapped."""
    while lines and not lines[-1].strip():
        lines.pop()
    for count in (1, 2, 3):
        if _QUOTE_OPENS.match(" ".join(line.strip() for line in lines[-count:])):
            del lines[-count:]
            break
    lines.append("")


def _from_markup(markup: str | None, title: str | None) -> str:
    """The words of an HTML mail; quoted mail stands in quotation elements."""
    own = re.sub(r"(?is)<blockquote\b.*?</blockquote>|<div class=\"gmail_quote\".*", "", markup or "")
    return join_blocks(keep_article(markup_blocks(own), title))
