"""Somebody leaves a room because they were removed from it, and hears why."""

from datetime import datetime

from aiohttp import web

from foundation.fanout import unsubscribe
from rooms import broadcast
from rooms.floor import leaving_service as floor
from rooms.models import Restriction, Room, RoomKind
from rooms.presence import PRESENCE


async def tell_person(app: web.Application, *, event: str, restriction: Restriction) -> None:
    """`silenced` or `removed`, to the person, with the reason and until when."""
    room_id = str(restriction.room_id)  # type: ignore[attr-defined]  # Tortoise adds it to the relation
    person_id, reason, until = restriction.person_id, restriction.reason, restriction.until
    await broadcast.person_restricted(app, event, room_id, person_id, reason, until)


async def put_out(app: web.Application, room_id: str, person_id: str) -> None:
    """They hear no more of the room, and are not counted in it."""
    await unsubscribe(app, f"person:{person_id}", [f"room:{room_id}", f"staff:{room_id}"])
    app[PRESENCE].put_out(room_id, person_id)
    await floor.shut_out(app, room_id, person_id)


async def put_out_of_force(app: web.Application, force: str, person: str, reason: str, until: datetime | None) -> None:
    """They leave every room of a force that they are in by this process, and hear why and until when.

    A booth they keep: whoever asks for help there is not sent away.
    """
    here = {room_id for room_id, _visit in app[PRESENCE].visits_of(person)}
    rooms = Room.filter(id__in=sorted(here), force_id=force).exclude(kind=RoomKind.BOOTH) if here else None
    for room_id in await rooms.values_list("id", flat=True) if rooms else []:
        await broadcast.person_restricted(app, "removed", str(room_id), person, reason, until)
        await put_out(app, str(room_id), person)
