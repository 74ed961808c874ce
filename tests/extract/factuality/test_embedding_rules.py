"""Rules of factuality are asked only of embeddings they may find a sign in."""

from __future__ import annotations

import pytest

from newsgraph.extract.factuality.adjunct_rules import ADJUNCTS
from newsgraph.extract.factuality.content_rules import CONTENTS
from newsgraph.extract.factuality.deed_rules import DEEDS
from newsgraph.extract.factuality.embedding import Embedding, EmbeddingRule
from newsgraph.extract.factuality.noun_rules import NOUNS
from newsgraph.extract.syntax.predicates import merges
from newsgraph.extract.syntax.tree import Tree, read_tree
from tests.cases.reading import ROOT, doc_of, read_cases

TREES = [
    read_tree(doc_of(case.parse))
    for path in sorted((ROOT / "factuality").glob("*.md"))
    for case in read_cases(path)
]
RULES = [rule for table in (ADJUNCTS, DEEDS, CONTENTS, NOUNS) for rule in table]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_a_rule_is_not_asked_of_it_would_not_read(rule: EmbeddingRule) -> None:
    """The relations it declares are those it reads signs at: to ask it of no other changes nothing."""
    asked = [(tree, embedding) for tree in TREES for embedding in _embeddings(tree)]
    assert any(rule.is_asked(embedding.dep) for _, embedding in asked)
    assert not [
        sign
        for tree, embedding in asked
        if not rule.is_asked(embedding.dep)
        for sign in rule.apply(tree, embedding)
    ]


def _embeddings(tree: Tree) -> list[Embedding]:
    """Every word as a clause, and the nouns as events."""
    clauses = [
        Embedding.of(tree, token, linked=tree.dep[token] == "xcomp" and merges(tree, token))
        for token in range(len(tree))
    ]
    nouns = [token for token in range(len(tree)) if tree.pos[token] == "NOUN"]
    return clauses + [Embedding.of(tree, noun, nominal=True) for noun in nouns]
