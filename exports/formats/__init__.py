"""The graph in the formats of other tools, picked by suffix."""

from .write import FORMATS, write

__all__ = ["FORMATS", "write"]
