"""What ``build`` prints about a graph: its most connected entities and strongest statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from newsgraph.graph.knowledge_graph import KnowledgeGraph
    from newsgraph.graph.model.statement import Statement

TOP = 10
"""Rows in each table."""


def show(graph: KnowledgeGraph) -> None:
    """Print the most connected entities and the strongest statements, as tables."""
    from rich.console import Console

    console = Console(highlight=False)
    console.print(repr(graph)[1:-1], soft_wrap=True)
    console.print(_entities(graph))
    console.print(_statements(graph))


def _entities(graph: KnowledgeGraph) -> Table:
    from rich.table import Table
    from rich.text import Text

    named = [entity for entity in graph.entities if entity.named]
    named.sort(key=lambda entity: (-len(graph.statements_of(entity.id)), entity.name))
    table = Table("entity", "type", "statements")
    for entity in named[:TOP]:
        table.add_row(Text(entity.name), entity.label, str(len(graph.statements_of(entity.id))))
    return table


def _statements(graph: KnowledgeGraph) -> Table:
    from rich.table import Table
    from rich.text import Text

    columns = ("statement", "status", "source", "when", "confidence")
    table = Table(*columns, title="Strongest statements", title_justify="left")
    for statement in strongest(graph)[:TOP]:
        subject = graph.entity(statement.subject).name
        object_ = graph.entity(statement.object).name if statement.object else ""
        status = statement.modality if statement.polarity == "positive" else f"not, {statement.modality}"
        table.add_row(
            Text(f"{subject} {statement.predicate} {object_}"),
            status,
            Text(statement.attribution_text or ""),
            statement.time or "",
            f"{statement.confidence:.2f}",
        )
    return table


def strongest(graph: KnowledgeGraph) -> list[Statement]:
    """Return the statements between named entities, the surest first."""
    named = {entity.id for entity in graph.entities if entity.named}
    found = [s for s in graph.statements if s.subject in named and s.object in named]
    return sorted(found, key=lambda s: (-s.confidence, -len(s.evidence), s.id))
