"""The library calls, on an article of our own."""

from pathlib import Path

import networkx
import pytest

import newsgraph

EXAMPLE = Path(__file__).parent.parent / "examples/moscow-tehran.txt"


@pytest.fixture(scope="module")
def kg() -> newsgraph.KnowledgeGraph:
    """The graph of the bundled example."""
    return newsgraph.build(EXAMPLE)


def test_one_thing_is_one_node(kg: newsgraph.KnowledgeGraph) -> None:
    """However the article calls them."""
    for name in ("Vladimir Putin", "Dmitry Peskov", "Iran", "Steve Witkoff", "United States"):
        assert [entity.name for entity in kg.entities if name in (entity.name, *entity.aliases)] == [name]
    assert kg.get("Putin").name == "Vladimir Putin"


def test_every_piece_of_evidence_is_the_documents_text(kg: newsgraph.KnowledgeGraph) -> None:
    """The first law."""
    text = EXAMPLE.read_text(encoding="utf8")
    pieces = [evidence for statement in kg.statements for evidence in statement.evidence]
    assert pieces
    for evidence in pieces:
        for part in (evidence.subject, evidence.predicate, evidence.object, evidence.attribution):
            if part is not None:
                assert part.text == " ".join(text[start:end] for start, end in part.spans)


def test_a_plan_is_kept_as_a_plan_with_its_source(kg: newsgraph.KnowledgeGraph) -> None:
    """That Putin will call somebody is planned, and Peskov says so."""
    plans = [s for s in kg.get("Putin").statements if s.modality == "planned"]
    assert plans
    assert {kg.entity(s.attributed_to).name for s in plans if s.attributed_to} == {"Dmitry Peskov"}


def test_the_graph_is_one_of_networkx(kg: newsgraph.KnowledgeGraph) -> None:
    """Nodes are entities, edges statements."""
    assert isinstance(kg.graph, networkx.MultiDiGraph)
    putin, pezeshkian = kg.get("Putin").id, kg.get("Pezeshkian").id
    assert kg.graph.has_edge(putin, pezeshkian)


def test_what_is_written_is_read_back(kg: newsgraph.KnowledgeGraph, tmp_path: Path) -> None:
    """Turtle and JSON Lines give an equal graph."""
    kg.to_turtle(tmp_path / "kg.ttl")
    kg.to_records(tmp_path / "kg.jsonl")
    kg.to_html(tmp_path / "kg.html")
    assert newsgraph.load(tmp_path / "kg.ttl") == kg
    assert newsgraph.load(tmp_path / "kg.jsonl") == kg


def test_texts_paths_and_documents_are_read() -> None:
    """And many of them at once."""
    text = "Anna Berg met Lars Holm on Sunday."
    document = newsgraph.Document(text, "a note")
    assert newsgraph.build(text).statements == newsgraph.build(newsgraph.Document(text, "text")).statements
    both = newsgraph.build([document, EXAMPLE])
    assert len(both.documents) == 2
    assert both.without(document.id) == newsgraph.build(EXAMPLE)


def test_refusals_are_errors_of_ours() -> None:
    """A path that is not there is named; a text is never looked up on the disk."""
    with pytest.raises(newsgraph.InputError, match=r"nowhere\.txt"):
        newsgraph.build(Path("nowhere.txt"))
    with pytest.warns(UserWarning, match=r"Path\('nowhere\.txt'\)"):
        newsgraph.build("nowhere.txt")
    with pytest.raises(newsgraph.InputError, match="2026-03-02"):
        newsgraph.build("Anna met Lars.", date="today")
    with pytest.raises(newsgraph.QueryError):
        newsgraph.build("Anna met Lars.").query("SELECT nothing")


def test_names_of_the_door_exist() -> None:
    """``__all__`` tells the truth, sorted."""
    assert newsgraph.__all__ == sorted(newsgraph.__all__)
    for name in newsgraph.__all__:
        assert getattr(newsgraph, name) is not None
    assert "EntityView" not in repr(newsgraph.build("Anna Berg met Lars Holm.").find("Anna Berg"))
