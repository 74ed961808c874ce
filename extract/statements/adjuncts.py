"""Circumstances of a clause: when, where, why, how, about what, for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.adjuncts import (
    DEGREES,
    FURTHER,
    PLACE_ADVERBS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    TIME_ADVERBS,
    TIME_NOUNS,
    TIME_PREPOSITIONS,
    TOPIC_VERBS,
)
from ..english.lexicon import HEDGES, NEGATORS, PARTICLE_ADVERBS
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from ..syntax.negation import is_scalar, negators
from ..syntax.phrases import clause_phrase, noun_phrase, question_clause
from ..syntax.predicates import finite_word, lasts_as_long, own_words, participle_preposition
from .complements import asks_for, completes, is_seen_as
from .extraction import Argument

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_PARTICIPANTS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})
_ALWAYS_TIME = frozenset(
    {"during", "since", "until", "till", "ago", "in the wake of", "in the aftermath of", "in the course of", "over the course of",
     "in the midst of", "in the run-up to", "on the eve of", "on the heels of", "on the sidelines of"}
)  # fmt: skip
_LIMITS = frozenset({"as of", "as from", "prior to", "ahead of", "up to", "no later than", "effective"})
_CAUSES = frozenset(
    {"because of", "due to", "owing to", "thanks to", "as a result of", "amid", "amidst", "on account of", "in light of",
     "in the light of", "in view of", "by virtue of", "in the face of", "on the grounds of"}
)  # fmt: skip
_MANNERS = frozenset(
    {"as part of", "at the expense of", "by means of", "by way of", "in addition to", "in advance of", "in case of",
     "in comparison to", "in comparison with", "in contrast to", "in contrast with", "in exchange for", "in return for",
     "in spite of", "in terms of", "in the absence of", "in the context of", "in the event of", "in the form of",
     "in the framework of", "in the name of", "in the presence of", "on the basis of", "under the auspices of", "with reference to", "with regard to",
     "with respect to", "with the help of", "within the framework of"}
)  # fmt: skip
"""Prepositions of circumstances that complete no verb: nobody "suffers in terms of" something."""
_DEICTIC = frozenset({"last", "next", "past", "this"})
"""With these "week" or "year" is a certain one, unlike "a day when"."""
_TOPICS = frozenset({"about", "regarding", "concerning", "on", "over"})
_WISHES = frozenset({"unfortunately", "fortunately", "hopefully", "luckily", "thankfully", "regrettably"})
"""Adverbs by which the writer wishes or regrets, and that tell how nothing happens."""
_CLAUSE_ROLES = {
    "because": "cause", "since": "time", "as": "as", "after": "time", "before": "time", "when": "time", "while": "while",
    "until": "time", "till": "time", "once": "time", "whenever": "time", "where": "place", "so that": "purpose",
    "in order to": "purpose", "so as to": "purpose", "by": "manner", "without": "without", "if": "if", "unless": "unless",
    "as soon as": "time", "as long as": "if", "so long as": "if", "despite": "despite", "although": "although", "though": "although", "following": "time", "for": "cause", "with": "with", "than": "than", "rather than": "rather than",
}  # fmt: skip


def is_time(tree: Tree, head: int) -> bool:
    """Is the noun a date, a time of day, or a common word for one?"""
    return (
        tree.label[head] in ("DATE", "TIME")
        or (tree.label[head] == "" and tree.lemma[head] in TIME_NOUNS)
        or _is_year(tree, head)
    )


def is_spell(tree: Tree, head: int) -> bool:
    """ "Three days of rain", "years of neglect": a stretch of what goes on, which can bring something about."""
    if tree.tag[head] != "NNS" or tree.lemma[head] not in TIME_NOUNS or tree.child(head, "det") is not None:
        return False
    of = (kid for kid in tree.children(head, "nmod") if tree.words(tree.cases(kid)) == "of")
    return any(not is_time(tree, kid) for kid in of)


def _is_year(tree: Tree, head: int) -> bool:
    word = tree.lower[head]
    if tree.lemma[head] in word_class("parts_of_time"):
        return any(is_time(tree, kid) for kid in tree.children(head, "nmod"))
    if tree.pos[head] == "NUM" and any(tree.lemma[kid] in TIME_NOUNS for kid in tree.kids[head]):
        return True
    if len(word) != 4 or not word.isdigit() or tree.child(head, "nmod", "nummod"):
        return False
    dated = tree.words(tree.cases(head)) in ("in", "since", "until", "around", "circa", "before", "after")
    return word[:2] in ("17", "18", "19", "20") or (dated and word[0] == "1")


def role_of(tree: Tree, head: int, verb: int) -> str:
    """The role of an oblique noun; the preposition itself where no other role fits."""
    preposition = tree.words(tree.cases(head))
    words = tree.words(tuple(range(tree.left[head], head + 1))) if head - tree.left[head] < 3 else ""
    if words in word_class("times_in_words"):
        return "time"
    if words in word_class("manners_in_words") and tree.text[head].islower():
        return "manner"
    if (preposition == "by" and (tree.lower[head] == "times" or is_spell(tree, head))) or (
        preposition == "from" and _is_compared(tree, verb)
    ):
        return preposition  # "grew by 3-4 times", "was caused by days of rain", "rose 5% from 2018"
    if is_time(tree, head) and (
        not preposition
        or preposition.split()[-1] in TIME_PREPOSITIONS
        or preposition in _ALWAYS_TIME
        or preposition in _LIMITS
    ):
        return "time"
    if preposition in _ALWAYS_TIME:
        amid_place = preposition == "in the midst of" and (
            _is_place(tree, head) or noun_type(tree.lemma[head]) == "FAC"
        )
        return "place" if amid_place else "time"
    if preposition in ("after", "before", "following") and tree.label[head] not in _PARTICIPANTS:
        heard = preposition == "before" and tree.lemma[head] in word_class("hearing_bodies")
        return preposition if heard else "time"  # "testified before the committee"
    if preposition in _CAUSES:
        return "cause"
    if preposition in _MANNERS:
        return "manner"
    target = preposition == "on" and tree.label[head] == "GPE"  # "attacks on Norland"
    if preposition in PLACE_PREPOSITIONS and _is_place(tree, head) and not target:
        return "place"
    if preposition in _TOPICS and (preposition not in ("on", "over") or tree.lemma[verb] in TOPIC_VERBS):
        return "topic"
    if preposition == "for" and tree.label[head] in ("PERSON", "ORG", "GPE", "NORP"):
        return "beneficiary"
    return preposition or ("time" if tree.dep[head] == "obl:unmarked" and is_time(tree, head) else "manner")


def _is_compared(tree: Tree, verb: int) -> bool:
    """ "Rose 5 percent from 2018": by how much something changed, since a time with which it is compared."""
    measured = (*tree.children(verb, "obj", "obl", "obl:unmarked"),)
    changed = tree.lemma[verb] in word_class("fluctuating")
    return changed and any(
        tree.label[kid] in ("PERCENT", "MONEY", "QUANTITY", "CARDINAL") for kid in measured
    )


def _is_place(tree: Tree, head: int) -> bool:
    label = tree.label[head]
    return label in _PLACE_LABELS or (not label and tree.lemma[head] in PLACE_NOUNS)


def adverbs(tree: Tree, verb: int) -> list[Argument]:
    """Adverbs that say when, where or how; connectives and focus words say nothing of the kind."""
    found, denied = [], {*negators(tree, verb), *own_words(tree, verb)}
    for kid in tree.children(verb, "advmod"):
        word = tree.lower[kid]
        if word in ("where", "wherever", "when") and question_clause(tree, kid) is not None and kid > verb:
            found.append(
                Argument("time" if word == "when" else "place", clause_phrase(tree, kid).tokens, kid)
            )
        if word in NEGATORS or tree.tag[kid] == "WRB" or kid in denied or _is_not_only(tree, kid):
            continue
        if _is_no_time(tree, verb, kid):
            continue
        if word in TIME_ADVERBS:
            found.append(Argument("time", _adverb(tree, kid), kid))
        elif word in PLACE_ADVERBS:
            found.append(Argument("place", _adverb(tree, kid), kid))
        elif _is_direction(tree, kid) or (_is_manner(tree, kid) and not _is_sentence_adverb(tree, kid)):
            found.append(Argument("manner", _adverb(tree, kid), kid))
    return found


def _is_no_time(tree: Tree, verb: int, adverb: int) -> bool:
    """ "May win and still lose", "Still, it fell", "once and for all", "late King Otto"."""
    word, behind = tree.lower[adverb], tree.lower[adverb + 1 : adverb + 2]
    if word == "still":
        opens = adverb == tree.left[verb] and behind == [","]
        return opens or (tree.dep[adverb - 1] == "cc" and tree.tag[verb] == "VB")
    dead = word == "late" and adverb < verb and "PERSON" in tree.label[adverb + 1 : adverb + 3]
    return dead or tree.lower[adverb : adverb + 4] == ["once", "and", "for", "all"]


def _is_not_only(tree: Tree, adverb: int) -> bool:
    """ "Is not only cheap": it is that and more."""
    return is_scalar(tree, adverb - 1) and tree.lower[adverb - 1] in NEGATORS


def _is_manner(tree: Tree, adverb: int) -> bool:
    """ "Openly", "better", "less": what is compared may mean the opposite without it."""
    compared = tree.tag[adverb] in ("RBR", "RBS") or tree.lower[adverb] in ("less", "better", "worse")
    if tree.lower[adverb] in word_class("plain_manners"):  # not "as well", "well before"
        behind = adverb > tree.head[adverb] and tree.lower[adverb - 1] not in DEGREES
        return behind and not (_ALWAYS_TIME | FURTHER).intersection(tree.lower[adverb + 1 : adverb + 2])
    return compared or (tree.lower[adverb].endswith("ly") and tree.pos[adverb] == "ADV")


def _is_direction(tree: Tree, adverb: int) -> bool:
    """ "Took the country backward": behind an object, where it is no part of the verb."""
    item = tree.child(tree.head[adverb], "obj")
    bare = tree.left[adverb] == adverb  # not "three miles away"
    return bare and item is not None and item < adverb and tree.lower[adverb] in PARTICLE_ADVERBS


def _adverb(tree: Tree, head: int) -> tuple[int, ...]:
    return noun_phrase(tree, head).tokens


def _is_sentence_adverb(tree: Tree, adverb: int) -> bool:
    """ "Sadly, it fell", "it fell, sadly, in May", "it fell unfortunately, Lund said"; but not "it fell sharply, Lund said"."""
    set_off = adverb < tree.head[adverb] or tree.lower[adverb - 1] == ","
    set_off = set_off or tree.lower[adverb] in HEDGES | _WISHES
    return set_off and tree.lower[adverb + 1 : adverb + 2] == [","]


def time_before_when(tree: Tree, verb: int) -> list[Argument]:
    """ "On 26 June, when Britain left": the day right before "when" is when it left."""
    opening = next((kid for kid in tree.children(verb, "advmod") if tree.lower[kid] == "when"), None)
    if opening is None or tree.left[verb] < opening - 1:
        return []
    last = opening - 1 - (tree.text[opening - 1] == ",")
    if last < 0 or tree.label[last] != "DATE" or tree.contains(verb, last):
        return []
    first = last
    while first and tree.label[first - 1] == "DATE":
        first -= 1
    day = any(tree.pos[t] in ("PROPN", "NUM") or tree.lower[t] in _DEICTIC for t in range(first, last + 1))
    return [Argument("time", tuple(range(first, last + 1)), last)] if day and tree.tag[last] != "NNS" else []


def clause_arguments(tree: Tree, verb: int) -> list[Argument]:
    """Subordinate clauses as circumstances: after, because, if, in order to ..."""
    found = []
    for kid in tree.children(verb, "advcl"):
        if tree.pos[kid] not in ("VERB", "AUX", "ADJ") and tree.child(kid, "cop", "nsubj") is None:
            continue
        opening = opening_time(tree, kid)
        if opening is not None:
            found.append(opening)
            continue
        standard = participle_preposition(tree, kid)
        marks = tree.words(tree.marks(kid)) or _adverb_mark(tree, kid)
        bare = tree.tag[kid] == "VBN" and tree.child(kid, "aux", "aux:pass", "nsubj", "nsubj:pass") is None
        if marks == "as" and bare and not is_seen_as(tree, kid):  # "as expected"
            role: str | None = None
        elif standard:
            role = standard
        elif lasts_as_long(tree, kid):
            role = "time"
        elif marks == "since" and _is_reason(tree, verb, kid):
            role = "cause"
        elif marks == "to" and tree.tag[kid] != "VBG":
            role = "to" if asks_for(tree, verb) else "purpose"
        elif marks:
            role = _CLAUSE_ROLES.get(marks, _CLAUSE_ROLES.get(marks.split()[-1]))
            if role is None and completes(tree, kid):
                role = marks
        else:
            role = None
        phrase = clause_phrase(tree, kid)
        if role is not None and verb not in phrase.tokens:
            found.append(Argument(role, phrase.tokens, kid))
    return found


def opening_time(tree: Tree, clause: int) -> Argument | None:
    """ "Starting Monday", "beginning in May": since when something is so, if nothing else is told of the beginning."""
    if tree.tag[clause] != "VBG" or tree.lemma[clause] not in ("start", "begin") or tree.marks(clause):
        return None
    kids = [kid for kid in tree.kids[clause] if tree.dep[kid] != "punct"]
    plain = (
        len(kids) == 1 and kids[0] > clause and tree.dep[kids[0]] != "obj"
    )  # "starting the day, she prayed"
    if not plain or not is_time(tree, kids[0]):
        return None
    return Argument("time", (clause, *noun_phrase(tree, kids[0]).tokens), clause)


def _is_reason(tree: Tree, verb: int, clause: int) -> bool:
    """ "Is closed since nobody can reach it": what is so now has begun at no time, unless the verb tells of a stretch."""
    finite = finite_word(tree, clause)
    stretch = any(tree.lemma[kid] == "have" for kid in tree.children(verb, "aux"))
    return finite is not None and tree.tag[finite] != "VBD" and not stretch


def _adverb_mark(tree: Tree, clause: int) -> str:
    """ "When" and "where" are adverbs of their clause in Universal Dependencies."""
    for kid in tree.children(clause, "advmod"):
        if tree.lower[kid] in ("when", "where", "whenever"):
            return tree.lower[kid]
    return ""
