"""Subjects that a parse has one too many of, or none."""

from __future__ import annotations

from ...english.lexicon import SPEAKING, THINKING
from ...english.word_classes import word_class
from ..somebody import SOMEBODY
from .arguments import NAMES, NOMINAL, REACH, stretch_edges
from .arrays import Columns, ancestors, dependents

_ITEMS = ("obj", "iobj")
_NEAR = 12
_CLAUSAL = frozenset({"case", "cop", "nsubj", "nsubj:pass", "aux", "mark", "parataxis", "acl:relcl", "conj"})
"""Relations of what a name that is no subject may have."""


def join_second_subject(columns: Columns, first: int) -> None:
    """ "A fire on the ferry Aurora killed nine", "the helper of a Sona Travels bus fled": no verb has two subjects."""
    verb = columns.head[first]
    second = next((other for other in columns.subjects.get(verb, ()) if other > first), None)
    if second is None or not columns.is_subject(first):
        return
    start = second
    while (
        start - 1 > first
        and columns.head[start - 1] == second
        and columns.dep[start - 1] in ("compound", "flat")
    ):
        start -= 1
    before = start - 1
    if (
        before <= first
        or columns.pos[before] not in NOMINAL
        or first not in (ancestors(columns, before) or ())
    ):
        return
    if columns.label[second] in NAMES and columns.pos[before] == "NOUN":
        columns.head[second], columns.dep[second] = before, "appos"
        columns.subjects[verb].remove(second)
    elif columns.pos[second] == "NOUN" and columns.pos[before] == "PROPN":
        columns.head[second], columns.dep[second] = columns.head[before], columns.dep[before]
        for token in range(max(0, before - REACH), before):
            if columns.head[token] == before and columns.dep[token] in ("case", "det"):
                columns.head[token] = second
        columns.head[before], columns.dep[before] = second, "compound"
        columns.subjects[verb].remove(second)


def lower_reported_subject(columns: Columns, first: int) -> None:
    """ "Lund sued the yard, her lawyer said": the first of two subjects of a report is the subject of what is reported."""
    cue = columns.head[first]
    speaker = next((other for other in columns.subjects.get(cue, ()) if other > first), None)
    if speaker is None or columns.lemma[cue] not in SPEAKING or not columns.is_subject(first):
        return
    for said in range(first + 1, min(speaker, cue)):
        if columns.head[said] == cue and columns.dep[said] == "ccomp" and said not in columns.subjects:
            columns.head[first] = said
            columns.subjects[cue].remove(first)
            columns.subjects[said] = [first]
            return


def drop_late_subject(columns: Columns, subject: int) -> None:
    """ "The court granted bail to the bank chairman Otto Krug": a verb with its subject before it has none behind it.

    In "we knew it was late, said the owner" the subject behind is that of the verb that reports. Who stands right behind
    a past tense that has no object is its object: "the jury convicted Otto Krug".
    """
    verb = columns.head[subject]
    earlier = [s for s in columns.subjects.get(verb, ()) if s < verb]
    report = columns.head[verb]
    if subject < verb or not earlier:
        return
    if verb < report < subject and columns.lemma[report] in SPEAKING and not columns.subjects.get(report):
        columns.head[subject] = report
        columns.subjects[report] = [subject]
    elif columns.lemma[verb] not in SPEAKING:
        columns.dep[subject] = "obj" if _is_object(columns, verb, subject) else "parataxis"
    else:
        return
    columns.subjects[verb] = earlier


def _is_object(columns: Columns, verb: int, name: int) -> bool:
    """Does a name follow a past tense without anything but its own words between, and is no other object told?"""
    own = all(columns.head[t] == name for t in range(verb + 1, name))
    told = any(dependents(columns, verb, dep, verb + 1, verb + _NEAR) for dep in _ITEMS)
    return own and not told and columns.tag[verb] == "VBD" and columns.label[name] in NAMES


def set_beside(columns: Columns, second: int) -> None:
    """ "The heart of the plan, strict rules on gas, faces a court": of two subjects the one between commas is set beside the first."""
    verb = columns.head[second]
    first = columns.subjects.get(verb, [second])[0]
    if not first < second < verb or not columns.is_subject(second):
        return
    inside = [t for t in range(first + 1, verb) if t == second or second in (ancestors(columns, t) or ())]
    edges = stretch_edges(columns, inside)
    if edges == (",", ",") and {columns.pos[first], columns.pos[second]} <= NOMINAL:
        columns.head[second], columns.dep[second] = first, "appos"
        columns.subjects[verb].remove(second)


def raise_headline_subject(columns: Columns, name: int) -> None:
    """ "Nokia hires Ann Lee": a finite verb has no compounds or owner, but a subject; so has one that a bare name or a capital opens."""
    verb = columns.head[name]
    finite = columns.pos[verb] == "VERB" and columns.tag[verb] in ("VBZ", "VBD")
    if columns.dep[name] == "obl" and (verb != name + 1 or dependents(columns, name, "case", 0, verb)):
        return
    named = columns.label[name] in NAMES or (columns.pos[name] == "PROPN" and not columns.label[name])
    named = named or (columns.pos[name] == "NOUN" and columns.text[name][0].isupper())
    if finite and name < verb and named and not columns.subjects.get(verb):
        columns.dep[name] = "nsubj"
        columns.subjects[verb] = [name]


def give_subject(columns: Columns, infinitive: int) -> None:
    """ "Pushed for the council to build it": what stands between "for" and "to" is the subject of the infinitive."""
    before = range(max(0, infinitive - REACH), infinitive)
    own = [t for t in before if columns.head[t] == infinitive and t != infinitive]
    marks = [t for t in own if columns.dep[t] == "mark"]
    if [columns.text[t].lower() for t in marks] != ["for", "to"] or infinitive in columns.subjects:
        return
    above = columns.head[infinitive]
    for noun in range(marks[0] + 1, marks[1]):
        if columns.head[noun] == above and columns.dep[noun] in ("obl", "obj", "nmod", "iobj"):
            columns.head[noun], columns.dep[noun] = infinitive, "nsubj"
            columns.subjects[infinitive] = [noun]
            if columns.dep[infinitive] == "xcomp":
                columns.dep[infinitive] = "advcl"
            return


def part_at_comma(columns: Columns, name: int) -> None:
    """ "According to Lund, Vardo SA sold it": a name behind a comma is no part of the one before it, but the missing subject."""
    before = columns.head[name]
    verb = columns.head[before]
    if columns.dep[before] != "obl" or not before < name < verb or verb not in columns.finite:
        return
    parted = "," in columns.text[before:name] and "," not in columns.text[name:verb]
    if parted and columns.label[name] in NAMES and columns.label[before] and not columns.subjects.get(verb):
        columns.head[name], columns.dep[name] = verb, "nsubj"
        columns.subjects[verb] = [name]


def give_content_subject(columns: Columns, said: int) -> None:
    """ "Lund said the yard, which she owned, had closed": the noun between "said" and a finite verb is that verb's subject."""
    verb = columns.head[said]
    if (
        columns.lemma[verb] not in SPEAKING | THINKING
        or said not in columns.finite
        or said in columns.subjects
    ):
        return
    speakers = columns.subjects.get(verb, [])
    aside = columns.text[verb - 1] == ","  # "Krug, said the owner, was late"
    late = [t for t in speakers if verb < t < said] if speakers[:1] < [verb] and not aside else []
    items = late or dependents(columns, verb, "obj", verb + 1, said)
    marked = dependents(columns, said, "mark", verb, said) or dependents(columns, said, "expl", verb, said)
    if len(items) == 1 and not marked:
        columns.head[items[0]], columns.dep[items[0]] = said, "nsubj"
        columns.subjects[said] = items
        columns.subjects[verb] = [t for t in speakers if t not in items]


def _takes_bare_verb(lemma: str) -> bool:
    return lemma in word_class("sensing") or lemma in word_class("bare_complements") or lemma == "help"


def give_gerund(columns: Columns, item: int) -> None:
    """ "The poll showed Holm leading Lund", "saw her leave": who stands between a verb and a gerund or bare verb does it."""
    verb = columns.head[item]
    above = columns.head[verb]
    somebody = columns.label[item] in NAMES or columns.tag[item] == "PRP"
    bare = columns.tag[verb] == "VBG" or (
        columns.tag[verb] == "VB" and _takes_bare_verb(columns.lemma[above])
    )
    if not (above < item < verb and somebody and bare) or columns.dep[verb] not in ("ccomp", "xcomp"):
        return
    own = any(columns.head[t] == verb and columns.dep[t] in ("mark", "aux") for t in range(above, verb))
    if columns.pos[above] == "VERB" and not own and not columns.subjects.get(verb):
        columns.dep[item] = "nsubj"
        columns.subjects[verb] = [item]


def raise_headline_infinitive(columns: Columns, verb: int) -> None:
    """ "Norvik to buy Kelda": alone in its sentence, a name with an infinitive right behind it is who is to do so."""
    name = columns.head[verb]
    if (
        name > verb
        or columns.head[name] != name
        or columns.label[name] not in SOMEBODY
        or columns.pos[name] != "PROPN"
    ):
        return
    to = name + 1
    while to < verb and columns.dep[to] == "flat" and columns.head[to] == name:
        to += 1
    own = [
        t
        for t in range(max(0, name - _NEAR), min(len(columns.head), verb + _NEAR))
        if columns.head[t] == name
    ]
    if columns.tag[to] != "TO" or columns.head[to] != verb or any(columns.dep[t] in _CLAUSAL for t in own):
        return
    passive = any(columns.head[t] == verb and columns.dep[t] == "aux:pass" for t in range(to, verb))
    columns.head[verb], columns.dep[verb] = verb, "ROOT"
    columns.head[name], columns.dep[name] = verb, "nsubj:pass" if passive else "nsubj"
    columns.subjects[verb] = [name]


def part_clauses(columns: Columns, verb: int) -> None:
    """ "Lund advised Kelda and Krug advised Robur": a past tense with an object has the joined name before it as its subject."""
    name = verb - 1
    while columns.dep[name] == "flat":
        name = columns.head[name]
    item = columns.head[name]
    main = columns.head[item]
    if columns.tag[verb] != "VBD" or verb in columns.subjects or columns.pos[name] not in NOMINAL:
        return
    if columns.dep[name] != "conj" or columns.dep[item] not in _ITEMS or not main < item < name:
        return
    joins = dependents(columns, name, "cc", item, name)
    behind = [t for dep in _ITEMS for t in dependents(columns, verb, dep, verb + 1, verb + _NEAR)]
    if not joins or not behind or main not in columns.finite or columns.head[verb] not in (main, item, name):
        return
    columns.head[verb], columns.dep[verb] = main, "conj"
    columns.head[name], columns.dep[name] = verb, "nsubj"
    columns.subjects[verb] = [name]
    for join in joins:
        columns.head[join] = verb
