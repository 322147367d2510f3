"""Ids: short texts that sort by the time they were made and say nothing else."""

import re
import secrets
from datetime import datetime
from threading import Lock

from foundation import clock

# Crockford's base 32 (no i, l, o, u), so that an id can be read aloud.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_TIME_BITS = 42
_RANDOM_BITS = 38
_STEP_BITS = 20
_LENGTH_OF_RANDOM = 26
LENGTH = (_TIME_BITS + _RANDOM_BITS) // 5
_FORM = re.compile(r"[0-9A-Za-z_.~-]{1,64}")
LONGEST_OUTSIDE_ID = 64
# Forces do use spaces ("CPT Amesbury"). Nothing here needs a meaning in an address beyond quoting.
_OUTSIDE = re.compile(rf"[A-Za-z0-9](?:[A-Za-z0-9 ._~-]{{0,{LONGEST_OUTSIDE_ID - 2}}}[A-Za-z0-9._~-])?")

_one_at_a_time = Lock()
_last = 0


def new_id() -> str:
    """A new id of 16 characters: 42 bits of milliseconds since 1970, then 38 bits that nobody guesses.

    Those that one process makes within a millisecond stand in their order too: what one transaction writes down twice
    is read in the order in which it happened.
    """
    global _last
    moment = int(clock.now().timestamp() * 1000)
    with _one_at_a_time:
        if moment == _last >> _RANDOM_BITS:
            _last += 1 + secrets.randbits(_STEP_BITS)
        else:
            # Only the lower half is begun in, so that steps within a millisecond never run over into the next.
            _last = moment << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS - 1)
        number = _last
    return _written(number)


def random_id() -> str:
    """A new id of 26 characters, 130 random bits, that says nothing of when or after what it was made: a ballot's."""
    return random_letters(_LENGTH_OF_RANDOM)


def random_letters(many: int) -> str:
    """So many letters and numbers of which none is easily taken for another, five random bits each."""
    return _written(secrets.randbits(5 * many), many)


def letters_of(data: bytes, many: int) -> str:
    """So many letters of the same kind, made of the last bits of some bytes."""
    return _written(int.from_bytes(data), many)


def first_id(moment: datetime) -> str:
    """The lowest id that can be made at this moment: those of before sort before it."""
    return _written(int(moment.timestamp() * 1000) << _RANDOM_BITS)


def _written(number: int, length: int = LENGTH) -> str:
    return "".join(_ALPHABET[number >> shift & 31] for shift in range((length - 1) * 5, -1, -5))


def is_id(text: str) -> bool:
    """Whether a text from outside could be an id at all (safe to ask the database for)."""
    return _FORM.fullmatch(text) is not None


def is_own_id(text: str) -> bool:
    """Whether it could be one of those that are made here; a longer one the database's columns refuse to look for."""
    return len(text) <= LENGTH and is_id(text)


def is_outside_id(text: str) -> bool:
    """Whether a force or a neighbourhood could have this id at all: they are a force's own, and longer than ours."""
    return _OUTSIDE.fullmatch(text) is not None
