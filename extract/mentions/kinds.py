"""Names whose kind their own words tell, or the words right beside them, whatever the network takes them for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsgraph.graph.knowledge import gazetteer

from ..english.lexicon import SIBLING_NOUNS
from ..english.name_words import EPIDEMICS, GENERATIONS, LANGUAGES, LAST_WORDS, PARTY_WORDS
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..syntax.conjuncts import first_conjunct
from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree

if TYPE_CHECKING:
    from .detection import MentionSpan

_SPEECH = frozenset({"NORP", "GPE", "WORK_OF_ART"})
"""Labels that languages have by mistake."""
_NO_PEOPLE = frozenset({"EVENT", "ORG", "PRODUCT", "WORK_OF_ART"})
"""Labels that generations have by mistake."""
_CREEDS = ("islam", "ism", "ity")
"""Ends of the names of creeds, which nobody speaks."""
_KINDS = frozenset({"ORG", "PRODUCT", "EVENT", "LAW", "FAC", "LOC", "GPE"})


def kind_of(tree: Tree, name: MentionSpan) -> str:
    """The label that the first rule which finds another one gives a name; its own where none does."""
    for rule in KINDS.active():
        label: str = rule.apply(tree, name)
        if label and label != name.label:
            rule.fire(name.head, label)
            return label
    return name.label


def _epidemic(tree: Tree, name: MentionSpan) -> str:
    """A disease that comes in epidemics is known to news by its outbreak ("Covid-19")."""
    word = "".join(tree.lower[name.start : name.end])
    return "EVENT" if word in EPIDEMICS and name.label != "PERSON" else ""


def _language(tree: Tree, name: MentionSpan) -> str:
    """What is called a language is one; so is the adjective of a people where it is spoken or told "in" it."""
    head = name.head
    if name.end - name.start > 1 or tree.tag[head] in ("NNPS", "NNS") or name.label not in _SPEECH:
        return ""
    is_known = tree.lower[name.start] in LANGUAGES or (
        name.label == "NORP" and gazetteer.nationality(tree.text[name.start]) is not None
    )
    top = first_conjunct(tree, head)  # "Hindi" of "in Hindi, Tamil and Urdu"
    above, dep, case = tree.head[top], tree.dep[top], tree.words(tree.cases(top))
    if _is_called_a_language(tree, top, case):
        return "LANGUAGE" if is_known or not gazetteer.candidates(tree.text[name.start]) else ""
    if name.label == "WORK_OF_ART" or tree.child(head, "det", "nmod:poss") is not None:
        return ""
    if tree.lower[name.end : name.end + 2] == ["-", "speaking"]:
        return "LANGUAGE"
    if dep in ("obl", "nmod", "xcomp") and case in ("in", "into"):
        if tree.lower[name.start].endswith(_CREEDS):
            return ""
        return "LANGUAGE" if is_known or name.label == "NORP" else ""
    if dep in ("amod", "compound"):
        is_of = above == name.end and tree.lemma[above] in word_class("of_languages")
        is_people = noun_type(tree.lemma[above]) == "PERSON" and tree.lower[name.start] not in LANGUAGES
        return "LANGUAGE" if is_known and is_of and not is_people else ""
    return (
        "LANGUAGE"
        if is_known and dep == "obj" and tree.lemma[above] in word_class("taking_languages")
        else ""
    )


def _is_called_a_language(tree: Tree, top: int, case: str) -> bool:
    """Is it an apposition of "language", what somebody knows or speaks something of, or the name before "language"?"""
    above, dep = tree.lemma[tree.head[top]], tree.dep[top]
    if dep in ("appos", "nmod:desc", "flat", "compound"):
        return noun_type(above) == "LANGUAGE"
    return dep == "nmod" and case == "of" and above in word_class("of_languages")


def _state(tree: Tree, name: MentionSpan) -> str:
    """Countries, their parts and cities are no regions and no bodies, other than initials and rivers ("the Blue Nile")."""
    words = tree.text[name.start : name.end]
    if name.label not in ("LOC", "ORG") or noun_type(words[-1].lower()):
        return ""
    places = gazetteer.candidates(" ".join(words))
    if any(place.rank == "country" or (place.rank in ("2", "3") and name.label == "LOC") for place in places):
        return "GPE"
    has_article = name.start > 0 and tree.lower[name.start - 1] == "the"
    is_part = len(places) == 1 and places[0].rank == "part"
    return "GPE" if is_part and not has_article and not words[0].isupper() else ""


def _last_word(tree: Tree, name: MentionSpan) -> str:
    """The last word of a name of several words, a year left out, may say what it names ("the Lund Amendment"); not in quotation marks."""
    words = tree.text[name.start : name.end]
    if len(words) < 2 or name.label == "PERSON":
        return ""
    before = tree.text[name.start - 1] if name.start else ""
    if before in QUOTATION_MARKS or words[0] in QUOTATION_MARKS:
        return ""
    last = words[-2] if words[-1].isdecimal() and len(words[-1]) == 4 else words[-1]
    kind, mistaken = LAST_WORDS.get(last.lower(), ("", frozenset()))
    return kind if name.label in mistaken and (last[0].isupper() or kind == "GPE") else ""


def _generation(tree: Tree, name: MentionSpan) -> str:
    """A generation is a group of people ("Millennials", "Gen Z"), unless a noun for things calls it so ("the album Generation Z")."""
    words = tree.lower[name.start : name.end]
    noun = name.start - 1
    is_beside = noun >= 0 and (tree.head[noun] == name.head or tree.head[name.head] == noun)
    if is_beside and noun_type(tree.lemma[noun]) not in ("", "PERSON"):
        return ""
    letter = len(words) == 2 and len(words[1]) == 1 and words[0] in ("gen", "generation")
    return "NORP" if name.label in _NO_PEOPLE and (letter or words[-1] in GENERATIONS) else ""


def _party_meeting(tree: Tree, name: MentionSpan) -> str:
    """A convention of a party or a nation is a meeting, no treaty ("the Labour National Convention")."""
    words = tree.lower[name.start : name.end]
    if name.label == "EVENT" or len(words) < 2 or words[-1] != "convention":
        return ""
    return "EVENT" if words[-2] in PARTY_WORDS else ""


def _inner_capital(tree: Tree, name: MentionSpan) -> str:
    """One word with a capital inside is what somebody sells, no title ("VardoHub"); not in quotation marks."""
    if (
        name.label != "WORK_OF_ART"
        or name.end - name.start > 1
        or not has_inner_capital(tree.text[name.start])
    ):
        return ""
    return "" if is_beside_quotation_mark(tree, name.start, name.end) else "PRODUCT"


def is_beside_quotation_mark(tree: Tree, start: int, end: int) -> bool:
    """Does a quotation mark stand right before the token ``start``, or at ``end``?"""
    return not QUOTATION_MARKS.isdisjoint((*tree.text[max(0, start - 1) : start], *tree.text[end : end + 1]))


def has_inner_capital(word: str) -> bool:
    """Does a capital follow a small letter?"""
    return any(first.islower() and second.isupper() for first, second in pairwise(word))


def _of_its_kind(tree: Tree, name: MentionSpan) -> str:
    """What stands before the noun of its kind is that, no work ("the Vardo movement", "a Kilo class submarine")."""
    return kind_behind(tree, name.head, name.end) if name.label == "WORK_OF_ART" else ""


def kind_behind(tree: Tree, head: int, end: int) -> str:
    """The label of the noun that a name of this head stands right before, "" where it tells no kind of name."""
    if tree.dep[head] != "compound" or not tree.head[head] == end < len(tree):
        return ""
    kind = noun_type(tree.lemma[end])
    return kind if kind in _KINDS else ""


def _kin(tree: Tree, name: MentionSpan) -> str:
    """A family name stands before the noun for several of the family ("the Lund brothers")."""
    above = tree.head[name.head]
    is_kin = above == name.end and tree.dep[name.head] == "compound" and tree.text[above] in SIBLING_NOUNS
    if name.label not in ("GPE", "NORP", "ORG", "PRODUCT") or name.end - name.start > 1 or not is_kin:
        return ""
    is_of = any(tree.dep[kid] == "nmod" for kid in tree.kids[above])
    known = gazetteer.candidates(tree.text[name.start]) or gazetteer.nationality(tree.text[name.start])
    return "" if is_of or known or tree.text[name.start].isupper() else "PERSON"


def _town_of(tree: Tree, name: MentionSpan) -> str:
    """A single name without an article before a comma and the place it lies in is a town ("in Lund, Scania County")."""
    comma = name.end
    if name.label != "LOC" or comma - name.start > 1 or tree.text[comma : comma + 1] != [","]:
        return ""
    is_inside = name.start > 0 and tree.lower[name.start - 1] == "in"
    outer = next((kid for kid in tree.children(name.head, "appos") if kid > comma), None)
    is_place = (
        outer is not None and tree.label[comma + 1] in ("GPE", "LOC") and tree.label[outer] in ("GPE", "LOC")
    )
    return "GPE" if is_inside and is_place and tree.text[comma + 1][0].isupper() else ""


KINDS = RuleTable(
    "kinds",
    Rule("epidemic", _epidemic),
    Rule("language", _language),
    Rule("state", _state),
    Rule("town-of", _town_of),
    Rule("kin", _kin),
    Rule("party-meeting", _party_meeting),
    Rule("generation", _generation),
    Rule("last-word", _last_word),
    Rule("of-its-kind", _of_its_kind),
    Rule("inner-capital", _inner_capital),
)
"""In this order; the first that gives a label decides."""
