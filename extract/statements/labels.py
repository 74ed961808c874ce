"""Labels of lines as a person would write them: finite, without swallowed names and amounts, in the voice of the statement.

"Protecting" after a noun is "protects" or "protected", by the verb it hangs on; a passive whose agent is the subject is
active ("was founded by" from the founder's side is "founded"); one of several joined subjects has a verb of its own
number ("the bank and the fund are" is "is" for each).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.conjugation import past, past_participle, third_person
from ..english.lexicon import MODAL_VERBS, NEGATORS, SAID_ONCE, VERBS_OF_NOUNS
from ..syntax.conjuncts import first_conjunct, is_agent
from ..syntax.somebody import is_somebody
from ..syntax.tree import CLIMB

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..syntax.tree import Tree
    from .extraction import Extraction

_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "'re": "is", "’re": "is", "'ve": "has", "’ve": "has"}  # fmt: skip
_WHOLE = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "'m": "am", "’m": "am", "n't": "not", "n’t": "not",
          "ca": "can", "wo": "will", "'re": "are", "’re": "are", "'ve": "have", "’ve": "have"}  # fmt: skip
_EXISTS = {
    "are": "exist",
    "be": "exist",
    "was": "existed",
    "were": "existed",
    "been": "existed",
    "being": "existing",
}
"""What says of its subject what "there is" says."""
_CONTRACTED = frozenset({"'s", "’s"})
_NAMES = frozenset({"PERSON", "ORG", "GPE"})
_PAST_BE = {"am": "was", "is": "was", "are": "were"}
_FIRST_PERSON = frozenset({"i", "me"})
_PLURAL_PRONOUNS = frozenset({"we", "us", "you", "they", "them", "these", "those", "both", "many", "others"})


def verb_label(tree: Tree, extraction: Extraction, verb: int, kept: Sequence[int], *, passive: bool) -> str:
    """The words ``kept`` of the predicate of a verb, its first verb made finite."""
    words = {token: _word(tree, token) for token in kept if not _is_repeated(tree, token, kept)}
    if (
        extraction.method == "existential"
        and extraction.object is None
        and tree.lemma[verb] == "be"
        and verb in words
    ):
        finite = tree.tag[verb] in ("VBD", "VBZ", "VBP")
        denied = [token for token, word in words.items() if finite and word == "not"]
        words = {token: word for token, word in words.items() if token not in denied}
        words[verb] = _absent(words[verb]) if denied else _EXISTS.get(words[verb], "exists")
    first = next((token for token in words if tree.pos[token] in ("VERB", "AUX")), None)
    if first is None:
        return " ".join(words.values())
    if verb in words and tree.tag[verb] == "VBN" and _is_turned(tree, extraction, verb):
        have = "has" if _be(tree, extraction) == "is" else "have"  # "has been hit by two storms"
        words |= {t: have for t in words if tree.lower[t] in ("has", "have") and tree.tag[t] != "VB"}
        words[verb] = _active(tree, extraction, verb)
    elif tree.tag[first] in ("VB", "VBG") and (negator := _negator(tree, kept, first)) is not None:
        words = {token: word for token, word in words.items() if token >= first and token != negator}
        words[first] = _denied(tree, extraction, first)
    elif tree.tag[first] == "VBG":
        words[first] = _finite(tree, extraction, first)
    elif tree.tag[first] == "VBN":
        regular = words[first].endswith("ed")
        be = "were" if _is_plural(tree, extraction) else "was"
        if passive:
            opening = first
            while opening - 1 in words and tree.dep[opening - 1] == "advmod":  # "was best suited"
                opening -= 1
            words[opening] = f"{be} {words[opening]}"
        elif not regular:
            words[first] = past(tree.lemma[first])
    elif _is_modal(tree, first):
        pass
    elif tree.tag[first] == "VB" and first == min(t for t in words if tree.lower[t] != "to"):
        words = {token: word for token, word in words.items() if not (token < first and word == "to")}
        words[first] = _tensed(tree, extraction, first)
    elif _is_one_of_several(tree, extraction):
        words[first] = _singular(tree, first)
    return " ".join(words.values()).replace(" - ", "-")


def _is_modal(tree: Tree, verb: int) -> bool:
    """ "Need not pass", "dare not leave": such a verb is finite with a "not" right behind it."""
    denied = tree.lower[verb + 1 : verb + 2]
    return tree.lower[verb] in MODAL_VERBS and not NEGATORS.isdisjoint(denied)


def _absent(be: str) -> str:
    """What says of its subject what "there is not" says."""
    exists = _EXISTS.get(be, "exists")
    return (
        "did not exist" if exists == "existed" else "do not exist" if exists == "exist" else "does not exist"
    )


def _tensed(tree: Tree, extraction: Extraction, verb: int) -> str:
    """An infinitive as a finite form: what it tells is so, may be, or is to be."""
    if extraction.modality == "actual":
        return _finite(tree, extraction, verb)
    word = tree.lemma[verb] if tree.lower[verb].endswith("ing") else tree.lower[verb]  # a tagger's slip
    return f"{_modal(tree, extraction, verb)} {word}"


def _modal(tree: Tree, extraction: Extraction, verb: int) -> str:
    """What stands before an infinitive: "may", "is to", "seeks to" of a purpose, "planned to" of a plan, "was urged to"."""
    if extraction.modality == "possible":
        return "may"
    asked = _asked(tree, verb) if extraction.modality == "requested" else None
    if asked is not None:
        be = _be(tree, extraction)
        return f"{_PAST_BE[be] if _is_past(tree, verb) else be} {asked} to"
    meant = _meant(tree, extraction, verb) if extraction.modality == "planned" else None
    if meant is None:
        be = _be(tree, extraction)
        past_aim = tree.dep[verb] == "advcl" and _is_past(tree, verb)
        return f"{_PAST_BE[be] if past_aim else be} to"
    if meant in SAID_ONCE or _is_past(tree, verb):
        return f"{past(meant)} to"
    return f"{third_person(meant) if _be(tree, extraction) == 'is' else meant} to"


def _asked(tree: Tree, verb: int) -> str | None:
    """How somebody is told to do something: "urged", "ordered"; "asked" where the verb has a preposition ("called on")."""
    first = first_conjunct(tree, verb)
    above = tree.head[first]
    if tree.dep[first] not in ("xcomp", "ccomp", "advcl") or tree.pos[above] != "VERB" or above == first:
        return None
    return past_participle(tree.lemma[above]) if tree.child(above, "obj", "iobj") is not None else "asked"


def _meant(tree: Tree, extraction: Extraction, verb: int) -> str | None:
    """The verb for what somebody means by an infinitive: "seek" where it is the purpose of a deed of his own.

    "Closed only to open again" tells what came, and a thing seeks nothing.

    Of one behind a noun it is that of the noun: "the council's decision to close the port" is that it decided to.
    """
    first = first_conjunct(tree, verb)
    above = tree.head[first]
    if not any(tree.tag[mark] == "TO" for mark in tree.marks(first)):
        return None
    if tree.dep[first] == "acl":
        made = extraction.polarity == "positive"  # an offer that was refused was made all the same
        return VERBS_OF_NOUNS.get(tree.lemma[above]) if made else None
    subject = extraction.subject_head
    own = (
        tree.pos[above] == "VERB" and subject in tree.children(above, "nsubj") and is_somebody(tree, subject)
    )
    only = tree.lower[min(tree.marks(first)) - 1] == "only"
    return "seek" if tree.dep[first] == "advcl" and own and not only else None


def _be(tree: Tree, extraction: Extraction) -> str:
    if tree.lower[extraction.subject_head] in _FIRST_PERSON:
        return "am"
    return "are" if _is_plural(tree, extraction) else "is"


def _is_repeated(tree: Tree, token: int, kept: Sequence[int]) -> bool:
    """Is it the first of two copulas ("what matters is it is not"), or the second "not" ("will not or cannot pay")?"""
    if tree.lower[token] in NEGATORS and any(
        tree.lower[other] in NEGATORS and tree.head[other] == tree.head[token]
        for other in kept
        if other < token
    ):
        return True
    return tree.dep[token] == "cop" and any(
        tree.dep[other] == "cop" and tree.head[other] == tree.head[token] for other in kept if other > token
    )


def _negator(tree: Tree, kept: Sequence[int], verb: int) -> int | None:
    """The "not" before an infinitive or a participle without an auxiliary."""
    before = [token for token in kept if token < verb and tree.lower[token] != "to"]
    return before[0] if len(before) == 1 and tree.lower[before[0]] == "not" else None


def _denied(tree: Tree, extraction: Extraction, verb: int) -> str:
    lemma = tree.lemma[verb]
    if extraction.modality != "actual":
        modal = _modal(tree, extraction, verb)
        return (
            f"{modal.removesuffix(' to')} not to {lemma}" if modal.endswith(" to") else f"{modal} not {lemma}"
        )
    present = "does" if _be(tree, extraction) == "is" else "do"
    return f"{'did' if _is_past(tree, verb) else present} not {lemma}"


def share(tree: Tree, token: int) -> str:
    """What stands for an amount of something in a wording: "owns 15 percent of" is "owns part of".

    Empty for what is no amount, and for an amount that "of" does not follow.
    """
    if tree.label[token] not in VALUE_LABELS or token + 1 >= len(tree) or tree.lower[token + 1] != "of":
        return ""
    return "some" if tree.label[token] == "CARDINAL" else "part"


def _word(tree: Tree, token: int) -> str:
    word = share(tree, token) or tree.lower[token]
    if word in _CONTRACTED:
        verb = tree.head[token]
        going_on = any(tree.lower[kid] == "being" for kid in tree.kids[verb])
        perfect = tree.dep[token] == "aux" and tree.tag[verb] == "VBN" and not going_on  # "who's signed"
        return "has" if perfect or tree.lemma[token] == "have" else "is"
    name = tree.is_named(token) or tree.pos[token] == "PROPN"
    return tree.text[token] if name else _WHOLE.get(word, word)


def _is_turned(tree: Tree, extraction: Extraction, verb: int) -> bool:
    """Is the subject the agent of a passive?"""
    first = first_conjunct(tree, extraction.subject_head)
    return is_agent(tree, first) or (first > verb and tree.words(tree.cases(first)) == "by")


def _active(tree: Tree, extraction: Extraction, verb: int) -> str:
    """The active form of a passive, by the auxiliaries that it had and the number of its agent."""
    helpers = [kid for kid in tree.children(verb, "aux", "aux:pass") if kid < verb]
    finite = [kid for kid in helpers if tree.tag[kid] in ("MD", "VBD", "VBZ", "VBP")]
    lemma, words = tree.lemma[verb], [tree.lemma[kid] for kid in helpers]
    if "have" in words:
        return past_participle(lemma)
    if any(tree.tag[kid] in ("MD", "VB") for kid in helpers):  # "will leave and be succeeded by"
        return lemma
    if not finite:
        return past(lemma)
    if tree.tag[finite[0]] == "VBD":
        return past(lemma)
    return third_person(lemma) if _be(tree, extraction) == "is" else lemma


_LYING = frozenset({"at", "between", "in", "near", "off", "on", "under"})
"""Where one lies whose past is "lay": who "lied" did it to somebody or about something."""


def _finite(tree: Tree, extraction: Extraction, verb: int) -> str:
    """A participle or an infinitive in the tense of the verb it hangs on and the number of its subject."""
    lemma = tree.lemma[verb]
    if tree.tag[verb] == "VBG" and lemma == tree.lower[verb]:  # its base form is not known
        be = _be(tree, extraction)
        return f"{_PAST_BE[be] if _is_past(tree, verb) else be} {lemma}"
    if _is_past(tree, verb):
        if lemma == "lie" and any(
            tree.words(tree.cases(kid)) in _LYING for kid in tree.children(verb, "obl")
        ):
            return "lay"
        return "were" if lemma == "be" and _is_plural(tree, extraction) else past(lemma)
    number = _be(tree, extraction)
    return number if lemma == "be" else third_person(lemma) if number == "is" else lemma


def _is_past(tree: Tree, verb: int) -> bool:
    """Is the nearest finite verb that it hangs on in the past?"""
    above = verb
    for _ in range(CLIMB):
        if tree.head[above] == above:
            break
        above = tree.head[above]
        helpers = [above, *tree.children(above, "aux", "aux:pass", "cop")]
        if any(tree.tag[t] == "VBD" for t in helpers):
            return True
        if any(tree.tag[t] in ("VBZ", "VBP", "MD") for t in helpers):
            return False
    return False


def _is_plural(tree: Tree, extraction: Extraction) -> bool:
    """Does a verb after the subject stand in the plural? The United States and other names are one."""
    head = extraction.subject_head
    if tree.tag[head] in ("NNS", "NNPS"):
        return tree.label[head] not in _NAMES
    counted = tree.label[head] == "CARDINAL" and tree.lower[head] not in ("one", "1")
    return counted or tree.lower[head] in _PLURAL_PRONOUNS


def _is_one_of_several(tree: Tree, extraction: Extraction) -> bool:
    """Is the subject one of joined nouns, or an example of a plural ("firms such as Kelda have")?"""
    head = extraction.subject_head
    joined = tree.dep[head] in ("conj", "nmod", "appos") or tree.child(head, "conj") is not None
    plural = tree.tag[head] in ("NNS", "NNPS") or tree.pos[head] == "PRON"
    return joined and not plural and tree.label[head] in (*_NAMES, "")


def _singular(tree: Tree, verb: int) -> str:
    word = tree.lower[verb]
    if tree.tag[verb] == "VBP" and word not in _SINGULAR:
        return third_person(tree.lemma[verb])
    return _SINGULAR.get(word, _word(tree, verb))
