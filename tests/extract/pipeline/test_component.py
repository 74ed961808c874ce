"""The shipped pipeline behaves as any spaCy pipeline does, and reads English."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsgraph import __version__
from newsgraph.extract.pipeline import MODEL, load_pipeline
from newsgraph.extract.pipeline.tokenizer import LONGEST_RUN

TEXT = (
    "Brussels, 4 June 2024 — The European Commission fined Acme Widgets Ltd. 30 million euros on Tuesday.\n\n"
    "“We will appeal,” said Maria Keller, who runs the company. Its shares fell 12 percent in two hours."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The shipped pipeline."""
    return load_pipeline()


def annotations(doc: Doc) -> list[tuple[object, ...]]:
    """Everything the pipeline says about each token."""
    return [
        (
            t.text,
            t.tag_,
            t.pos_,
            str(t.morph),
            t.lemma_,
            t.dep_,
            t.head.i,
            t.is_sent_start,
            t.ent_iob_,
            t.ent_type_,
        )
        for t in doc
    ]


def test_it_reads_english(nlp: Language) -> None:
    """Names, sentences, lemmas and the tree of an easy text."""
    doc = nlp(TEXT)
    names = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Maria Keller", "PERSON"), ("30 million euros", "MONEY"), ("12 percent", "PERCENT")} <= names
    assert [sent.text.strip()[:9] for sent in doc.sents][-2:] == ["“We will ", "Its share"]
    fell = next(token for token in doc if token.text == "fell")
    assert (fell.lemma_, fell.pos_, fell.tag_) == ("fall", "VERB", "VBD")
    assert [child.text for child in fell.children if child.dep_ == "nsubj"] == ["shares"]
    assert doc.tensor.shape == (len(doc), 384)


def test_spacy_loads_the_folder() -> None:
    """``spacy.load`` alone is enough where the package is installed; the factories are found by entry point."""
    pytest.importorskip("importlib.metadata").metadata("newsgraph")
    assert spacy.load(MODEL)("Rain fell.")[1].lemma_ == "fall"


def test_disk_bytes_and_batches_change_nothing(nlp: Language, tmp_path: Path) -> None:
    """Written, read, batched, split over processes: the same annotation."""
    expected = annotations(nlp(TEXT))
    nlp.to_disk(tmp_path / "copy")
    assert annotations(load_pipeline(tmp_path / "copy")(TEXT)) == expected
    copy = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "newsgraph.Tokenizer.v1"}}})
    copy.add_pipe("newsgraph_english")
    copy.from_bytes(nlp.to_bytes())
    assert annotations(copy(TEXT)) == expected
    batch = [TEXT, "Snow fell.", TEXT]
    assert [annotations(doc) for doc in nlp.pipe(batch)][2] == expected
    assert [annotations(doc) for doc in nlp.pipe(batch, n_process=2)][2] == expected


def test_a_stream_keeps_its_order_and_its_blank_documents(nlp: Language) -> None:
    texts = [TEXT, "", " \n", "Rain fell on Oslo. " * 300, TEXT + " The end."]
    docs = list(nlp.pipe(texts))
    assert [doc.text for doc in docs] == texts
    assert [annotations(doc) for doc in docs] == [annotations(nlp(text)) for text in texts]


def test_a_doc_survives_bytes(nlp: Language) -> None:
    """All annotation and the vectors come back."""
    doc = nlp(TEXT)
    copy = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert annotations(copy) == annotations(doc)
    assert np.array_equal(copy.tensor, doc.tensor)


def test_preset_words_and_sentences_are_kept(nlp: Language) -> None:
    """A Doc made by hand keeps its tokens and its sentence starts."""
    words = ["Rain", "fell", "Snow", "fell", "too"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, True, False, False])
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    assert [sent.start for sent in doc.sents] == [0, 2]
    assert [token.text for token in doc] == words


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "a", "...", "  Hello  ", "😀", "\u202eabc", "x" * 3000, "(" * 3000]
)
def test_odd_texts_are_read(nlp: Language, text: str) -> None:
    """Nothing fails, and the text stays the text."""
    doc = nlp(text)
    assert doc.text == text
    assert max((len(token) for token in doc), default=0) <= LONGEST_RUN


def test_a_dash_is_a_word_of_its_own(nlp: Language) -> None:
    """Where it touches a word on one side; an option of a program keeps its own."""
    words = [token.text for token in nlp.make_doc("OSLO, Norway --Anna Berg fell-- run it with --help")]
    assert words == ["OSLO", ",", "Norway", "--", "Anna", "Berg", "fell", "--", "run", "it", "with", "--help"]


def test_wrapped_lines_are_no_paragraphs(nlp: Language) -> None:
    """Line breaks for width do not end sentences; line breaks between paragraphs do."""
    wrapped = "The mayor of the old town\nsaid that the bridge over\nthe river will be closed\nuntil the end of the year."
    assert len(list(nlp(wrapped).sents)) == 1
    lines = "Bridge to close for a year\nThe mayor said so.\nShe gave no reason."
    assert len(list(nlp(lines).sents)) == 3


@pytest.mark.slow
def test_a_sentence_of_100_000_words_is_read(nlp: Language) -> None:
    """Bounded memory and time."""
    doc = nlp("word and " * 50_000)
    assert len(doc) == 100_000
    assert all(token.has_head() for token in doc)


def test_the_pipeline_has_the_version_of_the_package(nlp: Language) -> None:
    """``nlp.meta`` tells which newsgraph a pipeline is of."""
    assert nlp.meta["version"] == __version__
