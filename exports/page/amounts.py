"""Amounts as people read them, and the number that a table sorts them by."""

from __future__ import annotations

from newsgraph.graph.model.record import Amount


def amount_words(amount: Amount | None) -> str | None:
    """Return an amount in words; None for no amount.

    >>> amount_words(Amount(3.1e6, currency="EUR", approx="over"))
    'over 3,100,000 EUR'
    >>> amount_words(Amount(unit="percent", low=40, high=60))
    '40–60 percent'
    """
    if amount is None:
        return None
    ends = (amount.number,) if amount.number is not None else (amount.low, amount.high)
    figures = "–".join(_figure(end) for end in ends if end is not None)
    unit = amount.unit if amount.unit != "count" else None
    return " ".join(filter(None, (amount.approx, figures, amount.currency, unit))) or None


def amount_number(amount: Amount | None) -> float | None:
    """Return the number to sort by; of a range, its lower end."""
    if amount is None:
        return None
    return next((n for n in (amount.number, amount.low, amount.high) if n is not None), None)


def _figure(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,}"
