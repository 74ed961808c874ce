"""What nouns and prepositions attribute: "Lund's claim that", "the rumour is that", "according to Lund", "in Lund's view"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import SAYING_NOUNS, SHOWING
from ..english.word_classes import word_class
from ..syntax.negation import is_negative_nominal
from ..syntax.phrases import QUOTATION_MARKS, Phrase, noun_phrase
from ..syntax.predicates import is_gerund
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import CLIMB
from .cues import THINGS, Attribution, is_somebody, is_text, joined_source, outside, source_of
from .source_phrases import source_noun
from .stance import DENIES, of_handled

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

_UTTERING = frozenset({"", "with", "in", "by", "through", "via"})
"""Prepositions of a claim by which the subject speaks; "seethed after the disclosure that" tells of somebody else's."""
_HOLDING = ("of", "under")
"""Prepositions of a view that somebody has: "is of the opinion that", "was under the impression that"."""
_CLAUSES = {False: ("acl", "ccomp"), True: ("acl", "ccomp", "acl:relcl")}
_OWNERS = ("by", "from", "of", "among")


def _content_of_noun(tree: Tree, clauses: Clauses, cue: int) -> Iterator[Attribution]:
    """ "Holt's claim that", "a report by Amnesty that", "expressed disappointment that", "rumours that"."""
    if tree.pos[cue] != "NOUN" or not _tells(tree, cue):
        return
    content = next(
        (
            kid
            for kid in (*tree.children(cue, *_CLAUSES[_is_held(tree, cue)]), *_extraposed(tree, cue))
            if _is_reported(tree, kid)
        ),
        None,
    )
    if content is None:
        return
    source = _source(tree, clauses, cue)
    if source is not None:
        yield Attribution(source, cue, ((tree.left[content], tree.right[content]),), content)


def _tells(tree: Tree, cue: int) -> bool:
    """Is it a word for something said, by somebody or by nobody knows whom ("claim", "rumour")?"""
    lemma = tree.lemma[cue]
    return lemma in SAYING_NOUNS or lemma in word_class("hearsay") or lemma in word_class("texts")


def _is_held(tree: Tree, cue: int) -> bool:
    """ "Is of the opinion that": a view that the subject has; the parse may take the clause for a relative one."""
    return tree.words(tree.cases(cue)) in _HOLDING and tree.child(cue, "cop") is not None


def _extraposed(tree: Tree, cue: int) -> list[int]:
    """The clauses that the parse has hung on the verb of a report ("a report emerged that", "voiced hope yesterday that")."""
    verb = tree.head[cue]
    emerges = tree.dep[cue] == "nsubj" and tree.lemma[verb] in word_class("emerging")
    uttered = tree.dep[cue] == "obj" and tree.lemma[verb] in word_class("uttering")
    return [kid for kid in tree.children(verb, "ccomp") if kid > cue] if emerges or uttered else []


def _is_reported(tree: Tree, clause: int) -> bool:
    """ "Claims that he left", "claims he left"."""
    marks = tree.words(tree.marks(clause))
    if marks == "of":  # "rumours of Lund leaving"
        told = tree.lemma[tree.head[clause]] in word_class("hearsay") and is_gerund(tree, clause)
        return told and tree.child(clause, "nsubj", "nsubj:pass") is not None
    if marks or tree.dep[clause] == "acl:relcl":
        return "that" in marks.split()
    relative = any(  # "a claim that she disputes"
        tree.lower[kid] in ("that", "which") for kid in tree.children(clause, "obj", "nsubj", "nsubj:pass")
    )
    return (
        tree.dep[clause] == "acl"
        and not relative
        and tree.child(clause, "nsubj", "nsubj:pass", "expl") is not None
    )


def _source(tree: Tree, clauses: Clauses, cue: int) -> Phrase | None:
    """Whose claim it is: its owner, else whoever makes it; a rumour is its own source."""
    denier = _denier(tree, clauses, cue)
    if denier is not None:
        return denier
    owner = owner_of(tree, cue)
    if owner is not None:
        return noun_phrase(tree, owner)
    if _is_held(tree, cue):
        return joined_source(tree, clauses.clause(cue).subjects)
    verb = tree.head[cue]
    by = tree.words(tree.cases(cue))
    if (
        (tree.dep[cue] == "obj" or (tree.dep[cue] == "obl" and by in _UTTERING))
        and tree.pos[verb] == "VERB"
        and (tree.lemma[verb] not in word_class("hearing") or tree.lemma[verb] == "raise")
    ):
        clause = clauses.clause(verb)
        source = None if clause.passive else joined_source(tree, clause.subjects)
        causes = source is not None and _only_causes(tree, verb, source.head)
        if source is not None and not causes and tree.lower[source.head] not in THINGS:
            return source
    return _hearsay(tree, cue)


def _only_causes(tree: Tree, verb: int, source: int) -> bool:
    """ "The deal renewed speculation that", "the fire raised fears that": a thing that claims nothing."""
    if tree.lemma[verb] == "raise" or is_somebody(tree, source):
        return not is_somebody(tree, source)
    utters = word_class("uttering") | SHOWING | word_class("bearing")
    reads = is_text(tree.lemma[source]) or tree.lemma[source] == "other"
    return tree.pos[source] == "NOUN" and not reads and tree.lemma[verb] not in utters


def _denier(tree: Tree, clauses: Clauses, cue: int) -> Phrase | None:
    """ "Lund dismissed Berg's claim that", "poured scorn on it": it is denied, and Lund denies it."""
    verb = tree.head[cue]
    if tree.dep[cue] == "nsubj:pass":
        denied = tree.lemma[verb] in word_class("denying")
    else:
        denied = of_handled(tree, cue) == DENIES
    if not denied:
        return None
    if tree.dep[cue] == "nsubj:pass":  # "the claim that ... was dismissed by Lund"
        return source_of(tree, clauses, verb)
    clause = clauses.clause(verb)
    return None if clause.passive else joined_source(tree, clause.subjects)


def owner_of(tree: Tree, noun: int) -> int | None:
    """The head of whoever a claim belongs to ("Holt's claim", "a report by Amnesty", "an Amnesty report")."""
    for kid in tree.kids[noun]:
        behind = tree.dep[kid] == "nmod" and tree.words(tree.cases(kid)) in _OWNERS
        if tree.dep[kid] == "nmod:poss" or behind:
            return kid
    return next((kid for kid in tree.children(noun, "compound") if tree.label[kid] == "ORG"), None)


def _hearsay(tree: Tree, noun: int) -> Phrase | None:
    """A rumour or a report that nobody owns, where it is not denied."""
    if tree.lemma[noun] not in word_class("hearsay") or is_negative_nominal(tree, noun):
        return None
    phrase = noun_phrase(tree, noun)
    content = tree.child(noun, "acl", "ccomp")
    tokens = tuple(t for t in phrase.tokens if content is None or not tree.contains(content, t))
    return Phrase(tokens or (noun,), noun)


def _common_view(tree: Tree, noun: int) -> Phrase | None:
    """ "The consensus view is that": what many think."""
    common = tree.lemma[noun] in word_class("common_views") and not is_negative_nominal(tree, noun)
    return Phrase(noun_phrase(tree, noun).tokens, noun) if common else None


def _noun_is_that(tree: Tree, clauses: Clauses, cue: int) -> Iterator[Attribution]:
    """ "The rumour is that", "Lund's view was that", "word has it that"."""
    if not _tells(tree, cue):
        return
    clause = tree.head[cue]
    if tree.dep[cue] == "nsubj:outer":
        content: int | None = clause
        start = next((m for m in tree.marks(clause) if tree.lower[m] == "that"), None)
    elif tree.dep[cue] == "nsubj" and tree.lemma[clause] in ("be", "have", "go"):
        content = tree.child(clause, "ccomp")
        start = None if content is None else tree.left[content]
    else:
        return
    if content is None or start is None:
        return
    owner = owner_of(tree, cue)
    source = (_hearsay(tree, cue) or _common_view(tree, cue)) if owner is None else noun_phrase(tree, owner)
    if source is not None:
        yield Attribution(source, cue, ((start, tree.right[content]),), content)


def _preposition(tree: Tree, clauses: Clauses, noun: int) -> Iterator[Attribution]:
    """ "According to Lund", "in Lund's view" vouch for the clause they stand in."""
    if tree.dep[noun] not in ("obl", "nmod"):
        return
    source = source_noun(tree, noun)
    if source is None:
        return
    low, high = tree.left[noun], tree.right[noun]
    clause = tree.head[noun]
    if closes_sentence(tree, noun):
        sentence = _sentence_of(tree, noun)
        clause = clause if ";" in tree.text[tree.left[sentence] : low] else sentence
    content = outside(tree.left[clause], tree.right[clause], low, high)
    cue = tree.cases(noun)[0] if source == noun else noun
    if content:
        yield Attribution(noun_phrase(tree, source), cue, content, clause)


def closes_sentence(tree: Tree, noun: int) -> bool:
    """Does "according to" end its sentence behind a comma? It is then about all of it, whatever word it hangs on."""
    cases, end = tree.cases(noun), tree.right[noun] + 1
    if not cases:  # in a parse gone wrong "according" is no preposition
        return False
    opening = cases[0]
    while end < len(tree) and tree.pos[end] == "PUNCT" and tree.text[end] not in QUOTATION_MARKS:
        end += 1
    ends = end == len(tree) or tree.sentence[end] != tree.sentence[noun] or tree.text[end].isspace()
    return (
        ends and opening > 0 and tree.text[opening - 1] == "," and tree.lower[opening] in ("according", "per")
    )


def _sentence_of(tree: Tree, token: int) -> int:
    """The head of the sentence, or of the report inside it."""
    for _ in range(CLIMB):
        token = tree.head[token]
        if tree.head[token] == token or tree.dep[token] in ("ccomp", "parataxis"):
            break
    return token


NOUNS = RuleTable(
    "attribution",
    Rule("reporting-noun", _content_of_noun, cites="PolNeAR; UD: acl"),
    Rule("noun-is-that", _noun_is_that, cites="UD: nsubj:outer"),
    Rule("source-preposition", _preposition, cites="PolNeAR; UD: case"),
)
"""Asked at every noun for what it attributes."""
