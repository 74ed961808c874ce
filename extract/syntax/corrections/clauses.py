"""Clauses and their parts that a parse has hung on the wrong word."""

from __future__ import annotations

from ...english.lexicon import SPEAKING
from ...english.semantic_classes import noun_type
from ...english.word_classes import word_class
from ..somebody import SOMEBODY, is_somebody
from .arguments import NOMINAL
from .arrays import Columns, ancestors, climb, dependents

_CITING = frozenset({"cite", "quote", "invoke"})
_REACH = 60
"""How many words away the verbs of one sentence are looked for."""
_CLAUSAL = frozenset({"ROOT", "ccomp", "parataxis", "advcl"})
_CERTAINLY_FINITE = frozenset({"VBD", "VBZ"})
"""Forms that no infinitive has."""
_NEAR = 12
"""How many words before a verb its auxiliaries are looked for."""
_OF_WHOM = frozenset({"by", "from", "of", "on", "to", "upon", "for"})
"""Prepositions of who asks, tries or is asked behind such a noun ("a call by", "pressure on")."""
_RIVALS = frozenset(
    {"favourite", "favorite", "field", "rest", "side", "holder", "crowd", "seed", "underdog", "outsider"}
)
"""Those who are beaten, beside persons and bodies."""
_PARTING = frozenset({"mark", "aux", "aux:pass", "cop"})
"""Relations of what opens a clause that stays where it is."""


def raise_conjunct(columns: Columns, verb: int) -> None:
    """ "Admitted renting a van but refuses to talk": a finite verb goes on from the finite verb above, not from its complement."""
    if columns.tag[verb] not in _CERTAINLY_FINITE or verb in columns.subjects:
        return
    first = columns.head[verb]
    above = columns.head[first]
    verbal = {columns.pos[first], columns.pos[above]} <= {"VERB", "AUX"}
    if verbal and above != first and columns.dep[first] == "xcomp" and first not in columns.finite:
        columns.head[verb] = above


def raise_predicate(columns: Columns, verb: int) -> None:
    """ "The plan that some called vain could be dropped": a finite verb without a subject says it of the noun above."""
    noun = columns.head[verb]
    if verb in columns.subjects or noun > verb or columns.pos[noun] not in NOMINAL:
        return
    between = range(noun + 1, verb)
    modal = any(columns.head[t] == verb and columns.tag[t] == "MD" for t in between)
    if not modal and verb not in columns.finite:
        return
    own = [t for t in between if columns.head[t] == verb and columns.dep[t] in ("mark", "case", "cop")]
    if own or dependents(columns, noun, "cop", noun - _REACH, noun) or columns.dep[noun] not in _CLAUSAL:
        return
    passive = any(columns.head[t] == verb and columns.dep[t] == "aux:pass" for t in between)
    above = columns.head[noun]
    columns.head[verb], columns.dep[verb] = (verb if above == noun else above), columns.dep[noun]
    columns.head[noun], columns.dep[noun] = verb, "nsubj:pass" if passive else "nsubj"
    columns.subjects[verb] = [noun]


def raise_tense(columns: Columns, verb: int) -> None:
    """ "Said it would open and thanked the staff": behind a modal or an infinitive a past tense goes on from that above.

    What "but" parts may have another tense: "would like to win but lost". Behind the deed of somebody else only words go on:
    in "said Lind would play and scored" it is not told who scored.
    """
    first = columns.head[verb]
    if (
        first > verb
        or columns.pos[verb] != "VERB"
        or verb in columns.subjects
        or not _is_bare(columns, first)
    ):
        return
    between = [t for t in range(first + 1, verb) if columns.head[t] == verb]
    parted = any(columns.dep[t] in _PARTING or columns.text[t] in ("but", "yet", "or") for t in between)
    past = (t for t in climb(columns, first) if columns.tag[t] == "VBD" and columns.pos[t] == "VERB")
    above = next(past, verb)
    if (
        above < first
        and not parted
        and _is_past(columns, verb, first)
        and not _is_doubtful(columns, verb, first)
    ):
        columns.head[verb], columns.tag[verb] = above, "VBD"


def _is_doubtful(columns: Columns, verb: int, first: int) -> bool:
    """May whoever does what comes first do the second, too: somebody, and a deed that is no word, praise or blame?"""
    spoken = SPEAKING | word_class("judging") | word_class("presupposing")
    own = columns.subjects.get(first, ())
    return columns.lemma[verb] not in spoken and any(
        columns.label[t] in SOMEBODY
        or (columns.tag[t] in ("PRP", "WP") and columns.text[t].lower() != "it")
        or noun_type(columns.lemma[t]) in ("PERSON", "ORG")
        for t in own
    )


def _is_bare(columns: Columns, first: int) -> bool:
    """Is it an infinitive, or said with a modal, and no participle?"""
    before = first - _NEAR
    modal = any(columns.tag[t] == "MD" for t in dependents(columns, first, "aux", before, first))
    to = any(columns.tag[t] == "TO" for t in dependents(columns, first, "mark", before, first))
    return (modal and columns.tag[first] != "VBN") or (to and columns.tag[first] == "VB")


def _is_past(columns: Columns, verb: int, first: int) -> bool:
    """Is a verb in the past tense, or tagged as a participle that has an object, which none joined to an infinitive has?"""
    joined = columns.tag[verb] == "VBN" and columns.tag[first] == "VB"
    return columns.tag[verb] == "VBD" or (
        joined and bool(dependents(columns, verb, "obj", verb + 1, verb + _NEAR))
    )


def lower_to_noun(columns: Columns, clause: int) -> None:
    """ "Rejected a call by Lund to end the strike": behind a noun of asking or trying the infinitive says what for."""
    above = columns.head[clause]
    before = clause - _NEAR
    to = next(
        (t for t in dependents(columns, clause, "mark", before, clause) if columns.tag[t] == "TO"), None
    )
    if to is None or columns.tag[clause] != "VB" or above > to or columns.lemma[above] in word_class("using"):
        return
    asked = word_class("urgings") | word_class("pursuits") | word_class("appointments")
    last = to - 1
    while columns.label[last] in ("DATE", "TIME") or columns.label[last + 1] == "DATE":  # "on Friday"
        last -= 1
    for person in (last, *climb(columns, last)):
        noun, dep = columns.head[person], columns.dep[person]
        cases = dependents(columns, person, "case", person - _NEAR, person)[:1]
        if dep == "obl" and cases and columns.lemma[cases[0] - 1] in word_class("urgings"):
            noun = cases[0] - 1  # "put pressure on Lund to sell"
        elif dep != "nmod" or columns.lemma[noun] not in asked:
            continue
        held = cases and columns.text[cases[0]].lower() in _OF_WHOM and columns.pos[noun] == "NOUN"
        if held and above in (person, columns.head[noun]) and is_somebody(columns, person):
            columns.head[person], columns.dep[person] = noun, "nmod"
            columns.head[clause], columns.dep[clause] = noun, "acl"
        return


def raise_result(columns: Columns, clause: int) -> None:
    """ "Stunned the favourites to take the title": who beats somebody takes it, and no favourite."""
    item = columns.head[clause]
    verb = columns.head[item]
    to = dependents(columns, clause, "mark", item + 1, clause)
    led = bool(to) and columns.tag[to[0]] == "TO" and to[0] == item + 1
    rival = noun_type(columns.lemma[item]) in ("PERSON", "ORG") or columns.lemma[item] in _RIVALS
    beaten = columns.dep[item] == "obj" and rival
    if led and beaten and columns.lemma[verb] in word_class("result_infinitive"):
        columns.head[clause], columns.dep[clause] = verb, "advcl"


def join_contrast(columns: Columns, noun: int) -> None:
    """ "Lund, not Berg, won", parsed as an apposition or a modifier: what "not" stands before is set beside the first as a conjunct."""
    first = columns.head[noun]
    if not {columns.pos[first], columns.pos[noun]} <= {"PROPN", "NOUN"} or first > noun:
        return
    before = [t for t in range(first + 1, noun) if columns.head[t] == noun]
    opposed = any(
        columns.text[t] == "not" and columns.dep[t] == "advmod" and columns.tag[t + 1] != "RB" for t in before
    )
    if opposed and not any(columns.dep[t] == "case" for t in before):
        columns.dep[noun] = "conj"


def say_more(columns: Columns, participle: int) -> None:
    """ "The port was closed, Ada Lind said, adding that ..." or "citing a storm": she adds it, not the port."""
    clause = columns.head[participle]
    lemma = columns.lemma[participle]
    told = (
        lemma in _CITING and columns.dep[clause] == "ccomp"
    )  # "reported that she offered to pay, citing a friend"
    if (
        columns.tag[participle] != "VBG"
        or (lemma not in SPEAKING and lemma not in _CITING)
        or (columns.lemma[clause] in SPEAKING and not told)
        or clause > participle
        or dependents(columns, participle, "mark", clause, participle)  # "sorry for suggesting that"
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


def join_as_soon(columns: Columns, clause: int) -> None:
    """ "Will leave as soon as it is paid": three words open one clause of the verb, parsed as an adverb and a comparison."""
    adverb = columns.head[clause]
    first, last = adverb - 1, adverb + 1
    if adverb in (0, columns.head[adverb]) or columns.text[adverb].lower() not in ("soon", "long"):
        return
    if (
        last < len(columns.text)
        and columns.text[first].lower() in ("as", "so")
        and columns.text[last] in ("as", "As")
        and columns.head[first] == adverb
        and (columns.head[last], columns.dep[last]) == (clause, "mark")
    ):
        columns.head[clause] = columns.head[adverb]
        columns.head[first], columns.dep[first] = clause, "mark"
        for token in (adverb, last):
            columns.head[token], columns.dep[token] = first, "fixed"


def open_complement(columns: Columns, adjective: int) -> None:
    """ "Found her not guilty", "called it false": an adjective behind an object is said of that object."""
    verb = columns.head[adjective]
    if columns.pos[adjective] != "ADJ" or verb > adjective:
        return
    if columns.dep[adjective] == "xcomp":
        _part_from_noun(columns, verb, adjective)
        return
    own = {
        columns.dep[t]
        for t in range(verb + 1, min(adjective + 4, len(columns.head)))
        if columns.head[t] == adjective
    }
    item = any(columns.head[t] == verb and columns.dep[t] == "obj" for t in range(verb + 1, adjective))
    if item and own.isdisjoint({"nsubj", "cop", "mark", "expl", "csubj"}):
        columns.dep[adjective] = "xcomp"


def _part_from_noun(columns: Columns, verb: int, adjective: int) -> None:
    """ "Did not call the vote fair": the noun that the parse has made a part of its adjective is the object."""
    noun = adjective - 1
    if columns.lemma[verb] not in word_class("naming") or columns.head[noun] != adjective:
        return
    if columns.dep[noun] != "compound" or columns.pos[noun] != "NOUN":
        return
    for token in range(verb + 1, noun):
        if columns.head[token] == adjective:
            columns.head[token] = noun
    columns.head[noun], columns.dep[noun] = verb, "obj"
