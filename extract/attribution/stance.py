"""How a source stands to what it is named for: it asserts it, denies it, doubts it, or does not vouch for it at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.lexicon import ASKING, DENIED_NOUNS, REQUESTING, SAYING_NOUNS, SPEAKING, WISHING
from ..english.word_classes import word_class
from ..syntax.negation import is_negated, is_negative_nominal, stays_undone
from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.predicates import by_phrase, merges

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_SUITS = frozenset({"lawsuit", "petition", "complaint", "charge", "indictment", "filing"})
"""What is put before a court."""
_PASSING_ON = frozenset(
    {"tell", "inform", "notify", "remind", "learn", "hear", "realise", "realize", "explain"}
)
"""What happens to facts, be it late: "has yet to hear that"."""
_OWNING_UP = frozenset(
    "admit concede acknowledge confess announce confirm disclose reveal divulge leak mention explain".split()
)
"""For what one may apologise though it is so: "apologised for admitting late that"."""
ASSERTS, DENIES, DOUBTS, WITHHOLDS = "asserts", "denies", "doubts", "withholds"


def stance_of(tree: Tree, cue: int | None, head: int) -> str:
    """The stance that a cue gives its source to the content with this head; ``withholds`` where it vouches for nothing."""
    if cue is None or tree.pos[cue] not in ("VERB", "AUX", "ADJ", "NOUN"):
        return ASSERTS
    return _of_noun(tree, cue) if tree.pos[cue] == "NOUN" else _of_verb(tree, cue, head)


def _of_verb(tree: Tree, cue: int, head: int) -> str:
    lemma, text = tree.lemma[cue], carrier(tree, cue)
    handled = ASSERTS if text is None else of_disowned(tree, text)
    if handled != ASSERTS:
        return handled
    if _is_wrong(tree, cue) or _is_asked(tree, cue):
        return WITHHOLDS  # the writer denies what they say, or leaves open whether they do
    negated = _is_denied(tree, cue) or is_unsaid(tree, cue) or _is_to_be_shown(tree, cue)
    opening = tree.words(tree.marks(head))
    charges = (lemma in word_class("criticising") and opening == "for") or opening == "as"
    spoken = head < cue and any(tree.text[kid] in QUOTATION_MARKS for kid in tree.kids[head])
    if _is_worded(tree, cue, "denying") and not charges and not spoken:
        return WITHHOLDS if negated else DENIES
    if lemma in word_class("doubting"):
        asked = tree.dep[head] != "ccomp" or tree.tag[tree.left[head]] in ("WP", "WDT", "WRB")
        asked = asked or any(tree.text[kid] == "?" for kid in tree.kids[head])
        return ASSERTS if negated or asked else DOUBTS
    clears = lemma in word_class("exonerating") and tree.dep[head] != "ccomp"  # "was clear that"
    if clears or _finds_not(tree, cue):
        return DENIES
    if negated and tree.dep[head] == "ccomp" and lemma in word_class("neg_raising"):
        return DOUBTS
    return WITHHOLDS if negated else ASSERTS


def _is_worded(tree: Tree, verb: int, name: str) -> bool:
    particles = (tree.lower[kid] for kid in tree.children(verb, "compound:prt", "advmod") if kid > verb)
    words = {tree.lemma[verb], *(f"{tree.lemma[verb]} {particle}" for particle in particles)}
    return not word_class(name).isdisjoint(words)


def _is_wrong(tree: Tree, cue: int) -> bool:
    """ "Falsely said that"."""
    return any(tree.lower[kid] in word_class("wrongly") for kid in tree.children(cue, "advmod"))


def _is_denied(tree: Tree, cue: int) -> bool:
    """Is the cue negated, by itself or by the verb that leads to it ("refused to say")?"""
    if is_negated(tree, cue):
        return True
    above = tree.head[cue]
    if tree.dep[cue] != "xcomp" or not merges(tree, cue):
        return False
    short = tree.lemma[above] in word_class("refraining") or bool(stays_undone(tree, above))
    return short != is_negated(tree, above)


def stays_unsaid(tree: Tree, cue: int) -> bool:
    """ "Has yet to say that"; but what one has yet to be told, to learn or to explain is so."""
    return bool(stays_undone(tree, tree.head[cue])) and tree.lemma[cue] not in _PASSING_ON


def is_unsaid(tree: Tree, cue: int) -> bool:
    """ "Wants them to say that", "asked her to admit that": whether they say it is open; "apologised for saying that": no more."""
    above = tree.head[cue]
    if tree.dep[cue] == "advcl" and tree.words(tree.marks(cue)) == "for":
        done = tree.lemma[above] in word_class("retracting") and tree.tag[above] != "VB"
        return done and tree.lemma[cue] not in _OWNING_UP and not _is_wrong(tree, cue)
    if tree.dep[cue] != "xcomp" or tree.tag[cue] != "VB" or tree.child(above, "obj", "iobj") is None:
        return False
    return tree.lemma[above] in WISHING or tree.lemma[above] in REQUESTING


def _is_asked(tree: Tree, cue: int) -> bool:
    """ "Asked if he believed that", "a question about whether he believed that", "it is not clear whether they knew that", "it goes without saying that": nobody says so."""
    marks, above = tree.words(tree.marks(cue)), tree.lemma[tree.head[cue]]
    asked = tree.dep[cue] in ("ccomp", "csubj", "acl") or above in ASKING
    unsaid = marks == "without" and not is_negated(
        tree, tree.head[cue]
    )  # "did not leave without saying that"
    return unsaid or (marks.rpartition(" ")[2] in ("if", "whether") and asked)


def _is_to_be_shown(tree: Tree, cue: int) -> bool:
    """ "Must prove that she paid": who is to show it does not say it."""
    led = any(tree.tag[kid] in ("MD", "TO") for kid in tree.children(cue, "aux", "mark"))
    return led and tree.lemma[cue] in word_class("showing") and tree.tag[cue] == "VB"


def _finds_not(tree: Tree, cue: int) -> bool:
    """ "Found her not guilty", "pleaded not guilty"."""
    for kid in tree.children(cue, "xcomp", "obj"):
        guilt = tree.lemma[kid] in word_class("denied_predicates")
        if (guilt and is_negated(tree, kid)) or tree.lemma[kid] in word_class("exonerating"):
            return True
    return False


def _of_noun(tree: Tree, cue: int) -> str:
    verb = tree.head[cue]
    unfounded = tree.dep[cue] == "nmod" and is_negative_nominal(tree, verb)  # "no truth to the rumour that"
    if is_negative_nominal(tree, cue) or unfounded or tree.words(tree.cases(cue)) == "without":
        return WITHHOLDS
    handled = of_handled(tree, cue)
    if handled != ASSERTS:
        return handled
    if tree.dep[cue] in ("nsubj", "nsubj:pass") and _is_disputed(tree, verb):
        by_somebody = by_phrase(tree, verb) is not None
        return DENIES if by_somebody and tree.lemma[verb] in word_class("denying") else WITHHOLDS
    if tree.lemma[cue] == "doubt":
        return DOUBTS
    return DENIES if tree.lemma[cue] in DENIED_NOUNS else ASSERTS


def of_handled(tree: Tree, noun: int) -> str:
    """The stance of whoever denies, retracts or does not make a report; one that nobody discusses speaks for itself."""
    stance = of_disowned(tree, noun)
    met = tree.lemma[noun] in word_class("hearsay") and tree.lemma[tree.head[noun]] in word_class("hearing")
    unmade = _is_handled(tree, noun) and not met and _is_denied(tree, tree.head[noun])
    return WITHHOLDS if unmade else stance


def of_disowned(tree: Tree, noun: int) -> str:
    """The stance of whoever denies or retracts a report."""
    verb = tree.head[noun]
    if not _is_handled(tree, noun):
        return ASSERTS
    if _is_worded(tree, verb, "denying") or _calls_false(tree, verb, noun):
        return WITHHOLDS if is_negated(tree, verb) else DENIES
    return WITHHOLDS if _is_worded(tree, verb, "retracting") else ASSERTS


def _is_handled(tree: Tree, noun: int) -> bool:
    verb = tree.head[noun]
    return tree.dep[noun] in ("obj", "obl") and tree.pos[verb] == "VERB" and not is_ground(tree, noun)


def is_assumption(tree: Tree, verb: int) -> bool:
    """ "Assuming that", "supposing that" beside a clause or a noun: nobody's opinion, but a condition."""
    participle = tree.tag[verb] == "VBG" and tree.dep[verb] in ("advcl", "acl")
    return participle and tree.lemma[verb] in ("assume", "suppose")


def is_ground(tree: Tree, noun: int) -> bool:
    """Is it why the verb is done, and not what it is done to ("was ridiculed for the claim that")?"""
    case = tree.words(tree.cases(noun)) if tree.dep[noun] == "obl" else ""
    retracted = tree.lemma[noun] not in word_class("factive_nouns")  # "apologised for the news that"
    retracted = retracted and _is_worded(tree, tree.head[noun], "retracting")
    return case in ("over", "about") or (case == "for" and not retracted)


def carrier(tree: Tree, verb: int) -> int | None:
    """The text by which a verb of saying tells its clause ("a report claiming that", "an article that said that").

    Not a suit: a court that dismisses one denies nothing, and who drops it takes nothing back.
    """
    if tree.dep[verb] not in ("acl", "acl:relcl") or tree.lemma[verb] not in SPEAKING - word_class("denying"):
        return None
    noun = tree.head[verb]
    told = tree.lemma[noun] in (SAYING_NOUNS | word_class("texts") | word_class("hearsay")) - _SUITS
    return noun if told and noun < verb and not is_negated(tree, verb) else None


def _is_disputed(tree: Tree, predicate: int) -> bool:
    """Is a report said to be false, denied, withdrawn ("reports that ... are untrue")?"""
    for kid in tree.children(predicate, "xcomp"):  # "turned out to be false"
        predicate = kid if tree.pos[kid] in ("ADJ", "NOUN") else predicate
    words = {tree.lemma[predicate], tree.lower[predicate]}
    disputes = any(not words.isdisjoint(word_class(name)) for name in ("falsehoods", "denying", "retracting"))
    settled = not words.isdisjoint(word_class("truths"))
    return settled if is_negated(tree, predicate) else disputes


def _calls_false(tree: Tree, verb: int, noun: int) -> bool:
    """ "Called the claim false", "described the claim as a lie", "poured cold water on the claim"."""
    for kid in tree.children(verb, "xcomp", "obl", "obj"):
        words = {tree.lemma[kid], tree.lower[kid]}
        if kid != noun and (not words.isdisjoint(word_class("falsehoods")) or is_cast(tree, kid)):
            return True
    return False


def is_cast(tree: Tree, noun: int) -> bool:
    """ "Cold water", "doubt": what one pours or casts on a claim."""
    cold = any(tree.lower[kid] == "cold" for kid in tree.children(noun, "amod"))
    return ("cold " if cold else "") + tree.lemma[noun] in word_class("cast")
