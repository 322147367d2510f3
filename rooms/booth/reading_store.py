"""Every query and insert about recorded booths and who read them."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from rooms.booth.models import Booth, BoothReading

JSON = dict[str, Any]
_LISTED = 100


async def recorded_in(force: str) -> list[JSON]:
    """The recorded booths of a force that still hold words, the newest first."""
    kept = Booth.filter(force_id=force, recorded=True, purged_at=None).order_by("-id").limit(_LISTED)
    return await kept.values("id", "surgery_id", "kind", "opened_at", "closed_at", "purge_at")


async def add_reading(booth_id: str, person: str, reason: str) -> str:
    """Gives the reading's id; inside the transaction that audits it."""
    id_ = new_id()
    await BoothReading.create(id=id_, booth_id=booth_id, person_id=person, reason=reason, at=clock.now())
    return id_


async def readings_of(booth_id: str) -> list[JSON]:
    """When a booth was read, oldest first."""
    return await BoothReading.filter(booth_id=booth_id).order_by("id").values("person_id", "at")
