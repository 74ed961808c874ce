"""Attributions, and whom a cue names as the source: its subject, its agent, or whoever issued the text that it says it of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..english.lexicon import (
    ACCUSING,
    EVENT_NOUNS,
    INQUIRIES,
    NOT_EVENTS,
    ROLE_NOUNS,
    SAYING_NOUNS,
    SHOWING,
    SPEAKING,
    THINKING,
)
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..syntax.negation import is_negative_nominal
from ..syntax.phrases import Phrase, joined, noun_phrase
from ..syntax.predicates import by_phrase
from ..syntax.rules import Rule
from ..syntax.tree import ancestors
from .source_phrases import source_noun
from .stance import WITHHOLDS, carrier, of_handled

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

QUOTING = frozenset({"quote", "cite", "report"})
_CLOSING = frozenset({",", "”", '"', "''", "’"})
_ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ness", "ity")
_READ = SAYING_NOUNS | INQUIRIES
THINGS = frozenset({"it", "this", "that", "these", "those", "which", "what"})
"""Pronouns for what may show something and says nothing."""

_FILLERS = frozenset({"you", "'s", "’s", "us"})
_SPEAKER_PRONOUNS = frozenset({"i", "we", "me", "us"})

Spans = tuple[tuple[int, int], ...]
"""Ranges of tokens, both ends included."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and the content: ranges of tokens, both ends included; ``head`` heads the content.

    ``unmarked`` says that the content is quoted word for word without quotation marks ("I have sold it, Lund said").
    """

    source: Phrase
    cue: int | None
    content: Spans
    head: int
    quoted: bool = False
    unmarked: bool = False


def source_of(tree: Tree, clauses: Clauses, cue: int) -> Phrase | None:
    """The subject of the cue; of a passive one the agent, as its subject is told, not telling."""
    named = _named_before(tree, cue)
    if named is not None:
        return noun_phrase(tree, named)
    clause = clauses.clause(cue)
    if clause.passive and not is_relayed(tree, cue):
        agent = by_phrase(tree, cue)
        return None if agent is None else noun_phrase(tree, agent)
    source = joined_source(tree, clause.subjects or inverted(tree, cue))
    if source is None or (tree.lemma[cue] in SHOWING and not _tells(tree, source.head)):
        return None
    above = speaker_above(tree, clauses, cue, source.head) if SPEAKER_ABOVE.is_on else None
    if above is not None:
        SPEAKER_ABOVE.fire(cue, tree.words(above.tokens))
        return above
    return _issuer(tree, clauses, cue, source.head) or source


def _named_before(tree: Tree, cue: int) -> int | None:
    """ "According to the police, the thief fled, adding that": the police add it, not the thief."""
    if tree.lower[cue] != "adding" or tree.dep[cue] != "advcl":
        return None
    above = tree.head[cue]
    if _is_reported_aside(tree, cue, above):
        return tree.child(tree.head[above], "nsubj")
    for report in tree.children(above, "parataxis"):  # "the ferry sank, an envoy said, adding that"
        if report < cue and tree.right[report] in (cue - 2, cue - 1) and tree.text[cue - 1] == ",":
            return tree.child(report, "nsubj")
    named = (source_noun(tree, kid) for kid in tree.children(above, "obl") if kid < cue)
    return next((noun for noun in named if noun is not None), None)


def _is_reported_aside(tree: Tree, cue: int, above: int) -> bool:
    """ "Lund said the captain was ill, adding that": Lund adds it, whatever the parse hangs the participle on."""
    told = tree.dep[above] == "ccomp" and tree.lemma[tree.head[above]] in SPEAKING
    return told and above < cue and tree.text[cue - 1] == "," and tree.lemma[above] not in SPEAKING


def is_relayed(tree: Tree, cue: int) -> bool:
    """ "Lund was quoted as saying by the agency": the subject speaks, and the agent relays it."""
    kids = tree.children(cue, "advcl", "xcomp", "ccomp") if tree.lemma[cue] in QUOTING else ()
    return any(tree.tag[kid] == "VBG" and tree.words(tree.marks(kid)) == "as" for kid in kids)


def _issuer(tree: Tree, clauses: Clauses, cue: int, text: int) -> Phrase | None:
    """ "Berg issued a statement saying that": the statement says what Berg says; so "denied a report saying that", which Berg denies."""
    verb = tree.head[text]
    behind = tree.dep[cue] in ("acl", "acl:relcl") and tree.head[cue] == text and tree.dep[text] == "obj"
    issued = tree.lemma[verb] in word_class("issuing") and _is_issued(tree, text)
    denied = tree.lemma[verb] in word_class("denying") and carrier(tree, cue) == text
    if not behind or not (issued or denied) or of_handled(tree, text) == WITHHOLDS:
        return None  # a statement that Berg did not issue is not what Berg says
    clause = clauses.clause(verb)
    return None if clause.passive else joined_source(tree, clause.subjects)


def _is_issued(tree: Tree, text: int) -> bool:
    return tree.lemma[text] in SAYING_NOUNS or tree.lemma[text] in word_class("texts")


def speaker_above(tree: Tree, clauses: Clauses, cue: int, source: int) -> Phrase | None:
    """ "Blamed the paper for making an issue of it, saying that": who does what the participle goes with, not the issue.

    Without a comma a thing may bear the words ("a plaque saying that"), but no thought ("a sigh hoping that"), and an
    occasion bears none ("opened the meeting saying that").
    """
    inherited = tree.head[source] != cue and tree.dep[cue] in ("acl", "advcl")
    if (
        not inherited
        or not (tree.lemma[cue] in THINKING or tree.text[cue - 1] == "," or _bears_no_words(tree, source))
        or tree.tag[source] != "NN"
        or tree.label[source]
        or _may_tell(tree, cue, source)
    ):
        return None
    for verb in ancestors(tree, cue)[1:]:
        subject = tree.child(verb, "nsubj")
        if subject is not None and (is_somebody(tree, subject) or tree.label[subject]):
            return joined_source(tree, clauses.clause(verb).subjects)
    return None


def _bears_no_words(tree: Tree, noun: int) -> bool:
    """An occasion that the speaker opens, attends or ends, unless it is a way to speak ("a speech saying")."""
    lemma = tree.lemma[noun]
    speaks = lemma in word_class("talks") or lemma in word_class("utterances")
    occasion = lemma in EVENT_NOUNS or lemma in word_class("gatherings")
    return occasion and not speaks and tree.lemma[tree.head[noun]] in word_class("attending")


def _may_tell(tree: Tree, cue: int, source: int) -> bool:
    """May it be what says so, or does the verb say what things tell by themselves?"""
    return may_claim(tree, source) or tree.lemma[cue] in SHOWING | word_class("evidencing")


def may_claim(tree: Tree, noun: int) -> bool:
    """Is it somebody, some of them, or a text?"""
    some = any(is_somebody(tree, kid) for kid in (noun, *tree.children(noun, "nmod", "compound")))
    return some or is_text(tree.lemma[noun]) or tree.lemma[noun] in word_class("hearsay")


def is_text(lemma: str) -> bool:
    """Is it a noun for what can be read: a statement, an inquiry, a text, a piece of news?"""
    return lemma in _READ or lemma in word_class("texts") or lemma in word_class("news_words")


def inverted(tree: Tree, cue: int) -> tuple[Phrase, ...]:
    """The speaker behind a verb that stands behind what is said, should the parse take it for the object ("...,” wrote the firm")."""
    behind = cue and tree.text[cue - 1] in _CLOSING and tree.tag[cue] in ("VBD", "VBZ")
    noun = tree.child(cue, "obj", "iobj") if behind and tree.lemma[cue] in SPEAKING else None
    return () if noun is None or noun < cue else (noun_phrase(tree, noun),)


def _tells(tree: Tree, source: int) -> bool:
    """Is it somebody, or something to be read or watched? What an attack shows is not the attack's claim."""
    if tree.pos[source] == "VERB" or tree.lower[source] in THINGS:
        return False
    lemma = tree.lemma[source]
    if tree.pos[source] != "NOUN" or lemma in _READ:
        return True
    return lemma not in EVENT_NOUNS and (not lemma.endswith(_ABSTRACT) or lemma in NOT_EVENTS)


def is_somebody(tree: Tree, head: int) -> bool:
    """Is it a person or a body, by name, by a role or by a pronoun?"""
    return (
        tree.label[head] in ("PERSON", "ORG")
        or tree.lower[head] in ("he", "she")
        or not ROLE_NOUNS.isdisjoint((tree.lemma[head], tree.lower[head]))
        or noun_type(tree.lemma[head]) in ("PERSON", "ORG")
    )


def joined_source(tree: Tree, phrases: tuple[Phrase, ...]) -> Phrase | None:
    """One source made of all who speak; None for nobody ("no one remembers that")."""
    if not phrases or is_negative_nominal(tree, phrases[0].head):
        return None
    return Phrase(joined(tree, phrases), phrases[0].head)


def _are_few(tree: Tree, noun: int) -> bool:
    words = [noun, *tree.children(noun, "amod", "det")]
    return any(tree.lower[word] == "few" and tree.lower[word - 1] not in ("a", "the") for word in words)


def attribute(
    tree: Tree, clauses: Clauses, cue: int, head: int, spans: Spans, within: list[int]
) -> Iterator[Attribution]:
    """What a cue attributes to whoever it names as the source; nothing where nobody says it."""
    source = source_of(tree, clauses, cue)
    if source is not None and spans and not _is_nobody(tree, cue, source.head, quoted=within[cue] >= 0):
        yield Attribution(source, cue, spans, head)


def _is_nobody(tree: Tree, cue: int, source: int, *, quoted: bool) -> bool:
    """Whoever speaks anyway ("I think"), a filler of speech ("you know", "let's say"), a thing that only means something.

    Few who think so are next to nobody, what few say is theirs.
    """
    if tree.lemma[cue] in THINKING and _are_few(tree, source):
        return True
    word = tree.lower[source]
    tells = tree.lemma[cue] in SPEAKING | THINKING and (word == "it" or tree.lemma[cue] not in ACCUSING)
    brings_about = tree.lemma[cue] == "guarantee" and tree.tag[cue] == "VBD" and tree.pos[source] == "NOUN"
    brings_about = brings_about and not is_somebody(tree, source)  # what it guarantees now is yet to be
    fills = word in _FILLERS or (quoted and word in _SPEAKER_PRONOUNS)
    return fills or brings_about or (word in THINGS and not tells)


def outside(start: int, end: int, low: int, high: int) -> Spans:
    """The range ``start`` to ``end`` without the range ``low`` to ``high``."""
    return tuple((a, b) for a, b in ((start, min(low - 1, end)), (max(high + 1, start), end)) if a <= b)


def without_cue(tree: Tree, cue: int, content: int) -> Spans:
    """The range of a content without the cue and its other dependents, should they stand inside it."""
    start, end = tree.left[content], tree.right[content]
    if not start < cue < end:
        return ((start, end),)
    low, high = cue, cue
    for kid in tree.kids[cue]:
        if kid != content and start <= tree.left[kid] and tree.right[kid] <= end and tree.dep[kid] != "punct":
            low, high = min(low, tree.left[kid]), max(high, tree.right[kid])
    return outside(start, end, low, high)


SPEAKER_ABOVE = Rule("speaker-above", speaker_above, cites="UD: acl, advcl; PolNeAR")
