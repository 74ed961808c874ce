"""Rows as a table for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def html_table(names: Iterable[str], rows: Sequence[Sequence[object]], total: int) -> str:
    """Return ``rows`` of ``total`` as an HTML table; all text is escaped, web addresses become links.

    >>> html_table(["who"], [["<b>Ana</b>"]], 1)
    '<table><thead><tr><th>who</th></tr></thead><tbody><tr><td>&lt;b&gt;Ana&lt;/b&gt;</td></tr></tbody></table>'
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in rows)
    more = f"<p>{len(rows):,} of {total:,} rows</p>" if total > len(rows) else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(value: object) -> str:
    text = "" if value is None else escape(str(value))
    if (
        isinstance(value, str)
        and value.startswith(("https://", "http://"))
        and not any(map(str.isspace, value))
    ):
        return f'<a href="{text}" target="_blank" rel="noopener noreferrer">{text}</a>'
    return text
