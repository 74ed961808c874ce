"""Statements of nouns that name events by their semantic roles: "the sale of Kelda to Vardo", "the resignation of Ada Lind".

Where a noun has an agent and a patient, ``events.py`` reads them from the tree; here are those that lack one of the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.lexicon import NOT_EVENTS, ROLE_NOUNS
from ..english.rolesets import roleset
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..factuality.modality import find_factuality
from ..factuality.signs import Factuality, Sign
from ..syntax.phrases import Phrase, conjunct_phrases
from .adjuncts import is_time
from .event_classes import event_class
from .events import event_factuality, event_words
from .extraction import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..pipeline.frames import Frame
    from ..syntax.tree import Tree
    from .analysis import Analysis

LEAST_SURE = 0.5
"""Probability from which the role head is believed, for a predicate as for a role."""

AGENT, PATIENT = "ARG0", "ARG1"

_FURTHER = ("ARG2", "ARG3", "ARG4")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE = frozenset({"nmod", "nmod:poss", "compound"})
_FACTIVE = frozenset(
    "after before during since following over despite because of due to amid in for by from with through upon".split()
)
"""Prepositions before an event that has happened, where a verb governs it."""
_AFTER = frozenset({"after", "during", "since", "following", "because of"})
"""The prepositions of these that need no article."""
_CHAINED = frozenset({"of", "in", "after", "during", "since", "following", "from", "by"})
"""The same, where a noun does ("the anniversary of the death of Karl Moss")."""
_OF_ONE = frozenset(
    {"appointment", "arrest", "birth", "death", "dismissal", "election", "killing", "resignation", "trial"}
)
"""Classes of events that happen to one person or body."""
_SUFFERED = frozenset({"appointment", "arrest", "dismissal", "killing"})
"""Those that are done to that one."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def noun_event_statements(analysis: Analysis, noun: int) -> Iterator[Extraction]:
    """A statement of the participants that stand in the noun's own phrase.

    The event is a fact where the sentence takes it for granted that it happened, else it is possible.
    """
    tree, frame = analysis.tree, analysis.frames.get(noun)
    if (
        frame is None
        or not is_event(tree, frame)
        or tree.child(noun, "cop") is not None
        or tree.head[noun] == noun
    ):
        return
    found = _participants(tree, frame)
    subject = found.get(PATIENT) or found.get(AGENT)
    if subject is None or (AGENT in found and PATIENT in found):
        return
    item = next((found[role] for role in _FURTHER if role in found and tree.cases(found[role])), None)
    if item is None and not _is_telling(tree, frame, subject):
        return
    presupposed = _is_presupposed(tree, noun)
    if item is None and not presupposed:
        return
    words = tuple(sorted({*event_words(tree, noun), *(tree.cases(item) if item is not None else ())}))
    items = [None] if item is None else list(conjunct_phrases(tree, item))
    factuality = _factuality(tree, noun, presupposed=presupposed)
    for holder in conjunct_phrases(tree, subject):
        for phrase in items:
            yield _statement(tree, noun, holder, words, phrase, factuality)


def is_event(tree: Tree, frame: Frame) -> bool:
    """Is it a noun for what the verb of the same sense says?"""
    noun = frame.predicate
    lemma, sense = tree.lemma[noun], roleset(frame.roleset) if frame.roleset else None
    if tree.pos[noun] != "NOUN" or tree.is_named(noun) or frame.score < LEAST_SURE or sense is None:
        return False
    if lemma in NOT_EVENTS or lemma in ROLE_NOUNS or noun_type(lemma) == "PERSON":
        return False
    return any(pos == "v" for pos, _ in sense.aliases)


def _participants(tree: Tree, frame: Frame) -> dict[str, int]:
    """The heads of the numbered roles inside the noun's phrase; the first of each role."""
    found: dict[str, int] = {}
    for role in sorted(frame.roles, key=lambda role: role.head):
        head = role.head
        if role.score < LEAST_SURE or tree.head[head] != frame.predicate or tree.dep[head] not in _INSIDE:
            continue
        named = tree.dep[head] != "compound" or tree.is_named(head)
        counted = tree.label[head] in VALUE_LABELS - {"MONEY", "CARDINAL"}
        if named and tree.pos[head] in _NOMINAL and not is_time(tree, head) and not counted:
            found.setdefault(role.name, head)
    return found


def _is_telling(tree: Tree, frame: Frame, participant: int) -> bool:
    """Is one participant alone worth telling: somebody, in an event that happens to one?

    What a noun has but one of is else often misread: "the mediation of Norland" is by Norland, whatever its role says.
    """
    kind = event_class(frame.roleset, tree.lemma[frame.predicate])
    suffered = kind not in _SUFFERED or participant in frame.heads(PATIENT)  # "Moss's killing" is not by Moss
    return kind in _OF_ONE and tree.is_named(participant) and suffered


def _is_presupposed(tree: Tree, noun: int) -> bool:
    """Does the sentence take it for granted that the event happened? Where that is open, nothing is read."""
    while tree.dep[noun] == "conj" and tree.head[noun] < noun:
        noun = tree.head[noun]
    governor, preposition = tree.head[noun], tree.words(tree.cases(noun))
    definite = any(
        tree.lower[kid] in _DEFINITE or tree.dep[kid] == "nmod:poss"
        for kid in tree.children(noun, "det", "nmod:poss")
    )
    if tree.pos[governor] in ("NOUN", "PROPN"):
        return (
            tree.dep[noun] == "nmod"
            and definite
            and preposition in _CHAINED
            and _is_presupposed(tree, governor)
        )
    if tree.pos[governor] not in ("VERB", "AUX") or find_factuality(tree, governor).modality != "actual":
        return False
    if tree.dep[noun] in ("obl", "obl:unmarked"):
        return (
            (definite or preposition in _AFTER)
            and preposition in _FACTIVE
            and tree.lemma[governor] not in word_class("opaque_objects")
        )
    if tree.dep[noun] == "nsubj" and tree.tag[governor] == "VBD":
        return True
    if tree.dep[noun] in ("nsubj", "nsubj:pass", "obj"):
        light = tree.lemma[governor] in word_class("event_verbs") and tree.dep[noun] == "obj"
        return definite and not light and tree.lemma[governor] not in word_class("opaque_objects")
    return False


def _factuality(tree: Tree, noun: int, *, presupposed: bool) -> Factuality:
    """What the sentence says of the event; possible where it says nothing and does not take it for granted."""
    factuality = event_factuality(tree, noun)
    if presupposed or (factuality.polarity, factuality.modality) != ("positive", "actual"):
        return factuality
    return factuality.with_signs([Sign("possible", (tree.head[noun],))])


def _statement(
    tree: Tree,
    noun: int,
    subject: Phrase,
    words: tuple[int, ...],
    item: Phrase | None,
    factuality: Factuality,
) -> Extraction:
    return Extraction(
        subject.tokens, subject.head, words, tree.lemma[noun], None if item is None else item.tokens,
        None if item is None else item.head, (), factuality.polarity, factuality.modality, None,
        tree.sentence[noun], "nominal", signs=factuality.signs,
    )  # fmt: skip
