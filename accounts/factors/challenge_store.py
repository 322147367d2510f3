"""Every query of challenges."""

import hashlib
from datetime import datetime, timedelta

from accounts.factors.models import PasskeyChallenge
from foundation import clock

LAST = timedelta(minutes=5)


async def add_challenge(challenge: bytes, purpose: str, person: str | None, session: str) -> None:
    """Remember a challenge that a browser with this session is about to be given."""
    await PasskeyChallenge.create(
        id=_id(challenge), purpose=purpose, person_id=person, session_id=session, expires_at=clock.now() + LAST
    )


async def set_used(challenge: bytes, purpose: str, person: str | None, session: str) -> bool:
    """Use a challenge up; False where it is not this browser's for this purpose, is late, or was used before."""
    now = clock.now()
    ours = PasskeyChallenge.filter(id=_id(challenge), purpose=purpose, session_id=session, person_id=person)
    return await ours.filter(used_at=None, expires_at__gt=now).update(used_at=now) == 1


async def end_of(challenge: bytes, session: str) -> tuple[datetime, datetime | None] | None:
    """When a challenge of this browser ends, and when it was used; None for another's."""
    row = await PasskeyChallenge.filter(id=_id(challenge), session_id=session).first().values("expires_at", "used_at")
    return (row["expires_at"], row["used_at"]) if row else None


async def remove_late(before: datetime) -> None:
    """Forget the challenges that ended before this."""
    await PasskeyChallenge.filter(expires_at__lt=before).delete()


def _id(challenge: bytes) -> str:
    return hashlib.sha256(challenge).hexdigest()
