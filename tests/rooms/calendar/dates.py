"""Dates put into the calendar of the connected database as their rows, also ones that nobody could schedule now."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.ids import new_id
from rooms.models import Room, RoomHost, Status, Surgery
from rooms.surgeries.times import local_of
from tests.cast import HOME, Member

LONDON = ZoneInfo("Europe/London")


def london(year: int, month: int, day: int, hour: int = 18, minute: int = 0, fold: int = 0) -> datetime:
    """A moment by the clock on the wall."""
    return datetime(year, month, day, hour, minute, tzinfo=LONDON, fold=fold)


async def add_date(host: Member, starts: datetime, title: str = "Bikes", **more: Any) -> str:
    """Put a date of an hour into the calendar; gives its id."""
    id_ = new_id()
    ends = more.pop("ends", starts + timedelta(hours=1))
    place = more.pop("neighbourhood", HOME)
    status = more.pop("status", Status.SCHEDULED)
    force = more.pop("force", host.force)
    await Room.create(id=id_, force_id=force, neighbourhood_id=place, status=status)
    times: dict[str, Any] = {
        "local_start": local_of(starts, LONDON),
        "local_end": local_of(ends, LONDON),
        "time_zone": LONDON.key,
    }
    await Surgery.create(
        id=id_, room_id=id_, title=title, neighbourhood_id=place, starts_at=starts, ends_at=ends, created_by=host.id,
        created_at=clock.now(), **times, **more,
    )  # fmt: skip
    await RoomHost.create(id=new_id(), room_id=id_, person_id=host.id)
    return id_
