"""Every query and insert about tickets."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import is_id, new_id
from rooms.models import Room, Status
from rooms.queue.models import Ticket, TicketState

JSON = dict[str, Any]
COUNTING = (TicketState.WAITING, TicketState.CALLED, TicketState.TALKING)
"""The states in which a person holds a place."""


async def lock_room(room_id: str) -> None:
    """Keep others who change this queue, in any process, waiting for the end of the caller's transaction."""
    await Room.filter(id=room_id).select_for_update().only("id")


async def add_ticket(room_id: str, person: str, **said: Any) -> None:
    """Insert a ticket at the end of the line; inside the caller's transaction, after `lock_room`."""
    last = await Ticket.filter(room_id=room_id).order_by("-number").first().values("number")
    now = clock.now()
    await Ticket.create(
        id=new_id(), room_id=room_id, person_id=person, number=(last["number"] if last else 0) + 1,
        holder=_holder(room_id, person), created_at=now, seen_at=now, **said,
    )  # fmt: skip


async def ticket_of(room_id: str, person: str) -> JSON | None:
    """The ticket that somebody holds in a room, if any."""
    return await Ticket.filter(holder=_holder(room_id, person)).first().values()


async def last_ticket_of(room_id: str, person: str) -> JSON | None:
    """The ticket that somebody took last in a room, over or not."""
    return await Ticket.filter(room_id=room_id, person_id=person).order_by("-number").first().values()


async def waiting_in(room_id: str) -> list[JSON]:
    """Who waits, in their order."""
    return await Ticket.filter(room_id=room_id, state=TicketState.WAITING).order_by("number").values()


async def count_waiting(room_id: str) -> int:
    return await Ticket.filter(room_id=room_id, state=TicketState.WAITING).count()


async def called_in(room_id: str) -> list[JSON]:
    return await Ticket.filter(room_id=room_id, state=TicketState.CALLED).order_by("called_at").values()


async def next_to_call(room_id: str, ticket_id: str | None) -> JSON | None:
    """A particular one who waits, or the first in the line; who is away at the moment after those who are not."""
    if ticket_id is not None:
        waiting = Ticket.filter(room_id=room_id, id=ticket_id, state=TicketState.WAITING)
        return await waiting.first().values() if is_id(ticket_id) else None
    line = await waiting_in(room_id)
    return min(line, key=lambda ticket: (is_away(ticket), ticket["number"]), default=None)


def is_away(ticket: JSON) -> bool:
    """Whether somebody could not hear that they are called."""
    return ticket["away_since"] is not None and not ticket["call_back"]


async def set_state(ticket: JSON, state: TicketState, **changes: Any) -> bool:
    """Move a ticket on; False where somebody else was first. One that is over gives its place free."""
    over = {} if state in COUNTING else {"holder": None, "ended_at": clock.now()}
    same = Ticket.filter(id=ticket["id"], state=ticket["state"])
    return bool(await same.update(state=state, **over, **changes))


async def set_booth(ticket_id: str, booth_id: str) -> None:
    """Where the talk that a ticket led to takes place."""
    await Ticket.filter(id=ticket_id).update(booth_id=booth_id)


async def about_of(booth_id: str) -> str:
    """What somebody said that they want to talk about, when they took the ticket that led to a booth."""
    found = await Ticket.filter(booth_id=booth_id).first().values("about")
    return str(found["about"]) if found else ""


async def set_done(booth_id: str) -> None:
    """The talk that a ticket led to is over."""
    talking = Ticket.filter(booth_id=booth_id, state=TicketState.TALKING)
    await talking.update(state=TicketState.DONE, holder=None, ended_at=clock.now())


async def set_call_back(ticket_id: str, call_back: bool, quiet: bool) -> None:
    await Ticket.filter(id=ticket_id, state=TicketState.WAITING).update(call_back=call_back, quiet=quiet)


async def set_seen(room_id: str, people: Collection[str]) -> None:
    """These people's pages or connections are there now."""
    theirs = Ticket.filter(room_id=room_id, person_id__in=list(people), state__in=list(COUNTING))
    await theirs.update(seen_at=clock.now(), away_since=None)


async def set_lost(person: str, room_ids: Collection[str]) -> list[str]:
    """The last connection of somebody to these rooms has ended, as far as this process knows; gives the rooms."""
    waiting = Ticket.filter(
        person_id=person, room_id__in=list(room_ids), state=TicketState.WAITING, away_since=None
    )  # fmt: skip
    rooms = [str(room) for room in await waiting.values_list("room_id", flat=True)]
    if rooms:
        await waiting.update(away_since=clock.now())
    return rooms


async def rooms_with_tickets() -> list[str]:
    """The rooms in which somebody waits or is called."""
    held = Ticket.filter(state__in=[TicketState.WAITING, TicketState.CALLED]).distinct()
    return [str(room) for room in await held.values_list("room_id", flat=True)]


async def set_away_unseen(room_id: str, since: datetime) -> None:
    """Whoever was last seen before this moment has been away from then: their process may have died with them."""
    unseen = await Ticket.filter(
        room_id=room_id, state=TicketState.WAITING, away_since=None, seen_at__lt=since
    ).values("id", "seen_at")  # fmt: skip
    for ticket in unseen:
        await Ticket.filter(id=ticket["id"], away_since=None).update(away_since=ticket["seen_at"])


async def gone_since(room_id: str, moment: datetime) -> list[JSON]:
    """Who waits here only on paper: lost before this moment, and did not ask to be called back."""
    lost = Ticket.filter(room_id=room_id, state=TicketState.WAITING, call_back=False, away_since__lte=moment)
    return await lost.values()


async def unanswered_since(room_id: str, moment: datetime) -> list[JSON]:
    """Who was called before this moment, and has not come."""
    return await Ticket.filter(room_id=room_id, state=TicketState.CALLED, called_at__lte=moment).values()


async def is_open(room_id: str) -> bool:
    return await Room.filter(id=room_id, status=Status.OPEN).exists()


async def callers_since(room_id: str, moment: datetime) -> int:
    """How many officers have called somebody since then."""
    called = Ticket.filter(room_id=room_id, called_at__gte=moment).distinct()
    return len(set(await called.values_list("called_by", flat=True)))


def _holder(room_id: str, person: str) -> str:
    return f"{room_id}:{person}"
