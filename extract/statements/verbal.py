"""Statements of clauses: active, passive, copular, existential, with open complements, relative and participial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.lexicon import LIGHT_NOUNS, LIGHT_VERBS, RECIPROCAL
from ..english.word_classes import word_class
from ..factuality.modality import find_factuality
from ..factuality.signs import NEGATIVE, Factuality, Sign, combine
from ..syntax.clauses import Clause
from ..syntax.conjuncts import first_conjunct, is_contrast
from ..syntax.examples import included_phrases
from ..syntax.negation import negative_words, negators
from ..syntax.phrases import Phrase, by_preposition, clause_phrase, conjunct_phrases
from ..syntax.predicates import is_adjective_complement, is_causative, is_passive, makes_sure, own_words
from ..syntax.relative_pronouns import relative_head
from ..syntax.restrictive import is_open_head, is_unspecific
from ..syntax.somebody import is_somebody
from ..syntax.tree import CLAUSE_DEPS
from .arguments import agents, objects, obliques
from .complements import QUESTION_TAGS, adjective_phrases
from .coordination import Sharing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree
    from .extraction import Extraction


AMONG = frozenset({"among", "amongst"})
"""Prepositions of an inverted copula, "among the dead was", which a rule of its own reads."""


def clause_statements(tree: Tree, clauses: Clauses, head: int) -> Iterator[Extraction]:
    """The statements a predicate makes; none where it only leads to another or has no subject."""
    if not is_predicate(tree, head) or clauses.is_link(head):
        return
    clause = clauses.clause(head)
    if not clause.subjects or is_impersonal(tree, head):
        return
    if tree.pos[head] not in ("VERB", "AUX"):
        yield from _copular(tree, clauses, clause)
    else:
        yield from _verbal(tree, clauses, clause)


def is_predicate(tree: Tree, head: int) -> bool:
    """Does the token head a clause?"""
    if tree.dep[head] not in CLAUSE_DEPS:
        return False
    if tree.pos[head] in ("VERB", "AUX"):
        return tree.tag[head] != "MD"
    return tree.child(head, "cop") is not None or is_adjective_complement(tree, head)


def is_impersonal(tree: Tree, head: int) -> bool:
    """Is the subject an "it" that stands for a clause behind ("it is time to go", "it is clear that")?"""
    subject = tree.child(head, "nsubj", "nsubj:pass")
    if subject is None or tree.lower[subject] != "it" or tree.pos[head] in ("VERB", "AUX"):
        return False
    clauses = tree.children(head, "csubj", "ccomp", "xcomp", "advcl", "acl")
    return any(tree.lower[mark] in ("to", "that") for kid in clauses for mark in tree.marks(kid))


def _verbal(tree: Tree, clauses: Clauses, clause: Clause) -> Iterator[Extraction]:
    head = clause.head
    if _is_gap(tree, clause) or _is_of_what(tree, clause) or _is_idle(tree, head):
        return
    subjects, words, items = _turned(tree, clause, clauses.words(clause))
    orderers = _orderers(tree, clause)
    yield from _ordered(tree, clauses, clause, orderers)
    told = {phrase.head for phrase in orderers}
    judged = find_factuality(tree, tree.head[head] if is_causative(tree, head) else head, clause.borrowed)
    sharing = Sharing(
        tree,
        clause,
        _of_nobody(tree, subjects, judged),
        _method(tree, clause),
        [oblique for oblique in obliques(tree, clause) if oblique.head not in told],
    )
    if clause.passive and items and not clause.links and agents(tree, clause):
        yield from _given(tree, clause, sharing, words, items)
        return
    if not items and tree.lemma[head] == "do" and not clause.passive:  # "as he has done before"
        return
    if _is_light(tree, head, items):
        words, items = tuple(sorted({*words, *items[0].tokens})), ()
    if items:
        yield from sharing.with_objects(subjects, words, items)
    else:
        yield from sharing.without_object(subjects, words)


def _of_nobody(tree: Tree, subjects: Sequence[Phrase], factuality: Factuality) -> Factuality:
    """What nobody does is not done, though "nobody" be the subject of the verb above ("nobody spent a day mending it")."""
    words = negative_words(tree, subjects[0].head) if len(subjects) == 1 else ()
    if not words or any(sign.effect == NEGATIVE for sign in factuality.signs):
        return factuality
    return factuality.with_signs([Sign(NEGATIVE, words)])


def only_restricts(tree: Tree, clause: Clause) -> bool:
    """ "Those who oppose it", "never had a client who lost": that somebody opposes it or lost, the sentence does not tell."""
    first = first_conjunct(tree, clause.head)
    if tree.dep[first] == "acl:relcl" and is_unspecific(tree, tree.head[first]):
        return True
    if clause.method != "relative" or not clause.subjects or tree.lower[tree.left[clause.head] - 1] == ",":
        return False
    return is_open_head(tree, clause.subjects[0].head)


def _is_gap(tree: Tree, clause: Clause) -> bool:
    """Is the object an open question ("what the bank will do"), so that nothing is told?"""
    return any(
        tree.tag[kid] in ("WP", "WDT") and kid < clause.head and relative_head(tree, kid) is None
        for kid in tree.children(clause.head, "obj")
    )


def _is_of_what(tree: Tree, clause: Clause) -> bool:
    """ "What the bank wants", "anything he saw", "how large it was": what is wanted, seen or so the statement could not tell."""
    first = first_conjunct(tree, clause.head)
    noun = tree.head[first]
    if tree.dep[first] != "acl:relcl" or tree.child(clause.head, "obj") is not None or clause.head < noun:
        return False
    if tree.child(first, "nsubj", "nsubj:pass") is None:
        return False
    asked = tree.tag[noun] == "WP" or any(tree.tag[kid] == "WRB" for kid in tree.kids[noun])
    return asked or (clause.gap and is_open_head(tree, noun) and not obliques(tree, clause))


def _is_idle(tree: Tree, head: int) -> bool:
    """ "It is easy for firms to hire staff", "there is no doubt that she left": no deed, and nothing that is there or not."""
    nouns = tree.children(head, "nsubj") if tree.child(head, "expl") is not None else ()
    if any(tree.lemma[noun] in word_class("doubt") and negative_words(tree, noun) for noun in nouns):
        return True
    judged = tree.dep[head] == "csubj" and tree.pos[tree.head[head]] == "ADJ"
    return judged and any(tree.lower[mark] == "to" for mark in tree.marks(head))


def _turned(
    tree: Tree, clause: Clause, words: tuple[int, ...]
) -> tuple[tuple[Phrase, ...], tuple[int, ...], tuple[Phrase, ...]]:
    """Subjects, predicate and objects: a passive with its agent turned active, "they met" with one as the object."""
    items, doers = objects(tree, clause), agents(tree, clause)
    if doers and not items and clause.links:  # "is expected to be led by"
        return clause.subjects, tuple(sorted({*words, *tree.cases(doers[0].head)})), doers
    if doers and not items:
        return doers, _without_be(tree, words), _with_included(tree, clause.subjects)
    if not items and len(clause.subjects) == 2 and tree.lemma[clause.head] in RECIPROCAL:
        return clause.subjects[:1], words, clause.subjects[1:]
    if clause.passive and not items:
        return _with_included(tree, clause.subjects), words, ()
    return _with_included(tree, clause.subjects), words, _with_included(tree, items)


def _orderers(tree: Tree, clause: Clause) -> tuple[Phrase, ...]:
    """ "Was ordered to pay 2 million by a judge", "was told to leave by a guard": who orders or tells, not who pays or leaves."""
    if not clause.links or clause.passive or not is_passive(tree, clause.links[-1]):
        return ()
    kids = [
        kid for verb in (clause.links[-1], clause.head) for kid in tree.children(verb, "obl:agent", "obl")
    ]
    by = (kid for kid in kids if tree.words(tree.cases(kid)) == "by" and is_somebody(tree, kid))
    return tuple(phrase for kid in by for phrase in conjunct_phrases(tree, kid))


def _ordered(
    tree: Tree, clauses: Clauses, clause: Clause, orderers: tuple[Phrase, ...]
) -> Iterator[Extraction]:
    if orderers:
        link = clauses.clause(clause.links[-1])
        sharing = Sharing(tree, link, find_factuality(tree, link.head, None), "passive", [])
        for subject in clause.subjects:
            yield from sharing.make(orderers, _without_be(tree, own_words(tree, link.head)), subject, None)


def _given(
    tree: Tree, clause: Clause, sharing: Sharing, words: tuple[int, ...], items: tuple[Phrase, ...]
) -> Iterator[Extraction]:
    """ "Alden was fined 3 million euros by the court": who does it to whom, and what else it is that is given."""
    doers, active = agents(tree, clause), _without_be(tree, words)
    given = (item for item in items if tree.label[item.head] not in VALUE_LABELS)
    for item in (*clause.subjects, *given):
        yield from sharing.make(doers, active, item, None)


def _with_included(tree: Tree, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """What is done to several is done to those who are named among them."""
    return (*phrases, *(included for phrase in phrases for included in included_phrases(tree, phrase.head)))


def _method(tree: Tree, clause: Clause) -> str:
    expletive = tree.child(clause.head, "expl")
    if expletive is not None and tree.lower[expletive] == "there":
        return "existential"
    return "passive" if clause.passive and clause.method == "active" else clause.method


def _is_light(tree: Tree, head: int, objects: tuple[Phrase, ...]) -> bool:
    """Is the object part of the verb ("take place", "take part", "lose control")? Then it is a bare singular noun."""
    if len(objects) != 1 or tree.lemma[head] not in LIGHT_VERBS or len(objects[0].tokens) != 1:
        return False
    noun = objects[0].head
    return tree.lower[noun] in LIGHT_NOUNS and not tree.is_named(noun) and not tree.kids[noun]


def _without_be(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """A passive turned active loses its forms of "be"."""
    return tuple(
        word
        for word in words
        if not (tree.lemma[word] in ("be", "get") and tree.dep[word] in ("aux", "aux:pass"))
    )


def _copular(tree: Tree, clauses: Clauses, clause: Clause) -> Iterator[Extraction]:
    head, words = clause.head, clauses.words(clause)
    factuality = find_factuality(tree, head, clause.borrowed)
    method = "copula" if clause.method == "active" else clause.method
    if tree.pos[head] in ("ADJ", "ADV") and not tree.cases(head):
        sharing = Sharing(tree, clause, factuality, method, obliques(tree, clause))
        if sharing.target() is not None:
            yield from sharing.without_object(clause.subjects, words)
        elif makes_sure(tree, head):
            content = tree.child(head, "ccomp")
            if content is not None and clauses.clause(content).subjects:
                yield from sharing.with_objects(clause.subjects, words, (clause_phrase(tree, content),))
        else:
            items = adjective_phrases(tree, head)
            bare = tuple(word for word in words if word not in items[0].tokens)
            if bare:
                yield from _described(sharing, bare, items)
        return
    copula, cases = tree.child(head, "cop"), tree.cases(head)
    words = tuple(word for word in words if word != head)  # "were among the dead"
    inverted = copula is not None and tree.words(cases[:1]) in AMONG and cases[0] < copula
    if tree.tag[head] in QUESTION_TAGS or inverted:
        return
    sharing = Sharing(tree, clause, factuality, method, obliques(tree, clause))
    for _, prepositions, items in by_preposition(tree, head):
        behind = (case for case in prepositions if copula is None or case > copula)
        yield from _described(sharing, tuple(sorted({*words, *behind})), items)


def _described(sharing: Sharing, words: tuple[int, ...], items: tuple[Phrase, ...]) -> Iterator[Extraction]:
    """What is said of the subjects; behind "not ... but" what they are instead."""
    tree, head = sharing.tree, sharing.clause.head
    denied = negators(tree, head)
    instead = tuple(item for item in items if denied and item.head != head and is_contrast(tree, item.head))
    yield from sharing.with_objects(
        sharing.clause.subjects, words, tuple(i for i in items if i not in instead)
    )
    if instead:
        signs = (sign for sign in sharing.factuality.signs if sign.tokens != denied)
        so = replace(sharing, factuality=combine(signs))
        yield from so.with_objects(
            sharing.clause.subjects, tuple(w for w in words if w not in denied), instead
        )
