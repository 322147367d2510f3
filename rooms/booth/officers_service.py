"""Who else hears somebody in a booth: a colleague called in, and an officer who steps out."""

from typing import Any

from aiohttp import web

from accounts.people import officers_of
from foundation.audit.entries import add_entry
from foundation.errors import Conflict, NotFound
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from rooms.booth import store
from rooms.booth.exit_service import put_out
from rooms.booth.policy import access_open_booth_to_serve
from rooms.booth.rows import booth_row
from rooms.booth.told import changed, door_moved
from rooms.booth.witness_service import recorded
from rooms.log import append
from rooms.standing import Standing
from rooms.writing import Change, write


async def call_in(app: web.Application, viewer: Viewer, booth_id: str, officer: str) -> None:
    """Ask a colleague in, as an officer of the booth. Raises NotFound for who is no officer of the neighbourhood."""
    standing = await access_open_booth_to_serve(viewer, booth_id)
    if officer not in {person["id"] for person in await colleagues_for(standing)}:
        raise NotFound(_("Choose an officer who serves this neighbourhood."))

    async def work() -> Change[None]:
        row = await append(booth_id, "officer_joined", subject_id=officer)
        await store.add_officer(booth_id, officer)
        await _audit(viewer, booth_id, "booth.call_in", {"officer": officer})
        path, key = f"/booths/{booth_id}", f"booth:{booth_id}:{officer}:{row.seq}"
        await notify(officer, NoticeKind.BOOTH, _asked, path, key=key, urgent=True)
        return Change(None, rows=[row], tell=[noticed(officer), changed(booth_id), await door_moved(booth_id)])

    await write(app, booth_id, work)


def _asked() -> str:
    return _("A colleague asks you to come into a conversation now.")


async def colleagues_for(standing: Standing) -> list[dict[str, Any]]:
    """The officers who could be called into a booth."""
    inside = await store.officers_of(standing.room_id)
    return [person for person in await officers_of(standing.room["neighbourhood_id"]) if person["id"] not in inside]


async def step_out(app: web.Application, viewer: Viewer, booth_id: str) -> None:
    """Leave a booth to the other officer; the last one ends it instead. Raises Conflict for them."""
    await access_open_booth_to_serve(viewer, booth_id)
    officer = str(viewer.id)

    async def work() -> Change[None]:
        row = await append(booth_id, "officer_left", subject_id=officer)
        await store.remove_officer(booth_id, officer)
        if not await store.officers_of(booth_id):
            raise Conflict(_("You are the only officer here. End the conversation instead."))
        await _audit(viewer, booth_id, "booth.step_out")
        booth = await booth_row(booth_id)
        alone = booth["young"] and len(await store.officers_of(booth_id)) < 2
        more = (await recorded(booth_id, True)).rows if alone else []
        return Change(None, rows=[row, *more], tell=[changed(booth_id), await door_moved(booth_id)])

    await write(app, booth_id, work)
    await put_out(app, booth_id, officer)


async def _audit(viewer: Viewer, booth_id: str, act: str, details: dict[str, object] | None = None) -> None:
    await add_entry(act=act, actor=viewer, subject_type="booth", subject_id=booth_id, details=details)
