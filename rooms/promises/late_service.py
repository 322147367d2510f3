"""Telling the owner of a promise, once, that its day has passed."""

from functools import partial

from aiohttp import web

from foundation import clock
from foundation.database import atomic
from foundation.keys import SETTINGS
from foundation.language import _
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from rooms.promises import store

_AT_ONCE = 100


async def remind_owners(app: web.Application) -> None:
    """Whoever owns an open promise whose day has passed; who made it, where its owner is not one of ours."""
    today = clock.today_in(app[SETTINGS].time_zone).isoformat()
    for promise in await store.late_ones(today, _AT_ONCE):
        person = str(promise["owner_id"] or promise["made_by"])
        if await atomic(partial(_remind, promise, person)):
            await noticed(person)(app)


async def _remind(promise: dict[str, str], person: str) -> bool:
    if not await store.claim_reminder(promise["id"]):
        return False
    path, key = f"/promises/{promise['id']}", f"late:{promise['id']}"
    return await notify(person, NoticeKind.PROMISE_LATE, _sentence, path, key=key)


def _sentence() -> str:
    return _("The day of a promise of yours has passed. Say what came of it, or why it can’t be kept.")
