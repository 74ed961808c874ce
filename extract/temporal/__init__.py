"""Time expressions: what they say, and the date of the document they are read against."""

from .document_date import find_document_date

__all__ = ["find_document_date"]
