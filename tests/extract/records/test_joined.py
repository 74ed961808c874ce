"""What is told of one of a list of names is told of the others."""

from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.records.joined import SHARE, as_sure_as_joined
from newsgraph.extract.statements import find_extractions
from newsgraph.extract.syntax.tree import read_tree


def lifted(text: str, confidences: list[float]) -> list[float]:
    """How sure the statements of a text are, from how sure each is for itself."""
    doc = load_pipeline()(text)
    return as_sure_as_joined(read_tree(doc), find_extractions(doc), confidences)


def test_names_of_a_list_are_as_sure_as_the_surest() -> None:
    assert lifted("Ada Lind and Otto Krug sang.", [0.8, 0.3]) == [0.8, SHARE * 0.8]
    assert lifted("Ada Lind met Otto Krug and Lars Lund.", [0.3, 0.8]) == [SHARE * 0.8, 0.8]


def test_other_nouns_and_two_lists_are_not_lifted() -> None:
    assert lifted("Ada Lind and the guests sang.", [0.8, 0.3]) == [0.8, 0.3]
    four = [0.8, 0.3, 0.3, 0.3]
    assert lifted("Ada Lind and Otto Krug met Lars Lund and Eva Holm.", four) == four
