"""Ids of what is filled in: as `foundation.ids` makes them, of a moment that is given, in a tenth of the time."""

from datetime import datetime
from itertools import count

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]
_RANDOM_BITS = 38
_SHIFTS = tuple(range(70, -1, -10))
_numbers = count(1)


def id_at(moment: datetime) -> str:
    """An id that nothing else has, and that sorts by this moment."""
    number = int(moment.timestamp() * 1000) << _RANDOM_BITS | next(_numbers)
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])
