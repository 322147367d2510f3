"""The codes that officers hand to residents: ten characters that nobody mistakes for others, about 50 bits."""

import hashlib
import hmac
import secrets

from foundation.settings import Settings

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U. Who reads one of these for a 1 or a 0 is understood all the same."""
_READ_AS = str.maketrans("ILO", "110")
_LENGTH = 10
_GROUP = 5


def new_code() -> str:
    """A code as it is printed: `7KQ2M-XR4TD`."""
    code = "".join(secrets.choice(_ALPHABET) for _place in range(_LENGTH))
    return f"{code[:_GROUP]}-{code[_GROUP:]}"


def plain_code(text: str) -> str | None:
    """The code without its hyphen, in capitals, as it may have been typed; None for what can't be one."""
    code = "".join(text.split()).replace("-", "").upper().translate(_READ_AS)
    return code if len(code) == _LENGTH and set(code) <= set(_ALPHABET) else None


def code_hash(settings: Settings, code: str) -> str:
    """How a code is kept, in hex. Keyed: 50 bits could be tried one by one by who has the database alone."""
    plain = code.replace("-", "").encode()
    return hmac.new(settings.secret_key.encode(), b"vouch." + plain, hashlib.sha256).hexdigest()
