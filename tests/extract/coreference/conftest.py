"""The chains of a text, read by the shipped pipeline."""

from functools import cache

import pytest

from newsgraph.extract.coreference import resolve
from newsgraph.extract.mentions.detection import find_mentions
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.statements.analysis import analyse

pipeline = cache(load_pipeline)


def chains_of(text):
    """The chains of a text as sets of the words of their mentions, "@n" behind the n-th of the same words."""
    doc = pipeline()(text)
    analysis = analyse(doc)
    mentions = find_mentions(doc, analysis.tree)
    names, seen = {}, {}
    for mention in mentions:
        words = doc[mention.start : mention.end].text
        seen[words] = seen.get(words, 0) + 1
        names[mention] = words if seen[words] == 1 else f"{words}@{seen[words]}"
    found = resolve(doc, mentions, quotes=analysis.quotations, tree=analysis.tree)
    return [{names[mention] for mention in chain.mentions} for chain in found]


@pytest.fixture
def chains():
    """What ``chains_of`` finds."""
    return chains_of


@pytest.fixture
def are_one():
    """Are two mentions of a text in one chain?"""
    return lambda text, one, other: any({one, other} <= chain for chain in chains_of(text))
