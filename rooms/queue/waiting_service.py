"""The queue by the clock: who is there is noted, who was lost is waited for, who does not come has missed their turn.

Rows tell, and the connections that each process holds: one that dies takes no place along, and none keeps one for ever.
"""

from datetime import timedelta
from typing import Any

from aiohttp import web

from foundation import clock
from rooms.presence import PRESENCE
from rooms.queue import store
from rooms.queue.calls import ANSWER_WITHIN
from rooms.queue.models import TicketState
from rooms.queue.telling_service import tell_queue, ticket_told
from rooms.queue.turns import turn_over
from rooms.writing import Change, write

JSON = dict[str, Any]
GRACE = timedelta(minutes=2)
"""How long a lost connection keeps its place."""
_UNSEEN_AFTER = timedelta(seconds=60)
"""Some ticks long: a process that is busy for a moment must not lose its people."""


async def mind_queues(app: web.Application) -> None:
    """Bring every queue up to now; may run in every process at once."""
    for room_id in await store.rooms_with_tickets():
        if people := app[PRESENCE].people(room_id):
            await store.set_seen(room_id, people)
        await store.set_away_unseen(room_id, clock.now() - _UNSEEN_AFTER)
        for ticket, state in await _due(room_id):
            await write(app, room_id, _moved(room_id, ticket, state))
            tell_queue(app, room_id)


async def _due(room_id: str) -> list[tuple[JSON, TicketState]]:
    """The tickets whose time is over, and what becomes of each."""
    now = clock.now()
    if not await store.is_open(room_id):
        return [(ticket, TicketState.LEFT) for ticket in await store.waiting_in(room_id)]
    missed = await store.unanswered_since(room_id, now - ANSWER_WITHIN)
    gone = await store.gone_since(room_id, now - GRACE)
    return [*((ticket, TicketState.MISSED) for ticket in missed), *((ticket, TicketState.LEFT) for ticket in gone)]


def _moved(room_id: str, ticket: JSON, state: TicketState) -> Any:
    async def work() -> Change[None]:
        if not await store.set_state(ticket, state):
            # Another process was first, or they have just come: it is told by who did it.
            return Change(None)
        return Change(None, tell=[ticket_told(room_id, ticket["person_id"]), *await turn_over(ticket)])

    return work
