"""The graph in the formats of other tools, picked by suffix."""

from .write import FORMATS, Format, formats, write

__all__ = ["FORMATS", "Format", "formats", "write"]
