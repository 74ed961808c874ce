"""Names relations: predicates that differ only in tense or auxiliaries share one, and a plan has its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from newsgraph.graph.identity import normal_key
from newsgraph.graph.model.statement import Statement

MODAL_PREFIXES = {
    "planned": "plan to",
    "possible": "may",
    "obligatory": "must",
    "requested": "be asked to",
}
"""What a predicate of this modality starts with: ``rel:plan_to_call`` is never read as ``rel:call``."""

_PERFECT = frozenset({"has", "have", "had", "having"})
_BE = frozenset({"am", "are", "be", "been", "being", "is", "was", "were"})
_CLITICS_OF_BE = frozenset({"'m", "'re", "'s", "’m", "’re", "’s"})
_NEGATIONS = frozenset({"not", "never", "no", "longer"})
_SUPPLETIVE = {"went": "go"}  # nothing in the word tells its lemma; "was" and the like are in _BE
_CONTRACTIONS = {"can't": "can", "cannot": "can", "won't": "will", "shan't": "shall"}


@dataclass(frozen=True, slots=True)
class RelationTerm:
    """A relation by its words; ``base`` is the relation that a modal one plans, allows or asks for."""

    key: str
    base: str
    modality: str = "actual"


def relation_of(statement: Statement) -> RelationTerm:
    """Return the relation of ``statement``: the schema's where there is one, else the predicate's own words.

    A negative or conditional statement has the relation of the statement it denies or supposes. A modal
    relation of the schema starts with its modality (``planned attacked``), one in the text's words with what
    people say (``plan to attack``), so that the two are never mixed up.
    """
    modal = statement.modality in MODAL_PREFIXES
    if statement.relation:
        base, prefix = " ".join(normal_key(statement.relation).split("_")), statement.modality
    else:
        is_fact = statement.polarity != "negative" and statement.modality == "actual"
        base = _base_words(statement.predicate, statement.lemma, statement.polarity == "negative", is_fact)
        prefix = MODAL_PREFIXES.get(statement.modality, "")
    return RelationTerm(f"{prefix} {base}", base, statement.modality) if modal else RelationTerm(base, base)


@lru_cache(maxsize=65_536)
def _base_words(predicate: str, lemma: str, is_negative: bool, is_fact: bool) -> str:
    """Return the words of a predicate without tense: the verb's lemma, and the rest as it stands."""
    words = [_SUPPLETIVE.get(word, word) for word in normal_key(predicate).split()]
    lemma = normal_key(lemma)
    if is_negative:
        words = _without_negation(words)
    if not is_fact:
        words = _from_head(words, lemma)
    words = _without_tense(words, lemma)
    if _head(words, lemma) == 0:
        words = [lemma, *words[1:]]
    return " ".join(words)


def _without_negation(words: list[str]) -> list[str]:
    plain = (
        _CONTRACTIONS.get(word, word.removesuffix("n't")) for word in (w.replace("’", "'") for w in words)
    )
    return [word for word in plain if word and word not in _NEGATIONS]


def _from_head(words: list[str], lemma: str) -> list[str]:
    """Drop what stands before the head, such as "plans to" or "did", but for the "be" of a passive."""
    head = _head(words, lemma)
    if not head:
        return words
    return words[head - 1 :] if words[head - 1] in _BE else words[head:]


def _head(words: Sequence[str], lemma: str) -> int | None:
    """Return the index of the word most like ``lemma``, None where none starts like it."""
    likeness = [_shared_start(word, lemma) for word in words]
    best = max(likeness, default=0)
    return likeness.index(best) if best else None


def _shared_start(one: str, other: str) -> int:
    """Return how many characters two words share from the start."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _without_tense(words: list[str], lemma: str) -> list[str]:
    """Drop auxiliaries of perfect and progressive; a passive keeps "be", which tells who did it to whom."""
    if len(words) > 1 and words[0] in _PERFECT and lemma != "have":
        words = words[1:]
    if words and words[0] in _CLITICS_OF_BE and (lemma == "be" or len(words) == 1):
        words = ["be", *words[1:]]
    if words and words[0] in _BE:
        words = words[1:] if words[1:] and words[1].endswith("ing") else ["be", *words[1:]]
    return words
