"""What a careful reader would doubt about a statement: who is behind its words, and whether tree and roles agree.

Features for the confidence of statements, see ``training/train_judged.py``; every one is a number that is 0 where it
does not apply. Chosen by cross-validation over judged articles: the rule that read a statement, the names of relations,
the number of rivals between a pronoun and its name and the vectors of its words told nothing more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING

from msgspec import Struct

from ..english.lexicon import EVENT_NOUNS, SAYING_NOUNS
from ..english.word_classes import word_class
from ..statements.event_classes import event_class
from ..statements.presupposition import is_presupposed
from ..syntax.tree import ancestors
from .confidence import content_word
from .margins import Margins
from .oddities import oddities
from .references import Reference, References
from .selection import selection

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..coreference import Chain
    from ..pipeline.frames import Frame
    from ..statements import Extraction
    from ..statements.analysis import Analysis

Features = dict[str, float]
"""Numbers by name; what is left out is 0."""

_CORE = frozenset({"ARG0", "ARG1", "ARG2"})
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl:relcl", "appos", "ccomp", "xcomp"})
_CONTENT = frozenset({"ccomp", "xcomp", "csubj"})
_EMBEDDED = frozenset({"acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis"})
_QUOTES = frozenset('“”"„«»')
_DASHES = frozenset({"-", "–", "—", "--", ":", "("})
_WAY = 12
"""So many words on the way up from a word are looked at, itself among them."""
_FAR = 100
_MANY = 16
"""So many sentences make a text long."""


class ReferringStatement(Struct, frozen=True):
    """A statement with the main word of its predicate, and how its subject and its object refer."""

    extraction: Extraction
    content: int
    subject: Reference
    item: Reference | None


class Doubts:
    """The features of the statements of one parsed chunk; ``chain_of`` gives the chain of a head word."""

    def __init__(
        self,
        doc: Doc,
        analysis: Analysis,
        chains: Sequence[Chain],
        chain_of: Callable[[int], int | None],
        extractions: Sequence[Extraction],
    ) -> None:
        self.margins = Margins(doc, analysis.tree)
        self._tree, self._frames, self._chain_of = analysis.tree, analysis.frames, chain_of
        self._references = References(chains)
        self._quoted = {t for start, end, _ in analysis.quotations for t in range(start, end)}
        self._statements = Counter(extraction.sentence for extraction in extractions)
        self._sentences: dict[int, Features] = {}

    def of(self, extraction: Extraction) -> Features:
        """Everything about one statement."""
        told = self._told(extraction)
        parts = (
            self._reference,
            self._agreement,
            self._shape,
            self._object,
            self._cut,
            self._source,
            self._event,
        )
        found = self.margins.words(extraction)
        for part in parts:
            found.update(part(told))
        found.update(selection(self._tree, extraction, told.content))
        found.update(oddities(self._tree, self.margins, extraction, told.content))
        if extraction.sentence not in self._sentences:
            self._sentences[extraction.sentence] = self._sentence(extraction.sentence)
        return found | self._sentences[extraction.sentence]

    def _told(self, extraction: Extraction) -> ReferringStatement:
        subject, item = extraction.subject_head, extraction.object_head
        return ReferringStatement(
            extraction,
            content_word(self._tree, extraction),
            self._references.of(self._chain_of(subject), subject),
            None if item is None else self._references.of(self._chain_of(item), item),
        )

    def _reference(self, told: ReferringStatement) -> Features:
        """Who is behind subject and object, and how surely."""
        found = self._side("subject", told.subject, told.extraction.subject_head)
        if told.item is not None and told.extraction.object_head is not None:
            found.update(self._side("object", told.item, told.extraction.object_head))
        return found

    def _side(self, side: str, reference: Reference, head: int) -> Features:
        tree = self._tree
        found = {
            f"{side} {reference.kind}": 1.0,
            f"{side} unsupported": 1 - reference.support,
            f"{side} loosely tied": 1 - reference.weakest,
            f"{side} mentions": log2(1 + reference.size),
        }
        if reference.kind == "pronoun":
            found[f"{side} says {tree.lower[head]}"] = 1.0
        if reference.kind in ("pronoun", "nominal") and reference.before is not None:
            apart = tree.sentence[head] - tree.sentence[reference.before]
            found[f"{side} sentences back"] = log2(1 + max(apart, 0))
            found[f"{side} across quote"] = float(
                (head in self._quoted) != (reference.before in self._quoted)
            )
        if reference.kind == "nominal" and reference.named:
            found[f"{side} noun of name"] = 1.0
        return found

    def _agreement(self, told: ReferringStatement) -> Features:
        """Do the semantic roles name the same subject and object as the tree?"""
        words = reversed(told.extraction.predicate)
        frame = next((self._frames[token] for token in words if token in self._frames), None)
        return {"no frame": 1.0} if frame is None else _agreement(frame, told.extraction)

    def _shape(self, told: ReferringStatement) -> Features:
        """What the parse looks like: whose subject it is, how long the parts are, how they hang together."""
        tree, extraction, head = self._tree, told.extraction, told.content
        subject, depth = extraction.subject_head, float(self._depth(head))
        clause = tree.dep[head].partition(":")[0]
        return {
            f"clause {clause}": 1.0,
            f"{extraction.method} {clause}": 1.0,
            "relative clause": float(tree.dep[head].startswith("acl")),
            "subject words": log2(len(extraction.subject)),
            "predicate words": log2(len(extraction.predicate)),
            "subject away": log2(1 + abs(subject - head)),
            "nouns between": log2(1 + self._nouns_between(subject, head)),
            "borrowed subject": float(tree.head[subject] != head),
            "subject behind": float(subject > head),
            "joined subject": float(tree.dep[subject] == "conj"),
            "qualifiers": float(min(len(extraction.qualifiers), 4)),
            "negative": float(extraction.polarity == "negative"),
            f"modality {extraction.modality}": 1.0,
            f"subject is {tree.pos[subject]}": 1.0,
            f"predicate is {tree.pos[head]}": 1.0,
            "light predicate": float(extraction.lemma in word_class("light_verbs")),
            "broken predicate": float(_breaks(extraction.predicate)),
            "broken subject": float(_breaks(extraction.subject)),
            "depth": depth,
            f"{extraction.modality} depth": depth,
        }

    def _nouns_between(self, subject: int, head: int) -> int:
        """How many other nouns stand between a subject and its predicate, each of which might be it instead."""
        tree, (first, last) = self._tree, sorted((subject, head))
        return sum(
            tree.pos[token] in ("NOUN", "PROPN") and tree.dep[token] not in ("compound", "flat")
            for token in range(first + 1, last)
        )

    def _object(self, told: ReferringStatement) -> Features:
        """The same of the object."""
        tree, extraction, head = self._tree, told.extraction, told.content
        item = extraction.object_head
        if item is None or not extraction.object:
            return {"no object": 1.0}
        return {
            "object words": log2(len(extraction.object)),
            "object away": log2(1 + abs(item - head)),
            "borrowed object": float(tree.head[item] != head),
            "joined object": float(tree.dep[item] == "conj"),
            f"object is {tree.pos[item]}": 1.0,
            "broken object": float(_breaks(extraction.object)),
            "object before": float(item < head),
            "object before subject": float(item < extraction.subject_head),
        }

    def _event(self, told: ReferringStatement) -> Features:
        """Of an event that a noun names: is it one, and is the subject the one who takes part so?"""
        tree, extraction, noun = self._tree, told.extraction, told.content
        if extraction.method != "nominal":
            return {}
        subject, frame = extraction.subject_head, self._frames.get(noun)
        preposition = tree.words(tree.cases(subject))
        roles = () if frame is None else [role for role in frame.roles if role.head in extraction.subject]
        marked = preposition == "by"  # then the preposition tells who does it
        return {
            "event alone": float(extraction.object_head is None),
            f"event of {preposition if tree.dep[subject] == 'nmod' else tree.dep[subject]}": 1.0,
            "event doubted": 1.0 - (0.0 if frame is None else frame.score),
            "event role doubted": 1.0 - (1.0 if marked else max((role.score for role in roles), default=0.0)),
            "event of a class": float(
                event_class(frame.roleset if frame else None, tree.lemma[noun]) is not None
            ),
            "event listed": float(tree.lemma[noun] in EVENT_NOUNS),
            "event spoken": float(tree.lemma[noun] in SAYING_NOUNS),
            "event presupposed": float(is_presupposed(tree, noun, done=False)),
            "events": float(tree.tag[noun] == "NNS"),
        }

    def _depth(self, token: int) -> int:
        """How many clauses a word is embedded in."""
        tree = self._tree
        governed = (word for word in ancestors(tree, token, _WAY) if tree.head[word] != word)
        return sum(tree.dep[word].partition(":")[0] in _EMBEDDED for word in governed)

    def _cut(self, told: ReferringStatement) -> Features:
        """What belongs to the words of the statement and was left out of it."""
        tree, extraction = self._tree, told.extraction
        inside = {*extraction.subject, *extraction.predicate, *(extraction.object or ())}
        inside.update(token for qualifier in extraction.qualifiers for token in qualifier.tokens)
        content = tree.children(told.content, *_CONTENT)
        found = {"content left out": float(not inside.issuperset(content))}
        for side, head in (("subject", extraction.subject_head), ("object", extraction.object_head)):
            if head is not None:
                deps = {tree.dep[kid] for kid in tree.kids[head] if kid not in inside}
                found[f"{side} clause left out"] = float(not deps.isdisjoint(_CLAUSES))
                found[f"{side} joined left out"] = float("conj" in deps)
                found[f"{side} noun left out"] = float("nmod" in deps)
        return found

    def _source(self, told: ReferringStatement) -> Features:
        """Who says it, and whether it is quoted."""
        source = told.extraction.attribution
        found = {"in quotes": float(told.content in self._quoted)}
        if source is None:
            return found
        return found | {
            "source": 1.0,
            "quoted": float(source.quoted),
            "source away": log2(1 + min(abs(source.head - told.content), _FAR)),
            "source pronoun": float(self._tree.pos[source.head] == "PRON"),
        }

    def _sentence(self, number: int) -> Features:
        """Oddities of a sentence: no verb, a lone quotation mark, a headline, a list, a question."""
        tree = self._tree
        first = bisect_left(tree.sentence, number)
        last = bisect_right(tree.sentence, number, lo=first)
        tokens = [token for token in range(first, last) if not tree.text[token].isspace()]
        words = [tree.text[token] for token in tokens]
        long = [word for word in words if len(word) > 3 and word[0].isalpha()]
        large = sum(word[0].isupper() for word in long)
        return {
            "text sentences": log2(min(tree.sentence[-1] + 1, _MANY)),
            "statements of sentence": log2(max(1, self._statements[number])),
            "sentence words": log2(1 + len(words)),
            "sentence doubted": self.margins.mean(tokens),
            "no verb": float(not any(tree.pos[token] in ("VERB", "AUX") for token in tokens)),
            "lone quote": float(sum(word in _QUOTES for word in words) % 2),
            "headline": float(len(long) > 3 and large > 0.6 * len(long)),
            "commas": log2(1 + words.count(",") + words.count(";")),
            "joined words": log2(1 + sum(tree.dep[token] == "conj" for token in tokens)),
            "dashes": float(not _DASHES.isdisjoint(words)),
            "question": float("?" in words[-2:]),
        }


def _agreement(frame: Frame, extraction: Extraction) -> Features:
    core = {role.head: role for role in frame.roles if role.name in _CORE}
    found = {"frame": float(frame.score), "no roleset": float(not frame.roleset)}
    sides = (
        ("subject", extraction.subject, extraction.subject_head),
        ("object", extraction.object or (), extraction.object_head),
    )
    for side, tokens, head in sides:
        if head is not None:
            scores = [core[token].score for token in tokens if token in core]
            found[f"roles have {side}"] = float(bool(scores))
            found[f"roles doubt {side}"] = 1 - max(scores, default=1.0)
            found[f"{side} role {core[head].name if head in core else 'none'}"] = 1.0
    named = {*extraction.subject, *(extraction.object or ())}
    agents = {head for head, role in core.items() if role.name == "ARG0"}
    found["other agent"] = float(bool(agents) and named.isdisjoint(agents))
    found["other participants"] = float(sum(head not in named for head in core))
    return found


def _breaks(tokens: Iterable[int]) -> int:
    """How many times tokens skip others."""
    return sum(second - first > 1 for first, second in pairwise(sorted(tokens)))
