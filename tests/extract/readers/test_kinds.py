"""Every kind of file: what is read of it and what is not."""

import gzip
import json
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from newsgraph.extract.readers import Document, Refusal, read_documents
from tests.extract.readers import samples
from tests.extract.readers.samples import ADDRESS, FIRST, SAMPLES, SECOND, TITLE

DAY = date(2026, 3, 2)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Document | Refusal]]:
    """Write bytes under a name and read them."""

    def run(data: bytes, name: str, **options: object) -> list[Document | Refusal]:
        (tmp_path / name).write_bytes(data)
        return list(read_documents(tmp_path / name, **options))  # type: ignore[arg-type]

    return run


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_is_read(read: Callable[..., list[Document]], name: str) -> None:
    """The first article of each has its sentences whole."""
    first, *rest = read(SAMPLES[name](), name)
    assert isinstance(first, Document), first
    joined = words(" ".join([first.text, *(other.text for other in rest)]))
    assert FIRST in joined
    assert SECOND in joined
    if name != "box.mbox":
        assert first.title == TITLE
    if name not in {"report.docx", "notes.odt", "print.pdf"}:
        assert first.date == DAY


@pytest.mark.parametrize("name", SAMPLES)
def test_the_kind_is_told_by_content(read: Callable[..., list[Document]], name: str) -> None:
    """Another ending changes nothing, nor does gzip."""
    expected = [document.text for document in read(SAMPLES[name](), name)]
    assert [document.text for document in read(SAMPLES[name](), "misnamed.txt")] == expected
    if not name.endswith(".gz"):
        assert [document.text for document in read(gzip.compress(SAMPLES[name]()), name + ".gz")] == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_reading_twice_gives_the_same(read: Callable[..., list[Document]], name: str) -> None:
    """Nothing depends on the run."""
    assert read(SAMPLES[name](), name) == read(SAMPLES[name](), name)


def test_a_page_gives_its_metadata_and_no_furniture(read: Callable[..., list[Document]]) -> None:
    """Navigation, teasers, newsletters and cookies are not the article."""
    (page,) = read(samples.html(), "p.html")
    assert (page.publisher, page.authors, page.url) == ("Ostby Herald", ("Kari Moen",), ADDRESS)
    assert (page.date_from, page.media_type) == ("metadata", "text/html")
    for junk in ("Sport", "Ten storms", "newsletter", "cookies"):
        assert junk not in page.text


def test_a_day_in_utc_is_told_by_the_address(read: Callable[..., list[Document]]) -> None:
    """Shortly after midnight in Greenwich it is still yesterday in Ostby, Maine."""
    data = samples.html().replace(b"2026-03-02T08:00:00+01:00", b"2026-03-03T02:00:00Z")
    (page,) = read(data, "p.html")
    assert page.date == DAY


def test_updates_and_other_articles_do_not_date_a_page(read: Callable[..., list[Document]]) -> None:
    """Only the day of publication of the page's own article counts."""
    other = {
        "@type": "NewsArticle",
        "headline": "Other",
        "datePublished": "2020-01-01",
        "url": "https://x.example/o",
    }
    own = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-03-02", "url": ADDRESS}
    graph = json.dumps({"@graph": [other, own, {"@type": "WebPage", "dateModified": "2026-06-01"}]}).encode()
    data = samples.html()
    start, end = data.index(b"ld+json'>") + 9, data.index(b"</script>")
    (page,) = read(data[:start] + graph + data[end:], "p.html")
    assert page.date == DAY


def test_a_reply_is_its_own_words(read: Callable[..., list[Document]]) -> None:
    """Quoted words and signatures are others'; an attachment is a document of its own with the mail's day."""
    message, attachment = read(samples.mail(), "m.eml")
    assert "never open again" not in message.text
    assert "Desk" not in message.text
    assert message.authors == ("Kari Moen",)
    assert attachment.source.endswith("m.eml#note.txt")
    assert (attachment.date, attachment.date_from) == (DAY, "header")


def test_a_mail_in_a_mail_is_a_document_of_its_own(read: Callable[..., list[Document]]) -> None:
    """Its words are not the outer writer's, and its date is its own."""
    inner, outer = EmailMessage(), EmailMessage()
    inner["Subject"], inner["Date"] = "Old ferry", "Sun, 01 Mar 2026 10:00:00 +0000"
    inner.set_content(SECOND)
    outer["Subject"], outer["Date"] = "Fwd: Old ferry", "Mon, 02 Mar 2026 10:00:00 +0000"
    outer.set_content(FIRST)
    outer.add_attachment(inner)
    first, second = read(bytes(outer), "outer.eml")
    assert (FIRST in words(first.text), SECOND in words(first.text)) == (True, False)
    assert SECOND in words(second.text)
    assert (first.date, second.date) == (DAY, date(2026, 3, 1))
    assert second.source.endswith("#Old ferry.eml")


@pytest.mark.parametrize(
    "page",
    [
        "<div><div class=story><div>{}</div><div>{}</div></div></div>",
        "<table><tr><td>{}<br><br>{}</td></tr></table>",
        "<table><tr><td><p>{}</p><p>{}</p></td></tr></table>",
    ],
)
def test_paragraphs_of_any_element_stay_apart(read: Callable[..., list[Document]], page: str) -> None:
    """Old pages have no paragraphs, but divisions, line breaks and tables for layout."""
    first, second = (" ".join([sentence] * 3) for sentence in (FIRST, SECOND))
    (found,) = read(f"<html><body>{page.format(first, second)}</body></html>".encode(), "old.html")
    assert [words(part) for part in found.text.split("\n\n")] == [first, second]


def test_links_of_markdown_between_tags_are_undone(read: Callable[..., list[Document]]) -> None:
    """Pasted texts mix both."""
    text = "Ann Lee [met](https://example.org) <b>Tom Reed</b> in Ostby.<br>It rained.<br>"
    (found,) = read(text.encode(), "p.txt")
    assert words(found.text) == "Ann Lee met Tom Reed in Ostby. It rained."


def test_lines_that_were_escaped_in_an_mbox_are_whole(read: Callable[..., list[Document]]) -> None:
    """Messages are told apart and known by their ids."""
    first, second = read(samples.mbox(), "b.mbox")
    assert (first.source[-4:], second.source[-4:]) == ("#1@x", "#2@x")
    assert "From Monday the ferry" in second.text
    assert ">From" not in second.text


def test_deleted_words_and_comments_are_not_read(read: Callable[..., list[Document]]) -> None:
    """Documents are read as if all changes were accepted."""
    (report,) = read(samples.docx(), "r.docx")
    assert "king" not in report.text
    assert "DRAFT" not in report.text
    (notes,) = read(samples.odt(), "n.odt")
    assert "Check" not in notes.text


def test_chapters_know_their_book(read: Callable[..., list[Document]]) -> None:
    """Navigation is not a chapter."""
    (chapter,) = read(samples.epub(), "b.epub")
    assert (chapter.section, chapter.authors) == ("Tales of the coast", ("Kari Moen",))


def test_summaries_in_feeds_are_marked(read: Callable[..., list[Document]]) -> None:
    """The publisher is the source's, the address has no tracking."""
    full, summary = read(samples.rss(), "f.xml")
    assert (full.publisher, full.url, full.notes) == ("Ostby Herald", ADDRESS, ())
    assert "appeared first" not in full.text
    assert "summary" in summary.notes[0]
    assert "Read more" not in summary.text


def test_an_archived_page_is_read_once(read: Callable[..., list[Document]]) -> None:
    """The day of the crawl is not the day of publication."""
    (page,) = read(samples.warc(), "c.warc.gz")
    assert page.date == DAY
    assert page.url == ADDRESS
    assert "archived 2026-04-01" in page.notes


def test_fields_are_known_by_usual_names_or_named(read: Callable[..., list[Document | Refusal]]) -> None:
    """A field that is not there is an error with the fields there are."""
    data = b"kop,tekst,dag\nA headline here,The ferry sails again and all of the crew is back.,2026-03-02\n"
    (found,) = read(data, "t.csv", text="tekst", title="kop", date="dag")
    assert isinstance(found, Document)
    assert (found.title, found.date) == ("A headline here", DAY)
    (refusal,) = read(data, "t.csv", text="body")
    assert "no field 'body'" in str(refusal)
    assert "'tekst'" in str(refusal)
    (refusal,) = read(data, "t.csv")
    assert "--text" in str(refusal)


@pytest.mark.parametrize("suffix", ["jsonl", "json"])
def test_what_only_later_objects_have_is_read(read: Callable[..., list[Document]], suffix: str) -> None:
    """A first article without a date or title takes none from those that follow, nor they from it."""
    bare = {
        "id": "a",
        "link": "https://halsund.example/a",
        "text": "Ona Reyes opened the bridge in Halsund on Monday.",
    }
    full = {
        "id": "b",
        "text": "The mayor closed it on Tuesday.",
        "date": "2026-03-02",
        "headline": "Shut",
        "publisher": "Post",
    }
    rows = [bare, full, bare]
    data = json.dumps(rows) if suffix == "json" else "\n".join(map(json.dumps, rows))
    found = [
        (d.title, d.publisher, d.date and d.date.isoformat(), d.url)
        for d in read(data.encode(), f"d.{suffix}")
    ]
    link = (None, None, None, "https://halsund.example/a")
    assert found == [link, ("Shut", "Post", "2026-03-02", None), link]


def test_a_broken_line_of_json_is_refused_alone(read: Callable[..., list[Document | Refusal]]) -> None:
    """The lines around it are read."""
    lines = samples.jsonl().split(b"\n")
    found = read(b"\n".join([lines[0], b'{"body": ', lines[1]]), "d.jsonl")
    assert [type(result) for result in found] == [Document, Refusal, Document]


def test_own_outputs_are_refused(read: Callable[..., list[Document | Refusal]]) -> None:
    """A graph is not an article."""
    page = b'<!DOCTYPE html><html><head><meta name="generator" content="newsgraph"><title>x</title></head></html>'
    record = json.dumps(
        dict.fromkeys(("document", "sentences", "mentions", "entities", "statements"))
    ).encode()
    for data, name in ((page, "other.html"), (record, "r.jsonl")):
        (refusal,) = read(data, name)
        assert "newsgraph" in str(refusal)


def test_other_languages_are_refused_by_name(read: Callable[..., list[Document | Refusal]]) -> None:
    """Unless they are wanted."""
    german = "Der Hafen von Ostby ist am Montag nach einem Sturm wieder geöffnet worden, sagte die Bürgermeisterin."
    (refusal,) = read(german.encode(), "g.txt")
    assert "German" in str(refusal)
    (found,) = read(german.encode(), "g.txt", any_language=True)
    assert isinstance(found, Document)


def test_a_list_of_days_in_another_language_is_refused(
    read: Callable[..., list[Document | Refusal]],
) -> None:
    """ "A" is a word of many languages."""
    days = "".join(f"{n}a volta: {n} de agosto – A decidir em Ostby\n\n" for n in range(1, 9))
    (refusal,) = read(f"Corrida de barcos de Ostby\n\n{days}".encode(), "c.txt")
    assert "Portuguese" in str(refusal)


def test_names_and_quotations_do_not_make_a_text_foreign(
    read: Callable[..., list[Document | Refusal]],
) -> None:
    """Nor do texts too short to tell."""
    for text in (
        "Nokia sued Intel.",
        "Łukasz Wójcik met Zoë Müller in Kraków.",
        'She said "guten Tag" to the mayor.',
    ):
        (found,) = read(text.encode(), "t.txt")
        assert isinstance(found, Document), found


def test_scans_are_refused_with_a_word_about_ocr(read: Callable[..., list[Document | Refusal]]) -> None:
    """There is nothing to read in them yet."""
    (refusal,) = read(samples.pdf(()), "scan.pdf")
    assert "OCR" in str(refusal)


def test_words_broken_at_line_ends_of_a_pdf_are_whole(read: Callable[..., list[Document]]) -> None:
    """Two pages would know where each begins; one begins at 0."""
    (found,) = read(
        samples.pdf((TITLE, "The fishermen of the coast met the min-", "ister on Monday in Ostby.")), "p.pdf"
    )
    assert "minister on Monday" in found.text
    assert found.pages[0] in (0, len(TITLE) + 2)


def test_code_is_not_prose(read: Callable[..., list[Document | Refusal]]) -> None:
    """A file without a known ending must look like prose."""
    (refusal,) = read(b"all: build\n\t$(CC) -o $@ $< && { echo done; }\n" * 5, "Makefile")
    assert "not a kind" in str(refusal)
    (found,) = read(FIRST.encode(), "article")
    assert isinstance(found, Document)
