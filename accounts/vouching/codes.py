"""The codes that officers hand to residents: ten characters, about 50 bits, as `7KQ2M-XR4TD`."""

import hashlib
import hmac
from typing import Final

from foundation.settings import Settings
from foundation.spoken_codes import SpokenCode

VOUCHING: Final = SpokenCode(length=10, group=5)


def code_hash(settings: Settings, code: str) -> str:
    """How a code is kept, in hex. Keyed: 50 bits could be tried one by one by who has the database alone."""
    plain = code.replace("-", "").encode()
    return hmac.new(settings.secret_key.encode(), b"vouch." + plain, hashlib.sha256).hexdigest()
