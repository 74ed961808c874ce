"""Signs inside a clause: negators, auxiliaries, adverbs, participants that deny, times that lie ahead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.adjuncts import TIME_NOUNS
from ..english.lexicon import HEDGES, SPEAKING
from ..english.temporal.vocabulary import WEEKDAYS
from ..english.word_classes import word_class
from ..syntax.negation import negative_words, negators
from ..syntax.predicates import finite_word
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import CLIMB
from .embedding import is_quoted
from .signs import NEGATIVE, Sign

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_MODALS = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "ca": "possible", "will": "planned",
    "'ll": "planned", "’ll": "planned", "wo": "planned", "must": "obligatory", "should": "obligatory", "ought": "obligatory",
}  # fmt: skip
_SHALL = frozenset({"shall", "sha"})
_ABLE = frozenset({"can", "could", "ca"})
_WOULD = frozenset({"would", "'d", "’d"})
_MAIN = frozenset({"ROOT", "parataxis"})
_NEGATABLE = ("nsubj", "nsubj:pass", "obj")


def _negator(tree: Tree, verb: int) -> Iterator[Sign]:
    """ "Did not sign", "never signed", "no longer signs"."""
    tokens = negators(tree, verb)
    if tokens:
        yield Sign(NEGATIVE, tokens)


def _negative_participant(tree: Tree, verb: int) -> Iterator[Sign]:
    """ "Nobody signed", "no minister signed", "at no time did he sign"."""
    for kid in tree.kids[verb]:
        dep = tree.dep[kid]
        adjunct = dep == "obl" and tree.lemma[kid] in word_class("degree_nouns")
        if (dep in _NEGATABLE and not _is_answer(tree, kid)) or adjunct:
            tokens = negative_words(tree, kid)
            if tokens:
                yield Sign(NEGATIVE, tokens)


def _is_answer(tree: Tree, word: int) -> bool:
    """ "Voted no", "said no": the word is what is said, and denies nothing of the saying."""
    return tree.lower[word] in ("no", "nay") and tree.dep[word] == "obj"


def _approximator(tree: Tree, verb: int) -> Iterator[Sign]:
    """What almost happened did not: "nearly signed"; "all but won" may have; "almost all" and "almost impossible" only measure."""
    if tree.pos[verb] != "VERB":
        return
    for kid in tree.children(verb, "advmod"):
        words = (kid, *tree.children(kid, "fixed"))
        if kid < verb and tree.words(words) == "all but":
            yield Sign("possible", words)
        elif kid < verb and tree.lower[kid] in word_class("approximators"):
            yield Sign(NEGATIVE, words)


def _hedge(tree: Tree, verb: int) -> Iterator[Sign]:
    """ "Reportedly signed"."""
    for kid in tree.children(verb, "advmod"):
        if tree.lower[kid] in HEDGES:
            yield Sign("possible", (kid,))


def _modal(tree: Tree, verb: int) -> Iterator[Sign]:
    """ "May sign", "must sign", "will sign"; what cannot happen does not, and the negation says it all."""
    negated = bool(negators(tree, verb))
    for kid in tree.children(verb, "aux"):
        word = tree.lower[kid]
        if word in _MODALS and not (negated and word in _ABLE):
            perfect = any(tree.lower[aux] == "have" for aux in tree.children(verb, "aux"))
            inferred = word == "must" and perfect  # "must have left"
            yield Sign("possible" if inferred else _MODALS[word], (kid,))


def _shall(tree: Tree, verb: int) -> Iterator[Sign]:
    """Contracts and statutes oblige with "shall"; of oneself it is a plan."""
    for kid in tree.children(verb, "aux"):
        if tree.lower[kid] in _SHALL:
            subject = tree.child(verb, "nsubj", "nsubj:pass")
            own = subject is not None and tree.lower[subject] in ("i", "we")
            yield Sign("planned" if own else "obligatory", (kid,))


def _would(tree: Tree, verb: int) -> Iterator[Sign]:
    """ "Would sign": the past of "will" in reported speech, else what hangs on a condition."""
    if _came_about(tree, verb):
        return
    for kid in tree.children(verb, "aux"):
        if tree.lower[kid] in _WOULD and tree.tag[kid] == "MD":
            yield Sign("planned" if _is_backshifted(tree, verb) else "conditional", (kid,))


def _came_about(tree: Tree, verb: int) -> bool:
    """ "Would often visit her" tells a habit; "would later resign" and "would go on to win", of the past, tell what happened."""
    adverbs = {tree.lower[kid] for kid in tree.children(verb, "advmod")}
    if adverbs & word_class("often"):
        return True
    reported = tree.dep[verb] in ("ccomp", "advcl", "conj", "xcomp") or any(
        tree.tag[kid] == "WRB" for kid in tree.kids[verb]
    )
    went_on = tree.lemma[verb] == "go" and any(tree.lower[kid] == "on" for kid in tree.kids[verb])
    return not reported and (bool(adverbs & word_class("afterwards")) or went_on)


def _is_backshifted(tree: Tree, verb: int) -> bool:
    for _ in range(CLIMB):
        governor = tree.head[verb]
        if tree.dep[verb] == "ccomp":
            return _is_past_report(tree, governor) and not is_quoted(tree, verb)
        if tree.dep[verb] == "acl" and any(tree.lower[mark] == "that" for mark in tree.marks(verb)):
            return True
        if (
            tree.dep[verb] == "advcl" and tree.words(tree.marks(verb)) == "because"
        ):  # "left because it would snow"
            finite = finite_word(tree, governor)
            return finite is not None and tree.tag[finite] == "VBD"
        if tree.dep[verb] not in ("conj", "xcomp"):
            return tree.lemma[verb] in ("like", "prefer")
        verb = governor
    return False


def _is_past_report(tree: Tree, governor: int) -> bool:
    """ "Said that", "was sure that", and in the past "adding that"."""
    copula = tree.child(governor, "cop")
    if copula is None and tree.tag[governor] == "VBG" and tree.dep[governor] in ("advcl", "acl"):
        above = finite_word(tree, tree.head[governor])
        return above is not None and tree.tag[above] == "VBD" and tree.lemma[governor] in SPEAKING
    return tree.tag[governor if copula is None else copula] in ("VBD", "VBN")


def _be_to(tree: Tree, verb: int) -> Iterator[Sign]:
    """ "Is to be held", "is due to begin"."""
    for kid in tree.children(verb, "aux", "cop", "aux:pass"):
        blamed = tree.lower[verb] == "blame" and tree.child(verb, "obj") is None
        if tree.lemma[kid] != "be" or blamed:
            continue  # whoever is to blame is so already
        to = next((mark for mark in tree.marks(verb) if tree.lower[mark] == "to" and mark > kid), None)
        if to is not None:
            yet = [
                t for t in tree.children(verb, "advmod") if kid < t < to and tree.lower[t] in ("yet", "still")
            ]
            effect = NEGATIVE if yet else "planned"  # "is yet to be held"
            yield Sign(effect, (kid, *yet, *(mark for mark in tree.marks(verb) if kid < mark <= to)))
            return


def _to_come_in_headline(tree: Tree, verb: int) -> Iterator[Sign]:
    """ "Norland to buy Kelda": headlines leave out "is", and an infinitive behind its own subject tells what is to come."""
    subject = tree.child(verb, "nsubj", "nsubj:pass")
    if subject is None or tree.dep[verb] not in _MAIN or tree.child(verb, "aux", "cop") is not None:
        return
    marks = [mark for mark in tree.marks(verb) if tree.tag[mark] == "TO"]
    led = any(tree.lower[t] == "for" for t in (*tree.marks(verb), *tree.cases(subject)))  # "for her to win"
    if marks and subject < marks[0] and not led:
        yield Sign("planned", (marks[0],))


def _due(tree: Tree, verb: int) -> Iterator[Sign]:
    """ "The bridge, due to be replaced in May": beside a bare infinitive "due to" gives no reason but tells what is to come."""
    helper = tree.child(verb, "aux:pass")
    if tree.tag[verb if helper is None else helper] == "VB":
        for mark in tree.marks(verb):
            if tree.lower[mark] == "due":
                yield Sign("planned", (mark, *tree.children(mark, "fixed")))


def _present_future(tree: Tree, verb: int) -> Iterator[Sign]:
    """A present tense with a time ahead: "is travelling on Monday", "the trial begins next week"."""
    present = next(
        (kid for kid in tree.children(verb, "aux") if tree.lower[kid] in ("is", "are", "'s", "am", "’s")),
        None,
    )
    progressive = tree.tag[verb] == "VBG" and present is not None
    timetable = tree.tag[verb] in ("VBZ", "VBP") and tree.lemma[verb] in word_class("starting")
    if not progressive and not timetable:
        return
    ahead = _time_ahead(tree, verb)
    if ahead:
        yield Sign("planned", tuple(sorted({*ahead, *(() if present is None else (present,))})))


def _time_ahead(tree: Tree, verb: int) -> tuple[int, ...]:
    for kid in tree.children(verb, "obl", "obl:unmarked", "obl:tmod", "advmod"):
        word = tree.lower[kid]
        if word in word_class("soon"):
            return (kid,)
        if tree.label[kid] != "DATE" and tree.lemma[kid] not in TIME_NOUNS:
            continue
        told = [token for token in range(tree.left[kid], kid) if tree.lower[token] in ("next", "coming")]
        if told or (
            word in WEEKDAYS and tree.words(tree.cases(kid)) in ("", "on", "from") and not _is_past(tree, kid)
        ):
            return (*told, kid)
    return ()


def _is_past(tree: Tree, day: int) -> bool:
    return any(tree.lower[token] in ("last", "past") for token in range(tree.left[day], day))


def _alternative(tree: Tree, verb: int) -> Iterator[Sign]:
    """ "Resigned or was fired": either may be; "did not call or write" did neither."""
    first = tree.head[verb] if tree.dep[verb] == "conj" else verb
    if tree.dep[first] in ("acl:relcl", "acl", "amod") or negators(tree, first):
        return
    for member in tree.children(first, "conj"):
        for kid in tree.children(member, "cc"):
            if tree.lower[kid] == "or" and tree.pos[member] in ("VERB", "AUX") and verb <= member:
                yield Sign("possible", (kid,))
                return


CLAUSE = RuleTable(
    "factuality",
    Rule("negator", _negator, cites="UD: advmod; PropBank: NEG"),
    Rule("negative-participant", _negative_participant, cites="UD: det 'no'"),
    Rule("approximator", _approximator, cites="Karttunen (1971)"),
    Rule("hedging-adverb", _hedge, cites="Hyland (1998)"),
    Rule("modal", _modal, cites="UD: aux; PropBank: MOD"),
    Rule("shall", _shall, cites="UD: aux"),
    Rule("would", _would, cites="UD: aux"),
    Rule("be-to", _be_to, cites="UD: aux, mark"),
    Rule("to-come-in-headline", _to_come_in_headline, cites="Huddleston and Pullum (2002), 11.5.3"),
    Rule("due-to", _due, cites="UD: mark, fixed"),
    Rule("alternative-clause", _alternative, cites="UD: conj, cc"),
    Rule("present-future", _present_future, cites="Huddleston and Pullum (2002), 4.2.4"),
)
"""Asked at every verb of a predicate: what in its own clause makes it other than plain fact."""

AUXILIARIES = frozenset({"negator", "modal", "shall", "would", "be-to"})
"""The rules whose signs a conjunct shares ("will come and speak")."""
