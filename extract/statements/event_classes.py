"""Kinds of events, by the sense of their predicate: FrameNet and VerbNet classes of its roleset, else its lemma."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ..english.rolesets import roleset
from ..english.semantic_classes import noun_type

MOST_FRAMES = 3
"""A roleset of more FrameNet frames than this is too vague to tell an event by."""

_TABLE = "event_classes.tsv"
_UNTOLD = "none"
"""What the table says of verbs of so many senses that only a relation tells the event."""
_OF_PERSONS = frozenset({"dismissal", "appointment", "release"})
"""Classes of events that happen to persons: who is dismissed is somebody, a dismissed idea is not."""

_OF_FIRMS = frozenset({"take over"})
"""Verbs that tell of an acquisition where a body is what is acquired, and of much else where it is not."""


def event_class(sense: str | None, lemma: str) -> str | None:
    """The kind of event a predicate tells of, or None.

    >>> event_class("bomb.01", "bomb"), event_class("step_down.04", "step down"), event_class(None, "be")
    ('attack', 'resignation', None)
    """
    tables = _tables()
    frames, classes = tables["framenet"], tables["verbnet"]
    found = tables["lemma"].get(lemma.replace(" ", "_"))
    own = roleset(sense) if sense else None
    if own is None:
        return found
    by_frame = [frames[name] for name in own.framenet if name in frames]
    if len(own.framenet) > MOST_FRAMES or 2 * len(by_frame) <= len(own.framenet):
        by_frame = []  # most of its frames tell otherwise
    if found is not None and (found in by_frame or not by_frame):
        return found
    if by_frame:
        return by_frame[0]
    return next((classes[name] for name in map(_class, own.verbnet) if name in classes), None)


def _class(name: str) -> str:
    """A VerbNet class without its subclasses ("attack-60.1-1")."""
    return "-".join(name.split("-")[:2])


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
    >>> [kind_of_event("acquisition", "take over", None, (label,)) for label in ("ORG", "GPE")]
    ['acquisition', None]
    >>> [kind_of_event("contest", "win", None, (None,), noun) for noun in ("election", "race", "licence")]
    ['election', 'contest', None]
    """
    tables = _tables()
    if relation is not None and relation in tables["relation"]:
        return tables["relation"][relation]
    if tables["verb"].get(lemma) == _UNTOLD:
        return None
    if lemma == "attack" and relation is None and (noun is not None or "PERSON" in labels):
        return None  # with words, as far as can be told
    if lemma in ("win", "lose") and noun is not None:
        return tables["won"].get(noun) or event_class(None, noun)
    if lemma in _OF_FIRMS and "ORG" not in labels and (noun is None or noun_type(noun) != "ORG"):
        return None
    if found in _OF_PERSONS and "PERSON" not in labels and (noun is None or noun_type(noun) != "PERSON"):
        return None
    return found


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    """The class of each name, by the kind of name; the first line that has a name counts."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    text = (files("newsgraph.extract.english") / "data" / _TABLE).read_text("utf8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, kind, members = line.split("\t")
            for member in members.split():
                found[kind].setdefault(member, name)
    return found
