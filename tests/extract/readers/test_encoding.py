"""Encodings: any bytes become a text or a plain refusal."""

import pytest

from newsgraph.extract.readers.encoding import decode
from newsgraph.graph.errors import InputError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_byte_order_marks_are_honoured(encoding: str) -> None:
    """The text comes back without its mark."""
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    data = marks.get(encoding, b"") + "Zoë spoke.".encode(encoding)
    assert decode(data) == ("Zoë spoke.", ())


SENTENCES = {
    "cp1252": "The café’s owner said “no” to the señor from Málaga.",
    "iso8859-2": "Lech Wałęsa met Anna Bell in Łódź.",
    "cp1250": "The Czech painter Ždeněk Šťastný lives in Žilina.",
    "cp1251": "The poet Vera (Вера Луговая) was honoured.",
    "cp1253": "The actress Eleni (Ελένη Παππά) spoke.",
    "gb18030": "The engineer Lin Haoran (林浩然) has won the contract for a bridge (桥) in Fuzhou (福州).",
    "shift-jis": "The sculptor Aiko Morita (森田愛子) opened a museum in Kanazawa (金沢) for children (こども).",
}


@pytest.mark.parametrize("encoding", SENTENCES)
def test_code_pages_are_told_by_words_and_names(encoding: str) -> None:
    """Even one short sentence is read right, and the person is told."""
    text = SENTENCES[encoding]
    found, notes = decode(text.encode(encoding))
    assert found == text
    assert "not UTF-8" in notes[0]


def test_a_declared_charset_counts_where_it_fits() -> None:
    """One that does not fit the bytes is not believed."""
    data = "Мы пришли.".encode("koi8-r")
    assert decode(data, "koi8-r") == ("Мы пришли.", ())
    assert decode("Zoë spoke.".encode(), "ascii") == ("Zoë spoke.", ())
    assert decode(b"Zoe spoke.", "no-such-charset") == ("Zoe spoke.", ())


def test_damaged_utf8_stays_utf8() -> None:
    """A few bad bytes do not turn all other names into another code page."""
    found, notes = decode("Zoë met Žofie in Łódź.".encode() + b" \xff\xfe")
    assert found == "Zoë met Žofie in Łódź. \ufffd\ufffd"
    assert "2 became U+FFFD" in notes[0]


def test_a_short_text_with_as_many_bad_bytes_is_utf8() -> None:
    """Two whole sequences are no chance."""
    text, notes = decode("Zoë Müller said no".encode() + b"\xff\xfe again")
    assert text == "Zoë Müller said no\ufffd\ufffd again"
    assert "2 became" in notes[0]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str) -> None:
    """Every second byte is zero."""
    found, notes = decode("Zoë spoke in Rome.".encode(encoding))
    assert found == "Zoë spoke in Rome."
    assert encoding in notes[0]


def test_binary_files_are_refused() -> None:
    """A picture is not an article."""
    with pytest.raises(InputError, match="binary"):
        decode(bytes(range(256)) * 40)
