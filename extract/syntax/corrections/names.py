"""Names that a parse has torn apart, or tied to what they are not: titles, roles, appositions."""

from __future__ import annotations

from ...english.lexicon import FORMS_OF_ADDRESS, KINSHIP, ROLE_NOUNS
from ...english.semantic_classes import noun_type
from ...english.titles import RANKS, is_title
from ...english.word_classes import word_class
from .arguments import BODIES
from .arrays import Columns, ancestors, dependents

_OBLIQUE = frozenset({"obl", "obl:agent", "obl:unmarked", "nmod"})
_BEFORE = frozenset({"compound", "amod", "nummod", "advmod"})
_OPENING = frozenset({"case", "cc", "mark", "cop", "nsubj"})
"""Relations of what stands before a phrase and is the whole phrase's."""
_OWN = frozenset({"det", "nmod:poss"})
_REACH = 12
"""Words before and behind "son-in-law" that may hang on it."""
_LONGEST = 60
"""Words of a sentence that are looked at behind a role."""


def join_names(columns: Columns) -> None:
    """Make the words of a person's name hang together: on its last word with a governor outside.

    A parser may hang a title on one word of the sentence and the name behind it on another ("Sheikh Omar Haddad").
    """
    for start, end, label in columns.entities:
        if label == "PERSON" and end - start > 1:
            _join_name(columns, start, end)


def _join_name(columns: Columns, start: int, end: int) -> None:
    for token in range(start, end - 1):
        title = columns.lemma[token] in KINSHIP | FORMS_OF_ADDRESS or is_title(columns.text[token])
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


def join_oblique_role(columns: Columns, name: int) -> None:
    """ "Lost to rival Ada Lind", read as two arguments: a name without a preposition right behind a role is whose it is."""
    role, verb = name - 1, columns.head[name]
    read_as_verb = columns.dep[role] == "advcl" and columns.pos[role] == "NOUN"
    joined = columns.head[role] == verb and (read_as_verb or columns.dep[role] in _OBLIQUE)
    if not joined or not _is_role_before(columns, role, name) or not _is_person(columns, role):
        return
    cases = dependents(columns, role, "mark" if read_as_verb else "case", role - _REACH, role)
    if cases and all(columns.pos[token] == "ADP" for token in cases):
        columns.dep[name] = "obl" if read_as_verb else columns.dep[role]
        columns.head[role], columns.dep[role] = name, "nmod:desc"
        for token in cases:
            columns.head[token], columns.dep[token] = name, "case"


def raise_name(columns: Columns, name: int) -> None:
    """ "Labour leader Ada Lind": a person's name right behind a role heads the phrase, and the role describes it."""
    role = columns.head[name]
    if not _is_role_before(columns, role, name):
        return
    above, place = columns.head[role], columns.dep[role]
    if columns.dep[name] == "appos" and place in ("nsubj", "nsubj:pass"):
        return
    if place == "nmod:desc":
        verb = columns.head[above]  # "Lund met MP Ada Lind": the role hangs on the subject, across the verb
        if columns.label[above] != "PERSON" or not above < verb < role:
            return
        above, place = verb, "obj"
    for token in range(name + 1, _phrase_end(columns, role)):
        if columns.head[token] == role:
            columns.head[token] = name
    head_phrase(columns, role, name, above, place)


def head_phrase(columns: Columns, role: int, name: int, above: int, place: str) -> None:
    """Let a name head the phrase of the role before it: it hangs on ``above`` by ``place``, with what opens the phrase."""
    columns.head[name], columns.dep[name] = name if above == role else above, place
    columns.head[role], columns.dep[role] = name, "nmod:desc"
    for token in range(max(0, role - _REACH), role):
        if columns.head[token] == role and columns.dep[token] in _OPENING:
            columns.head[token] = name
    if role in columns.subjects:
        columns.subjects[name] = columns.subjects.pop(role)


def join_role_of_conjunct(columns: Columns, name: int) -> None:
    """ "Keeper Otto Krug and striker Lars Lund", read as three: the role right before the last name is that person's."""
    first, role = columns.head[name], name - 1
    if columns.head[role] != first or columns.dep[role] != "conj" or not _is_role_before(columns, role, name):
        return
    columns.head[role], columns.dep[role] = name, "nmod:desc"
    for token in dependents(columns, role, "cc", first, role):
        columns.head[token] = name


def _is_role_before(columns: Columns, role: int, name: int) -> bool:
    title = columns.label[role] == "PERSON" and is_title(columns.text[role])  # "MP Ada Lind" as one name
    common = columns.pos[role] == "NOUN" and (title or not columns.label[role])
    return common and role == name - 1 and columns.tag[role] == "NN" and columns.label[name] == "PERSON"


def _phrase_end(columns: Columns, role: int) -> int:
    """The first word behind that does not hang on the role, within the length of a sentence."""
    last = role
    for token in range(role + 1, min(len(columns.head), role + _LONGEST)):
        if columns.head[token] == role:
            last = token
    return last + 1


def raise_apposition(columns: Columns, name: int) -> None:
    """ "The head of the ministry, Ada Lind", "the first woman to lead the bank, Ada Lind": a person is the head, the woman.

    A person is not the body beside whose name theirs stands.
    """
    body = columns.head[name]
    if columns.label[name] != "PERSON":
        return
    later = _later_role(columns, body, name)
    if later is not None:
        columns.head[name] = later
        return
    if not _is_body(columns, body):
        return
    role = columns.head[body]
    if columns.dep[body] == "nmod" and columns.tag[role] != "NNS" and _is_person(columns, role):
        columns.head[name] = role
    elif columns.dep[body] == "obj" and columns.dep[role] in ("acl", "acl:relcl"):
        person = columns.head[role]
        if noun_type(columns.lemma[person]) == "PERSON" and not columns.label[person]:
            columns.head[name] = person


def _later_role(columns: Columns, role: int, name: int) -> int | None:
    """ "Met the mayor of Oslo, Ada Lind, and the head of the police, Lars Lund": the role right before a name, of two joined."""
    if not _is_person(columns, role):
        return None
    joined = dependents(columns, role, "conj", role + 1, name)
    last = joined[-1] if joined else None
    if last is None or columns.tag[last] != "NN" or not _is_person(columns, last):
        return None
    if not any(columns.head[t] == last and columns.dep[t] in _OWN for t in range(role + 1, last)):
        return None  # "the mayor and chairman, Ada Lind", who is both
    comma = next((t for t in range(name - 1, last, -1) if columns.text[t] == ","), name)
    titled = all(columns.head[t] == name for t in range(comma + 1, name))
    apart = any(
        columns.label[t] == "PERSON" or columns.pos[t] in ("VERB", "CCONJ") for t in range(last, comma)
    )
    return last if comma < name and titled and not apart else None


def raise_person(columns: Columns, person: int) -> None:
    """ "An adviser to start-ups and a former director", "secretary of state and senator": a person stands beside a person."""
    body = columns.head[person]
    role = columns.head[body]
    of = {columns.text[t] for t in dependents(columns, body, "case", role, body)}
    if columns.dep[body] != "nmod" or not role < body < person or not of or not of <= {"of", "to"}:
        return
    joined = dependents(columns, person, "cc", body, person)
    if (
        joined
        and _is_person(columns, role)
        and _is_person(columns, person)
        and not _is_anybody(columns, body)
    ):
        columns.head[person] = role


def _is_anybody(columns: Columns, noun: int) -> bool:
    return columns.label[noun] in ("PERSON", "NORP") or _is_person(columns, noun)


def _is_person(columns: Columns, noun: int) -> bool:
    return not columns.label[noun] and (
        columns.lemma[noun] in ROLE_NOUNS | KINSHIP or noun_type(columns.lemma[noun]) == "PERSON"
    )


def _is_body(columns: Columns, noun: int) -> bool:
    label = columns.label[noun]
    return label in BODIES | {"NORP", "PERSON"} or (not label and noun_type(columns.lemma[noun]) in BODIES)


def raise_case(columns: Columns, title: int) -> None:
    """ "To the clinic chairman Otto Krug": the preposition before a title is that of the name."""
    name = columns.head[title]
    if name < title or columns.dep[name] not in ("obl", "nmod", "obl:agent"):
        return
    for token in range(max(0, title - _REACH), title):
        if columns.head[token] == title and columns.dep[token] == "case" and columns.tag[token] != "POS":
            columns.head[token] = name


def raise_case_of_modifier(columns: Columns, case: int) -> None:
    """ "On Tuesday morning": the preposition before a modifier is that of the noun which the modifier stands before."""
    modifier = columns.head[case]
    noun = columns.head[modifier]
    if not case < modifier < noun or columns.dep[modifier] not in _BEFORE or columns.tag[case] == "POS":
        return
    if columns.dep[noun] not in _OBLIQUE or columns.pos[noun] not in ("NOUN", "PROPN"):
        return
    inside = (noun in (ancestors(columns, token) or ()) for token in range(case + 1, noun))
    if all(inside) and not dependents(columns, noun, "case", case - _REACH, noun):
        columns.head[case] = noun


def raise_case_of_name(columns: Columns) -> None:
    """ "Founded by DJ Ada Lind": the preposition before a name is that of the word which heads the name."""
    for case, dep in enumerate(columns.dep):
        word = columns.head[case]
        if (
            dep == "case"
            and columns.dep[word] == "flat"
            and columns.tag[case] != "POS"
            and case < columns.head[word]
        ):
            columns.head[case] = columns.head[word]


def join_general(columns: Columns, title: int) -> None:
    """ "Deputy Attorney General Eva Holm", "Lt. Gen. Lars Lund": "general" behind another title is one title with it."""
    before, word = title - 1, columns.text[title].lower()
    officer = word.rstrip(".") in RANKS and columns.text[before].lower().rstrip(".") in word_class(
        "degrees_of_rank"
    )
    if before < 0 or not (word == "general" or officer):
        return
    if columns.dep[before] == "nmod:desc" and columns.head[before] == columns.head[title]:
        columns.head[before], columns.dep[before] = title, "compound"


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


def join_title(columns: Columns, last: int) -> None:
    """ "Kelda chief executive Ada Lind" has one title of two words, and Kelda is whose."""
    first = last - 1
    if first < 0 or any(columns.pos[token] != "NOUN" or columns.label[token] for token in (first, last)):
        return
    beside = columns.dep[first] == "nmod:desc" and columns.head[first] == columns.head[last]
    if beside or (columns.dep[first] == "compound" and columns.head[first] == last):
        columns.head[first], columns.dep[first] = last, "compound"
        for token in range(max(0, first - _REACH), first):
            if columns.head[token] == first and (beside or columns.label[token]):
                columns.head[token] = last


def lower_modifier(columns: Columns, adjective: int) -> None:
    """ "Former Kelda president Ada Lind": who is former is the president, not the person."""
    name = columns.head[adjective]
    if not adjective < name or columns.label[name] != "PERSON" or columns.label[adjective] == "PERSON":
        return
    titles = dependents(columns, name, "nmod:desc", adjective + 1, name)
    if titles:
        columns.head[adjective] = titles[-1]
