"""Attribution: who in the text vouches for what.

A cue ("said", "according to", "claim") joins a source to its content. Cues are found in the parse, quotations
on the page; a quotation takes its source from a cue that governs any of its words, else from a cue beside it,
else from the quotation it continues. The terms follow PolNeAR (Newell, Margolin and Ruths, 2018).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..english.pronouns import FIRST_PERSON
from ..english.word_classes import word_class
from ..syntax.negation import is_negated
from ..syntax.rules import Rule, RuleTable
from .cues import SPEAKER_ABOVE, Attribution
from .extents import ASIDE, CONFINED, GRANTED, asides, confine, leave_out_asides, leave_out_granted
from .goes_on import GOES_ON
from .interviews import ANSWERS
from .labels import LABEL
from .noun_cues import NOUNS
from .quotations import find_quotes, number_paragraphs
from .quoted_speech import TAIL, attributions_of_quotes, merged, widen
from .relays import relay_of
from .signed_quotes import SIGNED
from .speakers import SPEAKERS
from .speech import Speech
from .stance import ASSERTS, WITHHOLDS, stance_of
from .verb_cues import VERBS

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.phrases import Phrase
    from ..syntax.tree import Tree

__all__ = ["Attribution", "Source", "find_attributions", "sources_by_token", "vouching"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who vouches for a statement: token indices and head, the cue's token, and whether it is quoted word for word.

    ``stance`` tells whether they assert, deny or doubt it; ``via`` is the outlet that relays them.
    """

    tokens: tuple[int, ...]
    head: int
    cue: int | None
    quoted: bool = False
    stance: str = ASSERTS
    via: Phrase | None = None


def find_attributions(tree: Tree, clauses: Clauses) -> list[Attribution]:
    """Find all attributions of a document, in the order of their contents."""
    paragraphs = number_paragraphs(tree)
    quotes = find_quotes(tree)
    within = _quote_of_token(tree)
    found = _of_cues(tree, clauses, within)
    found = [widen(tree, attribution, quotes, within) for attribution in found]
    if CONFINED.is_on:
        found = [confine(tree, attribution, quotes, within) for attribution in found]
    if ASIDE.is_on:
        aside = asides(tree, within)
        found = [leave_out_asides(tree, attribution, aside) for attribution in found]
    if GRANTED.is_on:
        found = [leave_out_granted(tree, attribution, within) for attribution in found]
    found = [_unmarked(tree, attribution, within) for attribution in found]
    if LABEL.is_on:
        found.extend(_fired(LABEL, tree, LABEL.apply(tree, paragraphs)))
    if ANSWERS.is_on:
        found.extend(_fired(ANSWERS, tree, list(ANSWERS.apply(tree, paragraphs))))
    found.extend(attributions_of_quotes(Speech(tree, clauses, quotes, within, paragraphs, list(found))))
    return _joined_by_cue(sorted(found, key=lambda attribution: (attribution.content[0], attribution.head)))


def _of_cues(tree: Tree, clauses: Clauses, within: list[int]) -> list[Attribution]:
    """What reporting verbs, nouns and prepositions attribute; ``within`` is the quotation of each token or -1."""
    found: list[Attribution] = []
    verbs, nouns = VERBS.active(), NOUNS.active()
    for token in range(len(tree)):
        pos = tree.pos[token]
        if pos in ("VERB", "AUX", "ADJ"):
            for rule in verbs:
                more = list(rule.apply(tree, clauses, token, within))
                if more:
                    found.extend(_fired(rule, tree, more))
                    break
        if pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"):
            for rule in nouns:
                found.extend(_fired(rule, tree, list(rule.apply(tree, clauses, token))))
    return found


def _fired(rule: Rule, tree: Tree, found: list[Attribution]) -> list[Attribution]:
    for attribution in found:
        rule.fire(attribution.head, tree.words(attribution.source.tokens))
    return found


def _unmarked(tree: Tree, attribution: Attribution, within: list[int]) -> Attribution:
    """ "We need water, Ada Mensah said": the first person outside quotation marks is whoever speaks behind it."""
    cue, head = attribution.cue, attribution.head
    if not UNMARKED.is_on or cue is None or within[head] >= 0 or cue < head or tree.pos[cue] != "VERB":
        return attribution
    own = any(
        tree.lower[kid] in FIRST_PERSON
        for start, end in attribution.content
        for kid in range(start, end + 1)
        if within[kid] < 0
    )
    if not own or tree.lower[attribution.source.head] in FIRST_PERSON:
        return attribution
    UNMARKED.fire(head)
    return replace(attribution, quoted=True, unmarked=True)


def _joined_by_cue(attributions: list[Attribution]) -> list[Attribution]:
    """What one cue reports is one content, as when it interrupts a quotation or the quotation goes on after it."""
    joined: dict[tuple[int | None, int], Attribution] = {}
    for attribution in attributions:
        key = (attribution.cue, -1 if attribution.cue is not None else attribution.head)
        first = joined.get(key)
        if first is None:
            joined[key] = attribution
        else:
            content = merged([*first.content, *attribution.content])
            joined[key] = replace(first, content=content, quoted=first.quoted or attribution.quoted)
    return list(joined.values())


def sources_by_token(tree: Tree, attributions: list[Attribution]) -> list[Source | None]:
    """For each token the source that vouches for it, or denies it: of nested sources the innermost.

    Whoever does not say, or takes back, what a clause tells ``withholds`` it, see ``vouching``; if somebody tells that,
    it is theirs ("he said the bank had not said that").
    """
    sources: list[Source | None] = [None] * len(tree)
    within = _quote_of_token(tree)
    for attribution in sorted(
        attributions, key=lambda a: (_relays(tree, a, attributions), _size(a)), reverse=True
    ):
        cue = attribution.cue
        stance = stance_of(tree, cue, attribution.head)
        teller = None if cue is None else sources[cue]
        if teller is not None and teller.stance == WITHHOLDS:
            stance = WITHHOLDS  # "asked if Lund thought that Berg wanted to win"
        if cue is not None and KNOWN.is_on and is_known(tree, cue, stance, teller):
            KNOWN.fire(attribution.head, tree.words(attribution.source.tokens))
            continue
        if cue is not None and UNKNOWN.is_on and denies_knowing(tree, cue):
            UNKNOWN.fire(attribution.head, tree.words(attribution.source.tokens))
            for start, end in attribution.content:
                sources[start : end + 1] = [sources[tree.head[cue]]] * (end + 1 - start)
            continue
        phrase = attribution.source
        told = Source(phrase.tokens, phrase.head, cue, stance=stance, via=relay_of(tree, cue))
        quoted = replace(told, quoted=attribution.quoted)
        apart = replace(quoted, stance=ASSERTS) if stance == WITHHOLDS else quoted
        whole = is_verbatim(tree, attribution)
        for start, end in attribution.content:
            for token in range(start, end + 1):
                verbatim = within[token] >= 0 or whole
                if verbatim and not start <= attribution.head <= end:  # "would not say why. “We sold it.”"
                    sources[token] = apart
                elif told.stance != WITHHOLDS or vouching(sources[token]) is None:
                    sources[token] = quoted if verbatim else told
    return sources


def is_verbatim(tree: Tree, attribution: Attribution) -> bool:
    """Is a content word for word what was said without quotation marks: behind a colon, or told as "I"?"""
    cue = attribution.cue
    return attribution.unmarked or (cue is not None and tree.text[cue] == ":")


def is_known(tree: Tree, cue: int, stance: str, teller: Source | None) -> bool:
    """ "Lund said Berg knew that the yard was sold": Lund vouches for the sale, as for the rest."""
    knows = tree.lemma[cue] in word_class("knowing") and stance == ASSERTS
    return knows and teller is not None and teller.stance == ASSERTS


def denies_knowing(tree: Tree, cue: int) -> bool:
    """ "Lund denied knowing that the yard was sold": he does not say it was, whoever tells of the denial does."""
    verb = tree.head[cue]
    told = tree.lemma[cue] in word_class("knowing") and tree.dep[cue] in ("advcl", "xcomp", "ccomp")
    return told and tree.lemma[verb] in word_class("denying") and not is_negated(tree, verb)


def vouching(source: Source | None) -> Source | None:
    """The source, unless it does not vouch for what it is named beside ("did not say that")."""
    return None if source is None or source.stance == WITHHOLDS else source


def _relays(tree: Tree, attribution: Attribution, attributions: list[Attribution]) -> bool:
    """Does "according to" tell that somebody said it ("“...,” Lund said, according to the Herald. “...”")?"""
    cue = attribution.cue
    if cue is None or tree.dep[cue] != "case":
        return False
    told = [a.cue for a in attributions if a.quoted and a.cue is not None]
    return any(start <= other <= end for start, end in attribution.content for other in told)


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


@lru_cache(maxsize=2)
def _quote_of_token(tree: Tree) -> list[int]:
    """For each token the number of its quotation, -1 for none."""
    within = [-1] * len(tree)
    for number, quote in enumerate(find_quotes(tree)):
        within[quote.start : quote.end + 1] = [number] * (quote.end + 1 - quote.start)
    return within


UNMARKED = Rule("quote-without-marks", _unmarked, cites="UD: parataxis, ccomp")
KNOWN = Rule("known-in-report", is_known, cites="Kiparsky and Kiparsky (1970): factives")
UNKNOWN = Rule("denied-knowledge", denies_knowing, cites="Kiparsky and Kiparsky (1970): factives")
TABLES = (
    VERBS,
    NOUNS,
    RuleTable(
        "attribution",
        CONFINED,
        ASIDE,
        GRANTED,
        LABEL,
        ANSWERS,
        UNMARKED,
        SIGNED,
        TAIL,
        GOES_ON,
        KNOWN,
        UNKNOWN,
        SPEAKER_ABOVE,
    ),
    SPEAKERS,
)
"""All rules of attribution, in the order in which a text passes them."""
