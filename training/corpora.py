"""Read the training corpora into documents of one shape, each head's gold missing where a corpus lacks it.

Sources and licences: ../shared/corpora/README.md. Only train splits are read by ``training_documents``.
"""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import names
from .conllu import Sentence, read_conllu
from .numbers import find_numbers

UNKNOWN = None
"""Gold that a corpus does not give."""

BREAKS = ("unknown", "space", "none", "line", "paragraph")
"""What stands before a word: nothing known, a space, nothing, a line break, a blank line."""

Tags = frozenset[str]
_O: Tags = frozenset({"O"})
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor president emeritus vice prime minister senator sen rep gov governor sir lord lady king queen prince "
    "princess pope judge justice general gen colonel col captain capt sgt lt secretary chairman ceo director dame saint st".split()
)


@dataclass(slots=True)
class Document:
    """Parallel lists over words; None marks missing gold. ``names`` holds the allowed BIOES tags, None for any."""

    corpus: str
    words: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    names: list[Tags | None] = field(default_factory=list)
    starts: list[bool | None] = field(default_factory=list)
    upos: list[str | None] = field(default_factory=list)
    xpos: list[str | None] = field(default_factory=list)
    feats: list[str | None] = field(default_factory=list)
    lemmas: list[str | None] = field(default_factory=list)
    heads: list[int | None] = field(default_factory=list)  # index into the document, -1 for a root
    deps: list[str | None] = field(default_factory=list)

    def text(self) -> tuple[str, list[int]]:
        """The text with its spacing, and where each word starts in it."""
        pieces, offsets, length = [], [], 0
        for word, before in zip(self.words, self.breaks, strict=True):
            gap = "" if not pieces else (" ", " ", "", "\n", "\n\n")[before]
            pieces += [gap, word]
            offsets.append(length + len(gap))
            length += len(gap) + len(word)
        return "".join(pieces), offsets


def span_tags(labels: frozenset[str], length: int) -> list[Tags]:
    """Allowed BIOES tags of the tokens of one name.

    >>> span_tags(frozenset({"ORG"}), 2)
    [frozenset({'B-ORG'}), frozenset({'E-ORG'})]
    """
    marks = "S" if length == 1 else "B" + "I" * (length - 2) + "E"
    return [frozenset(f"{mark}-{label}" for label in labels) for mark in marks]


def except_tags(labels: Iterable[str]) -> Tags:
    """All tags but those of ``labels``."""
    gone = set(labels)
    return _O | {f"{mark}-{label}" for label in names.LABELS if label not in gone for mark in "BIES"}


def add_numbers(document: Document, free: list[bool]) -> None:
    """Write the rules' numbers and dates over the words marked free, where no other name is."""
    text, offsets = document.text()
    ends = [start + len(word) for start, word in zip(offsets, document.words, strict=True)]
    position = 0
    for start, end, label in find_numbers(text):
        while position < len(offsets) and ends[position] <= start:
            position += 1
        last = position
        while last < len(offsets) and offsets[last] < end:
            last += 1
        if last > position and all(free[position:last]):
            document.names[position:last] = span_tags(frozenset({label}), last - position)


def worldwide(path: Path, places: names.PlaceNames, tokenize: object) -> Iterator[Document]:
    """en-worldwide-newswire with spaCy's tokens; sentence starts known only where they are certain."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            yield worldwide_document(json.loads(line), places, tokenize)


def worldwide_document(row: dict, places: names.PlaceNames, tokenize: object) -> Document:  # type: ignore[type-arg]
    """One article; a name that starts or ends inside a token takes the whole token."""
    doc = tokenize(row["text"])  # type: ignore[operator]
    tokens = [token for token in doc if not token.is_space]
    document = Document("worldwide")
    previous = 0
    for token in tokens:
        gap = row["text"][previous : token.idx]
        previous = token.idx + len(token)
        document.words.append(token.text)
        paragraph = not document.breaks or "\n\n" in gap
        document.breaks.append(4 if paragraph else 3 if "\n" in gap else 1 if gap else 2)
        ended = bool(re.search(r"[.!?:;…)\]\"'’”]$", document.words[-2])) if len(document.words) > 1 else True
        document.starts.append(True if paragraph else None if ended else False)
    document.names = [_O] * len(tokens)
    _blank_syntax(document)
    position = 0
    for start, end, label in sorted(row["ents"]):
        while position < len(tokens) and tokens[position].idx + len(tokens[position]) <= start:
            position += 1
        last = position
        while last < len(tokens) and tokens[last].idx < end:
            last += 1
        if last == position:
            continue
        surface = row["text"][start:end]
        before = document.words[position - 1] if position else ""
        after = document.words[last] if last < len(tokens) else ""
        if label == "Money" and not re.search(r"\d", surface):
            document.names[position:last] = [None] * (last - position)
        else:
            labels = names.worldwide(label, surface, before, after, places)
            document.names[position:last] = span_tags(labels, last - position)
        position = last
    add_numbers(document, [tags == _O for tags in document.names])
    return document


def _blank_syntax(document: Document) -> None:
    for column in ("upos", "xpos", "feats", "lemmas", "heads", "deps"):
        setattr(document, column, [None] * len(document.words))


def treebank(path: Path, corpus: str, keep: object = None) -> Iterator[tuple[Document, list[Sentence]]]:
    """Documents of a treebank with full syntax and no names yet; ``keep`` filters document names."""
    groups = itertools.groupby(read_conllu(path), key=lambda sentence: sentence.document)
    for name, group in groups:
        if keep is not None and name not in keep:  # type: ignore[operator]
            continue
        sentences = list(group)
        document = Document(corpus)
        for sentence in sentences:
            _append(document, sentence)
        document.names = [None] * len(document.words)
        yield document, sentences


def _append(document: Document, sentence: Sentence) -> None:
    base = len(document.words)
    for i, word in enumerate(sentence.words):
        if i == 0:
            document.breaks.append(4 if sentence.new_paragraph or not base else 1)
        else:
            document.breaks.append(1 if sentence.spaces[i - 1] else 2)
        document.words.append(word)
        document.starts.append(i == 0)
        document.heads.append(-1 if sentence.heads[i] < 0 else base + sentence.heads[i])
    document.upos += sentence.upos
    document.xpos += sentence.xpos
    document.feats += sentence.feats
    document.lemmas += sentence.lemmas
    document.deps += sentence.deps


def read_iob(path: Path) -> list[list[tuple[str, str]]]:
    """Sentences of (word, tag) from UNER's numbered IOB2 or from two-column CoNLL files."""
    sentences: list[list[tuple[str, str]]] = [[]]
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t" if "\t" in line else " ")
            if line.startswith("# ") and "=" in line:
                continue
            if not line.strip():
                if sentences[-1]:
                    sentences.append([])
            elif columns[0].isdigit() and len(columns) > 2:
                sentences[-1].append((columns[1], columns[2]))
            else:
                sentences[-1].append((columns[0], columns[-1]))
    return [sentence for sentence in sentences if sentence]


def iob_spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Spans of IOB1 or IOB2 tags, end exclusive.

    >>> iob_spans(["B-PER", "I-PER", "O", "I-LOC"])
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    spans, start = [], None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (tag == "O" or tag.startswith("B-") or tag[2:] != tags[start][2:]):
            spans.append((start, i, tags[start][2:]))
            start = None
        if tag != "O" and start is None:
            start = i
    return spans


def ewt_with_names(corpora: Path, split: str, places: names.PlaceNames) -> Iterator[Document]:
    """EWT trees with UNER's names; a sentence whose tokens differ between the two has no names."""
    file = f"en_ewt-ud-{split}" + (".iob2.gz" if split == "train" else ".first-commit.iob2.gz")
    named = {
        " ".join(word for word, _ in sentence): sentence for sentence in read_iob(corpora / "uner-ewt" / file)
    }
    for document, sentences in treebank(corpora / f"ewt/en_ewt-ud-{split}.conllu.gz", "ewt"):
        base = 0
        for sentence in sentences:
            rows = named.get(" ".join(sentence.words))
            if rows is not None:
                document.names[base : base + len(rows)] = [_O] * len(rows)
                for start, end, label in iob_spans([tag for _, tag in rows]):
                    surface = " ".join(sentence.words[start:end])
                    labels = names.universal(label, surface, places)
                    document.names[base + start : base + end] = span_tags(labels, end - start)
            base += len(sentence.words)
        add_numbers(document, [tags == _O for tags in document.names])
        yield document


def gum_with_names(corpora: Path, split: str, places: names.PlaceNames) -> Iterator[Document]:
    """GUM trees (only texts without a non-commercial licence) with the names among its mentions."""
    with gzip.open(corpora / "gum/gum_standoff.jsonl.gz", "rt", encoding="utf8") as file:
        rows = {row["doc_id"]: row for row in map(json.loads, file) if not row["nc"]}
    with (corpora / "gum/manifest.tsv").open(encoding="utf8") as manifest:
        free = {row["doc"] for row in csv.DictReader(manifest, delimiter="\t") if row["nc"] == "0"}
    path = corpora / f"gum/en_gum-ud-{split}.conllu.gz"
    for document, sentences in treebank(path, "gum", keep=free & rows.keys()):
        row = rows[sentences[0].document]
        if len(row["tokens"]) == len(document.words):
            _gum_names(document, row["mentions"], places)
        yield document


def _gum_names(document: Document, mentions: list[dict], places: names.PlaceNames) -> None:  # type: ignore[type-arg]
    proper = [str(tag).startswith("NNP") for tag in document.xpos]
    document.names = [None if word[0].isupper() else _O for word in document.words]
    taken = [False] * len(proper)
    for mention in sorted(mentions, key=lambda m: m["s"] - m["e"]):  # outer names first
        if not mention["nnp"]:
            continue
        start, end = mention["head"][0], mention["head"][-1] + 1
        while start > mention["s"] and proper[start - 1]:
            start -= 1
        while end < mention["e"] and proper[end]:
            end += 1
        if mention["type"] == "person":
            while start < end - 1 and document.words[start].lower().strip(".") in _TITLES:
                start += 1
        if any(taken[start:end]):
            continue
        taken[start:end] = [True] * (end - start)
        labels = names.gum(mention["type"], " ".join(document.words[start:end]), places)
        inside = all(proper[start:end])
        document.names[start:end] = (
            span_tags(labels, end - start) if labels and inside else [None] * (end - start)
        )
    add_numbers(document, [tags is None or tags == _O for tags in document.names])


def tagged_sentences(path: Path, corpus: str, places: names.PlaceNames) -> Iterator[Document]:
    """CrossNER or WikiGold, twenty sentences to a document; their spacing is guessed."""
    sentences = read_iob(path)
    complete = corpus == "wikigold"
    outside = _O if complete else except_tags({"PERSON", "ORG", *names.PLACES})
    for i in range(0, len(sentences), 20):
        document = Document(corpus)
        for sentence in sentences[i : i + 20]:
            base = len(document.words)
            words = [word for word, _ in sentence]
            document.words += words
            document.breaks += [4, *(_guess(a, b) for a, b in itertools.pairwise(words))]
            document.starts += [True] + [None if a in {".", "!", "?"} else False for a in words[:-1]]
            document.names += [_O if complete or not word[0].isupper() else outside for word in words]
            for start, end, label in iob_spans([tag for _, tag in sentence]):
                surface = " ".join(words[start:end])
                mapped = (names.universal if complete else names.crossner)(label, surface, places)
                document.names[base + start : base + end] = (
                    span_tags(mapped, end - start) if mapped else [None] * (end - start)
                )
        _blank_syntax(document)
        add_numbers(document, [tags is None or "O" in tags for tags in document.names])
        yield document


def _guess(left: str, right: str) -> int:
    attached = re.fullmatch(r"[,.;:!?)\]}%]|'s|n't|'\w+", right) or re.fullmatch(r"[(\[{$£€]", left)
    return 2 if attached else 1


def training_documents(corpora: Path) -> list[Document]:
    """All documents the shipped weights are trained on: train splits only, licences checked."""
    import spacy

    tokenize = spacy.blank("en").tokenizer
    places = names.PlaceNames(corpora / "gazetteers")
    documents = list(worldwide(corpora / "en-worldwide-newswire/train.jsonl.gz", places, tokenize))
    documents += ewt_with_names(corpora, "train", places)
    documents += gum_with_names(corpora, "train", places)
    for domain in ("politics", "literature", "music", "science"):
        documents += tagged_sentences(corpora / f"crossner/{domain}-train.conll.gz", "crossner", places)
    documents += tagged_sentences(corpora / "wikigold/wikigold.conll.txt.gz", "wikigold", places)
    return documents
