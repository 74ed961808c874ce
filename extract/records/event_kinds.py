"""The kind of event a statement tells of; of a light verb that of its object ("came under attack")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..english.word_classes import word_class
from ..statements.event_classes import event_class, kind_of_event
from .confidence import content_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..statements.extraction import Extraction
    from ..syntax.tree import Tree


def find_event_class(
    tree: Tree,
    extraction: Extraction,
    sense: str | None,
    relation: str | None,
    label_of: Callable[[int | None], str | None],
) -> str | None:
    """The class of a statement's event, by roleset, relation, and the labels of the things behind its two sides."""
    item = extraction.object_head
    if extraction.lemma in word_class("event_verbs"):
        places = (*extraction.predicate, *(() if item is None else (item,)))
        nouns = [token for token in places if tree.pos[token] == "NOUN" and not tree.label[token]]
        if nouns:
            return event_class(None, tree.lemma[nouns[-1]])
    if tree.pos[content_word(tree, extraction)] == "ADJ":
        return None
    told = item is not None and extraction.method != "passive"
    sides = (item,) if told else (extraction.subject_head, item)
    noun = tree.lemma[item] if item is not None and tree.pos[item] == "NOUN" else None
    labels = tuple(map(label_of, sides))
    return kind_of_event(event_class(sense, extraction.lemma), extraction.lemma, relation, labels, noun)
