"""Amounts of money, percentages, quantities, counts, ages, scores and shares: what they say as numbers."""

from .grammar import amount_of

__all__ = ["amount_of"]
