"""Score the participants of events against PropBank over EWT: ``python -m training.evaluate_participants``.

Gold are the numbered roles of verbs and of nouns that name events (PropBank has a verb of the same sense), where their
head word is a noun, a name or a pronoun. One is found when a statement whose predicate contains the gold word (or its
light verb, "made an attack") has that head word in its subject, object, an argument or a qualifier. Of what such statements have as subject, object and
arguments, precision is the share with the head word of any gold role of the same word. Events in which writer or reader
take part ("I bought", "your answer") are left out: a statement without a referent for its subject is not made. Gold
words, own sentences; documents that nobody annotated are left out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsgraph
from newsgraph.extract.english.rolesets import roleset
from newsgraph.extract.readers import Document
from newsgraph.extract.records.builder import RecordBuilder
from newsgraph.extract.records.chunk import ChunkReader
from newsgraph.extract.relations import shipped_classifier
from newsgraph.graph.knowledge.schema import load_schema

from .evaluate import gold_doc, treebank_documents
from .role_corpus import read_frames

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsgraph.graph.model.record import LocalStatement, Span

    from .conllu import Sentence

KINDS = ("verbs", "nouns", "named participants of nouns")
_NUMBERED = re.compile(r"ARG[0-5]")
_PARTICIPANTS = frozenset({"NOUN", "PROPN", "PRON"})
_SPEAKERS = frozenset({"i", "me", "my", "we", "us", "our", "you", "your", "u", "ya"})


@dataclass(frozen=True, slots=True)
class Event:
    """A gold predicate: where it begins, whether it is a noun, its participants and the heads of all its roles.

    All are offsets of words in the text: ``at`` those of the word and its light verb, ``named`` those of participants
    that are names.
    """

    at: tuple[int, ...]
    noun: bool
    participants: tuple[int, ...]
    named: frozenset[int]
    roles: frozenset[int]


@dataclass
class ParticipantScores:
    """Counts by kind of event."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, event: Event, statements: Iterable[LocalStatement]) -> None:
        """Count one event, given the statements whose predicate contains its word."""
        kind, told, main = ("nouns" if event.noun else "verbs"), [], []
        for statement in statements:
            parts = [part.spans for part in (statement.subject, statement.object) if part is not None]
            parts += [argument.spans for argument in statement.arguments]
            main += parts
            told += [*parts, *(qualifier.spans for qualifier in statement.qualifiers)]
        self.given[kind] += len(main)
        self.right[kind] += sum(any(_covers(spans, head) for head in event.roles) for spans in main)
        for head in event.participants:
            found = any(_covers(spans, head) for spans in told)
            kinds = [kind, KINDS[2]] if event.noun and head in event.named else [kind]
            for name in kinds:
                self.gold[name] += 1
                self.found[name] += found

    def lines(self) -> Iterator[str]:
        """A line for each kind."""
        for kind in KINDS:
            recall = self.found[kind] / max(1, self.gold[kind])
            line = f"{kind}: found {recall:.3f} of {self.gold[kind]}"
            if given := self.given[kind]:
                line += f", right {self.right[kind] / given:.3f} of {given}"
            yield line


def _says(statement: LocalStatement, event: Event) -> bool:
    return any(_covers(statement.predicate.spans, place) for place in event.at)


def _covers(spans: Iterable[Span], place: int) -> bool:
    return any(start <= place < end for start, end in spans)


def events_of(
    doc: Doc, sentences: Iterable[Sentence], gold: dict[str, list[dict[str, Any]]]
) -> Iterator[Event]:
    """The gold events of a document."""
    base = 0
    for sentence in sentences:
        for frame in gold.get(sentence.name, ()):
            kind = sentence.upos[frame["predicate"]]
            if kind == "VERB" or (kind == "NOUN" and _is_deed(frame["roleset"])):
                heads = {a["head"] for a in frame["arguments"] if _NUMBERED.fullmatch(a["role"])}
                if any(sentence.words[head].casefold() in _SPEAKERS for head in heads):
                    continue
                heads = {h for h in heads - {frame["predicate"]} if sentence.upos[h] in _PARTICIPANTS}
                at = {head: doc[base + head].idx for head in heads}
                light = [a["head"] for a in frame["arguments"] if a["role"] == "ARGM-LVB"]
                yield Event(
                    tuple(doc[base + word].idx for word in (frame["predicate"], *light)), kind == "NOUN", tuple(sorted(at.values())),
                    frozenset(at[head] for head in heads if sentence.upos[head] == "PROPN"),
                    frozenset(doc[base + a["head"]].idx for a in frame["arguments"]),
                )  # fmt: skip
        base += len(sentence.words)


def _is_deed(sense: str) -> bool:
    known = roleset(sense)
    return known is not None and any(pos == "v" for pos, _ in known.aliases)


def score(corpora: Path, split: str, every: int = 1) -> ParticipantScores:
    """Read the annotated documents of EWT and score them."""
    nlp, scores, gold = newsgraph.load_pipeline(), ParticipantScores(), read_frames(corpora, split)
    schema, classifier = load_schema(), shipped_classifier()
    for sentences in treebank_documents(corpora, "ewt", split)[::every]:
        if not any(sentence.name in gold for sentence in sentences):
            continue
        doc = gold_doc(nlp, sentences, with_starts=False)
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        builder = RecordBuilder(Document.from_text(doc.text), schema, classifier)
        ChunkReader(builder, doc, 0).read()
        for event in events_of(doc, sentences, gold):
            scores.add(event, [s for s in builder.statements if _says(s, event)])
    return scores


def main() -> None:
    """Print a line for each kind of event."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--split", default="dev", choices=["dev", "test"])
    parser.add_argument("--every", type=int, default=1, help="read every n-th document only")
    options = parser.parse_args()
    for line in score(options.corpora, options.split, options.every).lines():
        print(line)


if __name__ == "__main__":
    main()
