"""Calling who waits: the next, or a particular one; who does not come within two minutes has missed their turn."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import Closed, Conflict, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from rooms.queue import store
from rooms.queue.calls import ANSWER_WITHIN
from rooms.queue.models import TicketState
from rooms.queue.policy import access_queue_to_serve
from rooms.queue.telling_service import tell_queue, ticket_told
from rooms.queue.turns import turn_over, turn_told
from rooms.standing import Standing
from rooms.writing import Change, write

JSON = dict[str, Any]


async def call(app: web.Application, viewer: Viewer, room_id: str, ticket_id: str | None = None) -> JSON:
    """Call the first in the line, or a particular one; gives `id` and `until`.

    Raises NotAllowed, Closed, NotFound (nobody waits, or not they), Conflict (one is being called already).
    """
    standing = await _access_open(viewer, room_id)
    called = await write(app, room_id, lambda: _call(standing, ticket_id))
    tell_queue(app, room_id)
    return called


async def put_back(app: web.Application, viewer: Viewer, room_id: str, ticket_id: str) -> None:
    """Take a call of one's own back: they wait on in their old place."""
    standing = await access_queue_to_serve(viewer, room_id)
    mine = [t for t in await store.called_in(room_id) if t["id"] == ticket_id and t["called_by"] == viewer.id]
    if not mine:
        raise NotFound(_("You are not calling this person."))
    await write(app, room_id, lambda: _put_back(standing, mine[0]))
    tell_queue(app, room_id)


async def _access_open(viewer: Viewer, room_id: str) -> Standing:
    standing = await access_queue_to_serve(viewer, room_id)
    if not standing.is_open:
        raise Closed(_("This room is not open, so nobody can be called now."))
    return standing


async def _call(standing: Standing, ticket_id: str | None) -> Change[JSON]:
    room_id, officer = standing.room_id, str(standing.viewer.id)
    await store.lock_room(room_id)
    if any(ticket["called_by"] == officer for ticket in await store.called_in(room_id)):
        raise Conflict(_("You have called somebody already. They have two minutes to come."))
    ticket = await store.next_to_call(room_id, ticket_id)
    if ticket is None:
        raise NotFound(_("Nobody is waiting.") if ticket_id is None else _("This person is not waiting any more."))
    now = clock.now()
    if not await store.set_state(ticket, TicketState.CALLED, called_at=now, called_by=officer):
        raise Conflict(_("Somebody else has just called this person."))
    # Of the queue the audit knows who called, and never whom.
    await add_entry(act="queue.call", actor=standing.viewer, subject_type="room", subject_id=room_id)
    tell = [ticket_told(room_id, ticket["person_id"]), *await turn_told(ticket | {"called_at": now}, room_id)]
    return Change({"id": ticket["id"], "until": clock.rfc3339(now + ANSWER_WITHIN)}, tell=tell)


async def _put_back(standing: Standing, ticket: JSON) -> Change[None]:
    if not await store.set_state(ticket, TicketState.WAITING, called_at=None, called_by=None):
        raise Conflict(_("They have just come, or have just left."))
    return Change(None, tell=[ticket_told(standing.room_id, ticket["person_id"]), *await turn_over(ticket)])
