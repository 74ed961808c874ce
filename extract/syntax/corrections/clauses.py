"""Clauses and their parts that a parse has hung on the wrong verb."""

from __future__ import annotations

from ...english.lexicon import ROLE_NOUNS, SAYING_NOUNS, SPEAKING
from ...english.word_classes import word_class
from .arrays import FINITE, Columns, ancestors

_HYPHENS = frozenset({"-", "‑", "–"})
_CLOSING = frozenset({"”", "''", '"', "’"})
_CITING = frozenset({"cite", "quote", "invoke"})
_DUE = frozenset({"start", "open", "begin", "end", "close", "finish", "meet", "leave", "appear", "debut", "resume", "return", "reopen"})  # fmt: skip
_REACH = 60
"""How many words away the verbs of one sentence are looked for."""
_PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def raise_conjunct(columns: Columns, verb: int) -> None:
    """ "Admitted renting a van but refuses to talk", "said the strike was illegal and accused the union": the verb above goes on."""
    if verb not in columns.finite or verb in columns.subjects:
        return
    first = columns.head[verb]
    above = columns.head[first]
    if above == first or columns.pos[above] not in ("VERB", "AUX"):
        return
    verbal = columns.dep[first] == "xcomp" and columns.pos[first] in ("VERB", "AUX")
    if (verbal and first not in columns.finite) or _is_reporter(
        columns, verb, columns.subjects.get(first, [])
    ):
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


def _is_somebody(columns: Columns, subject: int) -> bool:
    return (
        columns.pos[subject] == "PRON"
        or columns.label[subject] in _PEOPLE
        or columns.lemma[subject] in ROLE_NOUNS
    )


def free_content(columns: Columns, clause: int) -> None:
    """ "Reports that Lund left the bank": a verb with an object of its own has no gap, so that "that" opens what is reported."""
    noun = columns.head[clause]
    items = [t for t in range(noun + 1, min(clause + _REACH, len(columns.head))) if columns.head[t] == clause]
    that = next(
        (t for t in items if columns.text[t] == "that" and columns.dep[t] == "obj" and t < clause), None
    )
    own = any(columns.dep[t] == "obj" and t > clause for t in items)
    if that is not None and own and any(columns.dep[t] in ("nsubj", "nsubj:pass") for t in items):
        columns.dep[that], columns.tag[that] = "mark", "IN"
        columns.pos[that] = "SCONJ"
        if columns.dep[clause] == "acl:relcl":
            columns.dep[clause] = "acl"


def join_contrast(columns: Columns, noun: int) -> None:
    """ "Lund, not Berg, won", parsed as an apposition: what "not" stands before is set beside the first as a conjunct."""
    first = columns.head[noun]
    if columns.pos[first] not in ("PROPN", "NOUN") or first > noun:
        return
    before = [t for t in range(first + 1, noun) if columns.head[t] == noun]
    opposed = any(columns.text[t] == "not" and columns.dep[t] == "advmod" for t in before)
    if opposed and not any(columns.dep[t] == "case" for t in before):
        columns.dep[noun] = "conj"


def open_complement(columns: Columns, adjective: int) -> None:
    """ "Found her not guilty", "called it false": an adjective behind an object is said of that object."""
    verb = columns.head[adjective]
    if columns.pos[adjective] != "ADJ" or verb > adjective:
        return
    own = {
        columns.dep[t]
        for t in range(verb + 1, min(adjective + 4, len(columns.head)))
        if columns.head[t] == adjective
    }
    item = any(columns.head[t] == verb and columns.dep[t] == "obj" for t in range(verb + 1, adjective))
    if item and own.isdisjoint({"nsubj", "cop", "mark", "expl", "csubj"}):
        columns.dep[adjective] = "xcomp"


def free_report(columns: Columns, clause: int) -> None:
    """ "Suggestions he had hit Lund", parsed as a relative clause: with an object of its own it tells what is suggested."""
    noun = columns.head[clause]
    items = [t for t in range(noun + 1, min(clause + _REACH, len(columns.head))) if columns.head[t] == clause]
    deps = {columns.dep[t] for t in items if t > clause}
    subject = next((t for t in items if t < clause and columns.dep[t] in ("nsubj", "nsubj:pass")), None)
    whole = not deps.isdisjoint({"obj", "xcomp", "ccomp"}) or any(columns.dep[t] == "cop" for t in items)
    asked = subject is None or columns.tag[subject] in ("WP", "WDT")
    if columns.lemma[noun] in SAYING_NOUNS and whole and not asked:
        columns.dep[clause] = "acl"


def read_due(columns: Columns, preposition: int) -> None:
    """ "Is due to start", parsed as "due to" and a noun: a bare word for an event on a timetable is what is due to happen."""
    word = columns.head[preposition]
    if columns.text[preposition] != "due" or columns.lemma[word] not in _DUE:
        return
    to = preposition + 1
    own = [t for t in range(max(0, word - 12), word) if columns.head[t] == word]
    bare = not any(columns.dep[t] in ("det", "amod", "nmod:poss", "compound") for t in own)
    if bare and word == to + 1 and any(columns.dep[t] == "cop" for t in own):
        columns.dep[preposition], columns.tag[word], columns.pos[word] = "mark", "VB", "VERB"


def raise_as(columns: Columns, noun: int) -> None:
    """ "Described the claim that he hit Lund as a lie": it is the claim that is described, not the hitting."""
    inner = columns.head[noun]
    held = columns.head[inner]
    verb = columns.head[held]
    described = columns.lemma[verb] in word_class("describing") and columns.dep[held] == "obj"
    as_ = any(columns.text[t] == "as" and columns.head[t] == noun for t in range(inner + 1, noun))
    if columns.dep[inner] in ("acl", "acl:relcl") and described and as_:
        columns.head[noun] = verb


def raise_time(columns: Columns, time: int) -> None:
    """ "Broke out on Sunday after they attacked": a day before "after" is when it broke out."""
    verb = columns.head[time]
    if verb < time or columns.dep[verb] != "advcl" or columns.label[time] not in ("DATE", "TIME"):
        return
    if any(
        columns.dep[t] == "mark" and columns.head[t] == verb for t in range(time + 1, min(time + 4, verb))
    ):
        columns.head[time] = columns.head[verb]


def join_participle(columns: Columns, agent: int) -> None:
    """Read as a clause, "Oman-brokered talks collapsed" has its verb in the wrong place."""
    verb = columns.head[agent]
    if (
        not columns.is_subject(agent)
        or verb != agent + 2
        or columns.text[agent + 1] not in _HYPHENS
        or columns.tag[verb] not in ("VBN", "VBD")
    ):
        return
    noun = _next_noun(columns, verb)
    if noun is None:
        return
    above, dep = columns.head[verb], columns.dep[verb]
    placed = (
        above != verb and columns.dep[noun] == "nsubj" and verb not in (ancestors(columns, noun) or {verb})
    )
    clause = None if placed else _verb_after(columns, noun, verb)
    top = noun if clause is None else clause
    for token in (
        t for t, head in enumerate(columns.head) if head == verb and t not in (agent, agent + 1, verb)
    ):
        columns.head[token] = top
    if clause is not None:
        columns.head[noun], columns.dep[noun] = clause, "nsubj"
    if top != above and not placed:
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


def _verb_after(columns: Columns, noun: int, verb: int) -> int | None:
    """The finite verb that the noun is left without subject for."""
    above = columns.head[verb]
    for token in range(noun + 1, min(noun + 30, len(columns.head))):
        finite = columns.pos[token] == "VERB" and columns.tag[token] in (*FINITE, "VBN")
        if (
            finite
            and token not in columns.subjects
            and (token == above or columns.head[token] in (verb, above, columns.head[above]))
        ):
            return token
    return None


def give_back(columns: Columns, subject: int) -> None:
    """ "“... I want answers,” said a member": the subject behind a reporting verb that has none is its own."""
    verb = columns.head[subject]
    if not columns.is_subject(subject) or verb > subject or len(columns.subjects[verb]) < 2:
        return
    for cue in range(subject - 1, max(verb, subject - 6), -1):
        speaks = columns.pos[cue] == "VERB" and columns.lemma[cue] in SPEAKING and cue not in columns.subjects
        if speaks and subject not in (ancestors(columns, cue) or ()):
            columns.head[subject] = cue
            columns.subjects[verb].remove(subject)
            columns.subjects[cue] = [subject]
            return


def give_forward(columns: Columns, subject: int) -> None:
    """ "“We are glad and are leaving,” spokesman Lars Lund told the press": a subject behind a quotation speaks."""
    verb = columns.head[subject]
    if not columns.is_subject(subject) or verb > subject:
        return
    if not any(columns.text[t] in _CLOSING for t in range(verb + 1, subject)):
        return
    for cue in range(subject + 1, min(subject + 12, len(columns.head))):
        if columns.pos[cue] == "VERB" and cue not in columns.subjects and cue != verb:
            columns.head[subject] = cue
            columns.subjects[verb].remove(subject)
            columns.subjects[cue] = [subject]
            return
        if subject not in (ancestors(columns, cue) or ()) and columns.text[cue] != ",":
            return


def turn_object(columns: Columns, item: int) -> None:
    """ "“...,” reads the letter": what stands behind an inverted reporting verb is its subject."""
    cue = columns.head[item]
    if (
        cue in columns.subjects
        or cue > item
        or columns.lemma[cue] not in SPEAKING
        or columns.tag[cue] not in FINITE
    ):
        return
    if any(
        columns.head[token] == cue and columns.dep[token] == "ccomp" for token in range(max(0, cue - 40), cue)
    ):
        columns.dep[item] = "nsubj"
        columns.subjects[cue] = [item]


def say_more(columns: Columns, participle: int) -> None:
    """ "The port was closed, Ada Lind said, adding that ..." or "citing a storm": she adds it, not the port."""
    clause = columns.head[participle]
    lemma = columns.lemma[participle]
    if (
        columns.tag[participle] != "VBG"
        or (lemma not in SPEAKING and lemma not in _CITING)
        or columns.lemma[clause] in SPEAKING
        or clause > participle
    ):
        return
    after = range(participle + 1, min(participle + _REACH, len(columns.head)))
    said = "obj" if lemma in _CITING else "ccomp"
    if not any(columns.head[t] == participle and columns.dep[t] == said for t in after):
        return
    above = ancestors(columns, clause) or set()
    for cue in range(participle - 1, max(-1, participle - _REACH), -1):
        beside = columns.head[cue] == clause and columns.dep[cue] == "parataxis"
        if (cue in above or beside) and columns.lemma[cue] in SPEAKING and cue in columns.finite:
            columns.head[participle] = cue
            return
