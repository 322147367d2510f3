"""The codes that go out by letter: twelve characters, 60 bits, as `7KQ2-MXR4-TD9P`."""

import hashlib
import hmac
from typing import Final

from foundation.settings import Settings
from foundation.spoken_codes import SpokenCode

LETTER: Final = SpokenCode(length=12, group=4)


def code_hash(settings: Settings, round_id: str, code: str) -> str:
    """How a code of a round is kept, in hex. Keyed: who has a copy of the database alone can't try codes one by one."""
    plain = f"letter.{round_id}.{code.replace('-', '')}".encode()
    return hmac.new(settings.secret_key.encode(), plain, hashlib.sha256).hexdigest()
