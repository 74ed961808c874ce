"""Names whose kind their own words tell, or the words right beside them, whatever the network takes them for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsgraph.graph.knowledge import gazetteer

from ..english.name_words import EPIDEMICS, LANGUAGES, LAST_WORDS, PARTY_WORDS
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree

if TYPE_CHECKING:
    from .detection import MentionSpan

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
    """An adjective of a people that stands for a noun is its speech where it is spoken or told "in" it."""
    word, head = tree.lower[name.start], name.head
    if name.label not in ("NORP", "GPE") or name.end - name.start > 1 or tree.tag[head] in ("NNPS", "NNS"):
        return ""
    if not (word in LANGUAGES or (gazetteer.nationality(word) and name.label == "NORP")):
        return ""
    if tree.child(head, "det", "nmod:poss") is not None:
        return ""
    above = tree.head[head]
    if tree.dep[head] in ("amod", "compound"):
        return "LANGUAGE" if above == name.end and tree.lemma[above] in word_class("of_languages") else ""
    if tree.dep[head] == "obj" and tree.lemma[above] in word_class("taking_languages"):
        return "LANGUAGE"
    case = tree.words(tree.cases(head))
    return "LANGUAGE" if tree.dep[head] in ("obl", "nmod") and case in ("in", "into") else ""


def _last_word(tree: Tree, name: MentionSpan) -> str:
    """The last word of a name of several words may say what it names ("the Lund Amendment"); not in quotation marks."""
    words = tree.text[name.start : name.end]
    if len(words) < 2 or not words[-1][0].isupper() or name.label == "PERSON":
        return ""
    before = tree.text[name.start - 1] if name.start else ""
    if before in QUOTATION_MARKS or words[0] in QUOTATION_MARKS:
        return ""
    kind, mistaken = LAST_WORDS.get(words[-1].lower(), ("", frozenset()))
    return kind if name.label in mistaken else ""


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


KINDS = RuleTable(
    "kinds",
    Rule("epidemic", _epidemic),
    Rule("language", _language),
    Rule("party-meeting", _party_meeting),
    Rule("last-word", _last_word),
    Rule("of-its-kind", _of_its_kind),
    Rule("inner-capital", _inner_capital),
)
"""In this order; the first that gives a label decides."""
