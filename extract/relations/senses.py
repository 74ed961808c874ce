"""Senses of verbs that serve several relations: what subject and object must be for a trigger to mean what it says.

"Beat" is a contest between names and an assault on a person; a judge who dismisses a case dismisses nobody; balls and
storms hit, but do not attack; a contract that goes to a firm visits nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsgraph.graph.knowledge.gazetteer import candidates, nationality

from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..syntax.tree import Tree

    Check = Callable[["Ends"], bool]


_AGENTS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_OF_DEEDS = frozenset({"to", "that"})
"""What opens the clause of what somebody is asked to do."""
_CARRYING = frozenset(
    {"visited", "attacked", "arrested", "kidnapped", "dismissed", "appointed", "expelled", "investigated"}
)
"""Relations whose subject has a will."""


_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_SCORED = 12
"""A score stands among so many words from its verb."""


class Ends(Struct, frozen=True):
    """A verb or noun that may say a relation, with subject and object and their labels, "" for plain phrases."""

    tree: Tree
    word: int
    subject: int
    subject_label: str
    object: int
    object_label: str

    @property
    def lemma(self) -> str:
        """The lemma of the word."""
        return self.tree.lemma[self.word]

    @property
    def named(self) -> bool:
        """Is the object in a name or a value?"""
        return self.tree.label[self.object] != ""

    @property
    def behind(self) -> list[int]:
        """What hangs on the word and stands behind it."""
        return [kid for kid in self.tree.kids[self.word] if kid > self.word]


def fits_sense(relation: str, ends: Ends) -> bool:
    """Can the word mean this relation between such a subject and object?"""
    if relation in _CARRYING and not _has_will(ends):
        return False
    check = _CHECKS.get(relation)
    return check is None or check(ends)


def _kinds(ends: Ends) -> tuple[str, str]:
    """What subject and object are, by label or noun; "" where neither tells."""
    lemma = ends.tree.lemma
    return ends.subject_label or noun_type(lemma[ends.subject]), ends.object_label or noun_type(
        lemma[ends.object]
    )


def _has_will(ends: Ends) -> bool:
    kind, _ = _kinds(ends)
    return kind in _AGENTS or (not kind and ends.tree.pos[ends.subject] == "PRON")


def _is_person(ends: Ends) -> bool:
    _, kind = _kinds(ends)
    return kind == "PERSON" or (not ends.object_label and ends.tree.pos[ends.object] == "PRON")


def _is_left(ends: Ends) -> bool:
    """ "Left school" and "left the hospital" are no resignations, "left the bank" is."""
    if not ends.named and ends.tree.lemma[ends.object] in word_class("visited"):
        return False
    determined = any(kid < ends.object for kid in ends.tree.children(ends.object, "det", "nmod:poss"))
    return ends.named or determined


def _is_received(ends: Ends) -> bool:
    """Who welcomes a ruling, receives a letter or hosts a dinner meets nobody; a host of a show is no guest of it."""
    if ends.lemma not in ("welcome", "receive", "host"):
        return True
    return ends.tree.pos[ends.word] == "VERB" and _kinds(ends)[1] in ("PERSON", "NORP")


def _is_place(ends: Ends) -> bool:
    """ "Went to court" tells of a suit, "went to bed" of the night."""
    bare = ends.tree.tag[ends.object] == "NN" and not any(
        kid < ends.object for kid in ends.tree.kids[ends.object] if ends.tree.dep[kid] != "case"
    )
    return ends.named or not bare


def _is_struck(ends: Ends) -> bool:
    """ "Hit a home run" and "hit the road" harm nothing; who attacks a plan, or somebody over one, uses words."""
    if ends.lemma == "attack" and ends.tree.pos[ends.word] == "VERB":
        cases = {ends.tree.words((*ends.tree.cases(kid), *ends.tree.marks(kid))) for kid in ends.behind}
        said = ends.tree.lemma[ends.object] in word_class("criticised") and not ends.named
        return not said and not _takes_to_channel(ends) and cases.isdisjoint(("over", "for", "as"))
    if ends.lemma not in ("hit", "strike") or ends.named:
        return True
    known = _kinds(ends)[1] or ends.tree.pos[ends.object] == "PRON"
    return bool(known) and ends.tree.lemma[ends.object] not in word_class("not_struck")


def _takes_to_channel(ends: Ends) -> bool:
    """ "Took to Twitter to attack the bank": with words; who takes to the streets may strike."""
    tree, above = ends.tree, ends.tree.head[ends.word]
    if tree.lemma[above] != "take" or tree.words(tree.marks(ends.word)) != "to":
        return False
    places = (kid for kid in tree.children(above, "obl") if tree.words(tree.cases(kid)) == "to")
    return any(tree.is_named(kid) or tree.lemma[kid] == "airwave" for kid in places)


def _is_freed(ends: Ends) -> bool:
    """Who releases a statement frees nobody."""
    return ends.lemma != "release" or _kinds(ends)[1] in ("PERSON", "NORP", "CARDINAL") or _is_person(ends)


def _is_foundable(ends: Ends) -> bool:
    """Who starts a fire founds nothing; an event is founded where it has a name."""
    return ends.named or ends.object_label not in ("EVENT", "")


def _is_hurt(ends: Ends) -> bool:
    """ "Shot 68" counts strokes, and a tax hurts trade; "beat" hurts where blows are told of, or between people without names."""
    if ends.lemma in ("shoot", "hit") and ends.tree.pos[ends.object] == "NUM":
        return False
    counted = ends.tree.child(ends.object, "nummod") is not None  # "600 others"
    if not (counted or _is_person(ends) or _kinds(ends)[1] == "NORP"):
        return False
    nobody = not ends.tree.label[ends.subject] and not ends.named
    return ends.lemma != "beat" or _tells_of_blows(ends) or (nobody and not _has_score(ends))


def _is_contest(ends: Ends) -> bool:
    """ "Beat" is a contest between two names, or with a score; whom one wins over is one's friend."""
    if ends.lemma == "win" and ends.tree.pos[ends.word] == "VERB":
        return ends.tree.lower[ends.word + 1] != "over"
    if ends.lemma != "beat":
        return True
    named = bool(ends.tree.label[ends.subject]) and ends.named
    return (named or _has_score(ends)) and not _tells_of_blows(ends)


def _has_score(ends: Ends) -> bool:
    """ "Beat the champions Vardo 3-1": a score behind the verb, before the next one."""
    tree = ends.tree
    for token in range(ends.word + 1, min(ends.word + _SCORED, len(tree))):
        if tree.pos[token] == "VERB" or tree.sentence[token] != tree.sentence[ends.word]:
            return False
        if _SCORE.fullmatch("".join(tree.text[token : token + 3])):
            return tree.pos[token - 1] not in ("DET", "ADP")
    return False


def _tells_of_blows(ends: Ends) -> bool:
    tree = ends.tree
    return any(
        tree.lower[token] in word_class("force")
        for kid in ends.behind
        for token in range(tree.left[kid], tree.right[kid] + 1)
    )


def _succeeds(ends: Ends) -> bool:
    """ "The board replaced Hill with Cole": the board succeeds nobody; Cole does."""
    kinds = _kinds(ends)
    if all(kinds) and kinds[0] != kinds[1]:
        return False
    tree = ends.tree
    if ends.lemma != "replace" or tree.pos[ends.word] != "VERB":
        return True
    successors = [
        kid for kid in ends.behind if any(tree.lower[k] == "with" for k in tree.kids[kid] if k < kid)
    ]
    return not successors or ends.subject in successors


def _is_urged(ends: Ends) -> bool:
    """Who "asked why the ship sailed", asks a question or appeals to voters urges nobody: something has to be asked for."""
    tree = ends.tree
    if ends.lemma not in ("ask", "appeal"):
        return tree.pos[ends.object] not in ("VERB", "AUX")
    return any(
        tree.dep[kid] == "xcomp"
        or _OF_DEEDS.intersection(tree.words(tree.marks(kid)).split())
        or (tree.dep[kid] == "obl" and tree.words(tree.cases(kid)) == "for")
        for kid in ends.behind
    )


def _is_protest(ends: Ends) -> bool:
    """Who rallies or marches protests only against something."""
    against = ends.tree.words(ends.tree.cases(ends.object)) == "against"
    return against or ends.lemma in ("protest", "demonstrate")


def _gives_money(ends: Ends) -> bool:
    return any(ends.tree.label[kid] == "MONEY" for kid in ends.behind)


def _is_prize(ends: Ends) -> bool:
    return ends.named or ends.tree.lemma[ends.object] in word_class("awards")


def _is_nation(ends: Ends) -> bool:
    """People are of a nation; who is from a town is of no nationality that is told."""
    if ends.object_label == "NORP":
        return True
    tree, place = ends.tree, ends.object
    start, end = next(((a, b) for a, b, _ in tree.entities if a <= place < b), (place, place + 1))
    name = " ".join(tree.text[start:end])
    places = candidates(name.removeprefix("the ").removeprefix("The "))
    return any(place.rank == "country" for place in places) or nationality(name) is not None


def _coaches(ends: Ends) -> bool:
    """The manager of a country is its team's, that of a firm or a town leads it."""
    return ends.lemma != "manager" or _is_nation(ends)


def _is_led(ends: Ends) -> bool:
    """Who scores with the head ("headed the visitors in front") leads nobody; a sales manager leads a part of the firm."""
    tree = ends.tree
    if ends.lemma == "head" and tree.pos[ends.word] == "VERB":
        return word_class("heading_in_play").isdisjoint(
            tree.lower[kid] for kid in ends.behind if not tree.label[kid]
        )
    parts = (kid for kid in tree.children(ends.word, "compound") if tree.pos[kid] == "NOUN")
    return ends.lemma not in word_class("leading_parts") or all(tree.label[kid] for kid in parts)


_CHECKS: dict[str, Check] = {
    "coach_of": _coaches,
    "leader_of": _is_led,
    "dismissed": _is_person,
    "nationality": _is_nation,
    "met_with": _is_received,
    "attacked": _is_struck,
    "visited": _is_place,
    "urged": _is_urged,
    "protested_against": _is_protest,
    "talked_with": lambda ends: ends.lemma != "call" or ends.tree.child(ends.word, "xcomp") is None,
    "released": _is_freed,
    "suspended": _is_person,
    "resigned_from": _is_left,
    "founder_of": _is_foundable,
    "wounded": _is_hurt,
    "defeated": _is_contest,
    "succeeded": _succeeds,
    "transferred_to": _gives_money,
    "lent_to": _gives_money,
    "awarded": _is_prize,
    "paid": lambda ends: ends.lemma != "donate" or _gives_money(ends),
    "received_money_from": _gives_money,
}
