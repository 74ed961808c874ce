"""A folder of articles, names and judgements that try to steer a terminal; for the tests of what is printed."""

import json
import re
from hashlib import sha256
from pathlib import Path

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]"
)
"""What must reach no terminal: controls, C1, bidi and invisible characters."""

EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp.\u2066x\u200b\U000e0041\r"
"""A title for the window, an empty screen, C1 colour, reversed text, hidden text, and an overwritten line."""


def write_articles(folder: Path) -> None:
    """Write articles of several kinds, good and bad, whose names, titles and texts all carry :data:`EVIL`."""
    folder.mkdir()
    (folder / f"a{EVIL}b\nError: forged.txt").write_text(f"Anna Berg{EVIL} met Lars Holm in Oslo.\n", "utf8")
    (folder / f"bad{EVIL}.txt").write_bytes(b"")
    (folder / f"page{EVIL}.html").write_text(
        f"<html><head><title>A {EVIL} headline</title></head><body><article><p>Nora Vik{EVIL} left Bergen for Oslo."
        "</p></article></body></html>",
        "utf8",
    )
    (folder / "plain.txt").write_text("Łukasz Jaźń met Ida Dahl in Oslo.\n", "utf8")
    row = {"title": f"Title {EVIL}", "text": f"Per Lund praised Nora Vik {EVIL}.", "url": f"http://x/{EVIL}"}
    (folder / f"rows{EVIL}.jsonl").write_text(json.dumps(row) + "\n", "utf8")


def write_record(path: Path, line: str) -> None:
    """Write a record like ``line`` whose text, names, title and source are hostile, as a stranger would hand it on."""
    record = json.loads(line.replace("Dahl", "D\\u009b\\u202el"))
    document = record["document"]
    document["sha256"] = sha256(document["text"].encode()).hexdigest()
    document["title"], document["source"] = f"Title {EVIL}", f"{path.stem}{EVIL}\nforged"
    path.write_text(json.dumps(record) + "\n", "utf8")
