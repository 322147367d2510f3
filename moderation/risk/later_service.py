"""What went out before the model could read it is read as soon as it has time, and people are called then."""

import time
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any, Final

from aiohttp import web

from foundation import clock
from foundation.database import atomic
from moderation.content import CONTENT, Content, State, Tell, fetch_content, tell_all
from moderation.evidence.service import keep
from moderation.evidence.snapshot import LINES
from moderation.items.hits import keep_hits
from moderation.items.kinds import Kind
from moderation.items.service import open_item
from moderation.paging.service import page_someone
from moderation.risk import store
from moderation.risk.broadcast import show_999
from moderation.risk.heard import Heard
from moderation.risk.hits import hits_of
from moderation.risk.listener import Listener
from moderation.risk.listening import LISTENER

JSON = dict[str, Any]

CAUSE: Final = "paged"
KEPT: Final = timedelta(days=7)
"""What the model could not read for so long, moderators have passed by now."""
_AT_A_TIME = 20
_TRIES = 3
_TICK = 0.9
"""Seconds of one run."""


async def read_waiting(app: web.Application) -> None:
    """Read what waits while nobody else asks the model, the newest first.

    Whoever is in danger, threatened or a child that somebody courts gets an item in the queue, and an emergency calls
    people. Nothing is hidden or held by this. Each is done once, however many processes read.
    """
    listener, ends = app.get(LISTENER), time.monotonic() + _TICK
    while listener and listener.is_idle and time.monotonic() < ends and (rows := await store.waiting(_AT_A_TIME)):
        found = await fetch_content(app, [(row["target_type"], row["target_id"]) for row in rows])
        for row in rows:
            if not await _read(app, listener, row, found.get((row["target_type"], row["target_id"]))):
                return


async def _read(app: web.Application, listener: Listener, row: JSON, content: Content | None) -> bool:
    """Read one; False where somebody who waits needs the model, or it has ended."""
    if content is None or row["tries"] >= _TRIES or not _is_as_it_was(content, row):
        await store.claim(row["id"])
        return True
    if not listener.is_idle:
        return False
    await store.count_try(row["id"])
    heard = await listener.read(content.words)
    if heard is None:
        return False
    await tell_all(app, await atomic(partial(_act_on, app, row["id"], content, heard)))
    return True


def _is_as_it_was(content: Content, row: JSON) -> bool:
    """What is gone, or was written anew, is not read: new words wait by themselves."""
    return row["revision"] in (0, content.revision) and content.state is not State.GONE


async def forget_old(app: web.Application) -> None:
    """Take out what waits since so long that nothing is gained by reading it."""
    await store.forget_before(clock.now() - KEPT)


async def _act_on(app: web.Application, row: str, content: Content, heard: Heard) -> Sequence[Tell]:
    if not await store.claim(row) or not heard.kinds:
        return []
    await keep_hits(content, hits_of(heard))
    cause = "held" if content.waits else CAUSE
    item, told = await open_item(content, cause=cause, kinds=heard.kinds)
    lines = await app[CONTENT][content.type].context(content, LINES)
    await keep(content, lines, why=CAUSE, kind=item["kind"], item_id=item["id"], case_id=item["case_id"])
    if Kind.EMERGENCY not in heard.kinds:
        return told
    paged = await page_someone(app, content, item, Kind.EMERGENCY)
    return [*told, *paged, partial(show_999, content=content)]
