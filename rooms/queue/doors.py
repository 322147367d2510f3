"""What the sign on a room's door says, from what is on everybody's record: with whom an officer talks is not."""

from datetime import datetime, timedelta
from math import ceil
from statistics import quantiles
from typing import Literal, TypedDict

from foundation import clock
from foundation.clock import rfc3339
from foundation.permissions import READER
from rooms.booth import store as booths
from rooms.booth.models import BoothKind
from rooms.duty.store import hosts_of_open
from rooms.models import Status
from rooms.policy import access_room
from rooms.queue.estimates import FEWEST
from rooms.surgeries.service import access_surgery, next_surgeries

_STEP = 300
"""Seconds to which a time on the door is rounded up."""


class Door(TypedDict):
    """`opens_at` where it is closed, `back_at` where all are with someone; None where that is not known."""

    state: Literal["closed", "open", "with_someone"]
    opens_at: str | None
    back_at: str | None


async def sign_of(room_id: str) -> Door:
    """The sign of a surgery's door; raises NotFound for anything else."""
    standing = await access_room(READER, room_id)
    if not standing.is_open:
        return {"state": "closed", "opens_at": await _opens_at(room_id), "back_at": None}
    talking = [booth for booth in await booths.open_in(room_id) if booth["kind"] == BoothKind.BOOTH]
    busy = {officer for booth in talking for officer in booth["officers"]}
    if not busy or set(await hosts_of_open(room_id)) - busy:
        return {"state": "open", "opens_at": None, "back_at": None}
    first = min(booth["opened_at"] for booth in talking)
    return {"state": "with_someone", "opens_at": None, "back_at": _back_at(first, await booths.lengths(standing.room))}


async def _opens_at(room_id: str) -> str | None:
    surgery = await access_surgery(room_id)
    if surgery["status"] == Status.SCHEDULED:
        return str(surgery["starts_at"])
    coming = [one for one in await next_surgeries(surgery["neighbourhood"]) if one["status"] == Status.SCHEDULED]
    return str(coming[0]["starts_at"]) if coming else None


def _back_at(began: datetime, lengths: list[float]) -> str | None:
    """When a talk that began then will most likely be over; None where too few were held to say, or it took longer."""
    if len(lengths) < FEWEST:
        return None
    long = quantiles(lengths, n=4, method="inclusive")[2]
    moment = (began + timedelta(seconds=long)).timestamp()
    back = datetime.fromtimestamp(ceil(moment / _STEP) * _STEP, tz=began.tzinfo)
    return rfc3339(back) if back > clock.now() else None
