"""Cues of attribution in the parse: reporting verbs, nouns of saying, "according to"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..english.lexicon import (
    ACCUSING,
    APPEALING,
    EVENT_NOUNS,
    INQUIRIES,
    NOT_EVENTS,
    OPEN_CUES,
    REQUESTING,
    SAYING_NOUNS,
    SHOWING,
    SPEAKING,
    THINKING,
)
from ..syntax.negation import is_negative_nominal
from ..syntax.phrases import Phrase, joined, noun_phrase
from ..syntax.predicates import addressee

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

_SOURCE_PREPOSITIONS = frozenset(
    {"according to", "per", "in the view of", "in the words of", "in the opinion of"}
)
_SPEAKER_PRONOUNS = frozenset({"i", "we", "me", "us"})
_ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ness", "ity")
_READ = SAYING_NOUNS | INQUIRIES
_THINGS = frozenset({"it", "this", "that", "these", "those", "which", "what"})

Spans = tuple[tuple[int, int], ...]
"""Ranges of tokens, both ends included."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, a cue and the content: ranges of tokens, both ends included; ``head`` heads the content."""

    source: Phrase
    cue: int | None
    content: Spans
    head: int
    quoted: bool = False


def attributions_of_cues(tree: Tree, clauses: Clauses, within: list[int]) -> list[Attribution]:
    """What reporting verbs, nouns and prepositions attribute; ``within`` is the quotation of each token or -1."""
    found: list[Attribution] = []
    for token in range(len(tree)):
        pos = tree.pos[token]
        if pos in ("VERB", "AUX", "ADJ"):
            found.extend(_of_verb(tree, clauses, token, within))
        elif pos == "NOUN" and tree.lemma[token] in SAYING_NOUNS:
            found.extend(_of_noun(tree, clauses, token))
        if tree.dep[token] in ("obl", "nmod") and is_source(tree, token):
            found.extend(_of_preposition(tree, token))
    return found


def is_source(tree: Tree, noun: int) -> bool:
    """ "According to the report", "per Reuters"; but "per head" tells of amounts."""
    preposition = tree.words(tree.cases(noun))
    named = preposition != "per" or tree.label[noun] in ("PERSON", "ORG") or tree.lemma[noun] in SAYING_NOUNS
    return preposition in _SOURCE_PREPOSITIONS and named


def _of_verb(tree: Tree, clauses: Clauses, cue: int, within: list[int]) -> list[Attribution]:
    content = _content(tree, cue, within)
    if content is None:
        return []
    source = source_of(tree, clauses, cue)
    if source is None or (within[cue] >= 0 and tree.lower[source.head] in _SPEAKER_PRONOUNS):
        return []
    head, spans = content
    return [Attribution(source, cue, spans, head)] if spans else []


def _content(tree: Tree, cue: int, within: list[int]) -> tuple[int, Spans] | None:
    """The head and the ranges of what a verb reports."""
    for kid in tree.kids[cue]:
        if _is_content(tree, cue, kid, quoted=within[kid] != within[cue]):
            return kid, _without(tree, tree.left[kid], tree.right[kid], cue, kid)
    accused = tree.child(cue, "obj") if tree.lemma[cue] in ACCUSING else None
    if accused is not None:
        for kid in tree.children(accused, "acl"):
            if tree.tag[kid] == "VBG" and tree.marks(kid):
                return kid, ((tree.left[kid], tree.right[kid]),)
    governor = tree.head[cue]
    if governor != cue and _is_inserted(tree, cue):
        return governor, _outside(tree.left[governor], tree.right[governor], tree.left[cue], tree.right[cue])
    return None


def _is_content(tree: Tree, cue: int, kid: int, *, quoted: bool) -> bool:
    """Is the dependent what the verb reports: a clause, a quotation, a request, an accusation?"""
    dep, lemma = tree.dep[kid], tree.lemma[cue]
    reporting = lemma in SPEAKING or lemma in THINKING
    if dep == "ccomp":
        asked = lemma in THINKING and any(tree.tag[word] in ("WRB", "WP") for word in tree.kids[kid])
        return (reporting or quoted) and not asked
    if dep == "parataxis":
        return reporting and quoted
    if dep == "xcomp" and lemma in OPEN_CUES:
        return tree.pos[kid] == "VERB"
    if dep in ("xcomp", "advcl"):
        return (lemma in ACCUSING and tree.tag[kid] == "VBG") or _is_request(tree, cue, kid)
    return False


def _is_request(tree: Tree, cue: int, kid: int) -> bool:
    """ "Urged them to leave", "called on them to leave"."""
    if tree.lemma[cue] not in REQUESTING or tree.words(tree.marks(kid)) != "to":
        return False
    if tree.lemma[cue] in APPEALING:
        return addressee(tree, cue) is not None
    return tree.child(cue, "obj", "iobj", "obl") is not None


def _is_inserted(tree: Tree, cue: int) -> bool:
    """ "..., he said, ..." set into its content, or "as he said"."""
    if tree.child(cue, "nsubj") is None or tree.child(cue, "ccomp", "obj", "xcomp") is not None:
        return False
    if tree.lemma[cue] not in SPEAKING and tree.lemma[cue] not in THINKING:
        return False
    return tree.dep[cue] == "parataxis" or (tree.dep[cue] == "advcl" and tree.words(tree.marks(cue)) == "as")


def _without(tree: Tree, start: int, end: int, cue: int, content: int) -> Spans:
    """The range of a content without the cue and its other dependents, should they stand inside it."""
    if not start < cue < end:
        return ((start, end),)
    low, high = cue, cue
    for kid in tree.kids[cue]:
        if kid != content and start <= tree.left[kid] and tree.right[kid] <= end and tree.dep[kid] != "punct":
            low, high = min(low, tree.left[kid]), max(high, tree.right[kid])
    return _outside(start, end, low, high)


def _outside(start: int, end: int, low: int, high: int) -> Spans:
    return tuple((a, b) for a, b in ((start, min(low - 1, end)), (max(high + 1, start), end)) if a <= b)


def source_of(tree: Tree, clauses: Clauses, cue: int) -> Phrase | None:
    """The subject of the cue; of a passive one the agent, as its subject is told, not telling."""
    clause = clauses.clause(cue)
    if clause.passive:
        agent = next((k for k in tree.kids[cue] if tree.dep[k] in ("obl:agent", "obl")
                      and tree.words(tree.cases(k)) == "by"), None)  # fmt: skip
        return None if agent is None else noun_phrase(tree, agent)
    source = joined_source(tree, clause.subjects)
    if source is None or (tree.lemma[cue] in SHOWING and not _tells(tree, source.head)):
        return None
    return source


def _tells(tree: Tree, source: int) -> bool:
    """Is it somebody, or something to be read or watched? What an attack shows is not the attack's claim."""
    if tree.pos[source] == "VERB" or tree.lower[source] in _THINGS:
        return False
    lemma = tree.lemma[source]
    if tree.pos[source] != "NOUN" or lemma in _READ:
        return True
    return lemma not in EVENT_NOUNS and (not lemma.endswith(_ABSTRACT) or lemma in NOT_EVENTS)


def joined_source(tree: Tree, phrases: tuple[Phrase, ...]) -> Phrase | None:
    """One source made of all who speak; None for nobody ("no one remembers that")."""
    if not phrases or is_negative_nominal(tree, phrases[0].head):
        return None
    return Phrase(joined(tree, phrases), phrases[0].head)


def _of_noun(tree: Tree, clauses: Clauses, cue: int) -> list[Attribution]:
    """ "Holt's claim that", "a report by Amnesty that", "expressed disappointment that"."""
    content = next(
        (
            kid
            for kid in tree.children(cue, "acl", "ccomp")
            if any(tree.lower[m] == "that" for m in tree.marks(kid))
        ),
        None,
    )
    if content is None:
        return []
    source = _noun_source(tree, clauses, cue)
    return (
        []
        if source is None
        else [Attribution(source, cue, ((tree.left[content], tree.right[content]),), content)]
    )


def _noun_source(tree: Tree, clauses: Clauses, cue: int) -> Phrase | None:
    for kid in tree.kids[cue]:
        if tree.dep[kid] == "nmod:poss" or (
            tree.dep[kid] == "nmod" and tree.words(tree.cases(kid)) in ("by", "from", "of", "among")
        ):
            return noun_phrase(tree, kid)
    if tree.dep[cue] in ("obj", "obl") and tree.pos[tree.head[cue]] == "VERB":
        clause = clauses.clause(tree.head[cue])
        return None if clause.passive else joined_source(tree, clause.subjects)
    return None


def _of_preposition(tree: Tree, source: int) -> list[Attribution]:
    """ "According to X" vouches for the clause it stands in."""
    clause = tree.head[source]
    low, high = tree.left[source], tree.right[source]
    content = _outside(tree.left[clause], tree.right[clause], low, high)
    cue = tree.cases(source)[0]
    return [Attribution(noun_phrase(tree, source), cue, content, clause)] if content else []
