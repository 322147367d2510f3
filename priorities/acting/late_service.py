"""Reminding a team of a priority about which it has said nothing more by the day that it gave."""

from functools import partial
from typing import Any

from aiohttp import web

from accounts.people import officers_of
from foundation import clock
from foundation.database import atomic
from foundation.keys import SETTINGS
from foundation.language import _
from notices.kinds import NoticeKind
from notices.service import all_noticed, notify_all, told_before
from priorities import broadcast
from priorities.acting import store

JSON = dict[str, Any]
_AT_ONCE = 100


async def tell_late_priorities(app: web.Application) -> None:
    """Tell the officers who serve there, each once for that day; everybody reads on its page that it is late."""
    today, last = clock.today_in(app[SETTINGS].time_zone), ""
    while late := await store.late_on(today, last, _AT_ONCE):
        for row in late:
            await _remind_once(app, row)
        last = late[-1]["id"]


async def _remind_once(app: web.Application, row: JSON) -> None:
    officers = {each["id"] for each in await officers_of(row["neighbourhood_id"])}
    reminded = await told_before([(officer, _key(row)) for officer in officers])
    waiting = officers - {officer for officer, _told in reminded}
    if waiting and (told := await atomic(partial(_remind, row, sorted(waiting)))):
        await all_noticed(told)(app)
        await broadcast.priorities_changed(app, [row["id"]])


async def _remind(row: JSON, officers: list[str]) -> list[str]:
    return await notify_all(officers, NoticeKind.PRIORITY_LATE, _late, f"/priorities/{row['id']}", key=_key(row))


def _key(row: JSON) -> str:
    return f"late:{row['id']}:{row['next_update_on']}"


def _late() -> str:
    return _("The day of the next update about a priority has passed. Say what was done, or give another day.")
