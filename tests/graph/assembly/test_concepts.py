"""Concepts: phrases that name no participant are one node whatever their article, as subject and as object."""

from dataclasses import replace
from hashlib import sha256

from newsgraph.graph.assembly.statements import _wording
from newsgraph.graph.build import build_graph
from newsgraph.graph.model.record import ExtractionRecord, LocalDocument, LocalStatement, Predicate, SpanText

TEXT = "A moth spins a cocoon. The cocoon protects the moth. The talks are talks."


def phrase(text: str, start: int = 0) -> SpanText:
    """Words of the text."""
    place = TEXT.index(text, start)
    return SpanText(((place, place + len(text)),), text)


def statement(number: int, subject: str, predicate: str, item: str) -> LocalStatement:
    """A plain statement of one of the sentences."""
    start = (0, 23, 53)[number]
    words = phrase(predicate, start)
    return LocalStatement(
        f"s{number}", phrase(subject, start), Predicate(words.spans, words.text, words.text), phrase(item, start + 4), (),
        "positive", "actual", None, 0.9, number,
    )  # fmt: skip


def test_a_phrase_is_one_node_whatever_its_article() -> None:
    """ "A moth" and "the moth" are one node, and so is an object that is the subject of another statement."""
    source = LocalDocument("d1", "text", None, None, "en", sha256(TEXT.encode()).hexdigest(), len(TEXT), TEXT)
    record = ExtractionRecord(
        source, ((0, 22), (23, 52), (53, 73)), (), (),
        (
            statement(0, "A moth", "spins", "a cocoon"), statement(1, "The cocoon", "protects", "the moth"),
            statement(2, "The talks", "are", "talks"),
        ),
    )  # fmt: skip
    graph = build_graph([record])
    names = {entity.id: entity.name.lower() for entity in graph.entities}
    edges = {(names[s.subject], s.predicate, names.get(s.object or "")) for s in graph.statements}
    assert len(names) == 3
    assert {(one.split()[-1], way, other and other.split()[-1]) for one, way, other in edges} == {
        ("moth", "spins", "cocoon"),
        ("cocoon", "protects", "moth"),
        ("talks", "are", None),
    }


def test_what_says_itself_is_no_statement() -> None:
    """ "The talks are talks" tells nothing, and makes no node."""
    source = LocalDocument("d1", "text", None, None, "en", sha256(TEXT.encode()).hexdigest(), len(TEXT), TEXT)
    plain = statement(2, "The talks", "are", "talks")
    copula = replace(plain, predicate=replace(plain.predicate, base="be"))
    graph = build_graph([ExtractionRecord(source, ((53, 73),), (), (), (copula,))])
    assert not graph.statements
    assert not graph.entities


def test_a_mark_is_shown_as_words() -> None:
    """ "Holt, 54" and "the port's Holt" have no verb to show; "U" as initials of one letter stay."""
    assert _wording(Predicate(((4, 5),), ",", "age", base="aged")) == "aged"
    assert _wording(Predicate(((4, 6),), "'s", "of", base="of")) == "of"
    assert _wording(Predicate(((4, 8),), "sold", "sell", base="sell")) == "sold"
