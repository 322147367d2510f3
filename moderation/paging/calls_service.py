"""The calls that nobody has answered yet, for the screens of those who were called."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from foundation.permissions import Viewer
from moderation.content import fetch_content
from moderation.paging import store
from moderation.paging.policy import may_answer
from moderation.paging.shown import shown

JSON = dict[str, Any]


async def calls_for(app: web.Application, viewer: Viewer) -> Sequence[JSON]:
    """Those that a moderator may answer, the oldest first, as `paging.shown` has them; none for who is not one."""
    rows = await store.unseen_of(viewer.force) if viewer.force and viewer.is_staff else []
    mine = [row for row in rows if may_answer(viewer, row, ())]
    found = await fetch_content(app, [(row["target_type"], row["target_id"]) for row in mine]) if mine else {}
    places = {key: content.place_name for key, content in found.items()}
    return [shown(row, places.get((row["target_type"], row["target_id"]), "")) for row in mine]


async def calls_in(place_id: str) -> Sequence[JSON]:
    """Those about a place, for its staff; the caller has checked that they are."""
    return [shown(page, "") for page in await store.unseen_in(place_id)]
