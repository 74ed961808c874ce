"""Polarity and modality of a clause: is it asserted, denied, planned, possible, conditional, owed or asked for?

The signs are read where English puts them: auxiliaries and adverbs of the clause, the verbs that lead to it
("refused to", "plans to"), the verb or noun that governs it ("denied that", "a threat to"), subordinators
("if"). Factive governors ("confirmed that") leave a clause as it is, the others mark it, after Karttunen
(1971), "Implicative verbs".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..english.lexicon import (
    ACCUSING,
    ALLOWING,
    ASKING,
    BELIEVING,
    CONDITIONS,
    DENIED_NOUNS,
    DENYING,
    FAILING,
    HEDGES,
    NEGATIVE_NOMINALS,
    OBLIGING_LINKS,
    PLAN_NOUNS,
    PLANNING,
    POSSIBLE_NOUNS,
    REQUEST_NOUNS,
    REQUESTING,
    WISHING,
)
from ..syntax.negation import is_negated, is_negative_nominal
from ..syntax.phrases import QUOTATION_MARKS
from ..syntax.tree import CLIMB

if TYPE_CHECKING:
    from ..syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Factuality:
    """Polarity (``positive``, ``negative``) and modality of a clause."""

    polarity: str = "positive"
    modality: str = "actual"


_MODALS = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "ca": "possible", "will": "planned",
    "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned", "must": "obligatory", "should": "obligatory",
    "ought": "obligatory",
}  # fmt: skip
_STRENGTH = ("actual", "planned", "possible", "obligatory", "requested", "conditional")
_MAIN_CONDITIONS = frozenset(
    {"if", "unless", "only if", "as long as", "provided", "provided that", "in case"}
)
_WITHOUT = frozenset({"without", "rather than", "instead of", "instead"})
_PURPOSE = frozenset({"to", "so that", "in order to", "in order", "so as to", "for to"})


def find_factuality(
    tree: Tree, head: int, links: tuple[int, ...] = (), shared: int | None = None
) -> Factuality:
    """Read the polarity and modality of the clause around ``head``.

    ``links`` are the verbs of the open complements that lead to it ("plans" in "plans to call"); ``shared``
    is a conjunct whose auxiliaries the clause shares ("will" in "will come and speak").
    """
    signs = _Signs()
    for verb in (*links, head):
        _read_verb(tree, verb, signs)
    for link in links:
        _read_link(tree, link, signs)
    if shared is not None:
        _read_verb(tree, shared, signs, auxiliaries_only=True)
    _read_conditions(tree, (*links, head), signs)
    _read_context(tree, links[0] if links else head, signs)
    return signs.factuality()


def nominal_factuality(tree: Tree, noun: int) -> Factuality:
    """Polarity and modality of an event named by a noun: "fears of an attack on", "denied its role in"."""
    signs = _Signs()
    if any(tree.lower[kid] in NEGATIVE_NOMINALS for kid in tree.kids[noun]):
        signs.negations += 1
    if any(tree.lower[kid] in ("possible", "potential", "alleged", "suspected", "threatened", "feared", "hypothetical")
           for kid in tree.children(noun, "amod")):  # fmt: skip
        signs.add("possible")
    if any(tree.lower[kid] in ("planned", "proposed", "upcoming", "future", "forthcoming", "scheduled")
           for kid in tree.children(noun, "amod")):  # fmt: skip
        signs.add("planned")
    governor = tree.head[noun]
    if tree.dep[noun] == "nmod" and tree.words(tree.cases(noun)) not in ("over", "about", "at", "after"):
        _read_noun(tree, governor, signs)
    elif tree.dep[noun] in ("obj", "obl", "nsubj:pass") and governor != noun:
        _read_governor(tree, governor, signs, nominal=True)
    return signs.factuality()


class _Signs:
    """The signs met so far: how many negations, which modalities."""

    __slots__ = ("modality", "negations")

    def __init__(self) -> None:
        self.negations = 0
        self.modality = "actual"

    def add(self, modality: str) -> None:
        if _STRENGTH.index(modality) > _STRENGTH.index(self.modality):
            self.modality = modality

    def factuality(self) -> Factuality:
        return Factuality("negative" if self.negations % 2 else "positive", self.modality)


def _read_verb(tree: Tree, verb: int, signs: _Signs, *, auxiliaries_only: bool = False) -> None:
    negated = is_negated(tree, verb)
    signs.negations += negated
    for kid in tree.kids[verb]:
        dep = tree.dep[kid]
        if dep == "aux":
            _read_auxiliary(tree, verb, kid, signs, negated=negated)
        elif auxiliaries_only:
            continue
        elif dep == "advmod" and tree.lower[kid] in HEDGES:
            signs.add("possible")
        elif dep in ("nsubj", "nsubj:pass", "obj") and is_negative_nominal(tree, kid):
            signs.negations += 1


def _read_auxiliary(tree: Tree, verb: int, auxiliary: int, signs: _Signs, *, negated: bool) -> None:
    word = tree.lower[auxiliary]
    if word in ("would", "'d", "’d") and tree.tag[auxiliary] == "MD":
        signs.add("planned" if _is_backshifted(tree, verb) else "conditional")
    elif word in ("can", "could", "ca") and negated:
        return  # what cannot happen does not: the negation says it all
    elif word in _MODALS:
        signs.add(_MODALS[word])
    elif tree.lemma[auxiliary] == "be" and any(
        tree.lower[mark] == "to" and mark > auxiliary for mark in tree.marks(verb)
    ):
        signs.add("planned")  # "is to be held"


def _is_backshifted(tree: Tree, verb: int) -> bool:
    """Is "would" the past of "will" in reported speech ("said he would travel")?"""
    for _ in range(CLIMB):
        governor = tree.head[verb]
        if tree.dep[verb] == "ccomp":
            return tree.tag[governor] in ("VBD", "VBN") and not _is_quoted(tree, verb)
        if tree.dep[verb] not in ("conj", "xcomp"):
            return tree.lemma[verb] in ("like", "prefer")
        verb = governor
    return False


def _is_quoted(tree: Tree, clause: int) -> bool:
    return any(tree.text[kid] in QUOTATION_MARKS for kid in tree.kids[clause])


def _read_link(tree: Tree, link: int, signs: _Signs) -> None:
    lemma, lower = tree.lemma[link], tree.lower[link]
    if lemma in FAILING or lemma in DENYING:
        signs.negations += 1
    if _rules_out(tree, link):
        _read_ruled_out(tree, link, signs, counted=True)
    if (lemma in PLANNING or lower in PLANNING) and (lemma != "look" or _leads_to_infinitive(tree, link)):
        signs.add("planned")
    elif lemma in REQUESTING and _leads_to_infinitive(tree, link):
        signs.add("requested")
    elif lemma in OBLIGING_LINKS:
        signs.add("obligatory")
    elif lemma in ALLOWING or lower in ("likely", "unlikely"):
        signs.add("possible")
    if lemma == "unlikely":
        signs.negations += 1


def _read_conditions(tree: Tree, verbs: tuple[int, ...], signs: _Signs) -> None:
    """A clause with a condition attached ("may leave if ...") is conditional itself."""
    for verb in verbs:
        if tree.lemma[verb] in ASKING:
            continue  # "asked if he thought so": a question
        for kid in tree.children(verb, "advcl"):
            if tree.words(_conditions(tree, kid)) in _MAIN_CONDITIONS or _is_inverted(tree, kid):
                signs.add("conditional")


def _is_inverted(tree: Tree, clause: int) -> bool:
    """ "Should it fail", "had he known", "were she to leave"."""
    first, subject = tree.left[clause], tree.child(clause, "nsubj", "nsubj:pass")
    while tree.pos[first] == "PUNCT":
        first += 1
    return tree.lower[first] in ("should", "had", "were") and subject is not None and first < subject


def _leads_to_infinitive(tree: Tree, link: int) -> bool:
    return any(tree.marks(kid) for kid in tree.children(link, "xcomp"))


def _conditions(tree: Tree, clause: int) -> tuple[int, ...]:
    """The subordinators of a clause; "even if" is no condition."""
    return tuple(
        mark
        for mark in tree.marks(clause)
        if tree.lower[mark] != "if" or not mark or tree.lower[mark - 1] != "even"
    )


def _read_context(tree: Tree, token: int, signs: _Signs) -> None:
    """Climb to what governs the clause, as far as its force reaches."""
    for _ in range(CLIMB):
        dep, governor = tree.dep[token], tree.head[token]
        marks = tree.marks(token)
        if any(tree.text[kid] == "?" for kid in tree.kids[token]):
            signs.add("possible")
        words = tree.words(marks)
        if any(tree.lower[mark] in CONDITIONS for mark in _conditions(tree, token)):
            asked = dep == "ccomp" or tree.lemma[governor] in ASKING
            signs.add("possible" if asked and words in ("if", "whether") else "conditional")
        if dep == "advcl" and _is_inverted(tree, token):
            signs.add("conditional")
        if governor == token or dep in ("parataxis", "acl:relcl", "advcl:relcl", "appos"):
            return
        if dep in ("advcl", "xcomp", "ccomp") and token > governor and _rules_out(tree, governor):
            _read_ruled_out(tree, governor, signs, counted=False)
            return
        if dep == "advcl":
            if words in _PURPOSE:
                signs.add("planned")
            elif words in _WITHOUT:
                signs.negations += 1
            elif tree.lemma[governor] in ACCUSING and words in ("of", "with"):
                signs.add("possible")
            elif words == "from" and tree.lemma[governor] in FAILING:
                signs.negations += 1
            return
        if dep == "acl":
            if tree.tag[token] not in ("VBN", "VBG"):
                _read_noun(tree, governor, signs, infinitive=words == "to")
            elif tree.dep[governor] == "obj" and tree.lemma[tree.head[governor]] in ACCUSING:
                signs.add("possible")
            return
        if dep in ("ccomp", "xcomp", "csubj", "csubj:pass"):
            _read_governor(tree, governor, signs, nominal=False)
            if dep == "ccomp":
                return
        token = governor


def _read_governor(tree: Tree, governor: int, signs: _Signs, *, nominal: bool) -> None:
    lemma = tree.lemma[governor]
    negated = is_negated(tree, governor)
    if lemma in DENYING:
        signs.negations += 1
    if lemma in FAILING:
        signs.negations += not negated
    if lemma in ("require", "oblige", "obligate") and not nominal:
        signs.add("obligatory")
    if lemma in REQUESTING and (not nominal or lemma in ("demand", "request", "urge", "call")):
        if lemma not in ("ask", "tell", "warn", "insist", "suggest", "advise") or not _finite_content(
            tree, governor
        ):
            signs.add("requested")
    elif lemma in WISHING or (
        lemma in PLANNING
        and nominal
        and lemma not in ("set", "go", "look", "move", "try", "agree", "decide", "mean")
    ):
        signs.add("planned")
    elif lemma in ALLOWING or lemma in BELIEVING:
        signs.add("possible")
    elif negated and lemma not in DENYING and lemma not in FAILING:
        signs.add("possible")  # "did not say that": neither said nor denied


def _rules_out(tree: Tree, verb: int) -> bool:
    particle = tree.child(verb, "compound:prt")
    return tree.lemma[verb] == "rule" and particle is not None and tree.lower[particle] == "out"


def _read_ruled_out(tree: Tree, verb: int, signs: _Signs, *, counted: bool) -> None:
    """What is ruled out is denied; what is not ruled out is possible. ``counted`` says that "not" was already."""
    negated = is_negated(tree, verb)
    if negated:
        signs.add("possible")
    signs.negations += 1 if counted else not negated


def _finite_content(tree: Tree, governor: int) -> bool:
    content = tree.child(governor, "ccomp")
    if content is None:
        return False
    if tree.tag[content] in ("VB", "VBP") and tree.child(content, "aux", "cop") is None:
        return tree.tag[content] == "VBP" and tree.tag[governor] not in (
            "VBD",
            "VBN",
        )  # "suggested that they return"
    return True


def _read_noun(tree: Tree, noun: int, signs: _Signs, *, infinitive: bool = True) -> None:
    lemma = tree.lemma[noun]
    if is_negative_nominal(tree, noun):
        signs.add("possible")  # "no evidence that": neither so nor not so
    if lemma in DENIED_NOUNS:
        signs.negations += 1
    elif lemma in REQUEST_NOUNS:
        signs.add("requested")
    elif lemma in POSSIBLE_NOUNS:
        signs.add("possible")
    elif lemma in PLAN_NOUNS and infinitive:
        signs.add("planned")
