"""``newsgraph read``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsgraph.steering import one_line

from .group import example, field_options, tell

if TYPE_CHECKING:
    from newsgraph.extract.readers import Document


@click.command(
    epilog=example(
        "newsgraph read page.html", "newsgraph read dump.csv --text body --title headline --date day"
    )
)
@click.argument("files", nargs=-1, required=True)
@field_options
def read(
    files: tuple[str, ...],
    text: str | None,
    title: str | None,
    date: str | None,
    url: str | None,
    any_language: bool | None,
) -> None:
    """Print the text and metadata that would be read from FILES of any kind (folders too, - for standard input)."""
    from newsgraph.extract.readers import Refusal, read_documents

    refused = documents = 0
    for file in files:
        for found in read_documents(
            file, text=text, title=title, date=date, url=url, any_language=bool(any_language)
        ):
            if isinstance(found, Refusal):
                refused += not found.passed_over
                tell(f"{'Passed over' if found.passed_over else 'Refused'}: {one_line(str(found))}")
            else:
                click.echo(("\n" if documents else "") + show(found))
                documents += 1
    if refused or not documents:
        click.get_current_context().exit(1 if documents else 2)


def show(document: Document) -> str:
    """Return what is known of a document, a line each, and its text under them."""
    day = f"{document.date} (from {document.date_from})" if document.date else None
    known = {
        "source": document.source,
        "title": document.title,
        "date": day,
        "url": document.url,
        "publisher": document.publisher,
        "authors": ", ".join(document.authors),
        "section": document.section,
        "media type": document.media_type,
        "note": "; ".join(document.notes),
    }
    lines = [f"{name}: {_one_line(value)}" for name, value in known.items() if value]
    return "\n".join([*lines, "", document.text.strip()])


def _one_line(value: str) -> str:
    return " ".join(value.split())
