"""Percentiles, the same on every database: worked out here and not by them."""

from collections.abc import Sequence
from math import floor


def percentile(values: Sequence[float], share: float) -> float | None:
    """What `share` (0 to 1) of the values do not exceed, between two of them by proportion; None of nothing.

    As PostgreSQL's `percentile_cont`, a spreadsheet's PERCENTILE.INC and `statistics.quantiles(method="inclusive")`.
    """
    if not values:
        return None
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
