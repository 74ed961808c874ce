"""The ledger of word classes: what changes in the statements of unseen articles when a class is empty.

    python -m benchmarks.words [--articles 40] [--write docs/words.md]

*Hits*: tokens of the articles whose lemma, or first word of an entry, is in the class; *changed*: statements that appear, vanish
or read otherwise when the class has no entries; *cases*: case files (``tests/cases``) that no longer hold. Only what a class
says something of is read again without it: where all its answers are no, an empty class gives the same.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.extract.english import word_classes
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.readers import Document
from tests.cases.reading import ROOT, read_case, read_cases, shortfalls

from . import rules

if TYPE_CHECKING:
    from spacy.tokens import Doc

CORPORA = Path("../shared/corpora")

WordClass = Callable[[str], Set[str]]
READ = word_classes.word_class


@dataclass(slots=True)
class Item:
    """Something to read, an article or a case file, and the classes that say yes, or show their entries, in reading it."""

    name: str
    read: Callable[[], Counter[object]]
    said: set[str] = field(default_factory=set)
    found: Counter[object] = field(default_factory=Counter)


def names() -> list[str]:
    """The classes that are files, sorted."""
    return sorted(path.stem for path in word_classes.WORDS.glob("*.txt"))


@contextmanager
def answering(word_class: WordClass) -> Iterator[None]:
    """Let all modules ask ``word_class``, and forget what they have worked out before and in between."""
    _ask(word_class)
    try:
        yield
    finally:
        _ask(READ)


def _ask(word_class: WordClass) -> None:
    ours = [module for name, module in sorted(sys.modules.items()) if name.startswith("newsgraph.extract.")]
    for module in ours:
        for name, value in list(vars(module).items()):
            if name == "word_class":
                module.word_class = word_class  # type: ignore[attr-defined]
            elif value is not READ and hasattr(value, "cache_clear"):
                value.cache_clear()


def articles(corpora: Path, count: int) -> list[tuple[Document, Doc]]:
    """The parsed articles."""
    nlp = load_pipeline()
    documents = [
        Document.from_text(text, date=rules.date_of(day)) for text, day in rules.texts(corpora, count)
    ]
    return [(document, nlp(document.readable)) for document in documents]


def items(documents: Sequence[tuple[Document, Doc]]) -> list[Item]:
    """The articles and the case files, each read once with all classes."""
    found = [Item(str(number), partial(_statements, pair)) for number, pair in enumerate(documents)]
    found += [Item(path.stem, partial(_shortfalls, path)) for path in sorted(ROOT.rglob("*.md"))]
    for item in found:
        with answering(_noting(item.said)):
            item.found = item.read()
    return found


@dataclass(frozen=True, slots=True)
class _Noted(Set[str]):
    """A class that notes its name where what it says is not what an empty one would say."""

    name: str
    said: set[str]

    @classmethod
    def _from_iterable(cls, words: Iterable[str]) -> Set[str]:
        return frozenset(words)

    def __contains__(self, word: object) -> bool:
        found = word in READ(self.name)
        if found:
            self.said.add(self.name)
        return found

    def __iter__(self) -> Iterator[str]:
        self.said.add(self.name)
        return iter(READ(self.name))

    def __len__(self) -> int:
        self.said.add(self.name)
        return len(READ(self.name))


def _noting(said: set[str]) -> WordClass:
    return lambda name: _Noted(name, said)


def _without(name: str) -> WordClass:
    return lambda asked: frozenset() if asked == name else READ(asked)


def _statements(pair: tuple[Document, Doc]) -> Counter[object]:
    return Counter(rules.keys(rules.statements([pair])))


def _shortfalls(path: Path) -> Counter[object]:
    return Counter(line for case in read_cases(path) for line in shortfalls(case, read_case(case)[0]))


def rows(
    found: Sequence[Item], documents: Sequence[tuple[Document, Doc]]
) -> Iterator[tuple[str, int, int, int, int]]:
    """Name, entries, hits, changed statements and broken case files of each class."""
    lemmas = Counter(token.lemma_.lower() for _, doc in documents for token in doc)
    for name in names():
        with answering(_without(name)):
            without = {item.name: item.read() for item in found if name in item.said}
        firsts = {entry.split()[0] for entry in READ(name)}
        yield name, len(READ(name)), sum(lemmas[word] for word in firsts), *_differences(found, without)


def _differences(found: Sequence[Item], without: Mapping[str, Counter[object]]) -> tuple[int, int]:
    changed = broken = 0
    for item in found:
        if item.name in without:
            gained, lost = without[item.name] - item.found, item.found - without[item.name]
            if item.name.isdigit():
                changed += gained.total() + lost.total()
            else:
                broken += bool(gained)
    return changed, broken


def page(found: Sequence[tuple[str, int, int, int, int]]) -> str:
    """The ledger as Markdown."""
    lines = [
        "# Word classes",
        "",
        "Made by `python -m benchmarks.words --write docs/words.md`; do not edit by hand. What changes when a class of",
        "`extract/english/words/` is empty, on train articles nobody looks into (*hits*, *changed*) and in the case files.",
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
    options = parser.parse_args(arguments)
    if not options.corpora.exists():
        raise SystemExit(f"{options.corpora}: the corpora are not here; the ledger is made on them.")
    documents = articles(options.corpora, options.articles)
    content = page(list(rows(items(documents), documents)))
    if options.write:
        options.write.write_text(content, encoding="utf8")
    else:
        print(content)


if __name__ == "__main__":
    main()
