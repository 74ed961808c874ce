"""Predicates: which words make one up, and whether it is one with the verb that leads to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..english import pronouns
from ..english.lexicon import APPEALING, AS_LONG, NEGATORS, PARTICLE_ADVERBS
from ..english.word_classes import word_class
from .conjuncts import is_contrast
from .negation import PRAISING, is_scalar, negators
from .somebody import is_somebody
from .tree import SUBJECT_DEPS

if TYPE_CHECKING:
    from .tree import Tree


_DEGREES = frozenset({"less", "more", "least", "most", "too"})

_TOWARDS = (
    ["leading", "up"],
    ["leading", "into"],
    ["heading", "into"],
    ["going", "into"],
    ["coming", "into"],
)


@lru_cache(maxsize=512)
def own_words(tree: Tree, head: int) -> tuple[int, ...]:
    """Auxiliaries, copula, negation, the word itself and its particle; a nominal predicate gives its copula only."""
    outer = tree.child(head, "nsubj:outer")
    inner = tree.child(head, "nsubj", "nsubj:pass") if outer is not None else None
    words = [
        kid
        for kid in tree.kids[head]
        if (tree.dep[kid] in ("aux", "aux:pass", "cop", "compound:prt") and (inner is None or kid > inner))
        or (
            tree.dep[kid] == "advmod"
            and tree.lower[kid] in NEGATORS
            and tree.pos[kid] in ("PART", "ADV")
            and not is_scalar(tree, kid)
        )
    ]
    words.extend(
        kid
        for kid in tree.children(head, "advmod")
        if kid == head + 1 and tree.pos[head] == "VERB" and _is_particle(tree, kid)
    )
    if tree.pos[head] == "VERB" and head > 1 and tree.tag[head - 2 : head] == ["AFX", "HYPH"]:
        words.extend((head - 2, head - 1))  # "was short-lived"
    item = tree.child(head, "obj")
    words.extend(  # "cut short a visit"
        kid
        for kid in tree.children(head, "xcomp")
        if item is not None
        and kid == head + 1 < item
        and tree.pos[kid] in ("ADJ", "ADV")
        and not tree.kids[kid]
    )
    auxiliary = tree.child(head, "aux", "cop", "aux:pass")
    if auxiliary is not None:
        marks = tree.marks(head)
        if any(tree.lower[mark] == "to" for mark in marks):  # "is due to leave"
            words.extend(mark for mark in marks if auxiliary < mark)
    if tree.lemma[head] == "have" or (auxiliary is not None and tree.lemma[auxiliary] == "be"):
        words.extend(  # "has yet to leave"
            kid
            for kid in tree.children(head, "advmod")
            if tree.lower[kid] in ("yet", "still") and tree.lower[kid + 1 : kid + 2] == ["to"]
        )
    words.extend(_close_words(tree, head))
    longer = [
        kid
        for kid in tree.children(head, "advmod")
        if tree.lower[kid] == "longer" and tree.lower[kid - 1] == "no"
    ]
    words.extend(token for kid in longer for token in (kid - 1, kid))
    if (
        tree.child(head, "cop") is None
        or is_adjective_complement(tree, head)
        or tree.pos[head] in ("ADJ", "ADV", "VERB")
    ):
        words.extend((*tree.cases(head), head) if tree.pos[head] == "VERB" else (head,))
    return tuple(sorted(words))


def _close_words(tree: Tree, head: int) -> list[int]:
    """Words right beside a predicate that it says something else without: "less likely", "well placed", "referred to as"."""
    before, behind = head - 1, head + 1
    degree = tree.pos[head] == "ADJ" and (tree.tag[before] == "RBR" or tree.lower[before] in _DEGREES)
    passive = tree.child(head, "aux:pass") is not None or tree.dep[head] in ("acl", "amod")
    praised = tree.tag[head] == "VBN" and passive and tree.lower[before] in PRAISING
    found = [kid for kid in tree.children(head, "advmod") if kid == before and (degree or praised)]
    if praised and found:
        # "less well received", "not well received"
        found.extend(kid for kid in tree.kids[before] if tree.lower[kid] in _DEGREES | NEGATORS)
    if tree.tag[head] == "VBN":
        found.extend(
            kid
            for kid in tree.children(head, "obl")
            if kid == behind and tree.pos[kid] == "ADP" and not tree.kids[kid]
        )
    return found


def is_past(tree: Tree, predicate: int) -> bool:
    """Is an adjective or a noun said of somebody in the past tense ("was able")?"""
    copula = tree.child(predicate, "cop")
    return copula is not None and tree.tag[copula] == "VBD"


def base_form(tree: Tree, head: int) -> str:
    """The tag of a predicate without auxiliaries, or of the bare "be" it has ("and be subject to"); empty for any other."""
    helpers = tree.children(head, "aux", "aux:pass", "cop")
    if not helpers:
        return tree.tag[head]
    return (
        "VB" if len(helpers) == 1 and tree.lower[helpers[0]] == "be" and tree.tag[helpers[0]] == "VB" else ""
    )


def lent_words(tree: Tree, lender: int, conjunct: int) -> tuple[int, ...]:
    """What a verb shares with its conjunct ("will come and speak"): of "will be sold and close" the "will" alone.

    Of "did not sell but buy" it does not share the "not".
    """
    denied = negators(tree, lender) if is_contrast(tree, conjunct) else ()
    words = (word for word in own_words(tree, lender) if word < lender and word not in denied)
    parts = ("AFX", "HYPH")  # "is battle-hardened and known"
    words = (word for word in words if tree.tag[word] not in parts)
    if base_form(tree, conjunct) == "VB" != tree.tag[lender]:
        words = (word for word in words if tree.pos[word] != "AUX" or tree.tag[word] == "MD")
    return tuple(words)


def _is_particle(tree: Tree, adverb: int) -> bool:
    """ "Walked away", "walked in": does it say where the verb leads?"""
    led = tree.lower[adverb] in word_class("leading") and tree.tag[adverb] in ("RB", "RP")
    counted = tree.pos[adverb + 1 : adverb + 2] in (["NUM"], ["SYM"])  # "gave over 40 euros"
    return tree.lower[adverb] in PARTICLE_ADVERBS or (led and not counted and not tree.kids[adverb])


def by_phrase(tree: Tree, verb: int) -> int | None:
    """The noun that says by whom or what something is done."""
    kids = tree.children(verb, "obl:agent", "obl")
    return next((kid for kid in kids if tree.words(tree.cases(kid)) == "by"), None)


def merges(tree: Tree, complement: int) -> bool:
    """Is this open complement one predicate with its governor ("plans to call", "was forced to resign")?"""
    if tree.pos[complement] not in ("VERB", "AUX", "ADJ") and tree.child(complement, "cop") is None:
        return False
    if tree.child(complement, *SUBJECT_DEPS) is not None:
        return False
    governor = tree.head[complement]
    if is_causative(tree, complement):
        return True
    if calls_on(tree, governor) or is_needed(tree, governor):
        return False
    if tree.pos[complement] == "ADJ" and names(tree, governor):
        return False
    return tree.child(governor, "obj", "iobj") is None or is_relative_object(tree, governor)


def is_needed(tree: Tree, verb: int) -> bool:
    """ "The votes needed to win", "two keys are needed to open it": a thing that is needed for a deed does not do it."""
    if tree.lemma[verb] != "need" or tree.tag[verb] != "VBN" or tree.child(verb, "obj") is not None:
        return False
    subject = tree.child(verb, "nsubj:pass", "nsubj")
    if subject is not None and tree.tag[subject] == "WDT":  # "the votes that are needed to win"
        subject = tree.head[verb]
    return subject is None or not is_somebody(tree, subject)


def names(tree: Tree, verb: int) -> bool:
    """Does the verb say what somebody calls something ("a bill that critics called unfair")?"""
    named = tree.lemma[verb] in word_class("naming") and tree.lemma[verb] != "make"
    return named and not is_passive(tree, verb)


def is_causative(tree: Tree, complement: int) -> bool:
    """ "Had Wu arrested", "got her fired": the participle is done to the object, at the subject's bidding.

    What happens to somebody's things ("had his car stolen", "had Lund's car stolen") may be nobody's bidding.
    """
    governor = tree.head[complement]
    if (
        tree.dep[complement] != "xcomp"
        or tree.lemma[governor] not in ("have", "get")
        or tree.tag[complement] != "VBN"
    ):
        return False
    if tree.lemma[complement] == "base":  # "get discounts based on need"
        return False
    item = tree.child(governor, "obj")
    if item is None or not governor < item < complement:
        return False
    return tree.child(item, "nmod:poss") is None


def is_adjective_complement(tree: Tree, head: int) -> bool:
    """Is it the adjective of "remains open to", which takes the arguments of its verb's clause?"""
    return tree.pos[head] == "ADJ" and tree.dep[head] == "xcomp" and merges(tree, head)


def is_relative_object(tree: Tree, verb: int) -> bool:
    """Is the verb's only object a relative pronoun in front of it?"""
    objects = tree.children(verb, "obj", "iobj")
    return len(objects) == 1 and tree.lower[objects[0]] in pronouns.RELATIVE and objects[0] < verb


def is_passive(tree: Tree, head: int) -> bool:
    """Is the verb passive by its own auxiliaries or subject?"""
    return tree.child(head, "aux:pass", "nsubj:pass", "csubj:pass") is not None


def participle_preposition(tree: Tree, participle: int) -> str:
    """ "Is judged based on its results", "fell compared with 2019": the two words that are a preposition, or none."""
    words = " ".join(tree.lower[participle : participle + 2])
    whole = tree.dep[participle] == "advcl" and tree.right[participle] > participle + 1
    return words if whole and words in word_class("participle_prepositions") else ""


def leads_to_occasion(tree: Tree, participle: int) -> bool:
    """ "The polls leading up to the vote", "gave him momentum heading into June": so a time is told, and nobody's deed."""
    if tree.lower[participle : participle + 2] not in _TOWARDS:
        return False
    occasions = word_class("contests") | word_class("gatherings")
    items = tree.children(participle, "obl", "nmod", "obj")
    return any(tree.label[kid] in ("DATE", "EVENT") or tree.lemma[kid] in occasions for kid in items)


def finite_word(tree: Tree, clause: int) -> int | None:
    """The finite word of a clause."""
    for token in (*tree.children(clause, "aux", "aux:pass", "cop"), clause):
        if tree.tag[token] in ("VBD", "VBZ", "VBP", "MD"):
            return token
    return None


def is_gerund(tree: Tree, clause: int) -> bool:
    """Is the clause a gerund or participle without an auxiliary that makes it finite?"""
    auxiliary = tree.child(clause, "aux", "aux:pass", "cop")
    verb = clause if auxiliary is None else auxiliary
    slip = (
        tree.tag[verb] == "VB" and tree.lower[verb].endswith("ing") and tree.lemma[verb] != tree.lower[verb]
    )
    return tree.tag[verb] == "VBG" or slip


def lasts_as_long(tree: Tree, clause: int) -> bool:
    """ "Stayed as long as the war lasted": of what is past "as long as" tells the time, of anything else a condition."""
    finite = finite_word(tree, tree.head[clause])
    past = finite is not None and tree.tag[finite] == "VBD"
    return past and tree.words(tree.marks(clause)) in AS_LONG


def is_command(tree: Tree, verb: int) -> bool:
    """ "Don't shoot him," she says; "own it, said Lund": a bare verb is asked of somebody, and not done by who says so."""
    if tree.dep[verb] not in ("ccomp", "parataxis") or tree.tag[verb] != "VB" or tree.marks(verb):
        return False
    bare = all(tree.lemma[kid] == "do" for kid in tree.children(verb, "aux"))
    return bare and tree.child(verb, "cop") is None


def calls_on(tree: Tree, verb: int) -> bool:
    """ "Called on Lund to resign": is somebody asked by a preposition, who is to do what the infinitive says?"""
    if tree.lemma[verb] not in APPEALING or any(tree.pos[t] == "ADJ" for t in tree.children(verb, "xcomp")):
        return False  # "pleaded guilty to fraud"
    asked = addressee(tree, verb)
    return asked is not None and tree.words(tree.cases(asked)) in ("on", "upon", "to")


def addressee(tree: Tree, verb: int) -> int | None:
    """Who is called on or appealed to."""
    for kid in tree.children(verb, "obl"):
        asked = tree.words(tree.cases(kid)) in ("on", "upon", "to", "with", "for")
        if asked and tree.label[kid] not in ("DATE", "TIME"):
            return kid
    return None


def makes_sure(tree: Tree, adjective: int) -> bool:
    """ "Makes sure that every child has a seat": who ensures something does more than be certain of it."""
    verb = tree.head[adjective]
    made = tree.dep[adjective] == "xcomp" and tree.lemma[verb] == "make"
    return made and tree.lower[adjective] in ("sure", "certain")
