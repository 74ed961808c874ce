"""The ledger of word classes: what changes in the statements of unseen dev articles when a class is empty.

    python -m benchmarks.words [--articles 40] [--write docs/words.md]

*Hits*: tokens of the articles whose lemma, or first word of an entry, is in the class; *changed*: statements that appear, vanish
or read otherwise when the class has no entries; *cases*: case files (``tests/cases``) that no longer hold. Each class is weighed
in a process of its own, as modules keep their classes from import on.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsgraph.extract.english import word_classes

CORPORA = Path("../shared/corpora")


def names() -> list[str]:
    """The classes that are files, sorted."""
    return sorted(path.stem for path in word_classes.WORDS.glob("*.txt"))


def empty(name: str) -> None:
    """Let a class have no entries in this process. To be called before any module that reads it is imported."""
    read = word_classes.word_class
    word_classes.word_class = lambda asked: frozenset() if asked == name else read(asked)  # type: ignore[assignment]


def weigh(folder: Path) -> dict[str, object]:
    """Statements of the parsed articles in ``folder``, as text, and the names of the case files that do not hold."""
    from spacy.tokens import Doc

    from newsgraph.extract.pipeline import load_pipeline
    from newsgraph.extract.readers import Document
    from tests.cases.reading import ROOT, read_case, read_cases, shortfalls

    from . import rules

    vocab, documents = load_pipeline().vocab, []
    for path in sorted(folder.glob("*.doc")):
        meta = json.loads(path.with_suffix(".json").read_text("utf8"))
        document = Document.from_text(meta["text"], date=rules.date_of(meta["date"]))
        documents.append((document, Doc(vocab).from_bytes(path.read_bytes())))
    broken = [
        f"{path.parent.name}/{path.stem}"
        for path in sorted(ROOT.rglob("*.md"))
        if any(any(shortfalls(case, read_case(case)[0])) for case in read_cases(path))
    ]
    found = rules.keys(rules.statements(documents))
    return {"statements": sorted(f"{number}x {key}" for key, number in found.items()), "broken": broken}


def parse(folder: Path, corpora: Path, count: int) -> dict[str, int]:
    """Parse the articles into ``folder`` and count how often each class is hit."""
    from newsgraph.extract.pipeline import load_pipeline
    from newsgraph.extract.readers import Document

    from . import rules

    nlp, hits = load_pipeline(), dict.fromkeys(names(), 0)
    firsts = {name: {entry.split()[0] for entry in word_classes.word_class(name)} for name in hits}
    for number, (text, day) in enumerate(rules.texts(corpora, count)):
        doc = nlp(Document.from_text(text, date=rules.date_of(day)).readable)
        (folder / f"{number:03}.doc").write_bytes(doc.to_bytes())
        (folder / f"{number:03}.json").write_text(json.dumps({"text": text, "date": day}), "utf8")
        for name, words in firsts.items():
            hits[name] += sum(token.lemma_.lower() in words for token in doc)
    return hits


def _without(name: str, folder: Path) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "benchmarks.words", "--without", name, str(folder)]
    found: dict[str, list[str]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def rows(folder: Path, hits: dict[str, int]) -> Iterator[tuple[str, int, int, int, int]]:
    """Name, entries, hits, changed statements and broken case files of each class."""
    base = _without("", folder)
    whole = set(base["statements"])
    for name in names():
        found = _without(name, folder)
        changed = len(whole ^ set(found["statements"]))
        broken = len(set(found["broken"]) - set(base["broken"]))
        yield name, len(word_classes.word_class(name)), hits[name], changed, broken


def page(found: Sequence[tuple[str, int, int, int, int]]) -> str:
    """The ledger as Markdown."""
    lines = [
        "# Word classes",
        "",
        "Made by `python -m benchmarks.words --write docs/words.md`; do not edit by hand. What changes when a class of",
        "`extract/english/words/` is empty, on dev articles no rule was written on (*hits*, *changed*) and in the case files.",
        "",
        "| class | entries | hits | changed statements | case files that fail |",
        "|---|---|---|---|---|",
    ]
    return (
        "\n".join([*lines, *(f"| `{name}` | {' | '.join(map(str, rest))} |" for name, *rest in found)]) + "\n"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print or write the ledger."""
    parser = argparse.ArgumentParser(description="The ledger of word classes.")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--write", type=Path, help="write the page here")
    parser.add_argument("--without", nargs=2, metavar=("NAME", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.without:
        name, folder = options.without
        empty(name)
        print(json.dumps(weigh(Path(folder))))
        return
    if not options.corpora.exists():
        raise SystemExit(f"{options.corpora}: the corpora are not here; the ledger is made on them.")
    with tempfile.TemporaryDirectory() as folder:
        hits = parse(Path(folder), options.corpora, options.articles)
        content = page(list(rows(Path(folder), hits)))
    if options.write:
        options.write.write_text(content, encoding="utf8")
    else:
        print(content)


if __name__ == "__main__":
    main()
