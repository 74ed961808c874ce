"""Laws of the record, on texts put together at random and on the shared article where it is there."""

from datetime import date
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsgraph.extract import extractor
from newsgraph.extract.extractor import read
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.pipeline.vocabulary import renew
from newsgraph.extract.readers import make_document, read_document
from newsgraph.graph.knowledge.schema import load_schema
from newsgraph.graph.model.record import ExtractionRecord
from newsgraph.graph.model.record_io import read_records, validate, write_records

ARTICLES = sorted((Path(__file__).parents[3] / "shared/articles").glob("*.txt"))

SENTENCES = (
    "Anna Berg, the mayor of Oslo, met Lars Holm on Sunday.",
    "“We will not sell the harbour,” she told the Daily Courier.",
    "Holm denied that his company had bribed anyone.",
    "The Swedish minister Eva Lund was not fired by the king in 2019.",
    "If the strike goes on, Norway may import 30,000 tonnes of fish next year.",
    "Police said: he ran—and fell.",
    "THE COUNCIL VOTES 7-2",
    "\x00 odd \ud800 characters \u202e here 😀 and\tthere .",
    "A" * 700,
    "(((((",
)
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).flatmap(
    lambda parts: st.sampled_from([" ", "\n", "\n\n"]).map(lambda gap: gap.join([SENTENCES[0], *parts]))
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The shipped pipeline."""
    return load_pipeline()


def check(record: ExtractionRecord, text: str) -> None:
    """All laws, and the round trip through JSON Lines."""
    assert record.document.text == text
    validate(record)
    assert next(read_records(write_records([record]))) == record
    used = {mention.entity for mention in record.mentions}
    assert used == {entity.id for entity in record.entities}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_records_keep_their_laws(nlp: Language, text: str) -> None:
    """Whatever stands in the text."""
    document = make_document(text, day=date(2024, 5, 6))
    check(read(document, nlp), document.text)


CUT_SHORT = (
    "Workers in Oslo were hit hard as well, traders alone, and the firm, which was doing well, is so long in debt alone",
    "As soon as it rains, she said, the ride is as long as it was when Lund, 34, denied he had left before noon",
    "Neither he nor she, the head of the bank of Norway, was in favour of it, in charge of it or at odds with it",
    "Kelda will be sold to Vardo and close, not only because of the strike but also such as it is, including Oslo",
)


@pytest.mark.parametrize("text", CUT_SHORT)
def test_texts_may_break_off_at_any_word(nlp: Language, text: str) -> None:
    """Rules that look at the next word find none there."""
    words = text.split()
    for start in (0, 1, 5):
        for end in range(start + 1, len(words) + 1):
            cut = " ".join(words[start:end])
            check(read(make_document(cut), nlp), cut)


@pytest.mark.skipif(not ARTICLES, reason="../shared/articles is not there")
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_real_articles_keep_the_laws(nlp: Language, path: Path) -> None:
    """On real input."""
    document = read_document(path)
    check(read(document, nlp), document.text)


def test_long_documents_are_read_in_chunks(nlp: Language) -> None:
    """A name at both ends of a text longer than a chunk is one entity."""
    text = (
        "Anna Berg met Lars Holm.\n\n" + "It rained in the town all day long.\n\n" * 3000 + "Anna Berg left."
    )
    record = read(make_document(text), nlp)
    check(record, text)
    assert [entity.name for entity in record.entities if entity.label == "PERSON"] == [
        "Anna Berg",
        "Lars Holm",
    ]
    assert record.mentions[-1].end <= len(text)


def test_a_full_vocabulary_is_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    """New words for ever fill nothing, and what is read is the same."""
    nlp = load_pipeline()  # a pipeline that others have as well
    names = [f"{a}{b}".title() for a in ("ba", "de", "fi", "go", "lu") for b in ("rat", "lim", "sok", "ver")]
    texts = [f"{name} Holm, a doctor, met Lars {name}sen in Oslo on Monday." for name in names]
    before = [read(make_document(text), nlp) for text in texts]
    old = nlp.vocab
    monkeypatch.setattr(extractor, "VOCABULARY", len(old.strings))
    assert [read(make_document(text), nlp) for text in texts] == before
    assert nlp.vocab is not old
    assert nlp.tokenizer.vocab is nlp.vocab
    monkeypatch.setattr(extractor, "VOCABULARY", 0)
    assert [read(make_document(text), nlp) for text in texts] == before
    assert len(nlp.vocab.strings) < len(old.strings)


def test_a_pipeline_of_others_keeps_its_vocabulary() -> None:
    """Its components may hold on to it."""
    nlp = spacy.blank("en")
    vocab = nlp.vocab
    assert not renew(nlp)
    assert nlp.vocab is vocab


def test_then_is_not_counted_past_a_date_that_cannot_be_told(nlp: Language) -> None:
    """Of no known year, "Aug. 5" has no value, and so has "then" behind it."""
    text = "The trial ended in March 2013. Karin Holt will be sentenced on Aug. 5. Until then she will stay in Oslo."
    record = read(make_document(text), nlp)
    values = {q.text: q.value for s in record.statements for q in s.qualifiers if q.role == "time"}
    assert values["in March 2013"] == "2013-03"
    assert values["Until then"] is None


@pytest.mark.parametrize(
    "text",
    [
        "Karin Holt, a daughter-in-law of Mayor Lars Berg, sold the boat.",
        "Mayor Lars Berg’s daughter-in-law Karin Holt sold the boat.",
    ],
)
def test_a_daughter_in_law_is_a_relative_whatever_its_tokens(nlp: Language, text: str) -> None:
    """The word is five tokens to the parser, and one to the schema."""
    record = read(make_document(text), nlp, schema=load_schema())
    names = {entity.id: entity.name for entity in record.entities}
    found = [
        (names.get(s.subject.entity or ""), names.get(s.object.entity or ""))
        for s in record.statements
        if s.predicate.relation == "relative_of" and s.object is not None
    ]
    assert found == [("Karin Holt", "Lars Berg")]
