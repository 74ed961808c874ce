"""The core: extraction records in, a knowledge graph out. Imports neither extract nor exports."""

from .build import build_graph
from .document import Document, Sentence
from .entity import CONCEPT, Entity, Member, Mention
from .errors import InputError, NewsgraphError, QueryError, RecordError
from .identity import content_id, normal_key, slug
from .judgement import Judgement
from .knowledge_graph import EntityView, KnowledgeGraph
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
    "read_records",
    "slug",
    "validate",
    "write_records",
]
