"""Which of two options that are equal comes first: by lot, drawn before the vote, and shown after it."""

import hashlib
import hmac
from collections.abc import Iterable


def seed_hash(seed: str) -> str:
    """What is published before the vote: SHA-256 of the seed’s own characters, in hexadecimal."""
    return hashlib.sha256(seed.encode()).hexdigest()


def lot_of(seed: str, option: str) -> str:
    """An option’s lot: HMAC-SHA-256 of its id, keyed by the seed’s own characters, in hexadecimal. The lower wins."""
    return hmac.digest(seed.encode(), option.encode(), "sha256").hex()


def by_lot(seed: str, options: Iterable[str]) -> list[str]:
    """The options in the order in which they win ties."""
    return sorted(options, key=lambda option: lot_of(seed, option))
