"""Makes training examples of coreference out of the corpora: for each mention its candidates, and which of them are right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from newsgraph.extract.coreference.candidates import Candidates
from newsgraph.extract.coreference.drafting import make_draft
from newsgraph.extract.coreference.features import make_table
from newsgraph.extract.mentions.detection import MentionSpan, find_mentions, name_head
from newsgraph.extract.statements.analysis import analyse

from .coref_corpora import BookDocument, CorefDocument, GapExample, Span, read_gap, read_litbank, read_ontogum
from .judged_chains import MarkedArticle, MarkedPassage, read_marked, read_passages

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Pairing = Callable[[int, int], bool]
"""Says something of a mention and an earlier one."""

UNKNOWN, ALONE = -2, -1


@dataclass(slots=True)
class Example:
    """One document ready for training.

    ``grid`` holds for each trained mention the rows of its pairs, padded with -1; ``right`` marks those to prefer (none
    means: no antecedent), ``open`` those that count at all.
    """

    vectors: Tensor
    mentions: Tensor
    first: Tensor
    second: Tensor
    pairs: Tensor
    trained: Tensor
    grid: Tensor
    right: Tensor
    open: Tensor
    weight: float
    alone_allowed: Tensor


def draft_of(doc: Doc) -> Candidates:
    """Mentions and sure links of a parsed text, as ``resolve`` makes them."""
    analysis = analyse(doc)
    return make_draft(analysis.tree, find_mentions(doc, analysis.tree), analysis.quotations)


def gum_example(document: CorefDocument, nlp: Language) -> Example | None:
    """A GUM text: whatever is in no chain has no antecedent."""
    doc = nlp(document.text)
    draft = draft_of(doc)
    place = document.chain_by_head()
    gold = [place.get(doc[mention.head].idx, ALONE) for mention in draft.mentions]
    return _example(doc, draft, gold, weight=1.0)


def book_example(document: BookDocument, nlp: Language, *, weight: float) -> Example | None:
    """A LitBank text: mentions that it does not mark are left out of training, as it marks six kinds of things only."""
    doc = nlp(document.text)
    draft = draft_of(doc)
    place: dict[int, int] = {}
    for number, chain in enumerate(document.chains):
        for start, end in chain:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                place.setdefault(name_head(draft.tree, span.start, span.end), number)
    gold = [place.get(mention.head, UNKNOWN) for mention in draft.mentions]
    return _example(doc, draft, gold, weight=weight)


def news_example(article: MarkedArticle, nlp: Language, *, weight: float) -> Example | None:
    """An article marked by hand: mentions that are not marked are left out."""
    doc = nlp(article.text)
    draft = draft_of(doc)
    gold = [article.chains.get(doc[mention.head].idx, UNKNOWN) for mention in draft.mentions]
    return _example(doc, draft, gold, weight=weight)


def passage_example(passage: MarkedPassage, nlp: Language, *, weight: float) -> Example | None:
    """A marked passage: its pronouns and nouns are trained; a chain's names bring those that the rules link to them."""
    doc = nlp(passage.text)
    draft = draft_of(doc)
    heads = [doc[mention.head].idx for mention in draft.mentions]
    gold = [passage.chains.get(head, UNKNOWN if head in passage.open else ALONE) for head in heads]
    roots = [draft.clusters.of(i).first for i in range(len(gold))]
    chain_of_root = {root: chain for root, chain in zip(roots, gold, strict=True) if chain >= 0}
    known = [
        chain if chain >= 0 else chain_of_root.get(root, chain)
        for root, chain in zip(roots, gold, strict=True)
    ]
    trained = [
        i
        for i, mention in enumerate(draft.mentions)
        if gold[i] != UNKNOWN and roots[i] == i and draft.profiles[i].person == 3 and mention.kind != "name"
    ]

    def right(i: int, j: int) -> bool:
        return gold[i] >= 0 and known[j] == gold[i]

    def counts(i: int, j: int) -> bool:
        return heads[j] not in passage.open and not draft.clusters.named_apart(i, j)

    return _pack(doc, draft, trained, right, counts, weight)


def _example(doc: Doc, draft: Candidates, gold: list[int], *, weight: float) -> Example | None:
    """Mentions that the rules have linked already take their first mention's chain and are not trained."""
    roots = [draft.clusters.of(i).first for i in range(len(gold))]
    known = [chain if chain >= 0 else gold[roots[i]] for i, chain in enumerate(gold)]
    trained = [
        i
        for i, chain in enumerate(gold)
        if chain != UNKNOWN and roots[i] == i and draft.profiles[i].person == 3
    ]

    def right(i: int, j: int) -> bool:
        return gold[i] >= 0 and known[j] == gold[i]

    return _pack(doc, draft, trained, right, lambda i, j: not draft.clusters.named_apart(i, j), weight)


def gap_example(example: GapExample, nlp: Language, *, weight: float) -> Example | None:
    """A GAP text: one pronoun; other names of persons are wrong, its other pronouns and nouns are left out."""
    doc = nlp(example.text)
    draft = draft_of(doc)
    at = {doc[mention.head].idx: i for i, mention in enumerate(draft.mentions)}
    pronoun = at.get(example.pronoun[0])
    if pronoun is None:
        return None
    chains = [
        {
            draft.clusters.of(i).first
            for i, mention in enumerate(draft.mentions)
            if _overlaps(doc, mention, span)
        }
        for span in example.names
    ]
    good = set().union(*(chain for chain, right in zip(chains, example.antecedent, strict=True) if right))
    bad = (
        set().union(*(chain for chain, right in zip(chains, example.antecedent, strict=True) if not right))
        - good
    )
    if any(example.antecedent) and not good:
        return None
    roots = [draft.clusters.of(i).first for i in range(len(draft.mentions))]

    def counts(i: int, j: int) -> bool:
        return not good or roots[j] in good or roots[j] in bad or draft.mentions[j].kind == "name"

    if good:
        return _pack(doc, draft, [pronoun], lambda i, j: roots[j] in good, counts, weight)
    return _pack(doc, draft, [pronoun], lambda i, j: roots[j] not in bad, counts, weight, alone_allowed=True)


def _overlaps(doc: Doc, mention: MentionSpan, span: Span) -> bool:
    start, end = doc[mention.start].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1])
    inside = span[0] <= doc[mention.head].idx < span[1]
    return inside or (mention.kind == "name" and start < span[1] and span[0] < end)


def _pack(
    doc: Doc,
    draft: Candidates,
    trained: list[int],
    right: Pairing,
    counts: Pairing,
    weight: float,
    *,
    alone_allowed: bool = False,
) -> Example | None:
    table = make_table(doc.tensor, draft)
    rows: dict[int, list[int]] = {i: [] for i in trained}
    for row, i in enumerate(table.second.tolist()):
        if i in rows:
            rows[i].append(row)
    width = max((len(found) for found in rows.values()), default=0)
    if not width:
        return None
    used = sorted(row for found in rows.values() for row in found)
    new = {row: k for k, row in enumerate(used)}
    grid = np.full((len(rows), width), -1)
    good = np.zeros(grid.shape, dtype=bool)
    valid = np.zeros(grid.shape, dtype=bool)
    for k, (i, found) in enumerate(rows.items()):
        for c, row in enumerate(found):
            j = int(table.first[row])
            grid[k, c], good[k, c], valid[k, c] = new[row], right(i, j), counts(i, j)
    allowed = np.array([alone_allowed or not line.any() for line in good])
    keep = np.array(used)
    pairs = table.pairs(0, len(table.first))[keep]
    return Example(
        torch.from_numpy(table.vectors),
        torch.from_numpy(table.mentions),
        torch.from_numpy(table.first[keep]),
        torch.from_numpy(table.second[keep]),
        torch.from_numpy(pairs),
        torch.tensor(trained),
        torch.from_numpy(grid),
        torch.from_numpy(good & valid),
        torch.from_numpy(valid),
        weight,
        torch.from_numpy(allowed),
    )


def read_batches(
    corpora: Path, nlp: Language, *, books: float, gap: float, news: float, passages: float
) -> Iterator[list[Example]]:
    """All training examples: documents alone, GAP's single pronouns 32 at a time, marked passages 8 at a time.

    The numbers weigh LitBank, GAP, marked articles and marked passages against GUM; at 0 they are left out.
    """
    yield from _together(1, (gum_example(text, nlp) for text in read_ontogum(corpora / "gum", "train")))
    if books:
        texts = read_litbank(corpora / "litbank" / "litbank-coref.tar.gz")
        yield from _together(1, (book_example(book, nlp, weight=books) for book in texts))
    if gap:
        rows = read_gap(corpora / "gap" / "gap-development.tsv.gz")
        yield from _together(32, (gap_example(row, nlp, weight=gap) for row in rows))
    if news:
        articles = read_marked(corpora, "train")
        yield from _together(1, (news_example(article, nlp, weight=news) for article in articles))
    if passages:
        marked = read_passages(corpora)
        yield from _together(8, (passage_example(passage, nlp, weight=passages) for passage in marked))


def _together(size: int, examples: Iterator[Example | None]) -> Iterator[list[Example]]:
    usable = (example for example in examples if example is not None)
    while batch := list(islice(usable, size)):
        yield batch
