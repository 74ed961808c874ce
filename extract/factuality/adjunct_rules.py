"""Signs of how a clause is attached: conditions, questions, purposes, "without", "before"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import AS_LONG, ASKING, CONDITIONS, PLANNING
from ..english.word_classes import word_class
from ..syntax.negation import negators
from ..syntax.predicates import finite_word, is_gerund, lasts_as_long
from ..syntax.rules import Rule, RuleTable
from .embedding import Embedding, EmbeddingRule, intended, is_infinitive
from .purposes import purpose
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_MAIN_CONDITIONS = frozenset({"if", "unless", "only if", "provided", "provided that", "in case", *AS_LONG})
_WITHOUT = frozenset(
    {"without", "rather than", "instead of", "instead", "as opposed to", "far from", "in lieu of"}
)
_BEFORE = frozenset({"before", "until", "till", "once", "when", "as soon as", "after"})
_CIRCUMSTANCES = frozenset({"why", "when", "where", "how"})
_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "wo", "to", "must", "should", "may", "might", "can", "could", "would"})  # fmt: skip

_PAST_AHEAD = frozenset({"would", "could", "might"})
"""Those that may tell of the past."""


def _condition(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "If he leaves", "unless", "whether"; behind a verb of asking it is a question."""
    clause = embedding.clause
    conditions = tuple(mark for mark in tree.marks(clause) if tree.lower[mark] in CONDITIONS)
    if embedding.dep == "advcl" and embedding.marks in AS_LONG and not lasts_as_long(tree, clause):
        conditions = tree.marks(clause)
    if not conditions or _compares(tree, clause) or _concedes(tree, clause):
        return
    asked = embedding.dep in ("ccomp", "xcomp", "csubj", "csubj:pass", "acl") or _asks(tree, embedding)
    asked = asked or tree.child(embedding.clause, "nsubj:outer") is not None  # "the question is whether"
    question = asked and not {"if", "whether"}.isdisjoint(embedding.marks.split()[:2])
    yield Sign("possible" if question else "conditional", conditions)


def _asks(tree: Tree, embedding: Embedding) -> bool:
    """ "Wondered if", "would not say if": right behind such a verb "if" opens a question."""
    lemma, governor = tree.lemma[embedding.governor], embedding.governor
    if lemma in ASKING:
        return True
    parted = any(tree.text[token] == "," for token in range(governor, tree.left[embedding.clause]))
    bare = tree.child(governor, "obj", "obl", "ccomp") is None
    return lemma in word_class("open_to_if") and embedding.clause > governor and bare and not parted


def _conditions(tree: Tree, clause: int) -> tuple[int, ...]:
    """The subordinators of a clause on which another hangs; what is so "even if" something happens does not."""
    return tuple(
        mark
        for mark in tree.marks(clause)
        if tree.lower[mark] != "if" or not mark or tree.lower[mark - 1] != "even"
    )


def _compares(tree: Tree, clause: int) -> bool:
    """ "If 2019 was dull, 2020 was worse": both happened; a condition in the past would need a "would"."""
    main = tree.head[clause]
    if tree.dep[clause] != "advcl" or clause > main or tree.words(tree.marks(clause)) != "if":
        return False
    verbs = [finite_word(tree, clause), finite_word(tree, main)]
    alike = tree.child(clause, "cop") is not None and tree.child(main, "cop") is not None
    alike = alike or tree.lemma[clause] == tree.lemma[main]
    return alike and all(verb is not None and tree.tag[verb] == "VBD" for verb in verbs)


def _concedes(tree: Tree, clause: int) -> bool:
    """ "It was well built, even if it leaked": both in the past, it did leak."""
    marks = [
        mark for mark in tree.marks(clause) if tree.lower[mark] == "if" and tree.lower[mark - 1] == "even"
    ]
    verbs = [finite_word(tree, clause), finite_word(tree, tree.head[clause])]
    return bool(marks) and all(verb is not None and tree.tag[verb] == "VBD" for verb in verbs)


def _inverted(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Should it fail", "had he known", "were she to leave"."""
    if embedding.dep == "advcl":
        opening = _inversion(tree, embedding.clause)
        if opening is not None:
            yield Sign("conditional", (opening,))


def _inversion(tree: Tree, clause: int) -> int | None:
    """The auxiliary that stands before its subject."""
    first, subject = tree.left[clause], tree.child(clause, "nsubj", "nsubj:pass")
    while tree.pos[first] == "PUNCT" and first < clause:
        first += 1
    inverted = tree.lower[first] in ("should", "had", "were") and subject is not None and first < subject
    return first if inverted else None


def _attached(tree: Tree, verb: int) -> Iterator[Sign]:
    """A clause with a condition attached ("may leave if ...") is conditional itself."""
    if tree.lemma[verb] in ASKING:
        return  # "asked if he thought so": a question
    for kid in tree.children(verb, "advcl"):
        conditions = _conditions(tree, kid)
        if tree.words(conditions) in _MAIN_CONDITIONS and not (
            _compares(tree, kid) or lasts_as_long(tree, kid)
        ):
            yield Sign("conditional", conditions)
        else:
            opening = _inversion(tree, kid)
            if opening is not None:
                yield Sign("conditional", (opening,))


def _question(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """What a question mark stands behind is asked, not told; "why did she leave?" takes it for granted that she did."""
    mark = next((kid for kid in tree.kids[embedding.clause] if tree.text[kid] == "?"), None)
    behind = tree.right[embedding.clause] + 1
    if mark is None and behind < len(tree) and tree.text[behind] == "?":
        mark = behind if tree.sentence[behind] == tree.sentence[embedding.clause] else None
    if mark is None:
        mark = _asked(tree, embedding.clause)
    if (
        mark is not None
        and ":" in tree.text[embedding.clause : mark]
        and not _is_inverted(tree, embedding.clause)
    ):
        return  # "asked a simple question: who will win?"
    if (
        mark is not None
        and embedding.dep not in ("acl:relcl", "acl")
        and not _presupposes(tree, embedding.clause)
    ):
        yield Sign("possible", (mark,))


def _presupposes(tree: Tree, clause: int) -> bool:
    """ "Why did", "how has": only the circumstances are asked for; "why would" asks whether it may be so."""
    asked = any(tree.lower[kid] in _CIRCUMSTANCES for kid in tree.children(clause, "advmod") if kid < clause)
    finite, subject = finite_word(tree, clause), tree.child(clause, "nsubj", "nsubj:pass")
    if not asked or finite is None or subject is None:
        return False
    return finite < subject and tree.tag[finite] in ("VBD", "VBZ", "VBP")


def _asked(tree: Tree, clause: int) -> int | None:
    """The question mark of a clause whose auxiliary stands before its subject ("did Lund help her so that ...?")."""
    if not _is_inverted(tree, clause):
        return None
    for token in range(clause, len(tree)):
        if tree.sentence[token] != tree.sentence[clause]:
            return None
        if tree.text[token] in ("?", "."):
            return token if tree.text[token] == "?" else None
    return None


def _is_inverted(tree: Tree, clause: int) -> bool:
    auxiliary = tree.child(clause, "aux", "cop", "aux:pass")
    subject = tree.child(clause, "nsubj", "nsubj:pass")
    return (
        auxiliary is not None and subject is not None and tree.tag[auxiliary] != "VB" and auxiliary < subject
    )


def _asked_infinitive(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Explained how to build it", "where to go", "whether to sell": nothing says that it is done."""
    clause = embedding.clause
    if embedding.dep in ("acl:relcl", "ROOT") or not is_infinitive(tree, clause):
        return
    opening = min(mark for mark in tree.marks(clause) if tree.lower[mark] == "to") - 1
    if opening >= 0 and (tree.tag[opening] in ("WRB", "WP") or tree.lower[opening] == "whether"):
        yield Sign("possible", (opening,))


def _without(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Without paying", "rather than pay", "instead of paying", "without a name painted on it"."""
    if embedding.marks == "instead" and tree.lower[tree.marks(embedding.clause)[0] + 1] != "of":
        return  # "shunned doctors, instead seeking help"
    if embedding.dep in ("advcl", "conj", "acl") and embedding.marks in _WITHOUT:
        yield Sign(NEGATIVE, tree.marks(embedding.clause) or tree.cases(embedding.clause))
    elif embedding.dep == "acl" and tree.words(tree.cases(embedding.governor)) == "without":
        if tree.tag[embedding.clause] in ("VBN", "VBG"):
            yield Sign(NEGATIVE, tree.cases(embedding.governor))
    elif embedding.dep == "conj" and not embedding.nominal:
        link = tree.child(embedding.clause, "cc")
        if link is not None and tree.words((link, *tree.children(link, "fixed"))) in _WITHOUT:
            yield Sign(NEGATIVE, (link, *tree.children(link, "fixed")))


def _likened(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Acts like he has never lost": nothing says that he has not."""
    likened = embedding.marks in ("like", "as though") and tree.lemma[embedding.governor] in word_class(
        "behaving"
    )
    if likened and tree.child(embedding.clause, "nsubj", "nsubj:pass") is not None:
        yield Sign("possible", tree.marks(embedding.clause))


def _before(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Before the tour commences", "will be asked before selling": a present tense, or a gerund, that waits for its time."""
    if embedding.dep != "advcl" or not (
        embedding.marks in _BEFORE or _opens_with_when(tree, embedding.clause)
    ):
        return
    finite = finite_word(tree, embedding.clause)
    main = embedding.governor
    ahead = [kid for kid in tree.kids[main] if tree.lower[kid] in _AHEAD and tree.dep[kid] in ("aux", "mark")]
    waits = ahead and embedding.marks == "before" and _is_to_come(tree, main, ahead[0])
    if finite is None and waits and is_gerund(tree, embedding.clause):
        yield Sign("planned", tree.marks(embedding.clause))
    if finite is None or tree.tag[finite] not in ("VBZ", "VBP"):
        return
    if ahead or embedding.marks in ("before", "until", "till"):
        yield Sign("planned", tree.marks(embedding.clause) or (finite,))


def _is_to_come(tree: Tree, verb: int, helper: int) -> bool:
    """ "Will", "has to", "planned to": is it not done yet, as what somebody had to or managed to do may be?"""
    if any(tree.lemma[kid] == "have" for kid in tree.children(verb, "aux")):
        return False  # "must have seen it before calling"
    if tree.tag[helper] == "MD":
        return tree.lower[helper] not in _PAST_AHEAD
    above = tree.head[verb]
    finite = finite_word(tree, above)
    return tree.lemma[above] in PLANNING or (finite is not None and tree.tag[finite] in ("VBZ", "VBP", "MD"))


def _opens_with_when(tree: Tree, clause: int) -> bool:
    return any(tree.lower[kid] in ("when", "once") for kid in tree.children(clause, "advmod"))


def _designed(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Aimed at improving", "designed to improve", "intent on improving"."""
    if embedding.dep not in ("advcl", "xcomp") or tree.lemma[embedding.governor] not in word_class(
        "designed"
    ):
        return
    meant = is_gerund(tree, embedding.clause) or is_infinitive(tree, embedding.clause)
    if meant and embedding.marks in ("at", "for", "to", "on", "toward", "towards"):
        yield from intended(tree, embedding.governor)


def _not_it(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "It was not Lund who sold the yard"."""
    noun = embedding.governor
    if embedding.dep != "acl:relcl" or tree.child(noun, "cop") is None:
        return
    it = any(tree.lower[kid] == "it" for kid in tree.children(noun, "expl", "nsubj"))
    definite = tree.is_named(noun) or any(
        tree.lower[kid] == "the" or tree.dep[kid] == "nmod:poss" for kid in tree.kids[noun]
    )
    tokens = negators(tree, noun)
    if it and definite and tokens:
        yield Sign(NEGATIVE, tokens)


ADJUNCTS = RuleTable(
    "factuality",
    EmbeddingRule("condition", _condition, cites="UD: mark"),
    EmbeddingRule("inverted-condition", _inverted, "UD: aux", frozenset({"advcl"})),
    EmbeddingRule("question", _question, cites="UD: punct"),
    EmbeddingRule("purpose", purpose, "PropBank: PRP", frozenset({"advcl"})),
    EmbeddingRule("question-infinitive", _asked_infinitive, cites="Huddleston and Pullum (2002), 11.5.1"),
    EmbeddingRule("without", _without, "UD: mark", frozenset({"advcl", "conj", "acl"})),
    EmbeddingRule("likened", _likened, "Huddleston and Pullum (2002), 13.5.4", frozenset({"advcl"})),
    EmbeddingRule("before", _before, "Huddleston and Pullum (2002), 4.2.4", frozenset({"advcl"})),
    EmbeddingRule("not-it-who", _not_it, "Huddleston and Pullum (2002), 16.9", frozenset({"acl:relcl"})),
    EmbeddingRule("designed-to", _designed, "UD: xcomp, advcl", frozenset({"advcl", "xcomp"})),
)
"""Asked of a clause and how it is attached."""

ATTACHED = RuleTable("factuality", Rule("attached-condition", _attached, cites="UD: advcl"))
"""Asked of a verb for the conditions attached to it."""
