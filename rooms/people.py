"""The people of a room: who is restricted in it, and telling it that somebody's name or badge is another now."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from accounts.people import persons
from rooms import broadcast
from rooms.models import Message, Restriction, RoomHost


async def tell_person_changed(app: web.Application, person: str) -> None:
    """To every room in which this person said something or is a host; a room without readers costs nothing."""
    spoke = await Message.filter(author_id=person).distinct().values_list("room_id", flat=True)
    hosts = await RoomHost.filter(person_id=person).values_list("room_id", flat=True)
    await broadcast.person_changed(app, sorted({str(room) for room in [*spoke, *hosts]}), person)


async def with_persons(restrictions: Sequence[Restriction]) -> list[dict[str, Any]]:
    """Restrictions as pages draw them: `{person, kind, until}`."""
    people = await persons({restriction.person_id for restriction in restrictions})
    return [
        {"person": people[restriction.person_id], "kind": restriction.kind, "until": restriction.until}
        for restriction in restrictions
    ]
