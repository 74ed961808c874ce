"""Fit the weights by which nouns are linked, on marked news and GUM train: ``python -m training.train_nouns``.

The evidence depends on what has been linked before. So the first fit reads texts in which every noun is linked as it was
marked, the second those that the first has linked. To be run after ``training/train_coref.py``: four minutes on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.extract.coreference.candidates import Candidates
from newsgraph.extract.coreference.drafting import make_draft
from newsgraph.extract.coreference.noun_evidence import Evidence
from newsgraph.extract.coreference.noun_links import WEIGHTS, NounLinks
from newsgraph.extract.coreference.plurals import shared_plurals
from newsgraph.extract.coreference.ranked import link_by_model
from newsgraph.extract.coreference.ranker import Ranker, shipped_ranker
from newsgraph.extract.mentions.detection import MentionSpan, find_mentions
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.statements.analysis import Analysis, analyse

from .coref_corpora import read_ontogum
from .judged_chains import read_marked
from .judged_fit import fit
from .manifest import refresh_shipped

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PENALTY = 10.0
"""Strength of the prior on the weights; 30 and 100 are a little worse on the articles for tuning."""


@dataclass(frozen=True, slots=True)
class Link:
    """A noun and a thing that it may take up."""

    features: Evidence
    right: bool


@dataclass(frozen=True, slots=True)
class Recorder(NounLinks):
    """Links nouns as ``weights`` say, or as they were marked where there are none, and keeps the evidence.

    ``gold`` has the chain of each mention, -1 for those alone and None for those that were not marked.
    """

    draft: Candidates
    gold: list[int | None]
    links: list[Link] = field(default_factory=list)

    def likely(self, noun: int, evidence: Mapping[int, Evidence]) -> list[tuple[int, float]]:
        """The clusters that a noun may take up; what was marked of each is kept."""
        right = {root: verdict for root in evidence if (verdict := self._verdict(noun, root)) is not None}
        self.links.extend(Link(evidence[root], verdict) for root, verdict in right.items())
        if self.weights:
            return NounLinks.likely(self, noun, evidence)
        return [(root, 1.0) for root, verdict in right.items() if verdict]

    def _verdict(self, noun: int, root: int) -> bool | None:
        """Is the noun most of what was marked of a cluster? None where nothing was."""
        members = self.draft.clusters.of(root).members
        used = [i for i in members if i < noun or self.draft.mentions[i].kind == "name"]
        known = Counter(self.gold[i] for i in used if self.gold[i] is not None)
        if not known or self.gold[noun] is None:
            return None
        return self.gold[noun] != -1 and known.most_common(1)[0][0] == self.gold[noun]


@dataclass(frozen=True, slots=True)
class Marked:
    """A parsed text with the chains of its mentions."""

    doc: Doc
    analysis: Analysis
    mentions: list[MentionSpan]
    gold: list[int | None]

    @classmethod
    def of(cls, doc: Doc, chains: Mapping[int, int], unmarked: int | None) -> Marked:
        """Find the mentions of a parsed text; ``chains`` has theirs by the offsets of their heads."""
        analysis = analyse(doc)
        mentions = find_mentions(doc, analysis.tree)
        return cls(doc, analysis, mentions, [chains.get(doc[m.head].idx, unmarked) for m in mentions])


def read_texts(corpora: Path, read: Language) -> Iterator[Marked]:
    """Marked news, and the free texts of GUM train, in which whatever is in no chain is alone."""
    for article in read_marked(corpora, "train"):
        yield Marked.of(read(article.text), article.chains, None)
    for document in read_ontogum(corpora / "gum", "train"):
        yield Marked.of(read(document.text), document.chain_by_head(), -1)


def fit_links(texts: Sequence[Marked], ranker: Ranker) -> dict[str, float]:
    """Weights after two fits."""
    weights: dict[str, float] = {}
    for _ in range(2):
        links: list[Link] = []
        for text in texts:
            draft = make_draft(text.analysis.tree, text.mentions, text.analysis.quotations)
            recorder = Recorder(weights, draft, text.gold)
            link_by_model(text.doc, draft, ranker, settled=shared_plurals(draft), nouns=recorder)
            links.extend(recorder.links)
        weights = fit(links, PENALTY)
        print(len(links), "links,", sum(link.right for link in links), "right", flush=True)
    return {name: round(weight, 3) for name, weight in sorted(weights.items())}


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    ranker = shipped_ranker()
    if ranker is None:
        raise SystemExit("train the ranker first: python -m training.train_coref")
    weights = fit_links(list(read_texts(options.corpora, load_pipeline(roles=False))), ranker)
    options.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf8")
    refresh_shipped(options.out)


if __name__ == "__main__":
    main()
