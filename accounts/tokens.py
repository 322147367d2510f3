"""Tokens that open something: with the person in full, with us as a hash only."""

import hashlib
import secrets


def new_token() -> str:
    """256 random bits, safe in an address."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """How a token is kept: nobody who reads the database can sign in with it."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
