"""Numbers that an article gave otherwise before it was written anew: nine dead, and 11 in the text of today."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..collection.phrases import content_words, numbers_in
from ..knowledge_graph import KnowledgeGraph
from ..model.document import SourceDocument

LIKE = 0.6
"""Share of their words, numbers left out, that two sentences have in common if one stands in place of the other."""


def rewritten_numbers(
    old: KnowledgeGraph, new: KnowledgeGraph
) -> Iterator[tuple[SourceDocument, SourceDocument, str, str, str]]:
    """Yield what number stands in place of what other one in a sentence of an article whose text has changed.

    Each as the old and the new document, the new sentence, the old number and the new one.
    """
    left = {document.id for document in old.documents}
    before = {source: d for d in old.documents for source in (d.source, *d.sources)}
    known = {document.id for document in new.documents}
    for document in new.documents:
        earlier = before.get(document.source)
        if document.id not in left and earlier is not None and earlier.id not in known:
            for sentence, number, other in _changed(earlier, document):
                yield earlier, document, sentence, number, other


def _changed(old: SourceDocument, new: SourceDocument) -> Iterator[tuple[str, str, str]]:
    ours, theirs = [[s.text for s in document.sentences] for document in (old, new)]
    gone, come = [s for s in ours if s not in theirs], [s for s in theirs if s not in ours]
    for sentence in come:
        likeness, earlier = max(((_likeness(s, sentence), s) for s in gone), default=(0.0, ""))
        lost, gained = numbers_in(earlier) - numbers_in(sentence), numbers_in(sentence) - numbers_in(earlier)
        if likeness >= LIKE and len(lost) == len(gained) == 1:
            yield sentence, min(lost), min(gained)


def _likeness(left: str, right: str) -> float:
    ours, theirs = [sorted(content_words(text) - numbers_in(text)) for text in (left, right)]
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()
