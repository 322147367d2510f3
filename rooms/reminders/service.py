"""Asking to be reminded of a date or of a whole series, and telling everybody who did."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from foundation import clock
from foundation.database import atomic
from foundation.errors import Conflict, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify_all
from rooms.models import Status
from rooms.reminders import store
from rooms.reminders.times import Due, dues_of
from rooms.standing import Standing

JSON = dict[str, Any]
_COMING = (Status.SCHEDULED, Status.OPEN)


async def access_date(viewer: Viewer, surgery: str) -> JSON:
    """A date for its reminder page, with `date` and `series`: whether the viewer is reminded. Raises NotFound."""
    found = await store.find_date(surgery) if is_id(surgery) else None
    if found is None:
        raise NotFound(_("There is no such surgery."))
    return found | await _reminded(viewer, found)


async def remind(viewer: Viewer, surgery: str, *, whole_series: bool) -> None:
    """Remind who asks of a date, or of every date of its series. Raises NotFound, and Conflict for what is over."""
    date = await access_date(viewer, surgery)
    if date["room__status"] not in _COMING:
        raise Conflict(_("This date is over or was cancelled, so there is nothing to remind you of."))
    person, passed = str(viewer.id), _passed(date)

    async def work() -> None:
        if whole_series and date["series_id"]:
            await store.set_series(person, date["series_id"])
        await store.set_reminder(person, surgery, passed)

    await atomic(work)


async def remind_no_more(viewer: Viewer, surgery: str, *, whole_series: bool) -> None:
    """End the reminders of a date, or of every date of its series; raises NotFound."""
    date, person = await access_date(viewer, surgery), str(viewer.id)
    if whole_series and date["series_id"]:
        await atomic(lambda: store.end_series(person, date["series_id"]))
    else:
        await atomic(lambda: store.end_reminder(person, surgery))


async def tell_reminded(
    surgery: str,
    kind: NoticeKind,
    sentence: Callable[[], str],
    *,
    key: str,
    path: str | None = None,
    urgent: bool = False,
    but: Sequence[str] = (),
) -> list[Callable[[web.Application], Awaitable[None]]]:
    """Tell everybody who wants to be reminded of a date (or of its series) something; inside the act's transaction.

    `sentence`, `urgent`: as `notices.service.notify`. `key` makes it one for each of them.
    `path`: the date's own page where not given. `but`: who need not be told. Gives what `Change(tell=…)` takes.
    """
    date = await store.find_date(surgery)
    people = [person for person in await store.reminded_of(date) if person not in but] if date else []
    where = path or f"/surgeries/{surgery}"
    told = await notify_all(people, kind, sentence, where, key=key, urgent=urgent)
    return [noticed(person) for person in told]


async def reminder_part(_app: web.Application, standing: Standing) -> JSON:
    """For a date that is to come: `reminder` with `date`, `series` (whether the viewer is reminded), `has_series`."""
    if standing.room["status"] != Status.SCHEDULED or standing.is_booth:
        return {}
    date = await store.find_date(standing.room_id)
    return {"reminder": await _reminded(standing.viewer, date)} if date else {}


async def _reminded(viewer: Viewer, date: JSON) -> JSON:
    series = date["series_id"]
    if viewer.id is None:
        return {"date": False, "series": False, "has_series": series is not None}
    of_series = bool(series and await store.series_of(viewer.id, [series]))
    of_date = (await store.dates_of(viewer.id, [date["id"]])).get(date["id"], of_series)
    return {"date": of_date, "series": of_series, "has_series": series is not None}


def _passed(date: JSON) -> list[Due]:
    """The reminders that it is too late for: who asks an hour before knows that it is today."""
    dues = dues_of(date["starts_at"], date["ends_at"], ZoneInfo(date["time_zone"]))
    return [due for due in dues if due.since <= clock.now()]
