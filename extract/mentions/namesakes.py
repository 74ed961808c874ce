"""Names that the label of a longer name settles: a firm's short name is not a person, nor is a place named before its namesake.

News gives a person's full name first; so a single name before any full one is somebody else's, or something else's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsgraph.graph.knowledge import gazetteer

from ..english.inflection import singular
from ..english.name_words import LEGAL_FORMS, TRADES
from ..english.semantic_classes import given_names, noun_type
from ..english.titles import bare, is_title
from ..english.word_classes import word_class
from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree
from .called import MISTAKEN_FOR, kinds_called
from .likeness import acts_like_a_person, in_headline, is_called_which, is_human
from .surnames import competes, family_names, is_family

if TYPE_CHECKING:
    from .detection import MentionSpan

_MISTAKEN = frozenset({"ORG", "GPE", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "FAC"})
_KNOWN_PLACES = frozenset({"country", "part", "3", "2"})


@dataclass(slots=True)
class Namesakes:
    """The names of a document that have one word in common, as places in its list of names, in text order."""

    longer: list[int] = field(default_factory=list)  # names of several words that it opens or ends
    event: int | None = None  # the first event among them that it opens
    person: int | None = None  # the first person among them
    has_others: bool = False  # whether any of them is not a person's
    single: list[int] = field(default_factory=list)  # names that are the word alone
    founded: list[int] = field(default_factory=list)  # of these, those that somebody founded


class Names:
    """The names of a document in text order, with their words."""

    def __init__(self, tree: Tree, names: Sequence[MentionSpan]) -> None:
        self.tree, self.names = tree, names
        self.called = kinds_called(tree, names)
        self._by_word: dict[str, Namesakes] = defaultdict(Namesakes)
        for j, name in enumerate(names):
            self._add(j, name)

    def _add(self, j: int, name: MentionSpan) -> None:
        words = self.words(name)
        if len(words) == 1:
            same = self._by_word[words[0]]
            same.single.append(j)
            if is_founded(self.tree, name.head):
                same.founded.append(j)
            return
        for word in {words[0], words[-1]}:
            found = self._by_word[word]
            found.longer.append(j)
            found.has_others |= name.label != "PERSON"
            if name.label == "EVENT" and word == words[0] and found.event is None:
                found.event = j
            if name.label == "PERSON":
                found.person = j if found.person is None else found.person

    def words(self, name: MentionSpan) -> list[str]:
        """A name's words as they stand."""
        return self.tree.text[name.start : name.end]

    def namesakes(self, i: int) -> Namesakes:
        """The names that have the first word of a name in common with it."""
        return self._by_word[self.tree.text[self.names[i].start]]

    def longer_before(self, i: int) -> int | None:
        """The nearest name of several words before a single one that the single one opens or ends."""
        longer = self.namesakes(i).longer
        place = bisect_left(longer, i)
        return longer[place - 1] if place else None


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


def _founded(known: Names, i: int) -> str:
    """Whatever somebody founded is not a person ("Henry Lund founded Lund")."""
    name = known.names[i]
    return "ORG" if name.label == "PERSON" and is_founded(known.tree, name.head) else ""


def is_founded(tree: Tree, head: int) -> bool:
    """Is a name what somebody is said to have founded?"""
    verb = tree.head[head]
    return tree.lemma[verb] in word_class("founding") and (
        (tree.dep[head] == "obj" and tree.child(verb, "nsubj") is not None)
        or (tree.dep[head] == "nsubj:pass" and tree.child(verb, "aux:pass") is not None)
    )


def _named_after_founder(known: Names, i: int) -> str:
    """A single name that a founded firm bears is the firm's, where its founder goes by a full name."""
    name = known.names[i]
    if name.label != "PERSON" or name.end - name.start > 1 or _has_title(known, i):
        return ""
    return "ORG" if any(j != i for j in known.namesakes(i).founded[:2]) else ""


def _short_firm(known: Names, i: int) -> str:
    """The first word of a firm's name with its legal form or trade, where no person of that name was named last."""
    name = known.names[i]
    if name.label in ("ORG", "NORP") or name.end - name.start > 1 or _has_title(known, i):
        return ""
    longer = known.longer_before(i)
    if longer is None:
        return ""
    words = known.words(known.names[longer])
    if known.names[longer].label != "ORG" or words[0] != known.words(name)[0]:
        return ""
    if bare(words[-1]) in LEGAL_FORMS:
        return "ORG"
    same = known.namesakes(i)
    if (
        name.label != "PERSON"
        or acts_like_a_person(known.tree, known.names[i].head)
        or _is_human(known, same.single)
    ):
        return ""
    if same.person is None:
        return "ORG" if words[-1].lower() in TRADES or _is_nobody(known, i, words) else ""
    return "ORG" if words[-1].lower() in TRADES and same.person > i else ""


def _is_nobody(known: Names, i: int, body: list[str]) -> bool:
    """Does nobody go by the first word of a body's name, be it behind a title, as a first name or as who gave or leads it?"""
    if not all(word[0].isupper() for word in body) or body[0].lower() in given_names():
        return False
    if body[-1].lower() in word_class("endowed"):
        return False
    return not any(_has_title(known, j) for j in known.namesakes(i).single)


def _firm_of_namesake(known: Names, i: int) -> str:
    """The first word of a firm's name that "which" takes up, though its founder has it too ("Lund Foods ... Otto Lund ... Lund, which")."""
    name, same = known.names[i], known.namesakes(i)
    if name.label != "PERSON" or name.end - name.start > 1 or _is_human(known, same.single):
        return ""
    is_firm = any(_is_firm_called(known, j, known.words(name)[0]) for j in same.longer if j < i)
    if not is_firm or any(_has_title(known, j) for j in same.single):
        return ""
    return "ORG" if any(is_called_which(known.tree, known.names[j].head) for j in same.single) else ""


def _is_firm_called(known: Names, j: int, word: str) -> bool:
    """Is this the name of a firm that the word opens, with its legal form or trade?"""
    words = known.words(known.names[j])
    has_tail = bare(words[-1]) in LEGAL_FORMS or words[-1].lower() in TRADES
    return known.names[j].label == "ORG" and words[0] == word and has_tail


def _is_human(known: Names, names: Sequence[int]) -> bool:
    """Does any of these names do what no body does ("Lund smiled")?"""
    return any(is_human(known.tree, known.names[j].head) for j in names)


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
    if name.label != "PERSON" or name.end - name.start > 1 or _has_title(known, i):
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
    if name.label != "PERSON" or not is_plural or _has_title(known, i):
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


def _has_title(known: Names, i: int) -> bool:
    start = known.names[i].start
    return start > 0 and is_title(known.tree.text[start - 1])


NAMESAKES = RuleTable(
    "namesakes",
    Rule("founded-firm", _founded),
    Rule("named-after-founder", _named_after_founder),
    Rule("short-firm", _short_firm),
    Rule("firm-of-namesake", _firm_of_namesake),
    Rule("short-event", _short_event),
    Rule("said-to-be-a-place", _said_to_be_a_place),
    Rule("family-name", _family_name),
    Rule("many-people", _many_people),
    Rule("family", _family),
    Rule("called-so", _called_so),
    Rule("place-before-person", _place_before_person),
)
"""In this order; the first that gives a label decides."""
