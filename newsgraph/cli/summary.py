"""What ``build`` prints about a graph: its most connected entities and strongest statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .group import tell

if TYPE_CHECKING:
    from rich.table import Table

    from newsgraph.graph.knowledge_graph import KnowledgeGraph

SHOWN = 20
"""Names in judgements that are told where nothing is called so."""

TOP = 10
"""Rows in each table."""


def show(graph: KnowledgeGraph) -> None:
    """Print the most connected entities and the strongest statements, as tables."""
    from rich.console import Console

    console = Console(highlight=False, color_system=None)
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

    from newsgraph.graph.assembly.interest import CREDIBLE

    columns = ("statement", "status", "source", "when", "confidence")
    table = Table(*columns, title="Strongest statements", title_justify="left")
    strongest = graph.strongest()
    credible = [statement for statement in strongest if statement.confidence >= CREDIBLE]
    for statement in (credible or strongest)[:TOP]:
        subject = graph.entity(statement.subject).name
        literal = statement.literal.text if statement.literal else ""
        object_ = graph.entity(statement.object).name if statement.object else literal
        table.add_row(
            Text(f"{subject} {statement.predicate} {object_}"),
            statement.status,
            Text(statement.attribution_text or ""),
            statement.time or "",
            f"{statement.confidence:.2f}",
        )
    return table


def warn_of_unknown(graph: KnowledgeGraph) -> None:
    """Say which names in judgements nothing in the graph has: misspelled, most likely."""
    from newsgraph.graph.review.questions import unknown_sides

    unknown = unknown_sides(graph)
    for name in unknown[:SHOWN]:
        tell(f"A judgement names {name!r}, but nothing in these articles is called so.")
    if len(unknown) > SHOWN:
        tell(f"... and {len(unknown) - SHOWN:,} more names in judgements that nothing is called by.")
