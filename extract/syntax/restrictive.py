"""Restrictive clauses: those without which their noun says nothing ("those who oppose it", "the first woman to lead it").

Other relative clauses become statements of their own and only make a phrase longer. After Huddleston and Pullum (2002),
"The Cambridge Grammar of the English Language", chapter 12, on integrated relatives.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..english.adjuncts import TIME_NOUNS
from ..english.lexicon import INDEFINITE, POSSIBLE_NOUNS, SAYING_NOUNS
from ..english.pronouns import RELATIVE
from ..english.word_classes import word_class
from .conjuncts import first_conjunct
from .negation import is_negated, is_negative_nominal
from .rules import Rule, RuleTable
from .tree import SUBJECT_DEPS

if TYPE_CHECKING:
    from .tree import Tree

LONGEST = 24
"""A clause of more words than this is left out of the phrase of its noun."""

LONG_INFINITIVE = 14
"""A noun keeps its infinitive ("attempts to negotiate an end") up to this many words."""

LONG_GERUND = 12
"""A noun keeps the gerund that tells what it is of ("the risk of losing the case") up to this many words."""

LONG_NESTED = 8
"""A noun inside a phrase keeps any clause of fewer words."""

LONG_PARTICIPLE = 2
"""A noun keeps its participle ("the people involved") up to this many words."""

_PLAIN_LONGEST = 14
"""The same for the clause of a plural that says something without it."""

_CLAUSES = frozenset({"acl:relcl", "acl", "appos"})
_HANGING = frozenset({"acl:relcl", "advcl:relcl", "advcl", "parataxis", "appos", "punct"})
_APART = frozenset({",", "-", "–", "—", "(", ";", ":"})
"""What sets a clause off as an afterthought."""
_PREPOSITION = frozenset({"punct", "case"})
_ARTICLE = _PREPOSITION | {"det"}
_DESCRIBED = _ARTICLE | {"amod", "nummod", "advmod", "nmod:poss"}
_ARGUMENTS = frozenset({"obj", "obl", "obl:agent"})
_PLACES = frozenset({"obj", "obl", "nsubj", "nsubj:pass", "nmod"})
_ONLY = frozenset({"first", "last", "only", "same"})


def is_restrictive(tree: Tree, noun: int, clause: int) -> bool:
    """Does the noun need the clause that hangs on it?"""
    if tree.dep[clause] not in _CLAUSES or clause < noun or extent(tree, clause) > LONGEST:
        return False
    if tree.text[tree.left[clause] - 1] in _APART or tree.text[tree.left[clause]] in _APART:
        return False
    for rule in RESTRICTIVE.active():
        if rule.apply(tree, noun, clause):
            rule.fire(noun, tree.text[clause])
            return True
    return False


def extent(tree: Tree, clause: int) -> int:
    """How many words a clause has, without those that hang on it."""
    words, queue = 0, [clause]
    while queue:
        token = queue.pop()
        words += 1
        queue.extend(kid for kid in tree.kids[token] if tree.dep[kid] not in _HANGING)
    return words


def is_within(tree: Tree, clause: int) -> bool:
    """Is a clause short enough to be part of the noun it hangs on?"""
    marks = tree.marks(clause)
    longest = LONGEST if _says_nothing_without(tree, tree.head[clause], clause) else 0
    own = tree.child(clause, "nsubj", "nsubj:pass") is not None and tree.lower[tree.left[clause]] != "for"
    if not own and any(tree.lower[mark] == "to" for mark in marks):
        return extent(tree, clause) <= max(longest, LONG_INFINITIVE)
    if marks and tree.tag[clause] == "VBG":
        return extent(tree, clause) <= max(longest, LONG_GERUND)
    return tree.right[clause] - tree.left[clause] < LONG_PARTICIPLE


def _says_nothing_without(tree: Tree, noun: int, clause: int) -> bool:
    """ "Expressed commitment to opening more schools": what an argument is to, of or about is all that it says."""
    return tree.dep[noun] in _ARGUMENTS and _has_no_more_than(tree, noun, clause, _DESCRIBED)


def is_open_head(tree: Tree, noun: int) -> bool:
    """Does the word stand for nobody that the text has in mind, but for all of whom a clause is true?"""
    plain = not any(tree.dep[kid] in ("det", "nummod", "amod", "nmod:poss") for kid in tree.kids[noun])
    return plain and tree.lower[noun] in word_class("open_heads")


def _predicate(tree: Tree, noun: int, clause: int) -> bool:
    """ "A democracy is a state in which the people rule", "is due to the fact that she left"."""
    became = tree.dep[noun] == "xcomp" and tree.lemma[tree.head[noun]] in ("become", "remain")
    taken = tree.dep[noun] == "obl" and tree.words(tree.cases(noun)) == "as"  # "is seen as a firm that"
    predicated = became or taken or tree.child(noun, "cop") is not None
    common = tree.pos[noun] == "NOUN" and not tree.is_named(noun) and predicated
    tells = tree.dep[clause] == "acl:relcl" or (taken and _is_participle(tree, clause))
    return common and (tells or _is_content(tree, noun, clause))


def _partitive(tree: Tree, noun: int, clause: int) -> bool:
    """ "One of three divers who saw it", "some of the houses that burnt down": the clause tells of how many."""
    return tree.dep[clause] == "acl:relcl" and is_partitive(tree, noun)


def is_partitive(tree: Tree, noun: int) -> bool:
    """Is it the plural of which a number or a pronoun counts some?"""
    counted = tree.head[noun]
    plural = tree.tag[noun] == "NNS" and not tree.is_named(noun)
    behind = plural and tree.dep[noun] == "nmod" and counted < noun
    return behind and tree.pos[counted] in ("NUM", "PRON", "DET") and tree.words(tree.cases(noun)) == "of"


def _contact(tree: Tree, noun: int, clause: int) -> bool:
    """ "The day I left", "praised the work she did": with no word for the noun between the two, it is part of its phrase."""
    subject = tree.child(clause, "nsubj", "nsubj:pass")
    if tree.dep[clause] != "acl:relcl" or subject is None or tree.left[subject] != tree.left[clause]:
        return False
    own = tree.lower[subject] not in RELATIVE and tree.tag[subject] not in ("WP", "WDT")
    short = tree.right[clause] - tree.left[clause] < _PLAIN_LONGEST
    return own and short and _has_no_more_than(tree, noun, clause, _ARTICLE)


def _existential(tree: Tree, noun: int, clause: int) -> bool:
    """ "There is no law requiring candidates to publish their taxes"."""
    expletive = tree.child(tree.head[noun], "expl")
    return tree.dep[noun] == "nsubj" and expletive is not None and tree.lower[expletive] == "there"


def _open(tree: Tree, noun: int, clause: int) -> bool:
    """ "Those who oppose it", "anyone hurt in the fire", "the people who live there"."""
    return tree.lower[noun] in word_class("open_heads")


def _bare(tree: Tree, noun: int, clause: int) -> bool:
    """ "Cited the impact that the strike would have", "has no immediate plans to leave": an abstract noun as an argument.

    With an adjective it says something without a relative clause; without what it is to, of or about it does not. As a subject
    it needs its content ("the fact that she won surprised them").
    """
    dep = tree.dep[first_conjunct(tree, noun)]
    place = dep in _ARGUMENTS and not (dep == "obl" and tree.lemma[noun] == "time")
    relative = tree.dep[clause] == "acl:relcl"
    place = place or (dep in SUBJECT_DEPS and tree.words(tree.marks(clause)) == "that" and not relative)
    return (
        place
        and _is_content(tree, noun, clause)
        and _has_no_more_than(tree, noun, clause, _ARTICLE if relative else _DESCRIBED)
    )


def _is_content(tree: Tree, noun: int, clause: int) -> bool:
    """Does the clause tell what the noun is of, to or about?"""
    if any(tree.lower[mark] == "that" for mark in tree.marks(clause)):
        return tree.lemma[noun] in _contents()
    return tree.lemma[noun] in word_class("abstract_nouns")


@cache
def _contents() -> frozenset[str]:
    """Nouns of what is said, thought or known."""
    return (
        word_class("abstract_nouns")
        | POSSIBLE_NOUNS
        | SAYING_NOUNS
        | word_class("factive_nouns")
        | word_class("falsehoods")
    )


def _plural(tree: Tree, noun: int, clause: int) -> bool:
    """ "Does best in states where wages are low", "water carrying salt": not all states, and not any water."""
    short = tree.right[clause] - tree.left[clause] < _PLAIN_LONGEST
    short = short and "," not in tree.text[tree.left[clause] : tree.right[clause]]
    short = short and (_is_participle(tree, clause) or tree.dep[clause] == "acl:relcl")
    return short and tree.dep[noun] in _PLACES and is_bare(tree, noun, clause)


def is_bare(tree: Tree, noun: int, clause: int) -> bool:
    """Is it a common noun without an article or anything else but a clause?"""
    common = tree.tag[noun] in ("NNS", "NN") and not tree.is_named(noun)
    return common and _has_no_more_than(tree, noun, clause, _PREPOSITION)


def _is_participle(tree: Tree, clause: int) -> bool:
    """ "Gas stored here", "water carrying salt"; "momentum heading into the vote" is not one kind of momentum."""
    done = tree.tag[clause] == "VBN" or tree.tag[tree.head[clause]] == "NNS" or tree.child(clause, "obj")
    formed = tree.tag[clause] in ("VBN", "VBG") and not tree.marks(clause)
    return tree.dep[clause] == "acl" and formed and bool(done)


def _has_no_more_than(tree: Tree, noun: int, clause: int, deps: frozenset[str]) -> bool:
    """Stands nothing with the noun but such words and its clause?"""
    return all(tree.dep[kid] in deps for kid in tree.kids[noun] if kid != clause)


def _unspecific(tree: Tree, noun: int, clause: int) -> bool:
    """ "Never had a client who lost", "any case that we know": without its clause the denial is another."""
    return tree.dep[clause] == "acl:relcl" and is_unspecific(tree, noun)


def is_unspecific(tree: Tree, noun: int) -> bool:
    """Does the noun stand for none that the text has in mind: "any case", "no case", what somebody "never had"?"""
    words = {tree.lower[kid] for kid in tree.children(noun, "det")}
    if tree.is_named(noun) or tree.pos[noun] != "NOUN":
        return False
    verb = tree.head[noun]
    exists = tree.dep[noun] == "nsubj" and tree.child(verb, "expl") is not None and is_negated(tree, verb)
    denied = exists or (tree.dep[noun] == "obj" and _is_denied(tree, verb))
    one = bool(words & INDEFINITE) or any(tree.lower[kid] == "one" for kid in tree.children(noun, "nummod"))
    return bool(words & {"any", "no"}) or (denied and (one or _is_bare_plural(tree, noun)))


def _is_denied(tree: Tree, verb: int) -> bool:
    subject = tree.child(verb, "nsubj", "nsubj:pass")
    return is_negated(tree, verb) or (subject is not None and is_negative_nominal(tree, subject))


def _is_bare_plural(tree: Tree, noun: int) -> bool:
    return tree.tag[noun] == "NNS" and tree.child(noun, "det", "nummod", "nmod:poss") is None


def _stretch(tree: Tree, noun: int, clause: int) -> bool:
    """ "In the weeks after leaving the army": a stretch of time that the clause alone fixes."""
    marks = tree.words(tree.marks(clause))
    return (
        tree.lemma[noun] in TIME_NOUNS and not tree.is_named(noun) and marks in ("after", "before", "since")
    )


def _named(tree: Tree, noun: int, name: int) -> bool:
    """ "The word 'yes'", "the year 2022": close behind, with nothing but a quotation mark between."""
    close = name == noun + 1 or (name == noun + 2 and tree.tag[noun + 1] == "``")
    the = any(tree.lower[kid] == "the" for kid in tree.children(noun, "det"))
    return (
        tree.dep[name] == "appos" and close and the and tree.pos[noun] == "NOUN" and not tree.is_named(noun)
    )


def _ranked(tree: Tree, noun: int, clause: int) -> bool:
    """ "The first novel to win the prize", "the worst storm that the town has seen"."""
    return is_ranked(tree, noun) and (tree.pos[noun] == "NOUN" or tree.tag[noun] == "NNPS")


def is_ranked(tree: Tree, noun: int) -> bool:
    """Is it said to be the first, last, only or greatest?"""
    return any(
        tree.tag[kid] == "JJS" or tree.lower[kid] in _ONLY for kid in tree.children(noun, "amod", "advmod")
    )


RESTRICTIVE: RuleTable[Rule] = RuleTable(
    "phrases",
    Rule("clause-of-predicate", _predicate, "UD: acl:relcl of a nominal predicate"),
    Rule("clause-of-existential", _existential, "UD: expl, acl"),
    Rule("clause-of-open-head", _open, "UD: acl of a pronoun or general noun"),
    Rule("clause-of-bare-noun", _bare, "UD: acl of an abstract noun without modifiers"),
    Rule("clause-of-plural", _plural, "UD: acl:relcl of a plural without modifiers"),
    Rule("clause-of-counted", _partitive, "UD: acl:relcl of nmod"),
    Rule("contact-clause", _contact, "Huddleston and Pullum (2002), 12.3.5"),
    Rule("clause-of-unspecific", _unspecific, "UD: acl:relcl under a negation"),
    Rule("clause-of-stretch", _stretch, "UD: acl, mark"),
    Rule("close-apposition", _named, "UD: appos"),
    Rule("clause-of-ranked-noun", _ranked, "UD: acl beside a superlative"),
)
"""Asked of the clauses that hang on a noun."""
