"""Train the coreference ranker on GUM train (free texts), LitBank, GAP development and marked news; keep the last epoch.

    python -m training.train_coref --pipeline extract/pipeline/model --output extract/pipeline/model/ranker.npz

The vectors are the pipeline's, so train again whenever the pipeline changes: about a quarter of an hour on one core.
"""

from __future__ import annotations

import argparse
import copy
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from newsgraph.extract.coreference.candidates import Candidates
from newsgraph.extract.coreference.drafting import make_draft
from newsgraph.extract.coreference.features import make_table
from newsgraph.extract.coreference.ranker import Ranker
from newsgraph.extract.mentions.detection import MentionSpan, find_mentions, name_head
from newsgraph.extract.statements.analysis import analyse

from .coref_corpora import BookDocument, CorefDocument, GapExample, Span, read_gap, read_litbank, read_ontogum
from .judged_chains import MarkedArticle, read_marked
from .manifest import refresh_shipped

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Pairing = Callable[[int, int], bool]
"""Says something of a mention and an earlier one."""

UNKNOWN, ALONE = -2, -1
DECAY = 0.995
"""How much of the average of the weights each step keeps."""


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


class Network(nn.Module):
    """The network that ``extract/coreference/ranker.py`` computes with numpy."""

    def __init__(
        self, vectors: int, mentions: int, pairs: int, *, width: int, deep: int, dropout: float
    ) -> None:
        super().__init__()
        self.mean = nn.Parameter(torch.zeros(vectors), requires_grad=False)
        self.scale = nn.Parameter(torch.ones(vectors), requires_grad=False)
        self.mention = nn.Linear(vectors + mentions, width)
        self.first = nn.Linear(width, width, bias=False)
        self.second = nn.Linear(width, width)
        self.product = nn.Linear(width, width, bias=False)
        self.pair = nn.Linear(pairs, width, bias=False)
        self.deep = nn.Linear(width, deep)
        self.out = nn.Linear(deep, 1, bias=False)
        self.alone = nn.Linear(width, deep)
        self.alone_out = nn.Linear(deep, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, example: Example) -> Tensor:
        """Scores of the pairs over having no antecedent."""
        vectors = self.dropout((example.vectors - self.mean) / self.scale)
        mentions = self.dropout(torch.relu(self.mention(torch.cat([vectors, example.mentions], dim=1))))
        first, second = self.first(mentions), self.second(mentions)
        a, b = example.first, example.second
        hidden = first[a] + second[b] + self.product(mentions[a] * mentions[b]) + self.pair(example.pairs)
        hidden = self.dropout(torch.relu(self.deep(self.dropout(torch.relu(hidden)))))
        alone = self.alone_out(torch.relu(self.alone(mentions))).squeeze(1)
        scores: Tensor = self.out(hidden).squeeze(1) - alone[b]
        return scores

    def export(self) -> dict[str, np.ndarray]:
        """The weights under the names that the numpy model reads."""
        layers = {"mention": self.mention, "deep": self.deep, "alone": self.alone}
        found: dict[str, Tensor] = {"mean": self.mean, "scale": self.scale, "pair_bias": self.second.bias}
        for name, layer in layers.items():
            found[name], found[f"{name}_bias"] = layer.weight.T, layer.bias
        for name in ("first", "second", "product", "pair"):
            found[name] = getattr(self, name).weight.T
        found["out"], found["alone_out"] = self.out.weight[0], self.alone_out.weight[0]
        found["alone_out_bias"] = self.alone_out.bias[0]
        return {
            name: values.detach().numpy().astype(np.float16 if values.dim() > 1 else np.float32)
            for name, values in found.items()
        }


def loss_of(network: Network, example: Example) -> Tensor:
    """The negative log likelihood of all right antecedents together (Durrett and Klein 2013)."""
    scores = torch.cat([network(example), torch.full((1,), -1e4)])
    grid = scores[example.grid].masked_fill(~example.open, -1e4)
    none = torch.zeros(len(grid), 1)
    total = torch.logsumexp(torch.cat([none, grid], dim=1), dim=1)
    good = torch.where(example.alone_allowed[:, None], none, torch.full_like(none, -1e4))
    right = torch.logsumexp(torch.cat([good, grid.masked_fill(~example.right, -1e4)], dim=1), dim=1)
    return (total - right).sum() * example.weight


def read_examples(
    corpora: Path, nlp: Language, *, books: float, gap: float, news: float
) -> Iterator[Example]:
    """All training examples; ``books``, ``gap`` and ``news`` weigh LitBank, GAP and marked articles against GUM."""
    for document in read_ontogum(corpora / "gum", "train"):
        if example := gum_example(document, nlp):
            yield example
    if books:
        for book in read_litbank(corpora / "litbank" / "litbank-coref.tar.gz"):
            if example := book_example(book, nlp, weight=books):
                yield example
    if gap:
        for text in read_gap(corpora / "gap" / "gap-development.tsv.gz"):
            if example := gap_example(text, nlp, weight=gap):
                yield example
    if news:
        for article in read_marked(corpora, "train"):
            if example := news_example(article, nlp, weight=news):
                yield example


def train(
    examples: list[Example], *, epochs: int, rate: float, width: int, deep: int, dropout: float, seed: int
) -> Iterator[Network]:
    """Train a network, yielding the running average of its weights after each epoch."""
    torch.manual_seed(seed)
    sample = examples[0]
    network = Network(
        sample.vectors.shape[1],
        sample.mentions.shape[1],
        sample.pairs.shape[1],
        width=width,
        deep=deep,
        dropout=dropout,
    )
    every = torch.cat([example.vectors for example in examples])
    network.mean.data, network.scale.data = every.mean(0), every.std(0) + 1e-3
    optimizer = torch.optim.AdamW(
        [p for p in network.parameters() if p.requires_grad], lr=rate, weight_decay=0.02
    )
    batches = _batches(examples)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=epochs * len(batches), pct_start=0.1
    )
    average = copy.deepcopy(network).eval()
    for epoch in range(epochs):
        network.train()
        order = torch.randperm(len(batches), generator=torch.Generator().manual_seed(seed + epoch))
        for k in order.tolist():
            optimizer.zero_grad()
            count = sum(len(example.trained) for example in batches[k])
            loss = torch.stack([loss_of(network, example) for example in batches[k]]).sum() / count**0.5
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            with torch.no_grad():
                for kept, new in zip(average.parameters(), network.parameters(), strict=True):
                    kept.lerp_(new, 1 - DECAY)
        yield average


def _batches(examples: list[Example]) -> list[list[Example]]:
    """Documents alone, GAP's single pronouns in groups."""
    small = [example for example in examples if len(example.trained) == 1]
    groups = [small[i : i + 32] for i in range(0, len(small), 32)]
    return [[example] for example in examples if len(example.trained) > 1] + groups


def write_weights(path: Path, weights: dict[str, np.ndarray]) -> None:
    """Write a ranker's weights, the same bytes for the same weights."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, values in sorted(weights.items()):
            buffer = io.BytesIO()
            np.save(buffer, values)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue(), zipfile.ZIP_DEFLATED)
    refresh_shipped(path)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pipeline", type=Path, default=Path("extract/pipeline/model"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--output", type=Path, default=Path("extract/pipeline/model/ranker.npz"))
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--deep", type=int, default=48)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--books", type=float, default=0.3, help="weight of LitBank, 0 leaves it out")
    parser.add_argument("--gap", type=float, default=4.0, help="weight of GAP, 0 leaves it out")
    parser.add_argument(
        "--news", type=float, default=1.0, help="weight of marked articles, 0 leaves them out"
    )
    parser.add_argument("--seed", type=int, default=3)
    return parser.parse_args()


def main() -> None:
    """Train, score the last epochs on GUM dev and GAP validation, write the weights of the last."""
    from newsgraph.extract.pipeline import load_pipeline

    from .evaluate_coref import Scorer

    options = _options()
    torch.set_num_threads(1)
    nlp = load_pipeline(options.pipeline)
    examples = list(
        read_examples(options.corpora, nlp, books=options.books, gap=options.gap, news=options.news)
    )
    print(
        len(examples), "documents,", sum(len(example.trained) for example in examples), "mentions", flush=True
    )
    scorer = Scorer(options.corpora, nlp)
    names = ("epochs", "rate", "width", "deep", "dropout", "seed")
    networks = train(examples, **{name: getattr(options, name) for name in names})
    weights: dict[str, np.ndarray] = {}
    for epoch, network in enumerate(networks, 1):
        if epoch <= options.epochs - 3:
            continue
        weights = network.export()
        figures = scorer.score(Ranker({name: values.astype(np.float32) for name, values in weights.items()}))
        shown = "  ".join(f"{name} {figure:.3f}" for name, figure in figures.items())
        print(f"epoch {epoch:2}  {shown}", flush=True)
    write_weights(options.output, weights)


if __name__ == "__main__":
    main()
