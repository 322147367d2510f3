"""The surgery at which a panel agrees: any of its neighbourhood that is still to come."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from priorities.agreeing import store
from priorities.agreeing.policy import access_panel_to_name
from priorities.agreeing.ports import FIND_SURGERY, NEXT_SURGERIES, SurgeryShown
from priorities.round_rows import touch_round
from priorities.writing import Change, write

JSON = dict[str, Any]


async def surgery_of(app: web.Application, surgery: str | None) -> SurgeryShown | None:
    """The surgery of an id, where there is one."""
    return await app[FIND_SURGERY](surgery) if surgery and FIND_SURGERY in app else None


async def surgeries_to_choose(app: web.Application, neighbourhood: str) -> Sequence[SurgeryShown]:
    """Where a panel of this neighbourhood could agree."""
    return await app[NEXT_SURGERIES](neighbourhood) if NEXT_SURGERIES in app else ()


async def choose_surgery(app: web.Application, viewer: Viewer, round_id: str, surgery: str) -> None:
    """Say at which surgery the panel agrees; empty: at none. Raises NotFound, NotAllowed, Conflict, Invalid."""
    panel = await access_panel_to_name(viewer, round_id)
    able = {each.id for each in await surgeries_to_choose(app, panel.row["neighbourhood_id"])}
    if surgery and surgery not in able:
        raise Invalid.at("surgery", _("Choose a surgery from the list."))

    async def work() -> Change[None]:
        await store.set_surgery(round_id, surgery or None)
        await touch_round(round_id)
        details: dict[str, object] = {"surgery": surgery}
        await add_entry(act="panel.surgery", actor=viewer, subject_type="round", subject_id=round_id, details=details)
        return Change(None, rounds=[round_id])

    await write(app, work)


async def panels_at(surgery: str) -> list[JSON]:
    """The rounds whose panels agree at a surgery, for the page of its room: `path`, `title`, whether they `agreed`."""
    return [
        {"path": f"/rounds/{row['id']}/panel", "title": row["title"], "agreed": bool(row["agreed"])}
        for row in await store.rounds_at(surgery)
    ]
