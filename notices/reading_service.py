"""Reading one's own notices."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.database import atomic
from foundation.errors import NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from notices import store
from notices.broadcast import unread_changed
from notices.ports import TITLES_OF

JSON = dict[str, Any]
KEPT = timedelta(days=180)


async def list_notices(viewer: Viewer, limit: int, before: str | None = None) -> tuple[list[JSON], str | None]:
    """One's own, newest first, and the `before` of the next page (None at the end)."""
    rows = await store.newest(str(viewer.id), limit + 1, before if before and is_own_id(before) else None)
    return rows[:limit], rows[limit - 1]["id"] if len(rows) > limit else None


async def titles_of(app: web.Application, viewer: Viewer, notices: Sequence[JSON]) -> Mapping[str, str]:
    """What some of these notices lead to is called, by its path, as the viewer may read it now."""
    return await app[TITLES_OF](viewer, {notice["path"] for notice in notices})


async def read_notice(app: web.Application, viewer: Viewer, id_: str) -> str:
    """Mark one of one's own as read; gives where it leads. Raises NotFound."""
    path = await store.path_of(str(viewer.id), id_) if is_own_id(id_) else None
    if path is None:
        raise NotFound(_("There is no such notice any more."))
    await _read(app, viewer, id_)
    return path


async def read_beneath(viewer: Viewer, path: str) -> bool:
    """Mark as read what leads to an address beneath `path`, for the viewer looks at it. True: some was not before.

    After it tell the viewer's pages: `noticed(person)`.
    """
    return bool(await atomic(lambda: store.set_read_beneath(str(viewer.id), path, clock.now())))


async def read_all(app: web.Application, viewer: Viewer) -> None:
    """Mark all of one's own as read."""
    await _read(app, viewer, None)


async def forget_old_notices(_app: web.Application) -> None:
    """Remove what was told half a year ago."""
    await store.remove_before(clock.now() - KEPT)


async def _read(app: web.Application, viewer: Viewer, id_: str | None) -> None:
    person = str(viewer.id)
    if await atomic(lambda: store.set_read(person, clock.now(), id_)):
        await unread_changed(app, person)
