"""Statements of nouns that name events: "Russia's invasion of Ukraine", "the killing of Ayla by rebels", "Oman-brokered talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import EVENT_NOUNS, NOT_EVENTS, ROLE_NOUNS, SAYING_NOUNS
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..factuality.modality import find_factuality, nominal_factuality
from ..factuality.signs import Factuality, Sign
from ..syntax.phrases import Phrase, conjunct_phrases, noun_phrase
from .adjuncts import is_time
from .extraction import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree
    from .analysis import Analysis

_EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "age")


LEAST_SURE = 0.5
"""Probability from which a noun that the role head takes for a predicate is an event."""

_NO_PATIENT = frozenset({"by", "including", "excluding", "unlike"})
_INDEFINITE = frozenset({"a", "an", "any", "no", "another"})


def event_statements(analysis: Analysis, noun: int) -> Iterator[Extraction]:
    """Agent, event, patient: only when the text gives both, and the agent can be told from the patient."""
    tree = analysis.tree
    if not _is_event(tree, noun) and not _is_predicate(analysis, noun):
        return
    if analysis.frames and not _is_deed(analysis, noun):
        return
    agents = _agents(tree, noun)
    if not _is_event(tree, noun):  # then only what the role head takes for a participant
        agents = [a for a in agents if _is_by(tree, a) or a.head in analysis.frames[noun].heads("ARG0")]
    if not agents:
        yield from _between(tree, noun)
    if not agents or _is_told_by_verb(tree, noun, agents):
        return
    factuality = event_factuality(tree, noun)
    for preposition, item in _patients(analysis, noun, agents[0]):
        sure = _is_event(tree, noun) or (_is_by(tree, agents[0]) and tree.words(preposition) in ("of", ""))
        if not sure and item.head not in analysis.frames[noun].heads("ARG1"):
            continue
        predicate = tuple(sorted({*event_words(tree, noun), *preposition}))
        for agent in agents:
            yield _nominal(tree, agent, predicate, noun, item, factuality)


def _is_deed(analysis: Analysis, noun: int) -> bool:
    """Is the noun listed or taken for a predicate by the role head? A destination is none, nor are a school's rules."""
    frame = analysis.frames.get(noun)
    rules = analysis.tree.lemma[noun] in word_class("standing_nouns") and analysis.tree.tag[noun] == "NNS"
    listed = analysis.tree.lemma[noun] in EVENT_NOUNS or analysis.tree.lemma[noun].endswith("ing")
    return not rules and (listed or (frame is not None and frame.score >= LEAST_SURE))


def _nominal(
    tree: Tree, agent: Phrase, predicate: tuple[int, ...], noun: int, item: Phrase, factuality: Factuality
) -> Extraction:
    return Extraction(
        agent.tokens, agent.head, predicate, tree.lemma[noun], item.tokens, item.head, (),
        factuality.polarity, factuality.modality, None, tree.sentence[noun], "nominal", signs=factuality.signs,
    )  # fmt: skip


def _between(tree: Tree, noun: int) -> Iterator[Extraction]:
    """ "A meeting between Nina Vale and Paul Meyer": each is the other's partner."""
    for kid in tree.children(noun, "nmod"):
        preposition = tree.cases(kid)
        members = conjunct_phrases(tree, kid)
        mutual = tree.words(preposition) == "between" and tree.lemma[noun] in word_class("mutual_events")
        if mutual and len(members) > 1 and not is_time(tree, kid):
            words = tuple(sorted({*event_words(tree, noun), *preposition}))
            for other in members[1:]:
                if tree.is_named(members[0].head) and tree.is_named(other.head):
                    yield _nominal(tree, members[0], words, noun, other, event_factuality(tree, noun))


def event_factuality(tree: Tree, noun: int) -> Factuality:
    """What becomes of the event, by the verb it is the subject of: "the takeover failed", "the sale will close in June"."""
    factuality = nominal_factuality(tree, noun)
    verb = tree.head[noun]
    if tree.dep[noun] not in ("nsubj", "nsubj:pass") or tree.pos[verb] not in ("VERB", "AUX"):
        return factuality
    passive = tree.dep[noun] == "nsubj:pass"
    if tree.lemma[verb] in word_class("averting" if passive else "failing_events"):
        own = find_factuality(tree, verb)
        return factuality.with_signs([Sign("negative", (verb,)), *own.signs])
    if _is_pending(tree, noun, verb):
        return factuality.with_signs([Sign("planned", (verb,))])
    if tree.lemma[verb] in word_class("completing"):
        return factuality.with_signs(find_factuality(tree, verb).signs)
    return factuality


def _is_pending(tree: Tree, noun: int, verb: int) -> bool:
    """ "The sale needs the approval of": a deal that waits for somebody's leave; a victory that "needed extra time" is won."""
    if tree.lemma[noun] not in word_class("deals") or tree.tag[verb] == "VBD":
        return False
    if tree.lemma[verb] in ("depend", "hinge"):
        return True
    leave = tree.child(verb, "obj")
    allowed = leave is not None and tree.lemma[leave] in word_class("permissions")
    return allowed and tree.lemma[verb] in word_class("seeking")


def compound_participle_statements(tree: Tree, participle: int) -> Iterator[Extraction]:
    """Agents joined by a hyphen to a participle: "Oman-brokered talks" says that Oman brokered them."""
    if tree.dep[participle] != "amod" or tree.tag[participle] != "VBN":
        return
    if any(tree.lower[kid] in _INDEFINITE for kid in tree.children(tree.head[participle], "det")):
        return  # "called for an Oslo-led review": there may be none
    for kid in tree.kids[participle]:
        if (
            kid + 1 < participle
            and tree.text[kid + 1] in ("-", "‑", "–")
            and tree.is_named(kid)
            and tree.lemma[participle] not in word_class("settled_participles")
            and tree.lemma[participle] not in word_class("relating")
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


def _is_predicate(analysis: Analysis, noun: int) -> bool:
    """Does the role head read a deed where no list of ours has one?"""
    lemma, frame = analysis.tree.lemma[noun], analysis.frames.get(noun)
    if frame is None or frame.score < LEAST_SURE or analysis.tree.is_named(noun) or lemma in NOT_EVENTS:
        return False
    return lemma not in ROLE_NOUNS and noun_type(lemma) != "PERSON"


def _is_by(tree: Tree, agent: Phrase) -> bool:
    return tree.words(tree.cases(agent.head)) == "by"


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


def _patients(analysis: Analysis, noun: int, agent: Phrase) -> Iterator[tuple[tuple[int, ...], Phrase]]:
    tree = analysis.tree
    frame = analysis.frames.get(noun)
    affected = () if frame is None else frame.heads("ARG1")
    for kid in tree.children(noun, "nmod"):
        preposition = tree.cases(kid)
        if (
            kid > noun
            and preposition
            and tree.words(preposition) not in _NO_PATIENT
            and not is_time(tree, kid)
        ):
            topic = (
                tree.words(preposition) == "on" and tree.lemma[noun] in SAYING_NOUNS
            )  # "proposals on trade"
            known = tree.words(preposition) in ("of", "on", "with", "against") or kid in affected
            known = known and not topic
            for phrase in conjunct_phrases(tree, kid):
                if tree.is_named(phrase.head) or known:
                    yield preposition, phrase
    owner = tree.child(noun, "nmod:poss")
    if (
        owner is not None and _is_by(tree, agent) and not is_time(tree, owner)
    ):  # "Krug's arrest by the police"
        yield from (((), phrase) for phrase in conjunct_phrases(tree, owner))


def event_words(tree: Tree, noun: int) -> tuple[int, ...]:
    """The noun with the adjectives and compounds right before it."""
    kept = [noun]
    for kid in tree.kids[noun]:
        if tree.dep[kid] in ("compound", "amod") and not tree.is_named(kid) and kid + 1 in (*kept, noun):
            kept.append(kid)
    return tuple(sorted(kept))
