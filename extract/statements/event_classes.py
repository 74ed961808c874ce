"""Kinds of events, by the sense of their predicate: FrameNet and VerbNet classes of its roleset, else its lemma."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ..english.rolesets import roleset
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class

MOST_FRAMES = 3
"""A roleset of more FrameNet frames than this is too vague to tell an event by."""

_TABLE = "event_classes.tsv"


def event_class(sense: str | None, lemma: str) -> str | None:
    """The kind of event a predicate tells of, or None.

    >>> event_class("bomb.01", "bomb"), event_class(None, "resignation"), event_class(None, "be")
    ('attack', 'resignation', None)
    """
    lemmas, frames, classes = _tables()
    found = lemmas.get(lemma)
    own = roleset(sense) if sense else None
    if own is None:
        return found
    by_frame = [frames[name] for name in own.framenet if name in frames]
    if len(own.framenet) > MOST_FRAMES or 2 * len(by_frame) <= len(
        own.framenet
    ):  # most of its frames tell otherwise
        by_frame = []
    if found is not None and (found in by_frame or not by_frame):
        return found
    if by_frame:
        return by_frame[0]
    return next((classes[name] for name in map(_class, own.verbnet) if name in classes), None)


def _class(name: str) -> str:
    """A VerbNet class without its subclasses ("attack-60.1-1")."""
    return "-".join(name.split("-")[:2])


_OF_PERSONS = frozenset({"dismissal", "appointment", "release"})
_AMBIGUOUS = frozenset({"hit", "strike", "beat", "storm"})
_BY_OBJECT = frozenset({"win", "lose"})
"""Verbs that leave it to a common noun behind them what is won or lost."""
_OF_ELECTIONS = frozenset({"seat", "primary", "majority"})
_BY_RELATION = {"wounded": "injury", "attacked": "attack", "killed": "killing", "defeated": "contest"}


def kind_of_event(
    found: str | None,
    lemma: str,
    relation: str | None,
    labels: tuple[str | None, ...],
    noun: str | None = None,
) -> str | None:
    """Correct a class by the relation of the statement, the labels of its two sides and the noun that is its object.

    >>> kind_of_event("contest", "beat", "wounded", ("PERSON",)), kind_of_event("dismissal", "dismiss", None, ())
    ('injury', None)
    >>> [kind_of_event("contest", "win", None, (None,), noun) for noun in ("election", "race", "licence")]
    ['election', 'contest', None]
    """
    if relation in _BY_RELATION:
        return _BY_RELATION[relation]
    if lemma in _AMBIGUOUS:  # a storm hits, a ball strikes the post
        return None
    if lemma == "attack" and relation is None and (noun is not None or "PERSON" in labels):
        return None  # with words, as far as can be told
    if lemma in _BY_OBJECT and noun is not None:
        if noun in _OF_ELECTIONS:
            return "election"
        return "contest" if noun in word_class("prizes") else event_class(None, noun)
    if found in _OF_PERSONS and "PERSON" not in labels and (noun is None or noun_type(noun) != "PERSON"):
        return None
    return found


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Classes by lemma, by FrameNet frame and by VerbNet class."""
    found: dict[str, dict[str, str]] = {"lemma": {}, "framenet": {}, "verbnet": {}}
    text = (files("newsgraph.extract.english") / "data" / _TABLE).read_text("utf8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, source, members = line.split("\t")
            for member in members.split():
                found[source].setdefault(member, name)
    return found["lemma"], found["framenet"], found["verbnet"]
