"""Under which key somebody was told something: nobody is told twice under one."""

import hashlib

_LONGEST = 96


def key_of(person: str, key: str) -> str:
    """Of this person alone, so that one act may tell many under one key."""
    one = f"{person}.{key}"
    return one if len(one) <= _LONGEST else hashlib.sha256(one.encode()).hexdigest()
