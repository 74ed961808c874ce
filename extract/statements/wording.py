"""The parts of a predicate, and its plain wording: "has not been carrying out attacks on" is "carry out attack on"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.inflection import singular
from ..english.lexicon import NEGATORS
from ..english.pronouns import REFLEXIVE
from ..english.rolesets import roleset
from ..english.word_classes import word_class
from ..syntax.conjuncts import first_conjunct, is_agent
from .adjunct_events import RULE as BESIDE
from .adjunct_events import shared_event_base
from .event_classes import event_class
from .event_labels import event_base, event_label
from .labels import share, verb_label
from .noun_phrases import RULES as PHRASES
from .roles import ROLE_METHODS

if TYPE_CHECKING:
    from ..pipeline.frames import Frame
    from ..syntax.tree import Tree
    from .extraction import Extraction

_AUXILIARIES = frozenset({"aux", "aux:pass"})
_NAMED_AS = frozenset({"xcomp", "obj", "appos"})
"""Relations of what somebody is called: "a ship named Aurora"."""
_DROPPED = frozenset({"DET", "PUNCT", "SPACE", "NUM", "SYM"})
_DIRECT = frozenset({"", "of", "against"})
"""Prepositions of a noun for what is the object of its verb."""
_PLACED = {
    "base": "based in",
    "bear": "born in",
    "headquarter": "headquartered in",
    "headquartere": "headquartered in",
}


class Wording(Struct, frozen=True):
    """Which words of a predicate are which, as tokens.

    ``base`` is what names of predicates are made of, ``label`` what a person would write on a line.
    """

    base: str
    label: str
    auxiliaries: tuple[int, ...]
    negation: tuple[int, ...]
    particle: int | None
    preposition: int | None
    passive: bool


def wording(tree: Tree, extraction: Extraction, frame: Frame | None) -> Wording:
    """Take a predicate apart."""
    words = extraction.predicate
    verb = next((t for t in reversed(words) if tree.lemma[t] == extraction.lemma), words[-1])
    auxiliaries = tuple(t for t in words if tree.dep[t] in _AUXILIARIES and t != verb)
    negation = tuple(t for t in words if tree.lower[t] in NEGATORS and t != verb)
    particle = next((t for t in words if tree.dep[t] == "compound:prt"), None)
    last = words[-1]
    preposition = last if extraction.object and tree.pos[last] == "ADP" and last != particle else None
    passive = _is_passive(tree, extraction, verb, auxiliaries)
    base = _base(tree, extraction, frame, verb, passive, {*auxiliaries, *negation})
    label = _label(tree, extraction, frame, verb, base, passive=passive)
    return Wording(base, label, auxiliaries, negation, particle, preposition, passive)


def _is_passive(tree: Tree, extraction: Extraction, verb: int, auxiliaries: tuple[int, ...]) -> bool:
    if tree.tag[verb] != "VBN" or tree.pos[verb] != "VERB":
        return False
    if any(tree.dep[t] == "aux:pass" for t in auxiliaries):
        return True
    if not auxiliaries and _is_bare_passive(tree, extraction, verb):
        return True
    bare = not auxiliaries and tree.dep[verb] in ("acl", "advcl", "amod", "conj")
    return (
        bare
        and not is_agent(tree, extraction.subject_head)
        and extraction.method == "participle"
        and (
            extraction.object_head is None
            or (tree.pos[extraction.predicate[-1]] == "ADP" and tree.dep[extraction.predicate[-1]] == "case")
            or (tree.head[extraction.object_head] == verb and tree.dep[extraction.object_head] in _NAMED_AS)
        )
    )


def _is_bare_passive(tree: Tree, extraction: Extraction, verb: int) -> bool:
    """ "Mayor jailed over fraud", "when asked about the yard": a participle that lacks its auxiliary."""
    if tree.child(verb, "obj", "iobj") is not None or extraction.object_head == extraction.subject_head:
        return False
    subject = extraction.subject_head
    headline = tree.dep[subject] == "nsubj:pass" and tree.head[subject] == verb
    had = tree.dep[verb] == "xcomp" and tree.head[subject] == tree.head[verb]  # "had her car stolen"
    return headline or had or (tree.dep[verb] == "advcl" and tree.child(verb, "nsubj", "nsubj:pass") is None)


def _base(
    tree: Tree, extraction: Extraction, frame: Frame | None, verb: int, passive: bool, left_out: set[int]
) -> str:
    if extraction.rule in PHRASES:
        return _phrase_base(extraction)
    if tree.lower[extraction.predicate[0]] == "among":
        return "be among"
    copula = any(tree.dep[t] == "cop" for t in extraction.predicate)
    if extraction.method == "classifier" and tree.pos[verb] in ("NOUN", "PROPN"):
        return _role_base(tree, extraction)
    if extraction.method in ROLE_METHODS or (extraction.method == "copula" and not copula):
        return _role_base(tree, extraction)
    if extraction.rule == BESIDE:
        return shared_event_base(tree, extraction)
    if extraction.method == "nominal":
        return _event_base(tree, extraction, frame, verb)
    return _verb_base(tree, extraction, verb, passive, left_out)


def _label(
    tree: Tree, extraction: Extraction, frame: Frame | None, verb: int, base: str, *, passive: bool
) -> str:
    if extraction.rule == BESIDE:
        return event_label(base, extraction)
    if extraction.method == "nominal":
        return event_label(base, extraction) if _event_verb(tree, extraction, frame) else base
    if _is_verbal(tree, extraction, verb):
        kept = [
            t
            for t in _in_order(tree, extraction, verb)
            if tree.tag[t] == "PRP$" or not _is_swallowed(tree, t, verb)
        ]  # "calls her record"
        label = verb_label(tree, extraction, verb, kept, passive=passive) or base
        return f"{label} to" if _takes_to(tree, extraction, verb, label) else label
    return base if extraction.rule in PHRASES else _role_base(tree, extraction, as_written=True)


def _in_order(tree: Tree, extraction: Extraction, verb: int) -> list[int]:
    """The predicate with the preposition of an object that stands before its verb behind it ("In 2021 ... died")."""
    item = extraction.object_head
    ahead = tree.cases(item) if item is not None and item < verb else ()
    ahead = tuple(t for t in ahead if t in extraction.predicate)
    return [*(t for t in extraction.predicate if t not in ahead), *ahead]


def _takes_to(tree: Tree, extraction: Extraction, verb: int, label: str) -> bool:
    """Does the object need a "to": who receives what is in the predicate, or one of two who were married?"""
    item = extraction.object_head
    if item is None or tree.pos[extraction.predicate[-1]] == "ADP":
        return False
    if tree.lower[verb] in ("married", "wed") and any(tree.lemma[t] == "be" for t in extraction.predicate):
        return tree.dep[item] != "obj"
    recipient = first_conjunct(tree, item)
    given = extraction.predicate[-1] > verb and tree.pos[extraction.predicate[-1]] in ("NOUN", "PROPN")
    return given and tree.dep[recipient] == "iobj" and not label.endswith(" to")


def _is_verbal(tree: Tree, extraction: Extraction, verb: int) -> bool:
    """Is the wording that of a verb, and not of a role, a phrase or an event?"""
    if extraction.rule in PHRASES or extraction.method in ROLE_METHODS or extraction.method == "nominal":
        return False
    if extraction.method == "classifier" and tree.pos[verb] in ("NOUN", "PROPN"):
        return False
    return extraction.method != "copula" or any(tree.dep[t] == "cop" for t in extraction.predicate)


def _phrase_base(extraction: Extraction) -> str:
    """What joins the two names of a noun phrase, in words."""
    if extraction.rule == "place-of-participle":
        return _PLACED.get(extraction.lemma, f"{extraction.lemma}ed in")
    return f"{extraction.lemma} for" if extraction.rule == "constituency" else extraction.lemma


def _role_base(tree: Tree, extraction: Extraction, *, as_written: bool = False) -> str:
    """ "Chief executive of": a role with whom it is held for; of "three judges of the court" each is a judge of it."""
    shared = tree.label[extraction.subject_head] == "PERSON"
    words = []
    for token in extraction.predicate:
        several = shared and tree.lemma[token] == extraction.lemma and tree.tag[token] in ("NNS", "NNPS")
        counted = shared and tree.pos[token] == "NUM" and tree.tag[token + 1] != "HYPH"
        counted = counted and tree.lemma[token] != extraction.lemma  # but "one of the richest"
        if counted or (tree.pos[token] in ("DET", "PUNCT") and tree.tag[token] != "HYPH"):
            continue
        named = as_written and (tree.is_named(token) or tree.lower[token] in word_class("creeds"))
        words.append(
            singular(tree.lower[token]) if several else tree.text[token] if named else tree.lower[token]
        )
    text = " ".join(words).replace(" - ", "-")
    held = extraction.object is not None and tree.pos[extraction.predicate[-1]] != "ADP"
    return f"{text} of" if held else text


def _event_verb(tree: Tree, extraction: Extraction, frame: Frame | None) -> str | None:
    """The verb that says the same as an event's noun, where the role of the subject is known."""
    sense = roleset(frame.roleset) if frame is not None and frame.roleset else None
    if sense is None or frame is None:
        return None
    subject = _with_role(tree, frame, extraction.subject_head)
    item = None if extraction.object_head is None else _with_role(tree, frame, extraction.object_head)
    cases = () if item is None else tree.cases(item)
    if "between" in (tree.words(cases), tree.lower[extraction.predicate[-1]]):
        return None
    if tree.words(tree.cases(subject)) == "by" and (not cases or tree.words(cases) in ("of", "'s", "’s")):
        known = True
    elif item is None:
        known = subject in (*frame.heads("ARG0"), *frame.heads("ARG1"))
    elif subject in frame.heads("ARG1"):
        known = True
    else:
        known = item in frame.heads("ARG1") and bool(frame.heads("ARG0"))
        direct = tree.words(cases) in _DIRECT or event_class(sense.id, extraction.lemma) == "attack"
        known = known and direct  # who bids for a house does not bid the house
    verbs = [lemma for pos, lemma in sense.aliases if pos == "v"]
    if not known or not verbs:
        return None
    return min(verbs, key=lambda lemma: (lemma != sense.id.partition(".")[0], lemma)).replace("_", " ")


def _with_role(tree: Tree, frame: Frame, head: int) -> int:
    """The one of joined nouns that the role head gave the role which all of them have."""
    known, first = {role.head for role in frame.roles}, head
    while first not in known and tree.dep[first] == "conj" and tree.head[first] < first:
        first = tree.head[first]
    return first


def _event_base(tree: Tree, extraction: Extraction, frame: Frame | None, noun: int) -> str:
    """The verb of an event, passive where its subject is what it is done to, else the noun with its preposition."""
    preposition, verb = tree.lower[extraction.predicate[-1]], _event_verb(tree, extraction, frame)
    if extraction.object_head is None or extraction.predicate[-1] == noun:
        preposition = ""
    if verb is not None and frame is not None:
        if _with_role(tree, frame, extraction.subject_head) not in frame.heads("ARG1"):
            return event_base(verb, passive=False, preposition="")
        sense = roleset(frame.roleset)
        caused = (
            sense is not None and sense.role("ARG0") is not None and verb not in word_class("intransitive")
        )
        return event_base(verb, passive=caused, preposition=preposition)
    return f"{tree.lemma[noun]} {'with' if preposition == 'between' else preposition}".strip()


def _verb_base(tree: Tree, extraction: Extraction, verb: int, passive: bool, left_out: set[int]) -> str:
    """Base form of the first verb, then the rest as it stands; a passive keeps its "be" and its participle."""
    found: list[str] = []
    helped = {tree.head[t] for t in extraction.predicate if tree.dep[t] == "aux:pass"}
    for token in _in_order(tree, extraction, verb):
        if tree.dep[token] == "aux:pass" and token != verb:
            found.append("be")
        elif token in left_out or _is_swallowed(tree, token, verb):
            continue
        elif token in helped:
            found.append(tree.lower[token])
        elif token == verb and passive:
            found.append(f"be {tree.lower[token]}" if not found else tree.lower[token])
        elif tree.pos[token] in ("VERB", "AUX") and (not found or token == verb):
            found.append(_lemma(tree, token) if not _follows_verb(found) else tree.lower[token])
        else:
            word = share(tree, token) or tree.lower[token]
            plural = tree.pos[token] == "NOUN" and tree.dep[token] != "fixed"
            found.append(singular(word) if plural else word)
    return " ".join(found).replace(" - ", "-").removeprefix("to ") or tree.lemma[verb]


def _follows_verb(found: list[str]) -> bool:
    """Does the verb stand behind another that asks for its form ("keep talking")?"""
    return bool(found) and found[-1] != "to"


def _lemma(tree: Tree, token: int) -> str:
    return "be" if tree.dep[token] == "cop" else tree.lemma[token]


def _is_swallowed(tree: Tree, token: int, verb: int) -> bool:
    """Amounts, pronouns and articles that have come into a predicate are no part of its wording."""
    if token != verb and (share(tree, token) or tree.dep[token] == "fixed" or tree.lower[token] in REFLEXIVE):
        return False
    named = tree.is_named(token) and token != verb
    hyphen = tree.tag[token + 1 : token + 2] == ["HYPH"] and tree.label[token + 2 : token + 3] == [""]
    amount = tree.label[token] in VALUE_LABELS and token != verb and not hyphen
    dropped = tree.pos[token] in _DROPPED and tree.tag[token] != "HYPH" and not hyphen
    return amount or named or dropped or (tree.pos[token] == "PRON" and token != verb)
