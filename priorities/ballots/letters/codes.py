"""The codes that go out by letter: twelve characters that nobody mistakes for others, 60 bits."""

import hashlib
import hmac
import secrets

from foundation.settings import Settings

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U. Who reads one of these for a 1 or a 0 is understood all the same."""
_READ_AS = str.maketrans("ILO", "110")
_BITS = 5
_LENGTH = 12
_GROUP = 4


def new_code() -> str:
    """A code as it is printed: `7KQ2-MXR4-TD9P`."""
    bits = secrets.randbits(_BITS * _LENGTH)
    return spelled("".join(_ALPHABET[bits >> _BITS * place & len(_ALPHABET) - 1] for place in range(_LENGTH)))


def spelled(plain: str) -> str:
    """A plain code in the groups in which it is printed."""
    return "-".join(plain[place : place + _GROUP] for place in range(0, _LENGTH, _GROUP))


def plain_code(text: str) -> str | None:
    """The code without its hyphens, in capitals, as it may have been typed; None for what can't be one."""
    code = "".join(text.split()).replace("-", "").upper().translate(_READ_AS)
    return code if len(code) == _LENGTH and set(code) <= set(_ALPHABET) else None


def code_hash(settings: Settings, round_id: str, code: str) -> str:
    """How a code of a round is kept, in hex. Keyed: who has a copy of the database alone can't try codes one by one."""
    plain = f"letter.{round_id}.{code.replace('-', '')}".encode()
    return hmac.new(settings.secret_key.encode(), plain, hashlib.sha256).hexdigest()
