"""Statements of nouns that name events: "Russia's invasion of Ukraine", "the killing of Ayla by rebels", "Oman-brokered talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import EVENT_NOUNS, NOT_EVENTS
from ..factuality.modality import nominal_factuality
from ..syntax.phrases import Phrase, conjunct_phrases, noun_phrase
from .adjuncts import is_time
from .extraction import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

_EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "age")


def event_statements(tree: Tree, noun: int) -> Iterator[Extraction]:
    """Agent, event, patient: only when the text gives both, and the agent can be told from the patient."""
    if not _is_event(tree, noun):
        return
    agents = _agents(tree, noun)
    if not agents or _is_told_by_verb(tree, noun, agents):
        return
    factuality = nominal_factuality(tree, noun)
    for preposition, item in _patients(tree, noun):
        predicate = tuple(sorted({*_words(tree, noun), *preposition}))
        for agent in agents:
            yield Extraction(
                agent.tokens, agent.head, predicate, tree.lemma[noun], item.tokens, item.head, (),
                factuality.polarity, factuality.modality, None, tree.sentence[noun], "nominal",
                signs=factuality.signs,
            )  # fmt: skip


def compound_participle_statements(tree: Tree, participle: int) -> Iterator[Extraction]:
    """Agents joined by a hyphen to a participle: "Oman-brokered talks" says that Oman brokered them."""
    if tree.dep[participle] != "amod" or tree.tag[participle] != "VBN":
        return
    for kid in tree.kids[participle]:
        if (
            kid + 1 < participle
            and tree.text[kid + 1] in ("-", "‑", "–")
            and tree.is_named(kid)
            and tree.lemma[participle] != "base"
        ):
            agent = Phrase(noun_phrase(tree, kid).tokens, kid)
            item = noun_phrase(tree, tree.head[participle])
            rest = tuple(t for t in item.tokens if not tree.left[participle] <= t <= participle)
            if item.head not in rest:
                continue
            yield Extraction(
                agent.tokens,
                agent.head,
                (participle,), tree.lemma[participle], rest, item.head, (),
                "positive", "actual", None, tree.sentence[participle], "participle",
            )  # fmt: skip


def _is_event(tree: Tree, noun: int) -> bool:
    lemma = tree.lemma[noun]
    if tree.pos[noun] != "NOUN" or tree.is_named(noun) or lemma in NOT_EVENTS:
        return False
    return lemma in EVENT_NOUNS or lemma.endswith(_EVENT_ENDINGS)


def _is_told_by_verb(tree: Tree, noun: int, agents: list[Phrase]) -> bool:
    """In "sent his greetings to" the verb's own statement says it all."""
    return tree.dep[noun] == "obj" and tree.pos[agents[0].head] == "PRON"


def _agents(tree: Tree, noun: int) -> list[Phrase]:
    """A possessor or a by-phrase; a name as first member of the compound ("the U.S. attack on") will do as well."""
    for kid in tree.kids[noun]:
        if tree.dep[kid] == "nmod" and tree.words(tree.cases(kid)) == "by":
            return conjunct_phrases(tree, kid)
    for kid in tree.kids[noun]:
        if tree.dep[kid] == "nmod:poss" and not is_time(tree, kid):
            return conjunct_phrases(tree, kid)
    for kid in tree.kids[noun]:
        if tree.dep[kid] in ("compound", "amod") and tree.is_named(kid):
            return [noun_phrase(tree, kid)]
    return []


def _patients(tree: Tree, noun: int) -> Iterator[tuple[tuple[int, ...], Phrase]]:
    for kid in tree.children(noun, "nmod"):
        preposition = tree.cases(kid)
        if kid > noun and preposition and tree.words(preposition) != "by" and not is_time(tree, kid):
            for phrase in conjunct_phrases(tree, kid):
                if tree.is_named(phrase.head) or tree.words(preposition) in ("of", "on", "with", "against"):
                    yield preposition, phrase


def _words(tree: Tree, noun: int) -> tuple[int, ...]:
    kept = [noun]
    for kid in tree.kids[noun]:
        if tree.dep[kid] in ("compound", "amod") and not tree.is_named(kid) and kid + 1 in (*kept, noun):
            kept.append(kid)
    return tuple(sorted(kept))
