"""Whispering: a resident writes to a surgery's officers without a ticket, and without being shown as present."""

from aiohttp import web

from foundation.errors import Closed
from foundation.keys import LIMITS
from foundation.language import _
from foundation.permissions import Viewer
from rooms.booth import store
from rooms.booth.models import BoothKind
from rooms.booth.service import add_opened
from rooms.booth.store import NewBooth
from rooms.duty.store import hosts_of_open
from rooms.queue.ages import check_age
from rooms.queue.calls import tell_officers
from rooms.queue.policy import access_queue_to_wait
from rooms.queue.store import lock_room
from rooms.writing import Change, write


async def whisper(app: web.Application, viewer: Viewer, surgery_id: str, age: str | None = None) -> str:
    """Begin to whisper to all the officers of a surgery, or go on; gives the booth's id.

    Raises what `access_queue_to_wait` does, Invalid (age), Closed where no officer holds the surgery, TooFast.
    """
    standing = await access_queue_to_wait(viewer, surgery_id)
    resident = str(viewer.id)
    if begun := await store.open_of(surgery_id, resident, BoothKind.WHISPER):
        await store.set_back(begun["id"])
        return str(begun["id"])
    young = await check_age(viewer, age)
    await app[LIMITS].check("ticket", resident)
    officers = await hosts_of_open(surgery_id)
    if not officers:
        raise Closed(_("No officer holds this surgery now, so there is nobody to whisper to."))
    new = NewBooth(standing.room, resident, officers, BoothKind.WHISPER, young=young)

    async def work() -> Change[str]:
        await lock_room(surgery_id)
        again = await store.open_of(surgery_id, resident, BoothKind.WHISPER)
        return Change(str(again["id"]) if again else await add_opened(new))

    booth_id = await write(app, surgery_id, work)
    tell_officers(app, surgery_id)
    return booth_id
