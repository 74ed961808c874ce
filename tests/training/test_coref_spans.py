"""Our mentions as the phrases that OntoGUM marks."""

from functools import cache

import pytest

from newsgraph.extract.coreference import resolve
from newsgraph.extract.mentions.detection import find_mentions
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.syntax.tree import read_tree
from training.coref_spans import phrase, scored_mentions

pipeline = cache(load_pipeline)


def scored(text: str) -> set[str]:
    """The phrases of the mentions that are scored, of all chains with two mentions or more."""
    doc = pipeline()(text)
    tree = read_tree(doc)
    chains = resolve(doc, find_mentions(doc, tree), tree=tree)
    spans = [
        phrase(tree, mention)
        for chain in chains
        if len(chain.mentions) > 1
        for mention in scored_mentions(tree, chain)
    ]
    return {doc[start:end].text for start, end in spans}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vera Stahl (May 3, 1951) was a painter. She lived in Bergen.", {"Vera Stahl", "She"}),
        ("Vera Stahl (1998) disagrees. Stahl lived in Bergen.", {"Vera Stahl", "Stahl"}),
        ("The meeting of 3 May was long. It bored them.", {"The meeting of 3 May", "It"}),
        ("We were late. He told us all.", {"We", "us all"}),
        ("The firm that sold its ships closed. It had debts.", {"The firm that sold its ships", "It"}),
    ],
)
def test_what_belongs_to_a_phrase(text: str, expected: set[str]) -> None:
    """The date behind a name does not, "all" behind a pronoun does; nothing inside a phrase stands for the same thing."""
    assert scored(text) == expected
