"""Telling rooms that somebody's name, badge or rights are others now."""

from aiohttp import web

from rooms import broadcast
from rooms.duty.service import tell_duty_changed
from rooms.hosting import store as hosting
from rooms.messages import store as messages
from rooms.presence import PRESENCE
from rooms.rights import settle_rights


async def settle_visits_of(app: web.Application, person: str) -> set[str]:
    """Let their connections hear what they may hear now; gives the rooms that they are in."""
    visits = app[PRESENCE].visits_of(person)
    for room_id, visit in visits:
        await settle_rights(visit, room_id)
    return {room_id for room_id, _visit in visits}


async def tell_person_changed(app: web.Application, person: str) -> None:
    """To every room in which this person said something, is a host or is now; one without readers costs nothing."""
    here = await settle_visits_of(app, person)
    rooms = {*here, *await messages.rooms_with_words_of(person), *await hosting.rooms_hosted_by(person)}
    await broadcast.person_changed(app, sorted(rooms), person)
    await tell_duty_changed(app, person)
