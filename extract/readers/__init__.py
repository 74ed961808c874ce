"""Readers: a file of any kind becomes documents.

``read_documents(path)`` yields a Document for every article and a Refusal, with the reason, for everything else. A
reader is one file and one row of the table in ``registry``; other packages add theirs by the entry point group
``newsgraph.readers``.
"""

from .article import Article, UnreadableError
from .content import Content
from .document import Document, Refusal, make_document
from .files import expand_paths
from .options import Options
from .reading import read_document, read_documents
from .registry import Reader

__all__ = [
    "Article",
    "Content",
    "Document",
    "Options",
    "Reader",
    "Refusal",
    "UnreadableError",
    "expand_paths",
    "make_document",
    "read_document",
    "read_documents",
]
