"""From a knowledge graph to its page."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain

from newsgraph.graph.assembly.lines import lines_of
from newsgraph.graph.errors import InputError
from newsgraph.graph.knowledge_graph import KnowledgeGraph
from newsgraph.graph.model.document import SourceDocument
from newsgraph.graph.model.entity import Entity

from .bundles import bundles_of
from .constants import FRONT, NAME_SENTENCES, NAME_WORDS
from .details import details_of, in_text_order, line_columns
from .importance import ranked_entities
from .network import DrawnGraph, PageNetwork
from .opening import opening_nodes, opening_places, wanted_statements
from .template import render
from .theme import group_of, kind_of

MAX_VISIBLE = 60
"""Entities that a page opens with, unless told otherwise."""

TITLE_LETTERS = 100
"""Letters of a first sentence that stands in for a headline."""

TITLE_NAMES = 3
"""Names in the title of a few documents."""

TEXTS_LIMIT = 10_000_000
"""Code points of all articles together up to which the page carries them whole."""

LARGEST = 1_000_000
"""Entities and statements that one page can carry: browsers give up on files much larger than that makes."""


def generate_page(
    kg: KnowledgeGraph,
    *,
    title: str | None = None,
    max_visible: int = MAX_VISIBLE,
    whole_texts: bool = True,
) -> PageNetwork:
    """Return the page as a pyvis network: ``generate_html()`` gives HTML, ``write_html(name)`` a file.

    The page carries the whole graph; it opens with the statements that most readers want, and of the entities that
    these join with the ``max_visible`` most important. It carries the texts of the articles, unless ``whole_texts`` is
    False or they are longer than :data:`TEXTS_LIMIT`; else only the sentences that statements stand in.
    """
    return PageNetwork(_drawn(kg, title or title_of(kg), max_visible, whole_texts=whole_texts))


def _drawn(kg: KnowledgeGraph, title: str, max_visible: int, *, whole_texts: bool) -> DrawnGraph:
    if len(kg.entities) + len(kg.statements) > LARGEST:
        raise InputError(
            f"{len(kg.entities):,} entities and {len(kg.statements):,} statements are too many for one page: "
            f"at most {LARGEST:,} together. Build the graph from fewer documents, or query it instead."
        )
    ranked = ranked_entities(kg)
    entities = [entity for entity, _ in ranked]
    statements = in_text_order(kg.statements)
    drawn = chain.from_iterable(lines_of(statement) for statement in statements)
    bundles = bundles_of(drawn, {entity.id: number for number, entity in enumerate(entities)})
    sizes = [round(7 + 12 * importance**0.6, 1) for _, importance in ranked]
    wanted = wanted_statements(kg)
    chosen = opening_nodes(entities, bundles, wanted, max(max_visible, 1))
    places = opening_places(chosen, entities, sizes, bundles, wanted)
    whole = whole_texts and sum(document.length for document in kg.documents) <= TEXTS_LIMIT
    lines = line_columns(bundles, entities, statements)
    details = partial(details_of, kg, entities, statements, lines, wanted, whole_texts=whole)
    return DrawnGraph(
        title=title,
        details=details,
        labels=[entity.name for entity in entities],
        groups=[group_of(entity.label) for entity in entities],
        sizes=sizes,
        places=places,
        edges=[(b.source, b.target, kind_of(kg.statement(b.lines[0].statement))) for b in bundles],
    )


def write_page(
    kg: KnowledgeGraph,
    *,
    title: str | None = None,
    max_visible: int = MAX_VISIBLE,
    whole_texts: bool = True,
) -> str:
    """Return the page as HTML: one file that shows the graph in any current browser, without a network.

    The options are those of :func:`generate_page`.
    """
    title = title or title_of(kg)
    return render(title, _drawn(kg, title, max_visible, whole_texts=whole_texts).parts())


def title_of(kg: KnowledgeGraph) -> str:
    """Return a title: headline or first words of the only document; else how many there are, of a few also whom they name."""
    if len(kg.documents) == 1:
        (document,) = kg.documents
        return document.title or _first_words(document) or _file_name(document.source)
    count = f"{len(kg.documents):,} documents"
    names = ", ".join(_most_named(kg)) if len(kg.documents) < FRONT else ""
    return f"{count}: {names}" if names else count


def _most_named(kg: KnowledgeGraph) -> list[str]:
    """Return the names that most documents have in common, those with most mentions first."""

    def weight(entity: Entity) -> tuple[int, int, str]:
        documents = {member.document for member in entity.members}
        return -len(documents), -sum(len(member.mentions) for member in entity.members), entity.id

    named = (entity for entity in kg.entities if entity.named)
    return [entity.name for entity in sorted(named, key=weight)[:TITLE_NAMES]]


def _first_words(document: SourceDocument) -> str:
    """Return the first sentence that is more than a name, shortened at a word; empty where its text was not kept."""
    texts = [" ".join(sentence.text.split()) for sentence in document.sentences[:NAME_SENTENCES]]
    text = next((text for text in texts if len(text.split()) >= NAME_WORDS), texts[0] if texts else "")
    if len(text) <= TITLE_LETTERS:
        return text
    whole, _, _ = text[:TITLE_LETTERS].rpartition(" ")
    return f"{whole or text[:TITLE_LETTERS]} …"


def _file_name(source: str) -> str:
    """Return the name of a file without its folders; a web address stays whole."""
    return source if "://" in source else re.split(r"[\\/]", source.rstrip("\\/"))[-1] or source
