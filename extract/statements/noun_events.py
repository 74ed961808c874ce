"""Statements of nouns that name events by their semantic roles: "the sale of Kelda to Vardo", "the resignation of Ada Lind".

Where a noun has an agent and a patient, ``events.py`` reads them from the tree; here are those that lack one of the two, or
whose two only the roles tell. One participant alone is told where it has a name and the event is a fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.lexicon import NOT_EVENTS, ROLE_NOUNS, SAYING_NOUNS
from ..english.rolesets import roleset
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..factuality.signs import Factuality, Sign
from ..syntax.conjuncts import first_conjunct
from ..syntax.phrases import Phrase, conjunct_phrases
from .adjuncts import is_time
from .event_classes import event_class
from .events import event_factuality, event_words
from .extraction import Extraction
from .presupposition import is_definite, is_presupposed

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
_SUFFERED = frozenset({"appointment", "arrest", "dismissal", "killing"})
"""Classes of events whose possessor is whom they are done to."""
_FATAL = frozenset({"death", "killing"})
"""Classes of events that have happened where "shock at the death of Moss" is told of."""
_ACTING, _AFFECTED = frozenset({"of", "by"}), frozenset({"of", "on", "against"})
"""Prepositions of who does something and of what it is done to, where nothing else takes part."""


def noun_event_statements(analysis: Analysis, noun: int) -> Iterator[Extraction]:
    """A statement of who takes part in the event that a noun names.

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
    subject, item = _sides(tree, frame, found)
    if subject is None or (item is None and not _is_telling(tree, frame, subject)):
        return
    words = tuple(sorted({*event_words(tree, noun), *(tree.cases(item) if item is not None else ())}))
    items = [None] if item is None else list(conjunct_phrases(tree, item))
    done = tree.dep[subject] == "nmod:poss" and subject in frame.heads(AGENT)
    done = done and (item is not None or tree.dep[noun] != "nmod")
    known = is_presupposed(tree, noun, done=done) or _is_known_death(tree, frame, subject)
    factuality = _factuality(tree, noun, presupposed=known)
    if item is None and (factuality.polarity, factuality.modality) != ("positive", "actual"):
        return
    for holder in conjunct_phrases(tree, subject):
        for phrase in items:
            yield _statement(tree, noun, holder, words, phrase, factuality)


def _sides(tree: Tree, frame: Frame, found: dict[str, int]) -> tuple[int | None, int | None]:
    """Subject and object: who does it and to what, or what it is done to and a further participant behind a preposition."""
    agent, patient = found.get(AGENT), found.get(PATIENT)
    if (
        agent is not None and patient is not None
    ):  # "the entry of ships from Vardo": who enters is easily mistaken
        return (None, None) if tree.words(tree.cases(agent)) == "from" else (agent, patient)
    further = (found[role] for role in _FURTHER if role in found and tree.cases(found[role]))
    return patient if agent is None else agent, next(further, None)


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
    """Is one participant alone worth telling: somebody, in an event of a class, whose part in it is plain?

    Of what common nouns and pronouns are told so, readers found three in ten wrong; of names, one in twenty.
    """
    noun, kind = frame.predicate, event_class(frame.roleset, tree.lemma[frame.predicate])
    agent, preposition = participant in frame.heads(AGENT), tree.words(tree.cases(participant))
    if not tree.is_named(participant) or tree.lemma[noun] in SAYING_NOUNS or _is_open(tree, noun):
        return False
    suffered = tree.lemma[noun] in word_class("suffered_deeds")
    if kind in (None, "statement") and not suffered and tree.lemma[noun] not in word_class("plain_deeds"):
        return False  # "Lund's solution" is not that he solved it
    if agent and (suffered or kind in _SUFFERED):  # "Moss's killing" is not by Moss
        return False
    if tree.dep[participant] == "compound":  # "the Lund campaign", but a Bremen speech is one held there
        return agent and tree.label[participant] == "PERSON"
    return tree.dep[participant] == "nmod:poss" or preposition in (_ACTING if agent else _AFFECTED)


def _is_open(tree: Tree, noun: int) -> bool:
    """A "tax return" is no coming back, and a return may be "unlikely" or "a rumour"."""
    compound = any(not tree.is_named(kid) for kid in tree.children(noun, "compound"))
    governor = tree.head[noun]
    judged = tree.lemma[governor] in word_class("possible_adjectives") | word_class("hearsay") | word_class(
        "improbable"
    )
    return (compound and tree.lemma[noun] in word_class("plain_deeds")) or (
        judged and tree.child(governor, "cop") is not None
    )


def _is_known_death(tree: Tree, frame: Frame, victim: int) -> bool:
    """ "Shock at the death of Karl Moss", "an inquiry into Moss's murder", "convicted of the murder of": a death that is known.

    Elsewhere it may be fought, staged, insured against or told in a novel; an execution may be a sentence.
    """
    noun = first_conjunct(tree, frame.predicate)
    governor, preposition = tree.head[noun], tree.words(tree.cases(noun))
    fatal = event_class(frame.roleset, tree.lemma[noun]) in _FATAL and tree.lemma[noun] != "execution"
    if not fatal or not is_definite(tree, noun) or tree.child(noun, "amod") is not None:
        return False
    if tree.dep[noun] == "nmod":
        behind = tree.lemma[governor] in word_class("after_deaths") and preposition not in (
            "against",
            "for",
            "to",
        )
    elif preposition == "into":  # "led the investigation into"
        item = tree.child(governor, "obj")
        behind = item is not None and tree.lemma[item] in word_class("after_deaths")
    else:
        behind = tree.lemma[governor] == "convict" and preposition in ("of", "for")
    return behind and tree.label[victim] == "PERSON"


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
