"""Recovery codes: ten words of no meaning, each good for one sign-in without the phone."""

import hashlib
import hmac
import secrets

from accounts.factors.sealing import key_for
from foundation.settings import Settings

MANY = 10
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_LONG = 10


def new_codes() -> list[str]:
    """Ten codes like `7kq2m-xw9fd`: some 49 random bits each, without letters that look like digits."""
    made = ("".join(secrets.choice(_LETTERS) for _each in range(_LONG)) for _each in range(MANY))
    return [f"{code[:5]}-{code[5:]}" for code in made]


def plain(typed: str) -> str:
    """What was typed, without spaces and hyphens, in lower case."""
    return "".join(typed.replace("-", "").lower().split())


def hash_of(settings: Settings, person: str, code: str) -> str:
    """How a code is kept: keyed, so that nobody who has only the database can try all codes there are."""
    said = f"{person} {plain(code)}".encode(errors="replace")
    return hmac.new(key_for(settings, "recovery"), said, hashlib.sha256).hexdigest()
