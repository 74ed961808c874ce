"""Laws that hold for any parse, however wrong."""

from __future__ import annotations

import time

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from newsgraph.extract.statements import find_extractions
from newsgraph.graph.model.record import MODALITIES, POLARITIES, STANCES

VOCAB = spacy.blank("en").vocab
WORDS = ["said", "plans", "to", "call", "Olsen", "who", "that", "which", "if", "not", "“", "”", ",", ".", "by", "of", "and", "president",
         "the", "attack", "according", "there", "it", "is", "will", "'s", "\n\n", "-", "accused", "whose", "what", "no", "one"]  # fmt: skip
DEPS = ["nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "cc", "appos",
        "nmod", "nmod:poss", "nmod:desc", "compound", "amod", "case", "mark", "aux", "aux:pass", "cop", "det", "punct", "flat", "fixed",
        "parataxis", "expl", "advmod", "dep", "nummod", "obl:unmarked", "csubj", "compound:prt"]  # fmt: skip
TAGS = [("NN", "NOUN"), ("NNP", "PROPN"), ("NNS", "NOUN"), ("VBD", "VERB"), ("VB", "VERB"), ("VBN", "VERB"), ("VBG", "VERB"),
        ("VBZ", "AUX"), ("MD", "AUX"), ("PRP", "PRON"), ("WP", "PRON"), ("WDT", "PRON"), ("IN", "ADP"), ("JJ", "ADJ"), ("RB", "ADV"),
        (",", "PUNCT"), ("_SP", "SPACE"), ("CD", "NUM"), ("TO", "PART")]  # fmt: skip


@st.composite
def parses(draw: st.DrawFn) -> Doc:
    """Any tree over a few sentences, with any labels and a few entities."""
    lengths = draw(st.lists(st.integers(1, 9), min_size=1, max_size=4))
    words, heads, starts = [], [], []
    for length in lengths:
        offset, root = len(words), draw(st.integers(0, length - 1))
        order = draw(st.permutations(range(length)))
        order = [root, *(token for token in order if token != root)]
        inside = dict.fromkeys(order, root)
        for place, token in enumerate(order[1:], 1):
            inside[token] = draw(st.sampled_from(order[:place]))
        words += [draw(st.sampled_from(WORDS)) for _ in range(length)]
        heads += [offset + inside[token] for token in range(length)]
        starts += [token == 0 for token in range(length)]
    tags = [draw(st.sampled_from(TAGS)) for _ in words]
    deps = ["ROOT" if head == token else draw(st.sampled_from(DEPS)) for token, head in enumerate(heads)]
    doc = Doc(VOCAB, words=words, tags=[t for t, _ in tags], pos=[p for _, p in tags], deps=deps, heads=heads,
              lemmas=[w.lower() for w in words], sent_starts=starts)  # fmt: skip
    start = draw(st.integers(0, len(words) - 1))
    label = draw(st.sampled_from(["PERSON", "GPE", "DATE"]))
    doc.ents = [Span(doc, start, draw(st.integers(start + 1, len(words))), label=label)]
    return doc


@given(parses())
@settings(max_examples=120, deadline=None)
def test_any_parse_gives_sound_propositions(doc):
    """Tokens ascend and lie in the text; heads lie in their phrases; values are those of the record."""
    for extraction in find_extractions(doc):
        parts = [extraction.subject, extraction.predicate, *(q.tokens for q in extraction.qualifiers)]
        parts += [] if extraction.object is None else [extraction.object]
        parts += [] if extraction.attribution is None else [extraction.attribution.tokens]
        assert all(part and list(part) == sorted(set(part)) for part in parts)
        assert all(0 <= token < len(doc) for part in parts for token in part)
        assert extraction.subject_head in extraction.subject
        assert extraction.object is None or extraction.object_head in extraction.object
        assert extraction.polarity in POLARITIES
        assert extraction.modality in MODALITIES
        assert (extraction.object is None) == (extraction.object_head is None)


@given(parses())
@settings(max_examples=120, deadline=None)
def test_what_is_other_than_fact_shows_its_words(doc):
    """Polarity and modality come from cues that stand in the text, and a source that withholds is no source."""
    for extraction in find_extractions(doc):
        effects = [sign.effect for sign in extraction.signs]
        assert (extraction.polarity == "negative") == (effects.count("negative") % 2 == 1)
        assert extraction.modality == "actual" or extraction.modality in effects
        for sign in extraction.signs:
            assert sign.tokens
            assert all(0 <= token < len(doc) for token in sign.tokens)
        assert extraction.attribution is None or extraction.attribution.stance in STANCES


@given(parses())
@settings(max_examples=30, deadline=None)
def test_same_parse_same_propositions(doc):
    """Nothing depends on anything but the parse."""
    assert find_extractions(doc) == find_extractions(doc)


def test_deep_nesting_stays_cheap():
    """A hostile sentence of thousands of nested phrases costs time in proportion to its length, and no recursion error."""
    length = 12_000
    words = ["attack", "of"] * (length // 2)
    heads = [max(0, token - 2) if token % 2 == 0 else min(token + 1, length - 2) for token in range(length)]
    deps = ["ROOT" if token == 0 else "nmod" if token % 2 == 0 else "case" for token in range(length)]
    doc = Doc(VOCAB, words=words, heads=heads, deps=deps, pos=["NOUN", "ADP"] * (length // 2), tags=["NN", "IN"] * (length // 2),
              lemmas=words, sent_starts=[token == 0 for token in range(length)])  # fmt: skip
    started = time.process_time()
    find_extractions(doc)
    assert time.process_time() - started < 5
