"""Relative clauses that a parse has hung on the wrong noun."""

from __future__ import annotations

from ...english.semantic_classes import noun_type
from ...english.word_classes import word_class
from .arguments import NOMINAL
from .arrays import Columns, ancestors, dependents

_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_NEAR = 8
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


def raise_relative(columns: Columns, clause: int) -> None:
    """ "The runner from Eldoret, who trains in Bergen": a place is no "who"."""
    place = columns.head[clause]
    if columns.label[place] not in _PLACES or _who(columns, clause) is None:
        return
    above = columns.head[place]
    if columns.dep[place] == "nmod":
        columns.head[clause] = above
        return
    subject = next((s for s in columns.subjects.get(above, ()) if s < place), None)
    if subject is not None:
        columns.head[clause] = subject


def join_whose(columns: Columns, clause: int) -> None:
    """ "Ada Lind, whose husband Tariq was born in Basra, works": whoever "whose" stands before is the subject of its clause."""
    noun = columns.head[clause]
    whose = next((t for t in range(noun + 1, clause) if columns.text[t].lower() == "whose"), None)
    if whose is None or columns.subjects.get(clause) or not whose < columns.head[whose] < clause:
        return
    owned = columns.head[whose]
    while whose < columns.head[owned] < clause and columns.head[owned] != owned:
        owned = columns.head[owned]
    if columns.head[owned] == noun and columns.dep[owned] in ("appos", "nmod", "nmod:desc", "conj"):
        passive = dependents(columns, clause, "aux:pass", owned, clause)
        columns.head[owned], columns.dep[owned] = clause, "nsubj:pass" if passive else "nsubj"
        columns.subjects[clause] = [owned]


def find_person(columns: Columns, clause: int) -> None:
    """ "Tales of farmers from villages who lost their land", "the times of Ada Lind, who": what is "who" is somebody."""
    noun, pronoun = columns.head[clause], _who(columns, clause)
    if pronoun is None or columns.label[noun] or _is_somebody(columns, noun):
        return
    group = noun_type(columns.lemma[noun]) == "ORG" or columns.lemma[noun] in word_class("groups")
    end = pronoun - 1 if columns.text[pronoun - 1] == "," else pronoun
    inside = [t for t in range(noun + 1, end) if noun in (ancestors(columns, t) or ()) and _heads(columns, t)]
    if inside and not group and _is_somebody(columns, inside[-1]):
        columns.head[clause] = inside[-1]
        return
    above, inner = noun, False
    while columns.dep[above] in ("nmod", "conj") and columns.head[above] < above:
        inner = inner or columns.dep[above] == "nmod"
        above = columns.head[above]
        if inner and _is_somebody(columns, above):
            columns.head[clause] = above
            return
    if group or columns.text[pronoun - 1] != ",":
        return
    verb = columns.head[above]  # "nine nurses were sent to the port, who are treating"
    subject = next((s for s in columns.subjects.get(verb, ()) if s < above), None)
    if columns.dep[above] in ("obl", "obj") and subject is not None and _is_somebody(columns, subject):
        columns.head[clause] = subject


def agree(columns: Columns, clause: int) -> None:
    """ "The firm with two plants, which employs 300": a singular verb has a singular noun, further up where the next has none."""
    noun = columns.head[clause]
    pronoun = next((t for t in range(noun + 1, clause) if columns.text[t].lower() in ("which", "that")), None)
    if pronoun not in columns.subjects.get(clause, ()) or columns.tag[noun] not in ("NNS", "NNPS"):
        return
    helpers = [t for t in range(noun + 1, clause) if columns.head[t] == clause and columns.dep[t] in _HELPERS]
    if "VBZ" not in (columns.tag[t] for t in (clause, *helpers)):
        return
    above = noun
    while columns.dep[above] == "nmod" and columns.head[above] < above:
        above = columns.head[above]
        if columns.tag[above] in ("NN", "NNP") and not any(
            columns.head[t] == above and columns.dep[t] == "conj" for t in range(above, noun)
        ):
            columns.head[clause] = above
            return


def lower_participle(columns: Columns, clause: int) -> None:
    """ "Leaders met on the crisis, offering broad efforts": a participle behind a comma is the subject's, not a thing's."""
    noun = columns.head[clause]
    opening = next((t for t in range(clause - 1, noun, -1) if columns.pos[t] not in ("ADV", "SPACE")), noun)
    if columns.tag[clause] != "VBG" or columns.text[opening] != ",":
        return
    if _is_somebody(columns, noun) and columns.dep[noun] != "obj":
        return
    above = noun
    while columns.dep[above] in ("nmod", "conj", "appos") and columns.head[above] < above:
        above = columns.head[above]
    verb = columns.head[above]
    cases = {columns.text[t].lower() for t in dependents(columns, above, "case", above - _NEAR, above)}
    if (
        columns.dep[above] not in ("obj", "obl")
        or columns.pos[verb] != "VERB"
        or verb > above
        or "with" in cases
    ):
        return
    columns.head[clause], columns.dep[clause] = verb, "advcl"


def _who(columns: Columns, clause: int) -> int | None:
    """The pronoun "who" that opens a relative clause."""
    opening = range(columns.head[clause] + 1, clause)
    return next((t for t in opening if columns.text[t].lower() in ("who", "whom")), None)


def _heads(columns: Columns, token: int) -> bool:
    return columns.pos[token] in NOMINAL and columns.dep[token] in ("nmod", "conj", "appos")


def _is_somebody(columns: Columns, noun: int) -> bool:
    return columns.label[noun] in ("PERSON", "NORP") or (
        not columns.label[noun] and noun_type(columns.lemma[noun]) == "PERSON"
    )


def hang_on_noun(columns: Columns, clause: int) -> None:
    """ "It was Lund who sold the yard": a clause with "who" or "that" as its subject is about the noun, not about the sentence."""
    noun = columns.head[clause]
    subjects = columns.subjects.get(clause, ())
    if columns.pos[noun] in ("NOUN", "PROPN") and any(columns.text[t] in ("who", "that") for t in subjects):
        columns.dep[clause] = "acl:relcl"
