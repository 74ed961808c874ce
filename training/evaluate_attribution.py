"""Score attributions on PolNeAR: is the source right, is the content right, are both?

    python -m training.evaluate_attribution MODEL [--split dev] [--corpora ../shared/corpora]

MODEL is a directory that ``spacy.load`` reads. Two spans agree when their heads do: the head is the first
word of the span that depends on none of the others in it, in the same parse. Gold attributions without a
source (7 %) are left out, as nobody vouches for them. PolNeAR's sense is wide: what is said counts, and what is praised,
wanted or called for. Rules were tuned on the training articles and measured on dev.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.extract.attribution.attitudes import find_attitudes
from newsgraph.extract.attribution.sources import Attribution, find_attributions
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.syntax.clauses import Clauses
from newsgraph.extract.syntax.tree import Tree, read_tree

from .evaluate_openie import CORPORA

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Heads = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """Gold, found and right."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.found
        return 2 * self.right / total if total else 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision, recall and F1 of sources, contents and both."""
    parser = argparse.ArgumentParser(description="Score attributions on PolNeAR.")
    parser.add_argument("model", type=Path)
    parser.add_argument("--split", default="dev", choices=("train", "dev"))
    parser.add_argument("--limit", type=int, help="read only so many articles")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    options = parser.parse_args(arguments)
    nlp = load_pipeline(options.model)
    path = options.corpora / f"polnear/{options.split}.jsonl.gz"
    for name, counts in evaluate(nlp, path, options.limit).items():
        print(
            f"{name:8} precision {counts.precision:.3f}  recall {counts.recall:.3f}  F1 {counts.f1:.3f}  gold {counts.gold}"
        )


def evaluate(nlp: Language, path: Path, limit: int | None = None) -> dict[str, Counts]:
    """Counts for sources, contents and both, over the articles of a split."""
    golds: list[tuple[int, Heads]] = []
    found: list[tuple[int, Heads]] = []
    articles = list(read_articles(path))[:limit]
    for number, (article, doc) in enumerate(
        zip(articles, nlp.pipe(a["text"] for a in articles), strict=True)
    ):
        golds.extend((number, heads) for heads in gold_heads(doc, article))
        found.extend((number, heads) for heads in found_heads(doc))
    return {
        "both": _count(golds, found),
        "source": _count([(n, h[0]) for n, h in golds], [(n, h[0]) for n, h in found]),
        "content": _count([(n, h[1]) for n, h in golds], [(n, h[1]) for n, h in found]),
    }


def _count(gold: Sequence[object], found: Sequence[object]) -> Counts:
    return Counts(len(gold), len(found), sum((Counter(gold) & Counter(found)).values()))


def read_articles(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a split."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            yield json.loads(line)


def _settled(tree: Tree, head: int) -> int:
    """The head of the whole phrase: a name in apposition stands for its role, a relative pronoun for its noun."""
    if tree.tag[head] in ("WP", "WDT"):
        clause = tree.head[head]
        return tree.head[clause] if tree.dep[clause] == "acl:relcl" else head
    while tree.dep[head] in ("appos", "nmod:desc", "flat") and tree.head[head] != head:
        head = tree.head[head]
    return head


def gold_heads(doc: Doc, article: dict[str, Any]) -> list[Heads]:
    """Heads of source and content of each attribution, by the first annotator."""
    tree = read_tree(doc)
    entries = article["annotations"][min(article["annotations"])]
    pairs = [
        (_tokens(doc, e["source"]), _tokens(doc, e["content"]))
        for e in entries
        if e["source"] and e["content"]
    ]
    return [
        (_settled(tree, span_head(tree, source)), span_head(tree, content))
        for source, content in pairs
        if source and content
    ]


def found_heads(doc: Doc) -> list[Heads]:
    """Heads of source and content of each attribution that the rules find."""
    tree = read_tree(doc)
    frames = Clauses(tree)
    said = find_attributions(tree, frames)
    heads = []
    for attribution in _outermost([*said, *find_attitudes(tree, frames, said)]):
        content = [t for start, end in attribution.content for t in range(start, end + 1)]
        source = _settled(tree, span_head(tree, list(attribution.source.tokens)))
        heads.append((source, span_head(tree, content)))
    return heads


def _outermost(attributions: list[Attribution]) -> list[Attribution]:
    """PolNeAR gives each token one role, so that nothing is attributed inside what is attributed."""
    covered = _covered(attributions)
    return [attribution for attribution in attributions if attribution.cue not in covered]


def _covered(attributions: list[Attribution]) -> set[int]:
    return {token for a in attributions for start, end in a.content for token in range(start, end + 1)}


def _tokens(doc: Doc, spans: list[list[int]]) -> list[int]:
    tokens: list[int] = []
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="contract")
        tokens.extend(token.i for token in span or ())
    return tokens


def span_head(tree: Tree, tokens: Sequence[int]) -> int:
    """The first word of a span that depends on none of the others; marks of punctuation do not count."""
    inside = set(tokens)
    for token in tokens:
        above = tree.head[token]
        if tree.pos[token] not in ("PUNCT", "SPACE") and (above == token or above not in inside):
            return token
    return tokens[0]


if __name__ == "__main__":
    main()
