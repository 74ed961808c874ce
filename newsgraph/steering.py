"""Characters that steer a terminal, turn the direction of a line or hide: what people see in their place."""

from __future__ import annotations

import re
from json import dumps

from newsgraph.graph.hidden_text import HIDDEN

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but for tab and line feed, DEL, C1
    f"{HIDDEN}\ud800-\udfff\U000e0100-\U000e01ef]"  # what nobody sees, lone surrogates, selectors
)
_BLANKS = re.compile(r"[\t\r\n]+")


def visible(text: str) -> str:
    r"""Return a text with U+FFFD for each character that steers a terminal, turns the direction or hides.

    >>> visible("a\x1b[31mb")
    'a�[31mb'
    """
    return _STEERING.sub("\ufffd", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    r"""Return a foreign text as a part of one line: without tabs and line ends, so that it forges neither.

    >>> one_line("a\nError: b")
    'a Error: b'
    """
    return visible(_BLANKS.sub(" ", text))


def escaped(json: str) -> str:
    r"""Return the same JSON with the characters that :func:`visible` replaces as escapes: data stays what it is.

    >>> escaped('"a\u202eb"')
    '"a\\u202eb"'
    """
    return _STEERING.sub(lambda match: dumps(match[0])[1:-1] if match[0] > " " else match[0], json)
