"""Arguments that a parse has hung on the wrong word: agents, second objects, names beside the noun they name."""

from __future__ import annotations

from newsgraph.graph.model.record import VALUE_LABELS

from ...english.lexicon import KINSHIP, ROLE_NOUNS
from ...english.semantic_classes import noun_type
from ...english.word_classes import word_class
from .arrays import Columns, ancestors, dependents

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT"})
BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
NOMINAL = frozenset({"NOUN", "PROPN"})
_OF = frozenset({"of", "from", "at", "for", "with"})
"""Prepositions by which a person belongs to a body."""
REACH = 8
_CLOSE = 24
_NEAR = 6
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})

_ACTIVE = frozenset({"VBD", "VBZ", "VBP", "VB", "VBG"})

_OPENING = frozenset({"case", "compound", "det", "amod", "nmod:poss", "nummod", "nmod:desc"})
_WITHIN = frozenset({"compound", "det", "amod"})


def raise_agent(columns: Columns, noun: int) -> None:
    """ "Given to Eva Holm by the mayor", "the arrest of Luka Horvat by the guard": a name does nothing by somebody."""
    holder = columns.head[noun]
    cases = dependents(columns, noun, "case", holder + 1, noun)
    for title in dependents(columns, noun, "nmod:desc", holder + 1, noun):  # "by Princess Ida"
        cases += dependents(columns, title, "case", holder + 1, noun)
    if not cases or columns.text[cases[0]].lower() != "by":
        return
    own = dependents(columns, holder, "case", holder - REACH, holder)
    if columns.pos[holder] != "PROPN" and not any(columns.text[t].lower() == "as" for t in own):
        return
    above = columns.head[holder]
    if columns.dep[holder] == "nmod" and columns.pos[above] == "NOUN":
        columns.head[noun] = above
    elif columns.dep[holder] in ("obl", "obj", "iobj") and _is_passive(columns, above):
        columns.head[noun], columns.dep[noun], columns.head[cases[0]] = above, "obl:agent", noun


def _is_passive(columns: Columns, verb: int) -> bool:
    return columns.tag[verb] == "VBN" and bool(dependents(columns, verb, "aux:pass", verb - REACH, verb))


def part_objects(columns: Columns, item: int) -> None:
    """ "Met Spanish minister Ana Ruiz", "sent Luka Horvat 300 dollars", "made trade a priority".

    Of two objects the first is a title or a recipient, or the second is what the first is made or called.
    """
    verb = columns.head[item]
    both = dependents(columns, verb, "obj", verb + 1, item) + dependents(
        columns, verb, "iobj", verb + 1, item
    )
    first = next(iter(both), None)
    if first is None:
        return
    several = columns.dep[first] == "iobj" and columns.tag[first] == "NNS"  # "told reporters Lund had left"
    if columns.label[item] == "PERSON" and columns.pos[first] == "NOUN" and item == first + 1 and not several:
        columns.head[first], columns.dep[first] = item, "nmod:desc"
    elif any(columns.pos[t] in ("PUNCT", "CCONJ", "VERB") for t in range(first + 1, item)):
        return
    elif columns.lemma[verb] in word_class("giving") and _is_somebody(columns, first):
        columns.dep[first] = "iobj"
    elif columns.lemma[verb] in word_class("naming") and columns.label[item] not in VALUE_LABELS:
        columns.dep[item] = "xcomp"


def _is_somebody(columns: Columns, noun: int) -> bool:
    named = columns.label[noun] in NAMES or columns.pos[noun] == "PRON"
    return named or noun_type(columns.lemma[noun]) in ("PERSON", "ORG")


def part_flat(columns: Columns, name: int) -> None:
    """ "Labour leader Ed Miliband", "the main port Durres": a common noun before a name is no part of it."""
    noun = columns.head[name]
    if columns.pos[noun] != "NOUN" or columns.label[noun] or columns.label[name] not in NAMES or name < noun:
        return
    if columns.label[name] != "PERSON" or columns.lemma[noun] not in ROLE_NOUNS | KINSHIP:
        columns.dep[name] = "appos"
        return
    above = columns.head[noun]
    columns.head[name], columns.dep[name] = (name if above == noun else above), columns.dep[noun]
    columns.head[noun], columns.dep[noun] = name, "nmod:desc"
    columns.subjects[above] = [name if token == noun else token for token in columns.subjects.get(above, ())]
    for token in range(name + 1, min(name + REACH, len(columns.head))):
        if columns.head[token] == noun:
            columns.head[token] = name


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
    """ "Roth had Wu arrested": what stands between "had" and the participle is the object, however it is parsed."""
    have = columns.head[item]
    if columns.lemma[have] != "have":
        have = next(iter(dependents(columns, have, "aux", item - _NEAR, item)), item)
    verb = columns.head[have]
    if columns.dep[have] != "aux":
        verb = next(iter(dependents(columns, have, "xcomp", item + 1, item + _NEAR)), have)
    if columns.lemma[have] != "have" or not have < item < verb or columns.tag[verb] != "VBN":
        return
    before = range(max(0, have - _CLOSE), have)
    first = [t for t in before if columns.head[t] in (have, verb) and columns.dep[t] in _SUBJECTS]
    if columns.dep[item] != "obj" and not first:
        return
    governor = verb if columns.dep[have] == "aux" else have
    columns.head[item], columns.dep[item] = governor, "obj"
    columns.subjects[governor] = first[-1:]
    for token in first:
        columns.head[token], columns.dep[token] = governor, "nsubj"


def read_participle(columns: Columns, noun: int) -> None:
    """ "Had Omar Said shot": what somebody has another is no noun, but a participle spelt like one."""
    verb = columns.head[noun]
    items = dependents(columns, verb, "obj", verb + 1, noun)
    if columns.lemma[verb] != "have" or columns.pos[noun] != "NOUN" or columns.tag[noun] != "NN" or not items:
        return
    if noun == items[0] + 1 or columns.label[noun - 1]:
        columns.pos[noun], columns.tag[noun] = "VERB", "VBN"


def stretch_edges(columns: Columns, inside: list[int]) -> tuple[str, str]:
    """The marks around a stretch of tokens, which may count as its own."""
    before = inside[0] - (columns.text[inside[0]] != ",")
    after = inside[-1] + (columns.text[inside[-1]] != ",")
    return columns.text[max(0, before)], columns.text[after] if after < len(columns.text) else "."


def part_pair(columns: Columns, noun: int) -> None:
    """ "The core of the plan, new rules on rent, faces a vote": two nouns without "and" between commas are one thing."""
    first = columns.head[noun]
    if not first < noun or {columns.pos[first], columns.pos[noun]} - NOMINAL:
        return
    if columns.label[first] == columns.label[noun] != "":
        return
    reach = range(first + 1, min(noun + _CLOSE, len(columns.head)))
    group = {noun, *(t for t in reach if columns.dep[t] == "conj" and columns.head[t] in (first, noun))}
    if len(group) > 1 or any(columns.dep[t] in ("cc", "case") and columns.head[t] == noun for t in reach):
        return
    inside = [t for t in reach if t == noun or noun in (ancestors(columns, t) or ())]
    last = inside[-1] + (columns.text[inside[-1]] != ",")
    joined = [word.lower() for word in columns.text[last + 1 : last + 2]] in (["and"], ["or"])
    if stretch_edges(columns, inside) in ((",", ","), (",", ".")) and not joined:
        columns.dep[noun] = "appos"


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
    others = dependents(columns, place, "conj", name + 1, name + REACH)
    columns.head[name], columns.dep[name] = noun, "appos"
    for other in others:
        columns.head[other] = name


def lower_description(columns: Columns, noun: int) -> None:
    """ "Ada Lind, head of Kelda Nurses, a union": what is nobody is no description of a person, but of the body before it."""
    person = columns.head[noun]
    if columns.label[person] != "PERSON" or noun < person or columns.label[noun]:
        return
    if columns.pos[noun] != "NOUN" or noun_type(columns.lemma[noun]) in ("", "PERSON"):
        return
    commas = [t for t in dependents(columns, noun, "punct", person, noun) if columns.text[t] == ","]
    named = next((e for e in columns.entities if commas and e[0] <= commas[0] - 1 < e[1]), None)
    if named is None or named[2] not in BODIES:
        return
    body = next(t for t in range(named[0], named[1]) if columns.head[t] not in range(named[0], named[1]))
    if person in (ancestors(columns, body) or ()):
        columns.head[noun] = body


def lower_affiliation(columns: Columns, noun: int) -> None:
    """ "Tess Moana and Paul Meyer of the ARC": what stands behind the last name belongs to it."""
    first = columns.head[noun]
    if columns.label[first] != "PERSON" or noun < first:
        return
    cases = dependents(columns, noun, "case", first + 1, noun)
    names = [t for t in dependents(columns, first, "conj", first + 1, noun) if columns.label[t] == "PERSON"]
    role = cases[0] - 1 if cases else first
    if columns.dep[role] == "appos" and columns.head[role] == first and columns.pos[role] == "NOUN":
        columns.head[noun] = role  # "Grace Adeyemi, captain of Lagos Queens"
        return
    if names and cases and cases[0] > names[-1] and columns.text[cases[0]].lower() in _OF:
        columns.head[noun] = names[-1]


def give_object(columns: Columns, clause: int) -> None:
    """ "To buy Kelda Motors would ruin the firm": between an infinitive and its verb stands the infinitive's object."""
    verb = columns.head[clause]
    if columns.tag[clause] not in ("VB", "VBG") or dependents(columns, clause, "obj", clause + 1, verb):
        return
    item = next((s for s in columns.subjects.get(verb, ()) if clause < s < verb), None)
    if item is not None:
        columns.head[item], columns.dep[item] = clause, "obj"
        columns.subjects[verb].remove(item)


def give_place(columns: Columns, place: int) -> None:
    """ "She left Oslo": a place right behind an active verb, without a preposition, is its object."""
    verb = columns.head[place]
    first = place
    while first - 1 > verb and columns.head[first - 1] == place and columns.dep[first - 1] in _WITHIN:
        first -= 1
    if (
        first != verb + 1
        or columns.label[place] not in ("GPE", "LOC", "FAC")
        or columns.tag[verb] not in _ACTIVE
    ):
        return
    end = min(len(columns.head), place + REACH)
    if not dependents(columns, verb, "obj", verb + 1, end) and not _is_passive(columns, verb):
        columns.dep[place] = "obj"


def give_item(columns: Columns, noun: int) -> None:
    """ "The bridge connects the two towns": a noun right behind an active verb, without a preposition, is its object."""
    verb = columns.head[noun]
    inside = range(verb + 1, noun)
    if (
        columns.tag[verb] not in _ACTIVE
        or columns.pos[verb] != "VERB"
        or columns.pos[noun] not in NOMINAL
        or columns.label[noun] in VALUE_LABELS
        or columns.lemma[verb] in word_class("intransitive")
    ):
        return
    near = all(noun in (ancestors(columns, t) or ()) for t in inside) and len(inside) < REACH
    own = [
        t for t in inside if columns.head[t] == noun and columns.dep[t] == "case" and columns.tag[t] != "POS"
    ]
    behind = range(verb + 1, min(len(columns.head), noun + REACH))
    taken = [
        t for t in behind if columns.head[t] == verb and columns.dep[t] in ("obj", "iobj", "xcomp", "ccomp")
    ]
    if verb < noun and near and inside and not own and not taken and not _is_passive(columns, verb):
        columns.dep[noun] = "obj"


def lower_to_infinitive(columns: Columns, noun: int) -> None:
    """ "Met to agree on the plan": what stands right behind an infinitive is an argument of it, not of the verb above."""
    verb, first = columns.head[noun], noun
    while first - 1 > verb and columns.head[first - 1] == noun and columns.dep[first - 1] in _OPENING:
        first -= 1
    infinitive = first - 1
    above = columns.head[infinitive] == verb and columns.dep[infinitive] in ("advcl", "xcomp")
    opened = columns.dep[first] == "case" and columns.tag[infinitive] == "VB"
    to = dependents(columns, infinitive, "mark", infinitive - 2, infinitive)
    if above and opened and to and columns.label[noun] not in VALUE_LABELS:
        columns.head[noun] = infinitive


def lower_to_verb(columns: Columns, noun: int) -> None:
    """ "Works for Ford": what a preposition joins to a finite verb is an argument, not a modifier."""
    verb = columns.head[noun]
    if columns.pos[verb] == "VERB" and columns.tag[verb] in ("VBD", "VBZ", "VBP") and verb < noun:
        columns.dep[noun] = "obl"
