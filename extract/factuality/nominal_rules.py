"""Signs of events that a noun names: "no attack", "a planned visit", "denied its role in", "accused of the murder of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import PLANNING, REQUEST_NOUNS, SAYING_NOUNS, WISHING
from ..english.word_classes import word_class
from ..syntax.negation import negative_words, negators
from ..syntax.rules import RuleTable
from .embedding import Embedding, EmbeddingRule
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_EFFECTS = {
    "possible_adjectives": "possible",
    "planned_adjectives": "planned",
    "undone_adjectives": NEGATIVE,
}
"""What an adjective of each class makes of the event that it describes."""


def _no_event(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "No attack by rebels on Tarsk"."""
    tokens = negative_words(tree, embedding.clause)
    if tokens:
        yield Sign(NEGATIVE, tokens)


def _described(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "An alleged attack", "the planned visit", "the cancelled visit"."""
    for kid in tree.children(embedding.clause, "amod"):
        effect = next(
            (effect for name, effect in _EFFECTS.items() if tree.lower[kid] in word_class(name)), None
        )
        if effect is not None:
            yield Sign(effect, (kid,))


def _governed(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Denied its role in", "cancelled its visit to", "plans an attack on", "approved the sale of", "was accused of the murder of"."""
    verb = embedding.governor
    if embedding.dep not in ("obj", "obl", "nsubj:pass") or embedding.is_root:
        return
    lemma = tree.lemma[verb]
    negated = bool(negators(tree, verb))
    if embedding.dep == "obl":
        yield from _oblique(tree, embedding, lemma)
    elif lemma in word_class("averting") or (
        lemma in word_class("denying") and not _is_speech(tree.lemma[embedding.clause])
    ):
        yield Sign("possible" if negated else NEGATIVE, (verb,))
    elif lemma in word_class("demanding"):
        yield Sign("requested", (verb,))
    elif lemma in word_class("letting_happen"):
        yield from _let_happen(tree, embedding, negated=negated)
    elif lemma in WISHING or (lemma in PLANNING and lemma not in word_class("not_planning")):
        yield Sign("planned", (verb,))


def _let_happen(tree: Tree, embedding: Embedding, *, negated: bool) -> Iterator[Sign]:
    """A deal that is approved is to come, unless the text goes on to tell of it; any other event is left open."""
    verb, noun = embedding.governor, embedding.clause
    if any(tree.tag[kid] == "VBD" for kid in tree.children(noun, "acl:relcl")):
        return
    told = not negated and tree.dep[verb] not in ("xcomp", "advcl")
    yield Sign("planned" if told and tree.lemma[noun] in word_class("deals") else "possible", (verb,))


def _is_speech(noun: str) -> bool:
    return noun in SAYING_NOUNS or noun in REQUEST_NOUNS or noun in word_class("speech_acts")


def _oblique(tree: Tree, embedding: Embedding, lemma: str) -> Iterator[Sign]:
    if embedding.marks in ("of", "with", "for", "over", "in") and lemma in word_class("accusing"):
        yield Sign("possible", (embedding.governor,))
    elif embedding.marks in ("of", "in") and lemma in word_class("exonerating"):
        yield Sign(NEGATIVE, (embedding.governor,))
    elif embedding.marks == "against" and lemma in word_class("advising"):
        yield Sign(NEGATIVE, (embedding.governor, *tree.cases(embedding.clause)))
    elif embedding.marks == "for" and lemma in word_class("demanding"):
        yield Sign("requested", (embedding.governor,))


NOMINALS = RuleTable(
    "factuality",
    EmbeddingRule("no-event", _no_event, cites="UD: det 'no'"),
    EmbeddingRule("described-event", _described, cites="UD: amod"),
    EmbeddingRule("governed-event", _governed, cites="UD: obj, obl"),
)
"""Asked of a noun that names an event."""
