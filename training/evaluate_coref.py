"""Score coreference: GUM in the OntoGUM scheme (CoNLL F1), GAP (F1) and links in marked news, mentions and trees predicted.

python -m training.evaluate_coref --pipeline ../build/interim-model --corpora ../shared/corpora
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.extract.coreference import Chain, resolve
from newsgraph.extract.coreference.ranker import Ranker
from newsgraph.extract.mentions.detection import MentionSpan, find_mentions
from newsgraph.extract.statements.analysis import analyse
from newsgraph.extract.syntax.tree import Tree

from .coref_corpora import CorefDocument, GapExample, Span, read_gap, read_ontogum
from .coref_scores import Counts, conll, score
from .coref_spans import phrase, scored_mentions
from .judged_chains import MarkedArticle, read_marked

if TYPE_CHECKING:
    from spacy.tokens import Doc

Read = Callable[[str], "Doc"]
Partition = list[list[Span]]


def predicted_chains(doc: Doc, ranker: Ranker | None = None) -> tuple[Tree, list[Chain]]:
    """Our chains of a parsed text, by the shipped model unless ``ranker`` is another."""
    analysis = analyse(doc)
    tree = analysis.tree
    found = resolve(doc, find_mentions(doc, tree), quotes=analysis.quotations, tree=tree, ranker=ranker)
    return tree, found


def partition(
    doc: Doc, tree: Tree, chains: list[Chain], keep: Callable[[MentionSpan], bool] = lambda mention: True
) -> Partition:
    """The chains as character spans of whole phrases."""
    groups = []
    for chain in chains:
        spans = [phrase(tree, mention) for mention in scored_mentions(tree, chain) if keep(mention)]
        groups.append([(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) for start, end in spans])
    return groups


def heads(doc: Doc, tree: Tree, chains: list[Chain]) -> Partition:
    """The chains as character spans of their heads."""
    return [
        [
            (doc[mention.head].idx, doc[mention.head].idx + len(doc[mention.head]))
            for mention in scored_mentions(tree, chain)
        ]
        for chain in chains
    ]


def evaluate_ontogum(
    documents: Iterable[CorefDocument], read: Read, ranker: Ranker | None = None
) -> dict[str, dict[str, Counts]]:
    """Totals for all mentions, for names and pronouns only, and for all mentions matched by their heads."""
    totals: dict[str, dict[str, Counts]] = defaultdict(lambda: defaultdict(Counts))
    for document in documents:
        doc = read(document.text)
        tree, chains = predicted_chains(doc, ranker)
        gold = [[document.characters(span) for span in chain] for chain in document.chains]
        pos = [tag for sentence in document.sentences for tag in sentence.upos]
        top = [[(document.head(span), span) for span in chain] for chain in document.chains]
        named = [
            [document.characters(span) for head, span in chain if pos[head] in ("PROPN", "PRON")]
            for chain in top
        ]
        gold_heads = [[document.offsets[head] for head, _ in chain] for chain in top]
        _add(totals["all"], score(gold, partition(doc, tree, chains)))
        _add(
            totals["names and pronouns"],
            score(named, partition(doc, tree, chains, partial(_is_named, tree))),
        )
        _add(totals["all, by head"], score(gold_heads, heads(doc, tree, chains)))
        _add(totals[f"genre {document.genre}"], score(gold, partition(doc, tree, chains)))
    return totals


def _is_named(tree: Tree, mention: MentionSpan) -> bool:
    return mention.kind == "pronoun" or tree.pos[mention.head] == "PROPN"


def _add(totals: dict[str, Counts], more: dict[str, Counts]) -> None:
    for name, counts in more.items():
        totals[name] += counts


def evaluate_gap(examples: Iterable[GapExample], read: Read, ranker: Ranker | None = None) -> Counts:
    """Score pronouns: a name counts as chosen when a mention that overlaps it is in the pronoun's chain."""
    tally: Counter[str] = Counter()
    for example in examples:
        doc = read(example.text)
        _, chains = predicted_chains(doc, ranker)
        chain = next((chain for chain in chains if _at(doc, chain, example.pronoun)), None)
        for span, gold in zip(example.names, example.antecedent, strict=True):
            chosen = chain is not None and _at(doc, chain, span)
            tally["predicted"] += chosen
            tally["gold"] += gold
            tally["right"] += chosen and gold
    return Counts(tally["right"], tally["predicted"], tally["right"], tally["gold"])


def _at(doc: Doc, chain: Chain, span: Span) -> bool:
    """Is a mention of the chain at this place? Its head must lie inside, or a name must overlap."""
    for mention in chain.mentions:
        head = doc[mention.head]
        if span[0] <= head.idx < span[1]:
            return True
        start, end = doc[mention.start].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1])
        if mention.kind == "name" and start < span[1] and span[0] < end:
            return True
    return False


def evaluate_marked(
    articles: Iterable[MarkedArticle], read: Read, ranker: Ranker | None = None
) -> dict[str, Counts]:
    """Score the links of nouns and of pronouns in marked articles.

    A noun or pronoun is linked where its chain has a name or an earlier mention, and rightly so where most of these are
    the same thing as it is. Gold are those that are not the first mention of their thing. A noun that something is said
    to be ("Ruiz is the mayor") is left out: its chain is that of its subject for us, and its own for those who marked it.
    """
    tallies: dict[str, Counter[str]] = {"nominal": Counter(), "pronoun": Counter()}
    for article in articles:
        doc = read(article.text)
        gold, first = article.chains, dict[int, int]()
        for place in sorted(gold):
            first.setdefault(gold[place], place)
        tree, chains = predicted_chains(doc, ranker)
        links = _links(doc, chains)
        for mention in find_mentions(doc, tree):
            place = doc[mention.head].idx
            is_predicate = mention.kind == "nominal" and tree.child(mention.head, "cop") is not None
            if place not in gold or mention.kind not in tallies or is_predicate:
                continue
            known = [gold[other] for other in links.get(place, ()) if other in gold]
            right = bool(known) and gold[place] >= 0 and Counter(known).most_common(1)[0][0] == gold[place]
            wanted = gold[place] >= 0 and first[gold[place]] != place
            tallies[mention.kind].update(
                predicted=bool(known), gold=wanted, right=right, found=right and wanted
            )
    return {kind: Counts(n["right"], n["predicted"], n["found"], n["gold"]) for kind, n in tallies.items()}


def _links(doc: Doc, chains: Iterable[Chain]) -> dict[int, list[int]]:
    """For each mention the names and the earlier mentions of its chain, all by the offsets of their heads."""
    return {
        doc[mention.head].idx: [
            doc[other.head].idx
            for other in chain.mentions
            if other.head < mention.head or (other.kind == "name" and other.head != mention.head)
        ]
        for chain in chains
        for mention in chain.mentions
    }


class Scorer:
    """Scores rankers on the same parsed texts: GUM dev, free texts, and GAP validation."""

    def __init__(self, corpora: Path, nlp: Read) -> None:
        self.documents = list(read_ontogum(corpora / "gum", "dev"))
        self.examples = list(read_gap(corpora / "gap" / "gap-validation.tsv.gz"))
        texts = [document.text for document in self.documents] + [example.text for example in self.examples]
        self.docs = {text: nlp(text) for text in texts}

    def score(self, ranker: Ranker | None) -> dict[str, float]:
        """CoNLL F1 of all mentions and of names and pronouns, and GAP F1."""
        totals = evaluate_ontogum(self.documents, self.docs.__getitem__, ranker)
        gap = evaluate_gap(self.examples, self.docs.__getitem__, ranker)
        return {
            "all": conll(totals["all"]),
            "names and pronouns": conll(totals["names and pronouns"]),
            "GAP": gap.f1,
        }


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(
        description="Score coreference on GUM dev, GAP validation and marked news."
    )
    parser.add_argument("--pipeline", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--marked", choices=("tune", "test"), default="tune", help="which marked articles")
    options = parser.parse_args()
    from newsgraph.extract.pipeline import load_pipeline

    read = load_pipeline(options.pipeline)
    totals = evaluate_ontogum(read_ontogum(options.corpora / "gum", "dev"), read)
    for name, metrics in sorted(totals.items()):
        parts = "  ".join(
            f"{metric} {c.precision:.3f}/{c.recall:.3f}/{c.f1:.3f}" for metric, c in metrics.items()
        )
        print(f"{name:22} CoNLL {conll(metrics):.3f}  {parts}")
    gap = evaluate_gap(read_gap(options.corpora / "gap" / "gap-validation.tsv.gz"), read)
    print(f"GAP validation         F1 {gap.f1:.3f}  precision {gap.precision:.3f}  recall {gap.recall:.3f}")
    for kind, links in evaluate_marked(read_marked(options.corpora, options.marked), read).items():
        print(
            f"marked news, {kind:9} F1 {links.f1:.3f}  precision {links.precision:.3f}  recall {links.recall:.3f}"
        )


if __name__ == "__main__":
    main()
