"""Two arguments behind one verb that a parse has run together, and verbs it has taken for nouns."""

from __future__ import annotations

from ...english.lexicon import KINSHIP, ROLE_NOUNS
from ...english.semantic_classes import noun_type
from ...english.temporal.vocabulary import ORDINALS
from ...english.word_classes import word_class
from .arguments import NAMES
from .arrays import Columns, dependents

_REACH = 8
_BARE_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_WITHIN = frozenset({"DET", "ADJ", "NOUN"})
_TOGETHER = frozenset({"compound", "flat", "nmod:desc", "nmod", "appos", "obj", "xcomp", "iobj"})
_CALLED = frozenset({"PERSON", "WORK_OF_ART"})
"""Labels of who is made something; the name of a person may be taken for a title."""
_NAMED = NAMES | {"LAW"}
_COUNTS = frozenset({"MONEY", "QUANTITY", "PERCENT", "CARDINAL"})
_JOINING = frozenset({"and", "while", ",", ";"})


def part_complement(columns: Columns) -> None:
    """ "Elected Jane Park mayor of Seoul", "taught Ben Carr chess": a person and what they are made or given are two arguments."""
    for start, end, label in columns.entities:
        verb = start - 1
        if verb < 0 or columns.pos[verb] != "VERB" or end >= len(columns.text):
            continue
        naming = columns.lemma[verb] in word_class("naming")
        body = label == "ORG" and columns.pos[end] == "DET"  # "handed Kelda Motors a permit"
        giving = columns.lemma[verb] in word_class("giving") and end - start > 1
        giving = giving and (label == "PERSON" or body)
        if (giving or (naming and label in _CALLED)) and not _is_done_to(columns, verb):
            noun = _noun_behind(columns, end)
            if noun is not None and _is_second(columns, (start, end), noun, naming=naming):
                _part(columns, verb, (start, end), noun, naming=naming)


def give_rank(columns: Columns, rank: int) -> None:
    """ "Came second in the race", "ranks first": a place in an order is what somebody comes out as."""
    verb, behind = columns.head[rank], columns.text[rank + 1 : rank + 2]
    placed = columns.lemma[verb] in word_class("ranking") and columns.pos[verb] == "VERB"
    if placed and rank == verb + 1 and columns.text[rank] in {*ORDINALS, "last"} and behind != ["to"]:
        columns.dep[rank], columns.pos[rank], columns.tag[rank] = "xcomp", "ADJ", "JJ"


def _is_done_to(columns: Columns, verb: int) -> bool:
    """ "Was elected Seoul mayor", "a man named Otto Krug"."""
    if dependents(columns, verb, "aux:pass", verb - _REACH, verb):
        return True
    noun = columns.head[verb]
    return (
        columns.dep[verb] in ("acl", "amod", "advcl")
        and columns.tag[verb] == "VBN"
        and columns.head[noun] != noun
    )


def _noun_behind(columns: Columns, start: int) -> int | None:
    """The last noun of what begins here and is no name."""
    last = None
    for token in range(start, min(start + _REACH, len(columns.text))):
        small = columns.pos[token] == "PROPN" and columns.text[token].islower()
        own = token == start and columns.tag[token] == "PRP$"
        if not (small or own) and (
            columns.pos[token] not in _WITHIN or (token > start and columns.pos[token] == "DET")
        ):
            if columns.pos[token] == "PROPN" or columns.label[token]:
                return None
            break
        last = token if small or columns.pos[token] == "NOUN" else None
    return last


def _is_second(columns: Columns, name: tuple[int, int], noun: int, *, naming: bool) -> bool:
    """Do name and noun hang together or on the verb before them, and is the noun what somebody is made or given?"""
    start, end = name
    person = columns.lemma[noun] in ROLE_NOUNS | KINSHIP or noun_type(columns.lemma[noun]) == "PERSON"
    if naming != person and columns.pos[end] != "DET":
        return False
    inside = range(start - 1, noun + 1)
    tops = {t for t in range(start, noun + 1) if columns.head[t] not in range(start, noun + 1)}
    apart = len(tops) == 2 and {columns.dep[t] for t in tops} in (
        ({"obj", "xcomp"},) if naming else ({"iobj", "obj"}, {"obj"})
    )
    return not apart and all(columns.head[t] in inside and columns.dep[t] in _TOGETHER for t in tops)


def _part(columns: Columns, verb: int, name: tuple[int, int], noun: int, *, naming: bool) -> None:
    first = next(t for t in range(*name) if columns.head[t] not in range(*name))
    for token in range(*name):
        if token != first and columns.head[token] not in range(*name):
            columns.head[token], columns.dep[token] = first, "flat"
    columns.head[first], columns.dep[first] = verb, "obj" if naming else "iobj"
    columns.head[noun], columns.dep[noun] = verb, "xcomp" if naming else "obj"
    for token in range(name[1], min(noun + _REACH, len(columns.text))):
        if columns.head[token] in range(*name) and token != noun:
            columns.head[token] = noun
    if columns.tag[verb] == "VBN" and not _helped(columns, verb):
        _make_finite(columns, verb)


def _helped(columns: Columns, verb: int) -> bool:
    return any(dependents(columns, verb, dep, verb - _REACH, verb) for dep in ("aux", "aux:pass"))


def _make_finite(columns: Columns, verb: int) -> None:
    """ "Readers named Lotte Brun chef": with an object and its complement the participle is a past tense."""
    noun = columns.head[verb]
    if columns.dep[verb] == "acl" and columns.head[noun] == noun and noun < verb:
        columns.head[verb], columns.dep[verb] = verb, columns.dep[noun]
        columns.head[noun], columns.dep[noun] = verb, "nsubj"
        columns.tag[verb] = "VBD"
    for subject in dependents(columns, verb, "nsubj:pass", verb - 30, verb):
        columns.dep[subject] = "nsubj"
        columns.tag[verb] = "VBD"


def read_verb(columns: Columns, item: int) -> None:
    """ "Losing the deal cost Kelda 40 million": a noun with a subject before it and an object behind it is a verb.

    So is an adjective that may be a past tense: "the general relieved the colonel".
    """
    verb = columns.head[item]
    past = columns.pos[verb] == "ADJ" and columns.text[verb].endswith("ed")
    if columns.dep[verb] in ("amod", "acl"):
        past = _raise_past(columns, verb, item)
    if not (columns.pos[verb] == "NOUN" or past) or not verb < item:
        return
    subject = next(
        (
            t
            for t in range(max(0, verb - 30), verb)
            if columns.head[t] == verb and columns.dep[t] in _BARE_SUBJECTS
        ),
        None,
    )
    if subject is None or dependents(columns, verb, "cop", subject, item) or _helped(columns, verb):
        return
    columns.pos[verb], columns.tag[verb] = "VERB", "VBZ" if columns.tag[verb] == "NNS" else "VBD"


def _raise_past(columns: Columns, verb: int, item: int) -> bool:
    """ "Act 4 pleased Lund", read as a name with its participle: between two names alone it is a past tense."""
    noun = columns.head[verb]
    alone = columns.head[noun] == noun < verb and {columns.label[noun], columns.label[item]} <= _NAMED
    named = columns.lemma[verb] in word_class("naming") | word_class("giving")
    if not alone or named or not columns.text[verb].endswith("ed") or columns.tag[verb] == "VBG":
        return False
    columns.head[noun], columns.dep[noun] = verb, "nsubj"
    columns.head[verb], columns.dep[verb] = verb, "ROOT"
    columns.subjects[verb] = [noun]
    return True


def read_headline_verb(columns: Columns, name: int) -> None:
    """ "Nokia hires Ann Lee": between two names a plural that is nobody's role is the verb of a headline."""
    verb = columns.head[name]
    before = dependents(columns, verb, "compound", verb - _REACH, verb)
    if (
        columns.tag[verb] != "NNS"
        or columns.head[verb] != verb
        or not before
        or columns.label[verb]
        or {columns.label[before[-1]], columns.label[name]} - NAMES
        or name != verb + 1
    ):
        return
    lemma = columns.lemma[verb]
    others = dependents(columns, name, "conj", name, name + _REACH)
    if others or lemma in ROLE_NOUNS | KINSHIP or noun_type(lemma):
        return
    columns.pos[verb], columns.tag[verb] = "VERB", "VBZ"
    columns.dep[before[-1]], columns.dep[name] = "nsubj", "obj"
    columns.subjects[verb] = [before[-1]]


def part_gap(columns: Columns) -> None:
    """ "Chile sold 40 tonnes and Peru 12 tonnes": a name right before an amount goes on from the verb, which is left out."""
    for start, end, label in columns.entities:
        if label in NAMES and start > 0 and end < len(columns.text) and columns.label[end] in _COUNTS:
            _part_gap(columns, start, end)


def _part_gap(columns: Columns, start: int, end: int) -> None:
    if columns.text[start - 1].lower() not in _JOINING:
        return
    after = end
    while after < len(columns.text) and columns.label[after] == columns.label[end]:
        after += 1
    amount = next((t for t in range(end, after) if columns.head[t] not in range(end, after)), None)
    name = next((t for t in range(start, end) if columns.head[t] not in range(start, end)), None)
    if amount is None or name is None or columns.pos[amount] == "PROPN":
        return
    first = next(
        (
            t
            for t in range(start - 1, max(-1, start - 40), -1)
            if columns.label[t] == columns.label[end] and columns.dep[t] == "obj"
        ),
        None,
    )
    if first is None or columns.pos[columns.head[first]] != "VERB":
        return
    verb = columns.head[first]
    linked = {verb, first, name, amount, *dependents(columns, verb, "iobj", verb, first)}
    if columns.head[name] not in linked or columns.head[amount] not in linked or verb > first:
        return
    columns.head[name], columns.dep[name] = verb, "conj"
    columns.head[amount], columns.dep[amount] = name, "orphan"


def give_joined(columns: Columns, item: int) -> None:
    """ "Killed two people and injured at least 14": what stands behind a joined verb that has no object is its object."""
    verb = columns.head[item]
    joined = next(
        (t for t in reversed(dependents(columns, verb, "conj", verb + 1, item)) if _lacks_object(columns, t)),
        None,
    )
    if joined is not None and dependents(columns, verb, "obj", verb + 1, joined):
        columns.head[item] = joined
        if columns.tag[joined] == "VBN" and columns.tag[verb] == "VBD":
            columns.tag[joined] = "VBD"


def _lacks_object(columns: Columns, verb: int) -> bool:
    if columns.pos[verb] != "VERB" or dependents(columns, verb, "aux:pass", verb - _REACH, verb):
        return False
    return not any(
        columns.head[t] == verb and columns.dep[t] in ("obj", "ccomp", "xcomp", "obl")
        for t in range(verb + 1, min(verb + _REACH, len(columns.text)))
    )
