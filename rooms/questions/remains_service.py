"""Telling the hosts of a closed surgery, once, that questions remain in it."""

from datetime import timedelta
from functools import partial

from aiohttp import web

from foundation import clock
from foundation.database import atomic
from foundation.language import _
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from rooms.questions import store
from rooms.questions.asked import remaining_in

_TIME_TO_DO_IT = timedelta(minutes=15)
"""A host who is led there at the close has no need to be told."""
_LATELY = timedelta(days=1)


async def tell_what_remains(app: web.Application) -> None:
    """Who held a surgery that closed lately with questions that nobody answered, promised or closed."""
    now = clock.now()
    for room_id in await store.closed_between(now - _LATELY, now - _TIME_TO_DO_IT):
        if await remaining_in(room_id):
            for host in await store.hosts_of(room_id):
                if await atomic(partial(_tell, room_id, host)):
                    await noticed(host)(app)


async def _tell(room_id: str, host: str) -> bool:
    title = await store.title_of(room_id)
    path = f"/surgeries/{room_id}/remains"

    def sentence() -> str:
        return _(
            "Questions remain from “%(title)s”. Answer each, promise an answer, or close it with a reason.", title=title
        )

    return await notify(host, NoticeKind.STAFF, sentence, path, key=f"remains:{room_id}:{host}")
