"""What reporting verbs attribute: clauses, quotations, requests, accusations, verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..english.lexicon import ACCUSING, APPEALING, ASKING, OPEN_CUES, REQUESTING, SPEAKING, THINKING
from ..english.word_classes import word_class
from ..syntax.negation import is_scant
from ..syntax.predicates import addressee, finite_word, is_gerund, is_passive
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import SUBJECT_DEPS
from .attitudes import is_brought_about
from .cues import THINGS, Attribution, Spans, attribute, is_somebody, source_of, without_cue
from .inserted import insert_report
from .stance import is_assumption

if TYPE_CHECKING:
    from ..syntax.clauses import Clauses
    from ..syntax.tree import Tree

_WONDERING = frozenset({"wonder", "doubt"})
_MAKING = frozenset({"make", "leave", "let"})


def reports(tree: Tree, cue: int) -> bool:
    """Is it a verb of saying or thinking, or "make it clear"?"""
    return tree.lemma[cue] in SPEAKING or tree.lemma[cue] in THINKING or makes_clear(tree, cue)


def makes_clear(tree: Tree, cue: int) -> bool:
    """ "Made it clear that", "let it be known that"."""
    if tree.lemma[cue] not in _MAKING:
        return False
    return any(tree.lower[kid] in word_class("plain") for kid in tree.children(cue, "xcomp", "obj", "advmod"))


def passes_verdict(tree: Tree, cue: int) -> bool:
    """ "Found her guilty", "pleaded not guilty"."""
    guilt = word_class("denied_predicates") | word_class("exonerating")
    words = tree.children(cue, "xcomp", "obj") if tree.lemma[cue] in word_class("pronouncing") else ()
    return any(tree.lemma[word] in guilt for word in words)


def _reported(tree: Tree, clauses: Clauses, cue: int, within: list[int]) -> Iterator[Attribution]:
    """ "Lund said that", "urged them to leave", "admitted stealing", "made it clear that"."""
    for kid in tree.kids[cue]:
        if kid < cue and tree.tag[cue] == "VBG" and any(t > cue for t in tree.children(cue, "ccomp")):
            continue  # "who is under investigation, saying that he left"
        if _is_content(tree, cue, kid, quoted=within[kid] != within[cue]):
            spans = (*_with_opening(tree, cue, kid, within), *_with_second(tree, cue, kid))
            yield from attribute(tree, clauses, cue, kid, spans, within)
            return
    for word in tree.children(cue, "xcomp") if makes_clear(tree, cue) else ():
        for kid in tree.children(word, "ccomp", "advcl"):
            if tree.dep[kid] == "ccomp" or _has_that(tree, kid):
                yield from attribute(tree, clauses, cue, kid, ((tree.left[kid], tree.right[kid]),), within)
                return


def _with_opening(tree: Tree, cue: int, kid: int, within: list[int]) -> Spans:
    """The content with what stands before a cue between commas ("though it was late, he said, the ferry left")."""
    spans, subject = without_cue(tree, cue, kid), tree.child(cue, "nsubj")
    if subject is None or not subject < cue < kid or tree.text[cue + 1] != ",":
        return spans
    if within[kid] >= 0:  # "If Lund wins, Brandt said, “we will leave.”"
        opening = next((c for c in tree.children(cue, "advcl") if c < subject), None)
        if opening is None or tree.words(tree.marks(opening)) not in ("if", "unless"):
            return spans
    start, end = tree.left[cue], tree.left[subject] - 1
    return ((start, end), *spans) if start < end and tree.text[end] == "," else spans


def _with_second(tree: Tree, cue: int, kid: int) -> Spans:
    """A second content, or a clause with "that" that the parse joins with the cue ("said the ferry left, and that it was late")."""
    return tuple(
        (tree.left[second], tree.right[second])
        for second in tree.children(cue, "conj", "ccomp")
        if (tree.dep[second] == "ccomp" and second != kid and (second < cue) == (kid < cue))
        or (tree.dep[second] == "conj" and second > kid > cue and _has_that(tree, second))
    )


def _has_that(tree: Tree, clause: int) -> bool:
    return any(tree.lower[mark] == "that" for mark in tree.marks(clause))


def _is_content(tree: Tree, cue: int, kid: int, *, quoted: bool) -> bool:
    """Is the dependent what the verb reports: a clause, a quotation, a request?"""
    dep, lemma = tree.dep[kid], tree.lemma[cue]
    if dep == "ccomp":
        if lemma in word_class("sensing") and tree.tag[cue] in ("VBD", "VBN") and not _is_finite(tree, kid):
            return False  # "saw Lund sent off"; but "analysts see prices falling"
        asked = lemma in THINKING and any(
            _opens_question(tree, lemma, word) for word in tree.kids[kid] if word < kid
        )
        return (quoted or reports(tree, cue)) and not asked and not is_assumption(tree, cue)
    if dep == "parataxis":
        return quoted and reports(tree, cue)
    if dep == "xcomp" and lemma in OPEN_CUES:
        return tree.pos[kid] == "VERB"
    return dep in ("xcomp", "advcl") and _is_request(tree, cue, kid)


def _is_finite(tree: Tree, clause: int) -> bool:
    """Is it a clause with "that", or with a verb of its own in some tense ("saw that he left", "heard he was ill")?"""
    return bool(tree.marks(clause)) or finite_word(tree, clause) is not None


def _opens_question(tree: Tree, cue: str, word: int) -> bool:
    """ "Knows who left", "decided whether to leave": nobody vouches for what is asked, but "wondered if" is a thought."""
    if tree.dep[word] == "mark":
        return tree.lower[word] in ("whether", "if") and cue not in _WONDERING
    return tree.tag[word] in ("WRB", "WP")


def _is_request(tree: Tree, cue: int, kid: int) -> bool:
    """ "Urged them to leave", "called on them to leave"."""
    marks = tree.words(tree.marks(kid))
    if marks == "for to":  # "called for them to leave"
        return tree.lemma[cue] in word_class("calling")
    if tree.lemma[cue] not in REQUESTING or marks != "to":
        return False
    if tree.lemma[cue] in APPEALING:
        return addressee(tree, cue) is not None
    return tree.child(cue, "obj", "iobj", "obl") is not None


def _told_how(tree: Tree, clauses: Clauses, cue: int, within: list[int]) -> Iterator[Attribution]:
    """ "Described how the ferry sank", "explained why she left", "talked about how it came": told by who tells it."""
    lemma = tree.lemma[cue]
    if lemma in SPEAKING | word_class("talking") and lemma not in ASKING | word_class("showing"):
        for word, clause in _how_clauses(tree, cue):
            found = attribute(tree, clauses, cue, clause, ((word, tree.right[clause]),), within)
            yield from (
                a for a in found if is_somebody(tree, a.source.head)
            )  # things explain, and say nothing
            return


def _how_clauses(tree: Tree, cue: int) -> Iterator[tuple[int, int]]:
    """The clauses with a subject that "how" or "why" opens behind a verb, and that word: hung on the verb or on the word."""
    asked = ("how", "why")
    for clause in tree.children(cue, "advcl", "ccomp"):
        words = [kid for kid in tree.children(clause, "advmod") if tree.lower[kid] in asked and kid > cue]
        if (
            words
            and tree.words(tree.marks(clause)) == "about"
            and tree.child(clause, *SUBJECT_DEPS) is not None
        ):
            yield words[0], clause
    for word in tree.children(cue, "obj", "advmod", "obl"):
        inner = tree.child(word, "advcl:relcl", "acl:relcl")
        told = word > cue and tree.lower[word] in asked and not tree.cases(word)
        if told and inner is not None and tree.child(inner, *SUBJECT_DEPS) is not None:
            yield word, inner


def _accused(tree: Tree, clauses: Clauses, cue: int, within: list[int]) -> Iterator[Attribution]:
    """ "Accused her of stealing", "cleared her of stealing", "slammed her for stealing"."""
    accuses = tree.lemma[cue] in ACCUSING or tree.lemma[cue] in word_class("exonerating")
    faults = tree.lemma[cue] in word_class("criticising")
    if not (accuses or faults) or tree.pos[cue] != "VERB":
        return
    accused = tree.child(cue, "obj")
    behind = tree.children(cue if accused is None else accused, "acl")
    for kid in (*tree.children(cue, "xcomp", "advcl"), *behind):
        marks = tree.words(tree.marks(kid))
        if is_gerund(tree, kid) and (marks == "for" if faults else marks or tree.dep[kid] != "acl"):
            start = tree.left[kid] if accused is None else min(tree.left[accused], tree.left[kid])
            yield from attribute(tree, clauses, cue, kid, ((start, tree.right[kid]),), within)
            return


def _verdict(tree: Tree, clauses: Clauses, cue: int, within: list[int]) -> Iterator[Attribution]:
    """ "Found her guilty of stealing", "pleaded not guilty to stealing"."""
    if tree.lemma[cue] not in word_class("pronouncing"):
        return
    for word in tree.children(cue, "xcomp", "obj"):
        if tree.lemma[word] in word_class("denied_predicates") | word_class("exonerating"):
            for kid in (*tree.children(word, "advcl", "acl"), *tree.children(cue, "advcl")):
                if is_gerund(tree, kid) and tree.marks(kid):
                    yield from attribute(
                        tree, clauses, cue, kid, ((tree.left[kid], tree.right[kid]),), within
                    )
                    return


def _in_mind(tree: Tree, clauses: Clauses, cue: int, within: list[int]) -> Iterator[Attribution]:
    """ "Is confident that the yard will open", "was afraid it would close"."""
    if (
        tree.pos[cue] != "ADJ"
        or tree.lemma[cue] not in word_class("states_of_mind")
        or is_brought_about(tree, cue)
        or _is_open(tree, cue)
    ):
        return
    for kid in tree.children(cue, "ccomp"):
        source = source_of(tree, clauses, cue)
        asked = any(tree.lower[mark] in ("whether", "if") for mark in tree.marks(kid))
        near = kid > cue and tree.text[tree.left[kid]] != ","
        if source is not None and near and not asked and tree.lower[source.head] not in THINGS:
            yield from attribute(tree, clauses, cue, kid, ((tree.left[kid], tree.right[kid]),), within)
            return


def _is_open(tree: Tree, state: int) -> bool:
    """ "Was Lund upset that", "if Lund is upset that", "Lund should be glad that": whether somebody feels so is not told."""
    subject, copula = tree.child(state, "nsubj"), tree.child(state, "cop")
    asked = subject is not None and copula is not None and copula < subject
    modal = any(tree.tag[kid] == "MD" for kid in tree.children(state, "aux"))
    return asked or modal or tree.words(tree.marks(state)) in ("if", "unless")


def _considered(tree: Tree, clauses: Clauses, cue: int, within: list[int]) -> Iterator[Attribution]:
    """ "Considers it to be a danger", "is believed by the police to have fled": told by whoever considers or believes."""
    told = word_class("reported") | word_class("foreseeing")
    if tree.lemma[cue] not in told or tree.lemma[cue] in OPEN_CUES | REQUESTING:
        return
    if not is_passive(tree, cue) and tree.child(cue, "obj") is None:
        return
    for kid in tree.children(cue, "xcomp"):
        if any(tree.lower[mark] == "to" for mark in tree.marks(kid)):
            yield from attribute(tree, clauses, cue, kid, ((tree.left[kid], tree.right[kid]),), within)
            return


def _viewed_as(tree: Tree, clauses: Clauses, cue: int, within: list[int]) -> Iterator[Attribution]:
    """ "Sees Lund as posing a risk": whoever sees it so says it; few who do are no source."""
    taken = tree.child(cue, "obj", "nsubj:pass") is not None and not is_scant(tree, cue)
    if tree.lemma[cue] in word_class("seeing_as") and taken:
        for kid in tree.children(cue, "advcl"):
            if kid > cue and tree.words(tree.marks(kid)) == "as" and is_gerund(tree, kid):
                yield from attribute(tree, clauses, cue, kid, ((tree.left[kid], tree.right[kid]),), within)
                return


VERBS = RuleTable(
    "attribution",
    Rule("reporting-verb", _reported, cites="PolNeAR; UD: ccomp"),
    Rule("told-how", _told_how, cites="UD: advcl:relcl; PolNeAR"),
    Rule("accusing-verb", _accused, cites="VerbNet: judgment-33"),
    Rule("verdict", _verdict, cites="VerbNet: declare-29.4"),
    Rule("state-of-mind", _in_mind, cites="VerbNet: admire-31.2; UD: ccomp"),
    Rule("considered-to-be", _considered, cites="VerbNet: consider-29.9"),
    Rule("view-as", _viewed_as, cites="UD: mark 'as'"),
    Rule("inserted-report", insert_report, cites="UD: parataxis"),
)
"""Asked at every verb for what it attributes; the first that answers does."""
