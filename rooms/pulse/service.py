"""The pulse: two questions before and after, never forced, whose answers lead to nobody.

"Do you feel listened to?" and "Do you trust your local team?", each from 1 (not at all) to 5 (very much) or left out.
"""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Closed, Conflict, Invalid, NotAllowed
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from rooms.models import RoomKind, Status
from rooms.policy import access_room_to_enter, access_room_to_moderate
from rooms.pulse import store
from rooms.pulse.figures import figures
from rooms.pulse.moments import Moment, is_over, moment_now
from rooms.standing import Standing
from rooms.writing import Change, write

JSON = dict[str, Any]
_SCALE = range(1, 6)


async def pulse_part(app: web.Application, standing: Standing) -> JSON:
    """For the room's page: `pulse` {now: the moment to ask about, or none; later: whether to ask after the close}."""
    if not _may_be_asked(standing):
        return {"pulse": None}
    taken = await store.taken(standing.room_id, str(standing.viewer.id))
    moment = moment_now(standing.room["status"], await store.room_times(standing.room_id))
    return {
        "pulse": {
            "now": moment if moment is not None and moment not in taken else None,
            "later": standing.room["status"] == Status.OPEN and Moment.AFTER not in taken,
        }
    }


async def answer_pulse(
    app: web.Application, viewer: Viewer, room_id: str, moment: Moment, listened: int | None, trust: int | None
) -> None:
    """Answer, or say that one would rather not (both None): one is asked once.

    Raises NotFound, NotAllowed (staff), Closed (not the time), Conflict (asked already), Invalid.
    """
    standing = await access_room_to_enter(viewer, room_id)
    if not _may_be_asked(standing):
        raise NotAllowed(_("These questions are for residents."))
    if any(given is not None and given not in _SCALE for given in (listened, trust)):
        raise Invalid(_("Choose a number from 1 to 5, or leave the question out."))
    if moment_now(standing.room["status"], await store.room_times(room_id)) is not moment:
        raise Closed(_("The time for these questions is over. Thank you all the same."))
    day = clock.today_in(app[SETTINGS].time_zone).isoformat()

    async def work() -> Change[None]:
        await store.hold_room(room_id)
        if moment in await store.taken(room_id, str(viewer.id)):
            raise Conflict(_("You have answered already. Thank you."))
        await store.add_taken(room_id, str(viewer.id), moment)
        if listened is not None or trust is not None:
            await store.add_answer(room_id, moment, listened, trust, day)
        return Change(None)

    await write(app, room_id, work)


async def pulse_figures(viewer: Viewer, room_id: str) -> JSON:
    """For the room's staff: `{before, after}`, each `{over, listened, trust}` with figures, or none where too few.

    None is shown while answers can still come in: from one look to the next the last answer could be told.
    """
    standing = await access_room_to_moderate(viewer, room_id)
    times = await store.room_times(room_id)
    shown: JSON = {}
    for moment in Moment:
        over = is_over(moment, standing.room["status"], times)
        rows = await store.answers(room_id, moment) if over else []
        shown[moment.value] = {"over": over, **figures(rows)}
    return shown


def _may_be_asked(standing: Standing) -> bool:
    """Residents and guests; nobody who holds the room or works for the police."""
    viewer = standing.viewer
    asked = viewer.signed_in and not viewer.is_staff and not standing.speaks
    return asked and standing.room["kind"] == RoomKind.SURGERY
