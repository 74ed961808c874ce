"""How well files of every kind are read: small files, bodies of saved news pages, and their dates.

python benchmarks/readers.py [files] [articles] [dates] [--verbose]

The corpora lie in ../shared and are not part of the repository; without them this says so and ends. Measures are those
of the public article extraction benchmark (Lopukhin 2019), with two more for a graph, where junk becomes statements:
gold sentences that came out whole, and output sentences that are not in the gold text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from newsgraph.extract.readers import Document, Refusal, read_documents

CORPORA = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")
Verbose = Callable[[str], None]


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.lower())


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Runs of four words; a shorter text is one run."""
    found = words(text)
    return Counter(tuple(found[i : i + size]) for i in range(max(1, len(found) - size + 1)) if found)


def sentences(text: str) -> list[str]:
    """Sentences and lines of at least four words."""
    return [part.strip() for part in _SENTENCE_END.split(text) if len(words(part)) >= 4]


def overlap(gold: str, found: str) -> tuple[float, float, float]:
    """Right, superfluous and missing shingles, as shares of all three."""
    want, have = shingles(gold), shingles(found)
    right = (want & have).total()
    parts = (right, have.total() - right, want.total() - right)
    whole = sum(parts) or 1
    return parts[0] / whole, parts[1] / whole, parts[2] / whole


def f1(right: float, superfluous: float, missing: float) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * right / ((2 * right + superfluous + missing) or 1)


def body_of(document: Document) -> str:
    """The text without the headline on top."""
    return document.text.removeprefix(document.title or "").strip()


def read(path: Path, **options: Any) -> list[Document | Refusal]:
    """What one file gives."""
    return list(read_documents(path, **options))


def read_page(packed: Path, folder: Path) -> Document | Refusal:
    """What a saved page gives, under a name that tells nothing."""
    page = folder / "page.html"
    page.write_bytes(gzip.decompress(packed.read_bytes()))
    return read(page)[0]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of packed JSON Lines."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def score_articles(folder: Path, tell: Verbose) -> Iterator[str]:
    """Bodies of saved pages against gold bodies; pages in other languages must be refused."""
    parts, whole, junk, refused, others = [], [0, 0], [0, 0], 0, 0
    with tempfile.TemporaryDirectory() as temporary:
        for row in rows(folder / "gold.jsonl.gz"):
            found = read_page(folder / "pages" / f"{row['id']}.html.gz", Path(temporary))
            if not row["english"]:
                others += 1
                refused += isinstance(found, Refusal)
                continue
            text = body_of(found) if isinstance(found, Document) else ""
            parts.append(overlap(row["body"], text))
            tell(f"{row['id']} F1 {f1(*parts[-1]):.3f} {row['url']} {found if not text else ''}")
            _count_sentences(row["body"], text, whole, junk, tell)
    mean = [sum(values) / len(parts) for values in zip(*parts, strict=True)]
    yield f"body F1 {f1(*mean):.4f} (precision {mean[0] / (mean[0] + mean[1]):.4f}, recall {mean[0] / (mean[0] + mean[2]):.4f})"
    yield f"whole sentences {whole[0] / whole[1]:.4f}, junk {junk[0] / max(1, junk[1]):.4f}, {len(parts)} pages"
    yield f"pages in other languages refused {refused} of {others}"


def _count_sentences(gold: str, text: str, whole: list[int], junk: list[int], tell: Verbose) -> None:
    paragraphs = [f" {' '.join(words(paragraph))} " for paragraph in text.split("\n")]
    for sentence in sentences(gold):
        whole[1] += 1
        key = f" {' '.join(words(sentence))} "
        if any(key in paragraph for paragraph in paragraphs):
            whole[0] += 1
        else:
            tell(f"  lost: {sentence[:150]}")
    want = shingles(gold)
    for sentence in sentences(text):
        junk[1] += 1
        have = shingles(sentence)
        if sum(count for shingle, count in have.items() if shingle in want) < have.total() / 2:
            junk[0] += 1
            tell(f"  junk: {sentence[:150]}")


def score_dates(folder: Path, tell: Verbose) -> Iterator[str]:
    """Days of publication and headlines of saved pages."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        for row in rows(folder / "gold.jsonl.gz"):
            found = read_page(folder / "pages" / f"{row['id']}.html.gz", Path(temporary))
            day = found.date.isoformat() if isinstance(found, Document) and found.date else None
            verdict = (
                "none" if day is None else "right" if day in (row["date"], row.get("date_alt")) else "wrong"
            )
            counts[verdict] += 1
            if verdict != "right":
                source = found.date_from if isinstance(found, Document) else found
                tell(f"{row['id']} {verdict} {day} ({source}) for {row['date']} {row['url']}")
            if row.get("title"):
                counts["titles"] += 1
                title = found.title if isinstance(found, Document) else None
                exact = words(title or "") == words(row["title"])
                counts["titles right"] += exact
                if not exact:
                    tell(f"{row['id']} title {title!r} for {row['title']!r}")
            text = found.text if isinstance(found, Document) else ""
            for key, there in (("with", True), ("without", False)):
                for part in row.get(key) or ():
                    counts[f"{key} of all"] += 1
                    counts[key] += (part in text) is there
    total = counts["right"] + counts["wrong"] + counts["none"]
    yield f"dates right {counts['right'] / total:.3f}, wrong {counts['wrong'] / total:.3f}, none {counts['none'] / total:.3f} of {total}"
    yield f"headlines exact {counts['titles right'] / counts['titles']:.3f} of {counts['titles']}"
    yield f"wanted segments {counts['with']} of {counts['with of all']}, unwanted left out {counts['without']} of {counts['without of all']}"


def score_files(folder: Path, tell: Verbose) -> Iterator[str]:
    """Small files of every kind against what must come out of them."""
    cases = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf8"))
    right = 0
    for case in cases:
        wrong = list(faults(case, read(folder / case["file"], **case.get("options", {}))))
        right += not wrong
        for line in wrong:
            tell(f"  {case['file']}: {line}")
    yield f"files {right} of {len(cases)} as expected"


def faults(case: dict[str, Any], results: list[Document | Refusal]) -> Iterator[str]:
    """What is wrong with the results of one file."""
    documents = [result for result in results if isinstance(result, Document)]
    refusals = [str(result) for result in results if isinstance(result, Refusal)]
    if "refused" in case:
        if documents or not any(word in reason for word in case["refused"] for reason in refusals):
            yield f"not refused for {case['refused']}: {documents or refusals}"
        return
    if case.get("join") and len(documents) > 1:
        yield from _text_faults(case["documents"][0], "\n\n".join(document.text for document in documents))
        return
    if len(documents) != len(case["documents"]):
        yield f"{len(documents)} documents for {len(case['documents'])}: {[d.title for d in documents]} {refusals}"
    for want, document in zip(case["documents"], documents, strict=False):
        yield from _metadata_faults(want, document)
        yield from _text_faults(want, document.text)


def _metadata_faults(want: dict[str, Any], document: Document) -> Iterator[str]:
    titles = want.get("title_any") or ([want["title"]] if "title" in want else None)
    if titles and words(document.title or "") not in [words(title) for title in titles]:
        yield f"title {document.title!r} for {titles}"
    days = want.get("date_any") or ([want["date"]] if "date" in want else None)
    day = document.date.isoformat() if document.date else "null"
    if days and day not in days:
        yield f"date {day} ({document.date_from}) for {days}"
    if "url" in want and document.url != want["url"]:
        yield f"url {document.url!r} for {want['url']!r}"


def _text_faults(want: dict[str, Any], text: str) -> Iterator[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    extra = {tuple(words(line)) for line in [want.get("title") or "", *want.get("optional", ())]}
    kept = "\n\n".join(line for line in lines if tuple(words(line)) not in extra)
    without = kept
    for line in want.get("optional", ()):
        without = without.replace(line, "")
    best = max(f1(*overlap(want["text"], candidate)) for candidate in (text, kept, without))
    if best < 0.97:
        yield f"F1 {best:.3f}: {text[:2000]!r}"
    squeezed = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    for sentence in sentences(want["text"]):
        if not any(" ".join(sentence.split()) in paragraph for paragraph in squeezed):
            yield f"not whole: {sentence}"
    for part in want.get("not", ()):
        if part in " ".join(text.split()):
            yield f"must not be in it: {part}"


PARTS: dict[str, tuple[str, Callable[[Path, Verbose], Iterator[str]]]] = {
    "files": ("files", score_files),
    "articles": ("html-articles", score_articles),
    "dates": ("html-dates", score_dates),
}


def main() -> int:
    """Print the figures that were asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="files, articles, dates; all if none")
    parser.add_argument("--verbose", action="store_true", help="show what falls short")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    if not CORPORA.exists():
        print(f"no corpora at {CORPORA}: nothing to measure")
        return 0
    for part in arguments.parts or PARTS:
        folder, score = PARTS[part]
        for line in score(CORPORA / folder, print if arguments.verbose else lambda _: None):
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
