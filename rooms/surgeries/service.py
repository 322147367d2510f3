"""The life of a surgery: scheduled, changed, opened, closed or cancelled; and found."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, Invalid, NotAllowed, NotFound
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import READER, Viewer
from moderation.items.ending_service import place_went
from neighbourhoods.places import Place
from neighbourhoods.service import access_neighbourhood
from rooms.duty.service import room_closed, room_opened
from rooms.finding import surgery_closed
from rooms.floor.leaving_service import clear as clear_floor
from rooms.log import Row, append
from rooms.models import Status
from rooms.policy import access_room_to_host
from rooms.polls.service import close_polls_of
from rooms.surgeries import store
from rooms.surgeries.colleagues import check_hosts
from rooms.surgeries.plans import Plan, check_plan
from rooms.surgeries.sealed_words import check_plan_unsealed
from rooms.surgeries.shown import with_hosts
from rooms.surgeries.wanted import Wanted
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]
_BEFORE = {
    Status.OPEN: Status.SCHEDULED,
    Status.CLOSED: Status.OPEN,
}
_ENTRY = {
    Status.OPEN: "surgery_opened",
    Status.CLOSED: "surgery_closed",
}


async def schedule_surgery(
    app: web.Application, viewer: Viewer, neighbourhood_id: str, plan: Plan, hosts: Sequence[str] = ()
) -> JSON:
    """Put a surgery in the calendar, with the officer who asks and `hosts` (people's ids) to hold it.

    Raises NotAllowed, NotFound, Invalid (also for one who can't hold it).
    """
    neighbourhood = await access_neighbourhood(neighbourhood_id)
    check_serves(viewer, neighbourhood)
    plan = check_plan(plan)
    await check_plan_unsealed(app, neighbourhood.force_id, plan)
    holders = await check_hosts(viewer, neighbourhood, hosts)
    place = {"id": neighbourhood.id, "force_id": neighbourhood.force_id}

    async def work() -> str:
        id_ = await store.add_surgery(plan, place, app[SETTINGS].time_zone, holders, by=str(viewer.id))
        await _audit(viewer, id_, "surgery.schedule")
        return id_

    return await access_surgery(await atomic(work))


def check_serves(viewer: Viewer, neighbourhood: Place) -> None:
    """Raises NotAllowed for an officer of another neighbourhood; who serves all of the force may hold one anywhere."""
    if not viewer.serves(neighbourhood.force_id, neighbourhood.id):
        raise NotAllowed(_("You can only schedule surgeries for the neighbourhoods you serve."))


async def open_surgery(app: web.Application, viewer: Viewer, surgery_id: str) -> JSON:
    """Let people in, as a host, also before its time."""
    return await _move_as_host(app, viewer, surgery_id, Status.OPEN)


async def close_surgery(app: web.Application, viewer: Viewer, surgery_id: str) -> JSON:
    """End the conversation, as a host; the transcript is published."""
    return await _move_as_host(app, viewer, surgery_id, Status.CLOSED)


async def move_by_clock(app: web.Application, surgery_id: str, status: Status) -> bool:
    """Open or close a surgery because its time has come; False where another process, or a host, was first."""

    async def work() -> Change[bool]:
        rows = await _move(surgery_id, status)
        if rows:
            await _audit(READER, surgery_id, f"surgery.{status}", details={"by": "the clock"})
        return Change(bool(rows), rows=rows, tell=await _review_hurries(surgery_id, status) if rows else [])

    moved = await write(app, surgery_id, work)
    if moved and status is Status.CLOSED:
        await _empty(app, surgery_id)
    return moved


async def access_surgery(surgery_id: str) -> JSON:
    """A surgery as the contract has it; everybody may see it. Raises NotFound."""
    [surgery] = await with_hosts([await access_row(surgery_id)])
    return surgery


async def access_row(surgery_id: str) -> JSON:
    """All of a surgery's columns, for the verbs of its feature; raises NotFound."""
    row = await store.find_surgery(surgery_id)
    if row is None:
        raise NotFound(_("There is no such surgery."))
    return row


async def list_surgeries(wanted: Wanted) -> tuple[list[JSON], str | None]:
    """The surgeries asked for, by their start, and the cursor of the next page (None at the end)."""
    try:
        rows = await store.find_surgeries(wanted)
    except (ValueError, OverflowError):
        raise Invalid.at("cursor", _("This cursor is not one that was given out.")) from None
    following = store.cursor_of(rows[-1]) if len(rows) == wanted.limit else None
    return await with_hosts(rows), following


async def next_surgeries(neighbourhood_id: str, limit: int = 5) -> Sequence[JSON]:
    """What is open now and what comes next in a neighbourhood."""
    return await with_hosts(await store.find_coming(neighbourhood_id, limit))


async def hosted_surgeries(officer: str, limit: int = 5) -> Sequence[JSON]:
    """What an officer hosts now and next."""
    coming = Wanted(host=officer, statuses=(Status.OPEN, Status.SCHEDULED), limit=limit)
    return (await list_surgeries(coming))[0]


async def past_surgeries(neighbourhood_id: str, limit: int = 10) -> Sequence[JSON]:
    """The closed ones, newest first: those with a transcript."""
    past = Wanted(neighbourhood_id, statuses=(Status.CLOSED,), newest_first=True, limit=limit)
    return (await list_surgeries(past))[0]


async def _move_as_host(app: web.Application, viewer: Viewer, surgery_id: str, status: Status) -> JSON:
    standing = await access_room_to_host(viewer, surgery_id)
    if standing.room["status"] != status:
        await write(app, surgery_id, lambda: _moved_by(viewer, surgery_id, status))
        if status is Status.OPEN:
            await room_opened(app, surgery_id, viewer)
        if status is Status.CLOSED:
            await _empty(app, surgery_id)
    return await access_surgery(surgery_id)


async def _empty(app: web.Application, surgery_id: str) -> None:
    """It is over: nobody is on duty in it, and nobody stands on its floor."""
    await room_closed(app, surgery_id)
    await clear_floor(app, surgery_id)


async def _moved_by(viewer: Viewer, surgery_id: str, status: Status) -> Change[None]:
    rows = await _move(surgery_id, status)
    if not rows:
        sentences = {
            Status.OPEN: _("This surgery is over or was cancelled, so it can’t be opened."),
            Status.CLOSED: _("Only an open surgery can be closed."),
        }
        raise Conflict(sentences[status])
    await _audit(viewer, surgery_id, f"surgery.{status}")
    return Change(None, rows=rows, tell=await _review_hurries(surgery_id, status))


async def _review_hurries(surgery_id: str, status: Status) -> Sequence[Tell]:
    """What waits for the moderators in a room is more urgent while it is open."""
    return await place_went("room", surgery_id, live=status is Status.OPEN)


async def _move(surgery_id: str, status: Status) -> list[Row]:
    """Claim the change and write it in the log; nothing where it was not to be had."""
    if not await store.set_status(surgery_id, status, _BEFORE[status]):
        return []
    ended = await close_polls_of(surgery_id) if status is Status.CLOSED else []
    if status is Status.CLOSED:
        await surgery_closed(surgery_id)
    return [*ended, await append(surgery_id, _ENTRY[status])]


async def _audit(viewer: Viewer, surgery_id: str, act: str, *, details: dict[str, object] | None = None) -> None:
    await add_entry(act=act, actor=viewer, subject_type="surgery", subject_id=surgery_id, details=details)
