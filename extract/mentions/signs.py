"""Signs beside a name of what kind of thing it names, each of one place: "a builder, Otto Lund", "Lund's goalkeeper".

A sign is a function of the tree and a name that gives a label, or "" where it is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ..english.name_words import BODIES, PUBLIC_BODIES, VESSELS
from ..english.semantic_classes import given_names, noun_type
from ..english.titles import is_title
from ..english.word_classes import word_class
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree
from .firm_signs import ends_a_body, is_firm
from .likeness import is_called_which

if TYPE_CHECKING:
    from .detection import MentionSpan

_YOUNGEST, _OLDEST = 12, 110
_LONGEST_PERSON = 4
_LONGEST_OF = 7
"""Words between a name and the "of" before it, in "the governor of Lund County, Eva Vik"."""
_BEFORE_OF = frozenset({"of", "for", "in", "at"})
_ONLY_SHIPS = VESSELS - {"carrier", "cruiser", "liner"}
"""Nouns for ships by which no airline, phone firm or car is called."""
_PLACE_CASES = frozenset({"in", "near", "across", "throughout"})


def _noun(tree: Tree, noun: int) -> str:
    """The lemma of a noun with what a hyphen joins to it ("start-up")."""
    is_joined = noun > 1 and tree.text[noun - 1] == "-"
    return f"{tree.lower[noun - 2]}-{tree.lemma[noun]}" if is_joined else tree.lemma[noun]


def _nouns_beside(tree: Tree, name: MentionSpan) -> Iterator[int]:
    """The nouns that call a name so: right before it, before a comma, or behind one with an article."""
    return (noun for noun in _beside(tree, name) if tree.tag[noun] == "NN")


def _beside(tree: Tree, name: MentionSpan) -> Iterator[int]:
    head, before = name.head, name.start - 1
    above = tree.head[head]
    for kid in tree.children(head, "appos"):
        if tree.child(kid, "det", "nmod:poss") == name.end + 1 and tree.text[name.end] == ",":
            yield kid
    if before < 0 or tree.sentence[before] != tree.sentence[head]:
        return
    if tree.text[before] == "," and tree.dep[head] == "appos" and above < before:
        if tree.dep[above] == "nmod" and tree.words(tree.cases(above)) in _BEFORE_OF:
            yield tree.head[above]  # "the governor of Lund County, Eva Vik", hung on the place
        elif tree.pos[above] == "NOUN":
            yield above
    elif tree.pos[before] == "NOUN" and (tree.head[before] == head or above == before):
        yield before
    if tree.text[before] == ",":
        yield from _noun_before_of(tree, before)


def _noun_before_of(tree: Tree, comma: int) -> Iterator[int]:
    """The noun of "the governor of Lund County, Eva Vik", however the parse hangs the name."""
    for token in range(comma - 1, max(0, comma - _LONGEST_OF), -1):
        if tree.lower[token] == "of" and tree.pos[token] == "ADP":
            if tree.pos[token - 1] == "NOUN" and tree.child(token - 1, "det") is not None:
                yield token - 1
            return
        if tree.pos[token] not in ("PROPN", "NOUN", "ADJ", "DET"):
            return


def _aged(tree: Tree, name: MentionSpan) -> str:
    """A person's age stands in commas behind the name, and a deed behind it ("Lund, 61, said", not "Lund, 61, Vik, 38")."""
    comma, age, behind, deed = range(name.end, name.end + 4)
    if deed >= len(tree) or tree.text[comma] != "," or tree.text[behind] != ",":
        return ""
    if name.label in ("GPE", "LOC", "FAC") and tree.lower[deed] != "who":
        return ""  # "The road from Lund, 30, is shut"
    is_age = tree.text[age].isdecimal() and _YOUNGEST <= int(tree.text[age]) <= _OLDEST
    return "PERSON" if is_age and tree.pos[deed] in ("VERB", "AUX", "PRON", "ADV") else ""


def _person_noun(tree: Tree, name: MentionSpan) -> str:
    """A noun for people alone: "a builder, Otto Lund" has one, "the owner, Lund" none."""
    if not _may_be_a_person(tree, name):
        return ""
    nouns = (_noun(tree, noun) for noun in _nouns_beside(tree, name))
    is_called = any(noun_type(noun) == "PERSON" and noun not in word_class("bodies_too") for noun in nouns)
    return "PERSON" if is_called else ""


def _may_be_a_person(tree: Tree, name: MentionSpan) -> bool:
    """Is the name neither in capitals nor that of a body by its last word, and does no noun follow it?"""
    last = name.end - 1
    if tree.text[last].isupper() or ends_a_body(tree.lower[last]):
        return False
    is_before_noun = tree.dep[name.head] == "compound" and tree.head[name.head] >= name.end
    return name.end - name.start <= _LONGEST_PERSON and not is_before_noun


def _body_noun(tree: Tree, name: MentionSpan) -> str:
    """A noun for bodies: "the drugmaker Lund", "Lund, a small studio"."""
    nouns = {_noun(tree, noun) for noun in _nouns_beside(tree, name)} - word_class("unnamed_groups")
    if tree.lower[name.start] in given_names():
        nouns &= word_class("called_firms")  # "the team Otto Lund joined", "camera operator Otto Lund"
    is_called = any(noun_type(noun) == "ORG" or noun in word_class("called_firms") for noun in nouns)
    return "ORG" if is_called else ""


def _place_noun(tree: Tree, name: MentionSpan) -> str:
    """A noun for places or for who governs one: "Lund, a market town", "the mayor of Lund"."""
    if any(noun_type(tree.lemma[noun]) == "GPE" for noun in _nouns_beside(tree, name)):
        return "GPE"
    above = tree.head[name.head]
    if tree.dep[name.head] != "nmod" or tree.words(tree.cases(name.head)) != "of":
        return ""
    is_place = tree.tag[above] == "NN" and noun_type(tree.lemma[above]) == "GPE"
    return "GPE" if is_place or tree.lower[above] in word_class("governing") else ""


def _vessel_noun(tree: Tree, name: MentionSpan) -> str:
    """A noun for ships right before the name: "the tanker Lund"."""
    before = name.start - 1
    return "PRODUCT" if before >= 0 and tree.text[before] in _ONLY_SHIPS else ""


def _titled(tree: Tree, name: MentionSpan) -> str:
    """A title stands right before the name of a person ("Judge Lund")."""
    before = name.start - 1
    if before < 0 or tree.sentence[before] != tree.sentence[name.start] or tree.lower[before] == "former":
        return ""
    is_titled = tree.text[before][0].isupper() and is_title(tree.text[before])
    return "PERSON" if is_titled and _may_be_a_person(tree, name) else ""


def _one_in_family(tree: Tree, name: MentionSpan) -> str:
    """Only people have wives and barristers ("Lund's wife")."""
    return "PERSON" if _owns(tree, name, "one_in_family") else ""


def _owns(tree: Tree, name: MentionSpan, nouns: str) -> bool:
    """Is the name whose a noun of the class is ("Lund's wife")?"""
    return tree.dep[name.head] == "nmod:poss" and tree.lower[tree.head[name.head]] in word_class(nouns)


def _like_a_firm(tree: Tree, name: MentionSpan) -> str:
    """It has shares, results or a seat as only firms have ("Lund shares fell")."""
    return "ORG" if is_firm(tree, name) else ""


def _called_which(tree: Tree, name: MentionSpan) -> str:
    """What "which" takes up is no person, mostly a body."""
    return "ORG" if is_called_which(tree, name.head) else ""


def _whose_plant(tree: Tree, name: MentionSpan) -> str:
    """Only firms own plants ("Lund, whose factory burned down")."""
    rest = tree.lower[name.end : name.end + 5]
    if name.end - name.start > 1 and tree.lower[name.start] in given_names():
        return ""
    return "ORG" if rest[:2] == [",", "whose"] and _names_one("plants", rest[2:]) else ""


def _role_behind(tree: Tree, name: MentionSpan) -> str:
    """A body stands before the role that somebody has in it ("Lund chief executive Eva Vik", "Lund striker Otto Vik")."""
    is_pair = " ".join(tree.lower[name.end : name.end + 2]) in word_class("roles_in_bodies")
    end = name.end + (2 if is_pair else 1)
    role = " ".join(tree.lower[name.end : end])
    is_before = end < len(tree) and tree.label[end] == "PERSON" and tree.text[name.end - 1][-1].isalpha()
    is_role = role in word_class("roles_in_bodies") or role in word_class("of_teams")
    return "ORG" if is_before and is_role and name.label != "NORP" else ""


def _names_one(words: str, rest: Sequence[str]) -> bool:
    """Is one of the words, or two of them together, in the class?"""
    pairs = (" ".join(pair) for pair in pairwise(rest))
    return not word_class(words).isdisjoint((*rest, *pairs))


def _team_of(tree: Tree, name: MentionSpan) -> str:
    """Only teams have goalkeepers ("Lund's goalkeeper")."""
    return "ORG" if name.label != "PERSON" and _owns(tree, name, "of_teams") else ""  # coaches have them, too


def _state_of(tree: Tree, name: MentionSpan) -> str:
    """Only states and towns have mayors or coasts ("Lund's mayor")."""
    return "GPE" if _owns(tree, name, "of_states") else ""


def _lies_in(tree: Tree, name: MentionSpan) -> str:
    """What somebody lives in is a place ("is based in Lund")."""
    is_verb = tree.dep[name.head] == "obl" and tree.lemma[tree.head[name.head]] in word_class("lying_in")
    return "GPE" if is_verb and tree.words(tree.cases(name.head)) in ("in", "near") else ""


def _stands_in(tree: Tree, name: MentionSpan) -> str:
    """What stands behind "in" several times is a place rather than anything else, other than a person ("trust in Lund")."""
    above = tree.head[name.head]
    if name.label == "PERSON":
        return ""
    is_in = tree.dep[name.head] in ("obl", "nmod") and tree.words(tree.cases(name.head)) in _PLACE_CASES
    return "GPE" if is_in and tree.lemma[above] not in word_class("into_no_place") else ""


def _plural_verb(tree: Tree, name: MentionSpan) -> str:
    """A name with verbs in the plural is a team's ("Lund are third and have won")."""
    verb = tree.head[name.head]
    if name.label != "PERSON" or tree.dep[name.head] != "nsubj" or tree.tag[name.head] != "NNP":
        return ""
    is_one = tree.child(name.head, "conj") is None and tree.lower[name.start] not in given_names()
    verbs = [verb, *tree.children(verb, "aux", "cop")]
    return "ORG" if is_one and any(tree.tag[v] == "VBP" and name.end <= v for v in verbs) else ""


def _the_ship(tree: Tree, name: MentionSpan) -> str:
    """In a text about ships, what does as ships do and has an article is one ("the Lund sank", "his boat, the Lund")."""
    before = name.start - 1
    last = tree.text[name.end - 1]
    if before < 0 or tree.lower[before] != "the" or tree.tag[name.head] == "NNPS" or not last.istitle():
        return ""
    if last.lower() in BODIES or last.lower() in PUBLIC_BODIES or not _tells_of_ships(tree):
        return ""
    above, dep = tree.head[name.head], tree.dep[name.head]
    if dep == "appos":
        return "PRODUCT" if tree.lemma[above] in VESSELS else ""
    if name.end - name.start == 1 and (name.label == "ORG" or tree.child(above, "obj") is not None):
        return ""  # "The Guardian left it out"
    return "PRODUCT" if dep == "nsubj" and tree.lemma[above] in word_class("sailing") else ""


@lru_cache(maxsize=2)
def _tells_of_ships(tree: Tree) -> bool:
    return not VESSELS.isdisjoint(tree.lemma)


def _plays(tree: Tree, name: MentionSpan) -> str:
    """What wins, loses or is beaten by a score is a team, unless it is a person ("Lund beat Vik 3-1", "a 3-1 win over Lund")."""
    above, dep = tree.head[name.head], tree.dep[name.head]
    if name.label == "PERSON" or tree.lemma[above] not in word_class("beating"):
        return ""
    is_side = dep in ("nsubj", "obj") or (
        dep == "nmod" and tree.words(tree.cases(name.head)) in ("over", "against", "to")
    )
    scores = (i for i in range(tree.left[above], tree.right[above]) if tree.text[i] in "-–")
    return "ORG" if is_side and any(_is_score(tree, dash) for dash in scores) else ""


def _is_score(tree: Tree, dash: int) -> bool:
    """Do two small numbers stand beside the dash?"""
    sides = tree.text[dash - 1 : dash + 2 : 2]
    return len(sides) == 2 and all(side.isdecimal() and len(side) < 4 for side in sides)


def _its_chief(tree: Tree, name: MentionSpan) -> str:
    """The next sentence tells of its chief executive or plant ("Lund denied it. Its factory")."""
    if tree.dep[name.head] != "nsubj" or tree.head[tree.head[name.head]] != tree.head[name.head]:
        return ""
    here = tree.sentence[name.head]
    its = next((t for t in range(name.end, len(tree)) if tree.sentence[t] != here), len(tree))
    others = any(
        tree.label[t] == "ORG" or noun_type(tree.lemma[t]) in ("ORG", "FAC") for t in range(name.end, its)
    )
    is_its = tree.lower[its : its + 1] == ["its"] and tree.lower[name.start] not in given_names()
    return (
        "ORG"
        if is_its and not others and _names_one("roles_in_bodies", tree.lower[its + 1 : its + 3])
        else ""
    )


SIGNS = RuleTable(
    "signs",
    Rule("aged", _aged),
    Rule("person-noun", _person_noun),
    Rule("body-noun", _body_noun),
    Rule("place-noun", _place_noun),
    Rule("vessel-noun", _vessel_noun),
    Rule("titled", _titled),
    Rule("one-in-family", _one_in_family),
    Rule("like-a-firm", _like_a_firm),
    Rule("called-which", _called_which),
    Rule("whose-plant", _whose_plant),
    Rule("role-behind", _role_behind),
    Rule("team-of", _team_of),
    Rule("state-of", _state_of),
    Rule("lies-in", _lies_in),
    Rule("stands-in", _stands_in),
    Rule("plural-verb", _plural_verb),
    Rule("the-ship", _the_ship),
    Rule("plays", _plays),
    Rule("its-chief", _its_chief),
)
WEAK = {"stands-in": 1, "called-which": 1, "plural-verb": 1}
"""Signs that tell less than the others."""
