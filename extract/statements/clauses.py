"""Statements of clauses: active, passive, copular, existential, with open complements, relative and participial."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..attribution import SOURCE_PREPOSITIONS
from ..lexicon import LIGHT_VERBS, RECIPROCAL, SPEAKING, THINKING
from ..modality import Stance, find_stance
from ..phrases import Phrase, clause_phrase, conjunct_phrases, joined, noun_phrase
from ..tree import CLAUSE_DEPS
from .circumstances import adverbs, clause_arguments, is_time, role_of
from .frames import Frame, is_adjective_complement, own_words, relative_head
from .proposition import Argument, Proposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..tree import Tree
    from .frames import Frames

MOST = 12
"""At most so many statements are shared out of one coordination."""

_CIRCUMSTANCES = frozenset({"time", "place", "cause", "manner", "purpose"})


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional argument: its role, its preposition, its phrases (more than one when coordinated)."""

    role: str
    preposition: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    head: int

    def argument(self, tree: Tree) -> Argument:
        """As a circumstance, coordination whole."""
        tokens = sorted({*self.preposition, *joined(tree, self.phrases)})
        return Argument(self.role, tuple(tokens), self.phrases[0].head)


def clause_statements(tree: Tree, frames: Frames, head: int) -> Iterator[Proposition]:
    """The statements a predicate makes; none where it only leads to another or has no subject."""
    if not is_predicate(tree, head) or frames.is_link(head):
        return
    frame = frames.frame(head)
    if not frame.subjects:
        return
    if tree.pos[head] not in ("VERB", "AUX"):
        yield from _copular(tree, frames, frame)
    else:
        yield from _verbal(tree, frames, frame)


def is_predicate(tree: Tree, head: int) -> bool:
    """Does the token head a clause?"""
    if tree.dep[head] not in CLAUSE_DEPS:
        return False
    if tree.pos[head] in ("VERB", "AUX"):
        return tree.tag[head] != "MD"
    return tree.child(head, "cop") is not None or is_adjective_complement(tree, head)


def obliques(tree: Tree, frame: Frame) -> list[Oblique]:
    """The prepositional arguments of the predicate and of the verbs that lead to it, in text order."""
    found = []
    for verb in (*frame.links, frame.head):
        for kid in tree.kids[verb]:
            if tree.dep[kid] in ("obl", "obl:unmarked", "obl:agent", "obl:tmod", "obl:npmod"):
                if tree.pos[kid] == "ADP":
                    found.extend(_stranded(frame, kid))
                elif not _is_agent(tree, frame, kid) and not _is_no_argument(tree, kid):
                    found.append(_oblique(tree, kid, verb))
    return sorted(found, key=lambda oblique: oblique.head)


def _oblique(tree: Tree, kid: int, verb: int) -> Oblique:
    antecedent = relative_head(tree, kid)
    if antecedent is not None:
        return Oblique(role_of(tree, kid, verb), (), (noun_phrase(tree, antecedent),), kid)
    return Oblique(role_of(tree, kid, verb), tree.cases(kid), tuple(conjunct_phrases(tree, kid)), kid)


def _is_no_argument(tree: Tree, kid: int) -> bool:
    """Sources ("according to") vouch for a statement and are no part of it; "at all" says nothing."""
    preposition = tree.words(tree.cases(kid))
    return preposition in SOURCE_PREPOSITIONS or (preposition == "at" and tree.lower[kid] == "all")


def _stranded(frame: Frame, preposition: int) -> list[Oblique]:
    """A preposition left behind by a relative clause ("the man he spoke to")."""
    if not frame.antecedent:
        return []
    return [Oblique("to", (preposition,), frame.antecedent, preposition)]


def _is_agent(tree: Tree, frame: Frame, kid: int) -> bool:
    return (
        frame.passive
        and tree.words(tree.cases(kid)) == "by"
        and not is_time(tree, kid)
        and tree.pos[kid] != "NUM"
    )


def _agents(tree: Tree, frame: Frame) -> tuple[Phrase, ...]:
    if not frame.passive:
        return ()
    for verb in (frame.head, *frame.links):
        for kid in tree.children(verb, "obl:agent", "obl"):
            if _is_agent(tree, frame, kid):
                return tuple(conjunct_phrases(tree, kid))
    return ()


def _objects(tree: Tree, frame: Frame) -> tuple[Phrase, ...]:
    """Direct objects, a relative pronoun replaced, a missing one filled by what the clause hangs on."""
    head = frame.head
    kid = tree.child(head, "obj")
    if kid is None:
        kid = tree.child(head, "iobj")
    if kid is not None:
        antecedent = relative_head(tree, kid)
        if antecedent is not None:
            return (noun_phrase(tree, antecedent),)
        return () if tree.tag[kid] in ("WP", "WDT", "WRB") else tuple(conjunct_phrases(tree, kid))
    nominal = _nominal_complement(tree, head)
    if nominal is not None:
        return tuple(conjunct_phrases(tree, nominal))
    if frame.gap and not frame.passive and not any(tree.pos[k] == "ADP" for k in tree.children(head, "obl")):
        return frame.antecedent
    return _shared_object(tree, head)


def _nominal_complement(tree: Tree, head: int) -> int | None:
    """The noun of "became leader" or "was named chairman", when no object stands beside it."""
    for kid in tree.children(head, "xcomp"):
        if tree.pos[kid] in ("NOUN", "PROPN", "NUM", "PRON") and not tree.child(kid, "cop"):
            return kid
    return None


def _shared_object(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """In "planned and carried out the attack" both verbs take the object of the one that has it."""
    if tree.dep[head] == "conj" and tree.child(head, "obl", "xcomp", "ccomp", "advcl", "nsubj") is None:
        first = tree.head[head]
        kid = tree.child(first, "obj")
        if kid is not None and kid > head and tree.pos[first] == "VERB":
            return tuple(conjunct_phrases(tree, kid))
    return ()


def _verbal(tree: Tree, frames: Frames, frame: Frame) -> Iterator[Proposition]:
    head, words = frame.head, frames.words(frame)
    objects, subjects, method = _objects(tree, frame), frame.subjects, frame.method
    around = obliques(tree, frame)
    agents = _agents(tree, frame)
    if agents and not objects:
        subjects, objects, words = agents, frame.subjects, _without_be(tree, words)
        method = "passive" if method == "active" else method
    elif frame.passive and method == "active":
        method = "passive"
    if not objects and len(subjects) == 2 and tree.lemma[head] in RECIPROCAL:
        subjects, objects = subjects[:1], subjects[1:]
    stance = find_stance(tree, head, frame.links, frame.borrowed)
    if tree.child(head, "expl") is not None and tree.lower[tree.child(head, "expl") or 0] == "there":
        method = "existential"
    maker = _Maker(tree, frame, stance, method, around)
    if _is_light(tree, head, objects):
        words, objects = tuple(sorted({*words, *objects[0].tokens})), ()
    if objects:
        yield from maker.with_objects(subjects, words, objects)
    else:
        yield from maker.without_object(subjects, words)


def _is_light(tree: Tree, head: int, objects: tuple[Phrase, ...]) -> bool:
    """Is the object part of the verb ("take place", "take part", "lose control")? Then it is a bare singular noun."""
    if len(objects) != 1 or tree.lemma[head] not in LIGHT_VERBS or len(objects[0].tokens) != 1:
        return False
    noun = objects[0].head
    return tree.tag[noun] == "NN" and not tree.is_named(noun) and not tree.kids[noun]


def _without_be(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """A passive turned active loses its forms of "be"."""
    return tuple(
        word
        for word in words
        if not (tree.lemma[word] in ("be", "get") and tree.dep[word] in ("aux", "aux:pass"))
    )


def _copular(tree: Tree, frames: Frames, frame: Frame) -> Iterator[Proposition]:
    head, words = frame.head, frames.words(frame)
    stance = find_stance(tree, head, frame.links, frame.borrowed)
    method = "copula" if frame.method == "active" else frame.method
    if tree.pos[head] in ("ADJ", "ADV") and not tree.cases(head):
        maker = _Maker(tree, frame, stance, method, obliques(tree, frame))
        if maker.target() is not None:
            yield from maker.without_object(frame.subjects, words)
        else:
            bare = tuple(word for word in words if word != head)
            yield from maker.with_objects(frame.subjects, bare, (noun_phrase(tree, head),))
        return
    if tree.tag[head] in ("WP", "WDT", "WRB"):
        return
    maker = _Maker(tree, frame, stance, method, obliques(tree, frame))
    yield from maker.with_objects(
        frame.subjects, (*words, *tree.cases(head)), tuple(conjunct_phrases(tree, head))
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    """Shares subjects and objects out into statements that have one frame, stance and set of circumstances."""

    tree: Tree
    frame: Frame
    stance: Stance
    method: str
    around: list[Oblique]

    def target(self) -> Oblique | None:
        """The prepositional argument that serves as object of an intransitive predicate."""
        after = [oblique for oblique in self.around if oblique.preposition and oblique.head > self.frame.head]
        for oblique in after:
            if oblique.role not in _CIRCUMSTANCES:
                return oblique
        return next((oblique for oblique in after if oblique.role == "place"), None)

    def with_objects(
        self, subjects: tuple[Phrase, ...], words: tuple[int, ...], objects: tuple[Phrase, ...]
    ) -> Iterator[Proposition]:
        """One statement for each subject and object, and more for named prepositional arguments."""
        for item in objects:
            yield from self.make(subjects, words, item, None)
        if len(objects) == 1:
            for oblique in self.around:
                if self._deserves_edge(oblique):
                    folded = self._fold(words, objects[0], oblique)
                    for phrase in oblique.phrases:
                        yield from self.make(subjects, folded, phrase, oblique)
            yield from self._inner(subjects, words, objects[0])
            yield from self._recipient(subjects, words, objects[0])

    def without_object(self, subjects: tuple[Phrase, ...], words: tuple[int, ...]) -> Iterator[Proposition]:
        """An intransitive predicate takes its first prepositional argument as object."""
        target = self.target()
        if target is None:
            yield from self.make(subjects, words, self._clause_object(), None)
            return
        for phrase in target.phrases:
            yield from self.make(subjects, self._join(words, target.preposition), phrase, target)

    def make(
        self, subjects: tuple[Phrase, ...], words: tuple[int, ...], item: Phrase | None, used: Oblique | None
    ) -> Iterator[Proposition]:
        """The statements of all subjects with one object."""
        qualifiers = self._qualifiers(used, item)
        if item is None and not qualifiers and self._says_nothing():
            return
        for subject in subjects[:MOST]:
            if not self._is_usable(item, subject):
                continue
            yield Proposition(
                subject.tokens, subject.head, words, self.tree.lemma[self.frame.head],
                None if item is None else item.tokens, None if item is None else item.head,
                qualifiers, self.stance.polarity, self.stance.modality, None,
                self.tree.sentence[self.frame.head], self.method,
            )  # fmt: skip

    def _qualifiers(self, used: Oblique | None, item: Phrase | None) -> tuple[Argument, ...]:
        tree, frame = self.tree, self.frame
        found = [oblique.argument(tree) for oblique in self.around if oblique is not used]
        for verb in (*frame.links, frame.head):
            found.extend(adverbs(tree, verb))
            found.extend(clause_arguments(tree, verb))
        recipient = tree.child(frame.head, "iobj")
        found.extend(_complements(tree, frame.head))
        if recipient is not None and (item is None or item.head != recipient):
            found.append(Argument("beneficiary", noun_phrase(tree, recipient).tokens, recipient))
        inside = () if item is None else item.tokens
        return tuple(
            sorted((a for a in found if a.tokens and a.head not in inside), key=lambda a: a.tokens[0])
        )

    def _deserves_edge(self, oblique: Oblique) -> bool:
        """A named argument that is more than a circumstance gets a statement of its own."""
        if not oblique.preposition or oblique.role in _CIRCUMSTANCES or oblique.head < self.frame.head:
            return False
        return any(self.tree.is_named(phrase.head) for phrase in oblique.phrases)

    def _inner(
        self, subjects: tuple[Phrase, ...], words: tuple[int, ...], item: Phrase
    ) -> Iterator[Proposition]:
        """A name inside the object ("carried out attacks on Iran") gets a statement of its own."""
        tree = self.tree
        if tree.is_named(item.head) or tree.pos[item.head] not in ("NOUN",):
            return
        for kid in tree.children(item.head, "nmod"):
            preposition = tree.cases(kid)
            phrases = conjunct_phrases(tree, kid)
            if preposition and any(tree.is_named(phrase.head) for phrase in phrases):
                oblique = Oblique(tree.words(preposition), preposition, tuple(phrases), kid)
                folded = self._fold(words, item, oblique)
                for phrase in phrases:
                    yield from self.make(subjects, folded, phrase, oblique)

    def _recipient(
        self, subjects: tuple[Phrase, ...], words: tuple[int, ...], item: Phrase
    ) -> Iterator[Proposition]:
        """A named recipient ("gave Ayla the prize") gets a statement of its own."""
        recipient = self.tree.child(self.frame.head, "iobj")
        if recipient is None or recipient == item.head or not self.tree.is_named(recipient):
            return
        for phrase in conjunct_phrases(self.tree, recipient):
            yield from self.make(subjects, self._join(words, _bare(self.tree, item)), phrase, None)

    def _fold(self, words: tuple[int, ...], item: Phrase, oblique: Oblique) -> tuple[int, ...]:
        """The object goes into the predicate: "extended condolences to"."""
        return self._join(words, (*_bare(self.tree, item), *oblique.preposition))

    def _join(self, words: tuple[int, ...], more: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted({*words, *more}))

    def _says_nothing(self) -> bool:
        """ "The man shouting", "it is": no statement without an object or a circumstance."""
        return self.method in ("participle", "infinitive") or (
            self.tree.lemma[self.frame.head] == "be" and self.method != "existential"
        )

    def _is_usable(self, item: Phrase | None, subject: Phrase) -> bool:
        """Question words stand for nothing; nobody does something to himself without a word for it."""
        if self.tree.tag[subject.head] in ("WP", "WDT"):
            return False
        if item is None:
            return True
        return (
            bool(item.tokens)
            and item.head != subject.head
            and self.tree.tag[item.head] not in ("WP", "WDT", "WRB")
        )

    def _clause_object(self) -> Phrase | None:
        content = self.tree.child(self.frame.head, "ccomp")
        lemma = self.tree.lemma[self.frame.head]
        if lemma in SPEAKING or lemma in THINKING:
            return None
        return None if content is None else clause_phrase(self.tree, content)


def _complements(tree: Tree, head: int) -> list[Argument]:
    """What is said of the object: "made it worse", "named her chair", "urged them to leave"."""
    if tree.child(head, "obj", "iobj") is None:
        return []
    found = []
    for kid in tree.children(head, "xcomp"):
        if tree.pos[kid] in ("VERB", "AUX"):
            found.append(Argument("purpose", clause_phrase(tree, kid).tokens, kid))
        elif tree.pos[kid] in ("ADJ", "NOUN", "PROPN", "ADV"):
            found.append(
                Argument(
                    "manner" if tree.pos[kid] in ("ADJ", "ADV") else "as", noun_phrase(tree, kid).tokens, kid
                )
            )
    return found


def _bare(tree: Tree, item: Phrase) -> tuple[int, ...]:
    """The noun with the adjectives and compounds right before it."""
    kept = [item.head]
    for kid in tree.kids[item.head]:
        if tree.dep[kid] in ("compound", "amod", "flat", "nummod", "det") and kid in item.tokens:
            if tree.dep[kid] != "det" or tree.lower[kid] in ("no", "any"):
                kept.extend(token for token in item.tokens if tree.left[kid] <= token <= tree.right[kid])
    return tuple(sorted(kept))


__all__ = ["Oblique", "clause_statements", "is_predicate", "obliques", "own_words"]
