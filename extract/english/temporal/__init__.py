"""Time expressions: what they say as EDTF (ISO 8601-2), and the date that a document states of itself."""

from newsgraph.graph.edtf import bounds

from .context import Tense
from .document_date import DateLines, find_date_lines
from .normalisation import normalise
from .value import TimeValue

__all__ = ["DateLines", "Tense", "TimeValue", "bounds", "find_date_lines", "normalise"]
