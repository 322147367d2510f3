"""What a queue shows to one viewer: everybody the length of it, a person their own place, the officers their desk."""

from datetime import timedelta
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.clock import rfc3339
from foundation.permissions import HOSTS
from rooms.booth import store as booths
from rooms.booth.models import BoothKind
from rooms.queue import store
from rooms.queue.ages import asks_age
from rooms.queue.calls import ANSWER_WITHIN
from rooms.queue.desk import desk
from rooms.queue.estimates import Wait, expected_wait
from rooms.queue.models import TicketState
from rooms.standing import Standing

JSON = dict[str, Any]
_LATELY = timedelta(minutes=30)


async def queue_part(_app: web.Application, standing: Standing) -> JSON:
    """For the room's page: `queue`, and `tickets_waiting`."""
    if standing.is_booth:
        return {}
    if standing.viewer.signed_in:
        # Who looks at the page waits there, with scripts or without.
        await store.set_seen(standing.room_id, [str(standing.viewer.id)])
    waiting = await store.waiting_in(standing.room_id)
    shown = {
        "waiting": len(waiting),
        "can_ask": standing.is_open and standing.viewer.role not in HOSTS,
        "wait": await wait_for(standing.room, len(waiting)) if standing.is_open else None,
        "ticket": await own_ticket(standing),
        "asks_age": standing.is_open and await asks_age(standing.viewer),
        "desk": await desk(standing) if standing.is_host else None,
    }
    return {"queue": shown, "tickets_waiting": len(waiting)}


async def queue_at_entry(_app: web.Application, standing: Standing) -> JSON:
    """For who enters live: `queue {waiting}`, and their own `ticket` or None."""
    ticket = await own_ticket(standing)
    return {"queue": {"waiting": await store.count_waiting(standing.room_id)}, "ticket": ticket and told(ticket)}


async def own_ticket(standing: Standing) -> JSON | None:
    """The viewer's ticket: `state`, `place` (1 is next), `wait` (a Wait, or None where it is not known), `until`…

    One that was missed is shown until they take another. Of a talk that they left in a hurry nothing is shown.
    """
    if not standing.viewer.signed_in:
        return None
    ticket = await store.last_ticket_of(standing.room_id, str(standing.viewer.id))
    if ticket is None or ticket["state"] in (TicketState.DONE, TicketState.LEFT) or await _is_out_of_sight(ticket):
        return None
    return await shown_ticket(standing.room, ticket)


async def shown_ticket(room: JSON, ticket: JSON) -> JSON:
    """A ticket as its holder sees it."""
    ahead = [other for other in await store.waiting_in(room["id"]) if other["number"] < ticket["number"]]
    waits = ticket["state"] == TicketState.WAITING
    return {
        "id": ticket["id"],
        "state": ticket["state"],
        "place": len(ahead) + 1 if waits else None,
        "wait": await wait_for(room, len(ahead)) if waits else None,
        "call_back": ticket["call_back"],
        "quiet": ticket["quiet"],
        "until": ticket["called_at"] + ANSWER_WITHIN if ticket["state"] == TicketState.CALLED else None,
        "booth": ticket["booth_id"],
    }


def told(ticket: JSON) -> JSON:
    """A shown ticket as it is told live."""
    return {
        "state": ticket["state"],
        "place": ticket["place"],
        "wait": ticket["wait"].as_json() if ticket["wait"] else None,
        "call_back": ticket["call_back"],
        "quiet": ticket["quiet"],
        "until": rfc3339(ticket["until"]) if ticket["until"] else None,
    }


async def wait_for(room: JSON, ahead: int) -> Wait | None:
    """How long somebody with so many before them will wait."""
    talking = [booth for booth in await booths.open_in(room["id"]) if booth["kind"] == BoothKind.BOOTH]
    busy = len(talking) + len(await store.called_in(room["id"]))
    callers = await store.callers_since(room["id"], clock.now() - _LATELY)
    return expected_wait(ahead, busy, max(1, callers, busy), await booths.lengths(room))


async def _is_out_of_sight(ticket: JSON) -> bool:
    if ticket["state"] != TicketState.TALKING:
        return False
    booth = await booths.find_booth(ticket["booth_id"] or "")
    return booth is None or booth["left_at"] is not None
