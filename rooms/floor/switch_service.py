"""A host chooses which floor a surgery has, or none."""

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from rooms.floor import broadcast, store
from rooms.floor.leaving_service import clear
from rooms.floor.plans import OFF, PLANS
from rooms.floor.policy import access_floor_to_switch
from rooms.writing import Change, write


async def choose_plan(app: web.Application, viewer: Viewer, room_id: str, plan: str) -> None:
    """Set a surgery's plan ("off": none); whoever stands on the old one is off it. Raises NotAllowed, Invalid."""
    await access_floor_to_switch(viewer, room_id)
    if plan != OFF and plan not in app[PLANS].by_id:
        raise Invalid.at("plan", _("There is no such floor plan."))

    async def work() -> Change[None]:
        await store.set_floor(room_id, plan)
        details: dict[str, object] = {"plan": plan}
        await add_entry(act="floor.choose", actor=viewer, subject_type="room", subject_id=room_id, details=details)
        return Change(None)

    await write(app, room_id, work)
    await clear(app, room_id)
    await broadcast.floor_changed(app, room_id, None if plan == OFF else plan)
