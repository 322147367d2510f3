"""How a session starts: under a new token, for as long as its person's role allows."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.sessions import store
from accounts.tokens import hash_of, new_token
from foundation import clock
from foundation.ids import new_id
from foundation.permissions import ENROLLED, Role

STAFF_LASTS = timedelta(hours=12)
"""Of everybody who was enrolled."""
LASTS = timedelta(days=30)
"""A guest's and a resident's: coming back within it is being the same person."""


@dataclass(frozen=True)
class Started:
    """A session that was just started. `token` is nowhere else: it can't be asked for again."""

    id: str
    token: str
    expires_at: datetime


async def start_session(person: str, role: Role, device: str, method: str = "password") -> Started:
    """Start a session under a new token; inside the transaction of the sign-in. `method`: see `Session`."""
    now = clock.now()
    started = Started(new_id(), new_token(), now + (STAFF_LASTS if role in ENROLLED else LASTS))
    await store.add_session(started.id, hash_of(started.token), person, device, method, now, started.expires_at)
    return started
