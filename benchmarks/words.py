"""The ledger of word classes: what changes in the records of unseen articles when a class is empty.

    python -m benchmarks.words [--articles 40] [--write docs/words.md]

*Answers*: how often the class says yes, or shows its entries, to the pipeline and the rules in reading the articles; *changed*:
sentences, entities, mentions and statements that only the record with the class has, or only the one without; *cases*: case files
(``tests/cases``) that no longer hold. Only a class that answers is emptied: where all it says is no, an empty one says the same.
The verbs that the lemmatiser takes from classes when it is loaded stay.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.extract.english import word_classes
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.readers import Document
from tests.cases.reading import ROOT, read_case, read_cases, shortfalls

from . import rules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from newsgraph.graph.model.record import ExtractionRecord

CORPORA = Path("../shared/corpora")

WordClass = Callable[[str], Set[str]]
READ = word_classes.word_class

_LEFT_OUT = frozenset({"id", "sentence", "confidence"})
"""Fields that are not compared: two number what is read, and confidence follows from the rest."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to read: how, what is found with all classes, and how often each class answers that can change it."""

    read: Callable[[], Counter[object]]
    found: Counter[object]
    answers: Counter[str]


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
    for name, module in list(sys.modules.items()):
        if name.startswith("newsgraph.extract.") and hasattr(module, "word_class"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and value.__module__ == name and value is not READ:
                    value.cache_clear()
            module.word_class = word_class


@dataclass(frozen=True, slots=True)
class _Noted(Set[str]):
    """A class that counts its answers that are not those of an empty one."""

    name: str
    answers: Counter[str]

    @classmethod
    def _from_iterable(cls, words: Iterable[str]) -> Set[str]:
        return frozenset(words)

    def __contains__(self, word: object) -> bool:
        found = word in READ(self.name)
        if found:
            self.answers[self.name] += 1
        return found

    def __iter__(self) -> Iterator[str]:
        self.answers[self.name] += 1
        return iter(READ(self.name))

    def __len__(self) -> int:
        self.answers[self.name] += 1
        return len(READ(self.name))

    def issuperset(self, words: Iterable[str]) -> bool:
        """Are all the words in the class?"""
        return all(word in self for word in words)


def _noting(answers: Counter[str]) -> WordClass:
    return lambda name: _Noted(name, answers)


def _without(names: Collection[str]) -> WordClass:
    return lambda asked: frozenset() if asked in names else READ(asked)


def articles(corpora: Path, count: int) -> Iterator[Item]:
    """Each article twice: parsed again, with the classes that the pipeline asks, and only read again, with the others."""
    nlp = load_pipeline()
    for text, day in rules.texts(corpora, count):
        document = Document.from_text(text, date=rules.date_of(day))
        parsing: Counter[str] = Counter()
        with answering(_noting(parsing)):
            doc = nlp(document.readable)
        read = partial(_parts_of, document, doc)
        item = _item(read)
        both = item.answers + parsing
        parsed = Counter({name: both[name] for name in parsing})
        yield Item(partial(_parsed_parts, nlp, document), item.found, parsed)
        yield Item(read, item.found, both - parsed)


def cases() -> Iterator[Item]:
    """The case files; what is found in one are the lines that do not hold."""
    return (_item(partial(_shortfalls, path)) for path in sorted(ROOT.rglob("*.md")))


def _item(read: Callable[[], Counter[object]]) -> Item:
    answers: Counter[str] = Counter()
    with answering(_noting(answers)):
        return Item(read, read(), answers)


def _parsed_parts(nlp: Language, document: Document) -> Counter[object]:
    return _parts_of(document, nlp(document.readable))


def _parts_of(document: Document, doc: Doc) -> Counter[object]:
    (record,) = rules.statements([(document, doc)])
    return parts(record)


def _shortfalls(path: Path) -> Counter[object]:
    return Counter(line for case in read_cases(path) for line in shortfalls(case, read_case(case)[0]))


def parts(record: ExtractionRecord) -> Counter[object]:
    """The sentences, entities, mentions and statements of a record with all they say but confidence; an entity goes by its name."""
    called = {entity.id: entity.name for entity in record.entities}
    whole = (*record.sentences, *record.entities, *record.mentions, *record.statements)
    return Counter(_told(part, called) for part in whole)


def _told(value: object, called: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        return tuple(_told(part, called) for part in value)
    if not is_dataclass(value):
        return value
    told = {field.name: _told(getattr(value, field.name), called) for field in fields(value)}
    if "entity" in told:
        told["entity"] = called.get(str(told["entity"]))
    return type(value), *(told[name] for name in told if name not in _LEFT_OUT)


def changes(item: Item, names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The classes without which an item reads otherwise, each with the number of findings that differ.

    All are emptied at once, and by halves only where that changes something: most change nothing.
    """
    if not names:
        return
    with answering(_without(names)):
        without = item.read()
    if without == item.found:
        return
    if len(names) == 1:
        yield names[0], (without - item.found).total() + (item.found - without).total()
        return
    half = len(names) // 2
    yield from changes(item, names[:half])
    yield from changes(item, names[half:])


def rows(articles: Iterable[Item], cases: Iterable[Item]) -> Iterator[tuple[str, int, int, int, int]]:
    """Name, entries, answers, changed findings and broken case files of each class."""
    answers: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for item in articles:
        answers += item.answers
        for name, count in changes(item, sorted(item.answers)):
            changed[name] += count
    broken = Counter(name for item in cases for name, _ in changes(item, sorted(item.answers)))
    for name in names():
        yield name, len(READ(name)), answers[name], changed[name], broken[name]


def page(found: Iterable[tuple[str, int, int, int, int]]) -> str:
    """The ledger as Markdown."""
    lines = [
        "# Word classes",
        "",
        "Made by `python -m benchmarks.words --write docs/words.md`; do not edit by hand. What changes when a class of",
        "`extract/english/words/` is empty. *Answers*: how often it says yes, or shows its entries, in reading train articles that",
        "nobody looks into; *changed*: sentences, entities, mentions and statements, confidence aside, that only one of an article's",
        "two records has, with the class or without it (what reads otherwise counts twice); *cases*: case files that fail without it.",
        "",
        "| class | entries | answers | changed | cases |",
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
    content = page(rows(articles(options.corpora, options.articles), cases()))
    if options.write:
        options.write.write_text(content, encoding="utf8")
    else:
        print(content)


if __name__ == "__main__":
    main()
