"""Lines: every named entity that takes part in a statement is an end of one, and the line says how it is joined."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import networkx
import pytest

from newsgraph.graph import KnowledgeGraph, build_graph
from newsgraph.graph.model.record import (
    ExtractionRecord,
    LocalArgument,
    LocalAttribution,
    LocalDocument,
    LocalEntity,
    LocalMention,
    LocalQualifier,
    LocalStatement,
    Predicate,
    SpanText,
)

NAMES = {
    "Ona Reyes": "PERSON",
    "Tarn Institute": "ORG",
    "Velia": "GPE",
    "Lodz": "GPE",
    "Max Orr": "PERSON",
    "Daily Reef": "ORG",
}


def record(text: str, *statements: LocalStatement, names: dict[str, str] = NAMES) -> ExtractionRecord:
    """Return the record of one sentence; every place that has one of ``names`` mentions it."""
    entities = tuple(LocalEntity(f"e{n}", name, label) for n, (name, label) in enumerate(names.items()))
    places = sorted(
        (at, entity) for entity in entities for at in range(len(text)) if text.startswith(entity.name, at)
    )
    mentions = tuple(
        LocalMention(f"m{n}", at, at + len(entity.name), entity.name, entity.label, "name", entity.id)
        for n, (at, entity) in enumerate(places)
    )
    document = LocalDocument(
        "d1", "a.txt", None, None, "en", sha256(text.encode()).hexdigest(), len(text), text
    )
    return ExtractionRecord(document, ((0, len(text)),), mentions, entities, statements)


def part(text: str, words: str) -> SpanText:
    """Return words of the text; an entity heads them where they are its name."""
    start = text.index(words)
    head = next((f"e{n}" for n, name in enumerate(NAMES) if name == words), None)
    return SpanText(((start, start + len(words)),), words, head)


def statement(text: str, subject: str, predicate: str, object: str | None, **changes) -> LocalStatement:
    """Return a plain statement."""
    words = part(text, predicate)
    plain = LocalStatement(
        "s0", part(text, subject), Predicate(words.spans, words.text, predicate.split()[0]),
        part(text, object) if object else None, (), "positive", "actual", None, 0.9, 0,
    )  # fmt: skip
    return replace(plain, **changes)


def lines(graph: KnowledgeGraph) -> set[tuple[str, str, str, str]]:
    """Return the lines with the names of their ends."""
    return {
        (graph.entity(line.source).name, line.label, graph.entity(line.target).name, line.kind)
        for line in graph.lines
    }


@pytest.mark.parametrize(
    ("object", "label"),
    [
        ("the head of the Tarn Institute", "met the head of"),
        ("Tarn Institute’s new head", "met new head"),
        ("a guest at the Tarn Institute in the north", "met a guest at"),
        ("the Tarn Institute researchers in the north", "met researchers in the north"),
    ],
)
def test_a_name_inside_an_object(object: str, label: str):
    """The line says what stands between, without a possessive ending, an article before the name and what goes on behind it."""
    text = f"Ona Reyes met {object}."
    graph = build_graph([record(text, statement(text, "Ona Reyes", "met", object))])
    assert lines(graph) == {("Ona Reyes", label, "Tarn Institute", "mention")}


def test_names_beside_a_speaker_have_no_line_to_what_he_speaks_of():
    """The speaker has one; "the envoy of Velia" without a name joins Velia."""
    text = "Max Orr resigned, Velia envoy Ona Reyes said."
    local = statement(text, "Max Orr", "resigned", None)
    phrase = part(text, "Velia envoy Ona Reyes")
    said = LocalAttribution(phrase.spans, phrase.text, "e0", "said")
    assert lines(build_graph([record(text, replace(local, attribution=said))])) == {
        ("Ona Reyes", "said", "Max Orr", "source")
    }
    unnamed = replace(said, entity=None)
    assert ("Velia", "source") in {
        (source, kind)
        for source, _, _, kind in lines(build_graph([record(text, replace(local, attribution=unnamed))]))
    }


def test_names_of_a_list_are_joined_by_the_same_words():
    """The others of the list are no words of the line, nor do they make its ends stand far apart."""
    object = "the envoys of Velia, Lodz and the Tarn Institute"
    text = f"Ona Reyes met {object}."
    graph = build_graph([record(text, statement(text, "Ona Reyes", "met", object))])
    assert lines(graph) == {
        ("Ona Reyes", "met the envoys of", name, "mention") for name in ("Velia", "Lodz", "Tarn Institute")
    }


def test_names_inside_a_subject():
    """A subject is joined to the names in its own phrase, by the words that are left."""
    text = "Velia's envoy Ona Reyes, of the Tarn Institute, resigned."
    local = statement(text, "Velia's envoy Ona Reyes, of the Tarn Institute", "resigned", None)
    named = replace(local, subject=replace(local.subject, entity="e0"))
    assert lines(build_graph([record(text, named)])) == {
        ("Ona Reyes", "envoy", "Velia", "mention"),
        ("Ona Reyes", "Velia's envoy … of", "Tarn Institute", "mention"),
    }


def test_arguments_qualifiers_and_sources():
    """Whoever takes part is joined in their role; a source is joined to the subject."""
    text = "Ona Reyes met Max Orr of the Tarn Institute in Lodz, Velia told the Daily Reef."
    institute, place, source, outlet = (
        part(text, words) for words in ("Tarn Institute", "Lodz", "Velia", "Daily Reef")
    )
    local = statement(
        text, "Ona Reyes", "met", "Max Orr",
        arguments=(LocalArgument("ARG2", institute.spans, institute.text, "host", institute.entity),),
        qualifiers=(LocalQualifier("in", place.spans, place.text, None, place.entity),),
        attribution=LocalAttribution(source.spans, source.text, source.entity, "told", via=outlet),
    )  # fmt: skip
    graph = build_graph([record(text, local)])
    assert lines(graph) == {
        ("Ona Reyes", "met", "Max Orr", "statement"),
        ("Ona Reyes", "met Max Orr … (host)", "Tarn Institute", "argument"),
        ("Ona Reyes", "met Max Orr in", "Lodz", "qualifier"),
        ("Velia", "told", "Ona Reyes", "source"),
        ("Daily Reef", "told", "Ona Reyes", "source"),
    }
    assert len(graph.statements[0].involved) == len(NAMES)
    assert len(graph.statements[0].participants) == 4


@pytest.mark.parametrize(
    ("object", "label"),
    [
        ("a treaty", "signed a treaty in"),
        ("it", "signed … in"),
        ("a treaty that had taken eleven years of talks", "signed … in"),
        (None, "signed in"),
    ],
)
def test_a_line_says_what_was_done(object: str | None, label: str):
    """A short object is in the label of who else takes part; of a long one or a pronoun an ellipsis is."""
    text = f"Ona Reyes signed {object or ''} in Lodz."
    place = part(text, "in Lodz")
    where = LocalQualifier("place", place.spans, place.text, None, part(text, "Lodz").entity)
    local = statement(text, "Ona Reyes", "signed", object, qualifiers=(where,))
    assert ("Ona Reyes", label, "Lodz", "qualifier") in lines(build_graph([record(text, local)]))


@pytest.mark.parametrize(
    ("role", "told", "label"),
    [
        ("to", None, "sent a letter to"),
        ("LOC", "in", "sent a letter in"),
        ("ARG2", "recipient", "sent a letter … (recipient)"),
        ("ARG2", "sent-to", "sent a letter …"),
        ("ARG2", "sentenced", "sent a letter …"),
        ("GOL", None, "sent a letter …"),
        ("beneficiary", None, "sent a letter …"),
    ],
)
def test_a_participant_is_joined_by_a_preposition_or_a_role(role: str, told: str | None, label: str):
    """Codes of roles are not for people, nor is a name that says what the verb does."""
    text = "Ona Reyes sent a letter to Max Orr."
    to = part(text, "Max Orr")
    local = statement(
        text, "Ona Reyes", "sent", "a letter",
        arguments=(LocalArgument(role, to.spans, to.text, told, to.entity),),
    )  # fmt: skip
    assert lines(build_graph([record(text, local)])) == {("Ona Reyes", label, "Max Orr", "argument")}


def test_the_label_of_a_predicate_leads():
    """What is drawn beside a statement begins with the statement's own words, not with the form that the text has."""
    text = "The head of the Tarn Institute, meeting the envoy of Velia."
    local = statement(text, "The head of the Tarn Institute", "meeting", "the envoy of Velia")
    named = replace(local, subject=replace(local.subject, entity="e0"))
    labelled = replace(named, predicate=replace(named.predicate, label="met"))
    assert ("Ona Reyes", "met the envoy of", "Velia", "mention") in lines(
        build_graph([record(text + " Ona Reyes", labelled)])
    )


def test_what_is_far_away_is_not_joined():
    """A name at the end of a long clause is not joined to a subject that it has nothing to do with."""
    long = "a programme that had taken years of talks about money, staff and premises to set up with Velia"
    text = f"Ona Reyes praised {long}."
    assert lines(build_graph([record(text, statement(text, "Ona Reyes", "praised", long))])) == set()


def test_phrases_that_no_line_reaches_are_not_nodes():
    """A phrase without a name is a node where a line reaches it, and only there."""
    alone, joined = "The talks ended.", "The talks in Lodz ended."
    for text, count in ((alone, 0), (joined, 2)):
        names = {"Lodz": "GPE"} if "Lodz" in text else {}
        local = statement(text, text.removesuffix(" ended."), "ended", None)
        graph = build_graph([record(text, local, names=names)])
        assert len(graph.graph) == count
        assert len(graph.statements) == 1


def test_attributes_are_plain():
    """An edge says which statement it belongs to and how far that one holds."""
    text = "Ona Reyes did not meet the head of the Tarn Institute."
    local = statement(
        text, "Ona Reyes", "did not meet", "the head of the Tarn Institute", polarity="negative"
    )
    graph = build_graph([record(text, local)])
    ((_, _, attributes),) = graph.graph.edges(data=True)
    assert attributes["kind"] == "mention"
    assert attributes["status"] == "negative"
    assert attributes["statement"] == graph.statements[0].id
    assert attributes["evidence"] == text
    assert isinstance(graph.graph, networkx.MultiDiGraph)
    assert all(type(value) in (str, float, bool, int) for value in attributes.values())
