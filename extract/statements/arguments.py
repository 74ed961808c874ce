"""The arguments of a clause: objects, agents, prepositional arguments, and what is said of the object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsgraph.graph.model.record import VALUE_LABELS

from ..attribution.source_phrases import is_source
from ..english.adjuncts import MEASURES, WHICH_TIME
from ..english.word_classes import word_class
from ..syntax.clauses import Clause
from ..syntax.phrases import Phrase, by_preposition, clause_phrase, conjunct_phrases, joined, noun_phrase
from ..syntax.predicates import calls_on, is_causative, is_needed, names
from ..syntax.relative_pronouns import antecedent_phrase, relative_head
from .adjuncts import is_spell, is_time, role_of
from .complements import QUESTION_TAGS, asks_for, object_clause
from .extraction import Argument

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_MEASURES = frozenset({"PERCENT", "MONEY", "QUANTITY"})
"""Labels of what says by how much, not by whom."""
_OBLIQUE_DEPS = frozenset({"obl", "obl:unmarked", "obl:agent", "obl:tmod", "obl:npmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BESIDE = frozenset({"conj", "cc", "punct", "advmod", "aux", "cc:preconj"})


class Oblique(Struct, frozen=True):
    """A prepositional argument: its role, its preposition, its phrases (more than one when coordinated)."""

    role: str
    preposition: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    head: int

    def argument(self, tree: Tree) -> Argument:
        """As a circumstance, coordination whole."""
        tokens = sorted({*self.preposition, *joined(tree, self.phrases)})
        return Argument(self.role, tuple(tokens), self.phrases[0].head)


def obliques(tree: Tree, clause: Clause) -> list[Oblique]:
    """The prepositional arguments of the predicate and of the verbs that lead to it, in text order."""
    found = []
    for verb in (*clause.links, clause.head):
        for kid in tree.kids[verb]:
            if tree.dep[kid] in _OBLIQUE_DEPS:
                if tree.pos[kid] == "ADP":
                    found.extend(_stranded(clause, kid))
                elif not _is_agent(tree, clause, kid) and not _is_no_argument(tree, kid):
                    found.extend(o for o in _behind(tree, kid, verb) if not _is_stray(tree, o))
    return sorted(found, key=lambda oblique: oblique.head)


def _behind(tree: Tree, kid: int, verb: int) -> list[Oblique]:
    """The argument that a noun heads; of nouns joined with prepositions of their own, one for each preposition."""
    antecedent = relative_head(tree, kid)
    if antecedent is not None:
        return [Oblique(role_of(tree, kid, verb), (), (antecedent_phrase(tree, antecedent, kid),), kid)]
    return [
        Oblique(role_of(tree, head, verb), cases, phrases, head)
        for head, cases, phrases in by_preposition(tree, kid)
    ]


def _is_stray(tree: Tree, oblique: Oblique) -> bool:
    """A noun without a preposition says when, by how much or in what way; any other is a slip of the parse."""
    head = oblique.head
    if oblique.role != "manner" or oblique.preposition or tree.pos[head] not in ("NOUN", "PROPN", "PRON"):
        return False
    measured = tree.label[head] in VALUE_LABELS or tree.lemma[head] in MEASURES or tree.child(head, "nummod")
    told = measured or any(tree.lower[kid] in WHICH_TIME for kid in tree.children(head, "det"))
    told = told or tree.lemma[head] in word_class("bare_manners") or relative_head(tree, head) is not None
    return not told and tree.pos[tree.left[head]] != "ADP"


def _is_no_argument(tree: Tree, kid: int) -> bool:
    """Sources ("according to") vouch for a statement and are no part of it; "at all" says nothing."""
    preposition = tree.words(tree.cases(kid))
    if tree.tag[kid] in QUESTION_TAGS and relative_head(tree, kid) is None:
        return True
    return is_source(tree, kid) or (preposition == "at" and tree.lower[kid] == "all")


def _stranded(clause: Clause, preposition: int) -> list[Oblique]:
    """A preposition left behind by a relative clause ("the man he spoke to")."""
    if not clause.antecedent:
        return []
    return [Oblique("to", (preposition,), clause.antecedent, preposition)]


def _is_agent(tree: Tree, clause: Clause, kid: int) -> bool:
    return (
        clause.passive
        and tree.words(tree.cases(kid)) == "by"
        and (not is_time(tree, kid) or is_spell(tree, kid))
        and role_of(tree, kid, clause.head) != "manner"  # "was reached by phone"
        and tree.pos[kid] != "NUM"
        and tree.label[kid] not in _MEASURES
        and not any(tree.tag[k] == "WRB" for k in tree.kids[kid])  # "surprised by how large it was"
    )


def agents(tree: Tree, clause: Clause) -> tuple[Phrase, ...]:
    """Who does what a passive verb says, where a by-phrase tells."""
    if not clause.passive:
        return ()
    verbs = (clause.head, *clause.links)
    kids = [kid for verb in verbs for kid in tree.children(verb, "obl:agent", "obl")]
    own = [kid for kid in kids if _is_agent(tree, clause, kid)] or _shared_agent(tree, clause.head)
    return tuple(phrase for kid in own for phrase in conjunct_phrases(tree, kid))


def _shared_agent(tree: Tree, head: int) -> list[int]:
    """ "Was shot and killed by a guard": who did what one of joined participles says did those before it and beside it."""
    if tree.tag[head] != "VBN" or any(tree.dep[kid] not in _BESIDE for kid in tree.kids[head] if kid > head):
        return []
    first = tree.head[head] if tree.dep[head] == "conj" else head
    verbs = [first, *tree.children(first, "conj")]
    agent = next((kid for verb in verbs for kid in tree.children(verb, "obl:agent") if kid > head), None)
    for verb in verbs:
        behind = [kid for kid in tree.kids[verb] if verb < kid != agent]
        between = agent is not None and head < verb < agent
        if between and (tree.tag[verb] != "VBN" or any(tree.dep[kid] not in _BESIDE for kid in behind)):
            return []
    return [] if agent is None else [agent]


def objects(tree: Tree, clause: Clause) -> tuple[Phrase, ...]:
    """Direct objects, a relative pronoun replaced, a missing one filled by what the clause hangs on."""
    head = clause.head
    kid = tree.child(head, "obj") if tree.child(head, "obj") is not None else tree.child(head, "iobj")
    if kid is None and is_causative(tree, head):
        kid = tree.child(tree.head[head], "obj")
    if kid is not None:
        antecedent = relative_head(tree, kid)
        if antecedent is not None:
            return (antecedent_phrase(tree, antecedent, kid),)
        whole = object_clause(tree, head, kid)
        if whole is None and tree.tag[kid] in QUESTION_TAGS:
            return ()
        return tuple(conjunct_phrases(tree, kid)) if whole is None else (whole,)
    caused = next(
        (s for c in tree.children(head, "xcomp") for s in tree.children(c, "nsubj", "nsubj:pass")), None
    )
    if caused is not None:  # "caused the dam to burst"
        return tuple(conjunct_phrases(tree, caused))
    nominal = _nominal_complement(tree, head)
    if nominal is not None and not (clause.gap and names(tree, head)):  # "a bill he called a farce"
        return tuple(conjunct_phrases(tree, nominal))
    if (
        clause.gap
        and not clause.passive
        and not any(tree.pos[k] == "ADP" for k in tree.children(head, "obl"))
    ):
        return clause.antecedent
    return _shared_object(tree, head)


def _nominal_complement(tree: Tree, head: int) -> int | None:
    """The noun of "became leader" or "was named chairman", when no object stands beside it."""
    for kid in tree.children(head, "xcomp"):
        if tree.pos[kid] in ("NOUN", "PROPN", "NUM", "PRON") and not tree.child(kid, "cop"):
            return kid
    return None


def _shared_object(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """In "planned and carried out the attack" both verbs take the object of the one that has it."""
    later = _later_object(tree, head)
    if later is not None:
        return tuple(conjunct_phrases(tree, later))
    if tree.dep[head] == "conj":
        first = tree.head[head]
        kid = _earlier_object(tree, first, head)
        own = tree.children(head, "obl", "xcomp", "ccomp", "advcl", "nsubj")
        if kid is not None and kid > head and tree.pos[first] == "VERB" and all(kid < other for other in own):
            return tuple(conjunct_phrases(tree, kid))
    return ()


def _earlier_object(tree: Tree, first: int, head: int) -> int | None:
    """The object behind a joined verb that the parse gives to one before it ("designed, built and tested the ship")."""
    verbs = [
        first,
        *(verb for verb in tree.children(first, "conj") if verb < head and tree.pos[verb] == "VERB"),
    ]
    items = (tree.child(verb, "obj") for verb in verbs)
    return next((item for item in items if item is not None and item > head), tree.child(first, "obj"))


def _is_like(tree: Tree, verb: int, other: int) -> bool:
    """Have two verbs one form, or is each finite ("founded and still runs", "has designed and will build")?"""
    finite = [tree.tag[v] in _FINITE or tree.child(v, "aux") is not None for v in (verb, other)]
    past = {tree.tag[verb], tree.tag[other]} == {"VBD", "VBN"} and tree.child(verb, "aux:pass") is None
    return (
        tree.tag[verb] == tree.tag[other] or all(finite) or past
    )  # a past tense is taken for a participle at times


def _later_object(tree: Tree, head: int) -> int | None:
    """ "Stopped, searched and released Dan Wu": a transitive verb right before its conjunct shares the object there."""
    if tree.pos[head] != "VERB" or tree.lemma[head] in word_class("intransitive"):
        return None
    behind = [kid for kid in tree.kids[head] if kid > head]
    grown = (
        behind[:1] == [head + 1] and tree.dep[head + 1] == "advmod"
    )  # "has grown tremendously and opened a plant"
    if grown or any(tree.dep[kid] not in _BESIDE for kid in behind):
        return None
    first = tree.head[head] if tree.dep[head] == "conj" else head
    verbs = [first, *tree.children(first, "conj")]
    for verb in verbs[verbs.index(head) + 1 :] if head in verbs else []:
        between = range(head + 1, verb) if verb == verbs[verbs.index(head) + 1] else ()
        if not _is_like(tree, verb, head) or any(tree.dep[t] not in _BESIDE for t in between):
            return None
        item = tree.child(verb, "obj")
        if item is not None:
            return item if item > verb and tree.tag[item] not in QUESTION_TAGS else None
        if tree.lemma[verb] in word_class("intransitive"):
            return None
    return None


def complements(tree: Tree, head: int) -> list[Argument]:
    """What is said of the object: "made it worse", "named her chair", "urged them to leave"."""
    called = names(tree, head) and tree.dep[head] == "acl:relcl"  # "a bill that critics called unfair"
    inner = any(tree.child(kid, "nsubj", "nsubj:pass") is not None for kid in tree.children(head, "xcomp"))
    bare = tree.child(head, "obj", "iobj") is None and not inner and not called
    if bare and not calls_on(tree, head) and not is_needed(tree, head):
        return []
    found = []
    for kid in tree.children(head, "xcomp"):
        if tree.tag[kid] == "VBN" and not tree.marks(kid):  # "declared it closed"
            found.append(Argument("as", clause_phrase(tree, kid).tokens, kid))
        elif tree.pos[kid] in ("VERB", "AUX"):
            role = "manner" if tree.tag[kid] == "VBG" else "to" if asks_for(tree, head) else "purpose"
            found.append(Argument(role, clause_phrase(tree, kid).tokens, kid))
        elif tree.marks(kid) and tree.lemma[head] in word_class("having"):  # "has a lot to be grateful for"
            continue
        elif tree.pos[kid] in ("ADJ", "NOUN", "PROPN", "ADV") and (called or kid != head + 1):
            role = "manner" if tree.pos[kid] == "ADV" else "as"
            found.append(Argument(role, noun_phrase(tree, kid).tokens, kid))
    return found


def bare_noun(tree: Tree, item: Phrase) -> tuple[int, ...]:
    """The noun with the adjectives and compounds right before it, and what is fixed to it ("chief of staff")."""
    kept = [item.head]
    for kid in tree.kids[item.head]:
        modifies = tree.dep[kid] in ("compound", "amod", "flat", "fixed", "nummod") or tree.lower[kid] in (
            "no",
            "any",
        )
        if modifies and kid in item.tokens:
            kept.extend(token for token in item.tokens if tree.left[kid] <= token <= tree.right[kid])
    return tuple(sorted(kept))
