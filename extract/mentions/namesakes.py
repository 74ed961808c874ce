"""Names that the label of a longer name settles: a firm's short name is not a person, nor is a place named before its namesake.

News gives a person's full name first; so a single name before any full one is somebody else's, or something else's.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsgraph.graph.knowledge import gazetteer

from ..english.inflection import singular
from ..english.semantic_classes import given_names, noun_type
from ..english.titles import is_title
from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree
from .called import MISTAKEN_FOR
from .firm_names import (
    firm_of_namesake,
    founded,
    founder,
    named_after_founder,
    of_its_founder,
    owner,
    short_firm,
)
from .likeness import acts_like_a_person, in_headline
from .same_names import Names, has_title
from .surnames import competes, family_names, is_family
from .told import is_mistaken

if TYPE_CHECKING:
    from .detection import MentionSpan

_MISTAKEN = frozenset({"ORG", "GPE", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "FAC"})
_KNOWN_PLACES = frozenset({"country", "part", "3", "2"})


def settle_labels(tree: Tree, names: list[MentionSpan]) -> list[MentionSpan]:
    """The names with the labels that their namesakes settle."""
    known = Names(tree, names)
    settled = list(names)
    for i, name in enumerate(names):
        for rule in NAMESAKES.active():
            label = rule.apply(known, i)
            if label and label != name.label:
                rule.fire(name.head, label)
                settled[i] = replace(name, label=label)
                break
    return settled


def _short_event(known: Names, i: int) -> str:
    """The first word of an event's name that is not a place on any map ("the Luma Festival ... Luma")."""
    name = known.names[i]
    if name.label not in ("GPE", "LOC", "ORG", "PRODUCT", "WORK_OF_ART") or name.end - name.start > 1:
        return ""
    event = known.namesakes(i).event
    opens = event is not None and event < i
    return "EVENT" if opens and not gazetteer.candidates(known.words(name)[0]) else ""


def _place_before_person(known: Names, i: int) -> str:
    """A known place named without a title before anybody has it in a full name ("Jordan ... Michael Jordan")."""
    name = known.names[i]
    word = known.words(name)[0]
    if name.label != "PERSON" or name.end - name.start > 1 or has_title(known, i):
        return ""
    same = known.namesakes(i)
    if same.person is None or same.person < i:
        return ""
    if same.single[-1] >= same.person or in_headline(known.tree, name.start):
        return ""
    known_place = any(place.rank in _KNOWN_PLACES for place in gazetteer.candidates(word))
    return "GPE" if known_place and not acts_like_a_person(known.tree, known.names[i].head) else ""


def _family_name(known: Names, i: int) -> str:
    """A name of somebody whose full name stands before it, or below the headline ("Eva Lund ... Lund aides", "Eva knows").

    Not where a body or a known place has it; a brand stands in quotation marks, a show is somebody's.
    """
    tree, name = known.tree, known.names[i]
    if name.label not in _MISTAKEN or name.end - name.start > 1:
        return ""
    same = known.namesakes(i)
    if same.person is None or same.founded or (same.person > i and not in_headline(tree, name.start)):
        return ""
    full, word = known.words(known.names[same.person]), known.words(name)[0]
    is_first = word == full[0] and not is_title(word)
    if same.has_others or not (is_first or word == full[-1]):
        return ""
    before, behind = tree.text[max(0, name.start - 1) : name.start], tree.text[name.end : name.end + 1]
    is_quoted = QUOTATION_MARKS.issuperset(before + behind) and before and behind
    if is_quoted or "&" in before + behind:
        return ""
    determined = tree.child(name.head, "det", "nmod:poss") is not None
    if determined and (is_first or name.label != "EVENT"):
        return ""  # no event is called by the family name alone: "the real Lund showed up"
    places = gazetteer.candidates(word) if name.label == "GPE" else ()
    return "" if any(place.rank in _KNOWN_PLACES | {"1"} for place in places) else "PERSON"


def _called_so(known: Names, i: int) -> str:
    """What a noun beside a name calls it once, it is throughout ("the ferry Lund", "Lund, a mobile app")."""
    name = known.names[i]
    words = known.words(name)
    kind = known.called.get(tuple(words), "")
    if name.label not in MISTAKEN_FOR.get(kind, ()):
        return ""
    is_known = name.label in ("GPE", "LOC") and gazetteer.candidates(" ".join(words))
    return "" if is_known else kind


def _many_people(known: Names, i: int) -> str:
    """A bare word in the plural that is nobody's family name stands for a party ("Democrats say"), not so "the Lunds"."""
    tree, name = known.tree, known.names[i]
    is_plural = (
        tree.tag[name.head] == "NNPS" and name.end - name.start == 1 and tree.child(name.head, "det") is None
    )
    if name.label != "PERSON" or not is_plural or has_title(known, i):
        return ""
    word = known.words(name)[0]
    return "" if {word, singular(word)} & family_names(tree) else "NORP"


def _family(known: Names, i: int) -> str:
    """The plural of somebody's family name is the family ("Eva Lund ... the Lunds"), unless it plays or governs in the text."""
    tree, name = known.tree, known.names[i]
    if name.label not in ("NORP", "ORG") or name.end - name.start > 1 or tree.tag[name.head] != "NNPS":
        return ""
    word = known.words(name)[0]
    if not is_family(tree, word):
        return ""
    is_team = any(competes(tree, known.names[j].head) for j in known.namesakes(i).single)
    return "" if is_team else "PERSON"


def _said_to_be_a_place(known: Names, i: int) -> str:
    """What is said to be a city or the capital is a place ("Lund is the capital of")."""
    tree, name = known.tree, known.names[i]
    said = tree.head[name.head]
    is_said = tree.dep[name.head] == "nsubj" and tree.child(said, "cop") is not None
    return "GPE" if name.label == "PERSON" and is_said and noun_type(tree.lemma[said]) == "GPE" else ""


def _told(known: Names, i: int) -> str:
    """What stands beside a name in the text goes before what it looks like ("a builder, Otto Lund")."""
    name = known.names[i]
    told = known.told.get(tuple(known.words(name)), "")
    return told if is_mistaken(name.label, told) else ""


def _full_name(known: Names, i: int) -> str:
    """A first name with a word that a person goes by is that person's name ("Derek Lund was seen. Lund, 54, said")."""
    words = known.words(known.names[i])
    if known.names[i].label not in ("GPE", "LOC", "FAC", "NORP") or len(words) != 2:
        return ""
    is_full = words[0].lower() in given_names() and known.last_name_alone(words[1])
    return "PERSON" if is_full and not gazetteer.candidates(" ".join(words)) else ""


def _no_people(known: Names, i: int) -> str:
    """What is mostly no people in a text, and that of no country, is none where it looks like one ("Lund won. Lund trail")."""
    name = known.names[i]
    words = known.words(name)
    if name.label != "NORP" or len(words) > 1 or gazetteer.nationality(words[0]) is not None:
        return ""
    labels = Counter(known.names[j].label for j in known.called_alike(i))
    label, most = min(labels.items(), key=lambda item: (-item[1], item[0]))
    return label if label in ("GPE", "ORG", "PERSON") and most > labels["NORP"] else ""


NAMESAKES = RuleTable(
    "namesakes",
    Rule("told", _told),
    Rule("full-name", _full_name),
    Rule("no-people", _no_people),
    Rule("founded-firm", founded),
    Rule("founder", founder),
    Rule("of-its-founder", of_its_founder),
    Rule("named-after-founder", named_after_founder),
    Rule("short-firm", short_firm),
    Rule("firm-of-namesake", firm_of_namesake),
    Rule("owner", owner),
    Rule("short-event", _short_event),
    Rule("said-to-be-a-place", _said_to_be_a_place),
    Rule("family-name", _family_name),
    Rule("many-people", _many_people),
    Rule("family", _family),
    Rule("called-so", _called_so),
    Rule("place-before-person", _place_before_person),
)
"""In this order; the first that gives a label decides."""
