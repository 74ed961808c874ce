"""Plurals of two people named apart: "they", "both" and "the pair" after "Ada Lind and Lars Lund" or "Ada Lind met Lars Lund".

Only people who do or undergo something together are meant: of those joined as subject or object of a main clause, and of
those who met, nearly all on train articles; of people behind prepositions and of one who did something to another, one in six.
"""

from __future__ import annotations

from ..english import pronouns
from ..english.role_classes import is_anybody
from ..english.word_classes import word_class
from ..syntax.tree import SUBJECT_DEPS, Tree
from .candidates import Candidates
from .profiles import is_narrowed

_PARTNERS = frozenset({"obj", "iobj", "obl", "nmod"})
_EACH_OTHERS = frozenset(
    {"friend", "brother", "sister", "rival", "partner", "teammate", "colleague", "spouse", "sibling", "lover"}
)
"""What two people are to each other."""
_BACK = 1
"""Sentences back in which the people are named."""


def shared_plurals(draft: Candidates) -> dict[int, tuple[int, ...]]:
    """For each plural that stands for several people, a mention of each; nothing where another plural is nearer."""
    found: dict[int, tuple[int, ...]] = {}
    for i in range(len(draft.mentions)):
        if _is_plural(draft, i) and (people := _people_before(draft, i, found)):
            found[i] = people
    return found


def _is_plural(draft: Candidates, i: int) -> bool:
    mention, known = draft.mentions[i], draft.profiles[i]
    if mention.kind == "pronoun":
        return draft.tree.lower[mention.head] in pronouns.THEY | {"both", "two"}
    if mention.kind != "nominal":
        return False
    if known.lemma in word_class("pairs"):
        return known.definite and not known.modifiers
    return _are_two(draft, i)


def _are_two(draft: Candidates, i: int) -> bool:
    """ "Both men", "the two women", "the two friends": two of whom nothing else is told."""
    tree, head, known = draft.tree, draft.mentions[i].head, draft.profiles[i]
    if known.number != "plural" or not (is_anybody(known.lemma) or known.lemma in _EACH_OTHERS):
        return False
    both = any(tree.lower[kid] == "both" for kid in tree.children(head, "det", "det:predet"))
    counted = known.modifiers == {"two"} and known.definite
    return (counted or (both and not known.modifiers)) and not is_narrowed(tree, head)


def _people_before(draft: Candidates, i: int, known: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    """The people together nearest before, from right to left; an earlier plural of the same people passes them on."""
    now = draft.profiles[i].sentence
    for j in range(i - 1, -1, -1):
        if now - draft.profiles[j].sentence > _BACK:
            break
        if j in known:
            return known[j]
        if _is_other_plural(draft, j):
            break
        people = _together(draft, j, i)
        if people:
            several = _is_of_several(draft, people[0]) or not _may_stand_for(draft, i, people)
            return () if several else people
    return ()


def _may_stand_for(draft: Candidates, i: int, people: tuple[int, ...]) -> bool:
    """Do the plural's number and sex suit the people? "Both women" are no three, and no men."""
    two = draft.tree.lower[draft.mentions[i].head] not in pronouns.THEY
    sex = draft.profiles[i].gender
    other = any({sex, draft.profiles[person].gender} == {"male", "female"} for person in people)
    return not other and (len(people) == 2 or not two)


def _is_other_plural(draft: Candidates, j: int) -> bool:
    """Something that the plural may stand for by itself: plural people, or "they" of others."""
    known, mention = draft.profiles[j], draft.mentions[j]
    return (
        known.number == "plural"
        and known.person == 3
        and (mention.kind == "pronoun" or mention.label in ("PERSON", "NORP") or _is_told(draft, j))
    )


def _is_told(draft: Candidates, j: int) -> bool:
    """Is it the object of a verb that makes it do something ("told his underlings to go"), as only people are?"""
    tree, head = draft.tree, draft.mentions[j].head
    return tree.dep[head] in ("obj", "iobj") and tree.child(tree.head[head], "xcomp", "ccomp") is not None


def _is_of_several(draft: Candidates, first: int) -> bool:
    """Do the people stand behind a plural that may be meant as well ("the deals with Ada Lind and Lars Lund")?"""
    tree, token = draft.tree, draft.mentions[first].head
    return tree.dep[token] in ("nmod", "appos") and tree.tag[tree.head[token]] in ("NNS", "NNPS")


def _together(draft: Candidates, j: int, plural: int) -> tuple[int, ...]:
    """The people that a mention is the last of: coordinated ones, or the subject and whom he or she met."""
    tree, mention = draft.tree, draft.mentions[j]
    if not _is_person(draft, j):
        return ()
    head = mention.head
    if tree.dep[head] == "conj":
        first = tree.head[head]
        group = [draft.at.get(token) for token in (first, *tree.children(first, "conj"))]
        people = tuple(k for k in group if k is not None and k <= j)
        if not _is_in_main_clause(tree, first):
            return ()
        if len(people) == len([k for k in group if k is None or k <= j]) > 1 and all(
            _is_person(draft, k) for k in people
        ):
            return people if _apart(draft, people) else ()
        return ()
    verb = tree.head[head]
    subject = tree.child(verb, "nsubj")
    k = None if subject is None else draft.at.get(subject)
    if tree.dep[head] not in _PARTNERS or tree.lemma[verb] not in word_class("meeting"):
        return ()
    if k is None or not _is_person(draft, k):
        return ()
    inside = tree.head[draft.mentions[plural].head] == verb
    return (k, j) if not inside and _apart(draft, (k, j)) and tree.child(subject or 0, "conj") is None else ()


def _is_in_main_clause(tree: Tree, noun: int) -> bool:
    """Is it subject or object of a clause that does not only say which thing is meant ("people who backed Lind and Lund")?"""
    return tree.dep[noun] in SUBJECT_DEPS | {"obj"} and tree.dep[tree.head[noun]] not in ("acl", "acl:relcl")


def _is_person(draft: Candidates, i: int) -> bool:
    """One person who is not the speaker."""
    mention, known = draft.mentions[i], draft.profiles[i]
    return mention.label == "PERSON" and known.person == 3 and known.number == "singular"


def _apart(draft: Candidates, people: tuple[int, ...]) -> bool:
    return len({draft.clusters.of(i).first for i in people}) == len(people)
