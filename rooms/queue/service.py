"""Waiting for a word alone with an officer: a ticket, a place, a call, and the door that says who is free."""

from collections.abc import Collection
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Closed, Conflict, NotFound
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import clean_text
from moderation.screening import screened
from moderation.sealed.service import sealed_hits
from rooms.booth import store as booths
from rooms.booth.models import BoothKind
from rooms.booth.service import add_opened
from rooms.booth.store import NewBooth
from rooms.presence import PRESENCE
from rooms.queue import store
from rooms.queue.ages import check_age
from rooms.queue.calls import ANSWER_WITHIN, tell_officers
from rooms.queue.doors import Door, sign_of
from rooms.queue.models import TicketState
from rooms.queue.policy import access_queue, access_queue_to_wait
from rooms.queue.shapes import LONGEST_ABOUT
from rooms.queue.shown import own_ticket, queue_part, told
from rooms.queue.telling_service import opened, tell_queue, ticket_told
from rooms.queue.turns import turn_over
from rooms.standing import Standing
from rooms.writing import Change, write

JSON = dict[str, Any]
_FULL = 100
"""People who wait in one room at most: nobody would be reached in an evening."""


async def take_ticket(
    app: web.Application,
    viewer: Viewer,
    room_id: str,
    about: str = "",
    *,
    call_back: bool = False,
    quiet: bool = False,
    age: str | None = None,
) -> JSON:
    """Take a place at the end of the line; who has one keeps it. Gives it as `ticket`, and `notice` in an emergency.

    `about` is for the room's officers. Who left a talk in a hurry is taken back to it: asking again is how they ask.
    Raises what `access_queue_to_wait` does, Invalid, TooFast, Closed (full).
    """
    standing = await access_queue_to_wait(viewer, room_id)
    person = str(viewer.id)
    if held := await store.ticket_of(room_id, person):
        await _back_to_talk(held)
        return await _taken(standing)
    young = await check_age(viewer, age)
    said: JSON = {
        "about": clean_text(about)[:LONGEST_ABOUT],
        "call_back": call_back,
        "quiet": quiet,
        "age_band": "under_16" if young else age,
    }
    await app[LIMITS].check("ticket", person)
    await app[LIMITS].check("ticket_address", viewer.address)
    # Nobody is kept from help by what they say; all of the room's officers would read it before they are cleared.
    about, sealed = said["about"], (await sealed_hits(app, standing.room["force_id"], said["about"]))[0]
    await write(app, room_id, lambda: _take(room_id, person, said | ({"about": ""} if sealed else {})))
    tell_queue(app, room_id)
    return await _taken(standing, about)


async def leave_queue(app: web.Application, viewer: Viewer, room_id: str) -> None:
    """Give one's place up, also when one is called. Nothing where one holds none."""
    await access_queue(viewer, room_id)
    held = await store.ticket_of(room_id, str(viewer.id))
    if held is None or held["state"] == TicketState.TALKING:
        return
    await write(app, room_id, lambda: _left(room_id, held))
    tell_queue(app, room_id)


async def set_call_back(app: web.Application, viewer: Viewer, room_id: str, call_back: bool, quiet: bool) -> JSON:
    """Say whether one leaves the page and wants to be called back; gives the ticket. Raises NotFound without one."""
    standing = await access_queue(viewer, room_id)
    held = await _held(room_id, viewer)

    async def work() -> Change[None]:
        await store.set_call_back(held["id"], call_back, quiet)
        return Change(None)

    await write(app, room_id, work)
    tell_officers(app, room_id)
    return await _taken(standing)


async def answer_call(app: web.Application, viewer: Viewer, room_id: str) -> str:
    """Come when called; gives the id of the booth. Raises NotFound without a ticket, Conflict where it is late."""
    standing = await access_queue(viewer, room_id)
    held = await _held(room_id, viewer)
    if held["state"] == TicketState.TALKING:
        await _back_to_talk(held)
        return str(held["booth_id"])
    if held["state"] != TicketState.CALLED or held["called_at"] + ANSWER_WITHIN <= clock.now():
        raise Conflict(_("You are not called now. If you missed your turn, take a new ticket."))
    booth_id = await write(app, room_id, lambda: _come(standing, held))
    tell_queue(app, room_id)
    return booth_id


async def lost_sight(app: web.Application, person: str, room_ids: Collection[str]) -> None:
    """A connection of somebody's to these rooms has ended. Their places are kept for a while: see the job."""
    gone = [room_id for room_id in room_ids if person not in app[PRESENCE].people(room_id)]
    if gone:
        for room_id in await store.set_lost(person, gone):
            tell_officers(app, room_id)


async def look_at_queue(app: web.Application, viewer: Viewer, room_id: str) -> tuple[Standing, JSON]:
    """What the queue shows to somebody, who by looking is seen to wait; raises NotFound, NotAllowed (removed)."""
    standing = await access_queue(viewer, room_id)
    return standing, await queue_part(app, standing)


async def door_of(_app: web.Application, room_id: str) -> Door:
    """What the sign on the door says: `state` (closed, open, with_someone), `opens_at`, `back_at` (RFC 3339 or None).

    Raises NotFound for what is no surgery.
    """
    return await sign_of(room_id)


async def _take(room_id: str, person: str, said: JSON) -> Change[None]:
    await store.lock_room(room_id)
    if await store.ticket_of(room_id, person):
        return Change(None)  # another tab was first
    if await store.count_waiting(room_id) >= _FULL:
        raise Closed(_("Too many people are waiting. Please try again later, or ask in the room."))
    await store.add_ticket(room_id, person, **said)
    return Change(None, tell=[ticket_told(room_id, person)])


async def _taken(standing: Standing, about: str = "") -> JSON:
    ticket = await own_ticket(standing)
    urgent = bool(about) and (await screened(about)).emergency
    return {"ticket": ticket and told(ticket)} | ({"notice": "emergency"} if urgent else {})


async def _held(room_id: str, viewer: Viewer) -> JSON:
    held = await store.ticket_of(room_id, str(viewer.id)) if viewer.signed_in else None
    if held is None:
        raise NotFound(_("You have no place in this queue."))
    return held


async def _back_to_talk(held: JSON) -> None:
    if held["state"] == TicketState.TALKING and held["booth_id"]:
        await booths.set_back(held["booth_id"])


async def _left(room_id: str, held: JSON) -> Change[None]:
    if not await store.set_state(held, TicketState.LEFT):
        raise Conflict(_("You have just been called."))
    return Change(None, tell=[ticket_told(room_id, held["person_id"]), *await turn_over(held)])


async def _come(standing: Standing, held: JSON) -> Change[str]:
    young = held["age_band"] == "under_16"
    new = NewBooth(
        standing.room, held["person_id"], [held["called_by"]], BoothKind.BOOTH,
        young=young, counted=not held["call_back"],
    )  # fmt: skip
    await store.lock_room(standing.room_id)
    if not await store.set_state(held, TicketState.TALKING):
        raise Conflict(_("You are not called now. If you missed your turn, take a new ticket."))
    booth_id = await add_opened(new)
    await store.set_booth(held["id"], booth_id)
    came = [ticket_told(standing.room_id, held["person_id"]), opened(standing.room_id, booth_id, held["called_by"])]
    return Change(booth_id, tell=[*came, *await turn_over(held)])
