"""Time expressions: what they say as EDTF (ISO 8601-2), and the date of the document they are read against."""

from .document_date import find_document_date
from .normalisation import normalise
from .reading import Tense
from .value import TimeValue, bounds

__all__ = ["Tense", "TimeValue", "bounds", "find_document_date", "normalise"]
