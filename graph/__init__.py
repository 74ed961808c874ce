"""The core: extraction records in, a knowledge graph out. Imports neither extract nor exports."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .build import build_graph
    from .document import Document, Sentence
    from .entity import CONCEPT, Entity, Member, Mention
    from .errors import InputError, NewsgraphError, QueryError, RecordError
    from .identity import content_id, normal_key, slug
    from .judgement import Judgement
    from .knowledge_graph import EntityView, KnowledgeGraph
    from .known import KnownEntity, read_entities
    from .record import ExtractionRecord
    from .record_io import read_records, validate, write_records
    from .statement import Evidence, Literal, Qualifier, Statement

__all__ = [
    "CONCEPT",
    "Document",
    "Entity",
    "EntityView",
    "Evidence",
    "ExtractionRecord",
    "InputError",
    "Judgement",
    "KnowledgeGraph",
    "KnownEntity",
    "Literal",
    "Member",
    "Mention",
    "NewsgraphError",
    "Qualifier",
    "QueryError",
    "RecordError",
    "Sentence",
    "Statement",
    "build_graph",
    "content_id",
    "normal_key",
    "read_entities",
    "read_records",
    "slug",
    "validate",
    "write_records",
]

_MODULES = {
    "build": ("build_graph",),
    "document": (
        "Document",
        "Sentence",
    ),
    "entity": (
        "CONCEPT",
        "Entity",
        "Member",
        "Mention",
    ),
    "errors": (
        "InputError",
        "NewsgraphError",
        "QueryError",
        "RecordError",
    ),
    "identity": (
        "content_id",
        "normal_key",
        "slug",
    ),
    "judgement": ("Judgement",),
    "knowledge_graph": (
        "EntityView",
        "KnowledgeGraph",
    ),
    "known": (
        "KnownEntity",
        "read_entities",
    ),
    "record": ("ExtractionRecord",),
    "record_io": (
        "read_records",
        "validate",
        "write_records",
    ),
    "statement": (
        "Evidence",
        "Literal",
        "Qualifier",
        "Statement",
    ),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that importing the package costs next to nothing."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULE_OF[name]}", __name__), name)
