"""Which sessions still let somebody in, and on what device."""

from collections.abc import Collection

from accounts.models import Session
from foundation import clock


async def living_sessions(ids: Collection[str]) -> dict[str, str]:
    """Of these sessions those that still let their person in, with the device each began on ("" if not known)."""
    living = Session.filter(id__in=list(ids), ended_at=None, expires_at__gt=clock.now())
    rows = await living.filter(person__suspended_at=None, person__closed_at=None).values("id", "device")
    return {row["id"]: row["device"] for row in rows}
