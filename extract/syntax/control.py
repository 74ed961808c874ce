"""Control: who does what an infinitive or a gerund without a subject says, by rules asked in order.

Where none of them knows, it is the subject of the clause around; after Huddleston and Pullum (2002), "The Cambridge
Grammar of the English Language", chapter 14.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..english.lexicon import ACCUSING, APPEALING, OBJECT_CONTROL, PLAN_NOUNS, REQUESTING
from ..english.semantic_classes import noun_type
from ..english.word_classes import word_class
from .predicates import addressee, leads_to_occasion, participle_preposition
from .rules import Rule, RuleTable
from .somebody import is_somebody, takes_somebody

if TYPE_CHECKING:
    from .tree import Tree

_OBJECT_GERUND = frozenset({"from", "of", "against", "out of", "into", "over"})
"""What stands before a gerund that the object does: "cleared her of stealing", "talked him out of suing"."""
_HELD = frozenset({"in", "under", "on", "at"})
_ADDRESSED = frozenset({"on", "upon", "to", "for"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "never"})


@dataclass(frozen=True, slots=True)
class Control:
    """Who does it: the noun ``token``, else whoever is the subject of ``clause``, else nobody the sentence tells."""

    token: int | None = None
    clause: int | None = None


NOBODY = Control()


def controller(tree: Tree, clause: int, governor: int) -> Control | None:
    """Who does what a clause under a verb or an adjective says, where a rule knows."""
    return _first(VERBS, tree, clause, governor)


def noun_controller(tree: Tree, clause: int, noun: int) -> Control | None:
    """Who does what an infinitive under a noun says, where a rule knows."""
    return _first(NOUNS, tree, clause, noun)


def _first(table: RuleTable[Rule], tree: Tree, clause: int, governor: int) -> Control | None:
    for rule in table.active():
        found: Control | None = rule.apply(tree, clause, governor)
        if found is not None:
            rule.fire(clause, "" if found.token is None else tree.text[found.token])
            return found
    return None


def _as_reported(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "As announced by the ministry, the port will close": what was announced is the sentence, not its subject.

    "Costs more than running the mill": what something is compared with nobody is said to do.
    """
    marks, tag = tree.words(tree.marks(clause)), tree.tag[clause]
    reported = marks in ("as", "than") and tag == "VBN"
    return NOBODY if reported or (marks == "than" and tag == "VBG") else None


def _object_gerund(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "Accused Lund of lying", "kept the ship from sinking", "thanked her for saving", "assisted us in crossing"."""
    marks, lemma = tree.words(tree.marks(clause)), tree.lemma[governor]
    if (
        (lemma in ACCUSING and marks)
        or marks in _OBJECT_GERUND
        or (marks == "for" and (lemma in word_class("judging") or takes_somebody(tree, governor)))
        or (marks == "in" and lemma in word_class("helping"))
    ):
        done = _object(tree, governor)
        thing = done is not None and done.token is not None and not is_somebody(tree, done.token)
        aside = marks == "of" and thing and lemma not in ACCUSING  # "took control of growing costs"
        return NOBODY if aside else done
    return None


def _called_for(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "Argued for cutting taxes": who is to cut them, the sentence does not tell."""
    called = tree.tag[clause] == "VBG" and tree.words(tree.marks(clause)) in ("for", "against")
    called = called and tree.child(governor, "obj", "xcomp") is None  # "called him a coward for leaving"
    return NOBODY if called and tree.lemma[governor] in word_class("calling") else None


def _asked(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "Trained them to jump", "called on the court to act": who is made or asked to do something does it."""
    lemma = tree.lemma[governor]
    if tree.words(tree.marks(clause)) != "to":
        return None
    if lemma in APPEALING:  # "call a leader to discuss" is no appeal
        asked = addressee(tree, governor)
        return None if asked is None else _object(tree, governor)
    return _object(tree, governor) if lemma in OBJECT_CONTROL or lemma in REQUESTING else None


def _sent(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "Sent troops to guard it", "named Ada Lind its head, replacing Otto Krug": who is sent or appointed does it."""
    item, verb, marks = tree.child(governor, "obj"), tree.lemma[governor], tree.words(tree.marks(clause))
    sent = marks == "to" and verb in word_class("sending")
    acts = item is not None and item < clause and is_somebody(tree, item)
    return Control(item) if acts and (sent or succeeds(tree, clause, governor)) else None


def succeeds(tree: Tree, clause: int, governor: int) -> bool:
    """Does a participle tell whom the appointed person replaces?"""
    follows = tree.lemma[clause] in word_class("succeeding") and not tree.marks(clause)
    return follows and tree.tag[clause] == "VBG" and tree.lemma[governor] in word_class("role_giving")


def _preposition(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "A small price, considering the risks": a participle that is a preposition, unless somebody considers."""
    subject = tree.child(governor, "nsubj")
    ahead = tree.lower[clause : clause + 2] == ["going", "forward"] and not tree.marks(clause)
    if ahead or (tree.lower[clause] == "resulting" and subject is not None and is_somebody(tree, subject)):
        return NOBODY  # "sold the yard, resulting in a strike"
    if participle_preposition(tree, clause) or leads_to_occasion(tree, clause):
        return NOBODY  # "is judged based on its results"
    plain = tree.child(clause, "ccomp", "aux") is None and not is_somebody(tree, governor)
    return NOBODY if plain and tree.lower[clause] in word_class("deverbal_prepositions") else None


def _dangling(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "The bias shows when looking at the list": what is no body and no thing that moves looks at nothing.

    "There is no gain in selling": whose gain and whose sale it is, the sentence does not tell.
    """
    if tree.child(governor, "expl") is not None and tree.tag[clause] == "VBG" and tree.marks(clause):
        return NOBODY
    opening = [*tree.marks(clause), *(kid for kid in tree.children(clause, "advmod") if kid < clause)]
    described = tree.child(governor, "cop") is not None and clause < governor
    ahead = described and not tree.marks(clause)  # "growing up, the wood was our home"
    timed = any(tree.lower[token] in ("when", "while") for token in opening)
    if tree.tag[clause] != "VBG" or not (timed or ahead):
        return None
    while tree.dep[governor] == "xcomp" and tree.child(governor, "nsubj", "nsubj:pass") is None:
        governor = tree.head[governor]
    subject = tree.child(governor, "nsubj", "nsubj:pass")
    if subject is None or tree.pos[subject] != "NOUN" or tree.label[subject]:
        return None
    return None if noun_type(tree.lemma[subject]) else NOBODY


def _depicted(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "Videos of them singing", "the case of the guard killing a man": it is not the video that sings."""
    shown = tree.child(governor, "nmod")
    if shown is None or tree.tag[clause] != "VBG":
        return None
    done = is_somebody(tree, shown) and tree.words(tree.cases(shown)) == "of" and tree.pos[governor] == "NOUN"
    done = done and not is_somebody(tree, governor) and tree.text[tree.left[clause]] != ","
    if tree.lemma[governor] not in word_class("depictions") and not done:
        return None
    return Control(shown) if tree.right[shown] + 1 == tree.left[clause] else None


def _seen_as(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "Sees Lund as posing a risk": who is taken for something does it, not who takes them for it."""
    taken = tree.lemma[governor] in word_class("seeing_as") and tree.tag[clause] in ("VBG", "VBN")
    item = tree.child(governor, "obj")
    seen = taken and tree.words(tree.marks(clause)) == "as" and item is not None and item < clause
    return Control(item) if seen else None


def _left_to_it(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "The ruling left many wondering", "the news left them, as ever, asking why": who is left so does it, not what leaves them."""
    item, subject = tree.child(governor, "obj"), tree.child(governor, "nsubj")
    if tree.lemma[governor] != "leave" or tree.tag[clause] != "VBG" or tree.marks(clause):
        return None
    if item is None or subject is None or is_somebody(tree, subject) or not item < clause:
        return None
    several = tree.tag[item] == "NNS" and tree.label[item] == "CARDINAL"  # "left thousands sleeping in cars"
    return Control(item) if several or is_somebody(tree, item) else None


def _urged(tree: Tree, clause: int, noun: int) -> Control | None:
    """ "The king's order to the army to leave": who is asked is to do it, not who asks."""
    if tree.lemma[noun] not in word_class("urgings"):
        return None
    for kid in tree.children(noun, "nmod"):
        if tree.words(tree.cases(kid)) in _ADDRESSED and kid < clause and is_somebody(tree, kid):
            return Control(kid)
    return None


def has_for(tree: Tree, clause: int, item: int) -> bool:
    """ "Needs their votes to win": who has a thing, or lacks it, does what it is for."""
    to = tree.words(tree.marks(clause)) == "to"
    return to and tree.lemma[tree.head[clause]] in word_class("having") and not is_somebody(tree, item)


def _done_to(tree: Tree, clause: int, governor: int) -> Control | None:
    """ "Steps must be taken to save it", "the money needed to build it": who takes or builds, the sentence does not tell."""
    passive = tree.child(governor, "aux:pass", "nsubj:pass", "csubj:pass") is not None
    passive = passive or (tree.dep[governor] == "acl" and tree.lemma[governor] in ("need", "require"))
    return NOBODY if passive and tree.words(tree.marks(clause)) == "to" else None


def _appointed(tree: Tree, clause: int, noun: int) -> Control | None:
    """ "The nomination of Lund to lead the bank", "the deployment of troops to guard it": who is chosen or sent does it."""
    if tree.lemma[noun] not in word_class("appointments"):
        return None
    of = (kid for kid in tree.children(noun, "nmod") if tree.words(tree.cases(kid)) == "of" and kid < clause)
    sent = next(of, None)
    if sent is None:
        return None
    return Control(sent) if is_somebody(tree, sent) else NOBODY  # "the posting of photos to mock the king"


def _owner(tree: Tree, clause: int, noun: int) -> Control | None:
    """ "Lund's decision to leave", "efforts by Lund to leave" are hers; a firm's unit or agent acts for itself.

    Who is to heed "a call by Lund to leave", or what "a letter from Lund to leave it" asks, the sentence does not tell.
    """
    planned = tree.lemma[noun] in PLAN_NOUNS | word_class("pursuits") | word_class("urgings")
    cases = ("by", "from") if planned else ("by",)
    by = (kid for kid in tree.children(noun, "nmod") if tree.words(tree.cases(kid)) in cases and kid < clause)
    owner = tree.child(noun, "nmod:poss")
    owner, own = (next(by, None), False) if owner is None else (owner, True)
    if owner is None:
        return None
    if not own and tree.lemma[noun] in word_class("urgings"):
        return NOBODY
    return NOBODY if is_somebody(tree, noun) else Control(owner)


def _first_to(tree: Tree, clause: int, noun: int) -> Control | None:
    """ "The first woman to lead the bank" led it, if it is somebody and the sentence says so as a fact."""
    ranked = any(
        tree.lower[kid] in word_class("unique") for kid in tree.children(noun, "amod", "nummod", "det")
    )
    if not ranked or not is_somebody(tree, noun):
        return None
    called = tree.dep[noun] == "xcomp" and tree.lemma[tree.head[noun]] == "become"
    verb = noun if tree.child(noun, "cop") is not None else tree.head[noun]
    if not _is_asserted(tree, verb):
        return NOBODY
    return Control(clause=verb) if called or verb == noun else Control(noun)


def _is_asserted(tree: Tree, verb: int) -> bool:
    helpers = tree.children(verb, "aux", "cop", "aux:pass", "mark")
    words = [*helpers, verb]
    finite = any(tree.tag[t] in ("VBD", "VBZ", "VBP") for t in words)
    denied = any(tree.lower[kid] in _NEGATIVE for kid in tree.kids[verb])
    return finite and not denied and not any(tree.tag[t] == "MD" or tree.dep[t] == "mark" for t in helpers)


def _pursued(tree: Tree, clause: int, noun: int) -> Control | None:
    """ "Lund announced a plan to sell", "Kelda is in talks to buy": who has a plan, or makes it, means to carry it out."""
    if tree.lemma[noun] not in word_class("pursuits"):
        return None
    above = tree.head[noun]
    if tree.child(noun, "cop") is not None and tree.words(tree.cases(noun)) in _HELD:
        return Control(clause=noun)
    pursued = tree.dep[noun] == "obj" and tree.lemma[above] in word_class("pursuing")
    return Control(clause=above) if pursued and tree.child(noun, "nmod:poss") is None else None


def _object(tree: Tree, governor: int) -> Control | None:
    item = tree.child(governor, "iobj", "obj", "nsubj:pass")
    if item is None and tree.lemma[governor] in APPEALING:
        item = addressee(tree, governor)
    return None if item is None else Control(item)


VERBS = RuleTable(
    "control",
    Rule("participle-preposition", _preposition, cites="Huddleston and Pullum (2002), 7.2.3"),
    Rule("dangling-participle", _dangling, cites="Huddleston and Pullum (2002), 14.9.2"),
    Rule("depicted", _depicted, cites="UD: acl, nmod"),
    Rule("as-reported", _as_reported, cites="UD: advcl"),
    Rule("called-for", _called_for, cites="Huddleston and Pullum (2002), 14.3.2"),
    Rule("object-gerund", _object_gerund, cites="UD: advcl; object control"),
    Rule("object-asked", _asked, cites="UD: advcl; object control"),
    Rule("object-sent", _sent, cites="UD: advcl of purpose"),
    Rule("seen-as", _seen_as, cites="UD: advcl; object control"),
    Rule("left-to-it", _left_to_it, cites="UD: advcl; resultatives"),
    Rule("purpose-of-passive", _done_to, cites="UD: aux:pass, advcl"),
)
"""Asked of clauses under verbs and adjectives."""

NOUNS = RuleTable(
    "control",
    Rule("appointed-to", _appointed, cites="UD: nmod, acl"),
    Rule("asked-by-noun", _urged, cites="UD: nmod, acl"),
    Rule("owner-of-plan", _owner, cites="UD: nmod:poss, acl"),
    Rule("first-to", _first_to, cites="UD: acl of a ranked noun"),
    Rule("pursued-plan", _pursued, cites="UD: obj, acl"),
)
"""Asked of infinitives under nouns."""

TABLES = (VERBS, NOUNS)
