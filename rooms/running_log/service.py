"""The life of a running log: begun, read, closed."""

from datetime import datetime
from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.clock import rfc3339
from foundation.database import atomic
from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.ids import is_id, new_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from neighbourhoods.atlas import current_atlas
from neighbourhoods.places import Place
from neighbourhoods.service import access_neighbourhood
from rooms.log import append
from rooms.models import Status
from rooms.running_log import store
from rooms.running_log.drafts import LogDraft, check_log
from rooms.running_log.policy import access_log, access_log_to_keep, check_serves, keeps
from rooms.running_log.telling import entries_shown
from rooms.running_log.wanted import Wanted
from rooms.writing import Change, write

JSON = dict[str, Any]
_NEAR = 5
"""Logs on a neighbourhood's page."""


async def begin_log(app: web.Application, viewer: Viewer, draft: LogDraft) -> str:
    """Begin a log of the whole force, or of a neighbourhood; gives its id. Raises NotAllowed, NotFound, Invalid."""
    if viewer.force is None:
        raise NotAllowed(_("You can only keep a log of the area you serve."))
    place = await access_neighbourhood(draft.neighbourhood) if draft.neighbourhood else None
    check_serves(viewer, place.force_id if place else viewer.force, draft.neighbourhood)
    checked = check_log(draft)
    await _check_unsealed(app, viewer.force, checked)
    where = {"force_id": viewer.force, "neighbourhood_id": place.id if place else None}
    values = {"title": checked.title, "about": checked.about, "categories": list(checked.categories)}
    log_id = new_id()

    async def work() -> None:
        await store.add_log(log_id, where, values, str(viewer.id))
        await _audit(viewer, "log.begin", log_id)

    await atomic(work)
    return log_id


async def _check_unsealed(app: web.Application, force: str, log: LogDraft) -> None:
    await check_unsealed(app, force, log.title, field="title")
    await check_unsealed(app, force, log.about, field="about")
    await check_unsealed(app, force, *log.categories, field="categories")


async def areas_of(viewer: Viewer) -> list[Place]:
    """The neighbourhoods of which somebody may keep a log, by name."""
    places = (await current_atlas()).places.values()
    served = [place for place in places if viewer.serves(place.force_id, place.id)]
    return sorted(served, key=lambda place: place.shown_name)


async def close_log(app: web.Application, viewer: Viewer, log_id: str) -> None:
    """End a log; its entries stay, and can be mended or taken down. Raises NotAllowed, Conflict."""
    await access_log_to_keep(viewer, log_id)

    async def work() -> Change[None]:
        row = await append(log_id, "log_closed")
        if not await store.set_closed(log_id):
            raise Conflict(_("This log is closed already."))
        await _audit(viewer, "log.close", log_id)
        return Change(None, rows=[row])

    await write(app, log_id, work)


async def logs_near(neighbourhood: str) -> list[JSON]:
    """The newest logs of a neighbourhood and of its force, those that are kept now first; with `starts`."""
    logs = await list_logs(await access_neighbourhood(neighbourhood), most=_NEAR)
    logs.sort(key=lambda log: bool(log["status"] != Status.OPEN))
    return [log | {"starts": datetime.fromisoformat(log["starts_at"])} for log in logs]


async def list_logs(neighbourhood: Place | None = None, most: int = 100) -> list[JSON]:
    """The newest logs, those of a neighbourhood and of its force, or all."""
    here = {"neighbourhood": neighbourhood.id, "force": neighbourhood.force_id} if neighbourhood else {}
    rows = await store.logs(most, **here)
    status = await store.statuses([row["id"] for row in rows])
    places = (await current_atlas()).places
    return [_shown(row, status[row["id"]], places) for row in rows]


async def log_shown(log_id: str) -> JSON:
    """`{id, title, about, categories, neighbourhood, area, status, starts_at, ends_at, last_seq}`; raises NotFound."""
    standing = await access_log(log_id)
    places = (await current_atlas()).places
    shown = _shown(await store.find_log(log_id), str(standing.room["status"]), places)
    return shown | {"last_seq": await store.last_seq(log_id)}


async def entries_of(log_id: str, wanted: Wanted) -> list[JSON]:
    """The entries asked for, the newest first, as everybody may see them."""
    await access_log(log_id)
    return await entries_shown(await store.entries(log_id, wanted))


async def may_keep(viewer: Viewer, log_id: str) -> bool:
    """Whether the viewer writes in it."""
    return keeps(viewer, await access_log(log_id, viewer))


async def shown_picture(picture_id: str, size: str) -> bytes:
    """Its bytes while its entry is shown; raises NotFound."""
    found = await store.shown_picture(picture_id, size) if is_id(picture_id) and size in ("small", "large") else None
    if found is None:
        raise NotFound(_("There is no such picture."))
    return found


def _shown(row: JSON, status: str, places: dict[str, Place]) -> JSON:
    place = places.get(row["neighbourhood_id"] or "")
    force = next((each.force_name for each in places.values() if each.force_id == row["force_id"]), "")
    return {
        "id": row["id"],
        "kind": "log",
        "title": row["title"],
        "about": row["about"],
        "categories": row["categories"],
        "neighbourhood": row["neighbourhood_id"],
        "area": place.shown_name if place else force,
        "status": Status(status).value,
        "starts_at": rfc3339(row["starts_at"]),
        "ends_at": rfc3339(row["ends_at"]) if row["ends_at"] else None,
    }


async def _audit(viewer: Viewer, act: str, log_id: str) -> None:
    await add_entry(act=act, actor=viewer, subject_type="log", subject_id=log_id)
