"""What completes a predicate and is a clause: "accused of taking bribes", "made the banks pay", "hard to enforce"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.adjuncts import TIME_NOUNS
from ..english.lexicon import OBJECT_CONTROL, REQUESTING
from ..english.word_classes import word_class
from ..syntax.phrases import Phrase, clause_phrase, noun_phrase, question_clause
from ..syntax.predicates import calls_on, is_adjective_complement
from ..syntax.rules import Rule, RuleTable
from ..syntax.somebody import is_somebody

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_PARTICIPLES = frozenset({"VBG", "VBN"})
QUESTION_TAGS = frozenset({"WP", "WDT", "WRB"})
LONGEST = 24
"""A clause of more words than this is left out of the phrase that it completes."""

LONGEST_OF_ADJECTIVE = 40
"""The same for an adjective, which says nothing without it ("is aware that")."""

_ABOUT = frozenset({"at", "about", "for", "from", "on", "into", "over", "of", "to", "upon", "with"})
_BEFORE_GERUND = frozenset({"of", "from", "against", "about", "on", "in", "to", "with", "into", "at", "over"})


def prepositional_clause(tree: Tree, head: int) -> tuple[tuple[int, ...], Phrase | None]:
    """ "Looked at how the bank spends", "insisted on paying": what stands behind a preposition is what the deed is about."""
    for kid in tree.children(head, "obl"):
        clause = question_clause(tree, kid)
        marks = () if clause is None else (*tree.cases(kid), *tree.marks(clause))
        if clause is not None and marks and head < marks[0] < kid and tree.lower[marks[0]] in _ABOUT:
            whole = clause_phrase(tree, kid)
            return marks[:1], Phrase(tuple(t for t in whole.tokens if t not in marks), clause)
    for kid in tree.children(head, "advcl", "ccomp"):
        marks = tree.marks(kid)
        if not marks or marks[0] < head:
            continue
        alone = len(marks) == 1 and (_asks(tree, kid, marks) or completes(tree, kid) or is_seen_as(tree, kid))
        if alone or _awaited(tree, kid) or _comes_to(tree, kid):
            whole = clause_phrase(tree, kid)
            return marks[:1], Phrase(tuple(t for t in whole.tokens if t != marks[0]), kid)
    return (), None


def _asks(tree: Tree, clause: int, marks: tuple[int, ...]) -> bool:
    behind = tree.tag[marks[-1] + 1 : marks[-1] + 2]  # none where the text ends
    asked = any(tag in QUESTION_TAGS for tag in behind) or any(
        tree.tag[t] in QUESTION_TAGS for t in tree.kids[clause] if t > marks[-1]
    )
    return asked and tree.lower[marks[0]] in _ABOUT


def _awaited(tree: Tree, clause: int) -> bool:
    """ "Waited for the court to rule"."""
    return (
        tree.words(tree.marks(clause)) == "for to" and tree.child(clause, "nsubj", "nsubj:pass") is not None
    )


def _comes_to(tree: Tree, clause: int) -> bool:
    """ "Resulted in Kelda being sold", "led to Lund leaving": a gerund that has a subject of its own."""
    auxiliary = tree.child(clause, "aux:pass", "aux", "cop")
    gerund = tree.tag[clause if auxiliary is None else auxiliary] == "VBG"
    opened = tree.words(tree.marks(clause)) in ("in", "to") and tree.marks(clause)[0] == tree.head[clause] + 1
    return gerund and opened and tree.child(clause, "nsubj", "nsubj:pass") is not None


def completes(tree: Tree, gerund: int) -> bool:
    """Is it a gerund whose preposition its verb asks for ("accused of", "succeeded in", "known for")?"""
    marks = tree.words(tree.marks(gerund))
    passive = tree.child(gerund, "aux:pass")
    if (
        tree.tag[gerund if passive is None else passive] != "VBG"
        or tree.child(gerund, "nsubj", "nsubj:pass") is not None
    ):
        return False
    if tree.marks(gerund)[:1] < (tree.head[gerund],):
        return False
    return marks in _BEFORE_GERUND or (
        marks == "for" and tree.lemma[tree.head[gerund]] in word_class("completed_by_for")
    )


def is_seen_as(tree: Tree, clause: int) -> bool:
    """ "Is seen as close to the firm", "was described as being weak": what somebody is taken for."""
    taken = tree.lemma[tree.head[clause]] in word_class("seeing_as") and tree.head[clause] < clause
    verbless = tree.pos[clause] == "ADJ" or tree.tag[clause] in ("VBG", "VBN")
    parted = any(tree.text[token] == "," for token in range(tree.head[clause], tree.left[clause] + 1))
    return taken and verbless and not parted and tree.words(tree.marks(clause)) == "as"


def object_clause(tree: Tree, head: int, item: int) -> Phrase | None:
    """What is brought about, wanted or seen, where the object alone is not it: "made the banks pay"."""
    for rule in OBJECT_CLAUSES.active():
        found: Phrase | None = rule.apply(tree, head, item)
        if found is not None:
            rule.fire(head, tree.text[found.head])
            return found
    return None


def _object_with_deed(tree: Tree, head: int, item: int) -> Phrase | None:
    """ "Made the banks pay", "left many wondering", "approved Kelda opening a plant"."""
    for kid in tree.children(head, "xcomp"):
        bare = tree.tag[kid] == "VB" and tree.lemma[head] in word_class("bare_complements")
        gerund = tree.tag[kid] == "VBG" and tree.lemma[head] not in word_class("perceiving")
        if (bare or gerund) and not tree.marks(kid):
            return _with_clause(tree, item, kid)
    return None


def _found_doing(tree: Tree, head: int, item: int) -> Phrase | None:
    """ "A poll shows the mayor trailing her rival": a finding is that somebody does something, not somebody."""
    if tree.lemma[head] not in ("show", "find"):
        return None
    for kid in tree.children(item, "acl"):
        next_to = tree.left[kid] == kid and not tree.cases(item)
        if tree.tag[kid] == "VBG" and next_to and kid == noun_phrase(tree, item, without=kid).tokens[-1] + 1:
            return _with_clause(tree, item, kid)
    return None


def _left_so(tree: Tree, head: int, item: int) -> Phrase | None:
    """ "Left two houses destroyed", "the ruling left many wondering": not the houses are left, but what became of them."""
    if tree.lemma[head] != "leave":
        return None
    subject = tree.child(head, "nsubj")
    thing = subject is not None and not is_somebody(tree, subject)
    later = tree.children(head, "advcl") if thing else []
    for kid in (*tree.children(item, "acl"), *later):
        if (tree.tag[kid] == "VBN" or kid in later) and not tree.marks(kid) and tree.tag[kid] in _PARTICIPLES:
            return _with_clause(tree, item, kid)
    return None


def _time_spent(tree: Tree, head: int, item: int) -> Phrase | None:
    """ "Spent years working at the mill": what the time went into."""
    is_span = tree.label[item] in ("DATE", "TIME") or tree.lemma[item] in TIME_NOUNS
    if tree.lemma[head] not in word_class("spending") or not is_span:
        return None
    for kid in (*tree.children(head, "advcl", "xcomp"), *tree.children(item, "acl")):
        if tree.tag[kid] == "VBG" and not tree.marks(kid) and tree.left[kid] == tree.right[item] + 1:
            return _with_clause(tree, item, kid)
    return None


def _raised_object(tree: Tree, head: int, item: int) -> Phrase | None:
    """ "Expects Moss to win", "will see each airline sell seats": not Moss is expected, but that she wins."""
    if tree.lemma[head] not in word_class("raising"):
        return None
    for kid in tree.children(head, "xcomp"):
        copula = tree.child(kid, "cop")  # "expects the ban to be in place"
        if tree.tag[kid if copula is None else copula] == "VB" and tree.words(tree.marks(kid)) in ("to", ""):
            return _with_clause(tree, item, kid)
    return None


def _free_relative(tree: Tree, head: int, item: int) -> Phrase | None:
    """ "Denounced what he called a farce", "shows how bees navigate"."""
    clause = question_clause(tree, item)
    if clause is None or not head < item:
        return None
    return Phrase(clause_phrase(tree, item).tokens, clause)


def _with_clause(tree: Tree, item: int, clause: int) -> Phrase | None:
    if (
        clause < item
        or tree.right[clause] - tree.left[item] > LONGEST
        or not (tree.pos[clause] in ("VERB", "AUX") or tree.child(clause, "cop") is not None)
    ):
        return None
    tokens = {*noun_phrase(tree, item).tokens, *clause_phrase(tree, clause).tokens}
    return Phrase(tuple(sorted(tokens)), clause)


OBJECT_CLAUSES: RuleTable[Rule] = RuleTable(
    "complements",
    Rule("object-with-deed", _object_with_deed, "UD: xcomp"),
    Rule("found-doing", _found_doing, "UD: acl"),
    Rule("left-so", _left_so, "UD: acl; resultatives"),
    Rule("time-spent", _time_spent, "UD: advcl of a verb with a time as object"),
    Rule("raised-object", _raised_object, "UD: xcomp; raising to object"),
    Rule("free-relative", _free_relative, "UD: acl:relcl of a relative pronoun"),
)
"""Asked of a verb and its object for the clause that is its object in truth."""


def asks_for(tree: Tree, verb: int) -> bool:
    """ "Urged them to leave": does the infinitive behind the object say what is asked or brought about, no purpose?"""
    lemma = tree.lemma[verb]
    somebody = tree.child(verb, "obj", "iobj") is not None and lemma != "make"
    return calls_on(tree, verb) or (somebody and (lemma in OBJECT_CONTROL or lemma in REQUESTING))


def adjective_phrase(tree: Tree, adjective: int) -> Phrase:
    """An adjective with what it would say something else without: "impossible to carry out", "sure where it stands"."""
    phrase = noun_phrase(tree, adjective)
    for kid in tree.children(adjective, "csubj", "ccomp", "advcl", "xcomp"):
        marks = tree.marks(kid)
        near = tree.left[kid] == adjective + 1 and tree.right[kid] - tree.left[kid] <= LONGEST_OF_ADJECTIVE
        content = (
            tree.dep[kid] == "ccomp" and not marks and tree.child(kid, "nsubj", "nsubj:pass") is not None
        )
        opened = tree.words(marks) in ("to", "that", "for to") or (marks and completes(tree, kid)) or content
        if near and opened and not is_adjective_complement(tree, kid):
            return Phrase(
                (*_expletive(tree, adjective), *phrase.tokens, *clause_phrase(tree, kid).tokens), adjective
            )
    return phrase


def _expletive(tree: Tree, adjective: int) -> tuple[int, ...]:
    """The "it" of "makes it easier for people to live abroad"."""
    verb = tree.head[adjective]
    standing = tree.child(verb, "expl") if tree.dep[adjective] == "xcomp" else None
    return (standing,) if standing is not None and verb < standing < adjective else ()


def adjective_phrases(tree: Tree, adjective: int) -> tuple[Phrase, ...]:
    """Each of joined adjectives: "vague and unfair"; one that leads to a verb is told with it."""
    joined = [
        kid
        for kid in tree.children(adjective, "conj")
        if tree.pos[kid] == "ADJ" and tree.child(kid, "cop", "nsubj", "xcomp", "obl", "expl") is None
    ]
    return tuple(adjective_phrase(tree, token) for token in (adjective, *joined))
