"""Who "it" is that goes on reporting: the paper, the statement or the body that was the source before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..english.lexicon import ROLE_NOUNS
from ..english.semantic_classes import noun_type
from ..syntax.rules import Rule
from .cues import is_text
from .quotations import quote_around

if TYPE_CHECKING:
    from ..syntax.phrases import Phrase
    from ..syntax.tree import Tree
    from .cues import Attribution

_SENTENCES = 3
"""How many sentences back the source is looked for."""


def source_before(tree: Tree, attributions: Iterable[Attribution], it: int) -> Phrase | None:
    """ "The letter said the yard was old. It added that ...": the letter adds it; None where no text or body spoke before, or another came."""
    if tree.lower[it] != "it" or quote_around(tree, it) is not None:
        return None
    sources = (attribution.source for attribution in attributions)
    earlier = (s for s in sources if s.head < it and tree.sentence[it] - tree.sentence[s.head] <= _SENTENCES)
    told = (s for s in earlier if _is_text_or_body(tree, s.head) and quote_around(tree, s.head) is None)
    last = max(told, key=lambda source: source.head, default=None)
    return None if last is None or _is_passed(tree, last.head, it) else last


def _is_passed(tree: Tree, source: int, it: int) -> bool:
    """Is another text or body the subject of a sentence between them, which may be what "it" is?"""
    between = (
        t for t in range(source + 1, it) if tree.sentence[source] < tree.sentence[t] < tree.sentence[it]
    )
    return any(tree.dep[t] in ("nsubj", "nsubj:pass") and _is_text_or_body(tree, t) for t in between)


def _is_text_or_body(tree: Tree, noun: int) -> bool:
    lemma = tree.lemma[noun]
    if tree.label[noun]:
        return tree.label[noun] in ("ORG", "WORK_OF_ART")
    office = tree.tag[noun] == "NN" and tree.lower[noun] in ROLE_NOUNS  # "the prosecutor said ..., it added"
    return is_text(lemma) or office or noun_type(lemma) == "ORG"


GOES_ON = Rule("it-goes-on", source_before, cites="PolNeAR: indirect speech")
