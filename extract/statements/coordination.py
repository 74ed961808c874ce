"""Share subjects and objects out: one statement for each pair, and more for the names among the other arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsgraph.graph.model.record import VALUE_LABELS

from ..english.adjuncts import MEASURES
from ..english.lexicon import SPEAKING, THINKING
from ..english.pronouns import REFLEXIVE
from ..english.word_classes import word_class
from ..factuality.participants import with_participants
from ..syntax.negation import is_negated, negators
from ..syntax.phrases import Phrase, clause_phrase, conjunct_phrases, joined
from .adjuncts import adverbs, clause_arguments, is_time, time_before_when
from .arguments import Oblique, bare_noun, complements
from .complements import QUESTION_TAGS, prepositional_clause
from .emptiness import says_nothing
from .extraction import Argument, Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..factuality.modality import Factuality
    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

MOST = 12
"""At most so many statements are shared out of one coordination."""

LONGEST_FOLDED = 3
"""Words of an object that may go into the predicate, whatever they are."""

_COMPLETING = frozenset({"with", "from", "by", "against", "over", "of", "to"})
_EXAMPLES = frozenset({"including", "excluding"})
"""Prepositions behind which stands what an object before it comprises."""
_CIRCUMSTANCES = frozenset({"time", "place", "cause", "manner", "purpose"})


class Sharing(Struct, frozen=True):
    """What the statements of one clause have in common: clause, factuality, construction, prepositional arguments."""

    tree: Tree
    clause: Clause
    factuality: Factuality
    method: str
    around: list[Oblique]

    def target(self) -> Oblique | None:
        """The prepositional argument that serves as object of an intransitive predicate."""
        after = [
            oblique
            for oblique in self.around
            if oblique.preposition and oblique.head > self.clause.head and oblique.role not in _EXAMPLES
        ]
        for oblique in after:
            if oblique.role not in _CIRCUMSTANCES:
                return oblique
        return next((oblique for oblique in after if oblique.role == "place"), None)

    def with_objects(
        self, subjects: tuple[Phrase, ...], words: tuple[int, ...], objects: tuple[Phrase, ...]
    ) -> Iterator[Extraction]:
        """One statement for each subject and object, and more for named prepositional arguments."""
        itself = len(objects) == 1 and self.tree.lower[objects[0].head] in REFLEXIVE
        whole = itself or (len(objects) == 1 and self.tree.pos[objects[0].head] != "PRON")
        called = list(self._complement(subjects, words, objects[0])) if whole else []
        yield from called
        for item in objects:  # "called the vote a farce" is told as a whole, unless a name is called so
            if not called or self.tree.is_named(item.head):
                yield from self.make(subjects, words, item, None)
        if len(objects) == 1:
            ahead = objects[0].head < words[0]  # "a meeting he had with Lund"
            for oblique in () if ahead else self.around:
                if self._deserves_edge(oblique):
                    folded = self._fold(words, objects[0], oblique)
                    for phrase in oblique.phrases:
                        yield from self.make(subjects, folded, phrase, oblique)
            called_so = any(a.role == "as" for a in complements(self.tree, self.clause.head))
            if objects[0].head >= self.clause.head and not called_so:
                yield from self._inner(subjects, words, objects[0])
            yield from self._recipient(subjects, words, objects[0])

    def without_object(self, subjects: tuple[Phrase, ...], words: tuple[int, ...]) -> Iterator[Extraction]:
        """An intransitive predicate takes its first prepositional argument as object."""
        target = self.target()
        if target is None:
            marks, content = prepositional_clause(self.tree, self.clause.head)
            if content is not None:
                yield from self.make(subjects, self._join(words, marks), content, None)
                return
            yield from self.make(subjects, words, self._clause_object(), None)
            return
        further = self._beyond(target)
        if further is not None:
            longer = self._join(words, (*target.preposition, target.phrases[0].head, *further.preposition))
            rest = replace(self, around=[oblique for oblique in self.around if oblique is not target])
            for phrase in further.phrases:
                yield from rest.make(subjects, longer, phrase, further)
            return
        for phrase in target.phrases:
            yield from self.make(subjects, self._join(words, target.preposition), phrase, target)

    def _beyond(self, target: Oblique) -> Oblique | None:
        """In "fell in love with Ada" the bare noun belongs to the predicate: the argument behind it."""
        tree, noun = self.tree, target.phrases[0].head
        bare = len(target.phrases) == 1 and tree.tag[noun] == "NN" and not tree.label[noun]
        if not bare or target.role == "as":
            return None
        others = [kid for kid in tree.kids[noun] if tree.dep[kid] != "case"]
        if len(others) == 1 and tree.dep[others[0]] == "nmod" and tree.is_named(others[0]):
            kid = others[0]  # "came under attack from Vardo"
            preposition = tree.cases(kid)
            if tree.words(preposition) in _COMPLETING and not is_time(tree, kid):
                return Oblique(tree.words(preposition), preposition, tuple(conjunct_phrases(tree, kid)), kid)
        if others:
            return None
        behind = (o for o in self.around if o.head > noun and tree.words(o.preposition) in _COMPLETING)
        return next((o for o in behind if o.role not in _CIRCUMSTANCES), None)

    def make(
        self, subjects: tuple[Phrase, ...], words: tuple[int, ...], item: Phrase | None, used: Oblique | None
    ) -> Iterator[Extraction]:
        """The statements of all subjects with one object."""
        qualifiers = self._qualifiers(used, item)
        alone = not qualifiers
        if not words or (
            item is None and says_nothing(self.tree, self.clause, self.method, words, alone=alone)
        ):
            return
        for subject in subjects[:MOST]:
            if not self._is_usable(item, subject):
                continue
            object_head = None if item is None else item.head
            factuality = with_participants(self.tree, self.factuality, subject.head, object_head)
            yield Extraction(
                subject.tokens, subject.head, words, self.tree.lemma[self.clause.head],
                None if item is None else item.tokens, object_head,
                qualifiers, factuality.polarity, factuality.modality, None,
                self.tree.sentence[self.clause.head], self.method, signs=factuality.signs,
            )  # fmt: skip

    def _qualifiers(self, used: Oblique | None, item: Phrase | None) -> tuple[Argument, ...]:
        tree, clause = self.tree, self.clause
        found = [oblique.argument(tree) for oblique in self.around if oblique is not used]
        for verb in (*clause.links, clause.head):
            found.extend((*adverbs(tree, verb), *time_before_when(tree, verb)))
            found.extend(a for a in clause_arguments(tree, verb) if item is None or a.head != item.head)
        recipient = tree.child(clause.head, "iobj")
        found.extend(a for a in complements(tree, clause.head) if item is None or a.head != item.head)
        if recipient is not None:
            given = conjunct_phrases(tree, recipient)
            if item not in given:  # "warned the mayor and the council to leave"
                found.extend(Argument("beneficiary", phrase.tokens, phrase.head) for phrase in given)
        inside = () if item is None else item.tokens
        return tuple(
            sorted((a for a in found if a.tokens and a.head not in inside), key=lambda a: a.tokens[0])
        )

    def _deserves_edge(self, oblique: Oblique) -> bool:
        """A named argument that is more than a circumstance gets a statement of its own; several are told as one."""
        if (
            not oblique.preposition
            or len(oblique.phrases) > 1
            or oblique.role in _CIRCUMSTANCES
            or oblique.head < self.clause.head
        ):
            return False
        if oblique.role in (
            "after",
            "before",
            "instead of",
            "rather than",
            "unlike",
            "except",
            "except for",
            "without",
        ):
            return False
        return self.tree.is_named(oblique.phrases[0].head)

    def _inner(
        self, subjects: tuple[Phrase, ...], words: tuple[int, ...], item: Phrase
    ) -> Iterator[Extraction]:
        """A name inside the object ("carried out attacks on Iran") gets a statement of its own; of several the object tells."""
        tree = self.tree
        if tree.is_named(item.head) or tree.pos[item.head] != "NOUN":
            return
        for kid in tree.children(item.head, "nmod"):
            preposition = tree.cases(kid)
            phrases = conjunct_phrases(tree, kid)
            if preposition and len(phrases) == 1 and tree.is_named(kid):
                oblique = Oblique(tree.words(preposition), preposition, tuple(phrases), kid)
                folded = self._fold(words, item, oblique)
                for phrase in phrases:
                    yield from self.make(subjects, folded, phrase, oblique)

    def _recipient(
        self, subjects: tuple[Phrase, ...], words: tuple[int, ...], item: Phrase
    ) -> Iterator[Extraction]:
        """A named recipient ("gave Ayla the prize"), and any of an amount, gets a statement of its own."""
        recipient, amount = (
            self.tree.child(self.clause.head, "iobj"),
            self.tree.label[item.head] in VALUE_LABELS,
        )
        if recipient is None or recipient == item.head or not (self.tree.is_named(recipient) or amount):
            return
        for phrase in conjunct_phrases(self.tree, recipient):
            folded = words if amount else self._join(words, bare_noun(self.tree, item))
            yield from self.make(subjects, folded, phrase, None)

    def _complement(
        self, subjects: tuple[Phrase, ...], words: tuple[int, ...], item: Phrase
    ) -> Iterator[Extraction]:
        """What the object is made or called: "called the vote | a farce"; what a name is called, its own statement tells."""
        tree, head = self.tree, self.clause.head
        appointed = tree.lemma[head] in word_class("role_giving") and tree.label[item.head] == "PERSON"
        if appointed or tree.lemma[head] in ("have", "get"):  # "named Ada Lind chair", "had her bike stolen"
            return
        for kid in tree.children(head, "xcomp"):
            named = tree.pos[kid] in ("NOUN", "PROPN", "ADJ") or tree.tag[kid] == "VBN"
            plain = not tree.marks(kid) and not tree.cases(kid) and tree.child(kid, "cop", "nsubj") is None
            told = not tree.is_named(item.head) or negators(tree, kid)
            if named and plain and told and head < item.head < kid and len(item.tokens) <= LONGEST_FOLDED:
                so = clause_phrase(tree, kid) if tree.tag[kid] == "VBN" else self._all(kid)
                yield from self.make(subjects, self._join(words, item.tokens), so, None)

    def _all(self, noun: int) -> Phrase:
        """A coordination as one phrase: "a farce and a fraud"."""
        phrases = tuple(conjunct_phrases(self.tree, noun))
        return Phrase(joined(self.tree, phrases), noun) if len(phrases) > 1 else phrases[0]

    def _fold(self, words: tuple[int, ...], item: Phrase, oblique: Oblique) -> tuple[int, ...]:
        """The object goes into the predicate, "extended condolences to", unless it is a name or a measure ("walked miles to").

        What is a share of something stays: "owns 15 percent of Kelda".
        """
        if self.tree.label[item.head] in VALUE_LABELS and self.tree.words(oblique.preposition) == "of":
            return self._join(words, (*bare_noun(self.tree, item), *oblique.preposition))
        whole = self.tree.is_named(item.head) or self.tree.pos[item.head] == "PRON"
        whole = whole or item.head < words[0]  # "the state she represented in the Senate"
        if whole or self.tree.label[item.head] in VALUE_LABELS or self.tree.lemma[item.head] in MEASURES:
            return self._join(words, oblique.preposition)
        return self._join(words, (*bare_noun(self.tree, item), *oblique.preposition))

    def _join(self, words: tuple[int, ...], more: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted({*words, *more}))

    def _is_usable(self, item: Phrase | None, subject: Phrase) -> bool:
        """Question words stand for nothing; nobody does something to himself without a word for it."""
        if any(
            self.tree.tag[t] in QUESTION_TAGS
            for t in (subject.head, *self.tree.children(subject.head, "nmod"))
        ):
            return False  # "who", "some of whom"
        if item is None:
            return True
        return (
            bool(item.tokens) and item.head != subject.head and self.tree.tag[item.head] not in QUESTION_TAGS
        )

    def _clause_object(self) -> Phrase | None:
        content = self.tree.child(self.clause.head, "ccomp")
        if content is None:
            return None
        head, tree = self.clause.head, self.tree
        asked = any(tree.tag[kid] in QUESTION_TAGS for kid in tree.kids[content])
        if (
            (tree.lemma[head] in SPEAKING or tree.lemma[head] in THINKING)
            and not asked
            and not is_negated(tree, head)
        ):
            return None  # what is said or thought is a statement of its own
        return clause_phrase(tree, content)
