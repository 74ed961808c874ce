"""Score what is computed across articles: ``python -m benchmarks.claims``.

Facts that two articles both state and whether they are one claim, with the number of independent origins
(``training/judged/claims.jsonl``: places of a word of each fact, no text; rules were read off the half "tune", those called
"fresh" are of looser pairs of articles); near copies, judged pairs
(``near_copies.tsv``) and copies made by program; time for made-up collections, as a share of reading them.
``--records`` takes files of extraction records, whose documents' sources are the ids of the corpora; without it the
articles are read anew, which takes minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from newsgraph.graph.build import build_graph
from newsgraph.graph.collection.collection import Collection
from newsgraph.graph.collection.near_copies import near_copies
from newsgraph.graph.knowledge.outlets import built_in_outlets
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import Sentence, SourceDocument
from newsgraph.graph.model.record import ExtractionRecord
from newsgraph.graph.model.record_io import read_records, write_records

JUDGED = Path(__file__).parent.parent / "training/judged"
CORPORA = Path(__file__).parent.parent.parent / "shared/corpora"
READ_PER_SECOND = 3_290
"""Words that the whole reading does in a second of CPU (docs/index.md): what shares are taken of."""


Place = tuple[str, int, int]
"""An article, and from where to where in it."""


def articles(more: Iterable[str] = ()) -> Iterator[Any]:
    """Yield the dev articles, those that facts were judged in, and ``more``, with publisher, date and address."""
    from newsgraph.extract.readers import Document

    judged = {place[0] for row in facts() for place in (row["left"], row["right"])}.union(more)
    for corpus in ("polnear", "en-worldwide-newswire"):
        for split in ("dev", "train"):
            with gzip.open(CORPORA / corpus / f"{split}.jsonl.gz", "rt", encoding="utf8") as lines:
                for row in map(json.loads, lines):
                    if split == "dev" or row["doc_id"] in judged:
                        found = Document.from_text(row["text"], row["doc_id"], title=row.get("title"))
                        publisher = row.get("publisher") or urlparse(row.get("url") or "").netloc or None
                        day = date.fromisoformat(row["date"][:10]) if row.get("date") else None
                        yield replace(found, publisher=publisher, url=row.get("url"), date=day)


def facts() -> list[dict[str, Any]]:
    """Return the judged facts: ``left`` and ``right`` are (document, start, end), ``origins`` how many there are."""
    return [json.loads(line) for line in (JUDGED / "claims.jsonl").read_text(encoding="utf8").splitlines()]


def judged_pairs() -> Iterator[tuple[str, str, Place, Place]]:
    """Yield judged pairs of statements: the verdict, the half, and the places of both."""
    for line in (JUDGED / "claim_pairs.tsv").read_text(encoding="utf8").splitlines():
        if not line.startswith(("#", "verdict")):
            verdict, half, left, a, b, right, c, d = line.split("\t")
            yield verdict, half, (left, int(a), int(b)), (right, int(c), int(d))


def records_of(paths: Iterable[str], more: Iterable[str] = ()) -> list[ExtractionRecord]:
    """Return the records in files, or those of the articles and of ``more``, one for each text."""
    if not paths:
        import newsgraph

        found: Iterable[ExtractionRecord] = newsgraph.extract_records(articles(more))
    else:
        found = (r for path in paths for r in read_records(Path(path).read_text(encoding="utf8").split("\n")))
    return list({record.document.id: record for record in found}.values())


def score_facts(graph: KnowledgeGraph, collection: Collection) -> str:
    """Return how many judged facts are one claim, of all and of those read in both articles, and origins right."""
    ids = {source: d.id for d in graph.documents for source in (d.source, *d.sources)}
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for statement in graph.statements:
        for piece in statement.evidence:
            parts = [part for part in (piece.subject, piece.predicate, piece.object) if part is not None]
            spans = [span for part in (*parts, *piece.arguments) for span in part.spans]
            start, end = min(span[0] for span in spans), max(span[1] for span in spans)
            places[piece.document].append((start, end, piece.id))
    claims: dict[str, set[int]] = defaultdict(set)
    for number, claim in enumerate(collection.claims):
        for voice in claim.voices:
            claims[voice.evidence].add(number)
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in facts():
        if fact["left"][0] not in ids or fact["right"][0] not in ids:
            continue
        tally = tallies[fact["half"]]
        left, right_side = (_evidence(places[ids[p[0]]], p) for p in (fact["left"], fact["right"]))
        common = {n for a in left for n in claims[a]} & {n for b in right_side for n in claims[b]}
        documents = {ids[fact["left"][0]], ids[fact["right"][0]]}
        right = any(_origins(collection, n, documents) == fact["origins"] for n in common)
        tally.update(total=1, read=bool(left and right_side), found=bool(common), right=right)
    lines = [
        f"{half}: facts seen as one claim {t['found'] / t['total']:.2f} ({t['found']} of {t['total']}; read in both "
        f"{t['read']}); independent origins right {t['right'] / max(t['found'], 1):.2f} ({t['right']} of {t['found']})"
        for half, t in sorted(tallies.items())
    ]
    return "\n".join([*lines, f"claims {len(collection.claims)}"])


def _evidence(places: Iterable[tuple[int, int, str]], place: list[Any]) -> list[str]:
    return [id for start, end, id in places if start <= place[1] and place[2] <= end]


def _origins(collection: Collection, number: int, documents: set[str]) -> int:
    voices = collection.claims[number].voices
    return len({voice.origin.key for voice in voices if voice.document in documents})


def score_near_copies(graph: KnowledgeGraph) -> str:
    """Return precision and recall on judged pairs of articles and on copies made of articles of the graph."""
    outlets = built_in_outlets()
    judged = {
        frozenset(row.split("\t")[:2]): row.split("\t")[2] == "yes"
        for row in (JUDGED / "near_copies.tsv").read_text(encoding="utf8").splitlines()
    }
    made = list(made_copies(graph.documents, random.Random(1)))
    documents = [*graph.documents, *(copy for _, copy in made)]
    families = {d.id: outlets.family_of(d.publisher, d.url) for d in documents}
    names = {d.id: d.source for d in documents}
    found = {frozenset((names[p.left], names[p.right])) for p in near_copies(documents, families, outlets)}
    copies = {frozenset((original.source, copy.source)) for original, copy in made}
    by_original = defaultdict(set)
    for original, copy in made:
        by_original[original.source] |= {original.source, copy.source}
    known = {pair: yes for pair, yes in judged.items() if pair <= set(names.values())}
    wanted = copies | {pair for pair, yes in known.items() if yes}
    wrong = {
        pair
        for pair in found - wanted
        if not any(pair <= group for group in by_original.values()) and not _of_copies(pair, wanted)
    }
    hit = len(found & wanted)
    return (
        f"near copies precision {hit / max(hit + len(wrong), 1):.2f} recall {hit / len(wanted):.2f} "
        f"({len(wanted)} copies, {len(known) - sum(known.values())} judged others, all else counts as wrong)"
    )


def _of_copies(pair: frozenset[str], wanted: set[frozenset[str]]) -> bool:
    """Return whether a pair shares an original, or has two that are copies: what a copy stands in is copied too."""
    left, right = (_originals(name) for name in sorted(pair))
    return bool(left & right) or any(frozenset((a, b)) in wanted for a in left for b in right)


def _originals(name: str) -> set[str]:
    """Return the articles that a made copy is made of; an article itself."""
    first, copy, rest = name.partition(" copy ")
    return {first, rest.partition(" ")[2]} if copy else {name}


def made_copies(
    documents: Iterable[SourceDocument], pick: random.Random
) -> Iterator[tuple[SourceDocument, SourceDocument]]:
    """Yield articles with copies as papers make them: cut, under a lead of their own, edited, inside another text."""
    long = [d for d in documents if len(d.sentences) >= 12]
    for number, document in enumerate(pick.sample(long, min(120, len(long)))):
        texts, other = [s.text for s in document.sentences], pick.choice(long)
        while other.source == document.source:
            other = pick.choice(long)
        lead = [s.text for s in other.sentences[:2]]
        kind = ("cut", "lead", "edited", "brief", "inside")[number % 5]
        if kind == "cut":
            texts = texts[: max(6, len(texts) // 2)]
        elif kind == "lead":
            texts = [*lead, *texts[2 : 2 + max(6, len(texts) // 2)]]
        elif kind == "edited":
            texts = [_edited(text, pick) for text in texts if pick.random() < 0.7]
        elif kind == "brief":
            texts = texts[:6]
        else:
            texts = [*texts[: len(texts) // 2], *(s.text for s in other.sentences[: len(texts) // 3])]
        yield document, _document(f"{document.source} copy {kind} {other.source}", texts, document)


def _edited(text: str, pick: random.Random) -> str:
    """Return a sentence after a copy editor: one word in twelve dropped or replaced."""
    words = [word for word in text.split() if pick.random() > 0.05]
    return " ".join("moreover" if pick.random() < 0.03 else word for word in words)


def _document(name: str, texts: Iterable[str], like: SourceDocument) -> SourceDocument:
    sentences, at = [], 0
    for text in texts:
        sentences.append(Sentence(at, at + len(text), text))
        at += len(text) + 1
    return replace(
        like,
        id=name,
        source=name,
        publisher="A Copying Paper",
        url=None,
        sentences=tuple(sentences),
        length=at,
    )


def made_up(records: list[ExtractionRecord], count: int) -> list[ExtractionRecord]:
    """Return as many records as asked for: those there are, again and again, each time in other words.

    Articles that only had other names would be near copies, and what they say one claim: work that no real ones make.
    """
    return [retold(records[n % len(records)], n // len(records)) for n in range(count)]


def retold(record: ExtractionRecord, turn: int) -> ExtractionRecord:
    """Return a record with other consonants in the words of its text and names; its predicates stay the same."""
    if not turn:
        return record
    (line,) = write_records([record])
    fields = _reworded(json.loads(line), turn)
    document = fields["document"]
    document |= {"id": f"{record.document.id}-{turn}", "source": f"{record.document.source}-{turn}"}
    document["sha256"] = sha256(document["text"].encode()).hexdigest()
    (found,) = read_records([json.dumps(fields)])
    return found


def _reworded(value: Any, turn: int, key: str = "") -> Any:
    if isinstance(value, dict):
        return {k: _reworded(v, turn, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_reworded(v, turn, key) for v in value]
    if not isinstance(value, str) or key not in _WORDED:
        return value
    shifted = _CONSONANTS[turn % len(_CONSONANTS) :] + _CONSONANTS[: turn % len(_CONSONANTS)]
    return value.translate(str.maketrans(_CONSONANTS + _CONSONANTS.upper(), shifted + shifted.upper()))


_WORDED = frozenset({"text", "name", "title", "aliases"})
_CONSONANTS = "bcdfghjklmnpqrstvwxz"


def score_time(records: list[ExtractionRecord], count: int) -> str:
    """Return the seconds of everything across ``count`` articles, and the share of reading them."""
    made = made_up(records, count)
    words = sum(len((record.document.text or "").split()) for record in made)
    graph = build_graph(made)
    del made
    start = time.process_time()
    collection = Collection(graph)
    parts: Mapping[str, int] = {
        "claims": len(collection.claims), "disputes": len(collection.disputes), "stories": len(collection.stories)
    }  # fmt: skip
    seconds = time.process_time() - start
    said = ", ".join(f"{number:,} {name}" for name, number in parts.items())
    share = seconds / (words / READ_PER_SECOND)
    return f"{count:,} articles: {seconds:.1f} s of CPU, {share:.3f} of reading {words:,} words; {said}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", nargs="*", default=[], help="files of records, instead of reading anew")
    parser.add_argument(
        "--count", nargs="*", type=int, default=[], help="sizes of made-up collections to time"
    )
    options = parser.parse_args()
    records = records_of(options.records)
    graph = build_graph(records)
    print(score_facts(graph, Collection(graph)))
    print(score_near_copies(graph))
    for count in options.count:
        print(score_time(records, count))


if __name__ == "__main__":
    main()
