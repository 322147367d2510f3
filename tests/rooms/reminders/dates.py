"""A date to be reminded of, at a local time, and the clock moved to another."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from foundation import clock
from rooms.models import Surgery
from rooms.surgeries.times import local_of
from tests.cast import Member
from tests.house import House
from tests.notices.conftest import unread
from tests.rooms_from_outside import Room, plan

LONDON = ZoneInfo("Europe/London")


def london(text: str) -> datetime:
    """`2027-03-28 18:00` on London's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def move_to(moment: datetime) -> None:
    """Move the clock there, forwards or back."""
    clock.move(moment - clock.now())


async def surgery_at(house: House, host: Member, start: datetime, **changes: object) -> Room:
    """An hour's surgery that begins then."""
    times = {"starts_at": clock.rfc3339(start), "ends_at": clock.rfc3339(start + timedelta(hours=1))}
    answer = await house.caller(host).post("/surgeries", plan(**times, **changes))
    assert answer.status == 201, answer.text
    return Room(house, answer.json, host)


async def set_series(room: Room, series: str) -> None:
    """Make it a date of a series."""
    await Surgery.filter(id=room.id).update(series_id=series)


async def move_date(room: Room, start: datetime) -> None:
    """Move it, as a host's change does to its row."""
    end = start + timedelta(hours=1)
    await Surgery.filter(id=room.id).update(
        starts_at=start, ends_at=end, local_start=local_of(start, LONDON), local_end=local_of(end, LONDON)
    )


async def reminders(house: House, member: Member) -> list[str]:
    """What somebody was reminded of, oldest first."""
    await house.run_jobs()
    notices = (await unread(house, member))["notices"]
    return [notice["sentence"] for notice in reversed(notices) if notice["kind"] == "reminder"]
