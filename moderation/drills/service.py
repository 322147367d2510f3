"""The weekly drill: a made-up emergency takes the way of a real one, and the time until somebody looks is measured."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from aiohttp import web

from accounts.moderators import moderators_of
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.keys import SETTINGS
from foundation.permissions import READER
from moderation.content import Tell, tell_all
from moderation.drills import store
from moderation.drills.content import WORDS, content_of
from moderation.drills.first_look import first_look
from moderation.drills.result_notices import nobody_looked, somebody_looked
from moderation.drills.timing import is_due, week_of
from moderation.items import store as items
from moderation.items.broadcast import queue_changed
from moderation.items.hits import keep_hits
from moderation.items.kinds import Kind
from moderation.items.service import open_item
from moderation.paging.service import page_someone
from moderation.risk.heard import NOTHING, Heard
from moderation.risk.hits import hits_of
from moderation.risk.service import heard
from moderation.screening import kinds_of, screen
from neighbourhoods.atlas import current_atlas

JSON = dict[str, Any]
GIVEN_UP_AFTER: Final = timedelta(hours=1)


async def begin_due_drills(app: web.Application) -> None:
    """Begin the drill of each force whose time it is; once a week, however many processes tick."""
    settings, now = app[SETTINGS], clock.now()
    if not settings.drills:
        return
    for force in sorted({place.force_id for place in (await current_atlas()).places.values()}):
        if is_due(settings.secret_key, force, now, settings.time_zone):
            await begin_drill(app, force)


async def begin_drill(app: web.Application, force: str) -> str | None:
    """Begin a force's drill of this week; gives its id, or None where there was one, or nobody moderates there."""
    if not await moderators_of(force, None):
        return None
    made: list[str] = []
    said = await heard(app, str(WORDS)) or NOTHING

    async def work() -> Sequence[Tell]:
        now = clock.now()
        drill = await store.add_drill(force, week_of(now.astimezone(app[SETTINGS].time_zone).date()), now)
        made[:] = [drill["id"]] if drill else []
        return await _post(app, drill, said) if drill else []

    await tell_all(app, await atomic(work))
    return made[0] if made else None


async def follow_drills(app: web.Application) -> None:
    """Note who looked first at the drills that go on, and give up those that nobody looked at within the hour."""
    for drill in await store.going_on():
        await tell_all(app, await atomic(partial(_follow, drill)))


async def _post(app: web.Application, drill: JSON, said: Heard) -> list[Tell]:
    """The way of a real one: read by the rules and the model, an item in the queue with what they found, people paged.

    Where neither finds it people are called all the same, and the audit says so: it is they who are measured.
    """
    content, verdict = content_of(drill), screen(str(WORDS))
    item, told = await open_item(content, cause="paged", kinds=[Kind.EMERGENCY, *kinds_of(verdict), *said.kinds])
    await keep_hits(content, (*verdict.hits, *hits_of(said)), verdict.rule_set)
    await store.set_item(drill["id"], item["id"])
    paged = await page_someone(app, content, item, Kind.EMERGENCY)
    details = {"week": drill["week"], "found_by_rules": verdict.emergency}
    details["found_by_model"] = Kind.EMERGENCY in said.kinds
    await add_entry(act="drill.begin", actor=READER, subject_type="drill", subject_id=drill["id"], details=details)
    return [*told, *paged]


async def _follow(drill: JSON) -> Sequence[Tell]:
    now = clock.now()
    told: list[Tell] = []
    if drill["seen_at"] is None and (look := await first_look(drill)):
        told += await _seen(drill, *look)
    elif drill["seen_at"] is None and now - drill["posted_at"] >= GIVEN_UP_AFTER:
        told += await _give_up(drill, now)
    if drill["state"] == "open" and now - drill["posted_at"] >= GIVEN_UP_AFTER:
        await items.end_items([drill["item_id"]], now)
        told.append(partial(_left, item=drill["item_id"]))
    return told


async def _seen(drill: JSON, person: str | None, at: datetime) -> Sequence[Tell]:
    if not await store.set_seen(drill["id"], person, at):
        return []
    seconds = (at - drill["posted_at"]).total_seconds()
    await _audit("drill.seen", drill, {"by": person, "seconds": round(seconds)})
    return await somebody_looked(drill, await moderators_of(drill["force_id"], None), seconds)


async def _give_up(drill: JSON, now: datetime) -> Sequence[Tell]:
    if not await store.set_given_up(drill["id"], now):
        return []
    await _audit("drill.give_up", drill, {})
    return await nobody_looked(drill, await moderators_of(drill["force_id"], None))


async def _left(app: web.Application, item: str) -> None:
    """The moderators' screens take the item out of their queue."""
    if found := await items.find_item(item):
        await queue_changed(app, found["force_id"], found)


async def _audit(act: str, drill: JSON, details: JSON) -> None:
    await add_entry(
        act=act, actor=READER, subject_type="drill", subject_id=drill["id"], details={"week": drill["week"], **details}
    )
