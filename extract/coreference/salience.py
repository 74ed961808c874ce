"""What a pronoun is about, beside what the ranking model says: its paragraph, its sentence, the sex of a first name.

News keeps to one person in a paragraph (centering: Grosz, Joshi and Weinstein 1995); the model looks at pairs and
cannot see that another person has come into focus. Each is a rule that weakens the odds of clusters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from ..attribution.quotations import number_paragraphs
from ..english.lexicon import SPEAKING
from ..english.semantic_classes import first_name_sex, given_names
from ..english.word_classes import word_class
from ..syntax.rules import Rule, RuleTable
from ..syntax.tree import SUBJECT_DEPS
from .clusters import agree
from .names import opens_with_family
from .owners import joined_owner, judged_owner

if TYPE_CHECKING:
    from .candidates import Candidates

OTHER_PARAGRAPH = 0.15
"""What is left of the odds of a person of an earlier paragraph where this one names another; tuned on GUM dev and GAP."""
STALE = 0.5
"""The same for one not named since before the last sentence, where another is its subject."""
OTHER_SEX = 0.1
"""The same for a first name mostly given to the other sex, where another person's is not; nothing is left where none is."""

UNISEX = 0.2
"""The same for a first name of women and men alike, where another's is a woman's and "she" is asked for."""
NOT_SUBJECT, NOT_SUBJECT_BEFORE = 0.7, 0.2
"""The same for anybody but the person who is the subject of the sentence before, in one paragraph and in the next."""
NOT_TOLD_OF = 0.02
"""The same for anybody but the person of whom somebody told in the sentence before, where more is told."""
NOT_OWNER = 0.05
"""The same for anybody but whom the words around "his" or "her" make the owner."""
SUBJECT_THING = 0.3
"""The same for anything but the subject of the sentence before, where "it" or "they" is the subject; tuned on GUM dev."""

_THINGS = frozenset({"it", "they"})
_ANY = frozenset({"a", "an", "any", "every", "each", "no"})
Sums = dict[int, float]


@dataclass(frozen=True, slots=True)
class Focus:
    """A document with the numbers of its paragraphs."""

    draft: Candidates
    paragraphs: list[int]
    _sorted: dict[int, tuple[tuple[int, ...], list[int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, draft: Candidates) -> Focus:
        """Number the paragraphs once."""
        return cls(draft, number_paragraphs(draft.tree))

    def weigh(self, mention: int, sums: Sums) -> Sums:
        """The odds of clusters, those out of focus made weaker; only for "he" and "she" in their forms, "it" and "they"."""
        known = self.draft.profiles[mention]
        if self.draft.mentions[mention].kind != "pronoun":
            return sums
        rules = SALIENCE if known.gender else SALIENCE_OF_THINGS if known.word in _THINGS else None
        for rule in rules.active() if rules is not None else ():
            weaker = rule.apply(self, mention, sums)
            if weaker != sums:
                rule.fire(self.draft.mentions[mention].head)
                sums = weaker
        return sums

    def rivals(self, mention: int, sums: Sums) -> list[int]:
        """Clusters of single persons that agree with the pronoun."""
        clusters = self.draft.clusters
        return [
            root
            for root in sums
            if agree(clusters.of(root), clusters.of(mention)) and clusters.of(root).kind == "person"
        ]

    def earlier(self, root: int, mention: int) -> Iterator[int]:
        """The cluster's mentions before this one, the nearest first."""
        members, known = self.draft.clusters.of(root).members, self._sorted.get(root)
        if known is None or known[0] is not members:
            known = self._sorted[root] = (members, sorted(members))
        ordered = known[1]
        return (ordered[place] for place in reversed(range(bisect_left(ordered, mention))))


def _paragraph(focus: Focus, mention: int, sums: Sums) -> Sums:
    here = focus.paragraphs[focus.draft.mentions[mention].head]

    def is_here(root: int) -> bool:
        nearest = next(focus.earlier(root, mention), None)
        return nearest is not None and focus.paragraphs[focus.draft.mentions[nearest].head] == here

    present = {root for root in focus.rivals(mention, sums) if is_here(root) and _is_introduced(focus, root)}
    if present:
        return _weaken(sums, [root for root in sums if not is_here(root)], OTHER_PARAGRAPH)
    passing = [root for root in sums if not is_here(root) and _is_anybody(focus, root)]
    return _weaken(sums, passing, OTHER_PARAGRAPH) if passing else sums


def _is_anybody(focus: Focus, root: int) -> bool:
    """Was nobody in particular mentioned, and once only ("a member may vote")?"""
    draft = focus.draft
    cluster = draft.clusters.of(root)
    if cluster.named or len(cluster.members) > 1 or draft.mentions[cluster.first].kind != "nominal":
        return False
    kids = draft.tree.kids[draft.mentions[cluster.first].head]
    return any(draft.tree.lower[kid] in _ANY and draft.tree.dep[kid] == "det" for kid in kids)


def _is_introduced(focus: Focus, root: int) -> bool:
    cluster = focus.draft.clusters.of(root)
    return cluster.named or bool(cluster.nouns)


def _sentence(focus: Focus, mention: int, sums: Sums) -> Sums:
    now = focus.draft.profiles[mention].sentence
    profiles = focus.draft.profiles

    def last(root: int) -> int:
        return next((profiles[i].sentence for i in focus.earlier(root, mention)), -1)

    def is_subject(root: int) -> bool:
        near = takewhile(lambda i: now - profiles[i].sentence <= 1, focus.earlier(root, mention))
        return any(profiles[i].role == "subject" for i in near)

    if any(is_subject(root) for root in focus.rivals(mention, sums)):
        return _weaken(sums, [root for root in sums if 0 <= last(root) < now - 1], STALE)
    return sums


def _sex(focus: Focus, mention: int, sums: Sums) -> Sums:
    gender = focus.draft.profiles[mention].gender
    leanings = {root: leaning(focus.draft, root) for root in sums}
    others = [root for root in sums if leanings[root] not in ("", gender)]
    has_rival = bool(set(focus.rivals(mention, sums)) - set(others))
    return _weaken(sums, others, OTHER_SEX if has_rival else 0.0)


def _unisex(focus: Focus, mention: int, sums: Sums) -> Sums:
    """Who has a woman's name is "she" rather than who has a name of both sexes ("Sam married Linda. She left him").

    The other way round it tells little, since in news such names are mostly men's.
    """
    draft, known = focus.draft, focus.draft.profiles[mention]
    is_she = known.gender == "female" and known.role == "subject"
    rivals = focus.rivals(mention, sums) if is_she else []
    if not any(draft.clusters.of(root).named and leaning(draft, root) == known.gender for root in rivals):
        return sums
    return _weaken(sums, [root for root in rivals if _has_unisex_name(draft, root)], UNISEX)


def _has_unisex_name(draft: Candidates, root: int) -> bool:
    people = [draft.names[i] for i in draft.clusters.of(root).members if i in draft.names]
    first = {name.given or name.words[0] for name in people}
    return not leaning(draft, root) and not first.isdisjoint(word_class("unisex_names"))


def _subject(focus: Focus, mention: int, sums: Sums) -> Sums:
    """Who "he" as the subject of a sentence is: the named subject of the one before, if that person fits.

    Where somebody says it at its end, the subject of what is said ("Otto Lund was held, officer Ivo Dahl said. He ...").
    """
    draft = focus.draft
    if not _is_main_subject(draft, mention):
        return sums
    now = draft.profiles[mention].sentence
    before = takewhile(lambda i: draft.profiles[i].sentence >= now - 1, reversed(range(mention)))
    subjects = [i for i in before if _is_named_subject(draft, i, now - 1)]
    told = [i for i in subjects if not _is_main_subject(draft, i) and _suits(focus, i, mention, sums)]
    if told and not _speaks(draft, mention):
        root = draft.clusters.of(told[0]).first
        return _weaken(sums, [other for other in sums if other != root], NOT_TOLD_OF)
    subject = next((i for i in subjects if _is_main_subject(draft, i)), None)
    if subject is None or not _suits(focus, subject, mention, sums):
        return sums
    root = draft.clusters.of(subject).first
    paragraphs = {focus.paragraphs[draft.mentions[i].head] for i in (subject, mention)}
    factor = NOT_SUBJECT if len(paragraphs) == 1 else NOT_SUBJECT_BEFORE
    return _weaken(sums, [other for other in sums if other != root], factor)


def _suits(focus: Focus, i: int, pronoun: int, sums: Sums) -> bool:
    """Is a mention of a person of whom nothing says that "he" or "she" is somebody else?"""
    root = focus.draft.clusters.of(i).first
    fits = root in focus.rivals(pronoun, sums)
    return fits and leaning(focus.draft, root) in ("", focus.draft.profiles[pronoun].gender)


def _owner(meant: Callable[[Candidates, int], int | None], focus: Focus, mention: int, sums: Sums) -> Sums:
    person = meant(focus.draft, mention)
    if person is None or person >= mention or not _suits(focus, person, mention, sums):
        return sums
    root = focus.draft.clusters.of(person).first
    return _weaken(sums, [other for other in sums if other != root], NOT_OWNER)


def _thing(focus: Focus, mention: int, sums: Sums) -> Sums:
    """What "it" or "they" as the subject of a sentence stands for: the subject of the one before, if that fits."""
    draft = focus.draft
    if not _is_main_subject(draft, mention):
        return sums
    before = draft.profiles[mention].sentence - 1
    near = takewhile(lambda i: draft.profiles[i].sentence >= before, reversed(range(mention)))
    subjects = [i for i in near if draft.profiles[i].sentence == before and _is_main_subject(draft, i)]
    root = draft.clusters.of(subjects[-1]).first if subjects else None
    return _weaken(sums, [other for other in sums if other != root], SUBJECT_THING) if root in sums else sums


def _subject_above(focus: Focus, mention: int, sums: Sums) -> Sums:
    """What "it" or "they" as the subject of an adverbial clause is: the subject of the clause around, if that fits."""
    draft = focus.draft
    tree, clause = draft.tree, draft.tree.head[draft.mentions[mention].head]
    if draft.profiles[mention].role != "subject" or tree.dep[clause] != "advcl":
        return sums
    above = tree.child(tree.head[clause], *SUBJECT_DEPS)
    root = None if above is None or above not in draft.at else draft.clusters.of(draft.at[above]).first
    return _weaken(sums, [other for other in sums if other != root], SUBJECT_THING) if root in sums else sums


def _is_named_subject(draft: Candidates, i: int, sentence: int) -> bool:
    is_there = draft.profiles[i].sentence == sentence and draft.mentions[i].kind == "name"
    return is_there and (_is_main_subject(draft, i) or _is_told_of(draft, i))


def _speaks(draft: Candidates, i: int) -> bool:
    """Is the mention the subject of a verb of speaking in the active?"""
    tree, head = draft.tree, draft.mentions[i].head
    return tree.dep[head] == "nsubj" and tree.lemma[tree.head[head]] in SPEAKING


def _is_told_of(draft: Candidates, i: int) -> bool:
    """Is the mention the subject of what somebody says at the end of the sentence, in no quotation?"""
    tree, head = draft.tree, draft.mentions[i].head
    deed = tree.head[head]
    says = tree.head[deed]
    is_subject = tree.dep[head] in SUBJECT_DEPS and draft.quotes[i] < 0
    is_main = tree.dep[deed] == "ccomp" and deed < says and tree.dep[says] in ("ROOT", "root")
    return is_subject and is_main and tree.lemma[says] in SPEAKING


def _is_main_subject(draft: Candidates, i: int) -> bool:
    """Is the mention the subject of its sentence, outside quotations?"""
    tree, head = draft.tree, draft.mentions[i].head
    is_subject = tree.dep[head] in SUBJECT_DEPS and draft.quotes[i] < 0
    return is_subject and tree.dep[tree.head[head]] in ("ROOT", "root", "parataxis")


def leaning(draft: Candidates, root: int) -> str:
    """The sex that a cluster's person has, or that his or her first name is mostly given to, or "".

    A single name counts where no full one is known: "Clinton" is the family name of Hillary Clinton, not a first name.
    """
    cluster = draft.clusters.of(root)
    if cluster.gender:
        return cluster.gender
    people = [i for i in cluster.members if i in draft.names and draft.mentions[i].label == "PERSON"]
    full = [i for i in people if draft.names[i].given]
    for i in full or people:
        name, mention = draft.names[i], draft.mentions[i]
        if opens_with_family(draft.tree.text[mention.start : mention.end]):
            continue
        known = first_name_sex(name.given) if name.given else given_names().get(name.words[0], "")
        if known:
            return known
    return ""


def _weaken(sums: Sums, roots: list[int], factor: float) -> Sums:
    weak = set(roots)
    return {root: odds * factor if root in weak else odds for root, odds in sums.items()}


SALIENCE = RuleTable(
    "salience",
    Rule("other-paragraph", _paragraph, cites="Grosz, Joshi and Weinstein 1995"),
    Rule("stale-person", _sentence, cites="Grosz, Joshi and Weinstein 1995"),
    Rule("other-sex", _sex),
    Rule("unisex-name", _unisex),
    Rule("last-subject", _subject, cites="Grosz, Joshi and Weinstein 1995"),
    Rule("joined-owner", partial(_owner, joined_owner)),
    Rule("judged-owner", partial(_owner, judged_owner), cites="VerbNet judgment-33"),
)
"""In this order, each on what those before it left."""

SALIENCE_OF_THINGS = RuleTable(
    "salience of things",
    Rule("last-subject-thing", _thing, cites="Grosz, Joshi and Weinstein 1995"),
    Rule("subject-above-thing", _subject_above, cites="Hobbs 1978"),
)
"""What weakens the odds of what "it" and "they" may stand for."""
