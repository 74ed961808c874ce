"""What keeps two mentions apart that the parse puts side by side, or makes one of by a copula. Each is a named rule.

A rule is given the tree and the two mentions, the later one first; it says whether they are two things.
"""

from __future__ import annotations

from ..english.semantic_classes import noun_type
from ..mentions.detection import MentionSpan
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import Tree
from .profiles import ALWAYS_PLURAL

_NOBODY = frozenset({"GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
_AGENTS = ("er", "or", "ee", "ant", "ent", "ess", "ian", "ie", "yst")
"""Endings of nouns for persons that no list holds ("a farrier", "the appellee")."""


def are_apart(tree: Tree, mention: MentionSpan, other: MentionSpan) -> bool:
    """Does any rule that is switched on keep the two apart?"""
    for rule in APPOSITIONS.active():
        if rule.apply(tree, mention, other):
            rule.fire(mention.head)
            return True
    return False


def is_no_person(tree: Tree, noun: int) -> bool:
    """Is this a noun that no list and no ending tells to be for a person?"""
    lemma = tree.lemma[noun].lower()
    return not noun_type(lemma) and not lemma.endswith(_AGENTS)


def _name_and_noun(one: MentionSpan, other: MentionSpan) -> tuple[MentionSpan, MentionSpan] | None:
    """The name and the nominal of two mentions, if they are that."""
    if {one.kind, other.kind} != {"name", "nominal"}:
        return None
    return (one, other) if one.kind == "name" else (other, one)


def _several_and_one(tree: Tree, mention: MentionSpan, other: MentionSpan) -> bool:
    """Several things beside a name of one, or of the first of them ("the reports, BBC", "the region (Ohio and Iowa)")."""
    pair = _name_and_noun(mention, other)
    if pair is None:
        return False
    name, noun = pair
    if name.label == "PERSON" and any(tree.text[token].isdigit() for token in range(noun.head, noun.end)):
        return True
    if tree.dep[name.head] == "appos" and any(kid >= name.end for kid in tree.children(name.head, "conj")):
        return True
    plural = tree.tag[noun.head] == "NNS" and tree.tag[name.head] == "NNP"
    return plural and name.label != "NORP" and tree.lemma[noun.head] not in ALWAYS_PLURAL


def _person_and_no_person(tree: Tree, mention: MentionSpan, other: MentionSpan) -> bool:
    """A person after a noun for nobody, or said to be one ("on Yapster, the platform, Brandt wrote"; "she was the reason")."""
    pair = _name_and_noun(mention, other)
    if pair is None or pair[0].label != "PERSON" or pair[1].label:
        return False
    name, noun = pair
    is_set_behind = tree.dep[noun.head] == "appos" and noun.head > name.head
    return not is_set_behind and is_no_person(tree, noun.head)


def _which_and_person(tree: Tree, mention: MentionSpan, other: MentionSpan) -> bool:
    """ "Which" takes up no person ("the senator, who backed the act, which ended the strike")."""
    return tree.lower[mention.head] == "which" and other.label == "PERSON"


def _that_and_person(tree: Tree, mention: MentionSpan, other: MentionSpan) -> bool:
    """ "That" takes up no person whom other words part from it ("a cook at the plant that squeezes oranges")."""
    return tree.lower[mention.head] == "that" and other.label == "PERSON" and other.end < mention.start


def _who_and_thing(tree: Tree, mention: MentionSpan, other: MentionSpan) -> bool:
    """ "Who" takes up a noun for no place and no thing ("the man, who led the district and who ran for mayor")."""
    return tree.lower[mention.head] == "who" and other.kind == "nominal" and other.label in _NOBODY


def _behind_hyphen(tree: Tree, mention: MentionSpan, other: MentionSpan) -> bool:
    """The second half of a word, as of a party and a state ("Eva Lund, D-Calif."), is nobody beside it."""
    before = mention.start - 1
    return before > other.start and tree.text[before] in "-–" and not tree.spaced[before]


APPOSITIONS = RuleTable(
    "appositions",
    Rule("several-and-one", _several_and_one, cites="UD appos"),
    Rule("person-and-no-person", _person_and_no_person, cites="UD appos, cop"),
    Rule("that-and-person", _that_and_person, cites="UD acl:relcl"),
    Rule("who-and-thing", _who_and_thing, cites="UD acl:relcl"),
    Rule("behind-hyphen", _behind_hyphen),
    Rule("which-and-person", _which_and_person, cites="UD acl:relcl"),
)
"""In this order; the first that objects decides."""
