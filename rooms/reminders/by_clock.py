"""Reminding by the clock. Each is claimed once, however many processes tick."""

from datetime import timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from aiohttp import web

from foundation import clock
from foundation.database import atomic
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from rooms.reminders import store
from rooms.reminders.lines import sentence_of
from rooms.reminders.times import NEAR, SOON, Due, Moment, dues_of

log = structlog.get_logger("jobs")
JSON = dict[str, Any]
_KEPT = timedelta(days=30)


async def send_reminders(app: web.Application) -> None:
    """Give every reminder that is due; what was due while no server ran is given as long as it is of use."""
    now = clock.now()
    for date in await store.dates_between(now - SOON, now + NEAR):
        dues = dues_of(date["starts_at"], date["ends_at"], ZoneInfo(date["time_zone"]))
        if due_now := [due for due in dues if due.since <= now < due.until]:
            await store.add_from_series(date, dues)
            for due in due_now:
                await _remind_all(app, date, due)


async def forget_reminders(_app: web.Application) -> None:
    """Remove the reminders of what is long over."""
    await store.remove_of_dates_over(_KEPT)


async def _remind_all(app: web.Application, date: JSON, due: Due) -> None:
    for reminder in await store.waiting_for(date["id"], due):
        try:
            if await atomic(partial(_remind, date, due, reminder)):
                await noticed(reminder["person_id"])(app)
        except Exception:  # one that fails must not keep the others from theirs; the next tick tries again
            log.exception("reminder_failed", reminder=reminder["id"])


async def _remind(date: JSON, due: Due, reminder: JSON) -> bool:
    if not await store.claim(reminder["id"], due):
        return False
    soon = due.moment is Moment.SOON
    return await notify(
        reminder["person_id"],
        NoticeKind.REMINDER,
        partial(sentence_of, date, due.moment),
        f"/surgeries/{date['id']}",
        key=f"reminder.{due.moment}.{reminder['id']}.{date['starts_at']:%Y%m%d%H%M}",
        urgent=soon,
        useless_after=date["ends_at"] if soon else date["starts_at"],
    )
