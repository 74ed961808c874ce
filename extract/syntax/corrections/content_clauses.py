"""Clauses that tell what is said or true ("rumour has it that", "reports that", "the reason is that"), parsed as others."""

from __future__ import annotations

from ...english.lexicon import SAYING_NOUNS
from ...english.word_classes import word_class
from ..somebody import SOMEBODY
from .arrays import Columns, dependents

_REACH = 60
"""How many words away the parts of one sentence are looked for."""
_NEAR = 12
"""How many words before a verb its auxiliaries are looked for."""
_HELD = frozenset({"hear", "hold"})
"""What is done to meetings and cases, for a purpose."""
_UNGUIDED = frozenset({"obj", "obl:unmarked", "mark"})
"""What a parse takes the "that" of a content clause for."""
_SENDING = frozenset(
    {"give", "hand", "mail", "offer", "pass", "post", "read", "send", "show", "teach", "tell", "write"}
)
"""What is done with a text for whom the object names: "the letter that Lund sent Berg"."""
_CALLING = frozenset("call dub label brand term style deem consider spend".split())
"""Verbs that leave a gap beside one object: "the memoir that critics called a masterpiece", "the book that he spent years on"."""
_TRADING = frozenset({"sell", "buy", "cost", "pay", "bring"})
"""Those whose object may be who gets the text: "the story that Lund sold the Herald"."""


def read_has_it(columns: Columns, has: int) -> None:
    """ "Rumour has it that Lund left", read as a noun with an auxiliary: "has" is the verb, and what "that" opens its clause."""
    noun = columns.head[has]
    told = columns.lemma[noun].lower() in word_class("hearsay") and noun == has - 1
    if not told or [text.lower() for text in columns.text[has + 1 : has + 3]] != ["it", "that"]:
        return
    clause = columns.head[has + 2]
    if columns.head[clause] != noun:
        return
    columns.head[has], columns.dep[has] = (
        (has if columns.head[noun] == noun else columns.head[noun]),
        columns.dep[noun],
    )
    columns.pos[has], columns.tag[has] = "VERB", "VBD" if columns.text[has].lower() == "had" else "VBZ"
    columns.head[noun], columns.dep[noun] = has, "nsubj"
    columns.head[clause], columns.dep[clause] = has, "ccomp"
    columns.subjects[has] = [noun]
    for token in range(clause + 1, min(clause + _REACH, len(columns.head))):
        if columns.head[token] == noun and columns.dep[token] == "punct":
            columns.head[token] = has


def part_from_content(columns: Columns, copula: int) -> None:
    """ "The reason is that Lund left", "what is clear is that it was sold": the copula is none of the clause behind "that"."""
    clause = columns.head[copula]
    marks = [t for t in dependents(columns, clause, "mark", copula + 1, clause) if columns.text[t] == "that"]
    if not marks:
        return
    columns.dep[copula] = "dep"
    outer = [s for s in columns.subjects.get(clause, ()) if s < copula]
    for subject in outer:
        columns.dep[subject] = "nsubj:outer"
    columns.subjects[clause] = [s for s in columns.subjects.get(clause, ()) if s not in outer]


def free_content(columns: Columns, clause: int) -> None:
    """ "Reports that Lund left the bank": a verb with an object of its own, or that takes none, has no gap for "that"."""
    noun = columns.head[clause]
    told = SAYING_NOUNS | word_class("hearsay") | word_class("falsehoods") | word_class("texts")
    if columns.lemma[noun] not in told or columns.lemma[clause] in _SENDING:
        return
    items = [t for t in range(noun + 1, min(clause + _REACH, len(columns.head))) if columns.head[t] == clause]
    that = next((t for t in items if columns.text[t] == "that" and t < clause), None)
    own = columns.lemma[clause] in word_class("intransitive")
    own = own or any(columns.dep[t] == "obj" and t > clause for t in items)
    if that is None or columns.dep[that] not in _UNGUIDED or not own:
        return
    claimed = columns.lemma[noun] in SAYING_NOUNS and columns.dep[that] == "obj"
    if not claimed and _leaves_gap(columns, clause, [t for t in items if t > clause]):
        return
    if any(columns.dep[t] in ("nsubj", "nsubj:pass") for t in items):
        columns.dep[that], columns.tag[that] = "mark", "IN"
        columns.pos[that] = "SCONJ"
        if columns.dep[clause] == "acl:relcl":
            columns.dep[clause] = "acl"


def _leaves_gap(columns: Columns, verb: int, behind: list[int]) -> bool:
    """Does a verb that takes two have one object only, so that a story may be the other?"""
    objects = [t for t in behind if columns.dep[t] in ("obj", "iobj", "xcomp")]
    if len(objects) != 1:
        return columns.lemma[verb] == "spend"
    named = columns.label[objects[0]] in SOMEBODY or columns.pos[objects[0]] == "PRON"
    return columns.lemma[verb] in _CALLING or (columns.lemma[verb] in _TRADING and named)


def open_reported(columns: Columns, infinitive: int) -> None:
    """ "Is understood to be leaving": right behind the passive of a verb of report, "to" opens what is reported, no purpose."""
    verb = columns.head[infinitive]
    to = [t for t in dependents(columns, infinitive, "mark", verb + 1, verb + 2) if columns.tag[t] == "TO"]
    told = columns.lemma[verb] in word_class("reported") and columns.lemma[verb] not in _HELD
    if to and told and dependents(columns, verb, "aux:pass", verb - _NEAR, verb):
        columns.dep[infinitive] = "xcomp"
