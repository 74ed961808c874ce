"""Gates for the pair classifier: a relation needs words on the way between its two mentions that can say it.

The classifier sees vectors and may find a death in any sentence with a day in it. The schema's own triggers tell which
words can state a relation and before which prepositions; a pair whose path in the tree leads over other verbs, over
the other half of a coordination, or through a clause about somebody else is not one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.knowledge.gazetteer import nationality

from ..english import pronouns
from ..english.lexicon import KINSHIP
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..syntax.conjuncts import first_conjunct
from ..syntax.lists_of_people import holder_beside
from ..syntax.tree import CLIMB, ancestors, climb
from .licences import Licence, licence_of

if TYPE_CHECKING:
    from newsgraph.graph.knowledge.schema import Schema

    from ..syntax.tree import Tree
    from .classifier import PairRelation

_REACH = 6
"""Words above the object that are looked at."""

_LIFE_DATES = frozenset({"born_on", "died_on"})
_CONTENT = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN"})
_DEALT_WITH = frozenset({"obj", "iobj", "obl", "obl:agent", "nmod"})
_JOINING = frozenset({"of", "at", "from", "with", "in"})


def stating_word(schema: Schema, tree: Tree, pair: PairRelation) -> int | None:
    """The word that states the relation of a pair; None where no word does, and the pair is not to be believed.

    It stands between the object and the verb of its clause; a named subject is what that word tells of. Two names
    that only a preposition joins state it by that preposition.
    """
    relation = schema.find(pair.relation)
    if relation is None:
        return None
    licence = licence_of(schema, relation.name)
    subject, item = pair.subject.head, _antecedent(tree, pair.object.head)
    if relation.name in _LIFE_DATES and tree.head[item] == subject and not tree.cases(item):
        return _opening(tree, item)
    word = _licensed_above(tree, subject, item, licence)
    if word is None:
        word = _licensed_of_object(tree, subject, item, licence)
        if word is not None:
            return word
    if word is None:
        word = _licensed_beside(tree, pair, subject, item, licence)
    if word is not None and (
        _is_owner_of_person(tree, subject)
        or _is_role_of_another(tree, word, subject, item)
        or licence.is_turned(tree, word, item)
        or (relation.name == "affiliated_with" and _is_no_affiliation(tree, subject, item))
        or (relation.name == "nationality" and _is_no_nationality(tree, pair, word))
    ):
        return None
    if word is None or pair.subject.kind == "pronoun":
        return word
    if _tells_of(tree, word, subject, item) or _takes_part(tree, word, subject):
        return word
    return (
        word
        if relation.symmetric and subject == tree.child(word, "obj") and _tells_of(tree, word, item, subject)
        else None
    )


def _takes_part(tree: Tree, word: int, subject: int) -> bool:
    """Is the subject who does it ("founded by the banker Ada Lind"), or a name it was done under ("born as Ada Lind")?"""
    token = climb(tree, subject, ("appos", "flat", "conj", "nmod:desc"))
    if tree.head[token] != word or tree.tag[word] != "VBN":
        return False
    by = tree.words(tree.cases(token))
    return tree.dep[token] in ("obl", "obl:agent") and by in ("by", "as")


def _licensed_of_object(tree: Tree, subject: int, item: int, licence: Licence) -> int | None:
    """The verb of the subject in a clause about the object: "Kelda, which she founded", "Kelda is a firm founded by Lind"."""
    subject = climb(tree, subject, ("conj", "appos"))
    verb = tree.head[subject]
    if tree.dep[subject] not in ("nsubj", "obl:agent", "obl") or tree.pos[verb] != "VERB":
        return None
    agent = tree.dep[subject] != "nsubj"
    if agent and tree.words(tree.cases(subject)) != "by":
        return None
    if not licence.may_say(tree, verb):
        return None
    return verb if item in _told_of(tree, verb, agent=agent) else None


def _told_of(tree: Tree, verb: int, *, agent: bool) -> set[int]:
    """What a verb without an object is about: the noun of its relative clause, and what that noun describes."""
    first = first_conjunct(tree, verb)
    if agent and tree.child(first, "nsubj:pass") is not None:
        return {token for token in _subjects(tree, first) if tree.dep[token] != "conj"}
    if tree.dep[verb] not in (("acl", "acl:relcl") if agent else ("acl:relcl",)):
        return set()
    noun = tree.head[verb]
    found = {noun, *tree.children(noun, "appos")}
    if tree.dep[noun] == "appos":
        found.add(tree.head[noun])
    if tree.child(noun, "cop") is not None:
        found.update(token for token in _subjects(tree, noun) if tree.dep[token] != "conj")
    return found


def _is_owner_of_person(tree: Tree, subject: int) -> bool:
    """ "His father was born in Bonn" tells of the father."""
    owned = tree.head[subject]
    person = tree.lemma[owned] in KINSHIP or noun_type(tree.lemma[owned]) == "PERSON"
    if person and tree.dep[owned] == "nmod:desc":  # "whose husband Tariq was"
        owned = tree.head[owned]
    return tree.dep[subject] == "nmod:poss" and person and tree.dep[owned] in ("nsubj", "nsubj:pass")


def _is_role_of_another(tree: Tree, word: int, subject: int, item: int) -> bool:
    """ "Ada Lind met Kelda chairman Otto Krug": the role beside a name is that person's, in a list of people as well."""
    if tree.dep[word] == "nmod:desc":
        holder = tree.head[word]
        return tree.label[holder] == "PERSON" and holder not in (subject, item)
    beside = holder_beside(tree, word) if noun_type(tree.lemma[word]) == "PERSON" else None
    return beside is not None and tree.entity[beside] not in (tree.entity[subject], tree.entity[item])


def _is_no_nationality(tree: Tree, pair: PairRelation, word: int) -> bool:
    """ "Republican nominee Lund" names no nation; "Lund met Spanish officials": who is met or acts is not what Lund is."""
    item = pair.object
    people = " ".join(tree.text[item.start : item.end])
    if tree.label[item.head] == "NORP" and nationality(people) is None:
        return True
    apart = tree.pos[word] == "NOUN" and not tree.contains(word, pair.subject.head)
    return apart and tree.dep[word] in _DEALT_WITH and tree.words(tree.cases(word)) not in ("as", "of")


def _is_no_affiliation(tree: Tree, subject: int, item: int) -> bool:
    """ "The Spanish coach Luis Lund": what nation somebody is of is no body that he belongs to."""
    nation = tree.pos[item] == "ADJ" and nationality(tree.text[item]) is not None
    return nation or _describes_another(tree, subject, item)


def _describes_another(tree: Tree, subject: int, item: int) -> bool:
    """ "Lind owns Kelda, a unit of Alden", "Lind met Otto Krug, head of Alden": what stands beside a name is about that one."""
    for token in ancestors(tree, item, _REACH):
        name = tree.head[token]
        if tree.dep[token] == "appos" and tree.is_named(name):
            return tree.entity[name] != tree.entity[subject] and not tree.contains(token, subject)
    return False


def _antecedent(tree: Tree, item: int) -> int:
    """The noun that "which" or "where" stands for, else the word itself."""
    if tree.lower[item] in pronouns.RELATIVE | {"where"}:
        clause = tree.head[item]
        if tree.dep[clause] in ("acl:relcl", "advcl:relcl"):
            return tree.head[clause]
    return item


def _opening(tree: Tree, date: int) -> int | None:
    """The bracket or comma before a date of life that stands beside a name ("Ada Lind (4 May 1911)")."""
    places = range(date, max(-1, date - 5), -1)
    return next((token for token in places if tree.text[token] == "("), None)


def _licensed_above(tree: Tree, subject: int, item: int, licence: Licence) -> int | None:
    """The first word above the object that can say the relation, before any that says something else."""
    below, token = item, tree.head[item]
    for _ in range(_REACH):
        if token == below:
            return None
        if token == subject and tree.is_named(subject):
            return _joining_preposition(tree, below, licence.relation)
        title = tree.child(token, "nmod:desc") if tree.is_named(token) else None
        if title is not None and licence.may_say(tree, title):
            return title
        if not tree.is_named(token) and tree.pos[token] in _CONTENT:
            stating = next(
                (t for t in _alternatives(tree, token, licence.relation) if licence.may_say(tree, t)),
                None,
            )
            if stating is not None:
                return stating if licence.takes(tree, below, token) else None
            if tree.pos[token] in ("VERB", "AUX") and tree.lemma[token] not in word_class("role_verbs"):
                return None
        below, token = token, tree.head[token]
    return None


def _licensed_beside(tree: Tree, pair: PairRelation, subject: int, item: int, licence: Licence) -> int | None:
    """The classifier's own word, where it can say the relation and no other verb stands between the two mentions."""
    word = pair.word
    if word is None or not licence.may_say(tree, word):
        return None
    if tree.head[item] == word and not licence.takes(tree, item, word):
        return None
    path = _path(tree, subject, item)
    other = (
        token
        for token in path
        if tree.pos[token] == "VERB"
        and token not in (word, subject, item)
        and not (tree.lemma[word] in KINSHIP and _is_subject(tree, item, token))
    )
    if word not in path and tree.head[word] not in path:
        return None
    return (
        None
        if any(not licence.may_say(tree, t) and tree.lemma[t] not in word_class("role_verbs") for t in other)
        else word
    )


def _is_subject(tree: Tree, item: int, verb: int) -> bool:
    """ "Ada and Karl live in Bonn with their sons": kin are told by any verb of which the kinsman is the subject."""
    return any(
        item in (subject, *tree.children(subject, "conj"))
        for subject in tree.children(verb, "nsubj", "nsubj:pass")
    )


def _path(tree: Tree, one: int, other: int) -> list[int]:
    """The words from one to the other along the tree, both included; empty between sentences."""
    above, below = ancestors(tree, one), ancestors(tree, other)
    meeting = next((token for token in above if token in below), None)
    if meeting is None:
        return []
    return [*above[: above.index(meeting) + 1], *below[: below.index(meeting)]]


def _alternatives(tree: Tree, token: int, relation: str) -> list[int]:
    """The word itself; for a noun, those joined to it ("chairman and chief executive of"); degrees behind their verb."""
    if tree.pos[token] == "NOUN":
        return [token, *tree.children(token, "conj")]
    return [token, *tree.children(token, "obj")] if relation == "educated_at" else [token]


def _joining_preposition(tree: Tree, item: int, relation: str) -> int | None:
    cases = tree.cases(item)
    if relation == "located_in" and not cases and item and tree.text[tree.left[item] - 1] == ",":
        return tree.left[item] - 1  # "Dallas, Texas"
    if relation == "located_in" and not cases and tree.text[tree.left[item]] == ",":
        return tree.left[item]
    if tree.dep[item] != "nmod" or not cases or tree.lower[cases[-1]] not in _JOINING:
        return None
    return (
        cases[-1] if relation in ("affiliated_with", "located_in", "lives_in", "headquartered_in") else None
    )


def _tells_of(tree: Tree, word: int, subject: int, item: int) -> bool:
    """Is the named subject what the word is said of: beside it, below it, or the subject of its clause?"""
    if tree.contains(word, subject) and not _has_other_subject(tree, word, subject, item):
        return True
    above = word
    for _ in range(CLIMB):
        if above == subject or subject in _subjects(tree, above):
            return True
        if _has_other_subject(tree, above, subject, item) or tree.head[above] == above:
            return False
        if tree.dep[above] in ("nsubj", "nsubj:pass", "nmod", "nmod:poss") and above != word:
            return False
        above = tree.head[above]
        if above == subject:
            return True
    return False


def _subjects(tree: Tree, token: int) -> list[int]:
    found = tree.children(token, "nsubj", "nsubj:pass")
    return [
        *found,
        *(other for subject in found for other in tree.children(subject, "conj", "appos", "flat")),
    ]


def _has_other_subject(tree: Tree, word: int, subject: int, item: int) -> bool:
    """ "Hill, whose father Karl was born in Bonn": the clause tells of Karl."""
    found = [s for s in _subjects(tree, word) if s != item]
    named = [s for s in found if tree.lower[s] not in pronouns.RELATIVE | {"where"} and tree.pos[s] != "PRON"]
    return bool(named) and subject not in found
