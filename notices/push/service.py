"""The browsers that somebody wants to be told on."""

from typing import Any

from aiohttp import web

from accounts.sessions.living import living_sessions
from foundation import language
from foundation.database import atomic
from foundation.errors import NotFound, Unavailable
from foundation.ids import is_id
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from notices.push import store
from notices.push.browser_keys import check_keys
from notices.push.endpoints import check_endpoint

JSON = dict[str, Any]
_MOST = 10
"""Browsers of one person; the oldest make room."""


async def subscribe(app: web.Application, viewer: Viewer, endpoint: str, p256dh: str, auth: str) -> str:
    """Push to this browser from now on, until its session ends; gives its id. Raises Unavailable and Invalid."""
    if app[SETTINGS].vapid is None:
        raise Unavailable(_("This service can’t send notifications to browsers. Tell whoever runs it."))
    check_endpoint(app[SETTINGS], endpoint)
    check_keys(p256dh, auth)
    person = str(viewer.id)

    async def work() -> str:
        id_ = await store.set_subscription(endpoint, p256dh, auth, person, viewer.session, language.current())
        too_many = [browser["id"] for browser in await store.subscriptions_of(person)][_MOST:]
        await store.remove_of_person(person, too_many)
        return id_

    return await atomic(work)


async def unsubscribe(viewer: Viewer, id_: str) -> None:
    """Push to this browser of one's own no more; raises NotFound where it is none."""
    if not is_id(id_) or not await atomic(lambda: store.remove_of_person(str(viewer.id), [id_])):
        raise NotFound(_("We do not send notifications to this device any more."))


async def browsers_of(viewer: Viewer) -> list[JSON]:
    """One's own browsers, the newest first: `id`, `about` (the device), `since`, `known` (its endpoint's hash)."""
    rows = await store.subscriptions_of(str(viewer.id))
    living = await living_sessions([row["session_id"] for row in rows])
    return [
        {
            "id": row["id"],
            "about": living[row["session_id"]] or _("Unknown device"),
            "since": row["created_at"],
            "known": row["endpoint_hash"],
            "this": row["session_id"] == viewer.session,
        }
        for row in rows
        if row["session_id"] in living
    ]
