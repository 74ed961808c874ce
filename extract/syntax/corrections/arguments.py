"""Arguments that a parse has hung on the wrong word: agents, second objects, names beside the noun they name."""

from __future__ import annotations

from ...english.lexicon import KINSHIP, ROLE_NOUNS
from ...english.word_classes import word_class
from .arrays import Columns, ancestors

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_OF = frozenset({"of", "from", "at", "for", "with"})
"""Prepositions by which a person belongs to a body."""
_REACH = 8


def _dependents(columns: Columns, head: int, dep: str, start: int, end: int) -> list[int]:
    places = range(max(0, start), min(end, len(columns.head)))
    return [t for t in places if columns.head[t] == head and columns.dep[t] == dep and t != head]


def raise_agent(columns: Columns, noun: int) -> None:
    """ "Given to Eva Holm by the mayor", "the arrest of Luka Horvat by the guard": a name does nothing by somebody."""
    holder = columns.head[noun]
    cases = _dependents(columns, noun, "case", holder + 1, noun)
    if not cases or columns.text[cases[0]].lower() != "by":
        return
    own = _dependents(columns, holder, "case", holder - _REACH, holder)
    if columns.pos[holder] != "PROPN" and not any(columns.text[t].lower() == "as" for t in own):
        return
    above = columns.head[holder]
    if columns.dep[holder] == "nmod" and columns.pos[above] == "NOUN":
        columns.head[noun] = above
    elif columns.dep[holder] in ("obl", "obj", "iobj") and _is_passive(columns, above):
        columns.head[noun], columns.dep[noun] = above, "obl:agent"


def _is_passive(columns: Columns, verb: int) -> bool:
    return columns.tag[verb] == "VBN" and bool(_dependents(columns, verb, "aux:pass", verb - _REACH, verb))


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
        or columns.pos[before] not in _NOMINAL
        or first not in (ancestors(columns, before) or ())
    ):
        return
    if columns.label[second] in _NAMES and columns.pos[before] == "NOUN":
        columns.head[second], columns.dep[second] = before, "appos"
        columns.subjects[verb].remove(second)
    elif columns.pos[second] == "NOUN" and columns.pos[before] == "PROPN":
        columns.head[second], columns.dep[second] = columns.head[before], columns.dep[before]
        for token in range(max(0, before - _REACH), before):
            if columns.head[token] == before and columns.dep[token] in ("case", "det"):
                columns.head[token] = second
        columns.head[before], columns.dep[before] = second, "compound"
        columns.subjects[verb].remove(second)


def part_objects(columns: Columns, item: int) -> None:
    """ "Met Spanish minister Ana Ruiz", "sent Luka Horvat 300 dollars": of two objects the first is a title or a recipient."""
    verb = columns.head[item]
    first = next(iter(_dependents(columns, verb, "obj", verb + 1, item)), None)
    if first is None:
        return
    if columns.label[item] == "PERSON" and columns.pos[first] == "NOUN" and item == first + 1:
        columns.head[first], columns.dep[first] = item, "nmod:desc"
    elif columns.lemma[verb] in word_class("giving") and _receives(columns, first, item):
        columns.dep[first] = "iobj"


def _receives(columns: Columns, first: int, item: int) -> bool:
    """Is the first object somebody, with nothing but the parts of a noun phrase before the second?"""
    somebody = columns.label[first] in _NAMES or columns.pos[first] == "PRON"
    return somebody and not any(columns.pos[t] in ("PUNCT", "CCONJ", "VERB") for t in range(first + 1, item))


def part_flat(columns: Columns, name: int) -> None:
    """ "Labour leader Ed Miliband", "the main port Durres": a common noun before a name is no part of it."""
    noun = columns.head[name]
    if columns.pos[noun] != "NOUN" or columns.label[noun] or columns.label[name] not in _NAMES or name < noun:
        return
    if columns.label[name] != "PERSON" or columns.lemma[noun] not in ROLE_NOUNS | KINSHIP:
        columns.dep[name] = "appos"
        return
    above = columns.head[noun]
    columns.head[name], columns.dep[name] = (name if above == noun else above), columns.dep[noun]
    columns.head[noun], columns.dep[noun] = name, "nmod:desc"
    columns.subjects[above] = [name if token == noun else token for token in columns.subjects.get(above, ())]
    for token in range(name + 1, min(name + _REACH, len(columns.head))):
        if columns.head[token] == noun:
            columns.head[token] = name


def raise_headline_subject(columns: Columns, name: int) -> None:
    """ "Nokia hires Ann Lee": a finite verb has no compounds, but a subject; so has one that a bare name opens."""
    verb = columns.head[name]
    finite = columns.pos[verb] == "VERB" and columns.tag[verb] in ("VBZ", "VBD")
    if columns.dep[name] == "obl" and (verb != name + 1 or _dependents(columns, name, "case", 0, verb)):
        return
    named = columns.label[name] in _NAMES or (columns.pos[name] == "PROPN" and not columns.label[name])
    if finite and name < verb and named and not columns.subjects.get(verb):
        columns.dep[name] = "nsubj"
        columns.subjects[verb] = [name]


def name_capitals(columns: Columns) -> None:
    """ "IS fighters fled": an auxiliary in capitals among small letters is a name."""
    for token, pos in enumerate(columns.pos):
        if pos == "AUX":
            _name_capitals(columns, token)


def _name_capitals(columns: Columns, token: int) -> None:
    text, following = columns.text[token], token + 1
    if (
        len(text) < 2
        or not text.isalpha()
        or not text.isupper()
        or following >= len(columns.text)
        or columns.text[following].isupper()
    ):
        return
    columns.pos[token], columns.tag[token] = "PROPN", "NNP"
    if columns.pos[following] == "NOUN" and columns.head[following] == columns.head[token]:
        columns.head[token], columns.dep[token] = following, "compound"
    elif columns.dep[token] in ("aux", "aux:pass", "cop"):
        columns.dep[token] = "nsubj"


def join_causative(columns: Columns, item: int) -> None:
    """ "Roth had Wu arrested": what hangs on the auxiliary is the object of the verb behind it."""
    auxiliary = columns.head[item]
    if (
        columns.dep[auxiliary] != "aux"
        or columns.lemma[auxiliary] != "have"
        or not auxiliary < item < columns.head[auxiliary]
    ):
        return
    verb = columns.head[auxiliary]
    columns.head[item] = verb
    for token in _dependents(columns, verb, "nsubj:pass", verb - 30, verb):
        columns.dep[token] = "nsubj"


def raise_relative(columns: Columns, clause: int) -> None:
    """ "The runner from Eldoret, who trains in Bergen": a place is no "who"."""
    place = columns.head[clause]
    if columns.label[place] not in _PLACES or not any(
        columns.text[t].lower() in ("who", "whom") for t in range(place + 1, clause)
    ):
        return
    above = columns.head[place]
    if columns.dep[place] == "nmod":
        columns.head[clause] = above
        return
    subject = next((s for s in columns.subjects.get(above, ()) if s < place), None)
    if subject is not None:
        columns.head[clause] = subject


def part_group(columns: Columns, name: int) -> None:
    """ "A duo from Norway, Ola Lund and Per Vik, sang": persons joined to a place name the group before it."""
    place = columns.head[name]
    if (
        columns.label[name] != "PERSON"
        or columns.label[place] not in ("GPE", "LOC")
        or columns.dep[place] != "nmod"
    ):
        return
    noun = columns.head[place]
    if columns.pos[noun] != "NOUN" or not any(columns.text[t] == "," for t in range(place + 1, name)):
        return
    others = _dependents(columns, place, "conj", name + 1, name + _REACH)
    columns.head[name], columns.dep[name] = noun, "appos"
    for other in others:
        columns.head[other] = name


def lower_affiliation(columns: Columns, noun: int) -> None:
    """ "Tess Moana and Paul Meyer of the ARC": what stands behind the last name belongs to it."""
    first = columns.head[noun]
    if columns.label[first] != "PERSON" or noun < first:
        return
    cases = _dependents(columns, noun, "case", first + 1, noun)
    names = [t for t in _dependents(columns, first, "conj", first + 1, noun) if columns.label[t] == "PERSON"]
    if names and cases and cases[0] > names[-1] and columns.text[cases[0]].lower() in _OF:
        columns.head[noun] = names[-1]


def give_object(columns: Columns, clause: int) -> None:
    """ "To buy Kelda Motors would ruin the firm": between an infinitive and its verb stands the infinitive's object."""
    verb = columns.head[clause]
    if columns.tag[clause] not in ("VB", "VBG") or _dependents(columns, clause, "obj", clause + 1, verb):
        return
    item = next((s for s in columns.subjects.get(verb, ()) if clause < s < verb), None)
    if item is not None:
        columns.head[item], columns.dep[item] = clause, "obj"
        columns.subjects[verb].remove(item)
