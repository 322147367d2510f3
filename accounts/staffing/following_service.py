"""Following what another process, or the command line, decided about staff: the audit's rows tell within a second."""

from datetime import timedelta

from aiohttp import web

from accounts.staffing import store
from accounts.staffing.consequences import follow_record, put_off_duty
from foundation import clock

_LOOKS_BACK = timedelta(seconds=10)
"""Longer than a tick, and than the clocks of two machines may differ."""
_OFF_DUTY = frozenset({"staff.suspend", "staff.end"})

FOLLOWED: web.AppKey[dict[str, None]] = web.AppKey("staff_changes_followed")
_MOST_REMEMBERED = 1000


async def follow_staff_changes(app: web.Application) -> None:
    """Draw anew whom others decided about, and settle their rights in this process's open rooms, once each.

    Their sessions are hung up by the job that looks for ended ones.
    """
    followed = app[FOLLOWED]
    for entry, act, person in await store.decided_since(clock.now() - _LOOKS_BACK):
        if entry in followed:
            continue
        followed[entry] = None
        await (put_off_duty(app, person) if act in _OFF_DUTY else follow_record(app, person))
    while len(followed) > _MOST_REMEMBERED:
        del followed[next(iter(followed))]
