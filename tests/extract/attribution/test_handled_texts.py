"""What is told of a report that was denied, taken back, not run, not read; and of how somebody puts it."""

import pytest

from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.statements import find_extractions


@pytest.fixture(scope="module")
def nlp():
    """The shipped pipeline."""
    return load_pipeline()


def told(doc, lemma):
    """Polarity, modality and source of the statement with this lemma."""
    found = next(found for found in find_extractions(doc) if found.lemma == lemma)
    source = found.attribution
    words = None if source is None else " ".join(doc[t].text for t in source.tokens)
    return found.polarity, found.modality, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The agency never sent a memo saying that Moss fled.", ("positive", "actual", "a memo")),
        ("Nobody read the report that said Moss fled.", ("positive", "actual", "the report")),
        ("Krug refused to sign a letter saying that Moss fled.", ("positive", "actual", "a letter")),
        ("Krug refused to issue a statement saying that Moss fled.", ("positive", "actual", "a statement")),
        ("Krug issued a statement saying that Moss fled.", ("positive", "actual", "Krug")),
        ("Krug declined to comment on a report that Moss fled.", ("positive", "actual", "a report")),
        ("The court rejected a petition saying that Moss fled.", ("positive", "actual", "a petition")),
        ("Krug denied a report saying that Moss fled.", ("negative", "actual", "Krug")),
        ("Krug withdrew a statement saying that Moss fled.", ("positive", "possible", None)),
    ],
)
def test_a_text_that_nobody_handles_speaks_for_itself(nlp, text, expected):
    """Who does not run, read or sign a report neither denies it nor makes a fact of it."""
    assert told(nlp(text), "flee") == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Krug has yet to say that Moss fled.", "possible"),
        ("Krug has yet to be told that Moss fled.", "actual"),
        ("Krug has yet to hear that Moss fled.", "actual"),
        ("Krug still had to explain that Moss fled.", "actual"),
        ("It has yet to be proven that Moss fled.", "possible"),
        ("Krug apologised for saying that Moss fled.", "possible"),
        ("Krug apologised for the claim that Moss fled.", "possible"),
        ("Krug apologised for admitting late that Moss fled.", "actual"),
        ("Krug apologised for the news that Moss fled.", "actual"),
        ("Krug failed to find evidence that Moss fled.", "possible"),
        ("Krug failed to hide evidence that Moss fled.", "actual"),
        ("Krug did not destroy evidence that Moss fled.", "actual"),
    ],
)
def test_what_is_late_or_regretted_may_be_so(nlp, text, modality):
    """One has yet to learn a fact, but has yet to say what may not be so."""
    assert told(nlp(text), "flee")[1] == modality


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("As Krug sees it, Moss fled.", "Krug"),
        ("The way Krug tells it, Moss fled.", "Krug"),
        ("As the judge read it, Moss fled.", None),
        ("As the driver saw it, Moss fled.", None),
        ("As the teacher explained it, Moss fled.", None),
        ("Moss fled the way Krug described it.", None),
    ],
)
def test_how_or_when_is_no_source(nlp, text, source):
    """ "The way Krug described it" behind a clause tells how, "as the judge read it" when."""
    assert told(nlp(text), "flee")[2] == source


@pytest.mark.parametrize(
    ("text", "lemma", "polarity"),
    [
        ("The story that Krug torched the barn is untrue.", "torch", "negative"),
        ("The report that Krug sold the barn is false.", "sell", "negative"),
        ("The story that Lund sold the Herald was a hoax.", "sell", "positive"),
    ],
)
def test_a_story_that_somebody_gets_is_a_thing(nlp, text, lemma, polarity):
    """A story sold to a paper is no claim that the paper was sold."""
    assert told(nlp(text), lemma)[0] == polarity


def test_a_memoir_is_what_critics_call_a_masterpiece(nlp):
    """A verb that takes two objects and has one leaves a gap for the other."""
    doc = nlp("The memoir that critics called a masterpiece made Krug rich.")
    found = next(found for found in find_extractions(doc) if found.lemma == "call")
    assert "masterpiece" not in [doc[t].text for t in found.object]
