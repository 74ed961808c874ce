"""Names that a parse has torn apart, or tied to what they are not: titles, roles, appositions."""

from __future__ import annotations

from itertools import pairwise

from ...english.lexicon import FORMS_OF_ADDRESS, IN_LAW, KINSHIP, ROLE_NOUNS
from .arrays import Columns, ancestors

_PARTS = frozenset({"son", "daughter", "father", "mother", "brother", "sister"})
"""First words of "son-in-law" and its like, where they are tokens of their own."""
_REACH = 12
"""Words before and behind "son-in-law" that may hang on it."""
_LONGEST = 60
"""Words of a sentence that are looked at behind a role."""
_DASHES = frozenset({"—", "–", "-", "--"})
_OPENING = frozenset({"“", '"', "``", "‘"})
_DATELINE = 8
"""Words from a place to the dash behind it ("OSLO, May 2 (WFO) —")."""
_CLAUSAL = frozenset({"VERB", "AUX", "PRON", "SCONJ"})


def join_names(columns: Columns) -> None:
    """Make the words of a person's name hang together: on its last word with a governor outside.

    A parser may hang a title on one word of the sentence and the name behind it on another ("Sheikh Omar Haddad").
    """
    for start, end, label in columns.entities:
        if label == "PERSON" and end - start > 1:
            _join_name(columns, start, end)


def _join_name(columns: Columns, start: int, end: int) -> None:
    for token in range(start, end - 1):
        title = columns.lemma[token] in ROLE_NOUNS | KINSHIP | FORMS_OF_ADDRESS
        if columns.dep[token] == "nmod:desc" and start <= columns.head[token] < end and not title:
            columns.dep[token] = "flat"
    outside = [token for token in range(start, end) if not start <= columns.head[token] < end]
    if len(outside) < 2:
        return
    first = outside[-1]
    above = ancestors(columns, first)
    if above is None or any(token in above for token in outside[:-1]):
        return
    for token in range(start, end):
        if token != first and (token in outside or columns.head[token] in outside):
            columns.head[token], columns.dep[token] = first, "flat"


def join_role(columns: Columns, role: int) -> None:
    """ "Prosecutor Holt said", "One hopeful, Ada Lind, says" with two subjects: the second names the first."""
    if not columns.is_subject(role):
        return
    verb = columns.head[role]
    name = next((other for other in columns.subjects[verb] if other > role), None)
    if name is None or columns.pos[name] != "PROPN" or not _may_be_named(columns, role, name):
        return
    between = [token for token in range(role + 1, name) if columns.text[token] != ","]
    if any(not {role, name} & (ancestors(columns, token) or set()) for token in between):
        return
    if columns.text[name - 1] == ",":
        columns.head[name], columns.dep[name] = role, "appos"
        columns.subjects[verb].remove(name)
    else:
        columns.head[role], columns.dep[role] = name, "nmod:desc"
        columns.subjects[verb].remove(role)


def _may_be_named(columns: Columns, role: int, name: int) -> bool:
    if name == role + 1 and columns.lemma[role] in ROLE_NOUNS:
        return True
    common = columns.pos[role] == "NOUN" or columns.lemma[role] in ROLE_NOUNS
    return common and not columns.label[role] and columns.label[name] == "PERSON"


def part_subjects(columns: Columns, noun: int) -> None:
    """ "Leaders of five states met", "Ada Lind and Lars Lund met": the second is no subject, but hangs on the first."""
    verb = columns.head[noun]
    first = columns.subjects.get(verb, [noun])[0]
    if not columns.is_subject(noun) or first >= noun:
        return
    between = [t for t in range(first + 1, noun) if not {first, noun} & (ancestors(columns, t) or set())]
    joined = any(columns.pos[t] == "CCONJ" for t in range(first + 1, noun))
    if (
        joined
        and not any(columns.pos[t] in _CLAUSAL for t in between)
        and columns.label[first] == columns.label[noun]
    ):
        columns.head[noun], columns.dep[noun] = first, "conj"
        columns.subjects[verb].remove(noun)
        return
    case = next(
        (t for t in range(first + 1, noun) if columns.dep[t] == "case" and columns.head[t] == noun), None
    )
    if case is not None and columns.tag[case] == "IN":
        columns.head[noun], columns.dep[noun] = first, "nmod"
        columns.subjects[verb].remove(noun)


def name_title(columns: Columns, noun: int) -> None:
    """ "Trainer Ada Lind": a role before a person is no part of the name."""
    name = columns.head[noun]
    person = columns.label[name] == "PERSON" != columns.label[noun] and columns.pos[noun] == "NOUN"
    if person and noun < name and columns.lemma[noun] in ROLE_NOUNS | KINSHIP:
        columns.dep[noun] = "nmod:desc"


def raise_name(columns: Columns, name: int) -> None:
    """ "Labour leader Ada Lind": a person's name right behind a role heads the phrase, and the role describes it."""
    role = columns.head[name]
    if not _is_role_before(columns, role, name):
        return
    above = columns.head[role]
    if columns.dep[name] == "appos" and columns.dep[role] in ("nsubj", "nsubj:pass"):
        return
    if columns.dep[role] == "nmod:desc":
        verb = columns.head[above]  # "Lund met MP Ada Lind": the role hangs on the subject, across the verb
        if columns.label[above] != "PERSON" or not above < verb < role:
            return
        columns.head[name], columns.dep[name] = verb, "obj"
    else:
        root = above == role
        columns.head[name], columns.dep[name] = name if root else above, columns.dep[role]
    columns.head[role], columns.dep[role] = name, "nmod:desc"
    for token in range(name + 1, _phrase_end(columns, role)):
        if columns.head[token] == role:
            columns.head[token] = name
    for token in range(max(0, role - _REACH), role):
        if columns.head[token] == role and columns.dep[token] in ("case", "cc", "mark", "cop"):
            columns.head[token] = name


def _is_role_before(columns: Columns, role: int, name: int) -> bool:
    common = columns.pos[role] == "NOUN" and not columns.label[role]
    return common and role == name - 1 and columns.tag[role] == "NN" and columns.label[name] == "PERSON"


def _phrase_end(columns: Columns, role: int) -> int:
    """The first word behind that does not hang on the role, within the length of a sentence."""
    last = role
    for token in range(role + 1, min(len(columns.head), role + _LONGEST)):
        if columns.head[token] == role:
            last = token
    return last + 1


def lower_title(columns: Columns, title: int) -> None:
    """ "Lund met Ada Lind MP": what stands right behind a person's name belongs to that person, not to the subject."""
    before = title - 1
    if before < 0 or columns.label[before] != "PERSON" or columns.head[title] >= before:
        return
    name = before
    while columns.dep[name] == "flat" and columns.label[columns.head[name]] == "PERSON":
        name = columns.head[name]
    if columns.head[title] != name and columns.head[title] < name and columns.label[title] != "PERSON":
        columns.head[title] = name


def part_titles(columns: Columns, role: int) -> None:
    """ "Envoy Ada Lind and Berg's aide Lars Lund": each has a role of his own."""
    name = columns.head[role]
    if name < role or columns.label[name] != "PERSON":
        return
    own = (
        t for t in range(role + 1, name) if columns.head[t] == role and columns.dep[t] in ("appos", "flat")
    )
    first = next((t for t in own if columns.label[t] == "PERSON"), None)
    conjunction = next((t for t in range(first or name, name) if columns.pos[t] == "CCONJ"), None)
    if conjunction is None:
        return
    verb = columns.head[name]
    columns.head[role], columns.dep[role] = (role if verb == name else verb), columns.dep[name]
    columns.head[name], columns.dep[name] = role, "conj"
    columns.subjects[verb] = [role if token == name else token for token in columns.subjects.get(verb, ())]
    for token in range(conjunction, name):
        if columns.head[token] == role:
            columns.head[token] = name
            if columns.lemma[token] in ROLE_NOUNS | KINSHIP:
                columns.dep[token] = "nmod:desc"


def raise_apposition(columns: Columns, name: int) -> None:
    """ "The head of the ministry, Ada Lind": a person is not the ministry, but its head."""
    noun = columns.head[name]
    role = columns.head[noun]
    misplaced = columns.label[name] == "PERSON" and columns.label[noun] in (
        "ORG",
        "GPE",
        "NORP",
        "LOC",
        "FAC",
        "PERSON",
    )
    if misplaced and columns.dep[noun] == "nmod" and columns.lemma[role] in ROLE_NOUNS | KINSHIP:
        columns.head[name] = role


def part_appositions(columns: Columns, name: int) -> None:
    """Of two persons in apposition to one role the second, behind an "and", is coordinated."""
    role = columns.head[name]
    if columns.pos[role] != "NOUN" or columns.label[name] != "PERSON":
        return
    between = range(name - 1, role, -1)
    conjunction = next((token for token in between if columns.pos[token] == "CCONJ"), None)
    if conjunction is None or not any(
        columns.head[token] == role and columns.dep[token] == "appos" and columns.label[token] == "PERSON"
        for token in range(role + 1, conjunction)
    ):
        return
    columns.dep[name] = "conj"
    above = ancestors(columns, role) or set()
    for token in range(conjunction, name):
        if columns.head[token] == role and token not in above:
            columns.head[token] = name
            if columns.lemma[token] in ROLE_NOUNS | KINSHIP:
                columns.dep[token] = "nmod:desc"


def set_beside(columns: Columns, noun: int) -> None:
    """ "Ada Lind, a son-in-law of ...": English has no compounds behind their noun, so that a role there stands beside it."""
    name = columns.head[noun]
    beside = (
        columns.dep[noun] == "compound"
        and name < noun
        and any(columns.text[token] == "," for token in range(name + 1, noun))
    )
    if beside and columns.lemma[noun] in ROLE_NOUNS | KINSHIP:
        columns.dep[noun] = "appos"


def part_datelines(columns: Columns) -> None:
    """ "OSLO — The port is closed, Ada Lind said": a place before a dash is where it was written, and no part of the clause."""
    for start in range(len(columns.text)):
        if columns.label[start] not in ("GPE", "LOC") or (start and "\n" not in columns.text[start - 1]):
            continue
        end = start + 1
        while end < len(columns.text) and columns.label[end] == columns.label[start]:
            end += 1
        behind = pairwise(columns.text[end : end + _DATELINE + 1])
        if any(word in _DASHES and (after[0].isupper() or after in _OPENING) for word, after in behind):
            for token in range(start, end):
                if not start <= columns.head[token] < end:
                    columns.dep[token] = "dep"


def join_kinship(columns: Columns) -> None:
    """ "Holt's son-in-law Lars Lund", "Lund, a son-in-law of Holt": what hangs on "law" hangs on "son", and "son" on the name."""
    for token in _kinship_terms(columns):
        _join_kinship(columns, token)


def _kinship_terms(columns: Columns) -> list[int]:
    """The first tokens of "son-in-law" and its like."""
    laws = (token for token, word in enumerate(columns.text) if word == "law" and token > 3)
    return [law - 4 for law in laws if columns.lemma[law - 4] in _PARTS]


def _join_kinship(columns: Columns, kin: int) -> None:
    law = kin + 4
    if columns.text[kin + 1 : law + 1] != IN_LAW:
        return
    if columns.head[kin] == law:
        columns.head[kin], columns.dep[kin] = columns.head[law], columns.dep[law]
        if columns.head[kin] == law:
            columns.head[kin] = kin
    if any(token in (ancestors(columns, kin) or ()) for token in range(kin + 1, law + 1)):
        return
    for token in range(max(0, kin - _REACH), min(len(columns.head), law + _REACH)):
        if columns.head[token] == law and token != law:
            columns.head[token] = kin
    for token, head, dep, tag in (
        (kin + 1, law, "punct", "HYPH"),
        (kin + 2, law, "case", "IN"),
        (kin + 3, law, "punct", "HYPH"),
        (law, kin, "nmod", "NN"),
    ):
        columns.head[token], columns.dep[token], columns.tag[token] = head, dep, tag
    if columns.dep[kin] == "nmod" and columns.label[columns.head[kin]] == "PERSON":
        columns.dep[kin] = "compound"
        set_beside(columns, kin)
    name = law + 1
    if name >= len(columns.head) or columns.label[name] != "PERSON":
        return
    if columns.head[name] != kin and kin not in (ancestors(columns, name) or {kin}):
        columns.head[kin], columns.dep[kin] = name, "nmod:desc"
    owner = columns.head[kin - 1] if kin and columns.tag[kin - 1] == "POS" else kin
    if columns.head[owner] == name != owner:
        columns.head[owner], columns.dep[owner] = kin, "nmod:poss"
