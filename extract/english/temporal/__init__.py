"""Time expressions: what they say as EDTF (ISO 8601-2), and the date that a document states of itself."""

from newsgraph.graph.edtf import bounds

from .context import Tense
from .document_date import DateLine, find_date_line
from .normalisation import normalise
from .value import TimeValue

__all__ = ["DateLine", "Tense", "TimeValue", "bounds", "find_date_line", "normalise"]
