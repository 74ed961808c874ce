"""Which members of different documents are one entity."""

from .cluster import resolve as resolve
