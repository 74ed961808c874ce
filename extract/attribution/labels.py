"""Speakers written before a colon, as in transcripts, interviews and headlines ("LUND: We are late.")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.knowledge.gazetteer import is_on_the_map

from ..english.lexicon import INQUIRIES, ROLE_NOUNS, SAYING_NOUNS, SPEAKING
from ..english.pronouns import FIRST_PERSON
from ..english.word_classes import word_class
from ..syntax.phrases import Phrase
from ..syntax.rules import Rule
from .cues import Attribution

if TYPE_CHECKING:
    from ..syntax.tree import Tree

LONGEST = 9
"""The name of a speaker before a colon has fewer words than this."""
_LONGEST = 14
"""The same with where the speaker writes ("From Ada Lind writing in the Halsund Herald:")."""

_SPEAKING_TEXTS = SAYING_NOUNS | INQUIRIES
_FROM = frozenset({"from", "in", "per", "via", "more"})
_ADDRESSING = frozenset({"to", "on"})
"""Prepositions of whom a speaker speaks to, or of what."""
_ENDS = frozenset({".", "?", "!", ";", "-", "–", "—", "--", "]", ")", "”", '"', "''", "..", "…"})
_MARKS = frozenset('"“')
_BRACKETS = frozenset({"(", "[", "-LRB-", "-LSB-"})


def attributions_of_labels(tree: Tree, paragraphs: list[int]) -> list[Attribution]:
    """Speakers written before a colon, as in transcripts and headlines ("LUND: We are late.")."""
    found = []
    for start in range(len(tree)):
        begins = start == 0 or paragraphs[start] != paragraphs[start - 1] or tree.text[start - 1].isspace()
        if tree.text[start].isspace() or not (begins or opens_quoted(tree, start)):
            continue
        colon = _label_end(tree, start, paragraphs)
        if colon is None:
            continue
        end = colon
        while end + 1 < len(tree) and paragraphs[end + 1] == paragraphs[colon]:
            end += 1
        said = range(colon + 1, end + 1)
        source = _labelling(tree, start, colon)
        verbs = (
            ("VERB",) if tree.label[source.head] == "ORG" else ("VERB", "AUX")
        )  # "Robur: The firm is in debt"
        if any(tree.pos[token] in verbs for token in said):
            own_words = any(tree.lower[token] in FIRST_PERSON for token in said)
            head = next((t for t in said if tree.pos[t] == "VERB" and tree.head[t] not in said), colon + 1)
            found.append(Attribution(source, colon, ((colon + 1, end),), head, quoted=own_words))
    return found


def _labelling(tree: Tree, start: int, colon: int) -> Phrase:
    """Who speaks by the label: of "Lund to Berg" and "Lund on the strike" the name before the preposition."""
    behind = (t for t in range(start + 1, colon) if tree.lower[t] in _ADDRESSING)
    end = next(behind, colon)
    if end < colon and tree.label[end - 1] not in ("PERSON", "ORG"):
        end = colon
    return Phrase(tuple(range(start, end)), _label_head(tree, start, end))


def label_before(tree: Tree, colon: int, paragraphs: list[int]) -> Phrase | None:
    """The speaker named before a colon inside a paragraph ("It was late - Lund: “No.”", "From the report: “No.”", "Added Lund: “No.”")."""
    start = colon
    while (
        start
        and colon - start < _LONGEST
        and not _parts_label(tree, start - 1, paragraphs[colon], paragraphs)
    ):
        start -= 1
    if start and not _parts_label(tree, start - 1, paragraphs[colon], paragraphs):
        return None
    while start < colon and (
        tree.lower[start] in _FROM
        or tree.text[start].isspace()
        or (tree.pos[start] == "VERB" and tree.lemma[start] in SPEAKING)
    ):
        start += 1
    end = next((t for t in range(start + 1, colon) if tree.lower[t] == "writing"), colon)
    if start == colon or any(tree.pos[token] in ("VERB", "AUX") for token in range(start, end)):
        return None
    head = _label_head(tree, start, end)
    named = tree.label[head] in ("PERSON", "ORG") or tree.lemma[head] in _SPEAKING_TEXTS
    return Phrase(tuple(range(start, end)), head) if named else None


def _parts_label(tree: Tree, token: int, paragraph: int, paragraphs: list[int]) -> bool:
    """Does a label begin behind the token: the end of a sentence, a bracket or mark that closes, a dash, a line break?"""
    word = tree.text[token]
    return paragraphs[token] != paragraph or "\n" in word or word in _ENDS


def opens_quoted(tree: Tree, start: int) -> bool:
    """Is the word the first behind a quotation mark that opens a paragraph?"""
    mark = start - 1
    return mark >= 0 and tree.text[mark] in _MARKS and (mark == 0 or tree.text[mark - 1].isspace())


def _label_end(tree: Tree, start: int, paragraphs: list[int]) -> int | None:
    """The colon after the name of a speaker that opens a paragraph."""
    for token in range(start, min(start + LONGEST, len(tree))):
        if paragraphs[token] != paragraphs[start] or tree.pos[token] in ("VERB", "AUX", "SPACE"):
            return None
        if tree.text[token] in _MARKS:
            return None  # the name begins behind the mark, or something is quoted
        if tree.text[token] in _BRACKETS:
            return None  # "(NYSE: F)" speaks for nobody
        if tree.text[token] == ":":
            return token if token > start and _names_speaker(tree, start, token) else None
    return None


def _names_speaker(tree: Tree, start: int, colon: int) -> bool:
    if tree.lower[start] in word_class("letter_openings") or _is_dateline(tree, start, colon):
        return False
    head = _label_head(tree, start, colon)
    if _may_speak(tree, head):
        return True
    if tree.lower[start] in word_class("headings"):
        return False
    return colon - start <= 3 and all(
        len(w) > 2 and w.isupper() for w in tree.text[start:colon] if w.isalpha()
    )


def _is_dateline(tree: Tree, start: int, colon: int) -> bool:
    """ "KOSTA: Police searched the yard": where a report was written, not who speaks."""
    words = " ".join(tree.text[start:colon])
    place = tree.label[colon - 1] in ("GPE", "LOC") or is_on_the_map(words.title())
    if not words.isupper() or not place or tree.label[colon - 1] == "PERSON":
        return False
    labels = (t for t, word in enumerate(tree.text) if word == ":" and t and tree.text[t - 1].isupper())
    return sum(1 for _ in labels) == 1  # transcripts have more than one


def _may_speak(tree: Tree, noun: int) -> bool:
    named = tree.label[noun] in ("PERSON", "ORG")
    return named or tree.lower[noun] in word_class("unnamed_speakers") or tree.lower[noun] in ROLE_NOUNS


def _label_head(tree: Tree, start: int, colon: int) -> int:
    return next((t for t in range(start, colon) if not start <= tree.head[t] < colon), colon - 1)


LABEL = Rule("speaker-label", attributions_of_labels, cites="typography of transcripts")
