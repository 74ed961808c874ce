"""Amounts of money, percentages, quantities, counts, ages, scores and shares: what they say as numbers."""

from .grammar import amount_of
from .numbers import says_number

__all__ = ["amount_of", "says_number"]
