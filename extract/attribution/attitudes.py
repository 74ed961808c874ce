"""Attitudes: not what is said, but what is praised, wanted, feared, promised, called for.

PolNeAR (Newell, Margolin and Ruths, 2018) counts these as attributions too. "She endorsed the bill" is a statement
already; what a phrase of the content tells ("he proposed a withdrawal of troops by Norway") is the view of whoever has the
attitude, unless the cue takes it for granted, as praise and blame do. The verbs are classes of English: judgement,
communication about something, wish and commitment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import SPEAKING, THINKING, word_set
from ..syntax.phrases import Phrase, conjunct_phrases
from .cues import Attribution, source_of

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

ABOUT_SOMETHING = word_set(
    """
    endorse criticize criticise describe support defend announce cite mention discuss seek oppose question
    denounce embrace recall confirm propose praise note tout blast slam report understand dismiss post
    applaud mock consider promote tweet declare view highlight remember hail reject acknowledge prefer favor
    favour assail blame recognize recognise portray rebut emphasize emphasise stress welcome fear deem decry
    condemn disavow refute reference boo cheer echo deny foresee advocate recount repeat reiterate bemoan
    lament deplore ridicule deride lambast lambaste pan rip bash attack insult thank congratulate salute
    honor honour commend laud extol admire respect like love hate loathe detest dislike resent regret mourn
    condone justify excuse downplay minimize exaggerate predict forecast project envision envisage
    anticipate expect suggest recommend request demand urge explain say write reveal disclose
    express voice call see name liken compare accuse want show challenge back know ask dispute
    contest protest explain outline detail
    """
)
ABOUT_PREPOSITIONS = {
    "to": word_set("point refer respond object react allude admit confess commit"),
    "on": word_set("focus comment reflect seize elaborate insist report"),
    "for": word_set(
        "call apologize apologise push advocate argue vote ask praise criticize blast thank root campaign"
    ),
    "about": word_set(
        "talk speak complain boast brag joke worry care think ask say warn remind lie write clear"
    ),
    "of": word_set("speak think boast proud critical warn accuse complain dream approve disapprove tired"),
    "against": word_set("rail vote argue warn campaign speak protest"),
    "with": word_set("agree disagree sympathize"),
    "by": word_set("stand"),
}
COMMITTING = word_set(
    """
    want vow refuse seek plan pledge decline agree decide promise threaten hope prefer propose aim intend
    wish willing eager ready reluctant determined opt offer
    """
)
RAISED = word_set(
    "concern question doubt issue alarm objection possibility prospect point suspicion hope fear"
)
"""What one raises in words, other than money and children."""
STATES_OF_MIND = word_set(
    "clear confident sure certain worried afraid hopeful optimistic aware convinced glad proud sorry"
)
NOUNS = {
    "": word_set(
        "decision refusal promise plan vow pledge desire call effort proposal threat willingness wish"
    ),
    "on": word_set("attack comment position stance view opinion"),
    "for": word_set("support call plan praise desire preference concern"),
    "of": word_set(
        "criticism embrace support endorsement condemnation description praise view opposition fear"
    ),
    "about": word_set("comment remark claim statement concern question complaint"),
    "to": word_set("opposition response reaction commitment"),
    "in": word_set("faith belief interest confidence trust"),
}


JUDGING = word_set(
    """
    endorse criticize criticise support defend oppose denounce embrace praise tout blast slam understand applaud mock
    hail blame welcome deem decry condemn bemoan lament deplore ridicule deride lambast lambaste pan rip bash attack
    insult thank congratulate salute honor honour commend laud extol admire respect like love hate loathe detest dislike
    resent regret mourn condone justify excuse downplay minimize explain confirm acknowledge recognize recognise recall
    remember cheer boo disavow apologize apologise criticism condemnation endorsement praise show reveal disclose
    """
)
"""Cues that take their content for a fact."""


def takes_for_granted(tree: Tree, attitude: Attribution) -> bool:
    """Does the attitude judge what it takes for a fact?"""
    return attitude.cue is None or tree.lemma[attitude.cue] in JUDGING


def find_attitudes(tree: Tree, clauses: Clauses, said: Iterable[Attribution]) -> list[Attribution]:
    """Find the attitudes of a document that stand outside what is ``said`` in it, in text order."""
    taken = {attribution.cue for attribution in said}
    for attribution in said:
        for start, end in attribution.content:
            taken.update(range(start, end + 1))
    found: list[Attribution] = []
    for token in range(len(tree)):
        if token in taken:
            continue
        if tree.pos[token] in ("VERB", "ADJ"):
            found.extend(_of_verb(tree, clauses, token))
        elif tree.pos[token] == "NOUN":
            found.extend(_of_noun(tree, token))
    return found


def _of_verb(tree: Tree, clauses: Clauses, cue: int) -> Iterator[Attribution]:
    source = source_of(tree, clauses, cue)
    if source is None or tree.lower[source.head] == "you" or is_brought_about(tree, cue):
        return
    if clauses.clause(cue).passive:
        patient = tree.child(cue, "nsubj:pass")
        if patient is not None and tree.lemma[cue] in ABOUT_SOMETHING:
            yield _attribution(tree, source, cue, patient, patient)
        return
    for kid in tree.kids[cue]:
        if _is_content(tree, cue, kid):
            yield _attribution(tree, source, cue, kid, _last(tree, cue, kid))
            return


def is_brought_about(tree: Tree, cue: int) -> bool:
    """ "Make sure", "made them happy": what somebody does, not what somebody thinks."""
    return tree.dep[cue] == "xcomp" and tree.lemma[tree.head[cue]] == "make"


def _last(tree: Tree, cue: int, item: int) -> int:
    """What is said of the object belongs to the content: "wants them to leave", "called him a liar"."""
    if tree.dep[item] != "obj":
        return item
    return next((kid for kid in tree.children(cue, "xcomp") if kid > item), item)


def _is_content(tree: Tree, cue: int, kid: int) -> bool:
    lemma, dep = tree.lemma[cue], tree.dep[kid]
    if dep == "obj":
        return lemma in ABOUT_SOMETHING or (lemma == "raise" and tree.lemma[kid] in RAISED)
    if dep == "xcomp":
        return lemma in COMMITTING and tree.pos[kid] in ("VERB", "AUX")
    if dep == "obl":
        return lemma in ABOUT_PREPOSITIONS.get(tree.words(tree.cases(kid)), ())
    if dep == "ccomp":
        return lemma in STATES_OF_MIND or lemma in SPEAKING or lemma in THINKING
    return False


def _of_noun(tree: Tree, cue: int) -> Iterator[Attribution]:
    owner = tree.child(cue, "nmod:poss")
    if owner is None:
        return
    for kid in tree.children(cue, "nmod", "acl"):
        preposition = tree.words(tree.cases(kid)) if tree.dep[kid] == "nmod" else ""
        if kid > cue and tree.lemma[cue] in NOUNS.get(preposition, ()):
            yield _attribution(tree, conjunct_phrases(tree, owner)[0], cue, kid, kid)
            return


def _attribution(tree: Tree, source: Phrase, cue: int, content: int, last: int) -> Attribution:
    return Attribution(source, cue, ((tree.left[content], tree.right[last]),), content)
