"""Every query of who wants to be reminded of what."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from tortoise.expressions import Q

from foundation import clock
from foundation.ids import new_id
from rooms.models import Status, Surgery
from rooms.reminders.models import Reminder, SeriesReminder
from rooms.reminders.times import Due

JSON = dict[str, Any]
_DATE = ("id", "title", "place", "online", "starts_at", "ends_at", "time_zone", "series_id", "neighbourhood_id",
         "room__status")  # fmt: skip
_COMING = (Status.SCHEDULED, Status.OPEN)


async def find_date(surgery: str) -> JSON | None:
    """A date as reminders need it; None where there is none."""
    rows = await Surgery.filter(id=surgery).values(*_DATE)
    return rows[0] if rows else None


async def dates_between(since: datetime, until: datetime) -> list[JSON]:
    """The dates that begin in this time and were not cancelled, the soonest first."""
    near = Surgery.filter(starts_at__gte=since, starts_at__lte=until, room__status__in=_COMING)
    return await near.order_by("starts_at", "id").values(*_DATE)


async def set_reminder(person: str, surgery: str, passed: Sequence[Due]) -> None:
    """Remind somebody of a date from now on; what has `passed` already is not given any more. Inside a transaction."""
    now = clock.now()
    given = {due.moment.value: now for due in passed}
    row = Reminder(id=new_id(), surgery_id=surgery, person_id=person, created_at=now, **given)
    await Reminder.bulk_create([row], ignore_conflicts=True)
    again = Reminder.filter(person_id=person, surgery_id=surgery).filter(ended_at__not_isnull=True)
    await again.update(ended_at=None, **{"day_sent_at": None, "soon_sent_at": None, **given})


async def end_reminder(person: str, surgery: str) -> None:
    """Remind somebody of a date no more, also where they are reminded of its series. Inside a transaction."""
    now = clock.now()
    row = Reminder(id=new_id(), surgery_id=surgery, person_id=person, created_at=now, ended_at=now)
    await Reminder.bulk_create([row], ignore_conflicts=True)
    await Reminder.filter(person_id=person, surgery_id=surgery, ended_at=None).update(ended_at=now)


async def set_series(person: str, series: str) -> None:
    """Remind somebody of every date of a series from now on; inside a transaction."""
    row = SeriesReminder(id=new_id(), series_id=series, person_id=person, created_at=clock.now())
    await SeriesReminder.bulk_create([row], ignore_conflicts=True)
    ended = SeriesReminder.filter(person_id=person, series_id=series).filter(ended_at__not_isnull=True)
    await ended.update(ended_at=None, created_at=clock.now())


async def end_series(person: str, series: str) -> None:
    """Remind somebody of no date of a series any more; inside a transaction."""
    now = clock.now()
    await SeriesReminder.filter(person_id=person, series_id=series, ended_at=None).update(ended_at=now)
    dates = [str(id_) for id_ in await Surgery.filter(series_id=series).values_list("id", flat=True)]
    await Reminder.filter(person_id=person, surgery_id__in=dates, ended_at=None).update(ended_at=now)


async def dates_of(person: str, surgeries: Collection[str]) -> dict[str, bool]:
    """Of these dates those that somebody decided about one by one: whether they are reminded."""
    rows = await Reminder.filter(person_id=person, surgery_id__in=list(surgeries)).values("surgery_id", "ended_at")
    return {row["surgery_id"]: row["ended_at"] is None for row in rows}


async def series_of(person: str, series: Collection[str]) -> set[str]:
    """Of these series those that somebody is reminded of."""
    wanted = SeriesReminder.filter(person_id=person, series_id__in=list(series), ended_at=None)
    return {str(id_) for id_ in await wanted.values_list("series_id", flat=True)}


async def add_from_series(date: JSON, dues: Sequence[Due]) -> None:
    """Give everybody who is reminded of the date's series a reminder of the date itself, where they have none."""
    if date["series_id"] is None:
        return
    wanted = await SeriesReminder.filter(series_id=date["series_id"], ended_at=None).values("person_id", "created_at")
    known = set(await Reminder.filter(surgery_id=date["id"]).values_list("person_id", flat=True))
    rows = [
        Reminder(
            id=new_id(), surgery_id=date["id"], person_id=row["person_id"], created_at=clock.now(),
            **{due.moment.value: row["created_at"] for due in dues if due.since <= row["created_at"]},
        )
        for row in wanted
        if row["person_id"] not in known
    ]  # fmt: skip
    if rows:
        await Reminder.bulk_create(rows, ignore_conflicts=True)


def _not_given(due: Due) -> Q:
    """What was given for another time, before the date was moved, does not count."""
    column = due.moment.value
    never: JSON = {column: None}
    for_another: JSON = {f"{column}__lt": due.since}
    return Q(ended_at=None) & (Q(**never) | Q(**for_another))


async def waiting_for(surgery: str, due: Due) -> list[JSON]:
    """The reminders of a date that are still to be given: id, person_id."""
    return await Reminder.filter(_not_given(due), surgery_id=surgery).order_by("id").values("id", "person_id")


async def claim(id_: str, due: Due) -> bool:
    """Note that a reminder is given now; False where another process was first, or it was ended."""
    return bool(await Reminder.filter(_not_given(due), id=id_).update(**{due.moment.value: clock.now()}))


async def reminded_of(date: JSON) -> list[str]:
    """Everybody who wants to be reminded of a date, by itself or by its series."""
    rows = await Reminder.filter(surgery_id=date["id"]).values("person_id", "ended_at")
    decided = {row["person_id"] for row in rows}
    people = {row["person_id"] for row in rows if row["ended_at"] is None}
    if date["series_id"]:
        series = SeriesReminder.filter(series_id=date["series_id"], ended_at=None)
        people |= set(await series.values_list("person_id", flat=True)) - decided
    return sorted(people)


async def remove_all_of(person: str) -> None:
    """Remove everything that somebody wanted to be reminded of."""
    await Reminder.filter(person_id=person).delete()
    await SeriesReminder.filter(person_id=person).delete()


async def remove_of_dates_over(since: timedelta) -> int:
    """Remove the reminders of dates that ended so long ago; gives how many."""
    dates = await Reminder.all().distinct().values_list("surgery_id", flat=True)
    over = Surgery.filter(id__in=list(dates), ends_at__lt=clock.now() - since)
    return await Reminder.filter(surgery_id__in=list(await over.values_list("id", flat=True))).delete()
