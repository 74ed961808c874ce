"""Relative clauses that a parse has hung on the wrong noun."""

from __future__ import annotations

from collections.abc import Iterator

from ...english.lexicon import ASKING, KINSHIP, SPEAKING
from ...english.semantic_classes import noun_type
from ...english.verb_subjects import share_of_somebody
from ...english.word_classes import word_class
from .arguments import NOMINAL
from .arrays import Columns, ancestors, climb, dependents

_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_RELATIVE = frozenset({"which", "that", "who"})
_NUMBERS = {"VBZ": "singular", "VBP": "plural"}
_NEAR = 8
_PARTING = frozenset({",", "-", "–", "—"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
_UNLIKE = _PLACES | {"", "PERSON"}
"""Labels of names that a clause with "which" is no likelier to be about than what they hang on."""


def raise_relative(columns: Columns, clause: int) -> None:
    """ "The runner from Eldoret, who trains in Bergen": a place is no "who"."""
    place = columns.head[clause]
    if _who(columns, clause) is None:
        return
    above = columns.head[place]
    if columns.label[place] not in _PLACES and not _is_where_from(columns, place):
        return
    if columns.dep[place] == "nmod":
        columns.head[clause] = above
        return
    subject = next((s for s in columns.subjects.get(above, ()) if s < place), None)
    if subject is not None:
        columns.head[clause] = subject


def _is_where_from(columns: Columns, place: int) -> bool:
    """ "The 31-year-old from Tampere won": a name right behind somebody and "from", whatever its label says."""
    case = next(iter(dependents(columns, place, "case", place - _NEAR, place)), 0)
    subject = case - 1
    someone = subject >= 0 and (columns.lemma[subject] == "old" or _is_somebody(columns, subject))
    return someone and columns.text[case] == "from" and columns.dep[subject] in ("nsubj", "nsubj:pass")


def free_question(columns: Columns, clause: int) -> None:
    """ "Did not say at the briefing who had been hurt": behind a thing or a place, without a comma, "who" asks."""
    noun, pronoun = columns.head[clause], _who(columns, clause)
    verb = columns.head[noun]
    if (
        pronoun is None
        or pronoun - 1 != _end(columns, noun)
        or not verb < noun
        or _is_somebody(columns, noun)
    ):
        return
    told = columns.lemma[verb] in SPEAKING | ASKING and not dependents(columns, verb, "obj", verb, noun)
    if told and columns.dep[noun] in ("obl", "obl:unmarked", "obl:tmod") and _is_plain(columns, noun):
        columns.head[clause], columns.dep[clause] = verb, "ccomp"


def _end(columns: Columns, noun: int) -> int:
    """The last word of the name or noun itself."""
    while noun + 1 < len(columns.head) and columns.dep[noun + 1] == "flat":
        noun += 1
    return noun


def _is_plain(columns: Columns, noun: int) -> bool:
    """Is it no group of persons, which may be a "who" itself?"""
    lemma = columns.lemma[noun]
    return lemma not in word_class("groups") and noun_type(lemma) != "ORG"


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
    told = bool(inside) and end < pronoun and columns.label[inside[-1]] == "PERSON"
    if inside and (told or not group) and _is_somebody(columns, inside[-1]):
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
    verb = columns.head[above]
    if columns.dep[verb] == "acl" and _is_somebody(columns, columns.head[verb]):
        columns.head[clause] = columns.head[verb]  # "Lund, known from the radio, who is accused"
        return
    # "nine nurses were sent to the port, who are treating"
    subject = next((s for s in columns.subjects.get(verb, ()) if s < above), None)
    if columns.dep[above] in ("obl", "obj") and subject is not None and _is_somebody(columns, subject):
        columns.head[clause] = subject


def find_last_person(columns: Columns, clause: int) -> None:
    """ "The guests were Ada Lind, a painter, and Otto Krug, who sang": behind the last name of a list it is his."""
    noun, pronoun = columns.head[clause], _who(columns, clause)
    if pronoun is None or columns.text[pronoun - 1] != "," or columns.label[noun] != "PERSON":
        return
    before = (pronoun - 2, *(ancestors(columns, pronoun - 2) or ()))
    joined = dependents(columns, noun, "conj", noun, pronoun)
    last = next(
        (t for t in reversed(joined) if columns.pos[t] == "PROPN" and columns.label[t] not in _PLACES), None
    )
    if last is not None and last in before and not _is_plural(columns, clause, pronoun):
        columns.head[clause] = last


def _is_plural(columns: Columns, clause: int, start: int) -> bool:
    """Is the verb of the clause plural by its form?"""
    helpers = (t for t in range(start, clause) if columns.head[t] == clause and columns.dep[t] in _HELPERS)
    return any(columns.tag[t] == "VBP" or columns.text[t].lower() == "were" for t in (clause, *helpers))


def find_body(columns: Columns, clause: int) -> None:
    """ "News from the Bank of Norland, which did not announce", "shares in Kelda, which bought": a body does what those do not.

    What things do as well ("a report by the Port Institute, which contained") is left to them.
    """
    noun = columns.head[clause]
    pronoun = next((t for t in range(noun + 1, clause) if columns.text[t].lower() == "which"), None)
    if pronoun is None or columns.text[pronoun - 1] not in _PARTING or columns.pos[clause] != "VERB":
        return
    if columns.subjects.get(clause) != [pronoun] or dependents(columns, clause, "aux:pass", pronoun, clause):
        return
    held = columns.lemma[noun] in word_class("holdings")
    if held and (
        columns.lemma[clause] in word_class("fluctuating") or _is_plural(columns, clause, pronoun)
    ):  # "shares in Kelda, which rose"
        return
    last = pronoun - 2
    while columns.dep[last] == "flat" or (
        columns.label[last] == columns.label[columns.head[last]] == "ORG" and noun < columns.head[last] < last
    ):
        last = columns.head[last]
    plain = columns.tag[noun] == "NN" and not columns.label[noun] and not noun_type(columns.lemma[noun])
    plain = plain and share_of_somebody(columns.lemma[clause]) > 0.5
    named = columns.label[last] == "ORG" or (held and columns.pos[last] == "PROPN")
    if (plain or held) and named and noun in (ancestors(columns, last) or ()):
        columns.head[clause] = last


def agree(columns: Columns, clause: int) -> None:
    """ "The firm with two plants, which employs 300", "the law on offences, like theft, that carry fines": verb and noun agree."""
    noun = columns.head[clause]
    pronoun = next(
        (t for t in columns.subjects.get(clause, ()) if columns.text[t].lower() in _RELATIVE), None
    )
    helpers = [t for t in range(noun + 1, clause) if columns.head[t] == clause and columns.dep[t] in _HELPERS]
    numbers = {_NUMBERS.get(columns.tag[t], "") for t in (clause, *helpers)} - {""}
    if pronoun is None or len(numbers) != 1:
        return
    number = numbers.pop()
    if _number(columns, noun, clause) in (number, "group", ""):
        return
    nearest = next((t for t in range(pronoun - 1, noun, -1) if columns.pos[t] in NOMINAL), noun)
    for start in (nearest, columns.head[noun]):
        found = next((t for t in _up(columns, start) if _agrees(columns, t, clause, number)), noun)
        if found != noun:
            if clause in climb(columns, found):  # the parser took it for a part of the clause
                before = (t for t in range(found - 1, noun, -1) if columns.pos[t] in NOMINAL)
                outside = next((t for t in before if clause not in climb(columns, t)), noun)
                columns.head[found], columns.dep[found] = outside, "nmod"
            columns.head[clause] = found
            return


def _up(columns: Columns, noun: int) -> Iterator[int]:
    """A noun and those before it that it hangs on, also by a participle or an infinitive ("a candidate aiming at voters")."""
    while columns.pos[noun] in NOMINAL or columns.dep[noun] == "acl":
        if columns.pos[noun] in NOMINAL:
            yield noun
        if columns.head[noun] >= noun:
            return
        noun = columns.head[noun]


def _agrees(columns: Columns, noun: int, end: int, number: str) -> bool:
    """Has the noun the number of the verb? Groups and names other than those of places and persons do as singular."""
    if number == "singular" and columns.tag[noun] == "NNP" and columns.label[noun] not in _UNLIKE:
        return True
    return _number(columns, noun, end) in ((number, "group") if number == "singular" else (number,))


def _number(columns: Columns, noun: int, end: int) -> str:
    """Singular, plural or group by the form of a noun; "" for joined nouns and names, which may be either."""
    tag = columns.tag[noun]
    joined = any(columns.head[t] == noun and columns.dep[t] == "conj" for t in range(noun, end))
    if tag in ("NNS", "NNPS"):
        return "plural"
    if tag not in ("NN", "NNP") or joined or columns.label[noun] or columns.dep[noun] == "conj":
        return ""
    several = word_class("groups") | word_class("counted")
    group = noun_type(columns.lemma[noun]) == "ORG" or columns.lemma[noun] in several
    return "group" if group else "singular"


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
    """The pronoun that opens a relative clause about somebody: "who", or "whose" before a relative ("whose son")."""
    for token in range(columns.head[clause] + 1, clause):
        word = columns.text[token].lower()
        if word in ("who", "whom") or (word == "whose" and columns.lemma[columns.head[token]] in KINSHIP):
            return token
    return None


def _heads(columns: Columns, token: int) -> bool:
    return columns.pos[token] in NOMINAL and columns.dep[token] in ("nmod", "conj", "appos", "obl:agent")


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
