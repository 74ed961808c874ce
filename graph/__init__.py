"""The core: extraction records in, a knowledge graph out. Imports neither extract nor exports."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .build import build_graph
    from .errors import InputError, NewsgraphError, QueryError, RecordError
    from .identity import content_id, normal_key, slug
    from .knowledge.entity_list import KnownEntity, read_entities
    from .knowledge_graph import EntityView, KnowledgeGraph
    from .model.document import Sentence, SourceDocument
    from .model.entity import CONCEPT, Entity, Member, Mention
    from .model.judgement import Judgement
    from .model.record import ExtractionRecord
    from .model.record_io import read_records, validate, write_records
    from .model.statement import Evidence, Literal, Qualifier, Statement

__all__ = [
    "CONCEPT",
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
    "SourceDocument",
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
    "model.document": (
        "Sentence",
        "SourceDocument",
    ),
    "model.entity": (
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
    "model.judgement": ("Judgement",),
    "knowledge_graph": (
        "EntityView",
        "KnowledgeGraph",
    ),
    "knowledge.entity_list": (
        "KnownEntity",
        "read_entities",
    ),
    "model.record": ("ExtractionRecord",),
    "model.record_io": (
        "read_records",
        "validate",
        "write_records",
    ),
    "model.statement": (
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
