"""Whom spokespeople speak for."""

from newsgraph.extract.records.representatives import represented
from newsgraph.extract.statements import find_extractions
from newsgraph.extract.syntax.tree import read_tree


def test_a_spokesperson_stands_for_a_body(parse):
    """A role beside a name, and a role without one."""
    beside = parse(
        """
        Ada NNP nsubj 7
        Lind NNP flat 1
        , , punct 5
        a DT det 5
        spokeswoman NN appos 1
        for IN case 8
        resigned VBD root 0 resign
        Baltica NNP nmod 5
        """,
        entities="PERSON Ada Lind\nORG Baltica",
    )
    assert represented(read_tree(beside), find_extractions(beside)) == {0: 7, 4: 7}
    alone = parse(
        """
        A DT det 3
        Baltica NNP compound 3
        spokesman NN nsubj 4
        resigned VBD root 0 resign
        """,
        entities="ORG Baltica",
    )
    assert represented(read_tree(alone), find_extractions(alone)) == {2: 1}


def test_others_speak_for_themselves(parse):
    """A director speaks for nobody else by the role alone."""
    doc = parse(
        """
        A DT det 3
        Baltica NNP compound 3
        director NN nsubj 4
        resigned VBD root 0 resign
        """,
        entities="ORG Baltica",
    )
    assert represented(read_tree(doc), find_extractions(doc)) == {}
