"""Signs of events that a noun names: "no attack", "a planned visit", "denied its role in", "accused of the murder of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import PLANNING, REQUEST_NOUNS, SAYING_NOUNS, WISHING, word_set
from ..english.word_classes import word_class
from ..syntax.negation import negative_words, negators
from ..syntax.rules import RuleTable
from .embedding import Embedding, EmbeddingRule
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_POSSIBLE = word_set("possible potential alleged suspected threatened feared hypothetical rumoured rumored supposed purported presumed reported")  # fmt: skip
_PLANNED = word_set("planned proposed upcoming future forthcoming scheduled intended imminent prospective would-be looming")  # fmt: skip
_UNDONE = word_set("failed abandoned cancelled canceled aborted foiled thwarted averted scrapped")
_DEMANDING = frozenset({"demand", "request", "urge", "call"})
_NOT_PLANNING = frozenset({"set", "go", "look", "move", "try", "agree", "decide", "mean"})
_SPEECH_ACTS = SAYING_NOUNS | REQUEST_NOUNS | word_set("appeal lawsuit suit petition bid offer plan proposal deal rebuke criticism attack")  # fmt: skip
_AVERTING = word_set("cancel avert prevent avoid call_off abandon scrap shelve ditch axe abort foil thwart forestall block stop ban deny disclaim disavow refute")  # fmt: skip


def _no_event(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "No attack by rebels on Tarsk"."""
    tokens = negative_words(tree, embedding.clause)
    if tokens:
        yield Sign(NEGATIVE, tokens)


def _described(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "An alleged attack", "the planned visit", "the cancelled visit"."""
    for kid in tree.children(embedding.clause, "amod"):
        word = tree.lower[kid]
        effect = "possible" if word in _POSSIBLE else "planned" if word in _PLANNED else NEGATIVE
        if word in _POSSIBLE or word in _PLANNED or word in _UNDONE:
            yield Sign(effect, (kid,))


def _governed(tree: Tree, embedding: Embedding) -> Iterator[Sign]:
    """ "Denied its role in", "cancelled its visit to", "plans an attack on", "was accused of the murder of"."""
    verb = embedding.governor
    if embedding.dep not in ("obj", "obl", "nsubj:pass") or embedding.is_root:
        return
    lemma = tree.lemma[verb]
    negated = bool(negators(tree, verb))
    if embedding.dep == "obl":
        yield from _oblique(tree, embedding, lemma)
    elif lemma in _AVERTING or (
        lemma in word_class("denying") and tree.lemma[embedding.clause] not in _SPEECH_ACTS
    ):
        yield Sign("possible" if negated else NEGATIVE, (verb,))
    elif lemma in _DEMANDING:
        yield Sign("requested", (verb,))
    elif lemma in WISHING or (lemma in PLANNING and lemma not in _NOT_PLANNING):
        yield Sign("planned", (verb,))


def _oblique(tree: Tree, embedding: Embedding, lemma: str) -> Iterator[Sign]:
    if embedding.marks in ("of", "with", "for", "over", "in") and lemma in word_class("accusing"):
        yield Sign("possible", (embedding.governor,))
    elif embedding.marks in ("of", "in") and lemma in word_class("exonerating"):
        yield Sign(NEGATIVE, (embedding.governor,))
    elif embedding.marks == "against" and lemma in ("warn", "advise", "caution", "decide", "counsel"):
        yield Sign(NEGATIVE, (embedding.governor, *tree.cases(embedding.clause)))
    elif embedding.marks == "for" and lemma in _DEMANDING:
        yield Sign("requested", (embedding.governor,))


NOMINALS = RuleTable(
    "factuality",
    EmbeddingRule("no-event", _no_event, cites="UD: det 'no'"),
    EmbeddingRule("described-event", _described, cites="UD: amod"),
    EmbeddingRule("governed-event", _governed, cites="UD: obj, obl"),
)
"""Asked of a noun that names an event."""
