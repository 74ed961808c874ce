"""The schema's public address: ``load_schema`` for programs outside."""

from .knowledge.relation import Relation as Relation
from .knowledge.schema import Schema as Schema
from .knowledge.schema import load_schema as load_schema

__all__ = ["Relation", "Schema", "load_schema"]
