"""The record's public address: programs outside import its classes from here, under names that stay."""

from .model.record import KINDS as KINDS
from .model.record import LABELS as LABELS
from .model.record import MODALITIES as MODALITIES
from .model.record import POLARITIES as POLARITIES
from .model.record import VALUE_LABELS as VALUE_LABELS
from .model.record import Amount as Amount
from .model.record import Cue as Cue
from .model.record import ExtractionRecord as ExtractionRecord
from .model.record import LocalArgument as LocalArgument
from .model.record import LocalAttribution as Attribution
from .model.record import LocalDocument as Source
from .model.record import LocalEntity as LocalEntity
from .model.record import LocalMention as Mention
from .model.record import LocalQualifier as Qualifier
from .model.record import LocalStatement as LocalStatement
from .model.record import Predicate as Predicate
from .model.record import Span as Span
from .model.record import SpanText as SpanText

__all__ = [
    "KINDS", "LABELS", "MODALITIES", "POLARITIES", "VALUE_LABELS", "Amount", "Attribution", "Cue", "ExtractionRecord",
    "LocalArgument", "LocalEntity", "LocalStatement", "Mention", "Predicate", "Qualifier", "Source", "Span", "SpanText",
]  # fmt: skip
