"""Relations of the schema: recognised by the words of a predicate and the kinds of things it joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.knowledge.schema import TEXT, Trigger
from newsgraph.graph.model.record import VALUE_LABELS

from ..english.lexicon import ROLE_NOUNS
from ..english.role_classes import OTHER_ROLE
from .senses import Ends, fits_sense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from newsgraph.graph.knowledge.schema import Schema

    from ..statements import Extraction

AMOUNTS = frozenset({"CARDINAL"})
"""Labels of amounts, which stand for things not named ("killed nine")."""

GAP_PREPOSITIONS = frozenset({"to", "from", "for", "of", "with", "in", "on", "against", "at"})
"""Prepositions behind "*" in a trigger, which stands for the nouns of a folded object."""

_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_FUNCTIONS = _AUXILIARIES | {"mark", "expl", "det", "nmod:poss", "punct", "nummod", "cc"}
_MEASURING = frozenset({"compound", "amod", "nmod", "nmod:unmarked"})
_CONTENT = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_DROPPED = frozenset({"DET", "PUNCT", "PRON", "SPACE", "NUM", "CCONJ"})
_OFFICES = ROLE_NOUNS | {"successor", "candidate", "nominee"}
_CLIMB = 6


def find_relation(
    schema: Schema, doc: Doc, extraction: Extraction, subject_label: str | None, object_label: str | None
) -> str | None:
    """Name the relation that subject and object of an extraction stand in, in this direction, or None.

    ``subject_label`` and ``object_label`` are the labels of the entities they refer to, empty or None for
    plain phrases. Whether the statement is denied or only planned makes no difference here.
    """
    if extraction.object_head is None:
        return None
    subject, item = doc[extraction.subject_head], doc[extraction.object_head]
    ends = Ends(_word(doc, extraction), subject, subject_label or "", item, object_label or "")
    for trigger in _triggers(doc, extraction):
        for relation in schema.meanings.get(trigger, ()):
            fits = _fits(relation.domain, subject_label, subject) and _fits(
                relation.range, object_label, item
            )
            if fits and fits_sense(relation.name, ends):
                return relation.name
    return None


def _word(doc: Doc, extraction: Extraction) -> Token:
    """The word of the predicate that carries it."""
    tokens = [doc[i] for i in extraction.predicate]
    return _content(tokens, extraction.lemma) or tokens[-1]


def _fits(allowed: frozenset[str], label: str | None, token: Token) -> bool:
    return label in allowed or (TEXT in allowed and (not label or label in AMOUNTS) and not _is_name(token))


def _is_name(token: Token) -> bool:
    return token.ent_type_ != "" and token.ent_type_ not in AMOUNTS


def _triggers(doc: Doc, extraction: Extraction) -> list[Trigger]:
    """List what the predicate may be in the schema, longest first; it may begin at its content word."""
    tokens = [doc[i] for i in extraction.predicate]
    content = _content(tokens, extraction.lemma)
    if content is not None and content == tokens[0]:
        tokens = [*_modifiers(content), *tokens]
    words = _words(tokens, content)
    if content is None:
        return [Trigger(tuple(word for _, word in words), passive=True)] if words else []
    if _has_other_sense(content):
        return []
    passive = _is_passive(doc, tokens, content, extraction.subject_head)
    found = []
    for start, (place, _) in enumerate(words):
        if place > content.i or (start and words[start - 1][1] in OTHER_ROLE):
            break
        found.append(Trigger(tuple(word for _, word in words[start:]), passive))
    shortened = _with_gap(words, content)
    return [*found, Trigger(shortened, passive)] if shortened else found


def _with_gap(words: list[tuple[int, str]], content: Token) -> tuple[str, ...]:
    """ "Sell yard to" as "sell * to": a verb with whatever noun has come between it and its preposition."""
    after = [word for place, word in words if place > content.i]
    if content.pos_ != "VERB" or len(after) < 2 or after[-1] not in GAP_PREPOSITIONS:
        return ()
    return (content.lemma_.lower(), "*", after[-1])


def _content(tokens: list[Token], lemma: str) -> Token | None:
    """Find the word that carries the predicate; a copula with a noun behind it has none."""
    words = (token for token in tokens if token.pos_ in _CONTENT and token.dep_ not in _AUXILIARIES)
    return next((token for token in words if token.lemma_.lower() == lemma), None)


def _has_other_sense(verb: Token) -> bool:
    """Is this another sense of a verb than the triggers mean?

    To ask whether urges nothing, to deal with something is no agreement, to demonstrate something is no protest, who
    pleads not guilty is not convicted, and to name somebody is to appoint him only to an office or to a task.
    """
    if verb.lemma_ in ("plead", "guilty"):
        return any("not" in (kid.lower_, *(left.lower_ for left in kid.lefts)) for kid in verb.children)
    if verb.pos_ != "VERB" or verb.lemma_ == "deal":
        return verb.pos_ == "VERB"
    if verb.lemma_ == "demonstrate":
        return any(kid.dep_ in ("obj", "ccomp") for kid in verb.rights)
    if verb.lemma_ == "ask":
        return any(mark.lower_ in ("if", "whether") for kid in verb.rights for mark in kid.lefts)
    return verb.lemma_ == "name" and not any(
        (kid.dep_ == "xcomp" and kid.pos_ == "VERB")
        or (kid.lemma_.lower() in _OFFICES and (kid.dep_ in ("xcomp", "obl") or _is_new(kid)))
        for kid in verb.rights
    )


def _is_new(noun: Token) -> bool:
    """ "Named a new mayor", "Brand mayor"; but who names the mayor tells who he is."""
    return noun.dep_ == "obj" and not any(
        left.lower_ in ("the", "this", "that", "those") for left in noun.lefts
    )


def _modifiers(noun: Token) -> list[Token]:
    """The adjectives and nouns right before a noun that belong to its name ("chief executive")."""
    found = [token for token in noun.lefts if token.dep_ in ("amod", "compound") and not _is_name(token)]
    return [token for place, token in enumerate(found) if token.i + len(found) - place == noun.i]


def _words(tokens: list[Token], content: Token | None) -> list[tuple[int, str]]:
    """List places and lemmas without articles, auxiliaries, adverbs, and adjectives of nouns folded in."""
    found = []
    for token in tokens:
        kept = token is content or not (
            token.dep_ in _FUNCTIONS
            or token.pos_ in _DROPPED
            or (token.pos_ in ("ADV", "PART") and token.dep_ not in ("compound:prt", "case"))
            or (token.pos_ == "ADJ" and content is not None and token.i > content.i)
            or (token.ent_type_ in VALUE_LABELS and token.dep_ in _MEASURING)  # "holds a 12 percent stake in"
        )
        if kept:
            found.append((token.i, token.lemma_.lower() if token.pos_ != "ADP" else token.lower_))
        if [word for _, word in found[-2:]] == ["in", "law"] and len(found) > 2:
            place, kin = found[-3]  # "son-in-law" is one word of the schema and several tokens
            found[-3:] = [(place, f"{kin}-in-law")]
    return found


def _is_passive(doc: Doc, tokens: list[Token], content: Token, subject: int) -> bool:
    """Tell whether the subject is what something is done to; where there is an agent, that is the subject."""
    if content.pos_ == "ADJ":
        return any(token.dep_ == "cop" for token in tokens)
    if content.pos_ in ("NOUN", "PROPN") or content.tag_ != "VBN":
        return False
    auxiliaries = {token.dep_ if token.dep_ != "aux" else token.lemma_ for token in tokens}
    link = _link(doc[subject], content)
    if link is None:
        return "aux:pass" in auxiliaries or "have" not in auxiliaries
    return link.dep_ == "nsubj:pass" or (link.dep_ in ("nsubj", "csubj") and "aux:pass" in auxiliaries)


def _link(token: Token, verb: Token) -> Token | None:
    """Find the dependent of the verb that the token is in; None where it stands outside the clause."""
    for _ in range(_CLIMB):
        if token.head == verb:
            return token
        token = token.head
    return None
