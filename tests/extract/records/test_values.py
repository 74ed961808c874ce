"""Dates, amounts and numbers as mentions of the record."""

from newsgraph.extract.extractor import read
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.readers.document import Document
from newsgraph.graph.model.record import VALUE_LABELS


def test_values_are_mentions_with_an_entity():
    """Each with its own label; the same words are one entity; statements do not point at them."""
    text = (
        "Nokia paid 3 million euros on Monday. Ericsson paid 3 million euros, 20 percent more, to nine firms."
    )
    record = read(Document.from_text(text), load_pipeline())
    entities = {entity.id: entity for entity in record.entities}
    values = [mention for mention in record.mentions if mention.label in VALUE_LABELS]
    assert {"MONEY", "DATE", "PERCENT", "CARDINAL"} <= {mention.label for mention in values}
    assert all(entities[mention.entity].label == mention.label for mention in values)
    assert len({mention.entity for mention in values if mention.text == "3 million euros"}) == 1
    sides = {side.entity for s in record.statements for side in (s.subject, s.object) if side}
    assert not sides & {mention.entity for mention in values}


def test_an_amount_keeps_the_words_before_its_number():
    """However the parser hangs them: "at least" is a phrase of its own beside the number."""
    record = read(Document.from_text("Rebels killed at least 30 people near Oslo."), load_pipeline())
    amounts = {s.object.amount.approx for s in record.statements if s.object and s.object.amount}
    assert amounts == {"over"}
