"""A host who does not come: the room is told, who could stand in, and those who count on the surgery."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web

from accounts.people import officers_of
from foundation import clock
from notices.kinds import NoticeKind
from notices.service import noticed, notify_all
from rooms.log import append
from rooms.presence import PRESENCE
from rooms.surgeries import clock_store, sentences, store
from rooms.surgeries.attendants import tell_attendants
from rooms.surgeries.hosts import able_hosts
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]
LATE_AFTER = timedelta(minutes=5)
ABSENT_AFTER = timedelta(minutes=15)


async def announce_missing_hosts(app: web.Application) -> None:
    """Say in the log that a host is late after five minutes, and that nobody came after fifteen.

    Others are told once, at five: later, somebody who was asked to wait has gone.
    """
    await _see_who_waited(app)
    for kind, after, tell in (("host_late", LATE_AFTER, _tell_others), ("host_absent", ABSENT_AFTER, _tell_nobody)):
        for surgery_id in await clock_store.without_host(f"{kind}_at", clock.now() - after):
            await write(app, surgery_id, partial(_say_once, surgery_id, kind, tell))


async def _see_who_waited(app: web.Application) -> None:
    """A host who came in long before, and is there still, has come: nothing that they do says so."""
    here = app[PRESENCE].officers_by_room()
    for surgery_id in await clock_store.without_host("host_late_at", clock.now()) if here else ():
        if here.get(surgery_id, frozenset()) & set(await able_hosts(surgery_id)):
            await store.set_host_seen(surgery_id)


async def _say_once(surgery_id: str, kind: str, tell: Callable[[JSON], Awaitable[list[Tell]]]) -> Change[None]:
    if not await clock_store.set_host_missing(surgery_id, f"{kind}_at"):
        return Change(None)
    row = await store.find_surgery(surgery_id) or {}
    return Change(None, rows=[await append(surgery_id, kind)], tell=await tell(row))


async def _tell_others(row: JSON) -> list[Tell]:
    """The neighbourhood's officers, one of whom may take it over, and those who count on it."""
    officers = [person["id"] for person in await officers_of(row["neighbourhood_id"])]
    path, words = f"/surgeries/{row['id']}", sentences.host_wanted(row)
    told = await notify_all(officers, NoticeKind.STAFF, words, path, key=f"late:{row['id']}", urgent=True)
    attendants = await tell_attendants(row, NoticeKind.HOST_MISSING, sentences.host_missing(row), key="absent")
    return [*(noticed(officer) for officer in told), *attendants]


async def _tell_nobody(_row: JSON) -> list[Tell]:
    return []
