"""Classes of predicates: by which two wordings tell of the same kind of thing.

A predicate belongs to its relation of the schema, its PropBank roleset, the FrameNet frames of that roleset and its
event class. "Buy", "acquire" and "the acquisition of" share some of them. Verbs that say little by themselves ("have",
"make", "give") are told by their whole wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..identity import normal_key
from ..knowledge.lexicon import mapping, opposites, titles, verb_families
from ..model.statement import Statement
from .deeds import deed_of

SAME, FRAME, EVENT, OTHER = 1.0, 0.5, 0.0, -0.8
"""What predicates speak for one claim: one relation, roleset or wording; one frame or verb; one class of event; none."""

SAYING = frozenset({"told", "talked_with", "thanked", "congratulated"})
"""Relations of speech: what is said stands in statements of its own."""

SPEECH = "statement"
"""The event class of verbs of speech."""

_LIGHT = frozenset(
    "be have do make get take give go come put keep let want need try seem become remain use call hold see know".split()
)
_EMPTY = frozenset({"be", "do", "get", "give", "have", "make", "put", "take"})
"""Verbs that tell nothing alone."""
_BROAD = frozenset({"statement", "movement", "publication"})
_NAMING = frozenset({"call.01"})
"""Senses in which the object is only whom something is said of: "called Vold" (a liar, very flexible)."""
_OFFICES = frozenset(
    "spokesperson_of ambassador_to envoy_of head_of_government_of head_of_state_of minister_of ceo_of chair_of coach_of "
    "captain_of agent_of deputy_of leader_of founder_of advisor_to lawyer_of member_of plays_for works_for affiliated_with "
    "political_affiliation position_held employs part_of located_in headquartered_in lives_in nationality spouse_of "
    "partner_in_life_of child_of parent_of sibling_of relative_of friend_of educated_at born_in born_on capital_of "
    "borders subsidiary_of holds_share_of author_of partner_of rival_of".split()
)
_LASTING = frozenset(
    {"member_of", "located_in", "part_of", "lives_in", "nationality", "affiliated_with", "born_in", "born_on"}
)
_THINKING = frozenset(
    "mean think know believe hope guess feel suppose wonder say tell agree understand".split()
)
_STANDING = frozenset({"title", "apposition", "role", "classifier", "possessive", "phrase"})
_CANDIDATES = frozenset(
    {"nominee", "candidate", "contender", "member", "one", "man", "woman", "person", "president"}
)


_MISS = "miss"
"""A title that is also the lemma of "missing"."""


@cache
def _frames() -> dict[str, frozenset[str]]:
    return {id: frozenset(names.split()) for id, names in mapping("roleset_frames.tsv.gz").items()}


def is_news(statement: Statement) -> bool:
    """Return whether a statement tells of something that happens, not of an office, a title, a kinship or an age."""
    if statement.lemma == "aged" or years_of(statement) is not None or statement.modality == "conditional":
        return False
    if statement.lemma in _THINKING and statement.object is None:
        return False
    if statement.lemma in _EMPTY and statement.object is None and statement.literal is None:
        return False
    if statement.roleset in _NAMING and statement.preposition is None:
        return False
    if statement.relation in _OFFICES and (statement.roleset is None or statement.relation in _LASTING):
        return False
    if statement.event_class == SPEECH and (statement.relation in SAYING or statement.object is None):
        return statement.literal is not None and statement.relation not in SAYING
    if statement.roleset is not None or statement.event_class is not None:
        return True
    if statement.lemma in _CANDIDATES or (statement.lemma in titles() and statement.lemma != _MISS):
        return False
    return all(piece.method not in _STANDING for piece in statement.evidence)


def years_of(statement: Statement) -> int | None:
    """Return the years of an age: "aged 54", "is 54", "is 54 years old"."""
    written = statement.literal.text if statement.literal else ""
    if statement.lemma == "aged":
        if statement.amount and statement.amount.number is not None:
            return int(statement.amount.number)
        return int(written) if written.isdecimal() and len(written) < _DIGITS else None
    match = _YEARS_OLD.fullmatch(written) if statement.base == "be" else None
    return int(match[1]) if match else None


_YEARS_OLD = re.compile(r"([1-9]\d|10\d)(?:[ -]years?[ -]old)?")
"""What somebody is who "is 54" or "is 54 years old"."""
_DIGITS = 4


def classes_of(statement: Statement) -> dict[str, float]:
    """Return the classes of a statement's predicate, each with how much a predicate that shares it is like this one."""
    found: dict[str, float] = {}
    if statement.event_class is not None and statement.event_class not in _BROAD:
        found[f"event:{statement.event_class}"] = EVENT
    lemma, roleset = normal_key(statement.lemma), statement.roleset
    verb = _verb(statement, lemma)
    if verb in _LIGHT or (roleset is not None and roleset.endswith(".LV")):
        found[f"words:{normal_key(statement.base or statement.predicate)}"] = SAME
        if statement.amount is not None:  # what they count tells their sense: "took 36 seats"
            found |= {f"family:{family}": FRAME for family in verb_families().get(verb, ())}
    elif roleset is not None:
        found |= {f"frame:{frame}": FRAME for frame in _frames().get(roleset, ())}
        found |= {f"family:{family}": FRAME for family in verb_families().get(verb, ())}
        found[f"verb:{verb}"] = FRAME
        found[f"sense:{roleset}"] = SAME
        if statement.base and " " in statement.base:
            found[f"words:{normal_key(statement.base)}"] = SAME
    else:
        found[f"words:{lemma}"] = SAME
    deed = deed_of(statement)
    if deed is not None:
        found[f"deed:{deed.name}"] = FRAME
        found |= {f"event:{deed.event}": EVENT} if deed.event else {}
    if statement.relation is not None and statement.relation not in SAYING:
        found[f"relation:{statement.relation}"] = SAME
    return found


def sides_of(statement: Statement, classes: Iterable[str]) -> tuple[frozenset[int], frozenset[int]]:
    """Return on which sides of opposites the verb of a predicate is, and on which of matters that have two parties.

    No claim has a side n and a side -n: rising and falling. A match is won by one and lost by the other.
    """
    verbs = {*_verbs(classes), "*"}
    verbs |= {f"{verb} {statement.preposition}" for verb in verbs}
    outright, by_party = (opposites(mark) for mark in ("|", "<>"))
    nothing = frozenset[int]()
    return (
        nothing.union(*[outright.get(verb, nothing) for verb in verbs]),
        nothing.union(*[by_party.get(verb, nothing) for verb in verbs]),
    )


def _verbs(classes: Iterable[str]) -> Iterator[str]:
    """Yield the verbs that classes tell: of a noun that of its roleset, of a wording its first."""
    for name in classes:
        kind, _, text = name.partition(":")
        if kind == "verb":
            yield text
        elif kind == "words":
            yield text.partition(" ")[0]
        elif kind in ("sense", "deed"):
            yield text.partition(".")[0].replace("_", " ")


def _verb(statement: Statement, lemma: str) -> str:
    """Return a verb with its particle: to "turn down" is not to "turn", and "take over" says more than "take"."""
    particle = statement.particle
    return f"{lemma.removesuffix(f' {particle}')} {particle}" if particle else lemma


SYMMETRIC = frozenset(
    f"{kind}:{name}"
    for kind, names in (
        ("event", "meeting agreement marriage conflict contest"),
        (
            "relation",
            "met_with negotiated_with signed_agreement_with spouse_of fought merged_with talked_with",
        ),
    )
    for name in names.split()
)
"""Classes in which both sides may change places."""

ONCE = frozenset(
    {
        "event:death",
        "event:birth",
        "event:killing",
        "event:founding",
        "event:marriage",
        "relation:died_on",
        "relation:killed",
    }
)
"""Classes of what happens to somebody once, so that two reports need no date to be of one event."""

SELDOM = frozenset(
    {"relation:signed", "event:acquisition", "event:appointment", "event:dismissal", "event:resignation"}
)
"""Classes of what the same people do to the same thing once in weeks."""

PERSONAL = SELDOM | {"event:arrest"}
"""Classes of what befalls one person or firm seldom: two reports of a few days are of one event, however they tell it."""

REPEATED = frozenset(
    f"event:{name}"
    for name in "contest meeting attack protest payment publication award election conflict sanction".split()
)
"""Classes of what the same people do again and again, so that reports of other weeks are of other events."""
