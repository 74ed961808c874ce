"""Mend attachments that a parser gets wrong and that other evidence puts right.

Cases of news prose: a finite verb coordinated with a non-finite one belongs to the finite verb above
("admitted renting a van but refuses to talk"); a reporting verb coordinated with what is reported of a
thing belongs to the reporter ("said the strike was illegal and accused the union"); a role and a name side
by side as two subjects are one; the parts of a name belong to the name, not to the title before it; a
participle joined to its agent by a hyphen describes the noun behind it ("Oman-brokered talks"); of two names
after one role the second, behind an "and", has a role of its own ("envoy A and B's aide C").
"""

from __future__ import annotations

from dataclasses import dataclass

from .lexicon import KINSHIP, ROLE_NOUNS, SPEAKING

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_HYPHENS = frozenset({"-", "‑", "–"})
_CLOSING = frozenset({"”", "''", '"', "’"})
_CLAUSAL = frozenset({"VERB", "AUX", "PRON", "SCONJ"})
_PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a parse that mending reads; ``head`` and ``dep`` are changed in place."""

    text: list[str]
    head: list[int]
    dep: list[str]
    tag: list[str]
    pos: list[str]
    lemma: list[str]
    label: list[str]


def mend(columns: Columns) -> None:
    """Mend the parse in place; the number of roots does not change."""
    subjects, finite = _subjects(columns), _finite(columns)
    for token, dep in enumerate(columns.dep):
        if dep == "conj" and token in finite and token not in subjects:
            _raise_conjunct(columns, token, subjects, finite)
        elif dep == "nsubj":
            _part_subjects(columns, token, subjects)
            _join_role(columns, token, subjects)
            _join_participle(columns, token, subjects)
            _give_back(columns, token, subjects)
            _give_forward(columns, token, subjects)
        elif dep == "appos":
            _part_appositions(columns, token)
            _raise_apposition(columns, token)
        elif dep == "obj":
            _turn_object(columns, token, subjects)
        elif dep == "nmod:desc":
            _part_titles(columns, token, subjects)
        elif dep == "compound" and _is_title(columns, token):
            columns.dep[token] = "nmod:desc"
        elif dep in ("obl", "obl:unmarked"):
            _raise_time(columns, token)


def _finite(columns: Columns) -> set[int]:
    """The predicates that have a finite verb: their own form or an auxiliary."""
    verbs = (token for token, tag in enumerate(columns.tag) if tag in _FINITE)
    return {columns.head[token] if columns.dep[token] in _HELPERS else token for token in verbs}


def _subjects(columns: Columns) -> dict[int, list[int]]:
    """The subjects of each predicate."""
    subjects: dict[int, list[int]] = {}
    for token, dep in enumerate(columns.dep):
        if dep in _SUBJECTS:
            subjects.setdefault(columns.head[token], []).append(token)
    return subjects


def _raise_conjunct(columns: Columns, verb: int, subjects: dict[int, list[int]], finite: set[int]) -> None:
    first = columns.head[verb]
    above = columns.head[first]
    if above == first or columns.pos[above] not in ("VERB", "AUX"):
        return
    verbal = columns.dep[first] == "xcomp" and columns.pos[first] in ("VERB", "AUX")
    if (verbal and first not in finite) or _is_reporter(columns, verb, subjects.get(first, [])):
        columns.head[verb] = above


def _is_reporter(columns: Columns, verb: int, reported: list[int]) -> bool:
    """Does a verb after reported speech speak itself? Then it goes with the reporting verb, unless somebody is reported on."""
    first = columns.head[verb]
    speaks = columns.lemma[verb] in SPEAKING and columns.lemma[columns.head[first]] in SPEAKING
    return (
        columns.dep[first] == "ccomp"
        and speaks
        and not any(_is_somebody(columns, token) for token in reported)
    )


def join_name(columns: Columns, start: int, end: int) -> None:
    """Make the words of a person's name (``start`` to ``end``, exclusive) hang together: on its last word with a governor outside.

    A parser may hang a title on one word of the sentence and the name behind it on another ("Sheikh Omar Haddad").
    """
    outside = [token for token in range(start, end) if not start <= columns.head[token] < end]
    if len(outside) < 2:
        return
    first = outside[-1]
    above = _ancestors(columns, first)
    if above is None or any(token in above for token in outside[:-1]):
        return
    for token in range(start, end):
        if token != first and (token in outside or columns.head[token] in outside):
            columns.head[token], columns.dep[token] = first, "flat"


def _ancestors(columns: Columns, token: int) -> set[int] | None:
    """All words above a token; None for a root."""
    above: set[int] = set()
    while columns.head[token] != token and columns.head[token] not in above:
        token = columns.head[token]
        above.add(token)
    return above or None


def _is_somebody(columns: Columns, subject: int) -> bool:
    return (
        columns.pos[subject] == "PRON"
        or columns.label[subject] in _PEOPLE
        or columns.lemma[subject] in ROLE_NOUNS
    )


def _join_role(columns: Columns, role: int, subjects: dict[int, list[int]]) -> None:
    """ "Prosecutor Holt said", "One hopeful, Ada Lind, says" with two subjects: the second names the first."""
    verb = columns.head[role]
    name = next((other for other in subjects.get(verb, ()) if other > role), None)
    if name is None or columns.pos[name] != "PROPN" or not _may_be_named(columns, role, name):
        return
    between = [token for token in range(role + 1, name) if columns.text[token] != ","]
    if any(not {role, name} & (_ancestors(columns, token) or set()) for token in between):
        return
    if columns.text[name - 1] == ",":
        columns.head[name], columns.dep[name] = role, "appos"
        subjects[verb].remove(name)
    else:
        columns.head[role], columns.dep[role] = name, "nmod:desc"
        subjects[verb].remove(role)


def _may_be_named(columns: Columns, role: int, name: int) -> bool:
    if name == role + 1 and columns.lemma[role] in ROLE_NOUNS:
        return True
    common = columns.pos[role] == "NOUN" or columns.lemma[role] in ROLE_NOUNS
    return common and not columns.label[role] and columns.label[name] == "PERSON"


def _part_subjects(columns: Columns, noun: int, subjects: dict[int, list[int]]) -> None:
    """ "Leaders of five states met", "Ada Lind and Lars Lund met": the second is no subject, but hangs on the first."""
    verb = columns.head[noun]
    first = subjects.get(verb, [noun])[0]
    if first >= noun:
        return
    between = [t for t in range(first + 1, noun) if not {first, noun} & (_ancestors(columns, t) or set())]
    joined = any(columns.pos[t] == "CCONJ" for t in range(first + 1, noun))
    if (
        joined
        and not any(columns.pos[t] in _CLAUSAL for t in between)
        and columns.label[first] == columns.label[noun]
    ):
        columns.head[noun], columns.dep[noun] = first, "conj"
        subjects[verb].remove(noun)
        return
    case = next(
        (t for t in range(first + 1, noun) if columns.dep[t] == "case" and columns.head[t] == noun), None
    )
    if case is not None and columns.tag[case] == "IN":
        columns.head[noun], columns.dep[noun] = first, "nmod"
        subjects[verb].remove(noun)


def _is_title(columns: Columns, noun: int) -> bool:
    """ "Trainer Ada Lind": a role before a person is no part of the name."""
    name = columns.head[noun]
    person = columns.label[name] == "PERSON" != columns.label[noun] and columns.pos[noun] == "NOUN"
    return person and noun < name and columns.lemma[noun] in ROLE_NOUNS | KINSHIP


def _part_titles(columns: Columns, role: int, subjects: dict[int, list[int]]) -> None:
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
    subjects[verb] = [role if token == name else token for token in subjects.get(verb, ())]
    for token in range(conjunction, name):
        if columns.head[token] == role:
            columns.head[token] = name
            if columns.lemma[token] in ROLE_NOUNS | KINSHIP:
                columns.dep[token] = "nmod:desc"


def _raise_time(columns: Columns, time: int) -> None:
    """ "Broke out on Sunday after they attacked": a day before "after" is when it broke out."""
    verb = columns.head[time]
    if verb < time or columns.dep[verb] != "advcl" or columns.label[time] not in ("DATE", "TIME"):
        return
    if any(
        columns.dep[t] == "mark" and columns.head[t] == verb for t in range(time + 1, min(time + 4, verb))
    ):
        columns.head[time] = columns.head[verb]


def _raise_apposition(columns: Columns, name: int) -> None:
    """ "The head of the ministry, Ada Lind": a person is not the ministry, but its head."""
    noun = columns.head[name]
    role = columns.head[noun]
    misplaced = columns.label[name] == "PERSON" and columns.label[noun] in (
        "ORG",
        "GPE",
        "NORP",
        "LOC",
        "FAC",
    )
    if misplaced and columns.dep[noun] == "nmod" and columns.lemma[role] in ROLE_NOUNS | KINSHIP:
        columns.head[name] = role


def _join_participle(columns: Columns, agent: int, subjects: dict[int, list[int]]) -> None:
    """Read as a clause, "Oman-brokered talks collapsed" has its verb in the wrong place."""
    verb = columns.head[agent]
    if (
        verb != agent + 2
        or columns.text[agent + 1] not in _HYPHENS
        or columns.tag[verb] not in ("VBN", "VBD")
    ):
        return
    noun = _next_noun(columns, verb)
    if noun is None:
        return
    above, dep = columns.head[verb], columns.dep[verb]
    clause = _verb_after(columns, noun, verb, subjects)
    top = noun if clause is None else clause
    for token in (
        t for t, head in enumerate(columns.head) if head == verb and t not in (agent, agent + 1, verb)
    ):
        columns.head[token] = top
    if clause is not None:
        columns.head[noun], columns.dep[noun] = clause, "nsubj"
    if top != above:
        columns.head[top], columns.dep[top] = (top if above == verb else above), dep
    columns.head[verb], columns.dep[verb], columns.tag[verb] = noun, "amod", "VBN"
    columns.dep[agent] = "compound"


def _next_noun(columns: Columns, verb: int) -> int | None:
    """The last noun of the run right after the participle."""
    noun = None
    for token in range(verb + 1, min(verb + 6, len(columns.head))):
        if columns.pos[token] in ("NOUN", "PROPN"):
            noun = token
        elif columns.pos[token] != "ADJ":
            break
    return noun


def _verb_after(columns: Columns, noun: int, verb: int, subjects: dict[int, list[int]]) -> int | None:
    """The finite verb that the noun is left without subject for."""
    above = columns.head[verb]
    for token in range(noun + 1, min(noun + 30, len(columns.head))):
        finite = columns.pos[token] == "VERB" and columns.tag[token] in (*_FINITE, "VBN")
        if (
            finite
            and token not in subjects
            and (token == above or columns.head[token] in (verb, above, columns.head[above]))
        ):
            return token
    return None


def _part_appositions(columns: Columns, name: int) -> None:
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
    above = _ancestors(columns, role) or set()
    for token in range(conjunction, name):
        if columns.head[token] == role and token not in above:
            columns.head[token] = name
            if columns.lemma[token] in ROLE_NOUNS | KINSHIP:
                columns.dep[token] = "nmod:desc"


def _give_back(columns: Columns, subject: int, subjects: dict[int, list[int]]) -> None:
    """ "“... I want answers,” said a member": the subject behind a reporting verb that has none is its own."""
    verb = columns.head[subject]
    if verb > subject or len(subjects.get(verb, ())) < 2:
        return
    for cue in range(subject - 1, max(verb, subject - 6), -1):
        speaks = columns.pos[cue] == "VERB" and columns.lemma[cue] in SPEAKING and cue not in subjects
        if speaks and subject not in (_ancestors(columns, cue) or ()):
            columns.head[subject] = cue
            subjects[verb].remove(subject)
            subjects[cue] = [subject]
            return


def _give_forward(columns: Columns, subject: int, subjects: dict[int, list[int]]) -> None:
    """ "“We are glad and are leaving,” spokesman Lars Lund told the press": a subject behind a quotation speaks."""
    verb = columns.head[subject]
    if verb > subject or not any(columns.text[t] in _CLOSING for t in range(verb + 1, subject)):
        return
    for cue in range(subject + 1, min(subject + 12, len(columns.head))):
        if columns.pos[cue] == "VERB" and cue not in subjects and cue != verb:
            columns.head[subject] = cue
            subjects[verb].remove(subject)
            subjects[cue] = [subject]
            return
        if subject not in (_ancestors(columns, cue) or ()) and columns.text[cue] != ",":
            return


def _turn_object(columns: Columns, item: int, subjects: dict[int, list[int]]) -> None:
    """ "“...,” reads the letter": what stands behind an inverted reporting verb is its subject."""
    cue = columns.head[item]
    if cue in subjects or cue > item or columns.lemma[cue] not in SPEAKING or columns.tag[cue] not in _FINITE:
        return
    if any(
        columns.head[token] == cue and columns.dep[token] == "ccomp" for token in range(max(0, cue - 40), cue)
    ):
        columns.dep[item] = "nsubj"
        subjects[cue] = [item]
