"""Every query and insert of shifts."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from tortoise.queryset import QuerySet

from accounts.duty.codes import Code
from accounts.duty.models import Shift
from accounts.models import Person
from foundation import clock

REMEMBERED = timedelta(days=30)
"""For so long after a shift its words are nobody else's, and are known to be old."""

_FIELDS = ("id", "person_id", "began_by", "began_at", "ends_at", "ended_at", "code_key", "attempt")


async def lock_officer(officer: str) -> None:
    """Let others who would begin or end a shift of this person wait; inside a transaction (SQLite's are one by one)."""
    await Person.filter(id=officer).select_for_update().only("id").first()


async def living_shifts(officers: Collection[str]) -> list[dict[str, Any]]:
    """The shifts that these officers are in now."""
    return await _living().filter(person_id__in=list(officers)).values(*_FIELDS)


async def living_begun_by_rooms() -> list[str]:
    """Who is on duty now because a room put them so."""
    return [str(officer) for officer in await _living().filter(began_by="room").values_list("person_id", flat=True)]


async def is_key_remembered(code_key: str) -> bool:
    """Whether any officer had the words of this key in the last 30 days, or has them now."""
    return await Shift.filter(code_key=code_key, ends_at__gt=clock.now() - REMEMBERED).exists()


async def shift_of_key(code_key: str) -> dict[str, Any] | None:
    """The last shift, of the last 30 days, that had the words of this key."""
    remembered = Shift.filter(code_key=code_key, ends_at__gt=clock.now() - REMEMBERED)
    return await remembered.order_by("-began_at").first().values(*_FIELDS)


async def add_shift(id_: str, officer: str, by: str, ends_at: datetime, code: Code) -> None:
    """Add a shift that begins now; inside a transaction."""
    await Shift.create(
        id=id_,
        person_id=officer,
        began_by=by,
        began_at=clock.now(),
        ends_at=ends_at,
        code_key=code.key,
        attempt=code.attempt,
    )


async def set_ended(shift: str, at: datetime) -> bool:
    """End a shift; False where another was first."""
    return await Shift.filter(id=shift, ended_at=None).update(ended_at=at) == 1


async def late_shifts() -> list[dict[str, Any]]:
    """The shifts that ran their twelve hours and were ended by nobody."""
    return await Shift.filter(ended_at=None, ends_at__lte=clock.now()).values(*_FIELDS)


async def went_off_since(officer: str, since: datetime) -> bool:
    """Whether this officer's last shift was ended before its time, at or after `since`."""
    last = await Shift.filter(person_id=officer).order_by("-began_at").first().values("ended_at", "ends_at")
    return bool(last and last["ended_at"] and since <= last["ended_at"] < last["ends_at"])


def _living() -> QuerySet[Shift]:
    return Shift.filter(ended_at=None, ends_at__gt=clock.now())
