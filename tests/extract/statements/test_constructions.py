"""Constructions are asked only where they may find something."""

from __future__ import annotations

from newsgraph.extract.statements import CONSTRUCTIONS, analyse
from tests.cases.reading import ROOT, doc_of, read_cases

PARSES = [case.parse for path in sorted((ROOT / "statements").glob("*.md")) for case in read_cases(path)]


def test_what_a_construction_is_not_asked_for_it_would_not_find() -> None:
    """The relations and labels it declares are those it finds statements at: to ask it nowhere else changes nothing."""
    missed = []
    for analysis in map(analyse, map(doc_of, PARSES)):
        tree = analysis.tree
        for rule in CONSTRUCTIONS:
            for token in range(len(tree)):
                at = tree.dep[token], tree.pos[token], tree.label[token]
                if not rule.is_asked(*at) and (not rule.pos or tree.pos[token] in rule.pos):
                    missed += [(rule.name, extraction) for extraction in rule.apply(analysis, token)]
    assert not missed


def test_each_construction_is_asked_somewhere() -> None:
    """A relation, a part of speech or a label that no parse has would switch a rule off for good."""
    trees = [analyse(doc_of(parse)).tree for parse in PARSES]
    kinds = {kind for tree in trees for kind in zip(tree.dep, tree.pos, tree.label, strict=True)}
    assert [rule.name for rule in CONSTRUCTIONS if not any(rule.is_asked(*kind) for kind in kinds)] == []
